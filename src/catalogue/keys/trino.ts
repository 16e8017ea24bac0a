import type { KeyEntry } from './key-entry.js';

export const TRINO_KEYS: readonly KeyEntry[] = [
  {
    via: 'trino/kafka',
    key: 'kafka.table-names',
    is: 'topic',
    list: true,
    system: 'kafka',
    without: 'kafka.table-description-dir',
    match: [{ in: 'etc/catalog/kafka.properties', code: 'kafka.table-names=kol.events,kol.scores', finds: ['topic kol.events', 'topic kol.scores'] }],
    skip: [{ in: 'etc/catalog/kafka.properties', code: 'connector.name=kafka\nkafka.nodes=kafka:9092' }],
  },
  {
    // Where files describe the tables, those say which topics they are.
    via: 'trino/kafka',
    key: 'kafka.table-names',
    is: 'dotted-table',
    list: true,
    system: 'trino',
    where: { key: 'kafka.table-description-dir', matches: '.' },
    match: [
      {
        in: 'etc/catalog/kafka.properties',
        code: 'kafka.table-names=kol.events\nkafka.table-description-dir=/etc/trino/kafka',
        finds: ['schema kol', 'table events'],
      },
    ],
    skip: [],
  },
  ...Object.entries({ schemaName: 'schema', topicName: 'topic' } as const).map(([key, is]): KeyEntry => ({
    // https://trino.io/docs/current/connector/kafka.html: the file that describes a table
    via: 'trino/kafka',
    key: `^${key}`,
    is,
    system: is === 'topic' ? 'kafka' : 'trino',
    where: [{ key: '^topicName', matches: '.' }, { key: '^schemaName', matches: '.' }, { key: '^tableName', matches: '.' }],
    match: [
      {
        in: 'etc/kafka/events.json',
        code: '{"tableName": "events", "schemaName": "kol", "topicName": "kol.events", "message": {}}',
        finds: ['table events', 'schema kol', 'topic kol.events'],
      },
    ],
    skip: [{ in: 'subjects.json', code: `{"${key}": "Event", "version": 1}` }],
  })),
  ...['additionalCatalogs', 'catalogs'].map((key): KeyEntry => ({
    // https://github.com/trinodb/charts: each catalog's file under its name
    via: 'trino/chart',
    key: `${key}.{name}`,
    is: null,
    names: 'catalog',
    near: '\\bconnector\\.name\\b',
    system: 'trino',
    access: 'define',
    match: [{ in: 'values.yaml', code: `${key}:\n  kol_lake: |\n    connector.name=iceberg\n    hive.metastore.uri=thrift://h:9083`, finds: ['catalog kol_lake'] }],
    skip: [{ in: 'values.yaml', code: `${key}:\n  shoes: spring` }],
  })),
];
