import { basename } from 'node:path';
import { readBatch } from '../languages/batch/reader.js';
import { readComponent } from '../languages/component/reader.js';
import { readDockerfile } from '../languages/dockerfile/reader.js';
import { isEnvFile } from '../languages/dotenv/file-name.js';
import { readDotenv } from '../languages/dotenv/reader.js';
import type { Facts, FolderLoader, ModuleLoader } from '../languages/facts.js';
import { factsOf } from '../languages/facts-of.js';
import { isFluent, readFluent } from '../languages/fluent/reader.js';
import { readHocon } from '../languages/hocon/reader.js';
import { readIni } from '../languages/ini/reader.js';
import { parseJavaScript } from '../languages/javascript/parse.js';
import { readJavaScript } from '../languages/javascript/reader.js';
import type { JavaScriptTree } from '../languages/javascript/tree.js';
import { readJson } from '../languages/json/reader.js';
import { isChangeLog, readChangeLog } from '../languages/liquibase/reader.js';
import { readMakefile } from '../languages/makefile/reader.js';
import { readMarkdown } from '../languages/markdown/reader.js';
import { databricksCells, databricksRuns } from '../languages/notebook/databricks.js';
import { readNotebook } from '../languages/notebook/reader.js';
import { readOther } from '../languages/other/reader.js';
import { readPowerShell } from '../languages/powershell/reader.js';
import { readPrisma } from '../languages/prisma/reader.js';
import { isProperties, readProperties } from '../languages/properties/reader.js';
import { readPython } from '../languages/python/read.js';
import { readShell } from '../languages/shell/reader.js';
import { readSqlFile } from '../languages/sql/read-sql-file.js';
import { readTerraform } from '../languages/terraform/reader.js';
import { readToml } from '../languages/toml/reader.js';
import { readYaml } from '../languages/yaml/reader.js';
import { isPolicyFile } from '../policy/find-policy.js';
import { SQL_FILE } from '../references/file-endings.js';
import type { Source } from '../references/source.js';
import { type EmbeddedReader, withEmbedded } from './embedded-files.js';

/** How the files of one language are read. */
export interface Reader {
  readonly language: Language;
  /** Which files, by their name. */
  readonly files: Pick<RegExp, 'test'>;
  /**
   * @param tree what ESLint has parsed already, for JavaScript; null where the reader parses itself
   * @param beside the files that are read together with this one; none, if left out
   */
  read(source: Source, load: ModuleLoader, tree: JavaScriptTree | null, beside?: FolderLoader): Facts;
}

/** `documentation`: code in several languages, none of which runs. */
export type Language = 'python' | 'sql' | 'javascript' | 'dotenv' | 'shell' | 'configuration' | 'documentation';

/** Endings of templates: what is before them says what they become. */
const TEMPLATE = /\.(?:j2|jinja2?|tmpl|tpl|erb|example|sample|template|dist)$/i;

/** How code blocks are read; an example's imports are of a repository that it only speaks of. */
const CODE_READERS: ReadonlyMap<string, (code: Source) => Facts> = new Map([
  ['python', (code: Source) => readPython(code, () => null)],
  ['javascript', (code: Source) => factsOfScript(code, '.jsx', () => null)],
  ['typescript', (code: Source) => factsOfScript(code, '.ts', () => null)],
]);

/** The readers in order; the first whose pattern fits a file's name reads it. */
const READERS: readonly Reader[] = [
  { language: 'dotenv', files: { test: isEnvFile }, read: (source) => readDotenv(source) },
  { language: 'python', files: /\.pyi?$/, read: (source, load) => readPython(source, load, databricksRuns(source)) },
  {
    language: 'python',
    files: /\.ipynb$/,
    read: (source, load) => readNotebook(source, (code, runs) => readPython(code, load, runs)),
  },
  { language: 'sql', files: SQL_FILE, read: (source) => readSqlFile(source) },
  {
    language: 'javascript',
    files: /\.[cm]?[jt]sx?$/,
    read: (source, load, tree) => factsOfJavaScript(source, load, tree ?? parseJavaScript(source)),
  },
  {
    language: 'javascript',
    files: /\.(?:vue|svelte|astro)$/,
    read: (source, load) => readComponent(source, (code, ending) => factsOfScript(code, ending, (specifier) => load(specifier, source))),
  },
  { language: 'shell', files: /\.(?:sh|bash|zsh|ksh)$|^\.(?:(?:bash|zsh)rc|envrc)$/, read: (source) => readShell(source) },
  { language: 'shell', files: /\.psm?1$/i, read: (source) => readPowerShell(source) },
  { language: 'shell', files: /\.(?:bat|cmd)$/i, read: (source) => readBatch(source) },
  { language: 'shell', files: /^(?:GNU)?[Mm]akefile(?:\..+)?$|\.mk$/, read: (source) => readMakefile(source) },
  { language: 'shell', files: /^(?:.+\.)?(?:Dockerfile|Containerfile)(?:[._-].+)?$|\.dockerfile$/i, read: (source) => readDockerfile(source) },
  { language: 'configuration', files: /\.ya?ml$|^MLproject$/i, read: (source) => readYaml(source) },
  { language: 'configuration', files: /\.(?:json|jsonc|json5|avsc)$/i, read: (source) => readJson(source) },
  { language: 'configuration', files: /\.toml$/i, read: (source) => readToml(source) },
  { language: 'configuration', files: /\.(?:tf|tfvars|tfbackend|hcl)$/i, read: (source, _load, _tree, beside) => readTerraform(source, beside) },
  { language: 'configuration', files: /\.properties$|^spark-defaults\.conf$/i, read: (source) => readProperties(source) },
  { language: 'configuration', files: /\.(?:ini|cfg)$/i, read: (source) => readIni(source) },
  { language: 'documentation', files: /\.(?:md|markdown)$/i, read: (source) => readMarkdown(source, CODE_READERS) },
  { language: 'configuration', files: /\.prisma$/, read: (source) => readPrisma(source) },
  { language: 'configuration', files: /\.xml$/i, read: (source) => (isChangeLog(source.text) ? readChangeLog(source) : readOther(source)) },
  { language: 'configuration', files: /\.(?:conf|hocon)$/i, read: (source) => readConf(source) },
  {
    language: 'configuration',
    files: /\.(?:scala|sc|java|kt|kts|go|rs|cc|cpp|cs|swift|groovy|gradle|php|rb|r|pl|ex|exs|jl|service|txt)$|^Jenkinsfile$/i,
    read: (source) => readOther(source),
  },
];

const READERS_OF_FILES: readonly Reader[] = READERS.map((reader) => ({
  ...reader,
  read: (source, load, tree, beside) => {
    const facts = reader.read(source, load, tree, beside);
    return withEmbedded(facts, [...facts.embedded, ...databricksCells(source)], embeddedReader(load));
  },
}));

/** node-config's map from its keys to the variables that replace them: it holds no values. */
const VARIABLES_OF_KEYS = /^custom-environment-variables\.\w+$/;

/** What tools write for tools, or to be looked at: locks, logs, minified scripts and bundles, indexes of pages, the code that protobuf makes. */
const GENERATED = /^search_?index\.js(?:on)?$|[-.]lock\.(?:json|ya?ml|hcl|toml)$|\.(?:min|bundle|chunk)\.[cm]?js$|_pb2(?:_grpc)?\.pyi?$|(?:^|[_.-])logs?\.txt$/i;

/** The reader of a file, by its name; null where there is none for it. A policy names resources and uses none. */
export function readerFor(path: string): Reader | null {
  const file = basename(path);
  const name = file.replace(TEMPLATE, '');
  if (isPolicyFile(name) || GENERATED.test(file) || VARIABLES_OF_KEYS.test(file)) return null;
  const named = (wanted: string) => READERS_OF_FILES.find(({ files }) => files.test(wanted));
  return named(file) ?? named(name) ?? null;
}

/** What ends in `.conf` is of many programs, and says itself how it is written. */
function readConf(source: Source): Facts {
  if (isProperties(source.text)) return readProperties(source);
  if (isFluent(source.text)) return readFluent(source);
  return readHocon(source) ?? (TABLES_OF_TOML.test(source.text) ? readToml(source) : readOther(source));
}

/** Telegraf's and Vector's way: each input and output is a table of its own. */
const TABLES_OF_TOML = /^[ \t]*\[\[[\w.-]+\]\][ \t]*$/m;

function embeddedReader(load: ModuleLoader): EmbeddedReader {
  return (name, code) => readerFor(name)?.read(code, load, null) ?? null;
}

/** @param ending of a file that held nothing but this code, which stands in one of another language */
function factsOfScript(code: Source, ending: '.jsx' | '.ts' | '.tsx', load: ModuleLoader): Facts {
  return factsOfJavaScript(code, load, parseJavaScript({ ...code, path: code.path + ending }));
}

function factsOfJavaScript(source: Source, load: ModuleLoader, parsed: ReturnType<typeof parseJavaScript>): Facts {
  if (isMinified(source.text)) return factsOf(source, {});
  return 'message' in parsed ? factsOf(source, { problems: [parsed] }) : readJavaScript(source, parsed, load);
}

/** A script whose lines are hundreds of characters long was written by a bundler. */
function isMinified(text: string): boolean {
  const isLong = text.length > SHORTEST_BUNDLE;
  return isLong && text.split('\n').length * LONGEST_LINES < text.length;
}

const SHORTEST_BUNDLE = 20_000;
/** On the average of a file. */
const LONGEST_LINES = 400;

/**
 * Whether a file only speaks of the platform: what its code blocks name is listed, and reported where
 * somebody lints such files with ESLint, but keeps no pull request back.
 */
export function isDocumentation(path: string): boolean {
  return readerFor(path)?.language === 'documentation';
}

/** Whether a file is not yet what its name says before the last ending: `catalog.yaml.tmpl`, `settings.py.j2`. */
export function isTemplate(path: string): boolean {
  return TEMPLATE.test(path);
}
