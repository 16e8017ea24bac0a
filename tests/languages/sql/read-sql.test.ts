import { describe, expect, it } from 'vitest';
import { readSql } from '../../../src/languages/sql/read-sql.js';
import { createSource } from '../../../src/references/source.js';
import { literal } from '../../../src/references/text.js';
import type { Dialect } from '../../../src/references/reference.js';

function read(sql: string, dialect: Dialect | null = null) {
  const source = createSource('query.sql', sql);
  return readSql(literal(sql, { source, start: 0, end: sql.length }), { dialect });
}

function found(sql: string, dialect: Dialect | null = null): string[] {
  return read(sql, dialect).references.map(({ kind, name, start, end, access }) => {
    expect(sql.slice(start, end)).toContain(name);
    return `${kind} ${name} ${start}-${end} ${access}`;
  });
}

describe('readSql', () => {
  it('finds catalog, schema and table of a dotted name, each at its own characters', () => {
    expect(found('SELECT * FROM iceberg.kol_gold.scores')).toEqual([
      'catalog iceberg 14-21 read',
      'schema kol_gold 22-30 read',
      'table scores 31-37 read',
    ]);
  });

  it('lets the schema alone be judged where one is written', () => {
    const { references } = read('SELECT * FROM iceberg.kol_gold.scores');
    expect(references.map(({ judged }) => judged)).toEqual([false, true, false]);
  });

  it('takes a named subquery for no table, but its own source of the same name for one', () => {
    expect(found('WITH a AS (SELECT * FROM a) SELECT * FROM a')).toEqual(['table a 25-26 read']);
  });

  it('lets USE qualify the tables that follow', () => {
    const { references } = read('USE iceberg.kol_gold; SELECT * FROM t');
    expect(references.at(-1)).toMatchObject({
      kind: 'table',
      qualifier: ['iceberg', 'kol_gold'],
      judged: false,
      unqualified: null,
    });
  });
});
