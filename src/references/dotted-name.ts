import type { NamedPart, Span } from './named-part.js';
import { placeholderLength } from './placeholder.js';
import type { System } from './system.js';
import { HOLE } from './text.js';

/**
 * The names of `catalog.schema.table`, `schema.table` or `table`, quoted or not; empty where the text
 * is no dotted name. The schema carries the judgement of the whole, where there is one.
 */
export function tableParts(flat: string, system: System | null): readonly NamedPart[] {
  const spans = dottedSpans(flat);
  if (spans === null || spans.length > 3) return [];
  const parts: NamedPart[] = [];
  const [catalog, schema, table] = [spans.at(-3), spans.at(-2), spans.at(-1)];
  if (catalog) parts.push(named('catalog', catalog, [], system, false));
  if (schema) parts.push(named('schema', schema, present([catalog]), system, true));
  if (table) parts.push(named('table', table, present([catalog, schema]), system, schema === undefined));
  return parts;
}

/** The names of `catalog.schema` or `schema`; empty where the text is no such name. */
export function schemaParts(flat: string, system: System | null): readonly NamedPart[] {
  const spans = dottedSpans(flat);
  if (spans === null || spans.length > 2) return [];
  const parts: NamedPart[] = [];
  const [catalog, schema] = [spans.at(-2), spans.at(-1)];
  if (catalog) parts.push(named('catalog', catalog, [], system, false));
  if (schema) parts.push(named('schema', schema, present([catalog]), system, true));
  return parts;
}

function named(
  kind: 'catalog' | 'schema' | 'table',
  name: Span,
  qualifier: Span[],
  system: System | null,
  judged: boolean,
): NamedPart {
  return { kind, name, qualifier, path: null, system, judged };
}

function present(spans: readonly (Span | undefined)[]): Span[] {
  return spans.filter((span) => span !== undefined);
}

const QUOTES: ReadonlyMap<string, string> = new Map([['"', '"'], ['`', '`'], ['[', ']']]);

/**
 * The identifiers between the dots of a whole text, quotes included; null where it is not made of
 * identifiers alone. A placeholder of an unformatted template is an identifier.
 */
export function dottedSpans(flat: string): readonly Span[] | null {
  const spans: Span[] = [];
  let index = 0;
  for (;;) {
    const end = identifierEnd(flat, index);
    if (end === index) return null;
    spans.push({ start: index, end });
    if (end === flat.length) return spans;
    if (flat[end] !== '.') return null;
    index = end + 1;
  }
}

function identifierEnd(flat: string, start: number): number {
  const closing = QUOTES.get(flat.charAt(start));
  if (closing !== undefined && placeholderLength(flat, start) === 0) {
    const end = flat.indexOf(closing, start + 1);
    return end <= start + 1 ? start : end + 1;
  }
  let index = start;
  while (index < flat.length) {
    const skipped = placeholderLength(flat, index);
    if (skipped > 0) index += skipped;
    else if (isIdentifierCharacter(flat, index)) index++;
    else break;
  }
  return index;
}

function isIdentifierCharacter(flat: string, index: number): boolean {
  const character = flat.charAt(index);
  return /[\p{L}\p{N}_$-]/u.test(character) || character === HOLE;
}

/** An identifier's characters without its quotes. */
export function unquoted(identifier: string): string {
  const closing = QUOTES.get(identifier.charAt(0));
  return closing !== undefined && identifier.endsWith(closing) ? identifier.slice(1, -1) : identifier;
}
