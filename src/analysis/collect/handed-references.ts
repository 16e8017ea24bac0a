import type { Reference } from '../../references/reference.js';
import { referencesOf } from './found.js';
import type { Handed } from './handed.js';
import { partsIn } from './shapes.js';
import { sqlReferences } from './sql.js';

/** The references in what a command line or a configuration key hands to a system. */
export function handedReferences(handed: Handed): Reference[] {
  const { text, is, system, access, via, place, qualifier, connection, judgedBeside = false } = handed;
  if (is === 'sql') return sqlReferences(text, connection, { via, place });
  const references = referencesOf(text, partsIn(text.flat, is, system), { access, via, place });
  return qualifier.length === 0 ? references : references.map((reference) => qualified(reference, qualifier, !judgedBeside));
}

/** A schema or table with what stands beside it; a name that is qualified already stays so. */
function qualified(reference: Reference, qualifier: readonly string[], judged: boolean): Reference {
  if (reference.qualifier.length > 0) return reference;
  if (reference.kind !== 'schema' && reference.kind !== 'table') return reference;
  return { ...reference, qualifier, judged: reference.judged && judged };
}
