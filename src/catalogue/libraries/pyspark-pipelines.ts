import type { Library } from '../library.js';

/** https://docs.databricks.com/aws/en/ldp/developer/ldp-python-ref-table: tables by their decorators, `dlt` being the old name. */
export const pysparkPipelines: Library = {
  library: 'pyspark-pipelines',
  language: 'python',
  system: 'spark',
  dialect: 'spark',
  types: { Pipelines: ['pyspark.pipelines', 'dlt', '~dlt'] },
  entries: [
    {
      call: ['Pipelines.table', 'Pipelines.materialized_view', 'Pipelines.create_streaming_table', 'Pipelines.create_table', 'Pipelines.create_sink'],
      takes: [{ at: 0, keyword: 'name', is: 'dotted-table' }],
      access: 'define',
      match: [
        { code: 'import dlt\n@dlt.table(name="kol_bronze.events", comment="raw")\ndef events(): pass', finds: ['schema kol_bronze', 'table events'] },
        { code: 'from pyspark import pipelines as dp\n@dp.materialized_view(name="scores")\ndef f(): pass', finds: ['table scores'] },
        { code: 'import dlt\ndlt.create_streaming_table("scores")', finds: ['table scores'] },
      ],
      skip: ['import dlt\n@dlt.view(name="scores")\ndef f(): pass'],
    },
    {
      call: ['Pipelines.table', 'Pipelines.materialized_view'],
      without: { at: 0, keyword: 'name' },
      takes: [{ decorated: true, is: 'table' }],
      access: 'define',
      match: [
        { code: 'import dlt\n@dlt.table\ndef scores(): pass', finds: ['table scores'] },
        { code: 'import dlt\n@dlt.table(comment="raw")\ndef scores(): pass', finds: ['table scores'] },
      ],
      skip: ['import dlt\n@dlt.expect("valid", "id > 0")\ndef scores(): pass'],
    },
    {
      call: ['Pipelines.read', 'Pipelines.read_stream'],
      takes: [{ at: 0, keyword: 'name', is: 'dotted-table' }],
      access: 'read',
      match: [{ code: 'import dlt\ndlt.read_stream("scores")', finds: ['table scores'] }],
      skip: ['import dlt\ndlt.read_csv("scores")'],
    },
    {
      call: ['Pipelines.apply_changes', 'Pipelines.create_auto_cdc_flow'],
      takes: [
        { keyword: 'target', is: 'dotted-table', access: 'write' },
        { keyword: 'source', is: 'dotted-table', access: 'read' },
      ],
      match: [{ code: 'import dlt\ndlt.apply_changes(target="scores", source="events", keys=["id"])', finds: ['table scores', 'table events'] }],
      skip: ['import dlt\ndlt.apply_changes(keys=["scores"])'],
    },
  ],
};
