import type { Library } from '../library.js';

/** https://node.testcontainers.org/modules/postgresql/ */
export const testcontainersJs: Library = {
  library: 'testcontainers-js',
  language: 'javascript',
  system: null,
  types: {
    Postgres: ['@testcontainers/postgresql.PostgreSqlContainer()', 'testcontainers.PostgreSqlContainer()', 'Postgres.*()'],
    MySql: ['@testcontainers/mysql.MySqlContainer()', 'testcontainers.MySqlContainer()', 'MySql.*()'],
  },
  entries: [
    {
      call: ['Postgres.withDatabase'],
      takes: [{ at: 0, is: 'database', system: 'postgres' }],
      access: 'define',
      match: [
        {
          code: "import { PostgreSqlContainer } from '@testcontainers/postgresql';\nnew PostgreSqlContainer('postgres:17').withUsername('kol').withDatabase('kol_app').start();",
          finds: ['database kol_app'],
        },
      ],
      skip: ["import { PostgreSqlContainer } from '@testcontainers/postgresql';\nnew PostgreSqlContainer().withUsername('kol_app').withPassword('kol_app');"],
    },
    {
      call: ['MySql.withDatabase'],
      takes: [{ at: 0, is: 'database', system: 'mysql' }],
      access: 'define',
      match: [
        { code: "import { MySqlContainer } from '@testcontainers/mysql';\nnew MySqlContainer().withDatabase('kol_app');", finds: ['database kol_app'] },
      ],
      skip: ["builder.withDatabase('kol_app');"],
    },
  ],
};
