import type { TSESTree } from '@typescript-eslint/utils';
import { genericInstance } from './classes.js';
import { stepped, union } from './compose.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frame.js';
import { type Values, definitionOf, thing } from './things.js';
import type { Node } from './tree.js';

/** Types that only wrap the one they are given. */
const WRAPPERS = new Set([
  'Promise',
  'Awaited',
  'Readonly',
  'Required',
  'Partial',
  'NonNullable',
  'InstanceType',
  'Omit',
  'Pick',
]);
const DEEPEST = 8;

/**
 * What a type says of a value: an instance of a class it names, one of the literals it lists; nothing
 * where it says neither.
 */
export function annotated(
  evaluator: Evaluator,
  node: TSESTree.TypeNode,
  frame: Frame | null,
  depth = 0,
): Values {
  if (depth > DEEPEST) return [];
  switch (node.type) {
    case 'TSTypeReference':
      return referencedType(evaluator, node, frame, depth);
    case 'TSUnionType':
    case 'TSIntersectionType':
      return union(...node.types.map((type) => annotated(evaluator, type, frame, depth + 1)));
    case 'TSLiteralType':
      return literalType(evaluator, node);
    case 'TSTypeQuery':
      return node.exprName.type === 'Identifier' ? evaluator.evaluate(node.exprName, frame) : [];
    default:
      return [];
  }
}

function literalType(evaluator: Evaluator, node: TSESTree.TSLiteralType): Values {
  const { literal } = node;
  if (literal.type !== 'Literal' || typeof literal.value !== 'string') return [];
  const place = evaluator.place(literal);
  return stepped(
    evaluator.evaluate(literal, null),
    { origin: 'argument', label: evaluator.label(literal), place, env: null },
    place,
  );
}

function referencedType(
  evaluator: Evaluator,
  node: TSESTree.TSTypeReference,
  frame: Frame | null,
  depth: number,
): Values {
  const { typeName } = node;
  if (typeName.type === 'Identifier') {
    const alias = aliasOf(evaluator, typeName);
    if (alias !== null) return annotated(evaluator, alias.typeAnnotation, frame, depth + 1);
    const variable = evaluator.bindings.variableOf(typeName);
    if (variable === null) return wrappedType(evaluator, node, typeName.name, frame, depth);
  }
  return namedType(evaluator, typeName, frame).flatMap((value): Values => {
    if (value.form !== 'thing') return [];
    const definition = definitionOf(value);
    if (definition?.form === 'type' && definition.node.type === 'TSTypeAliasDeclaration')
      return annotated(definition.evaluator, definition.node.typeAnnotation, null, depth + 1);
    if (definition !== null) return definition.form === 'class' ? [genericInstance(value)] : [];
    return /^[~?]/.test(value.path) ? [] : [thing(`${value.path}()`, value.calls)];
  });
}

function wrappedType(
  evaluator: Evaluator,
  node: TSESTree.TSTypeReference,
  name: string,
  frame: Frame | null,
  depth: number,
): Values {
  const [inner] = node.typeArguments?.params ?? [];
  return WRAPPERS.has(name) && inner !== undefined ? annotated(evaluator, inner, frame, depth + 1) : [];
}

function namedType(evaluator: Evaluator, name: TSESTree.EntityName, frame: Frame | null): Values {
  if (name.type === 'TSQualifiedName') {
    return evaluator.members(namedType(evaluator, name.left, frame), name.right.name, name);
  }
  return evaluator.evaluate(name, frame);
}

function aliasOf(evaluator: Evaluator, name: Node): TSESTree.TSTypeAliasDeclaration | null {
  const definitions = evaluator.bindings.variableOf(name)?.defs ?? [];
  for (const { node } of definitions) if (node.type === 'TSTypeAliasDeclaration') return node;
  return null;
}
