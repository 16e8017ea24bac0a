import type { Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import { hole } from '../../../references/text.js';
import type { Step } from '../../../references/text.js';
import { annotationValues } from './annotations.js';
import type { Passed } from './arguments.js';
import { constructionsOf } from './callers.js';
import type { Evaluator } from './evaluator.js';
import { follow } from './following.js';
import { chosen, isNone, isOpaque, textValue, thing } from './forms.js';
import type { ClassTarget, Construction, InstanceTarget } from './forms.js';
import { isRecordClass, lineage } from './lineage.js';
import type { Binding, Scope } from '../survey/scopes.js';
import { aliasOfField, describesField, fieldDefault, settingsVariable } from './settings.js';

type Fields = Extract<Binding, { form: 'assignment' | 'annotation' }>;

/** What the declaration of a field in a class's body gives by itself: its default, the variable it is read from. */
export function declaredField(
  evaluator: Evaluator,
  scope: Scope,
  name: string,
  place: Place,
): readonly Value[] | null {
  const { node } = scope;
  if (node.type !== 'ClassDefinition') return null;
  const field = scope.bindings.get(name)?.find((binding) => binding.node.start === place.start);
  if (field?.form !== 'assignment' && field?.form !== 'annotation') return null;
  if (field.form === 'assignment' && field.unpacking.length > 0) return null;
  const target: ClassTarget = { form: 'class', definition: node, scope, evaluator };
  if (!describesField(field) && settingsVariable(target, field) === null) return null;
  return fieldValues(target, field, place, null);
}

/** An attribute that a class's body declares, as an instance or the class itself has it. */
export function fieldValues(
  target: ClassTarget,
  field: Fields,
  place: Place,
  instance: InstanceTarget | null,
): readonly Value[] {
  const { evaluator } = target;
  const record = isRecordClass(target);
  const variable = settingsVariable(target, field);
  const step: Step = {
    origin: record ? 'field-default' : 'constant',
    label: instance === null ? `${target.definition.name.name}.${field.name}` : field.name,
    place: evaluator.place(field.node),
    env: variable,
  };
  const passed = record && instance !== null ? passedFields(instance, field.name, place) : [];
  if (instance?.made != null && passed.length > 0) return passed;
  const declared = declaredValues(target, field, step, variable, place);
  return passed.length === 0 ? declared : [...passed, ...declared.filter((value) => !isOpaque(value))];
}

/** What a field's own declaration gives: its default, the variable it is read from, its annotation. */
function declaredValues(
  target: ClassTarget,
  field: Fields,
  step: Step,
  variable: string | null,
  place: Place,
): readonly Value[] {
  const { evaluator } = target;
  const value = fieldDefault(target, field);
  if (value !== null && !value.every(isNone)) return follow(value, step, place);
  if (variable !== null) return [textValue(hole(place, 'env', variable))];
  const annotated =
    field.annotation === null ? null : annotationValues(evaluator, field.annotation, field.scope, place);
  return annotated ?? (value !== null && value.length > 0 ? value : [thing(`~${field.name}`)]);
}

/** What the constructor of a record class was given for a field, here or anywhere in the file. */
function passedFields(instance: InstanceTarget, name: string, place: Place): readonly Value[] {
  const fields = fieldNames(instance.class);
  const made = instance.made === null ? constructionsOf(instance.class) : [instance.made];
  return made.flatMap((construction, index) => {
    const passed = passedField(instance.class, construction, fields, name);
    if (passed === null) return [];
    const step: Step = { origin: 'argument', label: name, place: passed.place ?? place, env: null };
    const values = follow(passed.values(), step, place);
    return instance.made === null ? chosen(values, [{ of: instance.class.definition, index }]) : values;
  });
}

function passedField(
  target: ClassTarget,
  construction: Construction,
  fields: readonly string[],
  name: string,
): Passed | null {
  const { call, scope, frame, evaluator } = construction;
  const position = fields.indexOf(name);
  const alias = aliasOfField(target, name);
  const argument =
    call.arguments.find(({ keyword }) => keyword?.name === name || (keyword !== null && keyword.name === alias)) ??
    call.arguments.filter((one) => one.keyword === null && one.spread === '')[position];
  if (argument === undefined) return spreadField(construction, name);
  const { value } = argument;
  return { values: () => evaluator.values(value, scope, frame), place: evaluator.place(value) };
}

/** What `**values` passes for a field. */
function spreadField({ call, scope, frame, evaluator }: Construction, name: string): Passed | null {
  for (const { spread, value } of call.arguments) {
    if (spread !== '**') continue;
    for (const record of evaluator.values(value, scope, frame)) {
      const entry = record.form === 'record' ? record.entries.findLast(({ key }) => key.flat === name) : undefined;
      if (entry !== undefined) return { values: () => entry.values(), place: entry.place };
    }
  }
  return null;
}

/** The annotated attributes of a class, those of its bases first, as the constructor takes them. */
export function fieldNames(target: ClassTarget): readonly string[] {
  const names = new Set<string>();
  for (const one of [...lineage(target)].reverse()) {
    for (const name of one.scope.bindings.names()) {
      const first = one.scope.bindings.get(name)?.[0];
      if (first?.form === 'annotation' || (first?.form === 'assignment' && first.annotation !== null))
        names.add(name);
    }
  }
  return [...names];
}
