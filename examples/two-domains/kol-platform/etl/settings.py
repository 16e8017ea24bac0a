"""Where the KOL pipelines read and write. Every name comes from .env.kol."""

import os

BRONZE_BUCKET = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")
SILVER_BUCKET = os.getenv("MINIO_BUCKET_SILVER", "kol-silver")

# Wrong: with the variable unset, this is a bucket that both domains could mean.
RAW_BUCKET = os.getenv("MINIO_BUCKET_BRONZE", "bronze")

SILVER_SCHEMA = os.getenv("TRINO_SCHEMA_SILVER", "kol_silver")

# The host is the shared server's; only the last part is a name of ours.
MLFLOW_BACKEND = "postgresql://admin:admin@sme-postgres:5432/kol_mlflow"
