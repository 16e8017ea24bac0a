import { DIALECTS, type Dialect } from '../../references/reference.js';
import { UNMISTAKABLE } from './dialect-syntax.js';
import type { DialectEvidence } from './sql-reading.js';

export interface DecidedDialect {
  readonly dialect: Dialect;
  readonly decidedBy: DialectEvidence;
}

/** Names under which other tools know the dialects: sqlfluff, sqlglot, dbt adapters. */
const SPELLINGS: Readonly<Record<string, Dialect>> = {
  ...Object.fromEntries(DIALECTS.map((dialect) => [dialect, dialect])),
  presto: 'trino',
  athena: 'trino',
  prestodb: 'trino',
  starburst: 'trino',
  sparksql: 'spark',
  databricks: 'spark',
  glue: 'spark',
  fabricspark: 'spark',
  postgresql: 'postgres',
  psql: 'postgres',
  plpgsql: 'postgres',
  redshift: 'postgres',
  materialize: 'postgres',
  mariadb: 'mysql',
  cassandra: 'cql',
  flinksql: 'flink',
  tsql: 'sqlserver',
  mssql: 'sqlserver',
  synapse: 'sqlserver',
  fabric: 'sqlserver',
  ksqldb: 'ksql',
};

/** `-- dialect: spark`, `-- sqlfluff:dialect:trino`. */
const DIALECT_COMMENT = /^[ \t]*(?:--|\/\*|#|\/\/)[ \t]*(?:sqlfluff[ \t]*:[ \t]*)?dialect[ \t]*[:=][ \t]*([a-z]+)/im;

/** A comment, which may speak of anything; what MySQL runs in one, and Databricks' first line, is none. */
const COMMENT = /--(?! Databricks notebook source)[^\n]*|\/\*(?!!)[^]*?\*\//g;
/** Behind the last end mark: `/*` opens nothing there, as in `'s3://kol/*.csv'`. */
const LINE_COMMENT = /--(?! Databricks notebook source)[^\n]*/g;

/** What looks like one of them and is none: YQL's `$events = (SELECT …)`, `DateTime::GetYear(d)`. */
const OTHER_LANGUAGE = /^[ \t]*\$[a-z]\w*\s*=\s*\(|\b(?:DateTime|String|Json|ListTake)::[A-Z]\w+\(/m;

/** Only the beginning of a long text is searched: what decides comes early, or does not matter. */
const SEARCHED = 65_536;

/** The dialect that the text itself gives away; null where it gives nothing away. */
export function detectDialect(flat: string): DecidedDialect | null {
  const beginning = flat.length > SEARCHED ? flat.slice(0, SEARCHED) : flat;
  const named = DIALECT_COMMENT.exec(beginning)?.[1]?.toLowerCase();
  const said = named === undefined ? undefined : dialectNamed(named);
  if (said !== undefined && said !== null) return { dialect: said, decidedBy: 'comment' };
  const code = withoutComments(beginning);
  if (OTHER_LANGUAGE.test(code)) return null;
  for (const { dialect, syntax } of UNMISTAKABLE) {
    if (syntax.some((pattern) => pattern.test(code))) return { dialect, decidedBy: 'syntax' };
  }
  return null;
}

/** The dialect that a tool's name for it means; null where it is none that the reader knows. */
export function dialectNamed(name: string): Dialect | null {
  return SPELLINGS[name.toLowerCase()] ?? null;
}

function withoutComments(sql: string): string {
  if (!sql.includes('--') && !sql.includes('/*')) return sql;
  const last = sql.lastIndexOf('*/') + '*/'.length;
  if (last < '*/'.length) return sql.replace(LINE_COMMENT, ' ');
  return sql.slice(0, last).replace(COMMENT, ' ') + sql.slice(last).replace(LINE_COMMENT, ' ');
}
