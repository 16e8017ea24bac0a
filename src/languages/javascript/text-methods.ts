import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../../references/source.js';
import {
  HOLE,
  type Part,
  type Text,
  concatenation,
  isKnown,
  rewritten,
  subText,
} from '../../references/text.js';
import type { Value } from '../facts.js';
import { joined, union } from './compose.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frame.js';
import type { Values } from './things.js';
import type { Node } from './tree.js';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** What a method of a string gives; null where it gives no text, or none that can be told. */
export function textMethod(
  evaluator: Evaluator,
  method: string,
  text: Text,
  node: Call,
  frame: Frame | null,
): Values | null {
  switch (method) {
    case 'toString':
    case 'valueOf':
    case 'normalize':
      return known(text);
    case 'toLowerCase':
    case 'toLocaleLowerCase':
      return known(rewritten(text, (part) => part.toLowerCase()));
    case 'toUpperCase':
    case 'toLocaleUpperCase':
      return known(rewritten(text, (part) => part.toUpperCase()));
    case 'trim':
      return known(trimmed(text, true, true));
    case 'trimStart':
      return known(trimmed(text, true, false));
    case 'trimEnd':
      return known(trimmed(text, false, true));
    case 'concat':
      return concatenated(evaluator, text, node, frame);
    case 'slice':
    case 'substring':
    case 'substr':
      return sliced(method, text, node);
    case 'split':
      return splitText(evaluator, text, node, frame);
    case 'replace':
    case 'replaceAll':
      return replaced(evaluator, method === 'replaceAll', text, node, frame);
    default:
      return null;
  }
}

function known(text: Text): Values {
  return [{ form: 'text', text }];
}

function trimmed(text: Text, atStart: boolean, atEnd: boolean): Text {
  const { flat } = text;
  const start = atStart ? flat.length - flat.trimStart().length : 0;
  const end = atEnd ? flat.trimEnd().length : flat.length;
  return start === 0 && end === flat.length ? text : subText(text, start, Math.max(start, end));
}

function concatenated(evaluator: Evaluator, text: Text, node: Call, frame: Frame | null): Values {
  const callee = node.callee.type === 'MemberExpression' ? node.callee.object : node.callee;
  const operands = node.arguments.map((argument) => ({
    alternatives: evaluator.texts(argument, frame),
    place: evaluator.place(argument),
  }));
  return joined(
    [{ alternatives: [text], place: evaluator.place(callee) }, ...operands],
    evaluator.place(node),
  );
}

/** `slice(1, -1)` with numbers that are written out, on text whose length is known. */
function sliced(method: 'slice' | 'substring' | 'substr', text: Text, node: Call): Values | null {
  const numbers = node.arguments.map(numberOf);
  const [from = 0, to] = numbers;
  if (from === null || to === null || !isKnown(text.flat)) return null;
  const { length } = text.flat;
  const [start, end] = bounds(method, from, to, length);
  return known(subText(text, start, Math.max(start, end)));
}

function bounds(
  method: 'slice' | 'substring' | 'substr',
  from: number,
  to: number | undefined,
  length: number,
) {
  const clamp = (index: number) => Math.min(Math.max(index, 0), length);
  const fromEnd = (index: number) => clamp(index < 0 ? length + index : index);
  switch (method) {
    case 'slice':
      return [fromEnd(from), fromEnd(to ?? length)] as const;
    case 'substr':
      return [fromEnd(from), clamp(fromEnd(from) + (to ?? length))] as const;
    case 'substring': {
      const [start, end] = [clamp(from), clamp(to ?? length)];
      return [Math.min(start, end), Math.max(start, end)] as const;
    }
  }
}

function numberOf(node: Node): number | null {
  if (node.type === 'Literal' && typeof node.value === 'number') return node.value;
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const value = numberOf(node.argument);
    return value === null ? null : -value;
  }
  return null;
}

function splitText(evaluator: Evaluator, text: Text, node: Call, frame: Frame | null): Values | null {
  const separator = onlyText(evaluator, node.arguments[0], frame);
  if (separator === null || !isKnown(separator.flat) || separator.flat === '' || !isKnown(text.flat))
    return null;
  const items: Values[] = [];
  let start = 0;
  for (const piece of text.flat.split(separator.flat)) {
    items.push(known(subText(text, start, start + piece.length)));
    start += piece.length + separator.flat.length;
  }
  return [{ form: 'list', items, place: evaluator.place(node) }];
}

function replaced(
  evaluator: Evaluator,
  all: boolean,
  text: Text,
  node: Call,
  frame: Frame | null,
): Values | null {
  const [pattern, replacement] = node.arguments;
  if (pattern === undefined || replacement === undefined) return null;
  const place = evaluator.place(replacement);
  const ranges = rangesOf(evaluator, text.flat, pattern, all, frame);
  if (ranges === null) return null;
  if (ranges.length === 0) return known(text);
  const lists = evaluator.texts(replacement, frame).map((by): readonly Value[] => {
    if (by.flat.includes('$')) return [];
    return known(withReplacements(text, ranges, by, place, evaluator.place(node)));
  });
  return union(...lists);
}

function withReplacements(
  text: Text,
  ranges: readonly (readonly [number, number])[],
  by: Text,
  place: Place,
  whole: Place,
): Text {
  const parts: Part[] = [];
  let done = 0;
  for (const [start, end] of ranges) {
    if (start > done) parts.push({ text: subText(text, done, start), place: text.place });
    if (by.flat !== '') parts.push({ text: by, place });
    done = end;
  }
  if (done < text.flat.length) parts.push({ text: subText(text, done, text.flat.length), place: text.place });
  return concatenation(parts, whole);
}

/** Where a pattern matches; null where that cannot be told: a hole could match it as well. */
function rangesOf(
  evaluator: Evaluator,
  flat: string,
  pattern: Node,
  all: boolean,
  frame: Frame | null,
): readonly (readonly [number, number])[] | null {
  if (pattern.type === 'Literal' && 'regex' in pattern) return regexRanges(flat, pattern.regex);
  const searched = onlyText(evaluator, pattern, frame)?.flat;
  if (searched === undefined || searched === '' || searched.includes(HOLE)) return null;
  const ranges: [number, number][] = [];
  for (
    let index = flat.indexOf(searched);
    index !== -1;
    index = flat.indexOf(searched, index + searched.length)
  ) {
    ranges.push([index, index + searched.length]);
    if (!all) break;
  }
  return ranges;
}

/** Without groups and on short text a regular expression of someone else's takes polynomial time at worst. */
const LONGEST_MATCHED = 200;
const LONGEST_PATTERN = 40;

function regexRanges(
  flat: string,
  { pattern, flags }: { readonly pattern: string; readonly flags: string },
): readonly (readonly [number, number])[] | null {
  if (flat.length > LONGEST_MATCHED || pattern.length > LONGEST_PATTERN || /[()]/.test(pattern)) return null;
  if ((pattern.match(/[*+{]/g) ?? []).length > 2 || (!isKnown(flat) && !isOfOne(pattern))) return null;
  try {
    const ranges: [number, number][] = [];
    for (const match of flat.matchAll(new RegExp(pattern, flags.includes('g') ? flags : `${flags}g`))) {
      if (match[0].includes(HOLE)) continue;
      ranges.push([match.index, match.index + match[0].length]);
      if (!flags.includes('g')) break;
    }
    return ranges;
  } catch {
    return null;
  }
}

/** Whether a pattern is one character or one class of them: what it does around a hole, it does in it. */
function isOfOne(pattern: string): boolean {
  return /^(?:[^\\^$.|?*+()[\]{}]|\\[^bBdDwWsSkpPux0-9cnrtfv]|\\[dDwWsS]|\[(?:[^\]\\]|\\.)+\])$/.test(pattern);
}

/** The one text an argument gives; null where it gives another value, or several. */
function onlyText(evaluator: Evaluator, node: Node | undefined, frame: Frame | null): Text | null {
  if (node === undefined) return null;
  const [value, ...others] = evaluator.evaluate(node, frame);
  return value?.form === 'text' && others.length === 0 ? value.text : null;
}
