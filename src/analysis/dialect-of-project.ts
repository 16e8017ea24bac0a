import { dirname, join } from 'node:path';
import { dialectNamed } from '../languages/sql/dialect.js';
import type { Dialect } from '../references/reference.js';
import type { Files } from './files.js';
import { isWithin } from './within.js';

/** A dialect that a project's own tools are told, and the file that tells them. */
export interface ToldDialect {
  readonly dialect: Dialect;
  readonly file: string;
}

/** Where dbt's profiles may stand, seen from a project's folder or one above it. */
const PROFILES = ['profiles.yml', 'profiles.yaml', 'profiles/profiles.yml', '.dbt/profiles.yml'];

const PROFILE_TYPE = /^[ \t]+type:[ \t]*["']?([\w-]+)/gm;

/** The files in which sqlfluff looks for its dialect, each with what it says. */
const SQLFLUFF: readonly { readonly name: string; readonly says: RegExp }[] = [
  { name: '.sqlfluff', says: /^[ \t]*dialect[ \t]*=[ \t]*(\w+)/m },
  { name: 'setup.cfg', says: /^\[sqlfluff\](?:\n(?!\[).*)*?\n[ \t]*dialect[ \t]*=[ \t]*(\w+)/m },
  { name: 'tox.ini', says: /^\[sqlfluff\](?:\n(?!\[).*)*?\n[ \t]*dialect[ \t]*=[ \t]*(\w+)/m },
  { name: 'pyproject.toml', says: /^\[tool\.sqlfluff\.core\](?:\n(?!\[).*)*?\n[ \t]*dialect[ \t]*=[ \t]*["'](\w+)/m },
];

/** The dialect of a model: that of the profile of the dbt project which the file is in. */
export function dialectOfDbt(files: Files, root: string, path: string): ToldDialect | null {
  const project = foldersAbove(root, path).find((folder) => files.isFile(join(folder, 'dbt_project.yml')));
  if (project === undefined) return null;
  for (const folder of foldersAbove(root, join(project, 'dbt_project.yml'))) {
    for (const name of PROFILES) {
      const file = join(folder, name);
      const said = files.isFile(file) ? dialectOfProfiles(files.read(file)?.text ?? '') : null;
      if (said !== null) return { dialect: said, file };
    }
  }
  return null;
}

/** What all the outputs of the profiles agree on. */
function dialectOfProfiles(text: string): Dialect | null {
  const types = new Set(Array.from(text.matchAll(PROFILE_TYPE), ([, type = '']) => dialectNamed(type)));
  const [only = null] = types;
  return types.size === 1 ? only : null;
}

/** The dialect that sqlfluff is told in the nearest of its files. */
export function dialectOfSqlfluff(files: Files, root: string, path: string): ToldDialect | null {
  for (const folder of foldersAbove(root, path)) {
    for (const { name, says } of SQLFLUFF) {
      const file = join(folder, name);
      const named = files.isFile(file) ? says.exec(files.read(file)?.text ?? '')?.[1] : undefined;
      const dialect = named === undefined ? null : dialectNamed(named);
      if (dialect !== null) return { dialect, file };
    }
  }
  return null;
}

/** The folder of a file and those above it, up to the root. */
function foldersAbove(root: string, path: string): string[] {
  const folders: string[] = [];
  for (let folder = dirname(path); isWithin(root, folder); folder = dirname(folder)) {
    folders.push(folder);
    if (folder === dirname(folder)) break;
  }
  return folders;
}
