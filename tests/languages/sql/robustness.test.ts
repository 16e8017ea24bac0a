import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../src/languages/sql/lexer.js';
import { lexicalSyntaxOf } from '../../../src/languages/sql/lexical-syntax.js';
import { looksLikeSql } from '../../../src/languages/sql/looks-like-sql.js';
import { readSql } from '../../../src/languages/sql/read-sql.js';
import { readSqlFile } from '../../../src/languages/sql/read-sql-file.js';
import { DIALECTS, type Dialect } from '../../../src/references/reference.js';
import { createSource } from '../../../src/references/source.js';
import { HOLE, literal, slice } from '../../../src/references/text.js';
import { OWN_STATEMENTS } from '../../oracles/sql/own-statements.js';
import { generateStatements, type GeneratedDialect } from '../../oracles/sql/statement-generator.js';

const GENERATED_DIALECTS: readonly GeneratedDialect[] = ['trino', 'spark', 'postgres'];

/** A linear congruential generator, so that a failure comes again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function read(sql: string, dialect: Dialect | null) {
  const source = createSource('statement.sql', sql);
  return readSql(literal(sql, { source, start: 0, end: sql.length }), { dialect });
}

interface Damage {
  readonly sql: string;
  /** Where an intact range of the whole statement is now; null for one that the damage touched. */
  moved(start: number, end: number): number | null;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function doubled(sql: string, token: Range): Damage {
  const added = token.end - token.start + 1;
  return {
    sql: `${sql.slice(0, token.end)} ${sql.slice(token.start)}`,
    moved: (start, end) => {
      if (end < token.start) return start;
      return start > token.end ? start + added : null;
    },
  };
}

function dropped(sql: string, token: Range): Damage {
  const length = token.end - token.start;
  return {
    sql: sql.slice(0, token.start) + sql.slice(token.end),
    moved: (start, end) => {
      if (end < token.start) return start;
      return start > token.end ? start - length : null;
    },
  };
}

function cut(sql: string, token: Range): Damage {
  return { sql: sql.slice(0, token.start), moved: (start, end) => (end < token.start ? start : null) };
}

/** The share of intact references that are still found, over damages at seeded tokens. */
function shareFound(damage: (sql: string, token: Range) => Damage): number {
  let intact = 0;
  let found = 0;
  const random = randomFrom(7);
  for (const dialect of GENERATED_DIALECTS) {
    for (const sql of [...OWN_STATEMENTS[dialect], ...generateStatements(dialect, 150, 11)]) {
      const { count, starts, ends } = tokenize(sql, lexicalSyntaxOf(dialect));
      const whole = read(sql, dialect).references;
      for (let times = 0; times < 3; times++) {
        const index = random(count);
        const damaged = damage(sql, { start: starts[index] ?? 0, end: ends[index] ?? 0 });
        const left = new Set(read(damaged.sql, dialect).references.map(({ kind, start }) => `${kind}@${start}`));
        for (const { kind, start, end } of whole) {
          const now = damaged.moved(start, end);
          if (now === null) continue;
          intact++;
          if (left.has(`${kind}@${now}`)) found++;
        }
      }
    }
  }
  expect(intact).toBeGreaterThan(2_000);
  return found / intact;
}

describe('a damaged statement still gives its intact references', () => {
  it('where one token is doubled, nine of ten', () => {
    expect(shareFound(doubled)).toBeGreaterThanOrEqual(0.9);
  });

  it('where one token is dropped, nine of ten', () => {
    expect(shareFound(dropped)).toBeGreaterThanOrEqual(0.9);
  });

  it('where the text is cut, nineteen of twenty', () => {
    expect(shareFound(cut)).toBeGreaterThanOrEqual(0.95);
  });
});

const FRAGMENTS = [
  'SELECT', ' FROM ', ' JOIN ', ' kol.t ', '"', "'", '`', '(', ')', '[', ';', ',', '.', '--', '/*', '*/', '\n', '\\c ',
  '\\', '$$', '$a$', '{{', '}}', '{%', '%}', '{% if x %}', '{% else %}', '{% endif %}', '{#', '#}', '{', '}', '${x}',
  '%s', '%(a)s', ':x', '?', ' WITH a AS (', ' AS ', ' TABLE ', ' CREATE TABLE ', ' USING ', "E'", 'U&"', 'é', '😀',
  HOLE, '\uFDD1', '\u0000', ' USE ', ' SET search_path TO ', "'s3a://kol/x'", ' COPY t FROM stdin;', ' 1.', '2024_x',
] as const;

function soup(random: (below: number) => number): string {
  const count = 1 + random(60);
  return Array.from({ length: count }, () => FRAGMENTS[random(FRAGMENTS.length)] ?? '').join('');
}

describe('any text at all', () => {
  it('is read without throwing, every range inside it, every plain name as it stands there', () => {
    const random = randomFrom(99);
    for (let round = 0; round < 3_000; round++) {
      const sql = soup(random).replaceAll(HOLE, '\uFFFD');
      const dialect = [null, ...DIALECTS][random(DIALECTS.length + 1)] ?? null;
      const { references, locations, comments } = read(sql, dialect);
      for (const { start, end } of [...references, ...locations, ...comments]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(sql.length);
      }
      for (const { name, quoted, start, end, kind } of references) {
        if (!quoted && !name.includes(HOLE) && kind !== 'schema') expect(sql.slice(start, end)).toBe(name);
      }
    }
  });

  it('is taken for a file without throwing, every place inside it', () => {
    const random = randomFrom(5);
    for (let round = 0; round < 1_500; round++) {
      const sql = soup(random);
      const source = createSource('soup.sql', sql);
      const facts = readSqlFile(source);
      for (const { text } of facts.statements) {
        for (const { start, end } of readSql(text, { dialect: null }).references) {
          const { written } = slice(text, start, end);
          expect(written.start).toBeGreaterThanOrEqual(0);
          expect(written.end).toBeLessThanOrEqual(sql.length);
        }
      }
      for (const { place } of facts.comments) expect(place.end).toBeLessThanOrEqual(sql.length);
      looksLikeSql(sql);
    }
  });

  it('may be nested as deep as it likes', () => {
    expect(read(`SELECT ${'('.repeat(100_000)}`, null).references).toEqual([]);
    expect(read('SELECT * FROM (WITH a AS (SELECT 1) '.repeat(10_000), null).references).toEqual([]);
    const cases = `SELECT ${'CASE WHEN a THEN '.repeat(10_000)}1${' END'.repeat(10_000)} FROM kol.t`;
    expect(read(cases, null).references).toHaveLength(2);
    expect(read('SELECT * FROM '.repeat(20_000), null).references).toEqual([]);
    expect(readSqlFile(createSource('x.sql', '{{ ('.repeat(20_000))).statements).toHaveLength(1);
    expect(readSqlFile(createSource('x.sql', '{% if x %}'.repeat(2_000))).statements).toHaveLength(1);
  });
});
