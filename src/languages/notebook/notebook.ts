import { type ObjectNode, type StringNode, type ValueNode, parse } from '@humanwhocodes/momoa';
import { type Position, type Source, createSource, positionAt } from '../../references/source.js';
import { backslashEscapes, unescaped } from '../escapes.js';
import type { SyntaxProblem } from '../facts.js';

/** A Jupyter notebook's code cells, joined to one text. */
export interface Notebook {
  /** The file as it is stored. */
  readonly file: Source;
  /** The code cells' text, one cell after the other, each ending with a line break. */
  readonly code: string;
  readonly cells: readonly NotebookCell[];
  /** Of the kernel, in lower case: `python`, `scala`, `r`, `sql`. */
  readonly language: string;
  /** Whether Databricks wrote it, whose SQL is Spark's. */
  readonly isOfDatabricks: boolean;
  readonly problems: readonly SyntaxProblem[];
}

export interface NotebookCell {
  /** 0-based, among all cells of the notebook. */
  readonly index: number;
  /** The cell's range in the joined code. */
  readonly start: number;
  readonly end: number;
  /** Where each character of the cell stands in the file, and last the end. */
  readonly offsets: Int32Array;
}

/** Where something stands in a notebook: line and column are the cell's, 1-based. */
export interface CellPosition extends Position {
  readonly cell: number;
}

/** Reads a notebook (nbformat 4). A file that is no notebook has no cells, and a problem that says why. */
export function parseNotebook(file: Source): Notebook {
  try {
    const document = parse(file.text, { mode: 'json', ranges: true });
    const root = document.body;
    if (root.type !== 'Object') return unreadable(file, 'A notebook is a JSON object.', 0);
    return { file, ...joinedCells(file, root), ...writtenBy(root), problems: [] };
  } catch (error) {
    if (error instanceof RangeError) return unreadable(file, 'The values are nested too deeply.', 0);
    if (!(error instanceof Error)) throw error;
    const offset = 'offset' in error && typeof error.offset === 'number' ? error.offset : 0;
    return unreadable(file, error.message.replace(/\s*\(\d+:\d+\)$/, '').replace(/\.?$/, '.'), offset);
  }
}

function unreadable(file: Source, message: string, offset: number): Notebook {
  return { file, code: '', cells: [], language: 'python', isOfDatabricks: false, problems: [{ message, offset }] };
}

/** Where an offset of the joined code stands, in cell, line and column. */
export function cellPositionAt(notebook: Notebook, offset: number): CellPosition {
  const cell = cellAt(notebook, offset);
  if (cell === null) return { cell: 0, line: 1, column: 1 };
  const source = createSource('cell', notebook.code.slice(cell.start, cell.end));
  return { cell: cell.index, ...positionAt(source, offset - cell.start) };
}

/** Where an offset of the joined code stands in the file: what a fix is written to. */
export function fileOffsetAt(notebook: Notebook, offset: number): number {
  const cell = cellAt(notebook, offset);
  return cell?.offsets[Math.min(offset - cell.start, cell.offsets.length - 1)] ?? 0;
}

/**
 * An edit of the joined code as one of the file, in which the code stands as JSON strings; null where
 * what it replaces does not stand in one of them.
 */
export function storedEdit(notebook: Notebook, { start, end, text }: CodeEdit): CodeEdit | null {
  const from = fileOffsetAt(notebook, start);
  const to = end === start ? from : fileOffsetAt(notebook, end);
  const isWhole = decoded(notebook.file.text.slice(from, to)) === notebook.code.slice(start, end);
  return isWhole ? { start: from, end: to, text: escapedForJson(text) } : null;
}

/** What to write in place of a range. */
interface CodeEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the inside of a JSON string says; null where it is none. */
function decoded(raw: string): unknown {
  try {
    return JSON.parse(`"${raw}"`);
  } catch {
    return null;
  }
}

function cellAt({ cells }: Notebook, offset: number): NotebookCell | null {
  let low = 0;
  let high = cells.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((cells[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return cells[low] ?? null;
}

/** The text as it stands in a JSON string. */
export function escapedForJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

const ESCAPES = backslashEscapes(
  { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/' },
  { u: 4 },
);

function joinedCells(file: Source, root: ObjectNode): Pick<Notebook, 'code' | 'cells'> {
  const cells: NotebookCell[] = [];
  let code = '';
  const list = memberOf(root, 'cells');
  const elements = list?.type === 'Array' ? list.elements : [];
  elements.forEach(({ value }, index) => {
    if (value.type !== 'Object' || textOf(memberOf(value, 'cell_type')) !== 'code') return;
    const { text, offsets } = cellText(file, memberOf(value, 'source'));
    const start = code.length;
    code += text.endsWith('\n') ? text : `${text}\n`;
    cells.push({ index, start, end: start + text.length, offsets });
  });
  return { code, cells };
}

/** A cell's source, which is one string or a list of them. */
function cellText(file: Source, node: ValueNode | null): { text: string; offsets: Int32Array } {
  const strings = node?.type === 'Array' ? node.elements.map(({ value }) => value) : node === null ? [] : [node];
  const offsets: number[] = [];
  let text = '';
  let end = 0;
  for (const string of strings) {
    if (string.type !== 'String' || string.range === undefined) continue;
    const place = { source: file, start: string.range[0] + 1, end: string.range[1] - 1 };
    const piece = unescaped(place, ESCAPES);
    text += piece.flat;
    for (let index = 0; index < piece.flat.length; index++) {
      offsets.push(typeof piece.offsets === 'string' ? place.start + index : (piece.offsets[index] ?? place.start));
    }
    end = place.end;
  }
  offsets.push(end);
  return { text, offsets: Int32Array.from(offsets) };
}

/** What the kernel speaks, and whose notebook it is. */
function writtenBy(root: ObjectNode): Pick<Notebook, 'language' | 'isOfDatabricks'> {
  const metadata = memberOf(root, 'metadata');
  const databricks = memberIn(metadata, 'application/vnd.databricks.v1+notebook');
  const language =
    textOf(memberIn(memberIn(metadata, 'language_info'), 'name')) ??
    textOf(memberIn(memberIn(metadata, 'kernelspec'), 'language')) ??
    textOf(memberIn(databricks, 'language')) ??
    'python';
  return { language: language.toLowerCase(), isOfDatabricks: databricks !== null };
}

function memberIn(node: ValueNode | null, name: string): ValueNode | null {
  return node?.type === 'Object' ? memberOf(node, name) : null;
}

function memberOf(node: ObjectNode, name: string): ValueNode | null {
  return node.members.find((member) => nameOf(member.name) === name)?.value ?? null;
}

function nameOf(name: StringNode | { readonly type: 'Identifier'; readonly name: string }): string {
  return name.type === 'String' ? name.value : name.name;
}

function textOf(node: ValueNode | null): string | null {
  return node?.type === 'String' ? node.value : null;
}
