import type { TSESTree } from '@typescript-eslint/utils';
import { stepped, union } from './compose.js';
import type { Evaluator } from './evaluator.js';
import { readsVariable } from './environment.js';
import { type Frame, frameOf } from './frame.js';
import { parameterValues, remainingArguments } from './functions.js';
import { type Values, isUnresolved } from './things.js';
import { type Node, isFunction, writtenKey } from './tree.js';

interface Bound {
  readonly values: Values;
  /** Whether a function's parameter binds them: then their steps are already told. */
  readonly isParameter: boolean;
}

/**
 * What a name or pattern is bound to where it stands: by a declarator, an assignment, a loop, a
 * parameter, or a longer pattern around it.
 */
export function patternValues(evaluator: Evaluator, node: Node, frame: Frame | null): Bound {
  const outer = evaluator.index.parentOf(node);
  if (outer === null) return constant([]);
  switch (outer.type) {
    case 'VariableDeclarator':
      return constant(declaredValues(evaluator, outer, frame));
    case 'AssignmentExpression':
      return constant(evaluator.evaluate(outer.right, frame));
    case 'ForOfStatement':
      return constant(itemsOf(evaluator.evaluate(outer.right, frame)));
    case 'ForInStatement':
      return constant(keysOf(evaluator.evaluate(outer.right, frame)));
    case 'AssignmentPattern':
      return outer.left === node ? defaulted(evaluator, outer, frame) : constant([]);
    case 'Property':
      return propertyValues(evaluator, outer, frame);
    case 'ArrayPattern':
      return elementValues(evaluator, outer, node, frame);
    case 'RestElement':
      return restValues(evaluator, outer, frame);
    case 'TSParameterProperty':
      return patternValues(evaluator, outer, frame);
    default:
      if (!isFunction(outer)) return constant([]);
      return { values: parameterValues(evaluator, outer, node, frame), isParameter: true };
  }
}

function constant(values: Values): Bound {
  return { values, isParameter: false };
}

function declaredValues(
  evaluator: Evaluator,
  node: TSESTree.VariableDeclarator,
  frame: Frame | null,
): Values {
  if (node.init !== null) return evaluator.evaluate(node.init, frame);
  const declaration = evaluator.index.parentOf(node);
  return declaration === null ? [] : patternValues(evaluator, declaration, frame).values;
}

/** What each turn of a loop over the values gives. */
export function itemsOf(values: Values): Values {
  return union(
    ...values.map((value): Values => {
      if (value.form === 'list') return union(...value.items);
      return value.form === 'unknown' ? [value] : [];
    }),
  );
}

function keysOf(values: Values): Values {
  return values.flatMap((value) =>
    value.form === 'record' ? value.entries.map(({ key }) => ({ form: 'text' as const, text: key })) : [],
  );
}

/**
 * A pattern's default. A parameter may be given a value by its callers and may not, so the default
 * stands beside theirs, unless one call is being evaluated.
 */
function defaulted(evaluator: Evaluator, node: TSESTree.AssignmentPattern, frame: Frame | null): Bound {
  const { values, isParameter } = patternValues(evaluator, node, frame);
  const known = values.filter((value) => !isUnresolved(value));
  const called = isParameter && frame !== null && known.length > 0;
  const certain =
    known.length > 0 && known.every((value) => !(value.form === 'text' && readsVariable(value.text)));
  if (certain && (called || !isParameter)) return { values: called ? values : known, isParameter };
  // What a call gives stands, though nothing be known of it.
  if (values.length > 0 && known.length === 0 && isOfCall(evaluator, node, frame)) return { values, isParameter };
  const given = evaluator.evaluate(node.right, frame);
  const { left } = node;
  const step = {
    origin: 'parameter-default',
    label: left.type === 'Identifier' ? left.name : evaluator.label(left),
    place: evaluator.place(node),
    env: null,
  } as const;
  const readsEnvironment = known.some((value) => value.form === 'text' && readsVariable(value.text));
  const defaults = isParameter && !readsEnvironment ? stepped(given, step, evaluator.place(node)) : given;
  return { values: evaluator.withDefault(values, defaults, node.right, node), isParameter };
}

/** Whether a whole parameter is one of a call that is being evaluated. */
function isOfCall(evaluator: Evaluator, node: TSESTree.AssignmentPattern, frame: Frame | null): boolean {
  const outer = evaluator.index.parentOf(node);
  return outer !== null && isFunction(outer) && frameOf(outer, frame) !== null;
}

function propertyValues(evaluator: Evaluator, property: TSESTree.Property, frame: Frame | null): Bound {
  const pattern = evaluator.index.parentOf(property);
  if (pattern?.type !== 'ObjectPattern') return constant([]);
  const { values, isParameter } = patternValues(evaluator, pattern, frame);
  const key = writtenKey(property.key, property.computed);
  const origin = isParameter ? 'argument' : null;
  return { values: evaluator.members(values, key, property.key, origin), isParameter };
}

function elementValues(
  evaluator: Evaluator,
  pattern: TSESTree.ArrayPattern,
  node: Node,
  frame: Frame | null,
): Bound {
  const { values, isParameter } = patternValues(evaluator, pattern, frame);
  const index = pattern.elements.findIndex((element) => element === node);
  const items = values.map((value): Values => {
    if (value.form !== 'list') return [];
    return value.isLoose === true ? union(...value.items) : (value.items[index] ?? []);
  });
  return { values: union(...items), isParameter };
}

function restValues(evaluator: Evaluator, node: TSESTree.RestElement, frame: Frame | null): Bound {
  const outer = evaluator.index.parentOf(node);
  if (outer !== null && isFunction(outer)) {
    return { values: remainingArguments(evaluator, outer, node, frame), isParameter: true };
  }
  if (outer?.type === 'ObjectPattern') return patternValues(evaluator, outer, frame);
  if (outer?.type !== 'ArrayPattern') return constant([]);
  const { values, isParameter } = patternValues(evaluator, outer, frame);
  const rest = values.map((value) =>
    value.form === 'list' ? { ...value, items: value.items.slice(outer.elements.length - 1) } : value,
  );
  return { values: rest, isParameter };
}
