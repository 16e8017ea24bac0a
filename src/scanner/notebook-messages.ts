import type { Linter } from 'eslint';
import type { Analysis } from '../analysis/analysis.js';
import type { RuleSetting } from '../policy/policy.js';
import { cellPositionAt, fileOffsetAt, storedEdit } from '../languages/notebook/notebook.js';
import type { Notebook } from '../languages/notebook/notebook.js';
import { notebookOf } from '../languages/notebook/reader.js';
import { directivesOf, isOff } from '../reporting/directives.js';
import { rules } from '../rules/index.js';
import { formatMessage } from '../reporting/problem.js';
import type { Problem } from '../reporting/problem.js';
import { RULE_NAMES, RULE_PREFIX } from '../reporting/rule-name.js';
import type { RuleName } from '../reporting/rule-name.js';
import { positionAt } from '../references/source.js';
import type { Place } from '../references/source.js';
import { stopAt } from './traces.js';
import type { TraceStop } from './traces.js';

/** A message in a notebook: line and column are the cell's. */
export interface CellMessage extends Linter.LintMessage {
  /** 0-based, among all cells of the notebook. */
  readonly cell: number;
  /** Where the file has it, in its JSON. */
  readonly stored: Region;
  readonly trace?: readonly TraceStop[];
}

/** 1-based, the end exclusive. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * The messages of a notebook, which ESLint itself cannot give: it knows one text a file, and a notebook
 * has one a cell. Fixes are for the file as it is stored. Null for any other file.
 */
export function notebookMessages(
  analysis: Analysis,
  settings: Readonly<Partial<Record<RuleName, RuleSetting>>>,
): { readonly messages: CellMessage[]; readonly suppressed: Linter.SuppressedLintMessage[] } | null {
  const notebook = notebookOf(analysis.facts.source);
  if (notebook === null) return null;
  const messages: CellMessage[] = [];
  const suppressed: Linter.SuppressedLintMessage[] = [];
  const directives = directivesOf(analysis.facts);
  for (const name of RULE_NAMES) {
    const setting = settings[name];
    if (setting === undefined || setting.severity === 'off') continue;
    for (const problem of rules[name].problems(analysis, setting.options)) {
      const message = messageOf(problem, name, setting.severity, notebook);
      if (!isOff(problem.place.start, name, analysis.facts.source, directives)) messages.push(message);
      else suppressed.push({ ...message, suppressions: [{ kind: 'directive', justification: '' }] });
    }
  }
  return { messages: messages.sort(byPlace), suppressed };
}

function messageOf(problem: Problem, name: RuleName, severity: 'warn' | 'error', notebook: Notebook): CellMessage {
  const { place, messageId, data, fix, trace = [] } = problem;
  const { cell, line, column } = cellPositionAt(notebook, place.start);
  const end = cellPositionAt(notebook, place.end);
  const edit = fix === null ? null : storedEdit(notebook, fix);
  const template = rules[name].meta.messages[messageId] ?? messageId;
  return {
    ruleId: RULE_PREFIX + name,
    severity: severity === 'error' ? 2 : 1,
    message: formatMessage(template, data),
    messageId,
    cell,
    line,
    column,
    endLine: end.line,
    endColumn: end.column,
    stored: storedRegion(notebook, place),
    ...(trace.length === 0 ? {} : { trace: trace.map(stopAt) }),
    ...(edit === null ? {} : { fix: { range: [edit.start, edit.end], text: edit.text } }),
  };
}

function storedRegion(notebook: Notebook, { start, end }: Place): Region {
  const from = positionAt(notebook.file, fileOffsetAt(notebook, start));
  const to = positionAt(notebook.file, fileOffsetAt(notebook, end));
  return { ...from, endLine: to.line, endColumn: to.column };
}

function byPlace(left: CellMessage, right: CellMessage): number {
  return left.cell - right.cell || left.line - right.line || left.column - right.column;
}
