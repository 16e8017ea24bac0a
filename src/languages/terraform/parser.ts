import type { Attribute, Characters, Expression, ObjectEntry, TerraformFile } from './syntax.js';

/**
 * Parses Terraform's native syntax. Never fails: what fits no rule is passed over to the next line, and
 * what is not closed goes to the end. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function parseTerraform(text: string): TerraformFile {
  return new TerraformParser(text).file();
}

const DEEPEST = 60;
const IDENTIFIER = /[A-Za-z_][\w-]*/y;
const NUMBER = /\d[\d.eE+-]*/y;
const OPERATOR = /(?:==|!=|<=|>=|&&|\|\||[-+*/%<>])/y;
const HEREDOC = /<<(-?)([A-Za-z_]\w*)[ \t]*\r?\n/y;

class TerraformParser {
  readonly #text: string;
  #index = 0;
  #depth = 0;
  /** Whether an expression goes on behind the end of its line: within brackets other than braces. */
  #goesOn = false;
  #blocks = 0;
  readonly #around = new Map<number, number>();
  readonly #attributes: Attribute[] = [];
  readonly #comments: { form: 'line' | 'block'; start: number; end: number }[] = [];
  readonly #problems: { message: string; offset: number }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  file(): TerraformFile {
    while (this.#index < this.#text.length) {
      this.#body([], 0);
      if (this.#at('}')) this.#index += 1;
    }
    return { attributes: this.#attributes, around: this.#around, comments: this.#comments, problems: this.#problems };
  }

  /** Attributes and blocks up to a closing brace, which is left to the caller. */
  #body(path: readonly string[], block: number): void {
    for (;;) {
      this.#skipBlanks(true);
      if (this.#index >= this.#text.length || this.#at('}')) return;
      const start = this.#index;
      const name = this.#identifier() ?? this.#label();
      if (name === null) {
        this.#index += 1;
        continue;
      }
      this.#definition(path, name, start, this.#index, block);
    }
  }

  #definition(path: readonly string[], name: string, start: number, nameEnd: number, block: number): void {
    const labels = [name];
    for (;;) {
      this.#skipBlanks(false);
      if (this.#at('=') && !this.#at('==')) {
        this.#index += 1;
        const value = this.#expression();
        const quoted = this.#text[start] === '"' ? 1 : 0;
        const at = { nameStart: start + quoted, nameEnd: nameEnd - quoted, start, end: this.#index };
        this.#attributes.push({ ...at, path: [...path, ...labels], value, block });
        return;
      }
      if (this.#at('{')) return this.#block([...path, ...labels], block);
      const label = this.#label() ?? this.#identifier();
      if (label === null) return;
      labels.push(label);
    }
  }

  #block(path: readonly string[], around: number): void {
    const start = this.#index;
    this.#index += 1;
    this.#blocks += 1;
    this.#around.set(this.#blocks, around);
    if (this.#depth < DEEPEST) {
      this.#depth += 1;
      this.#body(path, this.#blocks);
      this.#depth -= 1;
    }
    if (this.#at('}')) this.#index += 1;
    else if (this.#depth < DEEPEST) this.#problem('The { is never closed.', start);
  }

  /** A block's label in quotes. */
  #label(): string | null {
    const label = /^"([^"\\\n$]*)"/.exec(this.#text.slice(this.#index, this.#index + 300));
    if (label === null) return null;
    this.#index += label[0].length;
    return label[1] ?? '';
  }

  #expression(): Expression {
    this.#skipBlanks(this.#goesOn);
    const start = this.#index;
    if (this.#depth >= DEEPEST) return this.#unreadable(start);
    this.#depth += 1;
    let expression = this.#primary();
    for (;;) {
      this.#skipBlanks(this.#goesOn);
      OPERATOR.lastIndex = this.#index;
      const operator = OPERATOR.exec(this.#text)?.[0];
      if (operator === undefined) break;
      this.#index += operator.length;
      this.#skipBlanks(true);
      this.#primary();
      expression = { type: 'unreadable', start, end: this.#index };
    }
    if (this.#at('?')) expression = this.#either(start);
    this.#depth -= 1;
    return expression;
  }

  #either(start: number): Expression {
    this.#index += 1;
    this.#skipBlanks(true);
    const options = [this.#expression()];
    this.#skipBlanks(true);
    if (this.#at(':')) {
      this.#index += 1;
      this.#skipBlanks(true);
      options.push(this.#expression());
    }
    return { type: 'either', options, start, end: this.#index };
  }

  #primary(): Expression {
    const start = this.#index;
    switch (this.#text[start]) {
      case '"':
        return this.#string();
      case '[':
        return this.#bracketed(true, () => this.#list());
      case '{':
        return this.#bracketed(false, () => this.#object());
      case '(':
        return this.#bracketed(true, () => this.#parenthesis());
      case '<':
        return this.#heredoc();
      case '!':
      case '-':
        this.#index += 1;
        this.#skipBlanks(false);
        if (this.#index < this.#text.length && this.#depth < DEEPEST) this.#expression();
        return this.#unreadable(start);
      default:
        return this.#traversal();
    }
  }

  #bracketed(goesOn: boolean, read: () => Expression): Expression {
    const before = this.#goesOn;
    this.#goesOn = goesOn;
    const expression = read();
    this.#goesOn = before;
    return expression;
  }

  #parenthesis(): Expression {
    const start = this.#index;
    this.#index += 1;
    this.#skipBlanks(true);
    const inner = this.#expression();
    this.#skipTo(')', start);
    return inner;
  }

  #string(): Expression {
    const start = this.#index;
    const parts: (Characters | Expression)[] = [];
    this.#index += 1;
    this.#template(parts, true, (index) => this.#text[index] === '"' || this.#text[index] === '\n');
    if (this.#at('"')) this.#index += 1;
    else this.#problem('The " has no closing counterpart.', start);
    return { type: 'template', parts, start, end: this.#index };
  }

  /** Characters and `${…}` up to where the string ends. */
  #template(parts: (Characters | Expression)[], escapes: boolean, ends: (index: number) => boolean): void {
    let from = this.#index;
    const keep = () => {
      if (this.#index > from) parts.push({ type: 'characters', escapes, start: from, end: this.#index });
    };
    while (this.#index < this.#text.length && !ends(this.#index)) {
      const character = this.#text[this.#index];
      if (escapes && character === '\\') {
        this.#index = Math.min(this.#index + 2, this.#text.length);
      } else if (this.#at('$${') || this.#at('%%{')) {
        keep();
        from = this.#index + 1;
        this.#index += 3;
      } else if (this.#at('${') || this.#at('%{')) {
        keep();
        parts.push(this.#bracketed(true, () => this.#interpolation()));
        from = this.#index;
      } else {
        this.#index += 1;
      }
    }
    keep();
  }

  #interpolation(): Expression {
    const start = this.#index;
    const directive = this.#at('%{');
    this.#index += this.#text[start + 2] === '~' ? 3 : 2;
    this.#skipBlanks(true);
    const expression = directive ? this.#unreadable(start) : this.#expression();
    this.#skipTo('}', start);
    return directive ? { type: 'unreadable', start, end: this.#index } : { ...expression, start, end: this.#index };
  }

  #list(): Expression {
    const start = this.#index;
    const items: Expression[] = [];
    this.#index += 1;
    for (;;) {
      this.#skipBlanks(true);
      if (this.#index >= this.#text.length || this.#at(']')) break;
      const before = this.#index;
      if (this.#word('for')) return this.#for(']', start);
      items.push(this.#expression());
      this.#skipBlanks(true);
      if (this.#at(',')) this.#index += 1;
      if (this.#index === before) this.#index += 1;
    }
    if (this.#at(']')) this.#index += 1;
    else this.#problem('The [ is never closed.', start);
    return { type: 'list', items, start, end: this.#index };
  }

  /** What stands behind `[for` or `{ for`, up to the closing bracket and over it. */
  #for(close: ']' | '}', start: number): Expression {
    this.#index += 'for'.length;
    const names: string[] = [];
    for (let name = this.#nextName(); name !== null && name !== 'in'; name = this.#nextName()) names.push(name);
    this.#skipBlanks(true);
    const collection = this.#expression();
    this.#skipBlanks(true);
    if (this.#at(':')) this.#index += 1;
    this.#skipBlanks(true);
    const first = this.#expression();
    this.#skipBlanks(true);
    const second = this.#at('=>') ? this.#behindArrow() : null;
    this.#skipTo(close, start);
    const [key, result] = second === null ? [null, first] : [first, second];
    return { type: 'for', names, collection, key, result, start, end: this.#index };
  }

  #behindArrow(): Expression {
    this.#index += '=>'.length;
    this.#skipBlanks(true);
    return this.#expression();
  }

  /** A name behind blanks and a comma. */
  #nextName(): string | null {
    this.#skipBlanks(true);
    if (this.#at(',')) this.#index += 1;
    this.#skipBlanks(true);
    return this.#identifier();
  }

  #object(): Expression {
    const start = this.#index;
    const entries: ObjectEntry[] = [];
    this.#index += 1;
    for (;;) {
      this.#skipBlanks(true);
      if (this.#index >= this.#text.length || this.#at('}')) break;
      const before = this.#index;
      if (this.#word('for')) return this.#for('}', start);
      const entry = this.#objectEntry();
      if (entry !== null) entries.push(entry);
      this.#skipBlanks(true);
      if (this.#at(',')) this.#index += 1;
      if (this.#index === before) this.#index += 1;
    }
    if (this.#at('}')) this.#index += 1;
    else this.#problem('The { is never closed.', start);
    return { type: 'object', entries, start, end: this.#index };
  }

  #objectEntry(): ObjectEntry | null {
    const start = this.#index;
    const name = this.#identifier() ?? this.#label() ?? this.#computedKey();
    if (name === null) return null;
    const quoted = this.#text[start] === '"' ? 1 : 0;
    const nameEnd = this.#index - quoted;
    this.#skipBlanks(false);
    if (!this.#at('=') && !this.#at(':')) return null;
    this.#index += 1;
    return { name, nameStart: start + quoted, nameEnd, value: this.#expression() };
  }

  /** `"spark.sql.catalog.${var.alias}"`, `(local.key)`: a key by how it is written. */
  #computedKey(): string | null {
    if (!this.#at('"') && !this.#at('(')) return null;
    const { start, end } = this.#expression();
    return this.#text.slice(start + 1, end - 1);
  }

  #heredoc(): Expression {
    const start = this.#index;
    HEREDOC.lastIndex = start;
    const match = HEREDOC.exec(this.#text);
    if (match === null) {
      this.#index += 1;
      return this.#unreadable(start);
    }
    this.#index = HEREDOC.lastIndex;
    const delimiter = match[2] ?? '';
    const end = this.#heredocEnd(this.#index, delimiter);
    const parts: (Characters | Expression)[] = [];
    this.#template(parts, false, (index) => index >= end);
    const line = this.#text.indexOf(delimiter, end);
    if (line === -1) this.#problem(`The heredoc has no closing ${delimiter}.`, start);
    this.#index = Math.max(this.#index, line === -1 ? this.#text.length : line + delimiter.length);
    return { type: 'template', parts, start, end: this.#index };
  }

  #heredocEnd(from: number, delimiter: string): number {
    for (let line = from; line < this.#text.length; ) {
      const newline = this.#text.indexOf('\n', line);
      const end = newline === -1 ? this.#text.length : newline;
      if (this.#text.slice(line, end).trim() === delimiter) return line;
      line = end + 1;
    }
    return this.#text.length;
  }

  #traversal(): Expression {
    const start = this.#index;
    const name = this.#identifier();
    if (name === null) {
      NUMBER.lastIndex = start;
      this.#index += NUMBER.exec(this.#text)?.[0].length ?? 0;
      return this.#unreadable(start);
    }
    if (this.#at('(')) return this.#bracketed(true, () => this.#call(name, start));
    const names = [name];
    for (;;) {
      if (this.#at('.')) {
        this.#index += 1;
        const next = this.#identifier();
        if (next === null && this.#at('*')) this.#index += 1;
        else if (next === null) {
          NUMBER.lastIndex = this.#index;
          this.#index += /^\d+/.exec(this.#text.slice(this.#index, this.#index + 12))?.[0].length ?? 0;
        }
        names.push(next ?? '*');
      } else if (this.#at('[')) {
        names.push(this.#indexName());
      } else {
        return { type: 'traversal', names, start, end: this.#index };
      }
    }
  }

  #indexName(): string {
    const start = this.#index;
    this.#index += 1;
    this.#skipBlanks(true);
    const number = /^\d+(?=\s*\])/.exec(this.#text.slice(this.#index, this.#index + 40))?.[0] ?? null;
    const label = this.#label() ?? number;
    if (label === null) this.#expression();
    this.#skipTo(']', start);
    return label ?? '*';
  }

  #call(name: string, start: number): Expression {
    const values: Expression[] = [];
    this.#index += 1;
    for (;;) {
      this.#skipBlanks(true);
      if (this.#index >= this.#text.length || this.#at(')')) break;
      const before = this.#index;
      values.push(this.#expression());
      this.#skipBlanks(true);
      if (this.#at(',')) this.#index += 1;
      else if (this.#at('...')) this.#index += 3;
      if (this.#index === before) this.#index += 1;
    }
    if (this.#at(')')) this.#index += 1;
    else this.#problem('The ( is never closed.', start);
    return { type: 'call', name, arguments: values, start, end: this.#index };
  }

  /** Goes over what is left up to a closing bracket of the same kind, and over it. */
  #skipTo(close: '}' | ']' | ')', start: number): void {
    const open = close === '}' ? '{' : close === ']' ? '[' : '(';
    let depth = 1;
    while (this.#index < this.#text.length) {
      this.#skipBlanks(true);
      const character = this.#text[this.#index];
      if (character === '"') {
        this.#skipString();
        continue;
      }
      this.#index += 1;
      if (character === open) depth += 1;
      else if (character === close && --depth === 0) return;
    }
    this.#index = Math.min(this.#index, this.#text.length);
    this.#problem(`There is no closing ${close}.`, start);
  }

  #skipString(): void {
    const match = /^"(?:\\.|[^"\\\n])*"?/.exec(this.#text.slice(this.#index, this.#index + 5000));
    this.#index += Math.max(match?.[0].length ?? 1, 1);
  }

  #identifier(): string | null {
    IDENTIFIER.lastIndex = this.#index;
    const name = IDENTIFIER.exec(this.#text)?.[0];
    if (name === undefined) return null;
    this.#index += name.length;
    return name;
  }

  #word(word: string): boolean {
    return this.#at(word) && /\s/.test(this.#text.charAt(this.#index + word.length));
  }

  #skipBlanks(lines: boolean): void {
    for (;;) {
      const character = this.#text[this.#index];
      if (character === ' ' || character === '\t' || character === '\r' || (lines && character === '\n')) {
        this.#index += 1;
      } else if (character === '#' || this.#at('//')) {
        this.#comment('line', this.#text.indexOf('\n', this.#index));
      } else if (this.#at('/*')) {
        const close = this.#text.indexOf('*/', this.#index + 2);
        this.#comment('block', close === -1 ? -1 : close + 2);
      } else {
        return;
      }
    }
  }

  #comment(form: 'line' | 'block', found: number): void {
    let end = found === -1 ? this.#text.length : found;
    if (form === 'line' && this.#text[end - 1] === '\r') end -= 1;
    this.#comments.push({ form, start: this.#index, end });
    this.#index = end;
  }

  #unreadable(start: number): Expression {
    return { type: 'unreadable', start, end: this.#index };
  }

  #at(text: string): boolean {
    return this.#text.startsWith(text, this.#index);
  }

  #problem(message: string, offset: number): void {
    this.#problems.push({ message, offset });
  }
}
