import { dirname, join, resolve } from 'node:path';
import type { Files } from '../files.js';
import { pathMappingOf, type PathMapping } from './path-mapping.js';
import { isWithin } from '../within.js';
import { filesOfPackage, importedInside, workspacePackages } from './workspace-packages.js';

const ENDINGS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'] as const;

/** What TypeScript means by an import that ends in `.js`, if there is such a file. */
const SOURCES_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['.js', ['.ts', '.tsx', '.jsx']],
  ['.jsx', ['.tsx']],
  ['.mjs', ['.mts']],
  ['.cjs', ['.cts']],
]);

/**
 * The file that an import of a JavaScript module means: relative, or mapped by `paths` and `baseUrl`
 * of the nearest tsconfig or jsconfig, by `imports` of its own package's manifest where it begins with
 * `#`, or by the name of one of the repository's own packages. Null for
 * what is not of this repository.
 */
export function javascriptModule(files: Files, root: string, specifier: string, from: string): string | null {
  const folder = dirname(from);
  if (/^\.{0,2}(?:\/|$)/.test(specifier)) return inside(root, fileFor(files, resolve(folder, specifier)));
  const targets = [...mappedTargets(files, root, folder, specifier), ...(specifier.startsWith('#') ? importedInside(files, root, specifier, folder) : [])];
  for (const target of targets) {
    const found = inside(root, fileFor(files, target));
    if (found !== null) return found;
  }
  return packageModule(files, root, specifier, folder);
}

/** The file that an import of one of the repository's own packages means: its manifest where the code is built first. */
function packageModule(files: Files, root: string, specifier: string, folder: string): string | null {
  const [, name, path = '.'] = /^((?:@[^/]+\/)?[^/@]+)(?:\/(.+))?$/.exec(specifier) ?? [];
  const found = name === undefined ? undefined : workspacePackages(files, root, folder).get(name);
  if (found === undefined) return null;
  for (const candidate of filesOfPackage(found, path)) {
    const file = inside(root, fileFor(files, candidate));
    if (file !== null) return file;
  }
  return join(found.folder, 'package.json');
}

function inside(root: string, path: string | null): string | null {
  return path !== null && isWithin(root, path) && !path.includes('/node_modules/') ? path : null;
}

function fileFor(files: Files, path: string): string | null {
  return withEnding(files, path) ?? (files.isFolder(path) ? withEnding(files, join(path, 'index')) : null);
}

function withEnding(files: Files, path: string): string | null {
  const ending = /\.[cm]?jsx?$/.exec(path)?.[0] ?? '';
  if (files.isFile(path) && /\.[cm]?[jt]sx?$/.test(path)) return path;
  const stem = path.slice(0, path.length - ending.length);
  for (const other of SOURCES_OF.get(ending) ?? []) if (files.isFile(stem + other)) return stem + other;
  for (const other of ENDINGS) if (files.isFile(path + other)) return path + other;
  return null;
}

function mappedTargets(files: Files, root: string, folder: string, specifier: string): readonly string[] {
  const mapping = pathMappingOf(files, root, folder);
  if (mapping === null) return [];
  const targets = mapping.patterns.flatMap((pattern) => fill(pattern, specifier));
  return mapping.baseUrl === null ? targets : [...targets, join(mapping.baseUrl, specifier)];
}

function fill({ pattern, targets }: PathMapping['patterns'][number], specifier: string): string[] {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === specifier ? [...targets] : [];
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  if (specifier.length < before.length + after.length) return [];
  if (!specifier.startsWith(before) || !specifier.endsWith(after)) return [];
  const middle = specifier.slice(before.length, specifier.length - after.length);
  return targets.map((target) => target.replace('*', () => middle));
}
