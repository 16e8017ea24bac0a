import { MOST_ALTERNATIVES } from '../../facts.js';
import type { Value } from '../../facts.js';
import { isKnown } from '../../../references/text.js';
import { COMPARISONS, isIn, isPart, isSure, isSureText, or, same } from './comparisons.js';
import type { Evaluator } from './evaluator.js';
import { choicesOf, chosen, ConstantValue, HeldList, isFalse, isOrdered, joinChoices, unknown } from './forms.js';
import type { Choice } from './forms.js';
import { frameFor } from './frames.js';
import type { Frame } from './frames.js';
import { blockAt, isInLoop, isInside, loopOf, reachingBindings } from './reaching.js';
import { positional } from '../survey/expression-queries.js';
import { resolve } from '../survey/scopes.js';
import type { Binding, Block, Scope } from '../survey/scopes.js';
import type { Expression, If, Match, Node } from '../syntax/syntax.js';

type Case = Match['cases'][number];

/**
 * Whether a condition holds, for one turn of a loop or one call of a function; null where that is not
 * known. Only what such a turn or call decides is looked at: a switch (`if PRODUCTION:`) or a default
 * of the environment may be set otherwise, and each of its branches holds names.
 */
interface Outcome {
  readonly holds: boolean | null;
  readonly choices: readonly Choice[];
  /** Whether there may be callers elsewhere of which nothing is known: what none of those here decides stays. */
  readonly isPartial?: boolean;
}

const OPEN: readonly Outcome[] = [{ holds: null, choices: [] }];
const ALWAYS: readonly Outcome[] = [{ holds: true, choices: [] }];

/** The values of the two arms of a conditional, each for the turns and calls in which its arm is taken. */
export function underTest(
  evaluator: Evaluator,
  test: Expression,
  scope: Scope,
  frame: Frame | null,
): { readonly whereTrue: Filter; readonly whereFalse: Filter } {
  const outcomes = outcomesOf(evaluator, test, scope, frame);
  return { whereTrue: filterOf(outcomes), whereFalse: filterOf(negated(outcomes)) };
}

/** The values for the turns in which all conditions hold. */
export function underAll(
  evaluator: Evaluator,
  tests: readonly Expression[],
  scope: Scope,
  frame: Frame | null,
): Filter {
  let outcomes = ALWAYS;
  for (const test of tests) outcomes = both(outcomes, outcomesOf(evaluator, test, scope, frame));
  return filterOf(outcomes);
}

/**
 * The values of an expression where it stands, for those turns of the loops around that come to it. In a
 * call none are left where the call does not come to it; elsewhere all of them, since what is known of
 * the loop may not be all.
 */
export function reachedValues(
  evaluator: Evaluator,
  node: Expression,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] {
  const values = evaluator.values(node, scope, frame);
  if (!values.some((value) => choicesOf(value).length > 0)) return values;
  let reached = whereReached(evaluator, scope, node.start, frame)(values);
  for (let at = scope; at.form === 'comprehension' && at.parent !== null; at = at.parent) {
    reached = whereReached(evaluator, at.parent, node.start, frame)(reached);
  }
  return reached.length === 0 && frame === null ? values : reached;
}

/** The values of an expression at `offset` for those turns and those calls of the function around that come to it. */
export function whereReached(evaluator: Evaluator, scope: Scope, offset: number, frame: Frame | null): Filter {
  const called = frame?.scope === scope;
  let outcomes = ALWAYS;
  for (let at: Block | null = blockAt(scope.root, offset); at !== null; at = at.parent) {
    outcomes = both(outcomes, armOutcomes(evaluator, at, scope, frame));
    // What leaves before is looked at in the function that is called, whose body is short, and in a loop.
    if (!called && !isInLoop(at)) continue;
    for (const earlier of at.children) {
      if (earlier.start >= offset) break;
      if (earlier.end > offset || earlier.fork?.form !== 'choice' || !(earlier.leaves || earlier.skips)) continue;
      outcomes = both(outcomes, negated(armOutcomes(evaluator, earlier, scope, frame)));
    }
  }
  return filterOf(outcomes);
}

/**
 * The values of a binding for those turns and calls in which no branch between it and a use at `offset`
 * binds the name anew.
 */
export function whereKept(
  evaluator: Evaluator,
  binding: Binding,
  bindings: readonly Binding[],
  offset: number,
  frame: Frame | null,
): Filter {
  let outcomes = ALWAYS;
  for (const later of bindings) {
    if (later.scope !== binding.scope || later.from <= binding.from || later.from > offset) continue;
    if (loopOf(later.block) !== loopOf(binding.block)) continue;
    let taken = ALWAYS;
    for (let at: Block | null = later.block; at !== null && !isInside(binding.block, at); at = at.parent) {
      taken = both(taken, at.fork?.form === 'choice' ? armOutcomes(evaluator, at, later.scope, frame) : OPEN);
    }
    if (taken !== ALWAYS) outcomes = both(outcomes, negated(taken));
  }
  return filterOf(outcomes);
}

export type Filter = (values: readonly Value[]) => readonly Value[];

const all: Filter = (values) => values;

function filterOf(outcomes: readonly Outcome[]): Filter {
  const open = outcomes.filter(({ holds }) => holds !== false);
  if (open.some(({ choices }) => choices.length === 0)) return all;
  const isPartial = outcomes.some((outcome) => outcome.isPartial === true);
  const deciding = isPartial ? new Set(outcomes.flatMap(({ choices }) => choices.map(({ of }) => of))) : null;
  return (values) => {
    const kept = open.flatMap(({ choices }) => chosen(values, choices));
    if (deciding !== null) kept.push(...values.flatMap((value) => whatever(deciding, value)));
    return kept.slice(0, MOST_ALTERNATIVES);
  };
}

/** A text, or a list with such, in which none of the deciding choices has a part; nothing for another value. */
function whatever(deciding: ReadonlySet<Node>, value: Value): readonly Value[] {
  if (choicesOf(value).some(({ of }) => deciding.has(of))) return [];
  if (value.form === 'text') return [value];
  if (value.form !== 'list') return [];
  const items = value.items.map((item) => item.flatMap((one) => whatever(deciding, one)));
  if (items.every((item) => item.length === 0)) return [];
  const known = items.map((item) => (item.length === 0 ? [unknown(value.place)] : item));
  return [new HeldList(() => known, value.place, choicesOf(value), isOrdered(value))];
}

/** Whether an arm of an `if` or `match` is the one that is taken. */
function armOutcomes(
  evaluator: Evaluator,
  arm: Block,
  scope: Scope,
  frame: Frame | null,
): readonly Outcome[] {
  const { fork } = arm;
  if (fork?.form !== 'choice') return ALWAYS;
  const index = fork.arms.indexOf(arm);
  const { node } = fork;
  if (isIf(node)) return armOfIf(evaluator, node, index, scope, frame);
  return isMatch(node) ? armOfMatch(evaluator, node, index, scope, frame) : ALWAYS;
}

function isIf(node: Node): node is If {
  return 'type' in node && node.type === 'If';
}

function isMatch(node: Node): node is Match {
  return 'type' in node && node.type === 'Match';
}

function armOfIf(
  evaluator: Evaluator,
  first: If,
  index: number,
  scope: Scope,
  frame: Frame | null,
): readonly Outcome[] {
  let outcomes = ALWAYS;
  let at = first;
  for (let arm = 0; ; arm++) {
    const own = outcomesOf(evaluator, at.test, scope, frame);
    if (arm === index) return both(outcomes, own);
    outcomes = both(outcomes, negated(own));
    const [next] = at.orelse;
    if (at.orelse.length !== 1 || next?.type !== 'If') return outcomes;
    at = next;
  }
}

function armOfMatch(
  evaluator: Evaluator,
  { subject, cases }: Match,
  index: number,
  scope: Scope,
  frame: Frame | null,
): readonly Outcome[] {
  const values = decidable(evaluator, subject, scope, frame);
  if (values === null) return OPEN;
  let outcomes = ALWAYS;
  for (const [at, one] of cases.entries()) {
    const own = matches(evaluator, values, one, scope);
    if (at === index) return both(outcomes, own);
    outcomes = both(outcomes, negated(own));
  }
  return outcomes;
}

/** Whether a pattern of literals, or alternatives of them, or `_`, fits. */
function matches(
  evaluator: Evaluator,
  values: readonly Value[],
  { pattern, guard }: Case,
  scope: Scope,
): readonly Outcome[] {
  if (guard !== null) return OPEN;
  if (pattern.type === 'Identifier') return ALWAYS;
  const literals = literalsIn(pattern);
  if (literals === null) return OPEN;
  const patterns = literals.flatMap((literal) => evaluator.values(literal, scope, null));
  return values.map((value) => ({
    holds: patterns.map((other) => same(value, other)).reduce(or, false),
    choices: choicesOf(value),
  }));
}

function literalsIn(pattern: Expression): readonly Expression[] | null {
  if (pattern.type === 'StringLiteral' || pattern.type === 'Constant') return [pattern];
  if (pattern.type === 'Named') return literalsIn(pattern.value);
  if (pattern.type !== 'Binary' || pattern.operator !== '|') return null;
  const [left, right] = [literalsIn(pattern.left), literalsIn(pattern.right)];
  return left === null || right === null ? null : [...left, ...right];
}

function outcomesOf(
  evaluator: Evaluator,
  test: Expression,
  scope: Scope,
  frame: Frame | null,
): readonly Outcome[] {
  switch (test.type) {
    case 'Unary':
      return test.operator === 'not' ? negated(outcomesOf(evaluator, test.operand, scope, frame)) : OPEN;
    case 'Boolean': {
      const left = outcomesOf(evaluator, test.left, scope, frame);
      const right = outcomesOf(evaluator, test.right, scope, frame);
      return test.operator === 'and' ? both(left, right) : negated(both(negated(left), negated(right)));
    }
    case 'Compare':
      return compared(evaluator, test, scope, frame);
    case 'Call':
      return calledTest(evaluator, test, scope, frame);
    default: {
      const values = decidable(evaluator, test, scope, frame);
      return values === null ? OPEN : values.map((value) => ({ holds: truthOf(value), choices: choicesOf(value) }));
    }
  }
}

type Compare = Extract<Expression, { type: 'Compare' }>;

/** `layer == "bronze"`, `layer in ("bronze", "silver")`, `layer is None`. */
function compared(evaluator: Evaluator, test: Compare, scope: Scope, frame: Frame | null): readonly Outcome[] {
  const count = test.operators.length === 1 ? counted(evaluator, test, scope, frame) : null;
  if (count !== null) return count;
  const [operator] = test.operators;
  const [left, right] = test.operands;
  if (test.operators.length !== 1 || operator === undefined || left === undefined || right === undefined) return OPEN;
  const comparison = COMPARISONS.get(operator);
  if (comparison?.holds === isIn && left.type === 'StringLiteral') {
    const outcomes = containing(evaluator, left, right, scope, frame);
    return comparison.negates ? negated(outcomes) : outcomes;
  }
  const values = comparison === undefined ? null : decidable(evaluator, left, scope, frame);
  if (comparison === undefined || values === null) return OPEN;
  const others = evaluator.values(right, scope, frame);
  const outcomes = values.flatMap((value) =>
    others.flatMap((other): readonly Outcome[] => {
      const choices = joinChoices(choicesOf(value), choicesOf(other));
      return choices === null ? [] : [{ holds: isSure(other) ? comparison.holds(value, other) : null, choices }];
    }),
  );
  return comparison.negates ? negated(outcomes) : outcomes;
}

/** `"." in table`: whether a text is a part of another. */
function containing(evaluator: Evaluator, part: Expression, whole: Expression, scope: Scope, frame: Frame | null): readonly Outcome[] {
  const [sought, ...others] = evaluator.values(part, scope, null);
  if (sought?.form !== 'text' || others.length > 0 || !isSureText(sought.text)) return OPEN;
  const { flat } = sought.text;
  return ofPassed(evaluator, whole, scope, frame, (value) => (value.form === 'text' ? isPart(flat, value.text) : isIn(sought, value)));
}

/** `len(parts) == 2`, `table.count(".") > 1`. */
function counted(evaluator: Evaluator, { operators, operands }: Compare, scope: Scope, frame: Frame | null): readonly Outcome[] | null {
  const [left, right] = operands;
  const compare = COUNT_COMPARISONS.get(operators[0] ?? '');
  if (left?.type !== 'Call' || right?.type !== 'Constant' || compare === undefined || !/^\d+$/.test(right.raw)) return null;
  const [argument, ...others] = positional(left);
  if (argument === undefined || others.length > 0) return null;
  const limit = Number(right.raw);
  if (left.callee.type === 'Identifier' && left.callee.name === 'len') {
    return ofPassed(evaluator, argument, scope, frame, (value) =>
      value.form === 'list' && isOrdered(value) && value.items.every((item) => item.every(isSure)) ? compare(value.items.length, limit) : null,
    );
  }
  if (left.callee.type !== 'Attribute' || left.callee.attribute.name !== 'count' || argument.type !== 'StringLiteral') return null;
  const [sought] = evaluator.values(argument, scope, null);
  if (sought?.form !== 'text' || !isSureText(sought.text)) return null;
  return ofPassed(evaluator, left.callee.object, scope, frame, (value) =>
    value.form === 'text' && isSureText(value.text) ? compare(value.text.flat.split(sought.text.flat).length - 1, limit) : null,
  );
}

const COUNT_COMPARISONS: ReadonlyMap<string, (count: number, limit: number) => boolean> = new Map([
  ['==', (count, limit) => count === limit],
  ['!=', (count, limit) => count !== limit],
  ['>', (count, limit) => count > limit],
  ['>=', (count, limit) => count >= limit],
  ['<', (count, limit) => count < limit],
  ['<=', (count, limit) => count <= limit],
]);

/**
 * What holds of an operand for the turns and calls that decide it, and for what each caller of the same
 * file passes: for conditions that ask how a text is to be taken apart, not which of several is meant.
 */
function ofPassed(
  evaluator: Evaluator,
  operand: Expression,
  scope: Scope,
  frame: Frame | null,
  holds: (value: Value) => boolean | null,
): readonly Outcome[] {
  const decided = decidable(evaluator, operand, scope, frame);
  if (decided !== null) return decided.map((value) => ({ holds: holds(value), choices: choicesOf(value) }));
  const values = passedValues(evaluator, operand, scope, frame);
  return values?.map((value) => ({ holds: holds(value), choices: choicesOf(value), isPartial: true })) ?? OPEN;
}

/** The values of a parameter, or of a name for what is made of one, as each caller passes it; null for what is none. */
function passedValues(evaluator: Evaluator, operand: Expression, scope: Scope, frame: Frame | null): readonly Value[] | null {
  const named = onlyBinding(operand, scope);
  const binding = named?.form === 'assignment' ? onlyBinding(named.value, named.scope) : named;
  if (binding?.form !== 'parameter') return null;
  const values = evaluator.values(operand, scope, frame);
  const isCall = frameFor(binding.scope, frame)?.scope === binding.scope;
  return isCall || values.every((value) => choicesOf(value).length > 0) ? values : null;
}

/** `layer.startswith("kol")` and `endswith`. */
function calledTest(
  evaluator: Evaluator,
  test: Extract<Expression, { type: 'Call' }>,
  scope: Scope,
  frame: Frame | null,
): readonly Outcome[] {
  const { callee } = test;
  const [argument] = test.arguments;
  if (callee.type !== 'Attribute' || test.arguments.length !== 1 || argument === undefined) return OPEN;
  const method = callee.attribute.name;
  if (method !== 'startswith' && method !== 'endswith') return OPEN;
  const values = decidable(evaluator, callee.object, scope, frame);
  const [part, ...more] = evaluator.values(argument.value, scope, frame);
  if (values === null || part?.form !== 'text' || more.length > 0 || !isSureText(part.text)) return OPEN;
  const { flat } = part.text;
  return values.map((value): Outcome => {
    const known = value.form === 'text' && isKnown(value.text.flat) ? value.text.flat : null;
    if (known === null) return { holds: null, choices: choicesOf(value) };
    return { holds: method === 'startswith' ? known.startsWith(flat) : known.endsWith(flat), choices: choicesOf(value) };
  });
}

function truthOf(value: Value): boolean | null {
  if (isFalse(value)) return false;
  if (value.form === 'text') return isKnown(value.text.flat) ? true : null;
  if (value instanceof ConstantValue) return true;
  return value.form === 'list' ? value.items.length > 0 : null;
}

/**
 * The values of an operand that a turn of a loop or the call at hand decides; null where neither does,
 * or one of them may be set from outside.
 */
function decidable(
  evaluator: Evaluator,
  operand: Expression,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] | null {
  const binding = onlyBinding(operand, scope);
  if (binding === null) return null;
  const passed = binding.form === 'parameter' && frameFor(binding.scope, frame)?.scope === binding.scope;
  if (!passed && binding.form !== 'loop') return null;
  const values = evaluator.values(operand, scope, frame);
  if (values.length === 0 || !values.every(isSure)) return null;
  // Without choices a loop's target is not told apart by turns.
  return passed || values.every((value) => choicesOf(value).length > 0) ? values : null;
}

/** What binds the name that an operand begins with, where that is only one. */
function onlyBinding(operand: Expression, scope: Scope): Binding | null {
  const root = rootOf(operand);
  const found = root === null ? null : resolve(scope, root);
  if (root === null || found === null) return null;
  const all = found.scope.bindings.get(root) ?? [];
  const [binding, ...others] = found.inOrder ? reachingBindings(all, found.scope, operand.start) : all;
  return others.length > 0 || binding === undefined ? null : binding;
}

/** The name that an operand begins with: `table` in `table["layer"].lower()`. */
function rootOf(operand: Expression): string | null {
  switch (operand.type) {
    case 'Identifier':
      return operand.name;
    case 'Subscript':
    case 'Attribute':
      return rootOf(operand.object);
    case 'Call':
      return operand.callee.type === 'Attribute' ? rootOf(operand.callee.object) : null;
    default:
      return null;
  }
}

function both(left: readonly Outcome[], right: readonly Outcome[]): readonly Outcome[] {
  if (left === ALWAYS) return right;
  if (right === ALWAYS) return left;
  const outcomes: Outcome[] = [];
  for (const one of left) {
    for (const other of right) {
      const choices = joinChoices(one.choices, other.choices);
      if (choices === null) continue;
      if (outcomes.length === MOST_ALTERNATIVES) return OPEN;
      outcomes.push({ holds: and(one.holds, other.holds), choices, isPartial: one.isPartial === true || other.isPartial === true });
    }
  }
  return outcomes;
}

function negated(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.map((outcome) => ({ ...outcome, holds: outcome.holds === null ? null : !outcome.holds }));
}

function and(left: boolean | null, right: boolean | null): boolean | null {
  if (left === false || right === false) return false;
  return left === null || right === null ? null : true;
}
