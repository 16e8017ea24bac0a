import type {
  ArrayLiteral,
  Assignment,
  Parameter,
  Redirection,
  Script,
  ScriptComment,
  SimpleCommand,
  Statement,
  Word,
  WordPart,
} from './syntax.js';

/**
 * Parses a POSIX shell or bash script. Never fails and never goes back: what is not closed goes to
 * the end of the code, a keyword out of place is a word, and either way the rest is read. Substitutions
 * and groups nested deeper than `DEEPEST` are read as plain words.
 */
export function parseShell(code: string): Script {
  const shared: Shared = { comments: [], problems: [] };
  const statements = new ShellParser(code, 0, code.length, shared, 0).script();
  return { statements, comments: shared.comments, problems: shared.problems };
}

interface Shared {
  readonly comments: ScriptComment[];
  readonly problems: { message: string; offset: number }[];
}

interface PendingHeredoc {
  readonly delimiter: string;
  readonly quoted: boolean;
  readonly stripsTabs: boolean;
  readonly offset: number;
  set(body: Word): void;
}

const DEEPEST = 60;
const LONGEST_BRACES = 500;
const ASSIGNMENT = /([A-Za-z_]\w*)(?:\[[^\]\s=]*\])?(\+?)=/y;
const REDIRECTION = /(?:\d*|&)(?:>>|>\||>&|<&|<>|>|<)(?:&?(?:\d+-?|-)(?=[\s;|&)]|$))?/y;
const FUNCTION = /([A-Za-z_][\w:.-]*)[ \t]*\([ \t]*\)/y;
const NUMBERED = /\d+(?=[<>])/y;
const NAME = /[A-Za-z_]\w*/y;
const SPECIAL_PARAMETER = /[0-9@*#?$!-]/;
const HEREDOC_DELIMITER = /[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|(\\?[^\s;&|<>()]+))/y;
const METACHARACTER = /[\s;&|<>()]/;
const BRACE_LIST = /^\{[^\s{}]*,[^\s]*\}$/;
const BRACE_RANGE = /^\{[\w-]+\.\.[\w-]+(?:\.\.\d+)?\}$/;
/** Keywords that end a list of commands, wherever it was opened. */
const CLOSERS = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}']);
const DECLARATORS = new Set(['export', 'declare', 'typeset', 'local', 'readonly']);
const ANSI_ESCAPES: Readonly<Record<string, string>> = {
  n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"', '?': '?',
};

class ShellParser {
  readonly #code: string;
  readonly #end: number;
  readonly #shared: Shared;
  readonly #depth: number;
  #nesting = 0;
  #index: number;
  #heredocs: PendingHeredoc[] = [];

  constructor(code: string, start: number, end: number, shared: Shared, depth: number) {
    this.#code = code;
    this.#index = start;
    this.#end = end;
    this.#shared = shared;
    this.#depth = depth;
  }

  script(): Statement[] {
    const statements: Statement[] = [];
    while (this.#index < this.#end) {
      statements.push(...this.#list(null));
      // A closer that nothing opened.
      if (this.#index < this.#end) this.#index += Math.max(this.#peekWord().length, 1);
    }
    this.#readHeredocs();
    return statements;
  }

  /** Statements up to a keyword that closes a list, a `)` or `;;`, which is left to the caller. */
  #list(close: string | null): Statement[] {
    const statements: Statement[] = [];
    while (this.#index < this.#end) {
      this.#skipSeparators();
      if (this.#index >= this.#end) break;
      if (this.#at(')') || this.#at(';;')) break;
      const word = this.#peekWord();
      if (CLOSERS.has(word) && (close !== null || this.#nesting > 0 || word === '}')) break;
      const before = this.#index;
      const statement = this.#pipeline();
      if (statement !== null) statements.push(statement);
      if (this.#index === before) this.#index += 1;
    }
    return statements;
  }

  #pipeline(): Statement | null {
    const start = this.#index;
    const stages: Statement[] = [];
    for (;;) {
      const stage = this.#statement();
      if (stage !== null) stages.push(stage);
      this.#skipBlanks();
      if (!this.#at('|') || this.#at('||')) break;
      this.#index += this.#at('|&') ? 2 : 1;
      this.#skipBlanksAndLines();
      if (this.#index >= this.#end) break;
    }
    const [only] = stages;
    if (only === undefined) return null;
    return stages.length === 1 ? only : { type: 'pipeline', stages, start, end: this.#index };
  }

  #statement(): Statement | null {
    if (this.#nesting >= DEEPEST) return this.#command();
    this.#nesting += 1;
    const statement = this.#compound() ?? this.#command();
    this.#nesting -= 1;
    return statement;
  }

  #compound(): Statement | null {
    const start = this.#index;
    if (this.#at('((')) return this.#skipTo('))', start);
    if (this.#at('(')) return this.#group(start, ')');
    const word = this.#peekWord();
    switch (word) {
      case '{':
        return this.#group(start, '}');
      case '!':
      case 'time':
        this.#index += word.length;
        this.#skipBlanks();
        return this.#statement();
      case '[[':
        return this.#skipTo(']]', start);
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
        return FUNCTION.test(this.#code) ? this.#function(start) : null;
    }
  }

  #group(start: number, close: '}' | ')'): Statement {
    this.#index += 1;
    const body = this.#list(close);
    if (this.#at(close)) this.#index += 1;
    else this.#problem(`The ${close === '}' ? '{' : '('} is never closed.`, start);
    this.#redirections([]);
    return { type: 'branches', branches: [body], complete: true, start, end: this.#index };
  }

  #if(start: number): Statement {
    this.#index += 2;
    const branches: Statement[][] = [];
    let complete = false;
    let test = this.#list('then');
    for (;;) {
      this.#take('then');
      branches.push([...test, ...this.#list('fi')]);
      const word = this.#peekWord();
      if (word === 'elif') {
        this.#take('elif');
        test = this.#list('then');
      } else if (word === 'else') {
        this.#take('else');
        branches.push(this.#list('fi'));
        complete = true;
        break;
      } else {
        break;
      }
    }
    if (!this.#take('fi')) this.#problem('The if has no fi.', start);
    this.#redirections([]);
    return { type: 'branches', branches, complete, start, end: this.#index };
  }

  #while(start: number, keyword: string): Statement {
    this.#index += keyword.length;
    const test = this.#list('do');
    const redirections: Redirection[] = [];
    const body = this.#doGroup(start, keyword, redirections);
    const [read] = test;
    if (test.length === 1 && read?.type === 'command' && this.#programOf(read) === 'read') {
      return { type: 'reading', read, body, redirections, start, end: this.#index };
    }
    return { type: 'branches', branches: [[...test, ...body]], complete: false, start, end: this.#index };
  }

  #for(start: number, keyword: string): Statement {
    this.#index += keyword.length;
    this.#skipBlanks();
    if (this.#at('((')) {
      this.#skipTo('))', this.#index);
      const body = this.#doGroup(start, keyword);
      return { type: 'branches', branches: [body], complete: false, start, end: this.#index };
    }
    const variable = this.#peekWord();
    this.#index += variable.length;
    this.#skipBlanksAndLines();
    const words = this.#take('in') ? this.#words() : null;
    const body = this.#doGroup(start, keyword);
    return { type: 'loop', variable, words, body, start, end: this.#index };
  }

  #words(): Word[] {
    const words: Word[] = [];
    for (;;) {
      this.#skipBlanks();
      const before = this.#index;
      const word = this.#word();
      if (word === null || this.#index === before) return words;
      words.push(word);
    }
  }

  #programOf({ words: [program] }: SimpleCommand): string {
    return program === undefined ? '' : this.#code.slice(program.start, program.end);
  }

  #doGroup(start: number, keyword: string, redirections: Redirection[] = []): Statement[] {
    this.#skipSeparators();
    const braces = this.#at('{');
    if (braces) this.#index += 1;
    else this.#take('do');
    const body = this.#list('done');
    if (braces ? this.#at('}') : this.#peekWord() === 'done') this.#index += braces ? 1 : 4;
    else this.#problem(`The ${keyword} has no done.`, start);
    this.#redirections(redirections);
    return body;
  }

  #case(start: number): Statement {
    this.#index += 4;
    this.#skipBlanks();
    this.#word();
    this.#skipBlanksAndLines();
    this.#take('in');
    const branches: Statement[][] = [];
    while (this.#index < this.#end) {
      this.#skipSeparators();
      if (this.#peekWord() === 'esac') break;
      if (!this.#skipPattern()) break;
      branches.push(this.#list('esac'));
      while (this.#at(';') || this.#at('&')) this.#index += 1;
    }
    if (!this.#take('esac')) this.#problem('The case has no esac.', start);
    return { type: 'branches', branches, complete: false, start, end: this.#index };
  }

  /** Goes over `a | "b")`; false where the code ends before. */
  #skipPattern(): boolean {
    if (this.#at('(')) this.#index += 1;
    while (this.#index < this.#end && !this.#at(')')) {
      const before = this.#index;
      this.#word();
      if (this.#index === before) this.#index += 1;
    }
    const closed = this.#at(')');
    if (closed) this.#index += 1;
    return closed;
  }

  #function(start: number): Statement {
    if (this.#take('function')) this.#skipBlanks();
    const name = this.#peekWord();
    this.#index += name.length;
    this.#skipBlanks();
    if (this.#at('(')) {
      this.#index += 1;
      this.#skipBlanks();
      if (this.#at(')')) this.#index += 1;
    }
    this.#skipBlanksAndLines();
    const before = this.#index;
    const body = this.#compound();
    if (body === null && this.#index === before) this.#problem(`The function ${name} has no body.`, start);
    return { type: 'function', name, body: body === null ? [] : [body], start, end: this.#index };
  }

  #command(): Statement | null {
    const start = this.#index;
    const assignments: Assignment[] = [];
    const words: Word[] = [];
    const redirections: Redirection[] = [];
    let declares = false;
    for (;;) {
      this.#skipBlanks();
      const before = this.#index;
      if (this.#index >= this.#end) break;
      if (this.#redirection(redirections)) continue;
      if (words.length === 0 || declares) {
        const assignment = this.#assignment();
        if (assignment !== null) {
          assignments.push(assignment);
          continue;
        }
      }
      const word = this.#word();
      if (word === null || this.#index === before) break;
      if (words.length === 0) declares = DECLARATORS.has(this.#code.slice(word.start, word.end));
      words.push(word);
    }
    if (this.#index === start) return null;
    const command: SimpleCommand = { type: 'command', assignments, words, redirections, start, end: this.#index };
    return command;
  }

  #assignment(): Assignment | null {
    const start = this.#index;
    ASSIGNMENT.lastIndex = start;
    const match = ASSIGNMENT.exec(this.#code);
    if (match === null || ASSIGNMENT.lastIndex > this.#end) return null;
    this.#index = ASSIGNMENT.lastIndex;
    const name = match[1] ?? '';
    const value = this.#at('(') ? this.#array() : (this.#word() ?? emptyWord(this.#index));
    const nameEnd = start + name.length;
    return { name, nameEnd, appends: match[2] === '+', value, start, end: this.#index };
  }

  #array(): ArrayLiteral {
    const start = this.#index;
    const items: { key: string | null; word: Word }[] = [];
    this.#index += 1;
    for (;;) {
      this.#skipBlanksAndLines();
      if (this.#index >= this.#end || this.#at(')')) break;
      const before = this.#index;
      const key = this.#arrayKey();
      const word = this.#word();
      if (word !== null) items.push({ key, word });
      if (this.#index === before) this.#index += 1;
    }
    if (this.#at(')')) this.#index += 1;
    else this.#problem('The ( is never closed.', start);
    return { type: 'array', items, start, end: this.#index };
  }

  #arrayKey(): string | null {
    const match = /^\[(["']?)([^\]\n"']*)\1\]=/.exec(this.#code.slice(this.#index, this.#index + 200));
    if (match === null) return null;
    this.#index += match[0].length;
    return match[2] ?? '';
  }

  #redirections(into: Redirection[]): void {
    do this.#skipBlanks();
    while (this.#redirection(into));
  }

  /** Reads a redirection into a list; false where none begins here. */
  #redirection(into: Redirection[]): boolean {
    NUMBERED.lastIndex = this.#index;
    const digits = NUMBERED.exec(this.#code)?.[0].length ?? 0;
    const at = this.#index + digits;
    if (this.#code.startsWith('<<<', at)) {
      this.#index = at + 3;
      this.#skipBlanks();
      into.push({ input: this.#word(), output: null });
      return true;
    }
    if (this.#code.startsWith('<<', at)) return this.#heredoc(at, into);
    if (/^[<>]\(/.test(this.#code.slice(at, at + 2))) return false;
    REDIRECTION.lastIndex = this.#index;
    const match = REDIRECTION.exec(this.#code);
    if (match === null || REDIRECTION.lastIndex > this.#end) return false;
    this.#index = REDIRECTION.lastIndex;
    if (/[\d-]$/.test(match[0])) return true;
    this.#skipBlanks();
    const substituted = this.#at('<(');
    const file = this.#word();
    into.push({ input: substituted ? file : null, output: match[0].includes('>') ? file : null });
    return true;
  }

  #heredoc(at: number, into: Redirection[]): boolean {
    const stripsTabs = this.#code[at + 2] === '-';
    HEREDOC_DELIMITER.lastIndex = at + (stripsTabs ? 3 : 2);
    const match = HEREDOC_DELIMITER.exec(this.#code);
    if (match === null || HEREDOC_DELIMITER.lastIndex > this.#end) {
      this.#index = at + 2;
      return true;
    }
    this.#index = HEREDOC_DELIMITER.lastIndex;
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

  /** Reads the bodies of the heredocs of the line that just ended. */
  #readHeredocs(): void {
    const pending = this.#heredocs;
    this.#heredocs = [];
    pending.forEach((heredoc, index) => {
      if (index > 0 && this.#at('\n')) this.#index += 1;
      this.#readHeredoc(heredoc);
    });
  }

  #readHeredoc(heredoc: PendingHeredoc): void {
    const start = this.#index;
    for (let line = start; line < this.#end; ) {
      const newline = this.#code.indexOf('\n', line);
      const lineEnd = newline === -1 || newline >= this.#end ? this.#end : newline;
      const written = this.#code.slice(line, lineEnd).replace(/\r$/, '');
      if ((heredoc.stripsTabs ? written.replace(/^\t+/, '') : written) === heredoc.delimiter) {
        heredoc.set(this.#heredocBody(start, line, heredoc));
        this.#index = lineEnd;
        return;
      }
      line = lineEnd + 1;
    }
    this.#problem(`The heredoc has no closing ${heredoc.delimiter}.`, heredoc.offset);
    heredoc.set(this.#heredocBody(start, this.#end, heredoc));
    this.#index = this.#end;
  }

  #heredocBody(start: number, end: number, heredoc: PendingHeredoc): Word {
    const parts: WordPart[] = [];
    const parser = new ShellParser(this.#code, start, end, this.#shared, this.#depth + 1);
    while (parser.#index < end) {
      const newline = heredoc.stripsTabs ? this.#code.indexOf('\n', parser.#index) : -1;
      const stop = newline === -1 || newline >= end ? end : newline + 1;
      if (heredoc.stripsTabs) while (this.#code[parser.#index] === '\t' && parser.#index < stop) parser.#index += 1;
      if (heredoc.quoted) {
        if (stop > parser.#index) parts.push(characters(parser.#index, stop, true));
        parser.#index = stop;
      } else {
        parser.#expandable(parts, (_, index) => index >= stop, '$`\\');
      }
    }
    return { type: 'word', parts, start, end };
  }

  /** A word; null where none begins here. */
  #word(): Word | null {
    const start = this.#index;
    const parts: WordPart[] = [];
    while (this.#index < this.#end) {
      const character = this.#code.charAt(this.#index);
      if ((character === '<' || character === '>') && this.#code[this.#index + 1] === '(') {
        this.#processSubstitution(parts);
      } else if (METACHARACTER.test(character)) {
        break;
      } else {
        this.#wordPart(character, parts);
      }
    }
    if (this.#index === start) return null;
    return { type: 'word', parts, start, end: this.#index };
  }

  #wordPart(character: string, parts: WordPart[]): void {
    switch (character) {
      case "'":
        this.#singleQuoted(parts);
        break;
      case '"':
        this.#doubleQuoted(parts);
        break;
      case '\\':
        this.#escapedCharacter(parts);
        break;
      case '$':
      case '`':
        this.#dollar(parts, false);
        break;
      case '{':
        this.#braces(parts);
        break;
      default:
        this.#bare(parts);
    }
  }

  #bare(parts: WordPart[]): void {
    const start = this.#index;
    do this.#index += 1;
    while (this.#index < this.#end && !/[\s;&|<>()'"\\$`{]/.test(this.#code.charAt(this.#index)));
    parts.push(characters(start, this.#index, false));
  }

  #escapedCharacter(parts: WordPart[]): void {
    const start = this.#index;
    const lineEnd = this.#code.startsWith('\r\n', start + 1) ? 3 : 2;
    if (this.#code[start + 1] === '\n' || lineEnd === 3) {
      this.#index = Math.min(start + lineEnd, this.#end);
      return;
    }
    this.#index = Math.min(start + 2, this.#end);
    if (start + 1 < this.#end) parts.push(characters(start + 1, this.#index, true));
  }

  #singleQuoted(parts: WordPart[]): void {
    const start = this.#index;
    const close = this.#code.indexOf("'", start + 1);
    if (close === -1 || close >= this.#end) {
      this.#problem("The ' has no closing counterpart.", start);
      parts.push(characters(start, start + 1, false));
      this.#index = start + 1;
      return;
    }
    parts.push(characters(start + 1, close, true));
    this.#index = close + 1;
  }

  #doubleQuoted(parts: WordPart[]): void {
    const start = this.#index;
    this.#index += 1;
    if (this.#code[this.#index] === '"') parts.push(characters(this.#index, this.#index, true));
    this.#expandable(parts, (code, index) => code[index] === '"', '$`"\\');
    if (this.#at('"')) this.#index += 1;
    else this.#problem('The " has no closing counterpart.', start);
  }

  /** Text with expansions, up to where it ends; a backslash escapes only the given characters. */
  #expandable(parts: WordPart[], ends: (code: string, index: number) => boolean, escapable: string): void {
    let from = this.#index;
    const keep = (end: number) => {
      if (end > from) parts.push(characters(from, end, true));
    };
    while (this.#index < this.#end && !ends(this.#code, this.#index)) {
      const character = this.#code[this.#index];
      const next = this.#code.charAt(this.#index + 1);
      if (character === '\\' && next === '\n') {
        keep(this.#index);
        this.#index += 2;
        from = this.#index;
      } else if (character === '\\' && next !== '' && escapable.includes(next)) {
        keep(this.#index);
        from = this.#index + 1;
        this.#index += 2;
      } else if (character === '$' || character === '`') {
        keep(this.#index);
        this.#dollar(parts, true);
        from = this.#index;
      } else {
        this.#index += 1;
      }
    }
    this.#index = Math.min(this.#index, this.#end);
    keep(this.#index);
  }

  #dollar(parts: WordPart[], quoted: boolean): void {
    const start = this.#index;
    if (this.#at('`')) return this.#backquoted(parts, quoted);
    if (this.#at('$((')) {
      this.#index += 1;
      this.#skipTo('))', start);
      parts.push({ type: 'opaque', start, end: this.#index });
      return;
    }
    if (this.#at('$(')) return this.#substitution(parts, quoted);
    if (this.#at('${')) return this.#parameterInBraces(parts, quoted);
    if (!quoted && this.#at("$'")) return this.#ansiQuoted(parts);
    if (!quoted && this.#at('$"')) {
      this.#index += 1;
      return this.#doubleQuoted(parts);
    }
    NAME.lastIndex = start + 1;
    const name = NAME.exec(this.#code)?.[0] ?? this.#code.charAt(start + 1);
    const end = start + 1 + name.length;
    if (name === '' || end > this.#end || !(/^\w/.test(name) || SPECIAL_PARAMETER.test(name))) {
      this.#index = start + 1;
      parts.push(characters(start, start + 1, quoted));
      return;
    }
    this.#index = end;
    parts.push(parameter(name, start, end, quoted));
  }

  #substitution(parts: WordPart[], quoted: boolean): void {
    const start = this.#index;
    this.#index += 2;
    if (this.#nesting >= DEEPEST) {
      parts.push({ type: 'opaque', start, end: this.#index });
      return;
    }
    const outer = this.#heredocs;
    this.#heredocs = [];
    this.#nesting += 1;
    const body = this.#list(')');
    while (this.#index < this.#end && !this.#at(')')) {
      this.#index += Math.max(this.#peekWord().length, 1);
      body.push(...this.#list(')'));
    }
    this.#nesting -= 1;
    this.#readHeredocs();
    this.#heredocs = outer;
    if (this.#at(')')) this.#index += 1;
    else this.#problem('The $( is never closed.', start);
    parts.push({ type: 'substitution', body, quoted, start, end: this.#index });
  }

  #backquoted(parts: WordPart[], quoted: boolean): void {
    const start = this.#index;
    let close = start + 1;
    while (close < this.#end && this.#code[close] !== '`') close += this.#code[close] === '\\' ? 2 : 1;
    if (close >= this.#end) {
      this.#problem('The ` has no closing counterpart.', start);
      parts.push(characters(start, start + 1, quoted));
      this.#index = start + 1;
      return;
    }
    const deep = this.#depth >= DEEPEST;
    const inner = new ShellParser(this.#code, start + 1, close, this.#shared, this.#depth + 1);
    this.#index = close + 1;
    parts.push({ type: 'substitution', body: deep ? [] : inner.script(), quoted, start, end: this.#index });
  }

  #processSubstitution(parts: WordPart[]): void {
    const inner: WordPart[] = [];
    this.#substitution(inner, false);
    parts.push(...inner);
  }

  #ansiQuoted(parts: WordPart[]): void {
    const start = this.#index;
    this.#index += 2;
    let from = this.#index;
    const keep = () => {
      if (this.#index > from) parts.push(characters(from, this.#index, true));
    };
    while (this.#index < this.#end && !this.#at("'")) {
      if (!this.#at('\\')) {
        this.#index += 1;
        continue;
      }
      keep();
      const letter = this.#code.charAt(this.#index + 1);
      const end = Math.min(this.#index + 2, this.#end);
      parts.push({ type: 'decoded', characters: ANSI_ESCAPES[letter] ?? `\\${letter}`, start: this.#index, end });
      this.#index = end;
      from = end;
    }
    keep();
    if (this.#at("'")) this.#index += 1;
    else this.#problem("The $' has no closing counterpart.", start);
  }

  #parameterInBraces(parts: WordPart[], quoted: boolean): void {
    const start = this.#index;
    this.#index += 2;
    const prefix = /[#!]/.test(this.#code.charAt(this.#index)) && !this.#code.startsWith('}', this.#index + 1);
    if (prefix) this.#index += 1;
    const nameStart = this.#index;
    NAME.lastIndex = nameStart;
    const named = NAME.exec(this.#code)?.[0];
    const name = named ?? /^(?:\d+|[@*#?$!-])/.exec(this.#code.slice(nameStart, nameStart + 8))?.[0] ?? '';
    this.#index += name.length;
    const index = this.#parameterIndex();
    const operator = this.#parameterOperator();
    const word = operator === '' ? null : this.#parameterWord(quoted);
    if (this.#at('}')) this.#index += 1;
    else this.#problem('The ${ is never closed.', start);
    if (name === '' || prefix) {
      parts.push({ type: 'opaque', start, end: this.#index });
      return;
    }
    parts.push({ type: 'parameter', name, nameStart, index, operator, word, quoted, start, end: this.#index });
  }

  #parameterIndex(): string | null {
    if (!this.#at('[')) return null;
    const close = this.#code.indexOf(']', this.#index);
    if (close === -1 || close >= this.#end || close - this.#index > LONGEST_BRACES) return null;
    const index = this.#code.slice(this.#index + 1, close);
    this.#index = close + 1;
    return index.replace(/^(["'])(.*)\1$/, '$2');
  }

  #parameterOperator(): string {
    const rest = this.#code.slice(this.#index, Math.min(this.#index + 2, this.#end));
    const operator = /^(?::?[-=?+]|\^\^|,,)/.exec(rest)?.[0];
    if (operator !== undefined) {
      this.#index += operator.length;
      return operator;
    }
    return rest === '' || rest.startsWith('}') ? '' : 'other';
  }

  #parameterWord(quoted: boolean): Word {
    const start = this.#index;
    const parts: WordPart[] = [];
    if (this.#nesting >= DEEPEST) return { type: 'word', parts, start, end: start };
    this.#nesting += 1;
    if (quoted) this.#quotedParameterWord(parts);
    else this.#bareParameterWord(parts);
    this.#nesting -= 1;
    return { type: 'word', parts, start, end: this.#index };
  }

  #bareParameterWord(parts: WordPart[]): void {
    while (this.#index < this.#end && !this.#at('}')) {
      const character = this.#code.charAt(this.#index);
      if (/[\s;&|<>(){]/.test(character)) {
        parts.push(characters(this.#index, this.#index + 1, false));
        this.#index += 1;
      } else if (/['"\\$`]/.test(character)) {
        this.#wordPart(character, parts);
      } else {
        const from = this.#index;
        while (this.#index < this.#end && !/[\s;&|<>(){}'"\\$`]/.test(this.#code.charAt(this.#index))) {
          this.#index += 1;
        }
        parts.push(characters(from, this.#index, false));
      }
    }
  }

  #quotedParameterWord(parts: WordPart[]): void {
    while (this.#index < this.#end && !this.#at('}')) {
      if (this.#at('"')) this.#doubleQuoted(parts);
      else this.#expandable(parts, (code, index) => code[index] === '}' || code[index] === '"', '$`"\\}');
    }
  }

  #braces(parts: WordPart[]): void {
    const start = this.#index;
    const code = this.#code.slice(start, Math.min(start + LONGEST_BRACES, this.#end));
    const close = matchingBrace(code);
    const written = close === -1 ? '' : code.slice(0, close + 1);
    if (BRACE_RANGE.test(written)) {
      this.#index = start + written.length;
      parts.push({ type: 'opaque', start, end: this.#index });
    } else if (BRACE_LIST.test(written) && this.#nesting < DEEPEST) {
      const alternatives = bracePieces(written).map(([from, to]) => this.#alternative(start + from, start + to));
      this.#index = start + written.length;
      parts.push({ type: 'braces', alternatives, start, end: this.#index });
    } else {
      this.#bare(parts);
    }
  }

  #alternative(start: number, end: number): Word {
    const parser = new ShellParser(this.#code, start, end, this.#shared, this.#depth + 1);
    parser.#nesting = this.#nesting + 1;
    return parser.#word() ?? emptyWord(start);
  }

  /** Goes over what is not read: `((…))`, `[[…]]`. Quotes and substitutions in it still count. */
  #skipTo(close: '))' | ']]', start: number): Statement {
    this.#index += 2;
    const parts: WordPart[] = [];
    // In `((a * (b + c)))` the first two closing parentheses are not those that end it.
    let open = 0;
    while (this.#index < this.#end && !(open === 0 && this.#at(close))) {
      const character = this.#code.charAt(this.#index);
      if (character === '(') open += 1;
      else if (character === ')') open = Math.max(open - 1, 0);
      const plain = METACHARACTER.test(character) || character === '#' || character === '{';
      if (plain) this.#index += 1;
      else if (/['"\\$`]/.test(character)) this.#wordPart(character, parts);
      else this.#index += 1;
    }
    if (this.#at(close)) this.#index += 2;
    else this.#problem(`There is no closing ${close}.`, start);
    return { type: 'command', assignments: [], words: [], redirections: [], start, end: this.#index };
  }

  #skipSeparators(): void {
    for (;;) {
      this.#skipBlanksAndLines();
      if (this.#at(';;') || !(this.#at(';') || this.#at('&') || this.#at('||'))) return;
      this.#index += this.#at('||') ? 2 : 1;
    }
  }

  #skipBlanksAndLines(): void {
    for (;;) {
      this.#skipBlanks();
      if (!this.#at('\n') && !this.#at('\r')) return;
      const newline = this.#at('\n');
      this.#index += 1;
      if (newline) this.#readHeredocs();
    }
  }

  #skipBlanks(): void {
    while (this.#index < this.#end) {
      const character = this.#code[this.#index];
      if (character === ' ' || character === '\t' || character === '\v' || character === '\f') this.#index += 1;
      else if (this.#at('\\\n')) this.#index += 2;
      else if (this.#at('\\\r\n')) this.#index += 3;
      else if (character === '#') this.#skipComment();
      else return;
    }
  }

  #skipComment(): void {
    const start = this.#index;
    const newline = this.#code.indexOf('\n', start);
    let end = newline === -1 || newline > this.#end ? this.#end : newline;
    if (this.#code[end - 1] === '\r' && end > start + 1) end -= 1;
    this.#index = end;
    this.#shared.comments.push({ type: 'comment', start, end });
  }

  /** Takes a keyword; false where another word stands here. */
  #take(keyword: string): boolean {
    this.#skipBlanks();
    if (this.#peekWord() !== keyword) return false;
    this.#index += keyword.length;
    return true;
  }

  /** The bare characters that follow, up to a metacharacter, without reading them. */
  #peekWord(): string {
    let end = this.#index;
    while (end < this.#end && end - this.#index < 100 && !METACHARACTER.test(this.#code.charAt(end))) end += 1;
    return this.#code.slice(this.#index, end);
  }

  #at(text: string): boolean {
    return this.#index + text.length <= this.#end && this.#code.startsWith(text, this.#index);
  }

  #problem(message: string, offset: number): void {
    this.#shared.problems.push({ message, offset });
  }
}

function characters(start: number, end: number, quoted: boolean): WordPart {
  return { type: 'characters', start, end, quoted };
}

function parameter(name: string, start: number, end: number, quoted: boolean): Parameter {
  return {
    type: 'parameter', name, nameStart: start + 1, index: null, operator: '', word: null, quoted, start, end,
  };
}

function emptyWord(at: number): Word {
  return { type: 'word', parts: [], start: at, end: at };
}

/** Where the brace that opens a text is closed; -1 where a blank or the end comes before. */
function matchingBrace(code: string): number {
  let open = 0;
  for (let index = 0; index < code.length; index++) {
    const character = code[index];
    if (character === '{') open += 1;
    else if (character === '}' && --open === 0) return index;
    else if (character === '"' || character === "'" || /\s/.test(character ?? '')) return -1;
  }
  return -1;
}

/** The ranges between the outer commas of `{a,b{c,d}}`. */
function bracePieces(written: string): [number, number][] {
  const pieces: [number, number][] = [];
  let open = 0;
  let from = 1;
  for (let index = 0; index < written.length; index++) {
    const character = written[index];
    if (character === '{') open += 1;
    else if (character === '}') open -= 1;
    if ((character === ',' && open === 1) || (character === '}' && open === 0)) {
      pieces.push([from, index]);
      from = index + 1;
    }
  }
  return pieces;
}
