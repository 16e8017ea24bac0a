import type { TSESTree } from '@typescript-eslint/utils';
import type { Scope } from '@typescript-eslint/utils/ts-eslint';

export type Node = TSESTree.Node;

/** What the reader needs of ESLint's SourceCode, whichever parser made it. */
export interface JavaScriptTree {
  readonly ast: TSESTree.Program;
  readonly scopeManager: Scope.ScopeManager | null;
  /** Which properties of a node hold its children; found by looking where a type is not listed. */
  readonly visitorKeys?: Readonly<Record<string, readonly string[] | undefined>>;
}

export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export type TypeNode = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;

export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression;

/** Properties that hold no children: links back, tokens, and what a Vue parser adds beside the script. */
const NO_CHILDREN = new Set(['parent', 'tokens', 'comments', 'templateBody', 'loc', 'range', 'type']);

/** The nodes directly below one, in the order of the source as far as the keys give it. */
export function childrenOf(node: Node, visitorKeys: JavaScriptTree['visitorKeys']): Node[] {
  const keys = visitorKeys?.[node.type] ?? Object.keys(node);
  const children: Node[] = [];
  for (const key of keys) {
    if (NO_CHILDREN.has(key)) continue;
    const value: unknown = Reflect.get(node, key);
    if (isNode(value)) children.push(value);
    else if (Array.isArray(value)) for (const item of value) if (isNode(item)) children.push(item);
  }
  return children;
}

/** Whether a value looks like a node of a tree: a type, and a range of two numbers. */
function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null) return false;
  if (!('type' in value) || typeof value.type !== 'string') return false;
  return 'range' in value && Array.isArray(value.range) && typeof value.range[0] === 'number';
}

/**
 * Whether a node is of a type. For nodes that the types say can be of no other: a parser of another
 * language (Vue, Svelte) may have put its own in their place.
 */
export function isOf(node: { readonly type: string }, type: string): boolean {
  return node.type === type;
}

export function isFunction(node: Node): node is FunctionNode {
  return (
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionDeclaration' ||
    node.type === 'FunctionExpression'
  );
}

export function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** Whether a node stands within another of the same file. */
export function isWithin(inner: Node, outer: Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

/** The expression within parentheses, type assertions, `!`, `await` and optional chains. */
export function unwrapped(node: Node): Node {
  let inner = node;
  for (;;) {
    const next = wrappedBy(inner);
    if (next === null) return inner;
    inner = next;
  }
}

/** What a node that only wraps an expression wraps; null where the node is none of these. */
export function wrappedBy(node: Node): Node | null {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
    case 'ChainExpression':
      return node.expression;
    case 'AwaitExpression':
      return node.argument;
    default:
      return null;
  }
}

/** The name of a property, member or method key, where it is written out; null where it is computed. */
export function writtenKey(key: Node, computed: boolean): string | null {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Identifier' && !computed) return key.name;
  if (key.type === 'Literal' && (typeof key.value === 'string' || typeof key.value === 'number')) {
    return String(key.value);
  }
  return null;
}
