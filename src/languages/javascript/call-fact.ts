import type { TSESTree } from '@typescript-eslint/utils';
import type { Argument, Call, ThingValue } from '../facts.js';
import { createdName } from './created-name.js';
import type { Evaluator } from './evaluator.js';
import { parametersAt } from './parameters.js';
import { calleeOf, methodOf } from './syntax-index.js';
import type { CallNode } from './tree.js';

/** A call as a fact: evaluated when asked. A tagged template is a call with its text as the argument. */
export function callFact(evaluator: Evaluator, node: CallNode): Call {
  const isTemplate = node.type === 'TaggedTemplateExpression';
  return {
    place: evaluator.place(node),
    method: methodOf(node),
    callees: () => callees(evaluator, node),
    arguments: isTemplate ? [templateArgument(evaluator, node)] : argumentsOf(evaluator, node),
    hasKeyword: () => false,
    parametersOf: ({ position }) =>
      isTemplate || position === null ? [] : parametersAt(evaluator, node, callees(evaluator, node), position),
  };
}

function callees(evaluator: Evaluator, node: CallNode): readonly ThingValue[] {
  return evaluator.evaluate(calleeOf(node), null).filter((value) => value.form === 'thing');
}

function argumentsOf(evaluator: Evaluator, node: TSESTree.CallExpression | TSESTree.NewExpression): readonly Argument[] {
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
        const values = evaluator.evaluate(expression, null);
        return position === 0 && !spread ? createdName(evaluator, node, values) : values;
      },
    };
  });
}

function templateArgument(evaluator: Evaluator, node: TSESTree.TaggedTemplateExpression): Argument {
  const values = () => evaluator.evaluate(node, null);
  return { keyword: null, position: 0, spread: false, place: evaluator.place(node.quasi), values };
}
