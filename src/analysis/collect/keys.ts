import { compiled } from '../../catalogue/compiled.js';
import { Spoken } from '../../catalogue/spoken.js';
import type { KeyCondition, KeyEntry } from '../../catalogue/keys/key-entry.js';
import type { Declaration, Facts, Value } from '../../languages/facts.js';
import type { Dialect } from '../../references/reference.js';
import type { Name } from '../../references/name.js';
import type { Place } from '../../references/source.js';
import { type Text, literal, subText } from '../../references/text.js';
import { type Handed, within } from './handed.js';
import { entriesFor, KEYS_IN_CODE } from './key-index.js';
import { OtherEngines } from './other-engines.js';
import { NO_CONNECTION, systemOfDialect } from './sql.js';

/**
 * What the keys of a configuration file hand to the platform's systems. A key counts together with
 * those beside it: `database` is a catalog where `type: trino` stands there.
 */
export function handedByKeys(
  { declarations, source }: Facts,
  around: AroundKeys = { spoken: new Spoken(source.text) },
): readonly Handed[] {
  return handedByDeclarations(declarations, source.path, around);
}

/** What of the file and its project some keys depend on. */
interface AroundKeys {
  readonly spoken: Spoken;
  /** What of the same declarations is of other engines, where that was asked already. */
  readonly others?: OtherEngines;
  readonly dialectOfDbt?: (() => Dialect | null) | undefined;
}

const NOTHING_AROUND: AroundKeys = { spoken: new Spoken('') };

/** The same for the keys of one object, wherever it stands. */
export function handedByDeclarations(
  all: readonly Declaration[],
  path: string,
  around: AroundKeys = NOTHING_AROUND,
): readonly Handed[] {
  const declarations = all.filter(mayHand);
  if (declarations.length === 0) return [];
  // Of the many variables of a program hardly one is a key of configuration, too.
  let beside: ReadonlyMap<string, Declaration> | null = null;
  const { others = new OtherEngines(all, path) } = around;
  const found: Handed[] = [];
  for (const declaration of declarations) {
    const key = keyOf(declaration);
    for (const compiled of entriesFor(key)) {
      if (declaration.form === 'entry' && compiled.entry.inCode !== true) continue;
      const match = compiled.key.exec(key);
      if (match === null || (compiled.near !== null && !around.spoken.isNear(compiled.near))) continue;
      beside ??= byAddress(all);
      if (isOfNoSystem(compiled.entry) && others.keeps(declaration)) continue;
      if (!applies(compiled.entry, declaration, path, beside)) continue;
      const entry = compiled.entry.ofDbt === true ? adapted(compiled.entry, around.dialectOfDbt?.() ?? null) : compiled.entry;
      found.push(...handedBy(entry, match, declaration, beside));
    }
  }
  return found;
}

/** Whether a key would be of any engine's: then what stands around it says of which it is, unless the entry asks itself. */
function isOfNoSystem({ system, ofDbt, where = [] }: KeyEntry): boolean {
  return system === null && ofDbt !== true && [where].flat().every(({ key }) => key !== 'type');
}

/** An entry as it is in a dbt project whose SQL is of a dialect: the databases of PostgreSQL and MySQL are no catalogs. */
function adapted(entry: KeyEntry, dialect: Dialect | null): KeyEntry {
  const system = systemOfDialect(dialect);
  if (system !== 'postgres' && system !== 'mysql') return { ...entry, system };
  if (entry.is === 'catalog') return { ...entry, system, is: 'database' };
  return { ...entry, system, qualifier: entry.is === 'schema' ? [] : (entry.qualifier ?? []), outer: [] };
}

function byAddress(all: readonly Declaration[]): ReadonlyMap<string, Declaration> {
  const keys = all.filter(({ form }) => form === 'key' || form === 'variable' || form === 'entry');
  return new Map(keys.map((declaration) => [addressOf(declaration), declaration]));
}

/** Whether a declaration is a key of configuration, or an entry of a program's dictionary that may be one. */
function mayHand({ form, name }: Declaration): boolean {
  switch (form) {
    case 'key':
    case 'variable':
      return true;
    case 'entry':
      return name.includes('.') || KEYS_IN_CODE.has(name);
    default:
      return false;
  }
}

/** What one `key=value` hands over, as on the command line of spark-submit. */
export function handedBySetting(setting: Text, place: Place): Handed[] {
  const equals = setting.flat.indexOf('=');
  if (equals === -1) return [];
  const name = subText(setting, 0, equals);
  const value: Value = { form: 'text', text: subText(setting, equals + 1, setting.flat.length) };
  return entriesFor(name.flat).flatMap(({ entry, key }) => {
    const match = key.exec(name.flat);
    if (match === null || entry.where !== undefined || entry.file !== undefined || entry.near !== undefined) return [];
    return [...namesIn(entry, match, name, place), ...valuesIn(entry, [value], place, [])];
  });
}

/** The keys of a declaration with dots between, without the mark of its document. */
function keyOf({ path }: Declaration): string {
  return (isDocument(path[0]) ? path.slice(1) : path).join('.');
}

function isDocument(key: string | undefined): boolean {
  return key?.startsWith('---') === true;
}

function addressOf({ path }: Declaration): string {
  return path.join('.');
}

/**
 * The value of a key beside a declaration, or from its document's root. `debezium.source.` before the
 * keys of a connector, all on one line, is before its class as well.
 */
function valueBeside(
  declaration: Declaration,
  key: string,
  beside: ReadonlyMap<string, Declaration>,
  entry: KeyEntry,
): string | null {
  const { path } = declaration;
  const places = [parentOf(declaration), path.slice(0, Math.max(path.length - entry.key.split('.').length, 0))];
  for (const parent of places) {
    const above = /^(?:\.\.\/)*/.exec(key)?.[0] ?? '';
    const place = key.startsWith('^') ? path.slice(0, isDocument(path[0]) ? 1 : 0) : parent.slice(0, parent.length - above.length / 3);
    const found = beside.get([...place, key.slice(key.startsWith('^') ? 1 : above.length)].join('.'));
    const [value] = found?.values() ?? [];
    if (value?.form === 'text') return value.text.flat;
  }
  return null;
}

/** The keys above a declaration; a key with dots in it is one key (`connector.class`). */
function parentOf({ path, namePlace }: Declaration): readonly string[] {
  let length = namePlace.end - namePlace.start;
  let above = path.length;
  while (above > 0 && length > 0) {
    above -= 1;
    length -= (path[above]?.length ?? 0) + 1;
  }
  return path.slice(0, above);
}

function applies(
  entry: KeyEntry,
  declaration: Declaration,
  path: string,
  beside: ReadonlyMap<string, Declaration>,
): boolean {
  if (entry.file !== undefined && !compiled(entry.file).test(path.replaceAll('\\', '/'))) return false;
  if (entry.without !== undefined && valueBeside(declaration, entry.without, beside, entry) !== null) return false;
  return [entry.where ?? []].flat().every((condition) => holds(condition, declaration, beside, entry));
}

function holds(
  { key, matches }: KeyCondition,
  declaration: Declaration,
  beside: ReadonlyMap<string, Declaration>,
  entry: KeyEntry,
): boolean {
  const [value] = [key].flat().flatMap((name) => valueBeside(declaration, name, beside, entry) ?? []);
  return value !== undefined && compiled(matches).test(value);
}

function handedBy(
  entry: KeyEntry,
  match: RegExpExecArray,
  declaration: Declaration,
  beside: ReadonlyMap<string, Declaration>,
): Handed[] {
  const { namePlace } = declaration;
  const { source, start, end } = namePlace;
  const firstOf = (keys: readonly string[] = []) => keys.flatMap((key) => valueBeside(declaration, key, beside, entry) ?? []).slice(0, 1);
  const inner = firstOf(entry.qualifier);
  const qualifier = inner.length === 0 ? [] : [...firstOf(entry.outer), ...inner];
  const written = literal(source.text.slice(start, end), namePlace);
  // What stands above the last key is written elsewhere.
  const shift = keyOf(declaration).length - written.flat.length;
  const names = shift < 0 ? [] : namesIn(entry, match, written, namePlace, shift);
  return [...names, ...valuesIn(entry, declaration.values(), namePlace, qualifier)];
}

/** The name that stands in the key itself. */
function namesIn(entry: KeyEntry, match: RegExpExecArray, key: Text, place: Place, shift = 0): Handed[] {
  const range = match.indices?.[1];
  if (entry.names === undefined || range === undefined || range[0] < shift) return [];
  // `spark.sql.catalog.${var.catalog}` has its name from elsewhere.
  if (!/^[\w.-]+$/.test(match[1] ?? '')) return [];
  const text = within(subText(key, range[0] - shift, range[1] - shift), entry.is === null ? entry.within : undefined);
  return text === null ? [] : [handed(entry, entry.names, text, place, [])];
}

function valuesIn(entry: KeyEntry, values: readonly Value[], place: Place, qualifier: readonly Name[]): Handed[] {
  const { is } = entry;
  if (is === null) return [];
  return values.flatMap((value): Handed[] => {
    // What a table of several has below it in a list is its columns, or what else there is of it.
    if (value.form === 'list' && entry.key.endsWith('.*')) return [];
    if (value.form === 'list') return value.items.flatMap((item) => valuesIn(entry, item, place, qualifier));
    if (value.form !== 'text') return [];
    return itemsOf(entry, value.text).flatMap((item) => {
      const part = within(item, entry.within);
      return part === null || NOTHING.test(part.flat) ? [] : [handed(entry, is, part, place, qualifier)];
    });
  });
}

/** What YAML and JSON write where there is nothing. */
const NOTHING = /^(?:null|none|~|)$/i;

function itemsOf(entry: KeyEntry, text: Text): Text[] {
  if (entry.list !== true) return [text];
  return [...text.flat.matchAll(/[^\s,;]+/g)].map(({ index, 0: item }) => subText(text, index, index + item.length));
}

function handed(entry: KeyEntry, is: Handed['is'], text: Text, place: Place, qualifier: readonly Name[]): Handed {
  const { system, via, access = 'unknown' } = entry;
  const judgedBeside = entry.judgedBeside === true && qualifier.length > 0;
  return { text, is, system, access, via, place, qualifier, judgedBeside, connection: NO_CONNECTION };
}
