import { dirname, resolve } from 'node:path';
import { isDocumentation, readerFor } from '../analysis/readers.js';
import { isTestFile } from '../analysis/test-files.js';
import { fileGlobs } from '../policy/file-globs.js';
import { findPolicy } from '../policy/find-policy.js';
import { listedGlobs } from '../policy/listed-globs.js';
import type { GrantOver, ListedGlob } from '../policy/listed-globs.js';
import { loadPolicy } from '../policy/load-policy.js';
import { PolicyError } from '../policy/policy-error.js';
import type { PolicyProblem } from '../policy/policy-error.js';
import type { Policy } from '../policy/policy.js';
import { HOLE } from '../references/text.js';
import { checkRules } from './check-rules.js';
import { inventory } from './inventory.js';
import type { InventoryReference } from './inventory.js';
import { relativePath } from './relative-path.js';
import { UsageError } from './usage-error.js';
import { filesBelow } from './walk.js';

export interface PolicyCheckOptions {
  readonly cwd: string;
  /** The policy file; the nearest one up the tree where left out. */
  readonly policy?: string;
}

/** What a policy that is right in itself leaves open in its repository. */
export interface PolicyCheck {
  readonly file: string;
  readonly domains: readonly string[];
  readonly files: number;
  /** Globs of names that no name of the repository's code is matched by. */
  readonly unusedGlobs: readonly ListedGlob[];
  /** Globs of files that match no file. */
  readonly unusedFileGlobs: readonly ListedGlob[];
  readonly grantsOver: readonly GrantOver[];
  /** Files that are scanned and belong to no domain, those with most names first; tests only where they are reported. */
  readonly filesOfNoDomain: readonly FileOfNoDomain[];
}

export interface FileOfNoDomain {
  /** Relative to the working directory. */
  readonly file: string;
  /** How many uses of names stand in it: where there are none, its domain hardly matters. */
  readonly uses: number;
}

/**
 * Loads a policy and holds it against the files around it. Throws a `PolicyError` with everything that
 * is wrong, names and files that two domains claim included, and a `UsageError` where there is no policy.
 */
export async function checkPolicy({ cwd, policy }: PolicyCheckOptions): Promise<PolicyCheck> {
  const file = policy === undefined ? findPolicy(resolve(cwd, 'x')) : resolve(cwd, policy);
  if (file === null) {
    throw new UsageError(`There is no domain-separation.yaml in ${cwd} or above; name one with --policy.`);
  }
  const loaded = loadPolicy(file);
  checkRules(loaded.settings);
  const folder = dirname(file);
  const files = filesBelow({ cwd, paths: [folder], exclude: [] }).map(({ path }) => path);
  reportFilesOfTwo(loaded, files);
  const { references } = await inventory({ cwd, paths: [folder], policy: file });
  const { names, files: fileLists, over } = listedGlobs(file, new Date().toISOString().slice(0, 10));
  return {
    file,
    domains: loaded.domains.map(({ name }) => name),
    files: files.filter((path) => !loaded.sources.includes(path)).length,
    unusedGlobs: names.filter(({ kind, holds }) => !references.some((reference) => isMeant(reference, kind, holds))),
    unusedFileGlobs: fileLists.filter(({ root, glob }) => !files.some((path) => fileGlobs(root, [glob]).covers(path))),
    grantsOver: over,
    filesOfNoDomain: withUses(
      files
        .filter((path) => readerFor(path) !== null && !isDocumentation(path) && loaded.domainOf(path) === null)
        .filter((path) => !loaded.sources.includes(path))
        .map((path) => relativePath(cwd, path))
        .filter((path) => loaded.settings.tests === 'report' || !isTestFile(path)),
      references,
    ),
  };
}

/** Throws a `PolicyError` where a file is two domains', with all globs that meet in one. */
function reportFilesOfTwo(policy: Policy, files: readonly string[]): void {
  const problems = new Set<PolicyProblem>();
  for (const file of files) {
    try {
      policy.domainOf(file);
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      for (const problem of error.problems) problems.add(problem);
    }
  }
  if (problems.size > 0) throw new PolicyError([...problems]);
}

function withUses(files: readonly string[], references: readonly InventoryReference[]): FileOfNoDomain[] {
  const counts = new Map<string, number>();
  for (const { file } of references.flatMap(({ uses }) => uses)) counts.set(file, (counts.get(file) ?? 0) + 1);
  return files
    .map((file) => ({ file, uses: counts.get(file) ?? 0 }))
    .sort((left, right) => right.uses - left.uses);
}

/** Whether a glob may mean a name; one of which nothing is known says nothing of any glob. */
function isMeant(
  reference: InventoryReference,
  kind: InventoryReference['kind'],
  holds: (name: string, qualifier: readonly string[], path: string | null) => boolean,
): boolean {
  const name = reference.name ?? reference.pattern?.replaceAll('*', HOLE);
  if (reference.kind !== kind || name === undefined) return false;
  const qualifier = reference.qualifier.map((part) => part?.replaceAll('*', HOLE) ?? HOLE);
  return holds(name, qualifier, reference.path?.replaceAll('*', HOLE) ?? null);
}
