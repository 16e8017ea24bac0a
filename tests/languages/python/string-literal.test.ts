import { describe, expect, it } from 'vitest';
import { createSource } from '../../../src/references/source.js';
import { slice } from '../../../src/references/text.js';
import { parsePython } from '../../../src/languages/python/syntax/parse.js';
import { literalParts, specParts } from '../../../src/languages/python/syntax/string-literal.js';
import type { StringPiece } from '../../../src/languages/python/syntax/syntax.js';
import { walk } from './tree.js';

function piecesOf(text: string): StringPiece[] {
  const pieces: StringPiece[] = [];
  walk(parsePython(text), (node) => {
    if (node.type === 'StringPiece') pieces.push(node);
  });
  return pieces.sort((a, b) => a.start - b.start);
}

/** Each part of the first literal: characters, how they are mapped, and what is written there. */
function shown(text: string): string[] {
  const source = createSource('strings.py', text);
  return piecesOf(text).slice(0, 1).flatMap((piece) =>
    literalParts(source, piece).map((part) => {
      if (!('form' in part)) return `field ${text.slice(part.start, part.end)}`;
      const { start, end } = part.place;
      if (part.form === 'hole') return `hole ${text.slice(start, end)}`;
      const mapped = typeof part.offsets === 'string' ? part.offsets : [...part.offsets].join(' ');
      return `${JSON.stringify(part.flat)} ${start}-${end} ${mapped}`;
    }),
  );
}

function decoded(text: string): string {
  const source = createSource('strings.py', text);
  return piecesOf(text)
    .flatMap((piece) => literalParts(source, piece))
    .map((part) => ('form' in part ? part.flat : '{}'))
    .join('');
}

describe('the parts of a Python string', () => {
  it('stand one for one where nothing is escaped', () => {
    expect(shown('x = "kol-bronze"')).toEqual(['"kol-bronze" 5-15 identity']);
    expect(shown('r"a\\b"')).toEqual([String.raw`"a\\b" 2-5 identity`]);
    expect(shown('"""a\nb"""')).toEqual([String.raw`"a\nb" 3-6 identity`]);
  });

  it('are one empty literal in an empty string', () => {
    expect(shown('""')).toEqual(['"" 1-1 identity']);
    expect(shown("f''''''")).toEqual(['"" 4-4 identity']);
  });

  it('keep the offset of each escape', () => {
    expect(shown(String.raw`"a\tb\x41"`)).toEqual([String.raw`"a\tbA" 1-9 1 2 4 5 9`]);
  });

  it('give both halves of a character beyond the basic plane the offset of their escape', () => {
    expect(shown(String.raw`"\U0001F600."`)).toEqual(['"😀." 1-12 1 1 11 12']);
  });

  it.each([
    [String.raw`"\a\b\f\n\r\t\v\\\'\""`, '\x07\b\f\n\r\t\v\\\'"'],
    [String.raw`"\0\12\101\7777\8"`, '\0\nA\u01ff7\\8'],
    [String.raw`b"\777\xff\u0041\N{DIGIT ONE}"`, '\xff\xff\\u0041\\N{DIGIT ONE}'],
    [String.raw`"\u00e9\uD800\U00110000\x4"`, 'é\uD800\\U00110000\\x4'],
    [String.raw`"\N{HYPHEN-MINUS}\N{low line}\d\N\N{}"`, '-_\\d\\N\\N{}'],
    [String.raw`r"\n\"\N{DIGIT ONE}"`, String.raw`\n\"\N{DIGIT ONE}`],
    [String.raw`rb"\x41"`, String.raw`\x41`],
    ['"\\\n"', ''],
  ])('decode %s as Python does', (text, expected) => {
    expect(decoded(text)).toBe(expected);
  });

  it('have a hole for a character whose name is not known', () => {
    expect(shown(String.raw`"a\N{SNOWMAN}b"`)).toEqual(['"a" 1-2 1 2', String.raw`hole \N{SNOWMAN}`, '"b" 13-14 13 14']);
  });

  it('are two literals around a line continuation', () => {
    expect(shown('"a\\\nb"')).toEqual(['"a" 1-2 1 2', '"b" 4-5 4 5']);
    expect(shown('"a\\\r\nb"')).toEqual(['"a" 1-2 1 2', '"b" 5-6 5 6']);
    expect(decoded('r"a\\\nb"')).toBe('a\\\nb');
  });

  it('have one line feed for CRLF and for a lone CR, in raw strings too', () => {
    expect(shown('"""a\r\nb\rc"""')).toEqual([String.raw`"a\nb\nc" 3-9 3 4 6 7 8 9`]);
    expect(decoded('r"""a\r\nb"""')).toBe('a\nb');
  });

  it('alternate with the fields of an f-string, doubled braces made single', () => {
    expect(shown('f"s3://{b}/{{x}}{y}"')).toEqual([
      '"s3://" 2-7 identity',
      'field {b}',
      '"/{x}" 10-16 10 11 13 14 16',
      'field {y}',
    ]);
    expect(decoded('"{{a}}"')).toBe('{{a}}');
  });

  it('have the text of a debugging field before it, without comments', () => {
    expect(shown('f"{x = !r}{y=:d}"')).toEqual(['"x = " 3-7 identity', 'field {x = !r}', '"y=" 11-13 identity', 'field {y=:d}']);
    expect(shown('f"""{d["#"] # c\n=}"""')).toEqual([
      String.raw`"d[\"#\"] " 5-12 identity`,
      String.raw`"\n=" 15-17 identity`,
      'field {d["#"] # c\n=}',
    ]);
  });

  it('tell the format spec of a field apart', () => {
    const text = 'f"{x:>{w}.2f}{y}"';
    const source = createSource('strings.py', text);
    const [piece] = piecesOf(text);
    const specs = piece?.replacements.map((field) => specParts(source, piece, field).map((part) => ('form' in part ? part.flat : '{}')));
    expect(specs).toEqual([['>', '{}', '.2f'], []]);
  });

  it('let a part of the string be pointed at', () => {
    const text = String.raw`"s3a:\/\/kol-bronze\x2fx"`;
    const [piece] = piecesOf(text);
    const [part] = piece === undefined ? [] : literalParts(createSource('strings.py', text), piece);
    const literal = part !== undefined && 'form' in part ? part : null;
    const at = literal?.flat.indexOf('kol-bronze') ?? -1;
    const place = literal === null ? null : slice(literal, at, at + 10).written;
    expect(place === null ? null : text.slice(place.start, place.end)).toBe('kol-bronze');
  });
});
