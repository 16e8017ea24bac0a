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
  {
    // A ConfigMap with the files of Trino's catalogs; its other files are called as Trino wants them.
    via: 'trino/files',
    key: 'data.{name}.properties',
    is: null,
    names: 'catalog',
    within: '^(?!(?:config|node|log|resource-groups|access-control|event-listener|password-authenticator|exchange-manager|spark-defaults|jvm)$)(.+)$',
    near: '\\bconnector\\.name\\s*=',
    system: 'trino',
    access: 'define',
    match: [
      {
        in: 'catalogs.yaml',
        code: 'kind: ConfigMap\ndata:\n  kol_lake.properties: |\n    connector.name=iceberg\n    hive.metastore.uri=thrift://h:9083\n  node.properties: |\n    node.environment=kol\n    node.id=1',
        finds: ['catalog kol_lake'],
      },
    ],
    skip: [{ in: 'config.yaml', code: 'kind: ConfigMap\ndata:\n  kol_lake.properties: |\n    a=1\n    b=2' }],
  },
  // https://trino.io/docs/current/security/file-system-access-control.html: names, where they are no expressions
  ...(
    [
      ['catalogs', 'catalog', 'catalog'],
      ['schemas', 'catalog', 'catalog'],
      ['schemas', 'schema', 'schema'],
      ['tables', 'catalog', 'catalog'],
      ['tables', 'schema', 'schema'],
      ['tables', 'table', 'table'],
    ] as const
  ).map(([rules, key, is]): KeyEntry => ({
    via: 'trino/rules',
    key: `^${rules}.*.${key}`,
    is,
    within: '^([A-Za-z_]\\w*)$',
    system: 'trino',
    file: '\\.json$',
    where: { key: ['allow', 'owner', 'privileges'], matches: '.' },
    match: [{ in: 'rules.json', code: `{"${rules}": [{"${key}": "kol_x1", "owner": true}, {"${key}": "kol_.*", "owner": true}]}`, finds: [`${is} kol_x1`] }],
    skip: [{ in: 'menu.json', code: `{"${rules}": [{"${key}": "kol_x1", "title": "x"}]}` }],
  })),
  {
    // https://py.iceberg.apache.org/configuration
    via: 'pyiceberg',
    key: '^catalog.{name}',
    is: null,
    names: 'catalog',
    system: null,
    file: '(?:^|/)\\.pyiceberg\\.ya?ml$',
    access: 'define',
    match: [{ in: '.pyiceberg.yaml', code: 'catalog:\n  kol_lake:\n    uri: http://sme-rest:8181', finds: ['catalog kol_lake'] }],
    skip: [{ in: 'shop.yaml', code: 'catalog:\n  shoes:\n    uri: http://x' }],
  },
];
