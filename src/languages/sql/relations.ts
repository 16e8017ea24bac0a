import { dottedNameAt, isWordAt, partsInString, startsName, type DottedName, type NamePart } from './dotted-name.js';
import { TOKEN } from './tokens.js';
import { QueryScopes } from './query-scopes.js';

/** How far an alias is looked for. */
export const MOST_TOKENS_OF_SOURCES = 200;

/** What may stand behind a column, and before no table. */
const FOLLOWS_A_COLUMN = new Set([':', '=', ',', '<', '>', '!', 'IS', 'IN', 'LIKE', 'BETWEEN']);

/** What SQL Server may be told in parentheses behind a table. */
const HINTS = new Set(['NOLOCK', 'HOLDLOCK', 'READPAST', 'READUNCOMMITTED', 'ROWLOCK', 'TABLOCK', 'TABLOCKX', 'UPDLOCK', 'XLOCK']);

/** Reads what stands behind FROM, JOIN and TABLE: tables, functions, and what is neither. */
export abstract class Relations extends QueryScopes {
  /** From here on a table may come. */
  protected expectRelation(): void {
    this.frame.state = 'relation';
  }

  protected from(index: number): number {
    const { frame } = this;
    if (this.meansTables(index)) frame.state = 'relation';
    return index + 1;
  }

  private meansTables(index: number): boolean {
    const { frame } = this;
    // struct<from: int>, and a column: WHEN from = to, SELECT from, to, WHERE from IS NULL
    if (FOLLOWS_A_COLUMN.has(this.symbol(index + 1))) return false;
    if (this.symbol(index - 1) === 'DISTINCT' && /^(?:IS|NOT)$/.test(this.symbol(index - 2))) return false;
    if (frame.query) return true;
    if (this.frames.length === 0) return this.statement.fromAtTop;
    return !frame.call;
  }

  /** A table, or a table function, where one is expected. */
  protected relation(index: number): number {
    const { frame } = this;
    const symbol = this.symbol(index);
    const next = this.symbol(index + 1);
    if (symbol === 'ONLY' && (next === '(' || startsName(this.tokens, index + 1))) return index + 1;
    if (symbol === 'ROWS' && next === 'FROM') return index + 2;
    if (symbol === 'STREAM' && (next === '(' || startsName(this.tokens, index + 1))) return index + 1;
    frame.state = 'from';
    const name = dottedNameAt(this.tokens, index);
    if (name === null) return Math.max(index + 1, this.unfinished(index, 'read'));
    if (this.symbol(name.next) === '(' && !this.isHint(name.next)) return this.relationCall(name.parts, name.next);
    if (this.isColumnOfSource(name, index)) return name.next;
    this.readTable(name.parts, 'read');
    return name.next;
  }

  /** SQL Server's `FROM dbo.events (NOLOCK)` */
  private isHint(opening: number): boolean {
    return this.symbol(opening + 2) === ')' && HINTS.has(this.word(opening + 1));
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
      case 'external_query':
        if (this.tokens.kinds[index + 3] === TOKEN.string) this.nested.push({ ...this.stringRange(index + 3), access: 'read' });
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
  private isColumnOfSource({ parts, next }: DottedName, index: number): boolean {
    const [first] = parts;
    const before = this.symbol(index - 1);
    if (parts.length !== 2 || first === undefined || (before !== ',' && before !== 'JOIN')) return false;
    if (before === 'JOIN' && this.isJoinedOn(next)) return false;
    const source = first.name.toUpperCase();
    const limit = Math.max(this.statementStart, index - MOST_TOKENS_OF_SOURCES);
    for (let at = index - 2; at > limit && this.symbol(at) !== 'FROM'; at--) {
      if (this.tokens.kinds[at] === TOKEN.word && this.word(at) === source && this.isSourceAt(at)) return true;
    }
    return false;
  }

  /** Whether a condition stands behind a table and its alias: columns are joined without, or ON true. */
  private isJoinedOn(index: number): boolean {
    const alias = this.skip(index, 'AS');
    const behind = isWordAt(this.tokens, alias) ? alias + 1 : alias;
    return this.symbol(behind) === 'USING' || (this.symbol(behind) === 'ON' && this.word(behind + 1) !== 'TRUE');
  }

  /** Whether a word of FROM is an alias, or a table that is its own; users.users is in a schema that is called so. */
  private isSourceAt(index: number): boolean {
    const next = this.symbol(index + 1);
    if (next === '.' || next === ']') return false;
    if (this.symbol(index - 1) !== '.') return true;
    return this.names.dialect === null && this.word(index - 2) !== this.word(index);
  }

  /** `TABLE t` as a query, `TABLE(f(…))` and `TABLE(t)` as a relation or an argument. */
  protected tableWord(index: number): number {
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
    const name = this.skip(index + 1, 'ONLY');
    if (!startsName(this.tokens, name)) return index + 1;
    const begins = frame.state === 'start' || frame.state === 'relation' || frame.state === 'cte-done'
      || before === 'AS' || (before === '>' && this.symbol(index - 2) === '=') || (frame.call && (before === '(' || before === ','));
    if (!begins) return index + 1;
    const next = this.relation(name);
    if (frame.call) frame.state = 'expression';
    return next;
  }
}
