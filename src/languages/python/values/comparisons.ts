import type { Value } from '../../facts.js';
import { isKnown } from '../../../references/text.js';
import type { Step, Text } from '../../../references/text.js';
import { ConstantValue, isNone } from './forms.js';

/** What an operator asks of two values; null where the answer is not known. */
export interface Comparison {
  holds(left: Value, right: Value): boolean | null;
  readonly negates: boolean;
}

export const COMPARISONS: ReadonlyMap<string, Comparison> = new Map([
  ['==', { holds: same, negates: false }],
  ['is', { holds: same, negates: false }],
  ['!=', { holds: same, negates: true }],
  ['is not', { holds: same, negates: true }],
  ['in', { holds: isIn, negates: false }],
  ['not in', { holds: isIn, negates: true }],
]);

/** Whether two values are the same; null where that is not known. */
export function same(left: Value, right: Value): boolean | null {
  if (left.form === 'text' && right.form === 'text') {
    if (!isKnown(left.text.flat) || !isKnown(right.text.flat)) return null;
    return left.text.flat === right.text.flat;
  }
  if (left instanceof ConstantValue && right instanceof ConstantValue) return left.raw === right.raw;
  const [none, other] = isNone(left) ? [left, right] : [right, left];
  return isNone(none) && (other.form === 'text' || other.form === 'list' || other.form === 'record') ? false : null;
}

/** `x in ["a", "b"]`; of a text whether it is a part, of a dictionary whether it is a key. */
export function isIn(value: Value, container: Value): boolean | null {
  if (value.form !== 'text' || !isKnown(value.text.flat)) return null;
  const { flat } = value.text;
  switch (container.form) {
    case 'text':
      return isKnown(container.text.flat) ? container.text.flat.includes(flat) : null;
    case 'record':
      return container.entries.some(({ key }) => key.flat === flat)
        ? true
        : container.entries.every(({ key }) => isKnown(key.flat)) ? false : null;
    case 'list': {
      const items = container.items.map((item) => item.map((one) => sameSure(value, one)).reduce(agreed, undefined) ?? null);
      return items.reduce(or, false);
    }
    default:
      return null;
  }
}

/** Whether a value is the same as another that nothing but the code says. */
function sameSure(value: Value, other: Value): boolean | null {
  return isSure(other) ? same(value, other) : null;
}

function agreed(before: boolean | null | undefined, one: boolean | null): boolean | null {
  return before === undefined || before === one ? one : null;
}

/** Whether a text is a part of another for sure, or for sure is none. */
export function isPart(flat: string, whole: Text): boolean | null {
  if (isSureText(whole)) return whole.flat.includes(flat);
  if (whole.form === 'followed') return isFromOutside(whole.step) ? null : isPart(flat, whole.text);
  return whole.form === 'concatenation' && whole.parts.some(({ text }) => isPart(flat, text) === true) ? true : null;
}

/** Whether a value is known and nothing but the code says what it is. */
export function isSure(value: Value): boolean {
  switch (value.form) {
    case 'text':
      return isSureText(value.text);
    case 'unknown':
      return value instanceof ConstantValue;
    case 'list':
    case 'record':
      return true;
    case 'thing':
      return false;
  }
}

/** Whether a text is known and nothing but the code says what it is. */
export function isSureText(text: Text): boolean {
  switch (text.form) {
    case 'literal':
      return true;
    case 'hole':
      return false;
    case 'followed':
      return !isFromOutside(text.step) && isSureText(text.text);
    case 'concatenation':
      return text.parts.every((part) => isSureText(part.text));
  }
}

/** Whether a step leads to what may be set otherwise: the default of a field only where a variable sets the field. */
function isFromOutside({ origin, env }: Step): boolean {
  return FROM_OUTSIDE.has(origin) || (origin === 'field-default' && env !== null);
}

const FROM_OUTSIDE: ReadonlySet<string> = new Set(['env', 'env-default', 'option-default', 'config']);

/** Whether one of two holds. */
export function or(left: boolean | null, right: boolean | null): boolean | null {
  if (left === true || right === true) return true;
  return left === null || right === null ? null : false;
}
