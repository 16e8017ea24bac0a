import { DIALECTS, type Dialect } from '../../references/reference.js';
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
  sparksql: 'spark',
  databricks: 'spark',
  postgresql: 'postgres',
  psql: 'postgres',
  plpgsql: 'postgres',
  redshift: 'postgres',
  mariadb: 'mysql',
  cassandra: 'cql',
  flinksql: 'flink',
};

/** `-- dialect: spark`, `-- sqlfluff:dialect:trino`. */
const DIALECT_COMMENT = /^[ \t]*(?:--|\/\*|#|\/\/)[ \t]*(?:sqlfluff[ \t]*:[ \t]*)?dialect[ \t]*[:=][ \t]*([a-z]+)/im;

/** Syntax that only one dialect has. The first that matches decides. */
const UNMISTAKABLE: readonly { readonly dialect: Dialect; readonly syntax: RegExp }[] = [
  { dialect: 'flink', syntax: /'connector(?:\.type)?'\s*=|\bWATERMARK\s+FOR\b|\bMETADATA\s+FROM\s+'|'type'\s*=\s*'(?:iceberg|paimon|hive|jdbc)'\s*,/i },
  { dialect: 'cql', syntax: /\b(?:CREATE|ALTER|DROP|DESCRIBE|DESC)\s+KEYSPACES?\b|\bALLOW\s+FILTERING\b|\bWITH\s+CLUSTERING\s+ORDER\s+BY\b|\bUSING\s+TTL\b|\bBEGIN\s+(?:UNLOGGED\s+)?BATCH\b/i },
  { dialect: 'hive', syntax: /\bMSCK\s+REPAIR\b|\bROW\s+FORMAT\s+SERDE\b|\$\{hive(?:conf|var):|\bSTORED\s+AS\s+(?:ORC|PARQUET|TEXTFILE|INPUTFORMAT)\b|\bSET\s+hive\./i },
  { dialect: 'spark', syntax: /\bTBLPROPERTIES\b|\bUSING\s+(?:iceberg|delta|parquet|hudi|orc|csv|json|org\.apache)\b|\bLATERAL\s+VIEW\b|\b(?:CREATE|REPLACE)\s+(?:GLOBAL\s+)?TEMP(?:ORARY)?\s+VIEW\s+\S+\s+USING\b|\bSET\s+spark\.|\b(?:parquet|delta|iceberg|orc|csv|json|text|avro)\.`/i },
  { dialect: 'postgres', syntax: /^\s*\\[a-z]+\b|\\gexec\b|\$\$|\$[a-z_]+\$|\bENCODING\s*=?\s*'|\bplpgsql\b|\bSEARCH_PATH\b|\bJSONB\b|\b(?:BIG|SMALL)?SERIAL\b|\bTIMESTAMPTZ\b|\bON\s+CONFLICT\b|\bCREATE\s+EXTENSION\b|\b(?:BYTEA|TSVECTOR)\b|\bIMPORT\s+FOREIGN\s+SCHEMA\b|::\s*[a-z]+|\bOWNER\s+TO\b|\bCREATE\s+DATABASE\s+\S+\s+(?:WITH\s+)?(?:OWNER|TEMPLATE)\b/im },
  { dialect: 'mysql', syntax: /\bENGINE\s*=\s*InnoDB\b|\bAUTO_INCREMENT\b|\bON\s+DUPLICATE\s+KEY\b|\bDELIMITER\s+(?:\/\/|\$\$)/i },
  { dialect: 'trino', syntax: /\bpartitioning\s*=\s*ARRAY\s*\[|\bWITH\s*\([^)]*\b(?:format|location|external_location|partitioned_by|sorted_by|bucketed_by)\s*=|\bCROSS\s+JOIN\s+UNNEST\b|\bWITH\s+ORDINALITY\b|\bMATCH_RECOGNIZE\b|"[\w{}]+\$(?:snapshots|history|files|partitions|manifests|properties)"|\bTRY_CAST\s*\(|\bAT\s+TIME\s+ZONE\s+'|\bapprox_distinct\s*\(|\bEXECUTE\s+(?:optimize|expire_snapshots)\b/i },
];

/** Only the beginning of a long text is searched: what decides comes early, or does not matter. */
const SEARCHED = 65_536;

/** The dialect that the text itself gives away; null where it gives nothing away. */
export function detectDialect(flat: string): DecidedDialect | null {
  const beginning = flat.length > SEARCHED ? flat.slice(0, SEARCHED) : flat;
  const named = DIALECT_COMMENT.exec(beginning)?.[1]?.toLowerCase();
  const said = named === undefined ? undefined : dialectNamed(named);
  if (said !== undefined && said !== null) return { dialect: said, decidedBy: 'comment' };
  for (const { dialect, syntax } of UNMISTAKABLE) {
    if (syntax.test(beginning)) return { dialect, decidedBy: 'syntax' };
  }
  return null;
}

/** The dialect that a tool's name for it means; null where it is none that the reader knows. */
export function dialectNamed(name: string): Dialect | null {
  return SPELLINGS[name.toLowerCase()] ?? null;
}
