import type { Linter } from 'eslint';
import type { Analysis } from '../analysis/analysis.js';
import { fileOffsetAt } from '../languages/notebook/notebook.js';
import { notebookOf } from '../languages/notebook/reader.js';
import type { RuleSettings } from '../policy/policy.js';
import { positionAt } from '../references/source.js';
import type { Place } from '../references/source.js';
import { excerpt } from '../reporting/message-data.js';
import { formatMessage } from '../reporting/problem.js';
import { RULE_NAMES, RULE_PREFIX } from '../reporting/rule-name.js';
import { rules } from '../rules/index.js';

/** One place on the way of a name, 1-based. */
export interface TraceStop {
  /** The absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is written there, up to the line's end. */
  readonly text: string;
}

/** The messages of a file, those about names from other files with the way that these have come. */
export function withTraces(
  messages: readonly Linter.LintMessage[],
  analysis: Analysis,
  settings: RuleSettings,
): Linter.LintMessage[] {
  const traces = new Map<string, readonly TraceStop[]>();
  for (const name of RULE_NAMES) {
    const setting = settings[name];
    if (setting === undefined || !messages.some(({ ruleId }) => ruleId === RULE_PREFIX + name)) continue;
    for (const { place, messageId, data, trace = [] } of rules[name].problems(analysis, setting.options)) {
      if (trace.length === 0) continue;
      const message = formatMessage(rules[name].meta.messages[messageId] ?? messageId, data);
      traces.set(keyOf({ ...positionAt(place.source, place.start), message }), trace.map(stopAt));
    }
  }
  return messages.map((message) => {
    const trace = traces.get(keyOf(message));
    return trace === undefined ? message : { ...message, trace };
  });
}

function keyOf({ line, column, message }: Pick<Linter.LintMessage, 'line' | 'column' | 'message'>): string {
  return `${line}:${column} ${message}`;
}

/** A stop in a notebook stands where the file has it. */
export function stopAt(place: Place): TraceStop {
  const notebook = notebookOf(place.source);
  const position = notebook === null ? positionAt(place.source, place.start) : positionAt(notebook.file, fileOffsetAt(notebook, place.start));
  return { file: place.source.path, ...position, text: excerpt(place) };
}
