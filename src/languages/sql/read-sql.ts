import type { Dialect } from '../../references/reference.js';
import { concatenation, HOLE, hole, slice, subText, type Part, type Text } from '../../references/text.js';
import { detectDialect, type DecidedDialect } from './dialect.js';
import { withHolesAtJoints } from './joined-strings.js';
import { tokenize } from './lexer.js';
import { placeholdersIn } from './placeholders.js';
import { lexicalSyntaxOf } from './lexical-syntax.js';
import { NameCollector } from './name-collector.js';
import type { SqlComment, SqlLocation, SqlReading, SqlSession } from './sql-reading.js';
import type { FoundString } from './name-taker.js';
import { withSingleQuotes } from './nested-quotes.js';
import { StatementScanner } from './statement-scanner.js';

export interface SqlOptions {
  /** What is known of the dialect from outside the text; null leaves it to the text itself. */
  readonly dialect: Dialect | null;
  /** The session that the text runs in, as its connection says. */
  readonly session?: SqlSession;
}

const NO_SESSION: SqlSession = { catalog: null, schema: null };

/** No string in a string in a string is read deeper than this. */
const DEEPEST = 4;

/**
 * Reads SQL, whole or broken, with or without holes: the names it refers to, in the order in which
 * they stand, the locations in its strings, and its comments. Never throws.
 */
export function readSql(text: Text, options: SqlOptions): SqlReading {
  const { flat } = text;
  const decided = decide(flat, options.dialect);
  const dialect = decided?.dialect ?? null;
  const names = new NameCollector(dialect, options.session ?? NO_SESSION);
  const comments: SqlComment[] = [];
  const strings: FoundString[] = [];
  let ranges: FoundString[] = [{ start: 0, end: flat.length, access: 'unknown' }];
  let readable = flat;
  for (let depth = 0; depth < DEEPEST && ranges.length > 0; depth++) {
    const deeper: FoundString[] = [];
    if (depth > 0) readable = withSingleQuotes(withHolesAtJoints(readable, ranges.flatMap(({ joints }) => joints ?? [])), ranges);
    for (const range of ranges) {
      const tokens = tokenize(readable, lexicalSyntaxOf(dialect), range.start, range.end);
      const scanner = new StatementScanner(tokens, names, depth > 0);
      if (range.session === undefined) scanner.run();
      else names.within(range.session, () => scanner.run());
      for (const comment of tokens.comments) comments.push(comment);
      for (const found of scanner.locations) strings.push(found);
      for (const found of scanner.nested) deeper.push(found);
    }
    ranges = deeper;
  }
  return {
    references: names.inOrder(),
    locations: strings.sort((one, other) => one.start - other.start).map((found) => locationIn(text, found, readable)),
    comments,
    session: names.session,
    dialect,
    decidedBy: decided?.decidedBy ?? null,
  };
}

function decide(flat: string, given: Dialect | null): DecidedDialect | null {
  return given === null ? detectDialect(flat) : { dialect: given, decidedBy: 'given' };
}

function locationIn(text: Text, { start, end, access }: FoundString, readable: string): SqlLocation {
  const part = subText(text, start, end);
  const read = readable.slice(start, end);
  const joined = part.flat === read ? [] : holesIn(read, part.flat);
  return { text: withPlaceholders(part, text, start, [...joined, ...placeholdersIn(part.flat)]), start, end, access };
}

/** The ranges that are holes in what was read, and other characters in what is written. */
function holesIn(read: string, written: string): { start: number; end: number }[] {
  const runs = Array.from(read.matchAll(RUN_OF_HOLES), ({ 0: run, index }) => ({ start: index, end: index + run.length }));
  return runs.filter(({ start }) => written[start] !== HOLE);
}

const RUN_OF_HOLES = new RegExp(`${HOLE}+`, 'g');

/** The text with a hole for each placeholder that the lexer knows, `{x}` and the like, and each that was joined in. */
function withPlaceholders(part: Text, whole: Text, offset: number, found: readonly { start: number; end: number }[]): Text {
  if (found.length === 0) return part;
  const place = slice(whole, offset, offset + part.flat.length).written;
  const parts: Part[] = [];
  let at = 0;
  const known = (start: number, end: number): void => {
    if (start === end) return;
    parts.push({ text: subText(part, start, end), place: slice(part, start, end).written });
  };
  for (const placeholder of found) {
    known(at, placeholder.start);
    const { written } = slice(part, placeholder.start, placeholder.end);
    parts.push({ text: hole(written), place: written });
    at = placeholder.end;
  }
  known(at, part.flat.length);
  return concatenation(parts, place);
}
