import type { Call, CallArgument, Expression, Identifier, Module, NameDeclaration, Node } from '../syntax/syntax.js';
import { createBlock, createScope } from './scopes.js';
import type { Alias, Binding, Block, Fork, Mutation, Scope, Unpacking } from './scopes.js';

/** What targets are bound to: `value` in `target = value`, `for target in iterable`, `with value as target`. */
export type Bound =
  | { readonly form: 'assignment'; readonly value: Expression; readonly annotation: Expression | null }
  | { readonly form: 'loop'; readonly iterable: Expression; readonly loop: Node }
  | { readonly form: 'with'; readonly value: Expression };

/** Keeps the scope and the block that a walk over a module is in, and puts there what names are bound to. */
export class Binder {
  readonly module: Scope;
  /** Names of attributes that are set on something other than self. */
  readonly attributesSet = new Set<string>();
  #scope: Scope;
  #block: Block;

  constructor(module: Module) {
    this.module = createScope('module', module, null);
    this.#scope = this.module;
    this.#block = this.module.root;
  }

  get scope(): Scope {
    return this.#scope;
  }

  get block(): Block {
    return this.#block;
  }

  /** The function around, comprehensions looked through; null at module and class level. */
  get function(): Scope | null {
    const scope = this.#holder();
    return scope.form === 'function' ? scope : null;
  }

  /** Visits what lies in an inner scope. */
  within(scope: Scope, visit: () => void): void {
    const outerScope = this.#scope;
    const outerBlock = this.#block;
    this.#scope = scope;
    this.#block = scope.root;
    visit();
    this.#scope = outerScope;
    this.#block = outerBlock;
  }

  /** Visits the statements of one arm of a fork, which lie in `range`. */
  inBlock(range: Node, fork: Fork, visit: () => void): void {
    const around = this.#block;
    this.#block = createBlock(around, range, fork);
    visit();
    this.#block = around;
  }

  bind(binding: Binding): void {
    // The targets of a comprehension are its own; a walrus in it binds in the scope around.
    const scope = binding.form === 'loop' ? this.#scope : this.#holder();
    const elsewhere = scope.elsewhere.get(binding.name);
    (elsewhere === undefined ? scope.bindings : elsewhere.boundWithin).add(binding.name, binding);
  }

  bindUnknown(identifier: Identifier, from: number): void {
    const { scope, block } = this;
    this.bind({ form: 'unknown', name: identifier.name, node: identifier, scope, block, from });
  }

  bindImport(name: string, node: Node, specifier: string, taken: string | null, from: number): void {
    const { scope, block } = this;
    this.bind({ form: 'import', name, node, scope, block, from, specifier, taken });
  }

  bindTo(target: Identifier, unpacking: Unpacking, bound: Bound, from: number): void {
    const binding = this.#boundTo(target, unpacking, bound, from);
    this.bind(binding);
    const way = bound.form === 'assignment' && unpacking.length === 0 ? wayTo(bound.value) : null;
    if (way !== null) this.#alias(binding, way.name, way.path);
  }

  #alias(binding: Binding, whole: string, path: Alias['path']): void {
    const { aliases } = this.#holder();
    aliases.add(whole, { other: binding.name, path, binding });
    if (path.length === 0) aliases.add(binding.name, { other: whole, path, binding });
  }

  /** Binds an attribute of the class around to what a method puts into `self.target`. */
  bindAttributeTo(target: Identifier, unpacking: Unpacking, bound: Bound, from: number): void {
    this.#bindAttribute(this.#boundTo(target, unpacking, bound, from));
  }

  /** `x: T` and `self.x: T` without a value. */
  annotate(target: Expression, annotation: Expression, from: number): void {
    const { scope, block } = this;
    const attribute = this.selfAttribute(target);
    const node = target.type === 'Identifier' ? target : attribute;
    if (node === null) return;
    const binding: Binding = { form: 'annotation', name: node.name, node, scope, block, from, annotation };
    if (attribute === null) this.bind(binding);
    else this.#bindAttribute(binding);
  }

  #boundTo(target: Identifier, unpacking: Unpacking, bound: Bound, from: number): Binding {
    const { name } = target;
    const { scope, block } = this;
    switch (bound.form) {
      case 'assignment': {
        const { value, annotation } = bound;
        return { form: 'assignment', name, node: target, scope, block, from, value, unpacking, annotation };
      }
      case 'loop': {
        const { iterable, loop } = bound;
        return { form: 'loop', name, node: target, scope, block, from, iterable, unpacking, loop };
      }
      case 'with':
        return { form: 'with', name, node: target, scope, block, from, value: bound.value, unpacking };
    }
  }

  #bindAttribute(binding: Binding): void {
    this.#scope.parent?.attributes.add(binding.name, binding);
  }

  /** The attribute of a target `self.x` in a method. */
  selfAttribute(target: Expression): Identifier | null {
    if (target.type !== 'Attribute' || target.object.type !== 'Identifier') return null;
    const { node, parent } = this.#scope;
    if (node.type !== 'FunctionDefinition' || parent?.form !== 'class') return null;
    return node.parameters[0]?.name.name === target.object.name ? target.attribute : null;
  }

  /** `global a` and `nonlocal a`: what is bound from here on is bound there. */
  redirect({ names, scope: form }: NameDeclaration): void {
    for (const { name } of names) {
      const scope = form === 'global' ? this.module : this.#functionBinding(name);
      if (scope !== null && scope !== this.#scope) this.#scope.elsewhere = new Map([...this.#scope.elsewhere, [name, scope]]);
    }
  }

  /** Notes a change under the name that holds what is changed: `config["a"] = …`, `settings.b = …`. */
  mutate(
    target: Expression,
    form: Mutation['form'],
    key: Mutation['key'],
    value: Expression | null,
    node: Node,
    entries: readonly CallArgument[] = [],
  ): void {
    const way = wayTo(target.type === 'Attribute' || target.type === 'Subscript' ? target.object : target);
    if (way === null) return;
    const { name, path } = way;
    if (form === 'attribute' && key?.type === 'Identifier') this.attributesSet.add(key.name);
    this.#scopeBinding(name).mutations.add(name, { form, path, key, value, entries, node, scope: this.#scope });
  }

  /** `items.append(x)`, `items.extend(xs)`, `config.update({...})`. */
  mutateByCall(call: Call): void {
    const { callee } = call;
    if (callee.type !== 'Attribute') return;
    const form = MUTATING.get(callee.attribute.name);
    if (form === undefined) return;
    const [first, second] = call.arguments;
    if (callee.attribute.name === 'setdefault' && first !== undefined && second !== undefined) {
      return this.mutate(callee, 'default', first.value, second.value, call);
    }
    const added = callee.attribute.name === 'insert' ? call.arguments[1] : form === 'unknown' ? undefined : first;
    const value = added !== undefined && added.keyword === null && added.spread === '' ? added.value : null;
    this.mutate(callee, form, null, value, call, call.arguments);
  }

  /** The scope that holds what is bound here. */
  #holder(): Scope {
    let scope = this.#scope;
    while (scope.form === 'comprehension' && scope.parent !== null) scope = scope.parent;
    return scope;
  }

  #scopeBinding(name: string): Scope {
    let at: Scope | null = this.#scope;
    while (at !== null && !at.bindings.has(name)) at = at.parent;
    return at ?? this.module;
  }

  #functionBinding(name: string): Scope | null {
    let at = this.#scope.parent;
    while (at !== null && !(at.form === 'function' && at.bindings.has(name))) at = at.parent;
    return at;
  }
}

/** The name that holds what an expression is a part of, and the keys that lead there: `config` and `"a"` of `config["a"]`. */
function wayTo(expression: Expression): { readonly name: string; readonly path: readonly Expression[] } | null {
  const path: Expression[] = [];
  let at = expression;
  for (; at.type === 'Subscript'; at = at.object) path.unshift(at.index);
  return at.type === 'Identifier' ? { name: at.name, path } : null;
}

/** Methods that change the list or dictionary they are called on. */
const MUTATING: ReadonlyMap<string, Mutation['form']> = new Map([
  ['append', 'append'],
  ['add', 'append'],
  ['extend', 'extend'],
  ['update', 'update'],
  ['insert', 'unknown'],
  ['remove', 'unknown'],
  ['sort', 'unknown'],
  ['reverse', 'unknown'],
  ['clear', 'unknown'],
  ['setdefault', 'default'],
  ['pop', 'unknown'],
]);
