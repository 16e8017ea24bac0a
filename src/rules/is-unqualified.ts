import type { Policy } from '../policy/policy.js';
import type { Dialect, Reference } from '../references/reference.js';
import { HOLE } from '../references/text.js';

/** The dialects in which a table without a schema is in whatever schema the session happens to have. */
const SESSION_DIALECTS: readonly Dialect[] = ['trino', 'spark'];

/**
 * Whether a table says neither catalog nor schema in SQL that is known to be Trino's or Spark's:
 * because something says so, or because it stands in a `.sql` file and the policy governs schemas.
 */
export function isUnqualified(reference: Reference, policy: Policy): boolean {
  const { unqualified } = reference;
  if (unqualified === null || unqualified.missing !== 'schema') return false;
  if (!SESSION_DIALECTS.includes(unqualified.dialect)) return false;
  return unqualified.decided || (/\.sql$/i.test(reference.use.place.source.path) && governsSchemas(policy));
}

/** Of a schema of which nothing is known a policy says `undecided`, unless it says nothing of schemas at all. */
function governsSchemas(policy: Policy): boolean {
  if (policy.file === null) return false;
  const { verdict } = policy.judge({
    kind: 'schema',
    name: HOLE,
    qualifier: [],
    path: null,
    access: 'unknown',
    fileDomain: policy.domains[0]?.name ?? null,
  });
  return verdict !== 'ungoverned';
}
