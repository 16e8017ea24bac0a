import { MOST_ALTERNATIVES } from '../../facts.js';
import type { Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import type { Step } from '../../../references/text.js';
import type { Identifier } from '../syntax/syntax.js';
import { annotationValues } from './annotations.js';
import { withMutations } from './changes.js';
import { unpacked, turnsOf } from './collections.js';
import { whereKept, whereReached } from './conditions.js';
import type { Evaluator } from './evaluator.js';
import { follow, refollow } from './following.js';
import { chosen, isOpaque, ProjectThing, thing, unknown, withoutNone } from './forms.js';
import type { Choice } from './forms.js';
import { frameFor } from './frames.js';
import type { Frame } from './frames.js';
import { boundByImport, takenFromStars } from './imports.js';
import { added, united } from './values.js';
import type { JoinedPart } from './joining.js';
import { parameterValues } from './parameters.js';
import { boundBeforeLoop, changesUnder, loopBetween, mutationsSeen, oneOfThem, reachingBindings } from './reaching.js';
import type { ChoiceOfBinding } from './reaching.js';
import { resolve } from '../survey/scopes.js';
import type { Binding, Scope } from '../survey/scopes.js';

/** What a name holds where it is used. */
export function nameValues(
  evaluator: Evaluator,
  node: Identifier,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] {
  const place = evaluator.place(node);
  const found = resolve(scope, node.name);
  if (found === null) {
    const starred = takenFromStars(evaluator, node.name, place);
    return starred.length > 0 ? starred : [thing(`~${node.name}`)];
  }
  return boundValues(evaluator, found.scope, node.name, place, found.inOrder ? node.start : null, frame);
}

/** The values of a name of the module for its importers; empty where it has none. */
export function exportedValues(evaluator: Evaluator, name: string): readonly Value[] {
  const { scope } = evaluator.survey;
  const first = scope.bindings.get(name)?.[0] ?? scope.boundWithin.get(name)?.[0];
  if (first === undefined) {
    return takenFromStars(evaluator, name, evaluator.place({ start: 0, end: 0 }));
  }
  return boundValues(evaluator, scope, name, evaluator.place(first.node), null, null);
}

/**
 * The values of a name in the scope that binds it, for a use at `place`: in order where the use is
 * reached from the bindings by running straight on (`offset` is the use's), else all of them.
 */
export function boundValues(
  evaluator: Evaluator,
  scope: Scope,
  name: string,
  place: Place,
  offset: number | null,
  frame: Frame | null,
): readonly Value[] {
  const all = scope.bindings.get(name) ?? [];
  const reaching = offset === null ? all : reachingBindings(all, scope, offset);
  const within = scope.boundWithin.get(name);
  const bindings = within === undefined ? reaching : [...reaching, ...within];
  const choice = offset === null ? null : (boundBeforeLoop(reaching, scope, offset) ?? oneOfThem(bindings, scope, offset));
  const values = bindingsValues(evaluator, bindings, place, frame, { offset, choice });
  const own = changesUnder(scope, name);
  const handed = evaluator.handedChanges().under(scope, name);
  const changes = handed.length === 0 ? own : [...own, ...handed];
  if (changes.length === 0) return named(values, name);
  const seen = mutationsSeen(changes, scope, bindings, offset);
  return named(withMutations(evaluator, values, seen, frame), name);
}

/** Where several bindings of a name are seen from; nowhere in their order, where the offset is null. */
interface Use {
  readonly offset: number | null;
  readonly choice: ChoiceOfBinding | null;
}

const ANYWHERE: Use = { offset: null, choice: null };

/** The values of several bindings of one name: of exclusive branches each is a choice. */
export function bindingsValues(
  evaluator: Evaluator,
  bindings: readonly Binding[],
  place: Place,
  frame: Frame | null,
  { offset, choice }: Use = ANYWHERE,
): readonly Value[] {
  const only = bindings[0];
  if (bindings.length === 1 && only !== undefined) return bindingValues(evaluator, only, place, frame);
  const values: Value[] = [];
  const supplied = bindings.some(suppliesMissing);
  for (const binding of bindings) {
    if (binding.form === 'annotation') continue;
    if (values.length >= MOST_ALTERNATIVES) break;
    const call = frameFor(binding.scope, frame);
    const reached = whereReached(evaluator, binding.scope, binding.node.start, call);
    const kept = offset === null ? reached : whereKept(evaluator, binding, bindings, offset, call);
    const own = withoutNone(kept(reached(bindingValues(evaluator, binding, place, frame))));
    const known = supplied && !suppliesMissing(binding) ? own.filter((value) => !isOpaque(value)) : own;
    const also = choice?.(binding) ?? null;
    values.push(...chosen(known, also === null ? branchesOf(binding) : [...branchesOf(binding), also]));
  }
  return withoutNone(values);
}

/** `if x is None: x = d` and `if not x: x = d`: a default, as in `x or d`. */
function suppliesMissing(binding: Binding): boolean {
  return binding.block.fork?.absent === binding.name && binding.block.fork.arms[0] === binding.block;
}

/** The arms of branches that a binding stands in. */
function branchesOf(binding: Binding): readonly Choice[] {
  const choices: Choice[] = [];
  for (let block = binding.block; block.parent !== null; block = block.parent) {
    const { fork } = block;
    if (fork?.form === 'choice') choices.push({ of: fork.node, index: fork.arms.indexOf(block) });
  }
  return choices;
}

/** Where nothing is known of a value, or only that a function of the project gives it, its name is all there is. */
function named(values: readonly Value[], name: string): readonly Value[] {
  const result: Value[] = [];
  for (const value of values) {
    if (value.form === 'unknown' && isOpaque(value)) {
      result.push(thing(`~${name}`));
    } else {
      result.push(value);
      if (isUntracedCall(value)) result.push(thing(`~${name}`));
    }
  }
  return result;
}

/** A path such as `.get_client()`: a call of the project's own code whose result is not known. */
function isUntracedCall(value: Value): boolean {
  if (value.form !== 'thing' || !value.path.endsWith('()')) return false;
  return value.path.startsWith('.') && !(value instanceof ProjectThing);
}

/** What one binding gives, seen at `place`. */
export function bindingValues(
  evaluator: Evaluator,
  binding: Binding,
  place: Place,
  frame: Frame | null,
): readonly Value[] {
  const own = frameFor(binding.scope, frame);
  const step: Step = {
    origin: 'constant',
    label: binding.name,
    place: evaluator.place(binding.node),
    env: null,
  };
  switch (binding.form) {
    case 'assignment': {
      const values = evaluator.values(binding.value, binding.scope, own);
      const parts = unpacked(values, binding.unpacking, evaluator.place(binding.value));
      return follow(annotated(evaluator, binding, parts, place), step, place);
    }
    case 'annotation':
      return (
        annotationValues(evaluator, binding.annotation, binding.scope, place) ?? [thing(`~${binding.name}`)]
      );
    case 'augmented':
      return follow(
        evaluator.remembered(binding.node, own, () => augmentedValues(evaluator, binding, own)),
        step,
        place,
      );
    case 'loop': {
      const turns = turnsOf(evaluator.values(binding.iterable, loopScope(binding), own));
      if (turns === null) return [thing(`~${binding.name}`)];
      const values = turns.flatMap((turn, index) =>
        chosen(unpacked(turn, binding.unpacking, evaluator.place(binding.iterable)), [
          { of: binding.loop, index },
        ]),
      );
      return follow(values, step, place);
    }
    case 'with': {
      const values = evaluator.values(binding.value, binding.scope, own);
      return follow(unpacked(values, binding.unpacking, evaluator.place(binding.value)), step, place);
    }
    case 'parameter':
      return parameterValues(evaluator, binding, place, frame);
    case 'import':
      return refollow(boundByImport(evaluator, binding), step, place);
    case 'function': {
      const target = {
        form: 'function' as const,
        definition: binding.definition,
        scope: binding.inner,
        evaluator,
        outer: own,
        receiver: null,
      };
      return [new ProjectThing(`.${binding.name}`, [], target)];
    }
    case 'class': {
      const target = {
        form: 'class' as const,
        definition: binding.definition,
        scope: binding.inner,
        evaluator,
      };
      return [new ProjectThing(classPath(binding), [], target)];
    }
    case 'unknown':
      return [unknown(evaluator.place(binding.node))];
  }
}

/** `.Store`, or `.Outer.Store` for a class in a class. */
function classPath(binding: Extract<Binding, { form: 'class' }>): string {
  const { node } = binding.scope;
  return binding.scope.form === 'class' && 'name' in node
    ? `.${node.name.name}.${binding.name}`
    : `.${binding.name}`;
}

/** The first iterable of a comprehension is evaluated around it; the others within are near enough. */
function loopScope(binding: Extract<Binding, { form: 'loop' }>): Scope {
  return binding.scope;
}

/** Where the value says nothing the annotation may. */
function annotated(
  evaluator: Evaluator,
  binding: Extract<Binding, { form: 'assignment' }>,
  values: readonly Value[],
  place: Place,
): readonly Value[] {
  const says = values.some((value) => value.form === 'text' || !(isOpaque(value) || isUntracedCall(value)));
  if (binding.annotation === null || says) return values;
  return annotationValues(evaluator, binding.annotation, binding.scope, place) ?? values;
}

type Augmented = Extract<Binding, { form: 'augmented' }>;

/** `x += value`, with what x held before: of a chain in straight-line code, all that was added. */
function augmentedValues(evaluator: Evaluator, binding: Augmented, frame: Frame | null): readonly Value[] {
  const { node, value } = binding;
  const place = evaluator.place({ start: node.start, end: value.end });
  const parts: JoinedPart[] = [];
  let at = binding;
  for (;;) {
    if (at.operator === '|' && at === binding) return joinedCollections(evaluator, binding, frame);
    if (at.operator !== '+') return [unknown(place)];
    const own = evaluator.values(at.value, at.scope, frame);
    parts.push({ values: own, place: evaluator.place(at.value) });
    const before = heldBefore(at);
    const [only] = before;
    if (before.length === 1 && only?.form === 'augmented') {
      at = only;
      continue;
    }
    if (before.length === 0) return [unknown(place)];
    const target = evaluator.place(at.node);
    if (loopBetween(before, at.block) !== null && !isSpaced(own)) {
      // What earlier turns of the loop have added stands between.
      parts.push({ values: [unknown(target)], place: target });
    }
    parts.push({ values: bindingsValues(evaluator, before, target, frame), place: target });
    return added(parts.reverse(), place) ?? [unknown(place)];
  }
}

/** `settings |= {…}`. */
function joinedCollections(evaluator: Evaluator, binding: Augmented, frame: Frame | null): readonly Value[] {
  const { node, value, scope } = binding;
  const before = bindingsValues(evaluator, heldBefore(binding), evaluator.place(node), frame);
  const place = evaluator.place({ start: node.start, end: value.end });
  return united([...before, ...evaluator.values(value, scope, frame)], place);
}

/** Whether what is added begins with a space or a line: no name goes on across that. */
function isSpaced(values: readonly Value[]): boolean {
  return values.every((value) => value.form !== 'text' || /^\s/.test(value.text.flat));
}

/** The bindings that say what a name held before something was added to it. */
function heldBefore(binding: Augmented): readonly Binding[] {
  const around = resolve(binding.scope, binding.name)?.scope ?? binding.scope;
  const start = binding.node.start;
  const earlier = (around.bindings.get(binding.name) ?? []).filter((other) => other.from <= start);
  return reachingBindings(earlier, around, start);
}
