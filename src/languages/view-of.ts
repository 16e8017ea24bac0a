import type { Span } from '../references/named-part.js';
import type { Source } from '../references/source.js';

/**
 * A source of the same path, lines and offsets that shows some parts of a text, in their order, and is
 * blank elsewhere: the code of one language in a file of several.
 */
export function viewOf(source: Source, shown: readonly Span[]): Source {
  return {
    path: source.path,
    text: textOf(source.text, shown),
    get lineStarts() {
      return source.lineStarts;
    },
  };
}

/** The same, all but these parts. */
export function viewWithout(source: Source, hidden: readonly Span[]): Source {
  const ends = [0, ...hidden.map(({ end }) => end)];
  const starts = [...hidden.map(({ start }) => start), source.text.length];
  return viewOf(source, starts.map((end, index) => ({ start: ends[index] ?? 0, end })));
}

function textOf(text: string, shown: readonly Span[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of shown) {
    pieces.push(blank(text.slice(done, start)), text.slice(start, end));
    done = end;
  }
  return pieces.join('');
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ');
}
