import { MOST_ALTERNATIVES } from '../../facts.js';
import type { Call as CallFact, Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import type { FunctionDefinition } from '../syntax/syntax.js';
import { passedTo } from './arguments.js';
import type { Passed } from './arguments.js';
import { invoke } from './calls.js';
import { enumerationMember, isEnumeration } from './enumerations.js';
import type { Evaluator } from './evaluator.js';
import { fieldValues } from './fields.js';
import { ProjectThing, thing, withoutNone } from './forms.js';
import type { ClassTarget, Construction, FunctionTarget, InstanceTarget } from './forms.js';
import { createFrame } from './frames.js';
import type { Frame } from './frames.js';
import { basesOf, decoratorName, foreignBases, lineage, namesBase } from './lineage.js';
import { bindingsValues, bindingValues } from './names.js';
import { reachingBindings } from './reaching.js';
import type { Binding, Scope } from '../survey/scopes.js';

/** Bases that say nothing of what an instance is. */
const EMPTY_BASES =
  /(?:^|[.~])(?:object|ABC|ABCMeta|Protocol|Generic|Enum|StrEnum|IntEnum|Flag|str|int|dict|list|Exception|BaseModel|BaseSettings|NamedTuple|TypedDict|SQLModel|Struct)$/;

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

/** A member of a class itself; null where it has none of that name. */
export function classMember(
  value: ProjectThing,
  target: ClassTarget,
  name: string,
  place: Place,
): readonly Value[] | null {
  if (isEnumeration(target)) {
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

/** What a class's body leaves under a name when it has run; the setter of a property is not its value. */
export function fieldsNamed(scope: Scope, name: string): readonly Binding[] {
  const values = (scope.bindings.get(name) ?? []).filter((binding) => !isAccessor(binding));
  return reachingBindings(values, scope, scope.node.end);
}

function isAccessor(binding: Binding): boolean {
  if (binding.form !== 'function') return false;
  return binding.definition.decorators.some((one) => ['setter', 'deleter'].includes(decoratorName(one)));
}

/** What one class of a lineage itself says of a member. */
export function ownMember(
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
