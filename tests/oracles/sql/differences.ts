import type { GeneratedDialect } from './statement-generator.js';

/** A statement on which the reader and the oracle differ, and who is right. */
export interface Difference {
  readonly dialect: GeneratedDialect;
  readonly sql: string;
  readonly right: 'reader' | 'oracle';
  readonly because: string;
}

/** Every known difference; the test fails where one is not listed, and where a listed one is gone. */
export const DIFFERENCES: readonly Difference[] = [
  {
    dialect: 'trino',
    sql: "EXECUTE IMMEDIATE 'SELECT name FROM kol_gold.nation'",
    right: 'reader',
    because: 'The string is SQL and names a table; a parse tree of the outer statement cannot show it.',
  },
  {
    dialect: 'spark',
    sql: 'DESCRIBE TABLE EXTENDED iceberg.sme_gold.events',
    right: 'reader',
    because: "dt-sql-parser takes EXTENDED for the table and the table's name for a column.",
  },
  {
    dialect: 'postgres',
    sql: 'SELECT tb. FROM tb',
    right: 'reader',
    because: 'PostgreSQL reads a column called from; while the name is being typed, tb is the table.',
  },
];
