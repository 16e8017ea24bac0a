import type { Place } from '../../references/source.js';
import { type Part, type Text, concatenation, hole, literal, subText } from '../../references/text.js';

/** The words with a separator between them; null where there are none. */
export function joinedWith(separator: string, words: readonly Text[], place: Place): Text | null {
  const [first] = words;
  if (first === undefined) return null;
  if (words.length === 1) return first;
  const parts: Part[] = [];
  for (const word of words) {
    if (parts.length > 0) parts.push({ text: literal(separator, place, 'whole'), place });
    parts.push({ text: word, place: word.place });
  }
  return concatenation(parts, place);
}

/** What printf prints: each `%s` of the format takes the next argument. */
export function printed(words: readonly Text[], place: Place): Text | null {
  const [format, ...rest] = words;
  if (format === undefined) return null;
  const parts: Part[] = [];
  let from = 0;
  let next = 0;
  for (const { index, 0: directive } of format.flat.matchAll(/%(?:%|[-+ 0#\d.]*[a-zA-Z])/g)) {
    if (index > from) parts.push({ text: subText(format, from, index), place: format.place });
    const text = rest[next] ?? hole(format.place);
    parts.push({ text, place: text.place });
    next += 1;
    from = index + directive.length;
  }
  if (from < format.flat.length) {
    parts.push({ text: subText(format, from, format.flat.length), place: format.place });
  }
  return concatenation(parts, place);
}
