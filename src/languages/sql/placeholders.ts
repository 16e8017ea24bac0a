import { HOLE } from '../../references/text.js';

/** Placeholders that hosts and tools fill in later: `{x}`, `{x['y']}`, `${x}`, `{{ x }}`, `%(x)s`, `%s`, `$1`, `$x`, `:x`, `:"x"`, `?`, `@x@`, `<x>`, `$(x)`, `<%= x %>`. */
const BRACED = String.raw`\{\{[^{}]*\}\}|\$?\{\s*(?:[A-Za-z0-9_.:[\]!-]|\[['"][\w-]+['"]\])*\s*\}`;
export const BRACED_PLACEHOLDER = new RegExp(BRACED, 'y');
/** `@schema@`, `<schema>`: with a blank, a dot or nothing before it. */
export const MARKED_PLACEHOLDER = /(?<![^\s."`(])(?:@[A-Za-z_]\w*@|<[A-Za-z_][\w-]*>|<%=?[^%\n]*%>)/y;
export const PERCENT_PLACEHOLDER = /%\([A-Za-z0-9_]+\)[sdrif]|%(?:\d\$)?[sdriIL](?![A-Za-z0-9])/y;
export const DOLLAR_PLACEHOLDER = /\$(?:[A-Za-z0-9_]+|\([A-Za-z_]\w*\))/y;
export const COLON_PLACEHOLDER = /:(?:[A-Za-z_][A-Za-z0-9_]*|"[A-Za-z_][A-Za-z0-9_]*")/y;

const PLACEHOLDERS_IN_QUOTES = new RegExp(
  String.raw`${BRACED}|${PERCENT_PLACEHOLDER.source}|^<[A-Za-z_][\w-]*>$`,
  'g',
);
const PLACEHOLDERS_IN_WORD = new RegExp(
  `${PLACEHOLDERS_IN_QUOTES.source}|^\\$[A-Za-z0-9_]+|^\\$\\(\\w+\\)|^:[A-Za-z_][A-Za-z0-9_]*|^:"\\w+"|\\?|^@\\w+@|^<[\\w-]+>|^<%[^%]*%>`,
  'g',
);

/** A name's or string's characters with a hole for each placeholder. */
export function withHoles(raw: string, quoted: boolean): string {
  if (!/[{%$:?@<]/.test(raw)) return raw;
  return raw.replace(quoted ? PLACEHOLDERS_IN_QUOTES : PLACEHOLDERS_IN_WORD, HOLE);
}

/** The ranges of the placeholders inside a string's characters. */
export function placeholdersIn(raw: string): { start: number; end: number }[] {
  if (!/[{%]/.test(raw)) return [];
  return Array.from(raw.matchAll(PLACEHOLDERS_IN_QUOTES), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
