import type { KeyEntry } from './key-entry.js';

/** https://hudi.apache.org/docs/configurations */
export const HUDI_KEYS: readonly KeyEntry[] = (
  [
    ['hoodie.table.name', 'table'],
    ['hoodie.datasource.write.table.name', 'table'],
    ['hoodie.datasource.hive_sync.table', 'table'],
    ['hoodie.database.name', 'schema'],
    ['hoodie.datasource.hive_sync.database', 'schema'],
  ] as const
).map(([key, is]): KeyEntry => ({
  via: 'hudi',
  key,
  is,
  within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0]*)$',
  system: null,
  match: [{ in: 'hudi.properties', code: `${key}=kol_x1`, finds: [`${is} kol_x1`] }],
  skip: [{ in: 'hudi.properties', code: `${key}=s3a://kol/x` }],
}));
