import type { TSESTree } from '@typescript-eslint/utils';
import {
  type CallNode,
  type FunctionNode,
  type JavaScriptTree,
  type Node,
  childrenOf,
  isFunction,
  unwrapped,
} from './tree.js';
import { writtenKey } from './tree.js';

/**
 * A file's nodes in the order of the source, each with its parent, made in one pass that does not
 * recurse. Parents are kept here because not every parser links them before ESLint's own traversal.
 */
export class SyntaxIndex {
  readonly nodes: readonly Node[];
  readonly #parents = new Map<Node, Node>();
  readonly #returns = new Map<FunctionNode, TSESTree.ReturnStatement[]>();
  #callsByMethod: Map<string, CallNode[]> | null = null;

  constructor(tree: JavaScriptTree) {
    const nodes: Node[] = [];
    const open: Node[] = [tree.ast];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      nodes.push(node);
      const children = childrenOf(node, tree.visitorKeys);
      for (let index = children.length - 1; index >= 0; index--) {
        const child = children[index];
        if (child === undefined || this.#parents.has(child)) continue;
        this.#parents.set(child, node);
        open.push(child);
      }
    }
    this.nodes = nodes;
    for (const node of nodes) if (node.type === 'ReturnStatement') this.#addReturn(node);
  }

  parentOf(node: Node): Node | null {
    return this.#parents.get(node) ?? null;
  }

  /** The nearest node around one that a test holds for. */
  enclosing<Found extends Node>(node: Node, test: (outer: Node) => outer is Found): Found | null {
    for (let outer = this.parentOf(node); outer !== null; outer = this.parentOf(outer)) {
      if (test(outer)) return outer;
    }
    return null;
  }

  functionOf(node: Node): FunctionNode | null {
    return this.enclosing(node, isFunction);
  }

  /** The return statements of a function, without those of functions within it. */
  returnsOf(node: FunctionNode): readonly TSESTree.ReturnStatement[] {
    return this.#returns.get(node) ?? [];
  }

  /** The calls whose callee's last name is `method`. */
  callsOf(method: string): readonly CallNode[] {
    this.#callsByMethod ??= this.#indexCalls();
    return this.#callsByMethod.get(method) ?? [];
  }

  #addReturn(node: TSESTree.ReturnStatement): void {
    const owner = this.functionOf(node);
    if (owner === null) return;
    const returns = this.#returns.get(owner);
    if (returns === undefined) this.#returns.set(owner, [node]);
    else returns.push(node);
  }

  #indexCalls(): Map<string, CallNode[]> {
    const found = new Map<string, CallNode[]>();
    for (const node of this.nodes) {
      if (!isCall(node)) continue;
      const method = methodOf(node);
      const calls = found.get(method);
      if (calls === undefined) found.set(method, [node]);
      else calls.push(node);
    }
    return found;
  }
}

export function isCall(node: Node): node is CallNode {
  return (
    node.type === 'CallExpression' ||
    node.type === 'NewExpression' ||
    node.type === 'TaggedTemplateExpression'
  );
}

export function calleeOf(node: CallNode): Node {
  return unwrapped(node.type === 'TaggedTemplateExpression' ? node.tag : node.callee);
}

/** The last name of a call's callee; '' where it has none. */
export function methodOf(node: CallNode): string {
  const callee = calleeOf(node);
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression') return writtenKey(callee.property, callee.computed) ?? '';
  return '';
}
