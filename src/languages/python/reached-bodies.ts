import type { Place } from '../../references/source.js';
import { mayBeOwn } from './parameter-names.js';
import type { Binding, Scope } from './survey/scopes.js';
import type { CallNode } from './survey/survey.js';
import type { Expression, FunctionDefinition, Node } from './syntax/syntax.js';
import { passedTo, type Passed } from './values/arguments.js';
import { passedIn } from './values/calls.js';
import { instancesOf } from './values/classes.js';
import type { Evaluator } from './values/evaluator.js';
import { ProjectThing } from './values/forms.js';
import type { ClassTarget, Construction, FunctionTarget } from './values/forms.js';
import { createFrame, DEEPEST_FRAME, type Frame } from './values/frames.js';
import { lineage } from './values/lineage.js';

/** So many calls of one file are followed into other modules; */
const MOST_FOLLOWED = 200;
/** so many functions are reached by one of them; */
const MOST_REACHED = 40;
/** so many calls are looked at in each, and it is no longer than this. */
const MOST_INSIDE = 40;
const LONGEST = 8_000;

/** A function of another module, within one call that this file makes or leads to. */
export interface ReachedBody {
  readonly evaluator: Evaluator;
  readonly definition: FunctionDefinition;
  readonly frame: Frame;
  /** The call of this file. */
  readonly place: Place;
}

/**
 * The functions of other modules that calls of a file reach: those that they call, the methods of the
 * classes that they make an instance of, and what these hand it on to. Where functions of the same file
 * are called, their callers are looked up from there.
 */
export function reachedBodies(evaluator: Evaluator, calls: readonly CallNode[]): readonly ReachedBody[] {
  const found: ReachedBody[] = [];
  let followed = 0;
  for (const { node, scope } of calls) {
    for (const value of evaluator.values(node.callee, scope, null)) {
      if (!(value instanceof ProjectThing)) continue;
      const reached = bodiesOf(value, { call: node, scope, frame: null, evaluator });
      if (reached.length === 0) continue;
      if (++followed > MOST_FOLLOWED) return found;
      found.push(...reached);
    }
  }
  return found;
}

function bodiesOf(value: ProjectThing, call: Construction): readonly ReachedBody[] {
  const { target } = value;
  if ((target.form !== 'function' && target.form !== 'class') || target.evaluator === call.evaluator) return [];
  const place = call.evaluator.place(call.call);
  const reached = [...(target.form === 'function' ? functionBody(target, call, place) : methodBodies(value, target, call, place))];
  // What one hands on is looked at behind it.
  for (let index = 0; index < reached.length && reached.length < MOST_REACHED; index++) {
    const body = reached[index];
    if (body !== undefined) reached.push(...handedOn(body, call.evaluator));
  }
  return reached;
}

function functionBody(target: FunctionTarget, call: Construction, place: Place): readonly ReachedBody[] {
  const { definition, scope, evaluator, outer } = target;
  if (definition.type === 'Lambda' || isLong(definition)) return [];
  return [{ evaluator, definition, frame: createFrame(scope, passedIn(target, call), outer, call.frame), place }];
}

/** What the methods of an instance do with what its constructor was given. */
function methodBodies(value: ProjectThing, target: ClassTarget, call: Construction, place: Place): readonly ReachedBody[] {
  const [instance] = instancesOf(value, { ...call, fact: call.evaluator.callOf(call.call, call.scope, null) });
  if (!(instance instanceof ProjectThing)) return [];
  return lineage(target).flatMap(({ definition: owner, scope: around, evaluator }) =>
    isLong(owner) ? [] : methodsOf(around).flatMap(({ definition, inner: scope }): readonly ReachedBody[] => {
      const own = definition.parameters[0];
      if (own === undefined) return [];
      const passed = new Map<string, Passed>([[own.name.name, { values: () => [instance], place: null }]]);
      if (definition.name.name === '__init__') {
        for (const [name, one] of passedTo(definition.parameters.slice(1), call)) passed.set(name, one);
      }
      return [{ evaluator, definition, frame: createFrame(scope, passed, null, null), place }];
    }),
  );
}

function methodsOf({ bindings }: Scope): readonly Extract<Binding, { form: 'function' }>[] {
  return bindings.names().flatMap((name) => (bindings.get(name) ?? []).filter((binding) => binding.form === 'function'));
}

/** The functions that a reached one calls with something that it has: `insert_many(table_name, rows)`. */
function handedOn({ evaluator, definition, frame, place }: ReachedBody, from: Evaluator): readonly ReachedBody[] {
  if (frame.depth >= DEEPEST_FRAME) return [];
  return callsIn(evaluator, definition).flatMap(({ node, scope }): readonly ReachedBody[] => {
    if (!mayBeOwn(node.callee, scope, evaluator.survey.scope.bindings) || !node.arguments.some(({ value }) => isHeld(value))) return [];
    return evaluator.values(node.callee, scope, frame).flatMap((value): readonly ReachedBody[] => {
      if (!(value instanceof ProjectThing) || value.target.form !== 'function') return [];
      const { target } = value;
      if (target.evaluator === from || isUnderWay(frame, target.scope)) return [];
      return functionBody(target, { call: node, scope, frame, evaluator }, place);
    });
  });
}

/** What may hold what a function was given: a name, a member, a text with a placeholder. */
function isHeld(value: Expression): boolean {
  if (value.type === 'StringLiteral') return value.pieces.some(({ replacements }) => replacements.length > 0);
  return value.type === 'Identifier' || value.type === 'Attribute';
}

function isUnderWay(frame: Frame | null, scope: Scope): boolean {
  for (let at = frame; at !== null; at = at.caller) if (at.scope === scope) return true;
  return false;
}

function isLong({ start, end }: Node): boolean {
  return end - start > LONGEST;
}

const inside = new WeakMap<Node, readonly CallNode[]>();

/** The calls in the body of a function. */
export function callsIn({ survey }: Evaluator, definition: Node): readonly CallNode[] {
  let found = inside.get(definition);
  if (found === undefined) {
    const { start, end } = definition;
    found = survey.calls.filter(({ node }) => node.start > start && node.end <= end).slice(0, MOST_INSIDE);
    inside.set(definition, found);
  }
  return found;
}
