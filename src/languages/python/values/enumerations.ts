import type { ThingValue, Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import { literal } from '../../../references/text.js';
import type { Expression } from '../syntax/syntax.js';
import { fieldsNamed, ownMember } from './classes.js';
import { ProjectThing, textValue } from './forms.js';
import type { ClassTarget, MemberTarget } from './forms.js';
import { decoratorName, inherits, lineage } from './lineage.js';
import { onlyText } from './string-methods.js';

const ENUMERATION = /(?:^|[.~])(?:Enum|StrEnum|IntEnum|Flag|IntFlag)$/;

const TEXT_ENUMERATION = /(?:^|[.~])(?:str|StrEnum)$/;

export function isEnumeration(target: ClassTarget): boolean {
  return inherits(target, ENUMERATION);
}

/** The members of an enumeration in order; empty for another class. */
export function enumerationMembers(value: ProjectThing): readonly Value[] {
  if (value.target.form !== 'class' || !isEnumeration(value.target)) return [];
  const { target } = value;
  return target.scope.bindings.names().flatMap((name) => {
    const member = enumerationMember(value, target, name);
    return member === null ? [] : [member];
  });
}

/** The member of an enumeration that has the name; null where none has. */
export function enumerationMember(value: ThingValue, target: ClassTarget, name: string): Value | null {
  const binding = target.scope.bindings.get(name)?.[0];
  if (binding?.form !== 'assignment' || name.startsWith('_')) return null;
  const { evaluator } = target;
  const place = evaluator.place(binding.node);
  const isText = inherits(target, TEXT_ENUMERATION);
  return new ProjectThing(`${value.path}.${name}`, [], {
    form: 'member',
    owner: target,
    name: literal(name, place),
    isText,
    values:
      isText && isAutomatic(binding.value)
        ? [textValue(literal(name.toLowerCase(), place, 'whole'))]
        : evaluator.values(binding.value, binding.scope, null),
    step: { origin: 'constant', label: `${target.definition.name.name}.${name}`, place, env: null },
  });
}

/** `auto()`, which gives a StrEnum's member its name in lower case. */
function isAutomatic(value: Expression): boolean {
  return value.type === 'Call' && decoratorName(value) === 'auto';
}

/** The members of an enumeration that hold a value, `Layer("bronze")`: all where that is not known. */
export function membersHolding(value: ProjectThing, held: string | null): readonly Value[] {
  const members = enumerationMembers(value);
  const found = members.filter(
    (member) =>
      member instanceof ProjectThing && member.target.form === 'member' && onlyText(member.target.values) === held,
  );
  return held === null || found.length === 0 ? members : found;
}

/** A method or property of a member of an enumeration; null where its class has none of that name. */
export function memberOfMember(value: ProjectThing, target: MemberTarget, name: string, place: Place) {
  for (const one of lineage(target.owner)) {
    const found = fieldsNamed(one.scope, name).some(({ form }) => form === 'function')
      ? ownMember(one, name, value, place, null)
      : null;
    if (found !== null) return found;
  }
  return null;
}
