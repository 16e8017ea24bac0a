import type { KeyEntry } from './key-entry.js';

export const TRINO_KEYS: readonly KeyEntry[] = [
  {
    via: 'trino/kafka',
    key: 'kafka.table-names',
    is: 'topic',
    list: true,
    system: 'kafka',
    match: [{ in: 'etc/catalog/kafka.properties', code: 'kafka.table-names=kol.events,kol.scores', finds: ['topic kol.events', 'topic kol.scores'] }],
    skip: [{ in: 'etc/catalog/kafka.properties', code: 'connector.name=kafka\nkafka.nodes=kafka:9092' }],
  },
];
