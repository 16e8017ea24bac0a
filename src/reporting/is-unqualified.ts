import type { Policy } from '../policy/policy.js';
import type { Dialect, Reference } from '../references/reference.js';

/** The dialects in which a table without a schema is in whatever schema the session happens to have. */
const SESSION_DIALECTS: readonly Dialect[] = ['trino', 'spark'];

const SQL_FILE = /\.sql$/i;

/**
 * Whether a table says neither catalog nor schema in SQL that is known to be Trino's or Spark's:
 * because something says so, or because it stands in a `.sql` file and the policy names schemas by their
 * catalogs.
 */
export function isUnqualified(reference: Reference, policy: Policy): boolean {
  const { unqualified } = reference;
  if (unqualified === null || unqualified.missing !== 'schema') return false;
  if (!SESSION_DIALECTS.includes(unqualified.dialect)) return false;
  return unqualified.decided || (SQL_FILE.test(reference.use.place.source.path) && policy.settings.qualifiesSchemas);
}
