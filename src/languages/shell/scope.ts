import type { Place } from '../../references/source.js';
import type { Text } from '../../references/text.js';
import { MOST_ALTERNATIVES } from '../facts.js';

/** What a variable holds. */
export interface Held {
  /** One item for a scalar, any number for an array. */
  readonly items: readonly { readonly key: Text | null; readonly text: Text }[];
  readonly array: boolean;
  /** The assignment, loop or call that put it there. */
  readonly place: Place;
  readonly origin: 'constant' | 'argument' | 'env';
}

/** The variables that are set at one point of a script, each with the values it may have there. */
export class Scope {
  readonly #own = new Map<string, readonly Held[]>();
  readonly #outer: Scope | null;

  constructor(outer: Scope | null = null) {
    this.#outer = outer;
  }

  get(name: string): readonly Held[] {
    // Scopes nest as deep as the statements of a script, which the parser bounds.
    return this.#own.get(name) ?? this.#outer?.get(name) ?? [];
  }

  set(name: string, held: readonly Held[]): void {
    this.#own.set(name, held.slice(0, MOST_ALTERNATIVES));
  }

  /** Takes over what several ways through the code have set, of which one was gone. */
  merge(branches: readonly Scope[], complete: boolean): void {
    const names = new Set(branches.flatMap((branch) => [...branch.#own.keys()]));
    for (const name of names) {
      const before = this.get(name);
      const held = branches.flatMap((branch) => branch.#own.get(name) ?? before);
      this.set(name, [...new Set(complete ? held : [...before, ...held])]);
    }
  }
}

/** One text as what a variable holds. */
export function scalar(text: Text, place: Place, origin: Held['origin']): Held {
  return { items: [{ key: null, text }], array: false, place, origin };
}
