import type { System } from '../../references/system.js';
import type { Shape } from '../library.js';

/** What a name of a variable, parameter, key or field says of its value. */
export interface NamePattern {
  readonly is: Exclude<Shape, 'named' | 'sql'>;
  readonly system: System | null;
  /** A regular expression on the name in upper case with underscores: `bronzeBucket` is `BRONZE_BUCKET`. */
  readonly name: string;
  /** Names that look alike and are something else. */
  readonly not?: string;
  /** A regular expression on the name as it is written: a constant's is in upper case. */
  readonly written?: string;
  /** Where the name must stand; anywhere, if left out. */
  readonly forms?: readonly NameForm[];
  /** What the file must speak of for the name to mean this: `topic` means Kafka's only beside Kafka. */
  readonly near?: string;
  /** What the file must not speak of, the one thing the name would then be of: InfluxDB has buckets too. */
  readonly far?: string;
  /** What the manifest of the file's package must speak of: `topic` means Kafka's in a package that depends on a client. */
  readonly package?: string;
  /** What the path of the file must speak of: `topic` means Kafka's in `kafka/producer.py`. */
  readonly path?: string;
  /** Whether a table without its schema counts, too. */
  readonly bare?: true;
  /** A regular expression on the value, where a name alone says too little. */
  readonly value?: string;
  /** `NAME=value` that must be found; the value is the name found, or `NAME=value > kind name, kind name`. */
  readonly match: readonly string[];
  readonly skip: readonly string[];
}

/** The forms of a declaration, see `Declaration`. */
export type NameForm = 'constant' | 'field' | 'parameter' | 'entry' | 'keyword' | 'variable' | 'key';

/** The forms in which a name is written for its value, not for what takes it. */
export const CODE: readonly NameForm[] = ['constant', 'field', 'parameter', 'variable', 'key'];
