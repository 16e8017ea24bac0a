import type { TSESTree } from '@typescript-eslint/utils';
import type { Parameter, ThingValue } from '../facts.js';
import { constructorOf } from './classes.js';
import type { Evaluator } from './evaluator.js';
import { type Called, signatureOf } from './signatures.js';
import { calleeOf } from './syntax-index.js';
import { type Definition, definitionOf } from './things.js';
import type { CallNode, Node } from './tree.js';
import { namePlace } from './variables.js';

/**
 * The parameters that the argument at a position becomes: one for each function that may be called,
 * or for the signature that an interface gives the method.
 */
export function parametersAt(
  evaluator: Evaluator,
  call: CallNode,
  callees: readonly ThingValue[],
  position: number,
): readonly Parameter[] {
  const functions = callees.flatMap((callee) => calledBy(definitionOf(callee)) ?? []);
  const signature = functions.length > 0 ? null : signatureOf(evaluator, calleeOf(call));
  return (signature === null ? functions : [signature]).flatMap((called) => {
    const name = nameOf(parameterAt(called.params, position));
    return name === null ? [] : [{ name: name.name, namePlace: namePlace(called.evaluator, name) }];
  });
}

/** The function that calling a thing of the repository runs: of a class its constructor. */
function calledBy(definition: Definition | null): Called | null {
  switch (definition?.form) {
    case 'function':
      return { params: definition.node.params, evaluator: definition.evaluator };
    case 'class': {
      const made = constructorOf(definition.node);
      return made === null ? null : { params: made.params, evaluator: definition.evaluator };
    }
    default:
      return null;
  }
}

/** TypeScript's `this: Store` in front is no parameter that an argument becomes. */
function parameterAt(params: readonly Node[], position: number): Node | null {
  const [first] = params;
  const shift = first?.type === 'Identifier' && first.name === 'this' ? 1 : 0;
  return params[position + shift] ?? null;
}

function nameOf(parameter: Node | null): TSESTree.Identifier | null {
  switch (parameter?.type) {
    case 'Identifier':
      return parameter;
    case 'AssignmentPattern':
      return nameOf(parameter.left);
    case 'TSParameterProperty':
      return nameOf(parameter.parameter);
    default:
      return null;
  }
}
