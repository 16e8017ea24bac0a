import type { Call, Facts, ThingValue, Value } from '../facts.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frame.js';
import type { ClassNode, FunctionNode, TypeNode } from './tree.js';

export type Values = readonly Value[];

/**
 * What a thing of the repository itself is defined by. A `ThingValue` has no room for it and other
 * languages no use, so it is kept beside the value.
 */
export type Definition =
  FunctionDefinition | ClassDefinition | InstanceDefinition | NamespaceDefinition | TypeDefinition;

export interface FunctionDefinition {
  readonly form: 'function';
  readonly node: FunctionNode;
  readonly evaluator: Evaluator;
  /** The call in which a function within a function was made. */
  readonly frame: Frame | null;
  /** What `this` is in it, where it was taken from an object. */
  readonly self: Values | null;
}

export interface ClassDefinition {
  readonly form: 'class';
  readonly node: ClassNode;
  readonly evaluator: Evaluator;
  readonly frame: Frame | null;
}

export interface InstanceDefinition {
  readonly form: 'instance';
  readonly of: ClassDefinition;
  /** What the constructor was given; null for `this` within the class, which stands for every instance. */
  readonly construction: readonly Values[] | null;
  /** For `super`: the class above whose members are meant, and what `this` is in them. */
  readonly above?: { readonly definition: ClassDefinition; readonly self: Values };
}

/** A module of the repository as a whole. */
export interface NamespaceDefinition {
  readonly form: 'namespace';
  readonly facts: Facts;
}

/** An interface or a type alias of the repository, which is no value. */
export interface TypeDefinition {
  readonly form: 'type';
  readonly node: TypeNode;
  readonly evaluator: Evaluator;
}

const definitions = new WeakMap<ThingValue, Definition>();

export function definitionOf(thing: ThingValue): Definition | null {
  return definitions.get(thing) ?? null;
}

/** A thing of the repository: its path is that of a library only where it extends the library's. */
export function definedThing(definition: Definition, path = '?', calls: readonly Call[] = []): ThingValue {
  const value = thing(path, calls);
  definitions.set(value, definition);
  return value;
}

/** Longer paths say nothing that a catalogue could know. */
const LONGEST_PATH = 400;

export function thing(path: string, calls: readonly Call[] = []): ThingValue {
  if (path.length > LONGEST_PATH) return { form: 'thing', path: '?', calls: [] };
  return { form: 'thing', path, calls };
}

/** A thing of which only the name is known. */
export function named(name: string): ThingValue {
  return thing(`~${name}`);
}

/** A member of a thing that the repository does not define; a module's `default` is the module itself. */
export function memberOf(owner: ThingValue, name: string): ThingValue {
  if (name === 'default' && owner.calls.length === 0 && !owner.path.startsWith('~')) return owner;
  return thing(`${owner.path}.${name}`, owner.calls);
}

/** Whether nothing at all is known of a value, not even a name. */
export function isOpaque(value: Value): boolean {
  return (
    value.form === 'unknown' || (value.form === 'thing' && value.path === '?' && !definitions.has(value))
  );
}

/** Whether a value is at best a name: what a default stands in for. */
export function isUnresolved(value: Value): boolean {
  if (value.form === 'unknown') return true;
  return value.form === 'thing' && /^[~?]/.test(value.path) && !definitions.has(value);
}
