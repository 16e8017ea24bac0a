import type { TSESTree } from '@typescript-eslint/utils';
import type { Place } from '../../references/source.js';
import type { Text } from '../../references/text.js';
import type { Entry } from '../facts.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frame.js';
import { callFunction } from './functions.js';
import { type Node, isFunction, isOf, writtenKey } from './tree.js';

/** The entries of an object as it is written; those that are spread into it among them. */
export function objectEntries(evaluator: Evaluator, node: TSESTree.ObjectExpression, frame: Frame | null): readonly Entry[] {
  return node.properties.flatMap((property): readonly Entry[] => {
    if (property.type === 'SpreadElement') {
      return evaluator.evaluate(property.argument, frame).flatMap((value) =>
        value.form === 'record' ? value.entries : [],
      );
    }
    if (!isOf(property, 'Property')) return [];
    return entry(evaluator, property, frame);
  });
}

function entry(evaluator: Evaluator, property: TSESTree.Property, frame: Frame | null): readonly Entry[] {
  const written = writtenKey(property.key, property.computed);
  const keys =
    written === null ? evaluator.texts(property.key, frame) : [keyText(evaluator.place(property.key), written)];
  const { value } = property;
  const values = () =>
    property.kind === 'get' && isFunction(value)
      ? callFunction(
          { form: 'function', node: value, evaluator, frame, self: null },
          [],
          evaluator.place(property),
          frame,
        )
      : evaluator.evaluate(value, frame);
  return keys.map((key) => ({ key, place: evaluator.place(property.key), values }));
}

/** The members of an enumeration; one without a value of its own has one that is not known. */
export function enumEntries(evaluator: Evaluator, node: TSESTree.TSEnumDeclaration): readonly Entry[] {
  const members = isOf(node.body, 'TSEnumBody') ? node.body.members : [];
  return members.flatMap((member): readonly Entry[] => {
    if (!isOf(member, 'TSEnumMember')) return [];
    const place = evaluator.place(member.id);
    const { initializer } = member;
    const values = () =>
      initializer === undefined ? [evaluator.unknown(member)] : evaluator.evaluate(initializer, null);
    return [{ key: keyText(place, writtenKey(member.id, false) ?? ''), place, values }];
  });
}

/** What a namespace exports; its functions and classes are reached by their own names. */
export function namespaceEntries(evaluator: Evaluator, node: TSESTree.TSModuleDeclaration): readonly Entry[] {
  const body = node.body?.type === 'TSModuleBlock' ? node.body.body : [];
  return body.flatMap((statement): readonly Entry[] => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const { declaration } = statement;
    if (declaration?.type === 'VariableDeclaration')
      return declaration.declarations.flatMap((one) => declared(evaluator, one));
    if (declaration?.type !== 'TSEnumDeclaration' && declaration?.type !== 'FunctionDeclaration') return [];
    return declaration.id === null ? [] : [namedEntry(evaluator, declaration.id, declaration)];
  });
}

function declared(evaluator: Evaluator, { id, init }: TSESTree.VariableDeclarator): readonly Entry[] {
  return id.type === 'Identifier' && init !== null ? [namedEntry(evaluator, id, init)] : [];
}

function namedEntry(evaluator: Evaluator, id: TSESTree.Identifier, value: Node): Entry {
  const start = id.range[0];
  const place = { source: evaluator.source, start, end: start + id.name.length };
  return { key: keyText(place, id.name), place, values: () => evaluator.evaluate(value, null) };
}

/** A key that is written as a name: its characters, at its own place. */
function keyText(place: Place, name: string): Text {
  return { form: 'literal', flat: name, place, offsets: 'whole' };
}
