import type { Dialect } from '../../references/reference.js';
import type { Source } from '../../references/source.js';
import { type Text, literal } from '../../references/text.js';
import { readConfiguration } from '../configuration/reader.js';
import { readDockerfile } from '../dockerfile/reader.js';
import { readDotenv } from '../dotenv/reader.js';
import type { Comment, Facts } from '../facts.js';
import { factsOf } from '../facts-of.js';
import { readIni } from '../ini/reader.js';
import { parseJson } from '../json/reader.js';
import { readMakefile } from '../makefile/reader.js';
import { propertiesIn } from '../properties/reader.js';
import { evaluateShell } from '../shell/evaluator.js';
import { typedSql } from '../shell/typed-sql.js';
import { looksLikeSql } from '../sql/looks-like-sql.js';
import { readTerraform } from '../terraform/reader.js';
import { readToml } from '../toml/reader.js';
import { readYaml } from '../yaml/reader.js';
import { viewOf } from '../view-of.js';
import { type CodeBlock, codeBlocksIn } from './code-blocks.js';

/** The readers of languages that are not this folder's neighbours; null where there is none. */
export type CodeReader = (code: Source) => Facts;

/**
 * Reads the fenced code blocks of a Markdown file, each in its language; prose is not read, and what
 * cannot be read in a block is no problem of the file, for examples are often cut short.
 *
 * Places of blocks in languages with a reader of their own are in a source of the same path, lines
 * and offsets, in which everything else is blank: compare paths, not sources.
 *
 * @param readers by language: `python`, `javascript`, `typescript`; all blocks of one are one module
 */
export function readMarkdown(source: Source, readers: ReadonlyMap<string, CodeReader>): Facts {
  const blocks = codeBlocksIn(source.text);
  const found: Partial<Facts>[] = blocks.map((block) => readBlock(source, block));
  for (const [language, read] of readers) {
    const own = blocks.filter((block) => (NAMES.get(block.language) ?? block.language) === language);
    if (own.length > 0) found.push(...readTogether(source, own, read));
  }
  return together(source, [...found, { comments: commentsOutside(blocks, source) }]);
}

/** The blocks of one language as one module; those that cannot be parsed by themselves take no others along. */
function readTogether(source: Source, blocks: readonly CodeBlock[], read: CodeReader): Facts[] {
  const whole = read(viewOf(source, blocks));
  if (whole.problems.length === 0 || blocks.length === 1) return [whole];
  const alone = blocks.map((block) => ({ block, facts: read(viewOf(source, [block])) }));
  const sound = alone.filter(({ facts }) => facts.problems.length === 0).map(({ block }) => block);
  const broken = alone.filter(({ facts }) => facts.problems.length > 0).map(({ facts }) => facts);
  return sound.length === 0 ? broken : [read(viewOf(source, sound)), ...broken];
}

/** The comments of the prose, `<!-- … -->`. */
function commentsOutside(blocks: readonly CodeBlock[], source: Source): Comment[] {
  return [...source.text.matchAll(/<!--([^]*?)-->/g)]
    .map((match) => ({ text: match[1] ?? '', start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => !blocks.some((block) => block.start <= start && start < block.end))
    .map(({ text, start, end }) => ({ text, form: 'block', place: { source, start, end } }));
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['py', 'python'],
  ['python3', 'python'],
  ['pyspark', 'python'],
  ['js', 'javascript'],
  ['jsx', 'javascript'],
  ['mjs', 'javascript'],
  ['ts', 'typescript'],
  ['tsx', 'typescript'],
]);

const DIALECTS: ReadonlyMap<string, Dialect | null> = new Map<string, Dialect | null>([
  ['sql', null],
  ['trino', 'trino'],
  ['presto', 'trino'],
  ['postgres', 'postgres'],
  ['postgresql', 'postgres'],
  ['psql', 'postgres'],
  ['plpgsql', 'postgres'],
  ['sparksql', 'spark'],
  ['spark-sql', 'spark'],
  ['hive', 'hive'],
  ['hql', 'hive'],
  ['mysql', 'mysql'],
  ['cql', 'cql'],
  ['cassandra', 'cql'],
]);

const READERS: ReadonlyMap<string, CodeReader> = new Map<string, CodeReader>([
  ['yaml', readYaml],
  ['yml', readYaml],
  ['env', readDotenv],
  ['dotenv', readDotenv],
  ['.env', readDotenv],
  ['toml', readToml],
  ['ini', readIni],
  ['cfg', readIni],
  ['hcl', readTerraform],
  ['tf', readTerraform],
  ['terraform', readTerraform],
  ['dockerfile', readDockerfile],
  ['docker', readDockerfile],
  ['makefile', readMakefile],
  ['make', readMakefile],
]);

const SHELL = /^(?:bash|sh|shell|zsh|ksh|shellscript)$/;
const CONSOLE = /^(?:console|shell-session|sh-session|terminal|bash-session)$/;

function readBlock(source: Source, block: CodeBlock): Partial<Facts> {
  const { language, start, end } = block;
  const text = literal(source.text.slice(start, end), { source, start, end });
  if (SHELL.test(language)) return readSession(text);
  if (CONSOLE.test(language)) return readSession(promptsOnly(text));
  if (language === '') return readUnnamed(text);
  if (language === 'json' || language === 'jsonc') {
    const { root, comments } = parseJson(text);
    return readConfiguration(root === null ? [] : [root], comments);
  }
  if (language === 'properties') return propertiesIn(text);
  const dialect = DIALECTS.get(language);
  if (dialect !== undefined) return { statements: [{ text, dialect }] };
  return READERS.get(language)?.(viewOf(source, [block])) ?? {};
}

/** A script, or what was typed in a session: some of it to a client of a database. */
function readSession(script: Text): Partial<Facts> {
  const facts = evaluateShell(script);
  return { ...facts, statements: [...facts.statements, ...typedSql(script, facts.commands)] };
}

/** A line that a shell is given, prompt and all. */
const PROMPT = /^\s*\$ /;
const COMMAND_LINE =
  /^\s*(?:sudo\s+)?(?:docker(?:-compose)?|kubectl|aws|awslocal|mc|psql|createdb|mysql|kafka-[a-z-]+(?:\.sh)?|rpk|kcat|trino|cqlsh|gsutil|spark-submit)\s/;

/** A block that does not say what is in it, as far as it is plain to see. */
function readUnnamed(text: Text): Partial<Facts> {
  if (PROMPT.test(text.flat)) return readSession(promptsOnly(text));
  if (COMMAND_LINE.test(text.flat)) return readSession(text);
  return looksLikeSql(text.flat) ? { statements: [{ text, dialect: null }] } : {};
}

/** A session's commands, its output blank. */
function promptsOnly(text: Text): Text {
  let continues = false;
  const commands = text.flat.replaceAll(/^[^\n]*$/gm, (line) => {
    const prompt = /^\s*[$#>] /.exec(line)?.[0].length ?? 0;
    const command = continues ? line : ' '.repeat(prompt) + line.slice(prompt);
    const shown = prompt > 0 || continues;
    continues = shown && /\\\s*$/.test(line);
    return shown ? command : ' '.repeat(line.length);
  });
  return literal(commands, text.place);
}

function together(source: Source, found: readonly Partial<Facts>[]): Facts {
  return factsOf(source, {
    calls: found.flatMap(({ calls = [] }) => calls),
    declarations: found.flatMap(({ declarations = [] }) => declarations),
    texts: found.flatMap(({ texts = [] }) => texts),
    commands: found.flatMap(({ commands = [] }) => commands),
    statements: found.flatMap(({ statements = [] }) => statements),
    embedded: found.flatMap(({ embedded = [] }) => embedded),
    comments: found.flatMap(({ comments = [] }) => comments),
  });
}
