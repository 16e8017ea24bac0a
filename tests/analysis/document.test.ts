import { describe, expect, it } from 'vitest';
import { dottedName } from '../../src/reporting/message-data.js';
import { ruleFor } from '../../src/reporting/rule-for.js';
import { POLICY, Repository } from './workspace-of.js';

const KEYSPACES = POLICY.replace('    models: ["KOL_*"]', '    models: ["KOL_*"]\n    keyspaces: [kol_metrics]').replace(
  '    models: ["SME_*"]',
  '    models: ["SME_*"]\n    keyspaces: []',
);
const repository = new Repository({ 'domain-separation.yaml': KEYSPACES });

/** Every name in some code, tables left out: `bucket kol-bronze own`; an asterisk where a rule of its kind reports it. */
function said(file: string, code: string): string {
  const { references, policy } = repository.analyse(file, code);
  const names = references
    .filter(({ reference }) => reference.kind !== 'table')
    .map((judged) => {
      const { reference, judgement } = judged;
      const rule = ruleFor(judged, policy);
      const mark = rule === null || rule === 'prefer-env-name' ? '' : '*';
      return `${reference.kind} ${dottedName(reference.qualifier, reference.name)} ${judgement.verdict}${mark}`;
    });
  return names.length === 0 ? 'nothing' : [...new Set(names)].join(', ');
}

const IMPORTS = 'import os\nimport mlflow\n';
const ICEBERG = 'catalog iceberg ungoverned';

describe('the document’s namespace conventions', () => {
  it.each([
    ['kol/a.py', 'PATH = "s3://kol-bronze/social_events/2025/01/15/data.parquet"', 'bucket kol-bronze own'],
    ['sme/a.py', 'PATH = "s3://sme-bronze/sales/2025/01/15/data.parquet"', 'bucket sme-bronze own'],
    ['kol/a.py', 'BUCKETS = ["kol-bronze", "kol-silver", "kol-gold", "kol-mlflow"]', 'bucket kol-bronze own, bucket kol-silver own, bucket kol-gold own, bucket kol-mlflow own'],
    ['sme/a.py', 'BUCKETS = ["sme-bronze", "sme-silver", "sme-gold", "sme-mlflow"]', 'bucket sme-bronze own, bucket sme-silver own, bucket sme-gold own, bucket sme-mlflow own'],
    ['sme/a.py', 'URL = "postgresql://admin:admin@sme-postgres:5432/sme_mlflow"', 'database sme_mlflow own'],
    ['kol/a.py', 'URL = "postgresql://admin:admin@sme-postgres:5432/kol_mlflow"', 'database kol_mlflow own'],
    ['kol/a.py', 'URL = "postgresql://admin:admin@sme-postgres:5432/kol_metadata"', 'database kol_metadata own'],
    ['sme/a.py', 'URL = "postgresql://admin:admin@sme-postgres:5432/sme_app"', 'database sme_app own'],
    ['kol/a.py', 'URL = "postgresql://admin:admin@sme-postgres:5432/metastore"', 'database metastore shared'],
    ['kol/a.py', 'URL = "postgresql://admin:admin@sme-postgres:5432/airflow"', 'database airflow shared'],
    ['sme/a.sql', 'SELECT * FROM iceberg.sme_gold.customer_metrics;', `${ICEBERG}, schema iceberg.sme_gold own`],
    ['kol/a.sql', 'SELECT * FROM iceberg.kol_gold.kol_trust_scores;', `${ICEBERG}, schema iceberg.kol_gold own`],
    ['sme/a.py', `${IMPORTS}mlflow.set_experiment("SME_sales_forecast")`, 'experiment SME_sales_forecast own'],
    ['sme/a.py', `${IMPORTS}mlflow.set_experiment("SME_churn_prediction")`, 'experiment SME_churn_prediction own'],
    ['kol/a.py', `${IMPORTS}mlflow.set_experiment("KOL_success_forecast")`, 'experiment KOL_success_forecast own'],
    ['kol/a.cql', 'USE kol_metrics;', 'keyspace kol_metrics own'],
    ['sme/a.cql', 'USE kol_metrics;', 'keyspace kol_metrics foreign*'],
  ])('in %s: %s', (file, code, names) => {
    expect(said(file, code)).toBe(names);
  });
});

describe('each variable of the document’s .env.kol', () => {
  it.each([
    ['MINIO_BUCKET_BRONZE=kol-bronze', 'bucket kol-bronze own'],
    ['MINIO_BUCKET_SILVER=kol-silver', 'bucket kol-silver own'],
    ['MINIO_BUCKET_GOLD=kol-gold', 'bucket kol-gold own'],
    ['MINIO_BUCKET_MLFLOW=kol-mlflow', 'bucket kol-mlflow own'],
    ['POSTGRES_DB=kol_mlflow', 'database kol_mlflow own'],
    ['TRINO_SCHEMA_BRONZE=kol_bronze', 'schema kol_bronze own'],
    ['TRINO_SCHEMA_SILVER=kol_silver', 'schema kol_silver own'],
    ['TRINO_SCHEMA_GOLD=kol_gold', 'schema kol_gold own'],
    ['MLFLOW_EXPERIMENT_NAME=KOL_models', 'experiment KOL_models own'],
    ['MLFLOW_MODEL_NAME_TRUST=KOL_trust_ensemble', 'model KOL_trust_ensemble own'],
    ['MLFLOW_MODEL_NAME_SUCCESS=KOL_success_forecast', 'model KOL_success_forecast own'],
    ['FEATURE_STORE_PATH=s3://kol-silver/features', 'bucket kol-silver own'],
    ['FEATURE_STORE_TABLE=iceberg.kol_silver.features', `${ICEBERG}, schema iceberg.kol_silver own`],
  ])('%s', (line, names) => {
    expect(said('.env.kol', `# KOL\n${line}\n`)).toBe(names);
  });

  it.each([
    ['MINIO_BUCKET_BRONZE=bronze', 'bucket bronze outside*'],
    ['POSTGRES_DB=mlflow', 'database mlflow outside*'],
    ['TRINO_SCHEMA_BRONZE=bronze', 'schema bronze outside*'],
    ['MLFLOW_EXPERIMENT_NAME=models', 'experiment models outside*'],
    ['MLFLOW_MODEL_NAME_TRUST=trust_ensemble', 'model trust_ensemble outside*'],
    ['FEATURE_STORE_PATH=s3://silver/features', 'bucket silver outside*'],
    ['FEATURE_STORE_TABLE=iceberg.sme_silver.features', `${ICEBERG}, schema iceberg.sme_silver foreign*`],
  ])('and with another value: %s', (line, names) => {
    expect(said('.env.kol', `${line}\n`)).toBe(names);
  });
});

describe('the document’s code guidelines and troubleshooting', () => {
  it.each([
    ['✅', 'kol/a.py', `${IMPORTS}bronze_bucket = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")\nspark.read.parquet(f"s3a://{bronze_bucket}/events/")`, 'bucket kol-bronze own'],
    ['❌', 'kol/a.py', '# This would accidentally mix with SME data!\nspark.read.parquet("s3a://bronze/events/")  # NO!', 'bucket bronze outside*'],
    ['✅', 'kol/a.sql', 'CREATE TABLE iceberg.kol_silver.events_cleaned AS\nSELECT * FROM iceberg.kol_bronze.events_raw;', `${ICEBERG}, schema iceberg.kol_silver own, schema iceberg.kol_bronze own`],
    ['❌', 'kol/a.sql', '-- This would mix with SME tables!\nCREATE TABLE iceberg.silver.events_cleaned AS ...;  -- NO!', `${ICEBERG}, schema iceberg.silver outside*`],
    ['✅', 'kol/a.py', `${IMPORTS}mlflow.set_experiment("KOL_trust_ensemble")\nmlflow.log_param("model_type", "xgboost")`, 'experiment KOL_trust_ensemble own'],
    ['❌', 'kol/a.py', `${IMPORTS}mlflow.set_experiment("trust_model")  # NO!`, 'experiment trust_model outside*'],
    ['❌', 'kol/a.py', '# Before (wrong)\ndf.write.parquet("s3a://bronze/data")', 'bucket bronze outside*'],
    ['✅', 'kol/a.py', `${IMPORTS}bronze_bucket = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")\ndf.write.parquet(f"s3a://{bronze_bucket}/data")`, 'bucket kol-bronze own'],
    ['❌', 'kol/a.py', `${IMPORTS}mlflow.set_experiment("my_model")`, 'experiment my_model outside*'],
    ['✅', 'kol/a.py', `${IMPORTS}experiment_name = os.getenv("MLFLOW_EXPERIMENT_NAME", "KOL_models")\nmlflow.set_experiment(experiment_name)`, 'experiment KOL_models own'],
    ['❌', 'kol/a.sql', '-- Before (wrong)\nSELECT * FROM iceberg.silver.events;', `${ICEBERG}, schema iceberg.silver outside*`],
    ['✅', 'kol/a.sql', '-- After (correct)\nSELECT * FROM iceberg.kol_silver.events;', `${ICEBERG}, schema iceberg.kol_silver own`],
    ['❌', 'kol/a.py', 'PATH = "s3://bronze/a"', 'bucket bronze outside*'],
    ['❌', 'kol/a.py', 'PATH = "s3://silver/a"', 'bucket silver outside*'],
    ['❌', 'kol/a.py', 'PATH = "s3://gold/a"', 'bucket gold outside*'],
  ])('%s in %s: %s', (mark, file, code, names) => {
    expect(said(file, code)).toBe(names);
    expect(names.includes('*')).toBe(mark === '❌');
  });
});

describe('each shell command of the document', () => {
  it.each([
    ['docker exec sme-minio mc ls local/', 'nothing'],
    ['docker exec sme-postgres psql -U admin -c "\\l"', 'nothing'],
    ['docker exec sme-trino trino --execute "SHOW SCHEMAS IN iceberg;"', ICEBERG],
    ['curl http://localhost:5000/api/2.0/mlflow/experiments/search', 'nothing'],
    ['docker exec kol-cassandra cqlsh -e "DESCRIBE KEYSPACES;"', 'nothing'],
    ['grep -r "s3://bronze" .', 'nothing'],
    ['grep -r "s3://silver" .', 'nothing'],
    ['grep -r "s3://gold" .', 'nothing'],
    ['cd /path/to/sme-pulse\ndocker compose up -d', 'nothing'],
    ['docker network create sme-network', 'nothing'],
    ['cd /path/to/kol-platform\nchmod +x infra/scripts/init-kol-namespace.sh\n./infra/scripts/init-kol-namespace.sh', 'nothing'],
    ['make up-kol\nmake check-sme  # Verify prerequisites\nmake down-kol', 'nothing'],
    ['docker ps | grep sme-', 'nothing'],
    // The same commands where they name something.
    ['docker exec sme-minio mc ls local/kol-bronze', 'bucket kol-bronze own'],
    ['docker exec sme-minio mc mb local/bronze', 'bucket bronze outside*'],
    ['docker exec sme-postgres psql -U admin -d sme_mlflow -c "\\dt"', 'database sme_mlflow foreign*'],
    ['docker exec sme-trino trino --execute "SHOW TABLES IN iceberg.silver;"', `${ICEBERG}, schema iceberg.silver outside*`],
    ['curl "http://localhost:5000/api/2.0/mlflow/experiments/get-by-name?experiment_name=trust"', 'experiment trust outside*'],
    ['docker exec kol-cassandra cqlsh -e "DESCRIBE KEYSPACE metrics;"', 'keyspace metrics outside*'],
  ])('%s', (command, names) => {
    expect(said('kol/check.sh', `${command}\n`)).toBe(names);
  });
});

describe('what the document shares and grants', () => {
  it.each([
    ['sme/a.sql', 'SELECT * FROM iceberg.kol_gold.scores', `${ICEBERG}, schema iceberg.kol_gold foreign*`],
    ['kol/a.sql', 'SELECT * FROM iceberg.sme_gold.customers', `${ICEBERG}, schema iceberg.sme_gold granted`],
    ['kol/a.sql', 'DROP TABLE iceberg.sme_gold.customers', `${ICEBERG}, schema iceberg.sme_gold foreign*`],
  ])('in %s: %s', (file, code, names) => {
    expect(said(file, code)).toBe(names);
  });
});
