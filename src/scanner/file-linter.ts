import { extname } from 'node:path';
import type { Linter } from 'eslint';
import type { Analysis } from '../analysis/analysis.js';
import { readerFor } from '../analysis/readers.js';
import type { Workspace } from '../analysis/workspace.js';
import { typescriptParser } from '../configs/typescript-parser.js';
import { languages } from '../eslint/languages.js';
import type { RuleSetting, RuleSettings } from '../policy/policy.js';
import { analysisOf, withWorkspace } from '../reporting/analysis-of.js';
import { rules } from '../rules/index.js';
import type { RuleSourceCode } from '../reporting/rule-context.js';
import { RULE_NAMES, RULE_PREFIX } from '../reporting/rule-name.js';
import type { RuleName } from '../reporting/rule-name.js';
import { notebookMessages } from './notebook-messages.js';
import { syntaxProblems } from './syntax-problems.js';
import type { UnreadPart } from './syntax-problems.js';
import { withTraces } from './traces.js';

/** Which rules a run is asked for; null for all. */
export interface RuleChoice {
  readonly select: readonly RuleName[] | null;
  readonly ignore: readonly RuleName[];
}

export interface LintedText {
  readonly messages: Linter.LintMessage[];
  readonly suppressed: Linter.SuppressedLintMessage[];
}

/** ESLint's types leave out the method that its own command line asks for suppressed messages. */
type SuppressingLinter = Linter & { getSuppressedMessages(): Linter.SuppressedLintMessage[] };

/** What ESLint says of an unused directive that is for some rules and not for all. */
const NAMED_RULE = /reported from '/;
const JAVASCRIPT = /^\.[cm]?jsx?$/;
const TYPESCRIPT = /^\.[cm]?tsx?$/;

/**
 * Lints texts as ESLint with the plugin does, its directives and positions included. ESLint itself is
 * loaded with the first of them: whoever only takes the plugin from this package may run without it.
 */
export class FileLinter {
  readonly #linter: SuppressingLinter;
  readonly #root: string;
  readonly #policyFile: string | null;
  readonly #workspace: Workspace;
  readonly #choice: RuleChoice;

  /** `root` is the repository, `workspace` its own; `policyFile`, where it is set, counts for every file. */
  static async create(
    root: string,
    policyFile: string | null,
    workspace: Workspace,
    choice: RuleChoice,
  ): Promise<FileLinter> {
    const { Linter } = await import('eslint');
    const linter = new Linter({ cwd: root, configType: 'flat' }) as SuppressingLinter;
    return new FileLinter(linter, root, policyFile, workspace, choice);
  }

  private constructor(
    linter: SuppressingLinter,
    root: string,
    policyFile: string | null,
    workspace: Workspace,
    choice: RuleChoice,
  ) {
    this.#linter = linter;
    this.#root = root;
    this.#policyFile = policyFile;
    this.#workspace = workspace;
    this.#choice = choice;
  }

  /** `path` is absolute and below the root; `settings` are what the policy says of rules there. */
  lint(path: string, text: string, settings: RuleSettings): LintedText {
    return withWorkspace(this.#root, this.#policyFile, this.#workspace, () => this.#lint(path, text, settings));
  }

  #lint(path: string, text: string, settings: RuleSettings): LintedText {
    const config = this.#configFor(path, settings);
    const messages = this.#linter.verify(text, config, { filename: path });
    const isOwnLanguage = config.language !== undefined;
    const analysis = isOwnLanguage ? this.#analysisOf(path, config) : null;
    const syntax = analysis === null ? [] : syntaxProblems(analysis).map(syntaxMessage);
    const inCells = analysis === null ? null : notebookMessages(analysis, this.#settingsFor(settings));
    if (inCells !== null) return { ...inCells, messages: [...syntax, ...inCells.messages] };
    const isWanted = (message: Linter.LintMessage): boolean => this.#isWanted(message, isOwnLanguage && !isOthersToo(path));
    return {
      messages: [...syntax, ...this.#traced(messages.filter(isWanted), config, path, settings)].sort(byPlace),
      suppressed: this.#linter.getSuppressedMessages().filter(isWanted),
    };
  }

  #traced(messages: readonly Linter.LintMessage[], config: Linter.Config, path: string, settings: RuleSettings): readonly Linter.LintMessage[] {
    const analysis = messages.some(({ ruleId }) => ruleId !== null) ? this.#analysisOf(path, config) : null;
    return analysis === null ? messages : withTraces(messages, analysis, this.#settingsFor(settings));
  }

  #configFor(path: string, settings: RuleSettings): Linter.Config {
    const extension = extname(path).toLowerCase();
    const common = {
      files: ['**'],
      plugins: { 'domain-separation': PLUGIN },
      rules: this.#rulesFor(settings),
      settings: this.#policyFile === null ? {} : { 'domain-separation': { policy: this.#policyFile } },
    };
    if (TYPESCRIPT.test(extension)) return { ...common, languageOptions: { parser: typescriptParser } };
    if (JAVASCRIPT.test(extension)) {
      return { ...common, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } };
    }
    return { ...common, language: `${RULE_PREFIX}any` };
  }

  #rulesFor(settings: RuleSettings): Linter.RulesRecord {
    const entries = Object.entries(this.#settingsFor(settings));
    return Object.fromEntries(entries.map(([name, { severity, options }]) => [RULE_PREFIX + name, [severity, ...options]]));
  }

  /** The rules of the run, each as the policy has it or, where it says nothing, the preset. */
  #settingsFor(settings: RuleSettings): Record<string, RuleSetting> {
    const { select, ignore } = this.#choice;
    const chosen = RULE_NAMES.filter((name) => !ignore.includes(name) && (select?.includes(name) ?? true));
    return Object.fromEntries(
      chosen.map((name) => [name, settings[name] ?? defaultSetting(name, select !== null)] as const),
    );
  }

  /** What the rules were asked about; null for a text that ESLint took nothing of. */
  #analysisOf(path: string, { settings = {} }: Linter.Config): Analysis | null {
    const sourceCode: unknown = this.#linter.getSourceCode();
    if (!isSourceCode(sourceCode)) return null;
    return analysisOf({ cwd: this.#root, filename: path, options: [], settings, sourceCode, report() {} });
  }

  /**
   * Directives and configuration comments of other rules are none of the scanner's business, nor is
   * one unused that turns off more than what this run has looked for.
   */
  #isWanted({ ruleId, fatal, message }: Linter.LintMessage, isOursAlone: boolean): boolean {
    if (ruleId !== null) return ruleId.startsWith(RULE_PREFIX);
    if (fatal === true || !/directive/.test(message)) return true;
    if (this.#choice.select !== null || this.#choice.ignore.length > 0) return false;
    return message.includes(RULE_PREFIX) || (isOursAlone && !NAMED_RULE.test(message));
  }
}

/** What a reader could not make out; the presets stay silent about it, a scan says it of its file. */
function syntaxMessage({ severity, ...part }: UnreadPart): Linter.LintMessage {
  return { ruleId: null, ...(severity === 'error' ? { fatal: true, severity: 2 } : { severity: 1 }), ...part };
}

/** Whether other plugins lint such files as well: a directive for all rules is theirs, too. */
function isOthersToo(path: string): boolean {
  const language = readerFor(path)?.language;
  return language === 'javascript' || language === 'configuration';
}

function isSourceCode(value: unknown): value is RuleSourceCode {
  return typeof value === 'object' && value !== null && 'ast' in value;
}

function byPlace(left: Linter.LintMessage, right: Linter.LintMessage): number {
  return left.line - right.line || left.column - right.column;
}

/** The one language of all files that ESLint has no parser of its own for: the name tells the reader. */
const PLUGIN = { rules, languages: { any: languages.python } } as unknown as NonNullable<Linter.Config['plugins']>[string];

/** A rule that was asked for by name is on, whatever the preset says. */
function defaultSetting(name: RuleName, isSelected: boolean): RuleSetting {
  const severity = rules[name].meta.docs.recommended;
  return { severity: isSelected && severity === 'off' ? 'warn' : severity, options: [] };
}
