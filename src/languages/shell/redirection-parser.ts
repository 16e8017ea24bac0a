import { ParameterParser } from './parameter-parser.js';
import type { Redirection, Statement, Word, WordPart } from './syntax.js';
import { characters } from './word-parts.js';

interface PendingHeredoc {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripsTabs: boolean;
  readonly offset: number;
  set(body: Word): void;
}

const REDIRECTION = /(?:\d*|&)(?:>>|>\||>&|<&|<>|>|<)(?:&?(?:\d+-?|-)(?=[\s;|&)]|$))?/y;
const NUMBERED = /\d+(?=[<>])/y;
const HEREDOC_DELIMITER = /[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|(\\?[^\s;&|<>()]+))/y;

/** Reads redirections, and the heredocs of a line where the line ends. */
export abstract class RedirectionParser extends ParameterParser {
  #heredocs: PendingHeredoc[] = [];

  protected abstract override within(start: number, end: number): RedirectionParser;

  /** Statements up to what closes them, which is left. */
  protected abstract list(close: string | null): Statement[];

  /** The heredocs that begin in a substitution end in it. */
  protected override substituted(): Statement[] {
    const outer = this.#heredocs;
    this.#heredocs = [];
    const body = this.list(')');
    while (this.index < this.end && !this.at(')')) {
      this.index += Math.max(this.peekWord().length, 1);
      body.push(...this.list(')'));
    }
    this.readHeredocs();
    this.#heredocs = outer;
    return body;
  }

  protected redirections(into: Redirection[]): void {
    do this.skipBlanks();
    while (this.redirection(into));
  }

  /** Reads a redirection into a list; false where none begins here. */
  protected redirection(into: Redirection[]): boolean {
    NUMBERED.lastIndex = this.index;
    const digits = NUMBERED.exec(this.code)?.[0].length ?? 0;
    const at = this.index + digits;
    if (this.code.startsWith('<<<', at)) {
      this.index = at + 3;
      this.skipBlanks();
      into.push({ input: this.word(), output: null });
      return true;
    }
    if (this.code.startsWith('<<', at)) return this.#heredoc(at, into);
    if (/^[<>]\(/.test(this.code.slice(at, at + 2))) return false;
    REDIRECTION.lastIndex = this.index;
    const match = REDIRECTION.exec(this.code);
    if (match === null || REDIRECTION.lastIndex > this.end) return false;
    this.index = REDIRECTION.lastIndex;
    if (/[\d-]$/.test(match[0])) return true;
    this.skipBlanks();
    const substituted = this.at('<(');
    const file = this.word();
    into.push({ input: substituted ? file : null, output: match[0].includes('>') ? file : null });
    return true;
  }

  #heredoc(at: number, into: Redirection[]): boolean {
    const stripsTabs = this.code[at + 2] === '-';
    HEREDOC_DELIMITER.lastIndex = at + (stripsTabs ? 3 : 2);
    const match = HEREDOC_DELIMITER.exec(this.code);
    if (match === null || HEREDOC_DELIMITER.lastIndex > this.end) {
      this.index = at + 2;
      return true;
    }
    this.index = HEREDOC_DELIMITER.lastIndex;
    const bare = match[3] ?? '';
    const quoted = match[3] === undefined || /[\\'"]/.test(bare);
    const delimiter = match[1] ?? match[2] ?? bare.replaceAll(/[\\'"]/g, '');
    const slot: { input: Word | null; output: null } = { input: null, output: null };
    into.push(slot);
    const set = (body: Word) => {
      slot.input = body;
    };
    this.#heredocs.push({ delimiter, quoted, stripsTabs, offset: at, set });
    return true;
  }

  protected skipBlanksAndLines(): void {
    for (;;) {
      this.skipBlanks();
      if (!this.at('\n') && !this.at('\r')) return;
      const newline = this.at('\n');
      this.index += 1;
      if (newline) this.readHeredocs();
    }
  }

  /** Reads the bodies of the heredocs of the line that just ended. */
  protected readHeredocs(): void {
    const pending = this.#heredocs;
    this.#heredocs = [];
    pending.forEach((heredoc, index) => {
      if (index > 0 && this.at('\n')) this.index += 1;
      this.#readHeredoc(heredoc);
    });
  }

  #readHeredoc(heredoc: PendingHeredoc): void {
    const start = this.index;
    for (let line = start; line < this.end; ) {
      const newline = this.code.indexOf('\n', line);
      const lineEnd = newline === -1 || newline >= this.end ? this.end : newline;
      const written = this.code.slice(line, lineEnd).replace(/\r$/, '');
      if ((heredoc.stripsTabs ? written.replace(/^\t+/, '') : written) === heredoc.delimiter) {
        heredoc.set(this.#heredocBody(start, line, heredoc));
        this.index = lineEnd;
        return;
      }
      line = lineEnd + 1;
    }
    this.problem(`The heredoc has no closing ${heredoc.delimiter}.`, heredoc.offset);
    heredoc.set(this.#heredocBody(start, this.end, heredoc));
    this.index = this.end;
  }

  #heredocBody(start: number, end: number, heredoc: PendingHeredoc): Word {
    const parts: WordPart[] = [];
    const parser = this.within(start, end);
    while (parser.index < end) {
      const newline = heredoc.stripsTabs ? this.code.indexOf('\n', parser.index) : -1;
      const stop = newline === -1 || newline >= end ? end : newline + 1;
      if (heredoc.stripsTabs) while (this.code[parser.index] === '\t' && parser.index < stop) parser.index += 1;
      if (heredoc.quoted) {
        if (stop > parser.index) parts.push(characters(parser.index, stop, true));
        parser.index = stop;
      } else {
        parser.expandable(parts, (_, index) => index >= stop, '$`\\');
      }
    }
    return { type: 'word', parts, start, end };
  }
}
