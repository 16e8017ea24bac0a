import fc from 'fast-check';
import { Minimatch } from 'minimatch';
import { describe, expect, it } from 'vitest';
import { expandBraces, GlobError, parseGlob } from '../../src/policy/glob.js';
import { commonName, nameSet } from '../../src/policy/name-set.js';
import type { NameSet } from '../../src/policy/name-set.js';
import { FILE_GLOB_OPTIONS } from '../../src/policy/file-globs.js';
import { HOLE } from '../../src/references/text.js';

function setOf(globs: readonly string[], isPath = false): NameSet {
  const syntax = { foldsCase: false, isPath };
  const patterns = (negative: boolean) =>
    globs
      .filter((glob) => glob.startsWith('!') === negative)
      .flatMap((glob) => expandBraces(negative ? glob.slice(1) : glob).flatMap((text) => parseGlob(text, syntax)));
  return nameSet(patterns(false), patterns(true));
}

const RUNS = { seed: 20261123, numRuns: 400 } as const;

/** Small enough that all texts up to a length can be tried: two letters, and one that no glob has. */
const LETTERS = ['a', 'b', 'z'];
const glob = fc
  .array(fc.constantFrom('a', 'b', '*', '?', '[ab]', '[!a]', '{a,b}', '{a,ab*}'), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''));
const globs = fc
  .tuple(fc.array(glob, { minLength: 1, maxLength: 3 }), fc.array(glob, { maxLength: 1 }))
  .map(([included, excluded]) => [...included, ...excluded.map((one) => `!${one}`)]);
const name = fc.array(fc.constantFrom('a', 'b', 'z', HOLE), { maxLength: 3 }).map((parts) => parts.join(''));

/** Longer than any glob of the test can tell texts apart. */
const FILLINGS = textsUpTo(5);

function textsUpTo(length: number): string[] {
  let longest = [''];
  const all = [''];
  for (let index = 0; index < length; index++) {
    longest = longest.flatMap((text) => LETTERS.map((letter) => text + letter));
    all.push(...longest);
  }
  return all;
}

function completions(partly: string): string[] {
  const at = partly.indexOf(HOLE);
  if (at === -1) return [partly];
  const rest = completions(partly.slice(at + 1));
  const fillings = partly.indexOf(HOLE, at + 1) === -1 ? FILLINGS : FILLINGS.slice(0, 40);
  return fillings.flatMap((filling) => rest.map((end) => partly.slice(0, at) + filling + end));
}

/** A matcher of its own: the globs as regular expressions. */
function holdsByExpression(all: readonly string[], text: string): boolean {
  const matches = (one: string): boolean =>
    expandBraces(one).some((expanded) => {
      const source = expanded.replaceAll('*', '[^]*').replaceAll('?', '[^]').replaceAll('[!', '[^');
      return new RegExp(`^${source}$`).test(text);
    });
  return (
    all.some((one) => !one.startsWith('!') && matches(one)) &&
    !all.some((one) => one.startsWith('!') && matches(one.slice(1)))
  );
}

describe('membership of partly known names', () => {
  it('is what trying all completions gives', () => {
    fc.assert(
      fc.property(globs, name, (all, partly) => {
        fc.pre(partly.split(HOLE).length <= 3);
        const answers = new Set(completions(partly).map((text) => holdsByExpression(all, text)));
        const expected = answers.size === 2 ? 'undecided' : answers.has(true) ? 'inside' : 'outside';
        expect(setOf(all).holds(partly)).toBe(expected);
      }),
      RUNS,
    );
  });

  it('finds a name that two sets share exactly where there is one', () => {
    fc.assert(
      fc.property(globs, globs, (left, right) => {
        const found = commonName(setOf(left), setOf(right));
        const both = (text: string): boolean => holdsByExpression(left, text) && holdsByExpression(right, text);
        if (found === null) expect(FILLINGS.filter((text) => text !== '' && both(text))).toEqual([]);
        else expect(both(found)).toBe(true);
      }),
      RUNS,
    );
  });

  it('shares a name with itself where it is every name', () => {
    expect(commonName(setOf(['*']), setOf(['*']))).toBe('a');
  });

  it('is that of a name in either of two globs together, not of one alone', () => {
    expect(setOf(['a*', '[!a]*', '{,}']).holds(HOLE)).toBe('undecided');
    expect(setOf(['kol-a*', 'kol-[!a]*']).holds(`kol-x${HOLE}`)).toBe('inside');
    expect(setOf(['kol-*', 'sme-*']).holds(`kol-${HOLE}`)).toBe('inside');
  });
});

describe('paths', () => {
  const segment = fc
    .array(fc.constantFrom('a', 'b', '*', '?', '[ab]'), { minLength: 1, maxLength: 2 })
    .map((parts) => parts.join(''));
  const path = fc
    .array(fc.oneof(segment, fc.constant('**')), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join('/'));
  const file = fc.array(fc.constantFrom('a', 'b', 'ab', '.env'), { minLength: 1, maxLength: 4 });

  it('are matched as minimatch matches files', () => {
    fc.assert(
      fc.property(path, file, (pattern, segments) => {
        const text = segments.join('/');
        expect(setOf([pattern], true).holds(text) === 'inside').toBe(
          new Minimatch(pattern, FILE_GLOB_OPTIONS).match(text),
        );
      }),
      RUNS,
    );
  });
});

describe('globs that cannot be used', () => {
  it.each([
    ['', 'an empty glob matches nothing'],
    ['+(a|b)', '"+(a|b)" is an extended glob, which names cannot have; write {a,b} for alternatives'],
    ['{1..5000}', '"{1..5000}" stands for more than 1000 names'],
    ['[z-a]', '"[z-a]" has a range whose end is before its begin'],
    ['[[:alpha:]]', '"[[:alpha:]]" has a POSIX character class; write the range, as in [a-z]'],
  ])('%j: %s', (text, message) => {
    const compile = (): unknown => expandBraces(text).flatMap((one) => parseGlob(one, { foldsCase: false, isPath: false }));
    expect(compile).toThrow(GlobError);
    expect(compile).toThrow(message);
  });

  it('an open bracket that is never closed stands for itself', () => {
    expect(setOf(['a[b']).holds('a[b')).toBe('inside');
  });

  it('a backslash takes away the meaning of what follows', () => {
    expect(setOf(['a\\*']).holds('a*')).toBe('inside');
    expect(setOf(['a\\*']).holds('ab')).toBe('outside');
  });
});
