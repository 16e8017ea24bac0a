import type { Value } from '../facts.js';
import type { Place } from '../../references/source.js';
import { HOLE, isKnown, rewritten, subText } from '../../references/text.js';
import type { Text } from '../../references/text.js';
import { choicesOf, ConstantValue, textValue, unknown } from './forms.js';

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
      if (first === null) return [unknown(place)];
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
      if (first === null || first === '' || second === null) return [unknown(place)];
      return [textValue(replaced(text, first, second), choices)];
    }
    case 'split':
    case 'rsplit':
      return splitText(value, first, given.length > 0, onlyNumber(given[1]), method === 'rsplit', place);
    case 'partition':
      return partitioned(value, first, place);
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

/** A prefix or suffix that is taken away leaves the rest at its place; within, it is rewritten. */
function replaced(text: Text, from: string, to: string): Text {
  const { flat } = text;
  const at = flat.indexOf(from);
  if (at === -1) return text;
  const once = flat.indexOf(from, at + from.length) === -1;
  if (once && to === '') {
    if (at === 0) return subText(text, from.length, flat.length);
    if (at + from.length === flat.length) return subText(text, 0, at);
  }
  return rewritten(text, (known) => known.replaceAll(from, to));
}

function splitText(
  value: TextValue,
  separator: string | null,
  given: boolean,
  most: number | null,
  fromRight: boolean,
  place: Place,
): readonly Value[] {
  const { text } = value;
  const { flat } = text;
  if ((given && separator === null) || separator === '') return [unknown(place)];
  const ranges: (readonly [number, number])[] = [];
  let start = 0;
  const pattern = separator ?? ' ';
  for (;;) {
    const at = flat.indexOf(pattern, start);
    if (at === -1 || (!fromRight && most !== null && ranges.length >= most)) break;
    ranges.push([start, at]);
    start = at + pattern.length;
  }
  ranges.push([start, flat.length]);
  if (fromRight && most !== null && ranges.length > most + 1) {
    const joined = ranges.splice(0, ranges.length - most);
    ranges.unshift([0, joined.at(-1)?.[1] ?? 0]);
  }
  const choices = choicesOf(value);
  const items = ranges.map(([from, to]): readonly Value[] => [textValue(partOf(text, from, to), choices)]);
  return [{ form: 'list', items, place }];
}

function partitioned(value: TextValue, separator: string | null, place: Place): readonly Value[] {
  if (separator === null || separator === '') return [unknown(place)];
  const { text } = value;
  const length = text.flat.length;
  const at = text.flat.indexOf(separator);
  const from = at === -1 ? length : at;
  const to = at === -1 ? length : at + separator.length;
  const choices = choicesOf(value);
  const part = (start: number, end: number): readonly Value[] => [
    textValue(partOf(text, start, end), choices),
  ];
  return [{ form: 'list', items: [part(0, from), part(from, to), part(to, length)], place }];
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

function onlyNumber(values: readonly Value[] | undefined): number | null {
  const [value] = values ?? [];
  return value instanceof ConstantValue && /^\d+$/.test(value.raw) ? Number(value.raw) : null;
}
