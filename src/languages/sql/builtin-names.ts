import type { Dialect } from '../../references/reference.js';

/** Schemas, keyspaces and catalogs that belong to the systems themselves. */
const SYSTEM_SCHEMAS: ReadonlySet<string> = new Set([
  'information_schema',
  'pg_catalog',
  'pg_toast',
  'pg_temp',
  'system',
  'system_schema',
  'system_auth',
  'system_distributed',
  'system_traces',
  'system_views',
  'system_virtual_schema',
  'performance_schema',
  'sys',
  'timescaledb_information',
  '_timescaledb_internal',
  '_timescaledb_catalog',
  '_timescaledb_config',
  // Spark's own, for temporary views of all sessions.
  'global_temp',
]);

const SYSTEM_CATALOGS: ReadonlySet<string> = new Set(['system']);

/** Databases that every PostgreSQL or MySQL server has. */
const SYSTEM_DATABASES: ReadonlySet<string> = new Set(['postgres', 'template0', 'template1', 'mysql', 'sys', 'tempdb', 'msdb']);

export function isSystemSchema(name: string): boolean {
  return SYSTEM_SCHEMAS.has(name.toLowerCase());
}

/** BigQuery's `region-eu`.INFORMATION_SCHEMA: where it keeps what it knows of all projects. */
const REGION = /^region-[a-z]+(?:-[a-z]+\d+)?$/i;

export function isSystemCatalog(name: string): boolean {
  return REGION.test(name) || SYSTEM_CATALOGS.has(name.toLowerCase()) || isSystemSchema(name);
}

export function isSystemDatabase(name: string): boolean {
  return SYSTEM_DATABASES.has(name.toLowerCase()) || isSystemSchema(name);
}

/** A table that is found without a schema because the system looks in its own first: `pg_class`, `dual`, `sqlite_master`. */
export function isSystemTable(name: string, dialect: Dialect | null): boolean {
  const folded = name.toLowerCase();
  if (folded === 'dual') return true;
  if (/^sqlite_(?:master|schema|temp_master|temp_schema|sequence)$/.test(folded)) return dialect === null;
  // Redshift's own: svv_tables, stl_query.
  return /^(?:pg|sv[vlc]|stl|stv|svcs)_/.test(folded) && (dialect === null || dialect === 'postgres');
}
