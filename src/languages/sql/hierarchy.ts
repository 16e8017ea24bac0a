import type { Dialect } from '../../references/reference.js';

/** How a dialect's dotted names are made up. */
export interface Hierarchy {
  readonly catalog: 'catalog' | 'database';
  readonly schema: 'schema' | 'database' | 'keyspace';
  /** The part without which a table is open; null where the dialect always fills it in. */
  readonly wants: 'catalog' | 'schema' | null;
}

const THREE_LEVELS: Hierarchy = { catalog: 'catalog', schema: 'schema', wants: 'catalog' };
const IN_DATABASES: Hierarchy = { catalog: 'database', schema: 'schema', wants: null };
const DATABASES_ONLY: Hierarchy = { catalog: 'catalog', schema: 'database', wants: null };

export const HIERARCHIES: Readonly<Record<Dialect, Hierarchy>> = {
  trino: THREE_LEVELS,
  spark: THREE_LEVELS,
  flink: THREE_LEVELS,
  hive: { catalog: 'catalog', schema: 'schema', wants: 'schema' },
  postgres: IN_DATABASES,
  mysql: DATABASES_ONLY,
  cql: { catalog: 'catalog', schema: 'keyspace', wants: null },
};

/** Dialects that are none of ours, by syntax that only they have: what their names are made up of is known all the same. */
const FOREIGN: readonly { readonly hierarchy: Hierarchy; readonly syntax: RegExp }[] = [
  // SQL Server
  {
    hierarchy: IN_DATABASES,
    syntax: /^[ \t]*GO[ \t]*\r?$|\[dbo\]\.|\[dbo\]|\bN?VARCHAR\s*\(\s*MAX\s*\)|\bIDENTITY\s*\(\s*\d|\bWITH\s*\(\s*NOLOCK\s*\)|\bSELECT\s+TOP\s*\(?\s*\d|\bDATETIME2\b|\b(?:INTO|FROM|TABLE|JOIN)\s+(?:#\w|\[?\w+\]?\.\.\[?\w)/im,
  },
  // Snowflake
  {
    hierarchy: IN_DATABASES,
    syntax: /\b(?:CREATE|ALTER|USE)\s+(?:OR\s+REPLACE\s+)?(?:WAREHOUSE|STAGE|FILE\s+FORMAT|STORAGE\s+INTEGRATION|PIPE|TASK)\b|\bLATERAL\s+FLATTEN\s*\(|\bTRANSIENT\s+(?:TABLE|SCHEMA|DATABASE)\b|\bFROM\s+@[\w~%]/i,
  },
  // ClickHouse
  {
    hierarchy: DATABASES_ONLY,
    syntax: /\bENGINE\s+\w*MergeTree\b|\bENGINE\s*=\s*(?:\w*MergeTree|Distributed|Kafka|Buffer|Memory|Null|S3|S3Queue|Atomic|URL|PostgreSQL|MySQL|MongoDB|Log|TinyLog|Dictionary)\b|\bON\s+CLUSTER\b|\bLowCardinality\s*\(|\bDateTime64\s*\(|\bArray\s*\(\s*(?:String|U?Int\d+)/,
  },
];

/** Only the beginning of a long text is searched, as for the dialects that are ours. */
const SEARCHED = 65_536;

/** How names are made up in a text that is clearly of a dialect that is none of ours; null for every other text. */
export function foreignHierarchy(flat: string): Hierarchy | null {
  const beginning = flat.length > SEARCHED ? flat.slice(0, SEARCHED) : flat;
  return FOREIGN.find(({ syntax }) => syntax.test(beginning))?.hierarchy ?? null;
}
