import { basename, resolve } from 'node:path';
import type { ESLint, Linter } from 'eslint';
import { isDocumentation, readerFor } from '../analysis/readers.js';
import { Workspace } from '../analysis/workspace.js';
import { isPolicyFile } from '../policy/find-policy.js';
import { PolicyError } from '../policy/policy-error.js';
import type { PolicyProblem } from '../policy/policy-error.js';
import type { Settings } from '../policy/policy.js';
import { createSource, positionAt } from '../references/source.js';
import type { RuleName } from '../reporting/rule-name.js';
import { checkRules, ruleNamed, rulesLike } from './check-rules.js';
import { FileLinter } from './file-linter.js';
import type { RuleChoice } from './file-linter.js';
import { decode, readText } from './read-text.js';
import type { FileText, FileTextProblem } from './read-text.js';
import { UsageError } from './usage-error.js';
import { filesBelow } from './walk.js';
import type { FoundFile } from './walk.js';

export interface FileOptions {
  /** Files and folders, from the working directory; the working directory itself where left out. */
  readonly paths?: readonly string[];
  /** The working directory; that of the process where left out. */
  readonly cwd?: string;
  /** The policy file that counts for every file; the nearest one up the tree from each where left out. */
  readonly policy?: string;
  /** Globs as in a `.gitignore`, from the working directory. */
  readonly exclude?: readonly string[];
  /** A text that is not on disk, and the file it is to be taken for; then `paths` are not looked at. */
  readonly text?: { readonly content: string | Buffer; readonly filename: string };
}

export interface ScanOptions extends FileOptions {
  /** Only these rules, with or without the plugin's prefix. */
  readonly select?: readonly string[];
  /** All rules but these. */
  readonly ignore?: readonly string[];
}

interface OpenRoot {
  readonly linter: FileLinter;
  readonly workspace: Workspace;
}

/**
 * Lints files with all rules, at the severities and options of their policy's `rules`, or of the
 * `recommended` preset where it says nothing. The results are ESLint's: one for each file, in the
 * order of their paths, with the same messages and positions that the plugin gives.
 *
 * Throws a `UsageError` for a path or rule that is not there and a `PolicyError` for a policy that is
 * wrong. What is wrong with a single file is a message of that file, and so is a failure of our own.
 * `withoutPolicy` is called where there are files, and no policy counts for any of them.
 */
export async function scan(options: ScanOptions = {}, withoutPolicy?: () => void): Promise<ESLint.LintResult[]> {
  const cwd = resolve(options.cwd ?? process.cwd());
  const policyFile = options.policy === undefined ? null : resolve(cwd, options.policy);
  const choice = {
    select: options.select === undefined ? null : options.select.map(selectedRule),
    ignore: (options.ignore ?? []).map(selectedRule),
  };
  const roots = new Map<string, OpenRoot>();
  const results: ESLint.LintResult[] = [];
  const checked = new Set<Settings>();
  const policyFiles = new Set<string | null>();
  const policyProblems = new Map<string, PolicyProblem>();
  for (const { file, read } of textsOf(cwd, options)) {
    const { root, path } = file;
    if (isDocumentation(path)) continue;
    const { linter, workspace } = roots.get(root) ?? (await openRoot(root, policyFile, choice));
    roots.set(root, { linter, workspace });
    try {
      const { settings, file: policy } = workspace.policyOf(path);
      policyFiles.add(policy);
      if (!checked.has(settings)) checkRules(settings);
      checked.add(settings);
      const text = read();
      if (text.form === 'text') {
        const { messages, suppressed } = linter.lint(path, text.text, settings.rulesFor(path));
        const own = text.problem === null ? [] : [messageOf(text.problem, path, text.text)];
        results.push(resultOf(path, [...own, ...messages], suppressed, text.text));
      } else {
        const problem = text.form === 'unread' ? text.problem : file.isNamed ? BINARY : null;
        if (problem !== null) results.push(resultOf(path, [messageOf(problem, path, '')], [], null));
      }
    } catch (error) {
      if (error instanceof PolicyError) {
        for (const problem of error.problems) policyProblems.set(JSON.stringify(problem), problem);
      } else {
        results.push(resultOf(path, [messageOf(failureOf(error), path, '')], [], null));
      }
    }
  }
  if (policyProblems.size > 0) throw new PolicyError([...policyProblems.values()]);
  if (policyFiles.size === 1 && policyFiles.has(null)) withoutPolicy?.();
  return results;
}

/** Opens a repository: what reads its files, and what lints them with it. */
async function openRoot(root: string, policyFile: string | null, choice: RuleChoice): Promise<OpenRoot> {
  const workspace = new Workspace({ root, policyFile, mayChange: false });
  return { workspace, linter: await FileLinter.create(root, policyFile, workspace, choice) };
}

/** How the message of a file begins on which the scanner itself has failed; the other files are still linted. */
export const FAILURE = 'The file could not be checked, which should not have happened; please report it';

export function failureOf(error: unknown): FileTextProblem {
  const reason = error instanceof Error ? `${error.name}: ${error.message.split('\n', 1)[0]}` : String(error);
  return { message: `${FAILURE}: ${reason}`, severity: 'error', offset: 0 };
}

/** A file that somebody asked for by name and that no reader can read. */
const BINARY: FileTextProblem = { message: 'The file was not read: it is binary.', severity: 'warn', offset: 0 };

/**
 * The files of a run, each with how to read it; only those that some reader is for, or that were
 * named. A policy names resources and uses none.
 */
export function textsOf(cwd: string, { text, paths = [], exclude = [] }: FileOptions) {
  if (text !== undefined) {
    const path = resolve(cwd, text.filename);
    const file: FoundFile = { path, root: cwd, isNamed: true };
    const { content } = text;
    const read = (): FileText =>
      typeof content === 'string' ? { form: 'text', text: content, problem: null } : decode(content, path);
    return [{ file, read }];
  }
  return filesBelow({ cwd, paths, exclude })
    .filter(({ path, isNamed }) => isNamed || readerFor(path) !== null)
    .filter(({ path }) => !isPolicyFile(basename(path)))
    .map((file) => ({ file, read: () => readText(file.path) }));
}

function selectedRule(name: string): RuleName {
  const rule = ruleNamed(name);
  if (rule === null) throw new UsageError(`There is no rule "${name}": ${rulesLike(name)}`);
  return rule;
}

function messageOf({ message, severity, offset }: FileTextProblem, path: string, text: string): Linter.LintMessage {
  const isError = severity === 'error';
  const position = positionAt(createSource(path, text), offset);
  return { ruleId: null, message, severity: isError ? 2 : 1, ...(isError ? { fatal: true } : {}), ...position };
}

function resultOf(
  filePath: string,
  messages: Linter.LintMessage[],
  suppressedMessages: Linter.SuppressedLintMessage[],
  source: string | null,
): ESLint.LintResult {
  const count = (isCounted: (message: Linter.LintMessage) => boolean): number => messages.filter(isCounted).length;
  return {
    filePath,
    messages,
    suppressedMessages,
    errorCount: count(({ severity }) => severity === 2),
    fatalErrorCount: count(({ fatal }) => fatal === true),
    warningCount: count(({ severity }) => severity === 1),
    fixableErrorCount: count(({ severity, fix }) => severity === 2 && fix !== undefined),
    fixableWarningCount: count(({ severity, fix }) => severity === 1 && fix !== undefined),
    usedDeprecatedRules: [],
    ...(messages.length > 0 && source !== null ? { source } : {}),
  };
}
