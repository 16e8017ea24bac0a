import type { Library } from '../library.js';

/** node-postgres, postgres.js, pg-promise and mysql2 */
export const pg: Library = {
  library: 'pg',
  language: 'javascript',
  system: 'postgres',
  dialect: 'postgres',
  types: {
    Client: ['pg.Pool()', 'pg.Client()', 'pg.default.Pool()', 'pg.default.Client()', 'Client.connect()', '~pgPool', '~pgClient'],
    Helpers: ['pg-promise().helpers', 'pg-promise.default().helpers'],
  },
  entries: [
    {
      call: ['pg.Pool', 'pg.Client', 'pg.default.Pool', 'pg.default.Client', 'postgres', 'postgres.default'],
      takes: [
        { at: 0, entry: ['database'], is: 'database' },
        { at: 0, entry: ['connectionString'], is: 'uri' },
        { at: 0, is: 'uri' },
        { at: 1, entry: ['database'], is: 'database' },
        // postgres.js takes both: https://github.com/porsager/postgres#connection
        { at: 0, entry: ['db'], is: 'database' },
        { at: 1, entry: ['db'], is: 'database' },
      ],
      match: [
        { code: "import { Pool } from 'pg';\nnew Pool({ host: 'sme-postgres', user: 'kol_app', database: 'kol_app' });", finds: ['database kol_app'] },
        { code: "import pg from 'pg';\nnew pg.Client({ connectionString: 'postgresql://a:b@sme-postgres/kol_app' });", finds: ['database kol_app'] },
        { code: "import postgres from 'postgres';\nconst sql = postgres({ host: 'sme-postgres', db: 'kol_app' });", finds: ['database kol_app'] },
      ],
      skip: ["import { Pool } from 'undici';\nnew Pool({ database: 3 });"],
    },
    {
      call: ['Client.query'],
      takes: [
        { at: 0, is: 'sql' },
        { at: 0, entry: ['text'], is: 'sql' },
      ],
      match: [
        { code: "import { Pool } from 'pg';\nnew Pool({}).query('SELECT * FROM kol.users');", finds: ['schema kol', 'table users'] },
      ],
      skip: ["dom.query('SELECT');"],
    },
    {
      call: ['*.TableName'],
      near: '\\bpgp\\b|pg-promise',
      takes: [
        { at: 0, entry: ['table'], is: 'table' },
        { at: 0, entry: ['schema'], is: 'schema' },
        { at: 0, is: 'table' },
        { at: 1, is: 'schema' },
      ],
      match: [
        { code: "const table = (pgp) => new pgp.helpers.TableName({ table: 'users', schema: 'kol' });", finds: ['table users', 'schema kol'] },
        { code: "const table = (pgp) => new pgp.helpers.TableName('users');", finds: ['table users'] },
      ],
      skip: ["const table = (dynamo) => new dynamo.TableName({ table: 'users' });"],
    },
    {
      call: ['*.ColumnSet'],
      near: '\\bpgp\\b|pg-promise',
      takes: [
        { at: 1, entry: ['table'], is: 'dotted-table' },
        { at: 1, entry: ['table', 'table'], is: 'table' },
        { at: 1, entry: ['table', 'schema'], is: 'schema' },
      ],
      match: [
        { code: "const columns = (pgp) => new pgp.helpers.ColumnSet(['name'], { table: 'users' });", finds: ['table users'] },
        { code: "const columns = (pgp) => new pgp.helpers.ColumnSet(['name'], { table: { table: 'users', schema: 'kol' } });", finds: ['table users', 'schema kol'] },
      ],
      skip: ["const columns = (grid) => new grid.ColumnSet(['name'], { table: 'users' });"],
    },
    {
      call: ['Helpers.insert', 'Helpers.update', '~pgp.helpers.insert', '~pgp.helpers.update'],
      takes: [
        { at: 2, is: 'dotted-table' },
        { at: 2, entry: ['table'], is: 'table' },
        { at: 2, entry: ['schema'], is: 'schema' },
      ],
      access: 'write',
      match: [
        { code: "const text = (pgp, rows) => pgp.helpers.insert(rows, ['name'], 'users');", finds: ['table users'] },
        { code: "import pgPromise from 'pg-promise';\nconst promised = pgPromise();\npromised.helpers.insert(rows, null, 'users');", finds: ['table users'] },
        { code: "const text = (pgp, rows) => pgp.helpers.update(rows, ['name'], { table: 'users', schema: 'kol' });", finds: ['table users', 'schema kol'] },
      ],
      skip: ["const text = (editor, rows) => editor.helpers.insert(rows, ['name'], 'users');", "const text = (pgp, rows) => pgp.helpers.insert(rows, columns);"],
    },
    {
      call: ['mysql2.createConnection', 'mysql2.createPool', 'mysql2/promise.createConnection', 'mysql2/promise.createPool', 'mysql.createConnection', 'mysql.createPool', 'mysql2.default.createPool', 'mysql2/promise.default.createPool'],
      takes: [{ at: 0, entry: ['database'], is: 'database', system: 'mysql' }],
      match: [{ code: "import { createPool } from 'mysql2';\ncreatePool({ host: 'h', database: 'kol_app' });", finds: ['database kol_app'] }],
      skip: ["import { createPool } from 'mysql2';\ncreatePool({ host: 'h', user: 'kol_app' });"],
    },
  ],
};
