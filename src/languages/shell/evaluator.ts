import type { Place } from '../../references/source.js';
import { HOLE, type Text, concatenation, hole, slice, subText } from '../../references/text.js';
import { withoutTemplates } from '../templates.js';
import { SPEAKS, contextOf } from './command-context.js';
import { CommandReporter, namesItsContent } from './command-reporter.js';
import { Expander, wordsOf } from './expander.js';
import { parseShell } from './parser.js';
import { type Held, Scope, scalar } from './scope.js';
import { type FactsOfScript, ScriptFacts } from './script-facts.js';
import type {
  Assignment,
  Branches,
  FunctionDefinition,
  Loop,
  Parameter,
  Pipeline,
  ReadingLoop,
  SimpleCommand,
  Statement,
  Substitution,
  Word,
} from './syntax.js';
import { piecesOf } from './pieces.js';
import { programName } from './wrappers.js';
import { unreachable } from '../unreachable.js';

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
  reporterOf(facts).report(words, null, place, { form: 'value' });
  return facts.found(() => []);
}

/** Says what command lines tell that another shell than this one has split into words. */
export function reporterOf(facts: ScriptFacts): CommandReporter {
  return new CommandReporter(facts, (script, input) => runScript(script, input, facts, 1));
}

/** Scripts within scripts and functions within functions are followed this deep. */
const DEEPEST = 6;
/** So many calls of one function, and of all, are gone through. */
const MOST_CALLS = 32;
const MOST_CALLS_IN_ALL = 256;
/** An array that is filled item by item is followed so far. */
const MOST_ITEMS = 256;

/** What Jinja and Helm put something for, which the shell would take for several words: `{{ params.layer }}`, be it blank already. */
const EXPRESSION = /\{\{[^{}\n]*\}\}|\uFFFD/;

/** What prints its own words. */
const PRINTS = /^(?:echo|printf)$/;

function runScript(script: Text, input: Text | null, facts: ScriptFacts, depth: number): void {
  if (depth <= DEEPEST) new Evaluation(script, facts, depth, input).run(new Scope());
}

class Evaluation {
  readonly #code: string;
  readonly #facts: ScriptFacts;
  readonly #depth: number;
  /** What the script, or the function that is called, is fed: it goes to its only command. */
  #input: Text | null;
  readonly #functions = new Map<string, FunctionDefinition>();
  readonly #called = new Set<string>();
  readonly #words: Expander;
  readonly #reporter: CommandReporter;
  readonly #calls = new Map<string, number>();
  #callsInAll = 0;
  #callDepth = 0;

  constructor(written: Text, facts: ScriptFacts, depth: number, input: Text | null = null) {
    const script = EXPRESSION.test(written.flat) ? withoutTemplates(written, () => null) : written;
    this.#code = script.flat;
    this.#words = new Expander(script);
    this.#facts = facts;
    this.#depth = depth;
    this.#input = input;
    this.#reporter = new CommandReporter(facts, (inner, fed) => runScript(inner, fed, facts, depth + 1));
  }

  run(scope: Scope): void {
    const script = parseShell(this.#code);
    for (const { start, end } of script.comments) {
      this.#facts.comment(this.#code.slice(start + 1, end), this.#words.place(start, end));
    }
    // What a string holds for another shell may be put together there: only the file's own syntax is judged.
    for (const { message, offset } of this.#depth === 0 ? script.problems : []) {
      this.#facts.problem(message, this.#words.place(offset, offset).start);
    }
    if (!isOneCommand(script.statements)) this.#input = null;
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
      case 'reading':
        return this.#reading(statement, scope, producer);
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
      this.#statement(stage, scope, producerOf(stages.slice(0, index)), index < stages.length - 1);
    });
  }

  #loop({ variable, words, body, start, end }: Loop, scope: Scope): void {
    for (const word of words ?? []) this.#visit(word, scope);
    const items = words === null ? [] : words.flatMap((word) => this.#words.everyValueOf(word, scope));
    const place = this.#words.place(start, end);
    const held = items.map((text) => scalar(text, slice(text, 0, text.flat.length).written, 'constant'));
    scope.set(variable, held.length > 0 ? held : [scalar(hole(place), place, 'constant')]);
    this.#statements(body, scope);
  }

  /** `while read …`: the body for each line, where the lines are known. */
  #reading({ read, body, redirections, start, end }: ReadingLoop, scope: Scope, producer: Statement | null): void {
    for (const { input } of redirections) if (input !== null) this.#visit(input, scope);
    const involved = [...redirections.flatMap(({ input }) => input ?? []), ...(producer === null ? [] : wordsOf(producer))];
    const names = this.#namesRead(read);
    const place = this.#words.place(start, end);
    for (const chosen of this.#words.choices(involved, scope)) {
      const piped = producer && this.#words.outputOf(producer, chosen);
      const input = this.#words.inputOf(redirections, chosen, piped);
      const lines = input === null ? [hole(place)] : piecesOf(input, /\n/);
      for (const line of lines) {
        this.#readInto(chosen, names, line, read);
        this.#statements(body, chosen);
      }
    }
    for (const name of names) scope.set(name, [scalar(hole(place), place, 'constant')]);
  }

  /** The variables that `read -r a b` sets. */
  #namesRead({ words }: SimpleCommand): readonly string[] {
    const operands = words.slice(1).map((word) => this.#words.written(word));
    const first = operands.findIndex((operand) => /^[A-Za-z_]\w*$/.test(operand));
    return first === -1 ? ['REPLY'] : operands.slice(first);
  }

  /** Sets variables to the pieces of one line, the last to all that is left. */
  #readInto(scope: Scope, names: readonly string[], line: Text, read: SimpleCommand): void {
    const separator = this.#separatorOf(read);
    let rest: Text | null = line;
    names.forEach((name, index) => {
      const text: Text = rest ?? subText(line, line.flat.length, line.flat.length);
      const part = text.flat === HOLE || index === names.length - 1 ? null : separator.exec(text.flat);
      const end = part?.index ?? text.flat.length;
      const value = text.flat === HOLE ? text : subText(text, 0, end);
      scope.set(name, [scalar(value, slice(value, 0, value.flat.length).written, 'constant')]);
      if (text.flat !== HOLE) rest = part === null ? null : subText(text, end + part[0].length, text.flat.length);
    });
  }

  /** What `IFS=…` says in front of a `read`; blanks otherwise. */
  #separatorOf({ assignments }: SimpleCommand): RegExp {
    const ifs = assignments.find(({ name }) => name === 'IFS')?.value;
    const written = ifs?.type === 'word' ? this.#words.text(ifs, new Scope()).flat : '';
    return written.trim() === '' ? /[ \t\n]+/ : new RegExp(`[${written.replaceAll(/[\\\]^-]/g, '\\$&')}]`);
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
    const involved = [...wordsOf(command), ...(producer === null ? [] : wordsOf(producer))];
    for (const chosen of this.#words.choices(involved, scope)) {
      const words = command.words.flatMap((word) => this.#words.expand(word, chosen));
      const piped = producer === null ? this.#input : this.#words.outputOf(producer, chosen);
      const input = this.#words.inputOf(command.redirections, chosen, piped);
      this.#runs(command, words, input, chosen, feeds);
    }
    this.#setByReading(command, scope);
  }

  /** One command with its words: a function of the script, or a program. */
  #runs(command: SimpleCommand, words: readonly Text[], input: Text | null, scope: Scope, feeds: boolean): void {
    const place = this.#words.place(command.start, command.end);
    const called = this.#functions.get(words[0]?.flat ?? '');
    if (called !== undefined && onlySpeaks(called.body, this.#code)) {
      this.#called.add(called.name);
      return this.#reporter.report(words, input, place, { form: 'message' });
    }
    if (called !== undefined && this.#mayCall(called.name)) return this.#call(called, words.slice(1), input, scope);
    this.#reporter.import(words, place);
    const output = command.redirections.find((redirection) => redirection.output !== null)?.output ?? null;
    const file = output === null ? '' : this.#words.text(output, scope).flat;
    const kept = feeds || (file !== '' && !file.startsWith('/dev/'));
    const context = contextOf(programName(words[0]), kept);
    this.#reporter.report(words, input, place, context, file);
    const prints = PRINTS.test(words[0]?.flat ?? '') && namesItsContent(file);
    const printed = prints ? this.#words.outputOf(command, scope) : null;
    if (printed !== null) this.#reporter.written(printed, file, context);
  }

  #mayCall(name: string): boolean {
    const calls = this.#calls.get(name) ?? 0;
    return this.#callDepth < DEEPEST && calls < MOST_CALLS && this.#callsInAll < MOST_CALLS_IN_ALL;
  }

  /** @param input what the function is fed, which goes to its only command */
  #call(definition: FunctionDefinition, words: readonly Text[], input: Text | null, scope: Scope): void {
    this.#called.add(definition.name);
    const inner = new Scope(scope);
    words.forEach((text, index) => inner.set(String(index + 1), [scalar(text, text.place, 'argument')]));
    for (let index = words.length + 1; index < 10; index++) inner.set(String(index), []);
    const items = words.map((text) => ({ key: null, text }));
    const place = words[0]?.place ?? this.#words.place(definition.start, definition.end);
    inner.set('@', [{ items, array: true, place, origin: 'argument' }]);
    this.#calls.set(definition.name, (this.#calls.get(definition.name) ?? 0) + 1);
    this.#callsInAll += 1;
    this.#callDepth += 1;
    const outer = this.#input;
    this.#input = isOneCommand(definition.body) ? input : null;
    this.#statements(definition.body, inner);
    this.#input = outer;
    this.#callDepth -= 1;
  }

  /** `read`, `mapfile`, `unset`: commands that set variables, mostly to what only running them would tell. */
  #setByReading(command: SimpleCommand, scope: Scope): void {
    const [program = '', ...operands] = command.words.map((word) => this.#words.written(word));
    const names = operands.filter((operand) => /^[A-Za-z_]\w*$/.test(operand));
    if (program === 'unset') for (const name of names) scope.set(name, []);
    const intoArray = /^(?:mapfile|readarray)$/.test(program) || operands.some((operand) => /^-\w*a$/.test(operand));
    if (!/^(?:read|mapfile|readarray)$/.test(program)) return;
    const place = this.#words.place(command.start, command.end);
    const input = this.#words.inputOf(command.redirections, scope, null) ?? hole(place);
    if (!intoArray) return this.#readInto(scope, names, input, command);
    const items = piecesOf(input, program === 'read' ? this.#separatorOf(command) : /\n/).map((text) => ({ key: null, text }));
    for (const name of names) scope.set(name, [{ items, array: true, place, origin: 'constant' }]);
  }

  #assign(assignment: Assignment, command: SimpleCommand, scope: Scope): void {
    const { name, key: index, value, start, end } = assignment;
    const values = value.type === 'word' ? [value] : value.items.map((item) => item.word);
    const words = index === null ? values : [index, ...values];
    for (const word of words) this.#visit(word, scope);
    const place = this.#words.place(start, end);
    const namePlace = this.#words.place(start, assignment.nameEnd);
    const held = this.#words.choices(words, scope).flatMap((chosen): Held[] => {
      if (value.type === 'word' && index !== null) {
        const item = { key: this.#words.text(index, chosen), text: this.#words.text(value, chosen) };
        return [{ items: [item], array: true, place, origin: 'constant' }];
      }
      if (value.type === 'word') {
        const text = this.#words.text(value, chosen);
        return this.#before(assignment, scope).map((before) => scalar(joined(before, text, place), place, 'constant'));
      }
      const items = value.items.flatMap(({ key, word }) =>
        this.#words.expand(word, chosen).map((text) => ({ key: key && this.#words.text(key, chosen), text })),
      );
      return [{ items, array: true, place, origin: 'constant' }];
    });
    this.#facts.variable(name, namePlace, held);
    // `NAME=value program` sets the variable for the program alone.
    const [program] = command.words;
    const declares = program === undefined || /^(?:export|declare|typeset|local|readonly)$/.test(this.#words.written(program));
    if (declares) scope.set(name, index === null ? held : besideItems(scope.get(name), held));
  }

  /** The values that `+=` adds to. */
  #before({ appends, name }: Assignment, scope: Scope): (Text | null)[] {
    if (!appends) return [null];
    const before = scope.get(name).map(({ items }) => items[0]?.text ?? null);
    return before.length === 0 ? [null] : before;
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
    // What the script itself has set before leaves no room for a default.
    if (scope.get(part.name).some(({ origin }) => origin !== 'env')) return;
    const namePlace = this.#words.place(part.nameStart, part.nameStart + part.name.length);
    const place = this.#words.place(part.start, part.end);
    const held = this.#words.choices([word], scope).map((chosen) => {
      return scalar(this.#words.defaultOf(part, word, chosen), place, 'constant');
    });
    this.#facts.variable(part.name, namePlace, held);
    if (part.operator.endsWith('=')) {
      scope.set(part.name, held.map((value) => ({ ...value, origin: 'env' })));
    }
  }
}

/** Whether there is but one command to take what the script is fed. */
function isOneCommand([only, ...others]: readonly Statement[]): boolean {
  if (only === undefined || others.length > 0) return false;
  if (only.type !== 'branches') return only.type === 'command' || only.type === 'pipeline';
  const [group, ...alternatives] = only.branches;
  return group !== undefined && alternatives.length === 0 && isOneCommand(group);
}

/** An array with one more item. */
function besideItems(before: readonly Held[], added: readonly Held[]): Held[] {
  const arrays = before.filter(({ array }) => array);
  if (arrays.length === 0) return [...added];
  return added.flatMap((one) => arrays.map((held) => ({ ...held, items: [...held.items, ...one.items].slice(0, MOST_ITEMS) })));
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
      case 'reading':
      case 'function':
        return false;
      default:
        return unreachable(statement);
    }
  });
}

/** What the stages before one of a pipeline make up. */
function producerOf(stages: readonly Statement[]): Statement | null {
  const [first] = stages;
  const last = stages.at(-1);
  if (first === undefined || last === undefined) return null;
  return stages.length === 1 ? first : { type: 'pipeline', stages, start: first.start, end: last.end };
}

function joined(before: Text | null, text: Text, place: Place): Text {
  if (before === null) return text;
  const parts = [before, text].map((part) => ({ text: part, place: part.place }));
  return concatenation(parts, place);
}
