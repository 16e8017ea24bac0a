import { DEEPEST, METACHARACTER, ScriptCursor } from './script-cursor.js';
import type { Statement, Word, WordPart } from './syntax.js';
import { characters, parameter } from './word-parts.js';

export const NAME = /[A-Za-z_]\w*/y;
const SPECIAL_PARAMETER = /[0-9@*#?$!-]/;
const ANSI_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"', '?': '?',
};

/** Reads words: quotes of all kinds, escapes, variables and substitutions. */
export abstract class WordParser extends ScriptCursor {
  /** All statements of the script. */
  abstract script(): Statement[];

  /** The statements of `$(…)` and `<(…)`, up to the parenthesis that closes it. */
  protected abstract substituted(): Statement[];

  protected abstract parameterInBraces(parts: WordPart[], quoted: boolean): void;

  protected abstract braces(parts: WordPart[]): void;

  /** A parser for a stretch of the code. */
  protected abstract within(start: number, end: number): WordParser;

  /** A word; null where none begins here. */
  protected word(): Word | null {
    const start = this.index;
    const parts: WordPart[] = [];
    while (this.index < this.end) {
      const character = this.code.charAt(this.index);
      if ((character === '<' || character === '>') && this.code[this.index + 1] === '(') {
        this.#substitution(parts, false);
      } else if (METACHARACTER.test(character)) {
        break;
      } else {
        this.wordPart(character, parts);
      }
    }
    if (this.index === start) return null;
    return { type: 'word', parts, start, end: this.index };
  }

  protected wordPart(character: string, parts: WordPart[]): void {
    switch (character) {
      case "'":
        this.#singleQuoted(parts);
        break;
      case '"':
        this.doubleQuoted(parts);
        break;
      case '\\':
        this.#escapedCharacter(parts);
        break;
      case '$':
      case '`':
        this.#dollar(parts, false);
        break;
      case '{':
        this.braces(parts);
        break;
      default:
        this.bare(parts);
    }
  }

  protected bare(parts: WordPart[]): void {
    const start = this.index;
    do this.index += 1;
    while (this.index < this.end && !/[\s;&|<>()'"\\$`{]/.test(this.code.charAt(this.index)));
    parts.push(characters(start, this.index, false));
  }

  #escapedCharacter(parts: WordPart[]): void {
    const start = this.index;
    const lineEnd = this.code.startsWith('\r\n', start + 1) ? 3 : 2;
    if (this.code[start + 1] === '\n' || lineEnd === 3) {
      this.index = Math.min(start + lineEnd, this.end);
      return;
    }
    this.index = Math.min(start + 2, this.end);
    if (start + 1 < this.end) parts.push(characters(start + 1, this.index, true));
  }

  #singleQuoted(parts: WordPart[]): void {
    const start = this.index;
    const close = this.code.indexOf("'", start + 1);
    if (close === -1 || close >= this.end) {
      this.problem("The ' has no closing counterpart.", start);
      parts.push(characters(start, start + 1, false));
      this.index = start + 1;
      return;
    }
    parts.push(characters(start + 1, close, true));
    this.index = close + 1;
  }

  protected doubleQuoted(parts: WordPart[]): void {
    const start = this.index;
    this.index += 1;
    if (this.code[this.index] === '"') parts.push(characters(this.index, this.index, true));
    this.expandable(parts, (code, index) => code[index] === '"', '$`"\\');
    if (this.at('"')) this.index += 1;
    else this.problem('The " has no closing counterpart.', start);
  }

  #ansiQuoted(parts: WordPart[]): void {
    const start = this.index;
    this.index += 2;
    let from = this.index;
    const keep = () => {
      if (this.index > from) parts.push(characters(from, this.index, true));
    };
    while (this.index < this.end && !this.at("'")) {
      if (!this.at('\\')) {
        this.index += 1;
        continue;
      }
      keep();
      const letter = this.code.charAt(this.index + 1);
      const end = Math.min(this.index + 2, this.end);
      parts.push({ type: 'decoded', characters: ANSI_ESCAPES[letter] ?? `\\${letter}`, start: this.index, end });
      this.index = end;
      from = end;
    }
    keep();
    if (this.at("'")) this.index += 1;
    else this.problem("The $' has no closing counterpart.", start);
  }

  /** Text with expansions, up to where it ends; a backslash escapes only the given characters. */
  protected expandable(parts: WordPart[], ends: (code: string, index: number) => boolean, escapable: string): void {
    let from = this.index;
    const keep = (end: number) => {
      if (end > from) parts.push(characters(from, end, true));
    };
    while (this.index < this.end && !ends(this.code, this.index)) {
      const character = this.code[this.index];
      const next = this.code.charAt(this.index + 1);
      if (character === '\\' && next === '\n') {
        keep(this.index);
        this.index += 2;
        from = this.index;
      } else if (character === '\\' && next !== '' && escapable.includes(next)) {
        keep(this.index);
        from = this.index + 1;
        this.index += 2;
      } else if (character === '$' || character === '`') {
        keep(this.index);
        this.#dollar(parts, true);
        from = this.index;
      } else {
        this.index += 1;
      }
    }
    this.index = Math.min(this.index, this.end);
    keep(this.index);
  }

  #dollar(parts: WordPart[], quoted: boolean): void {
    const start = this.index;
    if (this.at('`')) return this.#backquoted(parts, quoted);
    if (this.at('$((')) {
      this.index += 1;
      this.skipTo('))', start);
      parts.push({ type: 'opaque', start, end: this.index });
      return;
    }
    if (this.at('$(')) return this.#substitution(parts, quoted);
    if (this.at('${')) return this.parameterInBraces(parts, quoted);
    if (!quoted && this.at("$'")) return this.#ansiQuoted(parts);
    if (!quoted && this.at('$"')) {
      this.index += 1;
      return this.doubleQuoted(parts);
    }
    NAME.lastIndex = start + 1;
    const name = NAME.exec(this.code)?.[0] ?? this.code.charAt(start + 1);
    const end = start + 1 + name.length;
    if (name === '' || end > this.end || !(/^\w/.test(name) || SPECIAL_PARAMETER.test(name))) {
      this.index = start + 1;
      parts.push(characters(start, start + 1, quoted));
      return;
    }
    this.index = end;
    parts.push(parameter(name, start, end, quoted));
  }

  #substitution(parts: WordPart[], quoted: boolean): void {
    const start = this.index;
    this.index += 2;
    if (this.nesting >= DEEPEST) {
      parts.push({ type: 'opaque', start, end: this.index });
      return;
    }
    this.nesting += 1;
    const body = this.substituted();
    this.nesting -= 1;
    if (this.at(')')) this.index += 1;
    else this.problem('The $( is never closed.', start);
    parts.push({ type: 'substitution', body, quoted, start, end: this.index });
  }

  #backquoted(parts: WordPart[], quoted: boolean): void {
    const start = this.index;
    let close = start + 1;
    while (close < this.end && this.code[close] !== '`') close += this.code[close] === '\\' ? 2 : 1;
    if (close >= this.end) {
      this.problem('The ` has no closing counterpart.', start);
      parts.push(characters(start, start + 1, quoted));
      this.index = start + 1;
      return;
    }
    const deep = this.depth >= DEEPEST;
    this.index = close + 1;
    const body = deep ? [] : this.within(start + 1, close).script();
    parts.push({ type: 'substitution', body, quoted, start, end: this.index });
  }

  /** Goes over what is not read: `((…))`, `[[…]]`. Quotes and substitutions in it still count. */
  protected skipTo(close: '))' | ']]', start: number): void {
    this.index += 2;
    const parts: WordPart[] = [];
    // In `((a * (b + c)))` the first two closing parentheses are not those that end it.
    let open = 0;
    while (this.index < this.end && !(open === 0 && this.at(close))) {
      const character = this.code.charAt(this.index);
      if (character === '(') open += 1;
      else if (character === ')') open = Math.max(open - 1, 0);
      const plain = METACHARACTER.test(character) || character === '#' || character === '{';
      if (plain) this.index += 1;
      else if (/['"\\$`]/.test(character)) this.wordPart(character, parts);
      else this.index += 1;
    }
    if (this.at(close)) this.index += 2;
    else this.problem(`There is no closing ${close}.`, start);
  }
}
