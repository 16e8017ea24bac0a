import type { Library } from '../library.js';

const TRANSFER = 'from airflow.providers.amazon.aws.transfers';

/** What Airflow's providers carry from one system to another and check there; buckets and topics go by their keywords. */
export const airflowTransfers: Library = {
  library: 'airflow-transfers',
  language: 'python',
  system: null,
  types: {
    DagBag: ['airflow.models.DagBag()', 'airflow.models.dagbag.DagBag()', 'airflow.dag_processing.dagbag.DagBag()', '~DagBag()', '~dagbag', '~dag_bag'],
  },
  entries: [
    {
      call: ['*.S3ToRedshiftOperator', '*.RedshiftToS3Operator', '*.S3ToSnowflakeOperator', '*.CopyFromExternalStageToSnowflakeOperator', '*.S3ToSqlOperator'],
      takes: [
        { keyword: 'schema', is: 'schema' },
        { keyword: 'table', is: 'dotted-table' },
        { keyword: 's3_bucket', is: 'bucket', system: 's3' },
      ],
      match: [
        {
          code: `${TRANSFER}.s3_to_redshift import S3ToRedshiftOperator\nS3ToRedshiftOperator(task_id="t", schema="kol_dw", table="orders", s3_bucket="kol-silver", s3_key="orders")`,
          finds: ['schema kol_dw', 'table orders', 'bucket kol-silver'],
        },
      ],
      skip: [`${TRANSFER}.s3_to_redshift import S3ToRedshiftOperator\nS3ToRedshiftOperator(task_id="kol_dw", redshift_conn_id="orders")`],
    },
    {
      call: ['*.S3ToHiveOperator', '*.MySqlToHiveOperator', '*.MsSqlToHiveOperator', '*.VerticaToHiveOperator'],
      takes: [{ keyword: 'hive_table', is: 'dotted-table', system: 'hive' }],
      access: 'write',
      match: [
        {
          code: 'from airflow.providers.apache.hive.transfers.mysql_to_hive import MySqlToHiveOperator\nMySqlToHiveOperator(task_id="t", hive_table="kol_raw.orders")',
          finds: ['schema kol_raw', 'table orders'],
        },
      ],
      skip: ['from airflow.providers.apache.hive.transfers.mysql_to_hive import MySqlToHiveOperator\nMySqlToHiveOperator(task_id="kol_raw.orders")'],
    },
    {
      call: ['*.SQLTableCheckOperator', '*.SQLColumnCheckOperator', '*.SQLIntervalCheckOperator'],
      takes: [{ keyword: 'table', is: 'dotted-table' }],
      access: 'read',
      match: [
        {
          code: 'from airflow.providers.common.sql.operators.sql import SQLTableCheckOperator\nSQLTableCheckOperator(task_id="t", table="kol_gold.scores", checks={})',
          finds: ['schema kol_gold', 'table scores'],
        },
        {
          code: 'from airflow.providers.common.sql.operators.sql import SQLColumnCheckOperator\nSQLColumnCheckOperator(task_id="t", table="scores", column_mapping={})',
          finds: ['table scores'],
        },
      ],
      skip: ['from airflow.providers.common.sql.operators.sql import SQLTableCheckOperator\nSQLTableCheckOperator(task_id="scores")'],
    },
    {
      // A project's own: beside a connection of a database a table is one of it.
      call: ['*.*Operator'],
      near: 'airflow',
      with: { keyword: ['redshift_conn_id', 'postgres_conn_id', 'trino_conn_id', 'conn_id', 'database_conn_id', 'redshift', 'aws_credentials_id'] },
      takes: [
        { keyword: ['table', 'target_table', 'destination_table', 'dest_table', 'table_name'], is: 'dotted-table' },
        { keyword: ['tables', 'table_names'], is: 'table' },
      ],
      match: [
        {
          code: 'from airflow.models import BaseOperator\nfrom operators import LoadFactOperator\nLoadFactOperator(task_id="t", redshift_conn_id="dw", table="scores")',
          finds: ['table scores'],
        },
        {
          code: 'from airflow.models import BaseOperator\nfrom operators import DataQualityOperator\nDataQualityOperator(task_id="t", redshift="redshift", tables=["scores", "events"])',
          finds: ['table scores', 'table events'],
        },
      ],
      skip: [
        'from airflow.models import BaseOperator\nfrom operators import LoadFactOperator\nLoadFactOperator(task_id="t", table="scores")',
        'from airflow.models import BaseOperator\nfrom operators import NotionOperator\nNotionOperator(http_conn_id="notion", table="scores")',
      ],
    },
    {
      call: ['*.HivePartitionSensor', '*.MetastorePartitionSensor'],
      takes: [
        { keyword: 'schema', is: 'schema', system: 'hive' },
        { keyword: 'table', is: 'dotted-table', system: 'hive' },
      ],
      access: 'read',
      match: [
        {
          code: 'from airflow.providers.apache.hive.sensors.hive_partition import HivePartitionSensor\nHivePartitionSensor(task_id="t", schema="kol_raw", table="orders")',
          finds: ['schema kol_raw', 'table orders'],
        },
      ],
      skip: ['from airflow.providers.apache.hive.sensors.hive_partition import HivePartitionSensor\nHivePartitionSensor(task_id="orders")'],
    },
    {
      // What an asset is called is free; with a schema before it, it is a table.
      call: ['*.GreatExpectationsOperator'],
      takes: [
        { keyword: 'data_asset_name', is: 'dotted-table', within: String.raw`^(\w+(?:\.\w+){1,2})$` },
        { keyword: 'schema', is: 'schema' },
        { keyword: 'query_to_validate', is: 'sql' },
      ],
      access: 'read',
      match: [
        {
          code: 'from great_expectations_provider.operators.great_expectations import GreatExpectationsOperator\nGreatExpectationsOperator(task_id="t", data_asset_name="kol_gold.scores")',
          finds: ['schema kol_gold', 'table scores'],
        },
      ],
      skip: [
        'from great_expectations_provider.operators.great_expectations import GreatExpectationsOperator\nGreatExpectationsOperator(task_id="t", data_asset_name="daily scores")',
      ],
    },
    {
      // Astro's SDK
      call: ['astro.table.Table', 'astro.sql.table.Table', 'astro.sql.Table'],
      takes: [{ at: 0, keyword: 'name', is: 'dotted-table' }],
      match: [
        {
          code: 'from airflow import DAG\nfrom astro.sql.table import Table\nTable(name="scores", conn_id="kol")',
          finds: ['table scores'],
        },
      ],
      skip: ['from airflow import DAG\nfrom rich.table import Table\nTable(name="scores")'],
    },
    {
      call: ['astro.table.Metadata', 'astro.sql.table.Metadata', 'astro.sql.Metadata'],
      takes: [{ at: 0, keyword: 'schema', is: 'schema' }],
      match: [{ code: 'from airflow import DAG\nfrom astro.sql.table import Metadata\nMetadata(schema="kol_raw")', finds: ['schema kol_raw'] }],
      skip: ['from airflow import DAG\nfrom importlib import Metadata\nMetadata(schema="kol_raw")'],
    },
    {
      call: ['DagBag.get_dag'],
      takes: [{ at: 0, keyword: 'dag_id', is: 'dag', system: 'airflow' }],
      access: 'read',
      match: [{ code: 'from airflow.models import DagBag\nDagBag("dags").get_dag("kol_daily")', finds: ['dag kol_daily'] }],
      skip: ['from graphs import Bag\nBag().get_dag("kol_daily")'],
    },
  ],
};
