import type { Place } from '../references/source.js';
import { type Part, type Step, type Text, concatenation, followed, hole } from '../references/text.js';

/** Texts of more characters, unless the script writes them out, are not put together. */
const LONGEST = 100_000;
/** Texts are put together from others in this many steps, one upon the other. */
const HIGHEST = 64;

/**
 * Puts together the texts of one script, whose variables may hold each other: a hole where they have made
 * too much of one, as where each line doubles the last.
 */
export class BoundedTexts {
  readonly #heights = new WeakMap<Text, number>();
  readonly #longest: number;

  constructor(code: string) {
    this.#longest = Math.max(LONGEST, code.length);
  }

  joined(parts: readonly Part[], place: Place): Text {
    let length = 0;
    let height = 0;
    for (const { text } of parts) {
      length += text.flat.length;
      height = Math.max(height, this.#heights.get(text) ?? 0);
    }
    return height >= HIGHEST || length > this.#longest ? hole(place) : this.#raised(concatenation(parts, place), height);
  }

  followed(text: Text, step: Step, place: Place): Text {
    const height = this.#heights.get(text) ?? 0;
    return height >= HIGHEST ? hole(place) : this.#raised(followed(text, step, place), height);
  }

  #raised(text: Text, height: number): Text {
    this.#heights.set(text, height + 1);
    return text;
  }
}
