import type { Shape } from '../../catalogue/library.js';
import { schemaParts, tableParts } from '../../references/dotted-name.js';
import type { Kind } from '../../references/kind.js';
import type { NamedPart, Span } from '../../references/named-part.js';
import { withoutPlaceholders } from '../../references/placeholder.js';
import type { System } from '../../references/system.js';
import { HOLE } from '../../references/text.js';
import { findUris } from '../../references/uri.js';

/** The names in a text that is to be read in a given way; empty where it holds none. */
export function partsIn(
  flat: string,
  shape: Exclude<Shape, 'sql' | 'named'>,
  system: System | null,
): readonly NamedPart[] {
  switch (shape) {
    case 'uri':
      return uriParts(flat);
    case 'path':
      return pathParts(flat, system);
    case 'topics':
      return topicParts(flat, system);
    case 'dotted-schema':
    case 'schema':
      return schemaParts(flat, system);
    case 'dotted-table':
    case 'table':
      return tableParts(flat, system).map((part) => inOwnPlace(part, system));
    case 'bucket':
      // The AWS SDK takes `kol-bronze/raw` for a bucket with the beginning of its keys.
      return pathParts(flat, system);
    case 'catalog':
    case 'database':
    case 'experiment':
    case 'model':
    case 'keyspace':
    case 'topic':
    case 'dag':
      return single(flat, shape, system);
  }
}

/** Cassandra's tables are in keyspaces, MySQL's in databases. */
function inOwnPlace(part: NamedPart, system: System | null): NamedPart {
  if (part.kind !== 'schema') return part;
  if (system === 'cassandra') return { ...part, kind: 'keyspace' };
  return system === 'mysql' ? { ...part, kind: 'database' } : part;
}

function uriParts(flat: string): readonly NamedPart[] {
  return findUris(flat).flatMap(({ parts }) => parts);
}

/** `bucket/key`, as file systems of an object store take it. */
function pathParts(flat: string, system: System | null): readonly NamedPart[] {
  if (flat.includes(':/')) return uriParts(flat);
  const slash = flat.indexOf('/');
  const name = { start: 0, end: slash < 0 ? flat.length : slash };
  if (!looksWhole(flat.slice(0, name.end), 'bucket')) return [];
  const path = slash < 0 ? null : { start: slash + 1, end: flat.length };
  return [part('bucket', name, system, path)];
}

function topicParts(flat: string, system: System | null): readonly NamedPart[] {
  const parts: NamedPart[] = [];
  let start = 0;
  for (const item of flat.split(',')) {
    const name = item.trim();
    const from = start + item.indexOf(name);
    if (looksWhole(name, 'topic')) parts.push(part('topic', { start: from, end: from + name.length }, system));
    start += item.length + 1;
  }
  return parts;
}

function single(flat: string, kind: Kind, system: System | null): readonly NamedPart[] {
  return looksWhole(flat, kind) ? [part(kind, { start: 0, end: flat.length }, system)] : [];
}

/** Names that people choose freely, spaces and slashes included. */
const FREE: ReadonlySet<Kind> = new Set<Kind>(['experiment', 'model']);
const STRICT = new RegExp(`^[\\w.$:${HOLE}-]+$`);
/** What Airflow and databases take for a name in any script: `每日销售`. */
const STRICT_IN_ANY_SCRIPT = new RegExp(`^[\\p{L}\\p{M}\\p{N}_.$:${HOLE}-]+$`, 'u');
const ANY_SCRIPT: ReadonlySet<Kind> = new Set<Kind>(['dag', 'database']);

/** Whether a whole text can be a name of the kind at all. */
function looksWhole(flat: string, kind: Kind): boolean {
  if (flat === '') return false;
  if (FREE.has(kind)) return !flat.includes('\n') && !/^\w+:\//.test(flat);
  // The schema of an Airflow connection is a database, or the scheme of an address; SQLite's database is a file.
  if (kind === 'database' && /^https?$|\.(?:db|sqlite3?)$/i.test(flat)) return false;
  const name = withoutPlaceholders(flat);
  // What is left of an address that was taken apart, `s3:`, is no name; Ceph's `tenant:bucket` is. `--help` is an option.
  return (STRICT.test(name) || (ANY_SCRIPT.has(kind) && STRICT_IN_ANY_SCRIPT.test(name))) && !/^[.-]+$|:$|^--/.test(name) && !name.startsWith('arn:');
}

function part(kind: Kind, name: Span, system: System | null, path: Span | null = null): NamedPart {
  return { kind, name, qualifier: [], path, system, judged: true };
}
