import { dirname, join } from 'node:path';
import { detectDialect } from '../languages/sql/dialect.js';
import type { Dialect } from '../references/reference.js';
import type { Files } from './files.js';

/** Dialects in which a name of two parts begins with a database, where it would be a schema elsewhere. */
const OF_DATABASES: ReadonlySet<Dialect> = new Set(['clickhouse', 'mysql']);

const SQL_FILE = /\.(?:sql|ddl|dml)$/i;
/** More files than these say no more. */
const MOST_NEIGHBOURS = 40;

/** At least one of so many must give it away. */
const LEAST_SHARE = 3;

/** What the SQL files of one folder give away together, and which of them were read. */
interface FolderDialect {
  readonly dialect: Dialect | null;
  readonly files: readonly string[];
}

/**
 * The dialect of the SQL files of a folder, where all that give theirs away agree, and what stands before
 * a table in it is a database: `ALTER TABLE kol.events ADD COLUMN x` beside files that create MergeTrees.
 */
function dialectOfFolder(files: Files, folder: string): FolderDialect {
  const neighbours = [...files.namesIn(folder)]
    .flatMap(([name, form]) => (form === 'file' && SQL_FILE.test(name) ? [join(folder, name)] : []))
    .slice(0, MOST_NEIGHBOURS);
  const said = neighbours.flatMap((file) => detectDialect(files.read(file)?.text ?? '')?.dialect ?? []);
  const [only = null, ...others] = new Set(said);
  const agreed = only !== null && OF_DATABASES.has(only) && others.length === 0 && said.length * LEAST_SHARE >= neighbours.length;
  return { dialect: agreed ? only : null, files: neighbours };
}

/** The same for the folder of a file, read once for all of its files. */
export class NeighbourDialects {
  readonly #known = new Map<string, FolderDialect>();
  #run = -1;

  constructor(private readonly files: Files) {}

  of(path: string): FolderDialect {
    if (this.files.run !== this.#run) this.#known.clear();
    this.#run = this.files.run;
    const folder = dirname(path);
    let found = this.#known.get(folder);
    if (found === undefined) {
      found = dialectOfFolder(this.files, folder);
      this.#known.set(folder, found);
    }
    return found;
  }
}
