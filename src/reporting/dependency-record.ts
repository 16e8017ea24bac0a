import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';

import type { Analysis } from '../analysis/analysis.js';
import { foldersUp } from '../analysis/folders-up.js';
import { isEnvFile } from '../languages/dotenv/file-name.js';
import { isPolicyFile } from '../policy/find-policy.js';

/**
 * Which other files the linted files depended on, with what was in them, kept from one run to the
 * next so that ESLint's `--cache`, which knows of no such thing, can be told when one has changed.
 *
 * The record has a token, which goes into the settings and so into the cache's key. As long as
 * everything recorded is as it was, the token stays; otherwise there is a new one, and every file is
 * linted anew. A file linted for the first time only adds to the record: what it depends on was read
 * just then. Where the record is lost or cannot be written, the token is new every time: then the
 * cache is of no use, but never stale.
 */
export interface DependencyRecord {
  readonly token: string;
  /** Adds what an analysis depends on beside its own file. */
  add(analysis: Analysis): void;
}

const records = new Map<string, DependencyRecord>();

/** The record of the runs in a working directory, opened once a process. */
export function dependencyRecordOf(cwd: string): DependencyRecord {
  let record = records.get(cwd);
  if (record === undefined) {
    record = openRecord(recordFile(cwd), cwd);
    records.set(cwd, record);
  }
  return record;
}

/** Opens a record kept in `file`; a missing one is begun. */
export function openRecord(file: string, cwd: string): DependencyRecord {
  const kept = readRecord(file);
  const isCurrent = kept !== null && [...kept.entries].every(([path, hash]) => hashOf(path) === hash);
  const token = isCurrent ? kept.token : randomUUID();
  const known = new Set(kept?.entries.keys());
  if (!isCurrent) writeRecord(file, token, known);
  return {
    token,
    add(analysis) {
      const fresh = dependenciesOf(analysis, cwd).filter((path) => !known.has(path));
      if (fresh.length === 0) return;
      for (const path of fresh) known.add(path);
      // Appended in one go: the threads of `--concurrency` write to one file.
      attempt(() => appendFileSync(file, fresh.map(lineOf).join('')));
    },
  };
}

/** Below `node_modules/.cache`, as other tools keep theirs; where there is none, among temporary files. */
function recordFile(cwd: string): string {
  const name = createHash('sha256').update(cwd).digest('hex').slice(0, 16);
  for (let folder = cwd; ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) return join(modules, '.cache', 'eslint-plugin-domain-separation', name);
    if (dirname(folder) === folder) return join(tmpdir(), 'eslint-plugin-domain-separation', name);
  }
}

interface KeptRecord {
  readonly token: string;
  readonly entries: ReadonlyMap<string, string>;
}

function readRecord(file: string): KeptRecord | null {
  const [token, ...lines] = attempt(() => readFileSync(file, 'utf8'))?.split('\n') ?? [];
  if (token === undefined || token === '') return null;
  const entries = new Map<string, string>();
  for (const line of lines) {
    const tab = line.indexOf('\t');
    if (tab > 0) entries.set(line.slice(tab + 1), line.slice(0, tab));
  }
  return { token, entries };
}

function writeRecord(file: string, token: string, paths: ReadonlySet<string>): void {
  attempt(() => {
    mkdirSync(dirname(file), { recursive: true });
    const draft = `${file}.${token}`;
    writeFileSync(draft, `${token}\n${[...paths].map(lineOf).join('')}`);
    renameSync(draft, file);
  });
}

function lineOf(path: string): string {
  return `${hashOf(path)}\t${path}\n`;
}

/** Folders end in a separator. */
function dependenciesOf({ source, policy, dependencies, consulted }: Analysis, cwd: string): string[] {
  return [...foldersAbove(source.path, cwd), ...policy.sources, ...dependencies, ...consulted];
}

/** The folder of a file and those above it, up to the working directory or just its own. */
function foldersAbove(path: string, cwd: string): string[] {
  const folders = foldersUp(cwd, dirname(path));
  return (folders.length > 0 ? folders : [dirname(path)]).map((folder) => folder + sep);
}

/** Files that are found by looking into folders: new ones count as well as changed ones. */
function isFoundByName(name: string): boolean {
  return isPolicyFile(name) || isEnvFile(name);
}

/** Stands for what is not there: most of what an import may mean. */
const ABSENT = '-';

function hashOf(path: string): string {
  if (!existsSync(path)) return ABSENT;
  const hash = createHash('sha256');
  if (path.endsWith(sep)) {
    for (const name of (attempt(() => readdirSync(path)) ?? []).sort()) {
      if (isFoundByName(name)) hash.update(`${name}\n${contentOf(join(path, name))}\n`);
    }
  } else {
    hash.update(contentOf(path));
  }
  return hash.digest('base64url');
}

function contentOf(path: string): string {
  return attempt(() => readFileSync(path, 'latin1')) ?? '';
}

/** Gives undefined where the file system says no: a record that cannot be kept is no reason not to lint. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
