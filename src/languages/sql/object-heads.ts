import type { Access } from '../../references/reference.js';
import { dottedNameAt, isWordAt, startsName, unfinishedNameAt } from './dotted-name.js';
import { definition, OBJECTS, ON_TABLE, QUERY } from './statement.js';
import { WrittenTables } from './written-tables.js';

/** Reads the beginnings of statements about what is there already: shown, described, commented on, granted, kept in order. */
export abstract class ObjectHeads extends WrittenTables {
  protected showHead(index: number): number {
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
      const ofTable = subject === 'PARTITIONS' || subject === 'TBLPROPERTIES' || this.word(at) === 'LOCKS';
      if (ofTable && startsName(this.tokens, at + 1)) return this.oneName(at + 1, 'table', 'read');
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
    // Snowflake's SHOW TABLES IN SCHEMA s
    const holder = this.symbol(at);
    if (/^(?:SCHEMA|DATABASE|CATALOG)$/.test(holder) && startsName(this.tokens, at + 1)) return this.oneName(at + 1, this.takesOf(holder), 'read');
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
      case 'VOLUMES':
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

  protected describeHead(index: number): number {
    this.statement = definition('DESCRIBE', []);
    const word = this.symbol(index);
    if (word === 'INPUT' || word === 'OUTPUT' || word === 'FUNCTION' || word === 'TABLES' || word === 'KEYSPACES') return index + 1;
    if (this.names.dialect === 'cql' && /^(?:SCHEMA|CLUSTER|TYPES|FUNCTIONS|AGGREGATES)$/.test(this.word(index))) return index + 1;
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
    return this.oneName(at, this.isKeyspaceAt(at) ? 'keyspace' : 'table', 'read');
  }

  /** cqlsh describes whatever is called so: a keyspace where the text knows one. */
  private isKeyspaceAt(index: number): boolean {
    if (this.names.dialect !== 'cql') return false;
    const parts = dottedNameAt(this.tokens, index)?.parts ?? [];
    return parts.length === 1 && this.names.knows('keyspace', parts);
  }

  protected commentHead(index: number): number {
    this.statement = definition('COMMENT', []);
    if (this.symbol(index) !== 'ON') return index;
    const at = this.skip(index + 1, 'MATERIALIZED', 'FOREIGN', 'EVENT');
    const object = this.symbol(at);
    if (!(object in OBJECTS)) return at;
    this.statement = definition('COMMENT', this.takesOf(object) === 'nothing' ? ON_TABLE : []);
    return this.oneName(this.skipIfExists(at + 1), this.takesOf(object), 'define');
  }

  /** `SECURITY LABEL FOR provider ON TABLE t IS '…'`. */
  protected securityLabelHead(index: number): number {
    for (let at = index + 1; at < index + 5; at++) if (this.symbol(at) === 'ON') return this.commentHead(at);
    return index + 1;
  }

  protected grantHead(index: number): number {
    this.statement = definition(this.symbol(index), []);
    for (let at = index + 1; at < this.tokens.count; at++) {
      const symbol = this.symbol(at);
      if (symbol === ';') return at;
      if (symbol === 'ON') return this.grantable(at + 1, this.statement.verb === 'LIST' ? 'read' : 'define');
      if (symbol === 'IN' && this.keepsRolesInCatalogs()) return this.oneName(at + 1, 'catalog', 'define');
    }
    return index + 1;
  }

  /** Trino's roles may be of a catalog; where no dialect is known, names are read as Trino's. */
  protected keepsRolesInCatalogs(): boolean {
    return this.names.dialect === 'trino' || this.names.dialect === null;
  }

  /** What is granted on: `[TABLE] a, b`, `SCHEMA s`, `ALL TABLES IN SCHEMA s`. */
  private grantable(index: number, access: Access): number {
    const symbol = this.symbol(index);
    // Snowflake grants on FUTURE TABLES IN SCHEMA, too.
    if (symbol === 'ALL' || this.word(index) === 'FUTURE') {
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
      // MySQL's `%` is any database.
      if (everything.parts.at(-1)?.name !== '%') this.take(everything.parts, 'schema', access);
      return everything.next;
    }
    const name = dottedNameAt(this.tokens, at);
    if (name === null || !ENDS_A_GRANTED_NAME.has(this.symbol(name.next)) || isWordAt(this.tokens, name.next)) return at;
    return this.nameList(at, takes, access);
  }

  /** `ANALYZE t`, `ANALYZE TABLE t`, `VACUUM (…) a, b`, `OPTIMIZE t`. */
  protected maintenanceHead(index: number): number {
    const verb = this.symbol(index);
    this.statement = definition(verb, []);
    const access: Access = verb === 'VACUUM' || verb === 'OPTIMIZE' ? 'write' : 'read';
    let at = this.skipParentheses(index + 1);
    at = this.skip(at, 'VERBOSE', 'FULL', 'FREEZE', 'ANALYZE', 'ANALYSE', 'LOCAL');
    if (this.symbol(at) === 'TABLES') {
      at++;
      return this.symbol(at) === 'IN' || this.symbol(at) === 'FROM' ? this.oneName(at + 1, 'schema', access) : at;
    }
    // Redshift's ANALYZE COMPRESSION t
    if (this.symbol(at) === 'TABLE' || (this.word(at) === 'COMPRESSION' && startsName(this.tokens, at + 1))) at++;
    return this.nameList(at, 'table', access);
  }

  /** `REFRESH TABLE t`, `CACHE LAZY TABLE t`, `MSCK REPAIR TABLE t`, `REINDEX SCHEMA s`, `CLUSTER t`. */
  protected commandHead(index: number): number {
    const verb = this.symbol(index);
    this.statement = { ...definition(verb, []), locations: verb === 'EXPORT' ? 'write' : 'read' };
    const at = this.skip(this.skipParentheses(index + 1), 'MATERIALIZED', 'STREAMING', 'LAZY', 'REPAIR', 'VERBOSE', 'ONLY');
    const object = this.symbol(at);
    const access: Access = WRITING_COMMANDS.has(verb) ? 'write' : 'read';
    // BigQuery's EXPORT DATA OPTIONS (…) AS SELECT
    if (object === 'DATA') return at + 1;
    if (verb === 'LOCK' && object === 'TABLES') return this.lockedTables(at + 1);
    if (object === 'TABLE' || object === 'VIEW') {
      const name = this.skipIfExists(at + 1);
      if (verb === 'CACHE' && this.isCachedQuery(name)) return this.oneName(name, 'table', 'define');
      return verb === 'LOCK' ? this.nameList(name, 'table', access) : this.oneName(name, 'table', access);
    }
    if (object in OBJECTS && startsName(this.tokens, at + 1)) {
      return this.oneName(this.skipIfExists(at + 1), this.takesOf(object), access);
    }
    if (object === 'FUNCTION' || object === 'TABLES') return at + 1;
    if (verb === 'CLUSTER' && this.symbol(at + 1) === 'ON') return this.oneName(at + 2, 'table', access);
    return verb === 'LOCK' ? this.nameList(at, 'table', access) : this.oneName(at, 'table', access);
  }

  /** `CACHE TABLE t AS SELECT …` names a query for this session; `CACHE TABLE t` keeps a table that is there. */
  private isCachedQuery(index: number): boolean {
    const name = dottedNameAt(this.tokens, index);
    if (name === null) return false;
    const next = this.symbol(name.next) === 'OPTIONS' ? this.skipParentheses(name.next + 1) : name.next;
    if (!/^(?:AS|SELECT|WITH)$/.test(this.symbol(next))) return false;
    this.names.declareTemporary(name.parts);
    return true;
  }

  /** MySQL's `LOCK TABLES a READ LOCAL, b AS x WRITE`. */
  private lockedTables(index: number): number {
    for (;;) {
      let next = this.oneName(index, 'table', 'read');
      if (next === index) return index;
      while (this.symbol(next) !== ',' && this.symbol(next) !== ';' && next < this.tokens.count) next++;
      if (this.symbol(next) !== ',') return next;
      index = next + 1;
    }
  }
}

const WRITING_COMMANDS = new Set(['REFRESH', 'REPAIR', 'MSCK', 'FSCK', 'REORG', 'UNDROP']);

/** What SHOW can list. */
const SHOWN = new Set(
  `TABLES TABLE VIEWS VIEW ROLES ROLE SCHEMAS DATABASES NAMESPACES COLUMNS FIELDS FUNCTIONS STATS GRANTS
  GRANT INDEX INDEXES KEYS PARTITIONS PROCEDURES VOLUMES EXTENDED`.split(/\s+/),
);

/** What may follow the first name that a right is granted on; `FOREIGN SERVER s` and `LARGE OBJECT 1` are none. */
const ENDS_A_GRANTED_NAME = new Set(['TO', 'FROM', 'OF', ',', '(', ';', '']);
