import type { Dialect } from '../../references/reference.js';

/** How a dialect writes strings, identifiers and comments. */
export interface LexicalSyntax {
  /** `"x"` is an identifier, as the standard says, or a string. */
  readonly doubleQuotes: 'identifier' | 'string';
  /** A backslash in an ordinary string escapes what follows it. */
  readonly backslashEscapes: boolean;
  /** A comment inside a comment must be closed as well. */
  readonly nestedComments: boolean;
  readonly hashComments: boolean;
  /** `/*!40101 …` is run up to the end of the comment. */
  readonly conditionalComments: boolean;
  readonly slashComments: boolean;
  /** `$$…$$` and `$tag$…$tag$` are strings. */
  readonly dollarQuotes: boolean;
  /** `E'…'` takes backslash escapes. */
  readonly escapeStrings: boolean;
  /** `\c db`: commands of psql, to the end of the line. */
  readonly metaCommands: boolean;
  /** `dfs -rm /kol/*;`, `!ls /kol/*;`: commands of Hive's own shell, to the semicolon. */
  readonly shellCommands: boolean;
}

const STANDARD: LexicalSyntax = {
  doubleQuotes: 'identifier',
  backslashEscapes: false,
  nestedComments: false,
  hashComments: false,
  conditionalComments: false,
  slashComments: false,
  dollarQuotes: false,
  escapeStrings: false,
  metaCommands: false,
  shellCommands: false,
};

/** Where nothing decides, what no dialect contradicts. */
const UNDECIDED: LexicalSyntax = { ...STANDARD, dollarQuotes: true, escapeStrings: true, metaCommands: true };

/** Sources: each project's lexer grammar (SqlBase.g4 of Trino, SqlBaseLexer.g4 of Spark, scan.l of PostgreSQL). */
const SYNTAX: Readonly<Record<Dialect, LexicalSyntax>> = {
  trino: { ...STANDARD, dollarQuotes: true },
  spark: { ...STANDARD, doubleQuotes: 'string', backslashEscapes: true, nestedComments: true, dollarQuotes: true },
  hive: { ...STANDARD, doubleQuotes: 'string', backslashEscapes: true, shellCommands: true },
  postgres: {
    ...STANDARD,
    nestedComments: true,
    dollarQuotes: true,
    escapeStrings: true,
    metaCommands: true,
  },
  mysql: { ...STANDARD, doubleQuotes: 'string', backslashEscapes: true, hashComments: true, conditionalComments: true },
  cql: { ...STANDARD, slashComments: true, dollarQuotes: true },
  flink: STANDARD,
  clickhouse: UNDECIDED,
  snowflake: UNDECIDED,
  sqlserver: UNDECIDED,
  bigquery: { ...STANDARD, doubleQuotes: 'string', backslashEscapes: true, hashComments: true },
  ksql: STANDARD,
};

export function lexicalSyntaxOf(dialect: Dialect | null): LexicalSyntax {
  return dialect === null ? UNDECIDED : SYNTAX[dialect];
}
