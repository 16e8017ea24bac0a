import type { Place } from '../references/source.js';
import { type Part, type Text, concatenation, followed, hole, literal, slice, subText } from '../references/text.js';
import { envDefault } from './expansion.js';

/** What `blankTemplates` puts for each character of an expression. */
const BLANK = '\uFFFD';
/** Maven puts a property for `@spring.profiles.active@`. */
const MAVEN_PROPERTY = /@[A-Za-z_][\w-]*(?:\.[\w-]+)+@/;
const TEMPLATE = new RegExp(`\\$?\\{\\{[^]*?\\}\\}|\\uFFFD+|${MAVEN_PROPERTY.source}`, 'g');
/** dbt's `env_var('NAME', 'default')` and `var('name', 'default')`. */
const DBT_CALL = /\b(env_var|var)\(\s*(["'])([^"'\n]*)\2\s*(?:,\s*(["'])([^"'\n]*)\4\s*)?\)/d;
/** GitHub's `env.NAME` and `vars.NAME`. */
const EXPRESSION_VARIABLE = /^\$\{\{\s*(?:env|vars)\.([A-Za-z_]\w*)\s*\}\}$/;
/** A string that a GitHub expression may give: `inputs.bucket || 'kol-bronze'`, `a == 'x' && 'kol-prod' || 'kol-dev'`. */
const GIVEN_STRING = /(?:&&|\|\|)\s*'([^'\n]*)'(?=\s*(?:\|\||\}\}|\)))/gd;
/** What stands in for a variable that is not given: Jinja's `x | default('kol')`, Helm's `default "kol" .Values.x`. */
const DEFAULT = /(?:\|\s*(?:default|d)\s*\(?\s*|\{\{-?\s*default\s+)(["'])([^"'\n]+)\1/d;
/** No more choices of one text are looked at. */
const MOST_CHOICES = 4;

/** How many texts the template expressions of one may give: each of the strings that GitHub's choose from. */
export function choicesIn({ flat }: Text): number {
  if (!flat.includes('${{')) return 1;
  const counts = [...flat.matchAll(TEMPLATE)].map(([written]) => [...written.matchAll(GIVEN_STRING)].length);
  return Math.min(Math.max(1, ...counts), MOST_CHOICES);
}

/**
 * A text without its template expressions (`{{ … }}`, `${{ … }}`): dbt's `env_var` and `var`, and what has
 * a `default` of Jinja's or Helm's become their defaults, GitHub's `env.NAME` what the file says of the variable, a choice between strings the
 * one that is asked for, all others holes.
 */
export function withoutTemplates(text: Text, value: (name: string) => Text | null, choice = 0): Text {
  if (!text.flat.includes('{{') && !text.flat.includes(BLANK) && !MAVEN_PROPERTY.test(text.flat)) return text;
  const parts: Part[] = [];
  let done = 0;
  const keep = (end: number) => {
    if (end > done) parts.push({ text: subText(text, done, end), place: slice(text, done, end).written });
  };
  for (const match of text.flat.matchAll(TEMPLATE)) {
    keep(match.index);
    const end = match.index + match[0].length;
    const place = slice(text, match.index, end).written;
    parts.push({ text: expressionText(text, match.index, match[0], place, value, choice), place });
    done = end;
  }
  keep(text.flat.length);
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only.text : concatenation(parts, text.place);
}

function expressionText(
  text: Text,
  start: number,
  written: string,
  place: Place,
  value: (name: string) => Text | null,
  choice: number,
): Text {
  const variable = EXPRESSION_VARIABLE.exec(written)?.[1];
  if (variable !== undefined) return value(variable) ?? hole(place, 'env', variable);
  const call = DBT_CALL.exec(written);
  if (call === null) return givenString(text, start, written, place, choice) ?? defaultIn(place) ?? hole(place);
  const name = call[3] ?? '';
  const given = call.indices?.[5];
  const reads = call[1] === 'env_var';
  if (given === undefined) return reads ? hole(place, 'env', name) : hole(place);
  const word = subText(text, start + given[0], start + given[1]);
  if (reads) return envDefault(name, word, word.place, place);
  return followed(word, { origin: 'option-default', label: name, place: word.place, env: null }, place);
}

function givenString(text: Text, start: number, written: string, place: Place, choice: number): Text | null {
  if (!written.startsWith('${{')) return null;
  const given = [...written.matchAll(GIVEN_STRING)];
  const range = (given[choice] ?? given.at(-1))?.indices?.[1];
  if (range === undefined) return null;
  const word = subText(text, start + range[0], start + range[1]);
  return followed(word, { origin: 'option-default', label: word.flat, place: word.place, env: null }, place);
}

/** The default of an expression, as the file has it where a blanked text has not. */
function defaultIn({ source, start, end }: Place): Text | null {
  const range = DEFAULT.exec(source.text.slice(start, end))?.indices?.[2];
  if (range === undefined) return null;
  const place = { source, start: start + range[0], end: start + range[1] };
  const word = literal(source.text.slice(place.start, place.end), place);
  return followed(word, { origin: 'option-default', label: word.flat, place, env: null }, { source, start, end });
}

/**
 * A file's text in which each template expression is a run of U+FFFD, and each line that is nothing
 * but template is blank: of the same length, for parsers that know no templates.
 */
export function blankTemplates(text: string): string {
  return text
    .replaceAll(/^[ \t]*(?:\{\{[^\n]*\}\}|\{%[^\n]*%\})[ \t]*$/gm, (line) => ' '.repeat(line.length))
    .replaceAll(/\{\{[^\n]*?\}\}/g, (expression) => BLANK.repeat(expression.length))
    .replaceAll(/\{%[^\n]*?%\}/g, (expression) => ' '.repeat(expression.length));
}
