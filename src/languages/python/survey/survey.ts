import type { Call, Expression, Identifier, Node, StringLiteral } from '../syntax/syntax.js';
import type { ListsByName } from './lists-by-name.js';
import type { Scope, Unpacking } from './scopes.js';

/** What one pass over a module's tree finds; nothing is evaluated. */
export interface Survey {
  readonly scope: Scope;
  /** The scopes of functions, classes, lambdas and comprehensions. */
  readonly scopes: ReadonlyMap<Node, Scope>;
  readonly calls: readonly CallNode[];
  /** The calls by the last name of their callee. */
  readonly callsByMethod: ListsByName<CallNode>;
  /** The names of the functions that calls decorate. */
  readonly decorated: ReadonlyMap<Node, Identifier>;
  /** The calls that something else makes of functions it is handed, by the function's last name. */
  readonly handed: ListsByName<CallNode>;
  readonly declared: readonly DeclaredNode[];
  readonly texts: readonly TextNode[];
  readonly imports: readonly ImportNode[];
  /** Code in Python that a command line holds: `["python3", "-c", "import mlflow …"]`. */
  readonly scripts: readonly StringLiteral[];
  readonly classes: readonly Scope[];
  /** Names of attributes that are set on something other than self. */
  readonly attributesSet: ReadonlySet<string>;
  /** Modules whose names are all taken: `from x import *`, a notebook's `%run ./x`. */
  readonly starred: readonly string[];
}

export interface CallNode {
  readonly node: Call;
  readonly scope: Scope;
}

export interface DeclaredNode {
  readonly form: 'constant' | 'field' | 'parameter' | 'entry' | 'keyword' | 'variable';
  readonly name: string;
  /** Where an entry stands; null for what is none. */
  readonly within: Within | null;
  /** What a keyword is passed to: `Buckets` in `Buckets(raw="kol-raw")`. */
  readonly callee?: string;
  readonly node: Node;
  readonly value: Expression;
  readonly unpacking: Unpacking;
  readonly scope: Scope;
}

/** The outermost dictionary around an entry, by its offset, and the names and keys that lead to the entry. */
export interface Within {
  readonly root: number;
  readonly keys: readonly string[];
}

export interface TextNode {
  readonly node: Expression;
  readonly scope: Scope;
  readonly context: NodeContext;
}

export type NodeContext =
  | { readonly form: 'argument'; readonly call: CallNode; readonly index: number }
  | { readonly form: 'value' | 'message' | 'test' | 'docstring' | 'regex' };

export interface ImportNode {
  readonly node: Node;
  readonly specifier: string;
  readonly names: readonly string[];
}
