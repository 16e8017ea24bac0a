import { MOST_ALTERNATIVES } from '../../facts.js';
import type { Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import { concatenation, hole, literal } from '../../../references/text.js';
import type { Part, Text } from '../../../references/text.js';
import {
  ConstantValue,
  choicesOf,
  joinChoices,
  memberText,
  targetOf,
  textValue,
  withoutNone,
} from './forms.js';
import type { Choice } from './forms.js';

/** One part of a text that is put together, with its alternatives. */
export interface JoinedPart {
  readonly values: readonly Value[];
  /** Where the part stands in the joining expression: of a placeholder, braces included. */
  readonly place: Place;
}

/** A text and the choices it belongs to. */
export interface ChosenPart {
  readonly text: Text;
  readonly choices: readonly Choice[];
}

/** What a value is as text, at most one hole among the alternatives; `place` is that of its expression. */
export function textsOf(values: readonly Value[], place: Place): readonly ChosenPart[] {
  const texts: ChosenPart[] = [];
  let opaque = false;
  for (const value of withoutNone(values)) {
    for (const part of textsOfOne(value, place)) {
      if (part.text.form === 'hole') {
        if (opaque) continue;
        opaque = true;
      }
      texts.push(part);
    }
  }
  return texts.length === 0 ? [{ text: hole(place), choices: [] }] : texts;
}

const WHOLE_NUMBER = /^\d+$/;

function textsOfOne(value: Value, place: Place): readonly ChosenPart[] {
  if (value.form === 'text') return [{ text: value.text, choices: choicesOf(value) }];
  if (value instanceof ConstantValue && WHOLE_NUMBER.test(value.raw)) {
    return [{ text: literal(value.raw, value.place), choices: [] }];
  }
  const target = targetOf(value);
  if (target?.form === 'member' && target.isText) return textsOf(memberText(target, place), place);
  return [{ text: hole(place, target?.form === 'parameter' ? 'argument' : null), choices: [] }];
}

/**
 * The texts that parts make together: each alternative of one with each of the others, but for those
 * that belong to different choices, and no more than `MOST_ALTERNATIVES`.
 */
export function joinTexts(parts: readonly JoinedPart[], place: Place): readonly Value[] {
  let joined: Joined[] = [{ parts: [], choices: [] }];
  for (const part of parts) joined = withPart(joined, part);
  return joined.map((one) => textValue(concatenation(one.parts, place), one.choices));
}

/** A text as far as it is put together. */
interface Joined {
  readonly parts: Part[];
  readonly choices: readonly Choice[];
}

function withPart(joined: Joined[], { values, place }: JoinedPart): Joined[] {
  const texts = textsOf(values, place);
  const [only] = texts;
  if (texts.length === 1 && only !== undefined && only.choices.length === 0) {
    // The usual case, and the one that must not copy what is there: a text may have many parts.
    for (const { parts } of joined) parts.push({ text: only.text, place });
    return joined;
  }
  const longer: Joined[] = [];
  for (const before of joined) {
    for (const { text, choices } of texts) {
      const both = joinChoices(before.choices, choices);
      if (both === null || longer.length >= MOST_ALTERNATIVES) continue;
      longer.push({ parts: [...before.parts, { text, place }], choices: both });
    }
  }
  if (longer.length > 0) return longer;
  for (const { parts } of joined) parts.push({ text: hole(place), place });
  return joined;
}

/** A text that no source writes: the slash of a joined path. */
export function synthetic(flat: string, place: Place): Value {
  return textValue(literal(flat, place, 'whole'));
}
