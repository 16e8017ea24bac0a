import type { ThingValue, Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import type { Step } from '../../../references/text.js';
import type { Expression } from '../syntax/syntax.js';
import { annotationValues } from './annotations.js';
import { passedTo } from './arguments.js';
import type { Passed } from './arguments.js';
import { builtinValues } from './builtins.js';
import { instancesOf } from './classes.js';
import { membersHolding } from './enumerations.js';
import { decoratorName } from './lineage.js';
import { recordOfFields } from './record-classes.js';
import { whereReached } from './conditions.js';
import { listMethod, recordMethod, turnsOf } from './collections.js';
import { decorationOf } from './decorators.js';
import { isEnvironment } from './environment.js';
import { ofEach } from '../../alternatives.js';
import type { Evaluator } from './evaluator.js';
import { follow } from './following.js';
import { formatWithBraces } from './formatting.js';
import { isNone, isOpaque, ProjectThing, thing, unknown, withoutChoicesIn, withoutNone } from './forms.js';
import type { Construction, FunctionTarget } from './forms.js';
import { createFrame, DEEPEST_FRAME } from './frames.js';
import type { Frame } from './frames.js';
import { joinTexts, synthetic } from './joining.js';
import type { JoinedPart } from './joining.js';
import { memberValues } from './members.js';
import { memberOfFormat, joined } from './text-calls.js';
import { onlyText, textMethod } from './string-methods.js';
import type { Scope } from '../survey/scopes.js';
import { keywordOf, positional } from '../survey/expression-queries.js';

type Call = Extract<Expression, { type: 'Call' }>;

/** What a call gives. */
export function callValues(
  evaluator: Evaluator,
  node: Call,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] {
  const { callee } = node;
  const call: Construction = { call: node, scope, frame, evaluator };
  if (callee.type !== 'Attribute') {
    return ofEach(withoutNone(evaluator.values(callee, scope, frame)), (value) => valuesOfCalling(value, call));
  }
  const method = callee.attribute.name;
  const values: Value[] = [];
  for (const object of withoutNone(evaluator.values(callee.object, scope, frame))) {
    const given = methodValues(object, method, call);
    if (given !== null) values.push(...given);
    else for (const member of memberValues(evaluator, object, method, evaluator.place(callee))) values.push(...valuesOfCalling(member, call));
  }
  return values;
}

/** What a method of a text, list or dictionary gives; null for what is not one that is followed. */
function methodValues(object: Value, method: string, call: Construction): readonly Value[] | null {
  const { evaluator, call: node, scope, frame } = call;
  const place = evaluator.place(node);
  switch (object.form) {
    case 'text': {
      if (method === 'join') return joined(object, call);
      if (method === 'joinpath') return joinedPath(object, call);
      if (method === 'format' || method === 'format_map') {
        return formatWithBraces(object, memberOfFormat(call, method === 'format_map'), place);
      }
      const given = inOrder(node, KEYWORDS.get(method)).map((value) =>
        value === null ? [] : evaluator.values(value, scope, frame),
      );
      return textMethod(object, method, given, place);
    }
    case 'list':
      return listMethod(object, method);
    case 'record':
      return recordMethod(evaluator, object, method, node, scope, frame);
    case 'thing':
    case 'unknown':
      if (object.form === 'thing') {
        const fields = recordOfFields(object, method, call);
        if (fields !== null) return fields;
      }
      return method === 'get' && mayBeDictionary(object) ? opaqueLookUp(object, call) : null;
  }
}

/** Whether a thing may be a dictionary: it is unknown, or what a function gives (`yaml.safe_load(file)`). */
function mayBeDictionary(object: Value): boolean {
  if (isOpaque(object)) return true;
  return object.form === 'thing' && !(object instanceof ProjectThing) && (object.path.endsWith('()') || SETTINGS.test(object.path));
}

/** What settings of a library are called: `streamlit.secrets`. */
const SETTINGS = /\.(?:secrets|settings|config|session_state|query_params)$/;

/** `config.get("bucket", "kol-bronze")` on something unknown: its default is all that is known. */
function opaqueLookUp(object: Value, call: Construction): readonly Value[] | null {
  const { evaluator, call: node, scope, frame } = call;
  const [key] = positional(node);
  const fallback = object.form === 'thing' && PARSER.test(object.path) ? keywordOf(node, 'fallback') : defaultOf(node);
  if (fallback === null || key?.type !== 'StringLiteral') return null;
  if (object.form === 'thing' && isEnvironmentPath(object.path)) return null;
  const values = evaluator.values(fallback, scope, frame);
  if (!values.some((value) => value.form === 'text')) return null;
  const step: Step = {
    origin: 'option-default',
    label: evaluator.textOf(key),
    place: evaluator.place(key),
    env: null,
  };
  return follow(values, step, evaluator.place(node));
}

/** configparser's own, whose `get` takes a section and an option. */
const PARSER = /(?:^|\.)(?:Raw|Safe)?ConfigParser\(\)$/;

function defaultOf(node: Call): Expression | null {
  if (node.arguments.length !== 2) return null;
  const [, second] = positional(node);
  return second ?? keywordOf(node, 'default');
}

function isEnvironmentPath(path: string): boolean {
  return isEnvironment(path) || path.endsWith('environ') || path.endsWith('Variable');
}

/** The arguments of a method of str in the order of its parameters; null for one that is left out. */
function inOrder(node: Call, names: readonly string[] = []): readonly (Expression | null)[] {
  const given: (Expression | null)[] = [...positional(node)];
  for (const { keyword, value } of node.arguments) {
    const index = keyword === null ? -1 : names.indexOf(keyword.name);
    if (index === -1) continue;
    while (given.length < index) given.push(null);
    given[index] = value;
  }
  return given;
}

/** Parameters of methods of str that are given by keyword. */
const KEYWORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['split', ['sep', 'maxsplit']],
  ['rsplit', ['sep', 'maxsplit']],
  ['replace', ['old', 'new', 'count']],
]);

/** `Path(a).joinpath(b, c)`. */
function joinedPath(object: Value, call: Construction): readonly Value[] {
  const { evaluator, call: node, scope, frame } = call;
  const place = evaluator.place(node);
  const parts: JoinedPart[] = [{ values: [object], place: evaluator.place(node.callee) }];
  for (const value of positional(node)) {
    const own = evaluator.place(value);
    parts.push({ values: [synthetic('/', own)], place: own });
    parts.push({ values: evaluator.values(value, scope, frame), place: own });
  }
  return joinTexts(parts, place);
}

/** What calling one value gives. */
function valuesOfCalling(value: Value, call: Construction): readonly Value[] {
  const { evaluator, call: node, scope, frame } = call;
  if (value.form !== 'thing') return [unknown(evaluator.place(node))];
  if (value instanceof ProjectThing) {
    const { target } = value;
    if (target.form === 'function') return invoke(value, target, call, evaluator.place(node));
    if (target.form === 'class') {
      const held = node.arguments.length === 1 ? node.arguments[0] : undefined;
      const members = held === undefined ? [] : membersHolding(value, onlyText(evaluator.values(held.value, scope, frame)));
      if (members.length > 0) return members;
      const fact = evaluator.callOf(node, scope, frame);
      return instancesOf(value, { ...call, fact });
    }
  }
  return builtinValues(value, call) ?? [calledThing(value, call)];
}

/** A thing called: its path with `()`. */
export function calledThing(value: ThingValue, call: Construction): Value {
  const fact = call.evaluator.callOf(call.call, call.scope, call.frame);
  return thing(
    value.path === '?' ? '?' : `${value.path}()`,
    value.path === '?' ? [] : [...value.calls, fact],
  );
}

/** What a function given as an expression (`default_factory=lambda: …`) gives when called with nothing. */
export function invokeExpression(
  evaluator: Evaluator,
  callee: Expression,
  scope: Scope,
  place: Place,
): readonly Value[] {
  return evaluator.values(callee, scope, null).flatMap((value): readonly Value[] => {
    if (!(value instanceof ProjectThing)) return [unknown(place)];
    if (value.target.form === 'function') return invoke(value, value.target, null, place);
    if (value.target.form !== 'class') return [unknown(place)];
    const call: Call = { type: 'Call', start: callee.start, end: callee.end, callee, arguments: [] };
    return instancesOf(value, { call, scope, frame: null, evaluator, fact: evaluator.callOf(call, scope, null) });
  });
}

/** What a function of the repository returns for one value. */
export function invokeOn(value: ThingValue, target: FunctionTarget, given: readonly Value[], place: Place): readonly Value[] {
  return invoke(value, target, null, place, given);
}

/** What a function of the repository returns for a call; for `call` null, for a call without arguments. */
export function invoke(
  value: ThingValue,
  target: FunctionTarget,
  call: Construction | null,
  place: Place,
  given: readonly Value[] | null = null,
): readonly Value[] {
  const { definition, evaluator } = target;
  const caller = call?.frame ?? null;
  const results = resultsOf(target);
  if ((caller?.depth ?? 0) >= DEEPEST_FRAME || isUnderWay(caller, target)) {
    evaluator.dependOnCalls();
    return [unknown(place)];
  }
  const decoration = decorationOf(value, target, place);
  if (decoration.form === 'made') {
    return decoration.functions.flatMap((one) => invoke(one, one.target, call, place, given));
  }
  const own = isSmall(definition, results.length)
    ? returnedTo(call, target, results, given)
    : returnedToAny(target, results);
  const returned = decoration.form === 'kept' ? own : thingsAmong(own);
  const values = withoutChoicesIn(
    returned.filter((one) => !isNone(one)),
    definition,
  );
  const fact = call === null ? [] : [call.evaluator.callOf(call.call, call.scope, call.frame)];
  if (values.length > 0 && values.every((one) => !isOpaque(one) || one.form === 'text')) {
    return followReturned(values, target, place);
  }
  const declared = declaredReturn(target, place);
  if (declared !== null) return [...values.filter((one) => !isOpaque(one)), ...declared];
  const named = values.filter((one) => one.form === 'thing' && one.path !== '?');
  if (named.length > 0) return values;
  if (results.length === 0 && definition.type === 'FunctionDefinition') {
    return [thing(`${value.path}()`, [...value.calls, ...fact])];
  }
  const known = values.filter((one) => !isOpaque(one));
  return [
    ...known,
    thing(value.path === '?' ? '?' : `${value.path}()`, value.path === '?' ? [] : [...value.calls, ...fact]),
  ];
}

/** What a function returns to one call. */
function returnedTo(
  call: Construction | null,
  target: FunctionTarget,
  results: readonly Result[],
  given: readonly Value[] | null,
): readonly Value[] {
  const { evaluator, scope, outer } = target;
  if (!evaluator.mayEnter()) return [];
  const frame = createFrame(scope, passedIn(target, call, given), outer, call?.frame ?? null);
  const returned = results.map(({ value, scope: within }): readonly Value[] => {
    const reached = whereReached(evaluator, within, value.start, frame);
    if (value.type !== 'Await' || value.value === null) return reached(evaluator.values(value, within, frame));
    // `yield from x`
    return reached((turnsOf(evaluator.values(value.value, within, frame)) ?? [[unknown(evaluator.place(value))]]).flat());
  });
  // What it returns to itself stands in for more turns than are followed.
  if (frame.recursive) return thingsAmong(returned.flat());
  if (!isGenerator(target)) return returned.flat();
  return [{ form: 'list', items: returned.flat().map((item) => [item]), place: evaluator.place(target.definition) }];
}

/** Whether a call gives what the function yields one by one: it does where no decorator makes something else of it. */
function isGenerator({ definition, scope }: FunctionTarget): boolean {
  if (definition.type !== 'FunctionDefinition' || scope.yields.length === 0) return false;
  return definition.decorators.every((one) => ['staticmethod', 'classmethod'].includes(decoratorName(one)));
}

/** The things that a function returns whatever it is passed: its texts may depend on that. */
function returnedToAny(target: FunctionTarget, results: readonly Result[]): readonly Value[] {
  return thingsAmong(ofEach(results, (result) => target.evaluator.values(result.value, result.scope, null)));
}

function thingsAmong(values: readonly Value[]): readonly Value[] {
  return values.filter((value) => value.form === 'thing');
}

/** Functions longer than this, or with more results, are not followed for each call. */
const LONGEST = 5_000;
const MOST_RESULTS = 8;

function isSmall(definition: FunctionTarget['definition'], results: number): boolean {
  return definition.end - definition.start <= LONGEST && results <= MOST_RESULTS;
}

/** Whether a function is called in its own inside, which is noted there. */
function isUnderWay(caller: Frame | null, { scope, outer }: FunctionTarget): boolean {
  for (let at = caller; at !== null; at = at.caller) {
    if (at.scope !== scope || at.outer !== outer) continue;
    at.recursive = true;
    return true;
  }
  return false;
}

function followReturned(values: readonly Value[], target: FunctionTarget, place: Place): readonly Value[] {
  const { definition, evaluator } = target;
  if (definition.type === 'Lambda') return values;
  const { name } = definition;
  const step: Step = { origin: 'constant', label: `${name.name}()`, place: evaluator.place(name), env: null };
  return follow(values, step, place);
}

interface Result {
  readonly value: Expression;
  readonly scope: Scope;
}

/** What a function returns; of a context manager, what it yields. */
function resultsOf(target: FunctionTarget): readonly Result[] {
  const { scope, definition } = target;
  const managed =
    definition.type === 'FunctionDefinition' &&
    definition.decorators.some((one) => MANAGERS.has(decoratorName(one)));
  const values = managed || isGenerator(target) || scope.returns.length === 0 ? scope.yields : scope.returns;
  return values.map((value) => ({ value, scope }));
}

const MANAGERS: ReadonlySet<string> = new Set(['contextmanager', 'asynccontextmanager', 'fixture']);

/** What a call passes to a function, its receiver among it; `given` is what comes first without a call. */
export function passedIn(
  target: FunctionTarget,
  call: Construction | null,
  given: readonly Value[] | null = null,
): ReadonlyMap<string, Passed> {
  const { definition, receiver, scope } = target;
  const passed = new Map<string, Passed>();
  const first = definition.parameters[0];
  const takesReceiver = scope.parent?.form === 'class' && receiver !== null && first !== undefined;
  if (takesReceiver) passed.set(first.name.name, { values: () => [receiver], place: null });
  const [only] = definition.parameters.slice(takesReceiver ? 1 : 0);
  if (given !== null && only !== undefined) passed.set(only.name.name, { values: () => given, place: null });
  if (call === null) return passed;
  const parameters = takesReceiver ? definition.parameters.slice(1) : definition.parameters;
  for (const [name, one] of passedTo(parameters, call, target.before)) passed.set(name, one);
  return passed;
}

/** What the annotation of a function says it returns. */
function declaredReturn(target: FunctionTarget, place: Place): readonly Value[] | null {
  const { definition, scope, evaluator } = target;
  if (definition.type !== 'FunctionDefinition' || definition.returns === null) return null;
  return annotationValues(evaluator, definition.returns, scope.parent ?? scope, place);
}
