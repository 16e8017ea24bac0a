import type { Comment, Declaration, Facts, TextSite, Value } from '../facts.js';
import type { Dialect } from '../../references/reference.js';
import type { Source } from '../../references/source.js';
import { literal, slice, type Text } from '../../references/text.js';
import { tokenize } from './lexer.js';
import { detectDialect } from './dialect.js';
import { lexicalSyntaxOf } from './lexical-syntax.js';
import type { TemplateArgument } from './template-expression.js';
import { expandTemplates, type ExpandedTemplate } from './templates.js';

/**
 * Reads a .sql file, with or without Jinja: one piece of SQL, its comments, and what dbt's `config`
 * and `{% set %}` say, as declarations.
 */
export function readSqlFile(source: Source): Facts {
  const written = literal(source.text, { source, start: 0, end: source.text.length });
  const readable = literal(withCellsEnded(source.text), written.place);
  const template = expandTemplates(readable);
  const turns = eachTurn(template, readable);
  const dialect = dialectOfEnding(source.path);
  let comments: readonly Comment[] | undefined;
  return {
    source,
    calls: [],
    declarations: configDeclarations(turns, written),
    texts: argumentTexts(turns),
    commands: [],
    statements: turns.map(({ text }) => ({ text, dialect })),
    imports: [],
    embedded: [],
    get comments() {
      comments ??= [...template.comments, ...sqlComments(template.text, source)].sort(byPlace);
      return comments;
    },
    problems: [],
    exported: (name) => exportedValues(template, name),
  };
}

const OF_DATABRICKS = /^-- Databricks notebook source/;
const NEXT_CELL = /^-- COMMAND -+/gm;

/** A Databricks notebook's text with a semicolon behind each cell, whose last statement need not have one. */
function withCellsEnded(text: string): string {
  return OF_DATABRICKS.test(text) ? text.replaceAll(NEXT_CELL, (mark) => ';'.padEnd(mark.length)) : text;
}

/** No template is read in more turns than these, and a long one in fewer. */
const MOST_TURNS = 24;
const MOST_CHARACTERS_OF_TURNS = 400_000;

/** A template once for each value of its choices. */
function eachTurn(first: ExpandedTemplate, written: Text): ExpandedTemplate[] {
  const affordable = Math.floor(MOST_CHARACTERS_OF_TURNS / Math.max(1, written.flat.length));
  const others = Math.min(first.turns, MOST_TURNS, Math.max(1, affordable)) - 1;
  return [first, ...Array.from({ length: others }, (_, index) => expandTemplates(written, index + 1))];
}

function byPlace(one: Comment, other: Comment): number {
  return one.place.start - other.place.start;
}

/** Files of Cassandra and Hive say so by their endings. */
function dialectOfEnding(path: string): Dialect | null {
  if (/\.cql$/i.test(path)) return 'cql';
  return /\.hql$/i.test(path) ? 'hive' : null;
}

/** The comments of the SQL as the file writes them, templates inside them included. */
function sqlComments(text: Text, source: Source): Comment[] {
  const dialect = dialectOfEnding(source.path) ?? detectDialect(text.flat)?.dialect ?? null;
  return tokenize(text.flat, lexicalSyntaxOf(dialect)).comments.map(({ form, start, end }) => {
    const place = slice(text, start, end).written;
    const written = source.text.slice(place.start, place.end);
    const said = form === 'block' ? written.replace(/^\/\*|\*\/$/g, '') : written.replace(/^(?:--|#|\/\/)/, '');
    return { text: said, form, place };
  });
}

/** Calls of dbt whose keywords say where a relation lies. */
const CONFIGURES: ReadonlySet<string> = new Set(['config', 'api.Relation.create', 'adapter.get_relation']);

/** `{{ config(schema='kol_silver') }}` as the key `schema` of `config`, with what each turn gives it. */
function configDeclarations(turns: readonly ExpandedTemplate[], written: Text): Declaration[] {
  const [first = [], ...others] = turns.map(configured);
  return first.map(({ keyword, start, end, value }, index): Declaration => {
    const texts = distinct([value, ...others.flatMap((configuring) => configuring[index]?.value ?? [])]);
    const values: readonly Value[] = texts.map((text) => ({ form: 'text', text }));
    return { name: keyword, form: 'key', path: ['config', keyword], namePlace: slice(written, start, end).written, values: () => values };
  });
}

function configured({ calls }: ExpandedTemplate): (TemplateArgument & { readonly keyword: string })[] {
  return calls
    .filter((call) => CONFIGURES.has(call.name))
    .flatMap((call) => call.arguments)
    .flatMap(({ keyword, ...argument }) => (keyword === null ? [] : [{ ...argument, keyword }]));
}

/** What hooks and locations of a model's `config` say, and the queries that dbt runs while it compiles. */
function argumentTexts(turns: readonly ExpandedTemplate[]): TextSite[] {
  const values = turns
    .flatMap(({ calls }) => calls)
    .filter(({ name }) => name === 'config' || name === 'run_query')
    .flatMap((call) => call.arguments)
    .flatMap(({ value, items }) => [value, ...items]);
  return distinct(values)
    .map((value) => expandTemplates(value).text)
    .map((value) => ({ place: value.place, context: { form: 'value' }, values: () => [{ form: 'text', text: value }] }));
}

/** Each text once for each place. */
function distinct(texts: readonly Text[]): Text[] {
  return [...new Map(texts.map((text) => [`${text.place.start} ${text.flat}`, text])).values()];
}

function exportedValues({ values }: ExpandedTemplate, name: string): readonly Value[] {
  return (values.get(name) ?? []).map((text) => ({ form: 'text', text }));
}
