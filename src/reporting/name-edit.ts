import type { JudgedReference } from '../analysis/analysis.js';
import type { Kind } from '../references/kind.js';
import type { Reference } from '../references/reference.js';
import type { Edit } from './problem.js';
import { isWrittenInSql } from './written-in-code.js';

const QUOTED = /^(["'`])(.*)\1$|^\[(.*)\]$/s;
const PLAIN_IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Kinds whose names stand as identifiers in SQL; buckets, topics and the like only stand in its strings. */
const IDENTIFIERS: readonly Kind[] = ['catalog', 'schema', 'table', 'database', 'keyspace'];

/**
 * The edit that writes the one name of the file's domain in place of this one; null where there is
 * none, or where the name is not written here as a whole (computed, escaped, in another file).
 */
export function nameEdit({ reference, judgement, reportAt }: JudgedReference): Edit | null {
  const { written } = reference;
  if (judgement.instead === null || judgement.part !== 'name' || reportAt === null) return null;
  if (reportAt.source.path !== written.source.path || reportAt.start !== written.start) return null;
  const raw = written.source.text.slice(written.start, written.end);
  const text = respelled(raw, reference, judgement.instead);
  return text === null ? null : { start: written.start, end: written.end, text };
}

/** The new name spelled as the old one is, between the same quotes; null where the old one is not there as such. */
function respelled(raw: string, reference: Reference, name: string): string | null {
  const quoted = QUOTED.exec(raw);
  if (quoted !== null && (quoted[2] ?? quoted[3]) === reference.name) {
    return raw.charAt(0) + name + raw.charAt(raw.length - 1);
  }
  if (!isWrittenInSql(reference) || !IDENTIFIERS.includes(reference.kind)) return raw === reference.name ? name : null;
  const isTheName = raw.toLowerCase() === reference.name.toLowerCase();
  return isTheName && (PLAIN_IDENTIFIER.test(name) || !PLAIN_IDENTIFIER.test(raw)) ? name : null;
}
