import { type Place, type Source } from '../../references/source.js';
import { type Text, followed, literal } from '../../references/text.js';
import { isJsonText } from '../embedded.js';
import { backslashEscapes, unescaped } from '../escapes.js';
import { expanded } from '../expansion.js';
import type { Comment, Declaration, EmbeddedFile, Facts, SyntaxProblem } from '../facts.js';
import { factsOf, sitesOf, variable } from '../facts-of.js';

/**
 * Reads an env file as docker compose, python-dotenv and dotenv agree on it: `NAME=value` lines with
 * an optional `export`, values bare, in single quotes (taken as they are) or in double quotes
 * (escapes, several lines), `$NAME` and `${NAME:-default}` outside of single quotes, `#` comments on
 * their own line or after a blank. A line that is none of this is a problem; the others are read.
 */
export function readDotenv(source: Source): Facts {
  return new DotenvReader(source).read();
}

const ASSIGNMENT = /[ \t]*(?:export[ \t]+)?([A-Za-z_][\w.-]*)[ \t]*(?:=|:[ \t])[ \t]*/dy;
const EXPORT_ONLY = /[ \t]*(?:export|unset)[ \t]+[A-Za-z_][\w \t]*$/;
/** Lines of the template languages that env files are made with; they stand for what is not known. */
const TEMPLATE_LINE = /^[ \t]*(?:\{[{%#]|<%)/;
const LINE_END = /\r\n|[\r\n]/g;
/** A comment of JavaScript's is no comment here, but people write them. */
const BEHIND_VALUE = /[ \t]*(?:#.*|(?<=[ \t])\/\/.*)?(?=[\r\n]|$)/y;

const ESCAPES = backslashEscapes({ n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', $: '$', '`': '`' });

class DotenvReader {
  readonly #source: Source;
  readonly #text: string;
  readonly #declarations: Declaration[] = [];
  /** Other variables, of which a value gives the default. */
  readonly #defaults: Declaration[] = [];
  readonly #embedded: EmbeddedFile[] = [];
  readonly #comments: Comment[] = [];
  readonly #problems: SyntaxProblem[] = [];
  /** What the lines above set. */
  readonly #values = new Map<string, { text: Text; place: Place }>();

  constructor(source: Source) {
    this.#source = source;
    this.#text = source.text;
  }

  read(): Facts {
    for (let index = 0; index < this.#text.length; ) index = this.#readLine(index);
    return factsOf(this.#source, {
      declarations: this.#declarations,
      texts: sitesOf(this.#declarations),
      embedded: this.#embedded,
      comments: this.#comments,
      problems: this.#problems,
    });
  }

  /** Reads the line that begins at an offset, with the lines its value goes on to; gives the next one's. */
  #readLine(start: number): number {
    const end = this.#lineEnd(start);
    const line = this.#text.slice(start, end);
    const blank = line.length - line.trimStart().length;
    if (blank === line.length) return this.#afterLine(end);
    if (line[blank] === '#') {
      this.#comment(start + blank, end);
      return this.#afterLine(end);
    }
    ASSIGNMENT.lastIndex = start;
    const match = ASSIGNMENT.exec(this.#text);
    if (match === null) {
      if (!EXPORT_ONLY.test(line) && !TEMPLATE_LINE.test(line)) {
        this.#problem('Expected NAME=value.', start + blank);
      }
      return this.#afterLine(end);
    }
    const name = match[1] ?? '';
    const nameStart = match.indices?.[1]?.[0] ?? start;
    return this.#readValue(name, nameStart, Math.min(ASSIGNMENT.lastIndex, end), end);
  }

  #readValue(name: string, nameStart: number, start: number, end: number): number {
    const quote = this.#text.charAt(start);
    if (start < end && (quote === '"' || quote === "'" || quote === '`')) {
      const close = this.#closingQuote(start, quote);
      if (close !== -1) {
        const place = this.#place(start + 1, close);
        this.#declare(name, nameStart, quote === '"' ? this.#expand(place, true) : this.#literal(place));
        return this.#behindQuotes(close + 1);
      }
      this.#problem(`The ${quote} has no closing counterpart.`, start);
      const value = this.#place(start + 1, this.#trimmedEnd(start + 1, end));
      this.#declare(name, nameStart, this.#literal(value));
      return this.#afterLine(end);
    }
    const valueEnd = this.#bareEnd(start, end);
    this.#declare(name, nameStart, this.#expand(this.#place(start, valueEnd), false));
    return this.#afterLine(end);
  }

  /** A bare value ends before a `#` that stands at its begin or after a blank, or before a `//` between blanks. */
  #bareEnd(start: number, end: number): number {
    for (let index = start; index < end; index++) {
      if (this.#text[index] !== '#' && !this.#text.startsWith('// ', index)) continue;
      if (index > start && !/[ \t]/.test(this.#text.charAt(index - 1))) continue;
      this.#comment(index, end);
      return this.#trimmedEnd(start, index);
    }
    return this.#trimmedEnd(start, end);
  }

  /**
   * The offset of the quote that closes the one at `open`: nothing but a comment follows it on its
   * line. -1 where none does, so that one forgotten quote does not take the lines below with it.
   */
  #closingQuote(open: number, quote: string): number {
    const firstLineEnd = this.#lineEnd(open);
    for (let index = open + 1; index < this.#text.length; index++) {
      const character = this.#text[index];
      if (character === '\\' && quote === '"') index += 1;
      else if (character === quote) {
        BEHIND_VALUE.lastIndex = index + 1;
        if (BEHIND_VALUE.test(this.#text)) return index;
        if (index > firstLineEnd) return -1;
      }
    }
    return -1;
  }

  #behindQuotes(index: number): number {
    const end = this.#lineEnd(index);
    const comment = this.#text.slice(index, end).search(/#|\/\//);
    if (comment !== -1) this.#comment(index + comment, end);
    return this.#afterLine(end);
  }

  #expand(place: Place, escapes: boolean): Text {
    const decode = (piece: Text) => (escapes ? unescaped(piece.place, ESCAPES) : piece);
    return expanded(this.#literal(place), {
      value: (name) => this.#valueOf(name, place),
      escape: 'backslash',
      piece: decode,
      onDefault: (name, namePlace, value) => this.#defaults.push(variable(name, namePlace, value)),
    });
  }

  #valueOf(name: string, place: Place): Text | null {
    const known = this.#values.get(name);
    if (known === undefined) return null;
    return followed(known.text, { origin: 'env', label: name, place: known.place, env: name }, place);
  }

  #declare(name: string, nameStart: number, text: Text): void {
    const namePlace = this.#place(nameStart, nameStart + name.length);
    if (isJsonText(text.flat)) this.#embedded.push({ name: `${name}.json`, text });
    this.#values.set(name, { text, place: this.#place(nameStart, text.place.end) });
    this.#declarations.push(variable(name, namePlace, text));
    // `X=${X:-default}` has been said already.
    this.#declarations.push(...this.#defaults.splice(0).filter((other) => other.name !== name));
  }

  #literal(place: Place): Text {
    return literal(this.#text.slice(place.start, place.end), place);
  }

  #comment(start: number, end: number): void {
    const text = this.#text.slice(start + 1, end);
    this.#comments.push({ text, form: 'line', place: this.#place(start, end) });
  }

  #problem(message: string, offset: number): void {
    this.#problems.push({ message, offset });
  }

  #place(start: number, end: number): Place {
    return { source: this.#source, start, end };
  }

  #trimmedEnd(start: number, end: number): number {
    return start + this.#text.slice(start, end).trimEnd().length;
  }

  #lineEnd(from: number): number {
    LINE_END.lastIndex = from;
    return LINE_END.exec(this.#text)?.index ?? this.#text.length;
  }

  #afterLine(end: number): number {
    return this.#text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
}
