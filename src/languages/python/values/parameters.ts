import type { Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import type { Expression, FunctionDefinition, Lambda, Parameter } from '../syntax/syntax.js';
import { annotationValues } from './annotations.js';
import { passedTo } from './arguments.js';
import type { Passed } from './arguments.js';
import { callersOf } from './callers.js';
import { invokeExpression } from './calls.js';
import { instancesOf } from './classes.js';
import { decoratorName } from './lineage.js';
import type { Evaluator } from './evaluator.js';
import { follow } from './following.js';
import { chosen, isNone, ProjectThing } from './forms.js';
import { frameFor } from './frames.js';
import type { Frame } from './frames.js';
import { commandOption, describedOption } from './options.js';
import type { Binding, Scope } from '../survey/scopes.js';

type ParameterBinding = Extract<Binding, { form: 'parameter' }>;

/**
 * What a parameter holds: in one call what that passes; for all calls together what the callers in
 * this file pass, the option of the command line behind it, and its default.
 */
export function parameterValues(
  evaluator: Evaluator,
  binding: ParameterBinding,
  place: Place,
  frame: Frame | null,
): readonly Value[] {
  const { scope, name } = binding;
  const call = frameFor(scope, frame);
  if (call !== null) {
    const passed = call.passed.get(name);
    if (passed !== undefined) return followPassed(passed, name, place);
    const fallback = call.open ? [] : defaultValues(evaluator, binding, place);
    if (fallback.length > 0) return fallback;
  }
  return anyCallValues(evaluator, binding, place);
}

function followPassed(passed: Passed, name: string, place: Place): readonly Value[] {
  const values = passed.values();
  if (passed.place === null) return values;
  return follow(values, { origin: 'argument', label: name, place: passed.place, env: null }, place);
}

function anyCallValues(evaluator: Evaluator, binding: ParameterBinding, place: Place): readonly Value[] {
  const { scope, name, parameter } = binding;
  const definition = scope.node;
  if (definition.type !== 'FunctionDefinition' && definition.type !== 'Lambda') return [opaque(name)];
  const receiver = receiverValues(evaluator, scope, parameter, definition);
  if (receiver !== null) return receiver;
  const fallback = [
    ...commandOption(evaluator, definition, scope, name, place),
    ...defaultValues(evaluator, binding, place),
  ];
  const given = callersValues(evaluator, binding, definition, place, fallback);
  // None stays among them: `bucket or "kol-bronze"` asks for it.
  if (!given.every(isNone)) return given;
  const annotated =
    parameter.annotation === null
      ? null
      : annotationValues(evaluator, parameter.annotation, scope.parent ?? scope, place);
  return annotated ?? [opaque(name)];
}

function opaque(name: string): Value {
  return new ProjectThing(`~${name}`, [], { form: 'parameter' });
}

/** self and cls: any instance of the class around, or the class. */
function receiverValues(
  evaluator: Evaluator,
  scope: Scope,
  parameter: Parameter,
  definition: FunctionDefinition | Lambda,
): readonly Value[] | null {
  const around = scope.parent;
  if (definition.type !== 'FunctionDefinition' || around?.form !== 'class') return null;
  const { node } = around;
  if (node.type !== 'ClassDefinition' || definition.parameters[0] !== parameter) return null;
  const decorators = definition.decorators.map(decoratorName);
  if (decorators.includes('staticmethod')) return null;
  const itself = new ProjectThing(`.${node.name.name}`, [], {
    form: 'class',
    definition: node,
    scope: around,
    evaluator,
  });
  const isClass = decorators.includes('classmethod') || parameter.name.name === 'cls';
  return isClass ? [itself] : instancesOf(itself, null);
}

/**
 * What each caller in this file passes, or leaves to the default; each caller is a choice. Callers
 * elsewhere may leave it to the default where none here does: that is a choice too.
 */
function callersValues(
  evaluator: Evaluator,
  { scope, name }: ParameterBinding,
  definition: FunctionDefinition | Lambda,
  place: Place,
  fallback: readonly Value[],
): readonly Value[] {
  const isMethod = scope.parent?.form === 'class' && !isStatic(definition);
  const parameters = isMethod ? definition.parameters.slice(1) : definition.parameters;
  const callers = callersOf(evaluator, definition, scope);
  if (callers.length === 0) return fallback;
  const passedValues = callers.map((call) => passedTo(parameters, call).get(name));
  const values = passedValues.flatMap((passed, index) =>
    chosen(passed === undefined ? fallback : followPassed(passed, name, place), [{ of: definition, index }]),
  );
  return passedValues.includes(undefined) ? values : [...values, ...chosen(fallback, [{ of: definition, index: -1 }])];
}

function isStatic(definition: FunctionDefinition | Lambda): boolean {
  return (
    definition.type === 'FunctionDefinition' &&
    definition.decorators.some((one) => decoratorName(one) === 'staticmethod')
  );
}

function defaultValues(evaluator: Evaluator, binding: ParameterBinding, place: Place): readonly Value[] {
  const { parameter, scope, name } = binding;
  const around = scope.parent ?? scope;
  const described = describedOption(evaluator, parameter, around, place);
  if (described !== null) return described;
  if (parameter.default === null) return [];
  const provided = providedBy(parameter.default);
  if (provided !== null) return invokeExpression(evaluator, provided, around, place);
  const step = {
    origin: 'parameter-default' as const,
    label: name,
    place: evaluator.place(parameter.name),
    env: null,
  };
  return follow(evaluator.values(parameter.default, around, null), step, place);
}

/** FastAPI's `Depends(get_client)`: what the function gives. */
function providedBy(value: Expression): Expression | null {
  if (value.type !== 'Call' || value.callee.type !== 'Identifier' || value.callee.name !== 'Depends')
    return null;
  return value.arguments[0]?.value ?? null;
}
