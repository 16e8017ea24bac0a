import { describe, expect, it } from 'vitest';
import { displayName } from '../../src/references/name.js';
import { referencesIn, shownNames } from './shown.js';

/** Each was seen in real code: text that looks like a name and is none, or is another one than it seems. */
const NOTHING_IN_PYTHON: readonly (readonly [string, string])[] = [
  ['documentation in a constant', 'DAG_DOC_MD = """Reads s3://bronze/events."""\ndag.doc_md = f"""Reads s3://{x}-bronze/."""\n'],
  ['documentation in an argument', 'from airflow import DAG\nDAG(doc_md="""Reads s3://bronze/events.""")'],
  ['a docstring', 'def read():\n    """Reads s3://bronze/events."""\n'],
  ['a comment', '# s3://bronze/events\nx = 1  # SELECT * FROM iceberg.silver.events\n'],
  ['a regular expression', 'import re\nre.match(r"s3://([^/]+)/(.*)", uri)'],
  ['a regular expression that names a bucket', 'import re\nre.sub(r"^s3a?://bronze/", "", uri)'],
  ['a scheme that is tested', 'if uri.startswith("s3://bronze/"):\n    pass'],
  ['a scheme that is taken off', 'key = uri.replace("s3://", "")'],
  ['a text that is searched for', 'if "s3://bronze" in uri:\n    pass'],
  ['a message that a test expects', 'import pytest\nwith pytest.raises(ValueError, match="Expected \'s3://bronze/key\'"):\n    parse("x")'],
  ["the service's address", 'import boto3\nboto3.client("s3", endpoint_url="https://s3.amazonaws.com/bronze")'],
  ['an XML namespace', 'NS = "{http://s3.amazonaws.com/doc/2006-03-01/}Contents"'],
  ['a bucket that is a local folder', 'sync(bucket="./data/bronze/")'],
  ["Kubeflow's experiments", 'import kfp\nkfp.Client().create_experiment("trust")'],
  ["Google Drive's downloads", 'drive.download_file("1Fe3", "bronze")'],
  ["a Bucket object's download", 'def get(bucket):\n    bucket.download_file("raw/a.csv", "/tmp/a.csv")'],
  ['a class of the project with a method of that name', 'class Store:\n    def list_objects(self, kind): ...\n\nStore().list_objects("bronze")'],
  ['an Arrow schema', 'import pyarrow as pa\nimport trino\npa.table(data, schema=pa.schema([("id", pa.int64())]))'],
  ['a schema in DDL', 'spark.createDataFrame(rows, schema="id INT, name STRING")'],
  ['a JSON schema', '# trino\nvalidate(schema={"type": "object"})'],
  ['column names for a schema', '# spark\nframe(rows, schema=["id", "day"])'],
  ["a catalog's type", 'SparkSession.builder.config("spark.sql.catalogImplementation", "hive")'],
  ['users, passwords and hosts named like a database', 'import psycopg2\npsycopg2.connect(user="kol_app", password="kol_app", host="kol_app")'],
  ['a consumer group', 'from kafka import KafkaConsumer\nKafkaConsumer(group_id="kol.events")'],
  ['an import in a string', 'CODE = "from airflow.operators.python import PythonOperator"'],
  ['an object key', 'path = "bronze.parquet"\nspark.read.parquet("bronze/events.parquet")'],
  ['medallion words as tags, folders and options', 'TAGS = ["bronze", "silver"]\nLAYER = "bronze"\nos.makedirs("data/bronze")'],
  ['a medal', 'MEDALS = {"gold": 3, "silver": 1, "bronze": 2}'],
  ['the scheme of a connection', 'from airflow.models import Connection\nfor values in [{"conn_id": "api", "schema": "http"}]:\n    Connection(**values)'],
  ['a numeric experiment id', 'import mlflow\nmlflow.set_experiment(experiment_id="12")\nEXPERIMENT = "12"'],
  ['a run', 'import mlflow\nmlflow.pyfunc.load_model("runs:/1f2e/model")'],
  ['host names that look like namespaces', 'import trino\ntrino.dbapi.connect(host="sme-trino")\nMINIO = "http://sme-minio:9000"'],
  ["InfluxDB's bucket beside S3", 'import boto3\nimport os\nINFLUXDB_BUCKET = os.getenv("INFLUXDB_BUCKET", "metrics")\nwrite_api.write(bucket="metrics", org="kol", record=point)'],
  ['a bucket of something sorted', 'sort(rows, bucket="young")'],
  ["Snowflake's databases beside PostgreSQL", 'import psycopg2\nimport snowflake.connector\nsnowflake.connector.connect(database="KOL_DWH", schema="RAW")'],
  ["ClickHouse's database, in the settings that its client is given", 'import clickhouse_connect\nimport psycopg2\nCONFIG = {"host": "h", "database": "kol"}\nclickhouse_connect.get_client(**CONFIG)'],
  ["SQL Server's database, in a constant", 'import os\nimport pymssql\nDB_NAME = os.getenv("DB_NAME", "kol")\npymssql.connect(host="h", database=DB_NAME)'],
  ['a key under which a name is passed on', 'class Shared:\n    KEY_GEO_BUCKET_NAME = "geo_bucket_name"'],
  ['what is said of a file', 'import boto3\nFILES = {"bucket_sales.csv": "bronze"}'],
  ["Kubeflow's experiment beside MLflow", 'import argparse\nfrom kfp import Client\nparser = argparse.ArgumentParser()\nparser.add_argument("--uri", default="http://mlflow:5000")\nparser.add_argument("--experiment", default="trust")\nargs = parser.parse_args()\nClient(host=args.host).create_run_from_pipeline_package(pipeline, experiment_name=args.experiment)'],
  ['an option of a command line', 'from click.testing import CliRunner\nimport kafka\nCliRunner().invoke(producer.produce, "--help")'],
  ['an example for the readers of an interface', 'import boto3\nbucket: str = Field(examples=["s3://bronze/a"])\nConfig = {"json_schema_extra": {"example": {"bucket_name": "bronze", "sql": "SELECT * FROM events"}}}\nTool(examples=[{"bucket_name": "bronze", "sql": "SELECT * FROM events"}])'],
  ['what is left of an address that is taken apart', 'import boto3\ndef read(path):\n    bucket, key = path.split("/", 1)\n    boto3.client("s3").get_object(Bucket=bucket, Key=key)\n\nKEY = "a"\nread("s3:" + "/" + KEY)'],
  ['the members of an enumeration', 'class Kind(str, Enum):\n    DATABASE = "database"\n    CLOUD_BUCKET = "cloud_bucket"'],
  ['roles that speak of buckets', 'ROLES = {"BUCKET_OWNER": "BUCKET_OWNER"}'],
  ["MLflow's own tags", 'TAGS = {"mlflow.modelName": "mlflow_model"}'],
  ['a list of keys', 'class Keys:\n    BUCKET = "storage.bucket"'],
  ["a histogram's buckets", 'Histogram("seconds", buckets=["0.05", "0.1"])'],
  ['a word for what is not known', 'import airflow\ndag_id = context.get("dag", {}).dag_id if context.get("dag") else "unknown"'],
  ['a health check', 'return {"database": "connected"}'],
  ["Spark's schema", 'spark.createDataFrame(rows, schema=StructType([StructField("bronze", StringType())]))'],
  ["Iceberg's schema", 'import pyiceberg\nSchema(NestedField(1, "bronze", StringType()), schema_id=1)'],
  ["GraphQL's schema", 'import strawberry\nimport trino\nschema = strawberry.Schema(query=Query)'],
  ["a secret's name", 'import boto3\nboto3.client("secretsmanager").get_secret_value(SecretId="kol_app")\nPOSTGRES_ROLE = "kol_app"'],
  ["a client's id", 'from kafka import KafkaProducer\nKafkaProducer(client_id="kol.events", bootstrap_servers="sme-kafka:9092")'],
  ['options that speak of layers', 'spark.read.option("tier", "gold").load()'],
  ['a container', 'import subprocess\nsubprocess.run(["docker", "exec", "sme-minio", "mc", "ls", "local/"])'],
  ['prose in parentheses that begins like SQL', "const HELP = 'Pick an item (select one from the list of tables) and go on';"],
  ['prose that begins like SQL', 'HELP = "Select a file from the list of your bronze files"'],
];

const NOTHING_IN_JAVASCRIPT: readonly (readonly [string, string])[] = [
  ['a regular expression', 'const parts = /^s3:\\/\\/([^/]+)/.exec(uri);'],
  ['a scheme that is tested', "if (uri.startsWith('s3://bronze')) run();"],
  ["knex's schema builder", "const schema = knex.schema;\nschema.alterTable(name, (table) => table.string('bronze'));"],
  ['a GraphQL schema', "const schema = buildSchema('type Query { bronze: String }');"],
  ['a comment', '// s3://bronze/events\n/* SELECT * FROM iceberg.silver.events */'],
  ['a consumer group', "const consumer = kafka.consumer({ groupId: 'kol.events' });"],
  ["a client's id", "new Kafka({ clientId: 'kol.events', brokers: ['sme-kafka:9092'] });"],
  ['a scheme that is taken off', "const key = uri.replace('s3://bronze/', '');"],
  ['a text that is searched for', "if (uri.includes('s3://bronze')) run();"],
  ["the service's address", "fetch('https://s3.amazonaws.com/bronze/key');"],
  ['an XML namespace', "const NS = 'http://s3.amazonaws.com/doc/2006-03-01/';"],
  ['a class of the project with a method of that name', "class Store { listObjects(kind) { return kind; } }\nnew Store().listObjects('bronze');"],
  ["Google Drive's files", "drive.files.get({ fileId: 'bronze' });"],
  ['users, passwords and hosts named like a database', "new Pool({ user: 'kol_app', password: 'kol_app', host: 'sme-postgres' });"],
  ['a JSON schema', "new Ajv().compile({ schema: 'bronze' });"],
  ['what a setting says of itself', "const settings = { bucketsAllowlist: { doc: 'where', format: 'bucket-array', default: [], env: 'KOL_BUCKETS' } };"],
  ['keys that are texts for people', "// trino\nconst ICONS = { 'Glue Data Catalog': 'glue' };"],
  ['the class that something is sorted into', "function share(mix, bucket) { return mix[bucket] ?? 0; }\nshare(mix, 'plan');"],
  ['what something is sorted into, where nothing speaks of storage', "const bucket = age > 30 ? 'older' : 'younger';"],
  ['units of time', "// upload\nconst UNITS = { hour: 'hour', day: 'day' };\nconst bucket = UNITS[unit];"],
  ["SQLite's database", "new DataSource({ type: 'better-sqlite', database: 'kol.sqlite' });\nimport { DataSource } from 'typeorm';"],
  ['the state of a database', "const state = 'skipped';\nconst health = { database: state };"],
  ["ClickHouse's database", "import { createClient } from '@clickhouse/client';\nconst db = process.env.CLICKHOUSE_DB ?? 'kol_events';\ncreateClient({ url, database: db });"],
  ["MongoDB's database", "mongoose.connect(uri, { dbName: 'kol_app' });\nimport mongoose from 'mongoose';"],
  ['a variable of another engine', "const settings = { database: process.env.MONGO_DATABASE ?? 'kol_app' };"],
  ['an attribute of a trace', "// postgres\nconst ATTRIBUTES = { DB_SQL_TABLE_NAMES: 'db.sql.table_names' };"],
  ['a type of media', "const ENDINGS = { 'application/vnd.oasis.opendocument.database': 'odb' };"],
  ['a name that is crossed out', "const settings = { user_files_s3_bucket: 'xxxxxx-xxxxx-xxx' };"],
  ['the code of a quota', "enum Quota { OBJECTS_IN_A_BUCKET = 'L-690B4DB2', TABLES_IN_A_DATA_CATALOG = 'L-CDB97050' }"],
  ["what a service's operations are told", "// s3\nconst operations = { ListBuckets: { alias: 'GetService' }, PutBucketCors: { http: { method: 'PUT' } } };"],
  ["another engine's first database", "const cache = { databaseName: 'default' };"],
  ['what else a topic is told', "// kafka\nexport const Topic = { name: 'Orders', description: 'orders' };"],
  ["a topic's settings", "// kafka\nconst options = { topicConf: { partitioner: 'murmur2_random' } };"],
  ['an import in a string', "const CODE = 'from airflow.operators.python import PythonOperator';"],
  ['an object key', "const path = 'bronze/events.parquet';"],
  ['a medal', 'const MEDALS = { gold: 3, silver: 1, bronze: 2 };'],
  ['prose in parentheses that begins like SQL', "const HELP = 'Pick an item (select one from the list of tables) and go on';"],
  ['prose that begins like SQL', "const HELP = 'Select a file from the list of your bronze files';"],
];

describe('nothing is named in Python by', () => {
  it.each(NOTHING_IN_PYTHON)('%s', (_, code) => {
    expect(shownNames(referencesIn(code))).toEqual([]);
  });
});

describe('nothing is named in JavaScript by', () => {
  it.each(NOTHING_IN_JAVASCRIPT)('%s', (_, code) => {
    expect(shownNames(referencesIn(code, 'a.ts'))).toEqual([]);
  });
});

describe('a text that only speaks of a resource is a mention', () => {
  it.each([
    ['print', 'print("reading s3://bronze/events")'],
    ['a log line', 'import logging\nlogger = logging.getLogger(__name__)\nlogger.info("reading s3://bronze/%s", key)'],
    ['a log line that is formatted', 'logger.info("reading s3://bronze/{}".format(key))'],
    ['an exception', 'raise ValueError("no such object: s3://bronze/events")'],
    ['an assertion message', 'assert found, "nothing in s3://bronze/events"'],
  ])('%s', (_, code) => {
    const found = referencesIn(code);
    expect(found.map(({ kind, name, use }) => `${kind} ${displayName(name)} ${use.access}`)).toEqual(['bucket bronze mention']);
  });

  it.each(["console.log('reading s3://bronze/events');", "throw new Error('nothing in s3://bronze/events');"])('%s', (code) => {
    expect(referencesIn(code, 'a.ts').map(({ use }) => use.access)).toEqual(['mention']);
  });
});

describe('names of the system itself are listed as its own', () => {
  it.each([
    ['SELECT * FROM iceberg.information_schema.tables', ['information_schema', 'tables']],
    ['SELECT * FROM system.runtime.queries', ['system', 'runtime', 'queries']],
  ])('%s', (sql, builtin) => {
    const found = referencesIn(`spark.sql("${sql}")`).filter((reference) => reference.builtin);
    expect(found.map(({ name }) => name)).toEqual(builtin);
  });

  it('the tables of the pipeline itself', () => {
    expect(referencesIn('spark.read.table("LIVE.scores")').map(({ name, builtin }) => [name, builtin])).toEqual([['LIVE', true], ['scores', false]]);
  });

  it('the database postgres', () => {
    expect(referencesIn('URL = "postgresql://h/postgres"').map(({ builtin }) => builtin)).toEqual([true]);
  });
});

it("a catalog's type is not its name", () => {
  const builder = 'SparkSession.builder.config("spark.sql.catalog.lake.type", "hive")';
  expect(shownNames(referencesIn(builder))).toEqual(['catalog lake']);
  const loaded = 'from pyiceberg.catalog import load_catalog\nload_catalog("lake", type="hive", uri="thrift://hive:9083")';
  expect(shownNames(referencesIn(loaded))).toEqual(['catalog lake']);
});

it('what stands behind topics that are keys is none', () => {
  const code = (use: string) => `from kafka import KafkaConsumer\nTOPICS = {"kol-events": "raw", "kol-scores": "gold"}\nconsumer = KafkaConsumer()\n${use}`;
  expect(shownNames(referencesIn(code('consumer.subscribe(list(TOPICS.keys()))')))).toEqual(['topic kol-events', 'topic kol-scores']);
  expect(shownNames(referencesIn(code('consumer.subscribe(list(TOPICS.values()))')))).toEqual(['topic raw', 'topic gold']);
});

it("S3 Select's object is no table", () => {
  const code = 's3.select_object_content(Bucket="kol-raw", Key=key, Expression="SELECT s.id FROM s3object s WHERE s.id > 1")';
  expect(shownNames(referencesIn(code))).toEqual(['bucket kol-raw']);
  expect(shownNames(referencesIn('QUERY = "SELECT a.id FROM S3Object[*] a"'))).toEqual([]);
});

describe('in SQL strings', () => {
  it.each([
    ['a CTE is no table', 'WITH silver AS (SELECT 1) SELECT * FROM silver', []],
    ['a function is no table', 'SELECT iceberg.kol_gold.mask(x) FROM iceberg.kol_gold.t', ['catalog iceberg', 'schema kol_gold', 'table t']],
    ['EXTRACT takes FROM', "SELECT EXTRACT(year FROM day) FROM kol_gold.t WHERE a IS DISTINCT FROM b", ['schema kol_gold', 'table t']],
    ['SUBSTRING, TRIM and OVERLAY take FROM', "SELECT SUBSTRING(a FROM 1), TRIM(BOTH 'x' FROM b), OVERLAY(a PLACING b FROM 2) FROM kol_gold.t", ['schema kol_gold', 'table t']],
    ["Flink's metadata is no table", "CREATE TABLE kol_gold.t (a STRING, b STRING METADATA FROM 'topic') WITH ('connector' = 'datagen')", ['schema kol_gold', 'table t']],
    ['roles and users are no names of ours', "CREATE ROLE sme_reader; GRANT SELECT ON kol_gold.t TO ROLE sme_reader; CREATE USER kol_app PASSWORD 'kol_app'", ['schema kol_gold', 'table t']],
    ['what is commented out counts for nothing', 'SELECT 1 FROM kol_gold.t -- FROM silver.events', ['schema kol_gold', 'table t']],
    ['a Jinja hole hides its dots', 'SELECT * FROM {{ params.schema }}.events', ['schema {?}', 'table events']],
  ])('%s', (_, sql, expected) => {
    expect(shownNames(referencesIn(`spark.sql(${JSON.stringify(sql)})`))).toEqual(expected);
  });
});
