import type { Analysis } from '../analysis/analysis.js';
import type { Place } from '../references/source.js';
import { positionAt } from '../references/source.js';
import { fileOffsetAt, storedEdit } from '../languages/notebook/notebook.js';
import type { Notebook } from '../languages/notebook/notebook.js';
import { notebookOf } from '../languages/notebook/reader.js';
import { analysisOf } from './analysis-of.js';
import { directivesOf, isOff, isSilencedWithin } from './directives.js';
import type { Edit, Problem } from './problem.js';
import type { Fix, Fixer, Location, RuleContext, RuleSourceCode } from './rule-context.js';
import { reportsIn } from './rule-for.js';
import type { RuleName } from './rule-name.js';
import { SUGGESTION_MESSAGES } from './suggestions.js';

/** The pages are in the package; this serves them from there. */
const PAGES = 'https://unpkg.com/eslint-plugin-domain-separation/docs/rules';

/** The root of a file in this plugin's own languages; not `Program`, which would set off other plugins' rules. */
export const OWN_ROOT = 'DomainSeparationFile';

/**
 * The types of the nodes that are the root of a file, language by language: `Program` is
 * JavaScript's, and YAML's and TOML's under their own plugins; `Document` JSON's, `root` Markdown's.
 */
const ROOT_TYPES = [OWN_ROOT, 'Program', 'Document', 'root'];

/** How bad a rule's problems are, in a preset or in the scanner. */
export type Severity = 'off' | 'warn' | 'error';

/** The JSON Schema of an option: a switch, or a list of words. */
export type OptionSchema = { readonly description: string } & (
  | { readonly type: 'boolean' }
  | { readonly type: 'array'; readonly items: { readonly enum: string[] }; readonly uniqueItems: true }
);

export interface RuleSpecification<Options extends object> {
  readonly name: RuleName;
  readonly description: string;
  readonly recommended: Severity;
  readonly strict: Severity;
  readonly fixable: boolean;
  readonly messages: Readonly<Record<string, string>>;
  readonly schema: Readonly<Record<keyof Options & string, OptionSchema>>;
  readonly defaults: Options;
  /** Finds the rule's problems in one file, in no particular order. */
  check(analysis: Analysis, options: Options): Problem[];
}

/** An ESLint rule that can also be asked without ESLint. */
export interface Rule {
  readonly meta: RuleMeta;
  create(context: RuleContext): Record<string, (node: unknown) => void>;
  /**
   * The rule's problems in one file, sorted by place, each written place once. `options` are as in a
   * configuration, after the severity; what they leave out has its default.
   */
  problems(analysis: Analysis, options?: readonly unknown[]): readonly Problem[];
}

export interface RuleMeta {
  readonly type: 'problem';
  readonly docs: {
    readonly description: string;
    readonly url: string;
    /** How bad its problems are in each preset. */
    readonly recommended: Severity;
    readonly strict: Severity;
  };
  readonly fixable?: 'code';
  readonly hasSuggestions: true;
  readonly messages: Record<string, string>;
  readonly schema: [
    {
      readonly type: 'object';
      readonly properties: Readonly<Record<string, OptionSchema>>;
      readonly additionalProperties: false;
    },
  ];
  readonly defaultOptions: object[];
  readonly languages: string[];
}

/** Makes an ESLint rule of a specification: its page's address, its options, its listeners. */
export function createRule<Options extends object>(specification: RuleSpecification<Options>): Rule {
  const { name, description, recommended, strict, defaults } = specification;
  const problems = (analysis: Analysis, options: readonly unknown[] = []): readonly Problem[] =>
    reportsIn(analysis)
      ? onceEach(specification.check(analysis, { ...defaults, ...asOptions<Options>(options[0]) }))
      : [];
  return {
    meta: {
      type: 'problem',
      docs: { description, url: `${PAGES}/${name}.md`, recommended, strict },
      ...(specification.fixable ? { fixable: 'code' } : {}),
      hasSuggestions: true,
      messages: { ...specification.messages, ...SUGGESTION_MESSAGES },
      schema: [{ type: 'object', properties: { ...specification.schema }, additionalProperties: false }],
      defaultOptions: [defaults],
      languages: ['*'],
    },
    problems,
    create(context) {
      const report = (node: unknown): void => {
        if (node !== context.sourceCode.ast) return;
        const analysis = analysisOf(context);
        const notebook = notebookOf(analysis.facts.source);
        const { facts } = analysis;
        const isSilenced = (offset: number): boolean => {
          // A notebook's lines are not the file's, so that ESLint is told of none of its comments.
          if (notebook !== null) return isOff(offset, name, facts.source, directivesOf(facts));
          return typeOf(node) !== OWN_ROOT && isSilencedWithin(offset, name, facts);
        };
        for (const problem of problems(analysis, context.options)) {
          if (isSilenced(problem.place.start)) continue;
          reportTo(context, notebook === null ? problem : storedProblem(problem, notebook));
        }
      };
      return Object.fromEntries(ROOT_TYPES.map((type) => [type, report]));
    },
  };
}

function typeOf(node: unknown): unknown {
  return typeof node === 'object' && node !== null && 'type' in node ? node.type : undefined;
}

/** ESLint has checked the options against the rule's schema before a rule sees them. */
function asOptions<Options extends object>(options: unknown): Partial<Options> {
  return typeof options === 'object' && options !== null ? options : {};
}

/** The first problem of each place and message, in the order of the text. */
function onceEach(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  const first: Problem[] = [];
  for (const problem of problems) {
    const { place, data } = problem;
    const key = `${place.start}:${place.end}:${data['name'] ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    first.push(problem);
  }
  return first.sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
}

/** A problem of a notebook's code as one of the file: where the JSON has it, and how the JSON writes its edits. */
function storedProblem(problem: Problem, notebook: Notebook): Problem {
  const { place, fix, suggestions } = problem;
  const start = fileOffsetAt(notebook, place.start);
  const end = fileOffsetAt(notebook, place.end);
  return {
    ...problem,
    place: { source: notebook.file, start, end },
    fix: fix === null ? null : storedEdit(notebook, fix),
    suggestions: suggestions.flatMap((suggestion) => {
      const edits = suggestion.edits.flatMap((edit) => storedEdit(notebook, edit) ?? []);
      return edits.length === suggestion.edits.length ? [{ ...suggestion, edits }] : [];
    }),
  };
}

function reportTo(context: RuleContext, { place, messageId, data, fix, suggestions }: Problem): void {
  context.report({
    loc: locationOf(context.sourceCode, place),
    messageId,
    data: { ...data },
    fix: fix === null ? null : (fixer) => applied(fixer, fix),
    suggest: suggestions.map((suggestion) => ({
      messageId: suggestion.messageId,
      data: { ...suggestion.data },
      fix: (fixer) => suggestion.edits.map((edit) => applied(fixer, edit)),
    })),
  });
}

function applied(fixer: Fixer, { start, end, text }: Edit): Fix {
  return fixer.replaceTextRange([start, end], text);
}

/** The place as the language at hand counts lines and columns. */
function locationOf(sourceCode: RuleSourceCode, place: Place): { start: Location; end: Location } {
  if (countsLocations(sourceCode)) {
    return { start: sourceCode.getLocFromIndex(place.start), end: sourceCode.getLocFromIndex(place.end) };
  }
  const start = positionAt(place.source, place.start);
  const end = positionAt(place.source, place.end);
  return {
    start: { line: start.line, column: start.column - 1 },
    end: { line: end.line, column: end.column - 1 },
  };
}

interface CountsLocations extends RuleSourceCode {
  getLocFromIndex(index: number): Location;
}

function countsLocations(sourceCode: RuleSourceCode): sourceCode is CountsLocations {
  return 'getLocFromIndex' in sourceCode && typeof sourceCode.getLocFromIndex === 'function';
}
