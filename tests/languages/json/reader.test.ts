import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/languages/json/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownDeclaration, textsOf, writtenAt } from '../shown.js';

function read(text: string, path = '/repo/a.json') {
  return readJson(createSource(path, text));
}

describe('a JSON file', () => {
  it.each([
    ['a string', '{"bucket": "kol-gold"}', ['key bucket = kol-gold@1:13']],
    ['nested objects', '{"a": {"b": "x"}}', ['key a.b = x@1:14']],
    ['a list', '{"a": ["x", "y"]}', ['key a = [x@1:9, y@1:14]']],
    ['objects in a list', '{"a": [{"b": "x"}]}', ['key a.0.b = x@1:15']],
    ['numbers and literals', '{"a": 1, "b": null}', ['key a = 1@1:7', 'key b = null@1:15']],
    ['environment variables', '{"env": {"KOL_DB": "kol"}}', ['variable env.KOL_DB = kol@1:21']],
    ['comments and trailing commas', '{"a": "x", // y\n}', ['key a = x@1:8']],
    ['templates', '{"a": {{ x }}, "b": "y"}', ['key a = {?}@1:8', 'key b = y@1:22']],
  ])('gives %s', (_, text, expected) => {
    expect(read(text).declarations.map(shownDeclaration)).toEqual(expected);
  });

  it('points at each character behind an escape', () => {
    const [text] = textsOf(read('{"a": "x\\u00e9\\n\\"kol\\""}'));
    if (text === undefined) throw new Error('nothing read');
    expect(text.flat).toBe('xé\n"kol"');
    expect(writtenAt(text, 4, 7)).toBe('kol');
  });

  it('gives its comments, and nothing of what stands in them', () => {
    const facts = read('// "a": "s3://x"\n{/* b */}');
    expect(facts.comments.map(({ text, form, place }) => [text, form, place.start])).toEqual([
      [' "a": "s3://x"', 'line', 0],
      [' b ', 'block', 18],
    ]);
    expect(facts.texts).toEqual([]);
  });

  it('says where it cannot be read', () => {
    expect(read('{"a": }').problems.map(({ offset }) => offset)).toEqual([6]);
    expect(read('').problems).toEqual([]);
    expect(read('{"a": {"b": 1} "c"}').problems.map(({ offset }) => offset)).toEqual([15]);
  });

  it('of several values is data, and no mistake', () => {
    expect(read('{"a": 1}\n{"a": 2}\n')).toMatchObject({ problems: [], declarations: [] });
  });

  it("of a package manager tells nothing", () => {
    expect(read('{"name": "bucket"}', '/repo/package.json').declarations).toEqual([]);
  });

  it('never fails when broken', () => {
    for (const text of broken('{"a": ["x\\n", {"b": -1.5e3, "c": null}], /* d */ "e": "\\u0041"}', 200)) {
      const source = createSource('/repo/a.json', text);
      checkPlaces(readJson(source), source);
    }
    expect(() => read('['.repeat(50_000))).not.toThrow();
  });
});
