import type { Call, TextValue, ThingValue, UnknownValue, Value } from '../facts.js';
import type { Place } from '../../references/source.js';
import type { Step, Text } from '../../references/text.js';
import type { ClassDefinition, Expression, FunctionDefinition, Lambda, Node } from './syntax.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frames.js';
import type { Scope } from './scopes.js';
import { follow } from './following.js';

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
  return value instanceof ChosenText || value instanceof ProjectThing ? value.choices : NO_CHOICES;
}

export function targetOf(value: Value): Target | null {
  return value instanceof ProjectThing ? value.target : null;
}

export function isNone(value: Value): boolean {
  return value instanceof ConstantValue && value.raw === 'None';
}

/** Whether nothing but perhaps a name is known of a value. */
export function isOpaque(value: Value): boolean {
  switch (value.form) {
    case 'unknown':
      return !(value instanceof ConstantValue);
    case 'thing':
      return value.path.startsWith('~') || value.path === '?';
    case 'text':
      return value.text.form === 'hole';
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
    case 'text':
      return new ChosenText(value.text, joined);
    case 'list':
      return { ...value, items: value.items.map((item) => chosen(item, choices)) };
    case 'record': {
      const entries = value.entries.map((entry) => ({
        key: entry.key,
        place: entry.place,
        values: () => chosen(entry.values(), choices),
      }));
      return { ...value, entries };
    }
    case 'thing':
      return value instanceof ProjectThing
        ? new ProjectThing(value.path, value.calls, value.target, joined)
        : value;
    case 'unknown':
      return value;
  }
}

/** The values without the choices made inside a function or comprehension that is left. */
export function withoutChoicesIn(values: readonly Value[], left: Node): readonly Value[] {
  return values.map((value) => {
    if (!(value instanceof ChosenText)) return value;
    const kept = value.choices.filter(({ of }) => of.start < left.start || of.end > left.end);
    return kept.length === value.choices.length ? value : textValue(value.text, kept);
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
