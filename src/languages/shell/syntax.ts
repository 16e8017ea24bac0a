/**
 * The tree of a shell script, as far as its words and variables need one. Offsets are into the code
 * that was parsed, end exclusive.
 */
export interface Node {
  readonly start: number;
  readonly end: number;
}

export type Statement = SimpleCommand | Pipeline | Loop | ReadingLoop | Branches | FunctionDefinition;

/** `NAME=value program word … <<EOF`. */
export interface SimpleCommand extends Node {
  readonly type: 'command';
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
}

export interface Pipeline extends Node {
  readonly type: 'pipeline';
  readonly stages: readonly Statement[];
}

/** `for variable in words; do body; done`; `words` is null where it goes over the arguments. */
export interface Loop extends Node {
  readonly type: 'loop';
  readonly variable: string;
  readonly words: readonly Word[] | null;
  readonly body: readonly Statement[];
}

/** `while read a b; do body; done <<EOF`: the body for each line of what it is fed. */
export interface ReadingLoop extends Node {
  readonly type: 'reading';
  readonly read: SimpleCommand;
  readonly body: readonly Statement[];
  readonly redirections: readonly Redirection[];
}

/** Code of which one part or another may run: `if`, `case`, `while`, and groups, which always do. */
export interface Branches extends Node {
  readonly type: 'branches';
  readonly branches: readonly (readonly Statement[])[];
  /** Whether one of the branches runs in any case: a group, an `if` with `else`. */
  readonly complete: boolean;
}

export interface FunctionDefinition extends Node {
  readonly type: 'function';
  readonly name: string;
  readonly body: readonly Statement[];
}

export interface Assignment extends Node {
  readonly name: string;
  readonly nameEnd: number;
  /** Of `name[key]=value`. */
  readonly key: Word | null;
  /** With `+=`. */
  readonly appends: boolean;
  readonly value: Word | ArrayLiteral;
}

/** `(a b [key]=c)`. */
export interface ArrayLiteral extends Node {
  readonly type: 'array';
  readonly items: readonly { readonly key: Word | null; readonly word: Word }[];
}

export interface Redirection {
  /** What the command reads: a heredoc's or a here-string's text, the output of `<(…)`. Null for a file. */
  readonly input: Word | null;
  /** The file that output goes to. */
  readonly output: Word | null;
}

export interface Word extends Node {
  readonly type: 'word';
  readonly parts: readonly WordPart[];
}

export type WordPart = Characters | Decoded | Parameter | Substitution | Braces | Opaque;

/** Characters that stand for themselves. */
export interface Characters extends Node {
  readonly type: 'characters';
  readonly quoted: boolean;
}

/** An escape sequence of `$'…'`. */
export interface Decoded extends Node {
  readonly type: 'decoded';
  readonly characters: string;
}

/** `$name`, `${name[index]:-word}`. */
export interface Parameter extends Node {
  readonly type: 'parameter';
  readonly name: string;
  readonly nameStart: number;
  /** The index as written, `@` and `*` for all items; null where there is none. */
  readonly index: string | null;
  /** `:-`, `-`, `:=`, `=`, `:?`, `?`, `:+`, `+`, `^^`, `,,`, `!` for an array's keys, `other` for what changes the value, or ''. */
  readonly operator: string;
  readonly word: Word | null;
  readonly quoted: boolean;
}

/** `$(…)` and backquotes. */
export interface Substitution extends Node {
  readonly type: 'substitution';
  readonly body: readonly Statement[];
  readonly quoted: boolean;
}

/** `{a,b}`: the word once for each. */
export interface Braces extends Node {
  readonly type: 'braces';
  readonly alternatives: readonly Word[];
}

/** What only running the script would tell: `$((n + 1))`, `{1..9}`, `<(…)`. */
export interface Opaque extends Node {
  readonly type: 'opaque';
}

export interface ScriptComment extends Node {
  readonly type: 'comment';
}

export interface Script {
  readonly statements: readonly Statement[];
  readonly comments: readonly ScriptComment[];
  readonly problems: readonly { readonly message: string; readonly offset: number }[];
}
