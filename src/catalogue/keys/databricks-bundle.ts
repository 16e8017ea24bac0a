import type { KeyEntry } from './key-entry.js';

/** https://docs.databricks.com/aws/en/dev-tools/bundles/resources */
export const BUNDLE_KEYS: readonly KeyEntry[] = [
  ...(
    [
      ['pipelines', 'catalog', 'catalog'],
      ['pipelines', 'schema', 'schema'],
      ['schemas', 'name', 'schema'],
      ['schemas', 'catalog_name', 'catalog'],
      ['volumes', 'catalog_name', 'catalog'],
      ['volumes', 'schema_name', 'schema'],
      ['registered_models', 'catalog_name', 'catalog'],
      ['registered_models', 'schema_name', 'schema'],
      ['catalogs', 'name', 'catalog'],
    ] as const
  ).map(([resource, key, is]): KeyEntry => ({
    via: 'databricks/bundle',
    key: `resources.${resource}.*.${key}`,
    is,
    within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0-]*)$',
    system: 'spark',
    file: '\\.ya?ml$',
    match: [{ in: 'databricks.yml', code: `resources:\n  ${resource}:\n    kol:\n      ${key}: kol_x1`, finds: [`${is} kol_x1`] }],
    skip: [{ in: 'databricks.yml', code: `resources:\n  apps:\n    kol:\n      ${key === 'name' ? 'name' : 'label'}: kol_x1` }],
  })),
];
