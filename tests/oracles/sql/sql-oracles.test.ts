import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/languages/sql/lexer.js';
import { TOKEN } from '../../../src/languages/sql/tokens.js';
import { lexicalSyntaxOf } from '../../../src/languages/sql/lexical-syntax.js';
import { readSql } from '../../../src/languages/sql/read-sql.js';
import type { SqlReference } from '../../../src/languages/sql/sql-reading.js';
import { createSource } from '../../../src/references/source.js';
import { literal } from '../../../src/references/text.js';
import { DIFFERENCES } from './differences.js';
import { OWN_STATEMENTS } from './own-statements.js';
import { sparkOracle, trinoOracle, type Oracle } from './parse-tree-oracle.js';
import { postgresOracle, type NameOracle } from './postgres-oracle.js';
import { generateStatements, type GeneratedDialect } from './statement-generator.js';

/** How many statements are generated: the parsers of ANTLR are slow on some of them. */
const GENERATED: Readonly<Record<GeneratedDialect, number>> = { trino: 450, spark: 250, postgres: 900 };
const SEED = 4;

function references(sql: string, dialect: GeneratedDialect): readonly SqlReference[] {
  const source = createSource('statement.sql', sql);
  return readSql(literal(sql, { source, start: 0, end: sql.length }), { dialect }).references;
}

/** `kind@offset` of every catalog, schema and table, sorted. */
function placed(names: readonly { readonly kind: string; readonly start: number }[]): string[] {
  return [...new Set(names.map(({ kind, start }) => `${kind}@${start}`))].sort();
}

/** `table a.b`, `schema s`: names as PostgreSQL folds them, those in strings left out. */
function named(sql: string, expected: readonly string[]): string[] {
  const kinds = new Set(expected.map((name) => name.split(' ')[0]));
  const found = references(sql, 'postgres').filter(({ start }) => !isInString(sql, start));
  const names: string[] = [];
  for (const [index, reference] of found.entries()) {
    const next = found[index + 1];
    const partOfNext = next !== undefined && next.start === reference.end + 1 && sql[reference.end] === '.';
    if (reference.kind === 'table') names.push(`table ${dotted(sql, found, index)}`);
    else if (!partOfNext && kinds.has(reference.kind)) names.push(`${reference.kind} ${folded(reference)}`);
  }
  return [...new Set(names)].sort();
}

/** The name with the parts that are written before it. */
function dotted(sql: string, found: readonly SqlReference[], index: number): string {
  const last = found[index];
  if (last === undefined) return '';
  const before = found[index - 1];
  const joined = before !== undefined && before.end === last.start - 1 && sql[before.end] === '.';
  return joined ? `${dotted(sql, found, index - 1)}.${folded(last)}` : folded(last);
}

function folded({ name, quoted }: SqlReference): string {
  return quoted ? name : name.toLowerCase();
}

function isInString(sql: string, offset: number): boolean {
  const { count, kinds, starts, ends } = tokenize(sql, lexicalSyntaxOf('postgres'));
  for (let index = 0; index < count; index++) {
    const string = kinds[index] === TOKEN.string || kinds[index] === TOKEN.dollarString;
    if (string && (starts[index] ?? 0) <= offset && offset < (ends[index] ?? 0)) return true;
  }
  return false;
}

interface Comparison {
  readonly compared: number;
  readonly differing: readonly string[];
}

function compare(
  dialect: GeneratedDialect,
  expectedOf: (sql: string) => readonly string[] | null,
  foundOf: (sql: string, expected: readonly string[]) => readonly string[],
): Comparison {
  const listed = DIFFERENCES.filter((difference) => difference.dialect === dialect).map(({ sql }) => sql);
  const statements = [...OWN_STATEMENTS[dialect], ...generateStatements(dialect, GENERATED[dialect], SEED), ...listed];
  const differing: string[] = [];
  let compared = 0;
  for (const sql of statements) {
    const expected = expectedOf(sql);
    if (expected === null) continue;
    compared++;
    if (foundOf(sql, expected).join() !== expected.join()) differing.push(sql);
  }
  return { compared, differing };
}

function compareTrees(dialect: GeneratedDialect, oracle: Oracle): Comparison {
  return compare(
    dialect,
    (sql) => {
      const names = oracle(sql);
      return names === null ? null : placed(names);
    },
    (sql) => placed(references(sql, dialect).filter(({ kind }) => /^(?:catalog|schema|table)$/.test(kind))),
  );
}

function comparePostgres(oracle: NameOracle): Comparison {
  return compare('postgres', oracle, named);
}

function expectOnlyListedDifferences({ differing }: Comparison, dialect: GeneratedDialect): void {
  const listed = DIFFERENCES.filter((difference) => difference.dialect === dialect).map(({ sql }) => sql);
  expect(differing.filter((sql) => !listed.includes(sql))).toEqual([]);
  expect(listed.filter((sql) => !differing.includes(sql))).toEqual([]);
}

describe('the SQL reader beside parsers that build trees', () => {
  it('names the same catalogs, schemas and tables at the same offsets as dt-sql-parser on Trino', async () => {
    const comparison = compareTrees('trino', await trinoOracle());
    expectOnlyListedDifferences(comparison, 'trino');
    expect(comparison.compared).toBeGreaterThan(470);
    expect(comparison.differing.length / comparison.compared).toBeLessThanOrEqual(0.005);
  }, 600_000);

  it('does so on Spark', async () => {
    const comparison = compareTrees('spark', await sparkOracle());
    expectOnlyListedDifferences(comparison, 'spark');
    expect(comparison.compared).toBeGreaterThan(200);
    expect(comparison.differing.length / comparison.compared).toBeLessThanOrEqual(0.01);
  }, 600_000);

  it("names the same tables, schemas and databases as PostgreSQL's own parser", async () => {
    const comparison = comparePostgres(await postgresOracle());
    expectOnlyListedDifferences(comparison, 'postgres');
    expect(comparison.compared).toBeGreaterThan(930);
    expect(comparison.differing.length / comparison.compared).toBeLessThanOrEqual(0.015);
  }, 600_000);
});
