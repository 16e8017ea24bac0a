import type { Library } from '../library.js';

/** A table of a query, as knex names it: `kol.users`, `users as u`. */
const TABLE = { is: 'dotted-table', within: '^([\\w.$\\uFDD0-]+)(?:\\s+[aA][sS]\\s+\\w+)?$' } as const;
const KNEX = "import knex from 'knex';\nconst db = knex({ client: 'pg' });\n";

/** https://knexjs.org/guide/ */
export const knex: Library = {
  library: 'knex',
  language: 'javascript',
  system: null,
  types: {
    Knex: ['knex()', 'knex.default()', 'knex.knex()', 'knex.Knex()', 'knex.Knex.Transaction()', 'knex.default.Transaction()', 'Knex.transaction()', '~knex', '~trx'],
    Query: ['Knex()', 'Knex.*()', 'Query.*()'],
    Schema: ['Knex.schema', 'Schema.*()'],
  },
  entries: [
    {
      call: ['knex', 'knex.default', 'knex.knex'],
      takes: [
        { at: 0, entry: ['connection', 'database'], is: 'database' },
        { at: 0, entry: ['connection', 'connectionString'], is: 'uri' },
        { at: 0, entry: ['connection'], is: 'uri' },
        { at: 0, entry: ['migrations', 'tableName'], is: 'table' },
        { at: 0, entry: ['migrations', 'schemaName'], is: 'schema' },
      ],
      match: [
        { code: "import knex from 'knex';\nknex({ client: 'pg', connection: { host: 'h', user: 'kol_user', database: 'kol_app' }, migrations: { tableName: 'kol_migrations' } });", finds: ['database kol_app', 'table kol_migrations'] },
      ],
      skip: ["import knex from 'knex';\nknex({ client: 'sqlite3', connection: { filename: 'kol_app' } });"],
    },
    {
      call: ['Knex.withSchema', '*.withSchema'],
      takes: [{ at: 0, is: 'schema' }],
      match: [{ code: "knex.withSchema('kol_app').from(users);", finds: ['schema kol_app'] }],
      skip: ["chart.withColours('kol_app');"],
    },
    {
      call: ['Knex', 'Knex.from', 'Knex.into', 'Knex.table', 'Query.from', 'Query.into', 'Query.table'],
      takes: [{ at: 0, ...TABLE }],
      match: [
        { code: `${KNEX}db('kol.users').select('id');`, finds: ['schema kol', 'table users'] },
        { code: `${KNEX}db.select('id').from('kol.users');\ndb.from('users as u');`, finds: ['schema kol', 'table users', 'table users'] },
        {
          code: "import type { Knex } from 'knex';\nclass Users {\n  constructor(private readonly db: Knex) {}\n  all() {\n    return this.db.select('id').where({ id: 1 }).from('users');\n  }\n}",
          finds: ['table users'],
        },
      ],
      skip: [`${KNEX}db.select('kol.users');`, "Array.from('users');"],
    },
    {
      call: [
        'join', 'innerJoin', 'leftJoin', 'leftOuterJoin', 'rightJoin', 'rightOuterJoin', 'fullOuterJoin', 'crossJoin',
      ].flatMap((method) => [`Query.${method}`, `Knex.${method}`]),
      takes: [{ at: 0, ...TABLE }],
      access: 'read',
      match: [
        { code: `${KNEX}db('users').innerJoin('kol.scores as s', 's.user', 'users.id');`, finds: ['table users', 'schema kol', 'table scores'] },
      ],
      skip: ["['users'].join('scores');"],
    },
    {
      call: [
        'createTable', 'createTableIfNotExists', 'createTableLike', 'dropTable', 'dropTableIfExists', 'alterTable', 'table', 'hasTable', 'hasColumn',
        'renameTable', 'createView', 'createViewOrReplace', 'createMaterializedView', 'dropView', 'dropViewIfExists', 'dropMaterializedView',
        'refreshMaterializedView',
      ].map((method) => `Schema.${method}`),
      takes: [{ at: 0, is: 'dotted-table' }],
      accessByMethod: { define: '^(?:create|drop|rename)', read: '^has', write: '.' },
      match: [
        {
          code: "exports.up = (knex) => knex.schema.hasTable('users').then(() => knex.schema.createTable('users', (t) => t.string('name')));",
          finds: ['table users', 'table users'],
        },
        {
          code: "exports.up = async (knex) => {\n  const change = await knex.transaction();\n  await change.schema.alterTable('users', (t) => t.string('name'));\n};",
          finds: ['table users'],
        },
        {
          code: "import { Knex } from 'knex';\nexport async function down(db: Knex) {\n  await db.schema.dropTableIfExists('kol.users').dropTable('scores');\n}",
          finds: ['schema kol', 'table users', 'table scores'],
        },
      ],
      skip: ["word.schema.createTable('users');"],
    },
    {
      call: ['Schema.createTableLike', 'Schema.renameTable'],
      takes: [{ at: 1, is: 'dotted-table' }],
      access: 'define',
      match: [{ code: "knex.schema.renameTable('users', 'people');", finds: ['table users', 'table people'] }],
      skip: ["knex.schema.hasColumn(table, 'people');"],
    },
    {
      call: ['Schema.createSchema', 'Schema.createSchemaIfNotExists', 'Schema.dropSchema', 'Schema.dropSchemaIfExists'],
      takes: [{ at: 0, is: 'schema' }],
      access: 'define',
      match: [{ code: "knex.schema.createSchemaIfNotExists('kol_app');", finds: ['schema kol_app'] }],
      skip: ["ajv.schema.createSchema('kol_app');"],
    },
    {
      call: ['*.inTable'],
      near: 'knex',
      takes: [{ at: 0, is: 'dotted-table' }],
      access: 'read',
      match: [{ code: "exports.up = (knex) => change(knex, (t) => t.foreign('user').references('id').inTable('users'));", finds: ['table users'] }],
      skip: ["cell.inTable('users');"],
    },
    {
      // A condition or a join may hold a query: `"form" IN (SELECT id FROM forms)`.
      call: ['*.whereRaw', '*.orWhereRaw', '*.andWhereRaw', '*.havingRaw', '*.joinRaw', '*.fromRaw'],
      takes: [{ at: 0, is: 'sql' }],
      access: 'read',
      match: [
        { code: `${KNEX}db('users').whereRaw('"form" in (select id from kol.forms where open)');`, finds: ['table users', 'schema kol', 'table forms'] },
        { code: `${KNEX}db('users').joinRaw('natural full join scores');`, finds: ['table users', 'table scores'] },
      ],
      skip: [`${KNEX}db(name).whereRaw('age > 1 and extract(year from born) > 2000');`, "menu.whereRow('id in (select id from forms)');"],
    },
    {
      call: ['Knex.raw', 'Schema.raw'],
      takes: [{ at: 0, is: 'sql' }],
      match: [{ code: "knex.raw('SELECT * FROM kol.users');", finds: ['schema kol', 'table users'] }],
      skip: ["String.raw('SELECT');"],
    },
  ],
};
