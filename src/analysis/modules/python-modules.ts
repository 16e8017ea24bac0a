import { dirname, join } from 'node:path';
import type { Files } from '../files.js';
import { foldersUp } from '../folders-up.js';
import { pythonProjects } from './python-projects.js';
import { isWithin } from '../within.js';

/** Folders that are put on Python's path beside the folder that they stand in: by packaging, and by Airflow. */
const ON_THE_PATH = ['src', 'plugins', 'dags'] as const;

const MODULE_ENDINGS = ['.py', '.pyi'] as const;
/** A notebook is no module to Python, but is run as one by `%run`, which says where from. */
const RUN_ENDINGS = [...MODULE_ENDINGS, '.ipynb'] as const;

/**
 * The file that an import of a Python module means: relative to the importing file, or absolute from
 * the importing file's folder (a script's own), from any folder above it, from a `src` or Airflow's
 * folders beside one, or from another project of the repository. Null for what is not of this repository.
 *
 * @param specifier as written: `kol.config`, `..settings`, `.`
 */
export function pythonModule(files: Files, root: string, specifier: string, from: string): string | null {
  const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
  const names = specifier.slice(dots).split('.').filter((name) => name !== '');
  if (dots > 0) {
    let folder = dirname(from);
    for (let up = 1; up < dots; up++) folder = dirname(folder);
    return isWithin(root, folder) ? moduleIn(files, folder, names, RUN_ENDINGS) : null;
  }
  if (names.length === 0) return null;
  for (const folder of foldersUp(root, dirname(from))) {
    const found = moduleOnPath(files, folder, names);
    if (found !== null) return found;
  }
  const [found, ...others] = pythonProjects(files, root).flatMap((project) => moduleOnPath(files, project, names) ?? []);
  return found !== undefined && others.every((other) => other === found) ? found : null;
}

/**
 * The file of a module that stands in a folder which the importing file puts on the path itself, written in
 * `folder`: that folder, or the end of it that is one of the repository's, below any folder above the file.
 */
export function pythonModuleIn(files: Files, root: string, specifier: string, from: string, folder: string): string | null {
  const names = specifier.split('.');
  const parts = folder.split('/');
  for (const above of foldersUp(root, dirname(from))) {
    for (let first = 0; first < parts.length; first++) {
      const found = moduleIn(files, join(above, ...parts.slice(first)), names, MODULE_ENDINGS);
      if (found !== null) return found;
    }
  }
  return null;
}

function moduleOnPath(files: Files, folder: string, names: readonly string[]): string | null {
  for (const inner of [folder, ...ON_THE_PATH.map((name) => join(folder, name))]) {
    const found = moduleIn(files, inner, names, MODULE_ENDINGS);
    if (found !== null) return found;
  }
  return null;
}

function moduleIn(files: Files, folder: string, names: readonly string[], endings: readonly string[]): string | null {
  const path = join(folder, ...names);
  for (let depth = 1; depth < names.length; depth++) {
    if (files.formOf(join(folder, ...names.slice(0, depth))) !== 'folder') return null;
  }
  const init = join(path, '__init__.py');
  if (names.length === 0) return files.isFile(init) ? init : null;
  if (files.formOf(path) === 'folder' && files.isFile(init)) return init;
  return endings.map((ending) => path + ending).find((file) => files.isFile(file)) ?? null;
}
