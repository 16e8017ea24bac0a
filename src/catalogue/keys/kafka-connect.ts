import type { KeyEntry } from './key-entry.js';

/** A connector's class; Strimzi's resources and Debezium's server have it above the configuration. */
const CONNECTOR = ['connector.class', '^spec.class', '^spec.source.class'];
const JDBC_CONNECTOR = '(?:^|\\.)Jdbc\\w*Connector$';
const MYSQL_CONNECTOR = 'mysql|mariadb|MySql';

export const CONNECT_KEYS: readonly KeyEntry[] = [
  {
    // MirrorMaker's, of all clusters or of one that is copied to another: `a->b.topics`. An expression is none.
    via: 'kafka-mirror',
    key: 'topics',
    is: 'topic',
    list: true,
    within: '^([\\w.-]*\\w)$',
    system: 'kafka',
    where: { key: '^clusters', matches: '.' },
    match: [{ in: 'mm2.properties', code: 'clusters=a,b\na->b.enabled=true\na->b.topics=kol.events,kol.scores', finds: ['topic kol.events', 'topic kol.scores'] }],
    skip: [{ in: 'mm2.properties', code: 'clusters=a,b\na->b.topics=kol.*' }],
  },
  {
    via: 'kafka-connect',
    key: 'topics',
    is: 'topic',
    list: true,
    system: 'kafka',
    where: { key: CONNECTOR, matches: '.' },
    match: [
      {
        in: 'connectors/s3-sink.json',
        code: '{"name": "kol-sink", "config": {"connector.class": "io.confluent.connect.s3.S3SinkConnector", "topics": "kol.events,kol.scores", "s3.bucket.name": "kol-bronze"}}',
        finds: ['topic kol.events', 'topic kol.scores', 'bucket kol-bronze'],
      },
    ],
    skip: [{ in: 'a.json', code: '{"topics": "sports, news"}' }],
  },
  {
    via: 'kafka-connect',
    key: 'topic',
    is: 'topic',
    system: 'kafka',
    where: { key: CONNECTOR, matches: '.' },
    match: [{ in: 'a.properties', code: 'connector.class=FileStreamSource\nfile=kol.txt\ntopic=kol.events', finds: ['topic kol.events'] }],
    skip: [{ in: 'a.properties', code: 'topic=sports' }],
  },
  {
    // Of notifications, heartbeats, dead letters.
    via: 'kafka-connect',
    key: 'topic.name',
    is: 'topic',
    system: 'kafka',
    where: { key: CONNECTOR, matches: '.' },
    match: [
      {
        in: 'a.json',
        code: '{"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "notification.sink.topic.name": "kol.notifications"}',
        finds: ['topic kol.notifications'],
      },
    ],
    skip: [{ in: 'a.json', code: '{"notification.sink.topic.name": "kol.notifications"}' }],
  },
  ...[
    'kafka.topic', 'schema.history.internal.kafka.topic', 'database.history.kafka.topic',
    'errors.deadletterqueue.topic.name', 'config.storage.topic', 'offset.storage.topic', 'status.storage.topic',
    'signal.kafka.topic',
  ].map((key): KeyEntry => ({
    via: 'kafka-connect',
    key,
    is: 'topic',
    system: 'kafka',
    match: [{ in: 'a.properties', code: `${key}=kol.internal`, finds: ['topic kol.internal'] }],
    skip: [],
  })),
  {
    via: 'kafka-connect',
    key: 's3.bucket.name',
    is: 'bucket',
    system: 's3',
    match: [{ in: 'a.properties', code: 's3.bucket.name=kol-bronze', finds: ['bucket kol-bronze'] }],
    skip: [{ in: 'a.properties', code: 's3.region=eu' }],
  },
  {
    via: 'kafka-connect',
    key: 'database.dbname',
    is: 'database',
    system: 'postgres',
    where: { key: CONNECTOR, matches: '(?:^|\\.)(?:postgresql\\.|Postgres)' },
    match: [
      {
        in: 'a.json',
        code: '{"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "database.user": "kol", "database.dbname": "kol_app"}',
        finds: ['database kol_app'],
      },
    ],
    skip: [{ in: 'a.json', code: '{"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "database.user": "kol", "database.hostname": "sme-postgres"}' }],
  },
  // Debezium's lists have been called whitelists before.
  ...['table.include.list', 'table.whitelist'].map((key): KeyEntry => ({
    via: 'kafka-connect',
    key,
    is: 'dotted-table',
    list: true,
    within: '^([\\w\\uFDD0]+\\.[\\w\\uFDD0]+)$',
    system: 'postgres',
    where: { key: CONNECTOR, matches: '(?:^|\\.)(?:postgresql\\.|Postgres)' },
    match: [
      {
        in: 'a.json',
        code: `{"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "${key}": "kol_core.events,kol_core.(x|y)"}`,
        finds: ['schema kol_core', 'table events'],
      },
      {
        in: 'connector.yaml',
        code: `kind: KafkaConnector\nspec:\n  class: io.debezium.connector.postgresql.PostgresConnector\n  config:\n    ${key}: kol_core.events`,
        finds: ['schema kol_core', 'table events'],
      },
      {
        in: 'application.properties',
        code: `debezium.source.connector.class=io.debezium.connector.postgresql.PostgresConnector\ndebezium.source.${key}=kol_core.events`,
        finds: ['schema kol_core', 'table events'],
      },
    ],
    skip: [{ in: 'a.json', code: `{"connector.class": "io.debezium.connector.mongodb.MongoDbConnector", "${key}": "kol_core.events"}` }],
  })),
  // MySQL's tables are in databases.
  ...['table.include.list', 'table.whitelist'].flatMap((key): KeyEntry[] =>
    (
      [
        ['database', '^([\\w\\uFDD0]+)\\.[\\w\\uFDD0]+$'],
        ['table', '^[\\w\\uFDD0]+\\.([\\w\\uFDD0]+)$'],
      ] as const
    ).map(([is, within]): KeyEntry => ({
      via: 'kafka-connect',
      key,
      is,
      list: true,
      within,
      system: 'mysql',
      where: { key: CONNECTOR, matches: MYSQL_CONNECTOR },
      match: [
        {
          in: 'a.json',
          code: `{"connector.class": "io.debezium.connector.mysql.MySqlConnector", "${key}": "kol_app.events,kol_app.(x|y)"}`,
          finds: ['database kol_app', 'table events'],
        },
      ],
      skip: [{ in: 'a.json', code: `{"connector.class": "io.debezium.connector.mongodb.MongoDbConnector", "${key}": "kol_app.events"}` }],
    })),
  ),
  ...['schema.include.list', 'schema.whitelist'].map((key): KeyEntry => ({
    via: 'kafka-connect',
    key,
    is: 'schema',
    list: true,
    within: '^([\\w\\uFDD0]+)$',
    system: 'postgres',
    where: { key: CONNECTOR, matches: '(?:^|\\.)(?:postgresql\\.|Postgres)' },
    match: [
      {
        in: 'a.json',
        code: `{"connector.class": "io.debezium.connector.postgresql.PostgresConnector", "${key}": "kol_core,kol_.*"}`,
        finds: ['schema kol_core'],
      },
    ],
    skip: [{ in: 'a.json', code: `{"${key}": "kol_core"}` }],
  })),
  ...['database.include.list', 'database.whitelist'].map((key): KeyEntry => ({
    via: 'kafka-connect',
    key,
    is: 'database',
    list: true,
    system: 'mysql',
    where: { key: CONNECTOR, matches: MYSQL_CONNECTOR },
    match: [{ in: 'a.json', code: `{"connector.class": "io.debezium.connector.mysql.MySqlConnector", "${key}": "kol_app"}`, finds: ['database kol_app'] }],
    skip: [{ in: 'a.json', code: `{"connector.class": "io.debezium.connector.mongodb.MongoDbConnector", "${key}": "kol_app"}` }],
  })),
  {
    via: 'kafka-connect',
    key: 'table.name.format',
    is: 'dotted-table',
    system: null,
    where: { key: CONNECTOR, matches: JDBC_CONNECTOR },
    match: [
      {
        in: 'a.json',
        code: '{"connector.class": "io.confluent.connect.jdbc.JdbcSinkConnector", "topics": "kol.events", "table.name.format": "kol_core.events"}',
        finds: ['topic kol.events', 'schema kol_core', 'table events'],
      },
      {
        in: 'connector.yaml',
        code: 'kind: KafkaConnector\nspec:\n  class: io.confluent.connect.jdbc.JdbcSinkConnector\n  config:\n    table.name.format: kol_events',
        finds: ['table kol_events'],
      },
    ],
    skip: [{ in: 'a.json', code: '{"table.name.format": "kol_events"}' }],
  },
  {
    via: 'kafka-connect',
    key: 'table.whitelist',
    is: 'dotted-table',
    list: true,
    within: '^([\\w\\uFDD0]+(?:\\.[\\w\\uFDD0]+)?)$',
    system: null,
    where: { key: CONNECTOR, matches: JDBC_CONNECTOR },
    match: [
      {
        in: 'a.properties',
        code: 'connector.class=io.confluent.connect.jdbc.JdbcSourceConnector\ntable.whitelist=events,kol_core.scores',
        finds: ['table events', 'schema kol_core', 'table scores'],
      },
    ],
    skip: [{ in: 'a.properties', code: 'connector.class=io.confluent.connect.jdbc.JdbcSourceConnector\ntable.blacklist=events' }],
  },
  {
    via: 'kafka-connect',
    key: 'iceberg.tables',
    is: 'dotted-table',
    list: true,
    system: null,
    match: [{ in: 'a.json', code: '{"iceberg.tables": "kol_bronze.events"}', finds: ['schema kol_bronze', 'table events'] }],
    skip: [],
  },
];
