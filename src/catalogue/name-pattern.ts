import type { System } from '../references/system.js';
import type { Shape } from './library.js';

/** What a name of a variable, parameter, key or field says of its value. */
export interface NamePattern {
  readonly is: Exclude<Shape, 'named' | 'sql'>;
  readonly system: System | null;
  /** A regular expression on the name in upper case with underscores: `bronzeBucket` is `BRONZE_BUCKET`. */
  readonly name: string;
  /** Names that look alike and are something else. */
  readonly not?: string;
  /** Where the name must stand; anywhere, if left out. */
  readonly forms?: readonly NameForm[];
  /** What the file must speak of for the name to mean this: `topic` means Kafka's only beside Kafka. */
  readonly near?: string;
  /** What the file must not speak of, the one thing the name would then be of: InfluxDB has buckets too. */
  readonly far?: string;
  /** What the manifest of the file's package must speak of: `topic` means Kafka's in a package that depends on a client. */
  readonly package?: string;
  /** What the path of the file must speak of: `topic` means Kafka's in `kafka/producer.py`. */
  readonly path?: string;
  /** Whether a table without its schema counts, too. */
  readonly bare?: true;
  /** A regular expression on the value, where a name alone says too little. */
  readonly value?: string;
  /** `NAME=value` that must be found; the value is the name found, or `NAME=value > kind name, kind name`. */
  readonly match: readonly string[];
  readonly skip: readonly string[];
}

/** The forms of a declaration, see `Declaration`. */
export type NameForm = 'constant' | 'field' | 'parameter' | 'entry' | 'keyword' | 'variable' | 'key';

const CODE: readonly NameForm[] = ['constant', 'field', 'parameter', 'variable', 'key'];

const PLATFORM = 'trino|presto|iceberg|hive|athena|glue|spark|delta|dbt|postgres|psycopg|psql|pg_dump|postgis|redshift|databricks|lakehouse|warehouse|medallion|unity_?catalog|notebook_task';

/** Files that speak of InfluxDB's buckets and of no object storage. */
const INFLUX = '^(?![^]*(?:boto3|minio|s3a?://|aws-sdk))[^]*influx';

/** Names of other buckets, and of what else there is to say of one. */
const NO_BUCKET =
  '(?:^|_)(?:TOKEN|LEAKY|RATE|LIMIT|TIME|AGE|HASH|HISTOGRAM|PRICE|SCORE|GCLOUD|PROJECT|INFLUX|INFLUXDB)_BUCKETS?(?:_|$)|' +
  'BUCKETS?_(?:SIZE|COUNT|NUM|NUMBER|POLICY|ARN|REGION|URL|URI|URLS|HOST|ENDPOINT|KEY|PREFIX|PATH|PATHS|DIR|FOLDER|' +
  'USER|USERNAME|PASSWORD|OWNER|ACL|TYPE|INDEX|ID|IDS|ACCESS|SECRET|TOKEN|DOMAIN|PROVIDER|STYLE|CLASS|LOCATION|TIMEOUT|MODE|CONFIG|' +
  'OPTION|OPTIONS|LAYER|LAYERS|RESOURCE|KIND|ROLE|SUFFIX|LOGICAL|CONSTRUCT|VAR|VARIABLE|NAMESPACE|VERSION|VERSIONING|LIFECYCLE|ENCRYPTION|COLUMN|COLUMNS|COL|COLS|FIELD|FIELDS|NAV|HREF|ICON|WIDTH|DURATION|INTERVAL|BY|BOUNDARIES|LABEL|LABELS|' +
  'NOT|EXISTS|ERROR|MESSAGE|DESCRIPTION|TITLE|PERMISSION|PERMISSIONS|CREATED|REGEX|PATTERN|NOTIFICATION)(?:_|$)|^NUM_BUCKETS|' +
  'BUCKETS?_(?:[A-Z]+_)+(?:KEY|KEYS|ARN|REGION|POLICY|SUFFIX|PREFIX)$';

const NO_CATALOG = '^(?:PRODUCT|DATA|SERVICE|COURSE|APP|BOOK|FILE|STAC|MESSAGE|AWS|GLUE)_CATALOG';
const NO_SCHEMA =
  '(?:^|_)(?:SNOWFLAKE|DUCKDB|MSSQL|SQLITE|CLICKHOUSE|ORACLE|BIGQUERY|ENCODING|SUPPORTED(?:_[A-Z]+)*|CDC|EVENT|MESSAGE|JSON|AVRO|GRAPHQL|PROTO|PARQUET|ARROW|XML|OPENAPI|RESPONSE|REQUEST|INPUT|OUTPUT|VALUE|KEY|CONFIG|FORM|TOOL)_SCHEMA';
/** Not the engine that a database is of (`spring.jpa.database: mysql`), nor the variable that carries its name (`DATABASE = 'DB_DATABASE'`). */
const DATABASE_VALUE =
  '^(?!(?:(?:[A-Z]+_)?(?:DB|TYPEORM|POSTGRES|PG|MYSQL)_(?:DATABASE|DB|NAME|DB_NAME)|mysql|MYSQL|mariadb|postgresql|POSTGRESQL|h2|H2|hsqldb|derby|oracle|ORACLE|sqlserver|SQL_SERVER|mssql|sqlite|mongodb|clickhouse|duckdb|snowflake|bigquery|timescale|timescaledb|cockroachdb|scylladb|elasticsearch|opensearch|dynamodb|influxdb|neo4j|redshift)$)';
/** Names of databases that other engines keep. */
const NO_DATABASE =
  '^(?:VECTOR|GRAPH|USE|HAS|IS|CREATE)_|(?:^|_)(?:MONGO|REDIS|CLICKHOUSE|INFLUX|NEO4J|SNOWFLAKE|' +
  'DUCK|ROCKS|LEVEL|SQLITE|ELASTIC|COUCH|DYNAMO|COSMOS|ARANGO|VECTOR|CHROMA|LANCE|MSSQL|ORACLE)(?:DB)?_';
/** What else a variable says of a connection to a database. */
const OTHER_PART_OF_CONNECTION =
  '_(?:DB|DATABASE)_(?:USER|USERNAME|PASSWORD|PASS|HOST|PORT|URL|URI|SCHEMA|TYPE|DRIVER|DIR|PATH|CONNECTION|CONN|ID|SSL|POOL|TIMEOUT|CHARSET|COLLATION|VERSION|SERVER|SOCKET|PREFIX)$';
/** Files that speak of a database of another engine, and of none of ours. */
const OTHER_ENGINES =
  `^(?![^]*(?:postgres|mysql|mariadb))[^]*\\btype["']?\\s*[:=]\\s*["']?(?:snowflake|bigquery|clickhouse|duckdb|sqlite|mongodb|mssql|sqlserver|oracle)\\b|^(?![^]*(?:postgres|mysql|mariadb))[^]*(?:mongodb(?:\\+srv)?://|Mongo(?:Sink|Source)Connector|\\b(?:import|from)\\s+(?:bson|pymongo|motor|mongoengine|beanie)\\b)`;
/** Around a key of YAML, TOML, JSON or an env file whose name ends so. */
const KEY_BEGIN = '(?:^|\\n)[ \\t]*["\\\']?(?:(?:\\w+_)?(?:unity|landing|base|bronze|silver|gold|raw|curated|enriched|staging|source|target|dev|prod|main|default|lake|lakehouse)_)?';
const KEY_END = '["\\\']?[ \\t]*[:=]';

/** The patterns in order: the first that fits says what the value is. */
export const NAME_PATTERNS: readonly NamePattern[] = [
  {
    is: 'bucket',
    system: 's3',
    name: '^BUCKETS?$',
    near: 's3|minio|aws|amazon|storage|gcs|gcp|google|upload|download|cloudflare|boto|blob|region|endpoint|prefix|object_?key|file_?name',
    far: INFLUX,
    forms: ['entry', 'keyword', 'parameter'],
    match: ['bucket=raw @minio', 'bucket=uploads @endpoint'],
    skip: ['bucket=champion', 'bucket=Container @minio', 'bucket=metrics @influxdb_client'],
  },
  {
    is: 'bucket',
    system: 's3',
    name: '^BUCKETS?$',
    far: INFLUX,
    forms: ['entry', 'keyword', 'parameter'],
    // A word alone may be any bucket: of models, of a histogram, of ages.
    value: '[-._\\d:\\uFDD0]',
    match: ['bucket=kol-bronze', 'bucket=s3://kol-bronze/x > bucket kol-bronze'],
    skip: ['bucket=champion', 'bucket=under_30s @influxdb_client'],
  },
  {
    is: 'bucket',
    system: 's3',
    name: '(?:^|_)BUCKETS$',
    not: NO_BUCKET,
    near: 's3|minio|boto|aws|gcs|gs://|storage',
    far: INFLUX,
    match: ['RAW_BUCKETS=kol_raw @minio'],
    skip: ['AGE_BUCKETS=kol_raw @minio'],
  },
  {
    is: 'bucket',
    system: 's3',
    name: '(?:^|_)BUCKETS$',
    not: NO_BUCKET,
    far: INFLUX,
    // Where nothing else speaks of storage, words with an underscore are classes that something is sorted into.
    value: '^[^_]*$',
    match: ['BUCKETS=kol-gold'],
    skip: ['ATTRIBUTION_BUCKETS=direct_30m'],
  },
  {
    is: 'bucket',
    system: 's3',
    name: '(?:^|_)BUCKETS?(?:_|$)|(?:^|_)BUCKETNAMES?$',
    not: NO_BUCKET,
    far: INFLUX,
    match: [
      'bucketnames=kol-loki',
      'MINIO_BUCKET_BRONZE=kol-bronze',
      'bronze_bucket=kol-bronze',
      'bronzeBucket=kol-bronze',
      'S3_BUCKET=sme-gold',
      'bucket_name=kol-gold',
      'BUCKETS=kol-gold',
      'DATA_BUCKET=s3://kol-bronze/x > bucket kol-bronze',
    ],
    skip: [
      'BUCKET_SIZE=100',
      'BUCKET_POLICY=private',
      'BUCKET_REGION=eu-west-1',
      'bucket_namespace=account-regional',
      'bucket_user=kol',
      'length_bucket=short',
      'bucket=fill',
      'TOKEN_BUCKET=memory',
      'bucket_prefix=raw',
      'BUCKET_URL=https://example.org',
      'BUCKET=./local/folder',
      'BUCKET=data/out.csv',
      'BUCKETS=0.05',
      'ASSET_BUCKET_OPTION=ALL',
      'BUCKET_VAR=UPLOADS',
      'BUCKET=KOL_BRONZE_BUCKET',
      'BUCKET_CREATE=createBucket',
      'BUCKET_KIND=Container',
      'bucketed=yes',
      'bucket_cols=id',
      'bucketNavLabel=Bucket',
      'BUCKET_RESPONSE_KEY=Buckets',
      'raw_bucket_name_suffix=raw-data',
      'bucket_layer=stage',
      'data_bucket_resource_name=StageBucket',
      'yyyymmddBuckets=2012-06-01',
      'bucket=metrics @influxdb_client',
      'BUCKET=true',
      'RAW_BUCKET_ENV=RAW_BUCKET',
      'BUCKET_ENV_VAR=RAW_BUCKET',
    ],
  },
  {
    is: 'catalog',
    system: 'trino',
    name: '(?:^|_)(?:TRINO|PRESTO|STARBURST)_CATALOG(?:_NAME)?$|(?:^|_)ICEBERG_CATALOG(?:_NAME)?$',
    match: ['TRINO_CATALOG=iceberg', 'ICEBERG_CATALOG_NAME=kol_lake'],
    skip: ['ICEBERG_CATALOG_TYPE=hive', 'ICEBERG_CATALOG_URI=thrift://hive:9083', 'TRINO_CATALOG_DIR=/etc/trino'],
  },
  {
    is: 'catalog',
    system: null,
    name: '^(?:[A-Z\\d]+_)*CATALOG(?:_NAME)?$',
    not: NO_CATALOG,
    near: PLATFORM,
    forms: [...CODE, 'keyword', 'entry'],
    match: ['catalog=iceberg @trino', 'lab05_catalog=kol_dev @databricks', 'CATALOG_NAME=kol_lake @iceberg'],
    skip: ['CATALOG=shoes', 'CATALOG_ID=12 @trino', 'catalog={"a": 1} @trino', 'product_catalog=shoes @spark'],
  },
  {
    is: 'catalog',
    system: null,
    name: '^(?:[A-Z]+_)*(?:CATALOGS|CATALOG_NAMES)$',
    not: `${NO_CATALOG}S`,
    near: 'trino|presto|iceberg|databricks|unity_?catalog|lakehouse',
    forms: ['constant', 'field'],
    match: ['CATALOGS=kol_dev @databricks'],
    skip: ['CATALOGS=shoes', 'product_catalogs=shoes @databricks'],
  },
  {
    is: 'catalog',
    system: null,
    name: '^(?:[A-Z\\d]+_)*CATALOG(?:_NAME)?$',
    not: NO_CATALOG,
    // A schema beside it says as much.
    near: `${KEY_BEGIN}schema(?:_name)?${KEY_END}`,
    forms: ['key', 'variable'],
    match: ['gold_catalog=kol_dev @\ngold_schema = 1 > catalog kol_dev'],
    skip: ['gold_catalog=kol_dev @schema', 'product_catalog=kol @\nschema: 1'],
  },
  {
    is: 'dotted-schema',
    system: 'trino',
    name: '(?:^|_)(?:TRINO|PRESTO|ICEBERG|STARBURST)(?:_[A-Z]+)*_(?:SCHEMA|NAMESPACE|DATABASE)(?:_[A-Z]+)?$',
    not: '_(?:SCHEMA|NAMESPACE|DATABASE)_(?:VERSION|FILE|PATH|URL|TYPE|ID|REGISTRY|EVOLUTION|COUNT|LOCATION|USER|PASSWORD|HOST|PORT)$',
    match: [
      'TRINO_SCHEMA_BRONZE=kol_bronze',
      'TRINO_SCHEMA=iceberg.kol_bronze > catalog iceberg, schema kol_bronze',
      'ICEBERG_NAMESPACE=kol_gold',
    ],
    skip: ['ICEBERG_SCHEMA_VERSION=2', 'TRINO_SCHEMA_PATH=/etc/trino'],
  },
  {
    is: 'dotted-schema',
    system: null,
    name: '(?:^|_)(?:LAKE|LAKEHOUSE|TABLE|TARGET|SOURCE|DEST|DESTINATION|BRONZE|SILVER|GOLD|RAW|CURATED)_NAMESPACE$',
    near: 'iceberg',
    far: '\\bkubernetes\\b|\\bkubectl\\b|\\bapiVersion\\b',
    match: ['LAKE_NAMESPACE=kol_gold @iceberg', 'targetNamespace=kol_gold @iceberg'],
    skip: ['TARGET_NAMESPACE=kol-platform', 'TARGET_NAMESPACE=kol-platform @kubectl, iceberg', 'K8S_NAMESPACE=kol @iceberg'],
  },
  {
    is: 'dotted-schema',
    system: 'glue',
    name: '(?:^|_)(?:GLUE|ATHENA)(?:_[A-Z]+)*_(?:DATABASES?|DB|SCHEMA)(?:_NAMES?)?(?:_[A-Z]+)?$',
    not: '_(?:DATABASES?|DB|SCHEMA)_(?:NAME_)?(?:ARN|ID|ARNS|IDS|REGISTRY|VERSION|PREFIX|SUFFIX|TAGS|DESCRIPTION|LOCATION|URI|PATH|USER|ROLE|POLICY|COUNT|INIT)$',
    match: [
      'GLUE_DATABASE=kol_gold',
      'ATHENA_DB_NAME=kol_gold',
      'glue_database_raw=kol_bronze',
      'glue_catalog_db_events=kol_events',
    ],
    skip: ['GLUE_DATABASE_ARN=x', 'ATHENA_DATABASE={"x": 1}', 'glue_database_prefix=kol'],
  },
  {
    is: 'dotted-schema',
    system: 'glue',
    name: '(?:^|_)(?:CATALOG|ANALYTICS)_(?:DATABASE|DB)(?:_NAME)?$',
    near: '(?:\\b|_)(?:glue|athena|awswrangler)(?:\\b|_)',
    far: 'POSTGRES_DB|jdbc:|sqlalchemy',
    match: [
      'analytics_database=kol_gold @aws_glue_job, postgres',
      'CATALOG_DATABASE=kol_catalog @glue, jdbc:postgresql: > database kol_catalog',
    ],
    skip: ['ANALYTICS_DATABASE=data.db @glue'],
  },
  {
    is: 'dotted-schema',
    system: null,
    name: '(?:^|_)(?:LANDING|BRONZE|SILVER|GOLD|RAW|CURATED|TRUSTED|REFINED|LAKE|LAKEHOUSE)_(?:DATABASE|DB)(?:_NAME)?$',
    near: '(?:\\b|_)(?:glue|athena|awswrangler|iceberg|hive|spark|pyspark|trino|lakehouse|databricks)(?:\\b|_)|aws_s3',
    far: 'snowflake',
    match: [
      'gold_database=kol_gold @aws_glue_job',
      'SILVER_DB=kol_silver @spark',
      'GOLD_DATABASE=KOL_GOLD @snowflake, spark > database KOL_GOLD',
    ],
    skip: ['GOLD_DATABASE=data.db @glue'],
  },
  {
    is: 'dotted-schema',
    system: 'hive',
    name: '(?:^|_)(?:HIVE|SPARK)(?:_[A-Z]+)*_(?:DATABASE|DB|SCHEMA)(?:_NAME)?$',
    not: 'METASTORE',
    // What Hive keeps its own metadata in is no schema.
    value: '^(?!.*metastore)',
    match: ['HIVE_DATABASE=kol_gold'],
    skip: ['HIVE_METASTORE_DB=metastore2 x', 'HIVE_DB_NAME=metastore'],
  },
  {
    is: 'dotted-schema',
    system: 'postgres',
    name: '(?:^|_)(?:POSTGRES|PG|POSTGRESQL)(?:_[A-Z]+)*_SCHEMA(?:_[A-Z]+)?$',
    not: '_SCHEMA_(?:VERSION|FILE|PATH|URL|TYPE|ID)$',
    match: ['POSTGRES_SCHEMA=kol_app'],
    skip: ['POSTGRES_SCHEMA_FILE=schema.sql'],
  },
  {
    is: 'schema',
    system: null,
    name: '(?:^|_)DB_SCHEMAS?(?:_NAME)?(?:_[A-Z]+)*$',
    not: '_SCHEMA_(?:VERSION|FILE|PATH|URL|TYPE|ID|DIR|HASH)$|_SCHEMA_(?:UPDATE|CREATE|CREATION|SYNC|AUTO|MIGRATION|GENERATION|VALIDATION|MANAGEMENT)(?:_|$)|SNOWFLAKE',
    match: ['EVENTSTORE_DB_SCHEMA=kol_core', 'READ_DB_SCHEMA_ORDERS=kol_orders'],
    skip: ['DB_SCHEMA_FILE=schema.sql', 'DB_SCHEMA_VERSION=v1', 'DB_SCHEMA_UPDATE_MODE=UPDATE'],
  },
  {
    is: 'dotted-schema',
    system: null,
    name: '(?:^|_)SCHEMA(?:_NAME|_BRONZE|_SILVER|_GOLD|_RAW|_STAGING|_CURATED)?$',
    not: NO_SCHEMA,
    near: PLATFORM,
    match: ['SILVER_SCHEMA=kol_silver @trino', 'schema=gold @spark', 'schema_name=gold @trino'],
    skip: [
      'SCHEMA_REGISTRY=kafka @trino',
      'SCHEMA_VERSION=v1 @trino',
      'SUPPORTED_CDC_SCHEMA=cdc-v1 @trino',
      'SNOWFLAKE_SCHEMA=RAW @trino',
      'DUCKDB_SCHEMA=main @trino',
      'JSON_SCHEMA=draft7 @spark',
      'encoding_schema=UTF-8 @postgres',
      'schema=id INT, name STRING @spark',
      'schema=gold',
      'schema=https @trino',
      'SCHEMA={"type": "object"} @trino',
      'schema=https @trino',
      'schema=https://json-schema.org/draft-07/schema @trino',
    ],
  },
  {
    is: 'schema',
    system: null,
    name: '(?:^|_)SCHEMA(?:_NAME)?$',
    not: NO_SCHEMA,
    near: `${KEY_BEGIN}catalog(?:_name)?${KEY_END}`,
    forms: ['key', 'variable'],
    match: ['gold_schema=kol_gold @\ngold_catalog = 1 > schema kol_gold'],
    skip: ['gold_schema=kol_gold @catalog', 'json_schema=kol @\ncatalog: 1', 'schema=kol @\nproduct_catalog: 1'],
  },
  {
    is: 'dotted-schema',
    system: null,
    name: '(?:^|_)SCHEMAS(?:_NAME)?$|(?:^|_)SCHEMA_NAMES$',
    not: '(?:^|_)(?:CDC|EVENT|MESSAGE|JSON|AVRO|GRAPHQL|PROTO|PARQUET|ARROW|XML|OPENAPI|RESPONSE|REQUEST|INPUT|OUTPUT|VALUE|KEY|CONFIG|FORM|TOOL|TABLE|COLUMN)_SCHEMAS?(?:_|$)',
    near: PLATFORM,
    forms: ['key', 'variable', 'keyword'],
    match: ['schemas=kol_gold @trino', 'schema_names=kol_gold @spark'],
    skip: ['schemas=kol_gold', 'json_schemas=events @spark', 'schemas=id int, name string @spark'],
  },
  {
    is: 'dotted-schema',
    system: null,
    name: '^(?:[A-Z]+_)?NAMESPACES(?:_NAME)?$',
    near: 'iceberg',
    far: '\\bkubernetes\\b|\\bkubectl\\b|\\bapiVersion\\b|\\bhelm\\b',
    forms: ['key', 'variable', 'keyword'],
    match: ['namespaces=kol_gold @iceberg'],
    skip: ['namespaces=kol-platform', 'namespaces=kol-platform @helm, iceberg'],
  },
  {
    is: 'database',
    system: 'mysql',
    name: '(?:^|_)(?:MYSQL|MARIADB)(?:_[A-Z]+)*_(?:DB|DATABASE|DB_NAME|DBNAME)(?:_[A-Z\\d]+)?$',
    not: OTHER_PART_OF_CONNECTION,
    match: ['MYSQL_DATABASE=kol_app', 'MYSQL_DB_ORDERS=kol_orders'],
    skip: ['MYSQL_DATABASE_HOST=db', 'MYSQL_DB_USER=kol'],
  },
  {
    is: 'database',
    system: 'postgres',
    name:
      '(?:^|_)(?:POSTGRES|POSTGRESQL|PG|PSQL)(?:_[A-Z]+)*_(?:DB|DATABASE|DB_NAME|DBNAME|DATABASE_NAME)(?:_[A-Z]+)?$|^PGDATABASE$|' +
      '(?:^|_)(?:POSTGRES|POSTGRESQL|PG)_DATABASES(?:_NAMES?)?$',
    not: OTHER_PART_OF_CONNECTION,
    match: ['POSTGRES_DB=kol_mlflow', 'PGDATABASE=kol_app', 'postgresDatabase=kol_app'],
    skip: ['POSTGRES_USER=kol', 'POSTGRES_DB_HOST=sme-postgres', 'POSTGRES_DB_USER=kol', 'POSTGRES_PASSWORD=kol'],
  },
  {
    is: 'dotted-schema',
    system: 'glue',
    name: '(?:^|_)(?:DATABASE_NAME|DATABASE|DB_NAME)(?:_(?:RAW|LAKE|ARCH|ARCHIVE|STAGING|CURATED|BRONZE|SILVER|GOLD|TRUSTED|REFINED|ANALYTICS|TRANSFORMED))?$',
    near: '(?:\\b|_)(?:glue|athena|awswrangler)(?:\\b|_)',
    far: 'postgres|psycopg|mysql|jdbc:|sqlalchemy|master_?user',
    match: ['DATABASE=kol_gold @athena', 'database_name_lake=kol_lake @glue', 'database_name=kol_gold @awswrangler'],
    skip: ['DATABASE=data.db @glue', 'DATABASE_URL=x @athena'],
  },
  {
    is: 'dotted-schema',
    system: null,
    // Where the format of a lake's tables stands beside, a database is what others call a schema.
    name: '^(?:DATABASE_NAME|DATABASE)$',
    near: '(?:^|_|\\b)format["\']?\\s*[:=]\\s*["\']?(?:delta|iceberg|hudi)\\b',
    far: 'postgres|psycopg|mysql|mariadb|jdbc:|sqlalchemy|snowflake',
    forms: ['key', 'variable', 'keyword'],
    match: ['database_name=kol_gold @data_format: delta', 'database=kol_gold @format: iceberg'],
    skip: ['database_name=gold.db @data_format: delta'],
  },
  {
    is: 'database',
    system: null,
    name: '(?:^|_)(?:[A-Z]*DB_NAME|DBNAME|DATABASE)$',
    value: DATABASE_VALUE,
    not: NO_DATABASE,
    forms: [...CODE, 'entry'],
    far: OTHER_ENGINES,
    match: ['DB_NAME=kol_metadata', 'TENANTDB_NAME=kol_tenants', 'APP_DATABASE=kol_app', 'dbname=kol_app', 'database=kol_app @sqlalchemy_uri: trino'],
    skip: ['DATABASE_URL=sqlite:///x.db', 'DATABASE=./data/app.db', 'DATABASE_HOST=sme-postgres', 'DATABASE=app.sqlite3', 'database=connected', 'MONGO_DATABASE=app', 'DYNAMODB_NAME=app', 'MONGODB_DATABASE=app', 'CLICKHOUSE_DATABASE=default', 'DATABASE=http', 'database=mysql', 'database=DB_DATABASE', 'database=timescaledb', 'database=KOL @type: snowflake', 'database=kol @mongodb://sme-mongo', 'database=kol @from bson import ObjectId'],
  },
  {
    is: 'database',
    system: null,
    name: '(?:^|_)DATABASE_NAME$',
    value: DATABASE_VALUE,
    not: NO_DATABASE,
    forms: [...CODE, 'entry'],
    // Superset's name for a connection.
    far: `${OTHER_ENGINES}|\\bsqlalchemy_uri:`,
    match: ['AIRFLOW_DATABASE_NAME=airflow'],
    skip: ['DATABASE_NAME=connected', 'MONGO_DATABASE_NAME=app', 'database_name=Warehouse @sqlalchemy_uri: trino'],
  },
  {
    is: 'database',
    system: null,
    name: '(?:^|_)DB_(?:NAME|DATABASE)_[A-Z]+$',
    not: '_(?:USER|USERNAME|PASSWORD|PASS|HOST|PORT|URL|URI|SCHEMA|TYPE|DRIVER|DIR|PATH|ID|PREFIX|SUFFIX|PARAMETER|KEY|ENV|VAR|FILE|LENGTH|PATTERN|REGEX)$|(?:^|_)(?:MONGO|MONGODB|CLICKHOUSE|INFLUXDB|SNOWFLAKE|DUCKDB|SQLITE|MSSQL|ORACLE)_',
    forms: ['variable'],
    match: ['DB_NAME_TEST=kol_test', 'WAIT_DB_DATABASE_ORDERS=kol_orders'],
    skip: ['DB_NAME_PREFIX=kol', 'DB_DATABASE_PATH=kol', 'DB_NAME_TEST=test.db'],
  },
  {
    is: 'database',
    system: null,
    name: '^(?:DATABASE|AIRFLOW|MLFLOW|METASTORE|HMS|SUPERSET|METABASE|OPENMETADATA|OM|DATAHUB|MARQUEZ|DAGSTER|PREFECT|KEYCLOAK|GRAFANA|FEAST|NESSIE|LAKEKEEPER|POLARIS|RANGER|APP|APPLICATION|BACKEND)_DB$',
    forms: ['variable', 'constant', 'key'],
    match: ['AIRFLOW_DB=kol_airflow', 'METASTORE_DB=kol_metastore', 'DATABASE_DB=kol_airbyte'],
    skip: ['AIRFLOW_DB=airflow.db', 'APP_DB=0', 'REDIS_DB=kol'],
  },
  {
    is: 'database',
    system: null,
    // Where a relational engine is spoken of and no other, it keeps what ends so.
    name: '^[A-Z]+(?:_[A-Z]+)*_DB$',
    not: `${NO_DATABASE}|^(?:CH|KC|JSON|TEST|FAISS|QDRANT|LOCAL)_`,
    near: 'postgres|mysql|mariadb|psql',
    far: 'mongo|clickhouse|influx|neo4j|dynamo|elastic|cassandra|chroma|qdrant|sqlite|redis_db|snowflake|bigquery|duckdb',
    forms: ['variable'],
    value: '^(?!(?:postgres|postgresql|mysql|mariadb)$)',
    match: ['PROJECT_DB=kol_projects @POSTGRES_USER', 'RDS_DB=kol_app @psql'],
    skip: ['PROJECT_DB=kol_projects', 'KC_DB=postgres @postgres', 'VECTOR_DB=kol @postgres', 'PROJECT_DB=kol @postgres, mongodb'],
  },
  {
    is: 'database',
    system: null,
    name: '(?:^|_)DATABASES(?:_NAMES?)?$',
    near: 'postgres|mysql|mariadb|psql|cnpg',
    far: 'mongo|neo4j|clickhouse|elastic|influx|snowflake|bigquery|couch|cassandra',
    forms: ['key', 'variable'],
    value: '^(?!(?:mysql|mariadb|postgres|postgresql|sqlite|redis)$)[A-Za-z_\\uFDD0][\\w\\uFDD0-]*$',
    match: ['databases=kol_app @postgresql', 'databases=kol_app @mysql', 'mysql_databases=kol_app @mongo_databases'],
    skip: ['databases=kol_app', 'databases=mysql @postgres', 'databases=All of them @postgres', 'databases=kol_app @postgres, mongo'],
  },
  {
    is: 'database',
    system: 'postgres',
    name: '^(?:DATABASE|DATABASE_NAME|DBNAME|DB_NAME|DB)$',
    forms: ['keyword'],
    near: 'postgres|psycopg|asyncpg',
    match: ['database=kol_app @psycopg2', 'DB_NAME=kol_app @postgresql+asyncpg'],
    skip: ['database=kol_app', 'DB_NAME=app.db @asyncpg'],
  },
  {
    is: 'experiment',
    system: 'mlflow',
    name: '(?:^|_)MLFLOW(?:_[A-Z]+)*_EXPERIMENT(?:_NAME)?(?:_[A-Z]+)?$',
    not: '_EXPERIMENT_(?:NAME_)?(?:ID|IDS|TAG|TAGS|DIR|PATH|URL|URI|TYPE|KIND|SOURCE|STAGE|STATUS|OWNER|VERSION|PREFIX|SUFFIX|LOCATION|ROOT|DESCRIPTION)$',
    match: ['MLFLOW_EXPERIMENT_NAME=KOL_models', 'MLFLOW_EXPERIMENT=trust'],
    skip: ['MLFLOW_EXPERIMENT_ID=12', 'MLFLOW_EXPERIMENT_TYPE=NOTEBOOK', 'MLFLOW_TRACKING_URI=http://sme-mlflow:5000'],
  },
  {
    is: 'experiment',
    system: 'mlflow',
    name: '(?:^|_)EXPERIMENT(?:_NAME)?$',
    not: '^WIDGET_',
    near: 'mlflow',
    match: ['EXPERIMENT_NAME=KOL_models @mlflow', 'experiment=trust @mlflow', 'experimentName=trust @mlflow'],
    skip: ['EXPERIMENT_NAME=checkout-button', 'EXPERIMENT_ID=3 @mlflow', 'WIDGET_EXPERIMENT=Experiment @mlflow', 'experiment=runs/exp1.json @mlflow'],
  },
  {
    is: 'experiment',
    system: 'mlflow',
    name: '(?:^|_)EXPERIMENT_NAME$',
    // Others that keep experiments, in the file or among what the package depends on, make it one of theirs as well.
    far: 'kubeflow|\\bwandb\\b|\\bcomet',
    package: '^(?![^]*(?:kubeflow|\\bkfp\\b|\\bwandb\\b|\\bcomet_ml\\b))[^]*mlflow',
    forms: ['key', 'variable'],
    match: ['experiment_name=KOL_trust @package:mlflow'],
    skip: ['experiment_name=checkout-button', 'kubeflow_experiment_name=fast @package:mlflow', 'experiment_name=fast @package:kfp, mlflow', 'experiment=fast @package:mlflow', 'experiment_name=runs/exp1.json @package:mlflow'],
  },
  {
    is: 'experiment',
    system: 'mlflow',
    name: '(?:^|_)(?:EXPERIMENTS|EXPERIMENT_NAMES)$',
    forms: ['constant', 'field'],
    near: 'mlflow',
    match: ['TRUST_EXPERIMENTS=KOL_trust @mlflow', 'EXPERIMENT_NAMES=KOL_trust @mlflow'],
    skip: ['EXPERIMENTS=checkout-button', 'RUN_EXPERIMENTS_DIR=runs @mlflow'],
  },
  {
    is: 'model',
    system: 'mlflow',
    name:
      '(?:^|_)MLFLOW_MODEL(?:_NAME)?(?:_[A-Z]+)?$|(?:^|_)MLFLOW(?:_[A-Z]+)*_MODEL_NAME(?:_[A-Z]+)?$|(?:^|_)REGISTERED_MODEL(?:_NAME)?(?:_[A-Z]+)?$|(?:^|_)MODEL_REGISTRY_NAME$',
    not: '_MODEL(?:_[A-Z]+)*_(?:ID|URI|URL|PATH|DIR|VERSION|STAGE|ALIAS|TYPE|FLAVOR|TAGS|DESCRIPTION)$',
    match: ['MLFLOW_MODEL_NAME_TRUST=KOL_trust_ensemble', 'registered_model_name=KOL_trust'],
    skip: ['REGISTERED_MODEL_PERMISSIONS=/kol/registered-models', 'MLFLOW_MODEL_URI=models', 'MODEL_NAME=gpt-4o', 'REGISTERED_MODEL_VERSION=3'],
  },
  {
    is: 'keyspace',
    system: 'cassandra',
    name: '(?:^|_)KEYSPACES?(?:_NAMES?)?$',
    match: ['CASSANDRA_KEYSPACE=kol_metrics', 'keyspace=kol_metrics', 'keyspaceName=kol_metrics', 'keyspaces=kol_metrics'],
    skip: ['KEYSPACE_REPLICATION=3', 'keyspace_class=SimpleStrategy'],
  },
  {
    is: 'topics',
    system: 'kafka',
    name: '(?:^|_)(?:KAFKA|REDPANDA)(?:_[A-Z]+)*_TOPICS?(?:_[A-Z]+)*$',
    not: '_TOPICS?_(?:ID|ARN|COUNT|PARTITIONS|PARTITION|REPLICATION|PREFIX|SUFFIX|CONFIG|REGEX|PATTERN|RETENTION|TIMEOUT|FACTOR|SIZE|KEY|ENABLE|AUTO)(?:_|$)',
    match: ['KAFKA_TOPIC=kol.events', 'KAFKA_TOPIC_EVENTS=kol.events', 'KAFKA_TOPICS=kol.a,kol.b > topic kol.a, topic kol.b'],
    skip: ['KAFKA_TOPIC_PARTITIONS=three', 'KAFKA_GROUP_ID=kol-consumers', 'KAFKA_TOPIC_PREFIX=kol', 'KAFKA_TOPICS=kafka-topics.sh'],
  },
  {
    is: 'topics',
    system: 'kafka',
    name: '(?:^|_)TOPICS?(?:_NAMES?|_LIST)?$|^TOPIC_[A-Z]+(?:_[A-Z]+)?$',
    not:
      '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC|' +
      'TOPIC_(?:ID|ARN|COUNT|PARTITIONS|PARTITION|REPLICATION|PREFIX|SUFFIX|CONFIG|REGEX|PATTERN|RETENTION|FACTOR|MODEL|MODELS|WORDS|KEY|SIZE)',
    near: 'kafka|redpanda|faust|aiokafka',
    match: ['EVENTS_TOPIC=kol.events @kafka', 'topic=kol-events @kafka', 'TOPIC_EVENTS=kol.events @kafka', 'IN_TOPIC_1=kol.events @kafka'],
    skip: ['topic=sports', 'SNS_TOPIC=alerts @kafka', 'TOPIC_ARN=x @kafka', 'topic=What is new? @kafka'],
  },
  {
    is: 'topics',
    system: 'kafka',
    name: '(?:^|_)TOPICS?(?:_NAMES?|_LIST)?$',
    not: '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC',
    far: 'rabbit|amqp|pub_?sub|\\bsns\\b|mqtt|\\bnats\\b|eventbridge|\\brclpy\\b|\\brospy\\b',
    path: 'kafka|redpanda',
    forms: ['constant', 'field', 'parameter', 'keyword', 'entry'],
    match: ['topics=kol-orders @path:kafka/supervisor.py', 'topic=kol_orders @path:kafka_producers/main.py'],
    skip: ['topics=kol-orders @path:forum/supervisor.py', 'mqtt_topic=kol-orders @path:kafka/bridge.py'],
  },
  {
    is: 'topics',
    system: 'kafka',
    name: '(?:^|_)TOPICS?(?:_NAMES?|_LIST)?$',
    not: '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC',
    far: 'rabbit|amqp|pub_?sub|\\bsns\\b|mqtt|\\bnats\\b|webhook|eventbridge|\\brclpy\\b|\\brospy\\b',
    package: 'kafka|redpanda|\\bfaust\\b',
    forms: ['constant', 'field', 'variable', 'parameter', 'entry'],
    match: ['ORDERS_TOPIC=kol-orders @package:kafkajs', 'ordersTopicName=orders @package:kafkajs'],
    skip: ['ORDERS_TOPIC=kol-orders', 'TOPIC=Orders and scores @package:kafkajs', 'SNS_TOPIC=orders @package:kafkajs'],
  },
  {
    is: 'topics',
    system: 'kafka',
    // A webhook has topics as well, but none with two dots.
    name: '(?:^|_)TOPICS?(?:_NAMES?|_LIST)?$',
    not: '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC',
    far: 'rabbit|amqp|pub_?sub|\\bsns\\b|mqtt|\\bnats\\b|eventbridge|\\brclpy\\b|\\brospy\\b',
    package: 'kafka|redpanda|\\bfaust\\b',
    forms: ['constant', 'field', 'variable', 'parameter', 'entry'],
    value: '^[a-z][\\w-]*(?:\\.[\\w\\uFDD0-]+){2,}$',
    match: ['ORDERS_TOPICS=webhooks.kol.orders @package:aiokafka'],
    skip: ['ORDERS_TOPIC=webhooks.kol.orders @rabbitmq', 'ORDERS_TOPIC=orders/create @package:kafkajs'],
  },
  {
    is: 'topics',
    system: 'kafka',
    name: '(?:^|_)TOPICS?(?:_NAMES?|_LIST)?$',
    not: '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC',
    far: 'rabbit|amqp|pub_?sub|\\bsns\\b|mqtt|\\bnats\\b|webhook|eventbridge|\\brclpy\\b|\\brospy\\b',
    forms: ['constant', 'field', 'variable'],
    value: '^[a-z][a-z0-9_-]*(?:\\.[a-z0-9_\\uFDD0-]+)+$',
    match: ['ORDER_TOPIC=kol.order.created', 'topics=kol.orders'],
    skip: ['TOPIC=sports', 'TOPIC=sports-news', 'TOPIC=order.created @rabbitmq', 'ORDER_TOPIC=order.created @webhook', 'TOPIC=What is new. Today', 'TOPIC=page.html'],
  },
  {
    is: 'topics',
    system: 'kafka',
    // A key of a configuration says more with a word before or behind: `topic` alone may be any subject.
    name: '[A-Z]_TOPICS?$|(?:^|_)TOPICS?_NAMES?$',
    not: '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC',
    far: 'rabbit|amqp|pub_?sub|\\bsns\\b|mqtt|\\bnats\\b|webhook|eventbridge|\\brclpy\\b|\\brospy\\b',
    package: 'kafka|redpanda|\\bfaust\\b',
    forms: ['key'],
    match: ['input_topic=kol-orders @package:kafka-python', 'topic_name=kol-orders @package:spring-kafka'],
    skip: ['input_topic=kol-orders', 'topic=kol-orders @package:kafkajs', 'mqtt_topic=orders @package:kafkajs'],
  },
  {
    is: 'topics',
    system: 'kafka',
    name: '(?:^|_)TOPICS?(?:_NAMES?|_LIST)?$',
    not: '(?:^|_)(?:SNS|MQTT|PUBSUB|ROS|HELP|FORUM|NOTIFICATION)_(?:[A-Z]+_)*TOPIC',
    far: 'rabbit|amqp|pub_?sub|\\bsns\\b|mqtt|\\bnats\\b|webhook|eventbridge|\\brclpy\\b|\\brospy\\b',
    forms: ['key'],
    value: '^[a-z][a-z0-9_-]*(?:\\.[a-z0-9_\\uFDD0-]+)+$',
    match: ['topic=kol.session_event', 'source_topic=kol.orders.v1'],
    skip: ['topic=sports', 'topic=home.temperature @mqtt', 'topic=page.html', 'topic=What is new. Today'],
  },
  {
    is: 'dag',
    system: 'airflow',
    name: '(?:^|_)DAG_(?:ID|NAME)S?$',
    match: ['DAG_ID=kol_daily', 'dag_id=kol_daily', 'EXTERNAL_DAG_ID=kol_daily', 'dag_ids_to_trigger=kol_daily'],
    skip: ['DAG_IDLE=1', 'DAG_OWNER=kol'],
  },
  {
    is: 'table',
    system: null,
    // SQLAlchemy's `__tablename__`.
    name: '^TABLENAME$',
    forms: ['field'],
    near: '__tablename__',
    match: ['__tablename__=users'],
    skip: ['tablename=users', '__tablename__=users.csv'],
  },
  {
    is: 'table',
    system: 'cassandra',
    // cqlengine's `__table_name__`.
    name: '^TABLE_NAME$',
    forms: ['field'],
    near: '__table_name__',
    match: ['__table_name__=users'],
    skip: ['__table_name__=users.csv'],
  },
  {
    is: 'table',
    system: null,
    // What a class Meta of Django's says, and a migration of its options.
    name: '^DB_TABLE$',
    forms: ['field', 'entry', 'keyword'],
    near: 'django',
    match: ['db_table=kol_users @from django.db import models'],
    skip: ['db_table=kol_users', 'db_table=users.csv @django'],
  },
  {
    is: 'table',
    system: null,
    // A class Meta of Peewee's and of Tortoise's.
    name: '^(?:TABLE|TABLE_NAME)$',
    forms: ['field'],
    near: '\\b(?:peewee|tortoise)\\b',
    match: ['table_name=users @import peewee', 'table=users @from tortoise.models import Model'],
    skip: ['table_name=users', 'table=users.csv @tortoise'],
  },
  {
    is: 'dotted-table',
    system: null,
    bare: true,
    name: '(?:^|_)(?:ICEBERG|TRINO|ATHENA|GLUE|HIVE|SPARK|DELTA|HUDI|CASSANDRA|SCYLLA|POSTGRES|PG|REDSHIFT)(?:_[A-Z]+)*_TABLE(?:_NAME)?$',
    not: 'DYNAMO|(?:IS|USE|CREATE|DROP|HAS)_',
    forms: ['variable', 'constant', 'key'],
    match: [
      'ATHENA_SILVER_TABLE=kol_events > table kol_events',
      'CASSANDRA_TABLE=events > table events',
      'glue_table_name=events > table events',
      'ICEBERG_TABLE=kol_gold.events > schema kol_gold, table events',
    ],
    skip: ['DYNAMODB_TABLE=events', 'ICEBERG_TABLE=events.parquet', 'ICEBERG_TABLE=true', 'TABLE=events'],
  },
  {
    is: 'dotted-table',
    system: null,
    // What Objection's and Bookshelf's models are kept in.
    bare: true,
    name: '^TABLE_NAME$',
    forms: ['field'],
    near: "['\"](?:objection|bookshelf)['\"]",
    match: ["tableName=users @'objection' > table users", "tableName=kol.users @'objection' > schema kol, table users"],
    skip: ['tableName=users', "tableName=users.csv @'objection'"],
  },
  {
    is: 'dotted-table',
    system: null,
    // Where the model that a model extends is another file's, the package says what it is.
    bare: true,
    name: '^TABLE_NAME$',
    forms: ['field'],
    package: '\\b(?:objection|bookshelf)\\b',
    match: ['tableName=users @package:objection > table users'],
    skip: ['tableName=users', 'tableName=users.csv @package:objection'],
  },
  {
    is: 'dotted-table',
    system: 'cassandra',
    name: '(?:^|_)(?:TABLE|TABLE_NAME|FULL_TABLE_NAME|TABLE_FULL_NAME|TABLE_FQN|TABLE_IDENTIFIER)$',
    near: '\\b(?:cassandra|cqlengine|scylla\\w*)\\b',
    far: `${PLATFORM}|mysql|sqlalchemy`,
    match: ['table=carepet.pet @cassandra > keyspace carepet, table pet'],
    skip: ['table=pet @cassandra'],
  },
  {
    is: 'dotted-table',
    system: null,
    name: '(?:^|_)(?:TABLE|TABLE_NAME|FULL_TABLE_NAME|TABLE_FULL_NAME|TABLE_FQN|TABLE_IDENTIFIER|TABLES|TABLE_NAMES)$',
    match: [
      'tables=kol_silver.features > schema kol_silver, table features',
      'FEATURE_STORE_TABLE=iceberg.kol_silver.features > catalog iceberg, schema kol_silver, table features',
      'table_name=kol_silver.features > schema kol_silver, table features',
      'table_identifier=kol_silver.features > schema kol_silver, table features',
    ],
    skip: ['TABLE_NAME=events', 'table=data.csv', 'TABLE_NAME=a.b.c.d', 'table=kol_silver/events.parquet'],
  },
];
