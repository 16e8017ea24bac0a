import { CommandParser } from './command-parser.js';
import { DEEPEST } from './script-cursor.js';
import type { Redirection, SimpleCommand, Statement, Word } from './syntax.js';

const FUNCTION = /([A-Za-z_][\w:.-]*)[ \t]*\([ \t]*\)/y;
/** Keywords that end a list of commands, wherever it was opened. */
const CLOSERS = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}']);

/** Reads statements: lists, pipelines, and what is made up of them. */
export class StatementParser extends CommandParser {
  protected override within(start: number, end: number): StatementParser {
    return new StatementParser(this.code, start, end, this.found, this.depth + 1);
  }

  override script(): Statement[] {
    const statements: Statement[] = [];
    while (this.index < this.end) {
      statements.push(...this.list(null));
      // A closer that nothing opened.
      if (this.index < this.end) this.index += Math.max(this.peekWord().length, 1);
    }
    this.readHeredocs();
    return statements;
  }

  /** Statements up to a keyword that closes a list, a `)` or `;;`, which is left to the caller. */
  protected override list(close: string | null): Statement[] {
    const statements: Statement[] = [];
    while (this.index < this.end) {
      this.#skipSeparators();
      if (this.index >= this.end) break;
      if (this.at(')') || this.at(';;')) break;
      const word = this.peekWord();
      if (CLOSERS.has(word) && (close !== null || this.nesting > 0 || word === '}')) break;
      const before = this.index;
      const statement = this.#pipeline();
      if (statement !== null) statements.push(statement);
      if (this.index === before) this.index += 1;
    }
    return statements;
  }

  #pipeline(): Statement | null {
    const start = this.index;
    const stages: Statement[] = [];
    for (;;) {
      const stage = this.#statement();
      if (stage !== null) stages.push(stage);
      this.skipBlanks();
      if (!this.at('|') || this.at('||')) break;
      this.index += this.at('|&') ? 2 : 1;
      this.skipBlanksAndLines();
      if (this.index >= this.end) break;
    }
    const [only] = stages;
    if (only === undefined) return null;
    return stages.length === 1 ? only : { type: 'pipeline', stages, start, end: this.index };
  }

  #statement(): Statement | null {
    if (this.nesting >= DEEPEST) return this.command();
    this.nesting += 1;
    const statement = this.#compound() ?? this.command();
    this.nesting -= 1;
    return statement;
  }

  #compound(): Statement | null {
    const start = this.index;
    if (this.at('((')) return this.#unread('))', start);
    if (this.at('(')) return this.#group(start, ')');
    const word = this.peekWord();
    switch (word) {
      case '{':
        return this.#group(start, '}');
      case '!':
      case 'time':
        this.index += word.length;
        this.skipBlanks();
        return this.#statement();
      case '[[':
        return this.#unread(']]', start);
      case 'if':
        return this.#if(start);
      case 'while':
      case 'until':
        return this.#while(start, word);
      case 'for':
      case 'select':
        return this.#for(start, word);
      case 'case':
        return this.#case(start);
      case 'function':
        return this.#function(start);
      default:
        FUNCTION.lastIndex = start;
        return FUNCTION.test(this.code) ? this.#function(start) : null;
    }
  }

  /** `((…))` and `[[…]]`, which name nothing. */
  #unread(close: '))' | ']]', start: number): Statement {
    this.skipTo(close, start);
    return { type: 'command', assignments: [], words: [], redirections: [], start, end: this.index };
  }

  #group(start: number, close: '}' | ')'): Statement {
    this.index += 1;
    const body = this.list(close);
    if (this.at(close)) this.index += 1;
    else this.problem(`The ${close === '}' ? '{' : '('} is never closed.`, start);
    this.redirections([]);
    return { type: 'branches', branches: [body], complete: true, start, end: this.index };
  }

  #if(start: number): Statement {
    this.index += 2;
    const branches: Statement[][] = [];
    let complete = false;
    let test = this.list('then');
    for (;;) {
      this.take('then');
      branches.push([...test, ...this.list('fi')]);
      const word = this.peekWord();
      if (word === 'elif') {
        this.take('elif');
        test = this.list('then');
      } else if (word === 'else') {
        this.take('else');
        branches.push(this.list('fi'));
        complete = true;
        break;
      } else {
        break;
      }
    }
    if (!this.take('fi')) this.problem('The if has no fi.', start);
    this.redirections([]);
    return { type: 'branches', branches, complete, start, end: this.index };
  }

  #while(start: number, keyword: string): Statement {
    this.index += keyword.length;
    const test = this.list('do');
    const redirections: Redirection[] = [];
    const body = this.#doGroup(start, keyword, redirections);
    const [read] = test;
    if (test.length === 1 && read?.type === 'command' && this.#programOf(read) === 'read') {
      return { type: 'reading', read, body, redirections, start, end: this.index };
    }
    return { type: 'branches', branches: [[...test, ...body]], complete: false, start, end: this.index };
  }

  #doGroup(start: number, keyword: string, redirections: Redirection[] = []): Statement[] {
    this.#skipSeparators();
    const braces = this.at('{');
    if (braces) this.index += 1;
    else this.take('do');
    const body = this.list('done');
    if (braces ? this.at('}') : this.peekWord() === 'done') this.index += braces ? 1 : 4;
    else this.problem(`The ${keyword} has no done.`, start);
    this.redirections(redirections);
    return body;
  }

  #for(start: number, keyword: string): Statement {
    this.index += keyword.length;
    this.skipBlanks();
    if (this.at('((')) {
      this.skipTo('))', this.index);
      const body = this.#doGroup(start, keyword);
      return { type: 'branches', branches: [body], complete: false, start, end: this.index };
    }
    const variable = this.peekWord();
    this.index += variable.length;
    this.skipBlanksAndLines();
    const words = this.take('in') ? this.#words() : null;
    const body = this.#doGroup(start, keyword);
    return { type: 'loop', variable, words, body, start, end: this.index };
  }

  #words(): Word[] {
    const words: Word[] = [];
    for (;;) {
      this.skipBlanks();
      const before = this.index;
      const word = this.word();
      if (word === null || this.index === before) return words;
      words.push(word);
    }
  }

  #programOf({ words: [program] }: SimpleCommand): string {
    return program === undefined ? '' : this.code.slice(program.start, program.end);
  }

  #case(start: number): Statement {
    this.index += 4;
    this.skipBlanks();
    this.word();
    this.skipBlanksAndLines();
    this.take('in');
    const branches: Statement[][] = [];
    while (this.index < this.end) {
      this.#skipSeparators();
      if (this.peekWord() === 'esac') break;
      if (!this.#skipPattern()) break;
      branches.push(this.list('esac'));
      while (this.at(';') || this.at('&')) this.index += 1;
    }
    if (!this.take('esac')) this.problem('The case has no esac.', start);
    return { type: 'branches', branches, complete: false, start, end: this.index };
  }

  /** Goes over `a | "b")`; false where the code ends before. */
  #skipPattern(): boolean {
    if (this.at('(')) this.index += 1;
    while (this.index < this.end && !this.at(')')) {
      const before = this.index;
      this.word();
      if (this.index === before) this.index += 1;
    }
    const closed = this.at(')');
    if (closed) this.index += 1;
    return closed;
  }

  #function(start: number): Statement {
    if (this.take('function')) this.skipBlanks();
    const name = this.peekWord();
    this.index += name.length;
    this.skipBlanks();
    if (this.at('(')) {
      this.index += 1;
      this.skipBlanks();
      if (this.at(')')) this.index += 1;
    }
    this.skipBlanksAndLines();
    const before = this.index;
    const body = this.#compound();
    if (body === null && this.index === before) this.problem(`The function ${name} has no body.`, start);
    return { type: 'function', name, body: body === null ? [] : [body], start, end: this.index };
  }

  #skipSeparators(): void {
    for (;;) {
      this.skipBlanksAndLines();
      if (this.at(';;') || !(this.at(';') || this.at('&') || this.at('||'))) return;
      this.index += this.at('||') ? 2 : 1;
    }
  }
}
