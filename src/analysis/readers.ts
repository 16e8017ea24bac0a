import { basename } from 'node:path';
import { readDotenv } from '../languages/dotenv/reader.js';
import type { Facts, ModuleLoader } from '../languages/facts.js';
import { factsOf } from '../languages/facts-of.js';
import { parseJavaScript } from '../languages/javascript/parse.js';
import { readJavaScript } from '../languages/javascript/reader.js';
import type { JavaScriptTree } from '../languages/javascript/tree.js';
import { readPython } from '../languages/python/read.js';
import { readShell } from '../languages/shell/reader.js';
import { readSqlFile } from '../languages/sql/read-sql-file.js';
import type { Source } from '../references/source.js';

/** How the files of one language are read. */
export interface Reader {
  readonly language: Language;
  /** Which files, by their name. */
  readonly files: RegExp;
  /** `tree`: what ESLint has parsed already, for JavaScript; null where the reader parses itself. */
  read(source: Source, load: ModuleLoader, tree: JavaScriptTree | null): Facts;
}

export type Language = 'python' | 'sql' | 'javascript' | 'dotenv' | 'shell' | 'configuration';

/** The readers in order; the first whose pattern fits a file's name reads it. */
const READERS: readonly Reader[] = [
  { language: 'dotenv', files: /^\.env(?:\..+)?$|\.env$/, read: (source) => readDotenv(source) },
  { language: 'python', files: /\.pyi?$/, read: (source, load) => readPython(source, load) },
  { language: 'sql', files: /\.(?:sql|hql|cql|ddl|psql)$/i, read: (source) => readSqlFile(source) },
  {
    language: 'javascript',
    files: /\.[cm]?[jt]sx?$/,
    read: (source, load, tree) => {
      const parsed = tree ?? parseJavaScript(source);
      return 'message' in parsed ? factsOf(source, { problems: [parsed] }) : readJavaScript(source, parsed, load);
    },
  },
  { language: 'shell', files: /\.(?:sh|bash|zsh|ksh)$/, read: (source) => readShell(source) },
];

/** The reader of a file, by its name; null where there is none for it. */
export function readerFor(path: string): Reader | null {
  const name = basename(path);
  return READERS.find(({ files }) => files.test(name)) ?? null;
}
