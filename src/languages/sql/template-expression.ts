import { followed, HOLE, hole, literal, rewritten, slice, subText, type Step, type Text } from '../../references/text.js';
import { TemplateCursor, type ExpressionToken } from './template-cursor.js';
import { MARK } from './template-marks.js';
import type { TemplateTurn } from './template-turn.js';

/** What a template has set and defined so far, by name: all that a name may stand for. */
export interface TemplateScope {
  readonly variables: Map<string, readonly Text[]>;
  readonly lists: Map<string, readonly Row[]>;
  readonly records: Map<string, Fields>;
  /** What a macro of the same file gives where it is called. */
  readonly macros: Map<string, readonly Text[]>;
  readonly turn: TemplateTurn;
}

/** An item of a list: one value, those of a tuple, or the fields of a dictionary. */
export interface Row {
  readonly values: readonly Text[];
  readonly fields: Fields;
}

interface Field {
  readonly key: Text;
  readonly value: Text;
}

/** What a dictionary holds, by key. */
export type Fields = ReadonlyMap<string, Field>;

const NO_FIELDS: Fields = new Map();

export interface TemplateCall {
  readonly name: string;
  /** Offsets into the text, of the whole call. */
  readonly start: number;
  readonly end: number;
  readonly arguments: readonly TemplateArgument[];
}

export interface TemplateArgument {
  readonly keyword: string | null;
  /** Offsets of the keyword; of the value where it has none. */
  readonly start: number;
  readonly end: number;
  readonly value: Text;
  /** What stands in it in lists: `pre_hook=['…', '…']`. */
  readonly items: readonly Text[];
}

/** Nothing nested deeper than this is evaluated. */
const DEEPEST = 24;

/** The relations that dbt names. */
const MANAGED = new Set(['ref', 'source', 'this', 'metrics.calculate', 'adapter.get_relation', 'load_relation']);

/**
 * Evaluates the expressions of Jinja as far as names need it: strings, `~`, `+`, `%` and `.format`,
 * variables set in the same file, `var`, `env_var` and macros. Everything else is a hole.
 */
export class TemplateExpression extends TemplateCursor {
  private depth = 0;
  readonly calls: TemplateCall[] = [];
  private items: Text[] = [];

  constructor(
    text: Text,
    start: number,
    end: number,
    private readonly scope: TemplateScope,
  ) {
    super(text, start, end);
  }

  /** The value of the whole expression. */
  evaluate(): Text {
    const value = this.operation();
    return this.at < this.tokens.length ? this.hole() : value;
  }

  private operation(): Text {
    const value = this.withoutCondition();
    return this.isAt('if') ? this.conditional(value) : value;
  }

  private withoutCondition(): Text {
    const start = this.tokens[this.at]?.start ?? this.start;
    if (++this.depth > DEEPEST) {
      this.at = this.tokens.length;
      return this.hole();
    }
    let value = this.filtered();
    for (;;) {
      if (this.accept('~') || this.accept('+')) value = this.joined([value, this.filtered()], start);
      else if (this.accept('%')) value = this.formatted(value, this.operands(), start);
      else if (this.isAt('or')) value = this.alternative(value);
      else break;
    }
    this.depth--;
    return value;
  }

  /** `a or b`: what stands behind, where the first is not known. */
  private alternative(value: Text): Text {
    this.at++;
    const otherwise = this.filtered();
    return value.flat === HOLE ? otherwise : value;
  }

  /** `a if x else b if y else c`: one of them at a time. */
  private conditional(first: Text): Text {
    const alternatives = [first];
    while (this.isAt('if') && this.skipCondition()) alternatives.push(this.withoutCondition());
    return this.scope.turn.of(alternatives, first);
  }

  /** What a loop goes over: the items of a list, of a variable that is one, or what a dictionary has; null for everything else. */
  rows(): readonly Row[] | null {
    if (this.tokens[0]?.form === 'name') return this.rowsOfName(this.spelling(0));
    if (this.spelling(0) === '{') return rowsOf(this.fields());
    if (!this.accept('[') && !this.accept('(')) return null;
    const rows: Row[] = [];
    while (this.at < this.tokens.length && !this.closes()) {
      const before = this.at;
      rows.push(this.row());
      if (this.at === before) this.at++;
      this.accept(',');
    }
    return rows;
  }

  private rowsOfName(name: string): readonly Row[] | null {
    if (this.tokens.length === 1) return this.scope.lists.get(name) ?? null;
    if (this.spelling(1) === '.' && this.spelling(2) === 'items') return rowsOf(this.scope.records.get(name) ?? NO_FIELDS);
    // var('schemas', ['kol', 'sme'])
    this.evaluate();
    const [, given] = this.calls.at(-1)?.name === 'var' ? (this.calls.at(-1)?.arguments ?? []) : [];
    return given === undefined || given.items.length === 0 ? null : given.items.map((value) => ({ values: [value], fields: NO_FIELDS }));
  }

  private row(): Row {
    if (this.spelling(this.at) === '{') return { values: [], fields: this.fields() };
    return { values: this.accept('(') || this.accept('[') ? this.listed() : [this.operation()], fields: NO_FIELDS };
  }

  /** The fields of a dictionary; none where the expression is something else. */
  fields(): Fields {
    const fields = new Map<string, Field>();
    if (!this.accept('{')) return fields;
    while (this.at < this.tokens.length && !this.accept('}')) {
      const before = this.at;
      const key = this.operation();
      if (this.accept(':')) fields.set(key.flat, { key, value: this.operation() });
      this.accept(',');
      if (this.at === before) this.at++;
    }
    return fields;
  }

  /** Values with commas between them, as `{% set a, b = 'x', 'y' %}` has them. */
  listed(): readonly Text[] {
    const row: Text[] = [];
    while (this.at < this.tokens.length && !this.closes()) {
      const before = this.at;
      row.push(this.operation());
      if (this.at === before) this.at++;
      this.accept(',');
    }
    return row;
  }

  private operands(): readonly Text[] {
    if (this.spelling(this.at) !== '(') return [this.filtered()];
    return this.argumentList().map(({ value }) => value);
  }

  /** `'%s.%s' % (a, b)` */
  private formatted(format: Text, operands: readonly Text[], start: number): Text {
    const parts: Text[] = [];
    let from = 0;
    let next = 0;
    for (const match of format.flat.matchAll(/%[sd]|\{\}/g)) {
      if (match.index > from) parts.push(subText(format, from, match.index));
      const operand = operands[next++];
      parts.push(operand ?? hole(slice(format, match.index, match.index + match[0].length).written));
      from = match.index + match[0].length;
    }
    if (from < format.flat.length) parts.push(subText(format, from, format.flat.length));
    return parts.length === 0 ? format : this.joined(parts, start);
  }

  private filtered(): Text {
    let value = this.primary();
    while (this.accept('|')) {
      const filter = this.spelling(this.at++);
      const given = this.spelling(this.at) === '(' ? this.argumentList() : [];
      value = this.filter(value, filter, given);
    }
    return value;
  }

  private filter(value: Text, name: string, given: readonly TemplateArgument[]): Text {
    switch (name) {
      case 'trim':
      case 'string':
      case 'safe':
      case 'e':
      case 'as_text':
        return value;
      case 'lower':
        return rewritten(value, (known) => known.toLowerCase());
      case 'upper':
        return rewritten(value, (known) => known.toUpperCase());
      case 'default':
      case 'd': {
        const fallback = given[0]?.value;
        return value.form === 'hole' && fallback !== undefined ? fallback : value;
      }
      default:
        return this.hole();
    }
  }

  private primary(): Text {
    const token = this.tokens[this.at];
    if (token === undefined) return this.hole();
    this.at++;
    switch (token.form) {
      case 'string':
        return this.afterString(this.string(token), token.start);
      case 'name':
        return this.named(token);
      case 'number':
        return subText(this.text, token.start, token.end);
      case 'operator':
        return this.bracketed(token);
    }
  }

  private bracketed(token: ExpressionToken): Text {
    if (this.text.flat[token.start] === '[') return this.list();
    if (this.text.flat[token.start] === '{') return this.record();
    if (this.text.flat[token.start] !== '(') {
      this.at = this.tokens.length;
      return this.hole();
    }
    const value = this.operation();
    if (!this.accept(')')) this.at = this.tokens.length;
    return value;
  }

  /** A list has no value of its own; its items are kept beside. */
  private list(): Text {
    while (this.at < this.tokens.length && !this.accept(']')) {
      const before = this.at;
      this.items.push(this.operation());
      this.accept(',');
      if (this.at === before) this.at++;
    }
    return this.hole();
  }

  /** Nor has a dictionary; its values are kept as the items of a list are. */
  private record(): Text {
    this.at--;
    for (const { value } of this.fields().values()) this.items.push(value);
    return this.hole();
  }

  private string(token: ExpressionToken): Text {
    const inside = subText(this.text, token.start + 1, token.end - 1);
    if (!inside.flat.includes('\\')) return inside;
    const place = this.place(token.start + 1, token.end - 1);
    return literal(inside.flat.replace(/\\([^])/g, '$1'), place, 'whole');
  }

  /** Methods of a string: `'{}.{}'.format(a, b)`. */
  private afterString(value: Text, start: number): Text {
    while (this.accept('.')) {
      const method = this.spelling(this.at++);
      const given = this.spelling(this.at) === '(' ? this.argumentList() : [];
      if (method === 'format') {
        value = this.formatted(value, given.map((argument) => argument.value), start);
      } else value = this.filter(value, method === 'strip' ? 'trim' : method, given);
    }
    return value;
  }

  private named(token: ExpressionToken): Text {
    let name = this.spelling(this.at - 1);
    let call: TemplateCall | null = null;
    for (;;) {
      if (this.accept('.')) {
        name += `.${this.spelling(this.at++)}`;
        call = null;
      } else if (this.spelling(this.at) === '(') {
        const given = this.argumentList();
        call = { name, start: token.start, end: this.tokens[this.at - 1]?.end ?? this.end, arguments: given };
        this.calls.push(call);
        if (this.spelling(this.at) === '.') name += '()';
      } else if (this.spelling(this.at) === '[') {
        const key = this.subscript();
        if (key === null) return this.hole();
        name += `.${key}`;
        call = null;
      } else break;
    }
    const end = this.tokens[this.at - 1]?.end ?? this.end;
    return call === null ? this.variable(name, token.start, end) : this.called(call);
  }

  /** The key of `x['key']`; null for everything else in brackets, behind which nothing more is read. */
  private subscript(): string | null {
    const token = this.tokens[this.at + 1];
    if (token?.form === 'string' && this.spelling(this.at + 2) === ']') {
      this.at += 3;
      return this.string(token).flat;
    }
    this.at = this.tokens.length;
    return null;
  }

  private variable(name: string, start: number, end: number): Text {
    const place = this.place(start, end);
    if (MANAGED.has(name)) return literal(MARK.managed, place, 'whole');
    const values = this.scope.variables.get(name);
    if (values === undefined) return hole(place);
    const value = this.scope.turn.of(values, hole(place));
    // Where nothing is known, there is nothing to follow it to.
    if (value.form === 'hole' && value.env === null) return hole(place);
    return followed(value, step('constant', name, value, null), place);
  }

  private called(call: TemplateCall): Text {
    const place = this.place(call.start, call.end);
    const [first, second] = call.arguments;
    if (MANAGED.has(call.name)) return literal(MARK.managed, place, 'whole');
    switch (call.name) {
      case 'config':
        return literal(' ', place, 'whole');
      case 'return':
      case 'adapter.quote':
        return first?.value ?? hole(place);
      case 'var':
      case 'var.value.get':
      case 'var.json.get':
        if (first === undefined || second === undefined) return hole(place);
        return followed(second.value, step('config', first.value.flat, second.value, null), place);
      case 'env_var': {
        const variable = first?.value.flat ?? null;
        if (second === undefined) return hole(place, 'env', variable);
        return followed(second.value, step('env-default', variable ?? '', second.value, variable), place);
      }
      default: {
        const bodies = this.scope.macros.get(call.name);
        if (bodies === undefined) return hole(place);
        const macro = this.scope.turn.of(bodies, hole(place));
        return followed(macro, step('constant', call.name, macro, null), place);
      }
    }
  }

  private argumentList(): TemplateArgument[] {
    const given: TemplateArgument[] = [];
    this.at++;
    while (this.at < this.tokens.length && !this.accept(')')) {
      const token = this.tokens[this.at];
      if (token === undefined) break;
      const keyword = token.form === 'name' && this.spelling(this.at + 1) === '=' && this.spelling(this.at + 2) !== '=';
      if (keyword) this.at += 2;
      const before = this.at;
      const outer = this.items;
      this.items = [];
      const value = this.operation();
      const { items } = this;
      this.items = outer;
      given.push({
        keyword: keyword ? this.text.flat.slice(token.start, token.end) : null,
        start: token.start,
        end: token.end,
        value,
        items,
      });
      this.accept(',');
      if (this.at === before) this.at++;
    }
    return given;
  }
}

function rowsOf(fields: Fields): readonly Row[] | null {
  if (fields.size === 0) return null;
  return Array.from(fields.values(), ({ key, value }) => ({ values: [key, value], fields: NO_FIELDS }));
}

function step(origin: Step['origin'], label: string, target: Text, env: string | null): Step {
  return { origin, label, place: target.place, env };
}
