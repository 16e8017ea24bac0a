import { describe, expect, it } from 'vitest';
import { subqueriesIn } from '../../../src/languages/sql/subqueries.js';

function queriesOf(text: string): readonly string[] {
  return subqueriesIn(text).map(({ start, end }) => text.slice(start, end));
}

describe('the queries within a part of a statement', () => {
  it('are those in parentheses, the outermost only', () => {
    expect(queriesOf('a.id IN (SELECT id FROM b WHERE c IN (SELECT c FROM d)) AND EXISTS (SELECT 1 FROM e WHERE x = 1)')).toEqual([
      '(SELECT id FROM b WHERE c IN (SELECT c FROM d))',
      '(SELECT 1 FROM e WHERE x = 1)',
    ]);
  });

  it('end at their own parenthesis, whatever stands in quotes', () => {
    expect(queriesOf("n IN (SELECT n FROM b WHERE t = ')' AND u = '(') OR f(x)")).toEqual(["(SELECT n FROM b WHERE t = ')' AND u = '(')"]);
  });

  it('are none in prose, nor where a parenthesis stays open', () => {
    expect(queriesOf('Pick one (select it from the list) and go on')).toEqual([]);
    expect(queriesOf('a IN (SELECT id FROM b WHERE c = 1')).toEqual([]);
    expect(queriesOf('( select '.repeat(2_000))).toEqual([]);
  });
});
