import type { Library, Taken } from '../library.js';

/** https://sequelize.org */
export const sequelize: Library = {
  library: 'sequelize',
  language: 'javascript',
  system: null,
  types: {
    Sequelize: ['sequelize.Sequelize()', 'sequelize()', 'sequelize.default()', 'sequelize-typescript.Sequelize()', '~sequelize'],
    Changes: ['sequelize.QueryInterface()', 'Sequelize.getQueryInterface()', '~queryInterface'],
  },
  entries: [
    {
      call: ['sequelize.Sequelize', 'sequelize', 'sequelize.default', '~Sequelize'],
      with: { at: 2 },
      unless: { at: 3, entry: ['dialect'], equals: ['sqlite'] },
      takes: [{ at: 0, is: 'database' }],
      match: [
        {
          code: "import { Sequelize } from 'sequelize';\nnew Sequelize('kol_app', 'kol_user', 'secret', { host: 'h', dialect: 'postgres' });",
          finds: ['database kol_app'],
        },
        {
          code: "import { Sequelize } from 'sequelize';\nnew Sequelize('kol_app', 'kol_user', 'secret', settings);",
          finds: ['database kol_app'],
        },
      ],
      skip: [
        "import { Sequelize } from 'sequelize';\nnew Sequelize('kol_app', '', '', { dialect: 'sqlite' });",
        "import { Sequelize } from 'sequelize';\nnew Sequelize('kol_app', { dialect: 'postgres' });",
      ],
    },
    {
      call: ['sequelize.Sequelize', 'sequelize', 'sequelize.default', '~Sequelize', '@nestjs/sequelize.SequelizeModule.forRoot'],
      unless: { at: 0, entry: ['dialect'], equals: ['sqlite'] },
      takes: [
        { at: 0, is: 'uri' },
        { at: 0, entry: ['database'], is: 'database' },
      ],
      match: [
        {
          code: "const { Sequelize } = require('sequelize');\nnew Sequelize('postgres://a:b@h:5432/kol_app');",
          finds: ['database kol_app'],
        },
        {
          code: "import { Sequelize } from 'sequelize';\nnew Sequelize({ dialect: 'postgres', username: 'kol_user', database: 'kol_app' });",
          finds: ['database kol_app'],
        },
        {
          code: "import { SequelizeModule } from '@nestjs/sequelize';\nSequelizeModule.forRoot({ dialect: 'mysql', username: 'kol_user', database: 'todo' });",
          finds: ['database todo'],
        },
      ],
      skip: [
        "import { Sequelize } from 'sequelize';\nnew Sequelize('sqlite::memory:');",
        "import { Sequelize } from 'sequelize';\nnew Sequelize({ dialect: 'sqlite', database: ':memory:' });",
      ],
    },
    {
      call: ['Sequelize.query'],
      takes: [{ at: 0, is: 'sql' }],
      match: [{ code: "sequelize.query('SELECT * FROM kol.users');", finds: ['schema kol', 'table users'] }],
      skip: ["dom.query('SELECT');"],
    },
    {
      call: ['Sequelize.createSchema', 'Sequelize.dropSchema', 'Changes.createSchema', 'Changes.dropSchema'],
      takes: [{ at: 0, is: 'schema' }],
      access: 'define',
      match: [
        { code: "sequelize.createSchema('kol_app');", finds: ['schema kol_app'] },
        { code: "module.exports = { up: (queryInterface) => queryInterface.createSchema('kol_app') };", finds: ['schema kol_app'] },
      ],
      skip: ["ajv.createSchema('kol_app');"],
    },
    {
      call: [
        'createTable', 'dropTable', 'renameTable', 'addColumn', 'removeColumn', 'changeColumn', 'renameColumn', 'addIndex', 'removeIndex',
        'addConstraint', 'removeConstraint', 'bulkInsert', 'bulkUpdate', 'bulkDelete', 'describeTable',
      ].flatMap((method) => [`Changes.${method}`, `~context.${method}`]),
      takes: [
        { at: 0, is: 'dotted-table' },
        { at: 0, entry: ['tableName'], is: 'table' },
        { at: 0, entry: ['schema'], is: 'schema' },
      ],
      accessByMethod: { define: '^(?:create|drop|rename)Table$', read: '^describe', write: '.' },
      match: [
        { code: "module.exports = { up: (queryInterface, Sequelize) => queryInterface.createTable('users', { id: Sequelize.INTEGER }) };", finds: ['table users'] },
        // Umzug hands it over as `context`.
        { code: "export const up: Migration = async ({ context: changes }) => changes.dropTable('users');", finds: ['table users'] },
        { code: "import { QueryInterface } from 'sequelize';\nexport const up = (changes: QueryInterface) => changes.addColumn({ tableName: 'users', schema: 'kol' }, 'age', {});", finds: ['table users', 'schema kol'] },
      ],
      skip: ["word.createTable('users');", "canvas.context.createPattern('users');"],
    },
    {
      call: ['Changes.createTable', 'Changes.addColumn'],
      takes: [
        ...references(1, '*'),
        ...references(2),
      ],
      access: 'read',
      match: [
        { code: "queryInterface.createTable(name, { user: { type: INTEGER, references: { model: 'users', key: 'id' } } });", finds: ['table users'] },
        { code: "queryInterface.addColumn(name, 'user', { references: { model: { tableName: 'users', schema: 'kol' }, key: 'id' } });", finds: ['table users', 'schema kol'] },
      ],
      skip: ["queryInterface.createTable(name, { model: { type: STRING, defaultValue: 'users' } });"],
    },
    {
      call: ['Sequelize.define'],
      takes: [{ at: 2, entry: ['tableName'], is: 'table' }, { at: 2, entry: ['schema'], is: 'schema' }, ...references(1, '*')],
      access: 'define',
      match: [
        { code: "sequelize.define('User', { id: INTEGER }, { tableName: 'users', schema: 'kol' });", finds: ['table users', 'schema kol'] },
        { code: "sequelize.define('Score', { user: { type: INTEGER, references: { model: 'users' } } });", finds: ['table users'] },
      ],
      skip: ["sequelize.define('User', { id: INTEGER });"],
    },
    {
      call: ['sequelize.Model.init', 'sequelize-typescript.Model.init'],
      takes: [{ at: 1, entry: ['tableName'], is: 'table' }, { at: 1, entry: ['schema'], is: 'schema' }, ...references(0, '*')],
      access: 'define',
      match: [
        {
          code: "const { Model } = require('sequelize');\nmodule.exports = (sequelize, DataTypes) => {\n  class User extends Model {}\n  User.init({ name: DataTypes.STRING }, { sequelize, modelName: 'User', tableName: 'users', schema: 'kol' });\n  return User;\n};",
          finds: ['table users', 'schema kol'],
        },
      ],
      skip: [
        "import { Model } from 'sequelize';\nclass User extends Model {}\nUser.init({ name: STRING }, { sequelize, modelName: 'User' });",
        "class Grid {}\nGrid.init({}, { tableName: 'users' });",
      ],
    },
    {
      call: ['*.belongsToMany'],
      where: { at: 1, entry: ['through'], contains: '' },
      near: 'sequelize',
      takes: [{ at: 1, entry: ['through'], is: 'table' }],
      access: 'define',
      match: [{ code: "// sequelize\nUser.belongsToMany(Role, { through: 'user_roles', foreignKey: 'user_id' });", finds: ['table user_roles'] }],
      skip: ["User.belongsToMany(Role, { through: 'user_roles' });", "// sequelize\nUser.belongsToMany(Role, { through: UserRole });"],
    },
    {
      call: ['sequelize-typescript.Table'],
      takes: [
        { at: 0, entry: ['tableName'], is: 'table' },
        { at: 0, entry: ['schema'], is: 'schema' },
      ],
      access: 'define',
      match: [
        { code: "import { Table } from 'sequelize-typescript';\n@Table({ tableName: 'users', schema: 'kol' })\nexport class User {}", finds: ['table users', 'schema kol'] },
      ],
      skip: ["import { Table } from 'antd';\nnew Table({ tableName: 'users' });"],
    },
  ],
};

/** The table that a column refers to, below the keys that lead to the column. */
function references(at: number, ...keys: readonly string[]): readonly Taken[] {
  const model = [...keys, 'references', 'model'];
  return [
    { at, entry: model, is: 'dotted-table', access: 'read' },
    { at, entry: [...model, 'tableName'], is: 'table', access: 'read' },
    { at, entry: [...model, 'schema'], is: 'schema', access: 'read' },
  ];
}
