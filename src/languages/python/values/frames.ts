import type { Value } from '../../facts.js';
import type { Node } from '../syntax/syntax.js';
import type { Passed } from './arguments.js';
import type { Scope } from '../survey/scopes.js';

/** One call of a function of this repository, while its inside is evaluated for that call. */
export interface Frame {
  readonly scope: Scope;
  /** What the call passes, by parameter. */
  readonly passed: ReadonlyMap<string, Passed>;
  /** The call in which the function was defined: a nested function sees its names. */
  readonly outer: Frame | null;
  /** The call in whose inside this one stands. */
  readonly caller: Frame | null;
  /** Whether the function calls itself within: what it then returns depends on what is not followed. */
  recursive: boolean;
  /** How many calls are around this one. */
  readonly depth: number;
  /** Whether only the receiver is known, and the rest is what any caller passes. */
  readonly open: boolean;
  /** What was evaluated for this call; a number is the depth of an evaluation still under way. */
  readonly memo: Map<Node, readonly Value[] | number>;
}

/** Calls are followed this deep into each other. */
export const DEEPEST_FRAME = 4;

export function createFrame(
  scope: Scope,
  passed: ReadonlyMap<string, Passed>,
  outer: Frame | null,
  caller: Frame | null,
  open = false,
): Frame {
  return { scope, passed, outer, caller, recursive: false, depth: (caller?.depth ?? 0) + 1, open, memo: new Map() };
}

/** The call in which a scope's expressions are to be evaluated, seen from `frame`. */
export function frameFor(scope: Scope, frame: Frame | null): Frame | null {
  for (let at = frame; at !== null; at = at.outer) {
    for (let outer: Scope | null = scope; outer !== null; outer = outer.parent)
      if (outer === at.scope) return at;
  }
  return null;
}
