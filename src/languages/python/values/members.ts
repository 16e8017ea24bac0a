import type { RecordValue, ThingValue, Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import type { Expression } from '../syntax/syntax.js';
import { literal } from '../../../references/text.js';
import { classMember, instanceMember } from './classes.js';
import { memberOfMember } from './enumerations.js';
import type { Evaluator } from './evaluator.js';
import { follow } from './following.js';
import { frameFor } from './frames.js';
import type { Frame } from './frames.js';
import { chosen, isOpaque, memberText, ProjectThing, textValue, thing, withoutNone } from './forms.js';
import type { ClassTarget, Target } from './forms.js';
import { memberOfModule } from './imports.js';
import { isParsedArguments, mayBeParsedArguments, optionValues } from './options.js';
import { changesUnder, mutationsSeen } from './reaching.js';
import { resolve } from '../survey/scopes.js';
import { onlyText } from './string-methods.js';
import type { Scope } from '../survey/scopes.js';

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
  const objects = withoutNone(evaluator.values(object, scope, frame));
  const own: Value[] = [];
  for (const value of objects) own.push(...memberValues(evaluator, value, attribute.name, place));
  const { values: set, certain } = setFromOutside(evaluator, node, scope, frame);
  if (certain) return set;
  if (set.length === 0) return withoutNone(own);
  return withoutNone([...own.filter((value) => !isOpaque(value)), ...set]);
}

interface SetFromOutside {
  readonly values: readonly Value[];
  /** Whether one of them is sure to be there. */
  readonly certain: boolean;
}

const NOTHING_SET: SetFromOutside = { values: [], certain: false };

/** What is put into the attribute through the same name: `settings.bucket = "x"`. */
function setFromOutside(
  evaluator: Evaluator,
  node: Attribute,
  scope: Scope,
  frame: Frame | null,
): SetFromOutside {
  const { object, attribute } = node;
  if (object.type !== 'Identifier' || !evaluator.survey.attributesSet.has(attribute.name)) return NOTHING_SET;
  const found = resolve(scope, object.name);
  const holder = found?.scope ?? evaluator.survey.scope;
  const mutations = changesUnder(holder, object.name).filter(
    ({ form, path, key, value }) =>
      form === 'attribute' &&
      path.length === 0 && key?.type === 'Identifier' && key.name === attribute.name && value !== null,
  );
  if (mutations.length === 0) return NOTHING_SET;
  const seen = mutationsSeen(mutations, holder, [], found === null || found.inOrder ? node.start : null);
  const last = seen.findLastIndex(({ certain }) => certain);
  const label = evaluator.textOf(node);
  const values = seen.slice(Math.max(last, 0)).flatMap(({ mutation }) => {
    if (mutation.value === null) return [];
    const step = { origin: 'constant' as const, label, place: evaluator.place(mutation.node), env: null };
    const set = evaluator.values(mutation.value, mutation.scope, frameFor(mutation.scope, frame));
    return follow(set, step, evaluator.place(node));
  });
  return { values, certain: last !== -1 };
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
      return attributeOfRecord(value, name, place) ?? [thing(`dict.${name}`)];
    case 'unknown':
      return [thing(isOpaque(value) ? `~${name}` : `?.${name}`)];
    case 'thing':
      return memberOfThing(evaluator, value, name, place);
  }
}

/** A dictionary that is read by attributes: SimpleNamespace, argparse's Namespace, and the many like them. */
function attributeOfRecord(record: RecordValue, name: string, place: Place): readonly Value[] | null {
  const entry = record.entries.findLast(({ key }) => key.flat === name);
  if (entry === undefined) return null;
  return follow(entry.values(), { origin: 'constant', label: name, place: entry.place, env: null }, place);
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
  if (!(value instanceof ProjectThing)) {
    return fieldOfTuple(value, name) ?? [thing(`${value.path}.${name}`, value.calls)];
  }
  const { target, choices } = value;
  return chosen(memberOfTarget(value, target, name, place), choices);
}

function memberOfTarget(value: ProjectThing, target: Target, name: string, place: Place): readonly Value[] {
  switch (target.form) {
    case 'module':
      return memberOfModule(target.evaluator, target.specifier, name, place);
    case 'class':
      if (name === '__name__') return [className(target, place)];
      return classMember(value, target, name, place) ?? [thing(`${value.path}.${name}`, value.calls)];
    case 'instance':
      if (name === '__class__') return [new ProjectThing(value.path.replace(/\(\)$/, ''), [], target.class)];
      return membersOfInstance(value, name, instanceMember(value, target, name, place));
    case 'member':
      if (name === 'value') return memberText(target, place);
      if (name === 'name') return [textValue(target.name)];
      return memberOfMember(value, target, name, place) ?? [thing(`${value.path}.${name}`)];
    case 'parameter':
      return [new ProjectThing(`${value.path}.${name}`, value.calls, target)];
    case 'function':
      return [thing(`${value.path}.${name}`, value.calls)];
  }
}

/** A field of what `namedtuple("Table", "bucket layer")` made a class of. */
function fieldOfTuple(value: ThingValue, name: string): readonly Value[] | null {
  if (!/(?:^|[.~])namedtuple\(\)\(\)$/.test(value.path)) return null;
  const [definition, made] = value.calls.slice(-2);
  const listed = definition?.arguments.find(({ position }) => position === 1)?.values()[0];
  const names =
    listed?.form === 'list' ? listed.items.map((item) => onlyText(item)) : onlyText(listed && [listed])?.split(/[\s,]+/);
  const position = names?.indexOf(name) ?? -1;
  const given = made?.arguments.find((one) => one.keyword === name || (position >= 0 && one.position === position));
  return given?.values() ?? null;
}

function className({ definition, evaluator }: ClassTarget, place: Place): Value {
  const { name } = definition;
  return textValue(literal(name.name, { ...place, source: evaluator.source, start: name.start, end: name.end }));
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
