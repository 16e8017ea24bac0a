import type { Source } from '../../references/source.js';
import { literal } from '../../references/text.js';
import type { Declaration, Facts, SqlSite } from '../facts.js';
import { factsOf, textValue } from '../facts-of.js';
import { readOther } from '../other/reader.js';

/** Whether an XML text is a change log of Liquibase's. */
export function isChangeLog(text: string): boolean {
  return CHANGE_LOG.test(text);
}

const CHANGE_LOG = /<(?:\w+:)?databaseChangeLog\b/;
/** A comment, or a tag with its attributes. */
const TAG = /<!--[^]*?(?:-->|$)|<(?:\w+:)?(\w+)((?:[^"'<>]|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** What a change stands in, and says nothing of tables. */
const AROUND = /^(?:databaseChangeLog|changeSet|preConditions|rollback|property|include|includeAll)$/;
/** A comment, or what opens an element that holds SQL, which may stand as plain text. */
const OPENS_SQL =
  /<!--[^]*?(?:-->|$)|<(?:\w+:)?(sql|createProcedure|createView)\b(?:[^"'<>]|"[^"]*"|'[^']*')*(?<!\/)>(?:\s*<!\[CDATA\[)?/g;
const CLOSES_SQL = /(?:\]\]>\s*)?<\/(?:\w+:)?(sql|createProcedure|createView)>/g;

/**
 * Reads Liquibase's change log in XML as if it were written in YAML: each change with its attributes under
 * `databaseChangeLog.0.changeSet.changes.0`, which the same keys know; the SQL that stands in one; and URIs
 * as in any XML.
 */
export function readChangeLog(source: Source): Facts {
  const { texts, comments } = readOther(source);
  return factsOf(source, { declarations: changesIn(source), statements: statementsIn(source), texts, comments });
}

function changesIn(source: Source): readonly Declaration[] {
  let count = 0;
  return [...source.text.matchAll(TAG)].flatMap(({ index, 0: tag, 1: element = '', 2: attributes = '' }) => {
    if (element === '' || AROUND.test(element)) return [];
    const above = ['databaseChangeLog', '0', 'changeSet', 'changes', String(count++), element];
    return attributesOf(source, index + tag.length - attributes.length - 1, attributes, above);
  });
}

function attributesOf(source: Source, at: number, attributes: string, above: readonly string[]): Declaration[] {
  return [...attributes.matchAll(ATTRIBUTE)].map(({ index, 0: whole, 1: name = '', 2: double, 3: single }) => {
    const value = double ?? single ?? '';
    const start = at + index;
    const end = start + whole.length - 1;
    const text = literal(value, { source, start: end - value.length, end });
    return { name, form: 'key', path: [...above, name], namePlace: { source, start, end: start + name.length }, values: () => textValue(text) };
  });
}

function statementsIn(source: Source): readonly SqlSite[] {
  const closings = [...source.text.matchAll(CLOSES_SQL)];
  const statements: SqlSite[] = [];
  let next = 0;
  for (const { index, 0: opening, 1: element } of source.text.matchAll(OPENS_SQL)) {
    const start = index + opening.length;
    while ((closings[next]?.index ?? Infinity) < start) next++;
    const closing = closings[next];
    // An element that closes otherwise than it began is damaged.
    if (element === undefined || closing === undefined || closing[1] !== element || closing.index === start) continue;
    const { index: end } = closing;
    statements.push({ text: literal(source.text.slice(start, end), { source, start, end }), dialect: null });
  }
  return statements;
}
