/**
 * A file's text with the index that turns offsets into lines and columns.
 *
 * Offsets are UTF-16 code units, 0-based, into `text`, which never begins with a byte order mark
 * (ESLint takes it off as well, so both count alike). Lines and columns are 1-based.
 */
export interface Source {
  /** Absolute path of the file; the name a user gave for text from standard input. */
  readonly path: string;
  readonly text: string;
  /** The offset at which each line begins, the first being 0. */
  readonly lineStarts: readonly number[];
}

/** A range of a source: `start` inclusive, `end` exclusive. */
export interface Place {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** A 1-based line and column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Line ends of every language but JavaScript: a form feed or U+2028 ends no line in Python or SQL. */
const LINE_END = /\r\n|[\r\n]/g;
/** ECMAScript's line terminators, https://tc39.es/ecma262/#sec-line-terminators. */
const JAVASCRIPT_LINE_END = /\r\n|[\r\n\u2028\u2029]/g;
const JAVASCRIPT_FILE = /\.[cm]?[jt]sx?$/i;

/** Makes a source of a file's text; a byte order mark at its begin is taken off. */
export function createSource(path: string, text: string): Source {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const lineEnd = JAVASCRIPT_FILE.test(path) ? JAVASCRIPT_LINE_END : LINE_END;
  let starts: readonly number[] | undefined;
  return {
    path,
    text: body,
    get lineStarts() {
      starts ??= lineStartsOf(body, lineEnd);
      return starts;
    },
  };
}

function lineStartsOf(text: string, lineEnd: RegExp): number[] {
  const starts = [0];
  for (const match of text.matchAll(lineEnd)) starts.push(match.index + match[0].length);
  return starts;
}

/** The position of an offset; an offset past the end gives the end of the last line. */
export function positionAt(source: Source, offset: number): Position {
  const { lineStarts } = source;
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const bounded = Math.min(offset, source.text.length);
  return { line: low + 1, column: bounded - (lineStarts[low] ?? 0) + 1 };
}

/** The offset of a 1-based position; a position outside the text gives its nearest end. */
export function offsetAt(source: Source, position: Position): number {
  const start = source.lineStarts[position.line - 1];
  if (start === undefined) return position.line < 1 ? 0 : source.text.length;
  return Math.min(start + position.column - 1, source.text.length);
}
