import type { Access } from '../references/reference.js';
import type { System } from '../references/system.js';
import type { Example, Shape } from './library.js';

/**
 * What a key of a configuration file carries, as data: keys whose name alone would not tell, or would
 * tell wrong. To add one: write its path, give examples; a test reads every `match` and `skip` with
 * the reader of the file that `file` names.
 */
export interface KeyEntry {
  /** What a reference's `via` says: `dbt/profile`. */
  readonly via: string;
  /**
   * The keys that lead to the value, with dots between: `*` is any one key, `**` any number of them,
   * `{name}` one that is a name itself. `^` in front ties it to the root of the document; otherwise
   * anything may stand before it. Items of lists count as keys (`0`, `1`).
   */
  readonly key: string;
  /** What the value is; null where only the key counts. */
  readonly is: Exclude<Shape, 'named'> | null;
  /** What `{name}` in the key is. */
  readonly names?: Exclude<Shape, 'named' | 'sql'>;
  readonly system: System | null;
  readonly access?: Access;
  /** A regular expression whose first group is the part that counts. */
  readonly within?: string;
  /** Several values, with commas or blanks between; `within` is then of each. */
  readonly list?: boolean;
  /** What must stand beside it: all of it, where there are several. */
  readonly where?: KeyCondition | readonly KeyCondition[];
  /** A key beside it that must not be there. */
  readonly without?: string;
  /** A regular expression on the file's path. */
  readonly file?: string;
  /** Whether a dictionary of a program may have the key, too. */
  readonly inCode?: true;
  /** Keys beside it that qualify the value: the first that is there. */
  readonly qualifier?: readonly string[];
  readonly match: readonly (Example & { readonly in: string })[];
  readonly skip: readonly { readonly in: string; readonly code: string }[];
}

/** A key beside another, from the root with `^`, or beside what is above it with `../`, that must have such a value (a regular expression). */
export interface KeyCondition {
  /** Of several, the first that is there. */
  readonly key: string | readonly string[];
  readonly matches: string;
}

const TRINO = '^(?:trino|presto|starburst|athena|galaxy)$';
const POSTGRES = '^(?:postgres|postgresql|redshift|alloydb|materialize)$';
const SPARK = '^(?:spark|databricks|hive|glue|fabricspark)$';
/** A connector's class; Strimzi's resources and Debezium's server have it above the configuration. */
const CONNECTOR = ['connector.class', '^spec.class', '^spec.source.class'];
const JDBC_CONNECTOR = '(?:^|\\.)Jdbc\\w*Connector$';

const SPARK_KEYS: readonly KeyEntry[] = [
  {
    via: 'spark/conf',
    key: 'spark.sql.catalog.{name}',
    is: null,
    names: 'catalog',
    system: 'spark',
    match: [
      { in: 'spark-defaults.conf', code: 'spark.sql.catalog.kol_lake org.apache.iceberg.spark.SparkCatalog', finds: ['catalog kol_lake'] },
      { in: 'spark.yaml', code: 'sparkConf:\n  "spark.sql.catalog.kol_lake": x', finds: ['catalog kol_lake'] },
      { in: 'session.py', code: 'CONF = {"spark.sql.catalog.kol_lake": "org.apache.iceberg.spark.SparkCatalog"}', finds: ['catalog kol_lake'] },
    ],
    skip: [
      { in: 'a.properties', code: 'spark.sql.catalogImplementation=hive' },
      { in: 'session.py', code: 'CONF = {"spark.sql.catalogImplementation": "hive"}' },
    ],
  },
  {
    via: 'spark/conf',
    key: 'spark.sql.catalog.{name}.**',
    is: null,
    names: 'catalog',
    system: 'spark',
    match: [{ in: 'a.properties', code: 'spark.sql.catalog.kol_lake.type=hadoop', finds: ['catalog kol_lake'] }],
    skip: [
      { in: 'a.properties', code: 'spark.sql.shuffle.partitions=4' },
      { in: 'main.tf', code: 'properties = {\n  "spark.sql.catalog.${var.lake}.type" = "hadoop"\n}' },
    ],
  },
  {
    via: 'spark/conf',
    key: 'spark.sql.catalog.*.default-namespace',
    is: 'dotted-schema',
    system: 'spark',
    match: [{ in: 'a.properties', code: 'spark.sql.catalog.kol_lake.default-namespace=kol_gold', finds: ['catalog kol_lake', 'schema kol_gold'] }],
    skip: [],
  },
  {
    via: 'spark/conf',
    key: 'spark.sql.defaultCatalog',
    is: 'catalog',
    system: 'spark',
    match: [{ in: 'a.properties', code: 'spark.sql.defaultCatalog=kol_lake', finds: ['catalog kol_lake'] }],
    skip: [{ in: 'a.properties', code: 'spark.sql.defaultUrlStreamHandlerFactory.enabled=true' }],
  },
  {
    via: 'hadoop/s3a',
    key: 'fs.s3a.bucket.{name}.**',
    is: null,
    names: 'bucket',
    system: 's3',
    match: [{ in: 'a.properties', code: 'spark.hadoop.fs.s3a.bucket.kol-gold.endpoint=http://sme-minio:9000', finds: ['bucket kol-gold'] }],
    skip: [{ in: 'a.properties', code: 'spark.hadoop.fs.s3a.endpoint=http://sme-minio:9000' }],
  },
];

const TRINO_KEYS: readonly KeyEntry[] = [
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

const DBT_OUTPUT = '^**.outputs.*';

const DBT_KEYS: readonly KeyEntry[] = [
  {
    via: 'dbt/profile',
    key: `${DBT_OUTPUT}.database`,
    is: 'catalog',
    system: 'trino',
    where: { key: 'type', matches: TRINO },
    match: [
      {
        in: 'profiles.yml',
        code: 'kol:\n  outputs:\n    dev:\n      type: trino\n      host: sme-trino\n      user: kol\n      database: iceberg\n      schema: kol_gold',
        finds: ['catalog iceberg', 'schema kol_gold'],
      },
    ],
    skip: [{ in: 'profiles.yml', code: 'kol:\n  outputs:\n    dev:\n      type: trino\n      user: kol' }],
  },
  {
    via: 'dbt/profile',
    key: `${DBT_OUTPUT}.catalog`,
    is: 'catalog',
    system: 'trino',
    where: { key: 'type', matches: TRINO },
    match: [{ in: 'profiles.yml', code: 'k:\n  outputs:\n    dev: {type: trino, catalog: iceberg}', finds: ['catalog iceberg'] }],
    skip: [],
  },
  {
    via: 'dbt/profile',
    key: `${DBT_OUTPUT}.schema`,
    is: 'schema',
    system: 'trino',
    where: { key: 'type', matches: TRINO },
    qualifier: ['database', 'catalog'],
    match: [{ in: 'profiles.yml', code: 'k:\n  outputs:\n    dev: {type: presto, schema: kol_gold}', finds: ['schema kol_gold'] }],
    skip: [],
  },
  {
    via: 'dbt/profile',
    key: `${DBT_OUTPUT}.dbname`,
    is: 'database',
    system: 'postgres',
    where: { key: 'type', matches: POSTGRES },
    match: [
      {
        in: 'profiles.yml',
        code: 'k:\n  outputs:\n    dev:\n      type: postgres\n      user: kol\n      dbname: kol_app\n      schema: kol_core',
        finds: ['database kol_app', 'schema kol_core'],
      },
    ],
    skip: [],
  },
  {
    via: 'dbt/profile',
    key: `${DBT_OUTPUT}.database`,
    is: 'database',
    system: 'postgres',
    where: { key: 'type', matches: POSTGRES },
    match: [{ in: 'profiles.yml', code: 'k:\n  outputs:\n    dev: {type: postgres, database: kol_app}', finds: ['database kol_app'] }],
    skip: [],
  },
  {
    via: 'dbt/profile',
    key: `${DBT_OUTPUT}.schema`,
    is: 'schema',
    system: 'postgres',
    where: { key: 'type', matches: POSTGRES },
    match: [{ in: 'profiles.yml', code: 'k:\n  outputs:\n    dev: {type: redshift, schema: kol_core}', finds: ['schema kol_core'] }],
    skip: [],
  },
  {
    via: 'dbt/profile',
    key: `${DBT_OUTPUT}.schema`,
    is: 'schema',
    system: 'spark',
    where: { key: 'type', matches: SPARK },
    qualifier: ['catalog'],
    match: [{ in: 'profiles.yml', code: 'k:\n  outputs:\n    dev: {type: spark, schema: kol_gold}', finds: ['schema kol_gold'] }],
    skip: [],
  },
  {
    via: 'dbt/profile',
    key: `${DBT_OUTPUT}.catalog`,
    is: 'catalog',
    system: 'spark',
    where: { key: 'type', matches: SPARK },
    match: [{ in: 'profiles.yml', code: 'k:\n  outputs:\n    dev: {type: databricks, catalog: kol_lake}', finds: ['catalog kol_lake'] }],
    skip: [],
  },
  {
    via: 'dbt/source',
    key: '^sources.*.schema',
    is: 'schema',
    system: null,
    qualifier: ['database', 'catalog'],
    match: [
      {
        in: 'models/sources.yml',
        code: 'version: 2\nsources:\n  - name: raw\n    database: iceberg\n    schema: kol_bronze\n    tables:\n      - name: events',
        finds: ['catalog iceberg', 'schema kol_bronze'],
      },
    ],
    skip: [{ in: 'a.yml', code: 'sources:\n  - name: events' }],
  },
  {
    via: 'dbt/source',
    key: '^sources.*.name',
    is: 'schema',
    system: null,
    without: 'schema',
    where: { key: 'tables.0.name', matches: '.' },
    qualifier: ['database', 'catalog'],
    match: [{ in: 'models/schema.yml', code: 'sources:\n  - name: kol_bronze\n    tables:\n      - name: events', finds: ['schema kol_bronze'] }],
    skip: [{ in: 'models/schema.yml', code: 'models:\n  - name: events\n    columns:\n      - name: id' }],
  },
  {
    via: 'dbt/source',
    key: '^sources.*.database',
    is: 'catalog',
    system: null,
    where: { key: 'tables.0.name', matches: '.' },
    match: [{ in: 'a.yml', code: 'sources:\n  - name: kol_bronze\n    database: iceberg\n    tables: [{name: e}]', finds: ['schema kol_bronze', 'catalog iceberg'] }],
    skip: [],
  },
  {
    via: 'dbt/config',
    key: '+schema',
    is: 'schema',
    system: null,
    qualifier: ['+database', 'database'],
    match: [
      {
        in: 'dbt_project.yml',
        code: 'name: kol\nmodels:\n  kol:\n    silver:\n      +database: iceberg\n      +schema: kol_silver\n      +materialized: table',
        finds: ['catalog iceberg', 'schema kol_silver'],
      },
    ],
    skip: [],
  },
  {
    via: 'dbt/config',
    key: '+database',
    is: 'catalog',
    system: null,
    match: [{ in: 'dbt_project.yml', code: 'models:\n  +database: iceberg', finds: ['catalog iceberg'] }],
    skip: [],
  },
  {
    via: 'dbt/config',
    key: '**.schema',
    is: 'schema',
    system: null,
    file: '(?:^|/)dbt_project\\.ya?ml$',
    qualifier: ['database', '+database'],
    match: [{ in: 'dbt_project.yml', code: 'models:\n  kol:\n    silver:\n      schema: kol_silver', finds: ['schema kol_silver'] }],
    skip: [],
  },
  {
    via: 'dbt/config',
    key: '**.database',
    is: 'catalog',
    system: null,
    file: '(?:^|/)dbt_project\\.ya?ml$',
    match: [{ in: 'dbt_project.yml', code: 'models:\n  kol:\n    silver:\n      database: iceberg', finds: ['catalog iceberg'] }],
    skip: [],
  },
  ...['models', 'seeds', 'snapshots'].flatMap((group): KeyEntry[] => [
    {
      via: 'dbt/config',
      key: `^${group}.*.config.schema`,
      is: 'schema',
      system: null,
      qualifier: ['database'],
      match: [{ in: 'models/a.yml', code: `${group}:\n  - name: a\n    config:\n      schema: kol_gold`, finds: ['schema kol_gold'] }],
      skip: [],
    },
    {
      via: 'dbt/config',
      key: `^${group}.*.config.database`,
      is: 'catalog',
      system: null,
      match: [{ in: 'models/a.yml', code: `${group}:\n  - name: a\n    config:\n      database: iceberg`, finds: ['catalog iceberg'] }],
      skip: [],
    },
  ]),
  {
    via: 'dbt/config',
    key: 'target_schema',
    is: 'schema',
    system: null,
    match: [{ in: 'dbt_project.yml', code: 'snapshots:\n  kol:\n    +target_schema: kol_snapshots\n    target_schema: kol_snap', finds: ['schema kol_snapshots', 'schema kol_snap'] }],
    skip: [],
  },
  {
    via: 'dbt/config',
    key: '+target_schema',
    is: 'schema',
    system: null,
    match: [{ in: 'dbt_project.yml', code: 'snapshots:\n  +target_schema: kol_snapshots', finds: ['schema kol_snapshots'] }],
    skip: [],
  },
  ...Object.entries({ schema: 'schema', database: 'catalog', catalog: 'catalog', target_database: 'catalog' } as const).map(
    ([key, is]): KeyEntry => ({
      via: 'dbt/config',
      key: `^config.${key}`,
      is,
      system: null,
      file: '\\.sql$',
      qualifier: ['database', 'catalog', 'target_database'].filter((other) => is === 'schema' && other !== key),
      match: [{ in: 'models/a.sql', code: `{{ config(materialized='table', ${key}='kol_x') }} select 1`, finds: [`${is} kol_x`] }],
      skip: [{ in: 'models/a.sql', code: `{{ other(${key}='kol_x') }} select 1` }],
    }),
  ),
];

const CONNECT_KEYS: readonly KeyEntry[] = [
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
    where: { key: CONNECTOR, matches: 'mysql|mariadb|MySql' },
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

/** Dictionaries that frameworks read; the name that one is put under is a key, too. */
const CODE_KEYS: readonly KeyEntry[] = [
  ...(['postgres', 'mysql'] as const).map((system): KeyEntry => ({
    // https://docs.djangoproject.com/en/stable/ref/settings/#databases
    via: 'django',
    key: 'DATABASES.*.NAME',
    is: 'database',
    system,
    where: { key: 'ENGINE', matches: system === 'postgres' ? 'postg' : 'mysql' },
    match: [
      {
        in: 'settings.py',
        code: `DATABASES = {"default": {"ENGINE": "django.db.backends.${system === 'postgres' ? 'postgresql' : 'mysql'}", "NAME": "kol_app"}}`,
        finds: ['database kol_app'],
      },
    ],
    skip: [{ in: 'settings.py', code: 'DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "kol_app"}}' }],
  })),
  {
    // https://docs.sqlalchemy.org/en/20/orm/declarative_tables.html
    via: 'sqlalchemy',
    key: '__table_args__.schema',
    is: 'schema',
    system: null,
    match: [
      { in: 'models.py', code: 'class User(Base):\n    __table_args__ = {"schema": "kol_app"}', finds: ['schema kol_app'] },
      { in: 'models.py', code: 'class User(Base):\n    __table_args__ = (Index("id"), {"schema": "kol_app"})', finds: ['schema kol_app'] },
    ],
    skip: [{ in: 'models.py', code: 'class User(Base):\n    settings = {"schema": "kol_app"}' }],
  },
];

const VARIABLE_KEYS: readonly KeyEntry[] = [
  {
    via: 'kafka/image',
    key: 'KAFKA_CREATE_TOPICS',
    is: 'topic',
    list: true,
    within: '^([^:]+)',
    system: 'kafka',
    access: 'define',
    match: [{ in: 'docker-compose.yml', code: 'services:\n  k:\n    environment:\n      KAFKA_CREATE_TOPICS: "kol.events:3:1,kol.scores:1:1"', finds: ['topic kol.events', 'topic kol.scores'] }],
    skip: [{ in: 'docker-compose.yml', code: 'services:\n  k:\n    environment:\n      KAFKA_AUTO_CREATE_TOPICS_ENABLE: "true"' }],
  },
  {
    via: 'minio/image',
    key: 'MINIO_DEFAULT_BUCKETS',
    is: 'bucket',
    list: true,
    within: '^([^:]+)',
    system: 's3',
    access: 'define',
    match: [{ in: '.env', code: 'MINIO_DEFAULT_BUCKETS=kol-bronze:public,kol-silver', finds: ['bucket kol-bronze', 'bucket kol-silver'] }],
    skip: [{ in: '.env', code: 'MINIO_ROOT_USER=kol' }],
  },
  {
    via: 'postgres/image',
    key: 'POSTGRES_MULTIPLE_DATABASES',
    is: 'database',
    list: true,
    within: '^([^:]+)',
    system: 'postgres',
    access: 'define',
    match: [{ in: '.env', code: 'POSTGRES_MULTIPLE_DATABASES=kol_app,kol_mlflow', finds: ['database kol_app', 'database kol_mlflow'] }],
    skip: [{ in: '.env', code: 'POSTGRES_USER=kol' }],
  },
];

/** Neither a number, as a histogram's, nor a path, an address or a switch. */
const BUCKET_NAME = '^(?!(?:true|false|none|null|yes|no|on|off|enabled|disabled|public|private)$)(?=.*[a-z])([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$';

/** A plural key that gives each of several things a key of its own: `buckets: { raw: kol-bronze }`. */
const GROUP_KEYS: readonly KeyEntry[] = [
  {
    via: 'key',
    key: 'buckets.*',
    is: 'bucket',
    within: BUCKET_NAME,
    system: 's3',
    file: '\\.(?:ya?ml|toml)$',
    without: 'name',
    match: [{ in: 'config.yaml', code: 'buckets:\n  raw: kol-bronze\n  curated: kol-silver', finds: ['bucket kol-bronze', 'bucket kol-silver'] }],
    skip: [
      { in: 'config.yaml', code: 'buckets:\n  - 0.1\n  - 5' },
      { in: 'config.yaml', code: 'buckets:\n  enabled: true\n  policy: none' },
      { in: 'config.yaml', code: 'buckets:\n  url: http://sme-minio:9000/\n  le: 10' },
      { in: 'config.yaml', code: 'buckets:\n  name: Kol\n  region: eu-west-1' },
    ],
  },
  {
    via: 'key',
    key: 'buckets.*.name',
    is: 'bucket',
    within: BUCKET_NAME,
    system: 's3',
    file: '\\.(?:ya?ml|toml)$',
    match: [{ in: 'values.yaml', code: 'buckets:\n  - name: kol-bronze\n    policy: none\n    purge: false', finds: ['bucket kol-bronze'] }],
    skip: [{ in: 'values.yaml', code: 'metrics:\n  - name: kol-bronze' }],
  },
];

const KUBERNETES_KEYS: readonly KeyEntry[] = [
  {
    via: 'strimzi',
    key: '^metadata.name',
    is: 'topic',
    system: 'kafka',
    access: 'define',
    where: { key: '^kind', matches: '^KafkaTopic$' },
    match: [
      { in: 'topic.yaml', code: 'kind: Secret\nmetadata:\n  name: kol\n---\nkind: KafkaTopic\nmetadata:\n  name: kol.events', finds: ['topic kol.events'] },
    ],
    skip: [{ in: 'a.yaml', code: 'kind: Deployment\nmetadata:\n  name: kol-events' }],
  },
  {
    via: 'strimzi',
    key: '^spec.topicName',
    is: 'topic',
    system: 'kafka',
    access: 'define',
    where: { key: '^kind', matches: '^KafkaTopic$' },
    match: [{ in: 'topic.yaml', code: 'kind: KafkaTopic\nspec:\n  topicName: kol.events', finds: ['topic kol.events'] }],
    skip: [],
  },
  {
    via: 'strimzi',
    key: 'acls.*.resource.name',
    is: 'topic',
    system: 'kafka',
    where: [{ key: 'type', matches: '^topic$' }, { key: '^kind', matches: '^KafkaUser$' }],
    without: 'patternType',
    match: [
      {
        in: 'user.yaml',
        code: 'kind: KafkaUser\nspec:\n  authorization:\n    acls:\n      - resource: { type: topic, name: kol.events }\n      - resource: { type: group, name: kol-readers }',
        finds: ['topic kol.events'],
      },
    ],
    skip: [
      {
        in: 'user.yaml',
        code: 'kind: KafkaUser\nspec:\n  authorization:\n    acls:\n      - resource: { type: topic, name: kol., patternType: prefix }',
      },
    ],
  },
  {
    via: 'strimzi',
    key: 'acls.*.resource.name',
    is: 'topic',
    system: 'kafka',
    where: [{ key: 'type', matches: '^topic$' }, { key: 'patternType', matches: '^literal$' }, { key: '^kind', matches: '^KafkaUser$' }],
    match: [
      {
        in: 'user.yaml',
        code: 'kind: KafkaUser\nspec:\n  authorization:\n    acls:\n      - resource: { type: topic, name: kol.events, patternType: literal }',
        finds: ['topic kol.events'],
      },
    ],
    skip: [],
  },
  {
    via: 'stackable',
    key: '^metadata.name',
    is: 'catalog',
    system: 'trino',
    access: 'define',
    where: { key: '^kind', matches: '^TrinoCatalog$' },
    match: [{ in: 'catalog.yaml', code: 'kind: TrinoCatalog\nmetadata:\n  name: kol-lake', finds: ['catalog kol-lake'] }],
    skip: [{ in: 'catalog.yaml', code: 'kind: TrinoCluster\nmetadata:\n  name: kol-lake' }],
  },
  // Operators whose bucket is called as the resource is, unless its specification says otherwise; Flux's
  // Bucket is a source to read manifests from.
  {
    via: 'kubernetes/bucket',
    key: '^metadata.name',
    is: 'bucket',
    system: 's3',
    access: 'define',
    where: [
      { key: '^kind', matches: '^(?:Min[iI][oO]|S3|Storage)?Bucket$' },
      { key: '^apiVersion', matches: '^(?!source\\.toolkit|s3\\.services\\.k8s\\.aws)' },
    ],
    without: '^spec.bucketName',
    match: [
      { in: 'bucket.yaml', code: 'apiVersion: kol.io/v1\nkind: MinioBucket\nmetadata:\n  name: kol-bronze\nspec:\n  acl: private', finds: ['bucket kol-bronze'] },
      { in: 'bucket.yaml', code: 'apiVersion: s3.aws.upbound.io/v1beta1\nkind: Bucket\nmetadata:\n  name: kol-bronze', finds: ['bucket kol-bronze'] },
    ],
    skip: [
      { in: 'bucket.yaml', code: 'apiVersion: source.toolkit.fluxcd.io/v1\nkind: Bucket\nmetadata:\n  name: kol-manifests' },
      { in: 'bucket.yaml', code: 'apiVersion: kol.io/v1\nkind: MinioUser\nmetadata:\n  name: kol-bronze' },
    ],
  },
  {
    via: 'kubernetes/bucket',
    key: '^spec.name',
    is: 'bucket',
    system: 's3',
    access: 'define',
    where: [{ key: '^kind', matches: '^Bucket$' }, { key: '^apiVersion', matches: '^s3\\.services\\.k8s\\.aws' }],
    match: [{ in: 'bucket.yaml', code: 'apiVersion: s3.services.k8s.aws/v1alpha1\nkind: Bucket\nmetadata:\n  name: raw\nspec:\n  name: kol-bronze', finds: ['bucket kol-bronze'] }],
    skip: [{ in: 'bucket.yaml', code: 'apiVersion: sns.services.k8s.aws/v1alpha1\nkind: Topic\nspec:\n  name: kol-bronze' }],
  },
  {
    via: 'cloudnative-pg',
    key: '^spec.name',
    is: 'database',
    system: 'postgres',
    access: 'define',
    where: [{ key: '^kind', matches: '^Database$' }, { key: '^apiVersion', matches: '^postgresql\\.cnpg\\.io/' }],
    match: [{ in: 'db.yaml', code: 'apiVersion: postgresql.cnpg.io/v1\nkind: Database\nmetadata:\n  name: one\nspec:\n  name: kol_app\n  owner: kol', finds: ['database kol_app'] }],
    skip: [{ in: 'db.yaml', code: 'apiVersion: postgresql.cnpg.io/v1\nkind: Pooler\nspec:\n  name: kol_app' }],
  },
  // Strimzi's own names of a Connect cluster's internal topics.
  ...['configStorageTopic', 'offsetStorageTopic', 'statusStorageTopic'].map((key): KeyEntry => ({
    via: 'strimzi',
    key,
    is: 'topic',
    system: 'kafka',
    where: { key: '^kind', matches: '^Kafka(?:Connect|MirrorMaker2)$' },
    match: [{ in: 'connect.yaml', code: `kind: KafkaConnect\nspec:\n  ${key}: kol-connect`, finds: ['topic kol-connect'] }],
    skip: [],
  })),
];

/** CloudFormation and SAM; the Serverless Framework's resources are the same. */
const CLOUDFORMATION_KEYS: readonly KeyEntry[] = [
  {
    via: 'cloudformation',
    key: 'Properties.DatabaseInput.Name',
    is: 'schema',
    system: 'glue',
    access: 'define',
    match: [
      {
        in: 'template.yaml',
        code: 'Resources:\n  Gold:\n    Type: AWS::Glue::Database\n    Properties:\n      DatabaseInput:\n        Name: kol_gold',
        finds: ['schema kol_gold'],
      },
    ],
    skip: [{ in: 'template.yaml', code: 'Resources:\n  Role:\n    Type: AWS::IAM::Role\n    Properties:\n      Name: kol' }],
  },
  {
    via: 'cloudformation',
    key: 'Properties.TableInput.Name',
    is: 'table',
    system: 'glue',
    access: 'define',
    match: [
      {
        in: 'template.json',
        code: '{"Resources": {"Events": {"Type": "AWS::Glue::Table", "Properties": {"DatabaseName": "kol_gold", "TableInput": {"Name": "events"}}}}}',
        finds: ['schema kol_gold', 'table events'],
      },
    ],
    skip: [],
  },
  ...['Table', 'Crawler', 'Partition', 'Connection'].map((type): KeyEntry => ({
    via: 'cloudformation',
    key: 'Properties.DatabaseName',
    is: 'schema',
    system: 'glue',
    where: { key: '../Type', matches: `^AWS::Glue::${type}$` },
    match: [
      {
        in: 'template.yaml',
        code: `Resources:\n  X:\n    Type: AWS::Glue::${type}\n    Properties:\n      DatabaseName: kol_gold`,
        finds: ['schema kol_gold'],
      },
    ],
    skip: [{ in: 'template.yaml', code: 'Resources:\n  X:\n    Type: AWS::Timestream::Database\n    Properties:\n      DatabaseName: kol' }],
  })),
  {
    via: 'cloudformation',
    key: 'Properties.DBName',
    is: 'database',
    system: 'postgres',
    where: { key: '../Type', matches: '^AWS::(?:RDS::DBInstance|Redshift::Cluster)$' },
    match: [
      {
        in: 'template.yaml',
        code: 'Resources:\n  X:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      DBInstanceIdentifier: kol\n      DBName: kol_app',
        finds: ['database kol_app'],
      },
    ],
    skip: [],
  },
  {
    via: 'cloudformation',
    key: 'Properties.KeyspaceName',
    is: 'keyspace',
    system: 'cassandra',
    match: [
      {
        in: 'template.yaml',
        code: 'Resources:\n  X:\n    Type: AWS::Cassandra::Keyspace\n    Properties:\n      KeyspaceName: kol_metrics',
        finds: ['keyspace kol_metrics'],
      },
    ],
    skip: [],
  },
];

/** https://docs.ansible.com/ansible/latest/collections/community/postgresql */
const ANSIBLE_KEYS: readonly KeyEntry[] = [
  ['postgresql_db', 'name'],
  ['postgresql_schema', 'name', 'schema'] as const,
  ...['query', 'privs', 'schema', 'ext', 'script', 'table', 'publication', 'subscription', 'owner', 'user'].flatMap((module) =>
    ['db', 'database', 'login_db'].map((key) => [`postgresql_${module}`, key] as const),
  ),
].map(([module = '', key = '', is = 'database']): KeyEntry => ({
  via: 'ansible',
  key: `${module}.${key}`,
  is: is === 'schema' ? 'schema' : 'database',
  within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0-]*)$',
  system: 'postgres',
  match: [
    { in: 'main.yml', code: `- name: one\n  community.postgresql.${module}:\n    ${key}: kol_x1`, finds: [`${is} kol_x1`] },
    { in: 'main.yml', code: `- name: one\n  ${module}:\n    ${key}: kol_x1`, finds: [`${is} kol_x1`] },
  ],
  skip: [{ in: 'main.yml', code: `- name: kol_x1\n  ${module}:\n    role: kol_x1` }],
}));

/** https://airflow.apache.org/docs/helm-chart/stable/parameters-ref.html */
const CHART_KEYS: readonly KeyEntry[] = ['metadataConnection', 'resultBackendConnection'].map((connection): KeyEntry => ({
  via: 'airflow/chart',
  key: `${connection}.db`,
  is: 'database',
  within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0-]*)$',
  system: 'postgres',
  match: [{ in: 'values.yaml', code: `data:\n  ${connection}:\n    user: kol\n    host: sme-postgres\n    db: kol_airflow`, finds: ['database kol_airflow'] }],
  skip: [{ in: 'values.yaml', code: 'data:\n  redis:\n    db: kol' }],
}));

/** https://docs.databricks.com/aws/en/dev-tools/bundles/resources */
const BUNDLE_KEYS: readonly KeyEntry[] = [
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

const SLING_KEYS: readonly KeyEntry[] = [
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

const TABLE_PLACES = [
  'schema', 'namespace', 'schema_name', 'schemaName', 'database', 'database_name', 'databaseName', 'Database', 'DatabaseName',
  'SCHEMA',
];

/** What a table's name and its place stand under, side by side, in configurations of people's own. */
const TABLE_KEYS: readonly KeyEntry[] = [
  {
    via: 'key',
    key: 'namespace',
    is: 'dotted-schema',
    system: null,
    where: { key: ['table_name', 'table', 'tableName'], matches: '.' },
    match: [
      {
        in: 'tables.yaml',
        code: 'tables:\n  trades:\n    namespace: kol_bronze\n    table_name: trades',
        finds: ['schema kol_bronze', 'table trades'],
      },
    ],
    skip: [{ in: 'deploy.yaml', code: 'metadata:\n  name: kol\n  namespace: kol-platform' }],
  },
  ...['table_name', 'table', 'tableName', 'Table', 'TableName', 'TABLE'].map((key): KeyEntry => ({
    via: 'key',
    key,
    is: 'table',
    within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0]*)$',
    system: null,
    where: { key: TABLE_PLACES, matches: '^[A-Za-z_\\uFDD0][\\w\\uFDD0-]*$' },
    qualifier: TABLE_PLACES.filter((place) => !/database$/i.test(place)),
    match: [{ in: 'a.json', code: `{"schema_name": "kol_gold", "${key}": "events"}`, finds: ['table events'] }],
    skip: [
      { in: 'a.json', code: `{"${key}": "events"}` },
      { in: 'a.json', code: `{"schema_name": "kol_gold", "${key}": "All events"}` },
    ],
  })),
];

/** What several tables stand under where their schema stands beside the group. */
const TABLE_GROUPS = ['tables', 'table_names', 'tableNames'];
const TABLE_NAME = '^([A-Za-z_\\uFDD0][\\w\\uFDD0]*)$';

/** Tables that a configuration groups beside their schema: `schema: kol_gold` and `tables: { events: kol_events }`. */
const TABLE_GROUP_KEYS: readonly KeyEntry[] = [
  ...TABLE_GROUPS.flatMap((group): KeyEntry[] => [
    {
      via: 'key',
      key: `${group}.*`,
      is: 'table',
      within: TABLE_NAME,
      system: null,
      file: '\\.(?:ya?ml|toml)$',
      where: { key: ['../schema', '../schema_name'], matches: TABLE_NAME },
      qualifier: ['../schema', '../schema_name'],
      match: [
        {
          in: 'config.yaml',
          code: `postgres:\n  schema: kol_gold\n  ${group}:\n    events: kol_events\n  batch_size: 1000`,
          finds: ['table kol_events'],
        },
      ],
      skip: [
        { in: 'config.yaml', code: `report:\n  ${group}:\n    events: kol_events` },
        { in: 'config.yaml', code: `postgres:\n  schema: kol_gold\n  ${group}:\n    events: All of the events` },
      ],
    },
    {
      via: 'key',
      key: group,
      is: 'table',
      within: TABLE_NAME,
      system: null,
      file: '\\.(?:ya?ml|toml)$',
      where: { key: ['schema', 'schema_name'], matches: TABLE_NAME },
      qualifier: ['schema', 'schema_name'],
      match: [{ in: 'config.yaml', code: `postgres:\n  schema: kol_gold\n  ${group}: [events, scores]`, finds: ['table events', 'table scores'] }],
      skip: [{ in: 'config.yaml', code: `report:\n  ${group}: [events, scores]` }],
    },
  ]),
];

const TOPIC_LIST: readonly KeyEntry[] = [
  {
    via: 'key',
    key: 'topics.*.name',
    is: 'topic',
    system: 'kafka',
    where: { key: ['partitions', 'num_partitions', 'numPartitions', 'replicas', 'replicationFactor', 'replication_factor', 'replication-factor'], matches: '.' },
    match: [{ in: 'topics.yaml', code: 'topics:\n  - name: kol.events\n    partitions: 3', finds: ['topic kol.events'] }],
    skip: [{ in: 'forum.yaml', code: 'topics:\n  - name: sports\n    posts: 3' }],
  },
];

/** One attribute of a Terraform resource or data source. */
function terraform(
  resources: readonly string[],
  attribute: string,
  is: Exclude<Shape, 'named' | 'sql'>,
  system: System | null,
): KeyEntry[] {
  return resources.flatMap((resource): KeyEntry[] =>
    (['resource', 'data'] as const).map((block) => ({
      via: 'terraform',
      key: `^${block}.${resource}.*.${attribute}`,
      is,
      system,
      access: block === 'resource' ? 'define' : 'read',
      match: [{ in: 'main.tf', code: `${block} "${resource}" "kol" {\n  ${written(attribute)}\n}`, finds: [`${is} kol_x1`] }],
      skip: [{ in: 'main.tf', code: `${block} "aws_iam_role" "kol" {\n  ${written(attribute === 'bucket' ? 'name' : attribute)}\n}` }],
    })),
  );
}

/** An example of an attribute, `table.name` being one of a block within the resource. */
function written(attribute: string): string {
  const [first = '', inner] = attribute.split('.');
  return inner === undefined ? `${first} = "kol_x1"` : `${first} {\n    ${inner} = "kol_x1"\n  }`;
}

const TERRAFORM_KEYS: readonly KeyEntry[] = [
  ...terraform(
    [
      'aws_s3_bucket', 'aws_s3_bucket_policy', 'aws_s3_bucket_versioning', 'aws_s3_bucket_acl', 'aws_s3_object',
      'aws_s3_bucket_object', 'aws_s3_bucket_public_access_block', 'aws_s3_bucket_notification',
      'aws_s3_bucket_server_side_encryption_configuration', 'aws_s3_bucket_lifecycle_configuration',
      'aws_s3_bucket_cors_configuration', 'aws_s3_bucket_ownership_controls', 'minio_s3_bucket', 'minio_s3_bucket_policy',
      'minio_s3_bucket_versioning', 'aws_athena_database', 'google_storage_bucket_object',
    ],
    'bucket',
    'bucket',
    's3',
  ),
  ...terraform(['google_storage_bucket'], 'name', 'bucket', 'gcs'),
  ...terraform(
    [
      'digitalocean_spaces_bucket', 'scaleway_object_bucket', 'oci_objectstorage_bucket', 'cloudflare_r2_bucket',
      'aws_s3tables_table_bucket', 'garage_bucket',
    ],
    'name',
    'bucket',
    's3',
  ),
  ...terraform(['linode_object_storage_bucket'], 'label', 'bucket', 's3'),
  ...terraform(['aws_s3_bucket_logging'], 'target_bucket', 'bucket', 's3'),
  ...terraform(['kafka_topic', 'redpanda_topic', 'rhoas_topic'], 'name', 'topic', 'kafka'),
  ...terraform(['confluent_kafka_topic', 'aiven_kafka_topic'], 'topic_name', 'topic', 'kafka'),
  ...terraform(
    ['postgresql_database', 'google_sql_database', 'digitalocean_database_db', 'azurerm_postgresql_flexible_server_database'],
    'name',
    'database',
    'postgres',
  ),
  ...terraform(['postgresql_extension'], 'database', 'database', 'postgres'),
  ...terraform(['postgresql_grant', 'postgresql_default_privileges'], 'schema', 'schema', 'postgres'),
  ...terraform(['postgresql_schema'], 'name', 'schema', 'postgres'),
  ...terraform(['postgresql_schema', 'postgresql_grant', 'postgresql_default_privileges', 'postgresql_publication'], 'database', 'database', 'postgres'),
  ...terraform(['aws_db_instance', 'aws_redshiftserverless_namespace'], 'db_name', 'database', 'postgres'),
  ...terraform(['mysql_database'], 'name', 'database', 'mysql'),
  ...terraform(['aws_rds_cluster', 'aws_redshift_cluster'], 'database_name', 'database', 'postgres'),
  ...terraform(['aws_glue_catalog_database', 'aws_athena_database'], 'name', 'schema', 'glue'),
  ...terraform(['aws_glue_catalog_table', 'aws_glue_crawler'], 'database_name', 'schema', 'glue'),
  ...terraform(['aws_glue_catalog_table'], 'name', 'table', 'glue'),
  ...terraform(['aws_lakeformation_permissions'], 'database.name', 'schema', 'glue'),
  ...terraform(['aws_lakeformation_permissions'], 'table.database_name', 'schema', 'glue'),
  ...terraform(['aws_lakeformation_permissions'], 'table.name', 'table', 'glue'),
  ...terraform(['aws_s3tables_namespace', 'aws_s3tables_table'], 'namespace', 'schema', 'glue'),
  ...terraform(['cassandra_keyspace', 'aws_keyspaces_keyspace', 'astra_keyspace'], 'name', 'keyspace', 'cassandra'),
  ...terraform(['mlflow_experiment', 'databricks_mlflow_experiment'], 'name', 'experiment', 'mlflow'),
  ...terraform(['mlflow_registered_model', 'databricks_mlflow_model'], 'name', 'model', 'mlflow'),
  ...terraform(['databricks_catalog'], 'name', 'catalog', 'spark'),
  ...terraform(['databricks_schema'], 'name', 'schema', 'spark'),
  ...terraform(['databricks_schema', 'databricks_volume', 'databricks_sql_table', 'databricks_registered_model'], 'catalog_name', 'catalog', 'spark'),
  ...terraform(['databricks_volume', 'databricks_sql_table', 'databricks_registered_model'], 'schema_name', 'schema', 'spark'),
  ...terraform(['databricks_sql_table'], 'name', 'table', 'spark'),
];

function inCode(entry: KeyEntry): KeyEntry {
  return { ...entry, inCode: true };
}

export const KEYS: readonly KeyEntry[] = [
  ...SPARK_KEYS.map(inCode),
  ...TRINO_KEYS,
  ...DBT_KEYS,
  ...CONNECT_KEYS.map(inCode),
  ...CODE_KEYS.map(inCode),
  ...VARIABLE_KEYS,
  ...GROUP_KEYS,
  ...KUBERNETES_KEYS,
  ...CLOUDFORMATION_KEYS,
  ...TABLE_KEYS,
  ...TABLE_GROUP_KEYS,
  ...ANSIBLE_KEYS,
  ...CHART_KEYS,
  ...BUNDLE_KEYS,
  ...SLING_KEYS,
  ...TOPIC_LIST,
  ...TERRAFORM_KEYS,
];
