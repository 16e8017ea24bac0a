import type { Analysis, JudgedReference } from '../analysis/analysis.js';
import type { Kind } from '../references/kind.js';
import { createRule, type Rule, type Severity } from './create-rule.js';
import { messageData } from './message-data.js';
import { nameEdit } from './name-edit.js';
import type { Problem } from './problem.js';
import { ruleFor } from './rule-for.js';
import type { RuleName } from './rule-name.js';
import { suggestDisable, suggestEnvironment, suggestName } from './suggestions.js';
import { traceOf } from './trace.js';

export interface OutsideOptions {
  /** Whether the one name that fits is a fix, which `--fix` writes, or only a suggestion. */
  readonly fix: boolean;
}

export interface OutsideSpecification {
  readonly name: RuleName;
  readonly description: string;
  readonly recommended: Severity;
  readonly strict: Severity;
  /** Messages beside those for a name outside every namespace, by the id that `problemOf` gives. */
  readonly messages?: Readonly<Record<string, string>>;
  /** Which message a reference gets; `null` leaves it to the namespaces. */
  messageFor?(judged: JudgedReference, analysis: Analysis): string | null;
}

const MESSAGES = {
  outside: "{{Kind}} '{{name}}' is in no domain's namespace; in {{domain}} it is '{{instead}}'.{{trace}}",
  outsideUnlike:
    "{{Kind}} '{{name}}' is in no domain's namespace; the {{kinds}} of {{domain}} are {{namespaces}}.{{trace}}",
  outsideWithout: "{{Kind}} '{{name}}' is in no domain's namespace, and {{domain}} has no {{kinds}}.{{trace}}",
  outsideAll: "{{Kind}} '{{name}}' is in no domain's namespace ({{namespaces}}).{{trace}}",
  outsideShared: "{{Kind}} '{{name}}' is none of the shared {{kinds}}, and no domain has {{kinds}} of its own.{{trace}}",
  outsideConventions: "{{Kind}} '{{name}}' does not say which domain's it is; {{convention}}.{{trace}}",
} as const;

/** What stands before a name where no policy file says it, with the document's KOL Analytics as the domain; and a name for what has no plain one. */
const CONVENTIONS: Readonly<Record<Kind, { readonly where: string; readonly prefix: string; readonly name: string }>> = {
  bucket: { where: 'before it', prefix: 'kol-', name: 'bronze' },
  catalog: { where: 'before it', prefix: 'kol_', name: 'lake' },
  schema: { where: 'before it', prefix: 'kol_', name: 'silver' },
  table: { where: 'before its schema', prefix: 'kol_silver.', name: 'events' },
  database: { where: 'before it', prefix: 'kol_', name: 'mlflow' },
  experiment: { where: 'before it in capitals', prefix: 'KOL_', name: 'trust_ensemble' },
  model: { where: 'before it in capitals', prefix: 'KOL_', name: 'trust_ensemble' },
  keyspace: { where: 'before it', prefix: 'kol_', name: 'metrics' },
  topic: { where: 'before it', prefix: 'kol.', name: 'events' },
  dag: { where: 'before it', prefix: 'kol_', name: 'daily' },
};

/** What a name should look like, by itself where it is one plain word. */
function conventionOf({ kind, name }: JudgedReference['reference']): string {
  const { where, prefix, name: another } = CONVENTIONS[kind];
  return `put the domain ${where}, as in '${prefix}${/^[A-Za-z0-9][\w-]*$/.test(name) ? name : another}'`;
}

/** Makes the rule that reports names of its kinds that are in nobody's namespace. */
export function createOutsideRule(specification: OutsideSpecification): Rule {
  const { name, description, recommended, strict } = specification;
  return createRule<OutsideOptions>({
    name,
    description,
    recommended,
    strict,
    fixable: true,
    messages: { ...MESSAGES, ...specification.messages },
    schema: {
      fix: {
        type: 'boolean',
        description: 'Whether the one name that fits is written by --fix, or only suggested.',
      },
    },
    defaults: { fix: true },
    check(analysis, options) {
      const problems: Problem[] = [];
      for (const judged of analysis.references) {
        const place = judged.reportAt;
        if (place === null || ruleFor(judged, analysis.policy) !== name) continue;
        const fix = options.fix ? nameEdit(judged) : null;
        problems.push({
          place,
          messageId: specification.messageFor?.(judged, analysis) ?? messageFor(judged, analysis),
          data: { ...messageData(judged, analysis), convention: conventionOf(judged.reference) },
          fix,
          trace: traceOf(judged),
          suggestions: [
            ...(fix === null ? suggestName(judged, analysis) : []),
            ...suggestEnvironment(judged, analysis),
            ...suggestDisable(place.start, name, analysis),
          ],
        });
      }
      return problems;
    },
  });
}

function messageFor({ judgement }: JudgedReference, { policy, fileDomain }: Analysis): keyof typeof MESSAGES {
  if (policy.file === null) return 'outsideConventions';
  if (judgement.instead !== null) return 'outside';
  const hasSome = judgement.namespaces.some(({ globs }) => globs.length > 0);
  if (fileDomain === null) return hasSome ? 'outsideAll' : 'outsideShared';
  return hasSome ? 'outsideUnlike' : 'outsideWithout';
}
