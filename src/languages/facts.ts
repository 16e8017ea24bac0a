import type { Place, Source } from '../references/source.js';
import type { Text } from '../references/text.js';
import type { Dialect } from '../references/reference.js';

/**
 * What a reader tells of a file: who is called with what, which names hold what, which strings stand
 * there. A reader knows its language and nothing of S3 or Trino; what the facts mean is the
 * catalogue's and the analysis' to say. Everything that costs evaluation is a function, evaluated
 * when asked and once.
 */
export interface Facts {
  readonly source: Source;
  readonly calls: readonly Call[];
  /** Calls that other modules make with what this file passes to them. */
  readonly carried?: readonly CarriedCall[];
  /** Texts that other modules put what this file passes to them into. */
  readonly carriedTexts?: readonly CarriedText[];
  readonly declarations: readonly Declaration[];
  readonly texts: readonly TextSite[];
  readonly commands: readonly Command[];
  readonly statements: readonly SqlSite[];
  readonly imports: readonly ImportSite[];
  readonly embedded: readonly EmbeddedFile[];
  readonly comments: readonly Comment[];
  /** Syntax that could not be read; the rest of the file was. */
  readonly problems: readonly SyntaxProblem[];
  /** The values of a name that the module offers to its importers; empty where it has no such name. */
  exported(name: string): readonly Value[];
}

export interface SyntaxProblem {
  readonly message: string;
  readonly offset: number;
}

export interface Comment {
  /** The text between the delimiters. */
  readonly text: string;
  readonly form: 'line' | 'block';
  /** The range with the delimiters. */
  readonly place: Place;
}

/** What an expression gives, as far as the file and the modules it imports show it. */
export type Value = TextValue | ListValue | RecordValue | ThingValue | UnknownValue;

export interface TextValue {
  readonly form: 'text';
  readonly text: Text;
}

export interface ListValue {
  readonly form: 'list';
  /** Each item's values. */
  readonly items: readonly (readonly Value[])[];
  /** Set where it is not known which of the items are there, or in which order. */
  readonly isLoose?: boolean;
  readonly place: Place;
}

/** A dictionary, an object literal, keyword arguments kept as one. */
export interface RecordValue {
  readonly form: 'record';
  readonly entries: readonly Entry[];
  readonly place: Place;
}

export interface Entry {
  readonly key: Text;
  readonly place: Place;
  values(): readonly Value[];
}

/**
 * A module, class, function, instance: something with members. `path` says how it came to be, as a
 * catalogue writes it:
 * - `boto3`, `mlflow.tracking`, `@aws-sdk/client-s3.S3Client`: a module, or what is imported from
 *   it (a JavaScript default or namespace import is the module itself);
 * - `x()`: what calling x gives, an instance where x is a class; an annotation `c: minio.Minio`
 *   gives `minio.Minio()`, and a subclass of Minio in this repository gives `minio.Minio()` too;
 * - `x.y`: a member;
 * - `~spark`: a name of which nothing is known, unbound or an opaque parameter or attribute, whose
 *   own text is all there is to go by;
 * - `?`: nothing known and no name.
 * `calls` are the calls in the path, in order: one for each `()` that the code writes.
 */
export interface ThingValue {
  readonly form: 'thing';
  readonly path: string;
  readonly calls: readonly Call[];
}

export interface UnknownValue {
  readonly form: 'unknown';
  readonly place: Place;
}

export interface Call {
  /** The whole call expression. */
  readonly place: Place;
  /** The last name of the callee, `upload_file` in `s3.upload_file(…)`; '' where it has none. */
  readonly method: string;
  /** Paths of the callee, as in `ThingValue`, without the call's own `()`. */
  callees(): readonly ThingValue[];
  readonly arguments: readonly Argument[];
  /** Whether an argument is passed by one of these keywords. */
  hasKeyword(keywords: ReadonlySet<string>): boolean;
  /** The parameters that an argument becomes, where the callee is the repository's own function. */
  parametersOf?(argument: Argument): readonly Parameter[];
  /** The name of the function that the call decorates; a decorator without parentheses is a call, too. */
  readonly decorates?: Text | null;
}

/** A call in another module, evaluated for a call of this file that leads to it. */
export interface CarriedCall {
  readonly call: Call;
  /** The call of this file. */
  readonly place: Place;
}

/** A text in another module, evaluated for a call of this file that leads to it. */
export interface CarriedText {
  readonly site: TextSite;
  /** The call of this file. */
  readonly place: Place;
}

export interface Argument {
  /** The keyword it is passed by. */
  readonly keyword: string | null;
  /** Its index among the positional arguments; null for a keyword and behind a spread. */
  readonly position: number | null;
  /** `*args`, `**kwargs`, `...args`: the values are then of the list or record that is spread. */
  readonly spread: boolean;
  readonly place: Place;
  values(): readonly Value[];
}

/** A function's parameter, by the name that the function gives it. */
export interface Parameter {
  readonly name: string;
  readonly namePlace: Place;
}

/** A name that a value is put into: where the name alone may say what the value is. */
export interface Declaration {
  /** `BRONZE_BUCKET`; the last key of `path`. */
  readonly name: string;
  /**
   * - `constant`: assignment to a name, at module, function or class level
   * - `field`: of a class, with or without annotation
   * - `parameter`: a parameter's default
   * - `entry`: of a dictionary or an object literal
   * - `keyword`: an argument passed by keyword to something that the catalogue may not know
   * - `variable`: of the environment, as .env, shell, compose, Kubernetes and CI files set it
   * - `key`: of a configuration file (YAML, TOML, properties, JSON, HCL)
   */
  readonly form: 'constant' | 'field' | 'parameter' | 'entry' | 'keyword' | 'variable' | 'key';
  /**
   * The keys that lead to it in nested configuration, its own last; a class before its field in Python;
   * in JavaScript the object that holds an entry, and what that stands in; just the name elsewhere.
   */
  readonly path: readonly string[];
  readonly namePlace: Place;
  values(): readonly Value[];
}

/** An outermost string expression: not a part of a longer one. */
export interface TextSite {
  readonly place: Place;
  readonly context: TextContext;
  /**
   * The values of the placeholder that the text begins with: `base` of `f"{base}/events"`. Null where it
   * begins with none; left out where a language does not ask that apart.
   */
  beginning?(): readonly Value[] | null;
  values(): readonly Value[];
}

export type TextContext =
  | { readonly form: 'argument'; readonly call: Call; readonly argument: Argument }
  | { readonly form: 'value' }
  /** Text that only speaks of things: raise and throw, assertion messages. */
  | { readonly form: 'message' }
  /** Compared, tested by prefix, stripped, searched for: `x.startswith("s3://")`, `"s3://" in x`. */
  | { readonly form: 'test' }
  | { readonly form: 'docstring' }
  | { readonly form: 'regex' };

/** A command line of a shell script, Dockerfile, Makefile or a YAML `command`. */
export interface Command {
  readonly place: Place;
  /** The words, the program first; wrappers (`sudo`, `docker exec sme-trino`) already taken off. */
  readonly words: readonly Text[];
  /** What a heredoc, here-string or pipe from echo feeds to it. */
  readonly input: Text | null;
}

/** A piece of SQL known to be SQL: a .sql file, a `%%sql` cell, a heredoc of psql. */
export interface SqlSite {
  readonly text: Text;
  readonly dialect: Dialect | null;
}

/** A whole file that stands in this one: what a heredoc writes or an interpreter runs. Its name says what is in it. */
export interface EmbeddedFile {
  /** `iceberg.properties`, `/etc/x/dag.py`; `stdin.py` for what has no name. */
  readonly name: string;
  readonly text: Text;
  /** The dialect of its SQL, where what it stands in says so; null or left out where nothing does. */
  readonly dialect?: Dialect | null;
}

/** An import of another module, for what crosses domains and for what the file depends on. */
export interface ImportSite {
  readonly place: Place;
  /** As written: `kol.config`, `..settings`, `./client`, `@/lib/x`. */
  readonly specifier: string;
  /** The names taken from it; empty for the module itself. */
  readonly names: readonly string[];
}

/** Finds the facts of another module of the repository; null where it is none or cannot be read. */
export type ModuleLoader = (specifier: string, from: Source) => Facts | null;

/** Finds the files of a folder, seen from a file, that are read together as one; the file itself is not among them. */
export type FolderLoader = (folder: string, from: Source) => readonly Source[];

/** No value is followed through more than this many alternatives. */
export const MOST_ALTERNATIVES = 32;
