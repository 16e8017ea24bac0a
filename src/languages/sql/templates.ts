import { concatenation, hole, literal, slice, subText, type Part, type Text } from '../../references/text.js';
import type { Comment } from '../facts.js';
import { TemplateExpression, type TemplateCall, type TemplateScope } from './template-expression.js';
import { MARK } from './template-marks.js';

/** A text with its Jinja taken apart. */
export interface ExpandedTemplate {
  /** The SQL, with known values in place and holes for the rest. */
  readonly text: Text;
  /** `{# … #}` */
  readonly comments: readonly Comment[];
  /** Every call in an expression or a tag: `config(…)`, `source(…)`, `run_query(…)`. */
  readonly calls: readonly TemplateCall[];
  /** What `{% set %}` and macros give, by name. */
  readonly values: ReadonlyMap<string, Text>;
}

const TAG_START = /\{[{%#]/g;

/** The rest of an expression or tag up to its end, strings passed over. */
const EXPRESSION_END = /(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[^"'}]|\}(?!\}))*?\}\}/y;
const STATEMENT_END = /(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[^"'%]|%(?!\}))*?%\}/y;

/** An expression that goes on for longer is none: its end is looked for no further. */
const LONGEST_EXPRESSION = 20_000;

/** Blocks whose body is SQL of its own. */
const BODIES = new Set([
  'macro', 'endmacro', 'endset', 'call', 'endcall', 'snapshot', 'endsnapshot',
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
 */
export function expandTemplates(text: Text): ExpandedTemplate {
  if (!isTemplate(text.flat)) return { text, comments: [], calls: [], values: new Map() };
  return new Expansion(text).run();
}

/** A body that a variable or a macro is given: what stands between two tags. */
interface OpenBody {
  readonly name: string;
  readonly form: 'set' | 'macro';
  readonly firstPart: number;
  /** The value of a `return` in it. */
  returned: Text | null;
}

class Expansion {
  private readonly parts: Part[] = [];
  private readonly comments: Comment[] = [];
  private readonly calls: TemplateCall[] = [];
  private readonly scope: TemplateScope = { variables: new Map(), macros: new Map() };
  private readonly flat: string;
  private readonly last = new Map<string, number>();
  private body: OpenBody | null = null;
  private position = 0;

  constructor(private readonly text: Text) {
    this.flat = text.flat;
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
    return { text: concatenation(this.parts, place), comments: this.comments, calls: this.calls, values };
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

  private evaluate(start: number, end: number): Text {
    const from = '-+'.includes(this.flat[start] ?? ' ') ? start + 1 : start;
    const to = this.flat[end - 1] === '-' ? end - 1 : end;
    const expression = new TemplateExpression(this.text, from, to, this.scope);
    const value = expression.evaluate();
    for (const call of expression.calls) {
      this.calls.push(call);
      if (call.name === 'return' && this.body !== null) this.body.returned ??= call.arguments[0]?.value ?? null;
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
        return this.mark(MARK.branch, start, end);
      case 'elif':
      case 'else':
        return this.mark(MARK.otherBranch, start, end);
      case 'endif':
        return this.mark(MARK.branchEnd, start, end);
      case 'set':
        return this.set(start, inside, end);
      case 'raw':
        return this.raw(start, end);
      case 'do':
      case 'return':
        this.evaluate(inside, end - 2);
        return this.mark(' ', start, end);
      default:
        if (BODIES.has(keyword)) this.bodyTag(keyword, inside, end);
        return this.mark(BODIES.has(keyword) ? ';' : ' ', start, end);
    }
  }

  /** `kol_{% if dev %}dev{% else %}prod{% endif %}`: a part of a name that is not known. */
  private isPartOfWord(start: number, end: number): boolean {
    const closing = /\{%[-+]?\s*endif\s*[-+]?%\}/g;
    closing.lastIndex = end;
    const found = closing.exec(this.flat);
    if (found === null || this.flat.slice(start, found.index).includes('\n')) return false;
    const after = closing.lastIndex;
    const joins = /[\w.]/;
    if (!joins.test(this.flat[start - 1] ?? ' ') && !joins.test(this.flat[after] ?? ' ')) return false;
    const place = this.place(start, after);
    this.parts.push({ text: hole(place), place });
    this.position = after;
    return true;
  }

  /** `{% set x = … %}`, or `{% set x %} … {% endset %}`. */
  private set(start: number, inside: number, end: number): void {
    const assignment = /\s*(\w+)\s*(=?)/y;
    assignment.lastIndex = inside;
    const match = assignment.exec(this.flat);
    if (match === null) return this.mark(' ', start, end);
    const name = match[1] ?? '';
    if (match[2] === '=') {
      const value = this.evaluate(assignment.lastIndex, end - 2);
      this.scope.variables.set(name, value);
      return this.mark(' ', start, end);
    }
    this.mark(';', start, end);
    this.body = { name, form: 'set', firstPart: this.parts.length, returned: null };
  }

  private raw(start: number, end: number): void {
    const closing = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;
    closing.lastIndex = end;
    const found = closing.exec(this.flat);
    if (found === null) return this.mark(' ', start, end);
    this.known(end, found.index);
    this.position = closing.lastIndex;
  }

  private bodyTag(keyword: string, inside: number, end: number): void {
    if (keyword === 'macro') {
      const name = /\s*(\w+)/y;
      name.lastIndex = inside;
      const found = name.exec(this.flat.slice(0, end))?.[1] ?? '';
      this.body = { name: found, form: 'macro', firstPart: this.parts.length + 1, returned: null };
    } else if (keyword === 'endmacro' || keyword === 'endset') this.closeBody();
  }

  /** Gives the body between the tags, without the blanks around it, to its name. */
  private closeBody(): void {
    const { body } = this;
    this.body = null;
    if (body === null) return;
    const value = body.returned ?? this.bodyText(body.firstPart);
    if (value === null) return;
    const target = body.form === 'macro' ? this.scope.macros : this.scope.variables;
    target.set(body.name, value);
  }

  private bodyText(firstPart: number): Text | null {
    const parts = this.parts.slice(firstPart);
    const [first] = parts;
    if (first === undefined) return null;
    const whole = concatenation(parts, first.place);
    const lead = whole.flat.length - whole.flat.trimStart().length;
    const value = subText(whole, lead, whole.flat.trimEnd().length);
    return value.flat === '' || /[\uFDD1-\uFDD3;]/.test(value.flat) ? null : value;
  }
}
