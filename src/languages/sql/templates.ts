import { concatenation, hole, literal, slice, subText, type Part, type Text } from '../../references/text.js';
import type { Comment } from '../facts.js';
import { TemplateExpression, type Fields, type TemplateCall, type TemplateScope } from './template-expression.js';
import { MARK } from './template-marks.js';
import { TemplateTurn } from './template-turn.js';

/** A text with its Jinja taken apart. */
export interface ExpandedTemplate {
  /** The SQL, with known values in place and holes for the rest. */
  readonly text: Text;
  /** `{# … #}` */
  readonly comments: readonly Comment[];
  /** Every call in an expression or a tag: `config(…)`, `source(…)`, `run_query(…)`. */
  readonly calls: readonly TemplateCall[];
  /** What `{% set %}` and macros give, by name. */
  readonly values: ReadonlyMap<string, readonly Text[]>;
  /** How often the template has to be expanded until each of its choices has given each of its values. */
  readonly turns: number;
}

const TAG_START = /\{[{%#]/g;

/** The rest of an expression or tag up to its end, strings passed over. */
const EXPRESSION_END = /(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[^"'}]|\}(?!\}))*?\}\}/y;
const STATEMENT_END = /(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[^"'%]|%(?!\}))*?%\}/y;

/** An expression that goes on for longer is none: its end is looked for no further. */
const LONGEST_EXPRESSION = 20_000;

/** Tags up to which everything is taken as it stands. */
const CLOSINGS = { endraw: /\{%[-+]?\s*endraw\s*[-+]?%\}/g, enddocs: /\{%[-+]?\s*enddocs\s*[-+]?%\}/g } as const;

/** Blocks whose body is SQL of its own. */
const BODIES = new Set([
  'macro', 'endmacro', 'call', 'endcall', 'snapshot', 'endsnapshot',
  'materialization', 'endmaterialization', 'test', 'endtest', 'block', 'endblock',
]);

/** Whether a text has anything for `expandTemplates` to do. */
export function isTemplate(flat: string): boolean {
  return flat.includes('{{') || flat.includes('{%') || flat.includes('{#');
}

/**
 * Takes Jinja apart without rendering it: expressions become the values that the file itself gives
 * them, or holes; tags vanish, the branches of a condition marked so that each is read on its own.
 * A text without templates comes back as it is. What is not closed stays as it stands. Never throws.
 * Where conditions and loops choose between values, each turn takes the next of them.
 */
export function expandTemplates(text: Text, turn = 0): ExpandedTemplate {
  if (!isTemplate(text.flat)) return { text, comments: [], calls: [], values: new Map(), turns: 1 };
  return new Expansion(text, new TemplateTurn(turn)).run();
}

/** A body that a variable or a macro is given: what stands between two tags. */
interface OpenBody {
  readonly name: string;
  readonly form: 'set' | 'macro';
  readonly firstPart: number;
  /** The values of each `return` in it. */
  readonly returned: Text[];
}

/** A loop, and what its variables were before it. */
interface OpenLoop {
  readonly before: ReadonlyMap<string, readonly Text[] | undefined>;
}

class Expansion {
  private readonly parts: Part[] = [];
  /** Bodies that variables were given. */
  private readonly apart: Part[] = [];
  private readonly comments: Comment[] = [];
  private readonly calls: TemplateCall[] = [];
  private readonly scope: TemplateScope;
  private readonly flat: string;
  private readonly last = new Map<string, number>();
  private body: OpenBody | null = null;
  private readonly loops: OpenLoop[] = [];
  private openConditions = 0;
  private position = 0;

  constructor(
    private readonly text: Text,
    private readonly turn: TemplateTurn,
  ) {
    this.flat = text.flat;
    this.scope = { variables: new Map(), lists: new Map(), records: new Map(), macros: new Map(), turn };
  }

  run(): ExpandedTemplate {
    while (this.position < this.flat.length) {
      TAG_START.lastIndex = this.position;
      const found = TAG_START.exec(this.flat);
      if (found === null) break;
      this.known(this.position, found.index);
      this.position = found.index;
      if (!this.tag(found[0])) {
        this.known(found.index, found.index + 2);
        this.position = found.index + 2;
      }
    }
    this.known(this.position, this.flat.length);
    const place = slice(this.text, 0, Math.max(1, this.flat.length)).written;
    const values = new Map([...this.scope.macros, ...this.scope.variables]);
    const text = concatenation([...this.parts, ...this.apart], place);
    return { text, comments: this.comments, calls: this.calls, values, turns: this.turn.turns };
  }

  private known(start: number, end: number): void {
    if (start < end) this.parts.push({ text: subText(this.text, start, end), place: this.place(start, end) });
  }

  private place(start: number, end: number) {
    return slice(this.text, start, end).written;
  }

  private mark(mark: string, start: number, end: number): void {
    const place = this.place(start, end);
    this.parts.push({ text: literal(mark, place, 'whole'), place });
  }

  /** Reads one tag at the position; false where it has no end. */
  private tag(opening: string): boolean {
    switch (opening) {
      case '{#':
        return this.comment();
      case '{{':
        return this.expression();
      default:
        return this.statement();
    }
  }

  private comment(): boolean {
    const start = this.position;
    if (this.lastOf('#}') < start + 2) return false;
    const closing = this.flat.indexOf('#}', start + 2);
    this.comments.push({
      text: this.flat.slice(start + 2, closing),
      form: 'block',
      place: this.place(start, closing + 2),
    });
    this.mark(' ', start, closing + 2);
    this.position = closing + 2;
    return true;
  }

  private endOf(pattern: RegExp, closing: string): number {
    const from = this.position + 2;
    if (this.lastOf(closing) < from) return -1;
    const ahead = this.flat.slice(from, from + LONGEST_EXPRESSION);
    pattern.lastIndex = 0;
    return pattern.test(ahead) ? from + pattern.lastIndex : -1;
  }

  /** Where a delimiter is last seen, so that nobody looks for it behind that. */
  private lastOf(closing: string): number {
    const known = this.last.get(closing);
    if (known !== undefined) return known;
    const found = this.flat.lastIndexOf(closing);
    this.last.set(closing, found);
    return found;
  }

  private expression(): boolean {
    const start = this.position;
    const end = this.endOf(EXPRESSION_END, '}}');
    if (end < 0) return false;
    const value = this.evaluate(start + 2, end - 2);
    this.parts.push({ text: value, place: this.place(start, end) });
    this.position = end;
    return true;
  }

  private expressionIn(start: number, end: number): TemplateExpression {
    const from = '-+'.includes(this.flat[start] ?? ' ') ? start + 1 : start;
    const to = this.flat[end - 1] === '-' ? end - 1 : end;
    return new TemplateExpression(this.text, from, to, this.scope);
  }

  private evaluate(start: number, end: number): Text {
    const expression = this.expressionIn(start, end);
    const value = expression.evaluate();
    for (const call of expression.calls) {
      this.calls.push(call);
      const returned = call.name === 'return' ? call.arguments[0]?.value : undefined;
      if (returned !== undefined) this.body?.returned.push(returned);
    }
    return value;
  }

  private statement(): boolean {
    const start = this.position;
    const end = this.endOf(STATEMENT_END, '%}');
    if (end < 0) return false;
    const word = /^[-+]?\s*(\w+)/.exec(this.flat.slice(start + 2, end - 2));
    const keyword = word?.[1] ?? '';
    const inside = start + 2 + (word?.[0].length ?? 0);
    this.position = end;
    if (keyword === 'if' && this.isPartOfWord(start, end)) return true;
    this.statementNamed(keyword, start, inside, end);
    return true;
  }

  private statementNamed(keyword: string, start: number, inside: number, end: number): void {
    switch (keyword) {
      case 'if':
        this.openConditions++;
        return this.mark(MARK.branch, start, end);
      case 'elif':
      case 'else':
        return this.mark(MARK.otherBranch, start, end);
      case 'endif':
        this.openConditions--;
        return this.mark(MARK.branchEnd, start, end);
      case 'for':
        this.loop(inside, end);
        return this.mark(' ', start, end);
      case 'endfor':
        this.endLoop();
        return this.mark(' ', start, end);
      case 'set':
        return this.set(start, inside, end);
      case 'raw':
        return this.raw(start, end);
      case 'docs':
        return this.docs(start, end);
      case 'do':
      case 'return':
        this.evaluate(inside, end - 2);
        return this.mark(' ', start, end);
      case 'endset':
        return this.endSet(start, end);
      default:
        if (BODIES.has(keyword)) this.bodyTag(keyword, inside, end);
        return this.mark(BODIES.has(keyword) ? ';' : ' ', start, end);
    }
  }

  /** `kol_{% if dev %}dev{% else %}prod{% endif %}`: a part of a name, one of the branches at a time. */
  private isPartOfWord(start: number, end: number): boolean {
    const closing = /\{%[-+]?\s*endif\s*[-+]?%\}/g;
    closing.lastIndex = end;
    const found = closing.exec(this.flat);
    if (found === null || this.flat.slice(start, found.index).includes('\n')) return false;
    const after = closing.lastIndex;
    const joins = /[\w.]/;
    if (!joins.test(this.flat[start - 1] ?? ' ') && !joins.test(this.flat[after] ?? ' ')) return false;
    const place = this.place(start, after);
    this.parts.push({ text: this.turn.of(this.plainBranches(end, found.index), hole(place)), place });
    this.position = after;
    return true;
  }

  /** The branches between the tags of a condition; none where one of them is more than a part of a name. */
  private plainBranches(start: number, end: number): Text[] {
    const branches: Text[] = [];
    let at = start;
    for (const between of this.flat.slice(start, end).matchAll(/\{%[-+]?\s*el(?:se|if)\b[^%]*%\}|$/g)) {
      const branch = subText(this.text, at, start + between.index);
      if (!/^[\w.]+$/.test(branch.flat)) return [];
      branches.push(branch);
      at = start + between.index + between[0].length;
    }
    return branches;
  }

  /** `{% for a, b in [('x', 'y'), …] %}`: the items one at a time. */
  private loop(inside: number, end: number): void {
    const header = /\s*(\w+(?:\s*,\s*\w+)*)\s+in\s/y;
    header.lastIndex = inside;
    const names = header.exec(this.flat)?.[1]?.split(/\s*,\s*/) ?? [];
    const rows = names.length === 0 ? null : this.expressionIn(header.lastIndex, end - 2).rows();
    const row = rows === null ? undefined : this.turn.among(rows);
    const given = new Map<string, Text | undefined>(names.map((name, index) => [name, row?.values[index]]));
    for (const [key, { value }] of row?.fields ?? []) given.set(`${names[0] ?? ''}.${key}`, value);
    this.loops.push({ before: new Map(Array.from(given.keys(), (name) => [name, this.scope.variables.get(name)])) });
    for (const [name, value] of given) this.variable(name, value === undefined ? undefined : [value]);
  }

  private endLoop(): void {
    for (const [name, values] of this.loops.pop()?.before ?? []) this.variable(name, values);
  }

  private variable(name: string, values: readonly Text[] | undefined): void {
    if (values === undefined) this.scope.variables.delete(name);
    else this.scope.variables.set(name, values);
  }

  /** `{% set x = … %}`, `{% set x, y = …, … %}`, or `{% set x %} … {% endset %}`. */
  private set(start: number, inside: number, end: number): void {
    const assignment = /\s*([\w.]+(?:\s*,\s*\w+)*)\s*(=?)/y;
    assignment.lastIndex = inside;
    const match = assignment.exec(this.flat);
    const names = match?.[1]?.split(/\s*,\s*/) ?? [];
    const [name] = names;
    if (match === null || name === undefined) return this.mark(' ', start, end);
    if (match[2] === '=') {
      const value = this.evaluate(assignment.lastIndex, end - 2);
      if (names.length === 1) this.assign(name, value);
      else this.assignEach(names, this.expressionIn(assignment.lastIndex, end - 2).listed());
      const rows = this.expressionIn(assignment.lastIndex, end - 2).rows();
      if (rows !== null) this.scope.lists.set(name, rows);
      this.setFields(name, this.expressionIn(assignment.lastIndex, end - 2).fields());
      return this.mark(' ', start, end);
    }
    this.mark(' ', start, end);
    this.body = { name, form: 'set', firstPart: this.parts.length, returned: [] };
  }

  private setFields(name: string, fields: Fields): void {
    if (fields.size === 0) return;
    this.scope.records.set(name, fields);
    for (const [key, { value }] of fields) this.assign(`${name}.${key}`, value);
  }

  private assignEach(names: readonly string[], values: readonly Text[]): void {
    names.forEach((name, index) => {
      const value = values[index];
      if (value !== undefined) this.assign(name, value);
    });
  }

  /** In a condition a variable may have kept the value that it had before. */
  private assign(name: string, value: Text): void {
    const before = this.openConditions > 0 ? (this.scope.variables.get(name) ?? []) : [];
    this.scope.variables.set(name, [...before, value]);
  }

  private raw(start: number, end: number): void {
    const body = this.bodyUpTo('endraw', end);
    if (body === null) return this.mark(' ', start, end);
    this.known(end, body.end);
    this.position = body.next;
  }

  /** `{% docs kol %} … {% enddocs %}`: prose. */
  private docs(start: number, end: number): void {
    this.mark(' ', start, end);
    this.position = this.bodyUpTo('enddocs', end)?.next ?? end;
  }

  /** Where the body of a block ends, and what stands behind its closing tag begins; null where it has none. */
  private bodyUpTo(keyword: keyof typeof CLOSINGS, start: number): { readonly end: number; readonly next: number } | null {
    if (this.lastOf(keyword) < start) return null;
    const closing = CLOSINGS[keyword];
    closing.lastIndex = start;
    const found = closing.exec(this.flat);
    return found === null ? null : { end: found.index, next: closing.lastIndex };
  }

  private bodyTag(keyword: string, inside: number, end: number): void {
    if (keyword === 'macro') {
      const name = /\s*(\w+)/y;
      name.lastIndex = inside;
      const found = name.exec(this.flat.slice(0, end))?.[1] ?? '';
      this.body = { name: found, form: 'macro', firstPart: this.parts.length + 1, returned: [] };
    } else if (keyword === 'endmacro') this.closeBody();
  }

  /** What a variable was given may stand in the middle of a query: it is read behind everything else. */
  private endSet(start: number, end: number): void {
    const { body } = this;
    this.closeBody();
    if (body?.form !== 'set') return this.mark(';', start, end);
    const given = this.parts.splice(body.firstPart);
    this.mark(' ', start, end);
    const place = this.place(start, end);
    this.apart.push({ text: literal(';', place, 'whole'), place }, ...given);
  }

  /** Gives the body between the tags, without the blanks around it, to its name. */
  private closeBody(): void {
    const { body } = this;
    this.body = null;
    if (body === null) return;
    const values = body.returned.length > 0 ? body.returned : this.bodyTexts(body.firstPart);
    if (values.length === 0) return;
    const target = body.form === 'macro' ? this.scope.macros : this.scope.variables;
    target.set(body.name, values);
  }

  /** What a body gives: itself, or each of its branches where it is a condition and nothing else. */
  private bodyTexts(firstPart: number): Text[] {
    const parts = this.parts.slice(firstPart);
    const [first] = parts;
    if (first === undefined) return [];
    const whole = concatenation(parts, first.place);
    const pieces = Array.from(whole.flat.matchAll(BETWEEN_MARKS), ({ 0: piece, index }) => trimmed(whole, index, index + piece.length));
    const said = pieces.filter(({ flat }) => flat !== '');
    const single = pieces.length === 1 && !whole.flat.includes(';');
    return single || said.every(({ flat }) => !/[\s;]/.test(flat)) ? said : [];
  }
}

/** What stands between the marks of a condition's branches. */
const BETWEEN_MARKS = new RegExp(`[^${MARK.branch}-${MARK.branchEnd}]+`, 'g');

function trimmed(text: Text, start: number, end: number): Text {
  const piece = text.flat.slice(start, end);
  const lead = piece.length - piece.trimStart().length;
  return subText(text, start + lead, Math.max(start + lead, start + piece.trimEnd().length));
}
