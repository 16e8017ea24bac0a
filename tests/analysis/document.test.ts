import { describe, expect, it } from 'vitest';
import { POLICY, Repository } from './workspace-of.js';

const repository = new Repository({ 'domain-separation.yaml': POLICY });

describe('every wrong sample of the document is found at the name', () => {
  it.each([
    ['a.py', 'spark.read.parquet("s3a://bronze/events/")', '1:27 bucket bronze outside'],
    ['a.py', 'df.write.parquet("s3a://bronze/data")', '1:25 bucket bronze outside'],
    ['a.sql', 'CREATE TABLE iceberg.silver.events_cleaned AS SELECT 1;', '1:22 schema iceberg.silver outside'],
    ['a.sql', 'SELECT * FROM iceberg.silver.events;', '1:23 schema iceberg.silver outside'],
    ['a.py', 'mlflow.set_experiment("trust_model")', '1:24 experiment trust_model outside'],
    ['a.py', 'mlflow.set_experiment("my_model")', '1:24 experiment my_model outside'],
    ['a.py', 'PATH = "s3://bronze/a"', '1:14 bucket bronze outside'],
    ['a.py', 'PATH = "s3://silver/a"', '1:14 bucket silver outside'],
    ['a.py', 'PATH = "s3://gold/a"', '1:14 bucket gold outside'],
    ['a.py', 'import os\nbucket = os.getenv("MINIO_BUCKET_BRONZE", "bronze")', '2:44 bucket bronze outside'],
  ])('%s: %s', (path, code, expected) => {
    expect(repository.reported(`kol/${path}`, code)).toEqual([expected]);
  });
});

describe('every right sample of the document is clean', () => {
  it.each([
    ['a.py', 'import os\nbronze_bucket = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")\nspark.read.parquet(f"s3a://{bronze_bucket}/events/")'],
    ['a.sql', 'CREATE TABLE iceberg.kol_silver.events_cleaned AS\nSELECT * FROM iceberg.kol_bronze.events_raw;'],
    ['a.sql', 'SELECT * FROM iceberg.kol_gold.kol_trust_scores;'],
    ['a.py', 'mlflow.set_experiment("KOL_trust_ensemble")\nmlflow.log_param("model_type", "xgboost")'],
    ['a.py', 'import os\nexperiment_name = os.getenv("MLFLOW_EXPERIMENT_NAME", "KOL_models")\nmlflow.set_experiment(experiment_name)'],
    ['a.py', 'URL = "postgresql://admin:admin@sme-postgres:5432/kol_mlflow"'],
    ['a.py', 'URL = "postgresql://admin:admin@sme-postgres:5432/metastore"'],
    ['.env.kol', 'MINIO_BUCKET_BRONZE=kol-bronze\nPOSTGRES_DB=kol_mlflow\nTRINO_SCHEMA_BRONZE=kol_bronze\nMLFLOW_EXPERIMENT_NAME=KOL_models\nFEATURE_STORE_PATH=s3://kol-silver/features\nFEATURE_STORE_TABLE=iceberg.kol_silver.features\n'],
    ['a.sh', 'docker exec sme-minio mc ls local/\ndocker exec sme-postgres psql -U admin -c "\\l"\ndocker exec sme-trino trino --execute "SHOW SCHEMAS IN iceberg;"\ngrep -r "s3://bronze" .'],
  ])('%s: %s', (path, code) => {
    expect(repository.reported(`kol/${path}`, code)).toEqual([]);
  });
});

it("finds the other domain's names, but for what is granted", () => {
  expect(repository.reported('sme/a.sql', 'SELECT * FROM iceberg.kol_gold.scores')).toEqual(['1:23 schema iceberg.kol_gold foreign']);
  expect(repository.reported('kol/a.sql', 'SELECT * FROM iceberg.sme_gold.customers')).toEqual([]);
  expect(repository.reported('kol/a.sql', 'DROP TABLE iceberg.sme_gold.customers')).toEqual(['1:20 schema iceberg.sme_gold foreign']);
});
