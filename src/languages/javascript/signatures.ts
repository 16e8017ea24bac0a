import type { TSESTree } from '@typescript-eslint/utils';
import type { Evaluator } from './evaluator.js';
import { type TypeDefinition, definitionOf } from './things.js';
import { type Node, isClass, isOf, unwrapped, writtenKey } from './tree.js';

/** What a function or a method's signature takes, and the file that says so. */
export interface Called {
  readonly params: readonly Node[];
  readonly evaluator: Evaluator;
}

/** Interfaces that extend others are followed this far. */
const DEEPEST = 5;

/** The signature that an interface of the repository gives the method that a callee asks for; null where none does. */
export function signatureOf(evaluator: Evaluator, callee: Node): Called | null {
  if (callee.type !== 'MemberExpression') return null;
  const method = writtenKey(callee.property, callee.computed);
  const type = method === null ? null : declaredType(evaluator, unwrapped(callee.object));
  return method === null || type === null ? null : signatureIn(evaluator, type, method, 0);
}

/** The type that is written beside a name: of a variable, a parameter, a field of the class around it. */
function declaredType(evaluator: Evaluator, node: Node): TSESTree.TypeNode | null {
  if (node.type === 'Identifier') return typeOfName(evaluator, node);
  if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return null;
  const key = writtenKey(node.property, node.computed);
  const owner = evaluator.index.enclosing(node, isClass);
  if (key === null || owner === null) return null;
  for (const element of owner.body.body) {
    if (element.type === 'PropertyDefinition' && writtenKey(element.key, element.computed) === key)
      return element.typeAnnotation?.typeAnnotation ?? null;
    const type = element.type === 'MethodDefinition' ? parameterPropertyType(element, key) : null;
    if (type !== null) return type;
  }
  return null;
}

function typeOfName(evaluator: Evaluator, node: TSESTree.Identifier): TSESTree.TypeNode | null {
  for (const { name } of evaluator.bindings.variableOf(node)?.defs ?? []) {
    if (name.type === 'Identifier' && name.typeAnnotation !== undefined) return name.typeAnnotation.typeAnnotation;
  }
  return null;
}

/** `constructor(private readonly events: EventPublisher)`. */
function parameterPropertyType({ kind, value }: TSESTree.MethodDefinition, key: string): TSESTree.TypeNode | null {
  if (kind !== 'constructor') return null;
  for (const parameter of value.params) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const { parameter: inner } = parameter;
    if (isOf(inner, 'Identifier') && inner.type === 'Identifier' && inner.name === key)
      return inner.typeAnnotation?.typeAnnotation ?? null;
  }
  return null;
}

function signatureIn(evaluator: Evaluator, type: TSESTree.TypeNode, method: string, depth: number): Called | null {
  if (depth > DEEPEST || type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return null;
  for (const value of evaluator.evaluate(type.typeName, null)) {
    const definition = value.form === 'thing' ? definitionOf(value) : null;
    const found = definition?.form === 'type' ? signatureOfType(definition, method, depth) : null;
    if (found !== null) return found;
  }
  return null;
}

function signatureOfType({ node, evaluator }: TypeDefinition, method: string, depth: number): Called | null {
  if (node.type === 'TSTypeAliasDeclaration') {
    const { typeAnnotation } = node;
    return typeAnnotation.type === 'TSTypeLiteral'
      ? memberSignature(evaluator, typeAnnotation.members, method)
      : signatureIn(evaluator, typeAnnotation, method, depth + 1);
  }
  const own = memberSignature(evaluator, node.body.body, method);
  if (own !== null) return own;
  for (const { expression } of node.extends) {
    for (const value of evaluator.evaluate(expression, null)) {
      const above = value.form === 'thing' ? definitionOf(value) : null;
      const found = above?.form === 'type' && depth < DEEPEST ? signatureOfType(above, method, depth + 1) : null;
      if (found !== null) return found;
    }
  }
  return null;
}

function memberSignature(
  evaluator: Evaluator,
  members: readonly TSESTree.TypeElement[],
  method: string,
): Called | null {
  for (const member of members) {
    if (member.type !== 'TSMethodSignature' && member.type !== 'TSPropertySignature') continue;
    if (writtenKey(member.key, member.computed) !== method) continue;
    if (member.type === 'TSMethodSignature') return { params: member.params, evaluator };
    const type = member.typeAnnotation?.typeAnnotation;
    return type?.type === 'TSFunctionType' ? { params: type.params, evaluator } : null;
  }
  return null;
}
