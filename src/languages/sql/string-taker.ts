import type { Access } from '../../references/reference.js';
import { dottedNameAt, partsInString, startsName, type NamePart } from './dotted-name.js';
import { withHoles } from './placeholders.js';
import { TOKEN } from './tokens.js';
import { beginsAsStatement } from './looks-like-sql.js';
import { NestedSql } from './nested-sql.js';
import type { SqlSession } from './sql-reading.js';

/** Reads what a statement's strings name: locations, properties and options, connections, arguments. */
export abstract class StringTaker extends NestedSql {
  /** What the names that a procedure is given leave out. */
  private procedureSession: SqlSession = { catalog: null, schema: null };
  private procedureAccess: Access = 'write';
  private procedure = '';

  /** Whether a query has begun, in which what is compared with a string is no property. */
  protected abstract isInQuery(): boolean;

  protected string(index: number): void {
    if (this.sqlOfItsOwn(index)) return;
    const before = this.symbol(index - 1);
    if (before === 'LOCATION' || before === 'PATH' || before === 'DIRECTORY' || before === 'INPATH') {
      this.location(index, this.statement.locations);
      return;
    }
    const { start, end } = this.stringRange(index);
    if (before === 'CONNECTION') this.connectionWords(start, end);
    if (looksLikeLocation(this.tokens.flat, start, end)) {
      this.locations.push({ start, end, access: this.isSaid(before) ? 'mention' : this.statement.locations });
    } else if (before === '=') {
      if (this.statement.defines && !this.isInQuery()) this.property(index);
    } else if (before === '>') this.procedureArgument(index);
    else if (before === '(') this.argumentOfCall(index);
    else if (this.statement.defines && isKey(this.tokens.kinds[index - 1]) && !this.isInQuery()) this.option(index);
  }

  /** `read_parquet("s3://kol-bronze/a")`: DuckDB takes what stands in double quotes for a string where no column is called so. */
  protected quotedLocation(index: number): void {
    const { start, end } = this.stringRange(index);
    if (this.symbol(index - 1) === '(' && looksLikeLocation(this.tokens.flat, start, end)) {
      this.locations.push({ start, end, access: this.statement.locations });
    }
  }

  /** Whether a URI behind the word is only compared with, or said in a comment. */
  private isSaid(before: string): boolean {
    if (before === 'IS') return this.statement.verb === 'COMMENT';
    return before === 'LIKE' || before === 'ILIKE' || before === 'RLIKE' || before === 'COMMENT';
  }

  /** `OPTIONS (dbtable 'kol.events')`, `CONNECTION 'dbname=kol_app'`: a key without an equals sign. */
  private option(index: number): void {
    // Redshift's `FROM DATA CATALOG DATABASE 'kol'`: databases of Glue and Hive are schemas.
    if (this.symbol(index - 1) === 'DATABASE' && /^(?:CATALOG|METASTORE)$/.test(this.word(index - 2))) {
      this.names.schema([this.stringPart(index)], 'read');
      return;
    }
    this.keyedString(this.propertyKey(index - 1), index);
  }

  /** A property of what is defined: `'topic' = 'kol_events'`. */
  private property(index: number): void {
    this.keyedString(this.propertyKey(index - 2), index);
  }

  private keyedString(key: string, index: number): void {
    switch (PROPERTIES.get(key)) {
      case 'topics':
        for (const topic of partsInString(this.tokens, index, /[^;,\s]+/g)) this.names.topic(topic, 'define');
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
      case 'foreign-query':
        return this.foreignQuery(index);
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
    } else if (!/[[*+(|\\\s]/.test(this.tokens.flat.slice(range.start, range.end))) {
      this.names.foreignTable(partsInString(this.tokens, index), 'read');
    }
  }

  private foreignQuery(index: number): void {
    const range = this.stringRange(index);
    if (this.beginsAsSql(range.start, range.end)) this.nested.push({ ...range, access: 'read' });
  }

  private propertyKey(index: number): string {
    const kind = this.tokens.kinds[index];
    if (kind === TOKEN.string || kind === TOKEN.quoted) return this.stringPart(index).name.toLowerCase();
    return kind === TOKEN.word ? this.word(index).toLowerCase() : '';
  }

  /** The database of libpq's `host=pg dbname=kol_app`. */
  protected connectionWords(start: number, end: number): void {
    const found = /(?:^|[\s:])dbname\s*=\s*([^\s'"]+)/d.exec(this.tokens.flat.slice(start, end));
    const [from = 0, to = 0] = found?.indices?.[1] ?? [];
    const name = withHoles(found?.[1] ?? '', true);
    if (name !== '') this.names.database([{ name, quoted: false, start: start + from, end: start + to }], 'read');
  }

  /** The schemas of a search path; of a session's own, the first that is the project's qualifies what follows. */
  protected searchPath(index: number, ofSession: boolean): number {
    let first: string | null = null;
    for (;;) {
      const part = this.pathElement(index);
      if (part === null) break;
      if (part.name !== '$user' && part.name !== '' && this.symbol(index) !== 'DEFAULT') {
        this.names.schema([part], 'read');
        first ??= part.name;
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

  /** A URI without quotes, up to the next blank. */
  protected unquotedLocation(index: number): number {
    const start = this.tokens.starts[index] ?? 0;
    const uri = /^[a-z][a-z0-9+.-]*:\/\/[^\s;'"]+/i.exec(this.tokens.flat.slice(start, start + LONGEST_URI))?.[0];
    if (uri === undefined || index >= this.tokens.count) return index;
    const end = start + uri.length;
    this.locations.push({ start, end, access: 'define' });
    let next = index;
    while (next < this.tokens.count && (this.tokens.starts[next] ?? end) < end) next++;
    return next;
  }

  /**
   * Whether a name is of a procedure or table function of a catalog's own system schema,
   * `iceberg.system.rollback_to_snapshot`: it works in that catalog, which counts as a reference.
   */
  protected procedureOf(parts: readonly NamePart[], access: Access): boolean {
    const { session, dialect } = this.names;
    const holder = parts.at(-2)?.name.toLowerCase();
    // Paimon's in Flink are of sys.
    const ofSystem = holder === 'system' || (holder === 'sys' && dialect === 'flink');
    const [catalog] = parts.length > 2 ? parts : [];
    // Elsewhere three parts may be a package's: apoc.periodic.iterate.
    if (catalog !== undefined && (ofSystem || dialect === 'trino')) this.names.catalog([catalog], access);
    if (!ofSystem) return false;
    this.procedure = parts.at(-1)?.name.toLowerCase() ?? '';
    this.procedureAccess = access === 'read' ? 'read' : 'write';
    this.procedureSession = { catalog: catalog?.name ?? session.catalog, schema: session.schema };
    return true;
  }

  /** `ALTER TABLE t EXECUTE add_files_from_table(…)` reads from the catalog that the table is in. */
  protected procedureOfTable(table: readonly NamePart[], procedure: number): void {
    const { session } = this.names;
    const catalog = table.length > 2 ? table[0] : undefined;
    this.procedureAccess = 'read';
    this.procedureSession = { catalog: catalog?.name ?? session.catalog, schema: session.schema };
    if (this.word(procedure) === 'ADD_FILES_FROM_TABLE') this.placedArguments(procedure + 2);
  }

  /** `schema_name => 'kol'`, `table => 'kol.events'`: a procedure works in the catalog that it is of. */
  private procedureArgument(index: number): void {
    const key = this.propertyKey(index - 3);
    const kind = NAMED_ARGUMENTS.get(key);
    if (kind === undefined || (this.statement.verb !== 'CALL' && !SPEAKING_ARGUMENTS.has(key))) return;
    const parts = partsInString(this.tokens, index);
    const [first] = parts;
    if (first === undefined) return;
    if (kind === 'query') {
      this.nested.push({ ...this.stringRange(index), access: 'read', session: this.procedureSession });
    } else if (kind === 'schema') {
      this.names.within(this.procedureSession, () => this.names.schema([first], this.procedureAccess));
      this.procedureSession = { catalog: this.procedureSession.catalog, schema: first.name };
    } else {
      const access = key === 'source_table' ? 'read' : this.procedureAccess;
      this.names.within(this.procedureSession, () => this.tableOrPath(parts, access));
    }
  }

  /** `create_hypertable('kol.metrics', …)`: functions whose first argument is a table's name. */
  private argumentOfCall(index: number): void {
    if (this.tokens.kinds[index - 2] !== TOKEN.word) return;
    const called = this.word(index - 2).toLowerCase();
    if (TAKES_A_TABLE.has(called)) this.names.table(partsInString(this.tokens, index), 'define');
    else if (called === 'dblink_exec') this.remoteQuery(index);
  }

  /** `('kol', 'events', …)` of Trino's procedures, `('kol.events', …)` of Iceberg's in Spark. */
  protected placedArguments(index: number): void {
    const { kinds } = this.tokens;
    if (kinds[index] !== TOKEN.string) return;
    const { start, end } = this.stringRange(index);
    if (beginsAsStatement(this.tokens.flat.slice(start, end))) {
      this.nested.push({ start, end, access: 'unknown', session: this.procedureSession });
      return;
    }
    const parts = partsInString(this.tokens, index);
    const table = this.symbol(index + 1) === ',' && kinds[index + 2] === TOKEN.string ? this.stringPart(index + 2) : null;
    if (parts.length === 1 && table !== null && !/[:/\s]/.test(table.name)) {
      const written = [...parts, ...partsInString(this.tokens, index + 2)];
      this.names.within(this.procedureSession, () => this.names.table(written, this.procedureAccess));
    } else if (parts.length > 1 && parts.length < 4) {
      const [source, copy] = [parts, table === null ? [] : partsInString(this.tokens, index + 2)];
      this.names.within(this.procedureSession, () => {
        this.names.table(source, this.procedureAccess);
        if (this.procedure === 'snapshot' && copy.length < 4) this.names.table(copy, this.procedureAccess);
      });
    }
  }

  /** DuckDB's `postgres_scan('dbname=kol_app', 'core', 'users')`. */
  protected remoteTable(index: number): void {
    const { start, end } = this.stringRange(index);
    this.connectionWords(start, end);
    const { kinds } = this.tokens;
    if (kinds[index + 2] !== TOKEN.string || kinds[index + 4] !== TOKEN.string) return;
    this.names.foreignTable([this.stringPart(index + 2), this.stringPart(index + 4)], 'read');
  }

  /** `dblink('dbname=kol_app', 'SELECT …')` */
  protected remoteQuery(index: number): void {
    const { start, end } = this.stringRange(index);
    this.connectionWords(start, end);
    const query = this.symbol(index + 1) === ',' ? index + 2 : index;
    if (this.tokens.kinds[query] === TOKEN.string) this.nested.push({ ...this.stringRange(query), access: 'read' });
  }
}

/** Whether a token may be the key of an option: `path`, or in Spark `'path'`. */
function isKey(kind: number | undefined): boolean {
  return kind === TOKEN.word || kind === TOKEN.string;
}

type NamedArgument = 'schema' | 'table' | 'query';

/** What the named arguments of procedures and table functions give. */
const NAMED_ARGUMENTS: ReadonlyMap<string, NamedArgument> = new Map([
  ['schema', 'schema'],
  ['schema_name', 'schema'],
  ['table', 'table'],
  ['table_name', 'table'],
  ['source_table', 'table'],
  ['query', 'query'],
]);

/** Those of them that say enough outside of CALL, too. */
const SPEAKING_ARGUMENTS = new Set(['schema_name', 'table_name', 'query']);

/** Functions of TimescaleDB and Citus. */
const TAKES_A_TABLE = new Set(
  `create_hypertable set_chunk_time_interval add_dimension add_retention_policy remove_retention_policy
  add_compression_policy add_columnstore_policy add_continuous_aggregate_policy refresh_continuous_aggregate
  drop_chunks show_chunks hypertable_size create_distributed_table create_reference_table undistribute_table`.split(/\s+/),
);

const LONGEST_URI = 1_000;

const VOLUMES = '/Volumes/';

type Property =
  | 'topics' | 'catalog' | 'schema' | 'database' | 'keyspace' | 'foreign-schema' | 'foreign-table' | 'foreign-query' | 'location';

/** What the properties and options of a definition name. Foreign is what lies behind a connection of its own. */
const PROPERTIES: ReadonlyMap<string, Property> = new Map(
  (
    [
      ['topics', ['topic', 'topics', 'kafka.topic', 'kafka_topic', 'connector.topic', 'kafka_topic_list', 'subscribe']],
      ['catalog', ['catalog-name']],
      ['schema', ['storage_schema', 'catalog-database', 'hive_sync.db', 'hoodie.datasource.hive_sync.database']],
      ['database', ['dbname', 'database-name', 'database']],
      ['keyspace', ['keyspace']],
      ['foreign-schema', ['schema-name', 'schema_name', 'schema']],
      [
        'foreign-table',
        [
          'dbtable', 'table', 'table-name', 'table_name', 'table.identifier', 'connector.table', 'catalog-table',
          'hive_sync.table', 'hoodie.datasource.hive_sync.table',
        ],
      ],
      ['foreign-query', ['query']],
      ['location', ['location', 'external_location', 'path', 'warehouse', 'checkpointlocation']],
    ] as const
  ).flatMap(([property, keys]) => keys.map((key) => [key, property] as const)),
);

/** Whether a string begins with a URI's scheme, with a hole that may be one, or as a path into a volume of Databricks. */
function looksLikeLocation(flat: string, start: number, end: number): boolean {
  if (flat.startsWith(VOLUMES, start)) return true;
  const limit = Math.min(end, start + 24);
  for (let at = start; at < limit; at++) {
    const code = flat.charCodeAt(at);
    if (code === 58) return at > start && (flat.startsWith('//', at + 1) || flat.startsWith('jdbc:', start));
    const wordLike = (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
    if (!wordLike && code !== 45 && code !== 43 && code !== 46 && code !== 0xfdd0) return false;
  }
  return false;
}
