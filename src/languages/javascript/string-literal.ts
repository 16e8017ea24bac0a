import type { TSESTree } from '@typescript-eslint/utils';
import type { Place, Source } from '../../references/source.js';
import { type Literal, type Part, type Text, concatenation, literal } from '../../references/text.js';

/**
 * The text of a string literal, each character with the offset of what it is written with. Around a
 * line continuation there are two literals. In a JSX attribute, where entities are decoded and
 * backslashes mean themselves, the parser's value stands at the whole literal unless it is as written.
 */
export function stringText(source: Source, node: TSESTree.StringLiteral, inJsx: boolean): Text {
  const start = node.range[0] + 1;
  const end = Math.max(node.range[1] - 1, start);
  const place = { source, start, end };
  if (!inJsx) return decoded(place, 'string');
  const written = source.text.slice(start, end);
  return written === node.value ? literal(written, place) : literal(node.value, place, 'whole');
}

/** The text of a template's stretch between two placeholders, escapes decoded, or as `String.raw` gives it. */
export function chunkText(source: Source, node: TSESTree.TemplateElement, raw: boolean): Text {
  return decoded(chunkPlace(source, node), raw ? 'raw' : 'template');
}

/**
 * Where a template's stretch is written. Parsers disagree on whether an element's range includes the
 * delimiters around it; its `raw` text tells.
 */
export function chunkPlace(source: Source, node: TSESTree.TemplateElement): Place {
  const [start, end] = node.range;
  const written = source.text.slice(start, end);
  if (oneLineEnd(written) === oneLineEnd(node.value.raw)) return { source, start, end };
  return { source, start: start + 1, end: Math.max(end - (node.tail ? 1 : 2), start + 1) };
}

function oneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

type Form = 'string' | 'template' | 'raw';

const BACKSLASH = 0x5c;
const CARRIAGE_RETURN = 0x0d;

/** https://tc39.es/ecma262/#prod-SingleEscapeCharacter; any other character stands for itself. */
const SINGLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const LINE_CONTINUATION = /\\(?:\r\n|[\n\r\u2028\u2029])/y;
const OCTAL = /[0-3][0-7]{0,2}|[4-7][0-7]?/y;
const HEXADECIMAL = /x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,9})\}/iy;

function decoded(place: Place, form: Form): Text {
  const { source, start, end } = place;
  if (!hasEscapes(source.text, start, end, form)) return literal(source.text.slice(start, end), place);
  const decoder = new Decoder(source, form);
  for (let offset = start; offset < end;) offset = decoder.read(offset, end);
  return decoder.text(place);
}

function hasEscapes(text: string, start: number, end: number, form: Form): boolean {
  for (let offset = start; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === BACKSLASH && form !== 'raw') return true;
    if (code === CARRIAGE_RETURN && form !== 'string') return true;
  }
  return false;
}

/** Collects decoded characters with their offsets; a line continuation begins a new literal. */
class Decoder {
  readonly #source: Source;
  readonly #form: Form;
  readonly #literals: Literal[] = [];
  #flat = '';
  #offsets: number[] = [];

  constructor(source: Source, form: Form) {
    this.#source = source;
    this.#form = form;
  }

  /** Reads the character or escape at `offset` and gives the offset behind it. */
  read(offset: number, end: number): number {
    const { text } = this.#source;
    const code = text.charCodeAt(offset);
    if (code === CARRIAGE_RETURN && this.#form !== 'string') {
      this.#put('\n', offset);
      return text.charAt(offset + 1) === '\n' ? offset + 2 : offset + 1;
    }
    if (code !== BACKSLASH || this.#form === 'raw') {
      this.#put(text.charAt(offset), offset);
      return offset + 1;
    }
    LINE_CONTINUATION.lastIndex = offset;
    if (LINE_CONTINUATION.test(text)) {
      this.#finish(offset);
      return Math.min(LINE_CONTINUATION.lastIndex, end);
    }
    const escape = escapeAt(text, offset + 1, this.#form);
    this.#put(escape.characters, offset);
    return Math.min(offset + 1 + escape.length, end);
  }

  text(place: Place): Text {
    this.#finish(place.end);
    const [first, ...others] = this.#literals;
    if (first === undefined) return literal('', place);
    if (others.length === 0) return first;
    const parts: Part[] = this.#literals.map((text) => ({ text, place: text.place }));
    return concatenation(parts, place);
  }

  #put(characters: string, offset: number): void {
    this.#flat += characters;
    for (let unit = 0; unit < characters.length; unit++) this.#offsets.push(offset);
  }

  #finish(end: number): void {
    const start = this.#offsets[0];
    if (start === undefined) return;
    this.#offsets.push(end);
    const place = { source: this.#source, start, end };
    this.#literals.push(literal(this.#flat, place, Int32Array.from(this.#offsets)));
    this.#flat = '';
    this.#offsets = [];
  }
}

/** What the escape whose backslash stands before `index` gives, and how long it is without the backslash. */
function escapeAt(text: string, index: number, form: Form): { characters: string; length: number } {
  const letter = text.charAt(index);
  const single = SINGLE[letter];
  if (single !== undefined) return { characters: single, length: 1 };
  HEXADECIMAL.lastIndex = index;
  const digits = HEXADECIMAL.exec(text);
  if (digits !== null) {
    const code = Number.parseInt(digits[1] ?? digits[2] ?? digits[3] ?? '', 16);
    if (code <= 0x10ffff) return { characters: String.fromCodePoint(code), length: digits[0].length };
  }
  OCTAL.lastIndex = index;
  const octal = OCTAL.exec(text)?.[0];
  if (octal !== undefined && (form === 'string' || octal === '0')) {
    return { characters: String.fromCharCode(Number.parseInt(octal, 8)), length: octal.length };
  }
  return { characters: letter, length: 1 };
}
