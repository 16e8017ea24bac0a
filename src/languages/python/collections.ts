import { MOST_ALTERNATIVES } from '../facts.js';
import type { Entry, ListValue, RecordValue, Value } from '../facts.js';
import type { Place } from '../../references/source.js';
import { HOLE, isKnown, literal } from '../../references/text.js';
import type { Step } from '../../references/text.js';
import type { Comprehension, Expression, Subscript } from './syntax.js';
import { readVariable, isEnvironment } from './environment.js';
import type { Evaluator } from './evaluator.js';
import { follow } from './following.js';
import {
  choicesOf,
  chosen,
  ConstantValue,
  joinChoices,
  ProjectThing,
  textValue,
  thing,
  unknown,
  withoutChoicesIn,
} from './forms.js';
import { frameFor } from './frames.js';
import type { Frame } from './frames.js';
import { textsOf } from './joining.js';
import { memberValues } from './members.js';
import { isParsedArguments, optionValues } from './options.js';
import type { Mutation, Scope, Unpacking } from './scopes.js';
import { enumerationMembers } from './classes.js';
import { sliced } from './string-methods.js';

/** `object[index]`. */
export function lookUp(
  evaluator: Evaluator,
  node: Subscript,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] {
  const place = evaluator.place(node);
  const { index } = node;
  return evaluator.values(node.object, scope, frame).flatMap((object): readonly Value[] => {
    if (index.type === 'Slice') {
      if (object.form !== 'text') return [unknown(place)];
      return sliced(object, wholeNumber(index.lower), wholeNumber(index.upper), index.step === null, place);
    }
    const keys = evaluator.values(index, scope, frame);
    switch (object.form) {
      case 'record':
        return keyed(evaluator, object, keys, node);
      case 'list':
        return indexed(evaluator, object, node);
      case 'thing':
        return lookUpInThing(evaluator, object, keys, node);
      case 'text':
      case 'unknown':
        return [unknown(place)];
    }
  });
}

function lookUpInThing(
  evaluator: Evaluator,
  object: Extract<Value, { form: 'thing' }>,
  keys: readonly Value[],
  node: Subscript,
): readonly Value[] {
  const place = evaluator.place(node);
  if (isEnvironment(object.path)) return readVariable(evaluator, keys, null, node);
  const [key] = keys;
  if (key?.form !== 'text' || !isKnown(key.text.flat)) return [unknown(place)];
  const name = key.text.flat;
  if (isParsedArguments(object))
    return optionValues(evaluator, name, place, `["${name}"]`) ?? [unknown(place)];
  if (object instanceof ProjectThing && object.target.form === 'class') {
    return memberValues(evaluator, object, name, place);
  }
  return /^[A-Za-z_]\w*$/.test(name) ? [thing(`~${name}`)] : [unknown(place)];
}

function wholeNumber(node: Expression | null): number | null {
  if (node === null) return null;
  const sign = node.type === 'Unary' && node.operator === '-' ? -1 : 1;
  const digits = node.type === 'Unary' ? node.operand : node;
  if (digits.type !== 'Constant' || !/^\d+$/.test(digits.raw)) return Number.NaN;
  return sign * Number(digits.raw);
}

/** The item at the index; any, where that is not known. */
function indexed(evaluator: Evaluator, list: ListValue, node: Subscript): readonly Value[] {
  const place = evaluator.place(node);
  const at = wholeNumber(node.index);
  const any = at === null || Number.isNaN(at);
  const items = any ? list.items.flat().slice(0, MOST_ALTERNATIVES) : list.items.at(at);
  if (items === undefined) return [unknown(place)];
  if (node.object.type === 'Sequence') return items;
  const label = shortLabel(evaluator.textOf(node));
  return follow(items, { origin: 'constant', label, place: list.place, env: null }, place);
}

/** The values under the keys: of every entry, where a key is not known. */
function keyed(
  evaluator: Evaluator,
  record: RecordValue,
  keys: readonly Value[],
  node: Subscript,
): readonly Value[] {
  const label = evaluator.textOf(node);
  return entriesFor(record, keys, label, evaluator.place(node)) ?? [unknown(evaluator.place(node))];
}

/** The values of a record's entries under some keys, followed to them; null where there is none. */
export function entriesFor(
  record: RecordValue,
  keys: readonly Value[],
  label: string,
  place: Place,
): readonly Value[] | null {
  const values: Value[] = [];
  for (const { text, choices } of textsOf(keys, place)) {
    const entries = isKnown(text.flat) ? entriesNamed(record, text.flat) : record.entries;
    for (const entry of entries.slice(0, MOST_ALTERNATIVES)) {
      const step: Step = { origin: 'constant', label: shortLabel(label), place: entry.place, env: null };
      values.push(...chosen(follow(entry.values(), step, place), choices));
    }
  }
  return values.length === 0 ? null : values;
}

function shortLabel(label: string): string {
  return label.length <= 60 && !label.includes('\n')
    ? label
    : `${label.slice(0, 40).replaceAll(/\s+/g, ' ')}…`;
}

/** The last entry of a name counts; where the name is not among them, those whose key is not known. */
function entriesNamed(record: RecordValue, name: string): readonly Entry[] {
  const same = record.entries.filter((entry) => entry.key.flat === name);
  const last = same.at(-1);
  if (last === undefined) return record.entries.filter((entry) => entry.key.flat.includes(HOLE));
  // Entries added later, perhaps in a branch, are alternatives of the one written with the others.
  return last.place.source === record.place.source && last.place.start < record.place.end ? [last] : same;
}

/** A part of a value that is unpacked. */
export function unpacked(values: readonly Value[], unpacking: Unpacking, place: Place): readonly Value[] {
  let parts = values;
  for (const index of unpacking) {
    parts = parts.flatMap((value): readonly Value[] => {
      if (value.form === 'list' && index >= 0) {
        const item = value.items[index] ?? [unknown(place)];
        return chosen(item, choicesOf(value));
      }
      if (value.form === 'thing' && value.path.endsWith('.parse_known_args()') && index === 0) return [value];
      return [unknown(place)];
    });
  }
  return parts;
}

/** The values of each turn of a loop over something; null where that is not known. */
export function turnsOf(values: readonly Value[]): readonly (readonly Value[])[] | null {
  const turns: (readonly Value[])[] = [];
  for (const value of values) {
    if (value.form === 'list') turns.push(...value.items);
    else if (value.form === 'record') turns.push(...value.entries.map((entry) => [textValue(entry.key)]));
    else if (value instanceof ProjectThing && value.target.form === 'class') {
      turns.push(...enumerationMembers(value).map((member) => [member]));
    } else if (!(value instanceof ConstantValue)) {
      return turns.length > 0 ? turns : null;
    }
  }
  return turns.slice(0, MOST_ALTERNATIVES);
}

/** A comprehension as the list or record that it makes. */
export function comprehensionValues(
  evaluator: Evaluator,
  node: Comprehension,
  frame: Frame | null,
): readonly Value[] {
  const inner = evaluator.survey.scopes.get(node);
  const place = evaluator.place(node);
  if (inner === undefined) return [unknown(place)];
  const items = evaluator.values(node.item, inner, frame);
  if (node.key === null) {
    return [{ form: 'list', items: items.map((item) => withoutChoicesIn([item], node)), place }];
  }
  const keys = textsOf(evaluator.values(node.key, inner, frame), evaluator.place(node.key));
  const entries = keys.map(({ text, choices }): Entry => {
    const own = items.filter((item) => joinChoices(choicesOf(item), choices) !== null);
    const kept = withoutChoicesIn(own, node);
    return { key: text, place: evaluator.place(node.item), values: () => kept };
  });
  return [{ form: 'record', entries, place }];
}

/** What a name's list or record holds after what was added to it through the name. */
export function withMutations(
  evaluator: Evaluator,
  values: readonly Value[],
  mutations: readonly Mutation[],
  frame: Frame | null,
): readonly Value[] {
  return values.map((value) => {
    if (value.form === 'list')
      return mutations.reduce((list, one) => addedToList(evaluator, list, one, frame), value);
    if (value.form !== 'record') return value;
    return mutations.reduce((record, one) => addedToRecord(evaluator, record, one, frame), value);
  });
}

function addedToList(
  evaluator: Evaluator,
  list: ListValue,
  mutation: Mutation,
  frame: Frame | null,
): ListValue {
  const { value, scope } = mutation;
  if (value === null || list.items.length >= MOST_ALTERNATIVES) return list;
  const values = evaluator.values(value, scope, frameFor(scope, frame));
  if (mutation.form === 'append') return { ...list, items: [...list.items, ...values.map((one) => [one])] };
  if (mutation.form !== 'extend') return list;
  return { ...list, items: [...list.items, ...(turnsOf(values) ?? [])] };
}

function addedToRecord(
  evaluator: Evaluator,
  record: RecordValue,
  mutation: Mutation,
  frame: Frame | null,
): RecordValue {
  const { form, key, value, scope } = mutation;
  const own = frameFor(scope, frame);
  const place = evaluator.place(mutation.node);
  if (form === 'entry' && key !== null && value !== null) {
    const keys = textsOf(evaluator.values(key, scope, own), evaluator.place(key));
    const entries = keys.map(({ text }): Entry => ({
      key: text,
      place,
      values: () => evaluator.values(value, scope, own),
    }));
    return { ...record, entries: [...record.entries, ...entries] };
  }
  if (form !== 'update') return record;
  const updated = value === null ? [] : evaluator.values(value, scope, own);
  const entries = updated.flatMap((one) => (one.form === 'record' ? one.entries : []));
  return {
    ...record,
    entries: [...record.entries, ...entries, ...keywordEntries(evaluator, mutation.entries, scope, own)],
  };
}

/** Keyword arguments as the entries of a record. */
export function keywordEntries(
  evaluator: Evaluator,
  given: Mutation['entries'],
  scope: Scope,
  frame: Frame | null,
): readonly Entry[] {
  return given.flatMap((argument): readonly Entry[] => {
    const { keyword, spread, value } = argument;
    if (spread === '**') {
      return evaluator
        .values(value, scope, frame)
        .flatMap((one) => (one.form === 'record' ? one.entries : []));
    }
    if (keyword === null) return [];
    const key = literalOf(evaluator, keyword);
    return [{ key, place: evaluator.place(argument), values: () => evaluator.values(value, scope, frame) }];
  });
}

function literalOf(evaluator: Evaluator, node: Extract<Expression, { type: 'Identifier' }>) {
  return literal(node.name, evaluator.place(node));
}

/** Methods of a list or tuple that are followed; null for others. */
export function listMethod(list: ListValue, method: string): readonly Value[] | null {
  return method === 'copy' ? [list] : null;
}

/** Methods of a dictionary that are followed; null for others. */
export function recordMethod(
  evaluator: Evaluator,
  record: RecordValue,
  method: string,
  node: Extract<Expression, { type: 'Call' }>,
  scope: Scope,
  frame: Frame | null,
): readonly Value[] | null {
  const place = evaluator.place(node);
  switch (method) {
    case 'get':
    case 'pop':
    case 'setdefault': {
      const [key, fallback] = node.arguments;
      if (key === undefined) return null;
      const keys = evaluator.values(key.value, scope, frame);
      const found = entriesFor(record, keys, evaluator.textOf(node), place);
      const sure = keys.every((value) => value.form === 'text' && isKnown(value.text.flat));
      const given = fallback === undefined ? [] : evaluator.values(fallback.value, scope, frame);
      const variable = environmentVariable(node, evaluator.textOf(key.value));
      const otherwise = variable === null ? given : follow(given, { ...variable, place: evaluator.place(key) }, place);
      if (found === null) return otherwise.length > 0 ? otherwise : [new ConstantValue('None', place)];
      return sure ? found : [...found, ...otherwise];
    }
    case 'items':
      return [{ form: 'list', items: record.entries.map((entry) => [pair(entry)]), place }];
    case 'keys':
      return [{ form: 'list', items: record.entries.map((entry) => [textValue(entry.key)]), place }];
    case 'values':
      return [{ form: 'list', items: record.entries.map((entry) => entry.values()), place }];
    case 'copy':
      return [record];
    default:
      return null;
  }
}

/**
 * The variable that `environ.get("MINIO_BUCKET", …)` reads where `environ` is a parameter, which a test
 * hands a dictionary: its default is still what holds where the variable is not set.
 */
function environmentVariable({ callee }: Extract<Expression, { type: 'Call' }>, key: string) {
  const name = /^["']([A-Z][A-Z0-9_]*)["']$/.exec(key)?.[1];
  if (name === undefined || callee.type !== 'Attribute' || callee.object.type !== 'Identifier') return null;
  if (!/^_?(?:os_?)?env(?:iron(?:ment)?)?(?:_vars?)?$/i.test(callee.object.name)) return null;
  return { origin: 'env-default', label: name, env: name } as const;
}

function pair(entry: Entry): Value {
  return { form: 'list', items: [[textValue(entry.key)], entry.values()], place: entry.place };
}

/** `zip(a, b)`: lists of the items that stand at one index. */
export function zipped(lists: readonly (readonly Value[])[], place: Place): readonly Value[] {
  const turns = lists.map((values) => turnsOf(values));
  const shortest = Math.min(...turns.map((items) => items?.length ?? Number.POSITIVE_INFINITY));
  if (!Number.isFinite(shortest)) return [unknown(place)];
  const items = Array.from({ length: shortest }, (_, index): readonly Value[] => {
    const parts = turns.map((list) => list?.[index] ?? [unknown(place)]);
    return [{ form: 'list', items: parts, place }];
  });
  return [{ form: 'list', items, place }];
}

/** `enumerate(a)`: an unknown number with each item. */
export function enumerated(values: readonly Value[], place: Place): readonly Value[] {
  const turns = turnsOf(values);
  if (turns === null) return [unknown(place)];
  const items = turns.map((item): readonly Value[] => [
    { form: 'list', items: [[unknown(place)], item], place },
  ]);
  return [{ form: 'list', items, place }];
}
