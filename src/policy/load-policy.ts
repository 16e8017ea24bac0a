import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { createPolicy } from './create-policy.js';
import type { PolicySource } from './create-policy.js';
import type { Policy } from './policy.js';
import { PolicyChecker } from './policy-checker.js';
import type { PolicyDocument, Written } from './policy-document.js';
import { PolicyError } from './policy-error.js';
import { pathWithin } from './file-globs.js';
import { parsePolicyText } from './policy-node.js';
import type { At } from './policy-node.js';
import { readPolicy } from './read-policy.js';

export interface LoadOptions {
  /** The day that grants' `until` is held against, as `2026-12-31`; today where left out. */
  readonly today?: string;
}

/**
 * Loads and checks a policy file with everything it extends. Throws a `PolicyError` with all that is
 * wrong, each with file, line and column; a file that cannot be read is such a problem as well.
 */
export function loadPolicy(file: string, options: LoadOptions = {}): Policy {
  const path = resolve(file);
  const check = new PolicyChecker();
  const sources = readWithExtended(path, repositoryOf(path), check);
  const policy = createPolicy(path, sources, options.today ?? today(), check);
  if (check.problems.length > 0) throw new PolicyError(check.problems);
  return policy;
}

/** The files that a policy is read from, itself first; throws as `loadPolicy` does, conflicts aside. */
export function readPolicySources(file: string): PolicySource[] {
  const path = resolve(file);
  const check = new PolicyChecker();
  const sources = readWithExtended(path, repositoryOf(path), check);
  if (check.problems.length > 0) throw new PolicyError(check.problems);
  return sources;
}

/** The file and what it extends, those that count first at the front. */
function readWithExtended(file: string, repository: string | null, check: PolicyChecker): PolicySource[] {
  const sources: PolicySource[] = [];
  const visit = (path: string, from: Written | null, chain: readonly string[]): void => {
    if (chain.includes(path)) {
      check.report(from?.at ?? startOf(path), `"${from?.text ?? path}" extends this file in turn`, 'remove one of the two');
      return;
    }
    if (sources.some((source) => source.file === path)) return;
    const document = readDocument(path, from, check);
    if (document === null) return;
    sources.push({ file: path, root: dirname(path), document });
    for (const extended of document.extends) {
      const target = targetOf(path, extended, repository, check);
      if (target !== null) visit(target, extended, [...chain, path]);
    }
  };
  visit(file, null, []);
  return sources;
}

function readDocument(path: string, from: Written | null, check: PolicyChecker): PolicyDocument | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not UTF-8' : reasonOf(error);
    const what = from === null ? 'the policy' : `"${from.text}"`;
    check.report(from?.at ?? startOf(path), `cannot read ${what}: ${reason}`);
    return null;
  }
  const { root, problems } = parsePolicyText(path, text);
  check.problems.push(...problems);
  if (root !== null) return readPolicy(root, check);
  if (problems.length === 0) check.report(startOf(path), 'the policy is empty', 'give it "domains"');
  return null;
}

function targetOf(file: string, { text, at }: Written, repository: string | null, check: PolicyChecker): string | null {
  if (isAbsolute(text) || /^[a-z][\w+.-]*:/i.test(text)) {
    check.report(at, `"extends" takes relative paths, not "${text}"`, 'write the path from this file to the other');
    return null;
  }
  const target = resolve(dirname(file), text);
  if (repository !== null && pathWithin(repository, target) === null) {
    check.report(at, `"${text}" is outside of the repository`, `keep what a policy extends below ${repository}`);
    return null;
  }
  return target;
}

/** The nearest folder up the tree that git keeps a repository in; null where none is. */
function repositoryOf(file: string): string | null {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(resolve(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return null;
  }
}

function startOf(file: string): At {
  return { file, line: 1, column: 1 };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'there is no such file';
  if ('code' in error && error.code === 'EISDIR') return 'it is a folder';
  return error.message;
}

/** The day it is, in universal time: the same for everybody who runs the same commit. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
