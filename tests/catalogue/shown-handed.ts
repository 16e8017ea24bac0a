import type { Handed } from '../../src/analysis/collect/handed.js';
import { partsIn } from '../../src/analysis/collect/shapes.js';
import { displayName } from '../../src/references/name.js';

/** What was handed over, as the examples of a catalogue write it: `bucket kol-bronze`. */
export function shownHanded({ text, is, system }: Handed): string[] {
  if (is === 'sql') return [`sql ${displayName(text.flat)}`];
  return partsIn(text.flat, is, system).map(({ kind, name }) => {
    return `${kind} ${displayName(text.flat.slice(name.start, name.end))}`;
  });
}
