import type { Access } from '../../references/reference.js';
import { dottedNameAt, startsName, unfinishedNameAt, type NamePart } from './dotted-name.js';
import { TOKEN, type Tokens } from './lexer.js';
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
} from './statement.js';
import { StringTaker } from './string-taker.js';

/** Reads what only the beginning of a statement can say. */
export abstract class StatementHeads extends StringTaker {
  protected statementStart = 0;
  /** Where the statement before this one begins. */
  protected previousStart = 0;

  /** From here on a table may come. */
  protected abstract expectRelation(): void;

  /** A name of this statement that is no table. */
  protected abstract show(name: string): void;

  /** Reads what only the beginning of a statement can say; gives the index where the loop goes on. */
  protected head(index: number): number {
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
        this.expectRelation();
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

  private executeHead(index: number): number {
    this.statement = { ...QUERY, fromAtTop: false };
    return this.executed(index);
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

  protected metaCommand(index: number): void {
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

  /** `\gexec` runs what the query before it gives, so the strings that it selects are SQL; a semicolon may end the query. */
  private executeStrings(index: number): void {
    const from = this.statementStart === index ? this.previousStart : this.statementStart;
    for (let at = from; at < index; at++) {
      if (this.tokens.kinds[at] !== TOKEN.string) continue;
      const range = this.stringRange(at);
      if (/^\s*(?:create|drop|alter|grant)\s/i.test(this.tokens.flat.slice(range.start, range.end))) {
        this.nested.push({ ...range, access: 'define' });
      }
    }
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

/** What may follow the first name that a right is granted on; `FOREIGN SERVER s` and `LARGE OBJECT 1` are none. */
const ENDS_A_GRANTED_NAME = new Set(['TO', 'FROM', ',', '(', ';', '']);

/** Whether a token is there that is no keyword and no punctuation. */
function isWordAt(tokens: Tokens, index: number): boolean {
  return index < tokens.count && tokens.symbols[index] === '';
}

function foldedName(parts: readonly NamePart[]): string {
  return parts.at(-1)?.name.toLowerCase() ?? '';
}
