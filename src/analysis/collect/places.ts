import type { Place } from '../../references/source.js';

/** More characters than a source has. */
const LONGEST_SOURCE = 2 ** 26;

/** Two offsets as one number: there are too many places to make a key of words for each. */
export function numbered(one: number, other: number): number {
  return one * LONGEST_SOURCE + other;
}

/** A set of places. */
export class Places {
  readonly #byPath = new Map<string, Set<number>>();

  constructor(places: readonly Place[] = []) {
    for (const place of places) this.add(place);
  }

  has({ source, start, end }: Place): boolean {
    return this.#byPath.get(source.path)?.has(numbered(start, end)) === true;
  }

  add({ source, start, end }: Place): void {
    const places = this.#byPath.get(source.path);
    if (places === undefined) this.#byPath.set(source.path, new Set([numbered(start, end)]));
    else places.add(numbered(start, end));
  }
}
