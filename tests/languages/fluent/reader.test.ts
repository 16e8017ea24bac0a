import { describe, expect, it } from 'vitest';
import { isFluent, readFluent } from '../../../src/languages/fluent/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownDeclaration } from '../shown.js';

function read(text: string) {
  return readFluent(createSource('/repo/fluent-bit.conf', text));
}

describe("Fluent Bit's and Fluentd's configuration", () => {
  it.each([
    ['a section', '[OUTPUT]\n    Name   s3\n    bucket kol-logs', ['key OUTPUT.0.Name = s3@2:12', 'key OUTPUT.0.bucket = kol-logs@3:12']],
    ['sections of one name', '[OUTPUT]\n  bucket a\n[OUTPUT]\n  bucket b', ['key OUTPUT.0.bucket = a@2:10', 'key OUTPUT.1.bucket = b@4:10']],
    ['a section in another one', '<match kol.**>\n  @type copy\n  <store>\n    s3_bucket kol\n  </store>\n  tag x\n</match>', ['key match.0.type = copy@2:9', 'key match.0.store.1.s3_bucket = kol@4:15', 'key match.0.tag = x@6:7']],
    ['a value of several words', '[INPUT]\n  Path /a /b', ['key INPUT.0.Path = /a /b@2:8']],
    ['a variable', '[OUTPUT]\n  bucket ${LOG_BUCKET}', ['key OUTPUT.0.bucket = {?}@2:10 $LOG_BUCKET']],
    ['CRLF', '[OUTPUT]\r\n  bucket a\r\n', ['key OUTPUT.0.bucket = a@2:10']],
    ['no key without a value', '[OUTPUT]\n  bucket', []],
  ])('gives %s', (_, text, expected) => {
    expect(read(text).declarations.map(shownDeclaration)).toEqual(expected);
  });

  it('gives its comments, and nothing of what stands in them', () => {
    const facts = read('[OUTPUT]\n  # bucket a\n  bucket b');
    expect(facts.comments.map(({ text }) => text)).toEqual([' bucket a']);
    expect(facts.declarations).toHaveLength(1);
  });

  it.each([
    ['[OUTPUT]\n  Name s3', true],
    ['<source>\n  @type tail\n</source>', true],
    ['[output]\nname = s3', true],
    ['[database]\nname = kol', false],
    ['kol {\n  output = "x"\n}', false],
  ])('is known by its sections: %s', (text, expected) => {
    expect(isFluent(text)).toBe(expected);
  });

  it('never fails when broken', () => {
    for (const text of broken('[OUTPUT]\n  a b\n<match x>\r\n  # c\n  <store>\n d ${e}\n</store>\n</match>', 200)) {
      const source = createSource('/repo/fluent.conf', text);
      checkPlaces(readFluent(source), source);
    }
  });
});
