import type { Entry, Value } from '../../facts.js';
import type { Binary, Boolean, Conditional, Dictionary, Expression, StringLiteral } from '../syntax/syntax.js';
import type { Place } from '../../../references/source.js';
import type { Hole } from '../../../references/text.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frames.js';
import type { Scope } from '../survey/scopes.js';
import { entriesOfAny, itemsOfAny } from './of-any.js';
import { callValues } from './calls.js';
import { comprehensionValues, entriesUnder, lookUp, replacing } from './collections.js';
import { underTest } from './conditions.js';
import { follow } from './following.js';
import { formatWithPercent, interpolated } from './formatting.js';
import { chosen, ConstantValue, isFalse, isNone, isOpaque, isOrdered, ProjectThing, unknown, unordered, withoutNone } from './forms.js';
import { joinTexts, synthetic } from './joining.js';
import type { JoinedPart } from './joining.js';
import { attributeValues } from './members.js';
import { nameValues } from './names.js';
import { isPath } from './paths.js';

/** So many items of a list or dictionary are followed; longer ones hold no names of resources. */
const MOST_ITEMS = 2_000;

/** What an expression gives, by its form. Ask `Evaluator.values`, which remembers and bounds. */
export function expressionValues(
  evaluator: Evaluator,
  node: Expression,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] {
  switch (node.type) {
    case 'Identifier':
      return nameValues(evaluator, node, scope, frame);
    case 'StringLiteral':
      return stringValues(evaluator, node, scope, frame);
    case 'Constant':
      return [new ConstantValue(node.raw, evaluator.place(node))];
    case 'Attribute':
      return attributeValues(evaluator, node, scope, frame);
    case 'Subscript':
      return lookUp(evaluator, node, scope, frame);
    case 'Call':
      return callValues(evaluator, node, scope, frame);
    case 'Binary':
      return binaryValues(evaluator, node, scope, frame);
    case 'Boolean':
      return booleanValues(evaluator, node, scope, frame);
    case 'Conditional':
      return conditionalValues(evaluator, node, scope, frame);
    case 'Sequence':
      return [sequenceValue(evaluator, node, scope, frame)];
    case 'Dictionary':
      return [
        { form: 'record', entries: entriesOf(evaluator, node, scope, frame), place: evaluator.place(node) },
      ];
    case 'Comprehension':
      return comprehensionValues(evaluator, node, frame);
    case 'Lambda':
      return lambdaValues(evaluator, node, scope, frame);
    case 'Named':
    case 'Starred':
      return evaluator.values(node.value, scope, frame);
    case 'Await':
      if (node.value === null || node.form !== 'await') return [unknown(evaluator.place(node))];
      return evaluator.values(node.value, scope, frame);
    case 'Unary':
      return [negative(evaluator, node) ?? unknown(evaluator.place(node))];
    case 'Compare':
    case 'Slice':
    case 'Unreadable':
      return [unknown(evaluator.place(node))];
  }
}

/** `-1`, the only operand that is followed. */
function negative(evaluator: Evaluator, node: Extract<Expression, { type: 'Unary' }>): Value | null {
  const { operator, operand } = node;
  if (operator !== '-' || operand.type !== 'Constant' || !/^\d+$/.test(operand.raw)) return null;
  return new ConstantValue(`-${operand.raw}`, evaluator.place(node));
}

function stringValues(
  evaluator: Evaluator,
  node: StringLiteral,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] {
  const values = interpolated(evaluator, node, (value) => evaluator.values(value, scope, frame));
  return evaluator.rendering()?.rendered(node, values, frame) ?? values;
}

function lambdaValues(
  evaluator: Evaluator,
  node: Extract<Expression, { type: 'Lambda' }>,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] {
  const inner = evaluator.survey.scopes.get(node) ?? scope;
  return [
    new ProjectThing('?', [], {
      form: 'function',
      definition: node,
      scope: inner,
      evaluator,
      outer: frame,
      receiver: null,
    }),
  ];
}

function sequenceValue(
  evaluator: Evaluator,
  node: Extract<Expression, { type: 'Sequence' }>,
  scope: Scope,
  frame: Frame | null,
): Value {
  const items: (readonly Value[])[] = [];
  let ordered = node.form !== 'set';
  for (const item of node.items.slice(0, MOST_ITEMS)) {
    const values = evaluator.values(item, scope, frame);
    const only = values[0];
    if (item.type === 'Starred' && values.length === 1 && only?.form === 'list') {
      items.push(...only.items);
      ordered &&= isOrdered(only);
    } else {
      items.push(values);
      ordered &&= item.type !== 'Starred';
    }
  }
  const place = evaluator.place(node);
  return ordered ? { form: 'list', items, place } : unordered(items, place);
}

function entriesOf(
  evaluator: Evaluator,
  node: Dictionary,
  scope: Scope,
  frame: Frame | null,
): readonly Entry[] {
  let entries: Entry[] = [];
  let spread = false;
  for (const { key, value } of node.entries.slice(0, MOST_ITEMS)) {
    const values = () => evaluator.values(value, scope, frame);
    if (key === null) {
      spread = true;
      entries = replacing(entries, entriesOfAny(values()));
      continue;
    }
    const place = evaluator.place({ start: key.start, end: value.end });
    const own = entriesUnder(evaluator.values(key, scope, frame), evaluator.place(key), place, values);
    if (spread) entries = replacing(entries, own);
    else entries.push(...own);
  }
  return entries;
}

function binaryValues(
  evaluator: Evaluator,
  node: Binary,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] {
  switch (node.operator) {
    case '+':
      return addition(evaluator, node, scope, frame);
    case '%':
      return formatWithPercent(
        evaluator,
        node,
        evaluator.values(node.left, scope, frame),
        evaluator.values(node.right, scope, frame),
      );
    case '/':
      return division(evaluator, node, scope, frame);
    case '|':
      return union(evaluator, node, scope, frame);
    default:
      return [unknown(evaluator.place(node))];
  }
}

/** The operands of a chain of one operator, left to right: a long chain must not go deep. */
function operandsOf(node: Binary): readonly Expression[] {
  const operands: Expression[] = [];
  let at: Expression = node;
  while (at.type === 'Binary' && at.operator === node.operator) {
    operands.push(at.right);
    at = at.left;
  }
  operands.push(at);
  return operands.reverse();
}

function addition(evaluator: Evaluator, node: Binary, scope: Scope, frame: Frame | null): readonly Value[] {
  const parts: JoinedPart[] = operandsOf(node).map((operand) => ({
    values: evaluator.values(operand, scope, frame),
    place: evaluator.place(operand),
  }));
  return added(parts, evaluator.place(node)) ?? [unknown(evaluator.place(node))];
}

/** The values of texts or lists put behind each other; null where neither is known. */
export function added(parts: readonly JoinedPart[], place: JoinedPart['place']): readonly Value[] | null {
  const known = parts.flatMap((part) => part.values);
  if (known.some((value) => value.form === 'text' || isTextMember(value))) return joinTexts(parts, place);
  if (!known.some((value) => value.form === 'list')) return null;
  return [{ form: 'list', items: parts.flatMap((part) => itemsOfAny(part.values)), place }];
}

function isTextMember(value: Value): boolean {
  return value instanceof ProjectThing && value.target.form === 'member' && value.target.isText;
}

/** `Path(a) / "b"`: text with slashes between, where an operand is a path or text. */
function division(evaluator: Evaluator, node: Binary, scope: Scope, frame: Frame | null): readonly Value[] {
  const place = evaluator.place(node);
  const operands = operandsOf(node);
  const values = operands.map((operand) => evaluator.values(operand, scope, frame));
  if (!values.some((alternatives) => alternatives.some((value) => value.form === 'text' || isPath(value)))) {
    return [unknown(place)];
  }
  const parts: JoinedPart[] = [];
  operands.forEach((operand, index) => {
    const own = evaluator.place(operand);
    if (index > 0) parts.push({ values: [synthetic('/', own)], place: own });
    parts.push({ values: values[index] ?? [], place: own });
  });
  return joinTexts(parts, place);
}

function union(evaluator: Evaluator, node: Binary, scope: Scope, frame: Frame | null): readonly Value[] {
  const sides = [...evaluator.values(node.left, scope, frame), ...evaluator.values(node.right, scope, frame)];
  return united(sides, evaluator.place(node));
}

/** The sets or dictionaries as one. */
export function united(sides: readonly Value[], place: Place): readonly Value[] {
  if (sides.some((value) => value.form === 'list')) {
    return [unordered(itemsOfAny(sides), place)];
  }
  let entries: Entry[] = [];
  for (const side of sides) entries = replacing(entries, entriesOfAny([side]));
  return entries.length === 0 ? [unknown(place)] : [{ form: 'record', entries, place }];
}

function booleanValues(
  evaluator: Evaluator,
  node: Boolean,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] {
  const left = evaluator.values(node.left, scope, frame);
  const right = evaluator.values(node.right, scope, frame);
  return node.operator === 'and' ? right : orElse(left, right, evaluator, node);
}

/**
 * What `left or right` gives: where something is known on the left, that; otherwise what stands on
 * the right in case nothing is given, as with a default.
 */
function orElse(
  left: readonly Value[],
  right: readonly Value[],
  evaluator: Evaluator,
  node: Boolean,
): readonly Value[] {
  const kept = left.filter((value) => !isFalse(value) && !isOpaque(value));
  const open = left.length !== kept.length || kept.some((value) => value.form !== 'text');
  if (!open) return kept;
  const read = left.map(holeIn).find((hole) => hole?.env != null);
  if (read == null) return [...kept, ...right];
  const { env, place } = read;
  const step = { origin: 'env-default' as const, label: env ?? '', place, env };
  return [...kept, ...follow(right, step, evaluator.place(node))];
}

/** The hole that a value is and nothing else, however many names lead to it. */
function holeIn(value: Value): Hole | null {
  if (value.form !== 'text') return null;
  let { text } = value;
  while (text.form === 'followed') ({ text } = text);
  return text.form === 'hole' ? text : null;
}

function conditionalValues(
  evaluator: Evaluator,
  node: Conditional,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] {
  const body = evaluator.values(node.body, scope, frame);
  const orelse = evaluator.values(node.orelse, scope, frame);
  // `x if x else d` and `x if x is not None else d` are `x or d`.
  const tested = node.test.type === 'Compare' ? node.test.operands[0] : node.test;
  const same = tested !== undefined && evaluator.textOf(tested) === evaluator.textOf(node.body);
  if (same) return [...body.filter((value) => !isFalse(value) && !isOpaque(value)), ...orelse];
  const { whereTrue, whereFalse } = underTest(evaluator, node.test, scope, frame);
  const choices = (index: number) => [{ of: node, index }];
  return [
    ...chosen(whereTrue(withoutNone(body)), choices(0)),
    ...chosen(whereFalse(withoutNone(orelse)), choices(1)),
  ].filter((value, _, all) => !isNone(value) || all.length === 1);
}
