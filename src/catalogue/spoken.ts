/**
 * What one file, its path and the manifest of its package speak of, for names and calls that mean something
 * only beside others. Each thing is looked for once, not once for each name that asks.
 */
export class Spoken {
  readonly #ofText = new Map<RegExp, boolean>();
  readonly #ofManifest = new Map<RegExp, boolean>();
  readonly #own: () => string;
  readonly #manifest: () => string;
  readonly #path: string;

  /** @param path the file's, within its repository */
  constructor(
    text: string,
    manifest: () => string = () => '',
    path = '',
  ) {
    this.#own = () => text;
    this.#manifest = manifest;
    this.#path = path;
  }

  /** The same package's manifest beside another text. */
  beside(text: string): Spoken {
    return new Spoken(text, this.#manifest, this.#path);
  }

  speaksOf(what: RegExp): boolean {
    return answered(this.#ofText, what, this.#own);
  }

  manifestSpeaksOf(what: RegExp): boolean {
    return answered(this.#ofManifest, what, this.#manifest);
  }

  /** Whether the file itself or the manifest of its package does. */
  isNear(what: RegExp): boolean {
    return this.speaksOf(what) || this.manifestSpeaksOf(what);
  }

  pathSpeaksOf(what: RegExp): boolean {
    return what.test(this.#path);
  }
}

function answered(answers: Map<RegExp, boolean>, what: RegExp, text: () => string): boolean {
  let answer = answers.get(what);
  if (answer === undefined) {
    answer = what.test(text());
    answers.set(what, answer);
  }
  return answer;
}
