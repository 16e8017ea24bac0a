import type { Place, Source } from '../../references/source.js';
import { type Part, type Text, hole, literal } from '../../references/text.js';
import { BoundedTexts } from '../bounded-texts.js';
import { MOST_ALTERNATIVES, type Facts } from '../facts.js';
import { factsOf } from '../facts-of.js';
import { reporterOf } from '../shell/evaluator.js';
import { ScriptFacts } from '../shell/script-facts.js';

/**
 * Reads a batch file of Windows: the variables that `set` sets, and its command lines with them put in, as
 * the shell's reader tells what they run. A `for` over items in brackets is gone through.
 */
export function readBatch(source: Source): Facts {
  return new BatchReader(source).read();
}

/** A line with those that a caret lets it go on to. */
const LOGICAL_LINE = /(?:[^\r\n^]|\^\r?\n|\^(?!\r?\n))+/g;
const COMMENT = /^\s*@?(?:rem\b|::)/i;
/** `set NAME=value`, `set "NAME=value"`; arithmetic and questions set what only running them tells. */
const SET = /^\s*@?set\s+(?:"([A-Za-z_]\w*)=(.*)"|([A-Za-z_]\w*)=((?:.*\S)?))\s*$/di;
const LOOP = /^\s*@?for\s+%%?(\w)\s+in\s+\(([^)]*)\)\s+do\s+/di;
/** What stands before a command on its line. */
const BEFORE = /^(?:\s|[@(]|(?:if\s+(?:not\s+)?(?:\/i\s+)?(?:(?:defined|exist|errorlevel)\s+\S+|[^\s=]+\s*==\s*\S+|\S+\s+(?:equ|neq|lss|leq|gtr|geq)\s+\S+)|else|call|start|cmd(?:\.exe)?\s+\/c)(?=[\s(]))+/i;
const SPEAKS = /^(?:set$|echo|title|pause|exit|goto|cd|setlocal|endlocal|timeout|color|choice|cls|:)/i;
const PIECE = /\s+|&&?|\|\|?|[<>()]|(?:"[^"]*"?|[^\s&|<>()"])+/g;
const VARIABLE = /%(\w+)%|!(\w+)!|%%?~?(\w)\b/g;

class BatchReader {
  readonly #source: Source;
  readonly #facts = new ScriptFacts();
  readonly #reporter = reporterOf(this.#facts);
  readonly #held = new Map<string, Text>();
  readonly #texts: BoundedTexts;

  constructor(source: Source) {
    this.#source = source;
    this.#texts = new BoundedTexts(source.text);
  }

  read(): Facts {
    for (const { index, 0: line } of this.#source.text.matchAll(LOGICAL_LINE)) {
      if (COMMENT.test(line)) this.#facts.comment(line.replace(COMMENT, ''), this.#place(index, index + line.length));
      else this.#line(index, index + line.length);
    }
    return factsOf(this.#source, this.#facts.found(() => []));
  }

  #line(start: number, end: number): void {
    const line = this.#source.text.slice(start, end);
    const set = SET.exec(line);
    if (set !== null) return this.#set(set, start);
    const loop = LOOP.exec(line);
    if (loop === null) return this.#commands(start, end);
    const [from, to] = loop.indices?.[2] ?? [0, 0];
    const items = [...line.slice(from, to).matchAll(/[^\s,;"]+/g)].slice(0, MOST_ALTERNATIVES);
    for (const { index, 0: item } of items) {
      const at = start + from + index;
      this.#held.set(keyOf(loop[1] ?? ''), this.#text(at, at + item.length));
      this.#commands(start + loop[0].length, end);
    }
    this.#held.delete(keyOf(loop[1] ?? ''));
  }

  #set({ indices }: RegExpExecArray, at: number): void {
    const [nameFrom, nameTo] = indices?.[1] ?? indices?.[3] ?? [0, 0];
    const [from, to] = indices?.[2] ?? indices?.[4] ?? [0, 0];
    const text = this.#text(at + from, at + to);
    const namePlace = this.#place(at + nameFrom, at + nameTo);
    const name = this.#source.text.slice(namePlace.start, namePlace.end);
    this.#held.set(keyOf(name), text);
    this.#facts.variable(name, namePlace, [{ items: [{ key: null, text }], array: false, place: text.place, origin: 'constant' }]);
  }

  /** The commands of a line, each up to what parts it from the next. */
  #commands(from: number, end: number): void {
    const start = from + (BEFORE.exec(this.#source.text.slice(from, end))?.[0].length ?? 0);
    let words: Text[] = [];
    for (const { index, 0: piece } of this.#source.text.slice(start, end).matchAll(PIECE)) {
      const at = start + index;
      if (/^(?:\s|\^$)/.test(piece)) continue;
      if (/^(?:&|\|)/.test(piece)) {
        this.#command(words, start);
        words = [];
      } else if (/^[<>()]/.test(piece)) break;
      else words.push(this.#word(at, at + piece.length));
    }
    this.#command(words, start);
  }

  #command(words: readonly Text[], start: number): void {
    const [program] = words;
    const end = words.at(-1)?.place.end;
    if (program === undefined || end === undefined || SPEAKS.test(program.flat)) return;
    this.#reporter.report(words, null, this.#place(Math.min(start, program.place.start), end), { form: 'value' });
  }

  /** A word without its quotes. */
  #word(start: number, end: number): Text {
    const written = this.#source.text.slice(start, end);
    const runs = [...written.matchAll(/[^"]+/g)].map(({ index, 0: run }) => this.#text(start + index, start + index + run.length));
    const [only] = runs;
    if (only === undefined) return literal('', this.#place(start, start));
    return runs.length === 1 ? only : this.#texts.joined(runs.map((text) => ({ text, place: text.place })), this.#place(start, end));
  }

  #text(start: number, end: number): Text {
    const written = this.#source.text.slice(start, end);
    const parts: Part[] = [];
    let done = 0;
    const add = (text: Text) => parts.push({ text, place: text.place });
    for (const { index, 0: whole, 1: plain, 2: delayed, 3: item } of written.matchAll(VARIABLE)) {
      if (index > done) add(literal(written.slice(done, index), this.#place(start + done, start + index)));
      done = index + whole.length;
      add(this.#variable(plain ?? delayed ?? item ?? '', this.#place(start + index, start + done)));
    }
    if (done < written.length || parts.length === 0) add(literal(written.slice(done), this.#place(start + done, end)));
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only.text : this.#texts.joined(parts, this.#place(start, end));
  }

  #variable(name: string, place: Place): Text {
    const held = this.#held.get(keyOf(name));
    // An argument of the script itself is none of the environment.
    if (held === undefined) return name.length > 1 ? hole(place, 'env', name) : hole(place);
    return this.#texts.followed(held, { origin: 'constant', label: name, place: held.place, env: null }, place);
  }

  #place(start: number, end: number): Place {
    return { source: this.#source, start, end };
  }
}

function keyOf(name: string): string {
  return name.toLowerCase();
}
