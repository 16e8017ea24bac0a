import type { KeyEntry } from './key-entry.js';

export const SLING_KEYS: readonly KeyEntry[] = [
  {
    // https://docs.slingdata.io/concepts/replication
    via: 'sling',
    key: 'streams.**.object',
    is: 'dotted-table',
    within: '^([\\w\\uFDD0]+(?:\\.[\\w\\uFDD0]+){1,2})$',
    system: null,
    where: [{ key: '^source', matches: '.' }, { key: '^target', matches: '.' }],
    match: [
      {
        in: 'replication.yaml',
        code: 'source: LOCAL\ntarget: KOL_PG\nstreams:\n  file://data/events.csv:\n    object: kol_raw.events',
        finds: ['schema kol_raw', 'table events'],
      },
    ],
    skip: [
      { in: 'replication.yaml', code: 'source: KOL_PG\ntarget: S3\nstreams:\n  events:\n    object: exports/events.csv' },
      { in: 'app.yaml', code: 'streams:\n  events:\n    object: kol_raw.events' },
    ],
  },
];
