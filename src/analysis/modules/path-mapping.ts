import { dirname, join, resolve } from 'node:path';
import type { Files } from '../files.js';
import { foldersUp } from '../folders-up.js';
import { objectAt, parseConfig, valueAt } from './config-file.js';
import { isWithin } from '../within.js';

/** What `compilerOptions.paths` and `baseUrl` say, targets being absolute. */
export interface PathMapping {
  readonly baseUrl: string | null;
  readonly patterns: readonly { readonly pattern: string; readonly targets: readonly string[] }[];
}

const NAMES = ['tsconfig.json', 'jsconfig.json', 'tsconfig.base.json'] as const;
/** No chain of `extends` is followed further. */
const DEEPEST = 8;

/** The mapping of the nearest tsconfig or jsconfig up the tree that has one; null where none has. */
export function pathMappingOf(files: Files, root: string, from: string): PathMapping | null {
  for (const folder of foldersUp(root, from)) {
    for (const name of NAMES) {
      if (!files.isFile(join(folder, name))) continue;
      const mapping = readMapping(files, root, join(folder, name), 0);
      if (mapping !== null) return mapping;
    }
  }
  return null;
}

function readMapping(files: Files, root: string, path: string, depth: number): PathMapping | null {
  const source = files.read(path);
  if (source === null || depth > DEEPEST || !isWithin(root, path)) return null;
  const config = parseConfig(source);
  const options = objectAt(config, 'compilerOptions');
  const own = ownMapping(dirname(path), options);
  if (own !== null) return own;
  for (const parent of [valueAt(config, 'extends')].flat()) {
    if (typeof parent !== 'string' || !parent.startsWith('.')) continue;
    const target = resolve(dirname(path), parent);
    const mapping = readMapping(files, root, target.endsWith('.json') ? target : `${target}.json`, depth + 1);
    if (mapping !== null) return mapping;
  }
  return null;
}

function ownMapping(folder: string, options: object | null): PathMapping | null {
  if (options === null) return null;
  const written = valueAt(options, 'baseUrl');
  const baseUrl = typeof written === 'string' ? resolve(folder, written) : null;
  const paths = objectAt(options, 'paths');
  if (baseUrl === null && paths === null) return null;
  const patterns = Object.entries(paths ?? {}).map(([pattern, targets]: [string, unknown]) => ({
    pattern,
    targets: [targets]
      .flat()
      .flatMap((target) => (typeof target === 'string' ? [resolve(baseUrl ?? folder, target)] : [])),
  }));
  return { baseUrl, patterns };
}
