import { testRule } from './rule-tester.js';

testRule('prefer-env-name', {
  valid: {
    python: [
      { code: 'import os\nb = os.environ["MINIO_BUCKET_BRONZE"]\nspark.read.parquet(f"s3a://{b}/events/")' },
      { code: 'import os\nb = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")\nspark.read.parquet(f"s3a://{b}/events/")' },
      { code: 'class Settings:\n    bronze_bucket: str = "kol-bronze"' },
      { code: 'spark.read.parquet("s3a://sme-bronze/events/")' },
      { code: 'import mlflow\nmlflow.set_experiment("KOL_trust")' },
      { code: `spark.sql("SELECT * FROM iceberg.kol_silver.events")` },
      { code: `import trino\ncur = trino.dbapi.connect(host="h").cursor()\ncur.execute("CREATE SCHEMA iceberg.kol_gold WITH (location = 's3a://kol-gold/')")` },
      { code: `DDL = """\n-- the gold layer\nCREATE SCHEMA iceberg.kol_gold WITH (location = 's3a://kol-gold/')\n"""\nspark.sql(DDL)` },
      { code: 'import os\nSTAGE = os.getenv("LAYER", "bronze")\nspark.read.parquet(f"s3a://kol-{STAGE}/events/")' },
      { code: 'spark.read.parquet("s3a://kol-bronze/events/")', options: [{ kinds: ['database'] }] },
    ],
    sql: [{ code: "CREATE SCHEMA iceberg.kol_silver WITH (location = 's3a://kol-silver/');" }],
    dotenv: [{ code: 'MINIO_BUCKET_BRONZE=kol-bronze' }],
    ts: [{ code: "export const bucket = process.env.MINIO_BUCKET_GOLD ?? 'kol-gold';" }],
  },
  invalid: {
    python: [
      {
        code: 'class Names:\n    BRONZE_BUCKET = "kol-bronze"',
        errors: [{ at: '2:22-32', message: "Bucket 'kol-bronze' is written in code; take it from the environment." }],
      },
      {
        code: `LOCATION = "s3a://kol-gold/"\nspark.sql(f"CREATE SCHEMA iceberg.kol_gold WITH (location = '{LOCATION}')")`,
        errors: [{ at: '1:19-27', message: "Bucket 'kol-gold' is written in code; take it from the environment." }],
      },
      {
        code: 'for layer in ["bronze", "silver", "gold"]:\n    spark.read.parquet(f"s3a://kol-{layer}/events/")',
        errors: [{ at: '2:32-43', message: "Bucket 'kol-bronze' (and 2 more) is written in code; take it from the environment." }],
      },
      {
        code: 'spark.read.parquet("s3a://kol-bronze/events/")',
        errors: [{ at: '1:27-37', message: "Bucket 'kol-bronze' is written in code; take it from the environment." }],
      },
      {
        code: 'from sqlalchemy import create_engine\nengine = create_engine("postgresql://admin:admin@sme-postgres:5432/kol_mlflow")',
        errors: [{ at: '2:68-78', message: "Database 'kol_mlflow' is written in code; take it from the environment." }],
      },
      {
        code: 'import mlflow\nmlflow.set_experiment("KOL_trust")',
        options: [{ kinds: ['experiment'] }],
        errors: [{ at: '2:24-33', message: "Experiment 'KOL_trust' is written in code; take it from the environment." }],
      },
    ],
    ts: [
      {
        code: "fetch('s3://kol-gold/report.parquet');",
        errors: [{ at: '1:13-21', message: "Bucket 'kol-gold' is written in code; take it from the environment." }],
      },
    ],
  },
});
