import { describe, expect, it } from 'vitest';
import { readProperties } from '../../../src/languages/properties/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownDeclaration, shownValue, textsOf, writtenAt } from '../shown.js';

function read(text: string) {
  return readProperties(createSource('/repo/etc/catalog/iceberg.properties', text));
}

describe('a properties file', () => {
  it.each([
    ['a key', 'bucket=kol-gold', ['key bucket = kol-gold@1:8']],
    ['a dotted key', 'connector.name=iceberg', ['key connector.name = iceberg@1:16']],
    ['blanks around', ' a = x ', ['key a = x@1:6']],
    ['a colon', 'a: x', ['key a = x@1:4']],
    ['a blank between', 'spark.master  local', ['key spark.master = local@1:15']],
    ['an equals sign in the value', 'a=b=c', ['key a = b=c@1:3']],
    ['a hash in the value', 'a=b#c', ['key a = b#c@1:3']],
    ['an escaped key', 'a\\:b=c', ['key a:b = c@1:6']],
    ['an empty value', 'a=\nb=x', ['key a = @1:3', 'key b = x@2:3']],
    ['a continued value', 'a=x,\\\n  y\nb=z', ['key a = x,y@1:3', 'key b = z@3:3']],
    ['CRLF', 'a=x\r\nb=y\r\n', ['key a = x@1:3', 'key b = y@2:3']],
    ['a variable', 'KOL_DB=kol', ['variable KOL_DB = kol@1:8']],
    ["Trino's variable", 'a=${ENV:KOL_URL}', ['key a = {?}@1:3 $KOL_URL']],
    ["Spring's default", 'a=${X:kol}', ['variable X = kol@1:7 <env-default X>', 'key a = kol@1:7 <env-default X>']],
    ['another key', 'b=x\na=${b}/y', ['key b = x@1:3', 'key a = x/y@2:3']],
  ])('gives %s', (_, text, expected) => {
    expect(read(text).declarations.map(shownDeclaration)).toEqual(expected);
  });

  it('points at each character behind escapes and continued lines', () => {
    const [text] = textsOf(read('a=jdbc\\:x\\\n   /kol'));
    if (text === undefined) throw new Error('nothing read');
    expect(text.flat).toBe('jdbc:x/kol');
    expect(writtenAt(text, 7, 10)).toBe('kol');
  });

  it('gives its values as texts, and its comments', () => {
    const facts = read('# s3://bronze\n! s3://silver\na=s3://gold');
    expect(facts.texts.flatMap((site) => site.values().map(shownValue))).toEqual(['s3://gold@3:3']);
    expect(facts.comments.map(({ text, place }) => [text, place.start])).toEqual([[' s3://bronze', 0], [' s3://silver', 14]]);
  });

  it('never fails when broken', () => {
    for (const text of broken('a.b=c\\\n d\n# e\\\nf \\u0041: ${a.b}${G:h}\r\n!i\n\\\n', 200)) {
      const source = createSource('/repo/a.properties', text);
      checkPlaces(readProperties(source), source);
    }
  });
});
