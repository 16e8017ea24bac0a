import type { CarriedCall, Value } from '../facts.js';
import { passedTo, type Passed } from './values/arguments.js';
import { PythonCall } from './values/call.js';
import { passedIn } from './values/calls.js';
import { instancesOf } from './values/classes.js';
import { lineage } from './values/lineage.js';
import type { Evaluator } from './values/evaluator.js';
import { ProjectThing } from './values/forms.js';
import type { ClassTarget, Construction, FunctionTarget } from './values/forms.js';
import { createFrame, type Frame } from './values/frames.js';
import type { Scope } from './survey/scopes.js';
import type { CallNode } from './survey/survey.js';
import type { Node } from './syntax/syntax.js';

/** So many calls of one file are carried into other modules; */
const MOST_CARRYING = 200;
/** so many calls are looked at in what they call, and it is no longer than this. */
const MOST_INSIDE = 40;
const LONGEST = 8_000;

/**
 * The calls that functions and classes of other modules make with what this file passes to them:
 * `setup_experiment("KOL_trust")` sets the experiment, whatever its parameter is called. Where functions
 * of the same file are called, their callers are looked up from there.
 */
export function carriedCalls(evaluator: Evaluator, calls: readonly CallNode[]): readonly CarriedCall[] {
  const found: CarriedCall[] = [];
  let carrying = 0;
  for (const { node, scope } of calls) {
    for (const value of evaluator.values(node.callee, scope, null)) {
      if (!(value instanceof ProjectThing)) continue;
      const call: Construction = { call: node, scope, frame: null, evaluator };
      const inside = insideOf(value, call);
      if (inside.length === 0) continue;
      if (++carrying > MOST_CARRYING) return found;
      const place = evaluator.place(node);
      for (const one of inside) found.push({ call: one, place });
    }
  }
  return found;
}

function insideOf(value: ProjectThing, call: Construction): readonly PythonCall[] {
  const { target } = value;
  if (target.form === 'function') return insideFunction(target, call);
  if (target.form !== 'class' || target.evaluator === call.evaluator) return [];
  return insideClass(value as ProjectThing & { readonly target: ClassTarget }, target, call);
}

function insideFunction(target: FunctionTarget, call: Construction): readonly PythonCall[] {
  const { definition, scope, evaluator, outer } = target;
  if (evaluator === call.evaluator || definition.type === 'Lambda') return [];
  const frame = createFrame(scope, passedIn(target, call), outer, null);
  return callsIn(evaluator, definition).map(({ node, scope: within }) => new PythonCall(evaluator, node, within, frame));
}

/** What an instance's methods call with what its constructor was given. */
function insideClass(
  value: ProjectThing & { readonly target: ClassTarget },
  target: ClassTarget,
  call: Construction,
): readonly PythonCall[] {
  const [instance] = instancesOf(value, { ...call, fact: call.evaluator.callOf(call.call, call.scope, null) });
  if (instance === undefined) return [];
  return lineage(target).flatMap((one) =>
    callsIn(one.evaluator, one.definition).flatMap(({ node, scope }) => {
      const method = methodAround(scope, one.scope);
      if (method === null) return [];
      return [new PythonCall(one.evaluator, node, scope, methodFrame(method, instance, call))];
    }),
  );
}

/** The method of a class in whose body a scope lies. */
function methodAround(scope: Scope, owner: Scope): Scope | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) if (at.parent === owner) return at;
  return null;
}

function methodFrame(method: Scope, instance: Value, call: Construction): Frame | null {
  const { node } = method;
  const own = node.type === 'FunctionDefinition' ? node.parameters[0] : undefined;
  if (node.type !== 'FunctionDefinition' || own === undefined || !(instance instanceof ProjectThing)) return null;
  const passed = new Map<string, Passed>([[own.name.name, { values: () => [instance], place: null }]]);
  if (node.name.name === '__init__') {
    for (const [name, one] of passedTo(node.parameters.slice(1), call)) passed.set(name, one);
  }
  return createFrame(method, passed, null, null);
}

const inside = new WeakMap<Node, readonly CallNode[]>();

/** The calls in the body of a function or class; none where it is long. */
function callsIn({ survey }: Evaluator, definition: Node): readonly CallNode[] {
  let found = inside.get(definition);
  if (found === undefined) {
    const { start, end } = definition;
    found =
      end - start > LONGEST
        ? []
        : survey.calls.filter(({ node }) => node.start > start && node.end <= end).slice(0, MOST_INSIDE);
    inside.set(definition, found);
  }
  return found;
}
