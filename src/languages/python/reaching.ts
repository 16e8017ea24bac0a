import type { Binding, Block, Fork, Scope } from './scopes.js';

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
  const seen: Binding[] = [];
  const covered = new Set<Block>();
  let hiding: Block | null = null;
  for (let index = behind - 1; index >= 0 && hiding === null; index--) {
    const binding = bindings[index];
    if (binding === undefined || !canReach(binding.block, use) || covered.has(binding.block)) continue;
    seen.push(binding);
    if (hides(binding.block, use, covered)) hiding = binding.block;
  }
  seen.reverse();
  const loop = loopAround(use, hiding);
  for (let index = behind; loop !== null && index < bindings.length; index++) {
    const binding = bindings[index];
    if (binding === undefined || binding.from > loop.end) break;
    if (isInside(binding.block, loop)) seen.push(binding);
  }
  return seen.length === 0 ? bindings : seen;
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

function isInside(block: Block, outer: Block): boolean {
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

/** Whether, with what was seen behind it, a binding in `block` hides all before it. */
function hides(block: Block, use: Block, covered: Set<Block>): boolean {
  let at = block;
  for (;;) {
    if (isInside(use, at)) return true;
    covered.add(at);
    const { fork, parent } = at;
    if (fork === null || parent === null || !isCovered(fork, covered)) return false;
    at = parent;
  }
}

function isCovered(fork: Fork, covered: ReadonlySet<Block>): boolean {
  if (!fork.exhaustive) return false;
  return fork.arms.every((arm) => arm.leaves || covered.has(arm));
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
