import type { NamePattern } from './name-pattern.js';
import { PLATFORM } from './surroundings.js';

/** Names of other tables than a database's, and of what is done with one. */
const NO_TABLE = 'DYNAMO|AIRTABLE|BIGTABLE|BIGQUERY|CLICKHOUSE|(?:^|_)(?:ROUTE|ROUTING|IP|HASH|LOOKUP|LOCK|IS|USE|CREATE|DROP|HAS|ALTER|PER)_TABLE';
const OTHER_TABLES = 'dynamo|airtable|clickhouse|bigquery|snowflake|mongo|duckdb|sqlite|cosmos';
const LOWER_CASE = '^[a-z_][a-z0-9_$\\uFDD0]*(?:\\.[a-z_\\uFDD0][a-z0-9_$\\uFDD0]*){0,2}$';

/** Names of tables. */
export const TABLES: readonly NamePattern[] = [
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
    system: null,
    // In which TypeORM, and others, keep what they have done.
    name: '^MIGRATIONS?_TABLE_NAME$|^METADATA_TABLE_NAME$',
    forms: ['field', 'entry', 'constant', 'key'],
    value: '[a-z]',
    match: ['migrationsTableName=kol_migrations'],
    skip: ['migrationsTableName=TYPEORM_MIGRATIONS', 'migrationsTableName=migrations.json'],
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
    // Where a database or a lake is spoken of, a variable that ends so carries a table of it.
    bare: true,
    name: '^(?:[A-Z][A-Z\\d]*_)+TABLE(?:_NAME)?$',
    not: NO_TABLE,
    near: `${PLATFORM}|mysql|mariadb|jdbc:|sqlalchemy|risingwave|supabase|(?:^|\\n)(?:export )?[A-Z]\\w*_SCHEMA=`,
    far: OTHER_TABLES,
    forms: ['variable'],
    value: LOWER_CASE,
    match: [
      'EVENTS_TABLE=kol_events @POSTGRES_DB > table kol_events',
      'SINK_TABLE=kol_gold.events @iceberg > schema kol_gold, table events',
    ],
    skip: ['EVENTS_TABLE=kol_events', 'EVENTS_TABLE=KolEvents @postgres', 'DYNAMODB_TABLE=events @spark', 'ROUTE_TABLE=main @postgres', 'EVENTS_TABLE=events @postgres, dynamodb'],
  },
  {
    is: 'dotted-table',
    system: null,
    // What is moved from one table to another.
    bare: true,
    name: '(?:^|_)(?:SOURCE|TARGET|DEST|DESTINATION|SINK)_TABLE(?:_NAME)?$',
    not: NO_TABLE,
    near: `${PLATFORM}|mysql|mariadb|jdbc:|sqlalchemy|schema|airflow|\\betl\\b`,
    far: OTHER_TABLES,
    forms: ['key'],
    value: LOWER_CASE,
    match: ['destination_table=kol_orders @json_schema > table kol_orders', 'target_table=kol_gold.orders @airflow > schema kol_gold, table orders'],
    skip: ['destination_table=kol_orders', 'target_table=kol_orders @dynamodb, schema', 'source_table=orders.csv @airflow', 'target_table=The last one @schema'],
  },
  {
    is: 'dotted-table',
    system: null,
    bare: true,
    name: '(?:^|_)(?:SOURCE|TARGET|DEST|DESTINATION|SINK)_TABLE(?:_NAME)?$',
    not: NO_TABLE,
    path: 'airflow|\\b(?:etl|elt|dags|ingest\\w*|warehouse)\\b|migrations?\\b',
    far: OTHER_TABLES,
    forms: ['key'],
    value: LOWER_CASE,
    match: ['destination_table=kol_orders @path:data_migrations/orders/config.yaml > table kol_orders'],
    skip: ['destination_table=kol_orders @path:menu/config.yaml'],
  },
  {
    is: 'dotted-table',
    system: null,
    // A key that says it is a table's name, where a database or a lake is spoken of.
    bare: true,
    name: '(?:^|_)TABLE_NAME$',
    not: NO_TABLE,
    near: PLATFORM,
    far: OTHER_TABLES,
    forms: ['key'],
    value: LOWER_CASE,
    match: ['table_name=kol_events @glue > table kol_events', 'raw_table_name=kol_events @iceberg > table kol_events'],
    skip: ['table_name=kol_events', 'table_name=kol_events @dynamodb, glue', 'table_name=All events @glue', 'table_name=string @glue'],
  },
  {
    is: 'dotted-table',
    system: null,
    // A configuration that speaks of columns or of layers, of SQL or of what loads it, has no other tables.
    bare: true,
    name: '^(?:TABLE|TABLE_NAME|(?:SOURCE|SRC|TARGET|TGT|DEST|DESTINATION|SINK|RAW|BRONZE|SILVER|GOLD|STAGING|INPUT|OUTPUT)_TABLE(?:_NAME)?)$',
    near: `${PLATFORM}|mysql|mariadb|jdbc|sql|cassandra|\\b(?:airflow|etl|elt|ingest\\w*|database|db|schema|primary_?keys?|columns?|bronze|silver|gold)\\b`,
    far: `${OTHER_TABLES}|iptables|nftables|netplan|route_?table|\\bAWS::`,
    path: '\\.(?:ya?ml|toml)$',
    forms: ['key'],
    value: '^(?!(?:main|local|default|nat|filter|mangle|inet|table|data)$|(?:model|source|seed|snapshot|test)\\.)',
    match: [
      'table=kol_events @columns: > table kol_events',
      'target_table=KolEvents @primary_key: > table KolEvents',
      'table_name=events @bronze: > table events',
      'table=kol_gold.events @columns: > schema kol_gold, table events',
    ],
    skip: [
      'table=kol_events',
      'table=nat @database',
      'table=true @columns:',
      'table=users @dynamodb, columns',
      'table=users @AWS::DynamoDB::Table, KolDynamoDBTable, columns',
      'table=All of them @columns',
    ],
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
    // The tables of a package that speaks to a relational database, listed for the files that use them.
    bare: true,
    name: '^(?:DB|DATABASE|PG|POSTGRES|SQL)?_?(?:TABLES|TABLE_NAMES)$',
    forms: ['constant'],
    package: '\\b(?:drizzle-orm|knex|kysely|sequelize|typeorm|mikro-orm|objection|pg|pg-promise|postgres|mysql2?)"',
    far: 'dynamo|airtable',
    value: '^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$',
    match: ['TABLE_NAMES=kol_users @package:"knex": "3" > table kol_users', 'Tables=users @package:"pg": "8" > table users'],
    skip: ['TABLE_NAMES=kol_users', 'TABLE_NAMES=Users @package:"knex": "3"', 'TABLES=users @dynamodb, package:"pg": "8"'],
  },
  {
    is: 'dotted-table',
    system: null,
    // A program's constant that ends so is a table's name, where a database or a lake is spoken of; `MANAGED_TABLE = "managed_table"` is a kind of table.
    bare: true,
    name: '^(?:[A-Z][A-Z\\d]*_)+TABLE(?:_NAME)?$',
    not: `${NO_TABLE}|(?:^|_)(?:BQ|CH|DDB|KIND|TYPE|FORMAT|MODE|PREFIX|SUFFIX|SYMBOL|HTML|TMP|TEMP)_(?:\\w+_)?TABLE|_(?:TMP|TEMP|PREFIX|SUFFIX)_TABLE`,
    written: '^[A-Z][A-Z\\d_]*$',
    near: `${PLATFORM}|mysql|mariadb|jdbc:|sqlalchemy`,
    far: `${OTHER_TABLES}|sqlite`,
    forms: ['constant'],
    value: '^(?!(?:model|source|seed|snapshot|test)\\.)(?:[^.]*\\..*|(?=.{3})(?!(?:\\w+_)?(?:tables?|views?)$|(?:te?mp|name)_|(?:temp|name|json|csv|parquet)$)[a-z][a-z0-9]*(?:_[a-z0-9]+)*)$',
    match: [
      'DEST_TABLE=kol_calls @psycopg2 > table kol_calls',
      'RUNS_TABLE_NAME=runs @postgres > table runs',
      'RUNS_TABLE=kol_gold.runs @postgres > schema kol_gold, table runs',
    ],
    skip: [
      'DEST_TABLE=kol_calls',
      'dest_table=kol_calls @psycopg2',
      'destTable=kol_calls @postgres',
      'MANAGED_TABLE=managed_table @spark',
      'TYPE_TABLE=managed @spark',
      'USERS_TABLE=users @dynamodb, spark',
      'USERS_TABLE=users.csv @postgres',
      'CH_TABLE=events @postgres',
      'STAGING_TABLE=tmp_events @postgres',
    ],
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
    // dbt has ids of three parts for what it makes.
    value: '^(?!(?:model|source|seed|snapshot|test)\\.)',
    skip: ['TABLE_NAME=events', 'table=data.csv', 'TABLE_NAME=a.b.c.d', 'table=kol_silver/events.parquet', 'tables=model.kol.events'],
  },
];
