import { join } from 'node:path';
import { Minimatch } from 'minimatch';
import type { Files } from '../files.js';
import { objectAt, parseConfig, valueAt } from './config-file.js';
import { foldersUp } from '../folders-up.js';

/** A package of the repository itself, and what its `package.json` says. */
export interface WorkspacePackage {
  readonly folder: string;
  readonly manifest: unknown;
}

type Packages = ReadonlyMap<string, WorkspacePackage>;

/** By the folder that lists them, as they were in one run. */
const known = new WeakMap<Files, { readonly run: number; readonly byFolder: Map<string, Packages> }>();

/** No glob of folders is followed further down. */
const DEEPEST = 4;

/**
 * The packages that a repository's own `package.json` files import by name: those that `workspaces` of
 * npm and yarn, or pnpm's `pnpm-workspace.yaml`, list in the nearest folder up the tree that has some.
 */
export function workspacePackages(files: Files, root: string, from: string): Packages {
  for (const folder of foldersUp(root, from)) {
    const packages = packagesOf(files, folder);
    if (packages.size > 0) return packages;
  }
  return new Map();
}

function packagesOf(files: Files, folder: string): Packages {
  let kept = known.get(files);
  if (kept?.run !== files.run) {
    kept = { run: files.run, byFolder: new Map() };
    known.set(files, kept);
  }
  const packages = kept.byFolder.get(folder) ?? packagesIn(files, folder, workspaceGlobs(files, folder));
  kept.byFolder.set(folder, packages);
  return packages;
}

/**
 * The files that an import of a package, or of something in it, may mean, the likeliest first.
 */
export function filesOfPackage({ folder, manifest }: WorkspacePackage, inside: string): readonly string[] {
  const written = [...exported(valueAt(manifest, 'exports'), inside), ...(inside === '.' ? mainFiles(manifest) : [])];
  const named = builtOrWritten(written);
  const plain = inside === '.' ? ['src/index', 'index'] : [`src/${inside}`, inside];
  return [...named, ...plain].map((path) => join(folder, path.replace(/\.d\.ts$/, '')));
}

function mainFiles(manifest: unknown): string[] {
  return ['source', 'types', 'module', 'main'].flatMap((key) => textsIn(valueAt(manifest, key)));
}

/**
 * The files that `#a`, which only a package itself can import, may mean, as `imports` of the nearest manifest says.
 */
export function importedInside(files: Files, root: string, specifier: string, from: string): readonly string[] {
  for (const folder of foldersUp(root, from)) {
    const imports = valueAt(configAt(files, join(folder, 'package.json')), 'imports');
    if (imports !== undefined) return builtOrWritten(mapped(imports, specifier)).map((path) => join(folder, path));
  }
  return [];
}

/** What is built into `dist` or the like is written in `src`. */
function builtOrWritten(paths: readonly string[]): string[] {
  return paths.flatMap((path) => [path, path.replace(/^(?:\.\/)?(?:dist|lib|build|out)\//, 'src/')]);
}

/** What `exports` gives for a path, `.` or `./a`, under any condition. */
function exported(exports: unknown, inside: string): string[] {
  if (inside === '.' && !hasPaths(exports)) return textsIn(exports);
  return mapped(exports, inside === '.' ? '.' : `./${inside}`);
}

/** What a manifest's `exports` or `imports` gives for a path, under any condition; one star is filled in. */
function mapped(paths: unknown, wanted: string): string[] {
  for (const [path, target] of entriesOf(paths)) {
    const [before = '', after] = path.split('*');
    if (path === wanted) return textsIn(target);
    const isFilled = after !== undefined && wanted.length >= path.length && wanted.startsWith(before) && wanted.endsWith(after);
    const middle = wanted.slice(before.length, wanted.length - (after?.length ?? 0));
    if (isFilled) return textsIn(target).map((text) => text.replaceAll('*', () => middle));
  }
  return [];
}

function hasPaths(exports: unknown): boolean {
  return entriesOf(exports).some(([path]) => path.startsWith('.'));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return entriesOf(value).flatMap(([, inner]) => textsIn(inner));
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function workspaceGlobs(files: Files, folder: string): string[] {
  const listed = valueAt(configAt(files, join(folder, 'package.json')), 'workspaces');
  const ofPnpm = valueAt(configAt(files, join(folder, 'pnpm-workspace.yaml')), 'packages');
  return [...textsIn(objectAt(listed, 'packages') ?? listed), ...textsIn(ofPnpm)];
}

function packagesIn(files: Files, root: string, globs: readonly string[]): Packages {
  if (globs.length === 0) return new Map();
  const matchers = globs.map((glob) => new Minimatch(`${glob.replace(/^(!?)\.?\/|\/$/g, '$1')}/package.json`, { nocomment: true }));
  const packages = new Map<string, WorkspacePackage>();
  const visit = (folder: string, path: string, depth: number): void => {
    const file = `${path}/package.json`;
    const isMeant = matchers.some((matcher) => !matcher.negate && matcher.match(file));
    const isLeftOut = matchers.some((matcher) => matcher.negate && !matcher.match(file));
    const manifest = isMeant && !isLeftOut ? configAt(files, join(folder, 'package.json')) : null;
    const name = valueAt(manifest, 'name');
    if (typeof name === 'string') packages.set(name, { folder, manifest });
    if (depth === DEEPEST) return;
    for (const [child, form] of files.namesIn(folder)) {
      if (form !== 'folder' || child === 'node_modules' || child.startsWith('.')) continue;
      const below = path === '' ? child : `${path}/${child}`;
      if (matchers.some((matcher) => !matcher.negate && matcher.match(below, true))) visit(join(folder, child), below, depth + 1);
    }
  };
  visit(root, '', 0);
  return packages;
}

function configAt(files: Files, path: string): unknown {
  const source = files.isFile(path) ? files.read(path) : null;
  return source === null ? null : parseConfig(source);
}
