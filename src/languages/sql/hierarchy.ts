import type { Dialect } from '../../references/reference.js';

/** How a dialect's dotted names are made up. */
export interface Hierarchy {
  readonly catalog: 'catalog' | 'database' | null;
  readonly schema: 'schema' | 'database' | 'keyspace' | null;
  readonly table: 'table' | null;
  /** The part without which a table is open; null where the dialect always fills it in. */
  readonly wants: 'catalog' | 'schema' | null;
}

const THREE_LEVELS: Hierarchy = { catalog: 'catalog', schema: 'schema', table: 'table', wants: 'catalog' };
const IN_DATABASES: Hierarchy = { catalog: 'database', schema: 'schema', table: 'table', wants: null };
const DATABASES_ONLY: Hierarchy = { catalog: 'catalog', schema: 'database', table: 'table', wants: null };
/** Streams and tables of ksqlDB stand beside its topics, in nothing that has a name. */
const TOPICS_ONLY: Hierarchy = { catalog: null, schema: null, table: null, wants: null };

export const HIERARCHIES: Readonly<Record<Dialect, Hierarchy>> = {
  trino: THREE_LEVELS,
  spark: THREE_LEVELS,
  flink: THREE_LEVELS,
  hive: { ...THREE_LEVELS, wants: 'schema' },
  postgres: IN_DATABASES,
  mysql: DATABASES_ONLY,
  cql: { ...DATABASES_ONLY, schema: 'keyspace' },
  clickhouse: DATABASES_ONLY,
  snowflake: IN_DATABASES,
  sqlserver: IN_DATABASES,
  bigquery: { ...THREE_LEVELS, wants: null },
  ksql: TOPICS_ONLY,
};
