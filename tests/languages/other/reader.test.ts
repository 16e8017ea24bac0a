import { describe, expect, it } from 'vitest';
import { readOther } from '../../../src/languages/other/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownValue } from '../shown.js';

function texts(path: string, text: string): string[] {
  return readOther(createSource(`/repo/${path}`, text)).texts.flatMap((site) => site.values().map(shownValue));
}

describe('any other text file', () => {
  it.each([
    ['in quotes', 'a.scala', 'val p = "s3a://kol-gold/x"', ['s3a://kol-gold/x@1:10']],
    ['in an element', 'a.xml', '<v>s3a://kol-gold</v>', ['s3a://kol-gold@1:4']],
    ['bare', 'a.txt', 'see s3://a/b and s3://c', ['s3://a/b@1:5', 's3://c@1:18']],
    ['with a placeholder', 'a.scala', 's"s3://$bucket/${x}"', ['s3://$bucket/${x}@1:3']],
    ['of JDBC', 'a.java', '"jdbc:postgresql://h:5432/kol"', ['jdbc:postgresql://h:5432/kol@1:2']],
    ['as an ARN', 'a.txt', 'arn:aws:s3:::kol-gold/*', ['arn:aws:s3:::kol-gold/*@1:1']],
    ['behind another line', 'a.go', 'a\n\tb("s3://c")', ['s3://c@2:5']],
  ])('gives a URI %s', (_, path, text, expected) => {
    expect(texts(path, text)).toEqual(expected);
  });

  it.each([
    ['Java', 'a.java', '// s3://a\n/* s3://b\n s3://c */\nf("s3://d"); // s3://e'],
    ['R', 'a.R', '# s3://a\nf("s3://d") # s3://e'],
    ['HOCON', 'a.conf', '# s3://a\n// s3://b\np = "s3://d"'],
    ['XML', 'a.xml', '<!-- s3://a\n s3://b --><v>s3://d</v>'],
  ])('leaves out the comments of %s', (_, path, text) => {
    expect(texts(path, text).map((found) => found.split('@')[0])).toEqual(['s3://d']);
  });

  it('takes no sign in a string for a comment', () => {
    expect(texts('a.java', 'f("http://x /* y", "s3://d")')).toEqual(['http://x@1:4', 's3://d@1:21']);
  });

  it('never fails when broken', () => {
    for (const text of broken('/* a */ "s3://b\\"" // c\n\'d\' e:/f <!-- g -->\n', 200)) {
      for (const path of ['/a.java', '/a.r', '/a.xml', '/a.txt']) {
        const source = createSource(path, text);
        checkPlaces(readOther(source), source);
      }
    }
  });
});
