/**
 * Systems with databases, schemas and tables of their own, which are none of the platform's, as they are
 * called: the source of a regular expression each.
 */
const DATABASES = [
  'snowflake', 'bigquery', 'clickhouse', 'duckdb', 'motherduck', 'sqlite3?', 'mssql', 'sqlserver', 'teradata', 'exasol', 'vertica',
  'starrocks', 'doris', 'cratedb', 'questdb', 'surreal(?:db)?',
  'mongo(?:db|ose)?',
];

/** Such systems that stand beside a database of ours as often as in its place. */
const STORES = [
  'redis', 'influx(?:db)?', 'neo4j', 'couch(?:db|base)', 'elastic(?:search)?', 'opensearch', 'cosmos(?:db)?', 'dynamo(?:db)?',
];

/** Such systems whose names are words for other things, too: they count where nothing else can be meant. */
const AMBIGUOUS = ['oracle', 'synapse', 'fabric'];

const ANY = `(?:${[...DATABASES, ...STORES, ...AMBIGUOUS].join('|')})`;

const WHOLE = new RegExp(`^${ANY}$`, 'i');
const WITHIN = new RegExp(`(?:^|_)(?:${[...DATABASES, ...STORES].join('|')})(?:_|$)`, 'i');

/** Whether a text is the name of such a system, as the key of its settings is, or the type of a connection. */
export function isOtherSystem(name: string): boolean {
  return WHOLE.test(name);
}

/** Whether a name in words, `CLICKHOUSE_OPTIONS`, has such a system's among them. */
export function speaksOfOtherSystem(upperSnake: string): boolean {
  return WITHIN.test(upperSnake);
}

/** Their names for the patterns of the catalogue, which are written in small letters or in capitals; without the stores. */
export const OTHER_SYSTEMS = {
  small: ANY,
  capital: ANY.toUpperCase(),
  databases: `(?:${[...DATABASES, ...AMBIGUOUS].join('|')})`,
} as const;
