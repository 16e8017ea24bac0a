import type { Source } from '../../references/source.js';
import { type Part, concatenation, literal } from '../../references/text.js';
import type { EmbeddedFile } from '../facts.js';
import { moduleOfRun } from './runs.js';

/** What a file of a cell's language is called; other magics are no code. */
const FILES: ReadonlyMap<string, string> = new Map([
  ['sql', 'cell.sql'],
  ['python', 'cell.py'],
  ['scala', 'cell.scala'],
  ['r', 'cell.r'],
  ['sh', 'cell.sh'],
  ['fs', 'cell.txt'],
]);

const HEAD = /^(#|--|\/\/) Databricks notebook source/;
/** The first line of a cell that has something in it. */
const MAGIC = /^(?:\S+ MAGIC[ \t]*\r?\n)*\S+ MAGIC %(\w+)/;

/**
 * The cells of a Databricks notebook kept as a source file that are in another language than the file:
 * comments that begin with `MAGIC`, `%sql` and the like in their first line that is not empty. None in any other file.
 *
 * https://docs.databricks.com/aws/en/notebooks/notebook-format
 */
export function databricksCells(source: Source): readonly EmbeddedFile[] {
  const sign = HEAD.exec(source.text)?.[1];
  if (sign === undefined) return [];
  const cells: EmbeddedFile[] = [];
  for (const cell of source.text.matchAll(new RegExp(`(?:^${sign} MAGIC(?: [^\\n]*)?(?:\\n|$))+`, 'gm'))) {
    const magic = MAGIC.exec(cell[0]);
    const name = FILES.get(magic?.[1] ?? '');
    if (magic === null || name === undefined) continue;
    cells.push({ name, dialect: 'spark', text: cellText(source, cell.index + magic[0].length, cell.index + cell[0].length, sign) });
  }
  return cells;
}

/** The notebooks that a notebook kept as a Python file runs, as it had their names then: as modules that it imports. */
export function databricksRuns({ text }: Source): readonly string[] {
  if (!text.startsWith('# Databricks notebook source')) return [];
  return [...text.matchAll(/^# MAGIC[ \t]+%run[ \t]+([^\n]+)$/gm)].flatMap(([, path = '']) => moduleOfRun(path) ?? []);
}

/** The lines of a cell without the comment sign before them. */
function cellText(source: Source, start: number, end: number, sign: string) {
  const parts: Part[] = [];
  for (let line = start; line < end; ) {
    const newline = source.text.indexOf('\n', line);
    const next = newline === -1 || newline >= end ? end : newline + 1;
    const from = line === start ? start : Math.min(line + `${sign} MAGIC `.length, next - 1);
    const place = { source, start: from, end: next };
    parts.push({ text: literal(source.text.slice(from, next), place), place });
    line = next;
  }
  return concatenation(parts, { source, start, end });
}
