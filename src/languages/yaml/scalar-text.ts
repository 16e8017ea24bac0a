import type { Place, Source } from '../../references/source.js';
import { type Literal, literal } from '../../references/text.js';

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/**
 * The text of a YAML scalar with the place of each of its characters: through escapes, line folding
 * and the indentation of block scalars.
 *
 * @param text the source's text as the parser saw it
 * @param start the first offset of the scalar's content: behind the quote, behind the line of `|`
 * @param end the offset behind its last character: the closing quote's
 * @param value what the scalar stands for, as the YAML parser says
 */
export function scalarText(
  source: Source,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  value: string,
  style: ScalarStyle,
): Literal {
  const place = { source, start, end };
  const raw = text.slice(start, end);
  if (raw === value) return literal(value, place);
  const offsets = style === 'block' ? blockOffsets(raw, value) : flowOffsets(raw, value, style);
  if (offsets === null) return literal(value, place, 'whole');
  const absolute = offsets.map((offset) => offset + start);
  const last = absolute.at(-1) ?? end;
  return literal(value, { ...place, end: last } satisfies Place, Int32Array.from(absolute));
}

const ESCAPE_LENGTHS: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** Offsets into `raw` of each character of `value`, and of its end; null where they do not fit. */
function flowOffsets(raw: string, value: string, style: ScalarStyle): number[] | null {
  const offsets: number[] = [];
  let index = 0;
  const take = (characters: number, length: number) => {
    for (let count = 0; count < characters; count++) offsets.push(index);
    index += length;
  };
  while (index < raw.length && offsets.length < value.length) {
    const character = raw.charAt(index);
    if (style === 'double' && character === '\\') {
      const continued = /^\\\r?\n[ \t]*/.exec(raw.slice(index, index + 400))?.[0].length ?? 0;
      if (continued > 0) {
        index += continued;
        continue;
      }
      const length = ESCAPE_LENGTHS[raw.charAt(index + 1)] ?? 2;
      take(length === 10 && Number.parseInt(raw.slice(index + 2, index + 10), 16) > 0xffff ? 2 : 1, length);
    } else if (style === 'single' && character === "'" && raw[index + 1] === "'") {
      take(1, 2);
    } else if (/\s/.test(character)) {
      const blank = blankAt(raw, index);
      const lines = blank.split('\n').length - 1;
      if (lines === 0) for (let count = 0; count < blank.length; count++) take(1, 1);
      else if (lines === 1) take(1, blank.length);
      else take(lines - 1, blank.length);
    } else if (character === value.charAt(offsets.length)) {
      take(1, 1);
    } else {
      return null;
    }
  }
  if (offsets.length !== value.length) return null;
  offsets.push(index);
  return offsets;
}

function blankAt(text: string, from: number): string {
  let end = from;
  while (end < text.length && /\s/.test(text.charAt(end))) end += 1;
  return text.slice(from, end);
}

/**
 * In a block scalar all characters but white space stand as they are, in order. The white space between
 * two of them is less than what is written by the indentation of its lines, or folded.
 */
function blockOffsets(raw: string, value: string): number[] | null {
  const offsets: number[] = [];
  let index = 0;
  let at = 0;
  while (at < value.length) {
    const written = blankAt(raw, index);
    const kept = blankAt(value, at);
    for (const offset of linesOffsets(written, kept) ?? foldedOffsets(written, kept, at === 0)) offsets.push(index + offset);
    at += kept.length;
    index += written.length;
    while (at < value.length && index < raw.length && !/\s/.test(value.charAt(at))) {
      if (raw[index] !== value[at]) return null;
      offsets.push(index);
      index += 1;
      at += 1;
    }
    if (index >= raw.length && at < value.length && !/^\s*$/.test(value.slice(at))) return null;
    if (written.length === 0 && kept.length > 0 && index < raw.length) return null;
  }
  offsets.push(Math.min(index, raw.length));
  return offsets;
}

/** Line for line, what is kept of each at its end; null where some are folded. */
function linesOffsets(written: string, kept: string): number[] | null {
  const rows = written.split('\n');
  const lines = kept.split('\n');
  if (lines.length === 1 || rows.length !== lines.length) return null;
  const offsets: number[] = [];
  let start = 0;
  let end = 0;
  for (const [index, line] of lines.entries()) {
    if (index > 0) offsets.push(end);
    const row = rows[index] ?? '';
    end = start + row.replace(/\r$/, '').length;
    for (let left = line.length; left > 0; left--) offsets.push(Math.max(end - left, 0));
    start += row.length + 1;
  }
  return offsets;
}

/** The first character stands first, and the others last, next to what follows. */
function foldedOffsets(written: string, kept: string, isFirst: boolean): number[] {
  return Array.from(kept, (_, count) => {
    return count === 0 && !isFirst ? 0 : Math.max(written.length - (kept.length - count), 0);
  });
}
