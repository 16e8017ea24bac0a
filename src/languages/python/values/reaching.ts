import type { Binding, Block, Fork, Mutation, Scope } from '../survey/scopes.js';
import type { Choice } from './forms.js';

/**
 * The bindings of a name that a use at `offset` in the same scope can see. The last one that runs in
 * any case hides those before it; of the arms of a branch each counts; what a loop binds behind the
 * use is seen in its next turn. All of them, where none stands before the use.
 *
 * `bindings` are one name's in `scope`, in the order of the source.
 */
export function reachingBindings(
  bindings: readonly Binding[],
  scope: Scope,
  offset: number,
): readonly Binding[] {
  if (bindings.length < 2) return bindings;
  const use = blockAt(scope.root, offset);
  const behind = countBefore(bindings, offset);
  const before: Binding[] = [];
  const covered = new Set<Block>();
  let hiding: Block | null = null;
  for (let index = behind - 1; index >= 0 && hiding === null; index--) {
    const binding = bindings[index];
    if (binding === undefined || !canReach(binding.block, use) || covered.has(binding.block)) continue;
    before.push(binding);
    if (hides(binding.block, use, covered)) hiding = binding.block;
  }
  const seen = before.reverse().filter(({ block }) => !isSkipped(block, use, hiding));
  const loop = loopAround(use, hiding);
  for (let index = behind; loop !== null && index < bindings.length; index++) {
    const binding = bindings[index];
    if (binding === undefined || binding.from > loop.end) break;
    if (isInside(binding.block, loop)) seen.push(binding);
  }
  return seen.length === 0 ? bindings : seen;
}

/** The choice that one of several bindings is, apart from the branches it stands in; null where it is none. */
export type ChoiceOfBinding = (binding: Binding) => Choice | null;

/**
 * Of the bindings that reach a use in a loop, those made before it hold in its first turn only, where each
 * turn binds the name anew.
 */
export function boundBeforeLoop(
  bindings: readonly Binding[],
  scope: Scope,
  offset: number,
): ChoiceOfBinding | null {
  if (bindings.length < 2) return null;
  const use = blockAt(scope.root, offset);
  const later = bindings.find(({ from, block }) => from > offset && block.fork?.form === 'loop' && isInside(use, block));
  const loop = later?.block.fork?.node;
  if (later === undefined || loop === undefined) return null;
  return (binding) => (isInside(binding.block, later.block) ? null : { of: loop, index: 0 });
}

/** Of several bindings that reach a use in straight-line code, the name holds the same wherever it is used. */
export function oneOfThem(bindings: readonly Binding[], scope: Scope, offset: number): ChoiceOfBinding | null {
  const last = bindings.at(-1);
  if (last === undefined || bindings.length < 2) return null;
  const use = blockAt(scope.root, offset);
  const once = bindings.every(({ scope: own, from, block }) => own === scope && from <= offset && !sharesLoop(block, use));
  return once ? (binding) => ({ of: last.node, index: binding.node.start }) : null;
}

/** The loop around a block in which none of the bindings is made; null where there is none. */
export function loopBetween(bindings: readonly Binding[], block: Block): Block | null {
  for (let at: Block | null = block; at !== null; at = at.parent) {
    const loop = at;
    if (loop.fork?.form === 'loop' && !bindings.some((binding) => isInside(binding.block, loop))) return loop;
  }
  return null;
}

/** A change that a use sees, and whether it is certain to have been made: then what it replaces is gone. */
export interface SeenMutation {
  readonly mutation: Mutation;
  readonly certain: boolean;
}

/**
 * The changes made of what a name holds, in the order of the source: through the name, and through another
 * one while both hold the same.
 */
export function changesUnder(scope: Scope, name: string): readonly Mutation[] {
  const own = scope.mutations.get(name) ?? NO_CHANGES;
  const aliases = scope.aliases.get(name);
  if (aliases === undefined) return own;
  const through = aliases.flatMap(({ other, path, binding }) =>
    (scope.mutations.get(other) ?? NO_CHANGES)
      .filter((change) => change.scope === scope && change.node.start >= binding.from && holdsStill(scope, other, binding, change))
      .map((change) => (path.length === 0 ? change : { ...change, path: [...path, ...change.path] })),
  );
  if (through.length === 0) return own;
  return [...own, ...through].sort((a, b) => a.node.start - b.node.start);
}

const NO_CHANGES: readonly Mutation[] = [];

/** Whether a name holds at a change what it held when the alias was made. */
function holdsStill(scope: Scope, name: string, alias: Binding, change: Mutation): boolean {
  const bindings = scope.bindings.get(name) ?? [];
  const [then, ...others] = reachingBindings(bindings, scope, alias.from);
  const now = reachingBindings(bindings, scope, change.node.start);
  return others.length === 0 && now.length === 1 && now[0] === then;
}

/**
 * The changes that a use at `offset` sees of what a name holds: in straight-line code those behind it are
 * not made yet, and those before the name was bound anew are gone.
 */
export function mutationsSeen(
  mutations: readonly Mutation[],
  scope: Scope,
  bindings: readonly Binding[],
  offset: number | null,
): readonly SeenMutation[] {
  if (offset === null) return mutations.map((mutation) => ({ mutation, certain: false }));
  const use = blockAt(scope.root, offset);
  const bound = bindings.length === 1 ? bindings[0] : undefined;
  return mutations.flatMap((mutation): readonly SeenMutation[] => {
    if (mutation.scope !== scope) return [{ mutation, certain: false }];
    const { start } = mutation.node;
    const block = blockAt(scope.root, start);
    const turns = sharesLoop(block, use);
    if (start > offset && !turns) return [];
    if (bound !== undefined && bound.scope === scope && start < bound.from && !sharesLoop(block, bound.block)) return [];
    return canReach(block, use) ? [{ mutation, certain: start <= offset && isInside(use, block) }] : [];
  });
}

function sharesLoop(block: Block, other: Block): boolean {
  for (let at: Block | null = block; at !== null; at = at.parent) {
    if (at.fork?.form === 'loop' && isInside(other, at)) return true;
  }
  return false;
}

/** How many of the bindings take effect at or before an offset. */
function countBefore(bindings: readonly Binding[], offset: number): number {
  let low = 0;
  let high = bindings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bindings[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The innermost block that an offset lies in. */
export function blockAt(root: Block, offset: number): Block {
  let block = root;
  for (;;) {
    const inner = childAt(block.children, offset);
    if (inner === null) return block;
    block = inner;
  }
}

function childAt(children: readonly Block[], offset: number): Block | null {
  let low = 0;
  let high = children.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const child = children[middle];
    if (child === undefined) return null;
    if (offset < child.start) high = middle - 1;
    else if (offset >= child.end) low = middle + 1;
    else return child;
  }
  return null;
}

/** Whether a block runs in the turns of a loop of its scope. */
export function isInLoop(block: Block): boolean {
  for (let at: Block | null = block; at !== null; at = at.parent) if (at.fork?.form === 'loop') return true;
  return false;
}

export function isInside(block: Block, outer: Block): boolean {
  for (let at: Block | null = block; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

/** Whether what a block before the use binds may still hold there. */
function canReach(block: Block, use: Block): boolean {
  for (let at: Block = block; at.parent !== null; at = at.parent) {
    if (isInside(use, at)) return true;
    if (at.leaves) return false;
    if (at.fork?.form === 'choice' && at.fork.arms.some((arm) => arm !== at && isInside(use, arm)))
      return false;
  }
  return true;
}

/** Whether what a block binds is gone when the loop comes back to the use: `continue` ends it, and the next turn binds anew. */
function isSkipped(block: Block, use: Block, hiding: Block | null): boolean {
  for (let at: Block = block; at.parent !== null && !isInside(use, at); at = at.parent) {
    if (!at.skips) continue;
    const loop = loopOf(at);
    return loop !== null && isInside(use, loop) && hiding !== null && isInside(hiding, loop);
  }
  return false;
}

/** The innermost loop that a block lies in. */
export function loopOf(block: Block): Block | null {
  let at: Block | null = block;
  while (at !== null && at.fork?.form !== 'loop') at = at.parent;
  return at;
}

/** Whether, with what was seen behind it, a binding in `block` hides all before it. */
function hides(block: Block, use: Block, covered: Set<Block>): boolean {
  let at = block;
  for (;;) {
    if (isInside(use, at)) return true;
    covered.add(at);
    const { fork, parent } = at;
    if (fork === null || parent === null || !isCovered(fork, covered, use)) return false;
    at = parent;
  }
}

function isCovered(fork: Fork, covered: ReadonlySet<Block>, use: Block): boolean {
  if (!fork.exhaustive) return false;
  return fork.arms.every((arm) => arm.leaves || covered.has(arm) || (arm.skips && isInside(use, loopOf(arm) ?? arm)));
}

/** The outermost loop around the use that brings later bindings back to it before anything hides them. */
function loopAround(use: Block, hiding: Block | null): Block | null {
  let outermost: Block | null = null;
  for (let at: Block | null = use; at !== null; at = at.parent) {
    if (at.fork?.form !== 'loop') continue;
    if (hiding !== null && isInside(hiding, at)) break;
    outermost = at;
  }
  return outermost;
}
