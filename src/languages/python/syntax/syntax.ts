/**
 * The tree that the Python reader makes: CPython's `ast` in shape, reduced to what names and values
 * can hang on. Offsets are UTF-16 code units, 0-based, end exclusive, into the source's text.
 */
export interface Node {
  readonly start: number;
  readonly end: number;
}

export interface Module extends Node {
  readonly type: 'Module';
  readonly body: readonly Statement[];
  readonly comments: readonly CommentToken[];
  readonly problems: readonly { readonly message: string; readonly offset: number }[];
}

/** `# …`, the number sign included in the range. */
export interface CommentToken extends Node {
  readonly type: 'Comment';
}

export type Statement =
  | FunctionDefinition
  | ClassDefinition
  | Assignment
  | AugmentedAssignment
  | Return
  | Import
  | ImportFrom
  | If
  | For
  | While
  | With
  | Try
  | Match
  | Raise
  | Assert
  | Delete
  | Jump
  | NameDeclaration
  | ExpressionStatement;

export interface FunctionDefinition extends Node {
  readonly type: 'FunctionDefinition';
  readonly name: Identifier;
  readonly parameters: readonly Parameter[];
  readonly returns: Expression | null;
  readonly decorators: readonly Expression[];
  readonly body: readonly Statement[];
  readonly async: boolean;
}

export interface Parameter extends Node {
  readonly type: 'Parameter';
  readonly name: Identifier;
  readonly form: 'positional-only' | 'positional' | 'keyword-only' | 'list' | 'record';
  readonly annotation: Expression | null;
  readonly default: Expression | null;
}

export interface ClassDefinition extends Node {
  readonly type: 'ClassDefinition';
  readonly name: Identifier;
  readonly arguments: readonly CallArgument[];
  readonly decorators: readonly Expression[];
  readonly body: readonly Statement[];
}

/** `a = b = value`, `a: T = value`, `a: T` (value null), `type A = value` (PEP 695). */
export interface Assignment extends Node {
  readonly type: 'Assignment';
  readonly targets: readonly Expression[];
  readonly annotation: Expression | null;
  readonly value: Expression | null;
}

export interface AugmentedAssignment extends Node {
  readonly type: 'AugmentedAssignment';
  readonly target: Expression;
  /** `+` for `+=`. */
  readonly operator: string;
  readonly value: Expression;
}

export interface Return extends Node {
  readonly type: 'Return';
  readonly value: Expression | null;
}

export interface Import extends Node {
  readonly type: 'Import';
  readonly names: readonly ImportAlias[];
}

/** `from ..a.b import c as d`; `level` counts the dots, `module` is '' for `from . import c`. */
export interface ImportFrom extends Node {
  readonly type: 'ImportFrom';
  readonly module: string;
  readonly level: number;
  /** The range of dots and module. */
  readonly moduleStart: number;
  readonly moduleEnd: number;
  /** One alias named `*` for a star import. */
  readonly names: readonly ImportAlias[];
}

export interface ImportAlias extends Node {
  readonly type: 'ImportAlias';
  /** Dotted in `import a.b`. */
  readonly name: string;
  readonly alias: Identifier | null;
}

export interface If extends Node {
  readonly type: 'If';
  readonly test: Expression;
  readonly body: readonly Statement[];
  /** An `elif` is an If alone in here. */
  readonly orelse: readonly Statement[];
}

export interface For extends Node {
  readonly type: 'For';
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface While extends Node {
  readonly type: 'While';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}

export interface With extends Node {
  readonly type: 'With';
  readonly items: readonly { readonly value: Expression; readonly target: Expression | null }[];
  readonly body: readonly Statement[];
}

export interface Try extends Node {
  readonly type: 'Try';
  readonly body: readonly Statement[];
  readonly handlers: readonly {
    readonly exception: Expression | null;
    readonly name: Identifier | null;
    readonly body: readonly Statement[];
  }[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}

export interface Match extends Node {
  readonly type: 'Match';
  readonly subject: Expression;
  readonly cases: readonly {
    /** Read as an expression; `pattern as name` as `name := pattern`. */
    readonly pattern: Expression;
    readonly guard: Expression | null;
    readonly body: readonly Statement[];
  }[];
}

export interface Raise extends Node {
  readonly type: 'Raise';
  readonly exception: Expression | null;
  readonly cause: Expression | null;
}

export interface Assert extends Node {
  readonly type: 'Assert';
  readonly test: Expression;
  readonly message: Expression | null;
}

export interface Delete extends Node {
  readonly type: 'Delete';
  readonly targets: readonly Expression[];
}

/** What ends a turn of a loop, or the loop. */
export interface Jump extends Node {
  readonly type: 'Jump';
  readonly form: 'break' | 'continue';
}

/** `global a, b` and `nonlocal a, b`. */
export interface NameDeclaration extends Node {
  readonly type: 'NameDeclaration';
  readonly scope: 'global' | 'nonlocal';
  readonly names: readonly Identifier[];
}

export interface ExpressionStatement extends Node {
  readonly type: 'ExpressionStatement';
  readonly value: Expression;
}

export type Expression =
  | Identifier
  | StringLiteral
  | Constant
  | Attribute
  | Subscript
  | Call
  | Binary
  | Boolean
  | Compare
  | Unary
  | Conditional
  | Lambda
  | Sequence
  | Dictionary
  | Comprehension
  | Starred
  | Named
  | Await
  | Slice
  | Unreadable;

export interface Identifier extends Node {
  readonly type: 'Identifier';
  readonly name: string;
}

/** One string expression: all pieces of an implicit concatenation. */
export interface StringLiteral extends Node {
  readonly type: 'StringLiteral';
  readonly pieces: readonly StringPiece[];
}

/** One literal as written: prefix, quotes, content. */
export interface StringPiece extends Node {
  readonly type: 'StringPiece';
  /** Lower-cased: '', 'r', 'f', 'rb' … */
  readonly prefix: string;
  /** The content's range, without prefix and quotes. */
  readonly contentStart: number;
  readonly contentEnd: number;
  /** What interpolates in an f-string or t-string, in order; empty otherwise. */
  readonly replacements: readonly Replacement[];
}

/** `{value!r:spec}`; the range includes the braces. */
export interface Replacement extends Node {
  readonly type: 'Replacement';
  readonly value: Expression;
  /** With `=` before the closing brace or conversion: the text of the expression is part of the string. */
  readonly debug: boolean;
  readonly conversion: 's' | 'r' | 'a' | null;
  /** The range of the format spec, without the colon; null where there is none. */
  readonly spec: { readonly start: number; readonly end: number; readonly replacements: readonly Replacement[] } | null;
}

/** A number, True, False, None or `...`. */
export interface Constant extends Node {
  readonly type: 'Constant';
  readonly raw: string;
}

export interface Attribute extends Node {
  readonly type: 'Attribute';
  readonly object: Expression;
  readonly attribute: Identifier;
}

export interface Subscript extends Node {
  readonly type: 'Subscript';
  readonly object: Expression;
  readonly index: Expression;
}

export interface Call extends Node {
  readonly type: 'Call';
  readonly callee: Expression;
  readonly arguments: readonly CallArgument[];
}

export interface CallArgument extends Node {
  readonly type: 'CallArgument';
  readonly keyword: Identifier | null;
  readonly spread: '' | '*' | '**';
  readonly value: Expression;
}

export interface Binary extends Node {
  readonly type: 'Binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Boolean extends Node {
  readonly type: 'Boolean';
  readonly operator: 'and' | 'or';
  readonly left: Expression;
  readonly right: Expression;
}

/** `a < b <= c` has two operators and three operands. */
export interface Compare extends Node {
  readonly type: 'Compare';
  readonly operators: readonly string[];
  readonly operands: readonly Expression[];
}

export interface Unary extends Node {
  readonly type: 'Unary';
  readonly operator: 'not' | '-' | '+' | '~';
  readonly operand: Expression;
}

export interface Conditional extends Node {
  readonly type: 'Conditional';
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

export interface Lambda extends Node {
  readonly type: 'Lambda';
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}

export interface Sequence extends Node {
  readonly type: 'Sequence';
  readonly form: 'list' | 'tuple' | 'set';
  readonly items: readonly Expression[];
}

export interface Dictionary extends Node {
  readonly type: 'Dictionary';
  /** A null key is a `**` entry. */
  readonly entries: readonly { readonly key: Expression | null; readonly value: Expression }[];
}

export interface Comprehension extends Node {
  readonly type: 'Comprehension';
  readonly form: 'list' | 'set' | 'dictionary' | 'generator';
  /** The key of a dictionary comprehension. */
  readonly key: Expression | null;
  readonly item: Expression;
  readonly clauses: readonly {
    readonly target: Expression;
    readonly iterable: Expression;
    readonly conditions: readonly Expression[];
  }[];
}

export interface Starred extends Node {
  readonly type: 'Starred';
  readonly value: Expression;
}

/** `name := value`. */
export interface Named extends Node {
  readonly type: 'Named';
  readonly target: Identifier;
  readonly value: Expression;
}

/** `await x`, `yield x`, `yield from x`. */
export interface Await extends Node {
  readonly type: 'Await';
  readonly form: 'await' | 'yield' | 'yield-from';
  readonly value: Expression | null;
}

export interface Slice extends Node {
  readonly type: 'Slice';
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

/** Syntax that no rule of Python's grammar fits. */
export interface Unreadable extends Node {
  readonly type: 'Unreadable';
}
