import { partsBetween } from './dotted-name.js';
import { joinedStrings } from './joined-strings.js';
import { TOKEN } from './tokens.js';
import { beginsAsStatement } from './looks-like-sql.js';
import { NameTaker } from './name-taker.js';

/** Takes strings that hold SQL of their own: bodies of routines, statements that are run later. */
export abstract class NestedSql extends NameTaker {
  protected statementStart = 0;

  /** Whether a string is SQL, or a body in another language, that is none of what the statement names. */
  protected sqlOfItsOwn(index: number): boolean {
    const range = this.stringRange(index);
    if (this.tokens.kinds[index] === TOKEN.dollarString) {
      if (this.statement.object === 'VIEW') this.measured(index);
      else if (this.isSql(index)) this.nested.push({ ...range, access: 'unknown' });
      return true;
    }
    if (this.isRunLater(index) && beginsAsStatement(this.tokens.flat.slice(range.start, range.end))) {
      this.builtStatement(index);
      return true;
    }
    const body = this.symbol(index - 1) === 'AS' && ROUTINES.has(this.statement.object) && this.beginsAsSql(range.start, range.end);
    if (body) this.nested.push({ ...range, access: 'unknown' });
    return body;
  }

  private isRunLater(index: number): boolean {
    return this.isAssigned(index) || this.isScheduled(index);
  }

  /** Databricks' metric views say in YAML what they measure: `source: lake.kol_gold.events`, `source: SELECT …`. */
  private measured(index: number): void {
    const range = this.stringRange(index);
    const yaml = this.tokens.flat.slice(range.start, range.end);
    for (const { indices } of yaml.matchAll(MEASURED_QUERY)) {
      const [start = 0, end = 0] = indices?.[2] ?? [];
      this.nested.push({ start: range.start + start, end: range.start + end, access: 'read' });
    }
    for (const { indices } of yaml.matchAll(MEASURED)) {
      const [start = 0, end = 0] = indices?.[1] ?? [];
      this.names.table(partsBetween(this.tokens.flat, range.start + start, range.start + end), 'read');
    }
  }

  protected beginsAsSql(start: number, end: number): boolean {
    return BODY.test(this.tokens.flat.slice(start, Math.min(end, start + 200)));
  }

  /** Whether what stands in dollar quotes is SQL: the body of a routine in a language of SQL, or what begins as SQL does. */
  private isSql(index: number): boolean {
    const routine = ROUTINES.has(this.statement.object) || this.word(this.statementStart) === 'DO';
    if (routine) return SQL_LANGUAGES.has(this.routineLanguage());
    const { start, end } = this.stringRange(index);
    return this.symbol(index - 1) === 'IMMEDIATE' || this.beginsAsSql(start, end);
  }

  /** The word behind LANGUAGE, before the body or behind it; '' where none is. */
  private routineLanguage(): string {
    const limit = Math.min(this.tokens.count, this.statementStart + MOST_TOKENS_OF_A_ROUTINE);
    for (let at = this.statementStart; at < limit && this.symbol(at) !== ';'; at++) {
      if (this.symbol(at) === 'LANGUAGE') return this.word(at + 1).replace(/['"]/g, '');
    }
    return '';
  }

  /** The string behind EXECUTE, as it stands, in `format(…)`, or with what is joined to it. */
  protected executed(index: number): number {
    let at = this.skip(index, 'IMMEDIATE');
    if (this.word(at) === 'FORMAT') at++;
    at = this.skip(at, '(');
    if (this.tokens.kinds[at] !== TOKEN.string) return index;
    this.builtStatement(at);
    return at + 1;
  }

  /** The SQL that begins with a string and goes on in those that are joined to it. */
  private builtStatement(index: number): void {
    const { start } = this.stringRange(index);
    this.nested.push({ start, ...joinedStrings(this.tokens, index), access: 'unknown' });
  }

  /** pg_cron's `cron.schedule('nightly', '0 3 * * *', 'DELETE FROM …')` */
  private isScheduled(index: number): boolean {
    if (this.symbol(index - 1) !== ',') return false;
    const call = this.symbol(index - 3) === ',' ? index - 6 : index - 4;
    return this.word(call) === 'SCHEDULE' && this.symbol(call - 1) === '.' && this.word(call - 2) === 'CRON';
  }

  /** `command := 'SELECT …'`, `command := format('…')`, `SET @command = N'…'`: a variable's value, which is run later. */
  private isAssigned(index: number): boolean {
    const formatted = this.symbol(index - 1) === '(' && this.word(index - 2) === 'FORMAT';
    const at = formatted ? index - 3 : index - 1;
    if (this.symbol(at) !== '=') return false;
    if (this.symbol(at - 1) === ':') return true;
    return this.tokens.kinds[at - 1] === TOKEN.variable && (this.statement.verb === 'SET' || this.symbol(at - 2) === 'SET');
  }
}

/** What the bodies of routines may be written in and be read here; none said is SQL, too. */
const SQL_LANGUAGES = new Set(['', 'SQL', 'PLPGSQL', 'PLSQL', 'EDBSPL']);

const MOST_TOKENS_OF_A_ROUTINE = 2_000;

/** A dotted name behind `source:` of a line of YAML, in quotes or not. */
const MEASURED = /^[ \t-]*source:[ \t]*["']?((?:`[^`\n]+`|[\w-]+)(?:\.(?:`[^`\n]+`|[\w-]+)){0,2})["']?[ \t]*\r?$/dgm;

/** A query there, on the line or on indented ones below it. */
const MEASURED_QUERY = /^([ \t]*)(?:- )?source:[ \t]*[|>]?-?[ \t]*(?:\r?\n[ \t]*)?["']?((?:select|with)\s[^\n]*(?:\n\1[ \t]+[^\n]*)*)/dgim;

const ROUTINES = new Set(['FUNCTION', 'PROCEDURE', 'ROUTINE']);

/** How the body of a routine in SQL begins, where it stands in ordinary quotes. */
const BODY = /^\s*(?:select|with|insert|update|delete|merge|begin|declare|create|alter|drop|truncate|refresh|grant|call)\s/i;
