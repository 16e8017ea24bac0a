import type { Place } from '../../references/source.js';
import { type Part, type Text, concatenation, literal, subText } from '../../references/text.js';
import { MOST_ALTERNATIVES } from '../facts.js';

/** The pieces of a text between what parts them, empty ones left out; the text itself where nothing does. */
export function piecesOf(text: Text, separator: RegExp): Text[] {
  const pieces: Text[] = [];
  let from = 0;
  const keep = (end: number) => {
    if (end > from && pieces.length < MOST_ALTERNATIVES) pieces.push(subText(text, from, end));
  };
  for (const { index, 0: separated } of text.flat.matchAll(new RegExp(separator, 'g'))) {
    keep(index);
    from = index + separated.length;
  }
  if (from === 0) return [text];
  keep(text.flat.length);
  return pieces;
}

/** The words that an unquoted expansion becomes. */
export function splitAtBlanks(text: Text): Text[] {
  return piecesOf(text, /\s+/);
}

/** Words with a blank between them; null where there are none. */
export function joinedWithBlanks(words: readonly Text[], place: Place): Text | null {
  const [first, ...rest] = words;
  if (first === undefined || rest.length === 0) return first ?? null;
  const parts: Part[] = [{ text: first, place: first.place }];
  for (const word of rest) {
    parts.push({ text: literal(' ', place, 'whole'), place }, { text: word, place: word.place });
  }
  return concatenation(parts, place);
}
