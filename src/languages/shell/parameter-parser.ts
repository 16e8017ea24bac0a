import { braceExpression, LONGEST_BRACES } from './braces.js';
import { DEEPEST } from './script-cursor.js';
import type { Word, WordPart } from './syntax.js';
import { NAME, WordParser } from './word-parser.js';
import { characters, emptyWord } from './word-parts.js';

/** Reads what stands in braces: `${name:-word}`, `{a,b}`. */
export abstract class ParameterParser extends WordParser {
  protected abstract override within(start: number, end: number): ParameterParser;

  protected override parameterInBraces(parts: WordPart[], quoted: boolean): void {
    const start = this.index;
    this.index += 2;
    const sign = /[#!]/.exec(this.code.charAt(this.index))?.[0] ?? '';
    const prefix = this.code.startsWith('}', this.index + 1) ? '' : sign;
    this.index += prefix.length;
    const nameStart = this.index;
    NAME.lastIndex = nameStart;
    const named = NAME.exec(this.code)?.[0];
    const name = named ?? /^(?:\d+|[@*#?$!-])/.exec(this.code.slice(nameStart, nameStart + 8))?.[0] ?? '';
    this.index += name.length;
    const index = this.#parameterIndex();
    const isKeys = prefix === '!' && (index === '@' || index === '*');
    const operator = isKeys ? '!' : this.#parameterOperator();
    const word = operator === '' || isKeys ? null : this.#parameterWord(quoted);
    if (this.at('}')) this.index += 1;
    else this.problem('The ${ is never closed.', start);
    if (name === '' || (prefix !== '' && !isKeys)) {
      parts.push({ type: 'opaque', start, end: this.index });
      return;
    }
    parts.push({ type: 'parameter', name, nameStart, index, operator, word, quoted, start, end: this.index });
  }

  #parameterIndex(): string | null {
    if (!this.at('[')) return null;
    const close = this.code.indexOf(']', this.index);
    if (close === -1 || close >= this.end || close - this.index > LONGEST_BRACES) return null;
    const index = this.code.slice(this.index + 1, close);
    this.index = close + 1;
    return index.replace(/^(["'])(.*)\1$/, '$2');
  }

  #parameterOperator(): string {
    const rest = this.code.slice(this.index, Math.min(this.index + 2, this.end));
    const operator = /^(?::?[-=?+]|\^\^|,,)/.exec(rest)?.[0];
    if (operator !== undefined) {
      this.index += operator.length;
      return operator;
    }
    return rest === '' || rest.startsWith('}') ? '' : 'other';
  }

  #parameterWord(quoted: boolean): Word {
    const start = this.index;
    const parts: WordPart[] = [];
    if (this.nesting >= DEEPEST) return { type: 'word', parts, start, end: start };
    this.nesting += 1;
    if (quoted) this.#quotedParameterWord(parts);
    else this.#bareParameterWord(parts);
    this.nesting -= 1;
    return { type: 'word', parts, start, end: this.index };
  }

  #bareParameterWord(parts: WordPart[]): void {
    while (this.index < this.end && !this.at('}')) {
      const character = this.code.charAt(this.index);
      if (/[\s;&|<>(){]/.test(character)) {
        parts.push(characters(this.index, this.index + 1, false));
        this.index += 1;
      } else if (/['"\\$`]/.test(character)) {
        this.wordPart(character, parts);
      } else {
        const from = this.index;
        while (this.index < this.end && !/[\s;&|<>(){}'"\\$`]/.test(this.code.charAt(this.index))) {
          this.index += 1;
        }
        parts.push(characters(from, this.index, false));
      }
    }
  }

  #quotedParameterWord(parts: WordPart[]): void {
    while (this.index < this.end && !this.at('}')) {
      if (this.at('"')) this.doubleQuoted(parts);
      else this.expandable(parts, (code, index) => code[index] === '}' || code[index] === '"', '$`"\\}');
    }
  }

  protected override braces(parts: WordPart[]): void {
    const start = this.index;
    const braces = braceExpression(this.code.slice(start, Math.min(start + LONGEST_BRACES, this.end)));
    if (braces === null || (braces.pieces !== null && this.nesting >= DEEPEST)) return this.bare(parts);
    this.index = start + braces.length;
    if (braces.pieces === null) {
      parts.push({ type: 'opaque', start, end: this.index });
    } else {
      const alternatives = braces.pieces.map(([from, to]) => this.#alternative(start + from, start + to));
      parts.push({ type: 'braces', alternatives, start, end: this.index });
    }
  }

  #alternative(start: number, end: number): Word {
    const parser = this.within(start, end);
    parser.nesting = this.nesting + 1;
    return parser.word() ?? emptyWord(start);
  }
}
