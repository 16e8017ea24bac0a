import { isAbsolute, relative } from 'node:path';

/** Whether a path is a folder itself or something below it. */
export function isWithin(folder: string, path: string): boolean {
  const between = relative(folder, path);
  return between === '' || (!between.startsWith('..') && !isAbsolute(between));
}
