import { statSync, type Stats } from 'node:fs';

/**
 * What is at a path; undefined where nothing is or may be asked for. A path may go on below a file: ESLint's
 * processors call a block of one `README.md/0.py`.
 */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
