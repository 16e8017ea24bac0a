"""Cleans the social events of the day: bronze to silver."""

import os

from pyspark.sql import DataFrame, SparkSession

from settings import SILVER_SCHEMA

spark = SparkSession.builder.appName("kol-bronze-to-silver").getOrCreate()


def read_events() -> DataFrame:
    bronze_bucket = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")
    return spark.read.parquet(f"s3a://{bronze_bucket}/events/")


def read_events_wrong() -> DataFrame:
    # This would accidentally mix with SME data!
    return spark.read.parquet("s3a://bronze/events/")


def write_events(events: DataFrame) -> None:
    events.writeTo(f"iceberg.{SILVER_SCHEMA}.events_cleaned").append()


def write_events_wrong(events: DataFrame) -> None:
    events.write.parquet("s3a://silver/data")


def count_events() -> int:
    return spark.sql("SELECT count(*) FROM iceberg.kol_silver.events_cleaned").collect()[0][0]


def count_events_wrong() -> int:
    return spark.sql("SELECT count(*) FROM iceberg.silver.events").collect()[0][0]
