import type { TSESTree } from '@typescript-eslint/utils';
import type { Scope } from '@typescript-eslint/utils/ts-eslint';
import { MOST_ALTERNATIVES } from '../facts.js';
import type { SyntaxIndex } from './syntax-index.js';
import { type JavaScriptTree, type Node, isFunction, unwrapped, wrappedBy, writtenKey } from './tree.js';

export type Variable = Scope.Variable;

/** A place where a variable is given a value: the identifier in the pattern that is written to. */
export interface Write {
  readonly identifier: TSESTree.Identifier;
  /** `??=` stands for `||=` too; `?` for what gives an unknown value (`++`, `-=`). */
  readonly operator: '=' | '+=' | '??=' | '?';
  /** Where it takes effect: the whole assignment or declarator. */
  readonly statement: Node;
}

/** A visible change of an object or array that a variable holds. */
export interface Mutation {
  /** The keys from the variable to what changes; null for a key that is not written out. */
  readonly path: readonly (string | null)[];
  /**
   * What is put there, what is merged into it, or added to it at its end or its beginning; `loosened`
   * where only order or number change, `lost` where nothing can be told.
   */
  readonly form: 'set' | 'merge' | 'push' | 'prepend' | 'loosened' | 'lost';
  readonly values: readonly Node[];
}

const LOSING_METHODS = new Set(['splice', 'fill', 'copyWithin', 'clear', 'delete']);
const LOOSENING_METHODS = new Set(['pop', 'shift', 'sort', 'reverse']);
const PUSHING_METHODS = new Set(['push', 'add']);

/** Which variable a name means, what is written to it, and how its object is changed. */
export class Bindings {
  readonly #index: SyntaxIndex;
  readonly #scopes: readonly Scope.Scope[];
  readonly #variables = new Map<Node, Variable | null>();
  /** For the name of a class, the variable that code within the class sees. */
  readonly #inner = new Map<Node, Variable>();
  readonly #writes = new Map<Variable, readonly Write[]>();
  readonly #mutations = new Map<Variable, readonly Mutation[]>();

  constructor(tree: JavaScriptTree, index: SyntaxIndex) {
    this.#index = index;
    this.#scopes = tree.scopeManager?.scopes ?? [];
    for (const scope of this.#scopes) {
      for (const reference of scope.references) {
        this.#variables.set(
          reference.identifier,
          reference.resolved ?? lookUp(scope, reference.identifier.name),
        );
      }
      for (const variable of scope.variables) {
        for (const { name } of variable.defs) this.#declare(name, variable);
      }
    }
  }

  /** A class has its name twice: around it, and within it. */
  #declare(name: Node, variable: Variable): void {
    const known = this.#variables.get(name) ?? null;
    if (known === null) this.#variables.set(name, variable);
    else if (known !== variable) this.#inner.set(name, variable);
  }

  /** The identifiers that mean what is declared by `name`. */
  referencesTo(name: Node): readonly Node[] {
    const found = [this.#variables.get(name), this.#inner.get(name)];
    return found.flatMap((variable) => variable?.references.map(({ identifier }) => identifier) ?? []);
  }

  /** The variable that an identifier reads, writes or declares; null where it is unbound. */
  variableOf(identifier: Node): Variable | null {
    const variable = this.#variables.get(identifier) ?? null;
    return variable === null || variable.defs.length === 0 ? null : variable;
  }

  /** A variable of the module's own top level. */
  topLevel(name: string): Variable | null {
    for (const scope of this.#scopes) {
      if (scope.block.type !== 'Program') continue;
      const variable = scope.set.get(name);
      if (variable !== undefined && variable.defs.length > 0) return variable;
    }
    return null;
  }

  /**
   * All writes in the order of the source, declarations and parameters included; of a variable that
   * is written in too many places one that stands for all, and says nothing.
   */
  writesOf(variable: Variable): readonly Write[] {
    const known = this.#writes.get(variable);
    if (known !== undefined) return known;
    const found = this.#findWrites(variable);
    const writes = found.length > MOST_ALTERNATIVES ? found.slice(0, 1).map(unknownWrite) : found;
    this.#writes.set(variable, writes);
    return writes;
  }

  #findWrites(variable: Variable): Write[] {
    const found = new Map<Node, Write>();
    const add = (identifier: Node) => {
      if (identifier.type !== 'Identifier' || found.has(identifier)) return;
      found.set(identifier, this.#writeAt(identifier));
    };
    for (const definition of variable.defs) {
      if (definition.type === 'Variable' || definition.type === 'Parameter') add(definition.name);
    }
    for (const reference of variable.references) if (reference.isWrite()) add(reference.identifier);
    return [...found.values()].sort((one, other) => one.identifier.range[0] - other.identifier.range[0]);
  }

  #writeAt(identifier: TSESTree.Identifier): Write {
    let statement: Node = identifier;
    for (let outer = this.#index.parentOf(identifier); outer !== null; outer = this.#index.parentOf(outer)) {
      if (isFunction(outer)) break;
      statement = outer;
      if (outer.type === 'UpdateExpression') return { identifier, operator: '?', statement };
      if (outer.type === 'VariableDeclarator') break;
      if (outer.type === 'AssignmentExpression') {
        return { identifier, operator: operatorOf(outer.operator), statement };
      }
      if (outer.type.endsWith('Statement')) break;
    }
    return { identifier, operator: '=', statement };
  }

  /** The visible changes of what a variable holds: aliases are not followed. */
  mutationsOf(variable: Variable): readonly Mutation[] {
    const known = this.#mutations.get(variable);
    if (known !== undefined) return known;
    const mutations: Mutation[] = [];
    for (const { identifier } of variable.references) {
      const mutation = this.#mutationAt(identifier);
      if (mutation !== null) mutations.push(mutation);
    }
    this.#mutations.set(variable, mutations);
    return mutations;
  }

  #mutationAt(identifier: Node): Mutation | null {
    const path: (string | null)[] = [];
    let node = identifier;
    for (;;) {
      const outer = this.#index.parentOf(node);
      if (outer === null) return null;
      if (wrappedBy(outer) === node) {
        node = outer;
        continue;
      }
      if (outer.type !== 'MemberExpression' || outer.object !== node) {
        const pattern = outer.type === 'Property' && outer.value === node ? this.#index.parentOf(outer) : outer;
        return pattern === null ? null : changeAt(node, pattern, path);
      }
      path.push(writtenKey(outer.property, outer.computed));
      node = outer;
    }
  }
}

/** The change that `outer` makes to the member expression (or name) `node` at the end of a path. */
function changeAt(node: Node, outer: Node, path: readonly (string | null)[]): Mutation | null {
  switch (outer.type) {
    case 'AssignmentExpression': {
      if (outer.left !== node || path.length === 0) return null;
      return outer.operator === '=' || outer.operator === '??=' || outer.operator === '||='
        ? { path, form: 'set', values: [outer.right] }
        : { path, form: 'lost', values: [] };
    }
    case 'UpdateExpression':
      return path.length === 0 ? null : { path, form: 'lost', values: [] };
    case 'UnaryExpression':
      return outer.operator === 'delete' ? { path, form: 'lost', values: [] } : null;
    case 'ArrayPattern':
    case 'AssignmentPattern':
    case 'ObjectPattern':
    case 'ForOfStatement':
    case 'ForInStatement':
      return isTarget(node, outer) ? { path, form: 'lost', values: [] } : null;
    case 'CallExpression':
      return outer.callee === node ? methodChange(outer, path) : argumentChange(node, outer, path);
    default:
      return null;
  }
}

/** `[o.a] = …`, `({ x: o.a } = …)`, `for (o.a of …)`. */
function isTarget(node: Node, outer: Node): boolean {
  if (node.type !== 'MemberExpression') return false;
  switch (outer.type) {
    case 'ArrayPattern':
    case 'ObjectPattern':
      return true;
    case 'AssignmentPattern':
    case 'ForOfStatement':
    case 'ForInStatement':
      return outer.left === node;
    default:
      return false;
  }
}

function methodChange(call: TSESTree.CallExpression, path: readonly (string | null)[]): Mutation | null {
  const method = path.at(-1) ?? '';
  const owner = path.slice(0, -1);
  if (path.length === 0) return null;
  if (PUSHING_METHODS.has(method)) return { path: owner, form: 'push', values: call.arguments };
  if (method === 'unshift') return { path: owner, form: 'prepend', values: call.arguments };
  if (LOOSENING_METHODS.has(method)) return { path: owner, form: 'loosened', values: [] };
  if (LOSING_METHODS.has(method)) return { path: owner, form: 'lost', values: [] };
  return method === 'set' ? entrySet(call, owner) : null;
}

/** `map.set('raw', 'kol-raw')`. */
function entrySet({ arguments: given }: TSESTree.CallExpression, owner: readonly (string | null)[]): Mutation | null {
  const [key, value] = given;
  if (key === undefined || value === undefined) return null;
  return { path: [...owner, writtenKey(key, true)], form: 'set', values: [value] };
}

/** `Object.assign(x, …)` and its relatives, which change their first argument. */
function argumentChange(
  node: Node,
  call: TSESTree.CallExpression,
  path: readonly (string | null)[],
): Mutation | null {
  if (call.arguments[0] !== node) return null;
  const callee = unwrapped(call.callee);
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return null;
  if (callee.object.name !== 'Object' && callee.object.name !== 'Reflect') return null;
  switch (writtenKey(callee.property, callee.computed)) {
    case 'assign':
      return { path, form: 'merge', values: call.arguments.slice(1) };
    case 'defineProperty':
    case 'defineProperties':
    case 'deleteProperty':
    case 'set':
      return { path, form: 'lost', values: [] };
    default:
      return null;
  }
}

function unknownWrite(write: Write): Write {
  return { ...write, operator: '?' };
}

function operatorOf(operator: string): Write['operator'] {
  if (operator === '=' || operator === '+=') return operator;
  return operator === '??=' || operator === '||=' ? '??=' : '?';
}

function lookUp(from: Scope.Scope, name: string): Variable | null {
  for (let scope: Scope.Scope | null = from; scope !== null; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable !== undefined) return variable;
  }
  return null;
}
