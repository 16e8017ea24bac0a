import type { Access, Dialect } from '../references/reference.js';
import type { System } from '../references/system.js';
import type { Example, Shape } from './library.js';

/**
 * What a program takes on its command line, as data. To add a program: copy the smallest entry of
 * `commands/`, list the options that are followed by a value of no interest in `valued` (so that the
 * value is not taken for an operand), and give examples; a test runs every `match` and `skip`.
 */
export interface CommandEntry {
  /** What a reference's `via` says: `psql`, `aws/s3api`. */
  readonly via: string;
  /** The program's names, without folder and `.sh`. */
  readonly program: readonly string[];
  /** Operands that must stand first, one of each list's: `[['experiments'], ['create']]`. */
  readonly subcommand?: readonly (readonly string[])[];
  readonly system: System | null;
  /** The dialect of the SQL it takes. */
  readonly dialect?: Dialect;
  readonly takes: readonly CommandTaken[];
  /** Other options that are followed by a value. */
  readonly valued?: readonly string[];
  /** Options whose value, if any, stands right behind them: mysql's `-psecret`. */
  readonly joined?: readonly string[];
  readonly match: readonly Example[];
  readonly skip: readonly string[];
}

/** One value on a command line, and what it is. */
export interface CommandTaken {
  /** `setting` is `key=value`, read as a configuration file's key. */
  readonly is: Exclude<Shape, 'named'> | 'setting';
  /** The options whose value it is: `-d`, `--dbname`. */
  readonly option?: readonly string[];
  /** Its index among the operands behind the subcommand; `all`, `last`, or `input` for what is fed to the program. */
  readonly operand?: number | 'all' | 'last' | 'not-last' | 'input';
  /** Counts only where this option is not given. */
  readonly without?: readonly string[];
  /** Counts only where the option has this value, or an operand holds this text. */
  readonly where?: { readonly option: string; readonly equals: string } | { readonly operand: string };
  /**
   * How the bucket is addressed: `alias` behind the alias of a server (`local/kol-bronze/x`), where a
   * file of this machine may stand as well; `remote` likewise with a colon (`minio:kol-bronze/x`).
   */
  readonly behind?: 'alias' | 'remote';
  /** A regular expression whose first group is the part that counts; nothing where it does not match. */
  readonly within?: string;
  readonly access?: Access;
}
