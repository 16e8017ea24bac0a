/** As many names as are kept; a new one takes the place of the one in its slot. */
const SLOTS = 4096;
/** A part of a text longer than this is no copy, but holds on to the text it is a part of. */
const LONGEST = 12;

const names: string[] = Array.from({ length: SLOTS }, () => '');

/**
 * The name from `start` to `end` of a text: the same string for the same name wherever it stands. A program
 * has few names and has them often; one that is known needs not be made, nor hashed for the next table.
 *
 * @param hash a number that equal names have alike
 */
export function nameIn(text: string, start: number, end: number, hash: number): string {
  if (end - start > LONGEST) return text.slice(start, end);
  const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
  const kept = names[slot] ?? '';
  if (kept.length === end - start && isAt(text, start, kept)) return kept;
  const name = text.slice(start, end);
  names[slot] = name;
  return name;
}

function isAt(text: string, start: number, name: string): boolean {
  for (let at = 0; at < name.length; at++) if (text.charCodeAt(start + at) !== name.charCodeAt(at)) return false;
  return true;
}
