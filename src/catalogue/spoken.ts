/**
 * What one file, its path and the manifest of its package speak of, for names and calls that mean something
 * only beside others. Each thing is looked for once, not once for each name that asks.
 */
export class Spoken {
  readonly #answers = new Map<RegExp, boolean>();
  readonly #manifest: () => string;
  readonly #path: string;

  /** @param path the file's, within its repository */
  constructor(
    readonly text: string,
    manifest: () => string = () => '',
    path = '',
  ) {
    this.#manifest = manifest;
    this.#path = path;
  }

  /** The same package's manifest beside another text. */
  beside(text: string): Spoken {
    return new Spoken(text, this.#manifest, this.#path);
  }

  speaksOf(what: RegExp): boolean {
    let answer = this.#answers.get(what);
    if (answer === undefined) {
      answer = what.test(this.text);
      this.#answers.set(what, answer);
    }
    return answer;
  }

  manifestSpeaksOf(what: RegExp): boolean {
    return what.test(this.#manifest());
  }

  pathSpeaksOf(what: RegExp): boolean {
    return what.test(this.#path);
  }
}
