import { MOST_ALTERNATIVES } from '../facts.js';
import type { Call as CallFact, Entry, ListValue, ThingValue, Value } from '../facts.js';
import type { Place } from '../../references/source.js';
import { hole, literal } from '../../references/text.js';
import type { Step } from '../../references/text.js';
import type { ClassDefinition, Expression, FunctionDefinition, Node } from './syntax.js';
import { annotationValues } from './annotations.js';
import { passedTo } from './arguments.js';
import type { Passed } from './arguments.js';
import { constructionsOf } from './callers.js';
import { invoke } from './calls.js';
import { keywordEntries, replacing } from './collections.js';
import { follow } from './following.js';
import { chosen, isNone, isOpaque, ProjectThing, textValue, thing, unknown, withoutNone } from './forms.js';
import type { ClassTarget, Construction, FunctionTarget, InstanceTarget, Lineage, MemberTarget } from './forms.js';
import { createFrame } from './frames.js';
import type { Frame } from './frames.js';
import { bindingValues, bindingsValues } from './names.js';
import { aliasOfField, describesField, fieldDefault, settingsVariable } from './settings.js';
import { reachingBindings } from './reaching.js';
import { onlyText } from './string-methods.js';
import type { Binding, Scope } from './scopes.js';
import type { Evaluator } from './evaluator.js';

/** Bases that say nothing of what an instance is. */
const EMPTY_BASES =
  /(?:^|[.~])(?:object|ABC|ABCMeta|Protocol|Generic|Enum|StrEnum|IntEnum|Flag|str|int|dict|list|Exception|BaseModel|BaseSettings|NamedTuple|TypedDict|SQLModel|Struct)$/;
const ENUMERATION = /(?:^|[.~])(?:Enum|StrEnum|IntEnum|Flag|IntFlag)$/;
const TEXT_ENUMERATION = /(?:^|[.~])(?:str|StrEnum)$/;
/** Bases whose annotated attributes are the parameters of the constructor. */
const RECORD_BASES = /(?:^|[.~])(?:BaseModel|BaseSettings|NamedTuple|TypedDict|SQLModel|Struct)$/;
const RECORD_DECORATORS: ReadonlySet<string> = new Set([
  'dataclass',
  's',
  'attrs',
  'define',
  'frozen',
  'mutable',
  'attributes',
]);

type Fields = Extract<Binding, { form: 'assignment' | 'annotation' }>;

/** A class's own bases, in order: classes of this repository and others. */
function basesOf(target: ClassTarget): readonly ThingValue[] {
  const { evaluator, definition, scope } = target;
  const around = scope.parent ?? scope;
  return definition.arguments
    .filter((argument) => argument.keyword === null && argument.spread === '')
    .flatMap((argument) => evaluator.things(baseExpression(argument.value), around, null));
}

/** `Generic[T]` is a Generic. */
function baseExpression(node: Expression): Expression {
  return node.type === 'Subscript' ? node.object : node;
}

/** The class and those of the repository that it inherits from, nearest first; cycles end. */
export function lineage(target: ClassTarget): readonly ClassTarget[] {
  return lineageOf(target).classes;
}

function foreignBases(target: ClassTarget): readonly string[] {
  return lineageOf(target).foreign;
}

function lineageOf(target: ClassTarget): Lineage {
  return target.evaluator.lineage(target, () => {
    const classes: ClassTarget[] = [];
    const foreign: string[] = [];
    const add = (one: ClassTarget) => {
      if (classes.length > MOST_CLASSES || classes.some(({ definition }) => definition === one.definition))
        return;
      classes.push(one);
      for (const base of basesOf(one)) {
        if (base instanceof ProjectThing && base.target.form === 'class') add(base.target);
        else if (base.path !== '?') foreign.push(base.path);
      }
    };
    add(target);
    return { classes, foreign };
  });
}

/** So many classes of a lineage are looked at. */
const MOST_CLASSES = 20;

export function inherits(target: ClassTarget, pattern: RegExp): boolean {
  return foreignBases(target).some((path) => pattern.test(path));
}

/** Whether the constructor takes the annotated attributes: dataclasses, attrs, pydantic, NamedTuple. */
function isRecordClass(target: ClassTarget): boolean {
  const decorated = lineage(target).some(({ definition }) =>
    definition.decorators.some((decorator) => RECORD_DECORATORS.has(decoratorName(decorator))),
  );
  return decorated || inherits(target, RECORD_BASES);
}

export function decoratorName(decorator: Expression): string {
  const callee = decorator.type === 'Call' ? decorator.callee : decorator;
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'Attribute' ? callee.attribute.name : '';
}

/**
 * What calling a class of this repository gives. An instance of a class that inherits from elsewhere
 * goes by that base (`minio.Minio()`); of any other by the class's own path (`.Store()`,
 * `project.storage.Store()`).
 */
export function instancesOf(
  value: ProjectThing & { readonly target: unknown },
  made: (Construction & { readonly fact: CallFact }) | null,
): readonly Value[] {
  if (value.target.form !== 'class') return [];
  const target: InstanceTarget = { form: 'instance', class: value.target, made };
  const calls = made === null ? [] : [made.fact];
  const foreign = foreignBases(value.target).filter((path) => !EMPTY_BASES.test(path));
  const paths = foreign.length > 0 ? [...new Set(foreign)] : [value.path];
  return paths.map((path) => new ProjectThing(`${path}()`, calls, target));
}

/** What an instance of a NamedTuple holds, as the tuple that it is; null for another value. */
export function fieldsInOrder(value: Value): ListValue | null {
  if (!(value instanceof ProjectThing) || value.target.form !== 'instance') return null;
  const { target } = value;
  if (!inherits(target.class, TUPLE)) return null;
  const place = target.class.evaluator.place(target.class.definition.name);
  const items = fieldNames(target.class).map((name) => instanceMember(value, target, name, place) ?? [unknown(place)]);
  return { form: 'list', items, place };
}

/** The fields of an instance of a record class by their names; null for another value. */
export function fieldEntries(value: Value): readonly Entry[] | null {
  if (!(value instanceof ProjectThing) || value.target.form !== 'instance') return null;
  const { target } = value;
  if (!isRecordClass(target.class)) return null;
  const { evaluator, definition } = target.class;
  const place = evaluator.place(definition.name);
  return fieldNames(target.class).map((name) => {
    // A field of its own: `User(**user.model_dump())` makes users of the fields that its users have.
    const field: Node = { start: place.start, end: place.end };
    const member = () => instanceMember(value, target, name, place) ?? [unknown(place)];
    return { key: literal(name, place, 'whole'), place, values: () => evaluator.remembered(field, null, member) };
  });
}

/** The methods of record classes that give their fields, some of them replaced, as a dictionary. */
export function recordOfFields(value: Value, method: string, call: Construction): readonly Value[] | null {
  if (!FIELD_METHODS.has(method)) return null;
  const entries = fieldEntries(value);
  if (entries === null) return null;
  const { evaluator, call: node, scope, frame } = call;
  const given = keywordEntries(evaluator, node.arguments, scope, frame);
  const update = given.find(({ key }) => key.flat === 'update');
  const updated = (update?.values() ?? []).flatMap((one) => (one.form === 'record' ? one.entries : []));
  const replaced = method === '_replace' ? given : updated;
  return [{ form: 'record', entries: replacing(entries, replaced), place: evaluator.place(node) }];
}

const FIELD_METHODS: ReadonlySet<string> = new Set(['_asdict', '_replace', 'model_dump', 'model_copy', 'dict', 'copy']);

const TUPLE = /(?:^|[.~])NamedTuple$/;

/** The members of an enumeration in order; empty for another class. */
export function enumerationMembers(value: ProjectThing): readonly Value[] {
  if (value.target.form !== 'class' || !inherits(value.target, ENUMERATION)) return [];
  const { target } = value;
  return target.scope.bindings.names().flatMap((name) => {
    const member = enumerationMember(value, target, name);
    return member === null ? [] : [member];
  });
}

function enumerationMember(value: ThingValue, target: ClassTarget, name: string): Value | null {
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

/** A member of a class itself; null where it has none of that name. */
export function classMember(
  value: ProjectThing,
  target: ClassTarget,
  name: string,
  place: Place,
): readonly Value[] | null {
  if (inherits(target, ENUMERATION)) {
    const member = enumerationMember(value, target, name);
    if (member !== null) return [member];
  }
  for (const one of lineage(target)) {
    const found = ownMember(one, name, value, place, null);
    if (found !== null) return found;
  }
  return null;
}

/** A member of an instance; null where its class is known to have none of that name. */
export function instanceMember(
  value: ProjectThing,
  instance: InstanceTarget,
  name: string,
  place: Place,
): readonly Value[] | null {
  const receiver = withoutSuper(value, instance);
  const classes = lineage(instance.class);
  const from = classes.findIndex(({ definition }) => definition === instance.above) + 1;
  for (const one of classes.slice(from)) {
    const found = ownMember(one, name, receiver, place, instance);
    if (found === null) continue;
    if (instance.made !== null || instance.above !== undefined) return found;
    const below = inSubclasses(value, instance, name, place, isAbstract(one.scope, name));
    return below.length > 0 && isAbstract(one.scope, name) ? below : [...found, ...below];
  }
  if (instance.made !== null) return null;
  const found = inSubclasses(value, instance, name, place, false);
  return found.length === 0 ? null : found;
}

/** What `super()` in a method is a view of. */
function withoutSuper(value: ProjectThing, instance: InstanceTarget): ProjectThing {
  if (instance.above === undefined) return value;
  const { class: target, made } = instance;
  return new ProjectThing(value.path, value.calls, { form: 'instance', class: target, made }, value.choices);
}

/** Whether a class leaves a method to its subclasses: it returns nothing. */
function isAbstract(scope: Scope, name: string): boolean {
  const field = fieldsNamed(scope, name)[0];
  return field?.form === 'function' && field.inner.returns.length === 0 && field.inner.yields.length === 0;
}

/** Any instance of a class may be one of the subclasses beside it, which set what the class reads. */
function inSubclasses(
  value: ProjectThing,
  instance: InstanceTarget,
  name: string,
  place: Place,
  methods: boolean,
): readonly Value[] {
  const { evaluator, definition } = instance.class;
  return evaluator.survey.classes.flatMap((scope): readonly Value[] => {
    const { node } = scope;
    if (node.type !== 'ClassDefinition' || node === definition || !namesBase(node, definition.name.name))
      return [];
    const target: ClassTarget = { form: 'class', definition: node, scope, evaluator };
    if (!lineage(target).some((one) => one.definition === definition)) return [];
    const found = ownMember(target, name, value, place, instance);
    return (found ?? []).filter(
      (one) => methods || !(one instanceof ProjectThing && one.target.form === 'function'),
    );
  });
}

function namesBase(node: ClassDefinition, name: string): boolean {
  return node.arguments.some(({ value }) => {
    const base = baseExpression(value);
    return (
      (base.type === 'Identifier' && base.name === name) ||
      (base.type === 'Attribute' && base.attribute.name === name)
    );
  });
}

/** What a class's body leaves under a name when it has run; the setter of a property is not its value. */
function fieldsNamed(scope: Scope, name: string): readonly Binding[] {
  const values = (scope.bindings.get(name) ?? []).filter((binding) => !isAccessor(binding));
  return reachingBindings(values, scope, scope.node.end);
}

function isAccessor(binding: Binding): boolean {
  if (binding.form !== 'function') return false;
  return binding.definition.decorators.some((one) => ['setter', 'deleter'].includes(decoratorName(one)));
}

/** What one class of a lineage itself says of a member. */
function ownMember(
  target: ClassTarget,
  name: string,
  value: ProjectThing,
  place: Place,
  instance: InstanceTarget | null,
): readonly Value[] | null {
  const { evaluator, scope } = target;
  const fields = fieldsNamed(scope, name);
  const attributes = scope.attributes.get(name) ?? [];
  if (fields.length === 0 && attributes.length === 0) return null;
  const values: Value[] = [];
  for (const field of fields) {
    values.push(...(memberOfForm(target, field, value, place, instance) ?? []));
  }
  const set = attributes.filter((attribute) => attribute.form !== 'annotation' || attributes.length === 1);
  for (const attribute of set) {
    if (values.length >= MOST_ALTERNATIVES) break;
    const frame = methodFrame(attribute, value, instance);
    const own = withoutNone(bindingValues(evaluator, attribute, place, frame));
    values.push(...own);
  }
  return withoutNone(values);
}

/** The call of the method that sets an attribute: of a constructor, with what was passed to it. */
function methodFrame(attribute: Binding, value: ProjectThing, instance: InstanceTarget | null): Frame | null {
  const { scope } = attribute;
  const method = scope.node;
  if (instance?.made == null || method.type !== 'FunctionDefinition') return null;
  if (method.name.name === '__init__') return constructorFrame(scope, value, instance, instance.made);
  return createFrame(scope, receiverOf(method, value), null, instance.made.frame, true);
}

function receiverOf(method: FunctionDefinition, value: ProjectThing): Map<string, Passed> {
  const own = method.parameters[0]?.name.name ?? 'self';
  return new Map<string, Passed>([[own, { values: () => [value], place: null }]]);
}

/**
 * The call of one of the constructors of a lineage: the nearest is called by who makes the instance, each
 * other by the one before it (`super().__init__(…)`, `Base.__init__(self, …)`). Null where none calls it.
 */
function constructorFrame(
  wanted: Scope,
  value: ProjectThing,
  { class: target }: InstanceTarget,
  made: Construction,
): Frame | null {
  let call = made;
  for (const { scope: around, evaluator } of lineage(target)) {
    const own = around.bindings.get('__init__')?.[0];
    if (own?.form !== 'function') continue;
    const passed = receiverOf(own.definition, value);
    for (const [name, one] of passedTo(own.definition.parameters.slice(1), call)) passed.set(name, one);
    const frame = createFrame(own.inner, passed, null, call.frame);
    if (own.inner === wanted) return frame;
    const next = callOfNext(own.inner, frame, evaluator);
    if (next === null) return null;
    call = next;
  }
  return null;
}

/** The call in a constructor that calls the next one. */
function callOfNext(scope: Scope, frame: Frame, evaluator: Evaluator): Construction | null {
  const found = evaluator.survey.callsByMethod.get('__init__')?.find((one) => one.scope === scope);
  if (found === undefined) return null;
  const { callee } = found.node;
  const bound = callee.type === 'Attribute' && callee.object.type === 'Call';
  // `Base.__init__(self, …)` passes the receiver itself.
  const call = bound ? found.node : { ...found.node, arguments: found.node.arguments.slice(1) };
  return { call, scope, frame, evaluator };
}

function memberOfForm(
  target: ClassTarget,
  field: Binding,
  value: ProjectThing,
  place: Place,
  instance: InstanceTarget | null,
): readonly Value[] | null {
  const { evaluator } = target;
  switch (field.form) {
    case 'function':
      return methodValues(target, field.definition, field.inner, value, place);
    case 'assignment':
    case 'annotation':
      return fieldValues(target, field, place, instance);
    default:
      return bindingsValues(evaluator, [field], place, null);
  }
}

/** A method bound to what it is called on; of a property, what it gives. */
function methodValues(
  target: ClassTarget,
  definition: FunctionDefinition,
  scope: FunctionTarget['scope'],
  receiver: ProjectThing,
  place: Place,
): readonly Value[] {
  const decorators = definition.decorators.map(decoratorName);
  const unbound = decorators.includes('staticmethod');
  const method: FunctionTarget = {
    form: 'function',
    definition,
    scope,
    evaluator: target.evaluator,
    outer: null,
    receiver: unbound ? null : receiver,
  };
  // A method of the project's own is not its base's, whatever the instance goes by.
  const className = target.definition.name.name;
  const own = receiver.target.form === 'instance' && !receiver.path.endsWith(`${className}()`);
  const path = `${own ? `.${className}()` : receiver.path}.${definition.name.name}`;
  const bound = new ProjectThing(path, receiver.calls, method);
  if (!decorators.some((name) => PROPERTIES.has(name))) return [bound];
  return invoke(bound, method, null, place);
}

const PROPERTIES: ReadonlySet<string> = new Set([
  'property',
  'cached_property',
  'computed_field',
  'hybrid_property',
]);

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
function fieldValues(
  target: ClassTarget,
  field: Fields,
  place: Place,
  instance: InstanceTarget | null,
): readonly Value[] {
  const { evaluator } = target;
  const record = isRecordClass(target);
  const variable = settingsVariable(target, field);
  const label = `${instance === null ? target.definition.name.name : 'self'}.${field.name}`;
  const step: Step = {
    origin: record ? 'field-default' : 'constant',
    label: labelFor(label, field.name, instance),
    place: evaluator.place(field.node),
    env: variable,
  };
  const passed = record && instance !== null ? passedFields(instance, field.name, place) : [];
  if (instance?.made != null && passed.length > 0) return passed;
  const declared = declaredValues(target, field, step, variable, place);
  return passed.length === 0 ? declared : [...passed, ...declared.filter((value) => !isOpaque(value))];
}

function labelFor(label: string, name: string, instance: InstanceTarget | null): string {
  return instance === null ? label : name;
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
function fieldNames(target: ClassTarget): readonly string[] {
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

/** The class of the method that a scope lies in; null elsewhere. */
export function classOf(scope: Scope, evaluator: Evaluator): ClassTarget | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const { node } = at;
    if (at.form === 'class' && node.type === 'ClassDefinition')
      return { form: 'class', definition: node, scope: at, evaluator };
  }
  return null;
}

/** What `super()` gives in a method of the class, called on `receiver`. */
export function superclassInstances(target: ClassTarget, receiver: Value | null): readonly Value[] {
  if (receiver instanceof ProjectThing && receiver.target.form === 'instance' && foreignBases(target).length === 0) {
    const { path, calls, choices } = receiver;
    return [new ProjectThing(path, calls, { ...receiver.target, above: target.definition }, choices)];
  }
  return basesOf(target).flatMap((base): readonly Value[] => {
    if (base instanceof ProjectThing && base.target.form === 'class') return instancesOf(base, null);
    return base.path === '?' ? [] : [thing(`${base.path}()`)];
  });
}
