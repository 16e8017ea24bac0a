import type { KeyEntry } from './key-entry.js';

/** What migrations and mappers of objects are told of the schemas in a relational database. */
export const MIGRATION_KEYS: readonly KeyEntry[] = [
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
