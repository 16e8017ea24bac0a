import type { ThingValue, Value } from '../../facts.js';
import { ofEach } from '../../alternatives.js';
import { distinct } from './following.js';
import type { Place } from '../../../references/source.js';
import { ChosenText, memberText, targetOf, textValue, thing } from './forms.js';

/** No more beginnings of an opaque path are tried without. */
const MOST_BEGINNINGS = 4;

/** `_spark` is a private `spark`. */
const LEADING_UNDERSCORES = /(?<=[~.])_+(?=[A-Za-z])/g;

/** Values of the expression at `place`, as facts give them: a member of an enumeration of texts is its text. */
export function outwardValues(values: readonly Value[], place: Place): readonly Value[] {
  const [only] = values;
  if (values.length === 1 && only?.form === 'text' && !(only instanceof ChosenText)) return values;
  const given = ofEach(values, (value): readonly Value[] => {
    const target = targetOf(value);
    if (target?.form === 'member' && target.isText) return memberText(target, place);
    return value.form === 'thing' ? outwardThings([value], 1) : [value];
  });
  // What differs only in the choices it belonged to is one value by now.
  return distinct(given.map((value) => (value instanceof ChosenText ? textValue(value.text) : value)));
}

/**
 * Things as facts give them. Of an opaque path each end may be the name that says what it is:
 * `~config.spark.read` is given as `~spark.read` too, and as `~read` where `fewest` names are one.
 */
export function outwardThings(things: readonly ThingValue[], fewest: number): readonly ThingValue[] {
  if (!things.some(({ path }) => path.startsWith('~'))) return things;
  return ofEach(things, (value) => {
    if (!value.path.startsWith('~')) return [value];
    let path = value.path.includes('_') ? value.path.replaceAll(LEADING_UNDERSCORES, '') : value.path;
    let { calls } = value;
    const ends: ThingValue[] = [path === value.path ? value : thing(path, calls)];
    for (let count = 0; count < MOST_BEGINNINGS; count++) {
      const dot = path.indexOf('.');
      if (dot === -1 || path.split('.').length <= fewest) break;
      const left = path.slice(0, dot).split('()').length - 1;
      path = `~${path.slice(dot + 1)}`;
      calls = calls.slice(left);
      ends.push(thing(path, calls));
    }
    return ends;
  });
}
