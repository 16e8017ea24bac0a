import { MOST_ALTERNATIVES } from '../../facts.js';
import type { Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import { followed } from '../../../references/text.js';
import type { Step, Text } from '../../../references/text.js';
import { choicesOf, commonChoices, ProjectThing, textValue, withChoices } from './forms.js';

/** The values as they are seen at `place`, which leads to them by `step`. */
export function follow(values: readonly Value[], step: Step, place: Place): readonly Value[] {
  return values.map((value) =>
    value.form === 'text' ? textValue(followed(value.text, step, place), choicesOf(value)) : value,
  );
}

/** Values that another module has followed to its declaration, as they are seen at `place`. */
export function refollow(values: readonly Value[], step: Step, place: Place): readonly Value[] {
  return values.map((value) => {
    if (value.form !== 'text') return value;
    const { text } = value;
    const seen =
      text.form === 'followed' ? followed(text.text, text.step, place) : followed(text, step, place);
    return textValue(seen, choicesOf(value));
  });
}

/** The values without those that say the same from the same place, and no more than is followed. */
export function distinct(values: readonly Value[]): readonly Value[] {
  if (values.length < 2) return values;
  const seen = new Map<string, number>();
  const result: Value[] = [];
  for (const value of values) {
    const key = keyOf(value);
    const same = key === null ? undefined : seen.get(key);
    if (same !== undefined) {
      const first = result[same];
      // A thing that several choices lead to belongs to what they have in common.
      if (first instanceof ProjectThing && first.choices.length > 0) result[same] = withChoices(first, commonChoices(first.choices, choicesOf(value)));
      continue;
    }
    if (key !== null) seen.set(key, result.length);
    result.push(value);
    if (result.length === MOST_ALTERNATIVES) break;
  }
  return result;
}

/** What makes a value the same as another, the choices that it belongs to included; null where that is not asked. */
function keyOf(value: Value): string | null {
  if (value.form !== 'text') return value.form === 'thing' ? identityOf(value) : null;
  const choices = choicesOf(value);
  return `${identityOf(value)} ${choices.map(({ of, index }) => `${of.start}.${index}`).join(' ')}`;
}

/** What a value is and where it is written, whatever it was chosen for. */
export function identityOf(value: Value): string {
  switch (value.form) {
    case 'text':
      return `"${value.text.flat}" ${writtenAt(value.text)}`;
    case 'thing':
      return `${value.path} ${value.calls.map((call) => call.place.start).join(' ')}`;
    case 'unknown':
    case 'list':
    case 'record':
      return `${value.form} ${value.place.source.path} ${value.place.start} ${value.place.end}`;
  }
}

/** So many parts of a text are looked at for where they are written; a longer one is written where it is put together. */
const FEW_PARTS = 8;

/** Where a text is written, and which variables of the environment lead there. */
export function writtenAt(text: Text): string {
  let at = text;
  let env = '';
  while (at.form === 'followed') {
    env += at.step.env ?? '';
    at = at.text;
  }
  if (at.form === 'concatenation' && at.parts.length <= FEW_PARTS) {
    return `${at.parts.map((part) => writtenAt(part.text)).join('+')} ${env}`;
  }
  return `${at.place.source.path} ${at.place.start} ${env}`;
}
