import { basename } from 'node:path';
import { readDockerfile } from '../languages/dockerfile/reader.js';
import { readDotenv } from '../languages/dotenv/reader.js';
import type { Facts, ModuleLoader } from '../languages/facts.js';
import { factsOf } from '../languages/facts-of.js';
import { readIni } from '../languages/ini/reader.js';
import { parseJavaScript } from '../languages/javascript/parse.js';
import { readJavaScript } from '../languages/javascript/reader.js';
import type { JavaScriptTree } from '../languages/javascript/tree.js';
import { readJson } from '../languages/json/reader.js';
import { readMakefile } from '../languages/makefile/reader.js';
import { readNotebook } from '../languages/notebook/reader.js';
import { readOther } from '../languages/other/reader.js';
import { readProperties } from '../languages/properties/reader.js';
import { readPython } from '../languages/python/read.js';
import { readShell } from '../languages/shell/reader.js';
import { readSqlFile } from '../languages/sql/read-sql-file.js';
import { readTerraform } from '../languages/terraform/reader.js';
import { readToml } from '../languages/toml/reader.js';
import { readYaml } from '../languages/yaml/reader.js';
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

/** Endings of templates: what is before them says what they become. */
const TEMPLATE = /\.(?:j2|jinja2?|tmpl|tpl|erb)$/;

/** The readers in order; the first whose pattern fits a file's name reads it. */
const READERS: readonly Reader[] = [
  { language: 'dotenv', files: /^\.env(?:\..+)?$|\.env$|^env\.(?:example|sample|template)$/, read: (source) => readDotenv(source) },
  { language: 'python', files: /\.pyi?$/, read: (source, load) => readPython(source, load) },
  {
    language: 'python',
    files: /\.ipynb$/,
    read: (source, load) => readNotebook(source, (code) => readPython(code, load)),
  },
  { language: 'sql', files: /\.(?:sql|hql|cql|ddl|dml|psql)$/i, read: (source) => readSqlFile(source) },
  {
    language: 'javascript',
    files: /\.[cm]?[jt]sx?$/,
    read: (source, load, tree) => {
      const parsed = tree ?? parseJavaScript(source);
      return 'message' in parsed ? factsOf(source, { problems: [parsed] }) : readJavaScript(source, parsed, load);
    },
  },
  { language: 'shell', files: /\.(?:sh|bash|zsh|ksh)$|^\.(?:bash|zsh)rc$/, read: (source) => readShell(source) },
  { language: 'shell', files: /^(?:GNU)?[Mm]akefile(?:\..+)?$|\.mk$/, read: (source) => readMakefile(source) },
  { language: 'shell', files: /^(?:.+\.)?(?:Dockerfile|Containerfile)(?:\..+)?$|\.dockerfile$/i, read: (source) => readDockerfile(source) },
  { language: 'configuration', files: /\.ya?ml$/i, read: (source) => readYaml(source) },
  { language: 'configuration', files: /\.(?:json|jsonc|json5|avsc)$/i, read: (source) => readJson(source) },
  { language: 'configuration', files: /\.toml$/i, read: (source) => readToml(source) },
  { language: 'configuration', files: /\.(?:tf|tfvars)$/i, read: (source) => readTerraform(source) },
  { language: 'configuration', files: /\.properties$|^spark-defaults\.conf$/i, read: (source) => readProperties(source) },
  { language: 'configuration', files: /\.(?:ini|cfg)$/i, read: (source) => readIni(source) },
  {
    language: 'configuration',
    files:
      /\.(?:scala|sc|java|kt|kts|go|rs|cc|cpp|cs|swift|groovy|gradle|php|rb|r|pl|ex|exs|jl|ps1|conf|hocon|xml|vue|service)$|^Jenkinsfile$/i,
    read: (source) => readOther(source),
  },
];

/** The reader of a file, by its name; null where there is none for it. */
export function readerFor(path: string): Reader | null {
  const name = basename(path).replace(TEMPLATE, '');
  return READERS.find(({ files }) => files.test(name)) ?? null;
}
