import type { Place, Source } from '../../references/source.js';
import { type Part, type Text, concatenation, followed, literal, slice, subText } from '../../references/text.js';
import { expanded } from '../expansion.js';
import type { Comment, Declaration, Facts } from '../facts.js';
import { factsOf, sitesOf, variable } from '../facts-of.js';
import { stringText } from '../json/reader.js';
import { evaluateShell, evaluateWords } from '../shell/evaluator.js';
import type { FactsOfScript } from '../shell/script-facts.js';

/**
 * Reads a Dockerfile: ARG and ENV as the environment variables they set, with what they hold put into
 * the instructions below, and the commands of RUN, CMD, ENTRYPOINT and HEALTHCHECK.
 */
export function readDockerfile(source: Source): Facts {
  return new DockerfileReader(source).read();
}

const INSTRUCTION = /^[ \t]*(?:ONBUILD[ \t]+)?([A-Za-z]+)[ \t]+/;
const HEREDOC = /<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1/g;
const RUN_OPTION = /^(?:--[\w-]+(?:=\S*)?[ \t]+)+/;
const PAIR = /([A-Za-z_]\w*)=("(?:\\[^]|[^"\\])*"|'[^']*'|(?:\\[^]|[^\s\\])*)/gd;

/** One instruction: its text without continuations and the comments between its lines. */
interface Instruction {
  readonly keyword: string;
  readonly text: Text;
}

class DockerfileReader {
  readonly #source: Source;
  readonly #text: Text;
  readonly #declarations: Declaration[] = [];
  readonly #comments: Comment[] = [];
  readonly #scripts: FactsOfScript[] = [];
  readonly #variables = new Map<string, Text>();
  #entrypoint: readonly Text[] = [];

  constructor(source: Source) {
    this.#source = source;
    this.#text = literal(source.text, { source, start: 0, end: source.text.length });
  }

  read(): Facts {
    for (const instruction of this.#instructions()) this.#instruction(instruction);
    return factsOf(this.#source, {
      declarations: [...this.#declarations, ...this.#scripts.flatMap((script) => script.declarations)],
      texts: [...sitesOf(this.#declarations), ...this.#scripts.flatMap((script) => script.texts)],
      commands: this.#scripts.flatMap((script) => script.commands),
      statements: this.#scripts.flatMap((script) => script.statements),
      embedded: this.#scripts.flatMap((script) => script.embedded),
      comments: [...this.#comments, ...this.#scripts.flatMap((script) => script.comments)],
    });
  }

  #instructions(): Instruction[] {
    const instructions: Instruction[] = [];
    const { flat } = this.#text;
    for (let at = 0; at < flat.length; ) {
      const end = lineEnd(flat, at);
      const line = flat.slice(at, end);
      const match = INSTRUCTION.exec(line);
      if (this.#isComment(line, at) || match === null) {
        at = end + 1;
        continue;
      }
      const { text, next } = this.#instructionText(at + match[0].length);
      instructions.push({ keyword: (match[1] ?? '').toUpperCase(), text });
      at = next;
    }
    return instructions;
  }

  /** The rest of an instruction, over the lines that it goes on to, and its heredocs. */
  #instructionText(start: number): { text: Text; next: number } {
    const { flat } = this.#text;
    const parts: Part[] = [];
    let at = start;
    for (;;) {
      const end = lineEnd(flat, at);
      const line = flat.slice(at, end);
      const continued = /\\[ \t]*\r?$/.exec(line);
      if (at > start && this.#isComment(line, at)) {
        at = end + 1;
      } else if (continued === null) {
        const next = this.#heredocsEnd(line, end);
        this.#add(parts, at, Math.max(next - 1, at));
        return { text: this.#join(parts, start), next };
      } else {
        this.#add(parts, at, at + continued.index);
        at = end + 1;
      }
      if (at >= flat.length) return { text: this.#join(parts, start), next: flat.length };
    }
  }

  #heredocsEnd(line: string, end: number): number {
    const { flat } = this.#text;
    let next = end + 1;
    for (const [, , delimiter = ''] of line.matchAll(HEREDOC)) {
      const close = new RegExp(`^[\\t]*${delimiter}[ \\t]*\\r?$`, 'm');
      const found = close.exec(flat.slice(next));
      next = found === null ? flat.length + 1 : lineEnd(flat, next + found.index) + 1;
    }
    return Math.min(next, flat.length + 1);
  }

  #add(parts: Part[], start: number, end: number): void {
    const bounded = Math.min(end, this.#text.flat.length);
    if (bounded > start) parts.push({ text: subText(this.#text, start, bounded), place: this.#place(start, bounded) });
  }

  #join(parts: readonly Part[], start: number): Text {
    const [only] = parts;
    if (only === undefined) return subText(this.#text, Math.min(start, this.#text.flat.length), Math.min(start, this.#text.flat.length));
    return parts.length === 1 ? only.text : concatenation(parts, { ...only.place, end: parts.at(-1)?.place.end ?? start });
  }

  #isComment(line: string, at: number): boolean {
    const hash = /^[ \t]*#/.exec(line)?.[0].length ?? 0;
    if (hash === 0) return false;
    const end = at + line.replace(/\r$/, '').length;
    const start = at + hash - 1;
    this.#comments.push({ text: this.#text.flat.slice(start + 1, end), form: 'line', place: this.#place(start, end) });
    return true;
  }

  #instruction({ keyword, text }: Instruction): void {
    switch (keyword) {
      case 'ENV':
      case 'ARG':
        return this.#set(text, keyword === 'ARG');
      case 'RUN':
        return this.#run(withoutOptions(text));
      case 'HEALTHCHECK': {
        const command = /\bCMD[ \t]+/.exec(text.flat);
        if (command !== null) this.#run(subText(text, command.index + command[0].length, text.flat.length));
        return;
      }
      case 'ENTRYPOINT':
        this.#entrypoint = wordsOf(text) ?? [];
        return this.#run(text);
      case 'CMD':
        return this.#cmd(text);
      default:
    }
  }

  /** What CMD gives are the arguments of an ENTRYPOINT, where there is one. */
  #cmd(text: Text): void {
    const words = wordsOf(text);
    if (words === null || this.#entrypoint.length === 0) return this.#run(text);
    this.#scripts.push(evaluateWords([...this.#entrypoint, ...words], text.place));
  }

  #run(text: Text): void {
    const words = wordsOf(text);
    if (words !== null) this.#scripts.push(evaluateWords(words, text.place));
    else this.#scripts.push(evaluateShell(heredocScript(text) ?? text, { variables: this.#variables }));
  }

  /** `ENV A=b C="d"`, the older `ENV A b`, `ARG A=b`. */
  #set(text: Text, isArgument: boolean): void {
    const old = /^([A-Za-z_]\w*)[ \t]+([^=\s][^]*)$/.exec(text.flat);
    if (old !== null && !isArgument) {
      const name = old[1] ?? '';
      const start = text.flat.length - (old[2] ?? '').length;
      this.#declare(name, slice(text, 0, name.length).written, subText(text, start, text.flat.trimEnd().length), false);
      return;
    }
    for (const match of text.flat.matchAll(PAIR)) {
      const [start, end] = match.indices?.[2] ?? [0, 0];
      const quoted = /^["']/.test(match[2] ?? '') ? 1 : 0;
      const name = match[1] ?? '';
      const namePlace = slice(text, match.index, match.index + name.length).written;
      this.#declare(name, namePlace, subText(text, start + quoted, Math.max(end - quoted, start + quoted)), isArgument);
    }
  }

  #declare(name: string, namePlace: Place, written: Text, isArgument: boolean): void {
    const text = expanded(written, {
      value: (other) => this.#variables.get(other) ?? null,
      escape: 'backslash',
      onDefault: (other, place, value) => this.#declarations.push(variable(other, place, value)),
    });
    const origin = isArgument ? 'env-default' : 'env';
    const step = { origin, label: name, place: namePlace, env: name } as const;
    this.#variables.set(name, followed(text, step, text.place));
    this.#declarations.push(variable(name, namePlace, text));
  }

  #place(start: number, end: number): Place {
    return { source: this.#source, start, end };
  }
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}

function withoutOptions(text: Text): Text {
  const options = RUN_OPTION.exec(text.flat)?.[0].length ?? 0;
  return options === 0 ? text : subText(text, options, text.flat.length);
}

/** The script of `RUN <<EOF`; null where the heredoc is the input of a command. */
function heredocScript(text: Text): Text | null {
  const match = /^<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1[ \t]*\r?\n/.exec(text.flat);
  if (match === null) return null;
  const close = text.flat.lastIndexOf(match[2] ?? '');
  return subText(text, match[0].length, Math.max(close, match[0].length));
}

/** The words of the exec form (`["psql", "-c"]`); null for the shell form. */
function wordsOf(text: Text): Text[] | null {
  if (!/^\s*\[\s*(?:"(?:\\.|[^"\\])*"\s*,?\s*)*\]\s*$/.test(text.flat)) return null;
  return [...text.flat.matchAll(/"(?:\\.|[^"\\])*"/g)].map(({ index, 0: word }) => {
    return stringText(text, index, index + word.length);
  });
}
