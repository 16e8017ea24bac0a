import type { NamedPart, Span } from './named-part.js';
import { withoutPlaceholders } from './placeholder.js';
import { HOLE } from './text.js';

/**
 * A path into a volume of Databricks: `/Volumes/catalog/schema/volume/file`. macOS mounts disks there,
 * too, whose names are seldom in small letters alone.
 * https://docs.databricks.com/aws/en/volumes/paths
 */
const VOLUME = new RegExp(`^(?:dbfs:)?/Volumes/([^/\\s]+)/([^/\\s]+)/[^/\\s]`, 'd');
const IDENTIFIER = new RegExp(`^[a-z0-9_${HOLE}-]+$`);

/** The catalog and schema of a text that is a path into a volume; null for another text. */
export function volumeParts(flat: string): readonly NamedPart[] | null {
  if (!flat.startsWith('/Volumes/') && !flat.startsWith('dbfs:/Volumes/')) return null;
  const [, first, second] = VOLUME.exec(flat)?.indices ?? [];
  if (first === undefined || second === undefined) return null;
  const catalog: Span = { start: first[0], end: first[1] };
  const schema: Span = { start: second[0], end: second[1] };
  if (![catalog, schema].every(({ start, end }) => IDENTIFIER.test(withoutPlaceholders(flat.slice(start, end))))) return null;
  return [
    { kind: 'catalog', name: catalog, qualifier: [], path: null, system: 'spark', judged: false },
    { kind: 'schema', name: schema, qualifier: [catalog], path: null, system: 'spark', judged: true },
  ];
}
