import type { Access } from '../../references/reference.js';
import { dottedNameAt, isWordAt, isWordOfJoin, startsName, type NamePart } from './dotted-name.js';
import { HOLE } from '../../references/text.js';
import { TOKEN } from './tokens.js';
import { PsqlCommands } from './psql-commands.js';
import { BRANCH_MARKS, MARK } from './template-marks.js';

/**
 * What the next token means inside one pair of parentheses:
 * - `start`: a query may begin
 * - `expression`: nothing of ours can come before a clause word
 * - `relation`: a table, subquery or table function comes
 * - `from`: behind one, a comma brings the next
 * - `with`, `cte`, `cte-done`: before, in and behind one named subquery of WITH
 */
type State = 'start' | 'expression' | 'relation' | 'from' | 'with' | 'cte' | 'cte-done';

/** One pair of parentheses, or the statement itself. */
export interface Frame {
  state: State;
  /** A SELECT was seen, so FROM means tables. */
  query: boolean;
  /** It opens behind a name: the arguments of a call. */
  readonly call: boolean;
  recursive: boolean;
  /** The named subquery whose body comes next. */
  pending: string | null;
  /** The name that the closing parenthesis gives to the frame around it. */
  readonly gives: string | null;
  /** The names that end with the frame. */
  named: string[] | null;
  /** How many of them were named before an INSERT, and not by the query that it takes its rows from. */
  kept: number;
  /** USING brings a table: behind MERGE INTO and DELETE FROM. */
  using: boolean;
}

const MOST_COLUMNS_OF_A_NAMED_QUERY = 400;

const MOST_TOKENS_OF_NAMED_QUERIES = 4_000;

/** Keeps a stack of the parentheses that are open, and which named subqueries are in sight. */
export abstract class QueryScopes extends PsqlCommands {
  protected frames: Frame[] = [];
  protected frame = newFrame('start', false, null);
  /** How many named subqueries of each name are in sight. */
  private readonly visible = new Map<string, number>();
  /** What those look like of which a template makes several: `labels_{{ n }}`. */
  private patterns: RegExp[] = [];
  /** A macro before the statement may have named queries that are not seen here. */
  private mayHaveHiddenQueries = false;

  /** @param keepsNames the statement is another branch of the one before: what is behind both may read the queries of either */
  protected beginScopes(keepsNames: boolean): void {
    this.frames = [];
    this.frame = newFrame('start', false, null);
    if (keepsNames) return;
    this.mayHaveHiddenQueries = false;
    if (this.visible.size > 0) this.visible.clear();
    if (this.patterns.length > 0) this.patterns = [];
  }

  protected isInQuery(): boolean {
    return this.frame.query || this.frames[0]?.query === true;
  }

  protected open(index: number): number {
    const { frame } = this;
    const before = this.symbol(index - 1);
    const inRelation = frame.state === 'relation';
    if (inRelation) frame.state = 'from';
    const body = frame.state === 'cte'
      && (before === 'AS' || before === 'MATERIALIZED' || BEGINS_A_QUERY.has(this.symbol(index + 1)));
    const gives = body ? frame.pending : null;
    if (body) frame.state = 'cte-done';
    const kind = this.tokens.kinds[index - 1];
    const call = !inRelation && !body && index > 0 && before === '' && (kind === TOKEN.word || kind === TOKEN.quoted);
    this.frames.push(frame);
    this.frame = newFrame(inRelation ? 'relation' : 'start', call || CALLED.has(before), gives);
    return index + 1;
  }

  protected close(): void {
    const closed = this.frame;
    const outer = this.frames.pop();
    if (outer === undefined) return;
    if (closed.named !== null) for (const name of closed.named) this.hide(name);
    this.frame = outer;
    if (closed.gives !== null) this.show(closed.gives);
  }

  /** A name of this statement that is no table. */
  protected show(name: string): void {
    this.visible.set(name, (this.visible.get(name) ?? 0) + 1);
    (this.frame.named ??= []).push(name);
    if (name.includes(HOLE) && SAYS_SOMETHING.test(name)) this.patterns.push(patternOf(name));
  }

  /** Behind ON CONFLICT the names of the query that gave the rows mean tables again. */
  protected endSource(): void {
    for (const name of this.frame.named?.splice(this.frame.kept) ?? []) this.hide(name);
  }

  private hide(name: string): void {
    const left = (this.visible.get(name) ?? 1) - 1;
    if (left > 0) this.visible.set(name, left);
    else this.visible.delete(name);
  }

  protected with(index: number): number {
    const { frame } = this;
    const next = this.skip(index + 1, 'RECURSIVE');
    const first = this.behindMarks(next);
    // UNNEST(…) WITH ORDINALITY AS t
    if (this.symbol(first) === 'ORDINALITY') return index + 1;
    if (!this.isNamedQuery(first)) {
      // ClickHouse's WITH ('a', 'b') AS tags, events AS (SELECT …)
      if (frame.state === 'start' && !this.statement.defines) frame.state = 'with';
      return index + 1;
    }
    frame.state = 'with';
    frame.recursive = next > index + 1;
    if (frame.recursive && this.names.dialect !== 'trino') this.showAhead(first);
    return next;
  }

  /** A macro's body goes on where its caller's WITH ends, and its caller where a macro's does: `, name AS (SELECT …)`. */
  protected continueWith(comma: number): void {
    const named = this.behindMarks(comma + 1);
    if (!this.isNamedQuery(named) || this.symbol(named + 1) !== 'AS' || this.symbol(named + 2) !== '(') return;
    this.frame.state = 'with';
    const begins = comma === this.statementStart && !BRANCH_MARKS.has(this.symbol(comma - 1));
    if (begins || this.isHoleAt(comma - 1)) this.mayHaveHiddenQueries = true;
  }

  /** A template may ask whether a named query is the first, and write WITH or a comma before it. */
  private behindMarks(index: number): number {
    let at = index;
    while (BRANCH_MARKS.has(this.symbol(at)) || (at > index && this.symbol(at) === ',')) at++;
    return at;
  }

  private isHoleAt(index: number): boolean {
    return isWordAt(this.tokens, index) && this.word(index).includes(HOLE);
  }

  /** Behind RECURSIVE each of the named subqueries may read the ones after it, too: shows those that come later. */
  private showAhead(first: number): void {
    const limit = Math.min(this.tokens.count, first + MOST_TOKENS_OF_NAMED_QUERIES);
    let depth = 0;
    for (let at = first; at < limit && depth >= 0; at++) {
      const symbol = this.symbol(at);
      if (symbol === ';' || (depth === 0 && symbol === 'SELECT')) return;
      if (symbol === '(') depth++;
      else if (symbol === ')') depth--;
      else if (symbol === ',' && depth === 0 && this.isNamedQuery(at + 1)) this.show(this.folded(dottedNameAt(this.tokens, at + 1)?.parts[0]));
    }
  }

  /** `name AS (` or `name (columns) AS (`, in Spark also `name (SELECT`, and not `WITH (format = …)` or `WITH TIME ZONE`. */
  private isNamedQuery(index: number): boolean {
    if (!startsName(this.tokens, index)) return false;
    if (this.symbol(index + 1) === 'AS') return !this.isPlainWordAt(index + 2);
    if (this.symbol(index + 1) !== '(') return false;
    if (BEGINS_A_QUERY.has(this.symbol(index + 2))) return true;
    const limit = Math.min(index + MOST_COLUMNS_OF_A_NAMED_QUERY, this.tokens.count);
    for (let at = index + 2; at < limit; at++) {
      const symbol = this.symbol(at);
      if (symbol === ')') return this.symbol(at + 1) === 'AS' && !this.isPlainWordAt(at + 2);
      if (symbol === '(' || symbol === ';') return false;
    }
    return false;
  }

  /** A word that is no template's: behind AS an alias, and no query. */
  private isPlainWordAt(index: number): boolean {
    return this.tokens.kinds[index] === TOKEN.word && isWordAt(this.tokens, index) && !NOT_PLAIN.test(this.word(index));
  }

  protected named(index: number): number {
    const { frame } = this;
    if (!this.isNamedQuery(index)) {
      frame.state = 'cte-done';
      return index + 1;
    }
    const name = this.folded(dottedNameAt(this.tokens, index)?.parts[0]);
    // WITH name AS {{ macro() }}
    if (this.symbol(index + 1) === 'AS' && this.isHoleAt(index + 2)) {
      this.show(name);
      frame.state = 'cte-done';
      return index + 3;
    }
    if (frame.recursive) this.show(name);
    frame.pending = name;
    frame.state = 'cte';
    return index + 1;
  }

  /** The name as it is compared: PostgreSQL keeps the case of what is in quotes. */
  protected folded(part: NamePart | undefined): string {
    if (part === undefined) return '';
    return part.quoted && this.names.dialect === 'postgres' ? part.name : part.name.toLowerCase();
  }

  /** `WITH left AS (…) SELECT … JOIN left ON …` */
  protected isNamedByJoinWord(index: number): boolean {
    return isWordOfJoin(this.tokens, index) && this.visible.has(this.word(index).toLowerCase());
  }

  /** A table, unless a named subquery is called so. */
  protected readTable(parts: readonly NamePart[], access: Access): void {
    const [first] = parts;
    if (first === undefined) return;
    if (parts.some((part) => part.name.includes(MARK.managed))) return;
    if (parts.length === 1 && this.isNamedHere(this.folded(first), access)) return;
    this.tableOrPath(parts, access);
  }

  private isNamedHere(name: string, access: Access): boolean {
    if (this.visible.has(name) || this.patterns.some((pattern) => pattern.test(name))) return true;
    return this.mayHaveHiddenQueries && access === 'read';
  }
}

/** Words after which a parenthesis holds a function's arguments. */
const CALLED = new Set(['CONVERT', 'LIST', 'SESSION', 'UNNEST', 'EXTRACT', 'TRIM', 'SUBSTRING', 'OVERLAY', 'POSITION', 'NORMALIZE', 'LEFT', 'RIGHT', 'IF', 'REPLACE']);

const NOT_PLAIN = new RegExp(`[${HOLE}${MARK.managed}]`);

/** A name with more than holes and what joins them, which any other name would fit. */
const SAYS_SOMETHING = /[a-z0-9]/i;

/** What all names look like that a name with holes may become. */
function patternOf(name: string): RegExp {
  return new RegExp(`^${name.replace(/[^\w\s]/g, (sign) => (sign === HOLE ? '.+' : `\\${sign}`))}$`);
}

const BEGINS_A_QUERY = new Set(['SELECT', 'WITH', 'VALUES', 'FROM', 'TABLE']);

export function copyFrame(frame: Frame): Frame {
  return { ...frame };
}

function newFrame(state: State, call: boolean, gives: string | null): Frame {
  return { state, query: false, call, recursive: false, pending: null, gives, named: null, kept: 0, using: false };
}
