import type { Place } from '../../references/source.js';
import { type Part, type Text, concatenation, hole, literal, subText } from '../../references/text.js';
import { MOST_ALTERNATIVES } from '../facts.js';
import { joinedWithBlanks } from './pieces.js';

/** What echo prints: its words with blanks between them; null where there are none. */
export function echoed(words: readonly Text[], place: Place): Text | null {
  const options = words.findIndex(({ flat }) => !/^-[neE]+$/.test(flat));
  const escapes = words.slice(0, options).some(({ flat }) => flat.includes('e'));
  if (options === -1) return null;
  return joinedWithBlanks(words.slice(options).map((word) => (escapes ? unescaped(word) : word)), place);
}

/** What printf prints: each `%s` of the format takes the next argument, again and again while there are some. */
export function printed(words: readonly Text[], place: Place): Text | null {
  const [format, ...rest] = words;
  if (format === undefined) return null;
  const parts: Part[] = [];
  let taken = 0;
  for (let round = 0; round < MOST_ALTERNATIVES; round++) {
    const before = taken;
    taken = printOnce(format, rest, taken, parts);
    if (taken === before || taken >= rest.length) break;
  }
  return concatenation(parts, place);
}

/** Adds what one use of the format prints; gives how many arguments have been taken by then. */
function printOnce(format: Text, words: readonly Text[], taken: number, parts: Part[]): number {
  let from = 0;
  let next = taken;
  const keep = (end: number) => {
    if (end > from) parts.push({ text: unescaped(subText(format, from, end)), place: format.place });
  };
  for (const { index, 0: directive } of format.flat.matchAll(/%(?:%|[-+ 0#\d.]*[a-zA-Z])/g)) {
    keep(index);
    from = index + directive.length;
    if (directive === '%%') continue;
    const text = words[next] ?? hole(format.place);
    parts.push({ text, place: text.place });
    next += 1;
  }
  keep(format.flat.length);
  return next;
}

/** A text with the line ends and tabs that `\n` and `\t` in it mean to printf and `echo -e`. */
export function unescaped(text: Text): Text {
  const parts: Part[] = [];
  let from = 0;
  const keep = (end: number) => {
    if (end > from) parts.push({ text: subText(text, from, end), place: text.place });
  };
  for (const { index, 1: letter } of text.flat.matchAll(/\\([nt])/g)) {
    keep(index);
    const { place } = subText(text, index, index + 2);
    parts.push({ text: literal(letter === 'n' ? '\n' : '\t', place, 'whole'), place });
    from = index + 2;
  }
  if (parts.length === 0 && from === 0) return text;
  keep(text.flat.length);
  return concatenation(parts, text.place);
}

/** What `tr ',' ' '` makes of a text: one character for another. Null for anything else that tr can do. */
export function translated(text: Text | null, operands: readonly Text[]): Text | null {
  const [from, to] = operands.map(({ flat }) => (flat === '\\n' ? '\n' : flat));
  if (text === null || from?.length !== 1 || to?.length !== 1 || operands.length !== 2) return null;
  return mapped(text, from, to);
}

/** The text with one character for another in each of its literals, which stay where they are written. */
function mapped(text: Text, from: string, to: string): Text {
  switch (text.form) {
    case 'hole':
      return text;
    case 'literal':
      return literal(text.flat.replaceAll(from, to), text.place, text.offsets);
    case 'followed': {
      const inner = mapped(text.text, from, to);
      return { ...text, flat: inner.flat, text: inner };
    }
    case 'concatenation':
      return concatenation(text.parts.map((part) => ({ ...part, text: mapped(part.text, from, to) })), text.place);
  }
}
