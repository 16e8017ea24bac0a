import type { Comment, Declaration, Facts, SqlSite, TextSite, Value } from '../facts.js';
import type { Dialect } from '../../references/reference.js';
import type { Source } from '../../references/source.js';
import { literal, slice, type Text } from '../../references/text.js';
import { tokenize } from './lexer.js';
import { detectDialect } from './dialect.js';
import { lexicalSyntaxOf } from './lexical-syntax.js';
import { expandTemplates, type ExpandedTemplate } from './templates.js';

/**
 * Reads a .sql file, with or without Jinja: one piece of SQL, its comments, and what dbt's `config`
 * and `{% set %}` say, as declarations.
 */
export function readSqlFile(source: Source): Facts {
  const written = literal(source.text, { source, start: 0, end: source.text.length });
  const template = expandTemplates(literal(withCellsEnded(source.text), written.place));
  const site: SqlSite = { text: template.text, dialect: dialectOfEnding(source.path) };
  let comments: readonly Comment[] | undefined;
  return {
    source,
    calls: [],
    declarations: configDeclarations(template, written),
    texts: argumentTexts(template),
    commands: [],
    statements: [site],
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

/** `{{ config(schema='kol_silver') }}` as the key `schema` of `config`. */
function configDeclarations({ calls }: ExpandedTemplate, written: Text): Declaration[] {
  return calls
    .filter((call) => CONFIGURES.has(call.name))
    .flatMap((call) => call.arguments)
    .flatMap(({ keyword, start, end, value, choices }): Declaration[] => {
      if (keyword === null) return [];
      const values = (choices.length === 0 ? [value] : choices).map((text): Value => ({ form: 'text', text }));
      return [
        {
          name: keyword,
          form: 'key',
          path: ['config', keyword],
          namePlace: slice(written, start, end).written,
          values: () => values,
        },
      ];
    });
}

/** What hooks and locations of a model's `config` say, and the queries that dbt runs while it compiles. */
function argumentTexts({ calls }: ExpandedTemplate): TextSite[] {
  return calls
    .filter(({ name }) => name === 'config' || name === 'run_query')
    .flatMap((call) => call.arguments)
    .flatMap(({ value, items, choices }) => [value, ...items, ...choices])
    .map((value) => expandTemplates(value).text)
    .map((value) => ({ place: value.place, context: { form: 'value' }, values: () => [{ form: 'text', text: value }] }));
}

function exportedValues({ values }: ExpandedTemplate, name: string): readonly Value[] {
  const text = values.get(name);
  return text === undefined ? [] : [{ form: 'text', text }];
}
