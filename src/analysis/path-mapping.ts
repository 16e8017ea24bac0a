import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Files } from './files.js';
import { isWithin } from './within.js';

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
  for (let folder = from; isWithin(root, folder); folder = dirname(folder)) {
    for (const name of NAMES) {
      if (!files.isFile(join(folder, name))) continue;
      const mapping = readMapping(files, root, join(folder, name), 0);
      if (mapping !== null) return mapping;
    }
    if (folder === dirname(folder)) break;
  }
  return null;
}

function readMapping(files: Files, root: string, path: string, depth: number): PathMapping | null {
  const source = files.read(path);
  if (source === null || depth > DEEPEST || !isWithin(root, path)) return null;
  const config = parseConfig(source.text);
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

/** JSON with comments and trailing commas, which YAML's flow style is but for the comments. */
function parseConfig(text: string): unknown {
  try {
    return parse(withoutComments(text), { logLevel: 'silent' });
  } catch {
    return null;
  }
}

/** Blanks for comments outside of strings. */
function withoutComments(text: string): string {
  return text.replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[^]*?\*\//g, (whole, string: string | undefined) =>
    string ?? whole.replace(/[^\n]/g, ' '),
  ).replaceAll('\t', ' ');
}

function valueAt(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const entry = Object.entries(value).find(([name]) => name === key);
  return entry?.[1];
}

function objectAt(value: unknown, key: string): object | null {
  const found = valueAt(value, key);
  return typeof found === 'object' && found !== null ? found : null;
}
