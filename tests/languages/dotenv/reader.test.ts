import { describe, expect, it } from 'vitest';
import { readDotenv } from '../../../src/languages/dotenv/reader.js';
import { createSource } from '../../../src/references/source.js';
import { broken, checkPlaces, shownDeclaration, textsOf, writtenAt } from '../shown.js';

function read(text: string) {
  return readDotenv(createSource('/repo/.env.kol', text));
}

function declarations(text: string): string[] {
  return read(text).declarations.map(shownDeclaration);
}

describe('an env file', () => {
  it.each([
    ['a bare value', 'BUCKET=kol-bronze', ['variable BUCKET = kol-bronze@1:8']],
    ['an export', 'export BUCKET=kol-bronze', ['variable BUCKET = kol-bronze@1:15']],
    ['blanks around the equals sign', ' A = x y  ', ['variable A = x y@1:6']],
    ['double quotes', 'A="kol bronze"', ['variable A = kol bronze@1:4']],
    ['single quotes', "A='$kol'", ['variable A = $kol@1:4']],
    ['an empty value', 'A=\nB=x', ['variable A = @1:3', 'variable B = x@2:3']],
    ['an empty value before a comment', 'A= # none', ['variable A = @1:4']],
    ['a hash within a value', 'A=a#b', ['variable A = a#b@1:3']],
    ['a comment after a value', 'A=a # kol-bronze', ['variable A = a@1:3']],
    ['a comment after quotes', 'A="a # b" # c', ['variable A = a # b@1:4']],
    ["a comment after a value in JavaScript's way", 'A=a  // the bucket\nB=s3://kol//x', ['variable A = a@1:3', 'variable B = s3://kol//x@2:3']],
    ["a comment after quotes in JavaScript's way", 'A = "a // b"  // the "bucket"', ['variable A = a // b@1:6']],
    ['CRLF lines', 'A=x\r\nB="y"\r\n', ['variable A = x@1:3', 'variable B = y@2:4']],
    ['a colon', 'A: x', ['variable A = x@1:4']],
    ['an equals sign in the value', 'U=postgresql://h/d?a=b', ['variable U = postgresql://h/d?a=b@1:3']],
    ['an unknown variable', 'A=$B', ['variable A = {?}@1:3 $B']],
    ['an unknown variable in braces', 'A=s3://${B}/x', ['variable A = s3://{?}/x@1:3']],
    ['a default', 'A=${B:-kol-gold}', ['variable A = kol-gold@1:8 <env-default B>', 'variable B = kol-gold@1:8 <env-default B>']],
    ['a default without a colon', 'A=${B-kol-gold}', ['variable A = kol-gold@1:7 <env-default B>', 'variable B = kol-gold@1:7 <env-default B>']],
    ['a default in a default', 'A=${B:-${C:-x}}', [
        'variable A = x@1:13 <env-default B> <env-default C>',
        'variable C = x@1:13 <env-default C>',
        'variable B = x@1:13 <env-default B> <env-default C>',
      ]],
    ['its own default', 'A=${A:-x}', ['variable A = x@1:8 <env-default A>']],
    ['a message in place of a default', 'A=${B:?set it}', ['variable A = {?}@1:3 $B']],
    ['a variable of the file', 'B=kol\nA=${B}-gold', ['variable B = kol@1:3', 'variable A = kol-gold@2:3']],
    ['a variable set below', 'A=$B\nB=x', ['variable A = {?}@1:3 $B', 'variable B = x@2:3']],
    ['an escaped dollar sign', 'A="\\$B"', ['variable A = $B@1:4']],
  ])('reads %s', (_, text, expected) => {
    expect(declarations(text)).toEqual(expected);
  });

  it('follows a variable of the file to the place where it is written', () => {
    expect(declarations('B=kol-gold\nA=$B')[1]).toBe('variable A = kol-gold@1:3 <env B>');
  });

  it('points at each character behind an escape', () => {
    const [text] = textsOf(read('A="x\\n\\"kol-gold\\" y"'));
    if (text === undefined) throw new Error('nothing read');
    expect(text.flat).toBe('x\n"kol-gold" y');
    const start = text.flat.indexOf('kol');
    expect(writtenAt(text, start, start + 8)).toBe('kol-gold');
    expect(writtenAt(text, start - 1, start + 9)).toBe('\\"kol-gold\\"');
  });

  it('reads a value in double quotes over several lines', () => {
    expect(declarations('A="SELECT 1\nFROM t"\nB=x')).toEqual([
      'variable A = SELECT 1\nFROM t@1:4',
      'variable B = x@3:3',
    ]);
  });

  it('keeps to the line of a quote that is never closed', () => {
    const facts = read('A="kol\nB="x"\n');
    expect(facts.declarations.map(shownDeclaration)).toEqual(['variable A = kol@1:4', 'variable B = x@2:4']);
    expect(facts.problems).toEqual([{ message: 'The " has no closing counterpart.', offset: 2 }]);
  });

  it('gives its comments with their places', () => {
    const [first, second] = read('# one\nA=x # two').comments;
    expect([first?.text, first?.place.start, first?.place.end]).toEqual([' one', 0, 5]);
    expect([second?.text, second?.place.start]).toEqual([' two', 10]);
  });

  it('says which line is no assignment, and reads the others', () => {
    const facts = read('A=x\nwhat is this\nB=y');
    expect(facts.problems).toEqual([{ message: 'Expected NAME=value.', offset: 4 }]);
    expect(facts.declarations).toHaveLength(2);
  });

  it('takes an export without a value and a template line for no problem', () => {
    expect(read('export A\n{% if x %}\n{{ y }}\n').problems).toEqual([]);
  });

  it('gives each value as a text of the file as well', () => {
    expect(read('A=s3://kol-gold/x').texts.map((site) => site.context.form)).toEqual(['value']);
  });

  it('never fails on broken text', () => {
    const whole = 'A="x\\n$B" # c\nexport C=${D:-${E:-f}}-g\r\nH=\'i\nJ=`k`\n# l\nM: n\n"o\n';
    for (const text of broken(whole, 300)) {
      const source = createSource('/repo/.env', text);
      checkPlaces(readDotenv(source), source);
    }
  });
});
