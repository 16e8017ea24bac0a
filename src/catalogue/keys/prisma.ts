import type { KeyEntry } from './key-entry.js';

/** https://www.prisma.io/docs/orm/reference/prisma-schema-reference */
export const PRISMA_KEYS: readonly KeyEntry[] = [
  ...['model', 'view'].map((block): KeyEntry => ({
    via: 'prisma',
    key: `^${block}.*.@@map`,
    is: 'table',
    system: null,
    access: 'define',
    qualifier: ['@@schema'],
    match: [{ in: 'schema.prisma', code: `${block} User {\n  @@map("kol_users")\n}`, finds: ['table kol_users'] }],
    skip: [{ in: 'schema.prisma', code: 'enum Role {\n  @@map("kol_roles")\n}' }],
  })),
  {
    via: 'prisma',
    key: '^*.*.@@schema',
    is: 'schema',
    system: null,
    access: 'define',
    match: [{ in: 'schema.prisma', code: 'model User {\n  @@schema("kol_core")\n}', finds: ['schema kol_core'] }],
    skip: [{ in: 'schema.prisma', code: 'model User {\n  @@index("kol_core")\n}' }],
  },
  {
    via: 'prisma',
    key: '^datasource.*.schemas',
    is: 'schema',
    system: null,
    match: [{ in: 'schema.prisma', code: 'datasource db {\n  schemas = ["kol_core"]\n}', finds: ['schema kol_core'] }],
    skip: [{ in: 'schema.prisma', code: 'generator client {\n  previewFeatures = ["kol_core"]\n}' }],
  },
];
