import type { Library } from '../library.js';

const PGM = "exports.up = (pgm) => {\n  ";

/** node-pg-migrate and db-migrate, whose migrations are handed what changes the database. */
export const migrationsJs: Library = {
  library: 'migrations-js',
  language: 'javascript',
  system: null,
  types: { Changes: ['node-pg-migrate.MigrationBuilder()', '~pgm'] },
  entries: [
    {
      call: [
        'createTable', 'dropTable', 'renameTable', 'alterTable', 'addColumn', 'addColumns', 'dropColumn', 'dropColumns', 'renameColumn', 'alterColumn',
        'addConstraint', 'createConstraint', 'dropConstraint', 'renameConstraint', 'createIndex', 'addIndex', 'dropIndex', 'createTrigger', 'dropTrigger',
        'createPolicy', 'dropPolicy', 'createView', 'dropView', 'createMaterializedView', 'dropMaterializedView', 'refreshMaterializedView',
      ].map((method) => `Changes.${method}`),
      takes: [
        { at: 0, is: 'dotted-table' },
        { at: 0, entry: ['name'], is: 'table' },
        { at: 0, entry: ['schema'], is: 'schema' },
      ],
      accessByMethod: { define: '^(?:create|drop|rename)(?:Table|View|MaterializedView)$', write: '.' },
      match: [
        { code: `${PGM}pgm.createTable('users', { id: 'id' });\n};`, finds: ['table users'] },
        {
          code: "import type { MigrationBuilder } from 'node-pg-migrate';\nexport const up = (changes: MigrationBuilder) => changes.addColumns({ schema: 'kol', name: 'users' }, { age: 'int' });",
          finds: ['schema kol', 'table users'],
        },
      ],
      skip: ["word.createTable('users', { id: 'id' });", `${PGM}pgm.createType('mood', ['glad']);\n};`],
    },
    {
      call: ['Changes.createSchema', 'Changes.dropSchema'],
      takes: [{ at: 0, is: 'schema' }],
      access: 'define',
      match: [{ code: `${PGM}pgm.createSchema('kol');\n};`, finds: ['schema kol'] }],
      skip: ["ajv.createSchema('kol');"],
    },
    {
      call: ['Changes.sql'],
      takes: [{ at: 0, is: 'sql' }],
      match: [{ code: `${PGM}pgm.sql('DROP TABLE kol.users');\n};`, finds: ['schema kol', 'table users'] }],
      skip: ["page.sql('DROP');"],
    },
    {
      call: ['createTable', 'dropTable', 'renameTable', 'addColumn', 'removeColumn', 'renameColumn', 'changeColumn', 'addIndex', 'removeIndex', 'addForeignKey', 'insert'].map(
        (method) => `~db.${method}`,
      ),
      near: 'db-migrate|dbmigrate',
      takes: [{ at: 0, is: 'dotted-table' }],
      accessByMethod: { define: '^(?:create|drop|rename)Table$', write: '.' },
      match: [
        {
          code: "exports.setup = (options) => { dbm = options.dbmigrate; };\nexports.up = (db) => db.createTable('users', { id: 'int' });",
          finds: ['table users'],
        },
      ],
      skip: ["exports.up = (db) => db.createTable('users', { id: 'int' });"],
    },
    {
      call: ['~db.runSql'],
      near: 'db-migrate|dbmigrate',
      takes: [{ at: 0, is: 'sql' }],
      match: [
        { code: "exports.setup = (options) => { dbm = options.dbmigrate; };\nexports.down = (db) => db.runSql('DROP TABLE users');", finds: ['table users'] },
      ],
      skip: ["db.runSql('DROP');"],
    },
  ],
};
