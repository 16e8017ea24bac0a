import type { Library } from '../library.js';

/** https://docs.greatexpectations.io/docs/reference/api/: what a data source is made of; connection strings are URIs. */
export const greatExpectations: Library = {
  library: 'great-expectations',
  language: 'python',
  system: null,
  types: {},
  entries: [
    {
      call: ['*.add_table_asset'],
      takes: [
        { keyword: 'table_name', is: 'dotted-table' },
        { keyword: 'schema_name', is: 'schema' },
      ],
      access: 'read',
      match: [
        { code: 'import great_expectations as gx\nsource.add_table_asset(name="daily", table_name="scores", schema_name="kol_gold")', finds: ['table scores', 'schema kol_gold'] },
      ],
      skip: ['import great_expectations as gx\nsource.add_table_asset(name="scores")'],
    },
    {
      call: ['*.add_query_asset'],
      takes: [{ keyword: 'query', is: 'sql' }],
      access: 'read',
      match: [{ code: 'import great_expectations as gx\nsource.add_query_asset(name="daily", query="SELECT id FROM kol_gold.scores")', finds: ['schema kol_gold', 'table scores'] }],
      skip: ['import great_expectations as gx\nsource.add_query_asset(name="scores")'],
    },
    {
      call: ['*.add_pandas_s3', '*.add_or_update_pandas_s3', '*.add_spark_s3', '*.add_or_update_spark_s3'],
      takes: [{ at: 1, keyword: 'bucket', is: 'bucket', system: 's3' }],
      access: 'read',
      match: [{ code: 'import great_expectations as gx\ncontext.data_sources.add_pandas_s3(name="raw", bucket="kol-bronze", boto3_options={})', finds: ['bucket kol-bronze'] }],
      skip: ['import great_expectations as gx\ncontext.data_sources.add_pandas_filesystem(name="kol-bronze")'],
    },
  ],
};
