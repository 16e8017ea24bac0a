"""Loads the sales of the day."""

import os

import pandas as pd

BRONZE_BUCKET = os.environ.get("MINIO_BUCKET_BRONZE", "sme-bronze")


def sales(day: str) -> pd.DataFrame:
    return pd.read_parquet(f"s3://{BRONZE_BUCKET}/sales/{day}/data.parquet")


def sales_wrong(day: str) -> pd.DataFrame:
    return pd.read_parquet(f"s3://bronze/sales/{day}/data.parquet")
