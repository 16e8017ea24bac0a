import type { ThingValue, Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import { invokeOn } from './calls.js';
import { decoratorName } from './lineage.js';
import { ProjectThing } from './forms.js';
import type { FunctionTarget } from './forms.js';

/**
 * Decorators of Python and of libraries after which a call of the function gives what the function
 * returns; of any other that is not the project's own nothing is known.
 */
const KEEPING: ReadonlySet<string> = new Set([
  // Python's own
  'staticmethod', 'classmethod', 'property', 'cached_property', 'lru_cache', 'cache', 'wraps', 'singledispatch',
  'contextmanager', 'asynccontextmanager', 'abstractmethod', 'abstractproperty', 'override', 'final', 'overload',
  'no_type_check', 'deprecated',
  // caches and repetition
  'cached', 'cachedmethod', 'memoize', 'cache_data', 'cache_resource', 'experimental_memo', 'experimental_singleton',
  'retry', 'on_exception', 'on_predicate', 'retrying',
  // types and fields
  'computed_field', 'hybrid_property', 'validate_call', 'validate_arguments', 'typechecked', 'beartype', 'validator',
  'field_validator', 'model_validator', 'root_validator', 'field_serializer', 'declared_attr',
  // orchestration, whose calls stand for what they give
  'task', 'dag', 'task_group', 'flow', 'asset', 'multi_asset', 'op', 'job', 'graph', 'sensor', 'schedule', 'resource',
  'step', 'pipeline', 'provide_session', 'python', 'virtualenv', 'external_python', 'branch', 'short_circuit',
  // web and command line, which keep the function or are not called
  'get', 'post', 'put', 'delete', 'patch', 'route', 'websocket', 'on_event', 'exception_handler', 'middleware', 'command',
  'group', 'option', 'argument', 'pass_context', 'callback',
  // tests
  'fixture', 'parametrize', 'skip', 'skipif', 'mock_aws', 'mock_s3', 'freeze_time', 'usefixtures', 'asyncio',
]);

interface Maker extends ProjectThing {
  readonly target: FunctionTarget;
}

/** What the decorators of a function make of it. */
export type Decoration =
  /** What a call gives is what the function returns. */
  | { readonly form: 'kept' }
  /** A call calls what the project's own decorators give. */
  | { readonly form: 'made'; readonly functions: readonly Maker[] }
  | { readonly form: 'unknown' };

const KEPT: Decoration = { form: 'kept' };
const UNKNOWN: Decoration = { form: 'unknown' };

export function decorationOf(value: ThingValue, target: FunctionTarget, place: Place): Decoration {
  const { definition, evaluator, scope } = target;
  if (definition.type === 'Lambda' || definition.decorators.length === 0 || target.undecorated === true) return KEPT;
  let functions: readonly Value[] | null = null;
  for (const decorator of definition.decorators.toReversed()) {
    const makers = evaluator.values(decorator, scope.parent ?? scope, null).filter(isFunction);
    if (makers.length === 0 && KEEPING.has(decoratorName(decorator))) continue;
    if (makers.length === 0) return UNKNOWN;
    // A method is handed on bound to what it is called on: neither side passes that.
    const given: readonly Value[] = functions ?? [new ProjectThing(value.path, value.calls, { ...target, undecorated: true })];
    functions = makers.flatMap((maker) => invokeOn(maker, maker.target, given, place));
  }
  if (functions === null) return KEPT;
  const made = functions.filter(isFunction);
  return made.length === 0 || made.length < functions.length ? UNKNOWN : { form: 'made', functions: made };
}

function isFunction(value: Value): value is Maker {
  return value instanceof ProjectThing && value.target.form === 'function';
}
