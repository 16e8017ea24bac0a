import type { TSESTree } from '@typescript-eslint/utils';
import { literal } from '../../references/text.js';
import type { ListValue, Value } from '../facts.js';
import { type Operand, asTexts, joined, union } from './compose.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frame.js';
import { callFunction } from './functions.js';
import { type Values, definitionOf } from './things.js';

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
    case 'filter':
    case 'sort':
    case 'toSorted':
    case 'reverse':
    case 'toReversed':
    case 'slice':
    case 'values':
      return [list];
    case 'map':
    case 'flatMap':
      return mapped(evaluator, list, node, frame, method === 'flatMap');
    case 'concat':
      return concatenated(evaluator, list, node, frame);
    case 'flat':
      return [{ ...list, items: list.items.flatMap((item) => item.flatMap(spreadItem)) }];
    case 'at':
      return itemAt(list, node);
    case 'find':
    case 'findLast':
    case 'pop':
    case 'shift':
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
      form: 'list',
      items: flat ? items.flatMap((item) => item.flatMap(spreadItem)) : items,
      place: list.place,
    },
  ];
}

function spreadItem(value: Value): readonly Values[] {
  return value.form === 'list' ? value.items : [[value]];
}

function concatenated(evaluator: Evaluator, list: ListValue, node: Call, frame: Frame | null): Values {
  const added = node.arguments.flatMap((argument) => evaluator.evaluate(argument, frame).flatMap(spreadItem));
  return [{ ...list, items: [...list.items, ...added] }];
}

function itemAt(list: ListValue, node: Call): Values {
  const [index] = node.arguments;
  if (index?.type === 'Literal' && typeof index.value === 'number') return list.items.at(index.value) ?? [];
  const negative = index?.type === 'UnaryExpression' && index.operator === '-' ? index.argument : null;
  if (negative?.type === 'Literal' && typeof negative.value === 'number')
    return list.items.at(-negative.value) ?? [];
  return union(...list.items);
}

function joinedItems(evaluator: Evaluator, list: ListValue, node: Call, frame: Frame | null): Values | null {
  if (list.items.length > LONGEST_JOINED) return null;
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
