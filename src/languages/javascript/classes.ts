import type { TSESTree } from '@typescript-eslint/utils';
import { type Call, MOST_ALTERNATIVES, type ThingValue } from '../facts.js';
import { annotated } from './annotations.js';
import { movedTo, stepped, union } from './compose.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frame.js';
import { callFunction, selfOf } from './functions.js';
import { patternValues } from './patterns.js';
import {
  type ClassDefinition,
  type Definition,
  type InstanceDefinition,
  type Values,
  definedThing,
  definitionOf,
  isUnresolved,
  memberOf,
  named,
  thing,
} from './things.js';
import {
  type ClassNode,
  type FunctionNode,
  type Node,
  isClass,
  isFunction,
  isOf,
  isWithin,
  writtenKey,
} from './tree.js';

/** An instance that `new` made; it goes by the path of the library's class that its class extends. */
export function instanceOf(
  of: ClassDefinition,
  value: ThingValue,
  construction: readonly Values[] | null,
  call: Call | null,
): ThingValue {
  const path = value.path === '?' ? '?' : `${value.path}()`;
  const calls = call === null ? value.calls : [...value.calls, call];
  return definedThing({ form: 'instance', of, construction }, path, value.path === '?' ? [] : calls);
}

/** What `this` is in a class: an instance of which it is not known how it was made. */
export function genericInstance(value: ThingValue): ThingValue {
  const definition = definitionOf(value);
  if (definition?.form !== 'class') return thing(`${value.path}()`, value.calls);
  return instanceOf(definition, value, null, null);
}

/** The class that `super` stands for, as an instance in `super.x` and as a class in `super(…)`. */
export function superOf(evaluator: Evaluator, node: Node, frame: Frame | null): Values {
  const owner = evaluator.index.enclosing(node, isClass);
  if (owner?.superClass === null || owner === null) return [evaluator.unknown(node)];
  const parents = evaluator.evaluate(owner.superClass, frame);
  const outer = evaluator.index.parentOf(node);
  if (outer?.type !== 'MemberExpression') return parents;
  const self = selfOf(evaluator, node, frame);
  return parents.map((parent) => (parent.form === 'thing' ? instanceAbove(parent, self) : parent));
}

/** An instance as `super` sees it: with the members of the class above, for the instance that it is. */
function instanceAbove(parent: ThingValue, self: Values): ThingValue {
  const definition = definitionOf(parent);
  const [only] = self;
  const instance = only?.form === 'thing' && self.length === 1 ? definitionOf(only) : null;
  if (definition?.form !== 'class' || instance?.form !== 'instance') return genericInstance(parent);
  const path = parent.path === '?' ? '?' : `${parent.path}()`;
  return definedThing({ ...instance, above: { definition, self } }, path, parent.calls);
}

/** A member of something that the repository defines, asked for by `node`. */
export function projectMember(
  owner: ThingValue,
  definition: Definition,
  key: string,
  node: Node,
  asking: Evaluator,
): Values {
  switch (definition.form) {
    case 'namespace': {
      const values = movedTo(definition.facts.exported(key), asking.place(node), key);
      return values.length > 0 ? values : [named(key)];
    }
    case 'function':
    case 'type':
      return [named(key)];
    case 'class':
      return classMember(owner, definition, {
        key,
        isStatic: true,
        instance: null,
        self: [owner],
        node,
        asking,
      });
    case 'instance':
      return classMember(owner, definition.above?.definition ?? definition.of, {
        key,
        isStatic: false,
        instance: definition,
        self: definition.above?.self ?? [owner],
        node,
        asking,
      });
  }
}

interface MemberQuestion {
  readonly key: string;
  readonly isStatic: boolean;
  readonly instance: InstanceDefinition | null;
  readonly self: Values;
  /** The expression that asks. */
  readonly node: Node;
  readonly asking: Evaluator;
}

/** A member of a class of the repository, else of the class it extends, else just its name. */
function classMember(owner: ThingValue, definition: ClassDefinition, question: MemberQuestion): Values {
  const { key } = question;
  const own = ownMembers(definition, question);
  if (own.length > 0 && !own.every(isUnresolved)) return own;
  const inherited = inheritedMember(definition, question);
  if (inherited.length > 0) return inherited;
  if (owner.path !== '?') return [memberOf(thing(owner.path, owner.calls), key)];
  return [named(key)];
}

function inheritedMember(definition: ClassDefinition, question: MemberQuestion): Values {
  const { evaluator, node, frame } = definition;
  if (node.superClass === null) return [];
  return union(
    ...evaluator.evaluate(node.superClass, frame).map((parent): Values => {
      const above = parent.form === 'thing' ? definitionOf(parent) : null;
      if (parent.form !== 'thing' || above?.form !== 'class' || above.node === node) return [];
      return classMember(thing('?'), above, question).filter((value) => !isUnresolved(value));
    }),
  );
}

/** What the class's own body puts under a key: fields, methods, getters, `this.key = …`. */
function ownMembers(definition: ClassDefinition, question: MemberQuestion): Values {
  const { node } = definition;
  const lists: Values[] = [];
  for (const element of node.body.body) lists.push(elementValues(definition, element, question));
  if (!question.isStatic) {
    lists.push(parameterProperty(definition, question));
    for (const write of assignmentsOf(definition, question.key))
      lists.push(assignedValues(definition, write, question));
  }
  const values = union(...lists);
  const known = values.filter((value) => !isUnresolved(value));
  return known.length > 0 ? known : values;
}

function elementValues(
  definition: ClassDefinition,
  element: TSESTree.ClassElement,
  question: MemberQuestion,
): Values {
  if (element.type === 'StaticBlock' || element.type === 'TSIndexSignature') return [];
  if (element.static !== question.isStatic) return [];
  if (writtenKey(element.key, element.computed) !== question.key) return [];
  const { evaluator } = definition;
  if (element.type === 'MethodDefinition' || element.type === 'TSAbstractMethodDefinition') {
    return methodValues(definition, element, question);
  }
  const values =
    element.value === null
      ? []
      : evaluator.evaluate(element.value, definition.frame);
  if (values.length > 0 && !values.every(isUnresolved))
    return fieldStep(definition, values, element.key, question);
  if (element.typeAnnotation === undefined) return values;
  return annotated(evaluator, element.typeAnnotation.typeAnnotation, definition.frame);
}

function methodValues(
  definition: ClassDefinition,
  element: TSESTree.MethodDefinition | TSESTree.TSAbstractMethodDefinition,
  question: MemberQuestion,
): Values {
  const { evaluator, frame } = definition;
  const { value } = element;
  if (!isFunction(value)) return [];
  const method = { form: 'function', node: value, evaluator, frame, self: question.self } as const;
  if (element.kind === 'get') return callFunction(method, [], question.asking.place(question.node), null);
  return element.kind === 'method' ? [definedThing(method)] : [];
}

function fieldStep(definition: ClassDefinition, values: Values, key: Node, question: MemberQuestion): Values {
  const label = question.asking.label(question.node);
  const step = { origin: 'field-default', label, place: definition.evaluator.place(key), env: null } as const;
  return stepped(values, step, question.asking.place(question.node));
}

/** `constructor(private readonly bucket = 'x')`. */
function parameterProperty(definition: ClassDefinition, question: MemberQuestion): Values {
  const { evaluator } = definition;
  const made = constructorOf(definition.node);
  for (const parameter of made?.params ?? []) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const inner = parameter.parameter;
    const name = inner.type === 'AssignmentPattern' ? inner.left : inner;
    if (!isOf(name, 'Identifier') || name.name !== question.key) continue;
    const { values } = patternValues(evaluator, name, constructionFrame(definition, question));
    return movedTo(values, question.asking.place(question.node), question.key);
  }
  return [];
}

type Assignments = Map<ClassNode, Map<string, TSESTree.AssignmentExpression[]>>;

const assignments = new WeakMap<Evaluator, Assignments>();

/** The assignments to `this.key` anywhere in a class; none where they are too many to tell anything. */
function assignmentsOf(
  { node, evaluator }: ClassDefinition,
  key: string,
): readonly TSESTree.AssignmentExpression[] {
  let byClass = assignments.get(evaluator);
  if (byClass === undefined) {
    byClass = findAssignments(evaluator);
    assignments.set(evaluator, byClass);
  }
  const found = byClass.get(node)?.get(key) ?? [];
  return found.length > MOST_ALTERNATIVES ? [] : found;
}

/** All assignments to members of `this` in a file, found in one pass over it. */
function findAssignments(evaluator: Evaluator): Assignments {
  const byClass: Assignments = new Map();
  for (const node of evaluator.index.nodes) {
    const key = node.type === 'AssignmentExpression' ? assignedKey(node) : null;
    const owner = key === null ? null : evaluator.index.enclosing(node, isClass);
    if (node.type !== 'AssignmentExpression' || key === null || owner === null) continue;
    const byKey = byClass.get(owner) ?? new Map<string, TSESTree.AssignmentExpression[]>();
    byClass.set(owner, byKey);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [node]);
    else known.push(node);
  }
  return byClass;
}

export function assignedKey(node: TSESTree.AssignmentExpression): string | null {
  const { left } = node;
  if (left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression') return null;
  return writtenKey(left.property, left.computed);
}

function assignedValues(
  definition: ClassDefinition,
  write: TSESTree.AssignmentExpression,
  question: MemberQuestion,
): Values {
  const { evaluator, node } = definition;
  if (!['=', '??=', '||='].includes(write.operator)) return [evaluator.unknown(write)];
  const made = constructorOf(node);
  const inConstructor = made !== null && isWithin(write, made);
  const frame = inConstructor ? constructionFrame(definition, question) : definition.frame;
  return fieldStep(definition, evaluator.evaluate(write.right, frame), write.left, question);
}

/** The constructor's call that made an instance; null where it is not known how it was made. */
function constructionFrame(definition: ClassDefinition, { instance, self }: MemberQuestion): Frame | null {
  const made = constructorOf(definition.node);
  if (made === null || instance === null || instance.construction === null) return definition.frame;
  const given = givenTo(definition, instance.of, instance.construction, self, 0);
  return given === null ? definition.frame : frameOfConstruction(definition, made, given, self);
}

function frameOfConstruction(
  definition: ClassDefinition,
  made: FunctionNode,
  given: readonly Values[],
  self: Values,
): Frame {
  return { function: made, arguments: given, self, outer: definition.frame, depth: 1, memo: new Map() };
}

/** Classes further above than this are read as for every instance. */
const DEEPEST_INHERITANCE = 8;

/** What a class's constructor is given where one that extends it is made: what `super(…)` passes on. */
function givenTo(
  wanted: ClassDefinition,
  of: ClassDefinition,
  given: readonly Values[],
  self: Values,
  depth: number,
): readonly Values[] | null {
  if (of.node === wanted.node) return given;
  if (of.node.superClass === null || depth > DEEPEST_INHERITANCE) return null;
  const made = constructorOf(of.node);
  const call = made === null ? null : superCallOf(made);
  if (made !== null && call === null) return null;
  const passed =
    made === null || call === null
      ? given
      : of.evaluator.argumentValues(call, frameOfConstruction(of, made, given, self));
  for (const parent of of.evaluator.evaluate(of.node.superClass, of.frame)) {
    const above = parent.form === 'thing' ? definitionOf(parent) : null;
    const found = above?.form === 'class' ? givenTo(wanted, above, passed, self, depth + 1) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The `super(…)` among a constructor's statements. */
export function superCallOf(made: FunctionNode): TSESTree.CallExpression | null {
  const statements = made.body?.type === 'BlockStatement' ? made.body.body : [];
  for (const statement of statements) {
    if (statement.type !== 'ExpressionStatement') continue;
    const { expression } = statement;
    if (expression.type === 'CallExpression' && expression.callee.type === 'Super') return expression;
  }
  return null;
}

export function constructorOf(node: ClassNode): FunctionNode | null {
  for (const element of node.body.body) {
    if (element.type === 'MethodDefinition' && element.kind === 'constructor' && isFunction(element.value)) {
      return element.value;
    }
  }
  return null;
}
