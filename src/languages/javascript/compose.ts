import type { Place } from '../../references/source.js';
import {
  type Part,
  type Step,
  type Text,
  concatenation,
  followed,
  hole,
  literal,
  slice,
} from '../../references/text.js';
import { MOST_ALTERNATIVES, type Value } from '../facts.js';
import type { Values } from './things.js';

/** The alternatives of several lists, each once, no more than are ever followed. */
export function union(...lists: readonly Values[]): Values {
  const [first, ...others] = lists.filter((list) => list.length > 0);
  if (first === undefined) return [];
  if (others.length === 0)
    return first.length > MOST_ALTERNATIVES ? first.slice(0, MOST_ALTERNATIVES) : first;
  const kept = new Map<unknown, Value>();
  for (const list of lists) {
    for (const value of list) {
      if (kept.size >= MOST_ALTERNATIVES) return [...kept.values()];
      const key = identityOf(value);
      if (!kept.has(key)) kept.set(key, value);
    }
  }
  return [...kept.values()];
}

/** What makes two alternatives the same: for text its characters and where they are written. */
function identityOf(value: Value): unknown {
  switch (value.form) {
    case 'text': {
      const { written } = slice(value.text, 0, value.text.flat.length);
      return `text ${written.source.path}:${written.start}:${written.end} ${value.text.flat}`;
    }
    case 'thing':
      return value.path === '?'
        ? value
        : `thing ${value.path} ${value.calls.map(({ place }) => place.start).join()}`;
    case 'unknown':
      return 'unknown';
    case 'list':
    case 'record':
      return value;
  }
}

/** Values whose texts were reached by one more step; what is no text has no way to remember. */
export function stepped(values: Values, step: Step, place: Place): Values {
  return values.map((value) =>
    value.form === 'text' ? { form: 'text', text: followed(value.text, step, place) } : value,
  );
}

/** Values that came from another file or function, where they are used here: the last step begins at `place`. */
export function movedTo(values: Values, place: Place, label: string): Values {
  return values.map((value) => {
    if (value.form !== 'text') return value;
    const { text } = value;
    if (text.form === 'followed') return { form: 'text', text: followed(text.text, text.step, place) };
    const step: Step = { origin: 'constant', label, place: text.place, env: null };
    return { form: 'text', text: followed(text, step, place) };
  });
}

/** One operand of a concatenation. */
export interface Operand {
  readonly alternatives: readonly Text[];
  readonly place: Place;
}

/** Every combination of the operands' alternatives as one text, up to the bound. */
export function joined(operands: readonly Operand[], place: Place): Values {
  let rows: Part[][] = [[]];
  for (const operand of operands) {
    const next: Part[][] = [];
    for (const row of rows) {
      for (const text of operand.alternatives) {
        if (next.length < MOST_ALTERNATIVES) next.push([...row, { text, place: operand.place }]);
      }
    }
    rows = next;
  }
  return rows.map((parts) => ({ form: 'text', text: concatenation(parts, place) }));
}

/** Values as parts of a longer text: what is no text is a hole. */
export function asTexts(values: Values, place: Place, origin: 'argument' | null): readonly Text[] {
  const texts: Text[] = [];
  let holed = false;
  for (const value of values) {
    if (value.form === 'text') texts.push(value.text);
    else holed = true;
  }
  if (holed || texts.length === 0) texts.push(hole(place, origin));
  return texts;
}

/** A number as a part of a longer text. */
export function numberText(value: number, place: Place): Text {
  return literal(String(value), place, 'whole');
}
