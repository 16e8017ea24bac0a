import { OTHER_SYSTEMS } from '../other-systems.js';
import { CODE, type NamePattern } from './name-pattern.js';

const ENGINES = `(?:my|postgre)sql|mariadb|h2|hsqldb|derby|sql_server|timescale(?:db)?|cockroachdb|scylladb|redshift|${OTHER_SYSTEMS.small}`;

/** The source of a regular expression of words, whose letters may then be small or capital. */
function inAnyCase(source: string): string {
  return source.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

/** Not the engine that a database is of (`spring.jpa.database: mysql`), nor the one that Redis and others begin with, nor the variable that carries its name (`DATABASE = 'DB_DATABASE'`). */
const DATABASE_VALUE = `^(?!(?:(?:[A-Z]+_)?(?:DB|TYPEORM|POSTGRES|PG|MYSQL)_(?:DATABASE|DB|NAME|DB_NAME)|Postgres|default|${inAnyCase(ENGINES)})$)`;
/** Names of databases that other engines keep. */
const NO_DATABASE =
  `^(?:VECTOR|GRAPH|USE|HAS|IS|CREATE|TABLE|SCHEMA)_|(?:^|_)(?:${OTHER_SYSTEMS.capital}|` +
  '(?:DUCK|ROCKS|LEVEL|COUCH|ARANGO|VECTOR|CHROMA|LANCE)(?:DB)?)_';
/** What else a variable says of a connection to a database. */
const OTHER_PART_OF_CONNECTION =
  '_(?:DB|DATABASE)_(?:USER|USERNAME|PASSWORD|PASS|HOST|PORT|URL|URI|SCHEMA|TYPE|DRIVER|DIR|PATH|CONNECTION|CONN|ID|SSL|POOL|TIMEOUT|CHARSET|COLLATION|VERSION|SERVER|SOCKET|PREFIX)$';
/** Files that speak of a database of another engine, and of none of ours. */
const OTHER_ENGINES =
  `^(?![^]*(?:postgres|mysql|mariadb))[^]*\\btype["']?\\s*[:=]\\s*["']?${OTHER_SYSTEMS.databases}\\b|^(?![^]*(?:postgres|mysql|mariadb))[^]*(?:mongodb(?:\\+srv)?://|Mongo(?:Sink|Source)Connector|\\b(?:import|from)\\s+(?:bson|pymongo|motor|mongoengine|beanie)\\b)`;

/** Names of databases that say of which engine. */
export const ENGINE_DATABASES: readonly NamePattern[] = [
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
];

/** Other names of databases. */
export const DATABASES: readonly NamePattern[] = [
  {
    is: 'database',
    system: null,
    name: '(?:^|_)(?:[A-Z]*DB_NAME|DBNAME|DATABASE)$',
    value: DATABASE_VALUE,
    not: NO_DATABASE,
    forms: [...CODE, 'entry'],
    far: OTHER_ENGINES,
    match: ['DB_NAME=kol_metadata', 'TENANTDB_NAME=kol_tenants', 'APP_DATABASE=kol_app', 'dbname=kol_app', 'database=kol_app @sqlalchemy_uri: trino'],
    skip: ['DATABASE_URL=sqlite:///x.db', 'DATABASE=./data/app.db', 'DATABASE_HOST=sme-postgres', 'DATABASE=app.sqlite3', 'database=connected', 'MONGO_DATABASE=app', 'DYNAMODB_NAME=app', 'MONGODB_DATABASE=app', 'CLICKHOUSE_DATABASE=default', 'DATABASE=http', 'database=mysql', 'database=DuckDB', 'database=PostgresQL', 'database=all', 'table_db_name=scores', 'database=DB_DATABASE', 'database=default', 'SURREALDB_DATABASE=kol', 'database=timescaledb', 'database=KOL @type: snowflake', 'database=kol @mongodb://sme-mongo', 'database=kol @from bson import ObjectId'],
  },
  {
    is: 'database',
    system: null,
    name: '(?:^|_)DATABASE_NAME$',
    value: DATABASE_VALUE,
    not: NO_DATABASE,
    forms: [...CODE, 'entry'],
    // Superset's name for a connection.
    far: `${OTHER_ENGINES}|\\bsqlalchemy_uri["']?\\s*[:=]`,
    match: ['AIRFLOW_DATABASE_NAME=airflow'],
    skip: ['DATABASE_NAME=connected', 'MONGO_DATABASE_NAME=app', 'database_name=Warehouse @sqlalchemy_uri: trino', 'database_name=KolGold @{"sqlalchemy_uri": uri}', 'database_name=KolGold @Database(sqlalchemy_uri=uri)'],
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
    name: '^(?:DATABASE|AIRFLOW|MLFLOW|METASTORE|HMS|SUPERSET|METABASE|OPENMETADATA|OM|DATAHUB|MARQUEZ|DAGSTER|PREFECT|KEYCLOAK|GRAFANA|FEAST|NESSIE|LAKEKEEPER|POLARIS|RANGER|APP|APPLICATION|BACKEND|HIVE_METASTORE|REDSHIFT|TIMESCALE|DWH?|WAREHOUSE|SOURCE|TARGET|SRC|DEST)_DB$',
    value: DATABASE_VALUE,
    forms: ['variable', 'constant', 'key'],
    match: ['AIRFLOW_DB=kol_airflow', 'METASTORE_DB=kol_metastore', 'DATABASE_DB=kol_airbyte', 'REDSHIFT_DB=kol_dw', 'SOURCE_DB=kol_app'],
    skip: ['AIRFLOW_DB=airflow.db', 'APP_DB=0', 'REDIS_DB=kol', 'SOURCE_DB=mysql'],
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
];
