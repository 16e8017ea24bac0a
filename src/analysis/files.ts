import { readdirSync, readFileSync, realpathSync, type Dirent } from 'node:fs';
import { basename, dirname, isAbsolute, relative } from 'node:path';
import { statsOf } from '../policy/stats-of.js';
import { createSource, type Source } from '../references/source.js';

interface Listing {
  checkedIn: number;
  modified: number | null;
  names: ReadonlyMap<string, 'file' | 'folder'>;
}

interface Kept {
  readonly stamp: string;
  readonly source: Source;
}

/** A module longer than this is not read for what it offers to its importers. */
const LARGEST_MODULE = 2_000_000;

/**
 * The files of the workspace as they are in one run: what was looked at stays as it was until the
 * next run begins, and is then looked at again by modification time, so that a running editor server
 * never works with what has changed meanwhile.
 */
export class Files {
  #run = 0;
  readonly mayChange: boolean;
  readonly #listings = new Map<string, Listing>();
  readonly #stamps = new Map<string, { run: number; stamp: string | null }>();
  readonly #sources = new Map<string, Kept>();
  readonly #realFolders = new Map<string, string>();
  readonly #consulted = new Set<string>();

  /** @param mayChange whether files may change between runs; where not, each is looked at once */
  constructor(mayChange: boolean) {
    this.mayChange = mayChange;
  }

  /** Begins a run: what changed on disk since the last one is seen from here on. */
  begin(): number {
    if (this.mayChange) this.#run += 1;
    return this.#run;
  }

  /** Which run it is: what was worked out in another one may hold no more. */
  get run(): number {
    return this.#run;
  }

  isFile(path: string): boolean {
    return this.formOf(path) === 'file';
  }

  isFolder(path: string): boolean {
    const isThere = this.#listing(path).modified !== null;
    if (!isThere) this.#note(path);
    return isThere;
  }

  /** What there is at a path; null where there is nothing. */
  formOf(path: string): 'file' | 'folder' | null {
    const folder = dirname(path);
    const { modified, names } = this.#listing(folder);
    const form = names.get(basename(path)) ?? null;
    if (form === null) this.#note(modified === null ? folder : path);
    return form;
  }

  /**
   * The files that were read since this was last asked, and the paths at which there was nothing: an
   * analysis may come out otherwise once one of them changes, or appears. None where files may not change.
   */
  takeConsulted(): readonly string[] {
    const consulted = [...this.#consulted];
    this.#consulted.clear();
    return consulted;
  }

  #note(path: string): void {
    if (this.mayChange) this.#consulted.add(path);
  }

  /** What a folder holds; nothing where there is no such folder. */
  namesIn(folder: string): ReadonlyMap<string, 'file' | 'folder'> {
    return this.#listing(folder).names;
  }

  /** Changes when a file does; null where there is none. */
  stamp(path: string): string | null {
    const known = this.#stamps.get(path);
    if (known?.run === this.#run) return known.stamp;
    const stats = statsOf(path);
    const stamp = stats?.isFile() === true ? `${stats.mtimeMs}:${stats.size}` : null;
    this.#stamps.set(path, { run: this.#run, stamp });
    return stamp;
  }

  /** Whether a file lies in a folder where its links lead, too. */
  isWithin(path: string, folder: string): boolean {
    const way = relative(this.#realFolder(folder), realOf(path));
    return way !== '' && !isAbsolute(way) && way !== '..' && !/^\.\.[\\/]/.test(way);
  }

  #realFolder(folder: string): string {
    let real = this.#realFolders.get(folder);
    if (real === undefined) {
      real = realOf(folder);
      this.#realFolders.set(folder, real);
    }
    return real;
  }

  /** A file's text; null where it cannot be read, is no text, or is too long to be a module. */
  read(path: string): Source | null {
    const stamp = this.stamp(path);
    this.#note(path);
    if (stamp === null) return null;
    const kept = this.#sources.get(path);
    if (kept?.stamp === stamp) return kept.source;
    const source = readSource(path);
    if (source !== null) this.#sources.set(path, { stamp, source });
    return source;
  }

  #listing(folder: string): Listing {
    const known = this.#listings.get(folder);
    if (known?.checkedIn === this.#run) return known;
    const modified = modifiedOf(folder);
    if (known !== undefined && known.modified === modified) {
      known.checkedIn = this.#run;
      return known;
    }
    const names = modified === null ? new Map<string, 'file' | 'folder'>() : readNames(folder);
    const listing = { checkedIn: this.#run, modified, names };
    this.#listings.set(folder, listing);
    return listing;
  }
}

/** Where a path leads; itself where that cannot be said. */
function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function modifiedOf(folder: string): number | null {
  const stats = statsOf(folder);
  return stats?.isDirectory() === true ? stats.mtimeMs : null;
}

function readNames(folder: string): Map<string, 'file' | 'folder'> {
  const names = new Map<string, 'file' | 'folder'>();
  for (const entry of entriesOf(folder)) {
    const kind = kindOf(folder, entry);
    if (kind !== null) names.set(entry.name, kind);
  }
  return names;
}

/** A folder that may not be read holds nothing. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function kindOf(folder: string, entry: Dirent): 'file' | 'folder' | null {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return null;
  const stats = statsOf(`${folder}/${entry.name}`);
  if (stats === undefined) return null;
  return stats.isDirectory() ? 'folder' : 'file';
}

function readSource(path: string): Source | null {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > LARGEST_MODULE) return null;
    const text = new TextDecoder('utf-8').decode(bytes);
    return text.includes('\0') ? null : createSource(path, text);
  } catch {
    return null;
  }
}
