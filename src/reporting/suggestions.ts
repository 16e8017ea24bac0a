import type { Analysis, JudgedReference } from '../analysis/analysis.js';
import { disableEdit } from './disable-edit.js';
import { environmentEdits } from './environment-edits.js';
import { nameEdit } from './name-edit.js';
import { messageData } from './message-data.js';
import type { Suggestion } from './problem.js';
import type { RuleName } from './rule-name.js';

/** What the suggestions of every rule say; to be spread into a rule's messages. */
export const SUGGESTION_MESSAGES = {
  suggestName: "Write '{{instead}}'.",
  suggestEnvironment: 'Read {{variable}} from the environment.',
  suggestDisable: 'Disable domain-separation/{{rule}} for this line.',
} as const;

/** Offers the name of the file's own domain, where there is exactly one. */
export function suggestName(judged: JudgedReference, analysis: Analysis): Suggestion[] {
  const edit = nameEdit(judged);
  return edit === null
    ? []
    : [{ messageId: 'suggestName', data: messageData(judged, analysis), edits: [edit] }];
}

/** Offers to read the variable that, by the environment files, carries the name. */
export function suggestEnvironment(judged: JudgedReference, analysis: Analysis): Suggestion[] {
  const edits = environmentEdits(judged, analysis.facts);
  return edits === null
    ? []
    : [{ messageId: 'suggestEnvironment', data: messageData(judged, analysis), edits }];
}

/**
 * Offers the comment that silences the rule, in the syntax of the language at hand: what editors
 * offer by themselves is always `//`. In JavaScript that is right, so nothing is offered there.
 */
export function suggestDisable(start: number, rule: RuleName, analysis: Analysis): Suggestion[] {
  const edit = disableEdit(start, rule, analysis.facts);
  return edit === null ? [] : [{ messageId: 'suggestDisable', data: { rule }, edits: [edit] }];
}
