import type { FoundString } from './name-taker.js';

/**
 * The text with the doubled quotes inside the given strings halved, as SQL in a string doubles them:
 * `'SELECT ''a'' FROM t'`. Blanks fill up what is taken away, so that every offset stays what it was.
 */
export function withSingleQuotes(flat: string, strings: readonly FoundString[]): string {
  const inQuotes = strings.filter(({ start, end }) => flat[start - 1] === "'" && flat.slice(start, end).includes("''"));
  if (inQuotes.length === 0) return flat;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of [...inQuotes].sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    pieces.push(flat.slice(at, start), halved(flat.slice(start, end)));
    at = end;
  }
  pieces.push(flat.slice(at));
  return pieces.join('');
}

/** Quotes that open keep their place at the end of the run, those that close or stand for themselves at its beginning. */
function halved(inside: string): string {
  let open = false;
  return inside.replace(/(?:'')+/g, (run) => {
    const quotes = run.slice(run.length / 2);
    const blanks = ' '.repeat(run.length / 2);
    const opens = !open;
    if (quotes.length % 2 === 1) open = !open;
    return opens ? blanks + quotes : quotes + blanks;
  });
}
