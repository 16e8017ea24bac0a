import type { Analysis } from '../analysis/analysis.js';
import { mayName } from '../analysis/prefilter.js';
import { readerFor } from '../analysis/readers.js';
import type { SyntaxProblem } from '../languages/facts.js';
import { notebookOf } from '../languages/notebook/reader.js';

/**
 * What of a file could not be read. The analysis leaves Python files aside in which no name can be;
 * whether they parse is still for a scan to say.
 */
export function syntaxProblems({ source, problems }: Analysis): readonly SyntaxProblem[] {
  const reader = readerFor(source.path);
  // The source of a notebook that was read is its code, no longer the file that its reader takes.
  if (reader?.language !== 'python' || mayName(source.text) || notebookOf(source) !== null) return problems;
  return reader.read(source, () => null, null).problems;
}
