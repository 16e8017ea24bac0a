import type { Place } from '../references/source.js';

/**
 * What a rule has found, before anybody reports it: ESLint through `createRule`, the scanner by
 * itself. Offsets are UTF-16 code units of the linted file, 0-based, end exclusive.
 */
export interface Problem {
  /** Always in the linted file. */
  readonly place: Place;
  readonly messageId: string;
  readonly data: MessageData;
  readonly fix: Edit | null;
  readonly suggestions: readonly Suggestion[];
  /** How a name got here that another file says: from its declaration on, and last this place; left out for others. */
  readonly trace?: readonly Place[];
}

export interface Suggestion {
  readonly messageId: string;
  readonly data: MessageData;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type MessageData = Readonly<Record<string, string>>;

/** A message with its `{{ placeholders }}` filled in, as ESLint does it. */
export function formatMessage(message: string, data: MessageData): string {
  return message.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, key: string) => data[key] ?? whole);
}
