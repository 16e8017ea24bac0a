import type { Library } from '../library.js';

const DATABASE = { keyword: ['database', 'name_space'], is: 'schema' } as const;
const TABLE = { keyword: 'table_name', is: 'table' } as const;

/** https://docs.aws.amazon.com/glue/latest/dg/aws-glue-api-crawler-pyspark-extensions-glue-context.html */
export const awsglue: Library = {
  library: 'awsglue',
  language: 'python',
  system: 'glue',
  types: {
    Context: ['awsglue.context.GlueContext()', '~glueContext', '~glue_context'],
  },
  entries: [
    {
      call: [
        'Context.create_dynamic_frame.from_catalog', 'Context.create_dynamic_frame_from_catalog', 'Context.create_data_frame.from_catalog',
        'Context.create_data_frame_from_catalog', 'Context.create_sample_dynamic_frame_from_catalog',
      ],
      takes: [
        { at: 0, ...DATABASE },
        { at: 1, ...TABLE },
      ],
      access: 'read',
      match: [
        {
          code: 'from awsglue.context import GlueContext\nGlueContext(sc).create_dynamic_frame.from_catalog(database="kol_gold", table_name="scores")',
          finds: ['schema kol_gold', 'table scores'],
        },
        {
          code: 'glueContext.create_dynamic_frame.from_catalog(name_space="kol_gold", table_name="scores")',
          finds: ['schema kol_gold', 'table scores'],
        },
      ],
      skip: ['shop.create_dynamic_frame.from_catalog("kol_gold", "scores")'],
    },
    {
      call: [
        'Context.write_dynamic_frame.from_catalog', 'Context.write_dynamic_frame_from_catalog', 'Context.write_data_frame.from_catalog',
        'Context.write_data_frame_from_catalog',
      ],
      takes: [
        { at: 1, ...DATABASE },
        { at: 2, ...TABLE },
      ],
      access: 'write',
      match: [
        {
          code: 'glueContext.write_dynamic_frame.from_catalog(frame=frame, database="kol_gold", table_name="scores")',
          finds: ['schema kol_gold', 'table scores'],
        },
      ],
      skip: ['glueContext.write_dynamic_frame.from_options(frame=frame, connection_type="s3")'],
    },
    {
      call: ['Context.purge_table', 'Context.transition_table'],
      takes: [
        { at: 0, ...DATABASE },
        { at: 1, ...TABLE },
      ],
      access: 'write',
      match: [{ code: 'glueContext.purge_table("kol_gold", "scores")', finds: ['schema kol_gold', 'table scores'] }],
      skip: ['cache.purge_table("kol_gold", "scores")'],
    },
    {
      call: ['*.setCatalogInfo'],
      takes: [
        { at: 0, keyword: 'catalogDatabase', is: 'schema' },
        { at: 1, keyword: 'catalogTableName', is: 'table' },
      ],
      access: 'define',
      match: [
        {
          code: 'sink = glueContext.getSink(path=path, connection_type="s3")\nsink.setCatalogInfo(catalogDatabase="kol_gold", catalogTableName="scores")',
          finds: ['schema kol_gold', 'table scores'],
        },
      ],
      skip: ['sink.setFormat("kol_gold")'],
    },
  ],
};
