import type { Place } from '../../references/source.js';
import {
  HOLE,
  type Text,
  followed,
  hole,
  literal,
  rewritten,
  slice,
  subText,
} from '../../references/text.js';
import { BoundedTexts } from '../bounded-texts.js';
import { envDefault } from '../expansion.js';
import { MOST_ALTERNATIVES } from '../facts.js';
import { echoed, printed, translated } from './output.js';
import { splitAtBlanks } from './pieces.js';
import { keptBy } from './trimming.js';
import { type Held, Scope } from './scope.js';
import type { Parameter, Redirection, SimpleCommand, Statement, Substitution, Word, WordPart } from './syntax.js';
import { unreachable } from '../unreachable.js';

/** No longer value is matched with a pattern. */
const LONGEST_TRIMMED = 500;

/** Turns the words of a script into texts, with the values that variables have in a scope. */
export class Expander {
  readonly #script: Text;
  readonly #code: string;
  readonly #texts: BoundedTexts;

  constructor(script: Text) {
    this.#script = script;
    this.#code = script.flat;
    this.#texts = new BoundedTexts(script.flat);
  }

  /**
   * Scopes in which each variable that the words use has one value: every combination, or where those
   * are too many, as many as it takes for each variable to have each of its values once.
   */
  choices(words: readonly Word[], scope: Scope): Scope[] {
    const names = new Set<string>();
    for (const word of words) variablesOf(word, names, (name) => scope.get(name).length > 1);
    const held = [...names].map((name) => ({ name, values: scope.get(name) }));
    const combinations = held.reduce((product, { values }) => product * values.length, 1);
    if (combinations <= MOST_ALTERNATIVES) return everyChoice(held, scope);
    const most = Math.max(...held.map(({ values }) => values.length));
    return Array.from({ length: most }, (_, index) => {
      return chosen(scope, held.map(({ name, values }) => [name, values[index % values.length]]));
    });
  }

  /** The words that a word becomes: braces, arrays and unquoted variables make several of one. */
  expand(word: Word, scope: Scope): Text[] {
    const [only] = word.parts;
    if (word.parts.length === 1 && only?.type === 'parameter') return this.#expandParameter(only, scope);
    if (word.parts.length === 1 && only?.type === 'substitution' && !only.quoted) {
      return splitAtBlanks(this.#part(only, scope));
    }
    return combinations(word.parts).map((parts) => this.#join(parts, word, scope));
  }

  #expandParameter(part: Parameter, scope: Scope): Text[] {
    const place = this.place(part.start, part.end);
    const [held] = scope.get(part.name === '*' ? '@' : part.name);
    const all = part.name === '@' || part.name === '*' || part.index === '@' || part.index === '*';
    if (all && held !== undefined) return itemsOf(held, part).map((text) => this.#follow(text, part, held, place));
    const text = this.#parameter(part, scope);
    return part.quoted ? [text] : splitAtBlanks(text);
  }

  text(word: Word, scope: Scope): Text {
    return this.#join(word.parts, word, scope);
  }

  #join(parts: readonly WordPart[], { start, end }: Word, scope: Scope): Text {
    const [only] = parts;
    if (only === undefined) return subText(this.#script, start, start);
    if (parts.length === 1) return this.#part(only, scope);
    const joined = parts.map((part) => ({
      text: this.#part(part, scope),
      place: this.place(part.start, part.end),
    }));
    return this.#texts.joined(joined, this.place(start, end));
  }

  #part(part: WordPart, scope: Scope): Text {
    switch (part.type) {
      case 'characters':
        return subText(this.#script, part.start, part.end);
      case 'decoded':
        return literal(part.characters, this.place(part.start, part.end), 'whole');
      case 'parameter':
        return this.#parameter(part, scope);
      case 'substitution':
        return this.#output(part, scope) ?? hole(this.place(part.start, part.end));
      case 'braces':
        return subText(this.#script, part.start, part.end);
      case 'opaque':
        return hole(this.place(part.start, part.end));
      default:
        return unreachable(part);
    }
  }

  #output({ body }: Substitution, scope: Scope): Text | null {
    const [only] = body;
    return body.length === 1 && only !== undefined ? this.outputOf(only, scope) : null;
  }

  #parameter(part: Parameter, scope: Scope): Text {
    const place = this.place(part.start, part.end);
    const value = this.#valueOf(part, scope, place);
    switch (part.operator) {
      case '^^':
        return value === null ? unset(part, place) : rewritten(value, (known) => known.toUpperCase());
      case ',,':
        return value === null ? unset(part, place) : rewritten(value, (known) => known.toLowerCase());
      case ':-':
      case '-':
      case ':=':
      case '=':
        if (value !== null && value.flat !== '') return value;
        return part.word === null ? unset(part, place) : this.defaultOf(part, part.word, scope);
      case ':+':
      case '+':
        return value === null || part.word === null ? unset(part, place) : this.text(part.word, scope);
      case '!':
        return hole(place);
      case 'other':
        return (value && part.word && this.#trimmed(value, part.word)) ?? hole(place);
      default:
        return value ?? unset(part, place);
    }
  }

  /** What `${name#prefix}` and `${name%suffix}` leave of a value; null for what else can be done to it. */
  #trimmed(value: Text, word: Word): Text | null {
    const [, sign = '', pattern = ''] = /^(##?|%%?)([^$`'"[\]?\\]*)$/.exec(this.written(word)) ?? [];
    if (sign === '' || value.flat.includes(HOLE) || value.flat.length > LONGEST_TRIMMED || /\*.*\*/.test(pattern)) return null;
    const { start, end } = keptBy(sign, pattern, value.flat);
    return subText(value, start, end);
  }

  defaultOf(part: Parameter, word: Word, scope: Scope): Text {
    const place = this.place(part.start, part.end);
    const at = this.place(word.start, word.end);
    const value = this.text(word, scope);
    if (!/^\d/.test(part.name)) return envDefault(part.name, value, at, place);
    return followed(value, { origin: 'parameter-default', label: `$${part.name}`, place: at, env: null }, place);
  }

  #valueOf(part: Parameter, scope: Scope, place: Place): Text | null {
    const [held] = scope.get(part.name);
    if (held === undefined) return null;
    const index = this.#indexOf(part, scope);
    const item = held.items.find(({ key }) => key?.flat === index) ?? held.items[Number(index)];
    if (item === undefined) return held.array ? hole(place) : null;
    return this.#follow(item.text, part, held, place);
  }

  /** Which item is meant: of `${name[$key]}`, the one that the variable says. */
  #indexOf({ index }: Parameter, scope: Scope): string {
    const [, variable] = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(index ?? '') ?? [];
    return variable === undefined ? (index ?? '0') : (scope.get(variable)[0]?.items[0]?.text.flat ?? HOLE);
  }

  #follow(text: Text, part: Parameter, held: Held, place: Place): Text {
    const label = /^\d|@/.test(part.name) ? `$${part.name}` : part.name;
    const env = held.origin === 'env' ? part.name : null;
    // What stands at the very same place needs no step: `${X:=d}` has been followed already.
    if (held.place.start === text.place.start && text.form === 'followed') return text;
    return this.#texts.followed(text, { origin: held.origin, label, place: held.place, env }, place);
  }

  written(word: Word): string {
    return this.#code.slice(word.start, word.end);
  }

  place(start: number, end: number): Place {
    return slice(this.#script, start, end).written;
  }

  everyValueOf(word: Word, scope: Scope): Text[] {
    return this.choices([word], scope).flatMap((chosen) => this.expand(word, chosen));
  }

  /** What a statement prints, where that is plain to see; null otherwise. */
  outputOf(statement: Statement, scope: Scope): Text | null {
    if (statement.type === 'command') return this.#printedBy(statement, scope, null);
    if (statement.type !== 'pipeline') return null;
    let text: Text | null = null;
    for (const stage of statement.stages) {
      text = stage.type === 'command' ? this.#printedBy(stage, scope, text) : null;
    }
    return text;
  }

  /** What a command reads: a heredoc, a here-string, or else what the one before it prints. */
  inputOf(redirections: readonly Redirection[], scope: Scope, piped: Text | null): Text | null {
    const input = redirections.find((redirection) => redirection.input !== null)?.input ?? null;
    return input === null ? piped : this.text(input, scope);
  }

  #printedBy(command: SimpleCommand, scope: Scope, piped: Text | null): Text | null {
    const [program, ...rest] = command.words.flatMap((word) => this.expand(word, scope));
    const place = this.place(command.start, command.end);
    switch (program?.flat) {
      case 'echo':
        return echoed(rest, place);
      case 'printf':
        return printed(rest, place);
      case 'cat':
        return rest.some(({ flat }) => flat !== '-') ? null : this.inputOf(command.redirections, scope, piped);
      case 'envsubst':
      case 'tee':
      case 'sort':
      case 'uniq':
        return this.inputOf(command.redirections, scope, piped);
      case 'tr':
        return translated(this.inputOf(command.redirections, scope, piped), rest);
      default:
        return null;
    }
  }
}

/** A variable with what it may hold. */
interface Choice {
  readonly name: string;
  readonly values: readonly Held[];
}

function everyChoice(held: readonly Choice[], scope: Scope): Scope[] {
  let choices = [scope];
  for (const { name, values } of held) {
    choices = choices.flatMap((choice) => values.map((value) => chosen(choice, [[name, value]])));
  }
  return choices;
}

function chosen(scope: Scope, values: readonly (readonly [string, Held | undefined])[]): Scope {
  const inner = new Scope(scope);
  for (const [name, value] of values) if (value !== undefined) inner.set(name, [value]);
  return inner;
}

/** The items of an array, or its keys. */
function itemsOf({ items }: Held, { operator }: Parameter): Text[] {
  return items.flatMap(({ key, text }) => (operator === '!' ? (key ?? []) : text));
}

function unset({ name }: Parameter, place: Place): Text {
  if (/^[A-Za-z_]/.test(name)) return hole(place, 'env', name);
  return hole(place, 'argument');
}

/** The words that a command is made of, what it is fed included; those of all the commands of a pipeline. */
export function wordsOf(statement: Statement): Word[] {
  if (statement.type === 'pipeline') return statement.stages.flatMap(wordsOf);
  if (statement.type !== 'command') return [];
  return [...statement.words, ...statement.redirections.flatMap(({ input }) => input ?? [])];
}

function variablesOf(word: Word, into: Set<string>, counts: (name: string) => boolean): void {
  for (const part of word.parts) {
    if (part.type === 'parameter') {
      if (counts(part.name)) into.add(part.name);
      const [key] = /(?<=^\$\{?)[A-Za-z_]\w*(?=\}?$)/.exec(part.index ?? '') ?? [];
      if (key !== undefined && counts(key)) into.add(key);
      if (part.word !== null) variablesOf(part.word, into, counts);
    } else if (part.type === 'braces') {
      for (const inner of part.alternatives) variablesOf(inner, into, counts);
    } else if (part.type === 'substitution') {
      for (const inner of part.body.flatMap(wordsOf)) variablesOf(inner, into, counts);
    }
  }
}

/** The part lists that a word's braces make of it. */
function combinations(parts: readonly WordPart[]): (readonly WordPart[])[] {
  let lists: WordPart[][] = [[]];
  for (const part of parts) {
    if (part.type === 'braces') {
      const pieces = part.alternatives.flatMap((word) => combinations(word.parts));
      lists = lists.flatMap((list) => pieces.map((piece) => [...list, ...piece])).slice(0, MOST_ALTERNATIVES);
    } else {
      for (const list of lists) list.push(part);
    }
  }
  return lists;
}
