import { HOLE } from '../../references/text.js';
import { RESERVED } from './keywords.js';
import { withHoles } from './placeholders.js';
import { TOKEN, type Tokens } from './tokens.js';

/** One part of a dotted name. */
export interface NamePart {
  readonly name: string;
  readonly quoted: boolean;
  readonly start: number;
  readonly end: number;
}

export interface DottedName {
  readonly parts: readonly NamePart[];
  /** The index of the token behind it. */
  readonly next: number;
}

/** Whether the token can begin a name. */
export function startsName(tokens: Tokens, index: number): boolean {
  if (index >= tokens.count) return false;
  const kind = tokens.kinds[index];
  if (kind === TOKEN.quoted || bracketEnd(tokens, index) > index) return true;
  if (kind === TOKEN.string) return isNameInDoubleQuotes(tokens, index);
  if (kind !== TOKEN.word) return false;
  const symbol = tokens.symbols[index] ?? '';
  const next = tokens.symbols[index + 1];
  return symbol === '' || !RESERVED.has(symbol) || next === '.' || (next === 'AS' && KINDS_OF_JOIN.has(symbol));
}

/** JOIN and words before it that named queries are called by, too: `WITH full AS (…) SELECT … FROM full AS f`. */
const KINDS_OF_JOIN = new Set(['JOIN', 'LEFT', 'RIGHT', 'FULL', 'INNER', 'CROSS', 'NATURAL', 'OUTER']);

/** Whether one of those words stands there, and is not called. */
export function isWordOfJoin(tokens: Tokens, index: number): boolean {
  return tokens.kinds[index] === TOKEN.word && KINDS_OF_JOIN.has(tokens.symbols[index] ?? '') && tokens.symbols[index + 1] !== '(';
}

/** Keywords that columns and tables are called by, too: `'CNY' AS from`. */
const MAY_BE_ALIAS = new Set(['FROM', 'TO', 'JOIN', 'INTO', 'ON', 'FOR', 'LIKE', 'USING', 'SET', 'TABLE']);

/** What comes behind an alias, and hardly behind one of those words. */
const FOLLOWS_ALIAS = new Set([',', ')', ';', 'FROM', 'WHERE', 'JOIN', 'LEFT', 'RIGHT', 'INNER', 'CROSS', 'FULL', 'ON', 'ORDER', 'GROUP', 'UNION', '']);

/** Whether a keyword stands where it can only be a name: at a dot, `m.from`, `to.id`, or behind AS. */
export function isNameOfItsOwn(tokens: Tokens, index: number): boolean {
  if (tokens.kinds[index] !== TOKEN.word) return false;
  const before = tokens.symbols[index - 1];
  // Databricks' and Snowflake's `c:from.id`
  if ((before === '.' || before === ':') && isTouched(tokens, index) && tokens.starts[index - 1] === tokens.ends[index - 2]) return true;
  if (tokens.symbols[index + 1] === '.' && isTouched(tokens, index + 1) && isTouched(tokens, index + 2)) return true;
  if (before !== 'AS' || !MAY_BE_ALIAS.has(tokens.symbols[index] ?? '')) return false;
  return FOLLOWS_ALIAS.has(tokens.symbols[index + 1] ?? '') && !isWordAt(tokens, index + 1);
}

/** Whether a token is there that is no keyword and no punctuation. */
export function isWordAt(tokens: Tokens, index: number): boolean {
  return index < tokens.count && tokens.symbols[index] === '';
}

/** `FROM "events"` in a dialect whose double quotes are strings: no string can stand there, and a location is none. */
function isNameInDoubleQuotes({ flat, starts, ends }: Tokens, index: number): boolean {
  const start = starts[index] ?? 0;
  return flat[start] === '"' && /^"[^"/:\n]+"$/.test(flat.slice(start, ends[index]));
}

/**
 * The dotted name that begins at the token; null where none does, or where it ends with a dot, so
 * that its last part is missing.
 */
export function dottedNameAt(tokens: Tokens, index: number): DottedName | null {
  if (!startsName(tokens, index)) return null;
  if (tokens.symbols[index] === 'IDENTIFIER' && tokens.symbols[index + 1] === '(') return identifierClause(tokens, index);
  const name = writtenParts(tokens, index);
  return tokens.symbols[name.next] === '.' ? null : name;
}

/** The parts of a name that ends with a dot; null where none does. */
export function unfinishedNameAt(tokens: Tokens, index: number): DottedName | null {
  if (!startsName(tokens, index)) return null;
  const name = writtenParts(tokens, index);
  return tokens.symbols[name.next] === '.' ? { ...name, next: name.next + 1 } : null;
}

function writtenParts(tokens: Tokens, index: number): DottedName {
  const whole = partsInBackticks(tokens, index);
  if (whole !== null) return { parts: whole, next: index + 1 };
  const parts = [];
  let next = index;
  for (;;) {
    const last = Math.max(lastOfHyphenated(tokens, next), bracketEnd(tokens, next));
    parts.push(namePart(tokens, next, last));
    next = last + 1;
    if (tokens.symbols[next] !== '.') return { parts, next };
    // SQL Server's kol_app..events leaves out the schema.
    if (parts.length === 1 && tokens.symbols[next + 1] === '.' && isTouched(tokens, next + 1)) {
      const at = tokens.ends[next] ?? 0;
      parts.push({ name: '', quoted: false, start: at, end: at });
      next++;
    }
    if (!continuesName(tokens, next + 1)) return { parts, next };
    next++;
  }
}

const MOST_WORDS_IN_BRACKETS = 6;

/** SQL Server's `[dbo].[Order Items]`: the index of the bracket that closes; where none opens, the index itself. */
function bracketEnd({ kinds, symbols, count }: Tokens, index: number): number {
  if (symbols[index] !== '[') return index;
  // A manual's `CREATE DATABASE [IF NOT EXISTS] kol`
  if (symbols[index + 1] === 'IF') return index;
  const limit = Math.min(count, index + 2 + MOST_WORDS_IN_BRACKETS);
  for (let at = index + 1; at < limit; at++) {
    if (symbols[at] === ']') return at > index + 1 ? at : index;
    const isPart = kinds[at] === TOKEN.word || (at > index + 1 && (kinds[at] === TOKEN.number || symbols[at] === '-'));
    if (!isPart) return index;
  }
  return index;
}

/** `my-project.kol.events`: where a name stands, nothing is subtracted. */
function lastOfHyphenated(tokens: Tokens, index: number): number {
  const { kinds, symbols, count } = tokens;
  let last = index;
  while (symbols[last + 1] === '-' && kinds[last] === TOKEN.word && last + 2 < count) {
    const kind = kinds[last + 2];
    const joined = isTouched(tokens, last + 1) && isTouched(tokens, last + 2);
    if (!joined || (kind !== TOKEN.word && kind !== TOKEN.number)) break;
    last += 2;
  }
  return last;
}

/** A star stands for all tables that begin so. */
const IN_BACKTICKS = new RegExp(`^[\\w${HOLE}-]+(?:\\.[\\w${HOLE}-]+){1,2}\\*?$`);

/** BigQuery's whole name in one pair of backticks: `` `project.dataset.table` ``; null for another identifier. */
function partsInBackticks(tokens: Tokens, index: number): NamePart[] | null {
  if (tokens.kinds[index] !== TOKEN.quoted) return null;
  const start = (tokens.starts[index] ?? 0) + 1;
  if (tokens.flat[start - 1] !== '`') return null;
  const inside = tokens.flat.slice(start, (tokens.ends[index] ?? start) - 1);
  if (!inside.includes('.') || !IN_BACKTICKS.test(inside)) return null;
  return Array.from(inside.matchAll(/[^.]+/g), ({ 0: raw, index: offset }) => {
    return { name: withHoles(raw, true), quoted: true, start: start + offset, end: start + offset + raw.length };
  });
}

/** Spark's `IDENTIFIER('kol.events')`: the name stands in a string, or is computed and not known. */
function identifierClause(tokens: Tokens, index: number): DottedName | null {
  const string = index + 2;
  if (tokens.kinds[string] !== TOKEN.string || tokens.symbols[string + 1] !== ')') return null;
  const parts = partsInString(tokens, string);
  return parts.length === 0 ? null : { parts, next: string + 2 };
}

/** One part of a dotted name, in quotes or not. */
const PART = /`[^`]*`|"[^"]*"|[^.]+/g;

/** The parts of a dotted name that a string holds, or of another list, by what a part looks like. */
export function partsInString(tokens: Tokens, index: number, part: RegExp = PART): readonly NamePart[] {
  const start = (tokens.starts[index] ?? 0) + 1;
  return partsBetween(tokens.flat, start, (tokens.ends[index] ?? start) - 1, part);
}

/** The parts of a dotted name that stands between two offsets. */
export function partsBetween(flat: string, start: number, end: number, part: RegExp = PART): readonly NamePart[] {
  return Array.from(flat.slice(start, end).matchAll(part), ({ 0: raw, index: offset }) => {
    const quoted = raw.startsWith('`') || raw.startsWith('"');
    const name = withHoles(quoted ? unquote(raw) : raw, true);
    return { name, quoted, start: start + offset, end: start + offset + raw.length };
  });
}

/**
 * Behind a dot a keyword is a name like any other, and so is `2024_events`; a reserved word that
 * stands off from the dot is what follows a name that is not typed to its end.
 */
function continuesName(tokens: Tokens, index: number): boolean {
  if (index >= tokens.count) return false;
  const kind = tokens.kinds[index];
  if (kind === TOKEN.word) return isTouched(tokens, index) || !RESERVED.has(tokens.symbols[index] ?? '');
  return kind === TOKEN.number || startsName(tokens, index);
}

function isTouched(tokens: Tokens, index: number): boolean {
  return tokens.starts[index] === tokens.ends[index - 1];
}

const TWO_HOLES = HOLE + HOLE;
const HOLES = new RegExp(`${HOLE}+`, 'g');

function namePart(tokens: Tokens, index: number, last: number): NamePart {
  const start = tokens.starts[index] ?? 0;
  const end = tokens.ends[last] ?? start;
  const raw = tokens.flat.slice(start, end);
  const quoted = tokens.kinds[index] !== TOKEN.word && tokens.kinds[index] !== TOKEN.number;
  const name = quoted ? withHoles(unquote(raw), true) : withHoles(raw, false);
  // What is joined to a string in SQL is filled with holes.
  return { name: name.includes(TWO_HOLES) ? name.replace(HOLES, HOLE) : name, quoted, start, end };
}

/** A quoted identifier without its quotes, a doubled one inside halved; `U&"…"` keeps its escapes. */
function unquote(raw: string): string {
  const from = raw.startsWith('u&') || raw.startsWith('U&') ? 2 : 0;
  const opening = raw[from] ?? '';
  const quote = opening === '[' ? ']' : opening;
  const closed = raw.length > from + 1 && raw.endsWith(quote);
  const inside = raw.slice(from + 1, closed ? -1 : undefined);
  return inside.includes(quote) ? inside.replaceAll(quote + quote, quote) : inside;
}

/** Whether a hole in the first part may hold dots, and so more parts than are seen. */
export function mayHideParts(parts: readonly NamePart[]): boolean {
  return parts[0]?.name.includes(HOLE) ?? false;
}
