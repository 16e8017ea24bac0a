import type { Kind } from './kind.js';
import type { Name } from './name.js';
import type { Place } from './source.js';
import type { System } from './system.js';
import type { Origin, Step } from './text.js';

/** What a use does with the resource: `mention` names it without using it (a log line). */
export type Access = 'read' | 'write' | 'define' | 'mention' | 'unknown';

/** One use of one name: a place where code names a resource. */
export interface Reference {
  readonly kind: Kind;
  readonly name: Name;
  /** Where the name is written; a quoted SQL identifier with its quotes. */
  readonly written: Place;
  readonly use: Use;
  readonly system: System | null;
  /** What stands before the name, outermost first: `[catalog]`, `[catalog, schema]`, `[schema]`. */
  readonly qualifier: readonly Name[];
  /** What follows a bucket in a URI, without the slash between; null where nothing was said of it. */
  readonly path: Name | null;
  readonly origin: Origin | null;
  /** The environment variable that is read on the way. */
  readonly env: string | null;
  /** A name of the system itself (`information_schema`): listed, never judged. */
  readonly builtin: boolean;
  /**
   * False where another reference of the same dotted name carries the judgement: in
   * `iceberg.kol_silver.events` the schema does, for the catalog and the table as well.
   */
  readonly judged: boolean;
  /** For a table without a schema: whether SQL of a known dialect leaves it open. */
  readonly unqualified: Unqualified | null;
  readonly steps: readonly Step[];
  /** Whether it was found in SQL: written there, or put into it from elsewhere. */
  readonly isOfSql: boolean;
}

export interface Use {
  readonly place: Place;
  readonly access: Access;
  /** The catalogue entry or the syntax that made it a reference: `boto3/upload_file`, `sql`, `uri`. */
  readonly via: string;
}

/** A table named without catalog and schema, and how sure it is that nothing fills them in. */
export interface Unqualified {
  /** The parts that are missing. */
  readonly missing: 'schema' | 'catalog';
  readonly dialect: Dialect;
  /** Whether something said which dialect it is, or it was only assumed. */
  readonly decided: boolean;
}

/** The dialects of SQL. Behind Flink's come those of engines that are none of the platform's: their names are no others' for that. */
export const DIALECTS = [
  'trino', 'spark', 'hive', 'postgres', 'mysql', 'cql', 'flink',
  'clickhouse', 'snowflake', 'sqlserver', 'bigquery', 'ksql',
] as const;

export type Dialect = (typeof DIALECTS)[number];
