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
]);

/** The dialect that a path, relative to the workspace, speaks of: the innermost word counts. */
export function dialectOfPath(path: string): Dialect | null {
  if (/\.cql$/i.test(path)) return 'cql';
  if (/\.hql$/i.test(path)) return 'hive';
  if (/\.psql$/i.test(path)) return 'postgres';
  for (const part of path.toLowerCase().split(/[\\/]/).reverse()) {
    for (const word of part.split(/[._-]/)) {
      const dialect = WORDS.get(word);
      if (dialect !== undefined) return dialect;
    }
  }
  return null;
}
