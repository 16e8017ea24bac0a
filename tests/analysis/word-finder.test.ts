import { expect, it } from 'vitest';
import { WordFinder } from '../../src/analysis/word-finder.js';
import { randomFrom } from '../languages/python/random.js';

it('finds a word anywhere, in any case', () => {
  const finder = new WordFinder([{ word: 's3_' }, { word: ':/' }]);
  expect(['s3_key', 'aS3_', 's3://', 's3', '3_s', ''].map((text) => finder.isIn(text))).toEqual([true, true, true, false, false, false]);
});

it('finds a word that begins within another', () => {
  const finder = new WordFinder([{ word: 'abcd' }, { word: 'bce' }, { word: 'c', as: /cx/y }]);
  expect(['abce', 'aabcd', 'abc', 'abcx'].map((text) => finder.isIn(text))).toEqual([true, true, false, true]);
});

it('asks of a word with a condition whether it fits where it stands, each time', () => {
  const finder = new WordFinder([{ word: 'insert', as: /insert\s+into/iy }]);
  expect(['insert it, then INSERT  INTO t', 'insert, into'].map((text) => finder.isIn(text))).toEqual([true, false]);
});

it('takes characters outside of ASCII for the end of a word', () => {
  expect(new WordFinder([{ word: 'kafka' }]).isIn('kaf\u212Aa')).toBe(false);
  expect(() => new WordFinder([{ word: 'größe' }])).toThrow("'größe'");
});

it('says what a regular expression of all words says', () => {
  const draw = randomFrom(11);
  const text = (length: number) => Array.from({ length }, () => 'abAB_'[draw(5)]).join('');
  for (let round = 0; round < 500; round++) {
    const words = Array.from({ length: 1 + draw(6) }, () => text(1 + draw(4)).toLowerCase());
    const finder = new WordFinder(words.map((word) => ({ word })));
    const oracle = new RegExp(words.join('|'), 'i');
    for (let tries = 0; tries < 10; tries++) {
      const searched = text(draw(9));
      expect([words, searched, finder.isIn(searched)]).toEqual([words, searched, oracle.test(searched)]);
    }
  }
});
