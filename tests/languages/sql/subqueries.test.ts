import { describe, expect, it } from 'vitest';
import { subqueriesIn } from '../../../src/languages/sql/subqueries.js';
import { HOLE } from '../../../src/references/text.js';

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

  it('are the whole text where it gives queries names, behind a placeholder that hides how it begins', () => {
    const text = `${HOLE}\nWITH kol AS (SELECT id FROM kol_gold.scores), top AS (SELECT id FROM kol) SELECT 1 FROM top`;
    expect(queriesOf(text)).toEqual([text]);
    expect(queriesOf('Start with that as (select one from the list)')).toEqual([]);
  });

  it('are none in prose, nor where a parenthesis stays open', () => {
    expect(queriesOf('Pick one (select it from the list) and go on')).toEqual([]);
    expect(queriesOf('a IN (SELECT id FROM b WHERE c = 1')).toEqual([]);
    expect(queriesOf('( select '.repeat(2_000))).toEqual([]);
  });
});
