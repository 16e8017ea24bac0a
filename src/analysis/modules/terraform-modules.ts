import { dirname, join } from 'node:path';
import type { Files } from '../files.js';
import { isWithin } from '../within.js';

/** The file that one Terraform file means by a path. */
export function terraformFile(files: Files, root: string, specifier: string, from: string): string | null {
  const path = join(dirname(from), specifier);
  return isWithin(root, path) && files.isFile(path) ? path : null;
}

/** The paths of the Terraform files in a folder, as one of the files writes them, in the order of their names. */
export function terraformFiles(files: Files, root: string, folder: string, from: string): readonly string[] {
  const path = join(dirname(from), folder);
  const names = isWithin(root, path) ? [...files.namesIn(path)] : [];
  return names.flatMap(([name, is]) => (is === 'file' && isTerraform(name) ? [`${folder}/${name}`] : [])).sort();
}

export function isTerraform(path: string): boolean {
  return /\.(?:tf|tfvars)$/.test(path);
}
