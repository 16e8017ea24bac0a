import type { Call, Entry, ListValue, RecordValue, TextValue, ThingValue, UnknownValue, Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import { HOLE } from '../../../references/text.js';
import type { Step, Text } from '../../../references/text.js';
import type { ClassDefinition, Expression, FunctionDefinition, Lambda, Node } from '../syntax/syntax.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frames.js';
import type { Scope } from '../survey/scopes.js';
import { follow } from './following.js';
import { whenAsked } from './progress.js';

const NO_CHOICES: readonly Choice[] = [];
const NO_CALLS: readonly Call[] = [];

/** None, True, False, `...` or a number: known, but the name of nothing. */
export class ConstantValue implements UnknownValue {
  readonly form = 'unknown';

  constructor(
    readonly raw: string,
    readonly place: Place,
  ) {}
}

/**
 * Which of several alternatives a value belongs to: the turn of a loop, the arm of a branch, the
 * caller of a function. Values of different choices of one thing never meet in one text.
 */
export interface Choice {
  readonly of: Node;
  readonly index: number;
}

/** A text that belongs to certain choices. */
export class ChosenText implements TextValue {
  readonly form = 'text';

  constructor(
    readonly text: Text,
    readonly choices: readonly Choice[],
  ) {}
}

/** A list with what a plain one does not say: the choices it belongs to, and whether its order is certain. */
export class HeldList implements ListValue {
  readonly form = 'list';
  readonly #items: () => ListValue['items'];

  /** @param items asked for when they are needed: lists hold lists, and each level is worked out by itself */
  constructor(
    items: () => ListValue['items'],
    readonly place: Place,
    readonly choices: readonly Choice[],
    readonly ordered: boolean,
  ) {
    this.#items = whenAsked(items);
  }

  get items(): ListValue['items'] {
    return this.#items();
  }
}

/** A dictionary that belongs to certain choices. */
export class ChosenRecord implements RecordValue {
  readonly form = 'record';
  readonly #entries: () => readonly Entry[];

  /** @param entries asked for when they are needed, as the items of a list are */
  constructor(
    entries: () => readonly Entry[],
    readonly place: Place,
    readonly choices: readonly Choice[],
  ) {
    this.#entries = whenAsked(entries);
  }

  get entries(): readonly Entry[] {
    return this.#entries();
  }
}

/** An entry whose key is no text: None, a tuple, a member of an enumeration. */
export class IdentifiedEntry implements Entry {
  constructor(
    readonly key: Text,
    readonly identity: string,
    readonly place: Place,
    readonly values: () => readonly Value[],
  ) {}
}

/** Something of this repository: its path, and what is known of its inside. */
export class ProjectThing implements ThingValue {
  readonly form = 'thing';

  constructor(
    readonly path: string,
    readonly calls: readonly Call[],
    readonly target: Target,
    readonly choices: readonly Choice[] = NO_CHOICES,
  ) {}
}

export type Target =
  ModuleTarget | FunctionTarget | ClassTarget | InstanceTarget | MemberTarget | ParameterTarget;

export interface ModuleTarget {
  readonly form: 'module';
  readonly specifier: string;
  readonly evaluator: Evaluator;
}

export interface FunctionTarget {
  readonly form: 'function';
  readonly definition: FunctionDefinition | Lambda;
  readonly scope: Scope;
  readonly evaluator: Evaluator;
  /** The call around, of which the function sees the names. */
  readonly outer: Frame | null;
  /** What a method is bound to. */
  readonly receiver: Value | null;
  /** The call of `functools.partial` whose arguments come before those of a call. */
  readonly before?: Construction;
  /** Whether it is the function as its decorators are given it. */
  readonly undecorated?: boolean;
}

export interface ClassTarget {
  readonly form: 'class';
  readonly definition: ClassDefinition;
  readonly scope: Scope;
  readonly evaluator: Evaluator;
}

/** A class of this repository with those that it inherits from, nearest first. */
export interface Lineage {
  readonly classes: readonly ClassTarget[];
  /** The paths of the classes from elsewhere among its bases. */
  readonly foreign: readonly string[];
}

export interface InstanceTarget {
  readonly form: 'instance';
  readonly class: ClassTarget;
  /** The call that made it; null where it is any instance of the class. */
  readonly made: Construction | null;
  /** The class whose `super()` it is: only what comes behind it in the lineage counts. */
  readonly above?: ClassDefinition;
}

/** What a constructor was called with, and where. */
export interface Construction {
  readonly call: Extract<Expression, { type: 'Call' }>;
  readonly scope: Scope;
  readonly frame: Frame | null;
  readonly evaluator: Evaluator;
}

/** A member of an enumeration. */
export interface MemberTarget {
  readonly form: 'member';
  readonly owner: ClassTarget;
  readonly name: Text;
  /** Whether the member itself is text (`class Layer(str, Enum)`). */
  readonly isText: boolean;
  readonly values: readonly Value[];
  /** The way to the member. */
  readonly step: Step;
}

/** A parameter of which nothing is known. */
export interface ParameterTarget {
  readonly form: 'parameter';
}

export function textValue(text: Text, choices: readonly Choice[] = NO_CHOICES): TextValue {
  return choices.length === 0 ? { form: 'text', text } : new ChosenText(text, choices);
}

export function unknown(place: Place): UnknownValue {
  return { form: 'unknown', place };
}

export function thing(path: string, calls: readonly Call[] = NO_CALLS): ThingValue {
  return { form: 'thing', path, calls };
}

export function choicesOf(value: Value): readonly Choice[] {
  return value instanceof ChosenText ||
    value instanceof ProjectThing ||
    value instanceof HeldList ||
    value instanceof ChosenRecord
    ? value.choices
    : NO_CHOICES;
}

/** Whether it is known which item of a list stands where. */
export function isOrdered(list: ListValue): boolean {
  return !(list instanceof HeldList) || list.ordered;
}

/** A list of the items in whatever order. */
export function unordered(items: ListValue['items'], place: Place): Value {
  return new HeldList(() => items, place, NO_CHOICES, false);
}

/** An entry with other values, made when they are first asked for. */
export function entryWith(entry: Entry, make: () => readonly Value[]): Entry {
  const { key, place } = entry;
  const values = whenAsked(make);
  return entry instanceof IdentifiedEntry
    ? new IdentifiedEntry(key, entry.identity, place, values)
    : { key, place, values };
}

export function targetOf(value: Value): Target | null {
  return value instanceof ProjectThing ? value.target : null;
}

export function isNone(value: Value): boolean {
  return value instanceof ConstantValue && value.raw === 'None';
}

/** Whether a value counts as false: None, False, 0 and the empty text. */
export function isFalse(value: Value): boolean {
  if (value instanceof ConstantValue) return isNone(value) || value.raw === 'False' || value.raw === '0';
  return value.form === 'text' && value.text.flat === '';
}

/** Whether nothing but perhaps a name is known of a value. */
export function isOpaque(value: Value): boolean {
  switch (value.form) {
    case 'unknown':
      return !(value instanceof ConstantValue);
    case 'thing':
      // A lambda has no name, but what it gives is known.
      if (value instanceof ProjectThing && value.target.form === 'function') return false;
      return value.path.startsWith('~') || value.path === '?';
    case 'text':
      return value.text.flat === HOLE;
    case 'list':
    case 'record':
      return false;
  }
}

/** Two sets of choices as one; null where they exclude each other. */
export function joinChoices(left: readonly Choice[], right: readonly Choice[]): readonly Choice[] | null {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const joined = [...left];
  for (const choice of right) {
    const same = left.find((other) => other.of === choice.of);
    if (same === undefined) joined.push(choice);
    else if (same.index !== choice.index) return null;
  }
  return joined;
}

/** The choices that two have in common. */
export function commonChoices(left: readonly Choice[], right: readonly Choice[]): readonly Choice[] {
  return left.filter(({ of, index }) => right.some((other) => other.of === of && other.index === index));
}

/** The values, each belonging to a choice as well; those that the choice excludes are left out. */
export function chosen(values: readonly Value[], choices: readonly Choice[]): readonly Value[] {
  if (choices.length === 0) return values;
  return values.flatMap((value) => chosenValue(value, choices) ?? []);
}

/** A collection's items belong to the choice, since it is only they that reach a text. */
function chosenValue(value: Value, choices: readonly Choice[]): Value | null {
  const joined = joinChoices(choicesOf(value), choices);
  if (joined === null) return null;
  switch (value.form) {
    case 'list':
      return new HeldList(() => value.items.map((item) => chosen(item, choices)), value.place, joined, isOrdered(value));
    case 'record': {
      const entries = () => value.entries.map((entry) => entryWith(entry, () => chosen(entry.values(), choices)));
      return new ChosenRecord(entries, value.place, joined);
    }
    case 'text':
    case 'thing':
    case 'unknown':
      return withChoices(value, joined);
  }
}

/** A value that belongs to other choices than before; what it holds keeps its own. */
export function withChoices(value: Value, choices: readonly Choice[]): Value {
  switch (value.form) {
    case 'text':
      return textValue(value.text, choices);
    case 'list':
      return new HeldList(() => value.items, value.place, choices, isOrdered(value));
    case 'record':
      return new ChosenRecord(() => value.entries, value.place, choices);
    case 'thing':
      return value instanceof ProjectThing ? new ProjectThing(value.path, value.calls, value.target, choices) : value;
    case 'unknown':
      return value;
  }
}

/** The values without the choices made inside a function or comprehension that is left. */
export function withoutChoicesIn(values: readonly Value[], left: Node): readonly Value[] {
  return values.map((value) => {
    const choices = choicesOf(value);
    const kept = choices.filter(({ of }) => of.start < left.start || of.end > left.end);
    if (value instanceof ChosenText) return kept.length === choices.length ? value : textValue(value.text, kept);
    if (value.form === 'list') {
      const items = () => value.items.map((item) => withoutChoicesIn(item, left));
      return new HeldList(items, value.place, kept, isOrdered(value));
    }
    if (value.form !== 'record') return value;
    const entries = () => value.entries.map((entry) => entryWith(entry, () => withoutChoicesIn(entry.values(), left)));
    return new ChosenRecord(entries, value.place, kept);
  });
}

/** None names nothing: where there are other alternatives, it is none. */
export function withoutNone(values: readonly Value[]): readonly Value[] {
  if (values.length < 2 || !values.some(isNone)) return values;
  const others = values.filter((value) => !isNone(value));
  return others.length === 0 ? values.slice(0, 1) : others;
}

/** What a member of an enumeration holds, seen at `place`. */
export function memberText(member: MemberTarget, place: Place): readonly Value[] {
  return follow(member.values, member.step, place);
}
