/**
 * How fast the SQL reader is, over the statements of the tests joined to a few megabytes, and over
 * inputs made to hurt it. Run: npx esbuild bench/sql-reader.ts --bundle --platform=node --format=esm
 * --outfile=node_modules/.cache/sql-reader.mjs && node node_modules/.cache/sql-reader.mjs
 */
import { readSql } from '../src/languages/sql/read-sql.js';
import { createSource } from '../src/references/source.js';
import { literal } from '../src/references/text.js';
import { generateStatements } from '../tests/oracles/sql/statement-generator.js';

const MEGABYTE = 1 << 20;

/** Milliseconds of processor time, which a busy machine does not stretch. */
function read(sql: string): number {
  const source = createSource('bench.sql', sql);
  const begin = process.cpuUsage();
  readSql(literal(sql, { source, start: 0, end: sql.length }), { dialect: 'trino' });
  return process.cpuUsage(begin).user / 1_000;
}

function joinedCorpus(): string {
  const statements = generateStatements('trino', 2_000, 1).join(';\n');
  return `${statements};\n`.repeat(Math.ceil((8 * MEGABYTE) / statements.length));
}

function reportSpeed(): void {
  const corpus = joinedCorpus();
  for (let round = 0; round < 5; round++) {
    const milliseconds = read(corpus);
    const speed = corpus.length / MEGABYTE / (milliseconds / 1_000);
    process.stdout.write(`joined corpus, round ${round + 1}: ${speed.toFixed(1)} MB/s\n`);
  }
}

const HARD: Readonly<Record<string, () => string>> = {
  '10 MB of INSERT … VALUES': () => `INSERT INTO kol.t VALUES ${"(1, 'some text', 2.5, NULL),\n".repeat(360_000)}(1, '', 1, NULL)`,
  '100,000 open parentheses': () => `SELECT ${'('.repeat(100_000)}`,
  '10,000 nested CASE': () => `SELECT ${'CASE WHEN a THEN '.repeat(10_000)}1${' END'.repeat(10_000)} FROM t`,
  '10,000 nested subqueries': () => 'SELECT * FROM (WITH a AS (SELECT 1) '.repeat(10_000),
  'an unclosed comment of 5 MB': () => `SELECT 1 /* ${'x '.repeat(2_500_000)}`,
  'an unclosed string of 5 MB': () => `SELECT 'x${' y\n'.repeat(1_700_000)}`,
};

reportSpeed();
for (const [name, make] of Object.entries(HARD)) {
  process.stdout.write(`${name}: ${(read(make()) / 1_000).toFixed(2)} s\n`);
}
