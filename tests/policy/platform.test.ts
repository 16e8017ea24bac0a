import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dottedName } from '../../src/reporting/message-data.js';
import { ruleFor } from '../../src/reporting/rule-for.js';
import { Repository } from '../analysis/workspace-of.js';

const AS_WRITTEN = conventionOf('as-written');
const LATER = conventionOf('later');

function conventionOf(name: string): string {
  return readFileSync(new URL(`./platform/${name}.yaml`, import.meta.url), 'utf8');
}

/**
 * What a policy says of the names in a line of code, but for tables, which are what their schema is:
 * `bucket kol-bronze own`, and what the fix or the suggestion writes; an asterisk where a rule reports it.
 */
function said(policy: string, file: string, code: string): string {
  const { references, policy: loaded } = new Repository({ 'domain-separation.yaml': policy }).analyse(file, code);
  return references
    .filter(({ reference }) => reference.kind !== 'table')
    .map((judged) => {
      const { reference, judgement } = judged;
      const rule = ruleFor(judged, loaded);
      const instead = judgement.instead === null ? '' : ` → ${judgement.instead}`;
      const mark = rule === null || rule === 'prefer-env-name' ? '' : '*';
      return `${reference.kind} ${dottedName(reference.qualifier, reference.name)} ${judgement.verdict}${instead}${mark}`;
    })
    .join(', ');
}

const KOL = 'kol-platform';
const SME = 'sme-pulse';
const trino = (catalog: string, schema: string) => `import trino\ntrino.dbapi.connect(host="h", catalog="${catalog}", schema="${schema}")`;

describe('the platform as the document writes it: prefixes everywhere', () => {
  it('is said in less than 40 lines', () => {
    expect(AS_WRITTEN.trim().split('\n').length).toBeLessThan(40);
    expect(Object.keys(parse(AS_WRITTEN).domains)).toEqual(['kol', 'sme']);
  });

  it.each([
    // Buckets.
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://kol-bronze/events/")', 'bucket kol-bronze own'],
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://bronze/events/")', 'bucket bronze outside → kol-bronze*'],
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://kol-landing/events/")', 'bucket kol-landing outside*'],
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://sme-gold/customers/")', 'bucket sme-gold foreign → kol-gold*'],
    [`${KOL}/a.py`, 'spark.read.parquet(f"s3a://kol-{layer}/events/")', 'bucket kol-{?} undecided'],
    [`${KOL}/a.py`, 'spark.read.parquet(f"s3a://sme-{layer}/events/")', 'bucket sme-{?} foreign*'],
    [`${KOL}/a.py`, 'spark.read.parquet(f"s3a://{team}-bronze/events/")', 'bucket {?}-bronze undecided'],
    [`${KOL}/a.py`, 'spark.read.parquet(f"s3a://{bucket}/bronze/")', 'bucket {?} undecided'],
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://kol-platform/bronze/")', 'bucket kol-platform outside*'],
    ['common/a.py', 'spark.read.parquet("s3a://kol-bronze/events/")', 'bucket kol-bronze ungoverned'],
    ['common/a.py', 'spark.read.parquet("s3a://bronze/events/")', 'bucket bronze outside*'],
    // Schemas.
    [`${KOL}/a.sql`, 'SELECT * FROM iceberg.kol_gold.scores;', 'catalog iceberg ungoverned, schema iceberg.kol_gold own'],
    [`${KOL}/a.sql`, 'SELECT * FROM iceberg.silver.events;', 'catalog iceberg ungoverned, schema iceberg.silver outside → kol_silver*'],
    [`${KOL}/a.sql`, 'SELECT * FROM iceberg.sme_gold.customers;', 'catalog iceberg ungoverned, schema iceberg.sme_gold foreign → kol_gold*'],
    [`${KOL}/a.sql`, 'SELECT * FROM ICEBERG.KOL_GOLD.scores;', 'catalog ICEBERG ungoverned, schema ICEBERG.KOL_GOLD own'],
    [`${KOL}/a.sql`, 'SELECT * FROM hive.kol_gold.scores;', 'catalog hive ungoverned, schema hive.kol_gold outside*'],
    [`${KOL}/a.sql`, 'SELECT * FROM kol_gold.scores;', 'schema kol_gold own'],
    [`${KOL}/a.sql`, 'SELECT * FROM gold.scores;', 'schema gold outside → kol_gold*'],
    [`${KOL}/a.py`, 'spark.sql(f"SELECT * FROM {catalog}.kol_gold.scores")', 'catalog {?} ungoverned, schema {?}.kol_gold own'],
    [`${KOL}/a.py`, 'spark.sql(f"SELECT * FROM iceberg.{schema}.scores")', 'catalog iceberg ungoverned, schema iceberg.{?} undecided'],
    [`${KOL}/a.py`, trino('iceberg', 'silver'), 'catalog iceberg ungoverned, schema iceberg.silver outside → kol_silver*'],
    // The rest.
    [`${KOL}/a.py`, 'URL = "postgresql://admin:admin@sme-postgres:5432/kol_mlflow"', 'database kol_mlflow own'],
    [`${KOL}/a.py`, 'URL = "postgresql://admin:admin@sme-postgres:5432/sme_mlflow"', 'database sme_mlflow foreign → kol_mlflow*'],
    [`${KOL}/a.py`, 'URL = "postgresql://admin:admin@sme-postgres:5432/metastore"', 'database metastore shared'],
    [`${KOL}/a.py`, 'mlflow.set_experiment("trust_model")', 'experiment trust_model outside → KOL_trust_model*'],
    [`${KOL}/a.cql`, 'USE kol_metrics;', 'keyspace kol_metrics own'],
    [`${SME}/a.cql`, 'USE kol_metrics;', 'keyspace kol_metrics foreign*'],
    [`${SME}/a.cql`, 'USE metrics;', 'keyspace metrics outside*'],
  ])('%s: %s', (file, code, expected) => {
    expect(said(AS_WRITTEN, file, code)).toBe(expected);
  });
});

describe('the platform as it is later: a catalog and one bucket for each domain, SME’s schemas without a prefix', () => {
  it('is said in less than 40 lines', () => {
    expect(LATER.trim().split('\n').length).toBeLessThan(40);
    expect(Object.keys(parse(LATER).domains)).toEqual(['kol', 'sme']);
  });

  it.each([
    // Buckets, whose layers are paths.
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://kol-platform/bronze/")', 'bucket kol-platform own'],
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://kol-platform/bronze")', 'bucket kol-platform own'],
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://kol-platform/bronze/events/day=1/")', 'bucket kol-platform own'],
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://kol-platform/landing/events/")', 'bucket kol-platform outside*'],
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://kol-platform/bronzed/")', 'bucket kol-platform outside*'],
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://kol-platform/")', 'bucket kol-platform undecided'],
    [`${KOL}/a.py`, 'spark.read.parquet(f"s3a://kol-platform/{layer}/events/")', 'bucket kol-platform undecided'],
    [`${KOL}/a.py`, 'import boto3\nboto3.client("s3").create_bucket(Bucket="kol-platform")', 'bucket kol-platform undecided'],
    [`${SME}/a.py`, 'import boto3\nboto3.client("s3").create_bucket(Bucket="kol-platform")', 'bucket kol-platform foreign*'],
    [`${SME}/a.py`, 'spark.read.parquet(f"s3a://kol-platform/{layer}/events/")', 'bucket kol-platform foreign*'],
    [`${SME}/a.py`, 'spark.read.parquet("s3a://sme-lake/gold/customers/")', 'bucket sme-lake own'],
    [`${SME}/a.py`, 'spark.read.parquet("s3a://sme-lake/")', 'bucket sme-lake own'],
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://sme-lake/gold/customers/")', 'bucket sme-lake foreign*'],
    [`${KOL}/a.py`, 'spark.read.parquet("s3a://kol-bronze/events/")', 'bucket kol-bronze outside*'],
    [`${KOL}/a.py`, 'spark.read.parquet(f"s3a://{bucket}/bronze/")', 'bucket {?} undecided'],
    // Schemas, whose catalog says whose they are.
    [`${KOL}/a.sql`, 'SELECT * FROM kol_lake.kol_silver.events;', 'catalog kol_lake own, schema kol_lake.kol_silver own'],
    [`${KOL}/a.sql`, 'SELECT * FROM iceberg.kol_silver.events;', 'catalog iceberg outside, schema iceberg.kol_silver outside*'],
    [`${KOL}/a.sql`, 'SELECT * FROM kol_lake.silver.events;', 'catalog kol_lake own, schema kol_lake.silver outside → kol_silver*'],
    [`${KOL}/a.sql`, 'SELECT * FROM kol_lake.kol_landing.events;', 'catalog kol_lake own, schema kol_lake.kol_landing outside*'],
    [`${KOL}/a.sql`, 'SELECT * FROM sme_lake.gold.x;', 'catalog sme_lake foreign → kol_lake, schema sme_lake.gold foreign*'],
    [`${KOL}/a.sql`, 'SELECT * FROM sme_lake.kol_gold.x;', 'catalog sme_lake foreign → kol_lake, schema sme_lake.kol_gold foreign*'],
    [`${KOL}/a.sql`, 'SELECT * FROM gold.x;', 'schema gold foreign → kol_gold*'],
    [`${KOL}/a.sql`, 'SELECT * FROM kol_gold.x;', 'schema kol_gold own'],
    [`${KOL}/a.sql`, 'SELECT * FROM Gold.x;', 'schema Gold foreign → kol_gold*'],
    [`${SME}/a.sql`, 'SELECT * FROM sme_lake.gold.x;', 'catalog sme_lake own, schema sme_lake.gold own'],
    [`${SME}/a.sql`, 'SELECT * FROM gold.x;', 'schema gold own'],
    [`${SME}/a.sql`, 'SELECT * FROM kol_gold.x;', 'schema kol_gold foreign → gold*'],
    [`${SME}/a.sql`, 'SELECT * FROM sme_lake.sme_gold.x;', 'catalog sme_lake own, schema sme_lake.sme_gold outside*'],
    [`${SME}/a.sql`, 'SELECT * FROM iceberg.gold.x;', 'catalog iceberg outside, schema iceberg.gold outside*'],
    [`${SME}/a.sql`, 'SELECT * FROM kol_lake.kol_gold.x;', 'catalog kol_lake foreign → sme_lake, schema kol_lake.kol_gold foreign*'],
    [`${SME}/a.sql`, 'SELECT * FROM kol_lake.gold.x;', 'catalog kol_lake foreign → sme_lake, schema kol_lake.gold foreign*'],
    ['common/a.sql', 'SELECT * FROM sme_lake.gold.x;', 'catalog sme_lake ungoverned, schema sme_lake.gold ungoverned'],
    ['common/a.sql', 'SELECT * FROM iceberg.silver.x;', 'catalog iceberg outside, schema iceberg.silver outside*'],
    // Names of which only a part is known.
    [`${KOL}/a.py`, 'spark.sql(f"SELECT * FROM {catalog}.kol_gold.x")', 'catalog {?} undecided, schema {?}.kol_gold own'],
    [`${KOL}/a.py`, 'spark.sql(f"SELECT * FROM {catalog}.gold.x")', 'catalog {?} undecided, schema {?}.gold foreign → kol_gold*'],
    [`${KOL}/a.py`, 'spark.sql(f"SELECT * FROM {domain}_lake.gold.x")', 'catalog {?}_lake undecided, schema {?}_lake.gold foreign*'],
    [`${KOL}/a.py`, 'spark.sql(f"SELECT * FROM kol_lake.{schema}.x")', 'catalog kol_lake own, schema kol_lake.{?} undecided'],
    [`${KOL}/a.py`, 'spark.sql(f"SELECT * FROM kol_lake.kol_{layer}.x")', 'catalog kol_lake own, schema kol_lake.kol_{?} undecided'],
    [`${KOL}/a.py`, 'spark.sql(f"SELECT * FROM sme_lake.{layer}.x")', 'catalog sme_lake foreign → kol_lake, schema sme_lake.{?} foreign*'],
    [`${SME}/a.py`, 'spark.sql(f"SELECT * FROM sme_lake.{layer}.x")', 'catalog sme_lake own, schema sme_lake.{?} undecided'],
    // What a connection says.
    [`${KOL}/a.py`, trino('sme_lake', 'gold'), 'catalog sme_lake foreign → kol_lake*, schema sme_lake.gold foreign*'],
    [`${KOL}/a.py`, trino('kol_lake', 'kol_gold'), 'catalog kol_lake own, schema kol_lake.kol_gold own'],
    [`${KOL}/a.py`, trino('kol_lake', 'gold'), 'catalog kol_lake own, schema kol_lake.gold outside → kol_gold*'],
    [`${SME}/a.sh`, 'trino --catalog sme_lake --schema gold --execute "SELECT 1"', 'catalog sme_lake own, schema sme_lake.gold own'],
    [`${KOL}/a.sh`, 'trino --catalog kol_lake --schema gold --execute "SELECT 1"', 'catalog kol_lake own, schema kol_lake.gold outside → kol_gold*'],
  ])('%s: %s', (file, code, expected) => {
    expect(said(LATER, file, code)).toBe(expected);
  });
});
