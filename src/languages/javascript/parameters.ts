import type { TSESTree } from '@typescript-eslint/utils';
import type { Parameter, ThingValue } from '../facts.js';
import { constructorOf } from './classes.js';
import { type Definition, definitionOf } from './things.js';
import { type FunctionNode, type Node } from './tree.js';
import { namePlace } from './variables.js';

/** The parameters that the argument at a position becomes: one for each function that may be called. */
export function parametersAt(callees: readonly ThingValue[], position: number): readonly Parameter[] {
  return callees.flatMap((callee) => {
    const definition = definitionOf(callee);
    const called = definition === null ? null : calledBy(definition);
    if (definition?.form !== 'function' && definition?.form !== 'class') return [];
    const name = called === null ? null : nameOf(parameterAt(called, position));
    return name === null ? [] : [{ name: name.name, namePlace: namePlace(definition.evaluator, name) }];
  });
}

/** The function that calling a thing of the repository runs: of a class its constructor. */
function calledBy(definition: Definition): FunctionNode | null {
  switch (definition.form) {
    case 'function':
      return definition.node;
    case 'class':
      return constructorOf(definition.node);
    case 'instance':
    case 'namespace':
      return null;
  }
}

/** TypeScript's `this: Store` in front is no parameter that an argument becomes. */
function parameterAt({ params }: FunctionNode, position: number): Node | null {
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
