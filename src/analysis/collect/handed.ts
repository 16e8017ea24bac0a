import { compiled } from '../../catalogue/compiled.js';
import type { Shape } from '../../catalogue/library.js';
import type { Name } from '../../references/name.js';
import type { Access } from '../../references/reference.js';
import type { Place } from '../../references/source.js';
import type { System } from '../../references/system.js';
import { type Text, subText } from '../../references/text.js';
import type { Connection } from './sql.js';

/** A text that a command line or a configuration key hands to a system, and how it is to be read. */
export interface Handed {
  readonly text: Text;
  readonly is: Exclude<Shape, 'named'>;
  readonly system: System | null;
  readonly access: Access;
  /** `psql`, `aws/s3api`, `dbt/profile`. */
  readonly via: string;
  /** The command or the key. */
  readonly place: Place;
  /** For a schema or a table: what stands beside it, outermost first. Empty where nothing does. */
  readonly qualifier: readonly Name[];
  /** Whether what stands beside it is judged for it. */
  readonly judgedBeside?: boolean;
  /** For `sql`: its dialect, and the catalog and schema that the command line sets. */
  readonly connection: Connection;
}

/** The part of a text that the first group of an expression matches; null where it does not match. */
export function within(text: Text, expression: string | undefined): Text | null {
  if (expression === undefined) return text;
  const match = compiled(expression, 'd').exec(text.flat);
  const range = match?.indices?.[1];
  return range === undefined ? null : subText(text, range[0], range[1]);
}
