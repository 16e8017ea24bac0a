import type { ThingValue, Value } from '../facts.js';
import type { Place } from '../../references/source.js';
import type { Expression } from './syntax.js';
import { classMember, instanceMember } from './classes.js';
import type { Evaluator } from './evaluator.js';
import { follow } from './following.js';
import { frameFor } from './frames.js';
import type { Frame } from './frames.js';
import { chosen, isOpaque, memberText, ProjectThing, textValue, thing, withoutNone } from './forms.js';
import type { Target } from './forms.js';
import { memberOfModule } from './imports.js';
import { isParsedArguments, mayBeParsedArguments, optionValues } from './options.js';
import { resolve } from './scopes.js';
import type { Scope } from './scopes.js';

type Attribute = Extract<Expression, { type: 'Attribute' }>;

/** `object.attribute`. */
export function attributeValues(
  evaluator: Evaluator,
  node: Attribute,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] {
  const { object, attribute } = node;
  const place = evaluator.place(node);
  const objects = evaluator.values(object, scope, frame);
  const own: Value[] = [];
  for (const value of objects) own.push(...memberValues(evaluator, value, attribute.name, place));
  const set = setFromOutside(evaluator, node, scope, frame);
  if (set.length === 0) return withoutNone(own);
  return withoutNone([...own.filter((value) => !isOpaque(value)), ...set]);
}

/** What is put into the attribute through the same name: `settings.bucket = "x"`. */
function setFromOutside(
  evaluator: Evaluator,
  node: Attribute,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] {
  const { object, attribute } = node;
  if (object.type !== 'Identifier' || !evaluator.survey.attributesSet.has(attribute.name)) return [];
  const holder = resolve(scope, object.name)?.scope ?? evaluator.survey.scope;
  const mutations = holder.mutations.get(object.name);
  if (mutations === undefined) return [];
  return mutations.flatMap((mutation) => {
    const { form, key, value } = mutation;
    if (form !== 'attribute' || key?.type !== 'Identifier' || key.name !== attribute.name || value === null)
      return [];
    const label = evaluator.textOf(node);
    const step = { origin: 'constant' as const, label, place: evaluator.place(mutation.node), env: null };
    const values = evaluator.values(value, mutation.scope, frameFor(mutation.scope, frame));
    return follow(values, step, evaluator.place(node));
  });
}

/** A member of one value. */
export function memberValues(
  evaluator: Evaluator,
  value: Value,
  name: string,
  place: Place,
): readonly Value[] {
  switch (value.form) {
    case 'text':
      // The text of an enumeration's member, whose value it is.
      return name === 'value' ? [value] : [thing(`str.${name}`)];
    case 'list':
      return [thing(`list.${name}`)];
    case 'record':
      return [thing(`dict.${name}`)];
    case 'unknown':
      return [thing(isOpaque(value) ? `~${name}` : `?.${name}`)];
    case 'thing':
      return memberOfThing(evaluator, value, name, place);
  }
}

function memberOfThing(
  evaluator: Evaluator,
  value: ThingValue,
  name: string,
  place: Place,
): readonly Value[] {
  const options =
    isParsedArguments(value) || mayBeParsedArguments(value)
      ? optionValues(evaluator, name, place, `.${name}`)
      : null;
  if (options !== null) return options;
  if (!(value instanceof ProjectThing)) return [thing(`${value.path}.${name}`, value.calls)];
  const { target, choices } = value;
  return chosen(memberOfTarget(value, target, name, place), choices);
}

function memberOfTarget(value: ProjectThing, target: Target, name: string, place: Place): readonly Value[] {
  switch (target.form) {
    case 'module':
      return memberOfModule(target.evaluator, target.specifier, name, place);
    case 'class':
      return classMember(value, target, name, place) ?? [thing(`${value.path}.${name}`, value.calls)];
    case 'instance':
      return membersOfInstance(value, name, instanceMember(value, target, name, place));
    case 'member':
      if (name === 'value') return memberText(target, place);
      return name === 'name' ? [textValue(target.name)] : [thing(`${value.path}.${name}`)];
    case 'parameter':
      return [new ProjectThing(`${value.path}.${name}`, value.calls, target)];
    case 'function':
      return [thing(`${value.path}.${name}`, value.calls)];
  }
}

/**
 * What an instance's class says of an attribute, and where that is no more than another name, the
 * attribute's own name; what the class does not say may be a base's from elsewhere.
 */
function membersOfInstance(
  value: ThingValue,
  name: string,
  found: readonly Value[] | null,
): readonly Value[] {
  if (found === null) {
    const opaque = thing(`~${name}`);
    return value.path.startsWith('.') ? [opaque] : [thing(`${value.path}.${name}`, value.calls), opaque];
  }
  const opaque = found.length > 0 && found.every((one) => one.form === 'thing' && isOpaque(one));
  const known = found.some((one) => one.form === 'thing' && one.path === `~${name}`);
  return opaque && !known ? [...found, thing(`~${name}`)] : found;
}
