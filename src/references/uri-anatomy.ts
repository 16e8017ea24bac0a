import type { Kind } from './kind.js';
import type { NamedPart, Span } from './named-part.js';
import { placeholderLength, withoutPlaceholders } from './placeholder.js';
import type { Dialect } from './reference.js';
import type { System } from './system.js';
import { HOLE } from './text.js';

/** A URI that names resources: where it stands in the flat text, and the names in it. */
export interface ResourceUri extends Span {
  /** In lower case, without `jdbc:` and the driver: `s3a`, `postgresql`, `trino`. */
  readonly scheme: string;
  /** The dialect that the addressed system speaks; null for storage and models. */
  readonly dialect: Dialect | null;
  readonly parts: readonly NamedPart[];
}

/** No URI is read further than this, so that a text of nothing but colons is no trouble. */
export const LONGEST = 2048;

/** Where a URI ends that stands in running text: at white space, a quote, or the next URI. */
export function uriEnd(flat: string, from: number): number {
  const last = Math.min(flat.length, from + LONGEST);
  let index = from;
  while (index < last) {
    const skipped = placeholderLength(flat, index);
    if (skipped > 0) {
      index += skipped;
      continue;
    }
    const code = flat.charCodeAt(index);
    if (code <= 32 || code === 34 || code === 39 || code === 60 || code === 62 || code === 96) break;
    if (code === 44 && /^,\s*(?:[a-z]\w+:\/|$|\s)/.test(flat.slice(index, index + 12))) break;
    index++;
  }
  return Math.min(index, last);
}

/** `user:password@host:port` and what follows the slash after it; path null without a slash. */
export function authority(flat: string, from: number, end: number): { host: Span; path: Span | null } {
  const slash = firstOf(flat, from, end, '/?#;');
  const host = { start: from, end: slash };
  if (flat.charCodeAt(slash) !== 47 || slash >= end) return { host, path: null };
  return { host, path: { start: slash + 1, end } };
}

/** The first of the given characters that is not inside a placeholder, or `end`. */
export function firstOf(flat: string, from: number, end: number, characters: string): number {
  let index = from;
  while (index < end) {
    const skipped = placeholderLength(flat, index);
    if (skipped > 0) {
      index += skipped;
      continue;
    }
    if (characters.includes(flat.charAt(index))) return index;
    index++;
  }
  return end;
}

/** In a sentence, what follows the last name (`… in s3://kol-bronze.`) is no part of it. */
export function withoutPunctuation(flat: string, span: Span): Span {
  let end = span.end;
  while (end > span.start && '.,;:!?)]}'.includes(flat.charAt(end - 1))) {
    if (flat.charAt(end - 1) === '}' && /\{[^{}]*\}$/.test(flat.slice(span.start, end))) break;
    end--;
  }
  return { start: span.start, end };
}

const BUCKET = new RegExp(`^[\\w.${HOLE}*-]+$`);

export function isBucket(flat: string, span: Span): boolean {
  const name = withoutPlaceholders(flat.slice(span.start, span.end));
  if (name === '' || /^\*+$/.test(name) || /^\.+$/.test(name)) return false;
  return BUCKET.test(name);
}

interface Around {
  readonly system: System | null;
  readonly path?: Span | null;
  readonly qualifier?: readonly Span[];
  readonly judged?: boolean;
}

export function part(kind: Kind, name: Span, around: Around): NamedPart {
  const { system, path = null, qualifier = [], judged = true } = around;
  return { kind, name, qualifier, path, system, judged };
}
