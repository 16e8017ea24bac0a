import { isAbsolute, relative } from 'node:path';

const SLASH = 47;

/** Whether a path is a folder itself or something below it. */
export function isWithin(folder: string, path: string): boolean {
  if (path.startsWith(folder) && path.charCodeAt(folder.length) === SLASH) return true;
  const between = relative(folder, path);
  return between === '' || (!between.startsWith('..') && !isAbsolute(between));
}
