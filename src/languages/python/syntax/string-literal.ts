import { hole, literal } from '../../../references/text.js';
import type { Hole, Literal } from '../../../references/text.js';
import type { Source } from '../../../references/source.js';
import type { Replacement, StringPiece } from './syntax.js';
import { characterNamed } from './character-names.js';

const BACKSLASH = 92;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * What a string literal says, in order: its decoded characters with their offsets, the replacement
 * fields between them (which the caller evaluates), and a hole for a character that only a Unicode
 * name database could tell (`\N{SNOWMAN}`). Tell the parts apart with `'form' in part`.
 *
 * - A string of bytes gives one character for each byte, U+0000 to U+00FF, as Latin-1 would.
 * - `\r\n` and a lone `\r` inside the quotes are one `\n`, as Python reads its source.
 * - Around a backslash at a line's end there are two literals: characters stand without gaps.
 * - A debugging field (`{x=}`) is preceded by a literal of its own text, as Python prints it.
 * - An escape that Python rejects (`\x1`, `\N{NO SUCH NAME`) stands as written.
 * - An empty string gives one empty literal, so that a string always has a place.
 */
export function literalParts(source: Source, piece: StringPiece): readonly (Literal | Hole | Replacement)[] {
  return partsBetween(source, piece, piece.contentStart, piece.contentEnd, piece.replacements, false);
}

/** What the format spec of a replacement field in `piece` says; empty where it has none. */
export function specParts(
  source: Source,
  piece: StringPiece,
  replacement: Replacement,
): readonly (Literal | Hole | Replacement)[] {
  const { spec } = replacement;
  return spec === null ? [] : partsBetween(source, piece, spec.start, spec.end, spec.replacements, true);
}

function partsBetween(
  source: Source,
  piece: StringPiece,
  start: number,
  end: number,
  replacements: readonly Replacement[],
  inSpec: boolean,
): readonly (Literal | Hole | Replacement)[] {
  const decoder = new Decoder(source, piece.prefix, inSpec);
  let offset = start;
  for (const replacement of replacements) {
    decoder.read(offset, replacement.start);
    if (replacement.debug) decoder.parts.push(...debugText(source, replacement));
    decoder.parts.push(replacement);
    offset = replacement.end;
  }
  decoder.read(offset, end);
  if (decoder.parts.length === 0) decoder.parts.push(literal('', { source, start, end }));
  return decoder.parts;
}

/**
 * The text that `{x = }` puts before its value: everything up to the conversion, spec or brace, without
 * comments.
 */
function debugText(source: Source, replacement: Replacement): readonly (Literal | Hole | Replacement)[] {
  const start = replacement.start + 1;
  let end = replacement.spec === null ? replacement.end - 1 : replacement.spec.start - 1;
  if (replacement.conversion !== null) end = source.text.lastIndexOf('!', end - 1);
  const decoder = new Decoder(source, 'r', false);
  let offset = start;
  for (const match of source.text.slice(start, end).matchAll(STRING_OR_COMMENT)) {
    if (!match[0].startsWith('#')) continue;
    decoder.read(offset, start + match.index);
    offset = start + match.index + match[0].length;
  }
  decoder.read(offset, end);
  return decoder.parts;
}

/** A number sign in a string begins no comment. */
const STRING_OR_COMMENT = /'[^'\r\n]*'|"[^"\r\n]*"|#[^\r\n]*/g;

/** Decodes stretches of one literal into parts. */
class Decoder {
  readonly parts: (Literal | Hole | Replacement)[] = [];
  readonly #source: Source;
  readonly #text: string;
  readonly #raw: boolean;
  readonly #bytes: boolean;
  readonly #braces: boolean;
  /** The literal being decoded: its characters, the offset of each, and where it begins. */
  #flat = '';
  #offsets: number[] = [];
  #start = 0;

  constructor(source: Source, prefix: string, inSpec: boolean) {
    this.#source = source;
    this.#text = source.text;
    this.#raw = prefix.includes('r');
    this.#bytes = prefix.includes('b');
    // In a format spec a brace is never doubled: `{{` there opens a field that begins with a brace.
    this.#braces = !inSpec && (prefix.includes('f') || prefix.includes('t'));
  }

  /** Adds what the characters from `start` to `end` say. */
  read(start: number, end: number): void {
    if (start >= end) return;
    if (this.#isPlain(start, end)) {
      this.parts.push(literal(this.#text.slice(start, end), { source: this.#source, start, end }));
      return;
    }
    this.#begin(start);
    let offset = start;
    while (offset < end) offset = this.#readOne(offset, end);
    this.#finish(end);
  }

  #isPlain(start: number, end: number): boolean {
    for (let offset = start; offset < end; offset++) {
      const code = this.#text.charCodeAt(offset);
      if (code === CARRIAGE_RETURN || (code === BACKSLASH && !this.#raw)) return false;
      if (this.#braces && (code === OPEN_BRACE || code === CLOSE_BRACE)) return false;
    }
    return true;
  }

  #begin(start: number): void {
    this.#start = start;
    this.#flat = '';
    this.#offsets = [];
  }

  #finish(end: number): void {
    if (this.#flat === '') return;
    const offsets = new Int32Array(this.#offsets.length + 1);
    offsets.set(this.#offsets);
    offsets[this.#offsets.length] = end;
    this.parts.push(literal(this.#flat, { source: this.#source, start: this.#start, end }, offsets));
  }

  /** Each UTF-16 unit of `characters` stands where the escape that makes it begins. */
  #put(characters: string, offset: number): void {
    this.#flat += characters;
    for (let unit = 0; unit < characters.length; unit++) this.#offsets.push(offset);
  }

  /** Reads the character or escape at `offset` and gives the offset behind it. */
  #readOne(offset: number, end: number): number {
    const code = this.#text.charCodeAt(offset);
    if (code === CARRIAGE_RETURN) {
      this.#put('\n', offset);
      return this.#behindLineEnd(offset);
    }
    if (code === BACKSLASH && !this.#raw) return this.#readEscape(offset, end);
    this.#put(this.#text.charAt(offset), offset);
    const doubled = this.#braces && (code === OPEN_BRACE || code === CLOSE_BRACE);
    return doubled && offset + 1 < end && this.#text.charCodeAt(offset + 1) === code ? offset + 2 : offset + 1;
  }

  #behindLineEnd(offset: number): number {
    const pair = this.#text.charCodeAt(offset) === CARRIAGE_RETURN && this.#text.charCodeAt(offset + 1) === LINE_FEED;
    return pair ? offset + 2 : offset + 1;
  }

  /** https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences */
  #readEscape(offset: number, end: number): number {
    const next = offset + 1 < end ? this.#text.charAt(offset + 1) : '';
    const simple = SIMPLE_ESCAPES.get(next);
    if (simple !== undefined) {
      this.#put(simple, offset);
      return offset + 2;
    }
    if (next === '\n' || next === '\r') return this.#continueLine(offset);
    if (next >= '0' && next <= '7') return this.#readOctal(offset, end);
    if (next === 'x') return this.#readHexadecimal(offset, end, 2);
    if (next === 'u' && !this.#bytes) return this.#readHexadecimal(offset, end, 4);
    if (next === 'U' && !this.#bytes) return this.#readHexadecimal(offset, end, 8);
    if (next === 'N' && !this.#bytes) return this.#readNamed(offset, end);
    this.#put('\\', offset);
    return offset + 1;
  }

  /** A backslash and the line end behind it say nothing: the literal ends, another begins. */
  #continueLine(offset: number): number {
    this.#finish(offset);
    const behind = this.#behindLineEnd(offset + 1);
    this.#begin(behind);
    return behind;
  }

  #readOctal(offset: number, end: number): number {
    let behind = offset + 1;
    let value = 0;
    while (behind < end && behind < offset + 4) {
      const digit = this.#text.charCodeAt(behind) - 48;
      if (digit < 0 || digit > 7) break;
      value = value * 8 + digit;
      behind++;
    }
    this.#put(String.fromCharCode(this.#bytes ? value & 255 : value), offset);
    return behind;
  }

  #readHexadecimal(offset: number, end: number, digits: number): number {
    const behind = offset + 2 + digits;
    const written = behind <= end ? this.#text.slice(offset + 2, behind) : '';
    const value = HEXADECIMAL.test(written) ? Number.parseInt(written, 16) : Number.POSITIVE_INFINITY;
    if (value > LAST_CODE_POINT) {
      this.#put('\\', offset);
      return offset + 1;
    }
    this.#put(String.fromCodePoint(value), offset);
    return behind;
  }

  #readNamed(offset: number, end: number): number {
    const written = this.#text.slice(offset + 2, Math.min(end, offset + 2 + LONGEST_NAME));
    const name = NAMED.exec(written)?.[1];
    if (name === undefined) {
      this.#put('\\', offset);
      return offset + 1;
    }
    const close = offset + 3 + name.length;
    const character = characterNamed(name);
    if (character === null) {
      this.#finish(offset);
      this.parts.push(hole({ source: this.#source, start: offset, end: close + 1 }));
      this.#begin(close + 1);
    } else {
      this.#put(character, offset);
    }
    return close + 1;
  }
}

const LAST_CODE_POINT = 0x10ffff;
/** More than any Unicode name is long, braces included. */
const LONGEST_NAME = 200;
const NAMED = /^\{([^{}]+)\}/;
const HEXADECIMAL = /^[0-9a-fA-F]+$/;

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);
