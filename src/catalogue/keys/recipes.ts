import type { KeyEntry } from './key-entry.js';

/** A whole name, perhaps as the expression that fits it alone. */
const ONLY = '^\\^?([A-Za-z_]\\w*)\\$?$';

/** Which of a source's things a catalogue of metadata takes in. */
export const RECIPE_KEYS: readonly KeyEntry[] = [
  // https://docs.open-metadata.org/latest/connectors/ingestion/workflows/metadata/filter-patterns
  ...(
    [
      ['schemaFilterPattern', 'schema'],
      ['tableFilterPattern', 'table'],
      ['topicFilterPattern', 'topic'],
    ] as const
  ).map(([key, is]): KeyEntry => ({
    via: 'openmetadata',
    key: `${key}.includes`,
    is,
    within: ONLY,
    system: null,
    match: [{ in: 'recipe.yaml', code: `sourceConfig:\n  config:\n    ${key}:\n      includes:\n        - kol_x1\n        - ^kol_.*`, finds: [`${is} kol_x1`] }],
    skip: [{ in: 'recipe.yaml', code: `sourceConfig:\n  config:\n    ${key}:\n      excludes:\n        - kol_x1` }],
  })),
  {
    // https://datahubproject.io/docs/metadata-ingestion
    via: 'datahub',
    key: 'schema_pattern.allow',
    is: 'schema',
    within: ONLY,
    system: null,
    match: [{ in: 'recipe.yml', code: 'source:\n  config:\n    schema_pattern:\n      allow:\n        - ^kol_gold$\n        - kol_.*', finds: ['schema kol_gold'] }],
    skip: [{ in: 'recipe.yml', code: 'source:\n  config:\n    schema_pattern:\n      deny:\n        - kol_gold' }],
  },
];
