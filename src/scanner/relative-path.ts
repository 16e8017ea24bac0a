import { relative, sep } from 'node:path';

/** A path as seen from a folder, with slashes on every system. */
export function relativePath(folder: string, path: string): string {
  const below = relative(folder, path);
  return sep === '/' ? below : below.replaceAll(sep, '/');
}
