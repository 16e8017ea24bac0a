import type { Library } from '../library.js';

/** Sequelize, TypeORM and Drizzle. */
export const ormJs: Library = {
  library: 'orm-js',
  language: 'javascript',
  system: null,
  types: { Sequelize: ['sequelize.Sequelize()', 'sequelize()', 'sequelize.default()', '~sequelize'] },
  entries: [
    {
      call: ['sequelize.Sequelize', 'sequelize', 'sequelize.default', '~Sequelize'],
      where: { at: 3, entry: ['dialect'], equals: ['postgres', 'mysql', 'mariadb'] },
      takes: [{ at: 0, is: 'database' }],
      match: [
        {
          code: "import { Sequelize } from 'sequelize';\nnew Sequelize('kol_app', 'kol_user', 'secret', { host: 'h', dialect: 'postgres' });",
          finds: ['database kol_app'],
        },
      ],
      skip: ["import { Sequelize } from 'sequelize';\nnew Sequelize('kol_app', '', '', { dialect: 'sqlite' });"],
    },
    {
      call: ['sequelize.Sequelize', 'sequelize', 'sequelize.default', '~Sequelize'],
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
      ],
      skip: ["import { Sequelize } from 'sequelize';\nnew Sequelize('sqlite::memory:');"],
    },
    {
      call: ['Sequelize.query'],
      takes: [{ at: 0, is: 'sql' }],
      match: [{ code: "sequelize.query('SELECT * FROM kol.users');", finds: ['schema kol', 'table users'] }],
      skip: ["dom.query('SELECT');"],
    },
    {
      call: ['Sequelize.createSchema', 'Sequelize.dropSchema'],
      takes: [{ at: 0, is: 'schema' }],
      access: 'define',
      match: [{ code: "sequelize.createSchema('kol_app');", finds: ['schema kol_app'] }],
      skip: ["ajv.createSchema('kol_app');"],
    },
    {
      call: ['drizzle-orm/pg-core.pgSchema'],
      takes: [{ at: 0, is: 'schema', system: 'postgres' }],
      access: 'define',
      match: [{ code: "import { pgSchema } from 'drizzle-orm/pg-core';\nexport const kol = pgSchema('kol_app');", finds: ['schema kol_app'] }],
      skip: ["import { pgEnum } from 'drizzle-orm/pg-core';\npgEnum('kol_app', ['a']);"],
    },
    {
      call: ['typeorm.DataSource', 'typeorm.createConnection'],
      takes: [
        { at: 0, entry: ['database'], is: 'database' },
        { at: 0, entry: ['schema'], is: 'schema' },
        { at: 0, entry: ['url'], is: 'uri' },
      ],
      match: [
        {
          code: "import { DataSource } from 'typeorm';\nnew DataSource({ type: 'postgres', username: 'kol_user', database: 'kol_app', schema: 'kol' });",
          finds: ['database kol_app', 'schema kol'],
        },
      ],
      skip: ["import { DataSource } from 'typeorm';\nnew DataSource({ type: 'sqlite', username: 'kol_app' });"],
    },
    {
      call: ['typeorm.Entity', 'typeorm.ViewEntity'],
      takes: [
        { at: 0, entry: ['schema'], is: 'schema' },
        { at: 1, entry: ['schema'], is: 'schema' },
      ],
      match: [
        { code: "import { Entity } from 'typeorm';\n@Entity({ name: 'users', schema: 'kol' })\nexport class User {}", finds: ['schema kol'] },
      ],
      skip: ["import { Entity } from 'typeorm';\n@Entity({ name: 'kol' })\nexport class User {}"],
    },
  ],
};
