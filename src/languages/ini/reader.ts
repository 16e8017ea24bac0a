import type { Place, Source } from '../../references/source.js';
import { type Part, type Text, concatenation, followed, hole, literal, slice, subText } from '../../references/text.js';
import type { Comment, Declaration, Facts } from '../facts.js';
import { factsOf, sitesOf, textValue } from '../facts-of.js';

/**
 * Reads an INI file as Python's configparser does (airflow.cfg, alembic.ini, setup.cfg): sections,
 * `key = value` and `key: value`, values that indented lines go on with, `#` and `;` comments,
 * `%(key)s` and `${section:key}` of the same file. Lines that are none of this are passed over.
 */
export function readIni(source: Source): Facts {
  return new IniReader(source).read();
}

const LINE = /([^\r\n]*)(\r\n|[\r\n]|$)/y;
/** The blanks before the first line that is no comment. */
const FIRST_LINE = /^(?:[ \t]*(?:[#;].*)?\r?\n)*([ \t]*)[^\s#;]/;
const SECTION = /^\s*\[([^\]]+)\]/;
const OPTION = /^([^\s=:#;[][^=:]*?)[ \t]*[=:][ \t]*/;
/** A comment behind a value begins after a blank. */
const COMMENT_BEHIND = /[ \t][#;][^\r\n]*$/;
const REFERENCE = /%\(([^)\n]+)\)s|\$\{(?:([\w.-]+):)?([\w.-]+)\}/g;

class IniReader {
  readonly #source: Source;
  readonly #text: Text;
  readonly #declarations: Declaration[] = [];
  readonly #comments: Comment[] = [];
  readonly #values = new Map<string, { readonly text: Text; readonly place: Place }>();
  /** The blanks before every line, where the file stands in another one. */
  readonly #indentation: number;
  #section = '';

  constructor(source: Source) {
    this.#source = source;
    this.#text = literal(source.text, { source, start: 0, end: source.text.length });
    this.#indentation = FIRST_LINE.exec(source.text)?.[1]?.length ?? 0;
  }

  read(): Facts {
    const { flat } = this.#text;
    for (let at = 0; at < flat.length; ) at = this.#readLine(at);
    return factsOf(this.#source, {
      declarations: this.#declarations,
      texts: sitesOf(this.#declarations),
      comments: this.#comments,
    });
  }

  #readLine(at: number): number {
    const start = at + this.#indentedBy(at);
    const line = this.#line(start);
    const next = Math.max(start + line.length + lineEndLength(this.#text.flat, start + line.length), at + 1);
    const comment = /^\s*[#;]/.exec(line)?.[0].length ?? 0;
    if (comment > 0) {
      this.#comment(start + comment - 1, start + line.length);
      return next;
    }
    const section = SECTION.exec(line)?.[1];
    if (section !== undefined) this.#section = section;
    const option = section === undefined ? OPTION.exec(line) : null;
    return option === null ? next : this.#option(option, start, line, next);
  }

  #option(option: RegExpExecArray, at: number, line: string, next: number): number {
    const key = option[1] ?? '';
    const behind = COMMENT_BEHIND.exec(line)?.index ?? -1;
    if (behind > option[0].length) this.#comment(at + behind + 1, at + line.length);
    const start = at + option[0].length;
    let end = at + (behind >= option[0].length - 1 && behind !== -1 ? behind : line.length);
    let after = next;
    // An indented line goes on with the value.
    for (let more = this.#line(after); this.#goesOn(more); more = this.#line(after)) {
      end = after + more.length;
      after = Math.max(end + lineEndLength(this.#text.flat, end), after + 1);
    }
    const written = this.#text.flat.slice(start, end).trimEnd();
    this.#declare(key, at, subText(this.#text, Math.min(start, start + written.length), start + written.length));
    return after;
  }

  #goesOn(line: string): boolean {
    return /^[ \t]+[^\s#;]/.test(line.slice(Math.min(this.#indentation, line.length - line.trimStart().length)));
  }

  #indentedBy(at: number): number {
    const line = this.#line(at);
    return Math.min(this.#indentation, line.length - line.trimStart().length);
  }

  #declare(key: string, at: number, written: Text): void {
    const name = key.trim();
    const namePlace = { source: this.#source, start: at, end: at + name.length };
    const text = this.#expand(written);
    const path = this.#section === '' ? [name] : [this.#section, name];
    this.#values.set(path.join(':'), { text, place: namePlace });
    this.#declarations.push({ name, form: 'key', path, namePlace, values: () => textValue(text) });
  }

  #expand(text: Text): Text {
    if (!/[%$]/.test(text.flat)) return text;
    const parts: Part[] = [];
    let done = 0;
    const keep = (end: number) => {
      if (end > done) parts.push({ text: subText(text, done, end), place: slice(text, done, end).written });
    };
    for (const match of text.flat.matchAll(REFERENCE)) {
      keep(match.index);
      done = match.index + match[0].length;
      const place = slice(text, match.index, done).written;
      parts.push({ text: this.#follow(match, place), place });
    }
    if (parts.length === 0 && done === 0) return text;
    keep(text.flat.length);
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only.text : concatenation(parts, text.place);
  }

  #follow([, percent, section, key]: RegExpExecArray, place: Place): Text {
    const name = percent ?? key ?? '';
    const known =
      this.#values.get(`${section ?? this.#section}:${name}`) ??
      this.#values.get(`DEFAULT:${name}`) ??
      this.#values.get(name);
    if (known === undefined) return /^[A-Z_]+$/.test(name) ? hole(place, 'env', name) : hole(place);
    return followed(known.text, { origin: 'config', label: name, place: known.place, env: null }, place);
  }

  #line(at: number): string {
    LINE.lastIndex = at;
    return LINE.exec(this.#text.flat)?.[1] ?? '';
  }

  #comment(start: number, end: number): void {
    const place = { source: this.#source, start, end };
    this.#comments.push({ text: this.#text.flat.slice(start + 1, end), form: 'line', place });
  }
}

function lineEndLength(text: string, at: number): number {
  return text.startsWith('\r\n', at) ? 2 : 1;
}
