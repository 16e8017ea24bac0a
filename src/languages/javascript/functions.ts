import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../../references/source.js';
import { type Text, followed } from '../../references/text.js';
import type { Value } from '../facts.js';
import { annotated } from './annotations.js';
import { constructorOf, genericInstance, superCallOf } from './classes.js';
import { union } from './compose.js';
import type { Evaluator } from './evaluator.js';
import { type Frame, frameOf } from './frame.js';
import { itemsOf } from './patterns.js';
import { calleeOf, isCall } from './syntax-index.js';
import { type FunctionDefinition, type Values, definitionOf, isUnresolved, named } from './things.js';
import {
  type CallNode,
  type ClassNode,
  type FunctionNode,
  type Node,
  isClass,
  isFunction,
  unwrapped,
  wrappedBy,
  writtenKey,
} from './tree.js';

/** Calls within calls are followed this deep. */
const DEEPEST_CALL = 5;
/** A longer function, in characters, is evaluated once for all of its callers and not for each call. */
const LONGEST_EVALUATED = 3_000;
/** A function that is called from more places than this is read without its callers. */
const MOST_CALLERS = 32;

/** What a function of the repository returns for the given arguments; `place` is the call's. */
export function callFunction(
  definition: FunctionDefinition,
  given: readonly Values[],
  place: Place,
  caller: Frame | null,
): Values {
  const { node, evaluator } = definition;
  const depth = (caller?.depth ?? 0) + 1;
  if (depth > DEEPEST_CALL || node.generator) return [{ form: 'unknown', place }];
  const isShort = node.range[1] - node.range[0] <= LONGEST_EVALUATED;
  const frame: Frame | null = !isShort
    ? definition.frame
    : {
        function: node,
        arguments: given,
        self: definition.self,
        outer: definition.frame,
        depth,
        memo: new Map(),
      };
  const values = returnedValues(evaluator, node, frame);
  if (values.every(isUnresolved) && node.returnType !== undefined) {
    const types = annotated(evaluator, node.returnType.typeAnnotation, definition.frame);
    if (types.length > 0) return types;
  }
  const name = functionName(evaluator, node);
  if (name === null) return values;
  return values.map((value) =>
    value.form === 'text' ? { form: 'text', text: returned(value.text, `${name}()`, place) } : value,
  );
}

/** A returned text, used where the function was called. */
function returned(text: Text, label: string, place: Place): Text {
  return followed(text, { origin: 'constant', label, place: text.place, env: null }, place);
}

/** A method that is only declared (abstract, overloaded) has none. */
function hasBody(node: { readonly body?: unknown }): boolean {
  return node.body !== null && node.body !== undefined;
}

function returnedValues(evaluator: Evaluator, node: FunctionNode, frame: Frame | null): Values {
  if (!hasBody(node)) return [];
  if (node.body.type !== 'BlockStatement') return evaluator.evaluate(node.body, frame);
  const lists = evaluator.index
    .returnsOf(node)
    .map(({ argument }) => (argument === null ? [] : evaluator.evaluate(argument, frame)));
  return union(...lists);
}

/** What a parameter is given: by the call being evaluated, else by its callers in the file. */
export function parameterValues(
  evaluator: Evaluator,
  node: FunctionNode,
  parameter: Node,
  frame: Frame | null,
): Values {
  const position = positionOf(node, parameter);
  if (position === -1) return [];
  const binding = bindingOf(parameter);
  const place = evaluator.place(parameter);
  const own = frameOf(node, frame);
  if (own !== null) return argumentStep(own.arguments[position] ?? [], binding, place);
  const typed = binding?.typeAnnotation;
  const types = typed === undefined ? [] : annotated(evaluator, typed.typeAnnotation, frame);
  if (types.some(({ form }) => form !== 'text')) return types;
  const given = union(
    ...callersOf(evaluator, node).map((caller) =>
      argumentStep(givenBy(evaluator, caller, position), binding, place),
    ),
  );
  const known = given.filter((value) => !isUnresolved(value));
  if (known.length > 0)
    return given.map((value) =>
      isUnresolved(value) ? unknownParameter(evaluator, binding, parameter) : value,
    );
  return types.length > 0 ? types : [unknownParameter(evaluator, binding, parameter)];
}

export function remainingArguments(
  evaluator: Evaluator,
  node: FunctionNode,
  rest: TSESTree.RestElement,
  frame: Frame | null,
): Values {
  const position = positionOf(node, rest);
  const own = frameOf(node, frame);
  if (own === null) return [unknownParameter(evaluator, bindingOf(rest.argument), rest)];
  return [{ form: 'list', items: own.arguments.slice(position), place: evaluator.place(rest) }];
}

function positionOf(node: FunctionNode, parameter: Node): number {
  const [first] = node.params;
  const shift = first?.type === 'Identifier' && first.name === 'this' ? 1 : 0;
  return node.params.findIndex((candidate) => candidate === parameter) - shift;
}

function bindingOf(
  parameter: Node,
): TSESTree.Identifier | TSESTree.ObjectPattern | TSESTree.ArrayPattern | null {
  switch (parameter.type) {
    case 'Identifier':
    case 'ObjectPattern':
    case 'ArrayPattern':
      return parameter;
    case 'AssignmentPattern':
      return bindingOf(parameter.left);
    case 'TSParameterProperty':
      return bindingOf(parameter.parameter);
    default:
      return null;
  }
}

function unknownParameter(evaluator: Evaluator, binding: Node | null, parameter: Node): Value {
  return binding?.type === 'Identifier' ? named(binding.name) : evaluator.unknown(parameter);
}

function argumentStep(values: Values, binding: Node | null, place: Place): Values {
  const label = binding?.type === 'Identifier' ? binding.name : 'argument';
  return values.map((value) => {
    if (value.form !== 'text') return value;
    const step = { origin: 'argument', label, place: value.text.place, env: null } as const;
    return { form: 'text', text: followed(value.text, step, place) };
  });
}

/** A place that gives a function its arguments. */
type Caller =
  | { readonly form: 'call'; readonly node: CallNode }
  /** The function is handed to a method of a list, which calls it with each item. */
  | { readonly form: 'iteration'; readonly node: TSESTree.CallExpression };

/** Methods that call their first argument with each item of the list, and then its index. */
const ITERATIONS = new Set([
  'map',
  'forEach',
  'filter',
  'flatMap',
  'find',
  'findLast',
  'findIndex',
  'some',
  'every',
  'sort',
]);

const callers = new WeakMap<FunctionNode, readonly Caller[]>();

function callersOf(evaluator: Evaluator, node: FunctionNode): readonly Caller[] {
  const known = callers.get(node);
  if (known !== undefined) return known;
  callers.set(node, []);
  const found = findCallers(evaluator, node);
  const bounded = found.length > MOST_CALLERS ? [] : found;
  callers.set(node, bounded);
  return bounded;
}

function findCallers(evaluator: Evaluator, node: FunctionNode): readonly Caller[] {
  const direct = callerAt(evaluator, node);
  if (direct !== null) return [direct];
  const holder = holderOf(evaluator, node);
  if (holder !== null) return referringCallers(evaluator, holder);
  const name = functionName(evaluator, node);
  if (name === null) return [];
  if (name === 'constructor') return constructionsOf(evaluator, node);
  return evaluator.index.callsOf(name).flatMap((call): Caller[] => {
    const called = evaluator.evaluate(calleeOf(call), null).some((value) => {
      const definition = value.form === 'thing' ? definitionOf(value) : null;
      return definition?.form === 'function' && definition.node === node;
    });
    return called ? [{ form: 'call', node: call }] : [];
  });
}

/** The call that an expression is the callee or the callback of. */
function callerAt(evaluator: Evaluator, node: Node): Caller | null {
  let inner = node;
  let outer = evaluator.index.parentOf(inner);
  while (outer !== null && wrappedBy(outer) === inner) {
    inner = outer;
    outer = evaluator.index.parentOf(inner);
  }
  if (outer === null || !isCall(outer)) return null;
  if (calleeOf(outer) === unwrapped(inner)) return { form: 'call', node: outer };
  if (outer.type !== 'CallExpression' || outer.arguments[0] !== inner) return null;
  const callee = calleeOf(outer);
  if (callee.type !== 'MemberExpression') return null;
  const method = writtenKey(callee.property, callee.computed);
  return method !== null && ITERATIONS.has(method) ? { form: 'iteration', node: outer } : null;
}

/** The name that a function or class is declared by. */
function holderOf(evaluator: Evaluator, node: FunctionNode | ClassNode): Node | null {
  if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') return node.id;
  const outer = evaluator.index.parentOf(node);
  return outer?.type === 'VariableDeclarator' && outer.id.type === 'Identifier' ? outer.id : null;
}

function referringCallers(evaluator: Evaluator, name: Node): readonly Caller[] {
  return evaluator.bindings.referencesTo(name).flatMap((identifier) => callerAt(evaluator, identifier) ?? []);
}

function constructionsOf(evaluator: Evaluator, node: FunctionNode): readonly Caller[] {
  const owner = evaluator.index.enclosing(node, isClass);
  if (owner === null) return [];
  const holder = holderOf(evaluator, owner);
  return holder === null ? [] : [...referringCallers(evaluator, holder), ...superCallers(evaluator, holder)];
}

/** The `super(…)` of the classes that extend the one of a name. */
function superCallers(evaluator: Evaluator, name: Node): readonly Caller[] {
  return evaluator.bindings.referencesTo(name).flatMap((identifier): Caller[] => {
    const extending = evaluator.index.parentOf(identifier);
    if (extending === null || !isClass(extending) || extending.superClass !== identifier) return [];
    const made = constructorOf(extending);
    const call = made === null ? null : superCallOf(made);
    return call === null ? [] : [{ form: 'call', node: call }];
  });
}

/** Each call of a function in its file, with what that call gives it. */
export function framesOfCallers(evaluator: Evaluator, node: FunctionNode): readonly Frame[] {
  return callersOf(evaluator, node).flatMap((caller): Frame[] => {
    if (caller.form !== 'call') return [];
    const given = evaluator.argumentValues(caller.node, null);
    return [{ function: node, arguments: given, self: null, outer: null, depth: 1, memo: new Map() }];
  });
}

function givenBy(evaluator: Evaluator, caller: Caller, position: number): Values {
  if (caller.form === 'call') return evaluator.argumentValues(caller.node, null)[position] ?? [];
  if (position !== 0) return [evaluator.unknown(caller.node)];
  const callee = calleeOf(caller.node);
  return callee.type === 'MemberExpression' ? itemsOf(evaluator.evaluate(callee.object, null)) : [];
}

/** The name that a function is called by; null where it has none. */
export function functionName(evaluator: Evaluator, node: FunctionNode): string | null {
  if (node.id?.type === 'Identifier') return node.id.name;
  const outer = evaluator.index.parentOf(node);
  switch (outer?.type) {
    case 'VariableDeclarator':
      return outer.id.type === 'Identifier' ? outer.id.name : null;
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return writtenKey(outer.key, outer.computed);
    default:
      return null;
  }
}

/** What `this` is: in a call being evaluated the call's own, else the class's or object's around it. */
export function selfOf(evaluator: Evaluator, node: Node, frame: Frame | null): Values {
  const owner = ownerOf(evaluator, node);
  if (owner === null) return [evaluator.unknown(node)];
  if (isFunction(owner)) {
    const own = frameOf(owner, frame);
    if (own?.self !== null && own?.self !== undefined) return own.self;
    const member = evaluator.index.parentOf(owner);
    const around = member === null ? null : evaluator.index.parentOf(member);
    if (member?.type === 'Property' && around?.type === 'ObjectExpression')
      return evaluator.evaluate(around, frame);
    if (member?.type === 'MethodDefinition') return genericSelf(evaluator, member, frame);
    return [evaluator.unknown(node)];
  }
  return genericSelf(evaluator, owner, frame);
}

/** What binds `this` around a node: a function that is no arrow, a field, or a static block. */
function ownerOf(evaluator: Evaluator, node: Node) {
  return evaluator.index.enclosing(node, bindsThis);
}

function bindsThis(node: Node): node is FunctionNode | TSESTree.PropertyDefinition | TSESTree.StaticBlock {
  if (isFunction(node)) return node.type !== 'ArrowFunctionExpression';
  return (
    node.type === 'PropertyDefinition' || node.type === 'StaticBlock' || node.type === 'AccessorProperty'
  );
}

function genericSelf(
  evaluator: Evaluator,
  member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.StaticBlock,
  frame: Frame | null,
): Values {
  const owner = evaluator.index.enclosing(member, isClass);
  if (owner === null) return [evaluator.unknown(member)];
  const [value] = evaluator.evaluate(owner, frame);
  if (value?.form !== 'thing') return [evaluator.unknown(member)];
  const isStatic = member.type === 'StaticBlock' || member.static;
  return [isStatic ? value : genericInstance(value)];
}
