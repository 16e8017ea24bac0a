import type { Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import { literal } from '../../../references/text.js';
import type { CallArgument, Parameter } from '../syntax/syntax.js';
import type { Construction } from './forms.js';
import type { Entry } from '../../facts.js';

/** What is passed for a parameter, and where; null where the language passes it (self). */
export interface Passed {
  values(): readonly Value[];
  readonly place: Place | null;
}

/** What a call passes, by the parameter that takes it; a receiver's parameter is not among `parameters`. */
export function passedTo(
  parameters: readonly Parameter[],
  call: Construction,
  before?: Construction,
): ReadonlyMap<string, Passed> {
  const passed = new Map<string, Passed>();
  const positional = parameters.filter(({ form }) => form === 'positional' || form === 'positional-only');
  const rest: Passed[] = [];
  const named: Entry[] = [];
  let position = 0;
  const putAt = (one: Passed) => {
    const parameter = positional[position++];
    if (parameter === undefined) rest.push(one);
    else passed.set(parameter.name.name, one);
  };
  const byName = new Map(
    parameters.filter(({ form }) => form !== 'list' && form !== 'record').map((one) => [one.name.name, one]),
  );
  const putNamed = (name: string, entry: Entry) => {
    if (byName.has(name)) passed.set(name, { values: () => entry.values(), place: entry.place });
    else named.push(entry);
  };
  for (const one of before === undefined ? [call] : [before, call]) {
    for (const argument of one.call.arguments) putArgument(argument, one, putAt, putNamed);
  }
  for (const { form, name } of parameters) {
    // Nothing passed is an empty one, unless something is spread of which nothing is known.
    if (form === 'list' && (rest.length > 0 || !spreadsUnknown(call, '*'))) passed.set(name.name, spreadList(rest, call));
    if (form === 'record' && (named.length > 0 || !spreadsUnknown(call, '**'))) passed.set(name.name, spreadRecord(named, call));
  }
  return passed;
}

function spreadsUnknown({ call, evaluator, scope, frame }: Construction, spread: '*' | '**'): boolean {
  const form = spread === '*' ? 'list' : 'record';
  return call.arguments.some(
    (argument) =>
      argument.spread === spread && !evaluator.values(argument.value, scope, frame).every((value) => value.form === form),
  );
}

function putArgument(
  argument: CallArgument,
  call: Construction,
  putAt: (one: Passed) => void,
  putNamed: (name: string, entry: Entry) => void,
): void {
  const { evaluator, scope, frame } = call;
  const { keyword, spread, value } = argument;
  const values = () => evaluator.values(value, scope, frame);
  const place = evaluator.place(value);
  if (keyword !== null) {
    const key = literal(keyword.name, evaluator.place(keyword));
    putNamed(keyword.name, { key, place, values });
  } else if (spread === '*') {
    const [list] = values();
    if (list?.form === 'list') for (const item of list.items) putAt({ values: () => item, place });
  } else if (spread === '**') {
    for (const entry of distinctEntries(values())) putNamed(entry.key.flat, entry);
  } else {
    putAt({ values, place });
  }
}

/** The entries of all records among values: what several callers hand on from one place counts once. */
function distinctEntries(values: readonly Value[]): Iterable<Entry> {
  const entries = new Map<string, Entry>();
  for (const value of values) {
    if (value.form !== 'record') continue;
    for (const entry of value.entries) {
      const { source, start } = entry.place;
      entries.set(`${entry.key.flat} ${start} ${source.path}`, entry);
    }
  }
  return entries.values();
}

function spreadList(rest: readonly Passed[], call: Construction): Passed {
  const place = call.evaluator.place(call.call);
  return { values: () => [{ form: 'list', items: rest.map((one) => one.values()), place }], place };
}

function spreadRecord(entries: readonly Entry[], call: Construction): Passed {
  const place = call.evaluator.place(call.call);
  return { values: () => [{ form: 'record', entries, place }], place };
}
