import { RedirectionParser } from './redirection-parser.js';
import type { ArrayLiteral, Assignment, Redirection, SimpleCommand, Statement, Word } from './syntax.js';
import { emptyWord } from './word-parts.js';

const ASSIGNMENT = /([A-Za-z_]\w*)(?:\[([^\]\s=]*)\])?(\+?)=/y;
const ARRAY_KEY = /\[((?:"[^"\n]*"|'[^'\n]*'|[^\]\n"'])*)\]=/y;
const DECLARATORS = new Set(['export', 'declare', 'typeset', 'local', 'readonly']);

/** Reads simple commands: assignments, words and redirections, in any order. */
export abstract class CommandParser extends RedirectionParser {
  protected abstract override within(start: number, end: number): CommandParser;

  protected command(): Statement | null {
    const start = this.index;
    const assignments: Assignment[] = [];
    const words: Word[] = [];
    const redirections: Redirection[] = [];
    let declares = false;
    for (;;) {
      this.skipBlanks();
      const before = this.index;
      if (this.index >= this.end) break;
      if (this.redirection(redirections)) continue;
      if (words.length === 0 || declares) {
        const assignment = this.#assignment();
        if (assignment !== null) {
          assignments.push(assignment);
          continue;
        }
      }
      const word = this.word();
      if (word === null || this.index === before) break;
      if (words.length === 0) declares = DECLARATORS.has(this.code.slice(word.start, word.end));
      words.push(word);
    }
    if (this.index === start) return null;
    const command: SimpleCommand = { type: 'command', assignments, words, redirections, start, end: this.index };
    return command;
  }

  #assignment(): Assignment | null {
    const start = this.index;
    ASSIGNMENT.lastIndex = start;
    const match = ASSIGNMENT.exec(this.code);
    if (match === null || ASSIGNMENT.lastIndex > this.end) return null;
    this.index = ASSIGNMENT.lastIndex;
    const name = match[1] ?? '';
    const written = match[2];
    const key = written === undefined ? null : this.#key(start + name.length + 1, written.length);
    const value = this.at('(') ? this.#array() : (this.word() ?? emptyWord(this.index));
    const nameEnd = start + name.length;
    return { name, nameEnd, key, appends: match[3] === '+', value, start, end: this.index };
  }

  #array(): ArrayLiteral {
    const start = this.index;
    const items: { key: Word | null; word: Word }[] = [];
    this.index += 1;
    for (;;) {
      this.skipBlanksAndLines();
      if (this.index >= this.end || this.at(')')) break;
      const before = this.index;
      const key = this.#arrayKey();
      const word = this.word();
      if (word !== null) items.push({ key, word });
      if (this.index === before) this.index += 1;
    }
    if (this.at(')')) this.index += 1;
    else this.problem('The ( is never closed.', start);
    return { type: 'array', items, start, end: this.index };
  }

  /** The `[key]=` before an item. */
  #arrayKey(): Word | null {
    ARRAY_KEY.lastIndex = this.index;
    const [whole = '', key = ''] = ARRAY_KEY.exec(this.code) ?? [];
    if (whole === '' || ARRAY_KEY.lastIndex > this.end) return null;
    this.index = ARRAY_KEY.lastIndex;
    return this.#key(this.index - whole.length + 1, key.length);
  }

  #key(start: number, length: number): Word | null {
    return this.within(start, start + length).word();
  }
}
