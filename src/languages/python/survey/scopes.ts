import type {
  CallArgument,
  ClassDefinition,
  Comprehension,
  Expression,
  FunctionDefinition,
  Identifier,
  Lambda,
  Module,
  Node,
  Parameter,
} from '../syntax/syntax.js';
import { ListsByName } from './lists-by-name.js';

/**
 * Where names are bound: modules, classes, functions (lambdas too) and comprehensions, each with its
 * bindings in the order of the source, and the blocks that say which of them a use can see.
 */
export interface Scope {
  readonly form: 'module' | 'class' | 'function' | 'comprehension';
  readonly node: Module | ClassDefinition | FunctionDefinition | Lambda | Comprehension;
  readonly parent: Scope | null;
  readonly bindings: ListsByName<Binding>;
  /** What functions bind here by `global` and `nonlocal`, at any time. */
  readonly boundWithin: ListsByName<Binding>;
  readonly root: Block;
  /** Names that `global` and `nonlocal` bind elsewhere. */
  elsewhere: ReadonlyMap<string, Scope>;
  /** What a function returns, and what it yields. */
  readonly returns: Expression[];
  /** Of `yield from x` the whole of it. */
  readonly yields: Expression[];
  /** What a class's methods put into `self.name` and `cls.name`. */
  readonly attributes: ListsByName<Binding>;
  /** What is put into or added to the collections and objects that names hold. */
  readonly mutations: ListsByName<Mutation>;
  /** The names that hold what another name of the scope holds: `other = config`. */
  readonly aliases: ListsByName<Alias>;
}

/** One name bound to what another holds, or to a part of that, as each of them sees the other. */
export interface Alias {
  readonly other: string;
  /** The keys that lead from what the name holds to what the other does. */
  readonly path: readonly Expression[];
  readonly binding: Binding;
}

/** A stretch of statements that run in order, all or none. */
export interface Block {
  readonly parent: Block | null;
  readonly start: number;
  readonly end: number;
  /** The statement that decides whether the block runs; null for the body of a scope. */
  readonly fork: Fork | null;
  readonly children: Block[];
  /** Whether it ends in `return` or `raise`, so that nothing it binds is seen behind it. */
  leaves: boolean;
  /** Whether it ends in `continue` or `break`, so that the rest of a turn of the loop is not for it. */
  skips: boolean;
}

/** A statement with blocks of which one runs (`if`, `match`), or some (`try`), or one often (`for`). */
export interface Fork {
  readonly form: 'choice' | 'attempt' | 'loop';
  readonly node: Node;
  readonly arms: Block[];
  /** The name of which an `if` says that its first arm runs where that is None or empty. */
  readonly absent: string | null;
  /** Whether one of the arms runs in any case. */
  exhaustive: boolean;
}

interface BindingPlace {
  readonly name: string;
  /** The name's range where it is bound. */
  readonly node: Node;
  /** The scope in which the bound expression is evaluated. */
  readonly scope: Scope;
  readonly block: Block;
  /** The offset from which a use sees the binding. */
  readonly from: number;
}

/** Indexes into what is unpacked: `[1, 0]` for b in `a, (b, c) = …`; from the end behind a starred target. */
export type Unpacking = readonly (number | Rest)[];

/** What a starred target takes: the items from an index on, but for so many behind it. */
export interface Rest {
  readonly from: number;
  readonly behind: number;
}

export type Binding =
  | (BindingPlace & {
      readonly form: 'assignment';
      readonly value: Expression;
      readonly unpacking: Unpacking;
      readonly annotation: Expression | null;
    })
  /** `x: T` without a value. */
  | (BindingPlace & { readonly form: 'annotation'; readonly annotation: Expression })
  /** `x += value`. */
  | (BindingPlace & { readonly form: 'augmented'; readonly operator: string; readonly value: Expression })
  | (BindingPlace & {
      readonly form: 'loop';
      readonly iterable: Expression;
      readonly unpacking: Unpacking;
      /** The loop or comprehension, whose turns are alternatives of each other. */
      readonly loop: Node;
    })
  | (BindingPlace & { readonly form: 'with'; readonly value: Expression; readonly unpacking: Unpacking })
  | (BindingPlace & { readonly form: 'parameter'; readonly parameter: Parameter })
  | (BindingPlace & {
      readonly form: 'import';
      readonly specifier: string;
      /** The name taken from the module; null where the module itself is bound. */
      readonly taken: string | null;
    })
  | (BindingPlace & {
      readonly form: 'function';
      readonly inner: Scope;
      readonly definition: FunctionDefinition;
    })
  | (BindingPlace & { readonly form: 'class'; readonly inner: Scope; readonly definition: ClassDefinition })
  /** Bound to something that is not followed: `except E as x`, `del x`, a captured pattern. */
  | (BindingPlace & { readonly form: 'unknown' });

/** A change of what a name holds, made through the name. */
export interface Mutation {
  readonly form: 'entry' | 'default' | 'attribute' | 'append' | 'extend' | 'update' | 'unknown';
  /** The keys that lead from what the name holds to what is changed: `"a"` in `config["a"]["b"] = …`. */
  readonly path: readonly Expression[];
  /** The key or attribute that is set. */
  readonly key: Expression | Identifier | null;
  readonly value: Expression | null;
  readonly entries: readonly CallArgument[];
  readonly node: Node;
  readonly scope: Scope;
}

const NOWHERE: ReadonlyMap<string, Scope> = new Map();

export function createBlock(parent: Block | null, node: Node, fork: Fork | null): Block {
  const block: Block = { parent, start: node.start, end: node.end, fork, children: [], leaves: false, skips: false };
  parent?.children.push(block);
  fork?.arms.push(block);
  return block;
}

export function createScope(form: Scope['form'], node: Scope['node'], parent: Scope | null): Scope {
  return {
    form,
    node,
    parent,
    bindings: new ListsByName(),
    boundWithin: new ListsByName(),
    root: createBlock(null, node, null),
    elsewhere: NOWHERE,
    returns: [],
    yields: [],
    attributes: new ListsByName(),
    mutations: new ListsByName(),
    aliases: new ListsByName(),
  };
}

/** Where a name is bound for a use in `scope`: classes hide their names from the functions in them. */
export function resolve(
  scope: Scope,
  name: string,
): { readonly scope: Scope; readonly inOrder: boolean } | null {
  let inOrder = true;
  let direct = true;
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const elsewhere = at.elsewhere.get(name);
    if (elsewhere !== undefined) return { scope: elsewhere, inOrder: false };
    if ((at.form !== 'class' || direct) && binds(at, name)) return { scope: at, inOrder };
    if (at.form === 'function') inOrder = false;
    if (at.form !== 'comprehension') direct = false;
  }
  return null;
}

function binds(scope: Scope, name: string): boolean {
  return scope.bindings.has(name) || scope.boundWithin.has(name);
}
