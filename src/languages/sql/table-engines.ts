import { dottedNameAt, partsInString, type NamePart } from './dotted-name.js';
import { TOKEN, type Tokens } from './tokens.js';
import type { NameCollector } from './name-collector.js';

/** What a table engine's argument gives. */
type Argument = 'database' | 'table' | 'topic' | 'remote-database' | 'remote-schema' | 'remote-table' | null;

/** ClickHouse's engines for tables that lie elsewhere, and what each of their arguments says. */
const ENGINES: ReadonlyMap<string, readonly Argument[]> = new Map([
  ['DISTRIBUTED', [null, 'database', 'table']],
  ['BUFFER', ['database', 'table']],
  ['KAFKA', [null, 'topic']],
  ['MYSQL', [null, 'remote-database', 'remote-table']],
  ['POSTGRESQL', [null, 'remote-database', 'remote-table', null, null, 'remote-schema']],
  ['MONGODB', [null, 'remote-database']],
]);

/** The names that `ENGINE = Distributed(cluster, kol, events)` has between its parentheses, of which the token opens the first. */
export function takeEngineArguments(tokens: Tokens, index: number, names: NameCollector): void {
  const engine = tokens.flat.slice(tokens.starts[index - 1], tokens.ends[index - 1]).toUpperCase();
  const meant = ENGINES.get(engine);
  if (meant === undefined) return;
  const given = new Map<Argument, NamePart>();
  let at = index + 1;
  for (const argument of meant) {
    const part = argumentAt(tokens, at);
    if (part !== null) given.set(argument, part);
    at = nextArgument(tokens, at);
    if (at < 0) break;
  }
  const topic = given.get('topic');
  if (topic !== undefined) names.topic(topic, 'read');
  const table = given.get('table');
  const database = given.get('database');
  if (table !== undefined) names.table(database === undefined ? [table] : [database, table], 'read');
  const remoteDatabase = given.get('remote-database');
  if (remoteDatabase !== undefined) names.database([remoteDatabase], 'read');
  const remoteTable = given.get('remote-table');
  const remoteSchema = given.get('remote-schema');
  if (remoteTable !== undefined) names.foreignTable(remoteSchema === undefined ? [remoteTable] : [remoteSchema, remoteTable], 'read');
}

/** A name or a string that is an argument by itself. */
function argumentAt(tokens: Tokens, index: number): NamePart | null {
  const next = tokens.symbols[index + 1];
  if (next !== ',' && next !== ')') return null;
  const parts = tokens.kinds[index] === TOKEN.string ? partsInString(tokens, index, /.+/g) : dottedNameAt(tokens, index)?.parts;
  return parts?.[0] ?? null;
}

/** The index of the argument behind the next comma outside of parentheses; -1 where there is none. */
function nextArgument(tokens: Tokens, index: number): number {
  let depth = 0;
  for (let at = index; at < tokens.count; at++) {
    const symbol = tokens.symbols[at];
    if (symbol === ';') return -1;
    if (symbol === '(') depth++;
    else if (symbol === ')' && --depth < 0) return -1;
    else if (symbol === ',' && depth === 0) return at + 1;
  }
  return -1;
}
