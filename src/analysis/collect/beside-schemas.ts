import { agrees } from '../../catalogue/names.js';
import type { NamePattern } from '../../catalogue/name-patterns/name-pattern.js';
import { ofEach } from '../../languages/alternatives.js';
import type { Call, Declaration, Facts, Value } from '../../languages/facts.js';
import type { Reference } from '../../references/reference.js';
import type { Text } from '../../references/text.js';
import { referencesOf } from './found.js';
import { partsIn } from './shapes.js';

/** What a table is of, where two stand side by side. */
const PREFIXES = ['', 'source_', 'src_', 'target_', 'tgt_', 'destination_', 'dest_', 'dst_', 'from_', 'to_', 'input_', 'output_', 'staging_', 'pg_', 'db_', 'landing_'];

/** Names of a schema, each with those that a table beside it goes by. */
const TABLES_OF: ReadonlyMap<string, readonly string[]> = new Map(
  PREFIXES.flatMap((prefix) => ['schema', 'schema_name'].map((schema) => [`${prefix}${schema}`, [`${prefix}table`, `${prefix}table_name`]])),
);
const SCHEMAS: ReadonlySet<string> = new Set(TABLES_OF.keys());
const EITHER: ReadonlySet<string> = new Set([...TABLES_OF].flat(2));

/** One of several values that stand side by side: an argument passed by keyword, an entry of a dictionary. */
interface Sibling {
  values(): readonly Value[];
}

/**
 * The tables that stand beside their schemas, whoever takes them: `Drop(schema="kol_gold", table="scores")`,
 * `{"source_schema": "kol_raw", "source_table": "scores"}`. Either alone may be something else.
 */
export function besideSchemas({ calls, declarations }: Facts): readonly Reference[] {
  const found: Reference[] = [];
  for (const call of calls) if (call.hasKeyword(SCHEMAS)) found.push(...pairsIn(keywordsOf(call), 'keyword'));
  for (const entries of dictionariesOf(declarations).values()) found.push(...pairsIn(entries, 'entry'));
  return found;
}

function keywordsOf(call: Call): ReadonlyMap<string, Sibling> {
  return new Map(call.arguments.flatMap((argument) => (argument.keyword === null ? [] : [[argument.keyword, argument]])));
}

/** The entries of each dictionary that may have a schema. */
function dictionariesOf(declarations: readonly Declaration[]): ReadonlyMap<string, ReadonlyMap<string, Declaration>> {
  const found = new Map<string, Map<string, Declaration>>();
  for (const declaration of declarations) {
    if (declaration.form !== 'entry' || !EITHER.has(declaration.name)) continue;
    // A dictionary has a root of its own.
    const owner = declaration.path.slice(0, -1).join('\n');
    if (!owner.startsWith('---')) continue;
    const entries = found.get(owner);
    if (entries === undefined) found.set(owner, new Map([[declaration.name, declaration]]));
    else entries.set(declaration.name, declaration);
  }
  return found;
}

function pairsIn(siblings: ReadonlyMap<string, Sibling>, via: string): readonly Reference[] {
  return [...siblings].flatMap(([name, schema]) => {
    const tables = (TABLES_OF.get(name) ?? []).flatMap((table) => siblings.get(table) ?? []);
    if (tables.length === 0) return [];
    const schemas = textsOf(schema, 'schema');
    const [first] = schemas;
    if (first === undefined) return [];
    const named = tables.flatMap((table) => textsOf(table, 'table'));
    if (named.length === 0) return [];
    return [...ofEach(schemas, (text) => read(text, 'schema', via)), ...ofEach(named, (text) => read(text, 'table', via).map((table) => ofSchema(table, first)))];
  });
}

function textsOf(sibling: Sibling, is: NamePattern['is']): readonly Text[] {
  const texts = sibling.values().map((value) => (value.form === 'text' && agrees({ is, system: null }, value.text.flat) ? value.text : null));
  return texts.every((text) => text !== null) ? texts : [];
}

function read(text: Text, is: 'schema' | 'table', via: string): readonly Reference[] {
  return referencesOf(text, partsIn(text.flat, is, null), { access: 'unknown', via, place: text.place });
}

/** The schema carries the judgement. */
function ofSchema(table: Reference, schema: Text): Reference {
  return { ...table, qualifier: [schema.flat], judged: false };
}
