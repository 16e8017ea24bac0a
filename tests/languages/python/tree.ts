import type { Expression, Module, Node, Parameter, Replacement, Statement, StringPiece } from '../../../src/languages/python/syntax/syntax.js';
import type { CallArgument, CommentToken, ImportAlias } from '../../../src/languages/python/syntax/syntax.js';

export type AnyNode =
  | Module
  | Statement
  | Expression
  | Parameter
  | ImportAlias
  | CallArgument
  | StringPiece
  | Replacement
  | CommentToken;

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isNode(value: object): value is AnyNode {
  return 'type' in value && 'start' in value && 'end' in value;
}

/** The nodes directly inside a node; inside what is no node itself (an entry, a clause) counts as well. */
export function childrenOf(node: object): AnyNode[] {
  const children: AnyNode[] = [];
  for (const value of Object.values(node)) {
    if (!isObject(value)) continue;
    if (isNode(value)) children.push(value);
    else children.push(...childrenOf(value));
  }
  return children;
}

/** Calls `visit` for every node with its parent; where it gives false, not for those inside. */
export function walk(root: AnyNode, visit: (node: AnyNode, parent: Node | null) => unknown): void {
  const open: { node: AnyNode; parent: Node | null }[] = [{ node: root, parent: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (visit(next.node, next.parent) === false) continue;
    for (const child of childrenOf(next.node)) open.push({ node: child, parent: next.node });
  }
}
