import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../../references/source.js';
import { followed } from '../../references/text.js';
import type { Declaration, Value } from '../facts.js';
import { once } from '../once.js';
import { assignedKey } from './classes.js';
import { isEnvironment, schemaDefault } from './environment.js';
import type { Evaluator } from './evaluator.js';
import { boundNames } from './exports.js';
import { callFunction } from './functions.js';
import { patternValues } from './patterns.js';
import type { Values } from './things.js';
import { isCall, methodOf } from './syntax-index.js';
import { type Node, isClass, isFunction, wrappedBy, writtenKey } from './tree.js';
import { namePlace } from './variables.js';

/** The names that a node gives a value to. */
export function declarationsAt(evaluator: Evaluator, node: Node): readonly Declaration[] {
  switch (node.type) {
    case 'VariableDeclarator':
      return declared(evaluator, node);
    case 'AssignmentExpression':
      return assigned(evaluator, node);
    case 'AssignmentPattern':
      return parameterDefault(evaluator, node);
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return keyed(evaluator, 'field', node.key, node.computed, node.value).map((one) => within(one, () => classOf(evaluator, node)));
    case 'MethodDefinition':
      return node.kind === 'get' ? gotten(evaluator, node) : [];
    case 'Property':
      return entry(evaluator, node);
    case 'TSEnumDeclaration':
      return [declaration(evaluator, 'constant', node.id.name, evaluator.place(node.id), node)];
    case 'TSEnumMember':
      return keyed(evaluator, 'entry', node.id, false, node.initializer ?? null);
    case 'LogicalExpression':
      return readOrElse(evaluator, node);
    case 'CallExpression':
      return askedFor(evaluator, node);
    default:
      return [];
  }
}

function declaration(
  evaluator: Evaluator,
  form: Declaration['form'],
  name: string,
  namePlace: Place,
  value: Node,
): Declaration {
  const values = () => withSchemaDefaults(evaluator.evaluate(value, null));
  return { name, form, path: [name], namePlace, values };
}

/** A schema stands for the default it gives: `BUCKET: z.string().default('kol-bronze')`. */
function withSchemaDefaults(values: Values): Values {
  return values.flatMap((value): Values => {
    const fallback = value.form === 'thing' ? schemaDefault(value) : null;
    if (fallback === null) return [value];
    return fallback.values().map((given): Value => {
      if (given.form !== 'text') return given;
      const step = { origin: 'field-default', label: 'default', place: fallback.place, env: null } as const;
      return { form: 'text', text: followed(given.text, step, fallback.place) };
    });
  });
}

function declared(evaluator: Evaluator, node: TSESTree.VariableDeclarator): readonly Declaration[] {
  const { id, init } = node;
  if (id.type === 'Identifier') {
    return init === null ? [] : [declaration(evaluator, 'constant', id.name, namePlace(evaluator, id), init)];
  }
  return boundNames(id).map((name) => ({
    name: name.name,
    form: 'constant',
    path: [name.name],
    namePlace: namePlace(evaluator, name),
    values: () => patternValues(evaluator, name, null).values,
  }));
}

function assigned(evaluator: Evaluator, node: TSESTree.AssignmentExpression): readonly Declaration[] {
  if (!['=', '??=', '||='].includes(node.operator)) return [];
  const { left } = node;
  if (left.type === 'Identifier') {
    return [declaration(evaluator, 'constant', left.name, namePlace(evaluator, left), node.right)];
  }
  if (left.type !== 'MemberExpression') return [];
  const name = writtenKey(left.property, left.computed);
  if (name === null) return [];
  const isField = assignedKey(node) !== null;
  const isConstant = left.object.type === 'Identifier' && left.object.name === 'exports';
  const isVariable = evaluator.label(left.object) === 'process.env';
  const form = isField ? 'field' : isVariable ? 'variable' : isConstant ? 'constant' : 'entry';
  return [declaration(evaluator, form, plainName(name), evaluator.place(left.property), node.right)];
}

/** `send(process.env.KOL_TOPIC || 'kol-orders')`: a variable with its default, where nothing else is named. */
function readOrElse(evaluator: Evaluator, node: TSESTree.LogicalExpression): readonly Declaration[] {
  if (node.operator === '&&' || isGivenName(evaluator, node)) return [];
  return operandsOf(node).flatMap((operand) => {
    const variable = variableRead(evaluator, operand);
    return variable === null ? [] : [declaration(evaluator, 'variable', variable.name, variable.place, node)];
  });
}

/** The operands of `a ?? b ?? c` before the last one. */
function operandsOf({ left, operator }: TSESTree.LogicalExpression): readonly Node[] {
  const before = wrappedBy(left) ?? left;
  if (before.type !== 'LogicalExpression' || before.operator === '&&') return operator === '&&' ? [] : [before];
  return [...operandsOf(before), wrappedBy(before.right) ?? before.right];
}

function variableRead(evaluator: Evaluator, node: Node): { readonly name: string; readonly place: Place } | null {
  if (node.type !== 'MemberExpression') return null;
  const name = writtenKey(node.property, node.computed);
  if (name === null || !/^[A-Z][A-Z0-9_]*$/.test(name)) return null;
  const owners = evaluator.evaluate(node.object, null);
  if (!owners.some((owner) => owner.form === 'thing' && isEnvironment(owner))) return null;
  return { name, place: evaluator.place(node.property) };
}

/** `send(config.get('KOL_TOPIC', 'kol-orders'))`. */
function askedFor(evaluator: Evaluator, node: TSESTree.CallExpression): readonly Declaration[] {
  const [variable, fallback] = node.arguments;
  if (fallback === undefined || variable?.type !== 'Literal' || typeof variable.value !== 'string') return [];
  if (!VARIABLE.test(variable.value) || !/env|^get|^read|^require$|^optional$/i.test(methodOf(node))) return [];
  if (isGivenName(evaluator, node)) return [];
  return [declaration(evaluator, 'variable', variable.value, evaluator.place(variable), node)];
}

const VARIABLE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/** Whether a value is given to a name, which says itself what it is, or is an operand of an alternative that is read as a whole. */
function isGivenName(evaluator: Evaluator, node: Node): boolean {
  const outer = evaluator.index.parentOf(node);
  if (outer === null) return false;
  if (outer.type === 'LogicalExpression' && outer.left === node && outer.operator !== '&&') return true;
  if (wrappedBy(outer) === node || outer.type === 'LogicalExpression') return isGivenName(evaluator, outer);
  return /^(?:VariableDeclarator|Property|PropertyDefinition|AccessorProperty|AssignmentExpression|AssignmentPattern|TSEnumMember)$/.test(outer.type);
}

/** `static get tableName() { return 'users'; }` is a field that is computed. */
function gotten(evaluator: Evaluator, { key, computed, value }: TSESTree.MethodDefinition): readonly Declaration[] {
  const name = writtenKey(key, computed);
  if (name === null || !isFunction(value)) return [];
  const namePlace = evaluator.place(key);
  const getter = { form: 'function', node: value, evaluator, frame: null, self: null } as const;
  const values = () => callFunction(getter, [], namePlace, null);
  return [{ name: plainName(name), form: 'field', path: [plainName(name)], namePlace, values }];
}

/** A default of a function's parameter, in a pattern too. */
function parameterDefault(evaluator: Evaluator, node: TSESTree.AssignmentPattern): readonly Declaration[] {
  if (node.left.type !== 'Identifier') return [];
  const { index } = evaluator;
  for (let outer = index.parentOf(node); outer !== null; outer = index.parentOf(outer)) {
    if (isFunction(outer)) {
      return [
        declaration(evaluator, 'parameter', node.left.name, namePlace(evaluator, node.left), node.right),
      ];
    }
    if (!/Pattern$|^Property$|^RestElement$|^TSParameterProperty$/.test(outer.type)) return [];
  }
  return [];
}

function entry(evaluator: Evaluator, node: TSESTree.Property): readonly Declaration[] {
  const object = evaluator.index.parentOf(node);
  if (object?.type !== 'ObjectExpression' || node.kind !== 'init') return [];
  const own = keyed(evaluator, 'entry', node.key, node.computed, node.value).map((one) => within(one, () => spokenFor(evaluator, object, one.name)));
  return [...own, ...ofSetting(evaluator, object, node)];
}

function classOf(evaluator: Evaluator, node: Node): readonly string[] {
  const name = evaluator.index.enclosing(node, isClass)?.id?.name;
  return name === undefined ? [] : [name];
}

/** The same declaration with what it stands in before its name, which is looked for when asked. */
function within(declaration: Declaration, holders: () => readonly string[]): Declaration {
  const path = once(() => [...holders(), declaration.name]);
  return {
    ...declaration,
    get path() {
      return path();
    },
  };
}

/** What an entry's name is of. A `name` is of the key it stands below only where that says so: `bucket: { name: 'kol-bronze' }`. */
function spokenFor(evaluator: Evaluator, object: TSESTree.ObjectExpression, name: string): readonly string[] {
  if (!SPEAKS_FOR_ANOTHER.test(name)) return holdersOf(evaluator, object);
  const outer = evaluator.index.parentOf(object);
  const holder = outer?.type === 'Property' && name === 'name' ? writtenKey(outer.key, outer.computed) : null;
  return holder !== null && /(?:bucket|database|topic|keyspace)$/i.test(holder) ? [holder] : [];
}

const SPEAKS_FOR_ANOTHER = /^(?:name|id|default|values?|\d+)$/;

/** The keys, variable, class field or call that an object stands in, outermost first. */
function holdersOf(evaluator: Evaluator, object: TSESTree.ObjectExpression): readonly string[] {
  const holders: string[] = [];
  for (let node: Node = object, outer = evaluator.index.parentOf(node); outer !== null; node = outer, outer = evaluator.index.parentOf(node)) {
    if (outer.type === 'Property') holders.unshift(writtenKey(outer.key, outer.computed) ?? '?');
    else if (isCall(outer)) holders.unshift(methodOf(outer));
    else if (outer.type === 'PropertyDefinition') return [writtenKey(outer.key, outer.computed) ?? '?', ...holders];
    else if (outer.type === 'VariableDeclarator') return outer.id.type === 'Identifier' ? [outer.id.name, ...holders] : holders;
    else if (!/^(?:ObjectExpression|ArrayExpression)$/.test(outer.type) && wrappedBy(outer) !== node) return holders;
  }
  return holders;
}

/**
 * `bucket: { default: 'kol-bronze', env: 'KOL_BUCKET' }`, as convict, JSON Schema and most lists of
 * settings write it: the default is the setting's, and the variable's.
 */
function ofSetting(
  evaluator: Evaluator,
  object: TSESTree.ObjectExpression,
  node: TSESTree.Property,
): readonly Declaration[] {
  if (writtenKey(node.key, node.computed) !== 'default') return [];
  const setting = settingAround(evaluator, object);
  const named =
    setting?.type === 'Property' ? keyed(evaluator, 'entry', setting.key, setting.computed, node.value) : [];
  const variable = object.properties.find(isVariable);
  return variable === undefined
    ? named
    : [...named, declaration(evaluator, 'variable', variable.value.value, evaluator.place(variable.value), node.value)];
}

/** What the options are of: `bucket: { … }`, `bucket: Flags.string({ … })`. */
function settingAround(evaluator: Evaluator, object: TSESTree.ObjectExpression): Node | null {
  const { index } = evaluator;
  const outer = index.parentOf(object);
  return outer?.type === 'CallExpression' && outer.arguments.includes(object) ? index.parentOf(outer) : outer;
}

/** `env: 'KOL_BUCKET'`. */
function isVariable(
  node: TSESTree.ObjectLiteralElement,
): node is TSESTree.Property & { value: TSESTree.StringLiteral } {
  if (node.type !== 'Property' || writtenKey(node.key, node.computed) !== 'env') return false;
  return node.value.type === 'Literal' && typeof node.value.value === 'string';
}

function keyed(
  evaluator: Evaluator,
  form: Declaration['form'],
  key: Node,
  computed: boolean,
  value: Node | null,
): readonly Declaration[] {
  const name = writtenKey(key, computed);
  if (name === null || value === null || isFunction(value)) return [];
  return [declaration(evaluator, form, plainName(name), evaluator.place(key), value)];
}

/** `#bucket` is the field `bucket`. */
function plainName(key: string): string {
  return key.replace(/^#/, '');
}
