import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ignore from 'ignore';
import type { Ignore } from 'ignore';
import { relativePath } from './relative-path.js';

/** The rules of one `.gitignore`, for the paths below its folder. */
interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** What git ignores in a folder: the rules that count there, the nearest last. */
export type IgnoreChain = readonly IgnoreRules[];

/**
 * The rules that hold in a folder before its own: those of the repository's `.git/info/exclude` and of
 * each `.gitignore` from the repository's root down to the folder's parent. Empty outside of git.
 */
export function rulesAbove(folder: string): IgnoreChain {
  const above: string[] = [];
  let root = folder;
  while (!existsSync(join(root, '.git'))) {
    const parent = dirname(root);
    if (parent === root) return [];
    root = parent;
    above.unshift(root);
  }
  const excluded = readRules(join(root, '.git', 'info', 'exclude'), root);
  const chain: IgnoreChain = excluded === null ? [] : [excluded];
  return above.reduce(withRulesOf, chain);
}

/** The rules of a folder's parent with those of its own `.gitignore`. */
export function withRulesOf(chain: IgnoreChain, folder: string): IgnoreChain {
  const own = readRules(join(folder, '.gitignore'), folder);
  return own === null ? chain : [...chain, own];
}

/** Whether git ignores a path; as in git, the nearest rules that say anything of it decide. */
export function isIgnored(chain: IgnoreChain, path: string, isFolder: boolean): boolean {
  for (const { folder, rules } of chain.toReversed()) {
    const below = relativePath(folder, path);
    if (below === '' || below.startsWith('../')) continue;
    const { ignored, unignored } = rules.test(isFolder ? `${below}/` : below);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function readRules(file: string, folder: string): IgnoreRules | null {
  try {
    return { folder, rules: ignore().add(readFileSync(file, 'utf8')) };
  } catch {
    return null;
  }
}
