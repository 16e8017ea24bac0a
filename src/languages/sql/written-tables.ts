import { dottedNameAt, isWordAt } from './dotted-name.js';
import { TOKEN } from './tokens.js';
import { MOST_TOKENS_OF_SOURCES, Relations } from './relations.js';
import { startsLine } from './statement-boundaries.js';

/** Reads the tables that INSERT, DELETE, MERGE, UPDATE and INTO write to. */
export abstract class WrittenTables extends Relations {
  /** `INSERT INTO t`, `INSERT OVERWRITE TABLE t`, `INSERT OVERWRITE DIRECTORY '…'`. */
  protected insert(index: number): number {
    let at = index + 1;
    if (this.symbol(at) === 'IGNORE') at++;
    // SQLite's INSERT OR REPLACE INTO
    if (this.symbol(at) === 'OR') at += 2;
    // SQL Server's BULK INSERT t FROM 'file'
    if (this.word(index - 1) === 'BULK') return this.target(at);
    if (this.isEvolving(at)) at += 3;
    // Oracle's INSERT ALL INTO a … INTO b …
    if (this.symbol(at) === 'ALL') this.frame.query = true;
    if (this.symbol(at) !== 'INTO' && this.symbol(at) !== 'OVERWRITE') return this.isInsertedWithoutInto(at) ? this.target(at) : index + 1;
    at = this.skip(at, 'INTO', 'OVERWRITE', 'TABLE', 'LOCAL');
    this.frame.state = 'start';
    this.frame.kept = this.frame.named?.length ?? 0;
    if (this.symbol(at) === 'DIRECTORY') {
      if (this.tokens.kinds[at + 1] === TOKEN.string) this.location(at + 1, 'write');
      return at + 2;
    }
    // ClickHouse's INSERT INTO FUNCTION s3('…')
    if (this.symbol(at) === 'FUNCTION' && isWordAt(this.tokens, at + 1)) return at + 2;
    return this.target(at);
  }

  /** `INSERT kol.events (id) VALUES (1)`, as MySQL, BigQuery and SQL Server let it be written. */
  private isInsertedWithoutInto(index: number): boolean {
    if (this.frames.length > 0 || this.frame.state !== 'start' || this.symbol(index - 1) !== 'INSERT') return false;
    const name = dottedNameAt(this.tokens, index);
    return name !== null && /^(?:\(|VALUES|SELECT)$/.test(this.symbol(name.next));
  }

  /** The table that a statement writes to; a parenthesis behind it is no call. */
  private target(index: number): number {
    if (this.symbol(index) === '(' && this.symbol(index - 1) === 'ONLY') return this.skip(this.target(index + 1), ')');
    const name = dottedNameAt(this.tokens, index);
    if (name === null) return this.unfinished(index, 'write');
    this.readTable(name.parts, 'write');
    return name.next;
  }

  protected delete(index: number): number {
    const { frame } = this;
    if (this.symbol(index + 1) !== 'FROM') return this.deleteWithoutFrom(index + 1);
    frame.using = true;
    frame.query = true;
    frame.state = 'from';
    return this.changed(this.skip(index + 2, 'FROM', 'ONLY', 'TABLE'));
  }

  /** `DELETE kol.events WHERE …`, as SQL Server and Oracle let it be written; in `DELETE e FROM kol.events e` an alias stands there. */
  private deleteWithoutFrom(index: number): number {
    const name = this.frames.length === 0 ? dottedNameAt(this.tokens, index) : null;
    if (name === null) return index;
    const next = this.symbol(name.next);
    if (next === 'WHERE' && this.frame.state === 'start') return this.target(index);
    if (next !== 'FROM') return index;
    this.frame.query = true;
    return name.next;
  }

  protected merge(index: number): number {
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

  protected update(index: number): number {
    const { frame } = this;
    const at = this.skip(index + 1, 'ONLY', 'TABLE');
    // ClickHouse's ALTER TABLE t UPDATE a = 1, b = 2
    if (this.symbol(at + 1) === '=') {
      frame.state = 'expression';
      return index + 1;
    }
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
  protected into(index: number): number {
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
}

const STATEMENT_BEGINS_BEHIND = new Set(['THEN', 'ELSE', 'DO', 'LOOP', 'BEGIN', 'BATCH', 'ALSO', 'INSTEAD', 'AS', '(']);
