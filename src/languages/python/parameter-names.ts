import { lastName } from './survey/expression-queries.js';
import { isStringExpression } from './survey/string-expressions.js';
import { lineage } from './values/lineage.js';
import { resolve, type Binding, type Scope } from './survey/scopes.js';
import type { Evaluator } from './values/evaluator.js';
import { targetOf } from './values/forms.js';
import type { FunctionTarget } from './values/forms.js';
import type { CallNode, DeclaredNode } from './survey/survey.js';
import type { Call, Expression, FunctionDefinition, Lambda } from './syntax/syntax.js';

/** Text written as the argument of a call may be a name where it is no longer than this. */
const LONGEST_NAME = 120;

/** Methods of text, collections, loggers and data frames: none of this repository's own is looked for behind them. */
const COMMON_METHODS: ReadonlySet<string> = new Set(
  (
    'get pop setdefault update append add extend remove join split rsplit strip lstrip rstrip replace format startswith endswith find index count ' +
    'encode decode lower upper title match search sub findall compile loads dumps load dump info debug warning warn error exception critical ' +
    'log print getenv add_argument option col lit select filter where alias withColumn withColumnRenamed groupBy groupby agg drop cast sort_values ' +
    'apply map isin exists open read_text write_text strftime strptime echo secho style mark patch object raises skip fixture parametrize'
  ).split(' '),
);

/**
 * The calls that pass text, or a name that plainly holds some, and may be of this repository's own functions
 * and classes: a plain name, `self.method` or `module.function`, found without following many values. An
 * exception only speaks of what it is given.
 */
export function callsWithText(evaluator: Evaluator, calls: readonly CallNode[]): readonly CallNode[] {
  const { bindings } = evaluator.survey.scope;
  return calls.filter(
    ({ node, scope }) =>
      mayBeOwn(node.callee, scope, bindings) &&
      node.arguments.some(({ spread, value }) => spread === '' && (isShortText(value) || holdsText(value, scope))),
  );
}

/** Whether a callee may be of this repository. Asked first: most calls are of builtins and of common methods. */
export function mayBeOwn(callee: Expression, scope: Scope, bindings: Scope['bindings']): boolean {
  if (callee.type === 'Identifier') {
    const { name } = callee;
    // A builtin is bound nowhere.
    return (bindings.has(name) || scope.form === 'function') && !/(?:Error|Exception|Warning)$/.test(name);
  }
  if (callee.type !== 'Attribute' || COMMON_METHODS.has(callee.attribute.name)) return false;
  const { object } = callee;
  // `Repository().insert("kol_scores")`
  return object.type === 'Identifier' || (object.type === 'Call' && object.callee.type === 'Identifier' && bindings.has(object.callee.name));
}

function isShortText(value: Expression): boolean {
  return value.end - value.start <= LONGEST_NAME && isStringExpression(value);
}

/** Whether a name is bound to text, has some as its default, takes turns in some, or is a constant of another module's. */
function holdsText(value: Expression, scope: Scope): boolean {
  if (value.type === 'Attribute') return value.object.type === 'Identifier' && CONSTANT.test(value.attribute.name);
  return value.type === 'Identifier' && bindingsOf(value.name, scope).some(bindsText);
}

function bindingsOf(name: string, scope: Scope): readonly Binding[] {
  return resolve(scope, name)?.scope.bindings.get(name) ?? NO_BINDINGS;
}

const NO_BINDINGS: readonly Binding[] = [];

function bindsText(binding: Binding): boolean {
  switch (binding.form) {
    case 'assignment':
      return binding.unpacking.length === 0 && isShortText(binding.value);
    case 'parameter':
      return binding.parameter.default !== null && isShortText(binding.parameter.default);
    case 'import':
      return CONSTANT.test(binding.name);
    case 'loop':
      return isWrittenOut(binding.iterable, binding.scope);
    default:
      return false;
  }
}

/** Whether what a loop goes through is written out: `["scores", "events"]`, `TABLES`, `TABLES.items()`. */
function isWrittenOut(iterable: Expression, scope: Scope): boolean {
  switch (iterable.type) {
    case 'Sequence':
    case 'Dictionary':
      return true;
    case 'Identifier':
      return bindingsOf(iterable.name, scope).some((binding) => binding.form === 'assignment' && isCollection(binding.value));
    case 'Call':
      return iterable.callee.type === 'Attribute' && iterable.arguments.length === 0 && isWrittenOut(iterable.callee.object, scope);
    default:
      return false;
  }
}

function isCollection({ type }: Expression): boolean {
  return type === 'Sequence' || type === 'Dictionary';
}

const CONSTANT = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/**
 * What is passed by position to functions and classes of this repository, as if it were passed by
 * keyword: `create_bucket(client, "kol-bronze")` says of the text what the parameter is called.
 */
export function positionalKeywords(evaluator: Evaluator, calls: readonly CallNode[]): readonly DeclaredNode[] {
  const found: DeclaredNode[] = [];
  for (const call of calls) if (passesByPosition(call.node)) addKeywords(evaluator, call, found);
  return found;
}

/** Whether a call passes text by position, nothing being spread before it. */
function passesByPosition({ arguments: all }: Call): boolean {
  for (const { keyword, spread, value } of all) {
    if (keyword !== null || spread !== '') return false;
    if (isShortText(value)) return true;
  }
  return false;
}

function addKeywords(evaluator: Evaluator, { node, scope }: CallNode, found: DeclaredNode[]): void {
  const names = parameterNames(evaluator, node.callee, scope);
  if (names === null) return;
  const callee = lastName(node.callee);
  for (const [position, { keyword, spread, value }] of node.arguments.entries()) {
    if (keyword !== null || spread !== '') return;
    const name = names[position];
    if (name === undefined) return;
    if (isShortText(value)) found.push({ form: 'keyword', name, callee, node: value, value, unpacking: [], scope, within: null });
  }
}

/** The names of the parameters that take what is passed by position; null for what is not of this repository. */
function parameterNames(evaluator: Evaluator, callee: Expression, scope: CallNode['scope']): readonly string[] | null {
  for (const value of evaluator.values(callee, scope, null)) {
    const target = targetOf(value);
    if (target?.form === 'function') return namesOf(target.definition, takesReceiver(target));
    if (target?.form !== 'class') continue;
    for (const one of lineage(target)) {
      const constructor = one.scope.bindings.get('__init__')?.[0];
      if (constructor?.form === 'function') return namesOf(constructor.definition, true);
    }
  }
  return null;
}

function takesReceiver({ receiver, scope }: FunctionTarget): boolean {
  return receiver !== null && scope.parent?.form === 'class';
}

function namesOf({ parameters }: FunctionDefinition | Lambda, bound: boolean): readonly string[] {
  const names: string[] = [];
  for (const { form, name } of parameters) {
    if (form !== 'positional' && form !== 'positional-only') break;
    names.push(name.name);
  }
  return bound ? names.slice(1) : names;
}
