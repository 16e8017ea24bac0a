import type { Library } from '../library.js';

/** Migrations: https://alembic.sqlalchemy.org/en/latest/ops.html */
export const alembic: Library = {
  library: 'alembic',
  language: 'python',
  system: null,
  types: { Operations: ['alembic.op'] },
  entries: [
    {
      call: ['alembic.context.configure'],
      takes: [
        { keyword: 'version_table', is: 'table' },
        { keyword: 'version_table_schema', is: 'schema' },
      ],
      match: [
        {
          code: 'from alembic import context\ncontext.configure(version_table="kol_versions", version_table_schema="kol_app")',
          finds: ['table kol_versions', 'schema kol_app'],
        },
      ],
      skip: ['from alembic import context\ncontext.configure(url="kol_versions")'],
    },
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
      call: [
        'Operations.create_table', 'Operations.drop_table', 'Operations.rename_table', 'Operations.batch_alter_table', 'Operations.add_column',
        'Operations.drop_column', 'Operations.alter_column', 'Operations.create_table_comment', 'Operations.drop_table_comment',
      ],
      takes: [{ at: 0, keyword: ['table_name', 'old_table_name'], is: 'table' }],
      accessByMethod: { define: '^(?:create|drop|rename)_table$', write: '.' },
      match: [
        { code: 'from alembic import op\nop.create_table("users", sa.Column("id"))', finds: ['table users'] },
        { code: 'from alembic import op\nwith op.batch_alter_table("users") as batch:\n    batch.drop_column("age")', finds: ['table users'] },
      ],
      skip: ['from shop import op\nop.create_table("users")', 'from alembic import op\nop.execute_table("users")'],
    },
    {
      call: [
        'Operations.create_index', 'Operations.drop_index', 'Operations.create_unique_constraint', 'Operations.create_primary_key',
        'Operations.create_check_constraint', 'Operations.drop_constraint', 'Operations.rename_table',
      ],
      takes: [{ at: 1, keyword: ['table_name', 'new_table_name'], is: 'table' }],
      access: 'write',
      match: [
        { code: 'from alembic import op\nop.create_index("by_name", "users", ["name"])', finds: ['table users'] },
        { code: 'from alembic import op\nop.drop_index("by_name", table_name="users")', finds: ['table users'] },
      ],
      skip: ['from alembic import op\nop.drop_index("by_name")'],
    },
    {
      call: ['Operations.create_foreign_key'],
      takes: [
        { at: 1, keyword: 'source_table', is: 'table' },
        { at: 2, keyword: 'referent_table', is: 'table' },
      ],
      access: 'write',
      match: [
        { code: 'from alembic import op\nop.create_foreign_key("by_user", "scores", "users", ["user"], ["id"])', finds: ['table scores', 'table users'] },
      ],
      skip: ['from alembic import op\nop.create_foreign_key("by_user")'],
    },
    {
      call: ['Operations.*'],
      takes: [{ keyword: ['schema', 'source_schema', 'referent_schema', 'table_schema'], is: 'schema' }],
      accessByMethod: { define: '^(?:create|drop|rename)_', write: '^(?:add|alter|bulk)_' },
      match: [
        {
          code: 'from alembic import op\nop.create_unique_constraint("uq", "users", ["name"], schema="kol_app")',
          finds: ['table users', 'schema kol_app'],
        },
        {
          code: 'from alembic import op\nop.create_foreign_key("fk", "a", "b", ["x"], ["y"], source_schema="kol_app", referent_schema="sme_app")',
          finds: ['table a', 'table b', 'schema kol_app', 'schema sme_app'],
        },
      ],
      skip: ['from alembic import op\nop.create_index("kol_app")'],
    },
  ],
};
