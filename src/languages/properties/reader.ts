import type { Place, Source } from '../../references/source.js';
import { type Text, followed, literal, slice, subText } from '../../references/text.js';
import { type EscapeReader, backslashEscapes, decodedText } from '../escapes.js';
import { expanded } from '../expansion.js';
import type { Comment, Declaration, Facts } from '../facts.js';
import { factsOf, sitesOf, textValue, variable } from '../facts-of.js';

/** Lines of keys with dots and their values, as Flume and Flyway have in files that end in `.conf`. */
const KEY_LINE = /^\s*[A-Za-z][\w-]*(?:\.[\w-]+)+\s*[=:]\s*(?!["'{[])\S/;

/** Whether nearly all that a text says is properties, whatever the file is called. */
export function isProperties(text: string): boolean {
  const lines = text.split('\n').filter((line) => !/^\s*(?:[#!]|$)/.test(line));
  return lines.length > 0 && lines.filter((line) => KEY_LINE.test(line)).length >= lines.length * 0.8;
}

/**
 * Reads a .properties file as java.util.Properties does, and so Trino's catalogs, Kafka's and Spark's
 * settings (`spark-defaults.conf` has a blank between key and value): `#` and `!` comments, escapes,
 * continued lines; `${NAME}` of the same file, Trino's `${ENV:NAME}`, Spring's `${NAME:default}`.
 * Every line is a key with a value, so nothing is a syntax error.
 */
export function readProperties(source: Source): Facts {
  const text = literal(source.text, { source, start: 0, end: source.text.length });
  return factsOf(source, propertiesIn(text));
}

/** The same for a text within another file. */
export function propertiesIn(text: Text): Pick<Facts, 'declarations' | 'texts' | 'comments'> {
  return new PropertiesReader(text).read();
}

/** A line with those it is continued on, without the blanks before it. */
const LOGICAL_LINE = /[ \t\f]*((?:\\(?:\r\n|[^])|[^\\\r\n])*)(?:\r\n|[\r\n]|$)/y;
const TO_LINE_END = /[^\r\n]*/y;
const KEY = /^((?:\\[^]|[^\\=:\s])+)[ \t\f]*(?:[=:][ \t\f]*)?/;
const VARIABLE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

const SIMPLE_ESCAPES = backslashEscapes({ n: '\n', t: '\t', r: '\r', f: '\f' }, { u: 4 });

const ESCAPES: EscapeReader = (text, index) => {
  if (text[index] !== '\\') return null;
  const continued = /^\\(?:\r\n|[\r\n])[ \t\f]*/.exec(text.slice(index, index + 400))?.[0].length ?? 0;
  if (continued > 0) return { characters: '', length: continued };
  return SIMPLE_ESCAPES(text, index) ?? { characters: text.charAt(index + 1), length: 2 };
};

class PropertiesReader {
  readonly #text: Text;
  readonly #declarations: Declaration[] = [];
  readonly #comments: Comment[] = [];
  readonly #values = new Map<string, { readonly text: Text; readonly place: Place }>();

  constructor(text: Text) {
    this.#text = text;
  }

  read(): Pick<Facts, 'declarations' | 'texts' | 'comments'> {
    const { flat } = this.#text;
    LOGICAL_LINE.lastIndex = 0;
    for (let at = 0; at < flat.length; ) {
      LOGICAL_LINE.lastIndex = at;
      const match = LOGICAL_LINE.exec(flat);
      if (match === null) break;
      const line = match[1] ?? '';
      const start = at + match[0].length - match[0].trimStart().length;
      if (/^[#!]/.test(line)) at = this.#comment(start);
      else {
        if (line.trim() !== '') this.#property(start, line);
        at = Math.max(LOGICAL_LINE.lastIndex, at + 1);
      }
    }
    const texts = sitesOf(this.#declarations);
    return { declarations: this.#declarations, texts, comments: this.#comments };
  }

  /** A comment goes to the end of its line, whatever that ends with. */
  #comment(start: number): number {
    const { flat } = this.#text;
    TO_LINE_END.lastIndex = start;
    const length = TO_LINE_END.exec(flat)?.[0].length ?? 0;
    const place = slice(this.#text, start, start + length).written;
    this.#comments.push({ text: flat.slice(start + 1, start + length), form: 'line', place });
    return start + length + (flat.startsWith('\r\n', start + length) ? 2 : 1);
  }

  #property(start: number, line: string): void {
    const match = KEY.exec(line);
    if (match === null) return;
    const key = match[1] ?? '';
    const name = key.replaceAll(/\\(.)/g, '$1');
    const namePlace = slice(this.#text, start, start + key.length).written;
    const end = start + line.trimEnd().length;
    const written = subText(this.#text, Math.min(start + match[0].length, end), end);
    const text = this.#expand(decodedText(written, ESCAPES));
    this.#values.set(name, { text, place: namePlace });
    if (VARIABLE_NAME.test(name)) this.#declarations.push(variable(name, namePlace, text));
    else {
      const path = name.split('.');
      const last = path.at(-1) ?? name;
      this.#declarations.push({ name: last, form: 'key', path, namePlace, values: () => textValue(text) });
    }
  }

  #expand(text: Text): Text {
    return expanded(text, {
      value: (name) => {
        const known = this.#values.get(name);
        if (known === undefined) return null;
        return followed(known.text, { origin: 'config', label: name, place: known.place, env: null }, text.place);
      },
      escape: 'none',
      bracesOnly: true,
      onDefault: (name, namePlace, value) => this.#declarations.push(variable(name, namePlace, value)),
    });
  }
}
