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
};

/** `-- dialect: spark`, `-- sqlfluff:dialect:trino`. */
const DIALECT_COMMENT = /^[ \t]*(?:--|\/\*|#|\/\/)[ \t]*(?:sqlfluff[ \t]*:[ \t]*)?dialect[ \t]*[:=][ \t]*([a-z]+)/im;

/** Syntax that only one dialect has. The first that matches decides. */
const UNMISTAKABLE: readonly { readonly dialect: Dialect; readonly syntax: readonly RegExp[] }[] = [
  {
    dialect: 'flink',
    syntax: [
      /'connector(?:\.type)?'\s*=/i,
      /\bWATERMARK\s+FOR\b/i,
      /\b(?:EXECUTE|BEGIN)\s+STATEMENT\s+SET\b/i,
      /\bFOR\s+SYSTEM_TIME\s+AS\s+OF\s+(?:PROCTIME\s*\(|\w+\.\w)/i,
      /\bMETADATA\s+FROM\s+'/i,
      /'type'\s*=\s*'(?:iceberg|paimon|hive|jdbc)'\s*,/i,
    ],
  },
  {
    dialect: 'cql',
    syntax: [
      /\b(?:CREATE|ALTER|DROP|DESCRIBE|DESC)\s+KEYSPACES?\b/i,
      /\bALLOW\s+FILTERING\b/i,
      /\bWITH\s+CLUSTERING\s+ORDER\s+BY\b/i,
      /\bUSING\s+TTL\b/i,
      /\bBEGIN\s+(?:(?:UNLOGGED|COUNTER)\s+)?BATCH\b/i,
      /\bAPPLY\s+BATCH\b/i,
      /\bgc_grace_seconds\b/i,
      /\bfrozen\s*</i,
      /\b(?:set|list)\s*<\s*\w+\s*>/i,
      /\bCREATE\s+CUSTOM\s+INDEX\b/i,
      /\b(?:ON|IN)\s+(?:ALL\s+)?KEYSPACES?\b/i,
      /\bPER\s+PARTITION\s+LIMIT\b/i,
      /\bIS\s+NOT\s+NULL\s+PRIMARY\s+KEY\s*\(/i,
      /\bSFUNC\s+\w+\s+STYPE\b/i,
      /\bINSERT\s+INTO\s+\S+\s+JSON\s+'/i,
    ],
  },
  {
    dialect: 'hive',
    syntax: [
      /\bMSCK\s+REPAIR\b/i,
      /\bROW\s+FORMAT\s+(?:SERDE|DELIMITED)\b/i,
      /\$\{hive(?:conf|var):/i,
      /\bSTORED\s+AS\s+(?:ORC|PARQUET|TEXTFILE|INPUTFORMAT|SEQUENCEFILE|RCFILE|AVRO|ORCFILE|PARQUETFILE)\b/i,
      /\bSET\s+hive\./i,
    ],
  },
  {
    dialect: 'spark',
    syntax: [
      /^-- Databricks notebook source/,
      /\bTBLPROPERTIES\b/i,
      /\bWITH\s+METRICS\b/i,
      /\b(?:FROM|JOIN|TABLE|VIEW|INTO|EXISTS)\s+`[\w-]+`\.`[\w-]+`\.`[\w-]+`/i,
      /\bCREATE\s+(?:OR\s+REFRESH\s+)?(?:STREAMING\s+(?:LIVE\s+)?|LIVE\s+)(?:TABLE|VIEW)\b/i,
      /\bSTREAM\s*\(\s*LIVE\./i,
      /\bUSING\s+(?:iceberg|delta|parquet|hudi|orc|csv|json|org\.apache)\b/i,
      /\bUSING\s+[\w.]+\s+OPTIONS\s*\(/i,
      /\bLATERAL\s+VIEW\b/i,
      /(?<!\bFOR\s+)\b(?:VERSION|TIMESTAMP)\s+AS\s+OF\b/i,
      /\b(?:CREATE|ALTER|DROP|DESCRIBE|DESC)\s+NAMESPACE\b/i,
      /\bALTER\s+(?:DATABASE|SCHEMA)\s+\S+\s+SET\s+(?:LOCATION|DBPROPERTIES|OWNER)\b/i,
      /\bDESC(?:RIBE)?\s+(?:TABLE\s+)?(?:EXTENDED|FORMATTED)\b/i,
      /\bUNCACHE\s+TABLE\b/i,
      /\b(?:CREATE|REPLACE)\s+(?:GLOBAL\s+)?TEMP(?:ORARY)?\s+VIEW\s+\S+\s+USING\b/i,
      /\bSET\s+spark\./i,
      /\b(?:parquet|delta|iceberg|orc|csv|json|text|avro)\.`/i,
    ],
  },
  {
    dialect: 'mysql',
    syntax: [
      /\bENGINE\s*=\s*(?:InnoDB|MyISAM)\b/i,
      /\b(?:LONG|MEDIUM)(?:TEXT|BLOB)\b/i,
      /\bCHARSET\s*=\s*(?:utf8|latin1)/i,
      /\bCHARACTER\s+SET\s+(?:utf8|latin1)/i,
      /^\s*#[ \t]/,
      /;[ \t]*\r?\n\s*#[ \t]/,
      /\bAUTO_INCREMENT\b/i,
      /\bON\s+DUPLICATE\s+KEY\b/i,
      /'[^'\n]*'@'[^'\n]*'/,
      /\bDELIMITER\s+(?:\/\/|\$\$)/i,
    ],
  },
  {
    dialect: 'postgres',
    syntax: [
      /^\s*\\[a-z]+\b/im,
      /\\gexec\b/im,
      /\$\$/im,
      /\$[a-z_]+\$/im,
      /\bENCODING\s*=?\s*'/im,
      /\bplpgsql\b/im,
      /\bSEARCH_PATH\b/im,
      /\bJSONB\b/im,
      /\b(?:BIG|SMALL)?SERIAL\b/im,
      /\bTIMESTAMPTZ\b/im,
      /\bON\s+CONFLICT\b/im,
      /\bCREATE\s+EXTENSION\b/im,
      /\b(?:BYTEA|TSVECTOR)\b/im,
      /\bIMPORT\s+FOREIGN\s+SCHEMA\b/im,
      /\bFOREIGN\s+DATA\s+WRAPPER\b/im,
      /\bCREATE\s+FOREIGN\s+TABLE\b/im,
      /::\s*[a-z]+/im,
      /\bOWNER\s+TO\b/im,
      /\bCREATE\s+DATABASE\s+\S+\s+(?:WITH\s+)?(?:OWNER|TEMPLATE)\b/im,
    ],
  },
  {
    dialect: 'trino',
    syntax: [
      /\bpartitioning\s*=\s*ARRAY\s*\[/i,
      /\bWITH\s*\([^)]*\b(?:format|location|external_location|partitioned_by|sorted_by|bucketed_by)\s*=/i,
      /\bCROSS\s+JOIN\s+UNNEST\b/i,
      /\bWITH\s+ORDINALITY\b/i,
      /\bMATCH_RECOGNIZE\b/i,
      /"[\w{}]+\$(?:snapshots|history|files|partitions|manifests|properties)"/i,
      /\bTRY_CAST\s*\(/i,
      /\bAT\s+TIME\s+ZONE\s+'/i,
      /\bapprox_distinct\s*\(/i,
      /\bEXECUTE\s+(?:optimize|expire_snapshots)\b/i,
    ],
  },
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
    if (syntax.some((pattern) => pattern.test(beginning))) return { dialect, decidedBy: 'syntax' };
  }
  return null;
}

/** The dialect that a tool's name for it means; null where it is none that the reader knows. */
export function dialectNamed(name: string): Dialect | null {
  return SPELLINGS[name.toLowerCase()] ?? null;
}
