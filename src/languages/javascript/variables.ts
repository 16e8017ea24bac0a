import type { TSESTree } from '@typescript-eslint/utils';
import type { Scope } from '@typescript-eslint/utils/ts-eslint';
import type { Step } from '../../references/text.js';
import type { Entry, Value } from '../facts.js';
import { annotated } from './annotations.js';
import type { Mutation, Variable, Write } from './bindings.js';
import { type Operand, asTexts, joined, movedTo, stepped, union } from './compose.js';
import type { Evaluator } from './evaluator.js';
import { libraryModule } from './evaluator.js';
import { type Frame, frameAround } from './frame.js';
import { patternValues } from './patterns.js';
import { type Values, isUnresolved, memberOf } from './things.js';
import { type Node, isFunction, isWithin } from './tree.js';

/** What a name gives where `node` reads it. */
export function variableValues(
  evaluator: Evaluator,
  variable: Variable,
  node: Node,
  frame: Frame | null,
): Values {
  const lists = variable.defs.map((definition) =>
    definedValues(evaluator, variable, definition, node, frame),
  );
  return mutated(evaluator, union(...lists), evaluator.bindings.mutationsOf(variable));
}

function definedValues(
  evaluator: Evaluator,
  variable: Variable,
  definition: Scope.Definition,
  node: Node,
  frame: Frame | null,
): Values {
  const { node: declaration } = definition;
  switch (definition.type) {
    case 'ImportBinding':
      return importedValues(evaluator, declaration, node);
    case 'Variable':
    case 'Parameter': {
      if (definition !== variable.defs.find(({ type }) => type === definition.type)) return [];
      const values = reachingValues(evaluator, variable, node, frame);
      return values.every(isUnresolved) ? orAnnotated(evaluator, values, definition.name, frame) : values;
    }
    case 'FunctionName':
      return isFunction(declaration) ? evaluator.evaluate(declaration, frameAround(declaration, frame)) : [];
    case 'ClassName':
    case 'Type':
    case 'TSEnumName':
    case 'TSModuleName':
      return evaluator.evaluate(declaration, frameAround(declaration, frame));
    default:
      return [];
  }
}

/** What a declared type says of a name whose value is not known. */
function orAnnotated(evaluator: Evaluator, values: Values, name: Node, frame: Frame | null): Values {
  if (name.type !== 'Identifier' || name.typeAnnotation === undefined) return values;
  const types = annotated(evaluator, name.typeAnnotation.typeAnnotation, frame);
  return types.length > 0 ? types : values;
}

/** What an import binds: of the repository's own module the value, of a library a thing. */
function importedValues(evaluator: Evaluator, declaration: Node, node: Node): Values {
  const found = importOf(evaluator, declaration);
  if (found === null) return [];
  const { specifier, name } = found;
  if (name === null) return evaluator.module(specifier, node);
  return importedName(evaluator, specifier, name, node);
}

/** The value of one exported name of a module, used at `node`. */
export function importedName(evaluator: Evaluator, specifier: string, name: string, node: Node): Values {
  const facts = specifier.startsWith('node:') ? null : evaluator.load(specifier, evaluator.source);
  if (facts !== null) return movedTo(facts.exported(name), evaluator.place(node), name);
  return libraryModule(specifier).map((module) => memberOf(module, name));
}

/** The module and the name that an import specifier stands for; a null name is the module itself. */
function importOf(evaluator: Evaluator, node: Node): { specifier: string; name: string | null } | null {
  if (node.type === 'TSImportEqualsDeclaration') {
    const { moduleReference } = node;
    if (moduleReference.type !== 'TSExternalModuleReference') return null;
    const { expression } = moduleReference;
    return expression.type === 'Literal' ? { specifier: expression.value, name: null } : null;
  }
  const declaration = evaluator.index.parentOf(node);
  if (declaration?.type !== 'ImportDeclaration') return null;
  const specifier = declaration.source.value;
  switch (node.type) {
    case 'ImportSpecifier':
      return {
        specifier,
        name: node.imported.type === 'Identifier' ? node.imported.name : node.imported.value,
      };
    case 'ImportDefaultSpecifier':
      return { specifier, name: 'default' };
    case 'ImportNamespaceSpecifier':
      return { specifier, name: null };
    default:
      return null;
  }
}

/**
 * The values of the writes that can reach a read. Within one function the last write that is sure to
 * have happened before the read hides those before it, and those after the read count only in a
 * loop around both; a read in another function may see any of them.
 */
function reachingValues(evaluator: Evaluator, variable: Variable, node: Node, frame: Frame | null): Values {
  let values: Values = [];
  for (const { write, sure } of reachingWrites(evaluator, variable, node)) {
    const written = writtenValues(evaluator, write, values, node, frame);
    const again = isRepeated(evaluator, write, variable) ? [evaluator.unknown(write.statement)] : [];
    values = sure ? union(written, again) : union(values, written, again);
  }
  return values;
}

/** Whether a write adds to a text any number of times: in a loop that the variable is declared outside of. */
function isRepeated(evaluator: Evaluator, { operator, statement }: Write, variable: Variable): boolean {
  const declared = variable.defs[0]?.name;
  if (operator !== '+=' || declared === undefined) return false;
  const loop = evaluator.index.enclosing(statement, isLoop);
  return loop !== null && !isWithin(declared, loop);
}

function reachingWrites(
  evaluator: Evaluator,
  variable: Variable,
  node: Node,
): { write: Write; sure: boolean }[] {
  const { index, bindings } = evaluator;
  const writes = bindings.writesOf(variable);
  if (writes.length < 2) return writes.map((write) => ({ write, sure: true }));
  const home = homeOf(evaluator, variable);
  if (node.type !== 'Program' && index.functionOf(node) !== home) {
    return writes.map((write) => ({
      write,
      sure: write.operator === '+=' && isBesideFirst(evaluator, write, writes),
    }));
  }
  const reaching: { write: Write; sure: boolean }[] = [];
  for (const write of writes) {
    const local = homeOfWrite(evaluator, write, variable) === home;
    const before =
      node.type === 'Program' || write.statement.range[1] <= node.range[0] || isDeclaredAt(write, variable);
    if (local && !before && !shareLoop(evaluator, write.statement, node)) continue;
    const sure = local && before && isSure(evaluator, write.statement, node);
    if (sure && write.operator === '=') reaching.length = 0;
    reaching.push({ write, sure });
  }
  return reaching;
}

/** Whether a write stands in the block of the first, so that one follows the other. */
function isBesideFirst(evaluator: Evaluator, write: Write, writes: readonly Write[]): boolean {
  const [first] = writes;
  return first !== undefined && isSure(evaluator, write.statement, first.identifier);
}

function isDeclaredAt(write: Write, variable: Variable): boolean {
  return variable.defs.some(({ name, type }) => name === write.identifier && type === 'Parameter');
}

function homeOf(evaluator: Evaluator, variable: Variable): Node | null {
  const definition = variable.defs[0];
  if (definition === undefined) return null;
  return isFunction(definition.node) && definition.type === 'Parameter'
    ? definition.node
    : evaluator.index.functionOf(definition.name);
}

function homeOfWrite(evaluator: Evaluator, write: Write, variable: Variable): Node | null {
  return isDeclaredAt(write, variable)
    ? homeOf(evaluator, variable)
    : evaluator.index.functionOf(write.identifier);
}

/** Whether a write has happened whenever the read behind it does: its block is around the read. */
function isSure(evaluator: Evaluator, statement: Node, node: Node): boolean {
  const { index } = evaluator;
  for (let outer = index.parentOf(statement); outer !== null; outer = index.parentOf(outer)) {
    if (isWithin(node, outer)) return true;
    if (!PASSES_THROUGH.has(outer.type)) return false;
  }
  return true;
}

/** What a write may stand in and still be sure to happen. */
const PASSES_THROUGH = new Set([
  'ExpressionStatement',
  'VariableDeclaration',
  'VariableDeclarator',
  'ExportNamedDeclaration',
  'SequenceExpression',
  'ObjectPattern',
  'ArrayPattern',
  'Property',
]);

function shareLoop(evaluator: Evaluator, write: Node, node: Node): boolean {
  const loop = evaluator.index.enclosing(write, isLoop);
  for (let around = loop; around !== null; around = evaluator.index.enclosing(around, isLoop)) {
    if (isWithin(node, around)) return true;
  }
  return false;
}

function isLoop(node: Node): node is TSESTree.ForStatement {
  return /^(?:For(?:In|Of)?|While|DoWhile)Statement$/.test(node.type);
}

function writtenValues(
  evaluator: Evaluator,
  write: Write,
  before: Values,
  node: Node,
  frame: Frame | null,
): Values {
  const { identifier, operator, statement } = write;
  const around = frameAround(identifier, frame);
  switch (operator) {
    case '?':
      return [evaluator.unknown(statement)];
    case '=': {
      const { values, isParameter } = patternValues(evaluator, identifier, around);
      if (isParameter) return values;
      const step: Step = {
        origin: 'constant',
        label: identifier.name,
        place: namePlace(evaluator, identifier),
        env: null,
      };
      return stepped(values, step, evaluator.place(node));
    }
    case '??=': {
      if (statement.type !== 'AssignmentExpression') return before;
      return evaluator.withDefault(
        before,
        evaluator.evaluate(statement.right, around),
        statement.right,
        node,
      );
    }
    case '+=': {
      if (statement.type !== 'AssignmentExpression' || before.length === 0)
        return [evaluator.unknown(statement)];
      const left: Operand = {
        alternatives: asTexts(before, evaluator.place(statement.left), null),
        place: evaluator.place(statement.left),
      };
      const right: Operand = {
        alternatives: evaluator.texts(statement.right, around),
        place: evaluator.place(statement.right),
      };
      return joined([left, right], evaluator.place(statement));
    }
  }
}

/** Where a name is written, without the type that an identifier node's range includes. */
export function namePlace(evaluator: Evaluator, identifier: TSESTree.Identifier) {
  const start = identifier.range[0];
  return { source: evaluator.source, start, end: start + identifier.name.length };
}

/** Values with what the code visibly changes of them: the changed members gain the alternatives. */
function mutated(evaluator: Evaluator, values: Values, mutations: readonly Mutation[]): Values {
  if (mutations.length === 0) return values;
  return values.map((value) =>
    mutations.reduce((changed, mutation) => change(evaluator, changed, mutation, 0), value),
  );
}

function change(evaluator: Evaluator, value: Value, mutation: Mutation, level: number): Value {
  if (value.form === 'record') return changedRecord(evaluator, value, mutation, level);
  if (value.form === 'list') return changedList(evaluator, value, mutation, level);
  return value;
}

function changedRecord(
  evaluator: Evaluator,
  record: Value & { form: 'record' },
  mutation: Mutation,
  level: number,
): Value {
  const key = mutation.path[level];
  if (key === undefined) return mergedRecord(evaluator, record, mutation);
  const last = level === mutation.path.length - 1;
  const entries = record.entries.map((entry): Entry => {
    if (key !== null && entry.key.flat !== key) return entry;
    const values = () => {
      if (last && mutation.form === 'set') return union(entry.values(), setValues(evaluator, mutation));
      if (last && mutation.form === 'lost')
        return union(entry.values(), [{ form: 'unknown', place: entry.place }]);
      return entry.values().map((value) => change(evaluator, value, mutation, level + 1));
    };
    return { ...entry, values };
  });
  const isNew =
    last && mutation.form === 'set' && key !== null && !entries.some((entry) => entry.key.flat === key);
  const [assigned] = mutation.values;
  if (!isNew || assigned === undefined) return { ...record, entries };
  const place = evaluator.place(assigned);
  const added: Entry = {
    key: { form: 'literal', flat: key, place, offsets: 'whole' },
    place,
    values: () => setValues(evaluator, mutation),
  };
  return { ...record, entries: [...entries, added] };
}

function setValues(evaluator: Evaluator, mutation: Mutation): Values {
  return union(...mutation.values.map((node) => evaluator.evaluate(node, null)));
}

/** `Object.assign(record, …)`: entries that are merged in stand beside the record's own. */
function mergedRecord(evaluator: Evaluator, record: Value & { form: 'record' }, mutation: Mutation): Value {
  const merged =
    mutation.form === 'merge' ? mutation.values.map((node) => evaluator.evaluate(node, null)) : [[]];
  const known = merged.every((list) => list.length > 0 && list.every((value) => value.form === 'record'));
  const added = merged.flat().flatMap((value) => (value.form === 'record' ? value.entries : []));
  const entries = record.entries.map((entry): Entry => {
    const others = added.filter(({ key }) => key.flat === entry.key.flat);
    if (known && others.length === 0) return entry;
    const lost: Values = known ? [] : [{ form: 'unknown', place: entry.place }];
    return { ...entry, values: () => union(entry.values(), ...others.map((other) => other.values()), lost) };
  });
  const names = new Set(entries.map(({ key }) => key.flat));
  return { ...record, entries: [...entries, ...added.filter(({ key }) => !names.has(key.flat))] };
}

function changedList(
  evaluator: Evaluator,
  list: Value & { form: 'list' },
  mutation: Mutation,
  level: number,
): Value {
  const rest = mutation.path.slice(level);
  const atIndex = rest.length === 1 && mutation.form === 'set';
  if (rest.length > 0 && !atIndex) return list;
  const given = mutation.values.map((node) => evaluator.evaluate(node, null));
  switch (mutation.form) {
    case 'push':
      return { ...list, items: [...list.items, ...given] };
    case 'prepend':
      return { ...list, items: [...given, ...list.items] };
    case 'set':
      return /^\d+$/.test(rest[0] ?? '0') ? { ...list, isLoose: true, items: [...list.items, ...given] } : { ...list, isLoose: true };
    case 'loosened':
      return { ...list, isLoose: true };
    case 'merge':
    case 'lost':
      return { ...list, isLoose: true, items: [...list.items, [{ form: 'unknown', place: list.place }]] };
  }
}
