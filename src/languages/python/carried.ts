import type { CarriedCall, CarriedText } from '../facts.js';
import { callsIn, type ReachedBody } from './reached-bodies.js';
import type { TextNode } from './survey/survey.js';
import type { Expression, Node } from './syntax/syntax.js';
import { PythonText } from './text-site.js';
import { PythonCall } from './values/call.js';
import type { Evaluator } from './values/evaluator.js';

/**
 * The calls that functions and classes of other modules make with what this file passes to them:
 * `setup_experiment("KOL_trust")` sets the experiment, whatever its parameter is called.
 */
export function carriedCalls(bodies: readonly ReachedBody[]): readonly CarriedCall[] {
  return bodies.flatMap(({ evaluator, definition, frame, place }) =>
    callsIn(evaluator, definition).map(({ node, scope }) => ({ call: new PythonCall(evaluator, node, scope, frame), place })),
  );
}

/**
 * The texts that they put it into: `rows_of("kol_scores")` names a table where what it calls builds
 * `f"SELECT * FROM {table}"`, whoever runs that.
 */
export function carriedTexts(bodies: readonly ReachedBody[]): readonly CarriedText[] {
  return bodies.flatMap(({ evaluator, definition, frame, place }) =>
    textsIn(evaluator, definition).map((text) => ({ site: new PythonText(evaluator, text, frame), place })),
  );
}

const inside = new WeakMap<Node, readonly TextNode[]>();

/** The texts in the body of a function that something is put into. */
function textsIn({ survey }: Evaluator, definition: Node): readonly TextNode[] {
  let found = inside.get(definition);
  if (found === undefined) {
    const { start, end } = definition;
    found = survey.texts.filter(({ node }) => node.start > start && node.end <= end && takesMore(node));
    inside.set(definition, found);
  }
  return found;
}

function takesMore(node: Expression): boolean {
  return node.type !== 'StringLiteral' || node.pieces.some(({ replacements }) => replacements.length > 0);
}
