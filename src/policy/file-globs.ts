import { isAbsolute, relative, sep } from 'node:path';
import { Minimatch } from 'minimatch';
import { expandBraces, fixedPattern, GlobError, parseGlob } from './glob.js';
import type { Pattern } from './glob.js';
import { nameSet } from './name-set.js';
import type { NameSet } from './name-set.js';
import { withoutBang } from './policy-checker.js';

/** How file globs are read: `a/**` covers `a/.env`; a leading `!` excludes and is taken off before. */
export const FILE_GLOB_OPTIONS = { dot: true, nonegate: true, nocomment: true } as const;

/** A list of globs relative to a folder; those with `!` take files away from the others. */
export interface FileGlobs {
  /** Whether a file, by its absolute path, is meant. */
  covers(path: string): boolean;
}

export function fileGlobs(root: string, globs: readonly string[]): FileGlobs {
  const compiled = globs.map((glob) => ({
    isExcluded: glob.startsWith('!'),
    matcher: new Minimatch(normal(glob), FILE_GLOB_OPTIONS),
  }));
  const included = compiled.filter((glob) => !glob.isExcluded);
  const excluded = compiled.filter((glob) => glob.isExcluded);
  return {
    covers(path) {
      const inside = pathWithin(root, path);
      if (inside === null) return false;
      const matches = ({ matcher }: { readonly matcher: Minimatch }): boolean => matcher.match(inside);
      return included.some(matches) && !excluded.some(matches);
    },
  };
}

/** The path from a folder, with slashes; null for a path outside of it. */
export function pathWithin(root: string, path: string): string | null {
  const inside = relative(root, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return sep === '/' ? inside : inside.replaceAll(sep, '/');
}

/**
 * The absolute paths that a list of globs covers, as a set that can be compared with another; null
 * where a glob is beyond it (extended globs): then only asking file by file tells.
 */
export function pathSet(root: string, globs: readonly string[]): NameSet | null {
  const folder = fixedPattern(`${root.replaceAll(sep, '/').replace(/\/$/, '')}/`);
  const patternsOf = (glob: string): Pattern[] =>
    expandBraces(normal(glob)).flatMap((text) =>
      parseGlob(text, { foldsCase: false, isPath: true }).map((pattern) => [...folder, ...pattern]),
    );
  try {
    return nameSet(
      globs.filter((glob) => !glob.startsWith('!')).flatMap(patternsOf),
      globs.filter((glob) => glob.startsWith('!')).flatMap(patternsOf),
    );
  } catch (error) {
    if (error instanceof GlobError) return null;
    throw error;
  }
}

function normal(glob: string): string {
  return withoutBang(glob).replace(/^\.\//, '');
}
