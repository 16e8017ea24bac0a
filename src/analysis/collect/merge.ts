import type { Reference } from '../../references/reference.js';
import type { Place } from '../../references/source.js';
import { numbered, Places } from './places.js';

/**
 * The references of a file without those that say the same twice, in the order of their uses.
 *
 * The groups come in the order of their word's weight: what calls, statements and commands say, what
 * the names of variables say, what defaults of the environment say, what the text's own form says. A
 * place that a call has said to be a bucket is no schema because of a keyword's name, and a constant
 * is a reference of its own only as long as no call of the file is seen to use it.
 *
 * @param elsewhere places of what calls hand to systems that are none of ours: there only the first group counts
 */
export function merged(groups: readonly (readonly Reference[])[], elsewhere: readonly Place[]): readonly Reference[] {
  const result: Reference[] = [];
  const byStarts = new Map<number, Reference[]>();
  const spokenFor = new Places();
  for (const references of groups) {
    // Within a group several uses of one place count; a later group adds none to it but mentions.
    const places: Place[] = [];
    for (const reference of references) {
      const isMention = reference.use.access === 'mention';
      if (!isMention && spokenFor.has(reference.written)) continue;
      if (!isMention) places.push(reference.written);
      const starts = numbered(reference.use.place.start, reference.written.start);
      const others = byStarts.get(starts);
      if (others === undefined) byStarts.set(starts, [reference]);
      else if (others.some((other) => saysTheSame(reference, other))) continue;
      else others.push(reference);
      result.push(reference);
    }
    for (const place of places) spokenFor.add(place);
    if (references === groups[0]) for (const place of elsewhere) spokenFor.add(place);
  }
  return result.sort(inOrderOfUse);
}

function inOrderOfUse(one: Reference, other: Reference): number {
  return one.use.place.start - other.use.place.start || one.written.start - other.written.start;
}

function saysTheSame(one: Reference, other: Reference): boolean {
  if (one.kind !== other.kind || one.name !== other.name) return false;
  return isSamePlace(one.written, other.written) && isSamePlace(one.use.place, other.use.place);
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.start === other.start && one.end === other.end && one.source.path === other.source.path;
}
