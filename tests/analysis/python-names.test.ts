import { describe, expect, it } from 'vitest';
import { referencesIn, shownNames, shownPlace } from './shown.js';

describe('the command lines that Python runs are read as the shell has them', () => {
  it.each([
    ['a list of words', 'import subprocess\nsubprocess.run(["psql", "-h", host, "-d", "kol_app"], check=True)', ['database kol_app']],
    ['a list with a name', 'import subprocess\ncmd = ["mc", "mb", "local/kol-raw"]\nsubprocess.check_call(cmd)', ['bucket kol-raw']],
    ['behind a wrapper', 'import subprocess\nsubprocess.run(["docker", "exec", "sme-db", "createdb", "kol_app"])', ['database kol_app']],
    ['a text', 'import subprocess\nsubprocess.run("aws s3api create-bucket --bucket kol-raw", shell=True)', ['bucket kol-raw']],
    ['of os', 'import os\nos.system("createdb kol_app")', ['database kol_app']],
    ['of asyncio', 'import asyncio\nawait asyncio.create_subprocess_exec("psql", "-d", "kol_app")', ['database kol_app']],
    [
      "of Airflow's operator",
      'from airflow.operators.bash import BashOperator\nBashOperator(task_id="t", bash_command="mc mb local/kol-raw && psql -d kol_app")',
      ['bucket kol-raw', 'database kol_app'],
    ],
    [
      'of a pod',
      'from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator\nSCRIPT = ["-c", "psql -d kol_app -c \\"vacuum verbose kol.scores, kol.events;\\""]\nKubernetesPodOperator(task_id="t", cmds=["bash"], arguments=SCRIPT)',
      ['database kol_app', 'schema kol', 'table scores', 'schema kol', 'table events'],
    ],
    ['of a container', 'from airflow.providers.docker.operators.docker import DockerOperator\nDockerOperator(task_id="t", command="mc mb local/kol-raw")', ['bucket kol-raw']],
  ])('%s', (_, code, found) => {
    expect(shownNames(referencesIn(code))).toEqual(found);
  });

  it.each([
    ['a method of the same name', 'pipeline.run(["psql", "-d", "kol_app"])'],
    ['another function', 'from jobs import system\nsystem("createdb kol_app")'],
  ])('%s is none', (_, code) => {
    expect(shownNames(referencesIn(code))).toEqual([]);
  });
});

describe('what a function is called says what it returns', () => {
  it.each([
    ['a method', 'class Settings:\n    @property\n    def bucket_name(self):\n        return "kol-bronze"', ['bucket kol-bronze']],
    ['a function', 'def get_bucket():\n    return "kol-bronze"', ['bucket kol-bronze']],
    ['behind `or`', 'def keyspace(given):\n    return given or "kol_metrics"', ['keyspace kol_metrics']],
    ['either of two', 'def bucket(prod):\n    return "kol-prod" if prod else "kol-dev"', ['bucket kol-prod', 'bucket kol-dev']],
  ])('%s', (_, code, found) => {
    expect(shownNames(referencesIn(code))).toEqual(found);
  });

  it.each([
    ['what a function does', 'def create_bucket(name):\n    return "created"\ndef validate_bucket_name(name):\n    return "kol-bad"'],
    ['what is asked of a thing', 'def bucket_policy():\n    return "private-read"'],
    ['the class that a number falls into', 'def age_bucket(n):\n    if n < 18:\n        return "minor"\n    return "adult"'],
    ['one of two such classes', 'def size_bucket(n):\n    return "small" if n <= 10 and n else "large"'],
    ['what something is turned into', 'def to_bucket(n):\n    return "kol-bad"'],
    ['what is put together elsewhere', 'def bucket_name():\n    return bucket_of("kol")'],
  ])('not %s', (_, code) => {
    expect(shownNames(referencesIn(code))).toEqual([]);
  });
});

describe('a table beside its schema is one, whoever takes the two', () => {
  it.each([
    ['arguments', 'Drop(schema="kol_gold", table="scores")', ['schema kol_gold', 'table scores']],
    ['arguments of the same end', 'append(source_schema="kol_raw", source_table="scores", rows=2)', ['schema kol_raw', 'table scores']],
    ['entries', 'JOBS = [{"schema_name": "kol_gold", "table_name": "scores"}]', ['schema kol_gold', 'table scores']],
  ])('%s', (_, code, found) => {
    expect(shownNames(referencesIn(code))).toEqual(found);
  });

  it.each([
    ['columns', 'read(schema="id INT, name STRING", table="scores")\nread(schema=schema_of(kol), table="scores")'],
    ['entries of two dictionaries', 'A = {"schema": "kol_gold"}\nB = {"table": "scores"}'],
    ['ends that differ', 'append(source_schema="kol_raw", target_table="scores")'],
    ["another system's", 'import snowflake.connector\nsnowflake.connector.connect(schema="RAW", table="SCORES")'],
  ])('not of %s', (_, code) => {
    expect(shownNames(referencesIn(code))).toEqual([]);
  });
});

it('the class that something falls into is no bucket', () => {
  const code = 'import boto3\ndef classify(score):\n    return "kol-high"\nbucket = classify(score)\ndef bucket_of(layer):\n    return "kol-raw"\nother_bucket = bucket_of(layer)';
  expect(shownNames(referencesIn(code))).toEqual(['bucket kol-raw']);
});

it('what a log line or a text for people says names nothing', () => {
  expect(shownNames(referencesIn('import kafka\nlog.info("sent", topic="kol.events")\nsend("sent", topic="kol.sent")'))).toEqual(['topic kol.sent']);
  expect(shownNames(referencesIn('HELP_TEXT = "Use s3://kol-raw/path"\nmessage = f"Nothing in s3://kol-raw of {day}"\nPATH = "s3://kol-gold/path"'))).toEqual(['bucket kol-gold']);
});

it('options of a command line in a list have values', () => {
  const code = 'import pyspark\nmain(["--catalog", "kol_lake", "--raw-bucket", "kol-raw", "--dry-run", "--table"])';
  expect(shownNames(referencesIn(code))).toEqual(['catalog kol_lake', 'bucket kol-raw']);
  expect(shownNames(referencesIn('from kafka import KafkaProducer\nargs = ["--topic", "kol.events"]'))).toEqual(['topic kol.events']);
  expect(shownNames(referencesIn('import pyspark\nmain(["--catalog", "--verbose", "catalog"])\nmain(["catalog", "kol_lake"])'))).toEqual([]);
});

it('the schema that a record is held against is no schema of tables', () => {
  const code = 'from pyspark.sql import SparkSession\nvalidator.validate_data(record, schema_name="kol_orders")\nload(record, schema_name="kol_gold")';
  expect(shownNames(referencesIn(code))).toEqual(['schema kol_gold']);
  const own = 'import pyspark\nclass Checks:\n    def validate(self, record, schema_name): ...\nChecks().validate({}, "kol_orders")';
  expect(shownNames(referencesIn(own))).toEqual([]);
});

it('the columns that a schema lists are no schemas', () => {
  const code = 'import pyspark\nSCORE_SCHEMA = [{"name": "kol_id", "type": "INT64"}, {"name": "kol_day", "type": "DATE"}]\nSCHEMA = {"name": "kol_gold"}';
  expect(shownNames(referencesIn(code))).toEqual(['schema kol_gold']);
});

it('what drivers and stacks of contexts are closed by gives what it is given', () => {
  const code = 'import contextlib, psycopg2\nwith contextlib.closing(psycopg2.connect(dsn)) as connection, connection, connection.cursor() as cursor:\n    cursor.execute("TRUNCATE kol_scores")\nwith contextlib.ExitStack() as stack:\n    stack.enter_context(psycopg2.connect(dsn)).cursor().execute("TRUNCATE kol_events")';
  expect(shownNames(referencesIn(code)).filter((name) => name.startsWith('table'))).toEqual(['table kol_scores', 'table kol_events']);
});

it('what a record says of one bucket of several is no other one', () => {
  const code = 'import boto3\nBUCKETS = {"raw": {"bucket_name": "kol-raw", "local_path": "kol-jobs"}, "gold": "kol-gold"}';
  expect(shownNames(referencesIn(code))).toEqual(['bucket kol-raw', 'bucket kol-gold']);
});

it("what stands before a table is a keyspace where Cassandra's driver is at hand, beside Spark, too", () => {
  const code = 'from cassandra.cluster import Cluster\nfrom pyspark.sql import SparkSession\ndef add(session):\n    session.execute("INSERT INTO kol.events (id) VALUES (1)")';
  expect(shownNames(referencesIn(code))).toEqual(['keyspace kol', 'table events']);
});

it('a topic in brackets is one of a list, whatever the list is called', () => {
  const code = 'from kafka import KafkaConsumer\ntopic_name = ["kol.events"]\nfields = {"schema": ["id", "day"]}';
  expect(shownNames(referencesIn(code))).toEqual(['topic kol.events']);
});

it('a class that lists things is made with their names', () => {
  expect(shownNames(referencesIn('names = Buckets(raw="kol-raw", silver="kol-silver")'))).toEqual(['bucket kol-raw', 'bucket kol-silver']);
  expect(shownNames(referencesIn('ages = AgeBuckets(young="under-30")\nBuckets(region="eu-west")'))).toEqual([]);
});

describe("a setting that the project's own function looks up has the default that it is given", () => {
  it.each([
    ['by position', 'bucket = get_env("RAW_BUCKET", "kol-raw")', ['bucket kol-raw']],
    ['by keyword', 'load(_optional_arg("CASSANDRA_KEYSPACE", default="kol_metrics"))', ['keyspace kol_metrics']],
  ])('%s', (_, code, found) => {
    expect(shownNames(referencesIn(code))).toEqual(found);
  });

  it.each([
    ['what is no setting', 'get_env("bucket", "kol-raw")'],
    ['what looks nothing up', 'rename("RAW_BUCKET", "kol-raw")'],
  ])('%s has none', (_, code) => {
    expect(shownNames(referencesIn(code))).toEqual([]);
  });
});

describe('a name that is quoted for SQL is the same one', () => {
  it.each([
    ['by pg8000', 'from pg8000.native import identifier\nfor table in ["scores", "events"]:\n    db.run(f"SELECT * FROM {identifier(table)} WHERE day >= :day", day=day)', ['table scores', 'table events']],
    ['by Django', 'from django.db import connection\nsql = f"DELETE FROM {connection.ops.quote_name(\'kol_scores\')} WHERE id = 1"', ['table kol_scores']],
    ['by psycopg, whoever runs it', 'from psycopg2 import sql\nstore.fetch(sql.SQL("SELECT id FROM {} LIMIT 20").format(sql.Identifier(schema, "scores")))', ['schema {?}', 'table scores']],
  ])('%s', (_, code, found) => {
    expect(shownNames(referencesIn(code))).toEqual(found);
  });
});

describe('a name that is taken apart where it has a dot is not taken as a whole as well', () => {
  const query = 'run(f"SELECT * FROM {schema}.{table} WHERE id = 1")';
  it.each([
    ['a branch', `def load(name):\n    if "." in name:\n        schema, table = name.split(".")\n    else:\n        schema, table = "public", name\n    ${query}\nload("kol_gold.scores")`],
    ['a count of its parts', `def load(name):\n    parts = name.split(".")\n    if len(parts) == 2:\n        schema, table = parts\n    else:\n        schema, table = "public", parts[0]\n    ${query}\nload("kol_gold.scores")`],
    ['a count of its dots', `def load(name):\n    if name.count(".") == 1:\n        schema, table = name.split(".")\n    else:\n        schema, table = "public", name\n    ${query}\nload("kol_gold.scores")`],
  ])('%s', (_, code) => {
    expect(shownNames(referencesIn(code))).toEqual(['schema kol_gold', 'table scores']);
  });

  it('what stands for the missing part is still there', () => {
    const code = `def load(name):\n    schema, table = name.split(".") if "." in name else ("public", name)\n    ${query}\nload("kol_gold.scores")\nload("events")`;
    expect(shownNames(referencesIn(code)).filter((name) => !name.includes('{?}'))).toEqual(['schema public', 'schema kol_gold', 'table scores', 'table events']);
  });
});

it('a text that something is replaced in keeps its names where they are written', () => {
  const [found] = referencesIn('QUERY = """\nSELECT id\nFROM kol_scores\nWHERE rank = 1"""\ncursor.execute(QUERY.replace("rank", "place"))', 'a.py');
  expect(found?.name).toBe('kol_scores');
  expect(found === undefined ? null : shownPlace(found.written)).toBe('3:6');
});

it('an argument on its own line is read where the comma before it is missing', () => {
  const code = 'import boto3\nboto3.client("s3").put_object(\n    Key=key\n    Bucket="kol-raw",\n)';
  expect(shownNames(referencesIn(code))).toEqual(['bucket kol-raw']);
});
