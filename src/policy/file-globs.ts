import { isAbsolute, relative, sep } from 'node:path';
import { Minimatch } from 'minimatch';
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

function normal(glob: string): string {
  return withoutBang(glob).replace(/^\.\//, '');
}
