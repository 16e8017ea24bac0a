import type { Facts, TextSite } from '../languages/facts.js';
import { PYTHON_FILE, SQL_FILE } from '../references/file-endings.js';
import type { Place } from '../references/source.js';
import type { Edit } from './problem.js';
import { RULE_PREFIX, type RuleName } from './rule-name.js';

/** What begins a comment, by the end of a file's path. JavaScript is left to the editor. */
const COMMENT_STARTS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:pyi?|ya?ml|sh|bash|zsh|ksh|mk|toml|cfg|ini|properties|tf|tfvars|hcl)$/i, '#'],
  [/(?:^|[\\/])(?:\.env(?:[-._][^\\/]*)?|[^\\/]*\.env|(?:[^\\/]+\.)?(?:Docker|Container)file(?:\.[^\\/]*)?|(?:GNU)?[Mm]akefile|MLproject)$/, '#'],
  [SQL_FILE, '--'],
];

const BEGINS_WITH_STRING = /^[A-Za-z]{0,2}["']/;

/**
 * The edit that puts `eslint-disable-next-line` on a line of its own above the line of `start`, as
 * deep as that line is indented; null where a comment cannot stand there (inside a string that is no
 * SQL, after a line continuation) or the language is not known.
 */
export function disableEdit(start: number, rule: RuleName, facts: Facts): Edit | null {
  const { path, text } = facts.source;
  const hash = COMMENT_STARTS.find(([pattern]) => pattern.test(path))?.[1];
  if (hash === undefined) return null;
  const lineStart = lineStartOf(text, start);
  const indent = /^[ \t]*/.exec(text.slice(lineStart, start))?.[0] ?? '';
  const isAround = ({ place }: { place: Place }): boolean => place.start < lineStart && lineStart < place.end;
  const isBlockAround = (site: TextSite): boolean =>
    site.place.start <= start && start < site.place.end && isBlock(site, text);
  const around = facts.texts.find((site) => isAround(site) || isBlockAround(site));
  const isInSql = hash !== '--' && facts.statements.some((site) => isAround(site.text));
  const outside = isInSql ? '--' : hash;
  const mark = around === undefined ? outside : markInside(around, text, lineStart + indent.length, start, hash);
  if (mark === null || /\\\r?\n?$/.test(text.slice(0, lineStart))) return null;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const comment = `${indent}${mark} eslint-disable-next-line ${RULE_PREFIX}${rule}${lineEnd}`;
  return { start: lineStart, end: lineStart, text: comment };
}

function lineStartOf(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/**
 * A line in the middle of a string expression is either the next piece of an implicit concatenation,
 * where the language's comment may stand above it, or inside a string of several lines, where only
 * SQL has comments.
 */
function markInside(site: TextSite, text: string, from: number, start: number, hash: string): string | null {
  const { path } = site.place.source;
  if (!PYTHON_FILE.test(path) && !SQL_FILE.test(path)) {
    return isBlock(site, text) && BEGINS_WITH_SQL.test(text.slice(site.place.start, site.place.end)) ? '--' : null;
  }
  const line = text.slice(from, start + 1);
  if (BEGINS_WITH_STRING.test(line)) return hash;
  return LOOKS_LIKE_SQL.test(text.slice(site.place.start, start)) ? '--' : null;
}

/** Whether a text is a heredoc or a block scalar whose lines stay lines: it fills its lines, below what opens it. */
function isBlock({ place }: TextSite, text: string): boolean {
  const first = lineStartOf(text, place.start);
  const opening = text.slice(lineStartOf(text, first - 1), first);
  return text.slice(first, place.start).trim() === '' && OPENS_BLOCK.test(opening);
}

const OPENS_BLOCK = /<<|\|[-+\d]*[ \t]*\r?\n$/;
const BEGINS_WITH_SQL = /^\s*(?:--[^\n]*\n\s*)*(?:select|insert\s+into|update|delete\s+from|merge\s+into|create|alter|drop|with|use|truncate|grant)\b/i;
const LOOKS_LIKE_SQL = /\b(?:select|insert\s+into|update|delete\s+from|merge\s+into|create|alter|drop|with|use)\b/i;
