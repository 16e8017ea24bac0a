import { describe, expect, it } from 'vitest';
import { readToml } from '../../../src/languages/toml/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownDeclaration, textsOf, writtenAt } from '../shown.js';

function read(text: string) {
  return readToml(createSource('/repo/a.toml', text));
}

describe('a TOML file', () => {
  it.each([
    ['a key', 'bucket = "kol-gold"', ['key bucket = kol-gold@1:11']],
    ['a table', '[minio]\nbucket = "kol"', ['key minio.bucket = kol@2:11']],
    ['a dotted table', '[a.b]\nc = "x"', ['key a.b.c = x@2:6']],
    ['a dotted key', 'a.b = "x"', ['key a.b = x@1:8']],
    ['a quoted key', '"a.b" = \'x\'', ['key a.b = x@1:10']],
    ['tables in a list', '[[a]]\nb = "x"\n[[a]]\nb = "y"', ['key a.b = x@2:6', 'key a.b = y@4:6']],
    ['an inline table', 'a = {b = "x"}', ['key a.b = x@1:11']],
    ['a list', 'a = ["x", "y"]', ['key a = [x@1:7, y@1:12]']],
    ['a number', 'a = 1', ['key a = 1@1:5']],
    ['several lines', 'a = """\nx\n  y"""', ['key a = x\n  y@2:1']],
    ['several literal lines', "a = '''x\ny'''", ['key a = x\ny@1:8']],
    ['variables', '[env]\nKOL_DB = "kol"', ['variable env.KOL_DB = kol@2:11']],
  ])('gives %s', (_, text, expected) => {
    expect(read(text).declarations.map(shownDeclaration)).toEqual(expected);
  });

  it('points at each character behind an escape', () => {
    const [text] = textsOf(read('a = "x\\t\\"kol\\""'));
    if (text === undefined) throw new Error('nothing read');
    expect(writtenAt(text, text.flat.indexOf('kol'), text.flat.indexOf('kol') + 3)).toBe('kol');
  });

  it('gives its comments, and nothing of what stands in them', () => {
    const facts = read('# a = "x"\nb = "y" # c');
    expect(facts.comments.map(({ text, place }) => [text, place.start])).toEqual([[' a = "x"', 0], [' c', 18]]);
    expect(facts.declarations).toHaveLength(1);
  });

  it('says where it cannot be read', () => {
    expect(read('a = "x"\nb = ').problems).toHaveLength(1);
  });

  it('never fails when broken', () => {
    for (const text of broken('a = "x"\n[b.c]\nd = [1, {e = \'f\'}] # g\nh = """\ni\\\n  j"""\n', 100)) {
      const source = createSource('/repo/a.toml', text);
      checkPlaces(readToml(source), source);
    }
  });
});
