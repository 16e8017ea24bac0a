import type { Library } from '../library.js';

/**
 * Connections, cursors and sessions of which only the name is known, being passed in: whatever they are of
 * (DB-API, SQLAlchemy, asyncpg, databases, cqlengine), what they execute is SQL where it begins as SQL does.
 */
export const pythonSql: Library = {
  library: 'sql-connection',
  language: 'python',
  system: null,
  types: {
    Connection: [
      '~conn', '~connection', '~con', '~db', '~database', '~db_conn', '~db_connection', '~cursor', '~cur', '~curs', '~session', '~db_session', '~async_session',
      '~engine', '~pool', '~db_pool', '~tx', '~transaction', 'Connection.cursor()', 'Connection.connect()', 'Connection.begin()', 'Connection.acquire()',
      'databases.Database()', 'psycopg_pool.ConnectionPool().connection()', 'psycopg_pool.ConnectionPool().getconn()', 'psycopg_pool.AsyncConnectionPool().connection()',
      'mysql.connector.connect()', 'mysql.connector.pooling.MySQLConnectionPool().get_connection()', 'pymysql.connect()', 'MySQLdb.connect()', 'aiomysql.connect()',
      'pyodbc.connect()', 'pymssql.connect()', 'redshift_connector.connect()', 'databricks.sql.connect()',
    ],
  },
  wrappers: ['~text', '~sa.text', '~SimpleStatement', 'tortoise.connections.get()'],
  entries: [
    {
      call: [
        'Connection.execute', 'Connection.executemany', 'Connection.executescript', 'Connection.execute_async', 'Connection.prepare', 'Connection.query',
        'Connection.fetch', 'Connection.fetchrow', 'Connection.fetchval', 'Connection.fetch_all', 'Connection.fetch_one', 'Connection.fetch_val', 'Connection.fetchall',
        'Connection.fetchone', 'Connection.iterate', 'Connection.scalar', 'Connection.scalars', 'Connection.exec', 'Connection.exec_driver_sql', 'Connection.mogrify',
        'Connection.copy_expert', 'Connection.execute_query', 'Connection.execute_many',
      ],
      takes: [{ at: 0, keyword: ['query', 'sql', 'statement', 'operation'], is: 'sql', begins: 'statement' }],
      match: [
        { code: 'def count(conn):\n    conn.execute("SELECT DISTINCT name FROM scores")', finds: ['table scores'] },
        { code: 'import psycopg_pool\nwith psycopg_pool.ConnectionPool(dsn).connection() as link:\n    link.execute("TRUNCATE scores")', finds: ['table scores'] },
        { code: 'import pyodbc\npyodbc.connect(dsn).cursor().execute("TRUNCATE TABLE kol_gold.scores")', finds: ['schema kol_gold', 'table scores'] },
        { code: 'def clear(self):\n    self._cursor.execute("DELETE FROM scores")', finds: ['table scores'] },
        { code: 'async def names(db):\n    await db.fetch_all(query="SELECT name FROM scores")', finds: ['table scores'] },
        { code: 'def count(engine):\n    with engine.connect() as link:\n        link.execute("TRUNCATE scores")', finds: ['table scores'] },
      ],
      skip: [
        'def send(session):\n    session.execute("update the scores from here")',
        'def run(db):\n    db.query("select one")',
        'job.execute("TRUNCATE scores")',
      ],
    },
  ],
};
