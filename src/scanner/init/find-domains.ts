import { basename } from 'node:path/posix';
import { isEnvFile } from '../../languages/dotenv/file-name.js';
import { groupBy } from '../group-by.js';
import { domainIn } from './domain-files.js';
import type { FoundName } from './found-name.js';
import { canBeDomain, isGeneralName, isPlatformName, leadingWord } from './leading-word.js';

/** A word that names of the repository begin with, and how much speaks for its being a domain's. */
export interface Candidate {
  readonly word: string;
  readonly names: readonly FoundName[];
  /** Those of the names that are more than the word alone. */
  readonly prefixed: readonly FoundName[];
  /** Whether an env file or a folder bears the word. */
  readonly hasOwnFiles: boolean;
}

/** From how many names on a word alone is a convention. */
const MANY_NAMES = 3;

/**
 * The domains whose words the names begin with. Several only where they stand side by side, and each
 * with an env file or a folder of its name, or with many names of several kinds; and only where that is
 * how names of these kinds mostly look. Otherwise the repository is one domain's: of the word that most
 * names begin with, or null where no word is a convention.
 */
export function findDomains(names: readonly FoundName[], files: readonly string[]): readonly Candidate[] | null {
  const candidates = candidatesAmong(names, files);
  const distinct = candidates.filter(
    ({ hasOwnFiles, prefixed }) => hasOwnFiles || (kindsOf(prefixed).size > 1 && prefixed.length >= MANY_NAMES),
  );
  const several = distinct.filter((candidate) =>
    distinct.some((other) => other !== candidate && standsBeside(candidate, other)),
  );
  if (several.length > 1 && several.some(({ hasOwnFiles }) => hasOwnFiles) && isRule(several, names)) {
    const beside = distinct.filter((candidate) => !several.includes(candidate) && isOneMore(candidate, several));
    return [...several, ...beside].sort((left, right) => (left.word < right.word ? -1 : 1));
  }
  const [most] = candidates
    .filter((candidate) => isConvention(candidate, names))
    .sort((left, right) => right.names.length - left.names.length);
  return most === undefined ? null : [most];
}

/** Whether at least half of the names, of the kinds in which domains stand side by side, begin with a domain's word. */
function isRule(candidates: readonly Candidate[], names: readonly FoundName[]): boolean {
  const sides = candidates.map(({ prefixed }) => kindsOf(prefixed));
  const isSideBySide = (kind: string): boolean => sides.filter((kinds) => kinds.has(kind)).length > 1;
  const counted = (all: readonly FoundName[]): number =>
    distinctNames(
      all.filter(({ kind, name }) => isSideBySide(kind) && !isGeneralName(name) && !isPlatformName(name)),
    );
  return counted(candidates.flatMap((candidate) => candidate.names)) * 2 >= counted(names);
}

/** Whether a word that two names begin with is more than chance: half of the names of a kind have it. */
function isConvention(candidate: Candidate, names: readonly FoundName[]): boolean {
  const { prefixed } = candidate;
  return [...kindsOf(prefixed)].some((kind) => {
    const counted = (all: readonly FoundName[]): number => distinctNames(all.filter((name) => name.kind === kind));
    return counted(prefixed) > 1 && counted(candidate.names) * 2 >= counted(names);
  });
}

/** How many names there are, however they are separated and whatever catalog stands before them. */
function distinctNames(names: readonly FoundName[]): number {
  return new Set(names.map(({ kind, name }) => `${kind} ${name.toLowerCase().replace(/[-.]/g, '_')}`)).size;
}

function candidatesAmong(names: readonly FoundName[], files: readonly string[]): Candidate[] {
  const byWord = groupBy(names, wordOf);
  const candidates: Candidate[] = [];
  for (const [word, own] of byWord) {
    if (word === null || !canBeDomain(word)) continue;
    const prefixed = own.filter((name) => !isWordAlone(name));
    const hasOwnFiles = files.some((file) => isNamedAfter(file, word));
    if (prefixed.length > 1 || (prefixed.length > 0 && hasOwnFiles)) {
      candidates.push({ word, names: own, prefixed, hasOwnFiles });
    }
  }
  return candidates;
}

/** The word that a name, or for a schema its catalog, begins with; a catalog that is a domain's makes its schemas so. */
function wordOf({ name, catalog }: FoundName): string | null {
  const ofCatalog = catalog === null ? null : leadingWord(catalog);
  if (ofCatalog !== null && !ofCatalog.isWhole && canBeDomain(ofCatalog.word)) return ofCatalog.word;
  return leadingWord(name)?.word ?? null;
}

function isWordAlone({ name, catalog }: FoundName): boolean {
  const ofCatalog = catalog === null || (leadingWord(catalog)?.isWhole ?? true);
  return ofCatalog && (leadingWord(name)?.isWhole ?? true);
}

function isNamedAfter(file: string, word: string): boolean {
  const folders = file.split('/').slice(0, -1);
  const name = basename(file);
  return folders.some((folder) => domainIn(folder, [word]) !== null) || (isEnvFile(name) && domainIn(name, [word]) !== null);
}

/**
 * Whether two words are used alike: for names of several kinds, or for the same things (`kol-bronze`,
 * `sme-bronze`). That `gmail_import` and `github_import` are jobs makes no domains of them.
 */
function standsBeside(left: Candidate, right: Candidate): boolean {
  const kinds = inBoth(kindsOf(left.prefixed), kindsOf(right.prefixed)).filter((kind) => kind !== 'dag');
  if (kinds.length > 1) return true;
  const [only] = kinds;
  const thingsOf = ({ word, prefixed }: Candidate): Set<string> =>
    new Set(prefixed.filter(({ kind }) => kind === only).map(({ name }) => withoutWord(name, word)));
  return only !== undefined && inBoth(thingsOf(left), thingsOf(right)).length > 0;
}

/** Where domains are told by a kind of names already, a word with files of its own that begins one of these is a domain's, too. */
function isOneMore({ hasOwnFiles, prefixed }: Candidate, several: readonly Candidate[]): boolean {
  const kinds = several.map((candidate) => kindsOf(candidate.prefixed));
  return hasOwnFiles && prefixed.some(({ kind }) => kind !== 'dag' && kinds.filter((ofOne) => ofOne.has(kind)).length > 1);
}

function inBoth(left: ReadonlySet<string>, right: ReadonlySet<string>): string[] {
  return [...left].filter((item) => right.has(item));
}

/** `bronze` of `dev-kol-bronze`. */
function withoutWord(name: string, word: string): string {
  const words = name.toLowerCase().split(/[-_.]/);
  return words.slice(words.indexOf(word) + 1).join('_');
}

function kindsOf(names: readonly FoundName[]): Set<string> {
  return new Set(names.map(({ kind }) => kind));
}
