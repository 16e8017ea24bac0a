import type { Reference } from '../../references/reference.js';
import type { Place, Source } from '../../references/source.js';
import { isUnknown } from '../../references/text.js';

/**
 * What of the references that a call or a text of another module makes is passed there, as uses of the
 * call that leads to it: what the module writes itself is its own file's to say. What has lines is no
 * name, but a statement that is passed where one takes it apart; and so is a key with a table's name in it.
 */
export function passedTo(module: Source, references: readonly Reference[], place: Place): Reference[] {
  return references
    .filter(({ name, written }) => written.source !== module && !isUnknown(name) && !name.includes('\n') && !isCutOut(written))
    .map((reference) => ({ ...reference, use: { ...reference.use, place } }));
}

/** Whether what is written is a part of a longer word, `test` of `'schemas/test'` or of `'test-1'`. */
function isCutOut({ source: { text }, start, end }: Place): boolean {
  return BEFORE_PART.test(text.slice(start - 1, start)) || BEHIND_PART.test(text.slice(end, end + 1));
}

const BEFORE_PART = /[\w/-]/;
const BEHIND_PART = /[\w-]/;
