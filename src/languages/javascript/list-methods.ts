import type { TSESTree } from '@typescript-eslint/utils';
import { literal } from '../../references/text.js';
import type { ListValue, Value } from '../facts.js';
import { type Operand, asTexts, joined, union } from './compose.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frame.js';
import { callFunction } from './functions.js';
import { type Values, definitionOf } from './things.js';
import type { Node } from './tree.js';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** A longer list is not joined to a text. */
const LONGEST_JOINED = 200;

/** What a method of an array or set gives; null where that is nothing to follow. */
export function listMethod(
  evaluator: Evaluator,
  method: string,
  list: ListValue,
  node: Call,
  frame: Frame | null,
): Values | null {
  switch (method) {
    case 'values':
      return [list];
    case 'filter':
    case 'sort':
    case 'toSorted':
      return [{ ...list, isLoose: true }];
    case 'reverse':
    case 'toReversed':
      return [{ ...list, items: list.items.toReversed() }];
    case 'slice':
      return [sliced(list, node)];
    case 'map':
    case 'flatMap':
      return mapped(evaluator, list, node, frame, method === 'flatMap');
    case 'concat':
      return concatenated(evaluator, list, node, frame);
    case 'flat':
      return [{ ...list, items: list.items.flatMap((item) => item.flatMap(spreadItem)) }];
    case 'at':
      return itemAt(list, node);
    case 'pop':
      return list.isLoose === true ? union(...list.items) : (list.items.at(-1) ?? []);
    case 'shift':
      return list.isLoose === true ? union(...list.items) : (list.items[0] ?? []);
    case 'find':
    case 'findLast':
      return union(...list.items);
    case 'join':
      return joinedItems(evaluator, list, node, frame);
    case 'entries':
      return null;
    default:
      return null;
  }
}

/** The callback's result for each item. */
function mapped(
  evaluator: Evaluator,
  list: ListValue,
  node: Call,
  frame: Frame | null,
  flat: boolean,
): Values | null {
  const [callback] = node.arguments;
  if (callback === undefined) return null;
  const [value] = evaluator.evaluate(callback, frame);
  const definition = value?.form === 'thing' ? definitionOf(value) : null;
  if (definition?.form !== 'function') return null;
  const items = list.items.map((item) => callFunction(definition, [item], evaluator.place(node), frame));
  return [
    {
      ...list,
      items: flat ? items.flatMap((item) => item.flatMap(spreadItem)) : items,
    },
  ];
}

/** `slice(1)`, `slice(0, -1)` with numbers that are written out; of others only which items there may be. */
function sliced(list: ListValue, node: Call): ListValue {
  const [start, end] = node.arguments.map(indexOf);
  if (start === null || end === null || list.isLoose === true) return { ...list, isLoose: true };
  return { ...list, items: list.items.slice(start, end) };
}

/** An index that is written out. */
function indexOf(node: Node): number | null {
  if (node.type === 'Literal' && typeof node.value === 'number') return node.value;
  if (node.type !== 'UnaryExpression' || node.operator !== '-') return null;
  const index = indexOf(node.argument);
  return index === null ? null : -index;
}

function spreadItem(value: Value): readonly Values[] {
  return value.form === 'list' ? value.items : [[value]];
}

function concatenated(evaluator: Evaluator, list: ListValue, node: Call, frame: Frame | null): Values {
  const values = node.arguments.flatMap((argument) => evaluator.evaluate(argument, frame));
  const isLoose = [list, ...values].some((value) => value.form === 'list' && value.isLoose === true);
  return [{ ...list, isLoose, items: [...list.items, ...values.flatMap(spreadItem)] }];
}

function itemAt(list: ListValue, node: Call): Values {
  const [argument] = node.arguments;
  const index = argument === undefined || list.isLoose === true ? null : indexOf(argument);
  return index === null ? union(...list.items) : (list.items.at(index) ?? []);
}

function joinedItems(evaluator: Evaluator, list: ListValue, node: Call, frame: Frame | null): Values | null {
  if (list.items.length > LONGEST_JOINED || list.isLoose === true) return null;
  const place = evaluator.place(node);
  const [separator] = node.arguments;
  const between: Operand =
    separator === undefined
      ? { alternatives: [literal(',', place, 'whole')], place }
      : { alternatives: evaluator.texts(separator, frame), place: evaluator.place(separator) };
  const operands = list.items.flatMap((item, index): readonly Operand[] => {
    const alternatives = asTexts(item, list.place, null);
    const [only] = alternatives;
    const own = {
      alternatives,
      place: only !== undefined && alternatives.length === 1 ? only.place : list.place,
    };
    return index === 0 ? [own] : [between, own];
  });
  return joined(operands, place);
}
