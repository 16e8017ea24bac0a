import type { Source } from '../../references/source.js';
import { type Part, type Text, hole, literal } from '../../references/text.js';
import { BoundedTexts } from '../bounded-texts.js';
import { MOST_ALTERNATIVES } from '../facts.js';
import type { Held } from '../shell/scope.js';
import { VARIABLE, type WordPiece } from './tokens.js';

/** In what expands: a variable, what a part of a script gives, an escape, a quote that stands twice. */
const PLACEHOLDER = new RegExp(`${VARIABLE.source}|${/\$\([^)]*(?:\)|$)|`([^])|""/.source}`, 'gi');
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };
/** `$script:bucket` is `$bucket`. */
const SCOPE = /^(?:script|global|local):/i;
const ENVIRONMENT = /^env:/i;

/** One text for each word, the variables in it being what was chosen. */
type TextOf = (word: readonly WordPiece[]) => Text;

/** What the variables of a script hold, and the texts that words are with them. */
export class Values {
  readonly #source: Source;
  readonly #held = new Map<string, readonly Text[]>();
  readonly #texts: BoundedTexts;

  constructor(source: Source) {
    this.#source = source;
    this.#texts = new BoundedTexts(source.text);
  }

  /** A variable's name as its script sees it: `env:` is no part of it, nor is a scope. */
  nameOf(variable: WordPiece): string {
    return this.#written(variable).replace(SCOPE, '').replace(ENVIRONMENT, '');
  }

  /** @param texts what it may be; nothing is known of it, if there are none */
  set(variable: WordPiece, texts: readonly Text[]): void {
    this.#held.set(keyOf(this.#written(variable)), texts.slice(0, MOST_ALTERNATIVES));
  }

  /** What `$_` is. */
  setItem(texts: readonly Text[]): void {
    this.#held.set('_', texts.slice(0, MOST_ALTERNATIVES));
  }

  heldBy(variable: WordPiece): readonly Held[] {
    const place = { source: this.#source, start: variable.from, end: variable.to };
    const texts = this.#held.get(keyOf(this.#written(variable))) ?? [];
    return texts.map((text) => ({ items: [{ key: null, text }], array: false, place, origin: 'constant' }));
  }

  everyTextOf(word: readonly WordPiece[]): readonly Text[] {
    const texts: Text[] = [];
    this.forEachChoice([word], (textOf) => texts.push(textOf(word)));
    return texts;
  }

  /** Does something for each of the values that the first variable with several has; the others are their first. */
  forEachChoice(words: readonly (readonly WordPiece[])[], act: (textOf: TextOf) => void): void {
    const several = words.flat().flatMap((piece) => this.#variablesIn(piece)).find((key) => (this.#held.get(key)?.length ?? 0) > 1);
    const choices = several === undefined ? [undefined] : (this.#held.get(several) ?? []);
    for (const chosen of choices) {
      act((word) => this.#join(word.flatMap((piece) => this.#partsOf(piece, (key) => (key === several ? chosen : this.#held.get(key)?.[0])))));
    }
  }

  #variablesIn(piece: WordPiece): readonly string[] {
    if (piece.type === 'variable') return [keyOf(this.#written(piece))];
    if (!piece.expands) return [];
    return [...this.#written(piece).matchAll(PLACEHOLDER)].flatMap(([, braced, plain]) => keyOf(braced ?? plain ?? ''));
  }

  #partsOf(piece: WordPiece, valueOf: (key: string) => Text | undefined): readonly Part[] {
    const { start, end, from, to } = piece;
    if (piece.type === 'variable') return [this.#variable(this.#written(piece), from, to, valueOf)];
    if (piece.type === 'unknown') return [this.#part(hole, from, to)];
    if (!piece.expands) return [this.#part((place) => literal(this.#source.text.slice(start, end), place), start, end)];
    return this.#expanded(start, end, valueOf);
  }

  #expanded(start: number, end: number, valueOf: (key: string) => Text | undefined): readonly Part[] {
    const written = this.#source.text.slice(start, end);
    const parts: Part[] = [];
    let done = 0;
    const keep = (until: number) => {
      if (until > done) parts.push(this.#part((place) => literal(written.slice(done, until), place), start + done, start + until));
    };
    for (const { index, 0: whole, 1: braced, 2: plain, 3: escaped } of written.matchAll(PLACEHOLDER)) {
      keep(index);
      done = index + whole.length;
      const [from, to] = [start + index, start + done];
      const name = braced ?? plain;
      if (name !== undefined) parts.push(this.#variable(name, from, to, valueOf));
      else if (whole.startsWith('$(')) parts.push(this.#part(hole, from, to));
      else parts.push(this.#part((place) => literal(escaped === undefined ? '"' : (ESCAPES[escaped] ?? escaped), place, 'whole'), from, to));
    }
    keep(written.length);
    return parts;
  }

  #variable(name: string, from: number, to: number, valueOf: (key: string) => Text | undefined): Part {
    const held = valueOf(keyOf(name));
    const env = ENVIRONMENT.test(name) ? name.replace(ENVIRONMENT, '') : null;
    if (held === undefined) return this.#part((place) => hole(place, env === null ? null : 'env', env), from, to);
    const step = { origin: 'constant', label: name, place: held.place, env: null } as const;
    return this.#part((place) => this.#texts.followed(held, step, place), from, to);
  }

  #part(make: (place: Part['place']) => Text, start: number, end: number): Part {
    const place = { source: this.#source, start, end };
    return { text: make(place), place };
  }

  #join(parts: readonly Part[]): Text {
    const [first, ...others] = parts;
    if (first === undefined) return literal('', { source: this.#source, start: 0, end: 0 });
    if (others.length === 0) return first.text;
    return this.#texts.joined(parts, { ...first.place, end: others.at(-1)?.place.end ?? first.place.end });
  }

  #written({ start, end }: WordPiece): string {
    return this.#source.text.slice(start, end);
  }
}

/** Names are the same in small letters and in capitals. */
function keyOf(name: string): string {
  return name.replace(SCOPE, '').toLowerCase();
}
