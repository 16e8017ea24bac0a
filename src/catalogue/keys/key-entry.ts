import type { Access } from '../../references/reference.js';
import type { System } from '../../references/system.js';
import type { Example, Shape } from '../library.js';

/**
 * What a key of a configuration file carries, as data: keys whose name alone would not tell, or would
 * tell wrong. To add one: write its path, give examples; a test reads every `match` and `skip` with
 * the reader of the file that `file` names.
 */
export interface KeyEntry {
  /** What a reference's `via` says: `dbt/profile`. */
  readonly via: string;
  /**
   * The keys that lead to the value, with dots between: `*` is any one key, `**` any number of them,
   * `{name}` one that is a name itself. `^` in front ties it to the root of the document; otherwise
   * anything may stand before it. Items of lists count as keys (`0`, `1`).
   */
  readonly key: string;
  /** What the value is; null where only the key counts. */
  readonly is: Exclude<Shape, 'named'> | null;
  /** What `{name}` in the key is. */
  readonly names?: Exclude<Shape, 'named' | 'sql'>;
  readonly system: System | null;
  readonly access?: Access;
  /** A regular expression whose first group is the part that counts, of the value, or of the name in the key where only that counts. */
  readonly within?: string;
  /** Several values, with commas or blanks between; `within` is then of each. */
  readonly list?: boolean;
  /** What must stand beside it: all of it, where there are several. */
  readonly where?: KeyCondition | readonly KeyCondition[];
  /** A key beside it that must not be there. */
  readonly without?: string;
  /** What the file, or the manifest of its package, must speak of. */
  readonly near?: string;
  /** A regular expression on the file's path. */
  readonly file?: string;
  /** Whether a dictionary of a program may have the key, too. */
  readonly inCode?: true;
  /** Keys beside it that qualify the value: the first that is there. */
  readonly qualifier?: readonly string[];
  /** Likewise what stands before that: the catalog of a table's schema. */
  readonly outer?: readonly string[];
  /** Whether what qualifies the value is judged, and so the value is not. */
  readonly judgedBeside?: true;
  /** Whether its system is that of the dbt project around; where that has databases and no catalogs, a catalog is one. */
  readonly ofDbt?: true;
  readonly match: readonly (Example & { readonly in: string })[];
  readonly skip: readonly { readonly in: string; readonly code: string }[];
}

/** A key beside another, from the root with `^`, or beside what is above it with `../` as often as is needed, that must have such a value (a regular expression). */
export interface KeyCondition {
  /** Of several, the first that is there. */
  readonly key: string | readonly string[];
  readonly matches: string;
}
