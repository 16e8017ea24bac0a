import { braceExpand } from 'minimatch';

/**
 * What a glob says, as a row of character sets: `kol-?*` is `k`, `o`, `l`, `-`, any one, any number.
 * Braces are expanded first, so one glob gives several patterns.
 */
export type Pattern = readonly Token[];

export interface Token {
  readonly set: CharacterSet;
  /** Whether the set stands for any number of its characters, none included. */
  readonly repeated: boolean;
}

/** Ranges of UTF-16 code units, both ends inclusive, in order and apart. */
export type CharacterSet = readonly (readonly [number, number])[];

/** Stands between the parts of a name (catalog and schema, bucket and path); in no name itself. */
export const PART_END = '\u0000';

export interface GlobSyntax {
  /** Whether upper and lower case are the same. */
  readonly foldsCase: boolean;
  /** Whether `*` and `?` stop at a slash and `**` does not, as in a path; else they match slashes. */
  readonly isPath: boolean;
}

/** Why a glob cannot be used. */
export class GlobError extends Error {}

/** More alternatives than this in one glob are a mistake. */
const MAX_ALTERNATIVES = 1000;
const EXTGLOB = /[?*+@!]\(/;
const LAST_UNIT = 0xffff;

const ANY: CharacterSet = [[1, LAST_UNIT]];
const WITHIN_SEGMENT: CharacterSet = [
  [1, 0x2e],
  [0x30, LAST_UNIT],
];

export const ANYTHING: Token = { set: ANY, repeated: true };

/** The texts that braces stand for. Throws a `GlobError` for a glob that cannot be used. */
export function expandBraces(glob: string): string[] {
  if (glob.trim() === '') throw new GlobError('an empty glob matches nothing');
  if (glob.includes(PART_END)) throw new GlobError('a glob cannot hold a NUL character');
  if (EXTGLOB.test(glob)) {
    throw new GlobError(`"${glob}" is an extended glob, which names cannot have; write {a,b} for alternatives`);
  }
  const texts = braceExpand(glob, { braceExpandMax: MAX_ALTERNATIVES + 1 });
  if (texts.length > MAX_ALTERNATIVES) {
    throw new GlobError(`"${glob}" stands for more than ${MAX_ALTERNATIVES} names`);
  }
  return texts;
}

/** The first bracket of a glob that is opened or closed alone; null where there is none. */
export function loneBracket(glob: string): '{' | '}' | '[' | null {
  const plain = glob.replace(/\\./g, '').replace(/\[[!^]?[^][^\]]*\]/g, '');
  if (plain.includes('[')) return '[';
  let open = 0;
  for (const character of plain) {
    if (character === '{') open++;
    else if (character === '}' && --open < 0) return '}';
  }
  return open > 0 ? '{' : null;
}

/** The patterns of a text whose braces are expanded; several only for a path with `**` in it. */
export function parseGlob(text: string, syntax: GlobSyntax): Pattern[] {
  if (!syntax.isPath) return [parseSegment(text, syntax)];
  const segments = text.split('/');
  return parsePath(segments.filter((segment, index) => segment !== '**' || segments[index - 1] !== '**'), syntax);
}

/** The pattern of a fixed text. */
export function fixedPattern(text: string, foldsCase = false): Pattern {
  return Array.from({ length: text.length }, (_, index) => one(text.charCodeAt(index), foldsCase));
}

/** The glob's own text where it has no wildcards, escapes taken off; else null. */
export function fixedText(text: string): string | null {
  if (/(?<!\\)[*?]|(?<!\\)\[[^\]]+\]/.test(text)) return null;
  return text.replace(/\\(.)/g, '$1');
}

/** Each `**` stands for no segment or for any number of them, so it doubles the patterns. */
function parsePath(segments: readonly string[], syntax: GlobSyntax): Pattern[] {
  const slash = one(0x2f, false);
  let patterns: Token[][] = [[]];
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    if (segment === '**') {
      patterns = patterns.flatMap((before) => withGlobstar(before, isLast));
      if (patterns.length > MAX_ALTERNATIVES) throw new GlobError('too many ** in one glob');
      return;
    }
    const own = parseSegment(segment, syntax);
    patterns = patterns.map((before) => [...before, ...own, ...(isLast ? [] : [slash])]);
  });
  return patterns;
}

/** A last `**` stands for all that is below, one before for any number of folders. */
function withGlobstar(before: readonly Token[], isLast: boolean): Token[][] {
  if (isLast) return [[...before, { set: ANY, repeated: false }, ANYTHING]];
  return [[...before], [...before, ANYTHING, one(0x2f, false)]];
}

function parseSegment(text: string, { foldsCase, isPath }: GlobSyntax): Token[] {
  const any = isPath ? WITHIN_SEGMENT : ANY;
  const tokens: Token[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '*') {
      if (tokens.at(-1)?.repeated !== true) tokens.push({ set: any, repeated: true });
    } else if (character === '?') {
      tokens.push({ set: any, repeated: false });
    } else if (character === '[') {
      const found = parseClass(text, index, any, foldsCase);
      if (found === null) tokens.push(one(0x5b, false));
      else tokens.push(found.token);
      index = found?.last ?? index;
    } else {
      if (character === '\\' && index + 1 < text.length) index++;
      tokens.push(one(text.charCodeAt(index), foldsCase));
    }
  }
  if (isPath && /^\*+$/.test(text)) tokens.unshift({ set: any, repeated: false });
  return tokens;
}

/** A bracket expression at `start`; null where the bracket is never closed and stands for itself. */
function parseClass(text: string, start: number, any: CharacterSet, foldsCase: boolean) {
  let index = start + 1;
  const isNegated = text[index] === '!' || text[index] === '^';
  if (isNegated) index++;
  const ranges: [number, number][] = [];
  for (let isFirst = true; ; isFirst = false) {
    if (index >= text.length) return null;
    if (text[index] === ']' && !isFirst) break;
    if (text.startsWith('[:', index)) {
      throw new GlobError(`"${text}" has a POSIX character class; write the range, as in [a-z]`);
    }
    if (text[index] === '\\' && index + 1 < text.length) index++;
    const low = text.charCodeAt(index);
    const isRange = text[index + 1] === '-' && text[index + 2] !== ']' && index + 2 < text.length;
    const high = isRange ? text.charCodeAt(index + 2) : low;
    if (high < low) throw new GlobError(`"${text}" has a range whose end is before its begin`);
    ranges.push([low, high]);
    index += isRange ? 3 : 1;
  }
  const cased = foldsCase ? ranges.flatMap(bothCases) : ranges;
  const set = isNegated ? without(any, cased) : within(any, cased);
  return { token: { set, repeated: false }, last: index };
}

function one(code: number, foldsCase: boolean): Token {
  const set = foldsCase ? within(ANY, bothCases([code, code])) : [[code, code] as const];
  return { set, repeated: false };
}

/** A range with the other case of the ASCII letters in it. */
function bothCases([low, high]: readonly [number, number]): [number, number][] {
  const ranges: [number, number][] = [[low, high]];
  const upper = overlap(low, high, 0x41, 0x5a);
  if (upper !== null) ranges.push([upper[0] + 32, upper[1] + 32]);
  const lower = overlap(low, high, 0x61, 0x7a);
  if (lower !== null) ranges.push([lower[0] - 32, lower[1] - 32]);
  return ranges;
}

function overlap(low: number, high: number, from: number, to: number): [number, number] | null {
  const start = Math.max(low, from);
  const end = Math.min(high, to);
  return start <= end ? [start, end] : null;
}

function within(any: CharacterSet, ranges: readonly (readonly [number, number])[]): CharacterSet {
  const parts = ranges.flatMap(([low, high]) => any.map(([from, to]) => overlap(low, high, from, to)));
  return joined(parts.filter((part) => part !== null));
}

function without(any: CharacterSet, ranges: readonly (readonly [number, number])[]): CharacterSet {
  let rest: (readonly [number, number])[] = [...any];
  for (const [low, high] of ranges) {
    rest = rest.flatMap(([from, to]) => [
      ...[overlap(from, to, 0, low - 1)].filter((part) => part !== null),
      ...[overlap(from, to, high + 1, LAST_UNIT)].filter((part) => part !== null),
    ]);
  }
  return rest;
}

function joined(ranges: readonly (readonly [number, number])[]): CharacterSet {
  const result: [number, number][] = [];
  for (const [low, high] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else result.push([low, high]);
  }
  return result;
}
