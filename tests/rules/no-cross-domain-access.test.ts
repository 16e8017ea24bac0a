import { testRule } from './rule-tester.js';

testRule('no-cross-domain-access', {
  valid: {
    python: [
      { code: 'spark.read.parquet("s3a://kol-gold/customers/")' },
      { code: 'spark.sql("SELECT * FROM iceberg.sme_gold.customer_metrics")' },
      { code: 'from sqlalchemy import create_engine\ncreate_engine("postgresql://admin:admin@sme-postgres:5432/airflow")' },
      { file: 'shared/tool.py', code: 'spark.read.parquet("s3a://sme-gold/customers/")' },
      { code: 'spark.read.parquet("s3a://sme-gold/customers/")', options: [{ kinds: ['schema'] }] },
    ],
    sql: [{ code: 'SELECT segment FROM iceberg.sme_gold.customer_metrics;' }],
    dotenv: [{ code: 'POSTGRES_HOST=sme-postgres\nPOSTGRES_DB=metastore' }],
  },
  invalid: {
    python: [
      {
        code: 'spark.read.parquet("s3a://sme-gold/customers/")',
        errors: [
          {
            at: '1:27-35',
            message: "Bucket 'sme-gold' belongs to sme, and this file to kol; in kol it is 'kol-gold'.",
            suggestions: [{ desc: "Write 'kol-gold'.", output: 'spark.read.parquet("s3a://kol-gold/customers/")' }],
          },
        ],
      },
      {
        file: 'sme-pulse/etl.py',
        code: 'import mlflow\nmlflow.set_experiment(f"KOL_{model}")',
        errors: [{ at: '2:25-36', message: "Experiment 'KOL_{?}' belongs to kol, and this file to sme." }],
      },
    ],
    sql: [
      {
        code: 'SELECT * FROM iceberg.sme_silver.sales;',
        errors: [
          {
            at: '1:23-33',
            message: "Schema 'iceberg.sme_silver' belongs to sme, and this file to kol; in kol it is 'iceberg.kol_silver'.",
            suggestions: [{ desc: "Write 'iceberg.kol_silver'.", output: 'SELECT * FROM iceberg.kol_silver.sales;' }],
          },
        ],
      },
      {
        code: 'INSERT INTO iceberg.sme_gold.metrics SELECT * FROM iceberg.kol_gold.scores;',
        errors: [
          {
            at: '1:21-29',
            message: "Schema 'iceberg.sme_gold' belongs to sme; kol may read it, and this use is a write.",
            suggestions: [
              {
                desc: "Write 'iceberg.kol_gold'.",
                output: 'INSERT INTO iceberg.kol_gold.metrics SELECT * FROM iceberg.kol_gold.scores;',
              },
            ],
          },
        ],
      },
    ],
    ts: [
      {
        code: "fetch('s3://sme-gold/report.parquet');",
        errors: [
          {
            at: '1:13-21',
            message: "Bucket 'sme-gold' belongs to sme, and this file to kol; in kol it is 'kol-gold'.",
            suggestions: [{ desc: "Write 'kol-gold'.", output: "fetch('s3://kol-gold/report.parquet');" }],
          },
        ],
      },
    ],
  },
});
