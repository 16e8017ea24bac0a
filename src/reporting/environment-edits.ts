import type { JudgedReference } from '../analysis/analysis.js';
import type { Facts } from '../languages/facts.js';
import { PYTHON_FILE, SCRIPT_FILE } from '../references/file-endings.js';
import type { Name } from '../references/name.js';
import type { Place } from '../references/source.js';
import type { Edit } from './problem.js';
import { isWrittenInSql } from './written-in-code.js';

type Reading = NonNullable<JudgedReference['environment']>;

const IMPORTS_OS = /^import\s+(?:[\w.]+\s*,\s*)*os\b/m;
/** One piece, without prefix, escapes and braces: an `f` in front changes nothing else about it. */
const PLAIN_STRING = /^(["'])(?:(?!\1)[^\\{}\r\n])*\1$/;
const F_STRING = /^(?:f|fr|rf)("""|'''|"|')/i;

/**
 * The edits that read the name from the environment instead; null where no environment file shows a
 * variable for it, or where the name neither is a string literal of its own nor stands in a string
 * that can take an expression.
 */
export function environmentEdits(judged: JudgedReference, facts: Facts): readonly Edit[] | null {
  const { reference, environment, reportAt } = judged;
  const { written } = reference;
  if (environment === null || reportAt === null || isWrittenInSql(reference)) return null;
  if (written.source.path !== facts.source.path || written.start === written.end) return null;
  const expression = readingOf(environment, reference.name, facts.source.path);
  const edits = isWholeLiteral(written)
    ? [{ start: written.start - 1, end: written.end + 1, text: operand(written, expression) }]
    : interpolation(written, expression, facts);
  if (edits === null || !PYTHON_FILE.test(facts.source.path)) return edits;
  const imported = importOfOs(facts);
  return imported === null ? null : [...imported, ...edits];
}

/** Reads the variable with the name as its default: where it is unset, nothing changes. */
function readingOf(environment: Reading, name: Name, path: string): string {
  if (PYTHON_FILE.test(path)) return `os.getenv("${environment.variable}", "${name}")`;
  if (SCRIPT_FILE.test(path)) return `process.env.${environment.variable} ?? '${name}'`;
  return environment.expression;
}

/** Whether the name fills a literal without a prefix that no other literal is glued to. */
function isWholeLiteral({ source: { text }, start, end }: Place): boolean {
  const quote = text.charAt(start - 1);
  if (!/["'`]/.test(quote) || text.charAt(end) !== quote) return false;
  const before = text.slice(0, start - 1).trimEnd();
  const after = text.slice(end + 1, end + 200).trimStart();
  if (/[\w"'`]/.test(text.charAt(start - 2))) return false;
  return !/["'`\\]$/.test(before) && !/^(?:["'`\\]|[A-Za-z]{1,2}["'])/.test(after);
}

/** In parentheses where something other than a list, an assignment or the end is next to it: `??` binds weakly. */
function operand({ source: { path, text }, start, end }: Place, expression: string): string {
  if (!SCRIPT_FILE.test(path)) return expression;
  const before = text.slice(0, start - 1).trimEnd();
  const after = text.slice(end + 1).trimStart();
  return /[(,:=[]$/.test(before) && /^(?:[),;\]}]|$)/.test(after) ? expression : `(${expression})`;
}

/** The edits that put the expression into the string around the name. */
function interpolation(written: Place, expression: string, facts: Facts): readonly Edit[] | null {
  const site = facts.texts.find(({ place }) => place.start <= written.start && written.end <= place.end);
  if (site === undefined) return null;
  const { start, end } = site.place;
  const raw = facts.source.text.slice(start, end);
  const named = { start: written.start, end: written.end };
  if (raw.startsWith('`') && isOutsideBraces(raw.slice(0, written.start - start))) {
    return [{ ...named, text: `\${${expression}}` }];
  }
  if (!PYTHON_FILE.test(facts.source.path)) return null;
  const quote = F_STRING.exec(raw)?.[1];
  if (quote !== undefined && raw.indexOf(quote, quote.length + 1) === raw.length - quote.length) {
    return isOutsideBraces(raw.slice(0, written.start - start))
      ? [{ ...named, text: `{${withoutQuote(expression, quote)}}` }]
      : null;
  }
  if (!PLAIN_STRING.test(raw)) return null;
  return [
    { start, end: start, text: 'f' },
    { ...named, text: `{${withoutQuote(expression, raw.charAt(0))}}` },
  ];
}

function isOutsideBraces(before: string): boolean {
  return before.split('{').length === before.split('}').length;
}

/** Before Python 3.12 an f-string's expressions could not contain the quote that it stands in. */
function withoutQuote(expression: string, quote: string): string {
  return quote === '"' ? expression.replaceAll('"', "'") : expression.replaceAll("'", '"');
}

/** Nothing where `os` is imported already, else an import above the first one; null where there is none. */
function importOfOs({ imports, source: { text } }: Facts): readonly Edit[] | null {
  if (IMPORTS_OS.test(text)) return [];
  for (const { specifier, place } of imports) {
    const start = text.lastIndexOf('\n', place.start - 1) + 1;
    const isStatement = /^(?:import|from)\b/.test(text.slice(start, start + 'import '.length));
    if (isStatement && specifier !== '__future__') return [{ start, end: start, text: 'import os\n' }];
  }
  return null;
}
