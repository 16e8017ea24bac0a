import type { Library } from '../library.js';

const POSTGRES_HOOK = 'from airflow.providers.postgres.hooks.postgres import PostgresHook\n';

/** Hooks of databases, all of one kind: https://airflow.apache.org/docs/apache-airflow-providers-common-sql/stable/ */
export const airflowHooks: Library = {
  library: 'airflow-hooks',
  language: 'python',
  system: null,
  types: {
    DbApiHook: [
      'airflow.providers.postgres.hooks.postgres.PostgresHook()', 'airflow.hooks.postgres_hook.PostgresHook()', 'airflow.hooks.postgres.PostgresHook()',
      'airflow.providers.mysql.hooks.mysql.MySqlHook()', 'airflow.hooks.mysql_hook.MySqlHook()',
      'airflow.providers.trino.hooks.trino.TrinoHook()', 'airflow.providers.presto.hooks.presto.PrestoHook()',
      'airflow.providers.apache.hive.hooks.hive.HiveServer2Hook()', 'airflow.providers.amazon.aws.hooks.redshift_sql.RedshiftSQLHook()',
      'airflow.providers.common.sql.hooks.sql.DbApiHook()', 'airflow.hooks.dbapi.DbApiHook()', 'airflow.hooks.dbapi_hook.DbApiHook()',
      '~PostgresHook()', '~MySqlHook()', '~TrinoHook()', '~hook', '~pg_hook', '~postgres_hook', '~postgres', '~mysql_hook', '~trino_hook', '~redshift_hook', '~redshift',
      '~db_hook', '~sql_hook',
    ],
    HookConnection: ['DbApiHook.get_conn()', 'HookConnection.cursor()'],
  },
  entries: [
    {
      call: ['HookConnection.execute', 'HookConnection.executemany', 'HookConnection.copy_expert', 'HookConnection.mogrify'],
      takes: [{ at: 0, keyword: ['query', 'sql', 'operation'], is: 'sql', begins: 'statement' }],
      match: [
        {
          code: `${POSTGRES_HOOK}with PostgresHook("pg").get_conn() as link, link.cursor() as at:\n    at.execute("TRUNCATE scores")`,
          finds: ['table scores'],
        },
        {
          code: `${POSTGRES_HOOK}from psycopg2 import sql\nPostgresHook("pg").get_conn().cursor().execute(sql.SQL("TRUNCATE {}").format(sql.Identifier("scores")))`,
          finds: ['table scores'],
        },
      ],
      skip: [`${POSTGRES_HOOK}PostgresHook("pg").get_conn().cursor().execute("scores.sql")`, 'job.get_conn().execute("TRUNCATE scores")'],
    },
    {
      call: [
        'DbApiHook.run', 'DbApiHook.get_records', 'DbApiHook.get_first', 'DbApiHook.get_pandas_df', 'DbApiHook.get_pandas_df_by_chunks', 'DbApiHook.get_df',
        'DbApiHook.get_df_by_chunks', 'DbApiHook.copy_expert',
      ],
      takes: [{ at: 0, keyword: ['sql', 'hql'], is: 'sql', begins: 'statement' }],
      accessByMethod: { read: '^get_' },
      match: [
        { code: `${POSTGRES_HOOK}PostgresHook(postgres_conn_id="pg").run("TRUNCATE scores")`, finds: ['table scores'] },
        { code: 'def count(self):\n    return self.hook.get_first("SELECT count(*) FROM kol_gold.scores")', finds: ['schema kol_gold', 'table scores'] },
      ],
      skip: [`${POSTGRES_HOOK}PostgresHook(postgres_conn_id="pg").run("scores.sql")`, 'train.run("TRUNCATE scores")'],
    },
    {
      call: ['DbApiHook.insert_rows', 'DbApiHook.bulk_load', 'DbApiHook.bulk_dump'],
      takes: [{ at: 0, keyword: 'table', is: 'dotted-table' }],
      accessByMethod: { read: 'dump$', write: '.' },
      match: [
        { code: `${POSTGRES_HOOK}PostgresHook("pg").insert_rows(table="kol_gold.scores", rows=rows)`, finds: ['schema kol_gold', 'table scores'] },
        { code: `${POSTGRES_HOOK}PostgresHook("pg").bulk_load("scores", "/tmp/scores.tsv")`, finds: ['table scores'] },
      ],
      skip: ['sheet.insert_rows(table="scores")'],
    },
  ],
};
