import type { Library } from '../library.js';

const S3_HOOK = { keyword: ['bucket_name', 'bucket'] } as const;

/** https://airflow.apache.org/docs/ and its Amazon, PostgreSQL and common SQL providers */
export const airflow: Library = {
  library: 'airflow',
  language: 'python',
  system: 'airflow',
  types: {
    S3Hook: ['airflow.providers.amazon.aws.hooks.s3.S3Hook()', 'airflow.hooks.S3_hook.S3Hook()', '~s3_hook', '~S3Hook()'],
    Variable: ['airflow.models.Variable', 'airflow.models.variable.Variable', 'airflow.sdk.Variable', '~Variable'],
  },
  entries: [
    {
      call: [
        'airflow.DAG', 'airflow.models.DAG', 'airflow.models.dag.DAG', 'airflow.sdk.DAG', '~DAG',
        'airflow.decorators.dag', 'airflow.sdk.dag',
      ],
      takes: [{ at: 0, keyword: 'dag_id', is: 'dag' }],
      access: 'define',
      match: [
        { code: 'from airflow import DAG\nwith DAG("kol_daily", schedule="@daily") as dag:\n    pass', finds: ['dag kol_daily'] },
        { code: 'from airflow.models.dag import DAG\nDAG(dag_id="kol_daily")', finds: ['dag kol_daily'] },
        { code: 'DAG("kol_daily")', finds: ['dag kol_daily'] },
        { code: 'from airflow.sdk import DAG\nDAG("每日_kol")', finds: ['dag 每日_kol'] },
      ],
      skip: ['from networkx import DAG\nDAG("kol_daily")'],
    },
    {
      call: ['airflow.decorators.dag', 'airflow.sdk.dag', 'airflow.sdk.definitions.dag.dag'],
      // https://airflow.apache.org/docs/apache-airflow/stable/core-concepts/dags.html: the function's name is the id.
      without: { at: 0, keyword: 'dag_id' },
      takes: [{ decorated: true, is: 'dag' }],
      access: 'define',
      match: [
        { code: 'from airflow.decorators import dag\n@dag(schedule="@daily")\ndef kol_daily(): ...', finds: ['dag kol_daily'] },
        { code: 'from airflow.sdk import dag\n@dag\ndef kol_daily(): ...', finds: ['dag kol_daily'] },
        { code: 'from airflow.decorators import dag\n@dag(dag_id="kol_daily")\ndef pipeline(): ...', finds: ['dag kol_daily'] },
      ],
      skip: [
        'from airflow.decorators import task\n@task\ndef kol_daily(): ...',
        'from graphs import dag\n@dag\ndef kol_daily(): ...',
      ],
    },
    {
      call: ['*.TriggerDagRunOperator'],
      takes: [{ keyword: 'trigger_dag_id', is: 'dag' }],
      access: 'write',
      match: [
        {
          code: 'from airflow.operators.trigger_dagrun import TriggerDagRunOperator\nTriggerDagRunOperator(task_id="t", trigger_dag_id="sme_daily")',
          finds: ['dag sme_daily'],
        },
      ],
      skip: ['from airflow.operators.trigger_dagrun import TriggerDagRunOperator\nTriggerDagRunOperator(task_id="sme_daily")'],
    },
    {
      call: [
        'airflow.api.common.trigger_dag.trigger_dag', 'airflow.api.common.experimental.trigger_dag.trigger_dag', 'airflow.api.client.local_client.Client().trigger_dag',
        'airflow_client.client.api.dag_run_api.DAGRunApi().post_dag_run', 'airflow_client.client.DagRunApi().trigger_dag_run',
      ],
      takes: [{ at: 0, keyword: 'dag_id', is: 'dag' }],
      access: 'write',
      match: [
        { code: 'from airflow.api.common.trigger_dag import trigger_dag\ntrigger_dag("sme_daily", run_id="kol")', finds: ['dag sme_daily'] },
        { code: 'from airflow_client.client.api import dag_run_api\ndag_run_api.DAGRunApi(api).post_dag_run("sme_daily", run)', finds: ['dag sme_daily'] },
      ],
      skip: ['from kol.graphs import trigger_dag\ntrigger_dag("sme_daily")'],
    },
    {
      call: ['*.ExternalTaskSensor', '*.ExternalTaskMarker'],
      takes: [{ keyword: 'external_dag_id', is: 'dag' }],
      access: 'read',
      match: [
        {
          code: 'from airflow.sensors.external_task import ExternalTaskSensor\nExternalTaskSensor(task_id="t", external_dag_id="sme_daily")',
          finds: ['dag sme_daily'],
        },
      ],
      skip: ['from airflow.sensors.external_task import ExternalTaskSensor\nExternalTaskSensor(task_id="sme_daily")'],
    },
    {
      call: ['*.S3KeySensor', '*.S3PrefixSensor', '*.S3KeysUnchangedSensor'],
      takes: [
        { ...S3_HOOK, is: 'bucket', system: 's3' },
        { keyword: 'bucket_key', is: 'uri' },
      ],
      access: 'read',
      match: [
        {
          code: 'from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor\nS3KeySensor(task_id="t", bucket_name="kol-bronze", bucket_key="a/*.csv")',
          finds: ['bucket kol-bronze'],
        },
      ],
      skip: ['from airflow.providers.amazon.aws.sensors.s3 import S3KeySensor\nS3KeySensor(task_id="kol-bronze")'],
    },
    {
      call: ['*.S3CreateBucketOperator', '*.S3DeleteBucketOperator', '*.S3DeleteObjectsOperator', '*.S3ListOperator', '*.S3CreateObjectOperator'],
      takes: [{ keyword: ['bucket_name', 'bucket', 's3_bucket'], is: 'bucket', system: 's3' }],
      match: [
        {
          code: 'from airflow.providers.amazon.aws.operators.s3 import S3CreateBucketOperator\nS3CreateBucketOperator(task_id="t", bucket_name="kol-bronze")',
          finds: ['bucket kol-bronze'],
        },
      ],
      skip: ['S3Operator(task_id="kol-bronze")'],
    },
    {
      call: ['S3Hook.load_file', 'S3Hook.load_string', 'S3Hook.load_bytes', 'S3Hook.load_file_obj'],
      takes: [{ at: 2, keyword: 'bucket_name', is: 'bucket', system: 's3' }],
      access: 'write',
      match: [
        {
          code: 'from airflow.providers.amazon.aws.hooks.s3 import S3Hook\nS3Hook("minio").load_file("a.csv", "a.csv", "kol-bronze")',
          finds: ['bucket kol-bronze'],
        },
      ],
      skip: ['hook.load_file("a.csv", "a.csv", "kol-bronze")'],
    },
    {
      call: ['S3Hook.read_key', 'S3Hook.get_key', 'S3Hook.check_for_key', 'S3Hook.download_file'],
      takes: [{ at: 1, keyword: 'bucket_name', is: 'bucket', system: 's3' }],
      access: 'read',
      match: [
        { code: 'from airflow.providers.amazon.aws.hooks.s3 import S3Hook\nS3Hook().read_key("a.csv", "kol-bronze")', finds: ['bucket kol-bronze'] },
      ],
      skip: ['cache.read_key("a.csv", "kol-bronze")'],
    },
    {
      call: ['S3Hook.list_keys', 'S3Hook.check_for_bucket', 'S3Hook.create_bucket', 'S3Hook.get_bucket', 'S3Hook.delete_bucket', 'S3Hook.list_prefixes', 'S3Hook.delete_objects'],
      takes: [{ at: 0, keyword: ['bucket_name', 'bucket'], is: 'bucket', system: 's3' }],
      match: [
        { code: 'from airflow.providers.amazon.aws.hooks.s3 import S3Hook\nS3Hook().list_keys("kol-bronze", prefix="a/")', finds: ['bucket kol-bronze'] },
      ],
      skip: ['keyring.list_keys("kol-bronze")'],
    },
    {
      call: ['*.SQLExecuteQueryOperator', '*.PostgresOperator', '*.TrinoOperator', '*.SparkSqlOperator', '*.SQLCheckOperator', '*.SqlSensor', '*.HiveOperator', '*.PrestoToMySqlOperator', '*.YQExecuteQueryOperator', '*.SQLValueCheckOperator', '*.SQLThresholdCheckOperator', '*.BranchSQLOperator', '*.SQLInsertRowsOperator'],
      takes: [{ keyword: ['sql', 'hql'], is: 'sql' }],
      match: [
        {
          code: 'from airflow.providers.trino.operators.trino import TrinoOperator\nTrinoOperator(task_id="t", sql="SELECT * FROM iceberg.kol_gold.scores")',
          finds: ['catalog iceberg', 'schema kol_gold', 'table scores'],
        },
      ],
      skip: ['from airflow.providers.trino.operators.trino import TrinoOperator\nTrinoOperator(task_id="t", sql="scores.sql")'],
    },
    {
      call: ['airflow.models.Connection', 'airflow.models.connection.Connection', 'airflow.sdk.Connection'],
      where: { keyword: 'conn_type', equals: ['postgres', 'postgresql'] },
      takes: [{ keyword: 'schema', is: 'database', system: 'postgres' }],
      match: [
        { code: 'from airflow.models import Connection\nConnection(conn_id="app", conn_type="postgres", schema="kol_app")', finds: ['database kol_app'] },
      ],
      skip: ['from airflow.models import Connection\nConnection(conn_id="api", conn_type="http", schema="https")'],
    },
    {
      call: ['*.AthenaOperator', '*.AWSAthenaOperator'],
      takes: [
        { keyword: 'query', is: 'sql', system: 'glue' },
        { keyword: 'database', is: 'schema', system: 'glue' },
        { keyword: 'output_location', is: 'uri', access: 'write' },
      ],
      match: [
        {
          code: 'from airflow.providers.amazon.aws.operators.athena import AthenaOperator\nAthenaOperator(task_id="t", query="SELECT 1 FROM kol_gold.scores", database="kol_gold", output_location="s3://kol-gold/out")',
          finds: ['schema kol_gold', 'table scores', 'schema kol_gold', 'bucket kol-gold'],
        },
      ],
      skip: ['from airflow.providers.amazon.aws.operators.athena import AthenaOperator\nAthenaOperator(task_id="kol_gold", query="scores.sql")'],
    },
    {
      call: ['*.GlueCatalogPartitionSensor', '*.AwsGlueCatalogPartitionSensor'],
      takes: [
        { keyword: 'database_name', is: 'schema', system: 'glue' },
        { keyword: 'table_name', is: 'table', system: 'glue' },
      ],
      access: 'read',
      match: [
        {
          code: 'from airflow.providers.amazon.aws.sensors.glue_catalog_partition import GlueCatalogPartitionSensor\nGlueCatalogPartitionSensor(task_id="t", database_name="kol_gold", table_name="scores")',
          finds: ['schema kol_gold', 'table scores'],
        },
      ],
      skip: ['from airflow.providers.amazon.aws.sensors.glue_catalog_partition import GlueCatalogPartitionSensor\nGlueCatalogPartitionSensor(task_id="kol_gold")'],
    },
    {
      call: [
        'airflow.providers.postgres.hooks.postgres.PostgresHook', 'airflow.hooks.postgres_hook.PostgresHook', '~PostgresHook',
        'airflow.providers.postgres.operators.postgres.PostgresOperator', 'airflow.operators.postgres_operator.PostgresOperator', '~PostgresOperator',
      ],
      takes: [{ keyword: ['schema', 'database'], is: 'database', system: 'postgres' }],
      match: [
        {
          code: 'from airflow.providers.postgres.hooks.postgres import PostgresHook\nPostgresHook(postgres_conn_id="pg", schema="kol_app")',
          finds: ['database kol_app'],
        },
        {
          code: 'from airflow.providers.postgres.operators.postgres import PostgresOperator\nPostgresOperator(task_id="t", sql="users.sql", database="kol_app")',
          finds: ['database kol_app'],
        },
      ],
      skip: ['from airflow.providers.postgres.hooks.postgres import PostgresHook\nPostgresHook("kol_app")'],
    },
    {
      call: ['Variable.get'],
      takes: [{ at: 1, keyword: ['default_var', 'default'], is: 'named', named: { at: 0, keyword: 'key' }, origin: 'env-default' }],
      match: [
        { code: 'from airflow.models import Variable\nVariable.get("bronze_bucket", default_var="kol-bronze")', finds: ['bucket kol-bronze'] },
      ],
      skip: ['from airflow.models import Variable\nVariable.get("owner", default_var="kol-bronze")'],
    },
  ],
};
