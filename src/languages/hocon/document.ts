import type { Place, Source } from '../../references/source.js';
import { type Part, type Text, concatenation, hole, literal } from '../../references/text.js';
import type { ListNode, MapEntry, MapNode, Node } from '../configuration/node.js';
import { backslashEscapes, unescaped } from '../escapes.js';
import type { Comment } from '../facts.js';

export interface HoconFile {
  /** Null where the text is something else. */
  readonly root: MapNode | null;
  readonly comments: readonly Comment[];
}

/** Parses a text as HOCON, whose strictest reading says whether it is one. Never throws. */
export function parseHocon(source: Source): HoconFile {
  const parser = new HoconParser(source);
  try {
    return { root: parser.root(), comments: parser.comments };
  } catch (error) {
    if (!(error instanceof NoHocon)) throw error;
    return { root: null, comments: [] };
  }
}

/** Says that a file with braces is of another kind: a web server's, a shell's. */
class NoHocon extends Error {}

/** Values nested deeper are no configuration. */
const DEEPEST = 100;
const ESCAPES = backslashEscapes({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/' }, { u: 4 });

const BLANKS = /[^\S\n]*/y;
const INCLUDE = /include\s+(?:"[^"\n]*"|\w+\((?:[^()\n]|\([^()\n]*\))*\))/y;
const QUOTED = /"(?!"")((?:\\.|[^"\\\n])*)"/dy;
const TRIPLE = /"""([^]*?)"""+/dy;
const KEY = /[\w$/*-]+/y;
/** `=>` is Logstash's. */
const SEPARATOR = /\+?=>?|:/y;
const SUBSTITUTION = /\$\{\s*(\??)\s*([^${}\n]*?)\s*\}/y;
/** The two slashes of an address are no comment. */
const UNQUOTED = /(?:[^\s"{}[\]:=,+#`^?!@*&\\$/]|\/(?!\/)|:\/\/|[:=+?!@*&](?=[^\s"{}[\]]))+/y;

/** A key in an object, or an item of a list, ends with one of these. */
const ENDS = /[,\n]/;

class HoconParser {
  readonly comments: Comment[] = [];
  readonly #source: Source;
  readonly #text: string;
  #index = 0;
  #depth = 0;

  constructor(source: Source) {
    this.#source = source;
    this.#text = source.text;
  }

  root(): MapNode {
    this.#skip();
    const inBraces = this.#takes('{');
    const root = this.#entries(inBraces ? '}' : '', 0);
    this.#skip();
    if (this.#index < this.#text.length) throw new NoHocon();
    return root;
  }

  #entries(close: string, start: number): MapNode {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new NoHocon();
    const entries: MapEntry[] = [];
    for (;;) {
      this.#skip();
      if (this.#index >= this.#text.length) {
        if (close !== '') throw new NoHocon();
        break;
      }
      if (close !== '' && this.#takes(close)) break;
      if (this.#match(INCLUDE) === null) entries.push(...this.#entry());
      this.#end(close);
    }
    this.#depth -= 1;
    return { type: 'map', entries, place: this.#place(start, this.#index) };
  }

  /** What stands behind an entry or an item: a line's end, a comma, or what closes the whole. */
  #end(close: string): void {
    this.#match(BLANKS);
    const next = this.#text.charAt(this.#index);
    if (next === '' || ENDS.test(next) || next === close || this.#comment()) return;
    throw new NoHocon();
  }

  #entry(): MapEntry[] {
    const keys = this.#keys();
    this.#match(BLANKS);
    const separator = this.#match(SEPARATOR);
    if (separator === null && this.#text.charAt(this.#index) !== '{') throw new NoHocon();
    if (separator !== null) this.#skip();
    const value = this.#value();
    return value === null ? [] : [under(keys, value)];
  }

  /** `a.b."c.d"`. */
  #keys(): Text[] {
    const keys: Text[] = [];
    do {
      const quoted = this.#quoted();
      const start = this.#index;
      if (quoted === null && this.#match(KEY) === null) throw new NoHocon();
      keys.push(quoted ?? this.#literal(start, this.#index));
    } while (this.#takes('.'));
    return keys;
  }

  /** Null where only the environment may say something: `bucket = ${?BUCKET}` behind the default. */
  #value(): Node | null {
    const start = this.#index;
    if (this.#takes('{')) return this.#merged(this.#entries('}', start));
    if (this.#takes('[')) return this.#list(start);
    const parts = this.#parts();
    if (parts === null) return null;
    const [only] = parts;
    const text = parts.length === 1 && only !== undefined ? only.text : concatenation(parts, this.#place(start, this.#index));
    return { type: 'scalar', text, tag: null };
  }

  /** `{ … } { … }`, the later over the former. */
  #merged(map: MapNode): MapNode {
    this.#match(BLANKS);
    const start = this.#index;
    if (!this.#takes('{')) return map;
    const next = this.#merged(this.#entries('}', start));
    return { ...map, entries: [...map.entries, ...next.entries] };
  }

  #list(start: number): ListNode {
    const items: Node[] = [];
    for (;;) {
      this.#skip();
      if (this.#takes(']')) break;
      const before = this.#index;
      const item = this.#value();
      if (this.#index === before) throw new NoHocon();
      if (item !== null) items.push(item);
      this.#end(']');
    }
    return { type: 'list', items, place: this.#place(start, this.#index) };
  }

  /** The strings, words and substitutions that stand on a line as one value. */
  #parts(): Part[] | null {
    const parts: Part[] = [];
    let isGiven = false;
    for (;;) {
      const blanks = this.#index;
      this.#match(BLANKS);
      const start = this.#index;
      const text = this.#part();
      if (text === null) break;
      if (text === 'given') isGiven = true;
      else {
        if (parts.length > 0 && start > blanks) parts.push({ text: this.#literal(blanks, start), place: this.#place(blanks, start) });
        parts.push({ text, place: this.#place(start, this.#index) });
      }
    }
    if (parts.length === 0 && !isGiven) throw new NoHocon();
    return parts.length === 0 ? null : parts;
  }

  #part(): Text | 'given' | null {
    const start = this.#index;
    const quoted = this.#quoted();
    if (quoted !== null) return quoted;
    const substitution = this.#match(SUBSTITUTION);
    if (substitution !== null) {
      if (substitution[1] === '?') return 'given';
      // What carries interpolations out reads them as they are written.
      return /\s/.test(substitution[0]) ? hole(this.#place(start, this.#index)) : this.#literal(start, this.#index);
    }
    return this.#match(UNQUOTED) === null ? null : this.#literal(start, this.#index);
  }

  #quoted(): Text | null {
    const triple = this.#match(TRIPLE)?.indices?.[1];
    if (triple !== undefined) return this.#literal(...triple);
    const quoted = this.#match(QUOTED)?.indices?.[1];
    return quoted === undefined ? null : unescaped(this.#place(...quoted), ESCAPES);
  }

  /** Blanks, line ends, commas and comments. */
  #skip(): void {
    while (this.#index < this.#text.length) {
      if (/[\s,]/.test(this.#text.charAt(this.#index))) this.#index += 1;
      else if (!this.#comment()) return;
    }
  }

  #comment(): boolean {
    const sign = this.#text.startsWith('//', this.#index) ? '//' : '#';
    if (!this.#text.startsWith(sign, this.#index)) return false;
    const newline = this.#text.indexOf('\n', this.#index);
    const end = newline === -1 ? this.#text.length : newline;
    const text = this.#text.slice(this.#index + sign.length, end);
    this.comments.push({ text, form: 'line', place: this.#place(this.#index, end) });
    this.#index = end;
    return true;
  }

  #takes(character: string): boolean {
    const isThere = this.#text.charAt(this.#index) === character;
    if (isThere) this.#index += 1;
    return isThere;
  }

  #match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.#index;
    const match = expression.exec(this.#text);
    if (match !== null) this.#index = expression.lastIndex;
    return match;
  }

  #literal(start: number, end: number): Text {
    return literal(this.#text.slice(start, end), this.#place(start, end));
  }

  #place(start: number, end: number): Place {
    return { source: this.#source, start, end };
  }
}

function under(keys: readonly Text[], value: Node): MapEntry {
  const [key, ...rest] = keys;
  if (key === undefined) throw new NoHocon();
  if (rest.length === 0) return { key, value, shared: false };
  const inner = under(rest, value);
  return { key, value: { type: 'map', entries: [inner], place: inner.key.place }, shared: false };
}
