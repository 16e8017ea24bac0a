import { looksLikeSql } from './looks-like-sql.js';

/** Where a query may stand in a condition or in a selected column: behind a parenthesis. */
const OPENING = /\(\s*select\s/gi;

/** Parts of queries are short; a text in which thousands of parentheses stay open is none. */
const LONGEST = 20_000;

/** Behind a placeholder that hides how the statement begins: its named queries are no tables in the ones after them. */
const NAMED_QUERY =
  /\bwith\s+(?:recursive\s+)?["`]?\w+["`]?\s*(?:\([^)]*\)\s*)?as\s*(?:not\s+)?(?:materialized\s*)?\(\s*select\s/i;

export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The queries in a text that is a part of a statement only: `user.id IN (SELECT user_id FROM bans)`,
 * as query builders take conditions and columns. Outermost ones, with their parentheses; the whole text,
 * where it names queries.
 */
export function subqueriesIn(flat: string): readonly Range[] {
  if (flat.length > LONGEST) return [];
  const found: Range[] = [];
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(flat); match !== null; match = OPENING.exec(flat)) {
    const end = closingOf(flat, match.index);
    if (end === null) break;
    if (looksLikeSql(flat.slice(match.index + 1, end - 1))) found.push({ start: match.index, end });
    OPENING.lastIndex = end;
  }
  return found.length > 0 && NAMED_QUERY.test(flat) ? [{ start: 0, end: flat.length }] : found;
}

/** Behind the parenthesis that closes the one at a place, those in quotes aside; null where none does. */
function closingOf(flat: string, start: number): number | null {
  let depth = 0;
  for (let at = start; at < flat.length; at++) {
    const character = flat[at];
    if (character === "'") {
      const close = flat.indexOf("'", at + 1);
      if (close < 0) return null;
      at = close;
    } else if (character === '(') depth += 1;
    else if (character === ')' && --depth === 0) return at + 1;
  }
  return null;
}
