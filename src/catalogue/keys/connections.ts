import type { KeyCondition, KeyEntry } from './key-entry.js';

/** A name as it stands by itself: no number, no path, no address. */
const NAME = '^([A-Za-z_\\uFDD0][\\w\\uFDD0-]*)$';
const HOST: KeyCondition = { key: ['host', 'hostname', 'HOST', 'server', 'address', 'port'], matches: '.' };
const USER: KeyCondition = { key: ['user', 'username', 'USER', 'owner', 'password', 'existingSecret'], matches: '.' };

/** What a connection's other keys make of a short one beside them, in configurations of any tool. */
export const CONNECTION_KEYS: readonly KeyEntry[] = [
  {
    via: 'key',
    key: 'db',
    is: 'database',
    within: NAME,
    system: null,
    where: [HOST, USER],
    match: [{ in: 'values.yaml', code: 'storage:\n  host: kol-postgres\n  user: kol\n  db: kol_app', finds: ['database kol_app'] }],
    skip: [
      { in: 'values.yaml', code: 'cache:\n  host: kol-redis\n  password: x\n  db: 0' },
      { in: 'values.yaml', code: 'storage:\n  db: kol_app' },
    ],
  },
  ...['postgres', 'postgresql', 'mysql', 'mariadb'].map((system): KeyEntry => ({
    via: 'key',
    key: `${system}.name`,
    is: 'database',
    within: NAME,
    system: system.startsWith('postgres') ? 'postgres' : 'mysql',
    where: [HOST, USER],
    match: [{ in: 'values.yaml', code: `${system}:\n  host: kol-db\n  user: kol\n  name: kol_app`, finds: ['database kol_app'] }],
    skip: [{ in: 'values.yaml', code: `${system}:\n  name: kol-db\n  image: x` }],
  })),
  {
    via: 'key',
    key: 'schema',
    is: 'dotted-schema',
    within: NAME,
    system: null,
    where: { key: ['catalog', 'dbname', 'database', 'db'], matches: NAME },
    qualifier: ['catalog'],
    match: [{ in: 'datasets.yaml', code: 'catalog: kol_lake\nschema: kol_gold', finds: ['catalog kol_lake', 'schema kol_gold'] }],
    skip: [{ in: 'openapi.yaml', code: 'schema: User' }],
  },
  {
    // What lakes' engines call a database, others call a schema.
    via: 'key',
    key: 'database',
    is: 'dotted-schema',
    within: NAME,
    system: null,
    where: { key: ['type', 'engine', 'adapter', 'dialect', 'provider'], matches: '^(?:athena|glue|hive|impala|spark|iceberg|delta)$' },
    without: 'schema',
    match: [{ in: 'feature_store.yaml', code: 'offline_store:\n  type: athena\n  database: kol_features', finds: ['schema kol_features'] }],
    skip: [{ in: 'feature_store.yaml', code: 'offline_store:\n  type: postgres\n  database: kol_features' }],
  },
  {
    via: 'key',
    key: 'catalog',
    is: 'catalog',
    within: NAME,
    system: null,
    where: { key: ['schema', 'schema_name', 'namespace'], matches: NAME },
    match: [{ in: 'datasets.yaml', code: 'catalog: kol_lake\nschema: kol_gold', finds: ['catalog kol_lake', 'schema kol_gold'] }],
    skip: [{ in: 'shop.yaml', code: 'catalog: shoes' }],
  },
];
