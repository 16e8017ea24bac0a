import type { Comment, Facts } from '../languages/facts.js';
import { SQL_FILE } from '../references/file-endings.js';
import type { Place, Source } from '../references/source.js';
import { positionAt } from '../references/source.js';
import { RULE_PREFIX, type RuleName } from './rule-name.js';

/**
 * One comment that turns rules off or on again, as ESLint writes them: `eslint-disable`,
 * `eslint-enable`, `eslint-disable-line`, `eslint-disable-next-line`, then rules, then ` -- ` and a
 * reason.
 */
export interface Directive {
  readonly type: 'disable' | 'enable' | 'disable-line' | 'disable-next-line';
  /** The rules as written, without the reason; empty for all of them. */
  readonly value: string;
  readonly justification: string;
  /** The whole comment. */
  readonly place: Place;
}

const LABEL = /^\s*eslint-(disable-next-line|disable-line|disable|enable)(?=\s|$)/;
const MARKDOWN = /\.(?:md|markdown)$/i;
const REASON = /\s-{2,}\s/;
/** SQL comments that could be directives; the line comment ends with its line, or with an escaped line end. */
const SQL_DIRECTIVE =
  /--([ \t]*eslint-(?:disable|enable)(?:(?!\\n)[^\r\n])*)|\/\*(\s*eslint-(?:disable|enable)[^]*?)\*\//g;

const known = new WeakMap<Facts, readonly Directive[]>();

/**
 * All directives of a file in the order of the text: its comments, and SQL comments inside the
 * strings of another language, docstrings excepted.
 */
export function directivesOf(facts: Facts): readonly Directive[] {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const { text } = facts.source;
  const found = text.includes('eslint-') ? [...facts.comments.flatMap(directiveOf), ...directivesInStrings(facts)] : [];
  found.sort((a, b) => a.place.start - b.place.start);
  known.set(facts, found);
  return found;
}

/**
 * The directives that the languages of ESLint and of other plugins cannot see: in SQL comments inside
 * strings, and in the code blocks of Markdown, where `@eslint/markdown` knows of `<!-- -->` alone.
 */
function embeddedDirectivesOf(facts: Facts): readonly Directive[] {
  const { source, comments } = facts;
  if (!source.text.includes('eslint-')) return [];
  const inBlocks = MARKDOWN.test(source.path)
    ? comments.filter(({ place }) => !source.text.startsWith('<!--', place.start))
    : [];
  return [...inBlocks.flatMap(directiveOf), ...directivesInStrings(facts)];
}

/** A template's ending may stand behind its own: `scores.sql.jinja`. */
function isSqlFile(path: string): boolean {
  return SQL_FILE.test(path) || SQL_FILE.test(path.replace(/\.\w+$/, ''));
}

function directivesInStrings({ source, texts, statements }: Facts): readonly Directive[] {
  const strings = texts.filter(({ context }) => context.form !== 'docstring').map(({ place }) => place);
  // A SQL file is one statement, and its comments are known.
  const sql = isSqlFile(source.path) ? [] : statements.map(({ text }) => text.place);
  const places = new Map([...strings, ...sql].map((place) => [`${place.start}:${place.end}`, place]));
  return [...places.values()].flatMap((place) => sqlCommentsIn(place, source)).flatMap(directiveOf);
}

/**
 * Whether a comment inside a string or a code block silences a rule at an offset: for the languages of
 * other plugins, whose own comments ESLint applies while it cannot know of those.
 */
export function isSilencedWithin(offset: number, rule: RuleName, facts: Facts): boolean {
  return isOff(offset, rule, facts.source, embeddedDirectivesOf(facts));
}

/** Whether directives, in the order of the text, have a rule off at an offset. */
export function isOff(offset: number, rule: RuleName, source: Source, directives: readonly Directive[]): boolean {
  if (directives.length === 0) return false;
  const { line } = positionAt(source, offset);
  let off = false;
  for (const { type, value, place } of directives) {
    if (!concerns(value, rule)) continue;
    switch (type) {
      case 'disable':
        if (place.start <= offset) off = true;
        break;
      case 'enable':
        if (place.start <= offset) off = false;
        break;
      case 'disable-line':
        if (positionAt(source, place.start).line === line) return true;
        break;
      case 'disable-next-line':
        if (positionAt(source, place.end).line + 1 === line) return true;
        break;
    }
  }
  return off;
}

function concerns(value: string, rule: RuleName): boolean {
  const rules = value.split(',').map((name) => name.trim().replace(/^(['"])(.*)\1$/, '$2'));
  return value === '' || rules.includes(RULE_PREFIX + rule);
}

function directiveOf({ text, place }: Comment): Directive[] {
  const type = LABEL.exec(text)?.[1];
  if (type === undefined || !isDirectiveType(type)) return [];
  const [before = '', ...after] = text.split(REASON);
  const value = before.replace(LABEL, '').trim();
  return [{ type, value, justification: after.join(' -- ').trim(), place }];
}

function isDirectiveType(type: string): type is Directive['type'] {
  return type === 'disable' || type === 'enable' || type === 'disable-line' || type === 'disable-next-line';
}

function sqlCommentsIn(place: Place, source: Source): Comment[] {
  const raw = source.text.slice(place.start, place.end);
  if (!raw.includes('eslint-')) return [];
  return [...raw.matchAll(SQL_DIRECTIVE)].map((match) => {
    const start = place.start + match.index;
    const line = match[1];
    if (line === undefined) {
      return { text: match[2] ?? '', form: 'block', place: { source, start, end: start + match[0].length } };
    }
    const [text = ''] = line.split(/["'`]/, 1);
    return { text, form: 'line', place: { source, start, end: start + '--'.length + text.length } };
  });
}
