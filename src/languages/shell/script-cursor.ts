import type { ScriptComment } from './syntax.js';

/** What the parsers of a script and of the scripts within it find together. */
export interface FoundInScript {
  readonly comments: ScriptComment[];
  readonly problems: { message: string; offset: number }[];
}

/** Substitutions and groups nested deeper are read as plain words. */
export const DEEPEST = 60;
export const METACHARACTER = /[\s;&|<>()]/;

/** Where a parser stands in a script, what stands there, and the way over blanks and comments. */
export abstract class ScriptCursor {
  protected readonly code: string;
  protected readonly end: number;
  protected readonly found: FoundInScript;
  /** How many scripts are around this one: backquotes, the bodies of heredocs. */
  protected readonly depth: number;
  /** How many statements, substitutions and words are open. */
  protected nesting = 0;
  protected index: number;

  constructor(code: string, start: number, end: number, found: FoundInScript, depth: number) {
    this.code = code;
    this.index = start;
    this.end = end;
    this.found = found;
    this.depth = depth;
  }

  protected skipBlanks(): void {
    while (this.index < this.end) {
      const character = this.code[this.index];
      if (character === ' ' || character === '\t' || character === '\v' || character === '\f') this.index += 1;
      else if (this.at('\\\n')) this.index += 2;
      else if (this.at('\\\r\n')) this.index += 3;
      else if (character === '#') this.#skipComment();
      else return;
    }
  }

  #skipComment(): void {
    const start = this.index;
    const newline = this.code.indexOf('\n', start);
    let end = newline === -1 || newline > this.end ? this.end : newline;
    if (this.code[end - 1] === '\r' && end > start + 1) end -= 1;
    this.index = end;
    this.found.comments.push({ type: 'comment', start, end });
  }

  /** Takes a keyword; false where another word stands here. */
  protected take(keyword: string): boolean {
    this.skipBlanks();
    if (this.peekWord() !== keyword) return false;
    this.index += keyword.length;
    return true;
  }

  /** The bare characters that follow, up to a metacharacter, without reading them. */
  protected peekWord(): string {
    let end = this.index;
    while (end < this.end && end - this.index < 100 && !METACHARACTER.test(this.code.charAt(end))) end += 1;
    return this.code.slice(this.index, end);
  }

  protected at(text: string): boolean {
    return this.index + text.length <= this.end && this.code.startsWith(text, this.index);
  }

  protected problem(message: string, offset: number): void {
    this.found.problems.push({ message, offset });
  }
}
