import type { Library } from '../library.js';

const CONNECTION = { at: 1, keyword: 'con' } as const;

/** https://pandas.pydata.org/docs/reference/io.html; polars, dask and awswrangler take URIs alike. */
export const pandas: Library = {
  library: 'pandas',
  language: 'python',
  system: null,
  types: { Module: ['pandas', '~pd'] },
  entries: [
    {
      call: ['Module.read_sql', 'Module.read_sql_query'],
      takes: [{ at: 0, keyword: 'sql', is: 'sql', connection: CONNECTION, access: 'read' }],
      match: [
        { code: 'import pandas as pd\npd.read_sql("SELECT * FROM iceberg.kol_gold.scores", con)', finds: ['catalog iceberg', 'schema kol_gold', 'table scores'] },
      ],
      skip: ['import pandas as pd\npd.read_csv("SELECT")'],
    },
    {
      call: ['Module.read_sql_table'],
      takes: [
        { keyword: 'table_name', at: 0, is: 'table', connection: CONNECTION, access: 'read' },
        { keyword: 'schema', at: 2, is: 'schema', connection: CONNECTION, access: 'read' },
        { keyword: 'con', at: 1, is: 'uri' },
      ],
      match: [{ code: 'import pandas as pd\npd.read_sql_table("scores", con, schema="kol_gold")', finds: ['table scores', 'schema kol_gold'] }],
      skip: ['import pandas as pd\npd.read_json(path, schema="kol_gold")'],
    },
    {
      call: ['*.to_sql'],
      // awswrangler's takes the frame first.
      without: { keyword: 'table' },
      takes: [
        { keyword: 'name', at: 0, is: 'table', connection: CONNECTION },
        { keyword: 'schema', at: 2, is: 'schema', connection: CONNECTION },
        { keyword: 'con', at: 1, is: 'uri' },
      ],
      access: 'write',
      match: [{ code: 'frame.to_sql("scores", engine, schema="kol_gold")', finds: ['table scores', 'schema kol_gold'] }],
      skip: ['frame.to_csv("scores", engine, schema=SCHEMA)', 'own.to_sql(frame, engine, table=TABLE)'],
    },
    {
      // polars'
      call: ['*.write_database'],
      takes: [
        { at: 0, keyword: 'table_name', is: 'dotted-table', connection: { at: 1, keyword: 'connection' } },
        { at: 1, keyword: 'connection', is: 'uri' },
      ],
      access: 'write',
      match: [
        {
          code: 'import polars as pl\nframe.write_database("kol_gold.scores", "postgresql://h/kol_app")',
          finds: ['schema kol_gold', 'table scores', 'database kol_app'],
        },
      ],
      skip: ['frame.write_excel("kol_gold.scores", connection)'],
    },
    {
      call: ['*.to_parquet', '*.to_csv', '*.to_json', '*.to_pickle', '*.to_feather', '*.to_excel', '*.to_orc', '*.write_parquet', '*.sink_parquet', '*.write_delta', '*.to_zarr'],
      takes: [{ at: 0, keyword: ['path', 'path_or_buf', 'target', 'file', 'excel_writer', 'path_or_buffer'], is: 'uri' }],
      access: 'write',
      match: [{ code: 'frame.to_parquet(f"s3://kol-bronze/{day}.parquet")', finds: ['bucket kol-bronze'] }],
      skip: ['frame.to_parquet("kol-bronze/a.parquet")'],
    },
    {
      call: [
        'Module.read_parquet', 'Module.read_csv', 'Module.read_json', 'Module.read_pickle', 'Module.read_feather', 'Module.read_excel',
        'Module.read_orc', 'Module.read_table', '*.scan_parquet', '*.read_parquet', '*.scan_csv', '*.read_csv', '*.read_delta', '*.scan_delta',
        '*.scan_iceberg', '*.read_json',
      ],
      takes: [{ at: 0, keyword: ['path', 'filepath_or_buffer', 'path_or_buf', 'source'], is: 'uri' }],
      access: 'read',
      match: [{ code: 'import pandas as pd\npd.read_parquet("s3://kol-bronze/a.parquet")', finds: ['bucket kol-bronze'] }],
      skip: ['import pandas as pd\npd.read_parquet("bronze/a.parquet")'],
    },
  ],
};
