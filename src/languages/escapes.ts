import type { Place } from '../references/source.js';
import { type Literal, type Part, type Text, concatenation, literal, slice, subText } from '../references/text.js';

/** What an escape sequence stands for, and how many characters it is written with. */
export interface Escape {
  readonly characters: string;
  readonly length: number;
}

/**
 * Reads the escape sequence at `index` of a text, where its first character stands; null where the
 * character is no escape and counts for itself.
 */
export type EscapeReader = (text: string, index: number) => Escape | null;

/**
 * The literal that a range of a source stands for once its escape sequences are decoded. A sequence
 * that runs past the range's end is cut there.
 */
export function unescaped(place: Place, read: EscapeReader): Literal {
  const { start, end, source } = place;
  const { text } = source;
  const characters: string[] = [];
  const offsets: number[] = [];
  let escaped = false;
  for (let index = start; index < end; ) {
    const escape = read(text, index);
    const written = escape?.characters ?? text.charAt(index);
    for (let count = 0; count < written.length; count++) offsets.push(index);
    characters.push(written);
    escaped ||= escape !== null;
    index += escape === null ? 1 : Math.max(escape.length, 1);
  }
  if (!escaped) return literal(text.slice(start, end), place);
  offsets.push(end);
  return literal(characters.join(''), place, Int32Array.from(offsets));
}

/** The same for a text: its escape sequences decoded, each standing where it is written. */
export function decodedText(text: Text, read: EscapeReader): Text {
  const { flat } = text;
  const parts: Part[] = [];
  let done = 0;
  const add = (part: Text) => parts.push({ text: part, place: slice(part, 0, part.flat.length).written });
  for (let index = 0; index < flat.length; index++) {
    const escape = read(flat, index);
    if (escape === null) continue;
    if (index > done) add(subText(text, done, index));
    done = Math.min(index + Math.max(escape.length, 1), flat.length);
    if (escape.characters !== '') add(literal(escape.characters, slice(text, index, done).written, 'whole'));
    index = done - 1;
  }
  if (done === 0) return text;
  if (flat.length > done) add(subText(text, done, flat.length));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only.text : concatenation(parts, text.place);
}

const BACKSLASH = 0x5c;

/**
 * A reader of backslash escapes: `simple` gives what each letter after the backslash stands for,
 * `unicode` how many hexadecimal digits follow which letter (`{ u: 4 }`). Other sequences are left
 * as they are.
 */
export function backslashEscapes(
  simple: Readonly<Record<string, string>>,
  unicode: Readonly<Record<string, number>> = {},
): EscapeReader {
  return (text, index) => {
    if (text.charCodeAt(index) !== BACKSLASH) return null;
    const letter = text.charAt(index + 1);
    const plain = simple[letter];
    if (plain !== undefined) return { characters: plain, length: 1 + letter.length };
    const digits = unicode[letter];
    return digits === undefined ? null : codePoint(text.slice(index + 2, index + 2 + digits), digits);
  };
}

function codePoint(hexadecimal: string, digits: number): Escape | null {
  if (hexadecimal.length !== digits || !/^[\da-f]+$/i.test(hexadecimal)) return null;
  const code = Number.parseInt(hexadecimal, 16);
  if (code > 0x10ffff) return null;
  return { characters: String.fromCodePoint(code), length: 2 + digits };
}
