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
