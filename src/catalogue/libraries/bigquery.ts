import type { Library } from '../library.js';

const OPERATORS = 'from airflow.providers.google.cloud';

/** BigQuery, whose projects are catalogs and whose data sets are schemas: its client, and Airflow's operators. https://cloud.google.com/python/docs/reference/bigquery/latest */
export const bigquery: Library = {
  library: 'bigquery',
  language: 'python',
  system: null,
  types: {
    Client: [
      'google.cloud.bigquery.Client()', 'google.cloud.bigquery.client.Client()',
      'google.cloud.bigquery.Client.from_service_account_json()', 'google.cloud.bigquery.Client.from_service_account_info()', '~bigquery_client', '~bq_client', '~bqclient',
    ],
  },
  entries: [
    {
      call: ['Client.get_table', 'Client.create_table', 'Client.delete_table', 'Client.list_rows', 'Client.insert_rows_json', 'Client.insert_rows', 'Client.extract_table'],
      takes: [{ at: 0, keyword: ['table', 'source'], is: 'dotted-table' }],
      accessByMethod: { read: '^(?:get_table|list_rows|extract_table)$', write: '^insert_rows', define: '^(?:create|delete)_table$' },
      match: [{ code: 'from google.cloud import bigquery\nbigquery.Client().get_table("kol-project.kol_gold.scores")', finds: ['catalog kol-project', 'schema kol_gold', 'table scores'] }, { code: 'from google.cloud import bigquery\nbigquery.Client.from_service_account_json(path).get_table("kol_gold.scores")', finds: ['schema kol_gold', 'table scores'] }],
      skip: ['from google.cloud import storage\nstorage.Client.from_service_account_json(path).get_table("kol_gold.scores")', 'from google.cloud import storage\nstorage.Client().get_table("kol_gold.scores")'],
    },
    {
      call: ['Client.load_table_from_uri', 'Client.load_table_from_dataframe', 'Client.load_table_from_json', 'Client.load_table_from_file', 'Client.copy_table'],
      takes: [{ at: 1, keyword: 'destination', is: 'dotted-table' }],
      access: 'write',
      match: [
        {
          code: 'from google.cloud import bigquery\nbigquery.Client().load_table_from_uri("gs://kol-raw/a.csv", "kol_gold.scores")',
          finds: ['bucket kol-raw', 'schema kol_gold', 'table scores'],
        },
      ],
      skip: ['loader.load_table_from_json(rows, "kol_gold.scores")'],
    },
    {
      call: ['Client.dataset', 'Client.get_dataset', 'Client.create_dataset', 'Client.delete_dataset', 'Client.list_tables', 'google.cloud.bigquery.Dataset'],
      takes: [{ at: 0, keyword: ['dataset', 'dataset_id', 'dataset_ref'], is: 'dotted-schema' }],
      match: [
        { code: 'from google.cloud import bigquery\nbigquery.Client().create_dataset("kol_gold", exists_ok=True)', finds: ['schema kol_gold'] },
        { code: 'from google.cloud import bigquery\nbigquery.Dataset("kol-project.kol_gold")', finds: ['catalog kol-project', 'schema kol_gold'] },
      ],
      skip: ['from torch.utils.data import Dataset\nDataset("kol_gold")', 'mlflow.data.get_dataset("kol_gold")'],
    },
    {
      call: ['Client.dataset().table'],
      takes: [{ at: 0, keyword: 'table_id', is: 'table' }],
      match: [{ code: 'from google.cloud import bigquery\nbigquery.Client().dataset("kol_gold").table("scores")', finds: ['schema kol_gold', 'table scores'] }],
      skip: ['hub.dataset("kol_gold").table("scores")'],
    },
    {
      call: ['google.cloud.bigquery.Table', 'google.cloud.bigquery.TableReference.from_string'],
      takes: [{ at: 0, keyword: ['table_ref', 'table_id'], is: 'dotted-table' }],
      match: [{ code: 'from google.cloud import bigquery\nbigquery.Table("kol-project.kol_gold.scores", schema=columns)', finds: ['catalog kol-project', 'schema kol_gold', 'table scores'] }],
      skip: ['from rich.table import Table\nTable("kol_gold.scores")'],
    },
    {
      call: ['google.cloud.bigquery.DatasetReference'],
      takes: [
        { at: 0, keyword: 'project', is: 'catalog' },
        { at: 1, keyword: 'dataset_id', is: 'schema' },
      ],
      match: [{ code: 'from google.cloud import bigquery\nbigquery.DatasetReference("kol-project", "kol_gold")', finds: ['catalog kol-project', 'schema kol_gold'] }],
      skip: ['from own import DatasetReference\nDatasetReference("kol-project", "kol_gold")'],
    },
    {
      call: ['*.to_gbq', 'pandas_gbq.to_gbq'],
      // pandas-gbq's own takes the frame first.
      unless: { at: 1, contains: '.' },
      takes: [{ at: 0, keyword: 'destination_table', is: 'dotted-table' }],
      access: 'write',
      match: [{ code: 'frame.to_gbq("kol_gold.scores", project_id="kol-project")', finds: ['schema kol_gold', 'table scores'] }],
      skip: ['frame.to_csv("kol_gold.scores", project_id="kol-project")'],
    },
    {
      call: ['*.*Operator', '*.*Sensor'],
      near: 'bigquery',
      takes: [
        { keyword: 'dataset_id', is: 'schema' },
        { keyword: 'table_id', is: 'table' },
        { keyword: ['configuration'], entry: ['query', 'destinationTable', 'datasetId'], is: 'schema' },
        { keyword: ['configuration'], entry: ['query', 'destinationTable', 'tableId'], is: 'table' },
        { keyword: 'configuration', entry: ['query', 'query'], is: 'sql' },
        { keyword: 'table_resource', entry: ['tableReference', 'datasetId'], is: 'schema' },
        { keyword: 'table_resource', entry: ['tableReference', 'tableId'], is: 'table' },
        {
          keyword: ['deletion_dataset_table', 'destination_project_dataset_table', 'source_project_dataset_table', 'source_project_dataset_tables'],
          is: 'dotted-table',
          // In BigQuery's older way the project stands before a colon.
          within: '^(?:[^:]*:)?([^:]+)$',
        },
      ],
      match: [
        {
          code: `${OPERATORS}.transfers.gcs_to_bigquery import GCSToBigQueryOperator\nGCSToBigQueryOperator(task_id="t", destination_project_dataset_table=f"{PROJECT}:kol_gold.scores")`,
          finds: ['schema kol_gold', 'table scores'],
        },
        {
          code: `${OPERATORS}.operators.bigquery import BigQueryCreateEmptyTableOperator\nBigQueryCreateEmptyTableOperator(task_id="t", dataset_id="kol_gold", table_id="scores")`,
          finds: ['schema kol_gold', 'table scores'],
        },
        {
          code: `${OPERATORS}.operators.bigquery import BigQueryInsertJobOperator\nBigQueryInsertJobOperator(task_id="t", configuration={"query": {"query": "SELECT id FROM kol_gold.scores", "destinationTable": {"projectId": "p", "datasetId": "kol_gold", "tableId": "daily"}}})`,
          finds: ['schema kol_gold', 'table scores', 'schema kol_gold', 'table daily'],
        },
        {
          code: `${OPERATORS}.operators.bigquery import BigQueryCreateExternalTableOperator\nBigQueryCreateExternalTableOperator(task_id="t", table_resource={"tableReference": {"datasetId": "kol_gold", "tableId": "scores"}})`,
          finds: ['schema kol_gold', 'table scores'],
        },
        {
          code: `${OPERATORS}.operators.bigquery import BigQueryDeleteTableOperator\nBigQueryDeleteTableOperator(task_id="t", deletion_dataset_table="kol_gold.scores")`,
          finds: ['schema kol_gold', 'table scores'],
        },
      ],
      skip: ['from own import CopyOperator\nCopyOperator(task_id="t", dataset_id="kol_gold", table_id="scores")'],
    },
  ],
};
