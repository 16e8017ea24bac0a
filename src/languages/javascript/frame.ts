import type { FunctionNode, Node } from './tree.js';
import { isWithin } from './tree.js';
import type { Values } from './things.js';

/** One call of a function of the repository that is being evaluated with the call's own arguments. */
export interface Frame {
  readonly function: FunctionNode;
  /** The values of each positional argument; shorter than the parameters where some were left out. */
  readonly arguments: readonly Values[];
  readonly self: Values | null;
  /** The call in which the function was made, where it stands within another. */
  readonly outer: Frame | null;
  /** How many calls deep this one is. */
  readonly depth: number;
  readonly memo: Map<Node, Values>;
}

/** The innermost frame whose function a node stands in: what was made outside of a call does not depend on it. */
export function frameAround(node: Node, frame: Frame | null): Frame | null {
  let around = frame;
  while (around !== null && !isWithin(node, around.function)) around = around.outer;
  return around;
}

/** The frame of a given function among a frame and those around it. */
export function frameOf(node: FunctionNode, frame: Frame | null): Frame | null {
  let around = frame;
  while (around !== null && around.function !== node) around = around.outer;
  return around;
}
