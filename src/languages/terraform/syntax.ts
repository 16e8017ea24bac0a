/** The tree of a Terraform (HCL) file. Offsets are into the file's text, end exclusive. */
export interface Node {
  readonly start: number;
  readonly end: number;
}

/** `name = value`; the labels of the blocks around it stand in `path`, the name last. */
export interface Attribute extends Node {
  readonly path: readonly string[];
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly value: Expression;
  /** The block that it stands in, counted through the file. */
  readonly block: number;
}

export type Expression = Template | Traversal | List | ObjectLiteral | Call | Either | ForExpression | Unreadable;

/** A string: its literal ranges and what it interpolates. */
export interface Template extends Node {
  readonly type: 'template';
  readonly parts: readonly (Characters | Expression)[];
}

export interface Characters extends Node {
  readonly type: 'characters';
  readonly escapes: boolean;
}

/** `var.bucket`, `aws_s3_bucket.gold.id`, `local.names["gold"]`; an index that is no string is `*`. */
export interface Traversal extends Node {
  readonly type: 'traversal';
  readonly names: readonly string[];
}

export interface List extends Node {
  readonly type: 'list';
  readonly items: readonly Expression[];
}

export interface ObjectLiteral extends Node {
  readonly type: 'object';
  readonly entries: readonly ObjectEntry[];
}

export interface ObjectEntry {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly value: Expression;
}

export interface Call extends Node {
  readonly type: 'call';
  readonly name: string;
  readonly arguments: readonly Expression[];
}

/** `test ? a : b`. */
export interface Either extends Node {
  readonly type: 'either';
  readonly options: readonly Expression[];
}

/** `[for x in xs : x.name]`, `{ for k, v in m : k => v.name if v.on }`. */
export interface ForExpression extends Node {
  readonly type: 'for';
  readonly names: readonly string[];
  readonly collection: Expression;
  /** What stands before `=>`; null in brackets. */
  readonly key: Expression | null;
  readonly result: Expression;
}

/** Numbers, operators: nothing that a name could be in. */
export interface Unreadable extends Node {
  readonly type: 'unreadable';
}

export interface TerraformFile {
  readonly attributes: readonly Attribute[];
  /** For each block, counted through the file, the one that it stands in. */
  readonly around: ReadonlyMap<number, number>;
  readonly comments: readonly (Node & { readonly form: 'line' | 'block' })[];
  readonly problems: readonly { readonly message: string; readonly offset: number }[];
}
