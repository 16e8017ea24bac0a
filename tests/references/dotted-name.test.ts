import { expect, it } from 'vitest';
import { schemaParts, tableParts, unquoted } from '../../src/references/dotted-name.js';

function shown(parts: ReturnType<typeof tableParts>): string[] {
  return parts.map(({ kind, name, judged, qualifier }) => `${kind} ${name.start}-${name.end} ${qualifier.length}${judged ? ' judged' : ''}`);
}

it('reads catalog, schema and table from the right, the schema carrying the judgement', () => {
  expect(shown(tableParts('iceberg.kol_gold.scores', null))).toEqual(['catalog 0-7 0', 'schema 8-16 1 judged', 'table 17-23 2']);
  expect(shown(tableParts('kol_gold.scores', null))).toEqual(['schema 0-8 0 judged', 'table 9-15 1']);
  expect(shown(tableParts('scores', null))).toEqual(['table 0-6 0 judged']);
});

it('reads a schema with or without its catalog', () => {
  expect(shown(schemaParts('iceberg.kol_gold', null))).toEqual(['catalog 0-7 0', 'schema 8-16 1 judged']);
  expect(shown(schemaParts('kol_gold', null))).toEqual(['schema 0-8 0 judged']);
});

it('keeps the dots inside quotes and placeholders', () => {
  expect(shown(tableParts('"a.b".`c.d`', null))).toEqual(['schema 0-5 0 judged', 'table 6-11 1']);
  expect(shown(tableParts('{a.b}.events', null))).toEqual(['schema 0-5 0 judged', 'table 6-12 1']);
});

it.each([[''], ['a..b'], ['.a'], ['a.'], ['a.b.c.d'], ['a b'], ['a/b.c'], ['"a'], ['https://a.b']])('finds no table in %j', (flat) => {
  expect(tableParts(flat, null)).toEqual([]);
});

it('takes an identifier out of its quotes', () => {
  expect(['"a"', '`a`', 'a', '"a'].map(unquoted)).toEqual(['a', 'a', 'a', '"a']);
});
