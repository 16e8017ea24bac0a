import type { Kind } from '../references/kind.js';
import type { Access, Dialect } from '../references/reference.js';
import type { System } from '../references/system.js';

/**
 * What a library's calls take, as data: the whole of it can be written in JSON, and users write their
 * own entries in the policy file in the same form. Paths are those of `ThingValue`:
 * `boto3.client()`, `~spark` for a conventional name of which nothing is known.
 *
 * To add a library: copy the smallest file of `libraries/`, name the types that its calls hang on,
 * give each entry code that must match and code that must not, and add the file to `index.ts`. A
 * test runs every `match` and `skip` through the whole analysis.
 */
export interface Library {
  /** What a reference's `via` begins with: `minio-py`. */
  readonly library: string;
  readonly language: 'python' | 'javascript';
  readonly system: System | null;
  /** The dialect of the library's SQL, where it speaks only one. */
  readonly dialect?: Dialect;
  /**
   * Names for what the library's calls give, each with the paths that lead to it; a path may begin
   * with such a name (`DataFrameReader: ['SparkSession.read', 'DataFrameReader.*()']`), `*` standing
   * for any one member. `~spark` counts for `spark`, `self.spark` and `self._spark` alike.
   */
  readonly types: Readonly<Record<string, readonly TypePath[]>>;
  readonly entries: readonly CallEntry[];
  /** Calls that only speak of what they are given (log lines), as callee paths. */
  readonly mentions?: readonly string[];
  /** Calls of systems that are none of ours, as callee paths: what the names of their arguments say is theirs. */
  readonly elsewhere?: readonly string[];
  /** Calls that give their first argument in another form (`sqlalchemy.text`), as callee paths. */
  readonly wrappers?: readonly string[];
}

/** A path, or a path that counts only where a call in it has the given text as an argument. */
export type TypePath = string | { readonly path: string; readonly where: ArgumentTest };

/** What an argument's text, or the path of a thing, must be; one that is not known passes no test. */
export interface ArgumentTest {
  readonly at?: number;
  readonly keyword?: string;
  readonly entry?: readonly string[];
  readonly equals?: readonly string[];
  readonly contains?: string;
}

export interface CallEntry {
  /**
   * The callee's paths, without the call's own `()`. The last name may be `*` or end a pattern
   * (`*Command`); a whole path `*.saveAsTable` is a method so distinctive that any receiver will do.
   */
  readonly call: readonly string[];
  readonly takes: readonly Taken[];
  readonly where?: ArgumentTest;
  /** An argument without which the entry does not count. */
  readonly with?: ArgumentPlace;
  /** An argument with which the entry does not count. */
  readonly without?: ArgumentPlace;
  /** What an argument may not be: a database of SQLite is a file. One that is not known may be. */
  readonly unless?: ArgumentTest;
  /** What the file, or the manifest of its package, must speak of: Nest's patterns are topics only beside Kafka. */
  readonly near?: string;
  /** What a file must not speak of that is near only by its manifest: the other thing that the call would be of. */
  readonly far?: string;
  /** What the call does with what it takes; `unknown` where left out. */
  readonly access?: Access;
  /** For entries of many methods: a regular expression on the method for each access; the first that fits. */
  readonly accessByMethod?: Readonly<Partial<Record<Access, string>>>;
  /** Code that must be found, with what is found in it: `bucket kol-bronze`, `table events`. */
  readonly match: readonly Example[];
  /** Code of like shape in which nothing must be found. */
  readonly skip: readonly string[];
}

export interface Example {
  readonly code: string;
  /** Kind and name of each, in the order they stand; `{?}` for what is not known. */
  readonly finds: readonly string[];
}

/** One argument, and what it is. */
export interface Taken extends ArgumentPlace {
  readonly is: Shape;
  readonly access?: Access;
  /** A regular expression whose first group is the part that counts: `^spark\\.sql\\.catalog\\.(\\w+)`. */
  readonly within?: string;
  /** For `sql`: that only text which begins as a statement does is SQL; of other text nothing is said. */
  readonly begins?: 'statement';
  /** Whether something else may stand there, of which nothing is said: the class of an entity. */
  readonly orClass?: true;
  /** For `named`: the argument that says the name. */
  readonly named?: ArgumentPlace;
  /** Of a default: what it is the default of. The environment variable is then the one `named` says. */
  readonly origin?: 'env-default' | 'option-default' | 'field-default';
  /** For `sql` and `schema`: the argument that is the connection, where it is not the receiver. */
  readonly connection?: ArgumentPlace;
  /** The system that the name is of, where it is not the library's. */
  readonly system?: System;
}

/** Which argument: by position, by keyword, or either. */
export interface ArgumentPlace {
  /** None of them: the name of the function that the call decorates. */
  readonly decorated?: true;
  readonly at?: number;
  readonly keyword?: string | readonly string[];
  /** Keys into an object that is passed: `['Delete', 'Bucket']`; `*` is any key. Lists on the way count item by item. */
  readonly entry?: readonly string[];
}

/**
 * How an argument's text is to be read:
 * - a kind: the whole text is one name of that kind
 * - `topics`: names of topics with commas between
 * - `uri`: a resource URI, or nothing
 * - `path`: a bucket, then a slash and a key, without a scheme (s3fs, pyarrow), or a URI
 * - `sql`: SQL text in the library's dialect
 * - `dotted-table`, `dotted-schema`: `catalog.schema.table`, `catalog.schema`, or their last parts
 * - `named`: what it is depends on its name (a variable's, an option's key), as the name patterns say
 */
export type Shape = Kind | 'topics' | 'uri' | 'path' | 'sql' | 'dotted-table' | 'dotted-schema' | 'named';
