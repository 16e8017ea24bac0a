import type { Dialect } from '../references/reference.js';

/** Folder and file names that say whose SQL is in them. */
const WORDS: ReadonlyMap<string, Dialect> = new Map([
  ['trino', 'trino'],
  ['presto', 'trino'],
  ['athena', 'trino'],
  ['spark', 'spark'],
  ['databricks', 'spark'],
  ['delta', 'spark'],
  ['hive', 'hive'],
  ['postgres', 'postgres'],
  ['postgresql', 'postgres'],
  ['pg', 'postgres'],
  ['psql', 'postgres'],
  ['plpgsql', 'postgres'],
  ['timescale', 'postgres'],
  ['timescaledb', 'postgres'],
  ['redshift', 'postgres'],
  ['mysql', 'mysql'],
  ['mariadb', 'mysql'],
  ['cassandra', 'cql'],
  ['cql', 'cql'],
  ['scylladb', 'cql'],
  ['scylla', 'cql'],
  ['flink', 'flink'],
  ['clickhouse', 'clickhouse'],
  ['snowflake', 'snowflake'],
  ['mssql', 'sqlserver'],
  ['sqlserver', 'sqlserver'],
  ['bigquery', 'bigquery'],
  ['ksql', 'ksql'],
  ['ksqldb', 'ksql'],
]);

/** `star_vs_snowflake.sql`, `snowflake-schema.sql`: how dimensions are laid out. */
const SHAPE_OF_A_MODEL = /star[._-](?:\w+[._-])?snowflake|snowflake[._-](?:vs?[._-]|and[._-])?(?:star|schema)/;

/** The dialect that a path, relative to the workspace, speaks of: the innermost word counts. */
export function dialectOfPath(path: string): Dialect | null {
  if (/\.cql$/i.test(path)) return 'cql';
  if (/\.hql$/i.test(path)) return 'hive';
  if (/\.psql$/i.test(path)) return 'postgres';
  if (/\.ksql$/i.test(path)) return 'ksql';
  for (const part of path.toLowerCase().split(/[\\/]/).reverse()) {
    const [dialect, ...others] = new Set(part.replace(SHAPE_OF_A_MODEL, '').split(/[._-]/).flatMap((word) => WORDS.get(word) ?? []));
    // What goes from one to another, `mysql_to_trino.sql`, is of neither for that.
    if (dialect !== undefined && others.length === 0) return dialect;
  }
  return null;
}
