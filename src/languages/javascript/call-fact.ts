import type { TSESTree } from '@typescript-eslint/utils';
import type { Argument, Call, ThingValue } from '../facts.js';
import { createdName } from './created-name.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frame.js';
import { parametersAt } from './parameters.js';
import { calleeOf, methodOf } from './syntax-index.js';
import type { CallNode } from './tree.js';

/**
 * A call as a fact: evaluated when asked, in a call of the function around it where one is given. A tagged
 * template is a call with its text as the argument.
 */
export function callFact(evaluator: Evaluator, node: CallNode, frame: Frame | null = null): Call {
  const isTemplate = node.type === 'TaggedTemplateExpression';
  return {
    place: evaluator.place(node),
    method: methodOf(node),
    callees: () => callees(evaluator, node, frame),
    arguments: isTemplate ? [templateArgument(evaluator, node, frame)] : argumentsOf(evaluator, node, frame),
    hasKeyword: () => false,
    parametersOf: ({ position }) =>
      isTemplate || position === null ? [] : parametersAt(evaluator, node, callees(evaluator, node, frame), position),
  };
}

function callees(evaluator: Evaluator, node: CallNode, frame: Frame | null): readonly ThingValue[] {
  return evaluator.evaluate(calleeOf(node), frame).filter((value) => value.form === 'thing');
}

function argumentsOf(evaluator: Evaluator, node: TSESTree.CallExpression | TSESTree.NewExpression, frame: Frame | null): readonly Argument[] {
  let behindSpread = false;
  return node.arguments.map((argument, index) => {
    const spread = argument.type === 'SpreadElement';
    behindSpread ||= spread;
    const expression = spread ? argument.argument : argument;
    const position = behindSpread ? null : index;
    return {
      keyword: null,
      position,
      spread,
      place: evaluator.place(argument),
      values: () => {
        const values = evaluator.evaluate(expression, frame);
        return position === 0 && !spread ? createdName(evaluator, node, values) : values;
      },
    };
  });
}

function templateArgument(evaluator: Evaluator, node: TSESTree.TaggedTemplateExpression, frame: Frame | null): Argument {
  const values = () => evaluator.evaluate(node, frame);
  return { keyword: null, position: 0, spread: false, place: evaluator.place(node.quasi), values };
}
