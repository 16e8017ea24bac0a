import { basename, dirname } from 'node:path';
import { commonCode, type IsCommonCode } from './common-code.js';
import { reportConflicts, reportFileOfTwo } from './conflicts.js';
import { fileGlobs } from './file-globs.js';
import type { FileGlobs } from './file-globs.js';
import { judge } from './judge.js';
import type { CompiledGrant, NamesByKind, Ownership } from './judge.js';
import { compileNames } from './namespace.js';
import type { Policy } from './policy.js';
import { PolicyChecker, suggestion } from './policy-checker.js';
import { PolicyError } from './policy-error.js';
import type { Grant, Names, PolicyDocument, Written } from './policy-document.js';
import { createSettings } from './settings.js';

/** One file of a policy: the one that was asked for comes first, then what it extends. */
export interface PolicySource {
  readonly file: string;
  /** The folder its file globs are relative to. */
  readonly root: string;
  readonly document: PolicyDocument;
}

/** A domain after everything that is extended was put together. */
export interface MergedDomain {
  readonly name: string;
  readonly title: string | null;
  readonly files: { readonly root: string; readonly globs: readonly Written[] } | null;
  readonly names: Names;
}

/** Puts the files of a policy together. Conflicts between domains go to the checker. */
export function createPolicy(
  file: string,
  sources: readonly PolicySource[],
  today: string,
  check: PolicyChecker,
): Policy {
  const domains = mergeDomains(sources);
  const shared = mergeNames(sources.map(({ document }) => document.shared));
  reportUnknownGrantees(sources, domains, check);
  if (check.problems.length === 0) reportConflicts(domains, shared, check);
  const ownership: Ownership = {
    domains: domains.map(({ name, names }) => ({ domain: name, names: compileAll(names) })),
    shared: compileAll(shared),
    grants: sources.flatMap(({ document }) => document.grants.map((grant) => compileGrant(grant, today))),
  };
  const ownerOf = remembered(ownerIn(filesOfDomains(dirname(file), domains)));
  const importGrants = importGrantsOf(sources, today);
  const commonCodeOf = commonCodeByDomain(domains);
  return {
    file,
    root: dirname(file),
    sources: sources.map((source) => source.file),
    domains: domains.map(({ name, title }) => ({ name, title })),
    domainOf: ownerOf,
    judge: (question) => judge(ownership, question),
    mayImport: (importer, path) =>
      importGrants.some(({ domain, files }) => files.covers(path) && domain === ownerOf(importer)) ||
      commonCodeOf.get(ownerOf(path) ?? '')?.(path, importer) === true,
    settings: createSettings(sources, domains, shared),
  };
}

/** What the nearer file says of a domain's title, files or kind replaces what the extended one says. */
export function mergeDomains(sources: readonly PolicySource[]): MergedDomain[] {
  const merged = new Map<string, MergedDomain>();
  for (const { root, document } of sources) {
    for (const part of document.domains.values()) {
      const nearer = merged.get(part.name);
      merged.set(part.name, {
        name: part.name,
        title: nearer?.title ?? part.title,
        files: nearer?.files ?? (part.files === null ? null : { root, globs: part.files }),
        names: mergeNames([...(nearer === undefined ? [] : [nearer.names]), part.names]),
      });
    }
  }
  return [...merged.values()];
}

export function mergeNames(nearestFirst: readonly Names[]): Names {
  return new Map(nearestFirst.toReversed().flatMap((names) => [...names]));
}

function compileAll(names: Names): NamesByKind {
  return new Map([...names].map(([kind, globs]) => [kind, compileNames(kind, textsOf(globs))] as const));
}

function compileGrant({ domain, may, names, until }: Grant, today: string): CompiledGrant {
  return { domain: domain.text, may, names: compileAll(names), until, isOver: isOver(until, today) };
}

function isOver(until: string | null, today: string): boolean {
  return until !== null && until < today;
}

function importGrantsOf(sources: readonly PolicySource[], today: string) {
  return sources.flatMap(({ root, document }) =>
    document.grants
      .filter((grant) => grant.files.length > 0 && !isOver(grant.until, today))
      .map(({ domain, files }) => ({ domain: domain.text, files: fileGlobs(root, textsOf(files)) })),
  );
}

function commonCodeByDomain(domains: readonly MergedDomain[]): ReadonlyMap<string, IsCommonCode> {
  return new Map(
    domains.flatMap(({ name, files }) => (files === null ? [] : [[name, commonCode(files.root, textsOf(files.globs))] as const])),
  );
}

function reportUnknownGrantees(
  sources: readonly PolicySource[],
  domains: readonly MergedDomain[],
  check: PolicyChecker,
): void {
  const names = domains.map(({ name }) => name);
  for (const { domain } of sources.flatMap(({ document }) => document.grants)) {
    if (names.includes(domain.text)) continue;
    const message = `a grant for "${domain.text}", which is no domain of the policy`;
    check.report(domain.at, message, suggestion(domain.text, names));
  }
}

interface DomainFiles {
  readonly domain: MergedDomain;
  readonly files: FileGlobs | null;
}

/**
 * The domain that leaves `files` out owns the whole repository where no other domain has files in it.
 */
function filesOfDomains(root: string, domains: readonly MergedDomain[]): DomainFiles[] {
  return domains.map((domain) => {
    const ownsAll = domain.files === null && domains.every((other) => other === domain || isElsewhere(other));
    if (ownsAll) return { domain, files: fileGlobs(root, ['**']) };
    if (domain.files === null) return { domain, files: null };
    return { domain, files: fileGlobs(domain.files.root, textsOf(domain.files.globs)) };
  });
}

function isElsewhere({ files }: MergedDomain): boolean {
  return files !== null && files.globs.length === 0;
}

/**
 * Whose a file is. Throws a `PolicyError` for a file of two domains; of many that the same two globs claim,
 * the first one is the example for all.
 */
function ownerIn(domains: readonly DomainFiles[]): (path: string) => string | null {
  const thrown = new Map<string, PolicyError>();
  return (path) => {
    const [owner, other] = domains.filter(({ files }) => files?.covers(path) === true);
    if (owner === undefined) return domainOfEnvFile(basename(path), domains);
    if (other === undefined) return owner.domain.name;
    const check = new PolicyChecker();
    reportFileOfTwo(path, [owner.domain, other.domain], check);
    const place = JSON.stringify(check.problems.map(({ file, line, column }) => [file, line, column]));
    const error = thrown.get(place) ?? new PolicyError(check.problems);
    thrown.set(place, error);
    throw error;
  };
}

/** `.env.kol`, `.env.kol.example` and `kol.env` are kol's wherever they stand. */
function domainOfEnvFile(name: string, domains: readonly DomainFiles[]): string | null {
  const words = name.toLowerCase().split('.');
  if (!words.includes('env')) return null;
  const named = domains.filter(({ domain }) => words.includes(domain.name.toLowerCase()));
  return named.length === 1 ? (named[0]?.domain.name ?? null) : null;
}

/** Every reference of a file asks for its domain. */
function remembered(ask: (path: string) => string | null): (path: string) => string | null {
  const answers = new Map<string, string | null>();
  return (path) => {
    const known = answers.get(path);
    if (known !== undefined) return known;
    const answer = ask(path);
    answers.set(path, answer);
    return answer;
  };
}

function textsOf(globs: readonly Written[]): string[] {
  return globs.map(({ text }) => text);
}

