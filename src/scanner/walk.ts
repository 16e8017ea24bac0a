import { existsSync, readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import ignore from 'ignore';
import { statsOf } from '../policy/stats-of.js';
import { isIgnored, rulesAbove, withRulesOf } from './git-ignore.js';
import type { IgnoreChain } from './git-ignore.js';
import { relativePath } from './relative-path.js';
import { UsageError } from './usage-error.js';

export interface FoundFile {
  /** Absolute. */
  readonly path: string;
  /** The folder that counts as the repository's: the working directory, or the path that was given outside of it. */
  readonly root: string;
  /** Whether the file was named, and not met in a folder. */
  readonly isNamed: boolean;
}

export interface WalkOptions {
  readonly cwd: string;
  /** Files and folders, from the working directory; itself where empty. */
  readonly paths: readonly string[];
  /** Globs as in a `.gitignore`. */
  readonly exclude: readonly string[];
}

/** Folders of what others wrote or a tool made. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([
  '.git',
  '.hg',
  '.svn',
  '.venv',
  'venv',
  'node_modules',
  'site-packages',
  '__pycache__',
  '.ipynb_checkpoints',
  '.tox',
  '.terraform',
  '.serverless',
  '.aws-sam',
  'cdk.out',
  '.next',
  '.nuxt',
  'mlruns',
  'spark-warehouse',
  'bower_components',
  'dbt_packages',
]);

/**
 * The files below the given paths, each once, in the order of their paths. What git ignores and what
 * others wrote is left out, unless it was named. Throws a `UsageError` for a path that is not there.
 */
export function filesBelow({ cwd, paths, exclude }: WalkOptions): FoundFile[] {
  const excluded = ignore().add([...exclude]);
  const found = new Map<string, FoundFile>();
  for (const given of paths.length === 0 ? ['.'] : paths) {
    const path = resolve(cwd, given);
    const stats = statsOf(path);
    if (stats === undefined) throw new UsageError(`There is no file or folder "${given}" (${path}).`);
    const isFolder = stats.isDirectory();
    const root = isWithin(cwd, path) ? cwd : isFolder ? path : dirname(path);
    const isExcluded = (candidate: string, folder: boolean): boolean => {
      const below = relativePath(root, candidate);
      return below !== '' && excluded.ignores(folder ? `${below}/` : below);
    };
    if (isFolder) {
      walk(path, rulesAbove(path), isExcluded, (file) => {
        if (!found.has(file)) found.set(file, { path: file, root, isNamed: false });
      });
    } else if (!isExcluded(path, false)) {
      found.set(path, { path, root, isNamed: true });
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function walk(
  folder: string,
  above: IgnoreChain,
  isExcluded: (path: string, isFolder: boolean) => boolean,
  visit: (file: string) => void,
): void {
  const rules = withRulesOf(above, folder);
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory();
    if (!isFolder && !entry.isFile()) continue;
    if (isFolder && isMadeByOthers(folder, entry.name)) continue;
    if (isIgnored(rules, path, isFolder) || isExcluded(path, isFolder)) continue;
    if (isFolder) walk(path, rules, isExcluded, visit);
    else visit(path);
  }
}

/** A folder that may not be read has nothing to say; the files that were named are read all the same. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** dbt writes what it compiles to `target`, a virtual environment may have any name. */
function isMadeByOthers(parent: string, name: string): boolean {
  if (SKIPPED_FOLDERS.has(name)) return true;
  if (name === 'target') return existsSync(join(parent, 'dbt_project.yml'));
  return existsSync(join(parent, name, 'pyvenv.cfg'));
}

function isWithin(folder: string, path: string): boolean {
  const below = relativePath(folder, path);
  return below !== '..' && !below.startsWith('../') && !isAbsolute(below);
}
