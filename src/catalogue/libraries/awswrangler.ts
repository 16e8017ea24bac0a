import type { Library } from '../library.js';

const DATABASE = { keyword: 'database', is: 'schema' } as const;
const TABLE = { keyword: 'table', is: 'table' } as const;

/** https://aws-sdk-pandas.readthedocs.io/en/stable/api.html; its databases are Glue's and Athena's, which are schemas. */
export const awswrangler: Library = {
  library: 'awswrangler',
  language: 'python',
  system: 'glue',
  types: {
    Athena: ['awswrangler.athena', '~wr.athena'],
    Catalog: ['awswrangler.catalog', '~wr.catalog'],
    S3: ['awswrangler.s3', '~wr.s3'],
    DataApi: ['awswrangler.data_api.redshift', 'awswrangler.data_api.rds', '~wr.data_api.redshift', '~wr.data_api.rds'],
    Sql: ['redshift', 'postgresql', 'sqlserver', 'oracle'].flatMap((module) => [`awswrangler.${module}`, `~wr.${module}`]),
    MySql: ['awswrangler.mysql', '~wr.mysql'],
  },
  entries: [
    {
      call: ['Athena.read_sql_query', 'Athena.start_query_execution', 'Athena.create_ctas_table', 'Athena.unload'],
      takes: [
        { at: 0, keyword: 'sql', is: 'sql' },
        { at: 1, ...DATABASE },
        { keyword: ['s3_output', 'path', 'ctas_database'], is: 'uri', access: 'write' },
      ],
      match: [
        {
          code: 'import awswrangler as wr\nwr.athena.read_sql_query("SELECT * FROM scores", database="kol_gold", s3_output="s3://kol-gold/out/")',
          finds: ['table scores', 'schema kol_gold', 'bucket kol-gold'],
        },
      ],
      skip: ['import awswrangler as wr\nwr.athena.start_query_execution(query, workgroup="kol_gold")'],
    },
    {
      call: ['Athena.read_sql_table', 'Athena.delete_from_iceberg_table', 'Athena.to_iceberg'],
      takes: [TABLE, DATABASE],
      match: [
        {
          code: 'import awswrangler as wr\nwr.athena.to_iceberg(df, database="kol_gold", table="scores")',
          finds: ['schema kol_gold', 'table scores'],
        },
      ],
      skip: ['import awswrangler as wr\nwr.athena.to_iceberg(df, workgroup="kol_gold")'],
    },
    {
      call: ['Athena.read_sql_table'],
      takes: [{ at: 0, is: 'table', access: 'read' }],
      match: [
        { code: 'import awswrangler as wr\nwr.athena.read_sql_table("scores", database="kol_gold")', finds: ['table scores', 'schema kol_gold'] },
      ],
      skip: ['import awswrangler as wr\nwr.athena.read_sql_table(workgroup="kol_gold")'],
    },
    {
      call: ['DataApi.connect'],
      // Redshift, or most often PostgreSQL in Aurora.
      takes: [{ keyword: 'database', is: 'database', system: 'postgres' }],
      match: [
        {
          code: 'import awswrangler as wr\nwr.data_api.redshift.connect(cluster_id="sme", database="kol_app", secret_arn="x")',
          finds: ['database kol_app'],
        },
      ],
      skip: ['import awswrangler as wr\nwr.data_api.rds.connect(resource_arn="kol_app", secret_arn="x")'],
    },
    {
      call: ['Sql.to_sql', 'MySql.to_sql'],
      takes: [{ ...TABLE, system: 'postgres' }],
      access: 'write',
      match: [
        { code: 'import awswrangler as wr\nwr.mysql.to_sql(df, con, table="scores", mode="append")', finds: ['table scores'] },
      ],
      skip: ['import awswrangler as wr\nwr.mysql.to_csv(df, con, table="scores")'],
    },
    {
      call: ['Sql.to_sql'],
      takes: [{ keyword: 'schema', is: 'schema', system: 'postgres' }],
      access: 'write',
      match: [
        { code: 'import awswrangler as wr\nwr.postgresql.to_sql(df=df, con=con, schema="kol_gold", table="scores")', finds: ['schema kol_gold', 'table scores'] },
      ],
      skip: ['import awswrangler as wr\nwr.postgresql.connect("kol_gold")'],
    },
    {
      call: ['MySql.to_sql'],
      takes: [{ keyword: 'schema', is: 'database', system: 'mysql' }],
      access: 'write',
      match: [{ code: 'import awswrangler as wr\nwr.mysql.to_sql(df, con, table="scores", schema="kol_app")', finds: ['table scores', 'database kol_app'] }],
      skip: ['import awswrangler as wr\nwr.mysql.connect("kol_app")'],
    },
    {
      call: ['Sql.copy'],
      takes: [
        { at: 1, keyword: 'path', is: 'uri' },
        { at: 3, ...TABLE, system: 'postgres' },
        { at: 4, keyword: 'schema', is: 'schema', system: 'postgres' },
      ],
      access: 'write',
      match: [
        {
          code: 'import awswrangler as wr\nwr.redshift.copy(df=df, path="s3://kol-gold/x/", con=con, schema="kol_gold", table="scores")',
          finds: ['bucket kol-gold', 'schema kol_gold', 'table scores'],
        },
      ],
      skip: ['import awswrangler as wr\nwr.redshift.connect(table="scores")'],
    },
    {
      call: ['Sql.copy_from_files'],
      takes: [
        { at: 0, keyword: 'path', is: 'uri', access: 'read' },
        { at: 2, ...TABLE, system: 'postgres' },
        { at: 3, keyword: 'schema', is: 'schema', system: 'postgres' },
      ],
      access: 'write',
      match: [
        {
          code: 'import awswrangler as wr\nwr.redshift.copy_from_files("s3://kol-gold/x/", con, "scores", "kol_gold", "arn:x")',
          finds: ['bucket kol-gold', 'table scores', 'schema kol_gold'],
        },
      ],
      skip: ['import awswrangler as wr\nwr.redshift.connect(table="scores")'],
    },
    {
      call: ['Sql.read_sql_table'],
      takes: [
        { at: 0, ...TABLE, system: 'postgres' },
        { at: 2, keyword: 'schema', is: 'schema', system: 'postgres' },
      ],
      access: 'read',
      match: [
        { code: 'import awswrangler as wr\nwr.redshift.read_sql_table(table="scores", schema="kol_gold", con=con)', finds: ['table scores', 'schema kol_gold'] },
      ],
      skip: ['import awswrangler as wr\nwr.redshift.connect(table="scores")'],
    },
    {
      call: ['Catalog.create_database', 'Catalog.delete_database'],
      takes: [{ at: 0, keyword: 'name', is: 'schema' }],
      access: 'define',
      match: [{ code: 'import awswrangler as wr\nwr.catalog.create_database("kol_gold")', finds: ['schema kol_gold'] }],
      skip: ['import mongo\nmongo.catalog.create_database("kol_gold")'],
    },
    {
      call: [
        'Catalog.table', 'Catalog.does_table_exist', 'Catalog.get_table_location', 'Catalog.get_table_types', 'Catalog.get_columns_comments',
        'Catalog.delete_table_if_exists', 'Catalog.get_partitions', 'Catalog.get_parquet_partitions', 'Catalog.create_parquet_table',
      ],
      takes: [
        { at: 0, is: 'schema' },
        { at: 1, is: 'table' },
      ],
      accessByMethod: { define: '^(?:create|delete)_', read: '.' },
      match: [
        { code: 'import awswrangler as wr\nwr.catalog.does_table_exist("kol_gold", "scores")', finds: ['schema kol_gold', 'table scores'] },
      ],
      skip: ['import awswrangler as wr\nwr.catalog.get_databases("kol_gold", "scores")'],
    },
    {
      call: ['Catalog.*', 'S3.*'],
      takes: [TABLE, DATABASE],
      accessByMethod: { read: '^(?:get|read|table|does|search|list)', write: '^(?:to|store|create|add|delete|upsert|overwrite|drop)' },
      match: [
        {
          code: 'import awswrangler as wr\nwr.s3.to_parquet(df, path="s3://kol-gold/scores/", dataset=True, database="kol_gold", table="scores")',
          finds: ['bucket kol-gold', 'schema kol_gold', 'table scores'],
        },
        {
          code: 'import awswrangler as wr\nwr.catalog.table(database="kol_gold", table="scores")',
          finds: ['schema kol_gold', 'table scores'],
        },
      ],
      skip: ['import awswrangler as wr\nwr.s3.to_parquet(df, path, dataset=True)'],
    },
  ],
};
