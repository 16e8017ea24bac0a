import { testRule } from './rule-tester.js';

const message = (name: string) => `Bucket '${name}' is in no domain's namespace; in kol it is 'kol-${name}'.`;

testRule('no-hardcoded-bucket', {
  valid: {
    python: [
      { code: 'spark.read.parquet("s3a://kol-bronze/events/")' },
      { code: 'import os\nb = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")\nspark.read.parquet(f"s3a://{b}/events/")' },
      { code: 'for layer in LAYERS:\n    spark.read.parquet(f"s3a://kol-{layer}/events/")' },
      { code: 'spark.read.parquet(f"s3a://{team}-bronze/events/")' },
      { code: 'spark.read.parquet("s3a://sme-bronze/events/")' },
      { code: '# s3://bronze is nobody’s\n"""Reads s3://bronze/events."""\n' },
      { code: 'print("wrote s3://bronze/events")' },
      { code: 'url.startswith("s3://bronze/")' },
    ],
    sql: [{ code: "CREATE SCHEMA iceberg.kol_silver WITH (location = 's3a://kol-silver/');\n-- s3://bronze" }],
    dotenv: [{ code: 'MINIO_BUCKET_BRONZE=kol-bronze\n# MINIO_BUCKET_SILVER=silver\nLOG_LEVEL=bronze' }],
    ts: [{ code: "const bucket = process.env.MINIO_BUCKET_GOLD ?? 'kol-gold';\nfetch(`s3://${bucket}/x`);" }],
  },
  invalid: {
    python: [
      {
        code: '# This would accidentally mix with SME data!\nspark.read.parquet("s3a://bronze/events/")  # NO!',
        output: '# This would accidentally mix with SME data!\nspark.read.parquet("s3a://kol-bronze/events/")  # NO!',
        errors: [{ at: '2:27-33', message: message('bronze') }],
      },
      {
        code: 'df.write.parquet("s3a://bronze/data")',
        output: 'df.write.parquet("s3a://kol-bronze/data")',
        errors: [{ at: '1:25-31', message: message('bronze') }],
      },
      {
        code: 'import os\nb = os.getenv("MINIO_BUCKET_BRONZE", "bronze")',
        output: 'import os\nb = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")',
        errors: [{ at: '2:39-45', message: message('bronze') }],
      },
      {
        code: 'GOLD_BUCKET = "gold"\nspark.read.parquet(f"s3://{GOLD_BUCKET}/a")\nspark.read.parquet(f"s3://{GOLD_BUCKET}/b")',
        output:
          'GOLD_BUCKET = "kol-gold"\nspark.read.parquet(f"s3://{GOLD_BUCKET}/a")\nspark.read.parquet(f"s3://{GOLD_BUCKET}/b")',
        errors: [{ at: '1:16-20', message: message('gold') }],
      },
      {
        code: 'spark.read.parquet("s3a://landing/events/")',
        errors: [
          {
            at: '1:27-34',
            message:
              "Bucket 'landing' is in no domain's namespace; the buckets of kol are 'kol-{bronze,silver,gold,mlflow}'.",
          },
        ],
      },
      {
        code: 'spark.read.parquet("s3a://bronze/events/")',
        options: [{ fix: false }],
        errors: [
          {
            at: '1:27-33',
            message: message('bronze'),
            suggestions: [{ desc: "Write 'kol-bronze'.", output: 'spark.read.parquet("s3a://kol-bronze/events/")' }],
          },
        ],
      },
      {
        file: 'shared/etl.py',
        code: 'spark.read.parquet("s3a://bronze/events/")',
        errors: [
          {
            at: '1:27-33',
            message:
              "Bucket 'bronze' is in no domain's namespace (kol: 'kol-{bronze,silver,gold,mlflow}'; sme: 'sme-{bronze,silver,gold,mlflow}').",
          },
        ],
      },
    ],
    sql: [
      {
        code: "CREATE SCHEMA iceberg.kol_silver\n  WITH (location = 's3a://silver/');",
        output: "CREATE SCHEMA iceberg.kol_silver\n  WITH (location = 's3a://kol-silver/');",
        errors: [{ at: '2:27-33', message: message('silver') }],
      },
    ],
    dotenv: [
      {
        code: 'MINIO_BUCKET_BRONZE="bronze"',
        output: 'MINIO_BUCKET_BRONZE="kol-bronze"',
        errors: [{ at: '1:22-28', message: message('bronze') }],
      },
    ],
    js: [
      {
        code: "fetch('s3://gold/report.parquet');",
        output: "fetch('s3://kol-gold/report.parquet');",
        errors: [{ at: '1:13-17', message: message('gold') }],
      },
    ],
    ts: [
      {
        code: "const bucket: string = process.env.MINIO_BUCKET_GOLD ?? 'gold';",
        output: "const bucket: string = process.env.MINIO_BUCKET_GOLD ?? 'kol-gold';",
        errors: [{ at: '1:58-62', message: message('gold') }],
      },
    ],
  },
});
