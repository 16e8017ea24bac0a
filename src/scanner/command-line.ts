import { readFileSync } from 'node:fs';
import type { ESLint } from 'eslint';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { POLICY_FILES } from '../policy/find-policy.js';
import { PolicyError, showProblem } from '../policy/policy-error.js';
import { KINDS } from '../references/kind.js';
import type { Kind } from '../references/kind.js';
import { formatCsv } from './format-csv.js';
import { formatHtml } from './format-html.js';
import { formatMermaid } from './format-mermaid.js';
import { formatSarif } from './format-sarif.js';
import { counted, formatStylish, painter } from './format-stylish.js';
import type { Paint } from './format-stylish.js';
import { formatTable } from './format-table.js';
import { runInit } from './init/run-init.js';
import { inventory } from './inventory.js';
import { checkPolicy } from './policy-check.js';
import type { PolicyCheck } from './policy-check.js';
import { relativePath } from './relative-path.js';
import { FAILURE, scan } from './scan.js';
import type { FileOptions } from './scan.js';
import { UsageError } from './usage-error.js';

/** What the command line touches of the world. */
export interface Surroundings {
  readonly cwd: string;
  readonly hasColors: boolean;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
  readInput(): Promise<Buffer>;
  /** Puts a question to a person; left out where nobody sits at the terminal. */
  readonly ask?: (question: string) => Promise<string>;
}

/** Clean, or warnings only; problems that are errors; a wrong call, a wrong policy or an error of our own. */
export type ExitCode = 0 | 1 | 2;

/** Runs one command line, `words` without node and the program. Never throws. */
export async function runCommandLine(words: readonly string[], world: Surroundings): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(world, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    world.writeError(`${messageOf(error, world.cwd)}\n`);
    return 2;
  }
}

interface SharedFlags {
  readonly policy?: string;
  readonly exclude: string[];
  readonly stdin?: true;
  readonly stdinFilename?: string;
  readonly color: boolean;
}

interface ScanFlags extends SharedFlags {
  readonly format: 'stylish' | 'json' | 'sarif';
  readonly select?: string[];
  readonly ignore: string[];
  readonly quiet?: true;
  readonly maxWarnings?: number;
}

interface InventoryFlags extends SharedFlags {
  readonly format: 'table' | 'json' | 'csv' | 'mermaid' | 'html';
  readonly mentions?: true;
  readonly kind?: Kind[];
}

function createProgram(world: Surroundings, finish: (code: ExitCode) => void): Command {
  const program = new Command('domain-separation')
    .description('Finds every name of a shared data platform in code, and says whose it is.')
    .version(packageVersion(), '--version', 'print the version')
    .exitOverride()
    .configureOutput({ writeOut: world.writeOut, writeErr: world.writeError })
    .showHelpAfterError('(see --help)');
  withFiles(program.command('scan'))
    .description('report names that are nobody\'s or another domain\'s; exit code 1 if there are errors')
    .addOption(new Option('--format <format>', 'how to print').choices(['stylish', 'json', 'sarif']).default('stylish'))
    .option('--select <rule>', 'only this rule (several times, or with commas)', listed)
    .option('--ignore <rule>', 'not this rule (several times, or with commas)', listed, [])
    .option('--quiet', 'errors only')
    .option('--max-warnings <count>', 'exit with 1 if there are more warnings', wholeNumber)
    .action(async (paths: string[], flags: ScanFlags) => finish(await runScan(paths, flags, world)));
  withFiles(program.command('inventory'))
    .description('list every name that code uses, whose it is and where it is written')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['table', 'json', 'csv', 'mermaid', 'html'])
        .default('table'),
    )
    .option('--kind <kind>', 'only names of this kind (several times, or with commas)', kinds)
    .option('--mentions', 'list names in log lines and messages, too')
    .action(async (paths: string[], flags: InventoryFlags) => finish(await runInventory(paths, flags, world)));
  program
    .command('init')
    .description('propose a policy from the names that the repository uses, and write it with an ESLint config')
    .option('--yes', 'write without asking')
    .option('--no-color', 'no colours')
    .action(async (flags: { yes?: true; color: boolean }) =>
      finish(await runInit({ yes: flags.yes === true, paint: paintFor(flags, world) }, world)),
    );
  program
    .command('policy')
    .description('work on the policy file')
    .command('check')
    .description('say what is wrong with the policy, and what it leaves open in its repository')
    .option('--policy <file>', 'the policy file (the nearest domain-separation.yaml up the tree)')
    .option('--no-color', 'no colours')
    .action(async (flags: { policy?: string; color: boolean }) => finish(await runPolicyCheck(flags, world)));
  return program;
}

function withFiles(command: Command): Command {
  return command
    .argument('[path...]', 'files and folders (the working directory)')
    .option('--policy <file>', 'the policy that counts for every file (the nearest one up the tree from each)')
    .option('--exclude <glob>', 'leave files and folders out, as in a .gitignore (several times)', appended, [])
    .option('--stdin', 'read one text from standard input')
    .option('--stdin-filename <path>', 'the file that the text is to be taken for')
    .option('--no-color', 'no colours');
}

async function runScan(paths: string[], flags: ScanFlags, world: Surroundings): Promise<ExitCode> {
  const options = {
    ...(await filesOf(paths, flags, world)),
    ...(flags.select === undefined ? {} : { select: flags.select }),
    ignore: flags.ignore,
  };
  const all = await scan(options, () => world.writeError(NO_POLICY));
  const warnings = all.reduce((sum, { warningCount }) => sum + warningCount, 0);
  const errors = all.reduce((sum, { errorCount }) => sum + errorCount, 0);
  const results = flags.quiet === true ? all.map(errorsOnly) : all;
  world.writeOut(formatted(results, flags, world));
  const { maxWarnings } = flags;
  if (all.some(({ messages }) => messages.some(({ message }) => message.startsWith(FAILURE)))) return 2;
  if (errors > 0) return 1;
  if (maxWarnings === undefined || warnings <= maxWarnings) return 0;
  world.writeError(`Found ${counted(warnings, 'warning')}, and --max-warnings allows ${maxWarnings}.\n`);
  return 1;
}

function formatted(results: readonly ESLint.LintResult[], flags: ScanFlags, world: Surroundings): string {
  switch (flags.format) {
    case 'json':
      return `${JSON.stringify(results)}\n`;
    case 'sarif':
      return formatSarif(results, world.cwd, packageVersion());
    case 'stylish':
      return formatStylish(results, world.cwd, paintFor(flags, world));
  }
}

/** Without a policy hardly anything is reported, which is not to be taken for a repository that is right. */
const NO_POLICY = `There is no ${POLICY_FILES[0]} here or above: nothing says which names are whose, and only general conventions
are checked. "domain-separation init" proposes one.
`;

/** As ESLint's `--quiet` leaves a result. */
function errorsOnly(result: Awaited<ReturnType<typeof scan>>[number]) {
  const messages = result.messages.filter(({ severity }) => severity === 2);
  return { ...result, messages, warningCount: 0, fixableWarningCount: 0 };
}

async function runInventory(paths: string[], flags: InventoryFlags, world: Surroundings): Promise<ExitCode> {
  const options = { ...(await filesOf(paths, flags, world)), mentions: flags.mentions === true };
  const failures: string[] = [];
  const all = await inventory(options, ({ file, line, column, message }) => {
    if (message.startsWith(FAILURE)) failures.push(message);
    world.writeError(`${file}:${line}:${column}  ${message}\n`);
  });
  const found = { ...all, references: all.references.filter(({ kind }) => flags.kind?.includes(kind) ?? true) };
  switch (flags.format) {
    case 'json':
      world.writeOut(`${JSON.stringify(found, null, 2)}\n`);
      break;
    case 'csv':
      world.writeOut(formatCsv(found));
      break;
    case 'html':
      world.writeOut(formatHtml(found));
      break;
    case 'mermaid':
      world.writeOut(formatMermaid(found));
      break;
    case 'table':
      world.writeOut(formatTable(found, paintFor(flags, world)));
      break;
  }
  return failures.length > 0 ? 2 : 0;
}

async function runPolicyCheck(flags: { policy?: string; color: boolean }, world: Surroundings): Promise<ExitCode> {
  const { policy } = flags;
  const found = await checkPolicy({ cwd: world.cwd, ...(policy === undefined ? {} : { policy }) });
  world.writeOut(shownCheck(found, world.cwd, paintFor(flags, world)));
  return 0;
}

const SHOWN_FILES = 20;

function shownCheck(found: PolicyCheck, cwd: string, paint: Paint): string {
  const { file, domains, files, filesOfNoDomain } = found;
  const unused = [...found.unusedFileGlobs, ...found.unusedGlobs].map(
    ({ glob, of, at }) => `  ${relativePath(cwd, at.file)}:${at.line}:${at.column}  "${glob}" in the ${of}`,
  );
  const over = found.grantsOver.map(
    ({ domain, until, at }) => `  ${relativePath(cwd, at.file)}:${at.line}:${at.column}  for "${domain}", until ${until}`,
  );
  const naming = filesOfNoDomain.filter(({ uses }) => uses > 0);
  const homeless = naming.slice(0, SHOWN_FILES).map((each) => `  ${each.file}  ${paint('dim', counted(each.uses, 'name'))}`);
  const more = naming.length - homeless.length;
  const silent = filesOfNoDomain.length - naming.length;
  return [
    `${relativePath(cwd, file)} is right: ${counted(domains.length, 'domain')} (${domains.join(', ')}), ${counted(files, 'file')}, and no name that two domains claim.`,
    ...(unused.length === 0 ? [] : ['', paint('yellow', 'Nothing in the repository is matched by (correct or remove it)'), ...unused]),
    ...(over.length === 0 ? [] : ['', paint('yellow', 'Over are the grants (renew or remove them)'), ...over]),
    ...(homeless.length === 0 ? [] : ['', paint('yellow', 'In no domain are the files (add them to the "files" of one; for what all share it may be right)'), ...homeless]),
    ...(more > 0 ? [`  and ${counted(more, 'other')}`] : []),
    ...(silent > 0 ? ['', `In no domain, and without a name: ${counted(silent, 'file')}.`] : []),
    '',
  ].join('\n');
}

async function filesOf(paths: string[], flags: SharedFlags, world: Surroundings): Promise<FileOptions> {
  const { policy, exclude, stdin, stdinFilename } = flags;
  const common = { cwd: world.cwd, exclude, ...(policy === undefined ? {} : { policy }) };
  if (stdin === undefined) {
    if (stdinFilename !== undefined) throw new UsageError('--stdin-filename is for --stdin.');
    return { ...common, paths };
  }
  if (paths.length > 0) throw new UsageError('--stdin reads standard input, and paths were given as well.');
  if (stdinFilename === undefined) {
    throw new UsageError('--stdin needs --stdin-filename: the name tells the language and the domain.');
  }
  return { ...common, text: { content: await world.readInput(), filename: stdinFilename } };
}

function paintFor({ color }: { readonly color: boolean }, { hasColors }: Surroundings): Paint {
  return painter(color && hasColors);
}

function appended(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

function listed(value: string, before: readonly string[] = []): string[] {
  return [...before, ...value.split(',').map((part) => part.trim())];
}

function kinds(value: string, before: readonly Kind[] = []): Kind[] {
  const named = listed(value).map((word) => {
    const kind = KINDS.find((candidate) => candidate === word);
    if (kind === undefined) throw new InvalidArgumentError(`The kinds are ${KINDS.join(', ')}.`);
    return kind;
  });
  return [...before, ...named];
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(value);
}

/** What a person can act on, without the stack; of an error of our own, the stack. */
function messageOf(error: unknown, cwd: string): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof PolicyError) {
    return error.problems.map((problem) => showProblem({ ...problem, file: relativePath(cwd, problem.file) })).join('\n');
  }
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This should not have happened; please report it with what is printed here.\n${shown}`;
}

function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
