import type { Dialect } from '../../references/reference.js';
import type { Place } from '../../references/source.js';
import { type Text, slice, subText } from '../../references/text.js';
import type { Command, Comment, Declaration, EmbeddedFile, Facts, SqlSite, TextContext, TextSite, Value } from '../facts.js';
import { textValue } from '../facts-of.js';
import type { Held } from './scope.js';

export type FactsOfScript = Omit<Facts, 'source'>;

interface Site {
  readonly place: Place;
  readonly texts: Text[];
}

interface Named extends Site {
  readonly name: string;
  readonly form: 'variable' | 'keyword';
  readonly arrays: Held[];
}

/**
 * Gathers the facts of a script. Code that is gone through several times (a function for each of its
 * calls, a command for each value of a loop) gives one declaration or string with several values.
 */
export class ScriptFacts {
  readonly #commands = new Map<string, Command>();
  readonly #declarations = new Map<string, Named>();
  readonly #texts = new Map<string, Site & { readonly context: TextContext }>();
  readonly #statements = new Map<string, SqlSite>();
  readonly #imports = new Map<string, { specifier: string; place: Place }>();
  readonly #embedded = new Map<string, EmbeddedFile>();
  readonly #comments: Comment[] = [];
  readonly #problems: { message: string; offset: number }[] = [];

  command(words: readonly Text[], input: Text | null, place: Place): void {
    if (words.length === 0) return;
    const texts = input === null ? words : [...words, input];
    this.#commands.set(`${place.start} ${texts.map(signature).join(' ')}`, { words, input, place });
  }

  variable(name: string, namePlace: Place, held: readonly Held[], form: Named['form'] = 'variable'): void {
    const key = String(namePlace.start);
    const declaration = this.#declarations.get(key) ?? { name, form, place: namePlace, texts: [], arrays: [] };
    for (const value of held) {
      if (value.array) declaration.arrays.push(value);
      else for (const { text } of value.items) addOnce(declaration.texts, text);
      for (const { text } of value.items) this.text(text, { form: 'value' });
    }
    this.#declarations.set(key, declaration);
  }

  /** `NAME=value` in one word. */
  variableWord(word: Text): void {
    const equals = word.flat.indexOf('=');
    const value = subText(word, equals + 1, word.flat.length);
    const held: Held = { items: [{ key: null, text: value }], array: false, place: word.place, origin: 'constant' };
    this.variable(word.flat.slice(0, equals), slice(word, 0, equals).written, [held]);
  }

  /** `--name value`, given to a program of which only the option's name is known. */
  option(name: string, namePlace: Place, value: Text): void {
    const held: Held = { items: [{ key: null, text: value }], array: false, place: value.place, origin: 'argument' };
    this.variable(name, namePlace, [held], 'keyword');
  }

  text(text: Text, context: TextContext): void {
    if (text.flat === '') return;
    const { start, end } = text.place;
    const key = `${start}:${end}:${context.form}`;
    const site = this.#texts.get(key) ?? { place: text.place, texts: [], context };
    addOnce(site.texts, text);
    this.#texts.set(key, site);
  }

  statement(text: Text, dialect: Dialect | null): void {
    this.#statements.set(signature(text), { text, dialect });
  }

  embedded(name: string, text: Text): void {
    this.#embedded.set(`${name} ${signature(text)}`, { name, text });
  }

  import(specifier: string, place: Place): void {
    this.#imports.set(`${place.start} ${specifier}`, { specifier, place });
  }

  comment(text: string, place: Place): void {
    this.#comments.push({ text, form: 'line', place });
  }

  problem(message: string, offset: number): void {
    this.#problems.push({ message, offset });
  }

  found(variable: (name: string) => readonly Text[]): FactsOfScript {
    return {
      calls: [],
      declarations: [...this.#declarations.values()].map(declarationOf),
      texts: [...this.#texts.values()].map(textSiteOf),
      commands: [...this.#commands.values()],
      statements: [...this.#statements.values()],
      imports: [...this.#imports.values()].map((site) => ({ ...site, names: [] })),
      embedded: [...this.#embedded.values()],
      comments: this.#comments,
      problems: this.#problems,
      exported: (name) => variable(name).flatMap(textValue),
    };
  }
}

function declarationOf({ name, form, place, texts, arrays }: Named): Declaration {
  const values: Value[] = [
    ...texts.flatMap(textValue),
    ...arrays.map((held): Value => {
      return { form: 'list', items: held.items.map(({ text }) => textValue(text)), place: held.place };
    }),
  ];
  return { name, form, path: [name], namePlace: place, values: () => values };
}

function textSiteOf({ place, texts, context }: Site & { context: TextContext }): TextSite {
  const values = texts.flatMap(textValue);
  return { place, context, values: () => values };
}

function addOnce(texts: Text[], text: Text): void {
  const added = signature(text);
  if (!texts.some((known) => signature(known) === added)) texts.push(text);
}

/** Tells texts apart by what they say and where that is written. */
function signature(text: Text): string {
  return `${text.flat}@${slice(text, 0, text.flat.length).written.start}`;
}
