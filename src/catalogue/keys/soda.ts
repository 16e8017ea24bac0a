import type { KeyEntry } from './key-entry.js';

/** https://docs.soda.io/soda-cl-overview */
export const SODA_KEYS: readonly KeyEntry[] = [
  {
    via: 'soda',
    key: '^checks for {name}',
    is: null,
    names: 'dotted-table',
    system: null,
    file: '\\.ya?ml$',
    match: [
      { in: 'checks.yml', code: 'checks for kol_events:\n  - row_count > 0\nchecks for kol_gold.scores:\n  - missing_count(id) = 0', finds: ['table kol_events', 'schema kol_gold', 'table scores'] },
      { in: 'checks.yml', code: 'checks for kol_events:\n  - schema:\n      fail:\n        when required column missing: [id]', finds: ['table kol_events'] },
    ],
    skip: [{ in: 'ci.yml', code: 'checks for all of them:\n  - lint' }],
  },
];
