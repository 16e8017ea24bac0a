import type { Place } from '../../references/source.js';
import { instanceOf } from './classes.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frame.js';
import { calleeOf, isCall } from './syntax-index.js';
import { type ClassDefinition, type FunctionDefinition, type Values, definitionOf } from './things.js';
import { type CallNode, type FunctionNode, type Node, isFunction, isWithin, unwrapped } from './tree.js';

/** So many calls of one file are followed into other modules; */
const MOST_FOLLOWED = 200;
/** so many functions are reached by one of them, and one calls another so deep; */
const MOST_REACHED = 24;
const DEEPEST = 3;
/** so many calls are looked at in each, and it is no longer than this. */
const MOST_INSIDE = 40;
const LONGEST = 6_000;

/** A function of another module, within one call that a file makes or leads to. */
export interface ReachedBody {
  readonly evaluator: Evaluator;
  readonly node: FunctionNode;
  readonly frame: Frame;
  /** The call of the file. */
  readonly place: Place;
}

/**
 * The functions of other modules that a file's calls reach with something that may be a name: those that they
 * call, the methods of the classes that they make instances of, and what these hand it on to. Where functions
 * of the same file are called, their callers are looked up from there.
 */
export function reachedBodies(evaluator: Evaluator): readonly ReachedBody[] {
  const found: ReachedBody[] = [];
  let followed = 0;
  for (const node of evaluator.index.nodes) {
    if (!isPassing(node)) continue;
    const reached = bodiesOf(evaluator, node);
    if (reached.length === 0) continue;
    if (++followed > MOST_FOLLOWED) return found;
    found.push(...reached);
  }
  return found;
}

/** Whether a node is a call that is given what may hold text. */
function isPassing(node: Node): node is Exclude<CallNode, { type: 'TaggedTemplateExpression' }> {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  return node.arguments.some((argument) => MAY_HOLD.has(unwrapped(argument).type));
}

const MAY_HOLD: ReadonlySet<string> = new Set([
  'Literal', 'TemplateLiteral', 'Identifier', 'MemberExpression', 'ObjectExpression', 'ArrayExpression', 'BinaryExpression', 'LogicalExpression',
  'ConditionalExpression', 'SpreadElement',
]);

function bodiesOf(evaluator: Evaluator, call: CallNode): readonly ReachedBody[] {
  const place = evaluator.place(call);
  const reached = evaluator.evaluate(calleeOf(call), null).flatMap((value): readonly ReachedBody[] => {
    const definition = value.form === 'thing' ? definitionOf(value) : null;
    if (value.form !== 'thing' || (definition?.form !== 'function' && definition?.form !== 'class')) return [];
    if (definition.evaluator === evaluator) return [];
    const given = evaluator.argumentValues(call, null);
    if (definition.form === 'function') return bodyOf(definition, given, 1, place);
    return methodBodies(definition, instanceOf(definition, value, given, evaluator.call(call)), given, place);
  });
  // What one hands on is looked at behind it.
  const all = [...reached];
  for (let index = 0; index < all.length && all.length < MOST_REACHED; index++) {
    const body = all[index];
    if (body !== undefined) all.push(...handedOn(body, evaluator));
  }
  return all;
}

function bodyOf({ node, evaluator, frame, self }: FunctionDefinition, given: readonly Values[], depth: number, place: Place): readonly ReachedBody[] {
  if (isLong(node)) return [];
  return [{ evaluator, node, place, frame: { function: node, arguments: given, self, outer: frame, depth, memo: new Map() } }];
}

/** What the methods of an instance do with what its constructor was given. */
function methodBodies(of: ClassDefinition, instance: Values[number], given: readonly Values[], place: Place): readonly ReachedBody[] {
  if (isLong(of.node)) return [];
  return of.node.body.body.flatMap((element): readonly ReachedBody[] => {
    if (element.type !== 'MethodDefinition' || element.static || !isFunction(element.value)) return [];
    const method = { form: 'function', node: element.value, evaluator: of.evaluator, frame: of.frame, self: [instance] } as const;
    return bodyOf(method, element.kind === 'constructor' ? given : [], 1, place);
  });
}

/** The functions that a reached one calls with something that it has. */
function handedOn({ evaluator, node, frame, place }: ReachedBody, from: Evaluator): readonly ReachedBody[] {
  if (frame.depth >= DEEPEST) return [];
  return callsIn(evaluator, node).flatMap((call): readonly ReachedBody[] => {
    if (!isPassing(call)) return [];
    return evaluator.evaluate(calleeOf(call), frame).flatMap((value): readonly ReachedBody[] => {
      const definition = value.form === 'thing' ? definitionOf(value) : null;
      if (definition?.form !== 'function' || definition.evaluator === from || definition.node === node) return [];
      return bodyOf(definition, evaluator.argumentValues(call, frame), frame.depth + 1, place);
    });
  });
}

function isLong({ range: [start, end] }: Node): boolean {
  return end - start > LONGEST;
}

const inside = new WeakMap<FunctionNode, readonly Node[]>();

/** The nodes in the body of a function. */
export function nodesIn({ index }: Evaluator, node: FunctionNode): readonly Node[] {
  let found = inside.get(node);
  if (found === undefined) {
    found = index.nodes.filter((inner) => inner !== node && isWithin(inner, node));
    inside.set(node, found);
  }
  return found;
}

/** The calls in the body of a function. */
export function callsIn(evaluator: Evaluator, node: FunctionNode): readonly CallNode[] {
  return nodesIn(evaluator, node).filter(isCall).slice(0, MOST_INSIDE);
}
