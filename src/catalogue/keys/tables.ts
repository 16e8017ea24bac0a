import type { KeyEntry } from './key-entry.js';

const TABLE_PLACES = [
  'schema', 'namespace', 'schema_name', 'schemaName', 'database', 'database_name', 'databaseName', 'Database', 'DatabaseName',
  'SCHEMA', 'keyspace', 'keyspace_name', 'keyspaceName',
];

const TABLE_NAME = '^([A-Za-z_\\uFDD0][\\w\\uFDD0]*)$';

/** What a table's name and its place stand under, side by side, in configurations of people's own. */
export const TABLE_KEYS: readonly KeyEntry[] = [
  {
    via: 'key',
    key: 'namespace',
    is: 'dotted-schema',
    system: null,
    where: { key: ['table_name', 'table', 'tableName'], matches: '.' },
    match: [
      {
        in: 'tables.yaml',
        code: 'tables:\n  trades:\n    namespace: kol_bronze\n    table_name: trades',
        finds: ['schema kol_bronze', 'table trades'],
      },
    ],
    skip: [{ in: 'deploy.yaml', code: 'metadata:\n  name: kol\n  namespace: kol-platform' }],
  },
  {
    // Redpanda Connect's `sql_insert`, and what else says where its table is by an address.
    via: 'key',
    key: 'table',
    is: 'dotted-table',
    within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0]*(?:\\.[\\w\\uFDD0]+)?)$',
    system: null,
    where: { key: ['dsn', 'connection_string', 'connectionString', 'jdbcUrl', 'jdbc_url'], matches: '^(?:jdbc:)?(?:postgres|mysql|mariadb|\\uFDD0|\\$)' },
    match: [{ in: 'pipeline.yaml', code: 'sql_insert:\n  driver: postgres\n  dsn: postgres://u:p@h:5432/kol_app\n  table: events', finds: ['table events'] }],
    skip: [{ in: 'pipeline.yaml', code: 'report:\n  driver: html\n  table: events' }],
  },
  ...['table_name', 'table', 'tableName', 'Table', 'TableName', 'TABLE'].map((key) => tableBeside(key, TABLE_PLACES)),
  // Arguments of jobs are keys with dashes before them.
  ...['table_name', 'table', 'TABLE_NAME', 'TABLE'].map((key) => {
    return tableBeside(`--${key}`, ['schema', 'database', 'database_name', 'DATABASE', 'DATABASE_NAME', 'SCHEMA'].map((place) => `--${place}`));
  }),
  ...['source', 'target'].flatMap((side) =>
    ['', '--'].map((dashes) => {
      return tableBeside(`${dashes}${side}_table`, ['database', 'schema', 'db'].map((place) => `${dashes}${side}_${place}`));
    }),
  ),
];

/** A key that carries a table where one of others beside it carries the schema, or the database that is one in a lake. */
function tableBeside(key: string, places: readonly string[]): KeyEntry {
  const [place = ''] = places;
  return {
    via: 'key',
    key,
    is: 'table',
    within: TABLE_NAME,
    system: null,
    where: { key: places, matches: '^[A-Za-z_\\uFDD0][\\w\\uFDD0-]*$' },
    qualifier: places.filter((other) => !/(?:database|db)$/i.test(other)),
    match: [{ in: 'a.json', code: `{"${place}": "kol_gold", "${key}": "events"}`, finds: ['table events'] }],
    skip: [
      { in: 'a.json', code: `{"${key}": "events"}` },
      { in: 'a.json', code: `{"${place}": "kol_gold", "${key}": "All events"}` },
    ],
  };
}

/** What several tables stand under where their schema stands beside the group. */
const TABLE_GROUPS = ['tables', 'table_names', 'tableNames'];

/** Tables that a configuration groups beside their schema: `schema: kol_gold` and `tables: { events: kol_events }`. */
export const TABLE_GROUP_KEYS: readonly KeyEntry[] = [
  ...Object.entries({ schema: 'schema', name: 'table' } as const).map(([key, is]): KeyEntry => ({
    // Hasura's metadata.
    via: 'key',
    key: `table.${key}`,
    is,
    within: TABLE_NAME,
    system: null,
    where: { key: ['schema', 'name'].filter((other) => other !== key), matches: TABLE_NAME },
    ...(is === 'table' ? { qualifier: ['schema'] } : {}),
    match: [{ in: 'tables.yaml', code: '- table:\n    schema: kol_core\n    name: events', finds: ['schema kol_core', 'table events'] }],
    skip: [{ in: 'tables.yaml', code: `- table:\n    ${key}: kol_core` }],
  })),
  {
    // Google's Datastream, and what else has its tables within their schema.
    via: 'key',
    key: 'table',
    is: 'table',
    within: TABLE_NAME,
    system: null,
    where: { key: ['../schema', '../schema_name', '../../schema', '../../schema_name'], matches: TABLE_NAME },
    qualifier: ['../schema', '../schema_name', '../../schema', '../../schema_name'],
    match: [
      { in: 'main.tf', code: 'resource "google_datastream_stream" "kol" {\n  postgresql_schemas {\n    schema = "kol_core"\n    postgresql_tables {\n      table = "events"\n    }\n  }\n}', finds: ['table events'] },
      { in: 'sync.yaml', code: 'schema: kol_core\nsync:\n  - table: events\n    mode: full', finds: ['table events'] },
    ],
    skip: [{ in: 'sync.yaml', code: 'schema: kol/core.json\nsync:\n  - table: events' }],
  },
  {
    // Tables with their schemas, each with what is to be done with it: `tables: { kol_core.events: { mode: full } }`.
    via: 'key',
    key: 'tables.{name}',
    is: null,
    names: 'dotted-table',
    within: '^([A-Za-z_]\\w*\\.[A-Za-z_]\\w*)$',
    system: null,
    file: '\\.(?:ya?ml|toml)$',
    match: [{ in: 'extract.yaml', code: 'tables:\n  kol_core.events:\n    mode: full', finds: ['schema kol_core', 'table events'] }],
    skip: [{ in: 'extract.yaml', code: 'tables:\n  events:\n    mode: full' }],
  },
  {
    via: 'key',
    key: 'tables.*.name',
    is: 'table',
    within: TABLE_NAME,
    system: null,
    without: 'identifier',
    where: { key: ['../../schema', '../../schema_name', '../../namespace', '../../database'], matches: TABLE_NAME },
    qualifier: ['../../schema', '../../schema_name', '../../namespace'],
    match: [{ in: 'contract.yaml', code: 'schema_name: kol_raw\ntables:\n  - name: events\n    columns: [{ name: id }]', finds: ['table events'] }],
    skip: [
      { in: 'contract.yaml', code: 'title: x\ntables:\n  - name: events' },
      { in: 'contract.yaml', code: 'schema_name: kol_raw\ntables:\n  - name: All events' },
    ],
  },
  ...TABLE_GROUPS.flatMap((group): KeyEntry[] => [
    {
      via: 'key',
      key: `${group}.*`,
      is: 'table',
      within: TABLE_NAME,
      system: null,
      file: '\\.(?:ya?ml|toml)$',
      where: { key: ['../schema', '../schema_name'], matches: TABLE_NAME },
      qualifier: ['../schema', '../schema_name'],
      match: [
        {
          in: 'config.yaml',
          code: `postgres:\n  schema: kol_gold\n  ${group}:\n    events: kol_events\n  batch_size: 1000`,
          finds: ['table kol_events'],
        },
      ],
      skip: [
        { in: 'config.yaml', code: `report:\n  ${group}:\n    events: kol_events` },
        { in: 'config.yaml', code: `postgres:\n  schema: kol_gold\n  ${group}:\n    events: [id, name]` },
        { in: 'config.yaml', code: `postgres:\n  schema: kol_gold\n  ${group}:\n    events: All of the events` },
      ],
    },
    {
      via: 'key',
      key: group,
      is: 'table',
      within: TABLE_NAME,
      system: null,
      file: '\\.(?:ya?ml|toml)$',
      where: { key: ['schema', 'schema_name'], matches: TABLE_NAME },
      qualifier: ['schema', 'schema_name'],
      match: [{ in: 'config.yaml', code: `postgres:\n  schema: kol_gold\n  ${group}: [events, scores]`, finds: ['table events', 'table scores'] }],
      skip: [{ in: 'config.yaml', code: `report:\n  ${group}: [events, scores]` }],
    },
  ]),
];
