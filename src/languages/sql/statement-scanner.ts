import { dottedNameAt, isNameOfItsOwn, startsName } from './dotted-name.js';
import { META_COMMAND, TOKEN } from './tokens.js';
import { copyFrame, type Frame } from './query-scopes.js';
import { beginsUnannounced, definesAtLine, isLineOfGo } from './statement-boundaries.js';
import { StatementHeads } from './statement-heads.js';
import { OBJECTS, QUERY, type Expectation, type Statement } from './statement.js';
import { takeEngineArguments } from './table-engines.js';
import { BRANCH_MARKS, MARK } from './template-marks.js';

/** What a branch of a template's condition starts from. */
interface Snapshot {
  /** A statement begins there. */
  readonly fresh: boolean;
  readonly statement: Statement;
  readonly frames: readonly Frame[];
  readonly frame: Frame;
}

const DEEPEST_BRANCH = 32;

/** Walks over the tokens of one piece of SQL, statement by statement, with a stack of its own. */
export class StatementScanner extends StatementHeads {
  /** What the scanner knew before each condition of a template that is open. */
  private readonly branches: Snapshot[] = [];
  /** A statement begins in another branch than the first of a condition. */
  private inOtherBranch = false;

  run(): void {
    const { count } = this.tokens;
    let index = 0;
    let fresh = true;
    while (index < count) {
      const symbol = this.symbols[index] ?? '';
      if (BRANCH_MARKS.has(symbol)) {
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
        this.inOtherBranch = before.fresh;
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
    this.beginScopes(this.inOtherBranch);
    this.inOtherBranch = false;
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
    if (frame.state === 'relation' && this.isNamedByJoinWord(index)) {
      frame.state = 'from';
      return index + 1;
    }
    if (frame.state === 'with' && startsName(this.tokens, index)) return this.named(index);
    if (symbol === '') {
      const kind = this.tokens.kinds[index];
      if (kind === TOKEN.string || kind === TOKEN.dollarString) this.string(index);
      else if (kind === TOKEN.quoted) this.quotedLocation(index);
      if (frame.state === 'start') frame.state = 'expression';
      else if (frame.state === 'relation' && kind !== TOKEN.number) frame.state = 'from';
      return index + 1;
    }
    return isNameOfItsOwn(this.tokens, index) ? index + 1 : this.keyword(index, symbol);
  }

  private keyword(index: number, symbol: string): number {
    const { frame } = this;
    switch (symbol) {
      case '(':
        if (this.statement.defines && this.symbol(index - 2) === '=') takeEngineArguments(this.tokens, index, this.names);
        return this.open(index);
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
        else if (!frame.query && this.frames.length === 0 && this.statement === QUERY) this.continueWith(index);
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
      case 'ON':
        // The table is missing.
        if (frame.state === 'relation') frame.state = 'from';
        return index + 1;
      case 'USING':
        if (frame.state === 'relation') frame.state = 'from';
        if (frame.using) {
          frame.using = false;
          frame.state = 'relation';
        }
        return index + 1;
      case 'CONFLICT':
        this.endSource();
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
        if (this.statement.object === 'TABLE') this.procedureOfTable(this.object, index + 1);
        return this.routine ? this.executed(index + 1) : index + 1;
      case 'LIKE':
        return this.like(index);
      case '%':
        this.declaredLike(index);
        return index + 1;
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
      // Hive's CREATE INDEX i ON TABLE t
      const at = this.skipIfExists(this.statement.object === 'INDEX' ? this.skip(index + 1, 'TABLE') : index + 1);
      if (this.symbol(at) === 'PARTITION' && this.symbol(at + 1) === '(') continue;
      if (this.symbol(index - 1) === 'DEPENDS' || this.symbol(at) === 'DOMAIN') continue;
      // PostgreSQL's CREATE ROLE r IN ROLE s
      if (takes === 'catalog' && this.symbol(at) in OBJECTS) continue;
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

  /** `ALTER DATABASE d SET search_path = kol`, `CREATE FUNCTION f() … SET search_path TO kol`. */
  private settingOfObject(index: number): number {
    if (this.symbol(index) !== 'SEARCH_PATH') return index;
    return this.searchPath(this.skip(index + 1, 'TO', '='), false);
  }

  /** `DECLARE r kol.events%ROWTYPE; id kol.events.id%TYPE;`: a variable of a routine is made like a table's row or column. */
  private declaredLike(percent: number): void {
    const form = this.routine ? this.word(percent + 1) : '';
    if (form !== 'ROWTYPE' && form !== 'TYPE') return;
    let first = percent - 1;
    while (this.symbol(first - 1) === '.') first -= 2;
    const name = dottedNameAt(this.tokens, first);
    if (name?.next !== percent) return;
    // A row may be a cursor's, too, except in PostgreSQL.
    if (name.parts.length > 1 || this.names.dialect === 'postgres') this.take(name.parts, form === 'TYPE' ? 'column' : 'table', 'read');
  }

  /** `CREATE TABLE t (LIKE other INCLUDING PROPERTIES)`, in Flink `CREATE TABLE t (…) WITH (…) LIKE other`. */
  private like(index: number): number {
    const before = this.symbol(index - 1);
    const behind = before === ')' && this.frames.length === 0 && !this.frame.query && this.statement.object === 'TABLE';
    if (!this.statement.defines || (before !== '(' && before !== ',' && !behind)) return index + 1;
    return this.oneName(index + 1, 'table', 'read');
  }
}
