import type { Library } from '../library.js';

/** https://knexjs.org/guide/ */
export const knex: Library = {
  library: 'knex',
  language: 'javascript',
  system: null,
  types: { Knex: ['knex()', 'knex.default()', 'knex.knex()', '~knex'] },
  entries: [
    {
      call: ['knex', 'knex.default', 'knex.knex'],
      takes: [
        { at: 0, entry: ['connection', 'database'], is: 'database' },
        { at: 0, entry: ['connection', 'connectionString'], is: 'uri' },
        { at: 0, entry: ['connection'], is: 'uri' },
      ],
      match: [
        { code: "import knex from 'knex';\nknex({ client: 'pg', connection: { host: 'h', user: 'kol_user', database: 'kol_app' } });", finds: ['database kol_app'] },
      ],
      skip: ["import knex from 'knex';\nknex({ client: 'sqlite3', connection: { filename: 'kol_app' } });"],
    },
    {
      call: ['Knex.withSchema', '*.withSchema'],
      takes: [{ at: 0, is: 'schema' }],
      match: [{ code: "knex.withSchema('kol_app').from('users');", finds: ['schema kol_app'] }],
      skip: ["knex.schema.createTable('kol_app', build);"],
    },
    {
      call: ['Knex', 'Knex.from', 'Knex.into', 'Knex.table'],
      takes: [{ at: 0, is: 'dotted-table' }],
      match: [
        { code: "import knex from 'knex';\nconst db = knex({ client: 'pg' });\ndb('kol.users').select('id');", finds: ['schema kol', 'table users'] },
        { code: "import knex from 'knex';\nconst db = knex({ client: 'pg' });\ndb.select('id').from('kol.users');\ndb.from('kol.users');", finds: ['schema kol', 'table users'] },
      ],
      skip: ["import knex from 'knex';\nconst db = knex({ client: 'pg' });\ndb.select('kol.users');"],
    },
    {
      call: ['Knex.raw'],
      takes: [{ at: 0, is: 'sql' }],
      match: [{ code: "knex.raw('SELECT * FROM kol.users');", finds: ['schema kol', 'table users'] }],
      skip: ["String.raw('SELECT');"],
    },
  ],
};
