import type { Library } from '../library.js';

/** A table of a query, as Kysely names it: `kol.users`, `users as u`; of a list each. */
const TABLE = { is: 'dotted-table', within: '^([\\w.$\\uFDD0-]+)(?:\\s+[aA][sS]\\s+\\w+)?$' } as const;
const DB = "import { Kysely } from 'kysely';\nconst db = new Kysely<Tables>({ dialect });\n";

/** https://kysely.dev */
export const kysely: Library = {
  library: 'kysely',
  language: 'javascript',
  system: null,
  types: {
    Db: ['kysely.Kysely()', 'kysely.Transaction()', 'Db.withSchema()', 'Db.with()', 'Db.transaction().execute()'],
    Query: ['Db.selectFrom()', 'Db.updateTable()', 'Db.deleteFrom()', 'Db.insertInto()', 'Query.*()'],
    Schema: ['Db.schema', 'Schema.withSchema()', 'Schema.*()'],
  },
  entries: [
    {
      call: ['Db.selectFrom', '*.selectFrom', 'Query.from', 'Query.using'],
      takes: [{ at: 0, ...TABLE }],
      access: 'read',
      near: 'kysely',
      match: [
        { code: `${DB}await db.selectFrom('kol.users').selectAll().execute();`, finds: ['schema kol', 'table users'] },
        { code: "import type { Kysely } from 'kysely';\nexport const all = (tx) => tx.selectFrom('users as u').execute();", finds: ['table users'] },
      ],
      skip: ["menu.selectFrom('users');"],
    },
    {
      call: ['Db.insertInto', 'Db.replaceInto', 'Db.updateTable', 'Db.deleteFrom', 'Db.mergeInto', '*.insertInto', '*.updateTable', '*.deleteFrom'],
      takes: [{ at: 0, ...TABLE }],
      access: 'write',
      near: 'kysely',
      match: [
        { code: `${DB}await db.insertInto('users').values({}).execute();\nawait db.updateTable('scores').set({}).execute();\nawait db.deleteFrom('bans').execute();`, finds: ['table users', 'table scores', 'table bans'] },
      ],
      skip: ["tree.insertInto('users');"],
    },
    {
      call: ['innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin', 'innerJoinLateral', 'leftJoinLateral'].map((method) => `Query.${method}`),
      takes: [{ at: 0, ...TABLE }],
      access: 'read',
      match: [{ code: `${DB}db.selectFrom('users').leftJoin('scores as s', 's.user', 'users.id');`, finds: ['table users', 'table scores'] }],
      skip: ["paths.leftJoin('scores');"],
    },
    {
      call: ['createTable', 'dropTable', 'alterTable', 'createView', 'dropView', 'refreshMaterializedView'].map((method) => `Schema.${method}`),
      takes: [{ at: 0, is: 'dotted-table' }],
      accessByMethod: { define: '^(?:create|drop)', write: '.' },
      match: [
        { code: "import { Kysely } from 'kysely';\nexport async function up(db: Kysely<any>) {\n  await db.schema.createTable('users').addColumn('id', 'serial').execute();\n}", finds: ['table users'] },
      ],
      skip: ["word.schema.createTable('users');"],
    },
    {
      call: ['Schema.on'],
      takes: [{ at: 0, is: 'dotted-table' }],
      access: 'write',
      match: [{ code: `${DB}db.schema.createIndex('by_name').on('users').column('name');`, finds: ['table users'] }],
      skip: ["emitter.on('users');"],
    },
    {
      call: ['Schema.createSchema', 'Schema.dropSchema', 'Db.withSchema', 'Schema.withSchema'],
      takes: [{ at: 0, is: 'schema' }],
      accessByMethod: { define: '^(?:create|drop)', unknown: '.' },
      match: [{ code: `${DB}db.schema.createSchema('kol_app');\ndb.withSchema('kol').selectFrom('users');`, finds: ['schema kol_app', 'schema kol', 'table users'] }],
      skip: ["ajv.schema.createSchema('kol_app');"],
    },
  ],
};
