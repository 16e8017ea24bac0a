import { groupBy } from '../group-by.js';
import { shownName } from './found-name.js';
import type { FoundName } from './found-name.js';
import { isGeneralName, leadingWord } from './leading-word.js';
import type { LeadingWord } from './leading-word.js';

/** Globs for the names of one kind that begin with a domain's word: `kol-*`, `iceberg.kol_*`, `{dev,prod}-kol-*`. */
export function wordGlobs(names: readonly FoundName[], word: string): string[] {
  const qualified = names.filter(({ catalog }) => catalog !== null);
  // A bare schema is judged by the schema's part of a glob that has a catalog, so the catalog is said where it is known.
  const counted = qualified.length > 0 ? qualified : names;
  const byCatalog = groupBy(counted, ({ catalog }) => catalog);
  return [...byCatalog].flatMap(([catalog, ofCatalog]) => {
    if (catalog === null) return stemGlobs(ofCatalog);
    const leading = leadingWord(catalog);
    const isOwnCatalog = leading?.word === word && !leading.isWhole;
    return (isOwnCatalog ? ['*'] : stemGlobs(ofCatalog)).map((glob) => `${catalog}.${glob}`);
  });
}

function stemGlobs(names: readonly FoundName[]): string[] {
  const folds = names.some(({ kind }) => kind === 'schema' || kind === 'catalog' || kind === 'database' || kind === 'keyspace');
  const leading = names.flatMap(({ name }) => leadingWord(folds ? name.toLowerCase() : name) ?? []);
  const byStem = groupBy(leading, ({ stem }) => stem);
  return [...byStem].flatMap(([stem, alike]) => {
    const environments = [...new Set(alike.flatMap(({ environment }) => environment ?? []))].sort();
    const tail = alike.some(({ isWhole }) => !isWhole) ? `${stem}*` : stem;
    const [only, ...others] = environments;
    const prefixed = only === undefined ? [] : [others.length === 0 ? only + tail : `{${environments.join(',')}}${tail}`];
    return alike.some(({ environment }) => environment === null) ? [tail, ...prefixed] : prefixed;
  });
}

/** From how many names on that begin alike they are written as one glob. */
const MANY_ALIKE = 3;
/** The same where they begin with a word that says nothing of whose they are (`gold_`, `ingest_`). */
const MANY_IN_GENERAL = 6;

/** Names as they are, many that begin with one word of their own as one glob. */
export function listedNames(names: readonly FoundName[]): string[] {
  return gathered(names, ({ word }) => (isGeneralName(word) ? Infinity : MANY_ALIKE));
}

/** As `listedNames`, for names that no other domain could have: many with any word before them are one glob. */
export function listedNamesOfAll(names: readonly FoundName[]): string[] {
  return gathered(names, ({ word }) => (isGeneralName(word) ? MANY_IN_GENERAL : MANY_ALIKE));
}

function gathered(names: readonly FoundName[], manyFor: (leading: LeadingWord) => number): string[] {
  const byStem = groupBy(names, ({ name, catalog }) => {
    const leading = leadingWord(name);
    const isLong = leading !== null && !leading.isWhole && leading.environment === null;
    return isLong ? shownName({ catalog, name: leading.stem }) : null;
  });
  const listed = [...byStem].flatMap(([stem, alike]) => {
    const plain = [...new Set(alike.map(shownName))];
    const [leading] = alike.flatMap(({ name }) => leadingWord(name) ?? []);
    const isMany = stem !== null && leading !== undefined && plain.length >= manyFor(leading);
    return isMany ? [`${commonBeginning(plain, stem)}*`] : withoutCovered(plain);
  });
  return [...new Set(listed)].sort();
}

/** What all names begin with, up to a separator: `schema-changes.` rather than `schema-`. */
function commonBeginning(names: readonly string[], stem: string): string {
  const [first = '', ...others] = names;
  const beginnings = [...first.matchAll(/[-_.]/g)].map(({ index }) => first.slice(0, index + 1));
  return beginnings.findLast((beginning) => others.every((name) => name.startsWith(beginning))) ?? stem;
}

/** Of `silver_*` and `silver_crm` the former. */
function withoutCovered(names: readonly string[]): string[] {
  const beginnings = names.filter((name) => /^[^*]+\*$/.test(name)).map((name) => name.slice(0, -1));
  return names.filter((name) => !beginnings.some((beginning) => name !== `${beginning}*` && name.startsWith(beginning)));
}
