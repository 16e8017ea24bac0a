import { basename } from 'node:path/posix';
import { isEnvFile } from '../../languages/dotenv/file-name.js';
import { fileGlobs } from '../../policy/file-globs.js';
import type { NamedKind } from '../../policy/policy-document.js';
import { NAMED_KINDS } from '../../policy/policy-document.js';
import { groupBy } from '../group-by.js';
import { domainFiles, domainIn } from './domain-files.js';
import { findDomains } from './find-domains.js';
import type { Candidate } from './find-domains.js';
import { shownName } from './found-name.js';
import type { FoundName } from './found-name.js';
import { hasLayer, isBareLayer, isGeneralName, isPlatformName, leadingWord } from './leading-word.js';
import { listedNames, listedNamesOfAll, wordGlobs } from './name-globs.js';

/** Which names and files a policy would give to whom. */
export interface Proposal {
  readonly domains: readonly ProposedDomain[];
  readonly shared: NameLists;
}

export interface ProposedDomain {
  readonly name: string;
  /** Null where the repository is the domain's as a whole. */
  readonly files: readonly string[] | null;
  readonly lists: NameLists;
  /** The names that the domain was told by. */
  readonly evidence: readonly FoundName[];
}

export type NameLists = ReadonlyMap<NamedKind, NameList>;

export interface NameList {
  readonly globs: readonly string[];
  /** The names that the globs were made of. */
  readonly evidence: readonly FoundName[];
  /** What a person should know of the list, or null. */
  readonly remark: string | null;
}

/** The name of a domain that no prefix tells, from the repository's folder. */
export function domainNameOf(folder: string): string {
  return folder.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '') || 'main';
}

/**
 * Proposes who owns the names that were found: the likeliest first, and last the one domain that has
 * all, for where the others would claim each other's names.
 *
 * @param files all files of the repository, relative to it
 * @param fallback the domain's name where the names tell none
 */
export function proposals(names: readonly FoundName[], files: readonly string[], fallback: string): Proposal[] {
  const found = findDomains(names, files);
  const platform = names.filter(({ kind, name }) => isPlatformName(name) && kind !== 'catalog' && kind !== 'schema');
  const several = found !== null && found.length > 1 ? [severalDomains(found, without(names, platform), platform, files)] : [];
  const only = several.length > 0 ? null : (found?.[0] ?? null);
  // `airflow_logs_cleanup` is a job for the platform, and somebody's all the same.
  const services = platform.filter(({ kind }) => kind !== 'dag');
  return [...several, { domains: [oneDomain(only, without(names, services), fallback)], shared: sharedLists(services) }];
}

function without(names: readonly FoundName[], others: readonly FoundName[]): FoundName[] {
  return names.filter((name) => !others.includes(name));
}

/** A word names the repository's one domain if it begins at least one in so many of its names. */
const NAMING_PART = 3;

const WITHOUT_PREFIX = 'those without the prefix are listed as they are: take out what is a mistake';

/**
 * One domain has everything. Where names of a kind begin with its word and have layers behind it, a bare
 * layer word beside them is a mistake to be found; other names are listed as what they are: exceptions.
 */
function oneDomain(candidate: Candidate | null, names: readonly FoundName[], fallback: string): ProposedDomain {
  const lists = new Map<NamedKind, NameList>();
  for (const [kind, ofKind] of byKind(names)) {
    if (kind === 'catalog') continue;
    const own = ofKind.filter((name) => candidate?.names.includes(name) === true);
    const telling = ofKind.filter(({ name }) => !isGeneralName(name));
    if (candidate === null || own.length * 2 < telling.length || own.length === 0) {
      // A schema alone means any catalog: nobody else is here whose it could be.
      const listed = ofKind.map((name) => ({ ...name, catalog: null }));
      lists.set(kind, { globs: listedNamesOfAll(listed), evidence: listed, remark: null });
      continue;
    }
    const isLayered = own.some(({ name }) => hasLayer(name));
    const unprefixed = ofKind.filter((name) => !own.includes(name) && !(isLayered && isBareLayer(kind, name.name)));
    const remark = unprefixed.length === 0 ? null : WITHOUT_PREFIX;
    const globs = [...wordGlobs(own, candidate.word), ...listedNamesOfAll(unprefixed)];
    lists.set(kind, { globs, evidence: [...own, ...unprefixed], remark });
  }
  const isNamed = candidate !== null && candidate.names.length * NAMING_PART >= names.length;
  if (!isNamed) return { name: fallback, files: null, lists, evidence: names };
  return { name: candidate.word, files: null, lists, evidence: candidate.names };
}

/** Names that carry no domain's word are nobody's, but for kinds in which no name does. */
function severalDomains(
  candidates: readonly Candidate[],
  names: readonly FoundName[],
  platform: readonly FoundName[],
  files: readonly string[],
): Proposal {
  const words = candidates.map(({ word }) => word);
  const globs = domainFiles(words, files, countWords(candidates));
  const prefixed = new Set(candidates.flatMap((candidate) => candidate.names));
  const governed = new Set([...prefixed].map(({ kind }) => kind));
  const ownCatalogs = [...prefixed].some(({ kind }) => kind === 'catalog');
  const catalogs = names.filter(({ kind, name }) => ownCatalogs && kind === 'catalog' && !words.includes(leadingWord(name)?.word ?? ''));
  const domains = candidates.map(({ word, names: own }): ProposedDomain => {
    const lists = new Map<NamedKind, NameList>();
    for (const [kind, ofKind] of byKind(own)) lists.set(kind, { globs: wordGlobs(ofKind, word), evidence: ofKind, remark: null });
    const unprefixed = names.filter((name) => !governed.has(name.kind) && name.kind !== 'catalog' && !isGeneralName(name.name));
    for (const [kind, ofKind] of byKind(unprefixed.filter((name) => usedOnlyIn(name, globs, word)))) {
      lists.set(kind, { globs: listedNames(ofKind), evidence: ofKind, remark: 'no prefix tells whose; used in this domain only' });
    }
    return { name: word, files: globs.get(word) ?? [], lists, evidence: own };
  });
  // A kind of which no domain has names would be governed once some are shared.
  const isListed = (kind: NamedKind): boolean => domains.some(({ lists }) => lists.has(kind));
  const owned = domains.flatMap(({ lists }) => [...lists.values()].flatMap(({ evidence }) => evidence));
  const unowned = names.filter((name) => name.kind !== 'catalog' && isListed(name.kind) && !owned.includes(name));
  const isOwned = ownedFiles(globs);
  // What only files of no domain use is the platform's, and nobody's mistake.
  const common = unowned.filter((name) => !isBareLayer(name.kind, name.name) && !name.uses.some(({ file }) => isOwned(file)));
  return { domains, shared: sharedLists([...platform, ...catalogs, ...common]) };
}

/** By file, how many uses of names begin with each domain's word. */
function countWords(candidates: readonly Candidate[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { word, names } of candidates) {
    for (const { file } of names.flatMap(({ uses }) => uses)) {
      const ofFile = counts.get(file) ?? new Map<string, number>();
      ofFile.set(word, (ofFile.get(word) ?? 0) + 1);
      counts.set(file, ofFile);
    }
  }
  return counts;
}

function usedOnlyIn({ uses }: FoundName, globs: ReadonlyMap<string, readonly string[]>, domain: string): boolean {
  const own = (globs.get(domain) ?? []).filter((glob) => glob.endsWith('/**')).map((glob) => glob.slice(0, -2));
  return uses.every(({ file }) => own.some((folder) => file.startsWith(folder)));
}

/** Tells whether a file is a domain's: by the proposed globs, or as an env file by its name. */
function ownedFiles(globs: ReadonlyMap<string, readonly string[]>): (file: string) => boolean {
  const owned = fileGlobs('/', [...globs.values()].flat());
  const domains = [...globs.keys()];
  return (file) => owned.covers(`/${file}`) || (isEnvFile(basename(file)) && domainIn(basename(file), domains) !== null);
}

function sharedLists(names: readonly FoundName[]): NameLists {
  return new Map(
    byKind(names).map(([kind, ofKind]) => [kind, { globs: [...new Set(ofKind.map(shownName))].sort(), evidence: ofKind, remark: null }]),
  );
}

/** In the order in which a policy lists the kinds. */
function byKind(names: readonly FoundName[]): [NamedKind, readonly FoundName[]][] {
  const groups = groupBy(names, ({ kind }) => kind);
  return NAMED_KINDS.flatMap((kind) => {
    const ofKind = groups.get(kind);
    return ofKind === undefined ? [] : [[kind, ofKind]];
  });
}
