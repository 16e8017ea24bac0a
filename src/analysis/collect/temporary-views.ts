import type { Facts } from '../../languages/facts.js';
import { notebookOf } from '../../languages/notebook/reader.js';
import type { Reference } from '../../references/reference.js';

/** Spark's and Flink's methods that give a frame a name that SQL of the same session can read. */
const REGISTERS: ReadonlySet<string> = new Set([
  'createOrReplaceTempView',
  'createTempView',
  'createGlobalTempView',
  'createOrReplaceGlobalTempView',
  'registerTempTable',
  'registerDataFrameAsTable',
  'create_temporary_view',
  'createTemporaryView',
  // Of a stream whose sink is the memory.
  'queryName',
]);

/** Methods of query builders that give a query a name within another: `db.with('recent', (qb) => …)`. */
const NAMES_QUERY: ReadonlySet<string> = new Set(['with', 'withRecursive', 'withMaterialized', 'withNotMaterialized']);

const TEMPORARY_VIEW = /\b(?:temp|temporary)\s+(?:view|table)\s+(?:if\s+not\s+exists\s+)?[`"]?([A-Za-z_]\w*)/gi;

/** What stands before the name of such a view, be it a placeholder: `CREATE TEMP TABLE {staging}`. */
const DEFINES_TEMPORARY = /\b(?:temp|temporary)\s+(?:view|table)\s+(?:if\s+not\s+exists\s+)?[`"]?(?:\$?\{)?$/i;

/**
 * The references without those to views that live only as long as the file's own session: they have
 * no schema, and nobody else's data is in them.
 */
export function withoutTemporaryViews(facts: Facts, references: readonly Reference[]): readonly Reference[] {
  const tables = references.filter(isBareTable);
  if (tables.length === 0) return references;
  const views = temporaryViews(facts, tables);
  if (views.size === 0) return references;
  return references.filter((reference) => !isBareTable(reference) || outlivesSession(reference) || !views.has(reference.name.toLowerCase()));
}

/** Whether the table is asked of a database or written to the catalog, where no view of the session is, be it called the same. */
function outlivesSession({ use }: Reference): boolean {
  return /\/(?:jdbc|option|saveAsTable|insertInto)$/.test(use.via);
}

function isBareTable({ kind, qualifier }: Reference): boolean {
  return kind === 'table' && qualifier.length === 0;
}

function temporaryViews(facts: Facts, tables: readonly Reference[]): ReadonlySet<string> {
  const views = new Set<string>();
  for (const { name, use } of tables) {
    const { source, start } = use.place;
    if (DEFINES_TEMPORARY.test(source.text.slice(Math.max(0, start - 60), start))) views.add(name.toLowerCase());
  }
  for (const [, name = ''] of facts.source.text.matchAll(TEMPORARY_VIEW)) views.add(name.toLowerCase());
  const text = notebookOf(facts.source)?.code ?? facts.source.text;
  // Cosmos DB's queries call the container that they are sent to what they like, and all like `c`.
  if (/cosmos/i.test(text)) views.add('c');
  const duckdb = /\bduckdb\b/.test(text);
  if (duckdb) for (const name of framesRead(text, tables)) views.add(name);
  const builder = /\b(?:knex|kysely)\b/i.test(text);
  for (const call of facts.calls) {
    const isNamed = REGISTERS.has(call.method) || (call.arguments.length > 1 && namesSecond(call.method, duckdb, builder));
    if (!isNamed) continue;
    for (const value of call.arguments[0]?.values() ?? []) {
      // Kysely's with('recent(id, day)', …) names the columns, too.
      if (value.form === 'text') views.add(value.text.flat.replace(/\(.*$/s, '').trim().toLowerCase());
    }
  }
  return views;
}

/** Whether a method names what its second argument is: DuckDB's `register('visits', frame)`. */
function namesSecond(method: string, duckdb: boolean, builder: boolean): boolean {
  return (duckdb && method === 'register') || (builder && NAMES_QUERY.has(method));
}

/** DuckDB reads the program's own frames by the names of their variables, as far as they are made before. */
function framesRead(text: string, tables: readonly Reference[]): string[] {
  // What is made before any of a name's uses is made before the last.
  const last = new Map<string, number>();
  for (const { name, use } of tables) last.set(name, Math.max(last.get(name) ?? 0, use.place.start));
  return [...last].flatMap(([name, use]) => (isMadeBefore(name, text, use) ? [name.toLowerCase()] : []));
}

/**
 * Whether a variable of that name is set by a statement that ends before the use: `visits =
 * db.sql("… FROM visits")` asks for a table. A statement ends where a line is no deeper than its first.
 */
function isMadeBefore(name: string, text: string, use: number): boolean {
  if (!/^[A-Za-z_]\w*$/.test(name)) return false;
  const before = text.slice(0, use);
  for (const { index, 1: indent = '' } of before.matchAll(new RegExp(`^([ \\t]*)${name}\\s*=(?!=)`, 'gm'))) {
    if (new RegExp(`\\n[ \\t]{0,${indent.length}}[A-Za-z_@#]`).test(before.slice(index))) return true;
  }
  return false;
}
