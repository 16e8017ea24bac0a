import type { JudgedReference } from '../analysis/analysis.js';
import type { Place } from '../references/source.js';

/**
 * The way of a name that is written in another file: the declarations from there on, and last where the
 * problem stands. Empty for a name that stands in the file itself.
 */
export function traceOf({ reference, reportAt }: JudgedReference): readonly Place[] {
  if (reportAt === null || reference.written.source.path === reportAt.source.path) return [];
  const declarations = reference.steps.map((step) => step.place).reverse();
  const [first = reference.written, ...others] = declarations;
  return [first, ...others, reportAt];
}
