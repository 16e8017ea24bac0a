import { dirname, join } from 'node:path';
import type { Files } from './files.js';
import { pythonProjects } from './python-projects.js';
import { isWithin } from './within.js';

/** Folders that are put on Python's path beside the folder that they stand in: by packaging, and by Airflow. */
const ON_THE_PATH = ['src', 'plugins', 'dags'] as const;

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
    return isWithin(root, folder) ? moduleIn(files, folder, names) : null;
  }
  if (names.length === 0) return null;
  for (let folder = dirname(from); isWithin(root, folder); folder = dirname(folder)) {
    const found = moduleOnPath(files, folder, names);
    if (found !== null) return found;
    if (folder === dirname(folder)) break;
  }
  const [found, ...others] = pythonProjects(files, root).flatMap((project) => moduleOnPath(files, project, names) ?? []);
  return found !== undefined && others.every((other) => other === found) ? found : null;
}

function moduleOnPath(files: Files, folder: string, names: readonly string[]): string | null {
  for (const inner of [folder, ...ON_THE_PATH.map((name) => join(folder, name))]) {
    const found = moduleIn(files, inner, names);
    if (found !== null) return found;
  }
  return null;
}

function moduleIn(files: Files, folder: string, names: readonly string[]): string | null {
  let inner = folder;
  for (const name of names.slice(0, -1)) {
    if (files.namesIn(inner).get(name) !== 'folder') return null;
    inner = join(inner, name);
  }
  const last = names.at(-1);
  const here = files.namesIn(inner);
  if (last === undefined) return here.get('__init__.py') === 'file' ? join(inner, '__init__.py') : null;
  if (here.get(last) === 'folder') {
    const init = join(inner, last, '__init__.py');
    if (files.isFile(init)) return init;
  }
  for (const ending of ['.py', '.pyi']) {
    if (here.get(last + ending) === 'file') return join(inner, last + ending);
  }
  return null;
}
