import type { Access } from '../../references/reference.js';
import { dottedNameAt, partsInString, startsName, type NamePart } from './dotted-name.js';
import { META_COMMAND, TOKEN } from './lexer.js';
import { isWordAt } from './object-heads.js';
import { StatementHeads } from './statement-heads.js';
import { beginsUnannounced, definesAtLine, isLineOfGo, startsLine } from './statement-boundaries.js';
import { QUERY, type Expectation, type Statement } from './statement.js';
import { MARK } from './template-marks.js';

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
interface Frame {
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
  /** USING brings a table: behind MERGE INTO and DELETE FROM. */
  using: boolean;
}

/** What a branch of a template's condition starts from. */
interface Snapshot {
  /** A statement begins there. */
  readonly fresh: boolean;
  readonly statement: Statement;
  readonly frames: readonly Frame[];
  readonly frame: Frame;
}

const DEEPEST_BRANCH = 32;
const MOST_TOKENS_OF_SOURCES = 200;
const MOST_COLUMNS_OF_A_NAMED_QUERY = 400;

/** Walks over the tokens of one piece of SQL, statement by statement, with a stack of its own. */
export class StatementScanner extends StatementHeads {
  private frames: Frame[] = [];
  private frame = newFrame('start', false, null);
  /** How many named subqueries of each name are in sight. */
  private readonly visible = new Map<string, number>();
  /** What the scanner knew before each condition of a template that is open. */
  private readonly branches: Snapshot[] = [];

  run(): void {
    const { count } = this.tokens;
    let index = 0;
    let fresh = true;
    while (index < count) {
      const symbol = this.symbols[index] ?? '';
      if (MARKS.has(symbol)) {
        fresh = this.branch(symbol, fresh);
        index++;
      } else if (fresh) {
        this.begin(index);
        index = this.head(index);
        fresh = false;
      } else if (symbol === ';' || isLineOfGo(this.tokens, index)) {
        fresh = true;
        index++;
      } else if (symbol === META_COMMAND && this.tokens.kinds[index] === TOKEN.metaCommand) {
        this.metaCommand(index);
        fresh = true;
        index++;
      } else if (index !== this.statementStart && this.beginsAnother(index)) fresh = true;
      else index = this.step(index);
    }
  }

  /** Whether a statement begins though none was ended: also where a parenthesis of a definition was never closed. */
  private beginsAnother(index: number): boolean {
    if (this.frames.length > 0 && !definesAtLine(this.tokens, index, this.statement)) return false;
    return beginsUnannounced(this.tokens, index, this.statement, this.routine);
  }

  /** Each branch of a template's condition goes on from what stood before the condition; tells whether a statement begins. */
  private branch(mark: string, fresh: boolean): boolean {
    switch (mark) {
      case MARK.branch:
        if (this.branches.length < DEEPEST_BRANCH) this.branches.push(this.snapshot(fresh));
        return fresh;
      case MARK.otherBranch: {
        const before = this.branches.at(-1);
        if (before === undefined) return fresh;
        this.statement = before.statement;
        this.frames = before.frames.map(copyFrame);
        this.frame = copyFrame(before.frame);
        return before.fresh;
      }
      default:
        this.branches.pop();
        return fresh;
    }
  }

  private snapshot(fresh: boolean): Snapshot {
    return { statement: this.statement, frames: this.frames.map(copyFrame), frame: copyFrame(this.frame), fresh };
  }

  private begin(index: number): void {
    this.statement = QUERY;
    this.previousStart = this.statementStart;
    this.statementStart = index;
    this.object = [];
    this.frames = [];
    this.frame = newFrame('start', false, null);
    if (this.visible.size > 0) this.visible.clear();
  }

  /** One token further, or several. */
  private step(index: number): number {
    const symbol = this.symbol(index);
    const { frame } = this;
    if (this.statement.expectations.length > 0 && symbol !== '') {
      const next = this.expected(index);
      if (next > index) return next;
    }
    if (frame.state === 'relation' && startsName(this.tokens, index)) return this.relation(index);
    if (frame.state === 'with' && startsName(this.tokens, index)) return this.named(index);
    if (symbol === '') {
      const kind = this.tokens.kinds[index];
      if (kind === TOKEN.string || kind === TOKEN.dollarString) this.string(index);
      if (frame.state === 'start') frame.state = 'expression';
      else if (frame.state === 'relation' && kind !== TOKEN.number) frame.state = 'from';
      return index + 1;
    }
    return this.keyword(index, symbol);
  }

  private keyword(index: number, symbol: string): number {
    const { frame } = this;
    switch (symbol) {
      case '(':
      case '[':
      case '{':
        return this.open(index);
      case ')':
      case ']':
      case '}':
        this.close();
        return index + 1;
      case ',':
        if (frame.state === 'from') frame.state = 'relation';
        else if (frame.state === 'cte-done') frame.state = 'with';
        return index + 1;
      case 'SELECT':
        frame.query = true;
        frame.state = 'expression';
        return index + 1;
      case 'FROM':
        return this.from(index);
      case 'JOIN':
      case 'STRAIGHT_JOIN':
        // ClickHouse's ARRAY JOIN names columns.
        if (this.symbol(index + 1) !== '=') frame.state = this.word(index - 1) === 'ARRAY' ? 'expression' : 'relation';
        return index + 1;
      case 'WITH':
        return this.with(index);
      case 'INSERT':
      case 'REPLACE':
      case 'UPSERT':
        return this.insert(index);
      case 'DELETE':
        return this.delete(index);
      case 'MERGE':
        return this.merge(index);
      case 'UPDATE':
        return this.update(index);
      case 'INTO':
        return this.into(index);
      case 'TABLE':
        return this.tableWord(index);
      case 'USING':
        if (frame.using) {
          frame.using = false;
          frame.state = 'relation';
        }
        return index + 1;
      case 'FOR':
        if (/^(?:UPDATE|SHARE|NO|KEY)$/.test(this.symbol(index + 1))) frame.state = 'expression';
        return index + 1;
      case 'LATERAL':
        if (this.symbol(index + 1) === 'VIEW') frame.state = 'expression';
        return index + 1;
      case 'UNNEST':
        if (frame.state === 'relation') frame.state = 'from';
        return index + 1;
      case 'EXECUTE':
        if (this.statement.object === 'TABLE') this.procedureOfTable(this.object);
        return this.routine ? this.executed(index + 1) : index + 1;
      case 'LIKE':
        return this.like(index);
      case 'INHERITS':
        if (this.statement.defines && this.symbol(index + 1) === '(') return this.nameList(index + 2, 'table', 'read');
        return index + 1;
      case 'UNION':
      case 'INTERSECT':
      case 'EXCEPT':
      case 'MINUS':
        frame.state = 'start';
        return this.skip(index + 1, 'ALL', 'DISTINCT');
      case 'RETURNING':
        // INTO behind it fills variables.
        frame.query = false;
        frame.state = 'expression';
        return index + 1;
      case 'SET':
        frame.state = 'expression';
        return this.statement.defines ? this.settingOfObject(index + 1) : index + 1;
      case 'LOOP':
      case 'WHERE':
      case 'GROUP':
      case 'ORDER':
      case 'HAVING':
      case 'LIMIT':
      case 'WINDOW':
      case 'QUALIFY':
      case 'FETCH':
      case 'VALUES':
      case 'SORT':
      case 'DISTRIBUTE':
      case 'CLUSTER':
      case 'WHEN':
        frame.state = 'expression';
        return index + 1;
      default:
        if (frame.state === 'start') frame.state = 'expression';
        return index + 1;
    }
  }

  /** A name that the statement's own words announce. */
  private expected(index: number): number {
    for (const expectation of this.statement.expectations) {
      const { after, takes, access, list } = expectation;
      if (after.at(-1) !== this.symbol(index)) continue;
      if (this.frames.length > 0 && !expectation.inside) continue;
      if (!after.every((word, place) => this.symbol(index - after.length + 1 + place) === word)) continue;
      const at = this.skipIfExists(index + 1);
      if (this.symbol(at) === 'PARTITION' && this.symbol(at + 1) === '(') continue;
      if (this.symbol(index - 1) === 'DEPENDS' || this.symbol(at) === 'DOMAIN') continue;
      const next = list ? this.nameList(at, takes, access) : this.oneName(at, takes, access);
      if (next === at) continue;
      if (expectation.once) this.expectNoMore(expectation);
      return next;
    }
    return index;
  }

  private expectNoMore(met: Expectation): void {
    const { statement } = this;
    this.statement = { ...statement, expectations: statement.expectations.filter((other) => other !== met) };
  }

  private open(index: number): number {
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

  private close(): void {
    const closed = this.frame;
    const outer = this.frames.pop();
    if (outer === undefined) return;
    if (closed.named !== null) for (const name of closed.named) this.hide(name);
    this.frame = outer;
    if (closed.gives !== null) this.show(closed.gives);
  }

  protected show(name: string): void {
    this.visible.set(name, (this.visible.get(name) ?? 0) + 1);
    (this.frame.named ??= []).push(name);
  }

  private hide(name: string): void {
    const left = (this.visible.get(name) ?? 1) - 1;
    if (left > 0) this.visible.set(name, left);
    else this.visible.delete(name);
  }

  private from(index: number): number {
    const { frame } = this;
    if (this.meansTables(index)) frame.state = 'relation';
    return index + 1;
  }

  private meansTables(index: number): boolean {
    const { frame } = this;
    // struct<from: int>
    if (this.symbol(index + 1) === ':') return false;
    if (this.symbol(index - 1) === 'DISTINCT' && /^(?:IS|NOT)$/.test(this.symbol(index - 2))) return false;
    if (frame.query) return true;
    if (this.frames.length === 0) return this.statement.fromAtTop;
    return !frame.call;
  }

  /** A table, or a table function, where one is expected. */
  private relation(index: number): number {
    const { frame } = this;
    const symbol = this.symbol(index);
    const next = this.symbol(index + 1);
    if (symbol === 'ONLY' && (next === '(' || startsName(this.tokens, index + 1))) return index + 1;
    if (symbol === 'ROWS' && next === 'FROM') return index + 2;
    if (symbol === 'STREAM' && (next === '(' || startsName(this.tokens, index + 1))) return index + 1;
    frame.state = 'from';
    const name = dottedNameAt(this.tokens, index);
    if (name === null) return Math.max(index + 1, this.unfinished(index, 'read'));
    if (this.symbol(name.next) === '(') return this.relationCall(name.parts, name.next);
    if (this.isColumnOfSource(name.parts, index)) return name.next;
    this.readTable(name.parts, 'read');
    return name.next;
  }

  /**
   * A table function is no table, but one of a catalog's own system schema names the catalog; of some the
   * first argument is a table's name in a string, or a connection and SQL.
   */
  private relationCall(parts: readonly NamePart[], index: number): number {
    const [first] = parts;
    if (this.procedureOf(parts, 'read')) this.placedArguments(index + 1);
    if (parts.length > 1 || first === undefined || this.tokens.kinds[index + 1] !== TOKEN.string) return index;
    switch (first.name.toLowerCase()) {
      case 'table_changes':
        this.names.table(partsInString(this.tokens, index + 1), 'read');
        return index;
      case 'dblink':
        this.remoteQuery(index + 1);
        return index;
      case 'postgres_scan':
      case 'mysql_scan':
        this.remoteTable(index + 1);
        return index;
      default:
        return index;
    }
  }

  /** BigQuery's and Redshift's `FROM kol.events e, e.items`: a column of what stands before it in the same FROM. */
  private isColumnOfSource(parts: readonly NamePart[], index: number): boolean {
    const [first] = parts;
    const before = this.symbol(index - 1);
    if (parts.length !== 2 || first === undefined || (before !== ',' && before !== 'JOIN')) return false;
    const source = first.name.toUpperCase();
    const limit = Math.max(this.statementStart, index - MOST_TOKENS_OF_SOURCES);
    for (let at = index - 2; at > limit && this.symbol(at) !== 'FROM'; at--) {
      if (this.symbol(at + 1) !== '.' && this.symbol(at + 1) !== ']' && this.tokens.kinds[at] === TOKEN.word && this.word(at) === source) return true;
    }
    return false;
  }

  private readTable(parts: readonly NamePart[], access: Access): void {
    const [first] = parts;
    if (first === undefined) return;
    if (parts.some((part) => part.name.includes(MARK.managed))) return;
    if (parts.length === 1 && this.visible.has(first.name.toLowerCase())) return;
    this.tableOrPath(parts, access);
  }

  private with(index: number): number {
    const { frame } = this;
    const next = this.skip(index + 1, 'RECURSIVE');
    let first = next;
    // A template may ask whether the first of them is there.
    while (MARKS.has(this.symbol(first))) first++;
    // UNNEST(…) WITH ORDINALITY AS t
    if (this.symbol(first) === 'ORDINALITY') return index + 1;
    if (!this.isNamedQuery(first)) return index + 1;
    frame.state = 'with';
    frame.recursive = next > index + 1;
    return next;
  }

  /** `name AS (` or `name (columns) AS (`, in Spark also `name (SELECT`, and not `WITH (format = …)` or `WITH TIME ZONE`. */
  private isNamedQuery(index: number): boolean {
    if (!startsName(this.tokens, index)) return false;
    if (this.symbol(index + 1) === 'AS') return true;
    if (this.symbol(index + 1) !== '(') return false;
    if (BEGINS_A_QUERY.has(this.symbol(index + 2))) return true;
    const limit = Math.min(index + MOST_COLUMNS_OF_A_NAMED_QUERY, this.tokens.count);
    for (let at = index + 2; at < limit; at++) {
      const symbol = this.symbol(at);
      if (symbol === ')') return this.symbol(at + 1) === 'AS';
      if (symbol === '(' || symbol === ';') return false;
    }
    return false;
  }

  private named(index: number): number {
    const { frame } = this;
    const name = dottedNameAt(this.tokens, index)?.parts[0]?.name.toLowerCase() ?? '';
    if (frame.recursive) this.show(name);
    frame.pending = name;
    frame.state = 'cte';
    return index + 1;
  }

  /** `INSERT INTO t`, `INSERT OVERWRITE TABLE t`, `INSERT OVERWRITE DIRECTORY '…'`. */
  private insert(index: number): number {
    let at = index + 1;
    if (this.symbol(at) === 'IGNORE') at++;
    // SQLite's INSERT OR REPLACE INTO
    if (this.symbol(at) === 'OR') at += 2;
    // SQL Server's BULK INSERT t FROM 'file'
    if (this.word(index - 1) === 'BULK') return this.target(at);
    if (this.isEvolving(at)) at += 3;
    // Oracle's INSERT ALL INTO a … INTO b …
    if (this.symbol(at) === 'ALL') this.frame.query = true;
    if (this.symbol(at) !== 'INTO' && this.symbol(at) !== 'OVERWRITE') return index + 1;
    at = this.skip(at, 'INTO', 'OVERWRITE', 'TABLE', 'LOCAL');
    this.frame.state = 'start';
    if (this.symbol(at) === 'DIRECTORY') {
      if (this.tokens.kinds[at + 1] === TOKEN.string) this.location(at + 1, 'write');
      return at + 2;
    }
    return this.target(at);
  }

  /** The table that a statement writes to; a parenthesis behind it is no call. */
  private target(index: number): number {
    const name = dottedNameAt(this.tokens, index);
    if (name === null) return this.unfinished(index, 'write');
    this.readTable(name.parts, 'write');
    return name.next;
  }

  private delete(index: number): number {
    const { frame } = this;
    if (this.symbol(index + 1) !== 'FROM') return this.deleteWithoutFrom(index + 1);
    frame.using = true;
    frame.query = true;
    frame.state = 'from';
    return this.changed(this.skip(index + 2, 'FROM', 'ONLY', 'TABLE'));
  }

  /** `DELETE kol.events WHERE …`, as SQL Server and Oracle let it be written. */
  private deleteWithoutFrom(index: number): number {
    const name = this.frame.state === 'start' && this.frames.length === 0 ? dottedNameAt(this.tokens, index) : null;
    if (name === null || this.symbol(name.next) !== 'WHERE') return index;
    return this.target(index);
  }

  private merge(index: number): number {
    const into = this.isEvolving(index + 1) ? index + 4 : index + 1;
    if (this.symbol(into) !== 'INTO' && !this.isMergedWithoutInto(into)) return index + 1;
    this.frame.using = true;
    this.frame.state = 'expression';
    return this.target(this.skip(into, 'INTO', 'ONLY', 'TABLE'));
  }

  /** Spark's `WITH SCHEMA EVOLUTION`. */
  private isEvolving(index: number): boolean {
    return this.symbol(index) === 'WITH' && this.symbol(index + 1) === 'SCHEMA' && this.word(index + 2) === 'EVOLUTION';
  }

  /** `MERGE kol.events AS t USING …`, as SQL Server and BigQuery let it be written. */
  private isMergedWithoutInto(index: number): boolean {
    if (this.frame.state !== 'start') return false;
    const name = dottedNameAt(this.tokens, index);
    if (name === null) return false;
    const alias = this.skip(name.next, 'AS');
    return this.symbol(name.next) === 'USING' || this.symbol(alias + 1) === 'USING';
  }

  private update(index: number): number {
    const { frame } = this;
    const at = this.skip(index + 1, 'ONLY', 'TABLE');
    const begins = frame.state === 'start' || frame.state === 'cte-done' || STATEMENT_BEGINS_BEHIND.has(this.symbol(index - 1))
      || (this.frames.length === 0 && startsLine(this.tokens, index) && this.isUpdated(at));
    if (!begins || this.symbol(at) === 'SET') return index + 1;
    frame.query = true;
    frame.state = 'from';
    return this.changed(at);
  }

  /** The table that UPDATE and DELETE change, or the alias of one that stands behind it: `UPDATE t SET … FROM kol.events t`. */
  private changed(index: number): number {
    const name = dottedNameAt(this.tokens, index);
    if (name?.parts.length === 1 && this.isAliasBehind(index, name.next)) return name.next;
    return this.target(index);
  }

  private isAliasBehind(name: number, index: number): boolean {
    const limit = Math.min(index + MOST_TOKENS_OF_SOURCES, this.tokens.count);
    let from = false;
    for (let at = index; at < limit && this.symbol(at) !== ';'; at++) {
      from ||= this.symbol(at) === 'FROM' || this.symbol(at) === 'USING';
      if (from && this.word(at) === this.word(name) && this.isAlias(at)) return true;
    }
    return false;
  }

  /** A name behind another, with AS between them or not, that no dot follows. */
  private isAlias(index: number): boolean {
    const next = this.symbol(index + 1);
    if (next === '.' || next === '(') return false;
    const before = this.symbol(index - 1);
    const kind = this.tokens.kinds[index - 1];
    return before === 'AS' || before === ']' || before === ')' || (before === '' && (kind === TOKEN.word || kind === TOKEN.quoted));
  }

  /** `t SET`, `t AS a SET`, in MySQL `t a JOIN`. */
  private isUpdated(index: number): boolean {
    const next = dottedNameAt(this.tokens, index)?.next ?? index;
    const alias = this.skip(next, 'AS');
    const behind = isWordAt(this.tokens, alias) ? this.symbol(alias + 1) : this.symbol(next);
    return /^(?:SET|JOIN|INNER|LEFT)$/.test(behind);
  }

  /** `SELECT … INTO t FROM`, `LOAD DATA … INTO TABLE t`. */
  private into(index: number): number {
    const { dialect } = this.names;
    const table = this.symbol(index + 1) === 'TABLE';
    // Databricks' APPLY CHANGES INTO t FROM s, CREATE FLOW … AUTO CDC INTO t FROM s
    if (/^(?:CHANGES|CDC)$/.test(this.word(index - 1))) {
      this.frame.query = true;
      return this.target(index + 1);
    }
    if (this.statement.defines || this.symbol(index + 1) === 'OUTFILE') return index + 1;
    if (!table && (this.routine || dialect === 'mysql' || !this.frame.query)) return index + 1;
    return this.target(this.skip(index + 1, 'TEMP', 'TEMPORARY', 'UNLOGGED', 'TABLE'));
  }

  /** `TABLE t` as a query, `TABLE(f(…))` and `TABLE(t)` as a relation or an argument. */
  private tableWord(index: number): number {
    const { frame } = this;
    const before = this.symbol(index - 1);
    if (this.symbol(index + 1) === '(') {
      // RETURNS TABLE (…), DECLARE @t TABLE (…)
      if (before === 'RETURNS' || this.tokens.kinds[index - 1] === TOKEN.variable) return index + 1;
      const state = frame.state === 'relation' ? 'from' : frame.state;
      frame.state = 'relation';
      const inside = this.open(index + 1);
      frame.state = state;
      return inside;
    }
    if (!startsName(this.tokens, index + 1)) return index + 1;
    const begins = frame.state === 'start' || frame.state === 'relation' || frame.state === 'cte-done'
      || before === 'AS' || (before === '>' && this.symbol(index - 2) === '=') || (frame.call && (before === '(' || before === ','));
    if (!begins) return index + 1;
    const next = this.relation(index + 1);
    if (frame.call) frame.state = 'expression';
    return next;
  }

  /** `ALTER DATABASE d SET search_path = kol`, `CREATE FUNCTION f() … SET search_path TO kol`. */
  private settingOfObject(index: number): number {
    if (this.symbol(index) !== 'SEARCH_PATH') return index;
    return this.searchPath(this.skip(index + 1, 'TO', '='), false);
  }

  /** `CREATE TABLE t (LIKE other INCLUDING PROPERTIES)`, in Flink `CREATE TABLE t (…) WITH (…) LIKE other`. */
  private like(index: number): number {
    const before = this.symbol(index - 1);
    const behind = before === ')' && this.frames.length === 0 && !this.frame.query && this.statement.object === 'TABLE';
    if (!this.statement.defines || (before !== '(' && before !== ',' && !behind)) return index + 1;
    return this.oneName(index + 1, 'table', 'read');
  }

  protected expectRelation(): void {
    this.frame.state = 'relation';
  }
}

/** What the template layer puts where a condition branches. */
const MARKS: ReadonlySet<string> = new Set([MARK.branch, MARK.otherBranch, MARK.branchEnd]);

/** Words after which a parenthesis holds a function's arguments. */
const CALLED = new Set(['CONVERT', 'LIST', 'SESSION', 'UNNEST', 'EXTRACT', 'TRIM', 'SUBSTRING', 'OVERLAY', 'POSITION', 'NORMALIZE', 'LEFT', 'RIGHT', 'IF', 'REPLACE']);

const STATEMENT_BEGINS_BEHIND = new Set(['THEN', 'ELSE', 'DO', 'LOOP', 'BEGIN', 'BATCH', 'ALSO', 'INSTEAD', 'AS', '(']);

const BEGINS_A_QUERY = new Set(['SELECT', 'WITH', 'VALUES', 'FROM', 'TABLE']);

function copyFrame(frame: Frame): Frame {
  return { ...frame };
}

function newFrame(state: State, call: boolean, gives: string | null): Frame {
  return { state, query: false, call, recursive: false, pending: null, gives, named: null, using: false };
}
