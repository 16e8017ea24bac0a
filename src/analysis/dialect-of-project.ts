import { dirname, join } from 'node:path';
import { dialectNamed } from '../languages/sql/dialect.js';
import type { Dialect } from '../references/reference.js';
import type { Files } from './files.js';
import { foldersUp } from './folders-up.js';

/** A dialect that a project's own tools are told, and the file that tells them. */
export interface ToldDialect {
  readonly dialect: Dialect;
  readonly file: string;
}

/** Where dbt's profiles may stand, seen from a project's folder or one above it. */
const PROFILES = [
  'profiles.yml', 'profiles.yaml', 'profiles/profiles.yml', '.dbt/profiles.yml', 'profiles.yml.example', 'profiles.example.yml',
];
/** Where the adapter may stand that a project is run with. */
const REQUIREMENTS = ['requirements.txt', 'pyproject.toml', 'Pipfile', 'setup.py', 'Dockerfile'];
const ADAPTER =
  /\bdbt-(athena|bigquery|clickhouse|databricks|dremio|duckdb|fabric|glue|hive|materialize|mysql|postgres|redshift|snowflake|spark|sqlite|sqlserver|starrocks|synapse|trino|vertica)\b/g;

const PROFILE_TYPE = /^[ \t]+type:[ \t]*["']?([\w-]+)/gm;

/** The files in which sqlfluff looks for its dialect, each with what it says. */
const SQLFLUFF: readonly { readonly name: string; readonly says: RegExp }[] = [
  { name: '.sqlfluff', says: /^[ \t]*dialect[ \t]*=[ \t]*(\w+)/m },
  { name: 'setup.cfg', says: /^\[sqlfluff\](?:\n(?!\[).*)*?\n[ \t]*dialect[ \t]*=[ \t]*(\w+)/m },
  { name: 'tox.ini', says: /^\[sqlfluff\](?:\n(?!\[).*)*?\n[ \t]*dialect[ \t]*=[ \t]*(\w+)/m },
  { name: 'pyproject.toml', says: /^\[tool\.sqlfluff\.core\](?:\n(?!\[).*)*?\n[ \t]*dialect[ \t]*=[ \t]*["'](\w+)/m },
];

/**
 * The dialect of the dbt project that a file is in: what its profile says, or, where the repository has no
 * profiles, which adapter is installed.
 */
export function dialectOfDbt(files: Files, root: string, path: string): ToldDialect | null {
  const project = foldersUp(root, dirname(path)).find((folder) => files.isFile(join(folder, PROJECT)));
  if (project === undefined) return null;
  const profile = PROFILE_OF_PROJECT.exec(files.read(join(project, PROJECT))?.text ?? '')?.[1] ?? null;
  const folders = foldersUp(root, project);
  return (
    firstTelling(files, folders, PROFILES, (text) => agreed(typesIn(profile === null ? text : profileIn(text, profile)))) ??
    firstTelling(files, folders, REQUIREMENTS, (text) => agreed(text.matchAll(ADAPTER))) ??
    firstTelling(files, [project], [PROJECT], (text) => agreed((profile ?? '').matchAll(WORD)) ?? (MERGE_TREE.test(text) ? 'clickhouse' : null))
  );
}

const PROJECT = 'dbt_project.yml';
/** What a profile is called may say of what it is: `kol_postgres`. */
const WORD = /(?:^|[_-])(postgres(?:ql)?|redshift|trino|spark|databricks|athena|mysql|snowflake|bigquery|duckdb|clickhouse)(?=$|[_-])/g;
/** Models of ClickHouse are told their table's engine: `+engine: MergeTree()`. */
const MERGE_TREE = /^[ \t]*\+?engine:[ \t]*["']?\w*MergeTree\b/m;
const PROFILE_OF_PROJECT = /^profile:[ \t]*["']?([\w-]+)/m;

/** What the first file says that says anything; the nearest folder comes first. */
function firstTelling(
  files: Files,
  folders: readonly string[],
  names: readonly string[],
  said: (text: string) => Dialect | null,
): ToldDialect | null {
  for (const folder of folders) {
    for (const name of names) {
      const file = join(folder, name);
      const dialect = files.isFile(file) ? said(files.read(file)?.text ?? '') : null;
      if (dialect !== null) return { dialect, file };
    }
  }
  return null;
}

/** What stands below the name of a profile; everything, where it is not there. */
function profileIn(text: string, profile: string): string {
  const start = new RegExp(`^["']?${profile}["']?:[^\\n]*\\n`, 'm').exec(text);
  if (start === null) return text;
  const below = text.slice(start.index + start[0].length);
  const end = below.search(/^[^\s#]/m);
  return end === -1 ? below : below.slice(0, end);
}

function typesIn(text: string): Iterable<RegExpMatchArray> {
  return text.matchAll(PROFILE_TYPE);
}

/** The dialect that all of the names of adapters mean; null where they differ, or one means none. */
function agreed(names: Iterable<RegExpMatchArray>): Dialect | null {
  const dialects = new Set(Array.from(names, ([, name = '']) => dialectNamed(name)));
  const [only = null] = dialects;
  return dialects.size === 1 ? only : null;
}

/** The dialect that sqlfluff is told in the nearest of its files. */
export function dialectOfSqlfluff(files: Files, root: string, path: string): ToldDialect | null {
  for (const folder of foldersUp(root, dirname(path))) {
    for (const { name, says } of SQLFLUFF) {
      const file = join(folder, name);
      const named = files.isFile(file) ? says.exec(files.read(file)?.text ?? '')?.[1] : undefined;
      const dialect = named === undefined ? null : dialectNamed(named);
      if (dialect !== null) return { dialect, file };
    }
  }
  return null;
}
