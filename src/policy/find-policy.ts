import { dirname, join, resolve } from 'node:path';
import { statsOf } from './stats-of.js';

/** The names a policy file can have; where a folder holds several, the first counts. */
export const POLICY_FILES = [
  'domain-separation.yaml',
  'domain-separation.yml',
  'domain-separation.json',
] as const;

/** Whether a file, by its name without folders, is a policy. */
export function isPolicyFile(name: string): boolean {
  return POLICY_FILES.some((policy) => policy === name);
}

/**
 * The nearest policy file up the tree from a file's folder, or null; whatever bears the name counts, so that a
 * folder that does is said to be one. The search ends at `stopAt`, a folder, or at the root of the file system.
 */
export function findPolicy(fromFile: string, stopAt?: string): string | null {
  const last = stopAt === undefined ? null : resolve(stopAt);
  for (let folder = dirname(resolve(fromFile)); ; folder = dirname(folder)) {
    const found = POLICY_FILES.map((name) => join(folder, name)).find((path) => statsOf(path) !== undefined);
    if (found !== undefined) return found;
    if (folder === last || folder === dirname(folder)) return null;
  }
}
