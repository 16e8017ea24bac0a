import type { CommentToken, Module } from './syntax.js';
import { nameIn } from './name-table.js';
import * as Token from './tokens.js';

const TAB = 9;
const LINE_FEED = 10;
const FORM_FEED = 12;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const NUMBER_SIGN = 35;
const SINGLE_QUOTE = 39;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const EQUALS = 61;
const BACKSLASH = 92;

const TAB_WIDTH = 8;

/** Whether an ASCII character may stand in a name. */
const IN_NAME = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  if (/\w/.test(String.fromCharCode(code))) IN_NAME[code] = 1;
}

const LONGEST_PREFIX = 2;
const STRING_PREFIX = /^(?:[rubft]|[bft]r|r[bft]|ur)$/;
const NAME_START = /[\p{XID_Start}_]/uy;
const NAME_REST = /\p{XID_Continue}*/uy;
const NUMBER =
  /(?:0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?)[lL]?/y;

type Problem = Module['problems'][number];

/**
 * Python's tokens, one at a time, straight from the text. After `next` the fields describe the token;
 * nothing is kept of those before it but where the last one ended.
 *
 * Inside brackets line ends are white space. A statement's keyword at the begin of a line shows that
 * a bracket was never closed: there the scanner ends the logical line.
 */
export class Scanner {
  readonly text: string;
  readonly comments: CommentToken[] = [];
  readonly problems: Problem[] = [];

  kind = Token.NEWLINE;
  start = 0;
  end = 0;
  /** Where the token before this one ended. */
  previousEnd = 0;
  /** The column at which the current logical line begins, tabs filled up to the next eighth. */
  indent = 0;
  /** How many brackets are open behind the current token. */
  brackets = 0;
  /** Where the physical line begins that the current token is in, as far as white space crossed its begin. */
  lineStart = 0;
  /** Of a STRING or FORMATTED token: prefix in lower case, where the content begins, and the quotes. */
  prefix = '';
  contentStart = 0;
  contentEnd = 0;
  quote = 0;
  triple = false;
  /** Of a NAME token: whether all its characters are ASCII, and a number that equal ones have alike. */
  ascii = true;
  hash = 0;

  readonly #length: number;
  readonly #hasCarriageReturn: boolean;
  /** No backslash stands between these two offsets. */
  #backslashFrom = 0;
  #backslash = -1;

  constructor(text: string) {
    this.text = text;
    this.#length = text.length;
    this.#hasCarriageReturn = text.includes('\r');
    this.next();
  }

  /** Reads the token that follows the current one; at the end of the file, END_OF_FILE for ever. */
  next(): void {
    this.previousEnd = this.end;
    if (this.kind === Token.NEWLINE) this.#beginLogicalLine();
    this.#scan(this.end);
  }

  /** Goes to the token that begins at or behind `offset`, where no logical line begins. */
  moveTo(offset: number): void {
    this.kind = Token.STRAY;
    this.end = offset;
    this.next();
  }

  /** Passes over the current token, of an f-string over the whole literal. */
  skip(): void {
    if (this.kind === Token.FORMATTED) this.moveTo(this.scanContent());
    else this.next();
  }

  /**
   * Goes back to a token that was read before, forgetting comments behind it. `brackets` are those open
   * before the token.
   */
  rewind(start: number, previousEnd: number, indent: number, brackets: number): void {
    this.forgetComments(start);
    this.brackets = brackets;
    this.indent = indent;
    this.moveTo(start);
    this.previousEnd = previousEnd;
  }

  /** Forgets the comments at and behind an offset. */
  forgetComments(offset: number): void {
    while ((this.comments.at(-1)?.start ?? -1) >= offset) this.comments.pop();
  }

  /** Whether the current token is the first of its physical line. */
  isFirstOnLine(): boolean {
    return this.lineStart >= this.previousEnd && this.lineStart <= this.start;
  }

  /** The column of the current token, which must be the first of its line. */
  column(): number {
    return columnBetween(this.text, this.lineStart, this.start);
  }

  /** Whether the current token is this name: a keyword only where a statement follows that fits, as `match`. */
  isWord(word: string): boolean {
    const { kind, text, start, end } = this;
    return kind === Token.NAME && end - start === word.length && text.startsWith(word, start);
  }

  /** What the current NAME token is called: Python compares names in NFKC, https://docs.python.org/3/reference/lexical_analysis.html#identifiers */
  name(): string {
    const { text, start, end } = this;
    return this.ascii ? nameIn(text, start, end, this.hash) : text.slice(start, end).normalize('NFKC');
  }

  report(message: string, offset: number): void {
    this.problems.push({ message, offset });
  }

  #beginLogicalLine(): void {
    const { text } = this;
    const length = this.#length;
    let start = this.end;
    let offset = start;
    for (;;) {
      let column = 0;
      let code = -1;
      for (; offset < length; offset++) {
        code = text.charCodeAt(offset);
        if (code === SPACE) column++;
        else if (code === TAB) column += TAB_WIDTH - (column % TAB_WIDTH);
        else if (code === FORM_FEED) column = 0;
        else break;
      }
      this.lineStart = start;
      this.end = offset;
      this.indent = column;
      if (offset >= length) {
        this.indent = 0;
        return;
      }
      if (code === NUMBER_SIGN) {
        offset = this.#readComment(offset);
        code = offset < length ? text.charCodeAt(offset) : LINE_FEED;
      }
      if (code !== LINE_FEED && code !== CARRIAGE_RETURN) return;
      offset = Math.min(behindLineEnd(text, offset), length);
      start = offset;
    }
  }

  /** Keeps the comment at `offset` and gives the offset of its line's end. */
  #readComment(start: number): number {
    const end = this.#endOfLine(start);
    this.comments.push({ type: 'Comment', start, end });
    return end;
  }

  #endOfLine(start: number): number {
    const { text } = this;
    const length = this.#length;
    if (!this.#hasCarriageReturn) {
      const lineFeed = text.indexOf('\n', start);
      return lineFeed === -1 ? length : lineFeed;
    }
    for (let offset = start; offset < length; offset++) {
      const code = text.charCodeAt(offset);
      if (code === LINE_FEED || code === CARRIAGE_RETURN) return offset;
    }
    return length;
  }

  #scan(from: number): void {
    const { text } = this;
    const length = this.#length;
    let offset = from;
    for (;;) {
      if (offset >= length) {
        this.#become(Token.END_OF_FILE, length, length);
        return;
      }
      const code = text.charCodeAt(offset);
      if (code > NUMBER_SIGN && code !== BACKSLASH) {
        this.#scanToken(code, offset);
        return;
      }
      if (code === SPACE || code === TAB || code === FORM_FEED) {
        offset++;
      } else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
        const behind = behindLineEnd(text, offset);
        if (this.brackets === 0) {
          this.#become(Token.NEWLINE, offset, behind);
          return;
        }
        this.lineStart = behind;
        offset = behind;
      } else if (code === NUMBER_SIGN) {
        offset = this.#readComment(offset);
      } else if (code === BACKSLASH && this.#isLineEnd(offset + 1)) {
        offset = behindLineEnd(text, offset + 1);
      } else {
        this.#scanToken(code, offset);
        return;
      }
    }
  }

  #isLineEnd(offset: number): boolean {
    if (offset >= this.#length) return true;
    const code = this.text.charCodeAt(offset);
    return code === LINE_FEED || code === CARRIAGE_RETURN;
  }

  #become(kind: number, start: number, end: number): void {
    this.kind = kind;
    this.start = start;
    this.end = end;
  }

  #scanToken(code: number, start: number): void {
    if (code < 128 ? IN_NAME[code] === 1 : this.#matches(NAME_START, start) > start) {
      if (code >= ZERO && code <= NINE) this.#scanNumber(start);
      else this.#scanWord(start);
    } else if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) {
      this.prefix = '';
      this.#scanString(start, start, code);
    } else {
      this.#scanOperator(code, start);
    }
  }

  #matches(pattern: RegExp, offset: number): number {
    pattern.lastIndex = offset;
    return pattern.test(this.text) ? pattern.lastIndex : offset;
  }

  #scanNumber(start: number): void {
    const { text } = this;
    const length = this.#length;
    let end = start;
    let code = 0;
    while (end < length) {
      code = text.charCodeAt(end);
      if (code < ZERO || code > NINE) break;
      end++;
    }
    const simple = end > start && (end === length || (code !== DOT && (code >= 128 || IN_NAME[code] !== 1)));
    this.#become(Token.NUMBER, start, simple ? end : this.#matches(NUMBER, start));
  }

  #scanWord(start: number): void {
    const { text } = this;
    const length = this.#length;
    let end = start;
    let code = 0;
    let hash = 0;
    this.ascii = true;
    while (end < length) {
      code = text.charCodeAt(end);
      if (code < 128) {
        if (IN_NAME[code] !== 1) break;
        hash = (Math.imul(hash, 31) + code) | 0;
        end++;
      } else {
        this.ascii = false;
        const behind = this.#matches(NAME_REST, end);
        // A character outside the basic plane that may begin a name is two units long.
        const next = behind === end && end === start ? this.#matches(NAME_START, end) : behind;
        if (next === end) break;
        end = next;
      }
    }
    if ((code === SINGLE_QUOTE || code === DOUBLE_QUOTE) && end < length && end - start <= LONGEST_PREFIX) {
      const prefix = text.slice(start, end).toLowerCase();
      if (STRING_PREFIX.test(prefix)) {
        this.prefix = prefix;
        this.#scanString(start, end, code);
        return;
      }
    }
    this.hash = hash;
    const kind = Token.kindOfWord(text, start, end - start);
    if (this.brackets > 0 && Token.STATEMENT_ONLY[kind] === 1 && this.#beginsLine(start)) {
      this.brackets = 0;
      this.#become(Token.NEWLINE, this.lineStart, this.lineStart);
      return;
    }
    this.#become(kind, start, end);
  }

  /** Whether only white space stands between the begin of the line and `start`. */
  #beginsLine(start: number): boolean {
    return this.lineStart >= this.previousEnd && this.lineStart <= start;
  }

  #scanString(start: number, quoteOffset: number, quote: number): void {
    const { text } = this;
    this.quote = quote;
    this.triple = text.charCodeAt(quoteOffset + 1) === quote && text.charCodeAt(quoteOffset + 2) === quote;
    this.contentStart = quoteOffset + (this.triple ? 3 : 1);
    const { prefix } = this;
    if (prefix !== '' && (prefix.includes('f') || prefix.includes('t'))) {
      this.#become(Token.FORMATTED, start, this.contentStart);
      return;
    }
    this.#become(Token.STRING, start, this.scanContent());
  }

  /**
   * Sets `contentEnd` of the string whose content begins at `contentStart`, whatever braces are in it,
   * and gives the offset behind its closing quote. What is not closed goes to the end of its line, or
   * of the file where the quotes are triple, and is reported.
   */
  scanContent(): number {
    return this.triple ? this.#scanTripleContent() : this.#scanSingleContent();
  }

  #scanSingleContent(): number {
    const { text, quote } = this;
    const length = this.#length;
    let offset = this.contentStart;
    while (offset < length) {
      const code = text.charCodeAt(offset);
      if (code === quote) {
        this.contentEnd = offset;
        return offset + 1;
      }
      if (code === BACKSLASH) offset = behindEscape(text, offset);
      else if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
      else offset++;
    }
    this.contentEnd = Math.min(offset, length);
    this.report('this string is not closed', this.contentStart - 1);
    return this.contentEnd;
  }

  #scanTripleContent(): number {
    const { text } = this;
    const closing = this.quote === DOUBLE_QUOTE ? '"""' : "'''";
    let offset = this.contentStart;
    for (;;) {
      const close = text.indexOf(closing, offset);
      if (close === -1) break;
      let backslash = this.#nextBackslash(offset);
      while (backslash < close) {
        offset = backslash + 2;
        backslash = this.#nextBackslash(offset);
      }
      if (offset <= close) {
        this.contentEnd = close;
        return close + 3;
      }
    }
    this.contentEnd = this.#length;
    this.report('this triple-quoted string is not closed', this.contentStart - 3);
    return this.#length;
  }

  /** The offset of the first backslash at or behind `offset`; the text's length where there is none. */
  #nextBackslash(offset: number): number {
    if (offset < this.#backslashFrom || offset > this.#backslash) {
      const found = this.text.indexOf('\\', offset);
      this.#backslashFrom = offset;
      this.#backslash = found === -1 ? this.#length : found;
    }
    return this.#backslash;
  }

  #scanOperator(code: number, start: number): void {
    const { text } = this;
    const next = start + 1 < this.#length ? text.charCodeAt(start + 1) : 0;
    switch (code) {
      case Token.OPEN_PAREN:
      case Token.OPEN_BRACKET:
      case Token.OPEN_BRACE:
        this.brackets++;
        return this.#become(code, start, start + 1);
      case Token.CLOSE_PAREN:
      case Token.CLOSE_BRACKET:
      case Token.CLOSE_BRACE:
        if (this.brackets > 0) this.brackets--;
        return this.#become(code, start, start + 1);
      case Token.COMMA:
      case Token.SEMICOLON:
      case Token.TILDE:
      case Token.BACKQUOTE:
        return this.#become(code, start, start + 1);
      case Token.COLON:
        return next === EQUALS ? this.#become(Token.WALRUS, start, start + 2) : this.#become(code, start, start + 1);
      case Token.DOT:
        return this.#scanDot(next, start);
      case Token.EQUALS:
        return next === EQUALS ? this.#become(Token.COMPARISON, start, start + 2) : this.#become(code, start, start + 1);
      case Token.EXCLAMATION:
        return next === EQUALS ? this.#become(Token.COMPARISON, start, start + 2) : this.#become(code, start, start + 1);
      case Token.LESS:
      case Token.GREATER:
        return this.#scanAngle(code, next, start);
      case Token.STAR:
      case Token.SLASH:
        if (next === code) return this.#scanDoubled(code === Token.STAR ? Token.DOUBLE_STAR : Token.DOUBLE_SLASH, start);
        return this.#scanArithmetic(code, next, start);
      case Token.MINUS:
        if (next === Token.GREATER) return this.#become(Token.ARROW, start, start + 2);
        return this.#scanArithmetic(code, next, start);
      case Token.PLUS:
      case Token.PERCENT:
      case Token.AMPERSAND:
      case Token.BAR:
      case Token.CARET:
      case Token.AT:
        return this.#scanArithmetic(code, next, start);
      default: {
        const codePoint = text.codePointAt(start) ?? 0;
        return this.#become(Token.STRAY, start, start + (codePoint > 0xffff ? 2 : 1));
      }
    }
  }

  #scanArithmetic(code: number, next: number, start: number): void {
    if (next === EQUALS) this.#become(Token.AUGMENTED, start, start + 2);
    else this.#become(code, start, start + 1);
  }

  #scanDoubled(kind: number, start: number): void {
    if (this.text.charCodeAt(start + 2) === EQUALS) this.#become(Token.AUGMENTED, start, start + 3);
    else this.#become(kind, start, start + 2);
  }

  #scanAngle(code: number, next: number, start: number): void {
    if (next === code) return this.#scanDoubled(Token.SHIFT, start);
    const longer = next === EQUALS || (code === Token.LESS && next === Token.GREATER);
    if (longer) this.#become(Token.COMPARISON, start, start + 2);
    else this.#become(code, start, start + 1);
  }

  #scanDot(next: number, start: number): void {
    if (next >= ZERO && next <= NINE) return this.#scanNumber(start);
    const ellipsis = next === DOT && this.text.charCodeAt(start + 2) === DOT;
    if (ellipsis) this.#become(Token.ELLIPSIS, start, start + 3);
    else this.#become(Token.DOT, start, start + 1);
  }
}

/** The offset behind the line end at `offset`: `\n`, `\r\n` or a lone `\r`. */
export function behindLineEnd(text: string, offset: number): number {
  const pair = text.charCodeAt(offset) === CARRIAGE_RETURN && text.charCodeAt(offset + 1) === LINE_FEED;
  return pair ? offset + 2 : offset + 1;
}

/** The offset behind a backslash and the character, or line end, that it escapes. */
export function behindEscape(text: string, offset: number): number {
  return behindLineEnd(text, offset + 1);
}

function columnBetween(text: string, start: number, end: number): number {
  let column = 0;
  for (let offset = start; offset < end; offset++) {
    const code = text.charCodeAt(offset);
    if (code === TAB) column += TAB_WIDTH - (column % TAB_WIDTH);
    else if (code === FORM_FEED) column = 0;
    else column++;
  }
  return column;
}
