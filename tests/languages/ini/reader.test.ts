import { describe, expect, it } from 'vitest';
import { readIni } from '../../../src/languages/ini/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownDeclaration } from '../shown.js';

function read(text: string) {
  return readIni(createSource('/repo/airflow.cfg', text));
}

describe('an INI file', () => {
  it.each([
    ['a key', 'bucket = kol-gold', ['key bucket = kol-gold@1:10']],
    ['a section', '[minio]\nbucket=kol', ['key minio.bucket = kol@2:8']],
    ['a colon', 'a: x', ['key a = x@1:4']],
    ['a key with blanks', 'a b = x', ['key a b = x@1:7']],
    ['a value over lines', 'a =\n  x\n  y\nb = z', ['key a = \n  x\n  y@1:4', 'key b = z@4:5']],
    ['an empty value', 'a =\nb = x', ['key a = @1:4', 'key b = x@2:5']],
    ['a comment behind a value', 'a = x ; y', ['key a = x@1:5']],
    ['a hash in a value', 'a = x#y', ['key a = x#y@1:5']],
    ['a reference', 'a = x\nb = %(a)s/y', ['key a = x@1:5', 'key b = x/y@2:5']],
    ['a reference to the defaults', '[DEFAULT]\na = x\n[s]\nb = %(a)s', ['key DEFAULT.a = x@2:5', 'key s.b = x@2:5 <config a>']],
    ['a reference to a section', '[s]\na = x\n[t]\nb = ${s:a}', ['key s.a = x@2:5', 'key t.b = x@2:5 <config a>']],
    ['an unknown reference', 'a = %(b)s/x', ['key a = {?}/x@1:5']],
    ['a file that stands in another one', '  # c\n\n  [s]\n  a = x\n  b =\n    y\n  c = z', ['key s.a = x@4:7', 'key s.b = \n    y@5:6', 'key s.c = z@7:7']],
    ['CRLF', 'a = x\r\nb = y\r\n', ['key a = x@1:5', 'key b = y@2:5']],
  ])('gives %s', (_, text, expected) => {
    expect(read(text).declarations.map(shownDeclaration)).toEqual(expected);
  });

  it('gives its comments, and nothing of what stands in them', () => {
    const facts = read('# a = x\n; b = y\nc = z ; d');
    expect(facts.comments.map(({ text, place }) => [text, place.start])).toEqual([[' a = x', 0], [' b = y', 8], [' d', 22]]);
    expect(facts.declarations).toHaveLength(1);
  });

  it('never fails when broken', () => {
    for (const text of broken('[a]\nb = x ; y\n  z\nc: %(b)s\r\n# d\n[e\nf\n', 200)) {
      const source = createSource('/repo/a.ini', text);
      checkPlaces(readIni(source), source);
    }
  });
});
