import { describe, expect, it } from 'vitest';
import { referencesIn, shownWithPlaces } from './shown.js';

/** Code, and for each reference where the name is written, what it is, and where it is used if that is elsewhere. */
const PYTHON: readonly (readonly [string, string, readonly string[]])[] = [
  ['a URI in a call', 'spark.read.parquet("s3a://bronze/events/")', ['1:27 bucket bronze']],
  ['a URI anywhere', 'PATH = "s3://kol-bronze/x"', ['1:14 bucket kol-bronze']],
  [
    'a constant is pointed at where it is written, for each of its uses',
    'BUCKET = "bronze"\nspark.read.csv(f"s3a://{BUCKET}/a")\nspark.read.csv(f"s3a://{BUCKET}/b")\n',
    ['1:11 bucket bronze <- 2:25', '1:11 bucket bronze <- 3:25'],
  ],
  ['a constant that nothing is seen to use', 'BRONZE_BUCKET = "bronze"\n', ['1:18 bucket bronze']],
  [
    'the default of an environment variable',
    'import os\nbucket = os.getenv("MINIO_BUCKET_BRONZE", "bronze")\nspark.read.csv(f"s3a://{bucket}/a")\n',
    ['2:44 bucket bronze <- 3:25'],
  ],
  ['a partly known name', 'spark.read.csv(f"s3a://kol-{layer}/a")', ['1:24 bucket kol-{?}']],
  ['a name of which nothing is known', 'spark.read.csv(f"s3a://{bucket}/a")', ['1:24 bucket {?}']],
  [
    'a loop over a list',
    'for layer in ["bronze", "silver"]:\n    s3.create_bucket(Bucket=f"kol-{layer}")\n',
    ['2:31 bucket kol-bronze', '2:31 bucket kol-silver'],
  ],
  ['a field of a class', 'class Settings:\n    bronze_bucket: str = "kol-bronze"\n', ['2:27 bucket kol-bronze']],
  [
    'the fields of a class that lists buckets or topics',
    'class Buckets(str, Enum):\n    RAW = "kol-raw"\n    owner: str = "kol-own"\n    name = "kol"\nclass KafkaTopics:\n    ORDERS = "kol.orders"\n',
    ['2:12 bucket kol-raw', '3:19 bucket kol-own', '6:15 topic kol.orders'],
  ],
  ['no fields of a class that lists something else', 'class AgeBuckets:\n    YOUNG = "under-30"\nclass Topics:\n    SPORTS = "sports"\nclass Bucket:\n    name = "pail"\n', []],
  [
    'an entry that is called what the key above it is',
    'CONFIG = {"bucket": {"name": "kol-bronze"}, "owner": {"name": "kol-team"}}',
    ['1:31 bucket kol-bronze'],
  ],
  ['no constant that says which variable carries the name', '# trino\nENV_SCHEMA = "KOL_SCHEMA"\nENV_NAME = "dev"\nENV_BUCKET = "kol-dev"\n', ['4:15 bucket kol-dev']],
  ['an entry of a dictionary of configuration', 'self.conf["spark"] = {"spark.sql.catalog.kol_lake": "x"}', ['1:42 catalog kol_lake']],
  [
    'the properties of a connector, each beside its own class',
    'A = [{"connector.class": "S3Sink", "topics": "kol.events"}, {"title": "x", "topics": "sports"}]\n',
    ['1:47 topic kol.events'],
  ],
  [
    'the id of a DAG that a decorated function is',
    'from airflow.decorators import dag\n@dag\ndef kol_daily(): ...\n@dag(schedule="@daily")\ndef kol_hourly(): ...\n@dag("kol_weekly")\ndef weekly(): ...\n',
    ['3:5 dag kol_daily', '5:5 dag kol_hourly', '6:7 dag kol_weekly'],
  ],
  ["a parameter's default", 'def read(bucket="kol-bronze"): ...\n', ['1:18 bucket kol-bronze']],
  ['an entry of a dictionary', 'CONFIG = {"bucket": "kol-bronze"}', ['1:22 bucket kol-bronze']],
  [
    'the entries of a record whose name is a plural',
    'BUCKETS = {"raw": "kol-raw", "curated": "kol-curated"}',
    ['1:20 bucket kol-raw', '1:42 bucket kol-curated'],
  ],
  ['the items of a list that says what it is for', 'dag_ids_to_trigger = ["kol_daily", "kol_hourly"]', ['1:24 dag kol_daily', '1:37 dag kol_hourly']],
  ['no entries of a record that describes one thing', 'BUCKETS = {"region": "eu-west-1", "owner": "data"}', []],
  ['a keyword of an unknown call', 'Sink(bucket="kol-bronze")', ['1:14 bucket kol-bronze']],
  [
    'what stands before a table is a keyspace where only Cassandra is imported',
    'from cassandra.query import SimpleStatement\ndef count(session):\n    session.execute(SimpleStatement("SELECT name FROM kol_metrics.scores"))\n',
    ['3:55 keyspace kol_metrics', '3:67 table kol_metrics.scores'],
  ],
  [
    "what is passed by position, by the parameter's name",
    'def drop(client, bucket_name, *, dry=False): ...\nclass Sink:\n    def __init__(self, key, bucket): ...\ndrop(client, "kol-bronze")\nSink("a", "kol-silver")\nother(client, "kol-gold")\n',
    ['4:15 bucket kol-bronze', '5:12 bucket kol-silver'],
  ],
  ['nothing that an exception is told', 'raise SinkError("x", bucket="kol-bronze")\n', []],
  [
    'a method that is handed over with its arguments',
    'import asyncio, boto3\ns3 = boto3.client("s3")\nawait asyncio.to_thread(s3.upload_file, path, "kol-bronze", key)\npool.submit(s3.download_file, "kol-silver", key, path)\nloop.run_in_executor(None, s3.download_file, "kol-gold", key, path)\nretried(s3.upload_file)(path, "kol-mlflow", key)\npool.submit(disk.download_file, "kol-disk", key, path)\n',
    ['3:48 bucket kol-bronze', '4:32 bucket kol-silver', '5:47 bucket kol-gold', '6:32 bucket kol-mlflow'],
  ],
  [
    'the experiments of a list, beside MLflow',
    'import mlflow\nTRUST_EXPERIMENTS = {"daily": "KOL_trust_daily"}\n',
    ['2:32 experiment KOL_trust_daily'],
  ],
  [
    'an identifier of PyIceberg, part by part',
    'from pyiceberg.catalog import load_catalog\nNS = "kol_gold"\nload_catalog().load_table((NS, "scores"))\nload_catalog().load_table([ns, "scores"])\nload_catalog().list_tables(("kol_gold",))\n',
    ['2:7 schema kol_gold <- 3:28', '3:33 table kol_gold.scores', '4:27 schema {?}', '4:33 table {?}.scores', '5:30 schema kol_gold'],
  ],
  [
    "an option's default",
    'parser.add_argument("--bronze-bucket", default="kol-bronze")',
    ['1:49 bucket kol-bronze'],
  ],
  ['a variable that is set', 'import os\nos.environ["MINIO_BUCKET_BRONZE"] = "kol-bronze"\n', ['2:38 bucket kol-bronze']],
  [
    'SQL through a connection, whose catalog and schema fill in what is left out',
    'import trino\nconn = trino.dbapi.connect(host="h", catalog="iceberg", schema="kol_gold")\nconn.cursor().execute("SELECT * FROM scores")\n',
    ['2:47 catalog iceberg', '2:65 schema iceberg.kol_gold', '3:38 table iceberg.kol_gold.scores'],
  ],
  [
    'SQL that nothing is said of',
    'QUERY = """\n  SELECT *\n  FROM iceberg.silver.events\n"""\n',
    ['3:8 catalog iceberg', '3:16 schema iceberg.silver', '3:23 table iceberg.silver.events'],
  ],
  [
    'SQL in pieces',
    'SCHEMA = "silver"\nspark.sql(f"SELECT * FROM iceberg.{SCHEMA}.events")\n',
    ['2:27 catalog iceberg', '1:11 schema iceberg.silver <- 2:36', '2:44 table iceberg.silver.events'],
  ],
  [
    'a location in SQL',
    `spark.sql("CREATE SCHEMA iceberg.kol_gold LOCATION 's3a://kol-gold/warehouse'")`,
    ['1:26 catalog iceberg', '1:34 schema iceberg.kol_gold', '1:59 bucket kol-gold'],
  ],
  [
    'a quoted identifier, written where its placeholder leads',
    'SCHEMA = "kol_gold"\nconn.execute(f"""DROP SCHEMA "{SCHEMA}" CASCADE""")\nconn.execute(f"""DROP SCHEMA "kol_{x}" CASCADE""")\n',
    ['1:11 schema kol_gold <- 2:32', '3:30 schema kol_{?}'],
  ],
  [
    'a temporary table whose name is computed is nobody else’s',
    'def sync(conn, table="kol_gold.scores"):\n    staging = f"_sync_{table.replace(\'.\', \'_\')}"\n    conn.execute(f"CREATE TEMP TABLE {staging} AS SELECT 1")\n    conn.execute(f"DROP TABLE {staging}")\n',
    ['1:23 schema kol_gold', '1:32 table kol_gold.scores'],
  ],
  [
    'the catalog that a session of Spark begins in, and none that it only knows',
    'from pyspark.sql import SparkSession\nspark = SparkSession.builder.config("spark.sql.catalog.kol_lake", "x").config("k", "jdbc:postgresql://h/kol_app").getOrCreate()\nspark.sql("DROP TABLE kol_gold.scores")\n',
    ['2:56 catalog kol_lake', '2:105 database kol_app', '3:23 schema kol_gold', '3:32 table kol_gold.scores'],
  ],
  [
    'the default catalog of a session of Spark',
    'from pyspark.sql import SparkSession\nspark = SparkSession.builder.config("k", "v").config("spark.sql.defaultCatalog", "kol_lake").getOrCreate()\nspark.sql("DROP TABLE kol_gold.scores")\n',
    ['2:83 catalog kol_lake', '3:23 schema kol_lake.kol_gold', '3:32 table kol_lake.kol_gold.scores'],
  ],
  ['no schema where a path of Delta is not known', 'spark.sql(f"DESCRIBE HISTORY delta.`{path}`")', []],
  ['a variable that is made of what DuckDB reads is no frame yet', 'import duckdb\ndef read(db):\n    visits = db.execute("SELECT * FROM visits").fetchall()\n    scores = load()\n    return db.sql("SELECT * FROM scores")\n', ['3:40 table visits']],
  ["what a query of Cosmos DB calls its container is no table", 'from azure.cosmos import CosmosClient\nquery = "SELECT * FROM c WHERE c.version = 1"\nother = "SELECT * FROM d WHERE d.version = 1"\n', ['3:24 table d']],
  [
    'names that psycopg composes SQL of',
    'from psycopg2 import sql\nNAMES = {"scores": "kol_scores"}\nquery = sql.SQL("SELECT {} FROM {} JOIN {t}").format(sql.Identifier(x), sql.Identifier("kol", NAMES["scores"]), t=sql.Identifier("events"))\ncur.execute(query.as_string(cur))\n',
    ['2:21 table kol.kol_scores <- 4:13', '3:89 schema kol <- 4:13', '3:131 table events <- 4:13'],
  ],
  ['a frame that DuckDB is given a name for is no table', 'import duckdb\ndb = duckdb.connect()\ndb.register("scores", load())\ndb.execute("SELECT * FROM scores")\ndb.execute("SELECT * FROM events")\n', ['5:27 table events']],
  ['a view of a table of Flink is no table', 'from pyflink.table import TableEnvironment\nt_env = TableEnvironment.create(settings)\nt_env.create_temporary_view("scores", load())\nt_env.execute_sql("INSERT INTO events SELECT * FROM scores")\n', ['4:32 table events']],
  ['a frame that DuckDB reads by its variable is no table', 'import duckdb\nscores = load()\nduckdb.sql("SELECT * FROM scores")\nduckdb.sql("SELECT * FROM events")\n', ['4:27 table events']],
  ['a stream that is kept in memory is a view of the session', 'df.writeStream.queryName("daily").format("memory").start()\nspark.sql("SELECT * FROM daily")\n', []],
  ['a bucket of which nothing is written but crosses', 'spark.read.parquet("s3://xxxxxxxx/a")\n', ['1:26 bucket {?}']],
  [
    'a table of a database, though a view of the session is called the same',
    'df = spark.read.jdbc(url, "users", properties=login)\ndf.createOrReplaceTempView("users")\nspark.sql("SELECT * FROM users").write.saveAsTable("users")\n',
    ['1:28 table users', '3:53 table users'],
  ],
  ['a view of the session is nobody else’s', 'df.createOrReplaceTempView("daily")\nspark.sql("SELECT * FROM daily")\n', []],
];

const TYPESCRIPT: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a constant with the environment before it',
    "const bucket = process.env.MINIO_BUCKET_GOLD ?? 'kol-gold';\ns3.getObject({ Bucket: bucket });\n",
    ['1:50 bucket kol-gold <- 2:24'],
  ],
  ['a template', 'const path = `s3://kol-${layer}/a`;', ['1:20 bucket kol-{?}']],
  ['an entry of an object', "export const config = { bronzeBucket: 'kol-bronze' };", ['1:40 bucket kol-bronze']],
  [
    'SQL in a template',
    'trino.query(`SELECT * FROM iceberg.${schema}.scores`);',
    ['1:28 catalog iceberg', '1:36 schema iceberg.{?}', '1:46 table iceberg.{?}.scores'],
  ],
  [
    'a table by what holds it, where its variable could only say one with a schema',
    "import { Model } from 'objection';\nconst SCORES = process.env.SCORES_TABLE || 'kol_scores';\nclass Score extends Model {\n  static get tableName() {\n    return SCORES;\n  }\n}\n",
    ['2:45 table kol_scores <- 4:14'],
  ],
  [
    "a database in the words of a command",
    "import { spawnSync } from 'node:child_process';\nspawnSync('psql', ['-d', 'kol_app', '-c', 'DROP TABLE kol.scores']);\n",
    ['2:27 database kol_app', '2:55 schema kol', '2:59 table kol.scores'],
  ],
  [
    'buckets that a plural lists by stage and by layer',
    "export const LAKE_BUCKETS = { dev: ['kol-dev-raw'], prod: { raw: 'kol-raw', gold: 'kol-gold' } };\nexport const TABLE_SCHEMAS = { users: ['id', 'name'] };\nexport const RAW_BUCKETS = { raw: { name: 'kol-in', region: 'eu' } };\n",
    ['1:38 bucket kol-dev-raw', '1:67 bucket kol-raw', '1:84 bucket kol-gold'],
  ],
  [
    "tables as their creator names them, where each is written",
    "import { pgTableCreator } from 'drizzle-orm/pg-core';\nconst table = pgTableCreator((name) => `kol_${name}`);\nconst staged = pgTableCreator((name) => `${stage}_${name}`);\ntable('users', {});\nstaged('scores', {});\n",
    ['4:8 table kol_users', '5:9 table {?}_scores'],
  ],
  ['a class field', "class Store { private readonly bucket = 'kol-bronze'; }", ['1:42 bucket kol-bronze']],
  [
    "an argument, by the name of the parameter it becomes in the repository's own function",
    "function copy(key: string, toBucket = DEFAULT) { send(key, toBucket); }\ncopy('a', 'kol-bronze');\ncopy('kol-silver');\nother('a', 'kol-gold');\n",
    ['2:12 bucket kol-bronze'],
  ],
  [
    'an argument of a method and of a constructor',
    "class Store {\n  constructor(private readonly rawBucket: string) {}\n  move(to: string, bucketName: string) { send(to, bucketName); }\n}\nnew Store('kol-raw').move('a', 'kol-gold');\n",
    ['5:12 bucket kol-raw', '5:33 bucket kol-gold'],
  ],
  [
    "an argument, by the parameter of an interface's method",
    "interface Reads { load(bucket: string): void }\ninterface Store extends Reads { save: (key: string, bucketName: string) => void }\n" +
      "class Job {\n  constructor(private readonly store: Store) {}\n  run(other: { save(a: string): void }) {\n" +
      "    this.store.save('a', 'kol-gold');\n    this.store.load('kol-raw');\n    other.save('kol-other');\n  }\n}\n",
    ['6:27 bucket kol-gold', '7:22 bucket kol-raw'],
  ],
  [
    "knex's tables, which are no schemas",
    "knex.schema.createTable('users', (table) => table.foreign('team').references('teams.id'));\n",
    ['1:26 table users'],
  ],
  [
    'a list of topics, by the name of the list',
    "import { Consumer } from 'node-rdkafka-kafka';\nthis.topicList = opts.topicList || ['kol.events'];\n",
    ['2:38 topic kol.events'],
  ],
  [
    "the database among libpq's settings",
    "const settings = ['user=kol', `host=${HOST}`, 'dbname=kol_app'].join(' ');\nconst message = 'say dbname=kol_app';\n",
    ['1:55 database kol_app'],
  ],
  [
    'a bucket with the beginning of its keys',
    "import AWS from 'aws-sdk';\nnew AWS.S3().getObject({ Bucket: `kol-config/${stage}/x`, Key: 'a' });\n",
    ['2:35 bucket kol-config'],
  ],
  ['a condition with a query in it', "users.where('id IN (SELECT user_id FROM bans WHERE old = true)');\n", ['1:41 table bans']],
  [
    'a column that is a query',
    "scores.addSelect('(CASE WHEN EXISTS (SELECT 1 FROM kol.flags f WHERE f.id = id) THEN 1 ELSE 0 END)', 'flag');\n",
    ['1:52 schema kol', '1:56 table kol.flags'],
  ],
  [
    'a template of SQL whose values are a hole',
    'import sql from "./database";\nawait sql`insert into scores ${sql(values)} returning *`;\nawait sql`update users set ${sql(values)} where id = ${id}`;\n',
    ['2:23 table scores', '3:18 table users'],
  ],
  [
    'a query that another has within it under a name is no table',
    "import { Kysely } from 'kysely';\nconst db = new Kysely({});\ndb.with('recent', (qb) => qb.selectFrom('visits')).selectFrom('recent');\n",
    ['3:42 table visits'],
  ],
  [
    'an address beside what a call takes of an object',
    "import { StartQueryExecutionCommand } from '@aws-sdk/client-athena';\nnew StartQueryExecutionCommand({ QueryExecutionContext: { Database: 'kol_gold' }, ResultConfiguration: { OutputLocation: 's3://kol-athena/x' } });\n",
    ['2:70 schema kol_gold', '2:128 bucket kol-athena'],
  ],
];

describe('Python', () => {
  it.each(PYTHON)('%s', (_, code, expected) => {
    expect(shownWithPlaces(referencesIn(code))).toEqual(expected);
  });
});

describe('TypeScript', () => {
  it.each(TYPESCRIPT)('%s', (_, code, expected) => {
    expect(shownWithPlaces(referencesIn(code, 'a.ts'))).toEqual(expected);
  });
});
