import type { Value } from '../../facts.js';
import type { Expression } from '../syntax/syntax.js';
import { inherits } from './lineage.js';
import { annotatedCall, fieldCall } from '../survey/field-descriptions.js';
import { invokeExpression } from './calls.js';
import type { ClassTarget } from './forms.js';
import { onlyText } from './string-methods.js';
import type { Binding } from '../survey/scopes.js';
import { keywordOf } from '../survey/expression-queries.js';

type Field = Extract<Binding, { form: 'assignment' | 'annotation' }>;
type Call = Extract<Expression, { type: 'Call' }>;

/** What a field holds if nothing is passed for it; null where it has no default. */
export function fieldDefault(target: ClassTarget, field: Field): readonly Value[] | null {
  const { evaluator } = target;
  const call = field.form === 'annotation' ? annotatedCall(field.annotation) : fieldCall(field.value);
  if (call === null)
    return field.form === 'annotation' ? null : evaluator.values(field.value, field.scope, null);
  const first = call.arguments[0];
  const given =
    keywordOf(call, 'default') ?? (first?.keyword === null && first.spread === '' ? first.value : null);
  if (given !== null)
    return given.type === 'Constant' && given.raw === '...'
      ? null
      : evaluator.values(given, field.scope, null);
  const factory = keywordOf(call, 'default_factory') ?? keywordOf(call, 'factory');
  return factory === null
    ? null
    : invokeExpression(evaluator, factory, field.scope, evaluator.place(factory));
}

/** What describes a field: the call that is its value, or the one among its annotation's metadata. */
function descriptionOf(field: Field): Call | null {
  const value = field.form === 'assignment' ? fieldCall(field.value) : null;
  return value ?? (field.annotation === null ? null : annotatedCall(field.annotation));
}

/** Whether a field's value, or its annotation where it has none, only describes it. */
export function describesField(field: Field): boolean {
  const call = field.form === 'annotation' ? annotatedCall(field.annotation) : fieldCall(field.value);
  return call !== null;
}

/** The keyword by which pydantic's constructor takes a field, where it is another than the field's name. */
export function aliasOfField(target: ClassTarget, name: string): string | null {
  const field = target.scope.bindings.get(name)?.[0];
  const call = field?.form === 'assignment' ? fieldCall(field.value) : null;
  const alias = call === null ? null : (keywordOf(call, 'validation_alias') ?? keywordOf(call, 'alias'));
  return alias === null || field === undefined ? null : onlyText(target.evaluator.values(alias, field.scope, null));
}

const SETTINGS = /(?:^|[.~])BaseSettings$/;

/**
 * The environment variable that a field of pydantic's settings is read from: its alias, or the prefix
 * and the name, in upper case. Null for another class.
 * https://docs.pydantic.dev/latest/concepts/pydantic_settings/#environment-variable-names
 */
export function settingsVariable(target: ClassTarget, field: Field): string | null {
  if (field.name === 'model_config' || !inherits(target, SETTINGS)) return null;
  const call = descriptionOf(field);
  const aliased = call === null ? null : aliasOf(target, call, field);
  return aliased ?? (prefixOf(target) + field.name).toUpperCase();
}

function aliasOf(target: ClassTarget, call: Call, field: Field): string | null {
  for (const keyword of ['validation_alias', 'env', 'alias']) {
    const alias = keywordOf(call, keyword);
    if (alias === null) continue;
    // AliasChoices("A", "B") and env=["A", "B"]: the first that is set counts.
    const items =
      alias.type === 'Call'
        ? alias.arguments.map((one) => one.value)
        : alias.type === 'Sequence'
          ? alias.items
          : [alias];
    const [first] = items;
    const name = first === undefined ? null : onlyText(target.evaluator.values(first, field.scope, null));
    if (name !== null) return name;
  }
  return null;
}

/** `model_config = SettingsConfigDict(env_prefix="KOL_")`, or a nested class Config with `env_prefix`. */
function prefixOf(target: ClassTarget): string {
  const { evaluator, scope } = target;
  const config = scope.bindings.get('model_config')?.[0];
  if (config?.form === 'assignment') {
    const { value } = config;
    const given =
      value.type === 'Call' ? keywordOf(value, 'env_prefix') : entryOf(value, 'env_prefix', target);
    if (given !== null) return onlyText(evaluator.values(given, scope, null)) ?? '';
  }
  const nested = scope.bindings.get('Config')?.[0];
  if (nested?.form !== 'class') return '';
  const prefix = nested.inner.bindings.get('env_prefix')?.[0];
  if (prefix?.form !== 'assignment') return '';
  return onlyText(evaluator.values(prefix.value, nested.inner, null)) ?? '';
}

function entryOf(value: Expression, name: string, target: ClassTarget): Expression | null {
  if (value.type !== 'Dictionary') return null;
  const entry = value.entries.find(
    ({ key }) => key !== null && onlyText(target.evaluator.values(key, target.scope, null)) === name,
  );
  return entry?.value ?? null;
}
