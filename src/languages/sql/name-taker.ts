import type { Access } from '../../references/reference.js';
import { HOLE } from '../../references/text.js';
import { dottedNameAt, isWordAt, startsName, unfinishedNameAt, type NamePart } from './dotted-name.js';
import type { Joint } from './joined-strings.js';
import type { Tokens } from './tokens.js';
import type { NameCollector } from './name-collector.js';
import type { SqlSession } from './sql-reading.js';
import { OBJECTS, QUERY, type Statement, type Takes } from './statement.js';
import { MARK } from './template-marks.js';

/** A string whose characters may be a location, or SQL of their own. */
export interface FoundString {
  readonly start: number;
  readonly end: number;
  readonly access: Access;
  /** Where SQL in it runs, if that is not the session around it. */
  readonly session?: SqlSession;
  /** What stands in it between the strings that it is made of. */
  readonly joints?: readonly Joint[];
}

/** Takes names at tokens, one or a list of them, and hands them to the collector as what they stand for. */
export abstract class NameTaker {
  /** Strings that may be locations. */
  readonly locations: FoundString[] = [];
  /** Ranges that hold SQL of their own: bodies in dollar quotes, `EXECUTE IMMEDIATE '…'`. */
  readonly nested: FoundString[] = [];
  protected readonly symbols: readonly string[];
  protected statement: Statement = QUERY;
  protected object: readonly NamePart[] = [];

  constructor(
    protected readonly tokens: Tokens,
    protected readonly names: NameCollector,
    /** Inside a routine's body `SELECT … INTO x` fills a variable. */
    protected readonly routine = false,
  ) {
    this.symbols = tokens.symbols;
  }

  protected symbol(index: number): string {
    return this.symbols[index] ?? '';
  }

  protected word(index: number): string {
    return this.tokens.flat.slice(this.tokens.starts[index], this.tokens.ends[index]).toUpperCase();
  }

  /** The index behind all the given words; one that a dot touches is a name: `INSERT INTO local.kol.events`. */
  protected skip(index: number, ...words: readonly string[]): number {
    while (words.includes(this.symbol(index)) && !isTouchedByDot(this.tokens, index)) index++;
    return index;
  }

  protected skipIfExists(index: number): number {
    const next = this.skip(index, 'IF', 'NOT', 'EXISTS', 'CONCURRENTLY', 'ONLY');
    // IF EXIST, and whatever else stands before a name by mistake.
    const mistaken = /^(?:IF|NOT)$/.test(this.symbol(next - 1)) && isWordAt(this.tokens, next) && startsName(this.tokens, next + 1);
    return mistaken ? next + 1 : next;
  }

  protected skipParentheses(index: number): number {
    if (this.symbol(index) !== '(') return index;
    let depth = 0;
    for (let at = index; at < this.tokens.count; at++) {
      const symbol = this.symbol(at);
      if (symbol === '(') depth++;
      else if (symbol === ';') return index;
      else if (symbol === ')' && --depth === 0) return at + 1;
    }
    return index;
  }

  protected hasWord(from: number, to: number, ...words: readonly string[]): boolean {
    for (let at = from; at < to; at++) if (words.includes(this.symbol(at))) return true;
    return false;
  }

  /** Kinds of databases that hold schemas, and those that are schemas by another name. */
  protected takesOf(object: string): Takes {
    const takes = OBJECTS[object] ?? 'nothing';
    const { dialect } = this.names;
    if (takes === 'database' && (dialect === 'spark' || dialect === 'hive' || dialect === 'flink' || dialect === 'trino')) {
      return 'schema';
    }
    if (takes === 'schema' && dialect === 'mysql') return 'database';
    return takes;
  }

  protected oneName(index: number, takes: Takes, access: Access): number {
    if (this.symbol(index) === '(' && this.symbol(index - 1) === 'ONLY') {
      const next = this.oneName(index + 1, takes, access);
      return this.symbol(next) === ')' ? next + 1 : next;
    }
    const name = dottedNameAt(this.tokens, index);
    if (name === null) return takes === 'table' ? this.unfinished(index, access) : index;
    this.take(name.parts, takes, access);
    return name.next;
  }

  /** Names with commas between them; parentheses and words behind a name (`f(int)`, `t (a)`) are passed over. */
  protected nameList(index: number, takes: Takes, access: Access): number {
    for (;;) {
      const next = this.oneName(index, takes, access);
      if (next === index) return index;
      index = this.skipParentheses(this.symbol(next) === '*' ? next + 1 : next);
      if (this.symbol(index) === 'WHERE' && this.symbol(index + 1) === '(') index = this.skipParentheses(index + 1);
      if (this.symbol(index) !== ',') return index;
      index = this.skip(index + 1, 'ONLY', ',');
      if (this.symbol(index) === 'TABLES' && this.symbol(index + 1) === 'IN') return index;
    }
  }

  protected take(parts: readonly NamePart[], takes: Takes, access: Access): void {
    if (parts.some((part) => part.name.includes(MARK.managed))) return;
    switch (takes) {
      case 'table':
        return this.tableOrPath(parts, access);
      case 'renamed-table':
        return this.names.renamedTable(parts, this.object, access);
      case 'schema':
        return this.names.schema(parts, access);
      case 'database':
        return this.names.database(parts, access);
      case 'catalog':
        return this.names.catalog(parts, access);
      case 'keyspace':
        return this.names.keyspace(parts, access);
      case 'column':
        return parts.length > 1 ? this.names.table(parts.slice(0, -1), access) : undefined;
      case 'member':
        return this.names.holder(parts, access);
      case 'nothing':
        return undefined;
      default:
        return takes satisfies never;
    }
  }

  /** A table; of Spark's tables by path, ``delta.`s3a://…` ``, the location. */
  protected tableOrPath(parts: readonly NamePart[], access: Access): void {
    const [only] = parts;
    // DuckDB's FROM "s3://kol-bronze/a.parquet"; a file of its own, FROM "data/a.csv", is neither table nor location.
    if (parts.length === 1 && only?.quoted === true && only.name.includes('/')) {
      if (only.name.includes('://')) this.locations.push({ start: only.start + 1, end: only.end - 1, access });
      return;
    }
    const path = parts.length === 2 ? parts[1] : undefined;
    if (path?.quoted === true && (path.name.includes('/') || (isUnknown(path.name) && isFormat(parts[0])))) {
      if (path.name !== '') this.locations.push({ start: path.start + 1, end: path.end - 1, access });
    } else {
      this.names.table(parts, access);
    }
  }

  /** `FROM iceberg.kol_gold.` while the table's name is being typed: what holds it is written already. */
  protected unfinished(index: number, access: Access): number {
    const begun = unfinishedNameAt(this.tokens, index);
    if (begun === null) return index;
    if (begun.parts.length < 3) this.take(begun.parts, 'schema', access);
    return begun.next;
  }

  /** What stands between the quotes of a string, as a name. */
  protected stringPart(index: number): NamePart {
    const { start, end } = this.stringRange(index);
    return { name: this.tokens.flat.slice(start, end), quoted: true, start, end };
  }

  protected stringRange(index: number): { start: number; end: number } {
    const { flat, starts, ends } = this.tokens;
    const tokenEnd = ends[index] ?? 0;
    let start = starts[index] ?? 0;
    while (start < tokenEnd && flat[start] !== "'" && flat[start] !== '"' && flat[start] !== '`' && flat[start] !== '$') start++;
    const quote = flat[start];
    if (quote === '$') {
      const tagEnd = flat.indexOf('$', start + 1) + 1;
      return { start: tagEnd, end: tokenEnd - (tagEnd - start) };
    }
    const closed = tokenEnd - start > 1 && flat[tokenEnd - 1] === quote;
    return { start: start + 1, end: closed ? tokenEnd - 1 : tokenEnd };
  }

  protected location(index: number, access: Access): void {
    this.locations.push({ ...this.stringRange(index), access });
  }
}

/** Spark reads files by their path where a format stands before it. */
const FORMATS = /^(?:delta|parquet|json|csv|orc|avro|text)$/i;

function isTouchedByDot({ symbols, starts, ends }: Tokens, index: number): boolean {
  return symbols[index + 1] === '.' && starts[index + 1] === ends[index];
}

/** A hole, or what is left of one whose default is nothing. */
function isUnknown(name: string): boolean {
  return name === HOLE || name === '';
}

function isFormat(part: NamePart | undefined): boolean {
  return part !== undefined && FORMATS.test(part.name);
}
