import type { Reference } from '../../references/reference.js';
import type { Place, Source } from '../../references/source.js';
import { isUnknown } from '../../references/text.js';

/**
 * What of the references that a call or a text of another module makes is passed there, as uses of the
 * call that leads to it: what the module writes itself is its own file's to say. What has lines is no
 * name, but a statement that is passed where one takes it apart.
 */
export function passedTo(module: Source, references: readonly Reference[], place: Place): Reference[] {
  return references
    .filter(({ name, written }) => written.source !== module && !isUnknown(name) && !name.includes('\n'))
    .map((reference) => ({ ...reference, use: { ...reference.use, place } }));
}
