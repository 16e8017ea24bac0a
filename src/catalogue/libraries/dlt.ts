import type { Library } from '../library.js';

/** https://dlthub.com/docs/general-usage/pipeline: a dataset is a schema of the destination. */
export const dlt: Library = {
  library: 'dlt',
  language: 'python',
  system: null,
  types: {},
  entries: [
    {
      call: ['dlt.pipeline', 'dlt.attach'],
      takes: [
        { keyword: 'dataset_name', is: 'schema' },
        { keyword: 'destination', is: 'uri' },
      ],
      access: 'write',
      match: [
        {
          code: 'import dlt\ndlt.pipeline(pipeline_name="kol", destination="postgres", dataset_name="kol_raw")',
          finds: ['schema kol_raw'],
        },
      ],
      skip: ['import dlt\ndlt.pipeline(pipeline_name="kol_raw", destination="duckdb")'],
    },
    {
      call: ['dlt.sources.sql_database.sql_table', 'dlt.sources.sql_database.sql_database', 'sql_database.sql_table', 'sql_database.sql_database'],
      takes: [
        { keyword: 'schema', is: 'schema' },
        { keyword: ['table', 'table_names'], is: 'dotted-table' },
      ],
      access: 'read',
      match: [
        { code: 'from dlt.sources.sql_database import sql_table\nsql_table(credentials=url, schema="kol_app", table="users")', finds: ['schema kol_app', 'table users'] },
        { code: 'from dlt.sources.sql_database import sql_database\nsql_database(url, schema="kol_app", table_names=["users"])', finds: ['schema kol_app', 'table users'] },
      ],
      skip: ['from dlt.sources.rest_api import rest_api_source\nrest_api_source(table="users")'],
    },
    {
      call: ['dlt.resource'],
      takes: [{ keyword: 'table_name', is: 'dotted-table' }],
      access: 'write',
      match: [{ code: 'import dlt\n@dlt.resource(name="people", table_name="users")\ndef people(): ...', finds: ['table users'] }],
      skip: ['import dlt\n@dlt.resource(name="users")\ndef people(): ...'],
    },
    {
      call: ['dlt.destinations.filesystem'],
      takes: [{ at: 0, keyword: 'bucket_url', is: 'uri' }],
      access: 'write',
      match: [
        { code: 'import dlt\ndlt.destinations.filesystem(bucket_url="s3://kol-bronze/landing")', finds: ['bucket kol-bronze'] },
      ],
      skip: ['import dlt\ndlt.destinations.filesystem(bucket_url="file:///tmp/kol-bronze")'],
    },
  ],
};
