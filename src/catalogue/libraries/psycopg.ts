import type { Library } from '../library.js';

const CONNECT = [
  'psycopg2.connect', 'psycopg.connect', 'psycopg.Connection.connect', 'psycopg.AsyncConnection.connect', 'asyncpg.connect', 'asyncpg.create_pool',
  'aiopg.connect', 'aiopg.create_pool', 'pg8000.connect', 'pg8000.dbapi.connect', 'psycopg2.pool.SimpleConnectionPool', 'psycopg2.pool.ThreadedConnectionPool',
] as const;

/** https://www.psycopg.org/docs/module.html */
export const psycopg: Library = {
  library: 'psycopg',
  language: 'python',
  system: 'postgres',
  dialect: 'postgres',
  types: {
    Connection: [
      ...CONNECT.map((path) => `${path}()`), 'psycopg2.pool.SimpleConnectionPool().getconn()', 'psycopg2.pool.ThreadedConnectionPool().getconn()',
      'psycopg2.extensions.connection()', 'psycopg.Connection()', 'asyncpg.Connection()', 'Connection.acquire()', '~pg_conn',
    ],
    Cursor: ['Connection.cursor()', '~pg_cursor', '~pg_cur'],
  },
  wrappers: ['psycopg2.sql.SQL', 'psycopg.sql.SQL'],
  entries: [
    {
      call: CONNECT,
      takes: [
        { keyword: ['dbname', 'database'], is: 'database' },
        { at: 0, keyword: ['dsn', 'conninfo'], is: 'database', within: "(?:^|\\s)dbname\\s*=\\s*'?([^\\s']+)" },
        { at: 0, keyword: ['dsn', 'conninfo'], is: 'uri' },
      ],
      match: [
        { code: 'import psycopg2\npsycopg2.connect(host="sme-postgres", dbname="kol_app", user="kol_user")', finds: ['database kol_app'] },
        { code: 'import psycopg2\npsycopg2.connect("host=sme-postgres dbname=kol_app user=admin")', finds: ['database kol_app'] },
        { code: 'import psycopg\npsycopg.connect("postgresql://a:b@h/kol_app")', finds: ['database kol_app'] },
      ],
      skip: ['import psycopg2\npsycopg2.connect(host="kol_app", user="kol_app", password="kol_app")'],
    },
    {
      call: ['Cursor.execute', 'Cursor.executemany', 'Cursor.copy_expert', 'Cursor.copy', 'Cursor.mogrify', 'Connection.execute', 'Connection.fetch', 'Connection.fetchrow', 'Connection.fetchval'],
      takes: [{ at: 0, keyword: ['query', 'sql'], is: 'sql' }],
      match: [
        { code: 'import psycopg2\ncur = psycopg2.connect("dbname=kol_app").cursor()\ncur.execute("SELECT * FROM kol.users")', finds: ['database kol_app', 'schema kol', 'table users'] },
      ],
      skip: ['runner.execute("SELECT")'],
    },
    {
      call: ['psycopg2.extras.execute_values', 'psycopg2.extras.execute_batch'],
      takes: [{ at: 1, keyword: 'sql', is: 'sql' }],
      access: 'write',
      match: [
        { code: 'from psycopg2.extras import execute_values\nexecute_values(cur, "INSERT INTO kol.users (id) VALUES %s", rows)', finds: ['schema kol', 'table users'] },
      ],
      skip: ['execute_values(cur, "kol.users")'],
    },
    {
      call: ['Cursor.copy_from', 'Cursor.copy_to', '~cursor.copy_from', '~cur.copy_from', '~curs.copy_from', '~cursor.copy_to', '~cur.copy_to'],
      takes: [{ at: 1, keyword: 'table', is: 'dotted-table' }],
      accessByMethod: { read: 'to$', write: 'from$' },
      match: [
        { code: 'import psycopg2\npsycopg2.connect(host="sme-postgres").cursor().copy_from(lines, "scores", sep=",")', finds: ['table scores'] },
        { code: 'def load(cur, lines):\n    cur.copy_from(lines, "kol_gold.scores")', finds: ['schema kol_gold', 'table scores'] },
      ],
      skip: ['def load(blob, lines):\n    blob.copy_from(lines, "scores")'],
    },
    {
      call: ['Connection.copy_records_to_table', 'Connection.copy_to_table', 'Connection.copy_from_table'],
      takes: [
        { at: 0, keyword: 'table_name', is: 'table' },
        { keyword: 'schema_name', is: 'schema' },
      ],
      accessByMethod: { read: 'from_table$', write: 'to_table$' },
      match: [
        {
          code: 'import asyncpg\nasync def load(rows):\n    c = await asyncpg.connect(database="kol_app")\n    await c.copy_records_to_table("users", records=rows, schema_name="kol")',
          finds: ['database kol_app', 'table users', 'schema kol'],
        },
      ],
      skip: ['sheet.copy_to_table("users")'],
    },
    {
      call: ['pymysql.connect', 'MySQLdb.connect'],
      takes: [{ at: 3, is: 'database', system: 'mysql' }],
      match: [{ code: 'import pymysql\npymysql.connect("sme-mysql", "kol", "secret", "kol_app")', finds: ['database kol_app'] }],
      skip: ['import sqlite3\nsqlite3.connect("a", "b", "c", "kol_app")'],
    },
    {
      call: ['pymysql.connect', 'MySQLdb.connect', 'mysql.connector.connect', 'aiomysql.connect', 'aiomysql.create_pool'],
      takes: [{ keyword: ['database', 'db'], is: 'database', system: 'mysql' }],
      match: [{ code: 'import pymysql\npymysql.connect(host="h", db="kol_app")', finds: ['database kol_app'] }],
      skip: ['import pymysql\npymysql.connect(host="h", user="kol_app")'],
    },
  ],
};
