import type { Value } from '../../facts.js';
import { hole } from '../../../references/text.js';
import type { Step } from '../../../references/text.js';
import type { Call, Expression } from '../syntax/syntax.js';
import { passedTo } from './arguments.js';
import { callersOf } from './callers.js';
import { follow } from './following.js';
import { textValue } from './forms.js';
import type { Construction } from './forms.js';
import { createFrame } from './frames.js';
import type { Frame } from './frames.js';
import { onlyText } from './string-methods.js';
import type { Evaluator } from './evaluator.js';
import { keywordOf, positional } from '../survey/expression-queries.js';
import type { Scope } from '../survey/scopes.js';

/** What reads a parameter of a Databricks notebook: https://docs.databricks.com/aws/en/notebooks/widgets */
const READS = /^(?:~|(?:\w+\.)*)(?:dbutils|DBUtils\(\))\.widgets\.(?:get|getArgument)$|^~getArgument$/;

/** The methods that make one, with its default. */
const MADE_BY = ['text', 'dropdown', 'combobox', 'multiselect'] as const;

/** The default of a notebook's parameter, where a call reads one; null for other callees. */
export function widgetValues(path: string, call: Construction): readonly Value[] | null {
  if (!READS.test(path)) return null;
  const { evaluator, call: node, scope, frame } = call;
  const place = evaluator.place(node);
  const [key] = node.arguments;
  const name = key === undefined ? null : onlyText(evaluator.values(key.value, scope, frame));
  if (key === undefined || name === null) return [textValue(hole(place, 'argument'))];
  const step: Step = { origin: 'option-default', label: name, place: evaluator.place(key), env: null };
  const values = defaultsOf(evaluator, name);
  return values.length === 0 ? [textValue(hole(place, 'argument'))] : follow(values, step, place);
}

/** The defaults that the notebook gives a parameter; an empty one says only that it must be set. */
function defaultsOf(evaluator: Evaluator, name: string): readonly Value[] {
  const made = MADE_BY.flatMap((method) => evaluator.survey.callsByMethod.get(method) ?? []);
  return made.flatMap(({ node, scope }): readonly Value[] => {
    const key = argumentOf(node, 0, 'name');
    const fallback = argumentOf(node, 1, 'defaultValue');
    if (!isOfWidgets(node.callee) || key === null || fallback === null) return [];
    return callsAround(evaluator, scope).flatMap((frame): readonly Value[] => {
      if (onlyText(evaluator.values(key, scope, frame)) !== name) return [];
      return evaluator.values(fallback, scope, frame).filter((value) => value.form === 'text' && value.text.flat !== '');
    });
  });
}

/** The calls of the function that a parameter is made in, each with its own name and default; null where none is known. */
function callsAround(evaluator: Evaluator, scope: Scope): readonly (Frame | null)[] {
  const definition = scope.node;
  if (definition.type !== 'FunctionDefinition' || scope.parent?.form === 'class') return [null];
  const callers = callersOf(evaluator, definition, scope);
  if (callers.length === 0) return [null];
  return callers.map((call) => createFrame(scope, passedTo(definition.parameters, call), null, call.frame));
}

function isOfWidgets(callee: Expression): boolean {
  return callee.type === 'Attribute' && callee.object.type === 'Attribute' && callee.object.attribute.name === 'widgets';
}

function argumentOf(node: Call, at: number, keyword: string): Expression | null {
  return keywordOf(node, keyword) ?? positional(node)[at] ?? null;
}
