import type { Place, Source } from '../../references/source.js';
import {
  type Part,
  type Text,
  concatenation,
  followed,
  hole,
  literal,
  slice,
  subText,
} from '../../references/text.js';
import type { Comment, Declaration, Facts, ImportSite } from '../facts.js';
import { factsOf, sitesOf, variable } from '../facts-of.js';
import { evaluateShell } from '../shell/evaluator.js';
import type { FactsOfScript } from '../shell/script-facts.js';

/**
 * Reads a Makefile: variables, and the recipes as the shell scripts they are, with `$(NAME)` put in.
 * A variable holds what the file gives it last, as in a recipe; conditionals are not weighed.
 */
export function readMakefile(source: Source): Facts {
  return new MakefileReader(source).read();
}

const LOGICAL_LINE = /((?:\\(?:\r\n|[^])|[^\\\r\n])*)(?:\r\n|[\r\n]|$)/y;
const ASSIGNMENT = /^(?:[^\s:=#]+:[ \t]+)?[ \t]*(?:export[ \t]+|override[ \t]+|private[ \t]+)*([A-Za-z_][\w.-]*)[ \t]*(\?|::?:?|\+|!)?=[ \t]*/d;
const INCLUDE = /^-?s?include[ \t]+(.+)$/d;
const COMMENT_BEHIND = /(?:^|[ \t])#[^]*$/;
const VARIABLE = /^[\w.-]+$/;
const DEEPEST = 16;
/** Values of more characters are not put together. */
const LONGEST = 100_000;

interface Held {
  readonly written: Text;
  readonly place: Place;
  /** With `?=`, which the environment overrides. */
  readonly isDefault: boolean;
}

class MakefileReader {
  readonly #source: Source;
  readonly #text: Text;
  readonly #held = new Map<string, Held>();
  readonly #assigned: { readonly name: string; readonly namePlace: Place; readonly written: Text; readonly held: Held }[] = [];
  readonly #expanded = new Map<Held, Text>();
  readonly #recipes: Text[] = [];
  readonly #comments: Comment[] = [];
  readonly #imports: ImportSite[] = [];

  constructor(source: Source) {
    this.#source = source;
    this.#text = literal(source.text, { source, start: 0, end: source.text.length });
  }

  read(): Facts {
    this.#readLines();
    const declarations = this.#assigned.map(({ name, namePlace, written, held }): Declaration => {
      const text = this.#expand(written, 0);
      return variable(name, namePlace, held.isDefault ? this.#default(name, text, held, written.place) : text);
    });
    const variables = new Map([...this.#held].map(([name, held]) => [name, this.#value(name, held, held.place, 0)]));
    const scripts = this.#recipes.map((recipe) => evaluateShell(this.#expand(recipe, 0), { variables }));
    return this.#facts(declarations, scripts);
  }

  #facts(declarations: readonly Declaration[], scripts: readonly FactsOfScript[]): Facts {
    return factsOf(this.#source, {
      declarations: [...declarations, ...scripts.flatMap((script) => script.declarations)],
      texts: [...sitesOf(declarations), ...scripts.flatMap((script) => script.texts)],
      commands: scripts.flatMap((script) => script.commands),
      statements: scripts.flatMap((script) => script.statements),
      comments: [...this.#comments, ...scripts.flatMap((script) => script.comments)],
      imports: [...this.#imports, ...scripts.flatMap((script) => script.imports)],
      embedded: scripts.flatMap((script) => script.embedded),
    });
  }

  #readLines(): void {
    const { flat } = this.#text;
    for (let at = 0; at < flat.length; ) {
      LOGICAL_LINE.lastIndex = at;
      const line = LOGICAL_LINE.exec(flat)?.[1] ?? '';
      this.#readLine(line, at);
      at = Math.max(LOGICAL_LINE.lastIndex, at + 1);
    }
  }

  #readLine(line: string, at: number): void {
    if (line.startsWith('\t')) {
      const begin = /^[ \t]*[@+-]*[ \t]*/.exec(line)?.[0].length ?? 0;
      this.#recipes.push(subText(this.#text, at + begin, at + line.length));
      return;
    }
    const comment = COMMENT_BEHIND.exec(line);
    const end = comment === null ? line.length : comment.index + comment[0].indexOf('#');
    if (comment !== null) this.#comment(at + end, at + line.length);
    const code = line.slice(0, end);
    const assignment = ASSIGNMENT.exec(code);
    if (assignment !== null) return this.#assign(assignment, at, code);
    const include = INCLUDE.exec(code);
    if (include !== null) this.#include(include, at);
    // `target: ; command`.
    const semicolon = /^[^\s=:][^=:]*::?[^=;]*;/.exec(code)?.[0].length;
    if (semicolon !== undefined) this.#recipes.push(subText(this.#text, at + semicolon, at + end));
  }

  #assign(match: RegExpExecArray, at: number, code: string): void {
    const name = match[1] ?? '';
    const nameStart = at + (match.indices?.[1]?.[0] ?? 0);
    const start = at + match[0].length;
    const written = subText(this.#text, Math.min(start, at + code.trimEnd().length), at + code.trimEnd().length);
    const namePlace = this.#place(nameStart, nameStart + name.length);
    const place = this.#place(nameStart, Math.max(at + code.trimEnd().length, nameStart));
    const before = match[2] === '+' ? this.#held.get(name) : undefined;
    const joined = before === undefined ? written : withBlank(before.written, written, place);
    const held = { written: match[2] === '!' ? hole(place) : joined, place, isDefault: match[2] === '?' };
    if (!(held.isDefault && this.#held.has(name))) this.#held.set(name, held);
    this.#assigned.push({ name, namePlace, written: held.written.form === 'hole' ? held.written : written, held });
  }

  #include(match: RegExpExecArray, at: number): void {
    const start = at + (match.indices?.[1]?.[0] ?? 0);
    for (const { index, 0: file } of (match[1] ?? '').matchAll(/\S+/g)) {
      const place = this.#place(start + index, start + index + file.length);
      this.#imports.push({ place, specifier: file, names: [] });
    }
  }

  #comment(start: number, end: number): void {
    const text = this.#text.flat.slice(start + 1, end);
    this.#comments.push({ text, form: 'line', place: this.#place(start, end) });
  }

  /** A text with make's own variables put in; `$$` is the shell's dollar sign. */
  #expand(text: Text, depth: number): Text {
    const { flat } = text;
    const parts: Part[] = [];
    let done = 0;
    let length = 0;
    const add = (part: Text, start: number, end: number) => {
      length += part.flat.length;
      parts.push({ text: part, place: slice(text, start, end).written });
    };
    for (let at = flat.indexOf('$'); at !== -1; at = flat.indexOf('$', done)) {
      if (at > done) add(subText(text, done, at), done, at);
      const end = expansionEnd(flat, at);
      add(this.#expansion(text, at, end, depth), at, end);
      done = end;
      if (length > LONGEST) return hole(text.place);
    }
    if (done === 0) return text;
    if (done < flat.length) add(subText(text, done, flat.length), done, flat.length);
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only.text : concatenation(parts, text.place);
  }

  #expansion(text: Text, start: number, end: number, depth: number): Text {
    const place = slice(text, start, end).written;
    const written = text.flat.slice(start, end);
    if (written === '$$') return literal('$', place, 'whole');
    const name = written.replace(/^\$[({]?/, '').replace(/[)}]$/, '');
    if (!VARIABLE.test(name) || !/^[A-Za-z_]/.test(name)) return hole(place);
    const held = this.#held.get(name);
    return held === undefined || depth >= DEEPEST ? hole(place, 'env', name) : this.#value(name, held, place, depth);
  }

  #value(name: string, held: Held, place: Place, depth: number): Text {
    const known = this.#expanded.get(held);
    if (known !== undefined) return this.#default(name, known, held, place);
    // A variable of itself finds this while it is being expanded.
    this.#expanded.set(held, hole(held.place));
    const text = this.#expand(held.written, depth + 1);
    this.#expanded.set(held, text);
    return this.#default(name, text, held, place);
  }

  #default(name: string, text: Text, held: Held, place: Place): Text {
    const origin = held.isDefault ? 'env-default' : 'constant';
    return followed(text, { origin, label: name, place: held.place, env: held.isDefault ? name : null }, place);
  }

  #place(start: number, end: number): Place {
    return { source: this.#source, start, end };
  }
}

/** Where the expansion ends whose `$` stands at `start`. */
function expansionEnd(flat: string, start: number): number {
  const open = flat[start + 1];
  if (open !== '(' && open !== '{') return Math.min(start + 2, flat.length);
  const close = open === '(' ? ')' : '}';
  let depth = 0;
  for (let index = start + 1; index < flat.length; index++) {
    if (flat[index] === open) depth += 1;
    else if (flat[index] === close && --depth === 0) return index + 1;
  }
  return flat.length;
}

function withBlank(before: Text, after: Text, place: Place): Text {
  const parts = [before, literal(' ', place, 'whole'), after].map((text) => ({ text, place: text.place }));
  return concatenation(parts, place);
}
