import { describe, expect, it } from 'vitest';
import { cellPositionAt } from '../../src/languages/notebook/notebook.js';
import { notebookOf } from '../../src/languages/notebook/reader.js';
import { displayName } from '../../src/references/name.js';
import { shownWithPlaces } from './shown.js';
import { Repository } from './workspace-of.js';

const repository = new Repository({});

function found(code: string, path = 'setup.sh'): string[] {
  return shownWithPlaces(repository.analyse(path, code).references.map(({ reference }) => reference));
}

describe('a file within another one is read by its name', () => {
  it.each([
    ['Python that is run', 'python3 - <<EOF\nimport mlflow\nmlflow.set_experiment("KOL_trust")\nEOF', ['3:24 experiment KOL_trust']],
    ['Python behind -c', "python -c 'import boto3; boto3.client(\"s3\").create_bucket(Bucket=\"kol-gold\")'", ['1:67 bucket kol-gold']],
    ['Python in double quotes', 'python -c "\nimport mlflow\nmlflow.set_experiment(\\"KOL_trust\\")"', ['3:25 experiment KOL_trust']],
    ['Python without its tabs', 'cat <<-EOF | python\n\tkol_bucket = "kol-gold"\n\tEOF', ['2:16 bucket kol-gold']],
    ['Python that is written', 'cat > /jobs/load.py <<EOF\nimport trino\nBUCKET = "kol-gold"\nEOF', ['3:11 bucket kol-gold']],
    ['JavaScript', "node -e 'const topics = { bucket: \"kol-gold\" }; import(\"aws-sdk\")'", ['1:36 bucket kol-gold']],
    ['properties', 'cat > iceberg.properties <<EOF\nx.warehouse=s3://kol-gold/wh\n# s3://bronze/\nEOF', ['2:18 bucket kol-gold']],
    ['an env file', 'echo "MINIO_BUCKET=kol-gold" >> .env', ['1:20 bucket kol-gold']],
    ['a manifest', 'kubectl apply -f - <<EOF\nkind: ConfigMap\ndata:\n  POSTGRES_DB: kol_app\nEOF', ['4:16 database kol_app']],
    ["a connector", 'cat <<EOF > a.json\n{"config": {"connector.class": "S3Sink", "topics": "kol.events"}}\nEOF', ['2:53 topic kol.events']],
    ["dbt's variables", "dbt run --vars '{\"bucket\": \"kol-gold\"}'", ['1:29 bucket kol-gold']],
    ['an unknown kind of file, for its URIs alone', 'cat > a.weird <<EOF\nx s3://kol-gold/ y\nEOF', ['2:8 bucket kol-gold']],
  ])('%s', (_, code, expected) => {
    expect(found(code)).toEqual(expected);
  });

  it.each([
    ['of a subprocess', 'import subprocess\nsubprocess.run(["python3", "-c", "import mlflow; mlflow.set_experiment(\'KOL_trust\')"])', ['2:73 experiment KOL_trust']],
    ['of a pod', 'Pod(cmds=["python"], arguments=["-c", """\nimport mlflow\nmlflow.set_experiment("KOL_trust")\n"""])', ['3:24 experiment KOL_trust']],
    ['of a manifest', 'POD = {"command": ["python3", "-c", "import mlflow\\nmlflow.set_experiment(\'KOL_trust\')"]}', ['1:76 experiment KOL_trust']],
  ])('in a list of words in Python: %s', (_, code, expected) => {
    expect(found(code, 'load.py')).toEqual(expected);
  });

  it('beside what modules import of each other', () => {
    const script = '\nX = ["python3", "-c", "import mlflow; mlflow.set_experiment(\'KOL_trust\')"]\nimport boto3\n';
    const files = {
      'a.py': `from b import B${script}A = "kol-a"\nboto3.client("s3").head_bucket(Bucket=B)`,
      'b.py': `from a import A${script}B = "kol-b"\nboto3.client("s3").head_bucket(Bucket=A)`,
    };
    const { references } = new Repository(files).analyse('a.py', files['a.py']);
    expect(references.map(({ reference }) => displayName(reference.name)).sort()).toEqual(['KOL_trust', 'kol-b']);
  });

  it('in a Makefile, a Dockerfile, a workflow and a notebook as well', () => {
    const code = "python -c 'import mlflow; mlflow.set_experiment(\"KOL_trust\")'";
    expect(found(`run:\n\t${code}\n`, 'Makefile')).toEqual(['2:51 experiment KOL_trust']);
    expect(found(`FROM x\nRUN ${code}\n`, 'Dockerfile')).toEqual(['2:54 experiment KOL_trust']);
    expect(found(`jobs:\n  a:\n    steps:\n      - run: ${code}\n`, '.github/workflows/a.yml')).toEqual(['4:63 experiment KOL_trust']);
    const cell = { cell_type: 'code', source: ['%%bash\n', code] };
    expect(found(JSON.stringify({ cells: [cell] }), 'a.ipynb')).toEqual(['2:50 experiment KOL_trust']);
  });

  it.each([
    ['a script', 'resource "aws_instance" "a" {\n  user_data = <<-EOF\n    #!/bin/bash\n    # s3://bronze/\n    createdb kol_app\n  EOF\n}', ['5:14 database kol_app']],
    ['a notebook', 'x = base64encode(<<-EOT\n# Databricks notebook source\nschema = "kol_bronze"\nspark.table(f"{schema}.events")\nEOT\n)', ['3:11 schema kol_bronze <- 4:16', '4:24 table kol_bronze.events']],
    ["a chart's values", 'resource "helm_release" "a" {\n  values = [<<EOF\nauth:\n  database: kol_app\nEOF\n  ]\n}', ['4:13 database kol_app']],
    ['no file', 'resource "a" "b" {\n  policy = <<EOF\n{"Resource": "arn:aws:s3:::kol-gold/*"}\nEOF\n}', ['3:28 bucket kol-gold']],
  ])('in a heredoc of Terraform: %s', (_, code, expected) => {
    expect(found(code, 'main.tf').sort()).toEqual(expected);
  });

  it("a chart's values among them, with blanks on an empty line", () => {
    const code = 'helm:\n  values: |\n    server:\n      enabled: true\n      \n      db:\n        dbName: kol_app\n';
    expect(found(code, 'application.yaml')).toEqual(['7:17 database kol_app']);
  });

  it('of a notebook, in its cell', () => {
    const cells = ['x = 1', '%%writefile a.py\nBUCKET = "kol-gold"'].map((source) => ({ cell_type: 'code', source }));
    const { references } = repository.analyse('a.ipynb', JSON.stringify({ cells }));
    const written = references[0]?.reference.written;
    const notebook = written === undefined ? null : notebookOf(written.source);
    expect(notebook === null || written === undefined ? null : cellPositionAt(notebook, written.start)).toEqual({ cell: 1, line: 2, column: 11 });
  });

  it('with what the script puts into it not known', () => {
    const code = 'python <<EOF\nkol_bucket = "kol-$LAYER"\ns3_bucket = "$(date)"\nEOF';
    expect(found(code)).toEqual(['2:15 bucket kol-{?}']);
  });

  it('each by itself', () => {
    const connector = (type: string, key: string) => `cat > ${type}.json <<EOF\n{"config": {"connector.class": "${type}", "${key}": "kol.events"}}\nEOF`;
    const code = `${connector('io.debezium.connector.postgresql.PostgresConnector', 'table.include.list')}\n${connector('S3Sink', 'topics')}`;
    expect(found(code).map((reference) => reference.replace(/^\S+ /, ''))).toEqual(['schema kol', 'table kol.events', 'topic kol.events']);
  });

  it('and nothing of it that is a comment', () => {
    expect(found('python <<EOF\n# s3://bronze/\nx = 1  # kol_bucket = "bronze"\nEOF')).toEqual([]);
  });

  it('as its disable comments say', () => {
    const { facts } = repository.analyse('a.sh', 'python <<EOF\nx = 1  # domain-separation-disable-line\nEOF');
    expect(facts.comments.map(({ text }) => text)).toContain(' domain-separation-disable-line');
  });
});

describe('code in a variable of a Makefile', () => {
  it('is read where it is written', () => {
    const code = 'SEED = import boto3; boto3.client("s3").create_bucket(Bucket="kol-gold")';
    expect(found(`${code}\nup:\n\tpython3 -c '$(SEED)'`, 'Makefile')).toEqual(['1:63 bucket kol-gold']);
  });
});

describe('a Databricks notebook kept as a source file', () => {
  it('has the names of the notebooks that it runs, and of those that they run', () => {
    const repository = new Repository({
      'names.py': '# Databricks notebook source\nLAKE = "kol_lake"\n',
      'setup/config.ipynb': JSON.stringify({ cells: [{ cell_type: 'code', source: '%run ../names\nRAW = "kol_raw"' }] }),
    });
    const code = '# Databricks notebook source\n# MAGIC %run ./setup/config\n\nspark.table(f"{LAKE}.{RAW}.events")\n';
    const { references } = repository.analyse('load.py', code);
    expect(references.map(({ reference }) => `${reference.kind} ${displayName(reference.name)}`)).toEqual([
      'catalog kol_lake', 'schema kol_raw', 'table events',
    ]);
    const plain = repository.analyse('load.py', code.replace('# Databricks notebook source', '# A script'));
    expect(plain.references.map(({ reference }) => displayName(reference.name))).toEqual(['{?}', '{?}', 'events']);
  });

  it('has cells in other languages, in comments', () => {
    const python = [
      '# Databricks notebook source', '# MAGIC %md', '# MAGIC Reads s3://bronze/ and SELECT * FROM bronze.t', '',
      '# COMMAND ----------', '# MAGIC %sql', '# MAGIC USE kol_lake.kol_gold;', '# MAGIC', '# MAGIC SELECT 1', '',
      '# MAGIC %sh mc ls local/kol-gold', '', 'spark.table("kol_lake.kol_silver.events")',
    ];
    expect(found(python.join('\n'), 'a.py')).toEqual([
      '7:13 catalog kol_lake', '7:22 schema kol_lake.kol_gold', '11:25 bucket kol-gold',
      '13:14 catalog kol_lake', '13:23 schema kol_lake.kol_silver', '13:34 table kol_lake.kol_silver.events',
    ]);
    const sql = '-- Databricks notebook source\n-- MAGIC %python\n-- MAGIC BUCKET = "kol-gold"\nSELECT 1';
    expect(found(sql, 'a.sql')).toEqual(['3:20 bucket kol-gold']);
  });

  it('has Spark\'s SQL, whose databases are schemas', () => {
    const python = '# Databricks notebook source\n# MAGIC %sql\n# MAGIC CREATE DATABASE IF NOT EXISTS kol_gold;';
    expect(found(python, 'a.py')).toEqual(['3:39 schema kol_gold']);
    expect(found('-- Databricks notebook source\nDROP DATABASE kol_gold', 'a.sql')).toEqual(['2:15 schema kol_gold']);
  });

  it('has a magic behind empty lines, and ends its statements with its cells', () => {
    expect(found('# Databricks notebook source\n# MAGIC\n# MAGIC %sql\n# MAGIC DROP TABLE kol_gold.t', 'a.py')).toEqual([
      '4:20 schema kol_gold', '4:29 table kol_gold.t',
    ]);
    const sql = '-- Databricks notebook source\nSELECT 1 FROM a.t\n\n-- COMMAND ----------\n\nDESCRIBE HISTORY b.u';
    expect(found(sql, 'a.sql')).toEqual(['2:15 schema a', '2:17 table a.t', '6:18 schema b', '6:20 table b.u']);
  });

  it('is known by its first line', () => {
    expect(found('# MAGIC %sql\n# MAGIC SELECT * FROM kol_gold.t', 'a.py')).toEqual([]);
  });
});

describe('a quoted identifier', () => {
  it('stands with its quotes, unless what they quote is written elsewhere', () => {
    expect(found('trino --execute \'SELECT * FROM "kol_gold".t\'')[0]).toBe('1:32 schema kol_gold');
    const code = 'import trino\nNAME = "kol_gold"\nspark.sql(f"USE SCHEMA `{NAME}`")';
    expect(found(code, 'a.py')).toEqual(['2:9 schema kol_gold <- 3:26']);
  });
});
