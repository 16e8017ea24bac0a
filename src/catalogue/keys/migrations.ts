import type { KeyEntry } from './key-entry.js';

/** Where knex, MikroORM and Drizzle keep what they have done, and in which schemas knex looks. */
const KEPT: readonly KeyEntry[] = [
  {
    via: 'migrations-js',
    key: 'migrations.tableName',
    is: 'table',
    system: null,
    inCode: true,
    near: 'knex|mikro-?orm|typeorm',
    match: [{ in: 'knexfile.ts', code: "// knex\nexport default { client: 'pg', migrations: { tableName: 'kol_migrations' } };", finds: ['table kol_migrations'] }],
    skip: [{ in: 'a.ts', code: "export default { migrations: { tableName: 'kol_migrations' } };" }],
  },
  {
    via: 'migrations-js',
    key: 'migrations.schemaName',
    is: 'schema',
    system: 'postgres',
    inCode: true,
    near: 'knex',
    match: [{ in: 'knexfile.ts', code: "// knex\nexport default { migrations: { schemaName: 'kol_core' } };", finds: ['schema kol_core'] }],
    skip: [{ in: 'a.ts', code: "export default { migrations: { schemaName: 'kol_core' } };" }],
  },
  {
    via: 'migrations-js',
    key: 'migrations.table',
    is: 'table',
    system: null,
    inCode: true,
    near: 'drizzle-kit',
    match: [{ in: 'drizzle.config.ts', code: "import { defineConfig } from 'drizzle-kit';\nexport default defineConfig({ migrations: { table: 'kol_migrations' } });", finds: ['table kol_migrations'] }],
    skip: [{ in: 'a.ts', code: "export default { migrations: { table: 'kol_migrations' } };" }],
  },
  {
    via: 'drizzle-kit',
    key: 'schemaFilter',
    is: 'schema',
    list: true,
    within: '^([A-Za-z_]\\w*)$',
    system: 'postgres',
    inCode: true,
    near: 'drizzle-kit',
    match: [{ in: 'drizzle.config.ts', code: "import { defineConfig } from 'drizzle-kit';\nexport default defineConfig({ schemaFilter: ['kol', 'sme_*'] });", finds: ['schema kol'] }],
    skip: [{ in: 'a.ts', code: "export default { schemaFilter: ['kol'] };" }],
  },
  {
    via: 'knex',
    key: 'searchPath',
    is: 'schema',
    system: 'postgres',
    inCode: true,
    near: 'knex',
    match: [{ in: 'knexfile.ts', code: "// knex\nexport default { client: 'pg', searchPath: ['kol_core'] };", finds: ['schema kol_core'] }],
    skip: [{ in: 'a.ts', code: "export default { searchPath: ['kol_core'] };" }],
  },
];

/** https://docs.liquibase.com/change-types: what a change of Liquibase's is about, in YAML and JSON; XML is read as if it were written so. */
export const LIQUIBASE_KEYS: readonly KeyEntry[] = (
  [
    ['tableName', 'table'],
    ['baseTableName', 'table'],
    ['referencedTableName', 'table'],
    ['newTableName', 'table'],
    ['viewName', 'table'],
    ['schemaName', 'schema'],
  ] as const
).map(([key, is]): KeyEntry => ({
  via: 'liquibase',
  key: `databaseChangeLog.*.changeSet.changes.*.*.${key}`,
  is,
  within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0]*)$',
  system: null,
  match: [
    {
      in: 'changelog.yaml',
      code: `databaseChangeLog:\n  - changeSet:\n      id: 1\n      changes:\n        - createIndex:\n            indexName: i\n            ${key}: kol_x1`,
      finds: [`${is} kol_x1`],
    },
  ],
  skip: [{ in: 'changelog.yaml', code: `changes:\n  - page:\n      ${key}: kol_x1` }],
}));

/** https://alembic.sqlalchemy.org/en/latest/api/runtime.html: where it keeps which migrations have run. */
export const ALEMBIC_KEYS: readonly KeyEntry[] = [
  {
    via: 'alembic',
    key: 'alembic.version_table',
    is: 'table',
    within: '^([A-Za-z_]\\w*)$',
    system: null,
    qualifier: ['version_table_schema'],
    match: [{ in: 'alembic.toml', code: '[alembic]\nversion_table = "kol_versions"', finds: ['table kol_versions'] }],
    skip: [{ in: 'alembic.toml', code: '[alembic]\nversion_locations = "kol_versions"' }],
  },
];

/** What migrations and mappers of objects are told of the schemas in a relational database. */
const SCHEMAS: readonly KeyEntry[] = [
  'flyway.schemas', 'flyway.defaultSchema', 'flyway.default-schema', 'liquibase.default-schema', 'liquibase.defaultSchemaName',
  'hibernate.default_schema', 'hibernate-orm.database.default-schema',
].map((key): KeyEntry => ({
  via: key.startsWith('flyway') ? 'flyway' : key.startsWith('liquibase') ? 'liquibase' : 'hibernate',
  key,
  is: 'schema',
  list: key.endsWith('schemas'),
  within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0]*)$',
  system: 'postgres',
  match: [
    { in: 'application.properties', code: `spring.${key}=kol_core`, finds: ['schema kol_core'] },
    { in: 'application.yml', code: `spring:\n  "${key}": kol_core`, finds: ['schema kol_core'] },
  ],
  skip: [{ in: 'application.properties', code: `spring.${key.slice(0, key.lastIndexOf('.'))}.enabled=true` }],
}));

export const MIGRATION_KEYS: readonly KeyEntry[] = [...KEPT, ...SCHEMAS];
