import { DAMAGE, damageAt, damageAtToken } from './damage.js';
import type { Nesting } from './nesting.js';
import type { Scanner } from './scanner.js';
import { behindEscape } from './scanner.js';
import type { Expression, Replacement, StringLiteral, StringPiece } from './syntax.js';
import * as Token from './tokens.js';

const NO_REPLACEMENTS: readonly Replacement[] = [];

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BACKSLASH = 92;
const UPPER_N = 78;
/** More than any Unicode name is long. */
const LONGEST_CHARACTER_NAME = 200;

type Spec = NonNullable<Replacement['spec']>;

/** How the f-string that is being read is quoted. */
interface Quoting {
  readonly quote: number;
  readonly triple: boolean;
  readonly raw: boolean;
}

/**
 * Reads string literals, and the replacement fields of f-strings and t-strings. Begins at the scanner's
 * current token and leaves the scanner behind what it read.
 */
export class StringParser {
  readonly #scanner: Scanner;
  readonly #nesting: Nesting;
  readonly #readValue: () => Expression;

  /** @param readValue reads the expression of a replacement field */
  constructor(scanner: Scanner, nesting: Nesting, readValue: () => Expression) {
    this.#scanner = scanner;
    this.#nesting = nesting;
    this.#readValue = readValue;
  }

  /** All literals that stand behind each other, the current token being the first. */
  read(): StringLiteral {
    const scanner = this.#scanner;
    const { start } = scanner;
    const pieces: StringPiece[] = [];
    do {
      pieces.push(scanner.kind === Token.STRING ? this.#plainPiece() : this.#formattedPiece());
    } while (scanner.kind === Token.STRING || scanner.kind === Token.FORMATTED);
    return { type: 'StringLiteral', start, end: scanner.previousEnd, pieces };
  }

  #plainPiece(): StringPiece {
    const { start, end, prefix, contentStart, contentEnd } = this.#scanner;
    this.#scanner.next();
    return { type: 'StringPiece', start, end, prefix, contentStart, contentEnd, replacements: NO_REPLACEMENTS };
  }

  #formattedPiece(): StringPiece {
    const scanner = this.#scanner;
    const { start, prefix, quote, triple, contentStart, brackets } = scanner;
    const nesting = this.#nesting;
    const { depth, inPattern } = nesting;
    const problems = scanner.problems.length;
    const replacements: Replacement[] = [];
    nesting.enter();
    nesting.formatted++;
    nesting.inPattern = false;
    let contentEnd: number;
    let end: number;
    try {
      contentEnd = this.#fields(contentStart, { quote, triple, raw: prefix.includes('r') }, false, replacements);
      end = contentEnd + (triple ? 3 : 1);
      nesting.formatted--;
    } catch (error) {
      // An f-string inside another is given up with it: each text is read twice at most.
      if (error !== DAMAGE || nesting.formatted > 1) throw error;
      nesting.formatted = 0;
      Object.assign(scanner, { quote, triple, contentStart });
      end = this.#readUnformatted(start, problems);
      contentEnd = scanner.contentEnd;
    }
    nesting.depth = depth;
    nesting.inPattern = inPattern;
    scanner.brackets = brackets;
    scanner.moveTo(end);
    const inside = replacements.filter((replacement) => replacement.end <= contentEnd);
    return { type: 'StringPiece', start, end, prefix, contentStart, contentEnd, replacements: inside };
  }

  /** Ends a damaged f-string at its next quote, and keeps the first of the problems that it made. */
  #readUnformatted(start: number, problems: number): number {
    const scanner = this.#scanner;
    const [first] = scanner.problems.splice(problems);
    scanner.forgetComments(start);
    const end = scanner.scanContent();
    if (first !== undefined && scanner.problems.length === problems) scanner.problems.push(first);
    return end;
  }

  /**
   * Reads the fields of an f-string, or of a format spec, from `from` on; gives the offset of what ends
   * it: the closing quote, or the closing brace of the field that the spec belongs to.
   */
  #fields(from: number, quoting: Quoting, inSpec: boolean, fields: Replacement[]): number {
    const { text } = this.#scanner;
    const { quote, triple } = quoting;
    let offset = from;
    while (offset < text.length) {
      const code = text.charCodeAt(offset);
      if (code === quote) {
        if (!triple || (text.charCodeAt(offset + 1) === quote && text.charCodeAt(offset + 2) === quote)) {
          if (inSpec) break;
          return offset;
        }
        offset++;
      } else if (code === BACKSLASH) {
        offset = this.#behindBackslash(offset, quoting.raw);
      } else if (code === Token.OPEN_BRACE) {
        if (!inSpec && text.charCodeAt(offset + 1) === Token.OPEN_BRACE) {
          offset += 2;
        } else {
          const field = this.#field(offset, quoting);
          fields.push(field);
          offset = field.end;
        }
      } else if (code === Token.CLOSE_BRACE) {
        if (inSpec) return offset;
        if (text.charCodeAt(offset + 1) !== Token.CLOSE_BRACE) throw this.#damagedAt(offset, "a single '}' in an f-string");
        offset += 2;
      } else if (!triple && (code === LINE_FEED || code === CARRIAGE_RETURN)) {
        break;
      } else {
        offset++;
      }
    }
    throw this.#damagedAt(from, inSpec ? 'this replacement field is not closed' : 'this string is not closed');
  }

  #damagedAt(offset: number, message: string): Error {
    return damageAt(this.#scanner, offset, message);
  }

  /** A backslash does not escape a brace; the braces of `\N{…}` hold no field. */
  #behindBackslash(offset: number, raw: boolean): number {
    const { text } = this.#scanner;
    const next = text.charCodeAt(offset + 1);
    if (next === Token.OPEN_BRACE || next === Token.CLOSE_BRACE) return offset + 1;
    if (!raw && next === UPPER_N && text.charCodeAt(offset + 2) === Token.OPEN_BRACE) {
      const close = text.slice(offset, offset + LONGEST_CHARACTER_NAME).indexOf('}');
      if (close !== -1) return offset + close + 1;
    }
    return behindEscape(text, offset);
  }

  /** The replacement field that begins with the brace at `start`. */
  #field(start: number, quoting: Quoting): Replacement {
    const scanner = this.#scanner;
    const { brackets } = scanner;
    this.#nesting.enter();
    scanner.brackets++;
    scanner.moveTo(start + 1);
    const value = this.#readValue();
    const debug = scanner.kind === Token.EQUALS;
    if (debug) scanner.next();
    const conversion = this.#conversion();
    let spec: Spec | null = null;
    let end = scanner.end;
    // `:=` is a colon here, and the `=` an alignment.
    if (scanner.kind === Token.COLON || scanner.kind === Token.WALRUS) {
      const replacements: Replacement[] = [];
      const specStart = scanner.start + 1;
      const specEnd = this.#fields(specStart, quoting, true, replacements);
      spec = { start: specStart, end: specEnd, replacements };
      end = specEnd + 1;
    } else if (scanner.kind !== Token.CLOSE_BRACE) {
      throw damageAtToken(scanner, "'}'");
    }
    scanner.brackets = brackets;
    this.#nesting.leave();
    return { type: 'Replacement', start, end, value, debug, conversion, spec };
  }

  #conversion(): Replacement['conversion'] {
    const scanner = this.#scanner;
    if (scanner.kind !== Token.EXCLAMATION) return null;
    scanner.next();
    const conversion = CONVERSIONS.get(scanner.text.slice(scanner.start, scanner.end));
    if (conversion === undefined) throw damageAtToken(scanner, "'s', 'r' or 'a'");
    scanner.next();
    return conversion;
  }
}

const CONVERSIONS: ReadonlyMap<string, 's' | 'r' | 'a'> = new Map([
  ['s', 's'],
  ['r', 'r'],
  ['a', 'a'],
]);
