import type { Access } from '../../references/reference.js';
import { HOLE } from '../../references/text.js';
import { dottedNameAt, partsInString, startsName, unfinishedNameAt, type NamePart } from './dotted-name.js';
import { META_COMMAND, TOKEN, withHoles, type Tokens } from './lexer.js';
import { MARK } from './template-marks.js';
import type { NameCollector } from './name-collector.js';
import type { SqlSession } from './sql-reading.js';
import {
  definition,
  LOCAL_SCHEMA,
  OBJECTS,
  OBJECT_EXPECTATIONS,
  ON_TABLE,
  QUERY,
  ROLE_OF_A_CATALOG,
  TO_TABLE,
  type Expectation,
  type Statement,
  type Takes,
} from './statement.js';

/** A string whose characters may be a location, or SQL of their own. */
export interface FoundString {
  readonly start: number;
  readonly end: number;
  readonly access: Access;
}

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
  readonly statement: Statement;
  readonly frames: readonly Frame[];
  readonly frame: Frame;
}

const DEEPEST_BRANCH = 32;
const MOST_COLUMNS_OF_A_NAMED_QUERY = 400;

/** Walks over the tokens of one piece of SQL, statement by statement, with a stack of its own. */
export class StatementScanner {
  /** Strings that may be locations. */
  readonly locations: FoundString[] = [];
  /** Ranges that hold SQL of their own: bodies in dollar quotes, `EXECUTE IMMEDIATE '…'`. */
  readonly nested: FoundString[] = [];
  private readonly symbols: readonly string[];
  private statement: Statement = QUERY;
  private statementStart = 0;
  private object: readonly NamePart[] = [];
  /** What the names that a procedure is given leave out. */
  private procedureSession: SqlSession = { catalog: null, schema: null };
  private frames: Frame[] = [];
  private frame: Frame;
  /** How many named subqueries of each name are in sight. */
  private readonly visible = new Map<string, number>();
  /** What the scanner knew before each condition of a template that is open. */
  private readonly branches: Snapshot[] = [];

  constructor(
    private readonly tokens: Tokens,
    private readonly names: NameCollector,
    /** Inside a routine's body `SELECT … INTO x` fills a variable. */
    private readonly routine = false,
  ) {
    this.symbols = tokens.symbols;
    this.frame = newFrame('start', false, null);
  }

  run(): void {
    const { count } = this.tokens;
    let index = 0;
    let fresh = true;
    while (index < count) {
      if (fresh) {
        this.begin(index);
        index = this.head(index);
        fresh = false;
        continue;
      }
      const symbol = this.symbols[index];
      if (symbol === ';') {
        fresh = true;
        index++;
      } else if (symbol === META_COMMAND && this.tokens.kinds[index] === TOKEN.metaCommand) {
        this.metaCommand(index);
        fresh = true;
        index++;
      } else if (this.beginsUnannounced(index)) fresh = true;
      else index = this.step(index);
    }
  }

  /** Each branch of a template's condition goes on from what stood before the condition. */
  private branch(mark: string): void {
    switch (mark) {
      case MARK.branch:
        if (this.branches.length < DEEPEST_BRANCH) this.branches.push(this.snapshot());
        return;
      case MARK.otherBranch: {
        const before = this.branches.at(-1);
        if (before === undefined) return;
        this.statement = before.statement;
        this.frames = before.frames.map(copyFrame);
        this.frame = copyFrame(before.frame);
        return;
      }
      default:
        this.branches.pop();
    }
  }

  private snapshot(): Snapshot {
    return { statement: this.statement, frames: this.frames.map(copyFrame), frame: copyFrame(this.frame) };
  }

  /** CREATE, ALTER or DROP of an object at the beginning of a line or behind a parenthesis: a semicolon is missing. */
  private beginsUnannounced(index: number): boolean {
    const symbol = this.symbols[index];
    if (symbol !== 'CREATE' && symbol !== 'ALTER' && symbol !== 'DROP') return false;
    if (this.frames.length > 0 || index === this.statementStart) return false;
    if (!this.startsLine(index) && this.statement.object !== 'SCHEMA' && this.symbol(index - 1) !== ')') return false;
    const next = this.symbol(index + 1);
    return next === 'TABLE' || next === 'VIEW' || next === 'SCHEMA' || next === 'DATABASE' || next === 'EXTERNAL';
  }

  private startsLine(index: number): boolean {
    const { flat, starts, ends } = this.tokens;
    return flat.slice(ends[index - 1] ?? 0, starts[index]).includes('\n');
  }

  private begin(index: number): void {
    this.statement = QUERY;
    this.statementStart = index;
    this.object = [];
    this.frames = [];
    this.frame = newFrame('start', false, null);
    if (this.visible.size > 0) this.visible.clear();
  }

  private symbol(index: number): string {
    return this.symbols[index] ?? '';
  }

  private word(index: number): string {
    return this.tokens.flat.slice(this.tokens.starts[index], this.tokens.ends[index]).toUpperCase();
  }

  // ---- heads of statements ----

  /** Reads what only the beginning of a statement can say; gives the index where the loop goes on. */
  private head(index: number): number {
    const symbol = this.symbol(index);
    const versioned = this.versionHead(index);
    if (versioned !== null) return versioned;
    switch (symbol) {
      case 'CREATE':
      case 'ALTER':
      case 'DROP':
        return this.definitionHead(index);
      case 'REPLACE':
        return this.symbol(index + 1) === 'TABLE' ? this.definitionHead(index) : index;
      case 'TRUNCATE':
        return this.nameList(this.skip(index + 1, 'TABLE', 'ONLY'), 'table', 'write');
      case 'USE':
        return this.useHead(index + 1);
      case 'SET':
        return this.setHead(index + 1);
      case 'EXPLAIN':
        return this.explainHead(index + 1);
      case 'SHOW':
        return this.showHead(index + 1);
      case 'DESCRIBE':
      case 'DESC':
        return this.describeHead(index + 1);
      case 'COMMENT':
        return this.commentHead(index + 1);
      case 'SECURITY':
        return this.securityLabelHead(index);
      case 'GRANT':
      case 'REVOKE':
      case 'DENY':
        return this.grantHead(index);
      case 'ANALYZE':
      case 'ANALYSE':
      case 'VACUUM':
      case 'OPTIMIZE':
        return this.maintenanceHead(index);
      case 'REFRESH':
      case 'CACHE':
      case 'UNCACHE':
      case 'MSCK':
      case 'REPAIR':
      case 'LOCK':
      case 'REINDEX':
      case 'RESTORE':
      case 'EXPORT':
      case 'CLUSTER':
        return this.commandHead(index);
      case 'IMPORT':
        return this.importHead(index);
      case 'LOAD':
        this.statement = { ...QUERY, locations: 'read' };
        return index + 1;
      case 'COPY':
      case 'UNLOAD':
        return this.copyHead(index);
      case 'CALL':
        return this.callHead(index + 1);
      case 'EXECUTE':
        return this.executeHead(index + 1);
      case 'PREPARE':
        return this.prepareHead(index + 1);
      case 'FETCH':
      case 'MOVE':
      case 'DEALLOCATE':
      case 'RESET':
        this.statement = definition(symbol, []);
        return index + 1;
      default:
        return index;
    }
  }

  /** The index behind all the given words. */
  private skip(index: number, ...words: readonly string[]): number {
    while (words.includes(this.symbol(index))) index++;
    return index;
  }

  private skipIfExists(index: number): number {
    return this.skip(index, 'IF', 'NOT', 'EXISTS', 'CONCURRENTLY', 'ONLY');
  }

  /** `ALTER DEFAULT PRIVILEGES IN SCHEMA s REVOKE SELECT ON TABLES FROM role`: behind the schemas come only roles. */
  private defaultPrivileges(index: number): number {
    let at = index;
    while (at < this.tokens.count && this.symbol(at) !== ';') {
      const isSchemas = this.symbol(at) === 'IN' && this.symbol(at + 1) === 'SCHEMA';
      at = isSchemas ? this.nameList(at + 2, 'schema', 'define') : at + 1;
    }
    return at;
  }

  /** `CREATE BRANCH b IN nessie FROM main`, `USE REFERENCE b IN nessie`; Trino's branches are IN TABLE. */
  private versionHead(index: number): number | null {
    if (!isWordAt(this.tokens, index + 1) || !VERSIONED.has(this.word(index + 1))) return null;
    const access = ACCESS_TO_VERSIONS.get(this.word(index));
    if (access === undefined) return null;
    const limit = Math.min(index + 10, this.tokens.count);
    for (let at = index + 2; at < limit && this.symbol(at) !== ';'; at++) {
      if (this.symbol(at) !== 'IN') continue;
      this.statement = definition('BRANCH', []);
      return this.symbol(at + 1) === 'TABLE' ? this.oneName(at + 2, 'table', access) : this.oneName(at + 1, 'catalog', access);
    }
    return null;
  }

  private definitionHead(index: number): number {
    const verb = this.symbol(index);
    const objectIndex = this.objectWord(index + 1);
    if (objectIndex < 0) {
      this.statement = definition(verb, []);
      return index + 1;
    }
    const object = this.symbol(objectIndex);
    const onEvent = this.symbol(objectIndex - 1) === 'EVENT';
    this.statement = definition(verb, onEvent ? [] : this.expectationsOf(object, verb), object);
    let at = this.skipIfExists(objectIndex + 1);
    if (object === 'DEFAULT') return this.defaultPrivileges(at);
    if (this.symbol(at) === 'AUTHORIZATION') return at;
    if (object === 'SERVER' || this.symbol(at) === 'ON') return at;
    const takes = this.takesOf(object);
    if (takes === 'table' && this.symbol(at) === 'ALL') return at;
    if (verb === 'DROP') return this.nameList(at, takes, 'define');
    const name = dottedNameAt(this.tokens, at);
    if (name === null) return takes === 'table' ? this.unfinished(at, 'define') : at;
    this.object = name.parts;
    if (takes === 'table' && this.hasWord(index, objectIndex, 'TEMP', 'TEMPORARY')) {
      this.names.declareTemporary(name.parts);
    }
    if (this.hasWord(index, objectIndex, 'RECURSIVE')) this.show(foldedName(name.parts));
    this.take(name.parts, takes, 'define');
    at = name.next;
    if (takes === 'table' && this.symbol(at) === 'LIKE') return this.oneName(at + 1, 'table', 'read');
    return at;
  }

  private expectationsOf(object: string, verb: string): readonly Expectation[] {
    if (object === 'RULE' && verb === 'CREATE') return TO_TABLE;
    if (object === 'ROLE' && this.names.dialect === 'trino') return ROLE_OF_A_CATALOG;
    return OBJECT_EXPECTATIONS[object] ?? [];
  }

  /** Kinds of databases that hold schemas, and those that are schemas by another name. */
  private takesOf(object: string): Takes {
    const takes = OBJECTS[object] ?? 'nothing';
    const { dialect } = this.names;
    if (takes === 'database' && (dialect === 'spark' || dialect === 'hive' || dialect === 'flink' || dialect === 'trino')) {
      return 'schema';
    }
    if (takes === 'schema' && dialect === 'mysql') return 'database';
    return takes;
  }

  /** The index of the word that says what is created, behind at most a dozen adjectives; -1 where none is. */
  private objectWord(index: number): number {
    const last = Math.min(index + 12, this.tokens.count);
    for (let at = index; at < last; at++) {
      const symbol = this.symbol(at);
      if (symbol === '(' || symbol === ';' || symbol === '.' || symbol === 'METHOD') return -1;
      if (symbol in OBJECTS && !this.isAdjective(at)) return at;
    }
    return -1;
  }

  /** `CREATE CONSTRAINT TRIGGER`: the object comes later. */
  private isAdjective(index: number): boolean {
    return this.symbol(index) === 'CONSTRAINT' && this.symbol(index + 1) === 'TRIGGER';
  }

  private hasWord(from: number, to: number, ...words: readonly string[]): boolean {
    for (let at = from; at < to; at++) if (words.includes(this.symbol(at))) return true;
    return false;
  }

  private oneName(index: number, takes: Takes, access: Access): number {
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
  private nameList(index: number, takes: Takes, access: Access): number {
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

  private skipParentheses(index: number): number {
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

  private take(parts: readonly NamePart[], takes: Takes, access: Access): void {
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

  private useHead(index: number): number {
    this.statement = definition('USE', []);
    const word = this.symbol(index);
    const named = word === 'CATALOG' || word === 'SCHEMA' || word === 'DATABASE' || word === 'NAMESPACE';
    if (word === 'MODULES' || word === 'ROLE') return index + 1;
    const name = dottedNameAt(this.tokens, named && startsName(this.tokens, index + 1) ? index + 1 : index);
    if (name === null) return index;
    this.names.useNamed(word === 'CATALOG' && named ? 'catalog' : 'schema', name.parts);
    return name.next;
  }

  private setHead(index: number): number {
    this.statement = definition('SET', []);
    let at = this.skip(index, 'SESSION', 'LOCAL');
    const symbol = this.symbol(at);
    if (symbol === 'SEARCH_PATH') {
      at++;
      if (this.symbol(at) === 'TO' || this.symbol(at) === '=') at++;
      return this.searchPath(at, true);
    }
    if (symbol === 'ROLE' && this.symbol(at + 2) === 'IN') return this.oneName(at + 3, 'catalog', 'read');
    if (symbol === 'CATALOG') {
      const name = dottedNameAt(this.tokens, at + 1);
      if (name !== null) this.names.useNamed('catalog', name.parts);
    }
    return at;
  }

  /** The schemas of a search path; of a session's own, the first that is the project's qualifies what follows. */
  private searchPath(index: number, ofSession: boolean): number {
    let first: string | null = null;
    for (;;) {
      const part = this.pathElement(index);
      if (part === null) break;
      if (part.name !== '$user' && part.name !== '') {
        this.names.schema([part], 'read');
        if (first === null && part.name.toLowerCase() !== 'default') first = part.name;
      }
      if (this.symbol(index + 1) !== ',') break;
      index += 2;
    }
    if (ofSession) this.names.use(null, first);
    return index + 1;
  }

  private pathElement(index: number): NamePart | null {
    if (this.tokens.kinds[index] === TOKEN.string) return this.stringPart(index);
    if (!startsName(this.tokens, index)) return null;
    return dottedNameAt(this.tokens, index)?.parts[0] ?? null;
  }

  /** What stands between the quotes of a string, as a name. */
  private stringPart(index: number): NamePart {
    const { start, end } = this.stringRange(index);
    return { name: this.tokens.flat.slice(start, end), quoted: true, start, end };
  }

  private stringRange(index: number): { start: number; end: number } {
    const { flat, starts, ends } = this.tokens;
    const tokenEnd = ends[index] ?? 0;
    let start = starts[index] ?? 0;
    while (start < tokenEnd && flat[start] !== "'" && flat[start] !== '"' && flat[start] !== '$') start++;
    const quote = flat[start];
    if (quote === '$') {
      const tagEnd = flat.indexOf('$', start + 1) + 1;
      return { start: tagEnd, end: tokenEnd - (tagEnd - start) };
    }
    const closed = tokenEnd - start > 1 && flat[tokenEnd - 1] === quote;
    return { start: start + 1, end: closed ? tokenEnd - 1 : tokenEnd };
  }

  private explainHead(index: number): number {
    let at = this.skipParentheses(index);
    at = this.skip(at, 'ANALYZE', 'ANALYSE', 'VERBOSE', 'EXTENDED', 'FORMATTED');
    while (EXPLAIN_OPTIONS.has(this.word(at)) || this.symbol(at) === ',') at++;
    if (this.symbol(at) === 'FOR') at++;
    // EXPLAIN of ANALYZE t: the second word begins the statement.
    if (this.symbol(at - 1) === 'ANALYZE' && isWordAt(this.tokens, at)) return this.maintenanceHead(at - 1);
    return this.head(at);
  }

  private showHead(index: number): number {
    this.statement = definition('SHOW', []);
    const limit = Math.min(index + 6, this.tokens.count);
    let at = index;
    let subject = '';
    while (at < limit) {
      const symbol = this.symbol(at);
      if (symbol === 'FROM' || symbol === 'IN' || symbol === 'FOR' || symbol === 'ON') break;
      if (symbol === 'LIKE' || symbol === ';') return at;
      if (symbol === 'CREATE') return this.showCreate(at + 1);
      if (symbol !== '') subject = symbol;
      if ((subject === 'PARTITIONS' || subject === 'TBLPROPERTIES') && startsName(this.tokens, at + 1)) {
        return this.oneName(at + 1, 'table', 'read');
      }
      at++;
    }
    return this.showWhere(at, this.statementSubject(index, at));
  }

  private statementSubject(from: number, to: number): string {
    for (let at = from; at < to; at++) {
      const word = this.word(at);
      if (SHOWN.has(word)) return word;
    }
    return '';
  }

  private showWhere(index: number, subject: string): number {
    const word = this.symbol(index);
    const at = index + 1;
    switch (subject) {
      case 'SCHEMAS':
      case 'DATABASES':
      case 'NAMESPACES':
        return this.oneName(at, 'catalog', 'read');
      case 'TABLES':
      case 'TABLE':
      case 'VIEW':
      case 'VIEWS':
      case 'FUNCTIONS':
      case 'PROCEDURES':
      case 'EXTENDED':
        return this.oneName(at, 'schema', 'read');
      case 'ROLES':
      case 'ROLE':
        return this.names.dialect === 'postgres' ? at : this.oneName(at, 'catalog', 'read');
      case 'COLUMNS':
      case 'FIELDS':
      case 'INDEX':
      case 'INDEXES':
      case 'KEYS':
      case 'PARTITIONS':
        return this.showColumns(at);
      case 'STATS':
        this.frame.state = 'relation';
        return at;
      case 'GRANTS':
      case 'GRANT':
        return word === 'ON' ? this.grantable(at, 'read') : at;
      default:
        return at;
    }
  }

  /** MySQL and Spark let the schema follow: `SHOW COLUMNS FROM events FROM kol`. */
  private showColumns(index: number): number {
    const table = dottedNameAt(this.tokens, index);
    if (table === null) return index;
    const word = this.symbol(table.next);
    const schema = word === 'FROM' || word === 'IN' ? dottedNameAt(this.tokens, table.next + 1) : null;
    this.names.table(schema === null ? table.parts : [...schema.parts, ...table.parts], 'read');
    return schema?.next ?? table.next;
  }

  private showCreate(index: number): number {
    const object = this.skip(index, 'MATERIALIZED', 'EXTERNAL');
    const takes = this.takesOf(this.symbol(object));
    return this.oneName(this.skipIfExists(object + 1), takes, 'read');
  }

  private describeHead(index: number): number {
    this.statement = definition('DESCRIBE', []);
    const word = this.symbol(index);
    if (word === 'INPUT' || word === 'OUTPUT' || word === 'FUNCTION' || word === 'TABLES' || word === 'KEYSPACES') return index + 1;
    if (word === 'QUERY' || word === 'SELECT' || word === 'WITH' || word === 'FROM') {
      this.statement = QUERY;
      return word === 'QUERY' ? index + 1 : index;
    }
    // Delta's DESCRIBE HISTORY t and DESCRIBE DETAIL t; a table may be called so, too.
    if (/^(?:HISTORY|DETAIL)$/.test(this.word(index)) && startsName(this.tokens, index + 1)) {
      return this.oneName(index + 1, 'table', 'read');
    }
    const at = this.skip(index, 'EXTENDED', 'FORMATTED', 'MATERIALIZED', 'FULL');
    const object = this.symbol(at);
    if (object in OBJECTS && startsName(this.tokens, this.skip(at + 1, 'EXTENDED', 'FORMATTED'))) {
      return this.oneName(this.skip(at + 1, 'EXTENDED', 'FORMATTED'), this.takesOf(object), 'read');
    }
    return this.oneName(at, 'table', 'read');
  }

  private commentHead(index: number): number {
    this.statement = definition('COMMENT', []);
    if (this.symbol(index) !== 'ON') return index;
    const at = this.skip(index + 1, 'MATERIALIZED', 'FOREIGN', 'EVENT');
    const object = this.symbol(at);
    if (!(object in OBJECTS)) return at;
    this.statement = definition('COMMENT', this.takesOf(object) === 'nothing' ? ON_TABLE : []);
    return this.oneName(this.skipIfExists(at + 1), this.takesOf(object), 'define');
  }

  /** `SECURITY LABEL FOR provider ON TABLE t IS '…'`. */
  private securityLabelHead(index: number): number {
    for (let at = index + 1; at < index + 5; at++) if (this.symbol(at) === 'ON') return this.commentHead(at);
    return index + 1;
  }

  private grantHead(index: number): number {
    this.statement = definition(this.symbol(index), []);
    for (let at = index + 1; at < this.tokens.count; at++) {
      const symbol = this.symbol(at);
      if (symbol === ';') return at;
      if (symbol === 'ON') return this.grantable(at + 1, 'define');
      if (symbol === 'IN' && this.names.dialect === 'trino') return this.oneName(at + 1, 'catalog', 'define');
    }
    return index + 1;
  }

  /** What is granted on: `[TABLE] a, b`, `SCHEMA s`, `ALL TABLES IN SCHEMA s`. */
  private grantable(index: number, access: Access): number {
    const symbol = this.symbol(index);
    if (symbol === 'ALL') {
      for (let at = index + 1; at < Math.min(index + 6, this.tokens.count); at++) {
        const holder = this.symbol(at);
        if (holder === 'SCHEMA' || holder === 'KEYSPACE' || holder === 'DATABASE') {
          return this.nameList(at + 1, this.takesOf(holder), access);
        }
      }
      return index + 1;
    }
    const takes = symbol in OBJECTS && startsName(this.tokens, index + 1) ? this.takesOf(symbol) : 'table';
    const at = symbol in OBJECTS && startsName(this.tokens, index + 1) ? index + 1 : index;
    const everything = unfinishedNameAt(this.tokens, at);
    if (everything !== null && this.symbol(everything.next) === '*') {
      this.take(everything.parts, 'schema', access);
      return everything.next;
    }
    const name = dottedNameAt(this.tokens, at);
    if (name === null || !ENDS_A_GRANTED_NAME.has(this.symbol(name.next)) || isWordAt(this.tokens, name.next)) return at;
    return this.nameList(at, takes, access);
  }

  /** `ANALYZE t`, `ANALYZE TABLE t`, `VACUUM (…) a, b`, `OPTIMIZE t`. */
  private maintenanceHead(index: number): number {
    const verb = this.symbol(index);
    this.statement = definition(verb, []);
    const access: Access = verb === 'VACUUM' || verb === 'OPTIMIZE' ? 'write' : 'read';
    let at = this.skipParentheses(index + 1);
    at = this.skip(at, 'VERBOSE', 'FULL', 'FREEZE', 'ANALYZE', 'ANALYSE', 'LOCAL');
    if (this.symbol(at) === 'TABLES') {
      at++;
      return this.symbol(at) === 'IN' || this.symbol(at) === 'FROM' ? this.oneName(at + 1, 'schema', access) : at;
    }
    if (this.symbol(at) === 'TABLE') at++;
    return this.nameList(at, 'table', access);
  }

  /** `REFRESH TABLE t`, `CACHE LAZY TABLE t`, `MSCK REPAIR TABLE t`, `REINDEX SCHEMA s`, `CLUSTER t`. */
  private commandHead(index: number): number {
    const verb = this.symbol(index);
    this.statement = { ...definition(verb, []), locations: verb === 'EXPORT' ? 'write' : 'read' };
    const at = this.skip(this.skipParentheses(index + 1), 'MATERIALIZED', 'LAZY', 'REPAIR', 'VERBOSE', 'ONLY');
    const object = this.symbol(at);
    const access: Access = verb === 'REFRESH' || verb === 'REPAIR' || verb === 'MSCK' ? 'write' : 'read';
    if (object === 'TABLE' || object === 'VIEW') {
      const name = this.skipIfExists(at + 1);
      return verb === 'LOCK' ? this.nameList(name, 'table', access) : this.oneName(name, 'table', access);
    }
    if (object in OBJECTS && startsName(this.tokens, at + 1)) {
      return this.oneName(this.skipIfExists(at + 1), this.takesOf(object), access);
    }
    if (object === 'FUNCTION' || object === 'TABLES') return at + 1;
    if (verb === 'CLUSTER' && this.symbol(at + 1) === 'ON') return this.oneName(at + 2, 'table', access);
    return verb === 'LOCK' ? this.nameList(at, 'table', access) : this.oneName(at, 'table', access);
  }

  private importHead(index: number): number {
    this.statement = { ...definition('IMPORT', []), locations: 'read' };
    if (this.symbol(index + 1) === 'FOREIGN') {
      this.statement = definition('IMPORT', LOCAL_SCHEMA);
      return this.importedTables(index + 3);
    }
    const at = this.skip(index + 1, 'EXTERNAL', 'TABLE');
    return this.oneName(at, 'table', 'define');
  }

  /** `IMPORT FOREIGN SCHEMA s LIMIT TO (a, b)` */
  private importedTables(index: number): number {
    const schema = dottedNameAt(this.tokens, index);
    if (schema === null) return index;
    this.take(schema.parts, 'schema', 'read');
    const limited = this.symbol(schema.next) === 'LIMIT' && this.symbol(schema.next + 1) === 'TO' ? schema.next + 2 : schema.next;
    if (limited === schema.next || this.symbol(limited) !== '(') return limited;
    const session = { catalog: null, schema: schema.parts[0]?.name ?? null };
    let next = limited;
    this.names.within(session, () => {
      next = this.nameList(limited + 1, 'table', 'read');
    });
    return next;
  }

  private copyHead(index: number): number {
    const verb = this.symbol(index);
    if (this.symbol(index + 1) === '(') {
      this.statement = { ...QUERY, fromAtTop: false, locations: 'write' };
      return index + 1;
    }
    const name = dottedNameAt(this.tokens, this.skip(index + 1, 'INTO'));
    if (verb === 'UNLOAD' || name === null) return index + 1;
    const next = this.skipParentheses(name.next);
    const reads = this.symbol(next) === 'TO';
    this.statement = { ...definition('COPY', []), locations: reads ? 'write' : 'read' };
    this.tableOrPath(name.parts, reads ? 'read' : 'write');
    return next;
  }

  /** A procedure's name is no table, but its catalog counts; arguments called schema and table name theirs. */
  private callHead(index: number): number {
    this.statement = { ...QUERY, verb: 'CALL', fromAtTop: false };
    const name = dottedNameAt(this.tokens, index);
    if (name === null) return index;
    const [catalog] = name.parts.length > 2 ? name.parts : [];
    if (catalog !== undefined) this.names.catalog([catalog], 'unknown');
    this.procedureSession = { catalog: catalog?.name ?? this.names.session.catalog, schema: this.names.session.schema };
    if (name.parts.at(-2)?.name.toLowerCase() === 'system' && this.symbol(name.next) === '(') this.placedArguments(name.next + 1);
    return name.next;
  }

  /** `('kol', 'events', …)` of Trino's procedures, `('kol.events', …)` of Iceberg's in Spark. */
  private placedArguments(index: number): void {
    const { kinds } = this.tokens;
    if (kinds[index] !== TOKEN.string) return;
    const parts = partsInString(this.tokens, index);
    const table = this.symbol(index + 1) === ',' && kinds[index + 2] === TOKEN.string ? this.stringPart(index + 2) : null;
    if (parts.length === 1 && table !== null && !/[:/\s]/.test(table.name)) {
      const written = [...parts, ...partsInString(this.tokens, index + 2)];
      this.names.within(this.procedureSession, () => this.names.table(written, 'write'));
    } else if (parts.length > 1 && parts.length < 4) {
      this.names.within(this.procedureSession, () => this.names.table(parts, 'write'));
    }
  }

  /** `schema_name => 'kol'`, `table => 'kol.events'`: a procedure works in the catalog that it is of. */
  private procedureArgument(index: number): void {
    const key = this.propertyKey(index - 3);
    const parts = partsInString(this.tokens, index);
    const [first] = parts;
    if (first === undefined) return;
    if (key === 'schema' || key === 'schema_name') {
      this.names.within(this.procedureSession, () => this.names.schema([first], 'write'));
      this.procedureSession = { catalog: this.procedureSession.catalog, schema: first.name };
    } else if (key === 'table' || key === 'table_name' || key === 'source_table') {
      const access = key === 'source_table' ? 'read' : 'write';
      this.names.within(this.procedureSession, () => this.tableOrPath(parts, access));
    }
  }

  private executeHead(index: number): number {
    this.statement = { ...QUERY, fromAtTop: false };
    return this.executed(index);
  }

  /** The string behind EXECUTE, as it stands, in `format(…)`, or as the first of those that are joined. */
  private executed(index: number): number {
    let at = this.skip(index, 'IMMEDIATE');
    if (this.word(at) === 'FORMAT') at++;
    at = this.skip(at, '(');
    if (this.tokens.kinds[at] !== TOKEN.string) return index;
    const range = this.stringRange(at);
    const joined = this.symbol(at + 1) === '|';
    const whole = this.tokens.flat.slice(range.start, range.end);
    const end = joined ? range.start + whole.search(/\S*$/) : range.end;
    this.nested.push({ start: range.start, end, access: 'unknown' });
    return at + 1;
  }

  private prepareHead(index: number): number {
    const limit = Math.min(index + 40, this.tokens.count);
    for (let at = index; at < limit; at++) {
      const symbol = this.symbol(at);
      if (symbol === ';') return at;
      if (symbol === 'AS' || symbol === 'FROM') return this.head(at + 1);
    }
    return index;
  }

  private metaCommand(index: number): void {
    const { flat, starts, ends } = this.tokens;
    const start = starts[index] ?? 0;
    const line = flat.slice(start, ends[index]);
    const connect = /^\\c(?:onnect)?\s+(?:-reuse-previous=\w+\s+)?(["']?)/.exec(line);
    if (connect !== null) this.connect(line.slice(connect[0].length), start + connect[0].length, connect[1] ?? '');
    else if (/^\\gexec\b/.test(line)) this.executeStrings(index);
    else if (/^\\copy\b/.test(line)) this.nested.push({ start: start + 1, end: start + line.length, access: 'unknown' });
  }

  /** A database's name, a URI, or `dbname=kol_app user=kol`, in quotes or not. */
  private connect(line: string, start: number, quote: string): void {
    const closing = quote === '' ? -1 : line.indexOf(quote);
    const said = closing < 0 ? line : line.slice(0, closing);
    const name = /^[^\s"';]+/.exec(said)?.[0] ?? '';
    const end = start + name.length;
    if (name === '' || name === '-' || name.startsWith(':')) return;
    if (name.includes('://')) this.locations.push({ start, end, access: 'read' });
    else if (name.includes('=')) this.connectionWords(start, start + said.length);
    else this.names.database([{ name, quoted: false, start, end }], 'read');
  }

  /** The database of libpq's `host=pg dbname=kol_app`. */
  private connectionWords(start: number, end: number): void {
    const found = /(?:^|\s)dbname\s*=\s*([^\s'"]+)/d.exec(this.tokens.flat.slice(start, end));
    const [from = 0, to = 0] = found?.indices?.[1] ?? [];
    const name = withHoles(found?.[1] ?? '', true);
    if (name !== '') this.names.database([{ name, quoted: false, start: start + from, end: start + to }], 'read');
  }

  /** `\gexec` runs what the query gives, so the strings that it selects are SQL. */
  private executeStrings(index: number): void {
    for (let at = this.statementStart; at < index; at++) {
      if (this.tokens.kinds[at] !== TOKEN.string) continue;
      const range = this.stringRange(at);
      if (/^\s*(?:create|drop|alter|grant)\s/i.test(this.tokens.flat.slice(range.start, range.end))) {
        this.nested.push({ ...range, access: 'define' });
      }
    }
  }

  // ---- the loop ----

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
      case MARK.branch:
      case MARK.otherBranch:
      case MARK.branchEnd:
        this.branch(symbol);
        return index + 1;
      case 'SELECT':
        frame.query = true;
        frame.state = 'expression';
        return index + 1;
      case 'FROM':
        return this.from(index);
      case 'JOIN':
      case 'STRAIGHT_JOIN':
        if (this.symbol(index + 1) !== '=') frame.state = 'relation';
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
      case 'SET':
        frame.state = 'expression';
        return this.statement.defines ? this.settingOfObject(index + 1) : index + 1;
      case 'WHERE':
      case 'GROUP':
      case 'ORDER':
      case 'HAVING':
      case 'LIMIT':
      case 'WINDOW':
      case 'QUALIFY':
      case 'FETCH':
      case 'VALUES':
      case 'RETURNING':
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

  private show(name: string): void {
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
    this.readTable(name.parts, 'read');
    return name.next;
  }

  /**
   * A table function is no table, but one of a catalog's own system schema names the catalog; of some the
   * first argument is a table's name in a string, or a connection and SQL.
   */
  private relationCall(parts: readonly NamePart[], index: number): number {
    const [first, second] = parts;
    if (parts.length === 3 && first !== undefined && second?.name.toLowerCase() === 'system') this.names.catalog([first], 'read');
    if (parts.length > 1 || first === undefined || this.tokens.kinds[index + 1] !== TOKEN.string) return index;
    switch (first.name.toLowerCase()) {
      case 'table_changes':
        this.names.table(partsInString(this.tokens, index + 1), 'read');
        return index;
      case 'dblink':
        this.remoteQuery(index + 1);
        return index;
      default:
        return index;
    }
  }

  /** `dblink('dbname=kol_app', 'SELECT …')` */
  private remoteQuery(index: number): void {
    const { start, end } = this.stringRange(index);
    this.connectionWords(start, end);
    const query = this.symbol(index + 1) === ',' ? index + 2 : index;
    if (this.tokens.kinds[query] === TOKEN.string) this.nested.push({ ...this.stringRange(query), access: 'read' });
  }

  /** `FROM iceberg.kol_gold.` while the table's name is being typed: what holds it is written already. */
  private unfinished(index: number, access: Access): number {
    const begun = unfinishedNameAt(this.tokens, index);
    if (begun === null) return index;
    if (begun.parts.length < 3) this.take(begun.parts, 'schema', access);
    return begun.next;
  }

  private readTable(parts: readonly NamePart[], access: Access): void {
    const [first] = parts;
    if (first === undefined) return;
    if (parts.some((part) => part.name.includes(MARK.managed))) return;
    if (parts.length === 1 && this.visible.has(first.name.toLowerCase())) return;
    this.tableOrPath(parts, access);
  }

  /** A table; of Spark's tables by path, ``delta.`s3a://…` ``, the location. */
  private tableOrPath(parts: readonly NamePart[], access: Access): void {
    const path = parts.length === 2 ? parts[1] : undefined;
    if (path?.quoted === true && (path.name.includes('/') || (path.name === HOLE && isFormat(parts[0])))) {
      this.locations.push({ start: path.start + 1, end: path.end - 1, access });
    } else {
      this.names.table(parts, access);
    }
  }

  private with(index: number): number {
    const { frame } = this;
    const first = this.skip(index + 1, 'RECURSIVE');
    if (!this.isNamedQuery(first)) return index + 1;
    frame.state = 'with';
    frame.recursive = first > index + 1;
    return first;
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
    return this.target(this.skip(index + 2, 'FROM', 'ONLY', 'TABLE'));
  }

  /** `DELETE kol.events WHERE …`, as SQL Server and Oracle let it be written. */
  private deleteWithoutFrom(index: number): number {
    const name = this.frame.state === 'start' && this.frames.length === 0 ? dottedNameAt(this.tokens, index) : null;
    if (name === null || this.symbol(name.next) !== 'WHERE') return index;
    return this.target(index);
  }

  private merge(index: number): number {
    const evolving = this.symbol(index + 1) === 'WITH' && this.symbol(index + 2) === 'SCHEMA';
    const into = evolving ? index + 4 : index + 1;
    if (this.symbol(into) !== 'INTO') return index + 1;
    this.frame.using = true;
    this.frame.state = 'expression';
    return this.target(this.skip(into + 1, 'INTO', 'ONLY', 'TABLE'));
  }

  private update(index: number): number {
    const { frame } = this;
    const begins = frame.state === 'start' || frame.state === 'cte-done' || STATEMENT_BEGINS_BEHIND.has(this.symbol(index - 1));
    const at = this.skip(index + 1, 'ONLY', 'TABLE');
    if (!begins || this.symbol(at) === 'SET') return index + 1;
    frame.query = true;
    frame.state = 'from';
    return this.target(at);
  }

  /** `SELECT … INTO t FROM`, `LOAD DATA … INTO TABLE t`. */
  private into(index: number): number {
    const { dialect } = this.names;
    const table = this.symbol(index + 1) === 'TABLE';
    if (this.statement.defines || this.symbol(index + 1) === 'OUTFILE') return index + 1;
    if (!table && (this.routine || dialect === 'mysql' || !this.frame.query)) return index + 1;
    return this.target(this.skip(index + 1, 'TEMP', 'TEMPORARY', 'UNLOGGED', 'TABLE'));
  }

  /** `TABLE t` as a query, `TABLE(f(…))` and `TABLE(t)` as a relation or an argument. */
  private tableWord(index: number): number {
    const { frame } = this;
    const before = this.symbol(index - 1);
    if (this.symbol(index + 1) === '(') {
      if (before === 'RETURNS') return index + 1;
      const state = frame.state === 'relation' ? 'from' : frame.state;
      frame.state = 'relation';
      const inside = this.open(index + 1);
      frame.state = state;
      return inside;
    }
    if (!startsName(this.tokens, index + 1)) return index + 1;
    const begins = frame.state === 'start' || frame.state === 'relation' || frame.state === 'cte-done'
      || before === 'AS' || (before === '>' && frame.call) || (frame.call && (before === '(' || before === ','));
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

  /** `CREATE TABLE t (LIKE other INCLUDING PROPERTIES)`. */
  private like(index: number): number {
    const before = this.symbol(index - 1);
    if (!this.statement.defines || (before !== '(' && before !== ',')) return index + 1;
    return this.oneName(index + 1, 'table', 'read');
  }

  // ---- strings ----

  private string(index: number): void {
    if (this.tokens.kinds[index] === TOKEN.dollarString) {
      this.nested.push({ ...this.stringRange(index), access: 'unknown' });
      return;
    }
    const before = this.symbol(index - 1);
    if (before === 'LOCATION' || before === 'PATH' || before === 'DIRECTORY' || before === 'INPATH') {
      this.location(index, this.statement.locations);
      return;
    }
    const { start, end } = this.stringRange(index);
    if (before === 'CONNECTION') this.connectionWords(start, end);
    if (before === 'AS' && ROUTINES.has(this.statement.object) && BODY.test(this.tokens.flat.slice(start, Math.min(end, start + 200)))) {
      this.nested.push({ start, end, access: 'unknown' });
      return;
    }
    if (looksLikeLocation(this.tokens.flat, start, end)) {
      const compared = before === 'LIKE' || before === 'ILIKE' || before === 'RLIKE';
      this.locations.push({ start, end, access: compared ? 'mention' : this.statement.locations });
    } else if (this.statement.defines && before === '=') this.property(index);
    else if (before === '>' && this.statement.verb === 'CALL') this.procedureArgument(index);
    else if (this.statement.defines && this.tokens.kinds[index - 1] === TOKEN.word) this.option(index);
  }

  /** `OPTIONS (dbtable 'kol.events')`, `CONNECTION 'dbname=kol_app'`: a key without an equals sign. */
  private option(index: number): void {
    this.keyedString(this.propertyKey(index - 1), index);
  }

  private location(index: number, access: Access): void {
    this.locations.push({ ...this.stringRange(index), access });
  }

  /** A property of what is defined: `'topic' = 'kol_events'`. */
  private property(index: number): void {
    this.keyedString(this.propertyKey(index - 2), index);
  }

  private keyedString(key: string, index: number): void {
    switch (PROPERTIES.get(key)) {
      case 'topics':
        for (const topic of partsInString(this.tokens, index, /[^;]+/g)) this.names.topic(topic, 'define');
        return;
      case 'catalog':
        return this.names.catalog([this.stringPart(index)], 'define');
      case 'schema':
        return this.names.schema([this.stringPart(index)], 'define');
      case 'database':
        return this.isPlain(index) ? this.names.database([this.stringPart(index)], 'read') : undefined;
      case 'keyspace':
        return this.names.keyspace([this.stringPart(index)], 'read');
      case 'foreign-schema':
        return this.isPlain(index) ? this.names.foreignSchema(this.stringPart(index), 'read') : undefined;
      case 'foreign-table':
        return this.foreignTable(index);
      case 'location':
        return this.location(index, 'define');
      case undefined:
        return undefined;
    }
  }

  /** Connectors for change data take regular expressions, too. */
  private isPlain(index: number): boolean {
    const { start, end } = this.stringRange(index);
    return /^[\w$-]+$/.test(this.tokens.flat.slice(start, end));
  }

  /** A table behind a JDBC connection, which no session of ours qualifies; `(SELECT …) t` is SQL of its own. */
  private foreignTable(index: number): void {
    const range = this.stringRange(index);
    if (/^\s*(?:\(|select\b)/i.test(this.tokens.flat.slice(range.start, range.end))) {
      this.nested.push({ ...range, access: 'read' });
    } else if (!/[[*+(|\\]/.test(this.tokens.flat.slice(range.start, range.end))) {
      this.names.foreignTable(partsInString(this.tokens, index), 'read');
    }
  }

  private propertyKey(index: number): string {
    const kind = this.tokens.kinds[index];
    if (kind === TOKEN.string || kind === TOKEN.quoted) return this.stringPart(index).name.toLowerCase();
    return kind === TOKEN.word ? this.word(index).toLowerCase() : '';
  }
}

/** What may stand between EXPLAIN and the statement. */
const EXPLAIN_OPTIONS = new Set(
  `CODEGEN COST ESTIMATED_COST CHANGELOG_MODE JSON_EXECUTION_PLAN PLAN DEPENDENCY VECTORIZATION CBO AST
  LOCKS REOPTIMIZATION AUTHORIZATION`.split(/\s+/),
);

/** What the statements about versions are about, behind their verb. */
const VERSIONED = new Set(['BRANCH', 'TAG', 'REFERENCE', 'REFERENCES']);

const ACCESS_TO_VERSIONS = new Map<string, Access>([
  ['CREATE', 'write'],
  ['DROP', 'write'],
  ['ASSIGN', 'write'],
  ['MERGE', 'write'],
  ['USE', 'read'],
  ['SHOW', 'read'],
  ['LIST', 'read'],
]);

/** What SHOW can list. */
const SHOWN = new Set(
  `TABLES TABLE VIEWS VIEW ROLES ROLE SCHEMAS DATABASES NAMESPACES COLUMNS FIELDS FUNCTIONS STATS GRANTS
  GRANT INDEX INDEXES KEYS PARTITIONS PROCEDURES EXTENDED`.split(/\s+/),
);

const ROUTINES = new Set(['FUNCTION', 'PROCEDURE', 'ROUTINE']);

/** How the body of a routine in SQL begins, where it stands in ordinary quotes. */
const BODY = /^\s*(?:select|with|insert|update|delete|merge|begin|declare)\b/i;

type Property = 'topics' | 'catalog' | 'schema' | 'database' | 'keyspace' | 'foreign-schema' | 'foreign-table' | 'location';

/** What the properties and options of a definition name. Foreign is what lies behind a connection of its own. */
const PROPERTIES: ReadonlyMap<string, Property> = new Map(
  (
    [
      ['topics', ['topic', 'kafka.topic', 'connector.topic']],
      ['catalog', ['catalog-name']],
      ['schema', ['storage_schema', 'catalog-database']],
      ['database', ['dbname', 'database-name']],
      ['keyspace', ['keyspace']],
      ['foreign-schema', ['schema-name']],
      ['foreign-table', ['dbtable', 'table-name', 'connector.table', 'catalog-table']],
      ['location', ['location', 'external_location', 'path', 'warehouse', 'checkpointlocation']],
    ] as const
  ).flatMap(([property, keys]) => keys.map((key) => [key, property] as const)),
);

/** Words after which a parenthesis holds a function's arguments. */
const CALLED = new Set(['UNNEST', 'EXTRACT', 'TRIM', 'SUBSTRING', 'OVERLAY', 'POSITION', 'NORMALIZE', 'LEFT', 'RIGHT', 'IF', 'REPLACE']);

const STATEMENT_BEGINS_BEHIND = new Set(['THEN', 'ELSE', 'DO', 'LOOP', 'BEGIN', 'ALSO', 'INSTEAD', 'AS', '(']);

const BEGINS_A_QUERY = new Set(['SELECT', 'WITH', 'VALUES', 'FROM', 'TABLE']);

/** What may follow the first name that a right is granted on; `FOREIGN SERVER s` and `LARGE OBJECT 1` are none. */
const ENDS_A_GRANTED_NAME = new Set(['TO', 'FROM', ',', '(', ';', '']);

/** Whether a token is there that is no keyword and no punctuation. */
function isWordAt(tokens: Tokens, index: number): boolean {
  return index < tokens.count && tokens.symbols[index] === '';
}

function foldedName(parts: readonly NamePart[]): string {
  return parts.at(-1)?.name.toLowerCase() ?? '';
}

function copyFrame(frame: Frame): Frame {
  return { ...frame };
}

function newFrame(state: State, call: boolean, gives: string | null): Frame {
  return { state, query: false, call, recursive: false, pending: null, gives, named: null, using: false };
}

/** Spark reads files by their path where a format stands before it. */
const FORMATS = /^(?:delta|parquet|json|csv|orc|avro|text)$/i;

function isFormat(part: NamePart | undefined): boolean {
  return part !== undefined && FORMATS.test(part.name);
}

/** Whether a string begins with a URI's scheme, or with a hole that may be one. */
function looksLikeLocation(flat: string, start: number, end: number): boolean {
  const limit = Math.min(end, start + 24);
  for (let at = start; at < limit; at++) {
    const code = flat.charCodeAt(at);
    if (code === 58) return at > start && (flat.startsWith('//', at + 1) || flat.startsWith('jdbc:', start));
    const wordLike = (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
    if (!wordLike && code !== 45 && code !== 43 && code !== 46 && code !== 0xfdd0) return false;
  }
  return false;
}
