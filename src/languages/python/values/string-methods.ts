import type { Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import { concatenation, HOLE, hole, isKnown, literal, rewritten, subText } from '../../../references/text.js';
import type { Part, Text } from '../../../references/text.js';
import { choicesOf, ConstantValue, HeldList, isNone, joinChoices, textValue, unknown } from './forms.js';

type TextValue = Extract<Value, { form: 'text' }>;

/** Methods that change letter case, a piece of known text at a time. */
const REWRITES: ReadonlyMap<string, (known: string) => string> = new Map([
  ['lower', (known: string) => known.toLowerCase()],
  ['casefold', (known: string) => known.toLowerCase()],
  ['upper', (known: string) => known.toUpperCase()],
  ['swapcase', swapCase],
]);

/** Methods whose result depends on what stands before: only for text that is known as a whole. */
const WHOLE_REWRITES: ReadonlyMap<string, (known: string) => string> = new Map([
  ['capitalize', (known: string) => known.slice(0, 1).toUpperCase() + known.slice(1).toLowerCase()],
  ['title', titleCase],
]);

const PASSED_ON: ReadonlySet<string> = new Set([
  'encode',
  'decode',
  'as_posix',
  'resolve',
  'absolute',
  'expanduser',
  '__str__',
  // Of what psycopg composes.
  'as_string',
]);

/**
 * What a method of str (or of a path) gives for a text, with its parts still at their places; null
 * for a method that is not followed. `given` are the positional arguments' values.
 */
export function textMethod(
  value: TextValue,
  method: string,
  given: readonly (readonly Value[])[],
  place: Place,
): readonly Value[] | null {
  const { text } = value;
  const choices = choicesOf(value);
  const rewrite = REWRITES.get(method);
  if (rewrite !== undefined) return [textValue(rewritten(text, rewrite), choices)];
  const whole = WHOLE_REWRITES.get(method);
  if (whole !== undefined)
    return isKnown(text.flat) ? [textValue(wholly(text, whole), choices)] : [unknown(place)];
  if (PASSED_ON.has(method)) return [value];
  const first = onlyText(given[0]);
  switch (method) {
    case 'strip':
    case 'lstrip':
    case 'rstrip':
      if (given.length > 0 && first === null) return [unknown(place)];
      return [textValue(stripped(text, first, method !== 'rstrip', method !== 'lstrip'), choices)];
    case 'removeprefix':
      if (first === null || mayContinue(text.flat, first)) return [unknown(place)];
      return [
        text.flat.startsWith(first)
          ? textValue(subText(text, first.length, text.flat.length), choices)
          : value,
      ];
    case 'removesuffix':
      if (first === null) return [unknown(place)];
      if (first === '' || !text.flat.endsWith(first)) return [value];
      return [textValue(subText(text, 0, text.flat.length - first.length), choices)];
    case 'replace': {
      const second = onlyText(given[1]);
      const most = numberGiven(given[2]);
      if (first === null || first === '' || most === 'unknown') return [unknown(place)];
      if (second === null) return most === null ? replacedByAny(value, first, given[1] ?? [], place) : [unknown(place)];
      const result = replaced(text, first, second, most, place);
      return [result === null ? unknown(place) : textValue(result, choices)];
    }
    case 'split':
    case 'rsplit': {
      const most = numberGiven(given[1]);
      const separated = given[0] !== undefined && !given[0].every(isNone);
      if ((separated && first === null) || first === '' || most === 'unknown') return [unknown(place)];
      const ranges = separated ? separatedBy(text.flat, first ?? '') : betweenSpaces(text.flat);
      return partsAt(value, atMost(ranges, most, method === 'rsplit'), place);
    }
    case 'splitlines':
      return partsAt(value, separatedBy(text.flat.replace(/\n$/, ''), '\n'), place);
    case 'partition':
    case 'rpartition':
      return partitioned(value, first, method === 'rpartition', place);
    default:
      return null;
  }
}

function swapCase(known: string): string {
  return [...known]
    .map((one) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase()))
    .join('');
}

function titleCase(known: string): string {
  return known.toLowerCase().replaceAll(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}

/** Rewrites a text that is known as a whole: a rewrite of each piece alone may differ. */
function wholly(text: Text, rewrite: (known: string) => string): Text {
  if (text.form === 'literal' || text.form === 'hole') return rewritten(text, rewrite);
  const flat = rewrite(text.flat);
  let offset = 0;
  return rewritten(text, (known) => {
    const piece = flat.slice(offset, offset + known.length);
    offset += known.length;
    return piece;
  });
}

/** Nothing is stripped behind or before a hole: that may be empty, and it may not. */
function stripped(text: Text, characters: string | null, left: boolean, right: boolean): Text {
  const { flat } = text;
  const strips = (index: number) => {
    const one = flat.charAt(index);
    return one !== HOLE && (characters === null ? one.trim() === '' : characters.includes(one));
  };
  let start = 0;
  let end = flat.length;
  if (left) while (start < end && strips(start)) start++;
  if (right) while (end > start && strips(end - 1)) end--;
  return start === 0 && end === flat.length ? text : subText(text, start, end);
}

/** Whether a prefix goes on where a hole begins: what fills that decides. */
function mayContinue(flat: string, prefix: string): boolean {
  const at = flat.indexOf(HOLE);
  return at !== -1 && at < prefix.length && prefix.startsWith(flat.slice(0, at)) && at > 0;
}

/**
 * A prefix or suffix that is taken away leaves the rest at its place; within, it is rewritten. Null where
 * it lies across parts of which some are not known.
 */
function replaced(text: Text, from: string, to: string, most: number | null, place: Place): Text | null {
  const { flat } = text;
  const at = flat.indexOf(from);
  if (at === -1 || most === 0) return text;
  const once = flat.indexOf(from, at + from.length) === -1;
  if (once && to === '') {
    if (at === 0) return subText(text, from.length, flat.length);
    if (at + from.length === flat.length) return subText(text, 0, at);
  }
  const end = most === null ? flat.length : endOfOccurrence(flat, from, most);
  if (end < flat.length) {
    const head = replaced(subText(text, 0, end), from, to, null, place);
    const tail = { text: subText(text, end, flat.length), place };
    return head === null ? null : concatenation([{ text: head, place }, tail], place);
  }
  const pieces = /\s/.test(flat) ? around(text, from, literal(to, place, 'whole'), place) : null;
  if (pieces !== null) return concatenation(pieces, place);
  const wanted = flat.replaceAll(from, () => to);
  const result = rewritten(text, (known) => known.replaceAll(from, () => to));
  if (result.flat === wanted) return result;
  return isKnown(flat) ? literal(wanted, place, 'whole') : null;
}

/** So many replacements are put between what stays where it is written. */
const MOST_PIECES = 32;

/** A text in the pieces around what is replaced in it; null where they are many. */
function around(text: Text, from: string, to: Text, place: Place): readonly Part[] | null {
  const ranges = separatedBy(text.flat, from);
  if (ranges.length > MOST_PIECES) return null;
  return ranges.flatMap(([start, end], index): readonly Part[] => {
    const piece = start === end ? [] : [{ text: subText(text, start, end), place }];
    return index === 0 ? piece : [{ text: to, place: to.place }, ...piece];
  });
}

/** A text with each of several in place of a part of it, or with one that is not known: the rest stays where it is written. */
function replacedByAny(value: TextValue, from: string, others: readonly Value[], place: Place): readonly Value[] {
  const { text } = value;
  if (!text.flat.includes(from)) return [value];
  return others.flatMap((other): readonly Value[] => {
    const choices = joinChoices(choicesOf(value), choicesOf(other));
    if (choices === null) return [];
    const pieces = around(text, from, other.form === 'text' ? other.text : hole(place), place);
    return [pieces === null ? unknown(place) : textValue(concatenation(pieces, place), choices)];
  });
}

/** Behind the occurrence of that number; the whole length where there are not more of them. */
function endOfOccurrence(flat: string, part: string, number: number): number {
  let end = 0;
  for (let count = 0; count < number; count++) {
    const at = flat.indexOf(part, end);
    if (at === -1) return flat.length;
    end = at + part.length;
  }
  return flat.indexOf(part, end) === -1 ? flat.length : end;
}

type Range = readonly [number, number];

/** The stretches between separators. A hole is taken to hold none: who splits a text counts on that. */
function separatedBy(flat: string, separator: string): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (let at = flat.indexOf(separator); at !== -1; at = flat.indexOf(separator, start)) {
    ranges.push([start, at]);
    start = at + separator.length;
  }
  ranges.push([start, flat.length]);
  return ranges;
}

function betweenSpaces(flat: string): Range[] {
  return [...flat.matchAll(/\S+/g)].map(({ index, 0: word }): Range => [index, index + word.length]);
}

/** The ranges as they are split no more than so often, from the left or from the right. */
function atMost(ranges: Range[], most: number | null, fromRight: boolean): readonly Range[] {
  if (most === null || ranges.length <= most + 1) return ranges;
  const joined = fromRight ? ranges.slice(0, ranges.length - most) : ranges.slice(most);
  const [first, last] = [joined[0], joined.at(-1)];
  if (first === undefined || last === undefined) return ranges;
  const whole: Range = [first[0], last[1]];
  return fromRight ? [whole, ...ranges.slice(ranges.length - most)] : [...ranges.slice(0, most), whole];
}

/** A list of parts of a text. */
function partsAt(value: TextValue, ranges: readonly Range[], place: Place): readonly Value[] {
  const choices = choicesOf(value);
  const items = ranges.map(([from, to]): readonly Value[] => [textValue(partOf(value.text, from, to), choices)]);
  return [new HeldList(() => items, place, choices, true)];
}

function partitioned(value: TextValue, separator: string | null, last: boolean, place: Place): readonly Value[] {
  if (separator === null || separator === '') return [unknown(place)];
  const { flat } = value.text;
  const at = last ? flat.lastIndexOf(separator) : flat.indexOf(separator);
  const missing = last ? 0 : flat.length;
  const from = at === -1 ? missing : at;
  const to = at === -1 ? missing : at + separator.length;
  return partsAt(value, [[0, from], [from, to], [to, flat.length]], place);
}

/** `text[lower:upper]`; a hole before a bound leaves it open where that stands. */
export function sliced(
  value: TextValue,
  lower: number | null,
  upper: number | null,
  plain: boolean,
  place: Place,
): readonly Value[] {
  const { text } = value;
  const bad = !plain || Number.isNaN(lower) || Number.isNaN(upper) || !isKnown(text.flat);
  if (bad) return [unknown(place)];
  const { length } = text.flat;
  const bound = (index: number) => Math.max(0, Math.min(length, index < 0 ? length + index : index));
  const start = bound(lower ?? 0);
  const end = Math.max(start, bound(upper ?? length));
  return [textValue(partOf(text, start, end), choicesOf(value))];
}

function partOf(text: Text, start: number, end: number): Text {
  return start === 0 && end === text.flat.length ? text : subText(text, start, end);
}

/** The one text that the values are, if it is known. */
export function onlyText(values: readonly Value[] | undefined): string | null {
  const [value] = values ?? [];
  if (values?.length !== 1 || value?.form !== 'text' || !isKnown(value.text.flat)) return null;
  return value.text.flat;
}

/** A number given as an argument: null where none is, or it is -1, which means no bound. */
function numberGiven(values: readonly Value[] | undefined): number | 'unknown' | null {
  if (values === undefined) return null;
  const [value] = values;
  if (value instanceof ConstantValue && /^-?\d+$/.test(value.raw)) {
    const number = Number(value.raw);
    return number < 0 ? null : number;
  }
  return 'unknown';
}
