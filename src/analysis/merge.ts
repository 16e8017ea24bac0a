import type { Reference } from '../references/reference.js';
import type { Place } from '../references/source.js';

/**
 * The references of a file without those that say the same twice. What a call says of a name goes
 * before what the name of a variable says, and that before what the text's form says.
 *
 * A constant is a reference of its own only as long as no call of the file is known to use it, and a
 * place that a call has said to be a bucket is no schema because of a keyword's name.
 */
export function merged(
  told: readonly Reference[],
  named: readonly Reference[],
  written: readonly Reference[],
): readonly Reference[] {
  const result = new Map<string, Reference>();
  const kinds = new Map<string, Set<string>>();
  const keep = (reference: Reference) => {
    result.set(useKey(reference), reference);
    if (reference.use.access === 'mention') return;
    const key = placeKey(reference.written);
    const known = kinds.get(key) ?? new Set();
    kinds.set(key, known.add(reference.kind));
  };
  for (const reference of told) if (!result.has(useKey(reference))) keep(reference);
  for (const reference of [...named, ...written]) {
    if (result.has(useKey(reference))) continue;
    if (kinds.has(placeKey(reference.written)) && reference.use.access !== 'mention') {
      if (isSecondary(reference, kinds)) continue;
    }
    keep(reference);
  }
  return [...result.values()].sort(byUse);
}

/** Whether a reference adds no use to what is known of the place already. */
function isSecondary(reference: Reference, kinds: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const known = kinds.get(placeKey(reference.written));
  if (known === undefined) return false;
  return !known.has(reference.kind) || samePlace(reference.written, reference.use.place);
}

function samePlace(one: Place, other: Place): boolean {
  return one.source === other.source && one.start === other.start && one.end === other.end;
}

function byUse(one: Reference, other: Reference): number {
  return one.use.place.start - other.use.place.start || one.written.start - other.written.start;
}

function useKey({ kind, name, written, use }: Reference): string {
  return `${kind} ${name} ${placeKey(written)} ${placeKey(use.place)}`;
}

function placeKey({ source, start, end }: Place): string {
  return `${source.path}:${start}:${end}`;
}
