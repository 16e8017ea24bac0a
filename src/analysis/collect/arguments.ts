import type { ArgumentPlace, ArgumentTest } from '../../catalogue/library.js';
import type { Argument, Call, Value } from '../../languages/facts.js';
import type { Place } from '../../references/source.js';
import type { Text } from '../../references/text.js';

/** An argument, or a part of one, that an entry of the catalogue asks for. */
export interface Taking {
  /** The argument as a whole; null for what is decorated. */
  readonly argument: Argument | null;
  readonly values: readonly Value[];
  /** The use's place, where a value was written elsewhere. */
  readonly place: Place;
}

/** The arguments that stand at a place: usually one or none. */
export function takings(call: Call, place: ArgumentPlace): readonly Taking[] {
  if (place.decorated === true) {
    const name = call.decorates ?? null;
    return name === null ? [] : [{ argument: null, values: [{ form: 'text', text: name }], place: name.place }];
  }
  const found: Taking[] = [];
  for (const argument of call.arguments) {
    const values = valuesAt(argument, place);
    if (values === null) continue;
    const inside = place.entry === undefined ? values : entriesOf(values, place.entry);
    if (inside.length > 0) found.push({ argument, values: inside, place: argument.place });
  }
  return found;
}

/** The argument's values, if it is the one that is asked for; of `**kwargs`, those under the keyword. */
function valuesAt(argument: Argument, { at, keyword }: ArgumentPlace): readonly Value[] | null {
  if (argument.spread) {
    const keywords = keyword === undefined ? [] : [keyword].flat();
    const values = keywords.flatMap((name) => entriesOf(argument.values(), [name]));
    return values.length > 0 ? values : null;
  }
  if (argument.keyword !== null) return isOneOf(argument.keyword, keyword) ? argument.values() : null;
  return at !== undefined && argument.position === at ? argument.values() : null;
}

/** Whether a keyword is the one, or among those, that an entry takes. */
export function isOneOf(keyword: string, wanted: ArgumentPlace['keyword']): boolean {
  return typeof wanted === 'string' ? keyword === wanted : wanted?.includes(keyword) === true;
}

/** What stands under the keys of records; through lists and through `JSON.stringify(…)`. */
function entriesOf(values: readonly Value[], keys: readonly string[]): readonly Value[] {
  const [key, ...rest] = keys;
  if (key === undefined) return values;
  const found: Value[] = [];
  for (const value of values) {
    if (value.form === 'list') found.push(...entriesOf(value.items.flat(), keys));
    if (value.form === 'thing') found.push(...entriesOf(serialised(value.path, value.calls.at(-1)), keys));
    if (value.form !== 'record') continue;
    for (const entry of value.entries) {
      if (key === '*' || entry.key.flat === key) found.push(...entriesOf(entry.values(), rest));
    }
  }
  return found;
}

function serialised(path: string, call: Call | undefined): readonly Value[] {
  if (call === undefined || !/(?:^|\.)(?:stringify|dumps)\(\)$/.test(path)) return [];
  return call.arguments[0]?.values() ?? [];
}

/** Whether an argument's text, or the path of a thing, is what a test wants; one that is not wholly known never is. */
export function passes(call: Call, test: ArgumentTest): boolean {
  return answersOf(call, test).includes(true);
}

/** The same, and no text that the argument may have fails it: with `for key, value in options`, some do. */
export function alwaysPasses(call: Call, test: ArgumentTest): boolean {
  const answers = answersOf(call, test);
  return answers.length > 0 && !answers.includes(false);
}

/** What a test says of each value that says something: a text always does, a thing only where it is wanted. */
function answersOf(call: Call, test: ArgumentTest): readonly boolean[] {
  return takings(call, test).flatMap(({ values }) =>
    values.flatMap((value) => {
      if (value.form === 'text') return [isWhat(value.text, test)];
      return value.form === 'thing' && test.equals?.includes(value.path) === true ? [true] : [];
    }),
  );
}

function isWhat({ flat }: Text, { equals, contains }: ArgumentTest): boolean {
  if (equals !== undefined && equals.includes(flat)) return true;
  return contains !== undefined && flat.includes(contains);
}
