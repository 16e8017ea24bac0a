import type { Analysis } from '../analysis/analysis.js';
import { mayName } from '../analysis/prefilter.js';
import { isTemplate, readerFor } from '../analysis/readers.js';
import { cellPositionAt } from '../languages/notebook/notebook.js';
import type { Notebook } from '../languages/notebook/notebook.js';
import { notebookOf } from '../languages/notebook/reader.js';
import { positionAt } from '../references/source.js';
import type { Source } from '../references/source.js';

/** Something in a file that its reader could not make out; in a notebook, line and column are the cell's. */
export interface UnreadPart {
  readonly message: string;
  /** Code that does not parse does not run; configuration is often a template of something that tells nobody. */
  readonly severity: 'error' | 'warn';
  readonly line: number;
  readonly column: number;
  readonly cell?: number;
}

/** What of a file could not be read. What a template of it will become, nobody can say. */
export function syntaxProblems(analysis: Analysis): readonly UnreadPart[] {
  const { path } = analysis.source;
  if (isTemplate(path)) return [];
  const severity = readerFor(path)?.language === 'configuration' ? 'warn' : 'error';
  const { source, problems } = readWhole(analysis);
  const notebook = notebookOf(source);
  return problems.map(({ message, offset }) => ({
    message: `Parsing error: ${message}`,
    severity,
    ...placeIn(notebook, source, offset),
  }));
}

/** A file that is no notebook after all has no cells. */
function placeIn(notebook: Notebook | null, source: Source, offset: number): Pick<UnreadPart, 'line' | 'column' | 'cell'> {
  if (notebook === null) return positionAt(source, offset);
  return notebook.problems.length > 0 ? positionAt(notebook.file, offset) : cellPositionAt(notebook, offset);
}

/**
 * The analysis leaves Python files aside in which no name can be; whether they parse is still for a scan
 * to say.
 */
function readWhole(analysis: Analysis): Pick<Analysis, 'source' | 'problems'> {
  const { source } = analysis;
  const reader = readerFor(source.path);
  // The source of a notebook that was read is its code, no longer the file that its reader takes.
  if (reader?.language !== 'python' || mayName(source.text) || notebookOf(source) !== null) return analysis;
  return reader.read(source, () => null, null);
}
