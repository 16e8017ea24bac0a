import type { Library } from '../library.js';

/** Migrations: https://alembic.sqlalchemy.org/en/latest/ops.html */
export const alembic: Library = {
  library: 'alembic',
  language: 'python',
  system: null,
  types: { Operations: ['alembic.op'] },
  entries: [
    {
      call: ['Operations.execute'],
      takes: [{ at: 0, keyword: 'sqltext', is: 'sql' }],
      match: [
        {
          code: 'from alembic import op\nop.execute("CREATE TABLE kol_app.users (id int)")',
          finds: ['schema kol_app', 'table users'],
        },
        {
          code: 'from alembic import op\nimport sqlalchemy as sa\nop.execute(sa.text("DROP TABLE kol_app.users"))',
          finds: ['schema kol_app', 'table users'],
        },
      ],
      skip: ['from alembic import op\nop.execute(statement)'],
    },
    {
      call: ['Operations.*'],
      takes: [{ keyword: ['schema', 'source_schema', 'referent_schema', 'table_schema'], is: 'schema' }],
      accessByMethod: { define: '^(?:create|drop|rename)_', write: '^(?:add|alter|bulk)_' },
      match: [
        {
          code: 'from alembic import op\nop.create_unique_constraint("uq", "users", ["name"], schema="kol_app")',
          finds: ['schema kol_app'],
        },
        {
          code: 'from alembic import op\nop.create_foreign_key("fk", "a", "b", ["x"], ["y"], source_schema="kol_app", referent_schema="sme_app")',
          finds: ['schema kol_app', 'schema sme_app'],
        },
      ],
      skip: ['from alembic import op\nop.create_index("kol_app", "users", ["name"])'],
    },
  ],
};
