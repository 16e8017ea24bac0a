import type { Place } from '../../references/source.js';
import {
  HOLE,
  type Part,
  type Text,
  concatenation,
  followed,
  hole,
  literal,
  rewritten,
  slice,
  subText,
} from '../../references/text.js';
import { type TextContext, MOST_ALTERNATIVES } from '../facts.js';
import { envDefault } from '../expansion.js';
import { type FactsOfScript, ScriptFacts } from './script-facts.js';
import { parseShell } from './parser.js';
import { type Held, Scope } from './scope.js';
import type {
  Assignment,
  Branches,
  FunctionDefinition,
  Loop,
  Parameter,
  Pipeline,
  SimpleCommand,
  Statement,
  Substitution,
  Word,
  WordPart,
} from './syntax.js';
import { programName, unwrapped } from './wrappers.js';

export interface ShellOptions {
  /** Variables that are set outside of the script: by a Makefile, a Dockerfile, a compose file. */
  readonly variables?: ReadonlyMap<string, Text>;
}

/**
 * What a script tells: its commands with the values that its own variables have there, the variables
 * it sets, its strings. Nothing is run: a variable that a command's output sets is a hole.
 */
export function evaluateShell(script: Text, options: ShellOptions = {}): FactsOfScript {
  const facts = new ScriptFacts();
  const scope = new Scope();
  for (const [name, text] of options.variables ?? []) {
    scope.set(name, [scalar(text, text.place, 'env')]);
  }
  new Evaluation(script, facts, 0).run(scope);
  return facts.found((name) => scope.get(name).flatMap(({ items }) => items.slice(0, 1).map(({ text }) => text)));
}

/** What an exec form (`["psql", "-c", "…"]`) tells, whose words no shell has split. */
export function evaluateWords(words: readonly Text[], place: Place): FactsOfScript {
  const facts = new ScriptFacts();
  const [first] = words;
  if (first !== undefined) new Evaluation(first, facts, 0).emit(words, null, place, { form: 'value' });
  return facts.found(() => []);
}

/** Scripts within scripts and functions within functions are followed this deep. */
const DEEPEST = 6;
/** So many calls of one function, and of all, are gone through. */
const MOST_CALLS = 32;
const MOST_CALLS_IN_ALL = 256;
/** Texts of more characters, unless the script writes them out, are not put together. */
const LONGEST = 100_000;
/** Texts are put together from others in this many steps, one upon the other. */
const HIGHEST = 64;

const SPEAKS =
  /^(?:echo|printf|print|logger|wall|(?:log|info|warn|warning|error|err|die|fail|debug|success|ok|msg|message|note|step|header|section|banner|title|say)(?:_?(?:info|warn|warning|error|err|debug|success|ok|msg|message|step|header|section))?|(?:print|echo)_\w+)$/;
const TESTS = new Set(['[', 'test', 'expr']);
const SEARCHES = new Set(['grep', 'egrep', 'fgrep', 'rg', 'ag', 'sed', 'awk', 'gawk', 'perl', 'tr', 'cut', 'jq', 'yq']);
/** What runs code of the project: an interpreter, a script, a module (`python -m etl.load`). */
const RUNS_CODE = /^(?:python[\d.]*|(?:spark|spark3|flink)-?submit|node|tsx|ts-node|java|Rscript|scala|papermill|.*\.(?:py|sh|jar|js|ts|R)|[a-z_]\w*(?:\.\w+)+)$/;
const SQL_FILE = /\.(?:sql|hql|ddl)$/i;
const CQL_FILE = /\.cql$/i;

class Evaluation {
  readonly #script: Text;
  readonly #code: string;
  readonly #facts: ScriptFacts;
  readonly #depth: number;
  readonly #functions = new Map<string, FunctionDefinition>();
  readonly #called = new Set<string>();
  readonly #heights = new WeakMap<Text, number>();
  readonly #calls = new Map<string, number>();
  #callsInAll = 0;
  #callDepth = 0;

  constructor(script: Text, facts: ScriptFacts, depth: number) {
    this.#script = script;
    this.#code = script.flat;
    this.#facts = facts;
    this.#depth = depth;
  }

  run(scope: Scope): void {
    const script = parseShell(this.#code);
    for (const { start, end } of script.comments) {
      this.#facts.comment(this.#code.slice(start + 1, end), this.#place(start, end));
    }
    // What a string holds for another shell may be put together there: only the file's own syntax is judged.
    for (const { message, offset } of this.#depth === 0 ? script.problems : []) {
      this.#facts.problem(message, this.#place(offset, offset).start);
    }
    this.#statements(script.statements, scope);
    for (const [name, { body }] of this.#functions) {
      if (!this.#called.has(name)) this.#statements(body, new Scope(scope));
    }
  }

  #statements(statements: readonly Statement[], scope: Scope): void {
    for (const statement of statements) this.#statement(statement, scope, null);
  }

  #statement(statement: Statement, scope: Scope, producer: Statement | null, feeds = false): void {
    switch (statement.type) {
      case 'command':
        return this.#command(statement, scope, producer, feeds);
      case 'pipeline':
        return this.#pipeline(statement, scope);
      case 'loop':
        return this.#loop(statement, scope);
      case 'branches':
        return this.#branches(statement, scope, producer, feeds);
      case 'function':
        this.#functions.set(statement.name, statement);
        return;
      default:
        return unreachable(statement);
    }
  }

  #pipeline({ stages }: Pipeline, scope: Scope): void {
    stages.forEach((stage, index) => {
      this.#statement(stage, scope, stages[index - 1] ?? null, index < stages.length - 1);
    });
  }

  #loop({ variable, words, body, start, end }: Loop, scope: Scope): void {
    for (const word of words ?? []) this.#visit(word, scope);
    const items = words === null ? [] : words.flatMap((word) => this.#everyValueOf(word, scope));
    const place = this.#place(start, end);
    const held = items.map((text) => scalar(text, slice(text, 0, text.flat.length).written, 'constant'));
    scope.set(variable, held.length > 0 ? held : [scalar(hole(place), place, 'constant')]);
    this.#statements(body, scope);
  }

  #everyValueOf(word: Word, scope: Scope): Text[] {
    return this.#choices([word], scope).flatMap((chosen) => this.#expand(word, chosen));
  }

  #branches({ branches, complete }: Branches, scope: Scope, producer: Statement | null, feeds: boolean): void {
    const scopes = branches.map((statements) => {
      const inner = new Scope(scope);
      for (const statement of statements) this.#statement(statement, inner, producer, feeds);
      return inner;
    });
    scope.merge(scopes, complete);
  }

  #command(command: SimpleCommand, scope: Scope, producer: Statement | null, feeds: boolean): void {
    for (const word of command.words) this.#visit(word, scope);
    for (const { input } of command.redirections) if (input !== null) this.#visit(input, scope);
    for (const assignment of command.assignments) this.#assign(assignment, command, scope);
    if (command.words.length === 0) return;
    const source = producer?.type === 'command' ? producer : null;
    const involved = [...wordsOf(command), ...(source === null ? [] : wordsOf(source))];
    for (const chosen of this.#choices(involved, scope)) {
      const words = command.words.flatMap((word) => this.#expand(word, chosen));
      const own = command.redirections.find(({ input }) => input !== null)?.input ?? null;
      const input = own === null ? source && this.#outputOf(source, chosen) : this.#text(own, chosen);
      this.#runs(command, words, input, chosen, feeds);
    }
    this.#forget(command, scope);
  }

  /** One command with its words: a function of the script, or a program. */
  #runs(command: SimpleCommand, words: readonly Text[], input: Text | null, scope: Scope, feeds: boolean): void {
    const place = this.#place(command.start, command.end);
    const called = this.#functions.get(words[0]?.flat ?? '');
    if (called !== undefined && onlySpeaks(called.body, this.#code)) {
      this.#called.add(called.name);
      return this.emit(words, input, place, { form: 'message' });
    }
    if (called !== undefined && this.#mayCall(called.name)) return this.#call(called, words.slice(1), scope);
    this.#import(words, place);
    const output = command.redirections.find((redirection) => redirection.output !== null)?.output ?? null;
    const file = output === null ? '' : this.#text(output, scope).flat;
    const kept = feeds || (file !== '' && !file.startsWith('/dev/'));
    const context = contextOf(programName(words[0]), kept);
    this.emit(words, input, place, context);
    if (input !== null) this.#fed(input, words, file, context);
  }

  /** What a heredoc holds, where it is written to a file or printed. */
  #fed(input: Text, words: readonly Text[], file: string, context: TextContext): void {
    const program = programName(words[0]);
    if (program !== 'cat' && program !== 'tee') return this.#facts.text(input, { form: 'value' });
    const target = program === 'tee' ? (words.find((word, index) => index > 0 && !word.flat.startsWith('-'))?.flat ?? '') : file;
    if (SQL_FILE.test(target)) this.#facts.statement(input, null);
    else if (CQL_FILE.test(target)) this.#facts.statement(input, 'cql');
    else this.#facts.text(input, program === 'cat' ? context : { form: 'value' });
  }

  #mayCall(name: string): boolean {
    const calls = this.#calls.get(name) ?? 0;
    return this.#callDepth < DEEPEST && calls < MOST_CALLS && this.#callsInAll < MOST_CALLS_IN_ALL;
  }

  #call(definition: FunctionDefinition, words: readonly Text[], scope: Scope): void {
    this.#called.add(definition.name);
    const inner = new Scope(scope);
    words.forEach((text, index) => inner.set(String(index + 1), [scalar(text, text.place, 'argument')]));
    for (let index = words.length + 1; index < 10; index++) inner.set(String(index), []);
    const items = words.map((text) => ({ key: null, text }));
    const place = words[0]?.place ?? this.#place(definition.start, definition.end);
    inner.set('@', [{ items, array: true, place, origin: 'argument' }]);
    this.#calls.set(definition.name, (this.#calls.get(definition.name) ?? 0) + 1);
    this.#callsInAll += 1;
    this.#callDepth += 1;
    this.#statements(definition.body, inner);
    this.#callDepth -= 1;
  }

  /** Reports a command line behind its wrappers, with the strings in it. */
  emit(words: readonly Text[], input: Text | null, place: Place, context: TextContext): void {
    const inner = unwrapped(words);
    for (const variable of inner.variables) this.#facts.variableWord(variable);
    if (inner.script !== null) {
      if (this.#depth < DEEPEST) new Evaluation(inner.script, this.#facts, this.#depth + 1).run(new Scope());
      return;
    }
    const behind = inner.words === words ? context : contextOf(programName(inner.words[0]), context.form === 'value');
    this.#facts.command(inner.words, input, place);
    for (const word of inner.words.slice(1)) this.#argument(word, behind);
    if (RUNS_CODE.test(programName(inner.words[0]))) this.#options(inner.words);
  }

  /** The options of a program of the project's own, whose names are all that is known of them. */
  #options(words: readonly Text[]): void {
    words.forEach((word, index) => {
      const [, name = '', equals] = /^--([A-Za-z][\w.-]*)(=)?/.exec(word.flat) ?? [];
      const next = words[index + 1];
      const value = equals === undefined ? next : subText(word, name.length + 3, word.flat.length);
      if (name === '' || value === undefined || (equals === undefined && value.flat.startsWith('-'))) return;
      this.#facts.option(name, slice(word, 2, 2 + name.length).written, value);
    });
  }

  #argument(word: Text, context: TextContext): void {
    const assigned = /^(?:--?[\w.-]+|[A-Za-z_]\w*)=/.exec(word.flat)?.[0].length ?? 0;
    if (assigned > 0) this.#facts.text(subText(word, assigned, word.flat.length), context);
    else if (!word.flat.startsWith('-')) this.#facts.text(word, context);
  }

  /** `source ./names.sh`. */
  #import(words: readonly Text[], place: Place): void {
    const [program, file] = words;
    if (file === undefined || (program?.flat !== 'source' && program?.flat !== '.')) return;
    if (!file.flat.includes(HOLE)) this.#facts.import(file.flat, place);
  }

  /** Commands that set variables to what only running them would tell. */
  #forget(command: SimpleCommand, scope: Scope): void {
    const [program, ...names] = command.words.map((word) => this.#code.slice(word.start, word.end));
    if (program !== 'read' && program !== 'mapfile' && program !== 'readarray' && program !== 'unset') return;
    const place = this.#place(command.start, command.end);
    const heredoc = command.redirections.find(({ input }) => input !== null)?.input ?? null;
    for (const name of names) {
      if (!/^[A-Za-z_]\w*$/.test(name)) continue;
      const text = heredoc !== null && program === 'read' ? this.#text(heredoc, scope) : hole(place);
      scope.set(name, program === 'unset' ? [] : [scalar(text, place, 'constant')]);
    }
  }

  #assign(assignment: Assignment, command: SimpleCommand, scope: Scope): void {
    const { name, value, start, end } = assignment;
    const words = value.type === 'word' ? [value] : value.items.map((item) => item.word);
    for (const word of words) this.#visit(word, scope);
    const place = this.#place(start, end);
    const namePlace = this.#place(start, assignment.nameEnd);
    const held = this.#choices(words, scope).flatMap((chosen): Held[] => {
      if (value.type === 'word') {
        const text = this.#text(value, chosen);
        return this.#before(assignment, scope).map((before) => scalar(joined(before, text, place), place, 'constant'));
      }
      const items = value.items.flatMap(({ key, word }) =>
        this.#expand(word, chosen).map((text) => ({ key, text })),
      );
      return [{ items, array: true, place, origin: 'constant' }];
    });
    this.#facts.variable(name, namePlace, held);
    // `NAME=value program` sets the variable for the program alone.
    const [program] = command.words;
    const declares = program === undefined || /^(?:export|declare|typeset|local|readonly)$/.test(this.#written(program));
    if (declares) scope.set(name, held);
  }

  /** The values that `+=` adds to. */
  #before({ appends, name }: Assignment, scope: Scope): (Text | null)[] {
    if (!appends) return [null];
    const before = scope.get(name).map(({ items }) => items[0]?.text ?? null);
    return before.length === 0 ? [null] : before;
  }

  /** What a command prints, where that is plain to see; null otherwise. */
  #outputOf(command: SimpleCommand, scope: Scope): Text | null {
    const [program, ...rest] = command.words.flatMap((word) => this.#expand(word, scope));
    const place = this.#place(command.start, command.end);
    const input = command.redirections.find((redirection) => redirection.input !== null)?.input ?? null;
    switch (program?.flat) {
      case 'echo':
        return joinedWith(' ', rest.slice(rest.findIndex((word) => !/^-[neE]+$/.test(word.flat))), place);
      case 'printf':
        return printed(rest, place);
      case 'cat':
        return input === null || rest.length > 0 ? null : this.#text(input, scope);
      default:
        return null;
    }
  }

  /** Runs what a word has in it, and notes the defaults of its variables; once for each word. */
  #visit(word: Word, scope: Scope): void {
    for (const part of word.parts) {
      if (part.type === 'substitution') this.#substitution(part, scope);
      else if (part.type === 'braces') for (const inner of part.alternatives) this.#visit(inner, scope);
      else if (part.type === 'parameter' && part.word !== null) this.#parameterDefault(part, part.word, scope);
    }
  }

  #substitution({ body }: Substitution, scope: Scope): void {
    const inner = new Scope(scope);
    for (const statement of body) this.#statement(statement, inner, null, true);
  }

  #parameterDefault(part: Parameter, word: Word, scope: Scope): void {
    this.#visit(word, scope);
    if (!/^:?[-=]$/.test(part.operator) || !/^[A-Za-z_]/.test(part.name)) return;
    if (scope.get(part.name).length > 0) return;
    const namePlace = this.#place(part.nameStart, part.nameStart + part.name.length);
    const place = this.#place(part.start, part.end);
    const held = this.#choices([word], scope).map((chosen) => {
      return scalar(this.#defaultOf(part, word, chosen), place, 'constant');
    });
    this.#facts.variable(part.name, namePlace, held);
    if (part.operator.endsWith('=')) {
      scope.set(part.name, held.map((value) => ({ ...value, origin: 'env' })));
    }
  }

  /** Scopes in which each variable that the words use has one value: every combination, up to a bound. */
  #choices(words: readonly Word[], scope: Scope): Scope[] {
    const names = new Set<string>();
    for (const word of words) variablesOf(word, names, (name) => scope.get(name).length > 1);
    let choices = [scope];
    for (const name of names) {
      const held = scope.get(name);
      choices = choices.flatMap((choice) =>
        held.map((value) => {
          const inner = new Scope(choice);
          inner.set(name, [value]);
          return inner;
        }),
      );
      if (choices.length > MOST_ALTERNATIVES) choices = choices.slice(0, MOST_ALTERNATIVES);
    }
    return choices;
  }

  /** The words that a word becomes: braces, arrays and unquoted variables make several of one. */
  #expand(word: Word, scope: Scope): Text[] {
    const [only] = word.parts;
    if (word.parts.length === 1 && only?.type === 'parameter') return this.#expandParameter(only, scope);
    return combinations(word.parts).map((parts) => this.#join(parts, word, scope));
  }

  #expandParameter(part: Parameter, scope: Scope): Text[] {
    const place = this.#place(part.start, part.end);
    const [held] = scope.get(part.name === '*' ? '@' : part.name);
    const all = part.name === '@' || part.name === '*' || part.index === '@' || part.index === '*';
    if (all && held !== undefined) return held.items.map(({ text }) => this.#follow(text, part, held, place));
    const text = this.#parameter(part, scope);
    return part.quoted ? [text] : splitAtBlanks(text);
  }

  #text(word: Word, scope: Scope): Text {
    return this.#join(word.parts, word, scope);
  }

  #join(parts: readonly WordPart[], { start, end }: Word, scope: Scope): Text {
    const [only] = parts;
    if (only === undefined) return subText(this.#script, start, start);
    if (parts.length === 1) return this.#part(only, scope);
    const joined = parts.map((part) => ({
      text: this.#part(part, scope),
      place: this.#place(part.start, part.end),
    }));
    return this.#bounded(joined, this.#place(start, end));
  }

  /** The parts as one text; a hole where variables that hold each other have made too much of it. */
  #bounded(parts: readonly Part[], place: Place): Text {
    let length = 0;
    let height = 0;
    for (const { text } of parts) {
      length += text.flat.length;
      height = Math.max(height, this.#heights.get(text) ?? 0);
    }
    if (height >= HIGHEST || (length > LONGEST && length > this.#code.length)) return hole(place);
    const text = concatenation(parts, place);
    this.#heights.set(text, height + 1);
    return text;
  }

  #part(part: WordPart, scope: Scope): Text {
    switch (part.type) {
      case 'characters':
        return subText(this.#script, part.start, part.end);
      case 'decoded':
        return literal(part.characters, this.#place(part.start, part.end), 'whole');
      case 'parameter':
        return this.#parameter(part, scope);
      case 'substitution':
        return this.#output(part, scope) ?? hole(this.#place(part.start, part.end));
      case 'braces':
        return subText(this.#script, part.start, part.end);
      case 'opaque':
        return hole(this.#place(part.start, part.end));
      default:
        return unreachable(part);
    }
  }

  #output({ body }: Substitution, scope: Scope): Text | null {
    const [only] = body;
    return body.length === 1 && only?.type === 'command' ? this.#outputOf(only, scope) : null;
  }

  #parameter(part: Parameter, scope: Scope): Text {
    const place = this.#place(part.start, part.end);
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
        return part.word === null ? unset(part, place) : this.#defaultOf(part, part.word, scope);
      case ':+':
      case '+':
        return value === null || part.word === null ? unset(part, place) : this.#text(part.word, scope);
      case 'other':
        return hole(place);
      default:
        return value ?? unset(part, place);
    }
  }

  #defaultOf(part: Parameter, word: Word, scope: Scope): Text {
    const place = this.#place(part.start, part.end);
    const at = this.#place(word.start, word.end);
    const value = this.#text(word, scope);
    if (!/^\d/.test(part.name)) return envDefault(part.name, value, at, place);
    return followed(value, { origin: 'parameter-default', label: `$${part.name}`, place: at, env: null }, place);
  }

  #valueOf(part: Parameter, scope: Scope, place: Place): Text | null {
    const [held] = scope.get(part.name);
    if (held === undefined) return null;
    const index = part.index ?? '0';
    const item = held.items.find(({ key }) => key !== null && key === index) ?? held.items[Number(index)];
    if (item === undefined) return held.array ? hole(place) : null;
    return this.#follow(item.text, part, held, place);
  }

  #follow(text: Text, part: Parameter, held: Held, place: Place): Text {
    const label = /^\d|@/.test(part.name) ? `$${part.name}` : part.name;
    const env = held.origin === 'env' ? part.name : null;
    // What stands at the very same place needs no step: `${X:=d}` has been followed already.
    if (held.place.start === text.place.start && text.form === 'followed') return text;
    const height = this.#heights.get(text) ?? 0;
    if (height >= HIGHEST) return hole(place);
    const value = followed(text, { origin: held.origin, label, place: held.place, env }, place);
    this.#heights.set(value, height + 1);
    return value;
  }

  #written(word: Word): string {
    return this.#code.slice(word.start, word.end);
  }

  #place(start: number, end: number): Place {
    return slice(this.#script, start, end).written;
  }
}

function scalar(text: Text, place: Place, origin: Held['origin']): Held {
  return { items: [{ key: null, text }], array: false, place, origin };
}

function unset({ name }: Parameter, place: Place): Text {
  if (/^[A-Za-z_]/.test(name)) return hole(place, 'env', name);
  return hole(place, 'argument');
}

function wordsOf({ words, redirections }: SimpleCommand): Word[] {
  return [...words, ...redirections.flatMap(({ input }) => input ?? [])];
}

function variablesOf(word: Word, into: Set<string>, counts: (name: string) => boolean): void {
  for (const part of word.parts) {
    if (part.type === 'parameter') {
      if (counts(part.name)) into.add(part.name);
      if (part.word !== null) variablesOf(part.word, into, counts);
    } else if (part.type === 'braces') {
      for (const inner of part.alternatives) variablesOf(inner, into, counts);
    } else if (part.type === 'substitution') {
      for (const statement of part.body) {
        if (statement.type === 'command') for (const inner of wordsOf(statement)) variablesOf(inner, into, counts);
      }
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

function splitAtBlanks(text: Text): Text[] {
  if (!/\s/.test(text.flat)) return [text];
  return [...text.flat.matchAll(/\S+/g)].map(({ index, 0: word }) => subText(text, index, index + word.length));
}

/** Whether a function does nothing but print: `log() { echo "[$(date)] $1"; }`. */
function onlySpeaks(body: readonly Statement[], code: string): boolean {
  return body.every((statement) => {
    switch (statement.type) {
      case 'command': {
        const [program] = statement.words;
        return program !== undefined && SPEAKS.test(code.slice(program.start, program.end));
      }
      case 'branches':
        return statement.branches.every((branch) => onlySpeaks(branch, code));
      case 'pipeline':
      case 'loop':
      case 'function':
        return false;
      default:
        return unreachable(statement);
    }
  });
}

function contextOf(program: string, kept: boolean): TextContext {
  if (TESTS.has(program)) return { form: 'test' };
  if (SEARCHES.has(program)) return { form: 'regex' };
  if (!kept && (SPEAKS.test(program) || program === 'cat')) return { form: 'message' };
  return { form: 'value' };
}

function joined(before: Text | null, text: Text, place: Place): Text {
  if (before === null) return text;
  const parts = [before, text].map((part) => ({ text: part, place: part.place }));
  return concatenation(parts, place);
}

function joinedWith(separator: string, words: readonly Text[], place: Place): Text | null {
  const [first] = words;
  if (first === undefined) return null;
  if (words.length === 1) return first;
  const parts: Part[] = [];
  for (const word of words) {
    if (parts.length > 0) parts.push({ text: literal(separator, place, 'whole'), place });
    parts.push({ text: word, place: word.place });
  }
  return concatenation(parts, place);
}

/** What printf prints: each `%s` of the format takes the next argument. */
function printed(words: readonly Text[], place: Place): Text | null {
  const [format, ...rest] = words;
  if (format === undefined) return null;
  const parts: Part[] = [];
  let from = 0;
  let next = 0;
  for (const { index, 0: directive } of format.flat.matchAll(/%(?:%|[-+ 0#\d.]*[a-zA-Z])/g)) {
    if (index > from) parts.push({ text: subText(format, from, index), place: format.place });
    const text = rest[next] ?? hole(format.place);
    parts.push({ text, place: text.place });
    next += 1;
    from = index + directive.length;
  }
  if (from < format.flat.length) {
    parts.push({ text: subText(format, from, format.flat.length), place: format.place });
  }
  return concatenation(parts, place);
}

function unreachable(value: never): never {
  throw new Error(`Unknown syntax: ${JSON.stringify(value)}`);
}
