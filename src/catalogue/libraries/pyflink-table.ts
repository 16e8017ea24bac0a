import type { Library } from '../library.js';

/** PyFlink's Table API and its SQL; what its catalogs are of, their own properties say. https://nightlies.apache.org/flink/flink-docs-stable/api/python/reference/pyflink.table/ */
export const pyflinkTable: Library = {
  library: 'pyflink-table',
  language: 'python',
  system: null,
  types: {
    TableEnvironment: [
      'pyflink.table.StreamTableEnvironment.create()', 'pyflink.table.TableEnvironment.create()',
      'pyflink.table.StreamTableEnvironment()', 'pyflink.table.TableEnvironment()', '~t_env', '~table_env', '~tbl_env', '~st_env',
    ],
    Table: ['TableEnvironment.from_path()', 'TableEnvironment.sql_query()', 'pyflink.table.Table()', 'Table.*()'],
    StatementSet: ['TableEnvironment.create_statement_set()', 'pyflink.table.StatementSet()', '~stmt_set', '~statement_set'],
  },
  entries: [
    {
      call: ['TableEnvironment.execute_sql', 'TableEnvironment.sql_query'],
      takes: [{ at: 0, keyword: ['stmt', 'query'], is: 'sql' }],
      match: [
        {
          code: 'from pyflink.table import StreamTableEnvironment\nStreamTableEnvironment.create(env).execute_sql("INSERT INTO iceberg.kol_gold.scores SELECT 1")',
          finds: ['catalog iceberg', 'schema kol_gold', 'table scores'],
        },
      ],
      skip: ['runner.execute_sql("scores.sql")'],
    },
    {
      call: ['TableEnvironment.from_path'],
      takes: [{ at: 0, keyword: 'path', is: 'dotted-table' }],
      access: 'read',
      match: [
        {
          code: 'from pyflink.table import StreamTableEnvironment\n\ndef read(env: StreamTableEnvironment):\n    return env.from_path("kol_events")',
          finds: ['table kol_events'],
        },
      ],
      skip: ['loader.from_path("kol_events")'],
    },
    {
      call: ['TableEnvironment.create_table'],
      takes: [{ at: 0, keyword: 'path', is: 'dotted-table' }],
      access: 'define',
      match: [{ code: 'from pyflink.table import TableEnvironment\nt_env.create_table("kol_events", descriptor)', finds: ['table kol_events'] }],
      skip: ['document.create_table("kol_events", rows)'],
    },
    {
      call: ['Table.execute_insert', 'Table.insert_into', 'StatementSet.add_insert'],
      takes: [{ at: 0, keyword: ['table_path', 'target_path'], is: 'dotted-table' }],
      access: 'write',
      match: [
        { code: 'from pyflink.table import TableEnvironment\nt_env.from_path("kol_events").select(x).execute_insert("kol_scores")', finds: ['table kol_events', 'table kol_scores'] },
        { code: 'from pyflink.table import TableEnvironment\nt_env.create_statement_set().add_insert("kol_scores", scored)', finds: ['table kol_scores'] },
      ],
      skip: ['queue.execute_insert("kol_scores")', 'batch.add_insert("kol_scores")'],
    },
    {
      call: ['TableEnvironment.use_catalog', 'TableEnvironment.get_catalog', 'TableEnvironment.register_catalog', 'TableEnvironment.create_catalog'],
      takes: [{ at: 0, keyword: 'catalog_name', is: 'catalog' }],
      match: [
        {
          code: 'from pyflink.table import TableEnvironment\nTableEnvironment.create(settings).use_catalog("kol_lake")',
          finds: ['catalog kol_lake'],
        },
      ],
      skip: ['shop.use_catalog("kol_lake")'],
    },
    {
      call: ['TableEnvironment.use_database'],
      takes: [{ at: 0, keyword: 'database_name', is: 'schema' }],
      match: [
        {
          code: 'from pyflink.table import TableEnvironment\nTableEnvironment.create(settings).use_database("kol_gold")',
          finds: ['schema kol_gold'],
        },
      ],
      skip: ['client.use_database("kol_gold")'],
    },
  ],
};
