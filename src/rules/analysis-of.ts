import type { Analysis } from '../analysis/analysis.js';
import type { RuleContext } from './rule-context.js';

/** By root node, so that the rules of one run share it and nobody keeps it longer than the file. */
const analyses = new WeakMap<WeakKey, Analysis>();

/** The analysis of the file that a rule runs on, made once a file. */
export function analysisOf(context: RuleContext): Analysis {
  const root = context.sourceCode.ast;
  if (typeof root !== 'object' || root === null) throw new TypeError('A source code without a root node.');
  const known = analyses.get(root);
  if (known === undefined) throw new Error('not yet');
  return known;
}

/** Gives the rules an analysis that was made already. */
export function provideAnalysis(root: WeakKey, analysis: Analysis): void {
  analyses.set(root, analysis);
}
