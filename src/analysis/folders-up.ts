import { dirname } from 'node:path';
import { isWithin } from './within.js';

/** A folder and those above it, up to the root; none where it lies outside of the root. */
export function foldersUp(root: string, from: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = from; isWithin(root, folder); folder = dirname(folder)) {
    folders.push(folder);
    if (folder === root || folder === dirname(folder)) break;
  }
  return folders;
}
