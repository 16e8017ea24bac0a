import { slice } from '../../../src/references/text.js';
import type { Facts, Value } from '../../../src/languages/facts.js';

/** Evaluates all that the facts of a file can be asked for; gives how many values there were. */
export function evaluateEverything(facts: Facts): number {
  let count = 0;
  const look = (values: readonly Value[], depth: number) => {
    for (const value of values) {
      count += 1;
      if (value.form === 'text') checkPlaces(value);
      if (depth > 3) continue;
      if (value.form === 'list') for (const item of value.items) look(item, depth + 1);
      if (value.form === 'record') for (const entry of value.entries) look(entry.values(), depth + 1);
    }
  };
  for (const call of facts.calls) {
    look(call.callees(), 0);
    for (const argument of call.arguments) look(argument.values(), 0);
  }
  for (const declaration of facts.declarations) look(declaration.values(), 0);
  for (const site of facts.texts) look(site.values(), 0);
  return count;
}

/** Throws where a part of a text stands outside of its source. */
function checkPlaces({ text }: Value & { form: 'text' }): void {
  const { length } = text.flat;
  for (let index = 0; index < length; index += Math.max(1, length >> 3)) {
    const { written } = slice(text, index, index + 1);
    const inside =
      written.start >= 0 && written.start <= written.end && written.end <= written.source.text.length;
    if (!inside) throw new Error(`${JSON.stringify(text.flat)} stands at ${written.start} to ${written.end}`);
  }
}
