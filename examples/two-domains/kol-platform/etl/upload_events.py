"""Puts raw exports into the bronze bucket."""

import boto3

from settings import BRONZE_BUCKET

s3 = boto3.client("s3", endpoint_url="http://sme-minio:9000")

LAYERS = ["bronze", "silver", "gold"]


def upload(path: str, key: str) -> None:
    s3.upload_file(path, BRONZE_BUCKET, key)


def upload_wrong(path: str, key: str) -> None:
    s3.upload_file(path, "gold", key)


def create_buckets() -> None:
    # Each of the three names is in KOL's namespace, though none is written as a whole.
    for layer in LAYERS:
        s3.create_bucket(Bucket=f"kol-{layer}")


def copy_customers() -> None:
    # Wrong: SME Pulse's data.
    s3.copy_object(
        Bucket=BRONZE_BUCKET,
        Key="customers.parquet",
        CopySource={"Bucket": "sme-gold", "Key": "customers.parquet"},
    )
