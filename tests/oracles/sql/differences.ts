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
    sql: 'SELECT * FROM nation CROSS JOIN LATERAL (SELECT a AS x)',
    right: 'reader',
    because: "dt-sql-parser takes LATERAL for a table's name: the word is not reserved in its grammar.",
  },
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
    dialect: 'spark',
    sql: 'REFRESH TABLE kol_lake.public.orders',
    right: 'reader',
    because: 'dt-sql-parser reads REFRESH with anything behind it, and names nothing.',
  },
  {
    dialect: 'postgres',
    sql: 'SELECT tb. FROM tb',
    right: 'reader',
    because: 'PostgreSQL reads a column called from; while the name is being typed, tb is the table.',
  },
  {
    dialect: 'postgres',
    sql: 'CREATE SCHEMA s CREATE TABLE films (title text) CREATE VIEW winners AS SELECT title FROM films',
    right: 'oracle',
    because: 'The reader looks for the first element on the line of CREATE SCHEMA only.',
  },
];
