import type { Kind } from '../references/kind.js';
import type { Access } from '../references/reference.js';
import type { System } from '../references/system.js';

/**
 * What a library's calls take, as data. Paths are those of `ThingValue`: `boto3.client()`,
 * `~spark` for a conventional name of which nothing is known, `*.saveAsTable` for a method that is
 * distinctive on any receiver.
 */
export interface Library {
  /** What a reference's `via` begins with: `minio-py`. */
  readonly library: string;
  readonly language: 'python' | 'javascript';
  readonly system: System | null;
  /**
   * Names for what the library's calls give, each with the paths that lead to it; a path may begin
   * with such a name (`DataFrameReader: ['SparkSession.read', 'DataFrameReader.*()']`).
   */
  readonly types: Readonly<Record<string, readonly TypePath[]>>;
  readonly entries: readonly CallEntry[];
}

/** A path, or a path that counts only where a call in it has the given text as an argument. */
export type TypePath = string | { readonly path: string; readonly where: ArgumentTest };

export interface ArgumentTest {
  readonly at?: number;
  readonly keyword?: string;
  readonly equals: readonly string[];
}

export interface CallEntry {
  /** The callee's paths, without the call's own `()`. */
  readonly call: readonly string[];
  readonly takes: readonly Taken[];
  readonly where?: ArgumentTest;
  /** What the call does with what it takes; `unknown` where left out. */
  readonly access?: Access;
  /** Code that must be found, with what is found in it: `bucket kol-bronze`, `table events`. */
  readonly match: readonly { readonly code: string; readonly finds: readonly string[] }[];
  /** Code of like shape in which nothing must be found. */
  readonly skip: readonly string[];
}

/** One argument, and what it is. */
export interface Taken {
  readonly at?: number;
  readonly keyword?: string | readonly string[];
  /** Keys into an object that is passed: `['Delete', 'Bucket']`. */
  readonly entry?: readonly string[];
  readonly is: Shape;
  readonly access?: Access;
}

/**
 * How an argument's text is to be read:
 * - a kind: the whole text is one name of that kind
 * - `uri`: a resource URI, or nothing
 * - `path`: a bucket, then a slash and a key, without a scheme (s3fs, pyarrow)
 * - `sql`: SQL text in the library's dialect
 * - `dotted-table`, `dotted-schema`: `catalog.schema.table`, `catalog.schema`, or their last parts
 * - `named`: what it is depends on its name (an option's key, a keyword), as the name patterns say
 */
export type Shape = Kind | 'uri' | 'path' | 'sql' | 'dotted-table' | 'dotted-schema' | 'named';
