import type { JudgedReference } from '../analysis/analysis.js';
import type { Reference } from '../references/reference.js';
import type { Edit } from './problem.js';
import { isSql } from './written-in-code.js';

const QUOTED = /^(["'`])(.*)\1$|^\[(.*)\]$/s;
const PLAIN_IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The edit that writes the one name of the file's domain in place of this one; null where there is
 * none, where the name is not written here as a whole (computed, escaped, in another file), or where
 * what stands before it would have to change as well.
 */
export function nameEdit({ reference, judgement, reportAt }: JudgedReference): Edit | null {
  const { written } = reference;
  if (judgement.instead === null || reportAt === null) return null;
  if (reportAt.source.path !== written.source.path || reportAt.start !== written.start) return null;
  const name = ownPart(reference, judgement.instead);
  if (name === null) return null;
  const text = respelled(written.source.text.slice(written.start, written.end), reference, name);
  return text === null ? null : { start: written.start, end: written.end, text };
}

/** Of `iceberg.kol_silver` the part that stands in the schema's place, if the catalog may stay as it is. */
function ownPart({ kind, qualifier, name }: Reference, instead: string): string | null {
  if (kind !== 'schema') return instead;
  const dot = instead.lastIndexOf('.');
  if (dot < 0 || name.includes('.')) return instead;
  const catalog = qualifier.at(-1);
  const fits = catalog === undefined || catalog.toLowerCase() === instead.slice(0, dot).toLowerCase();
  return fits ? instead.slice(dot + 1) : null;
}

/** The new name spelled as the old one is, between the same quotes; null where the old one is not there as such. */
function respelled(raw: string, reference: Reference, name: string): string | null {
  const quoted = QUOTED.exec(raw);
  if (quoted !== null && (quoted[2] ?? quoted[3]) === reference.name) {
    return raw.charAt(0) + name + raw.charAt(raw.length - 1);
  }
  if (raw === reference.name && !isSql(reference)) return name;
  const isBareIdentifier = isSql(reference) && raw.toLowerCase() === reference.name.toLowerCase();
  return isBareIdentifier && (PLAIN_IDENTIFIER.test(name) || !PLAIN_IDENTIFIER.test(raw)) ? name : null;
}
