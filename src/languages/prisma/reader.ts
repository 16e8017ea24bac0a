import type { Source } from '../../references/source.js';
import { literal } from '../../references/text.js';
import type { Comment, Declaration, Facts, Value } from '../facts.js';
import { factsOf, sitesOf } from '../facts-of.js';

/** What opens and closes a block, what a line says in it, and what is said of the whole block: `@@map("users")`. */
const PIECE =
  /(?<comment>\/\/[^\r\n]*)|^[ \t]*(?<block>datasource|generator|model|view|enum|type)[ \t]+(?<label>\w+)[ \t]*\{|^[ \t]*(?<close>\})|^[ \t]*(?<key>\w+)[ \t]*=[ \t]*(?<value>\[[^\]]{0,2000}\]|"[^"\r\n]*")|(?<attribute>@@\w+)\([ \t]*(?:name:[ \t]*)?(?<argument>"[^"\r\n]*")/dgm;
const STRING = /"([^"\r\n]*)"/dg;
/** Engines whose tables are none of the platform's. */
const OTHER_ENGINE = /^[ \t]*provider[ \t]*=[ \t]*"(?:sqlite|mongodb|sqlserver)"/m;

/**
 * Reads a schema of Prisma's: the settings of its blocks (`datasource.db.url`), and what is said of a whole
 * model (`model.User.@@map`). Of a database of another engine nothing is told.
 */
export function readPrisma(source: Source): Facts {
  const declarations: Declaration[] = [];
  const comments: Comment[] = [];
  let path: readonly string[] = [];
  for (const { index, 0: piece, groups = {}, indices } of source.text.matchAll(PIECE)) {
    const { comment, block, label, close, key, attribute } = groups;
    if (comment !== undefined) comments.push({ text: comment.slice(2), form: 'line', place: { source, start: index, end: index + piece.length } });
    else if (block !== undefined && label !== undefined) path = [block, label];
    else if (close !== undefined) path = [];
    const name = key ?? attribute;
    const [start, end] = indices?.groups?.[key === undefined ? 'attribute' : 'key'] ?? [0, 0];
    const range = indices?.groups?.[key === undefined ? 'argument' : 'value'];
    if (name === undefined || range === undefined || path.length === 0) continue;
    declarations.push({ name, form: 'key', path: [...path, name], namePlace: { source, start, end }, values: () => stringsIn(source, range) });
  }
  return factsOf(source, OTHER_ENGINE.test(source.text) ? { comments } : { declarations, texts: sitesOf(declarations), comments });
}

function stringsIn(source: Source, [from, to]: readonly [number, number]): readonly Value[] {
  return [...source.text.slice(from, to).matchAll(STRING)].map(({ 1: string = '', indices }) => {
    const [start, end] = indices?.[1] ?? [0, 0];
    return { form: 'text', text: literal(string, { source, start: from + start, end: from + end }) };
  });
}
