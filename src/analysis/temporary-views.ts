import type { Facts } from '../languages/facts.js';
import type { Reference } from '../references/reference.js';

/** Spark's and DuckDB's methods that give a frame a name that SQL of the same session can read. */
const REGISTERS: ReadonlySet<string> = new Set([
  'createOrReplaceTempView',
  'createTempView',
  'createGlobalTempView',
  'createOrReplaceGlobalTempView',
  'registerTempTable',
  'registerDataFrameAsTable',
]);

const TEMPORARY_VIEW = /\b(?:temp|temporary)\s+(?:view|table)\s+(?:if\s+not\s+exists\s+)?[`"]?([A-Za-z_]\w*)/gi;

/**
 * The references without those to views that live only as long as the file's own session: they have
 * no schema, and nobody else's data is in them.
 */
export function withoutTemporaryViews(facts: Facts, references: readonly Reference[]): readonly Reference[] {
  if (!references.some(isBareTable)) return references;
  const views = temporaryViews(facts);
  if (views.size === 0) return references;
  return references.filter((reference) => !isBareTable(reference) || !views.has(reference.name.toLowerCase()));
}

function isBareTable({ kind, qualifier }: Reference): boolean {
  return kind === 'table' && qualifier.length === 0;
}

function temporaryViews(facts: Facts): ReadonlySet<string> {
  const views = new Set<string>();
  for (const [, name = ''] of facts.source.text.matchAll(TEMPORARY_VIEW)) views.add(name.toLowerCase());
  for (const call of facts.calls) {
    if (!REGISTERS.has(call.method)) continue;
    for (const value of call.arguments[0]?.values() ?? []) {
      if (value.form === 'text') views.add(value.text.flat.toLowerCase());
    }
  }
  return views;
}
