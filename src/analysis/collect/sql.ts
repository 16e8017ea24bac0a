import { readSql } from '../../languages/sql/read-sql.js';
import type { SqlReading, SqlReference, SqlSession } from '../../languages/sql/sql-reading.js';
import { isBuiltin } from '../../references/builtin.js';
import type { Access, Dialect, Reference } from '../../references/reference.js';
import type { System } from '../../references/system.js';
import type { Text } from '../../references/text.js';
import { findUris } from '../../references/uri.js';
import { referencesOf, whereabouts, type UseOfText } from './found.js';

/** What a connection says of the SQL that is sent through it. */
export interface Connection {
  readonly dialect: Dialect | null;
  readonly session: SqlSession;
}

export const NO_CONNECTION: Connection = { dialect: null, session: { catalog: null, schema: null } };

/** Flink's catalogs and tables are of what its connectors reach. */
const SYSTEM_OF: Readonly<Record<Dialect, System | null>> = {
  trino: 'trino',
  spark: 'spark',
  hive: 'hive',
  postgres: 'postgres',
  mysql: 'mysql',
  cql: 'cassandra',
  flink: null,
  clickhouse: null,
  snowflake: null,
  sqlserver: null,
  bigquery: null,
  ksql: null,
};

/** The references in a text that is SQL. */
export function sqlReferences(
  text: Text,
  connection: Connection,
  use: Omit<UseOfText, 'access'>,
  access: Access | null = null,
): Reference[] {
  return referencesOfReading(text, readSql(text, connection), use, access);
}

/** The references of SQL that was read already. */
export function referencesOfReading(
  text: Text,
  reading: SqlReading,
  use: Omit<UseOfText, 'access'>,
  access: Access | null,
): Reference[] {
  const names = reading.references.map((found) => sqlReference(text, found, reading, use, access));
  const locations = reading.locations.flatMap((location) => {
    const usage = { ...use, access: access ?? location.access };
    return findUris(location.text.flat).flatMap(({ parts }) =>
      referencesOf(location.text, parts, usage).map((reference) => ({ ...reference, isOfSql: true })),
    );
  });
  return [...names, ...locations];
}

function sqlReference(
  text: Text,
  found: SqlReference,
  { dialect }: SqlReading,
  use: Omit<UseOfText, 'access'>,
  access: Access | null,
): Reference {
  const system = systemOf(found, dialect);
  return {
    kind: found.kind,
    name: found.name,
    qualifier: found.qualifier,
    path: null,
    system,
    builtin: found.builtin || isBuiltin(found.kind, found.name, system, found.qualifier),
    judged: found.judged,
    unqualified: found.unqualified,
    isOfSql: true,
    ...whereabouts(text, found, { ...use, access: access ?? found.access }),
  };
}

function systemOf(found: SqlReference, dialect: Dialect | null): System | null {
  if (found.kind === 'topic') return 'kafka';
  if (found.kind === 'keyspace') return 'cassandra';
  return systemOfDialect(dialect);
}

/** The system that SQL of a dialect is sent to; null where it is none that is told apart. */
export function systemOfDialect(dialect: Dialect | null): System | null {
  return dialect === null ? null : SYSTEM_OF[dialect];
}

