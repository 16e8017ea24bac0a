import type { Kind } from './kind.js';
import type { System } from './system.js';

/** A range of a text's flat characters. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One name found inside a text: which characters it is, and what stands around it. */
export interface NamedPart {
  readonly kind: Kind;
  readonly name: Span;
  /** Outermost first: `[catalog]` before a schema, `[catalog, schema]` before a table. */
  readonly qualifier: readonly Span[];
  /** What follows a bucket. */
  readonly path: Span | null;
  readonly system: System | null;
  /** False where another part of the same dotted name carries the judgement. */
  readonly judged: boolean;
}
