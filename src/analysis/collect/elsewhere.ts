import type { Call, Value } from '../../languages/facts.js';
import type { Place } from '../../references/source.js';
import { slice } from '../../references/text.js';
import type { CatalogueIndex } from './catalogue-index.js';

/** Where the texts are written that a file's calls hand to systems that are none of ours. */
export function placesElsewhere(calls: readonly Call[], index: CatalogueIndex): readonly Place[] {
  const places: Place[] = [];
  for (const call of calls) {
    if (!index.isElsewhere(call)) continue;
    for (const argument of call.arguments) places.push(...placesIn(argument.values()));
  }
  return places;
}

function placesIn(values: readonly Value[]): readonly Place[] {
  return values.flatMap((value) => {
    switch (value.form) {
      case 'text':
        return [slice(value.text, 0, value.text.flat.length).written];
      case 'list':
        return placesIn(value.items.flat());
      case 'record':
        return value.entries.flatMap((entry) => placesIn(entry.values()));
      case 'thing':
      case 'unknown':
        return [];
    }
  });
}
