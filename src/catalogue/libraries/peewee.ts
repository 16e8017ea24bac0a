import type { Library } from '../library.js';

/** https://docs.peewee-orm.com/en/latest/peewee/database.html */
export const peewee: Library = {
  library: 'peewee',
  language: 'python',
  system: 'postgres',
  dialect: 'postgres',
  types: {},
  entries: [
    {
      call: [
        'peewee.PostgresqlDatabase', 'playhouse.pool.PooledPostgresqlDatabase', 'playhouse.pool.PooledPostgresqlExtDatabase',
        'playhouse.postgres_ext.PostgresqlExtDatabase', 'playhouse.cockroachdb.CockroachDatabase', 'peewee_async.PostgresqlDatabase',
        'peewee_async.PooledPostgresqlDatabase', 'peewee_aio.Manager',
      ],
      takes: [{ at: 0, keyword: 'database', is: 'database' }],
      match: [
        { code: 'from peewee import PostgresqlDatabase\ndb = PostgresqlDatabase("kol_app", user="kol", host="sme-postgres")', finds: ['database kol_app'] },
        { code: 'from playhouse.pool import PooledPostgresqlExtDatabase\ndb = PooledPostgresqlExtDatabase("kol_app", max_connections=8)', finds: ['database kol_app'] },
      ],
      skip: ['from peewee import SqliteDatabase\ndb = SqliteDatabase("kol_app")'],
    },
    {
      call: ['peewee.MySQLDatabase', 'playhouse.pool.PooledMySQLDatabase', 'peewee_async.MySQLDatabase'],
      takes: [{ at: 0, keyword: 'database', is: 'database', system: 'mysql' }],
      match: [{ code: 'from peewee import MySQLDatabase\ndb = MySQLDatabase("kol_app", user="kol")', finds: ['database kol_app'] }],
      skip: ['from kol.legacy import MySQLDatabase\ndb = MySQLDatabase("kol_app")'],
    },
  ],
};
