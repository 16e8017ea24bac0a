import type { Access, Dialect, Unqualified } from '../../references/reference.js';
import type { Name } from '../../references/name.js';
import { isSystemCatalog, isSystemDatabase, isSystemSchema, isSystemTable } from './builtin-names.js';
import { mayHideParts, type NamePart } from './dotted-name.js';
import { HIERARCHIES, type Hierarchy } from './hierarchy.js';
import type { SqlKind, SqlReference, SqlSession } from './sql-reading.js';

/** `"events$snapshots"`: a metadata table of Trino's Iceberg, Delta and Hive connectors. */
const METADATA_TABLE = /^(.+)\$(?:[a-z_]+)$/i;

/** Iceberg's metadata tables as Spark names them: `catalog.db.events.snapshots`. */
const SPARK_METADATA = new Set(
  `history metadata_log_entries snapshots entries files manifests partitions position_deletes all_data_files
  all_delete_files all_entries all_files all_manifests refs`.split(/\s+/),
);

/** What holds of a name that stands alone. */
const PLAIN = { qualifier: [], builtin: false, judged: true, unqualified: null } as const;

/** Turns dotted names into references: which part is what, what the session fills in, who is judged. */
export class NameCollector {
  readonly references: SqlReference[] = [];
  readonly hierarchy: Hierarchy;
  session: SqlSession;
  /** Temporary views and tables of this text, which live in no schema. */
  private readonly temporary = new Set<string>();
  /** The places among the references of what Spark's `USE x` takes for a schema, while no catalog of that name is known. */
  private readonly usedAlone = new Set<number>();

  constructor(
    readonly dialect: Dialect | null,
    session: SqlSession,
  ) {
    this.session = session;
    this.hierarchy = HIERARCHIES[dialect ?? 'trino'];
  }

  /** All references in the order in which they stand. */
  inOrder(): readonly SqlReference[] {
    const { references, usedAlone } = this;
    const known = usedAlone.size === 0 ? references : references.map((found, place) =>
      usedAlone.has(place) && this.knows('catalog', [found]) ? { ...found, kind: 'catalog' as const, qualifier: [] } : found,
    );
    return [...known].sort((one, other) => one.start - other.start);
  }

  table(written: readonly NamePart[], access: Access): void {
    const parts = this.withoutMetadata(this.withoutPlace(written));
    const table = parts.at(-1);
    if (table === undefined || (this.dialect === null && isSelectedObject(parts))) return;
    const temporary = this.isTemporary(parts);
    if (temporary && access !== 'define') return;
    const schemaPart = schemaOf(parts);
    const catalogPart = parts.length > 2 ? parts[0] : undefined;
    if (catalogPart !== undefined && schemaPart?.name === '') return this.tableOfDefaultSchema(catalogPart, table, access);
    if (catalogPart !== undefined) this.outer(this.hierarchy.catalog, catalogPart, [], access, false);
    const qualifier = temporary ? [] : this.qualifierOf(schemaPart, catalogPart);
    if (schemaPart !== undefined) this.schemaPart(schemaPart, catalogPart, access);
    const builtin = this.isBuiltinTable(table, schemaPart, catalogPart);
    this.add(this.hierarchy.table, table, {
      qualifier,
      access,
      builtin,
      judged: qualifier.length === 0,
      unqualified: builtin || temporary ? null : this.openness(parts, qualifier),
    });
  }

  /** `kol_app..events`: in the schema that the database takes where none is said. */
  private tableOfDefaultSchema(catalog: NamePart, table: NamePart, access: Access): void {
    this.outer(this.hierarchy.catalog, catalog, [], access, true);
    this.add(this.hierarchy.table, table, { ...PLAIN, access, judged: false });
  }

  /** A name of a schema, with or without its catalog. */
  schema(parts: readonly NamePart[], access: Access): void {
    const schema = schemaOf([...parts, ...parts.slice(-1)]);
    const catalog = parts.length > 1 ? parts[0] : undefined;
    if (schema === undefined) return;
    if (catalog !== undefined) this.outer(this.hierarchy.catalog, catalog, [], access, false);
    this.schemaPart(schema, catalog, access);
  }

  catalog(parts: readonly NamePart[], access: Access): void {
    const part = parts.at(-1);
    if (part !== undefined) this.outer('catalog', part, [], access, true);
  }

  database(parts: readonly NamePart[], access: Access): void {
    const part = parts.at(-1);
    if (part !== undefined) this.outer('database', part, [], access, true);
  }

  keyspace(parts: readonly NamePart[], access: Access): void {
    const part = parts.at(-1);
    if (part !== undefined) this.outer('keyspace', part, [], access, true);
  }

  /** Whether the text has named a keyspace, a catalog of this name. */
  knows(kind: SqlKind, [part]: readonly NamePart[]): boolean {
    return this.references.some((found) => found.kind === kind && found.name === part?.name);
  }

  topic(part: NamePart, access: Access): void {
    this.add('topic', part, { ...PLAIN, access });
  }

  /** A table that lies elsewhere: its database is judged, and what its name leaves out nobody here misses. */
  foreignTable(parts: readonly NamePart[], access: Access): void {
    const [first, second] = parts;
    if (first === undefined || parts.length > 2) return;
    const held = second === undefined ? [] : [first.name];
    if (second !== undefined) this.foreignSchema(first, access);
    this.add(this.hierarchy.table, second ?? first, { ...PLAIN, qualifier: held, access, judged: false });
  }

  foreignSchema(part: NamePart, access: Access): void {
    this.add('schema', part, { ...PLAIN, access, judged: false, builtin: isSystemSchema(part.name) });
  }

  /** What holds a function, a sequence or a type: the name without its last part. */
  holder(parts: readonly NamePart[], access: Access): void {
    if (parts.length > 1) this.schema(parts.slice(0, -1), access);
  }

  /** A temporary view or table: it lives in no schema, and its bare name is nobody else's. */
  declareTemporary(parts: readonly NamePart[]): void {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) this.temporary.add(only.name.toLowerCase());
  }

  private isTemporary([first, second]: readonly NamePart[]): boolean {
    return first !== undefined && second === undefined && this.temporary.has(first.name.toLowerCase());
  }

  /** Takes names as another session would. */
  within(session: SqlSession, take: () => void): void {
    const own = this.session;
    this.session = session;
    take();
    this.session = own;
  }

  /** A table's new name; the parts that it leaves out are those of the old one. */
  renamedTable(parts: readonly NamePart[], old: readonly NamePart[], access: Access): void {
    const { catalog, schema } = this.session;
    const oldCatalog = old.length > 2 ? old[0] : undefined;
    const session = { catalog: oldCatalog?.name ?? catalog, schema: schemaOf(old)?.name ?? schema };
    this.within(session, () => this.table(parts, access));
  }

  /** `USE x`, `USE c.x`, `USE CATALOG c`: names it, and lets it qualify what follows. */
  useNamed(kind: 'catalog' | 'schema', parts: readonly NamePart[]): void {
    const last = parts.at(-1);
    if (last === undefined) return;
    const ofSpark = this.dialect === 'spark' && parts.length === 1;
    if (kind === 'catalog' || (ofSpark && this.knows('catalog', parts))) {
      this.outer(this.hierarchy.catalog, last, [], 'read', true);
      this.use(last.name, null);
    } else {
      if (ofSpark) this.usedAlone.add(this.references.length);
      this.schema(parts, 'read');
      this.use(parts.length > 1 ? (parts[0]?.name ?? null) : null, last.name);
    }
  }

  use(catalog: Name | null, schema: Name | null): void {
    this.session = { catalog: catalog ?? this.session.catalog, schema };
  }

  private schemaPart(schema: NamePart, catalog: NamePart | undefined, access: Access): void {
    const catalogName = catalog?.name ?? this.session.catalog;
    this.add(this.hierarchy.schema, schema, {
      qualifier: catalogName === null ? [] : [catalogName],
      access,
      builtin: isSystemSchema(schema.name) || (catalog !== undefined && isSystemCatalog(catalog.name)),
      judged: true,
      unqualified: null,
    });
  }

  private outer(kind: SqlKind | null, part: NamePart, qualifier: readonly Name[], access: Access, judged: boolean): void {
    const builtin = kind === 'database' ? isSystemDatabase(part.name)
      : kind === 'catalog' ? isSystemCatalog(part.name) : isSystemSchema(part.name);
    this.add(kind, part, { qualifier, access, builtin, judged, unqualified: null });
  }

  private qualifierOf(schema: NamePart | undefined, catalog: NamePart | undefined): readonly Name[] {
    const schemaName = schema?.name ?? this.session.schema;
    if (schemaName === null) return [];
    const catalogName = catalog?.name ?? this.session.catalog;
    return catalogName === null ? [schemaName] : [catalogName, schemaName];
  }

  private openness(parts: readonly NamePart[], qualifier: readonly Name[]): Unqualified | null {
    const { wants } = this.hierarchy;
    const [first] = parts;
    if (wants === null || first === undefined || mayHideParts(parts)) return null;
    if (qualifier.length === 2 || (qualifier.length === 1 && wants === 'schema')) return null;
    const missing = qualifier.length === 0 ? 'schema' : 'catalog';
    return { missing, dialect: this.dialect ?? 'trino', decided: this.dialect !== null };
  }

  private isBuiltinTable(table: NamePart, schema: NamePart | undefined, catalog: NamePart | undefined): boolean {
    if (catalog !== undefined && isSystemCatalog(catalog.name)) return true;
    if (schema !== undefined) return isSystemSchema(schema.name);
    return isSystemTable(table.name, this.dialect);
  }

  /** Databricks' `LIVE.events` is a table of the same pipeline, wherever that puts it; SQL Server's fourth part is a server. */
  private withoutPlace(parts: readonly NamePart[]): readonly NamePart[] {
    if (this.dialect === 'sqlserver' && parts.length === 4) return parts.slice(1);
    const ofPipeline = this.dialect === 'spark' && parts.length === 2 && parts[0]?.name.toLowerCase() === 'live';
    return ofPipeline ? parts.slice(1) : parts;
  }

  private withoutMetadata(parts: readonly NamePart[]): readonly NamePart[] {
    const last = parts.at(-1);
    if (last === undefined) return parts;
    if (this.isSparkMetadata(last, parts)) return parts.slice(0, -1);
    const metadata = last.quoted ? METADATA_TABLE.exec(last.name) : null;
    const own = metadata?.[1];
    return own === undefined || this.dialect === 'postgres' ? parts : [...parts.slice(0, -1), { ...last, name: own }];
  }

  /** Behind a name of three parts; behind one of two only where the text is known to be Spark's, and the first is no catalog. */
  private isSparkMetadata({ name, quoted }: NamePart, parts: readonly NamePart[]): boolean {
    if (!SPARK_METADATA.has(name.toLowerCase()) && !/^(?:branch|tag)_./i.test(name)) return false;
    const depth = mayHideParts(parts) ? parts.length + 1 : parts.length;
    return depth === 4 || (depth === 3 && this.dialect === 'spark' && !quoted && !this.knows('catalog', parts));
  }

  private add(
    kind: SqlKind | null,
    part: NamePart,
    rest: Pick<SqlReference, 'qualifier' | 'access' | 'builtin' | 'judged' | 'unqualified'>,
  ): void {
    if (part.name === '' || kind === null) return;
    this.references.push({ kind, name: part.name, quoted: part.quoted, start: part.start, end: part.end, ...rest });
  }
}

/** The schema among the parts of a table's name; nested namespaces (`cat.a.b.table`) are one: `a.b`. */
function schemaOf(parts: readonly NamePart[]): NamePart | undefined {
  if (parts.length < 2) return undefined;
  if (parts.length === 2) return parts[0];
  const namespace = parts.slice(1, -1);
  const [first] = namespace;
  const last = namespace.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const name = namespace.map((part) => part.name).join('.');
  return { name, quoted: namespace.some((part) => part.quoted), start: first.start, end: last.end };
}

/** S3 Select's `FROM s3object s`, `FROM S3Object[*].rows`: the object that the call names, and no table. */
function isSelectedObject([first]: readonly NamePart[]): boolean {
  return first !== undefined && !first.quoted && /^s3object$/i.test(first.name);
}
