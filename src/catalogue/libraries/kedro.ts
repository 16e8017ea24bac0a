import type { Library } from '../library.js';

/** Data sets of Kedro, made in code: https://docs.kedro.org/projects/kedro-datasets/en/latest/api/kedro_datasets/ */
export const kedro: Library = {
  library: 'kedro',
  language: 'python',
  system: null,
  types: {},
  entries: [
    {
      call: ['*.SQLTableDataSet', '*.SQLTableDataset'],
      near: 'kedro',
      takes: [
        { keyword: 'table_name', is: 'table' },
        { keyword: 'save_args', entry: ['schema'], is: 'schema' },
        { keyword: 'load_args', entry: ['schema'], is: 'schema' },
        { keyword: 'credentials', entry: ['con'], is: 'uri' },
      ],
      match: [
        {
          code: 'from kedro_datasets.pandas import SQLTableDataset\nSQLTableDataset(table_name="scores", credentials={"con": "postgresql://h/kol_app"}, save_args=dict(schema="kol_gold"))',
          finds: ['table scores', 'database kol_app', 'schema kol_gold'],
        },
        {
          code: 'from kedro.extras.datasets.pandas import SQLTableDataSet\nSQLTableDataSet(table_name="scores", load_args={"schema": "kol_gold"})',
          finds: ['table scores', 'schema kol_gold'],
        },
      ],
      skip: ['from own import SQLTableDataset\nSQLTableDataset(table_name="scores")', 'from kedro_datasets.pandas import CSVDataset\nCSVDataset(save_args={"schema": "kol_gold"})'],
    },
    {
      call: ['*.SQLQueryDataSet', '*.SQLQueryDataset'],
      near: 'kedro',
      takes: [{ keyword: 'sql', is: 'sql', access: 'read' }],
      match: [{ code: 'from kedro_datasets.pandas import SQLQueryDataset\nSQLQueryDataset(sql="SELECT id FROM kol_gold.scores")', finds: ['schema kol_gold', 'table scores'] }],
      skip: ['from kedro_datasets.pandas import SQLQueryDataset\nSQLQueryDataset(filepath="scores.sql")'],
    },
    {
      call: ['*.SparkHiveDataSet', '*.SparkHiveDataset'],
      near: 'kedro',
      takes: [
        { keyword: 'database', is: 'schema', system: 'hive' },
        { keyword: 'table', is: 'table', system: 'hive' },
      ],
      match: [{ code: 'from kedro_datasets.spark import SparkHiveDataset\nSparkHiveDataset(database="kol_gold", table="scores", write_mode="overwrite")', finds: ['schema kol_gold', 'table scores'] }],
      skip: ['from kedro_datasets.spark import SparkDataset\nSparkDataset(table="scores")'],
    },
  ],
};
