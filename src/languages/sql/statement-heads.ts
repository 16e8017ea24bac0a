import type { Access } from '../../references/reference.js';
import { dottedNameAt, isWordAt, startsName } from './dotted-name.js';
import { TOKEN } from './tokens.js';
import { ObjectHeads } from './object-heads.js';
import {
  definition,
  LOCAL_SCHEMA,
  OBJECTS,
  OBJECT_EXPECTATIONS,
  QUERY,
  ROLE_OF_A_CATALOG,
  SET_SCHEMA,
  TO_TABLE,
  type Expectation,
} from './statement.js';

/** Reads what only the beginning of a statement can say. */
export abstract class StatementHeads extends ObjectHeads {
  /** Reads what only the beginning of a statement can say; gives the index where the loop goes on. */
  protected head(index: number): number {
    const symbol = this.symbol(index);
    const versioned = this.versionHead(index);
    if (versioned !== null) return versioned;
    switch (symbol) {
      case ',':
        this.continueWith(index);
        return index + 1;
      case 'CREATE':
      case 'ALTER':
      case 'DROP':
        return this.definitionHead(index);
      case 'REPLACE':
        return this.symbol(index + 1) === 'TABLE' ? this.definitionHead(index) : index;
      case 'TRUNCATE':
        return this.nameList(this.skipIfExists(this.skip(index + 1, 'TABLE')), 'table', 'write');
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
      case 'FSCK':
      case 'REORG':
      case 'UNDROP':
        return this.commandHead(index);
      case 'MODEL':
        return this.symbol(index + 1) === '(' ? this.modelHead(index + 1) : index;
      case 'CONVERT':
        return this.convertHead(index);
      case 'RENAME':
        return this.symbol(index + 1) === 'TABLE' ? this.renameHead(index + 2) : index;
      case 'LIST':
        return this.names.dialect === 'cql' ? this.grantHead(index) : index;
      case 'IMPORT':
        return this.importHead(index);
      case 'LOAD':
        return this.loadHead(index);
      case 'COPY':
      case 'UNLOAD':
        return this.copyHead(index);
      case 'ATTACH':
        return this.attachHead(index + 1);
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
        return this.headOfDatabricks(index);
    }
  }

  /** `GENERATE symlink_format_manifest FOR TABLE t`, `SYNC SCHEMA s FROM other`. */
  private headOfDatabricks(index: number): number {
    switch (this.word(index)) {
      case 'GENERATE':
        if (this.symbol(index + 2) !== 'FOR' || this.symbol(index + 3) !== 'TABLE') return index;
        this.statement = definition('GENERATE', []);
        return this.oneName(index + 4, 'table', 'write');
      case 'SYNC': {
        const takes = this.takesOf(this.symbol(index + 1));
        if (takes !== 'schema' && takes !== 'table') return index;
        this.statement = definition('SYNC', []);
        const next = this.oneName(index + 2, takes, 'write');
        return this.symbol(next) === 'FROM' ? this.oneName(next + 1, takes, 'read') : next;
      }
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
    const limit = Math.min(index + 40, this.tokens.count);
    for (let at = index + 2; at < limit && this.symbol(at) !== ';'; at++) {
      at = this.skipParentheses(at);
      if (this.symbol(at) !== 'IN') continue;
      this.statement = definition('BRANCH', []);
      return this.symbol(at + 1) === 'TABLE' ? this.oneName(at + 2, 'table', access) : this.oneName(at + 1, 'catalog', access);
    }
    return null;
  }

  private definitionHead(index: number): number {
    const verb = this.symbol(index);
    // PostgreSQL's TEXT SEARCH CONFIGURATION, DICTIONARY, PARSER, TEMPLATE
    if (this.word(index + 1) === 'TEXT' && this.word(index + 2) === 'SEARCH') {
      this.statement = definition(verb, SET_SCHEMA);
      return this.oneName(this.skipIfExists(index + 4), 'member', 'define');
    }
    const objectIndex = this.objectWord(index + 1);
    if (objectIndex < 0) {
      this.statement = definition(verb, []);
      return index + 1;
    }
    const object = this.symbol(objectIndex);
    const onEvent = this.symbol(objectIndex - 1) === 'EVENT';
    this.statement = definition(verb, onEvent ? [] : this.expectationsOf(object, verb), object);
    // Behind a word that was typed twice comes the name, too.
    const twice = this.symbol(objectIndex + 1) === object && startsName(this.tokens, objectIndex + 2);
    let at = this.skipIfExists(twice ? objectIndex + 2 : objectIndex + 1);
    if (object === 'DEFAULT') return this.defaultPrivileges(at);
    if (this.symbol(at) === 'AUTHORIZATION') return at;
    if (object === 'SERVER' || this.symbol(at) === 'ON' || this.isActionAt(at)) return at;
    const takes = this.takesOf(object);
    if (takes === 'table' && this.symbol(at) === 'ALL') return at;
    if (verb === 'DROP') return this.nameList(at, takes, 'define');
    const name = dottedNameAt(this.tokens, at);
    if (name === null) return takes === 'table' ? this.unfinished(at, 'define') : at;
    this.object = name.parts;
    if (takes === 'table' && this.hasWord(index, objectIndex, 'TEMP', 'TEMPORARY')) {
      this.names.declareTemporary(name.parts);
    }
    if (this.hasWord(index, objectIndex, 'RECURSIVE')) this.show(this.folded(name.parts.at(-1)));
    this.take(name.parts, takes, 'define');
    at = this.symbol(name.next) === 'ON' && this.symbol(name.next + 1) === 'CLUSTER' ? name.next + 3 : name.next;
    if (takes === 'table' && this.symbol(at) === 'LIKE') return this.oneName(at + 1, 'table', 'read');
    // ClickHouse's tables are made like another one.
    if (object === 'TABLE' && this.symbol(at) === 'AS' && this.isFollowedByEngine(at + 1)) return this.oneName(at + 1, 'table', 'read');
    // ClickHouse's materialized views fill a table.
    if (object === 'VIEW' && verb === 'CREATE' && this.symbol(at) === 'TO') return this.oneName(at + 1, 'table', 'write');
    return at;
  }

  /** SQLMesh's `MODEL (name kol.events, kind FULL);` before a query: the table that the query makes. */
  private modelHead(opening: number): number {
    this.statement = definition('MODEL', []);
    const closing = this.skipParentheses(opening);
    for (let at = opening + 1; at < closing; at++) {
      if (this.word(at) === 'NAME' && (at === opening + 1 || this.symbol(at - 1) === ',')) {
        this.oneName(at + 1, 'table', 'define');
        break;
      }
      if (this.symbol(at) === '(') at = this.skipParentheses(at) - 1;
    }
    return opening;
  }

  /** `ALTER TABLE ADD COLUMN`: the name is missing. */
  private isActionAt(index: number): boolean {
    return /^(?:ADD|ALTER|DROP|RENAME)$/.test(this.symbol(index)) && /^(?:COLUMN|CONSTRAINT|COLUMNS)$/.test(this.symbol(index + 1));
  }

  private isFollowedByEngine(index: number): boolean {
    const name = dottedNameAt(this.tokens, index);
    return name !== null && this.word(name.next) === 'ENGINE';
  }

  /** Databricks' `CONVERT TO DELTA t`. */
  private convertHead(index: number): number {
    if (this.symbol(index + 1) !== 'TO' || this.word(index + 2) !== 'DELTA') return index;
    this.statement = definition('CONVERT', []);
    return this.oneName(index + 3, 'table', 'write');
  }

  /** MySQL's `RENAME TABLE a TO b, c TO d`. */
  private renameHead(index: number): number {
    this.statement = definition('RENAME', []);
    for (;;) {
      const old = dottedNameAt(this.tokens, index);
      if (old === null) return index;
      this.take(old.parts, 'table', 'define');
      if (this.symbol(old.next) !== 'TO') return old.next;
      const next = this.oneName(old.next + 1, 'table', 'define');
      if (this.symbol(next) !== ',') return next;
      index = next + 1;
    }
  }

  private expectationsOf(object: string, verb: string): readonly Expectation[] {
    if (object === 'RULE' && verb === 'CREATE') return TO_TABLE;
    if (object === 'ROLE' && this.keepsRolesInCatalogs()) return ROLE_OF_A_CATALOG;
    return OBJECT_EXPECTATIONS[object] ?? [];
  }

  /** The index of the word that says what is created, behind at most a dozen adjectives; -1 where none is. */
  private objectWord(index: number): number {
    const last = Math.min(index + 12, this.tokens.count);
    for (let at = index; at < last; at++) {
      const symbol = this.symbol(at);
      if (ENDS_ADJECTIVES.has(symbol)) return -1;
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
    if (word === 'MODULES' || word === 'ROLE' || this.word(index) === 'WAREHOUSE') return index + 1;
    const isObject = word === 'CATALOG' || word === 'SCHEMA' || word === 'DATABASE' || word === 'NAMESPACE';
    const object = isObject && startsName(this.tokens, index + 1) ? word : '';
    // The name is missing.
    if (isObject && object === '' && this.symbol(index + 1) !== '.') return index + 1;
    const name = dottedNameAt(this.tokens, object === '' ? index : index + 1);
    if (name === null) return index;
    // Where catalogs are databases, USE alone takes one.
    const database = this.names.hierarchy.catalog === 'database' && object !== 'SCHEMA' && name.parts.length === 1;
    this.names.useNamed(object === 'CATALOG' || database ? 'catalog' : 'schema', name.parts);
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
    // Databricks' SET TAG ON TABLE t k = v
    const tagged = at + 2;
    if (this.word(at) === 'TAG' && this.symbol(at + 1) === 'ON' && this.symbol(tagged) in OBJECTS) {
      return this.oneName(tagged + 1, this.takesOf(this.symbol(tagged)), 'define');
    }
    // SQL Server lets a table's numbers be written for a while.
    if (this.word(at) === 'IDENTITY_INSERT') return this.oneName(at + 1, 'table', 'write');
    if (symbol === 'ROLE' && this.symbol(at + 2) === 'IN') return this.oneName(at + 3, 'catalog', 'read');
    if (symbol === 'CATALOG') {
      const name = dottedNameAt(this.tokens, at + 1);
      if (name !== null) this.names.useNamed('catalog', name.parts);
    }
    return this.configuration(at);
  }

  /** `SET spark.sql.catalog.lake.warehouse = s3a://kol-lake/`: a key and, without quotes, what it is set to. */
  private configuration(index: number): number {
    const key = dottedNameAt(this.tokens, index);
    if (key === null || key.parts.length < 3 || this.symbol(key.next) !== '=') return index;
    const [, , third, catalog] = key.parts;
    const spelled = key.parts.map(({ name }) => name).join('.');
    if (catalog !== undefined && third?.name === 'catalog' && spelled.startsWith('spark.sql.catalog.')) {
      this.names.catalog([catalog], 'define');
    }
    const value = dottedNameAt(this.tokens, key.next + 1);
    if (spelled === 'spark.sql.defaultCatalog' && value !== null) this.names.useNamed('catalog', value.parts);
    return this.unquotedLocation(key.next + 1);
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

  /** BigQuery's `LOAD DATA INTO t FROM FILES (…)`; elsewhere the table comes behind the file. */
  private loadHead(index: number): number {
    this.statement = { ...QUERY, locations: 'read' };
    const into = index + 2;
    const names = this.symbol(index + 1) === 'DATA' && /^(?:INTO|OVERWRITE)$/.test(this.symbol(into)) && startsName(this.tokens, into + 1);
    return names ? this.oneName(into + 1, 'table', 'write') : index + 1;
  }

  private copyHead(index: number): number {
    const verb = this.symbol(index);
    if (this.symbol(index + 1) === '(') {
      this.statement = { ...QUERY, fromAtTop: false, locations: 'write' };
      // Redshift's UNLOAD ('SELECT …')
      return this.tokens.kinds[index + 2] === TOKEN.string ? this.executed(index + 2) : index + 1;
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
    if (this.procedureOf(name.parts, 'unknown') && this.symbol(name.next) === '(') this.placedArguments(name.next + 1);
    return name.next;
  }

  /** DuckDB's `ATTACH 'dbname=kol_app' AS pg`. */
  private attachHead(index: number): number {
    this.statement = definition('ATTACH', []);
    const at = this.skip(this.skipIfExists(index), 'DATABASE');
    if (this.tokens.kinds[at] !== TOKEN.string) return at;
    const { start, end } = this.stringRange(at);
    this.connectionWords(start, end);
    return at;
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
      // MySQL's PREPARE s FROM 'SELECT …'
      if (symbol === 'FROM' && this.tokens.kinds[at + 1] === TOKEN.string) return this.executed(at + 1);
      if (symbol === 'AS' || symbol === 'FROM') return this.head(at + 1);
    }
    return index;
  }
}

/** What the words before an object's word do not go beyond. */
const ENDS_ADJECTIVES = new Set(['(', ';', '.', 'METHOD', 'AS', 'FROM', 'INTO']);

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
