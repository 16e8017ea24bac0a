import type { Place } from '../../references/source.js';
import { type Part, type Text, concatenation, hole, subText } from '../../references/text.js';
import { piecesOf } from './pieces.js';
import type { Each } from './wrappers.js';

/**
 * The commands that xargs runs: one for each item that it is fed where the words say where the item
 * goes, else one with all of them behind its words. Where the items are not known, one with a hole.
 */
export function commandsOfEach(words: readonly Text[], { replaces, separator }: Each, input: Text | null, place: Place) {
  const items = input === null ? [hole(place)] : piecesOf(input, separator);
  if (replaces === null || replaces === '') return [[...words, ...items]];
  return items.map((item) => words.map((word) => withItem(word, replaces, item)));
}

function withItem(word: Text, replaces: string, item: Text): Text {
  const parts: Part[] = [];
  let from = 0;
  const keep = (end: number) => {
    if (end > from) parts.push({ text: subText(word, from, end), place: word.place });
  };
  for (let at = word.flat.indexOf(replaces); at !== -1; at = word.flat.indexOf(replaces, from)) {
    keep(at);
    from = at + replaces.length;
    parts.push({ text: item, place: subText(word, at, from).place });
  }
  if (from === 0) return word;
  keep(word.flat.length);
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only.text : concatenation(parts, word.place);
}
