import type { Value } from '../../facts.js';
import { hole, isKnown } from '../../../references/text.js';
import type { Step } from '../../../references/text.js';
import type { Expression, Node } from '../syntax/syntax.js';
import type { Evaluator } from './evaluator.js';
import { follow } from './following.js';
import { chosen, isNone, textValue } from './forms.js';
import type { Construction } from './forms.js';
import { textsOf } from './joining.js';
import { keywordOf } from '../survey/expression-queries.js';

/** Calls that read an environment variable: the path of the callee, `~` for an unbound `os`. */
const READS: ReadonlySet<string> = new Set([
  'os.getenv',
  'os.environ.get',
  'os.environ.setdefault',
  'os.environ.pop',
  'os.getenvb',
  'decouple.config',
  'decouple.AutoConfig()',
  'decouple.Config()',
  'starlette.config.Config()',
  'environs.env',
  'environs.Env()',
  'environ.Env()',
  'environ.env',
]);

/** Objects that read variables by methods named after types: `env.str("X", "d")`, `env.list("X")`. */
const TYPED_READERS: ReadonlySet<string> = new Set([
  'environs.env',
  'environs.Env()',
  'environ.Env()',
  'environ.env',
]);
const TYPED_METHODS: ReadonlySet<string> = new Set([
  'str',
  'url',
  'path',
  'list',
  'json',
  'dict',
  'enum',
  'db_url',
  'log_level',
]);

/** Airflow's and Prefect's variables; they are set in a database of their own, not in the environment. */
const STORED_VARIABLE = /^(?:airflow\.(?:models(?:\.variable)?|sdk)\.|prefect\.variables\.|~)Variable\.(?:get|setdefault)$/;

/** Keywords that a default is passed by. */
const DEFAULTS: ReadonlySet<string> = new Set(['default', 'default_var', 'fallback']);
/** Keywords that the variable's name is passed by. */
const NAMES: ReadonlySet<string> = new Set(['key', 'name', 'var', 'option']);

/** The environment, a copy of it, and what python-dotenv reads of its file. */
const ENVIRONMENTS = /^(?:(?:~?os\.|~)environ(?:\.copy\(\))?|(?:dotenv\.|~)dotenv_values\(\))$/;

export function isEnvironment(path: string): boolean {
  return ENVIRONMENTS.test(path);
}

/** What reads a variable: the environment, or the store of Airflow or Prefect; null for other callees. */
export function readerOf(path: string): 'environment' | 'store' | null {
  if (/\)\.(?:get|pop|setdefault)$/.test(path) && isEnvironment(path.slice(0, path.lastIndexOf('.')))) return 'environment';
  const bound = path.startsWith('~os.') ? path.slice(1) : path;
  if (READS.has(bound)) return 'environment';
  if (STORED_VARIABLE.test(path)) return 'store';
  const dot = bound.lastIndexOf('.');
  if (dot > 0 && TYPED_METHODS.has(bound.slice(dot + 1)) && TYPED_READERS.has(bound.slice(0, dot)))
    return 'environment';
  return null;
}

/** What a call that reads a variable gives; null for a call of something else. */
export function environmentValues(path: string, call: Construction): readonly Value[] | null {
  const reader = readerOf(path);
  if (reader === null) return null;
  const { evaluator, call: node, scope, frame } = call;
  const { name, fallback } = variableArguments(node);
  if (name === null) return null;
  const names = evaluator.values(name, scope, frame);
  const values = fallback === null || isCast(node) ? null : evaluator.values(fallback, scope, frame);
  if (reader === 'store') return storedValues(evaluator, name, values, node);
  return readVariable(evaluator, names, values, node);
}

/** Whether a call makes something else of what it reads: decouple's `cast=Csv()`. */
function isCast(node: Extract<Expression, { type: 'Call' }>): boolean {
  const cast = keywordOf(node, 'cast');
  return cast !== null && !(cast.type === 'Identifier' && cast.name === 'str');
}

/** The expressions of the variable's name and of the default, in a call that reads a variable. */
export function variableArguments(node: Extract<Expression, { type: 'Call' }>): {
  readonly name: Expression | null;
  readonly fallback: Expression | null;
} {
  let name: Expression | null = null;
  let fallback: Expression | null = null;
  for (const { keyword, spread, value } of node.arguments) {
    if (spread !== '') continue;
    if (keyword === null) {
      if (name === null) name = value;
      else fallback ??= value;
    } else if (DEFAULTS.has(keyword.name)) {
      fallback = value;
    } else if (NAMES.has(keyword.name)) {
      name = value;
    }
  }
  return { name, fallback };
}

/** The default of a variable, followed through it; a hole that says which variable is read, without one. */
export function readVariable(
  evaluator: Evaluator,
  names: readonly Value[],
  fallback: readonly Value[] | null,
  node: Node,
): readonly Value[] {
  const place = evaluator.place(node);
  const given = fallback?.filter((value) => !isNone(value)) ?? [];
  return textsOf(names, place).flatMap(({ text, choices }): readonly Value[] => {
    const env = isKnown(text.flat) && text.flat !== '' ? text.flat : null;
    if (given.length === 0) return [textValue(hole(place, 'env', env), choices)];
    const step: Step = { origin: 'env-default', label: env ?? 'environment', place: text.place, env };
    return chosen(follow(given, step, place), choices);
  });
}

function storedValues(
  evaluator: Evaluator,
  name: Expression,
  fallback: readonly Value[] | null,
  node: Node,
): readonly Value[] | null {
  const place = evaluator.place(node);
  const given = fallback?.filter((value) => !isNone(value)) ?? [];
  if (given.length === 0) return [textValue(hole(place))];
  const step: Step = {
    origin: 'option-default',
    label: evaluator.textOf(name),
    place: evaluator.place(name),
    env: null,
  };
  return follow(given, step, place);
}
