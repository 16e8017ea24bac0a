import type { KeyEntry } from './key-entry.js';

/** https://dlthub.com/docs/general-usage/credentials/setup: a dataset is a schema of the destination. */
export const DLT_KEYS: readonly KeyEntry[] = [
  {
    via: 'dlt',
    key: '^destination.**.dataset_name',
    is: 'schema',
    system: null,
    file: '\\.toml$',
    match: [{ in: '.dlt/config.toml', code: '[destination.postgres]\ndataset_name = "kol_raw"', finds: ['schema kol_raw'] }],
    skip: [{ in: '.dlt/config.toml', code: '[sources.kol]\ndataset_name = "kol_raw"' }],
  },
];
