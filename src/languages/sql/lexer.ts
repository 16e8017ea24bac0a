import { keywordAt } from './keywords.js';
import type { LexicalSyntax } from './lexical-syntax.js';
import { BRACED_PLACEHOLDER, COLON_PLACEHOLDER, DOLLAR_PLACEHOLDER, MARKED_PLACEHOLDER, PERCENT_PLACEHOLDER } from './placeholders.js';
import { MARK } from './template-marks.js';
import { META_COMMAND, TOKEN, TokenBuffer, type Tokens } from './tokens.js';

const LETTER = 1;
const DIGIT = 2;
const SPACE = 4;

const CLASS = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(char)) CLASS[code] = LETTER;
  else if (/[0-9]/.test(char)) CLASS[code] = DIGIT;
  else if (/[\s\0]/.test(char)) CLASS[code] = SPACE;
}

const PUNCTUATION: readonly string[] = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const BACKTICK = 96;
const BACKSLASH = 92;
const DOLLAR = 36;
/** The marks of a template's branches: tokens of their own. */
const FIRST_MARK = MARK.branch.charCodeAt(0);
const LAST_MARK = MARK.branchEnd.charCodeAt(0);

const MOST_UNCLOSED_TAGS = 100;

const MOST_RESTARTS = 8;

const STATEMENT_ON_A_LINE =
  /;[^\S\n]*(?:--[^\n]*)?\n\s*(?:select|with|insert|update|delete|merge|create|alter|drop|use|truncate|grant|set|call)\s/i;

const VARIABLE = /@[\w@~%$.]*(?:\/[\w./-]*)?|##?[A-Za-z_]\w*/y;
const SHELL_COMMAND = /(?:dfs\s|!)[^;\n]*;?/iy;
const CONDITION = /\/\*M?!\d*/y;
const DOLLAR_QUOTE = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;

/** The class of a character beyond ASCII: a letter, a blank, or 0 for a mark of the template layer. */
function classOfWide(code: number): number {
  if (code === 0xa0 || code === 0xfeff) return SPACE;
  return code >= FIRST_MARK && code <= LAST_MARK ? 0 : LETTER;
}

/** Splits the characters `start` to `end` into tokens. Never fails: what is unclosed ends with its line. */
export function tokenize(flat: string, syntax: LexicalSyntax, start = 0, end = flat.length): Tokens {
  return new Lexer(flat, syntax, start, end).run();
}

class Lexer {
  private readonly tokens: TokenBuffer;
  /** Quotes of which an unclosed one was seen: there is no need to look to the end again. */
  private readonly unclosed = new Set<number>();
  /** Dollar quotes that nothing closes: each was looked for to the end of the text. */
  private unclosedTags = 0;
  /** How often the lexer went back to a quote that was not closed. */
  private restarts = 0;
  private statementStart = 0;
  /** Inside a comment whose text MySQL runs. */
  private inCondition = false;
  private position: number;

  constructor(
    private readonly flat: string,
    private readonly syntax: LexicalSyntax,
    start: number,
    private readonly end: number,
  ) {
    this.position = start;
    this.tokens = new TokenBuffer(end - start);
  }

  run(): Tokens {
    const { flat, end } = this;
    while (this.position < end) {
      const code = flat.charCodeAt(this.position);
      const charClass = code < 128 ? CLASS[code] : classOfWide(code);
      if (charClass === SPACE) this.position++;
      else if (charClass === LETTER) this.word();
      else if (charClass === DIGIT) this.number();
      else this.other(code);
    }
    return this.tokens.of(flat);
  }

  private push(kind: number, start: number, end: number, symbol: string): void {
    this.tokens.push(kind, start, end, symbol);
    this.position = end;
  }

  private word(): void {
    const start = this.position;
    const wordEnd = this.wordEnd(start);
    if (this.prefixedString(start, wordEnd) || this.shellCommand(start)) return;
    this.push(TOKEN.word, start, wordEnd, keywordAt(this.flat, start, wordEnd));
  }

  /** The end of a word from `at` on; placeholders that touch it belong to it. */
  private wordEnd(at: number): number {
    const { flat, end } = this;
    for (;;) {
      while (at < end) {
        const code = flat.charCodeAt(at);
        if (code < 128) {
          if (CLASS[code] !== LETTER && CLASS[code] !== DIGIT) break;
        } else if (classOfWide(code) !== LETTER) break;
        at++;
      }
      if (at >= end) return at;
      const code = flat.charCodeAt(at);
      if (code === DOLLAR && flat.charCodeAt(at + 1) !== 123) {
        at++;
        continue;
      }
      const placeholderEnd = code === 123 || code === DOLLAR || code === 37 ? this.placeholderEnd(at, code) : at;
      if (placeholderEnd === at) return at;
      at = placeholderEnd;
    }
  }

  private placeholderEnd(at: number, code: number): number {
    const pattern = code === 37 ? PERCENT_PLACEHOLDER : BRACED_PLACEHOLDER;
    return matchEnd(pattern, this.flat, at, this.end);
  }

  /** `E'…'`, `U&'…'`, `U&"…"`, `X'…'`, `B'…'`, `N'…'`, `R'…'`: a string with a letter before it. */
  private prefixedString(start: number, wordEnd: number): boolean {
    const { flat } = this;
    if (wordEnd - start !== 1 || wordEnd >= this.end) return false;
    const letter = flat[start]?.toLowerCase() ?? '';
    const next = flat.charCodeAt(wordEnd);
    if (letter === 'u' && next === 38) {
      const quote = flat.charCodeAt(wordEnd + 1);
      if (quote !== QUOTE && quote !== DOUBLE_QUOTE) return false;
      this.position = wordEnd + 1;
      this.quotedFrom(start, quote, false);
      return true;
    }
    if (next !== QUOTE || !'exbnr'.includes(letter)) return false;
    this.position = wordEnd;
    const escapes = letter === 'e' ? this.syntax.escapeStrings : letter !== 'r' && this.syntax.backslashEscapes;
    this.quotedFrom(start, QUOTE, escapes);
    return true;
  }

  /** Passes over a command of Hive's shell, in whose paths `/*` opens no comment. */
  private shellCommand(start: number): boolean {
    if (!this.syntax.shellCommands || this.tokens.count !== this.statementStart) return false;
    const commandEnd = matchEnd(SHELL_COMMAND, this.flat, start, this.end);
    this.position = commandEnd;
    return commandEnd > start;
  }

  private number(): void {
    const { flat, end } = this;
    const start = this.position;
    let at = start;
    let digitsOnly = true;
    while (at < end) {
      const code = flat.charCodeAt(at);
      if (code < 128 && CLASS[code] === DIGIT) at++;
      else if (code < 128 && CLASS[code] === LETTER) {
        digitsOnly = false;
        at++;
      } else break;
    }
    if (digitsOnly && flat.charCodeAt(at) === 46 && flat.charCodeAt(at + 1) !== 46 && !this.afterDot(start)) {
      at++;
      while (at < end && (CLASS[flat.charCodeAt(at)] ?? 0) !== 0 && CLASS[flat.charCodeAt(at)] !== SPACE) at++;
    }
    this.push(TOKEN.number, start, at, '');
  }

  private afterDot(start: number): boolean {
    return start > 0 && this.flat.charCodeAt(start - 1) === 46;
  }

  private other(code: number): void {
    const { flat, syntax, position } = this;
    const next = flat.charCodeAt(position + 1);
    switch (code) {
      case QUOTE:
        return this.quotedFrom(position, QUOTE, syntax.backslashEscapes);
      case DOUBLE_QUOTE:
        return this.quotedFrom(position, DOUBLE_QUOTE, syntax.doubleQuotes === 'string' && syntax.backslashEscapes);
      case BACKTICK:
        return this.quotedFrom(position, BACKTICK, false);
      case 45: // -
        if (next === 45) return this.lineComment(2);
        return this.punctuation();
      case 35: // #
        if (syntax.hashComments || (next === 32 && this.isFirstOfLine())) return this.lineComment(1);
        return this.variable();
      case 60: // <
      case 64: // @
        return this.marked();
      case 47: // /
        if (next === 42) return this.syntax.conditionalComments && this.conditionalComment() ? undefined : this.blockComment();
        if (next === 47 && syntax.slashComments) return this.lineComment(2);
        return this.punctuation();
      case 42: // *
        if (next === 47 && this.inCondition) return this.conditionEnd();
        return this.punctuation();
      case DOLLAR:
        return this.dollar();
      case 123: // {
      case 37: // %
      case 58: // :
      case 63: // ?
        return this.placeholder(code);
      case 59: // ;
        return this.statementEnd();
      case 33: // !
        if (this.shellCommand(position)) return;
        return this.punctuation();
      case BACKSLASH:
        if (syntax.metaCommands) return this.metaCommand();
        return this.punctuation();
      default:
        return this.punctuation();
    }
  }

  private punctuation(): void {
    const code = this.flat.charCodeAt(this.position);
    this.push(TOKEN.punctuation, this.position, this.position + 1, PUNCTUATION[code] ?? String.fromCharCode(code));
  }

  /** Whether only blanks stand before the position in its line: `# a comment`, whose dialect nothing tells. */
  private isFirstOfLine(): boolean {
    const { flat } = this;
    let at = this.position - 1;
    while (at >= 0 && (flat.charCodeAt(at) === 32 || flat.charCodeAt(at) === 9)) at--;
    return at < 0 || flat.charCodeAt(at) === 10;
  }

  /** A placeholder between marks, or else a variable. */
  private marked(): void {
    const { flat, position, end } = this;
    const placeholderEnd = matchEnd(MARKED_PLACEHOLDER, flat, position, end);
    if (placeholderEnd === position) return this.variable();
    this.push(TOKEN.word, position, this.wordEnd(placeholderEnd), '');
  }

  private variable(): void {
    const { flat, position, end } = this;
    const variableEnd = matchEnd(VARIABLE, flat, position, end);
    if (variableEnd <= position + 1) return this.punctuation();
    this.push(TOKEN.variable, position, variableEnd, '');
  }

  /** Reads on from the quote at `position`; `start` is before a prefix such as `E`. */
  private quotedFrom(start: number, quote: number, escapes: boolean): void {
    const { flat, end } = this;
    const closing = this.closingQuote(this.position + 1, quote, escapes);
    const identifier =
      quote === BACKTICK || (quote === DOUBLE_QUOTE && this.syntax.doubleQuotes === 'identifier');
    const kind = identifier ? TOKEN.quoted : TOKEN.string;
    if (closing >= 0) return this.push(kind, start, closing + 1, '');
    if (quote === QUOTE && this.restartsAtUnclosed()) return;
    this.unclosed.add(quote);
    this.push(kind, start, lineEndFrom(flat, this.position, end), '');
  }

  /**
   * Where a quote is left over, one before it may not have been closed, so that what is outside of strings
   * was taken for their inside: the first string that a statement begins in ends with its line instead.
   */
  private restartsAtUnclosed(): boolean {
    if (this.restarts === MOST_RESTARTS) return false;
    this.restarts++;
    const { tokens } = this;
    for (let index = 0; index < tokens.count; index++) {
      if (tokens.kinds[index] !== TOKEN.string || !this.holdsStatement(index)) continue;
      const start = tokens.starts[index] ?? 0;
      tokens.forget(index, start);
      this.statementStart = index;
      this.push(TOKEN.string, start, lineEndFrom(this.flat, start, this.end), '');
      return true;
    }
    return false;
  }

  /** Whether a string ends a statement and begins another on a line of its own. */
  private holdsStatement(index: number): boolean {
    const start = this.tokens.starts[index] ?? 0;
    const end = this.tokens.ends[index] ?? 0;
    const line = this.flat.indexOf('\n', start);
    return line >= 0 && line < end && STATEMENT_ON_A_LINE.test(this.flat.slice(start, end));
  }

  /** The offset of the closing quote; -1 where there is none. */
  private closingQuote(at: number, quote: number, escapes: boolean): number {
    const { flat } = this;
    const char = String.fromCharCode(quote);
    const end = this.unclosed.has(quote) ? lineEndFrom(flat, at, this.end) : this.end;
    if (!escapes) {
      for (;;) {
        const found = flat.indexOf(char, at);
        if (found < 0 || found >= end) return -1;
        if (flat.charCodeAt(found + 1) !== quote || found + 1 >= end) return found;
        at = found + 2;
      }
    }
    for (; at < end; at++) {
      const code = flat.charCodeAt(at);
      if (code === BACKSLASH) at++;
      else if (code === quote) {
        if (flat.charCodeAt(at + 1) !== quote || at + 1 >= end) return at;
        at++;
      }
    }
    return -1;
  }

  /** MySQL runs what stands in a comment that begins with a version of its own. */
  private conditionalComment(): boolean {
    const inside = matchEnd(CONDITION, this.flat, this.position, this.end);
    if (inside === this.position) return false;
    this.position = inside;
    this.inCondition = true;
    return true;
  }

  private conditionEnd(): void {
    this.position += 2;
    this.inCondition = false;
  }

  private lineComment(delimiter: number): void {
    const start = this.position;
    const end = lineEndFrom(this.flat, start, this.end);
    this.tokens.comment({ text: this.flat.slice(start + delimiter, end), form: 'line', start, end });
    this.position = end;
  }

  private blockComment(): void {
    const start = this.position;
    const end = this.syntax.nestedComments ? this.nestedCommentEnd(start) : this.commentEnd(start + 2);
    const closed = this.flat.startsWith('*/', end - 2) && end - start >= 4;
    this.tokens.comment({ text: this.flat.slice(start + 2, closed ? end - 2 : end), form: 'block', start, end });
    this.position = end;
  }

  private commentEnd(at: number): number {
    const found = this.flat.indexOf('*/', at);
    return found < 0 || found + 2 > this.end ? this.end : found + 2;
  }

  private nestedCommentEnd(start: number): number {
    const { flat, end } = this;
    let depth = 0;
    for (let at = start; at + 1 < end; at++) {
      const code = flat.charCodeAt(at);
      const next = flat.charCodeAt(at + 1);
      if (code === 47 && next === 42) {
        depth++;
        at++;
      } else if (code === 42 && next === 47) {
        depth--;
        at++;
        if (depth === 0) return at + 1;
      }
    }
    return end;
  }

  private dollar(): void {
    const { flat, position, end } = this;
    if (this.syntax.dollarQuotes && this.unclosedTags < MOST_UNCLOSED_TAGS) {
      const tagEnd = matchEnd(DOLLAR_QUOTE, flat, position, end);
      if (tagEnd > position) {
        const tag = flat.slice(position, tagEnd);
        const closing = flat.indexOf(tag, tagEnd);
        if (closing >= 0 && closing + tag.length <= end) {
          return this.push(TOKEN.dollarString, position, closing + tag.length, '');
        }
        this.unclosedTags++;
        return this.push(TOKEN.punctuation, position, tagEnd, '');
      }
    }
    this.placeholder(DOLLAR);
  }

  private placeholder(code: number): void {
    const { flat, position, end } = this;
    let placeholderEnd: number;
    // knex fills in an identifier where it finds two of them.
    if (code === 63) placeholderEnd = position + (flat.charCodeAt(position + 1) === 63 ? 2 : 1);
    else if (code === 58) placeholderEnd = this.colonPlaceholderEnd();
    else placeholderEnd = this.placeholderEnd(position, code);
    if (placeholderEnd === position && code === DOLLAR) {
      placeholderEnd = matchEnd(DOLLAR_PLACEHOLDER, flat, position, end);
    }
    if (placeholderEnd === position) return this.punctuation();
    const wordEnd = code === 63 || code === 58 ? placeholderEnd : this.wordEnd(placeholderEnd);
    this.push(TOKEN.word, position, wordEnd, '');
  }

  /** `:name`, but not the type of a cast, `x::date`, or the end of a slice, `a[1:n]`. */
  private colonPlaceholderEnd(): number {
    const { flat, position, end } = this;
    if (flat.charCodeAt(position + 1) === 58) {
      this.push(TOKEN.punctuation, position, position + 2, '::');
      return this.position;
    }
    const before = position > 0 ? flat.charCodeAt(position - 1) : 32;
    const free = before < 128 && (CLASS[before] === SPACE || '(,=.'.includes(String.fromCharCode(before)));
    return free ? matchEnd(COLON_PLACEHOLDER, flat, position, end) : position;
  }

  private statementEnd(): void {
    this.punctuation();
    if (this.syntax.metaCommands && this.copiesFromInput()) this.skipCopiedRows();
    this.statementStart = this.tokens.count;
  }

  private copiesFromInput(): boolean {
    const { statementStart } = this;
    const { symbols, count } = this.tokens;
    return symbols[statementStart] === 'COPY' && symbols.indexOf('STDIN', statementStart) < count
      && symbols.indexOf('STDIN', statementStart) > 0;
  }

  /** The rows that follow `COPY … FROM stdin;` up to the line `\.`. */
  private skipCopiedRows(): void {
    const closing = /^\\\.[ \t]*\r?$/gm;
    closing.lastIndex = this.position;
    const found = closing.exec(this.flat);
    if (found !== null && found.index < this.end) this.position = Math.min(closing.lastIndex, this.end);
  }

  private metaCommand(): void {
    const { flat, position, end } = this;
    const next = flat.charCodeAt(position + 1);
    if (!(next < 128 && CLASS[next] === LETTER)) return this.punctuation();
    this.push(TOKEN.metaCommand, position, lineEndFrom(flat, position, end), META_COMMAND);
    this.statementStart = this.tokens.count;
  }
}

function matchEnd(pattern: RegExp, flat: string, at: number, end: number): number {
  pattern.lastIndex = at;
  return pattern.test(flat) && pattern.lastIndex <= end ? pattern.lastIndex : at;
}

function lineEndFrom(flat: string, at: number, end: number): number {
  const found = flat.indexOf('\n', at);
  const lineEnd = found < 0 || found > end ? end : found;
  return lineEnd > at && flat.charCodeAt(lineEnd - 1) === 13 && lineEnd !== end ? lineEnd - 1 : lineEnd;
}
