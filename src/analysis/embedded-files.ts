import type { Declaration, EmbeddedFile, Facts, TextSite } from '../languages/facts.js';
import { textValue } from '../languages/facts-of.js';
import { shareNotebook } from '../languages/notebook/reader.js';
import type { Span } from '../references/named-part.js';
import type { Place, Source } from '../references/source.js';
import type { Literal, Text } from '../references/text.js';

/** Reads a file that stands in another one; null where its name says nothing. */
export type EmbeddedReader = (name: string, code: Source) => Facts | null;

/**
 * A file's facts with those of the files that stand in it: the Python of a shell script, the
 * properties that a heredoc writes, the SQL cells of a Databricks notebook. Their places are in a source of the same path, lines and offsets
 * in which everything else is blank. What cannot be read in one is no problem of the file.
 */
export function withEmbedded(facts: Facts, files: readonly EmbeddedFile[], read: EmbeddedReader): Facts {
  return files.length === 0 ? facts : new EmbeddingFacts(facts, files, read);
}

interface InnerFile {
  readonly file: EmbeddedFile;
  readonly facts: Facts | null;
}

/** What stands in a file is read when something of it is asked for: two modules that import each other may both have some. */
class EmbeddingFacts implements Facts {
  readonly embedded = [];
  #inner: readonly InnerFile[] | null = null;
  #calls: Facts['calls'] | null = null;
  #declarations: Facts['declarations'] | null = null;
  #texts: Facts['texts'] | null = null;
  #commands: Facts['commands'] | null = null;
  #statements: Facts['statements'] | null = null;
  #comments: Facts['comments'] | null = null;

  constructor(
    private readonly outer: Facts,
    private readonly files: readonly EmbeddedFile[],
    private readonly read: EmbeddedReader,
  ) {}

  #files(): readonly InnerFile[] {
    this.#inner ??= this.files.map((file) => ({ file, facts: this.read(file.name, viewOf(file, this.outer.source)) }));
    return this.#inner;
  }

  #facts(): readonly Facts[] {
    return this.#files().flatMap(({ facts }) => facts ?? []);
  }

  get source() {
    return this.outer.source;
  }

  get imports() {
    return this.outer.imports;
  }

  get problems() {
    return this.outer.problems;
  }

  get carried() {
    return this.outer.carried ?? [];
  }

  get carriedTexts() {
    return this.outer.carriedTexts ?? [];
  }

  get calls() {
    this.#calls ??= [...this.outer.calls, ...this.#facts().flatMap(({ calls }) => calls)];
    return this.#calls;
  }

  get declarations() {
    this.#declarations ??= [
      ...this.outer.declarations,
      ...this.#facts().flatMap(({ declarations }, index) => declarations.map((declared) => inDocument(declared, index))),
    ];
    return this.#declarations;
  }

  get texts() {
    this.#texts ??= [
      ...this.outer.texts,
      ...this.#files().flatMap(({ file, facts }) => (facts === null ? [site(file.text)] : [])),
      ...this.#facts().flatMap(({ texts }) => texts),
    ];
    return this.#texts;
  }

  get commands() {
    this.#commands ??= [...this.outer.commands, ...this.#facts().flatMap(({ commands }) => commands)];
    return this.#commands;
  }

  get statements() {
    this.#statements ??= [
      ...this.outer.statements,
      ...this.#files().flatMap(({ file, facts }) =>
        (facts?.statements ?? []).map((statement) => ({ ...statement, dialect: statement.dialect ?? file.dialect ?? null })),
      ),
    ];
    return this.#statements;
  }

  get comments() {
    this.#comments ??= [...this.outer.comments, ...this.#facts().flatMap(({ comments }) => comments)];
    return this.#comments;
  }

  exported(name: string) {
    return this.outer.exported(name);
  }
}

/** A key with its document in its path, for those of another file are not beside it. */
function inDocument(declared: Declaration, index: number): Declaration {
  const { name, form, path, namePlace } = declared;
  if (form !== 'key') return declared;
  const [first = '', ...rest] = path;
  const inner = first.startsWith('---') ? [`---${index}${first}`, ...rest] : [`---${index}`, ...path];
  return { name, form, path: inner, namePlace, values: () => declared.values() };
}

function site(text: Text): TextSite {
  return { place: text.place, context: { form: 'value' }, values: () => textValue(text) };
}

/** The file that a text stands in with nothing but the text. */
function viewOf({ text }: EmbeddedFile, source: Source): Source {
  const view: Source = {
    path: source.path,
    text: new View(source, rangeOf(text, source)).of(text),
    get lineStarts() {
      return source.lineStarts;
    },
  };
  shareNotebook(view, source);
  return view;
}

/**
 * Writes a text where it is written. What is put into it from elsewhere stays the `$NAME` that it is
 * there; the backslash of an escape becomes a blank, which must not get into a string: it stands
 * before a quote that opens one, and behind one that closes it.
 */
class View {
  readonly #source: Source;
  readonly #start: number;
  /** Those of the range that is written to; a file may have a hundred cells, each with all of it around. */
  readonly #characters: string[];
  #quote: string | null = null;

  constructor(source: Source, { start, end }: Span) {
    this.#source = source;
    this.#start = start;
    this.#characters = blankOf(source).slice(start, end).split('');
  }

  of(text: Text): string {
    this.#write(text);
    const blank = blankOf(this.#source);
    return blank.slice(0, this.#start) + this.#characters.join('') + blank.slice(this.#start + this.#characters.length);
  }

  #write(text: Text): void {
    switch (text.form) {
      case 'literal':
        return this.#literal(text);
      case 'followed':
        return this.#write(text.text);
      case 'hole':
        return;
      case 'concatenation':
        if (text.parts.length === 1) return text.parts.forEach(({ text: only }) => this.#write(only));
        for (const { text: part, place } of text.parts) {
          if (part.form === 'literal') this.#literal(part);
          else if (place.source === this.#source) this.#copy(place);
        }
    }
  }

  #literal({ flat, place, offsets }: Literal): void {
    if (place.source !== this.#source) return;
    for (let index = 0; index < flat.length; index++) {
      const at = typeof offsets === 'string' ? place.start + index : (offsets[index] ?? place.end);
      if (at < place.end) this.#put(flat.charAt(index), at);
    }
  }

  #put(character: string, at: number): void {
    const index = at - this.#start;
    const there = this.#characters[index];
    if (there === '\n' || there === '\r') {
      this.#quote = null;
      return;
    }
    const closes = character === this.#quote;
    if (character === '"' || character === "'") this.#quote = closes ? null : (this.#quote ?? character);
    const escaped = closes && this.#source.text[at - 1] === '\\' && this.#characters[index - 1] === ' ';
    this.#characters[escaped ? index - 1 : index] = character;
  }

  #copy({ start, end }: Place): void {
    for (let at = start; at < end; at++) this.#characters[at - this.#start] = this.#source.text.charAt(at);
  }
}

/** From where to where a text writes into a source; empty where it writes nothing there. */
function rangeOf(text: Text, source: Source): Span {
  let start = source.text.length;
  let end = 0;
  const look = (place: Place) => {
    if (place.source !== source) return;
    start = Math.min(start, place.start);
    end = Math.max(end, place.end);
  };
  const visit = (one: Text) => {
    if (one.form === 'followed') {
      visit(one.text);
      return;
    }
    look(one.place);
    for (const part of one.form === 'concatenation' ? one.parts : []) {
      look(part.place);
      visit(part.text);
    }
  };
  visit(text);
  return { start: Math.min(start, end), end };
}

const blanks = new WeakMap<Source, string>();

/** The source with nothing but its lines. */
function blankOf(source: Source): string {
  let blank = blanks.get(source);
  if (blank === undefined) {
    blank = source.text.replaceAll(/[^\r\n]/g, ' ');
    blanks.set(source, blank);
  }
  return blank;
}
