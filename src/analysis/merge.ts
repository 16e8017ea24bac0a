import type { Reference } from '../references/reference.js';
import type { Place } from '../references/source.js';

/**
 * The references of a file without those that say the same twice, in the order of their uses.
 *
 * The groups come in the order of their word's weight: what calls, statements and commands say, what
 * the names of variables say, what defaults of the environment say, what the text's own form says. A
 * place that a call has said to be a bucket is no schema because of a keyword's name, and a constant
 * is a reference of its own only as long as no call of the file is seen to use it.
 */
export function merged(groups: readonly (readonly Reference[])[]): readonly Reference[] {
  const result = new Map<string, Reference>();
  const spokenFor = new Set<string>();
  for (const references of groups) {
    // Within a group several uses of one place count; a later group adds none to it but mentions.
    const places: string[] = [];
    for (const reference of references) {
      const place = placeKey(reference.written);
      const isMention = reference.use.access === 'mention';
      if (!isMention && spokenFor.has(place)) continue;
      if (!isMention) places.push(place);
      const key = useKey(reference, place);
      if (!result.has(key)) result.set(key, reference);
    }
    for (const place of places) spokenFor.add(place);
  }
  return [...result.values()].sort(byUse);
}

function byUse(one: Reference, other: Reference): number {
  return one.use.place.start - other.use.place.start || one.written.start - other.written.start;
}

function useKey({ kind, name, use }: Reference, place: string): string {
  return `${kind} ${name} ${place} ${placeKey(use.place)}`;
}

function placeKey({ source, start, end }: Place): string {
  return `${source.path}:${start}:${end}`;
}
