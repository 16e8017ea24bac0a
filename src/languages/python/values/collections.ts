import { MOST_ALTERNATIVES } from '../../facts.js';
import type { Entry, ListValue, RecordValue, Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import { HOLE, hole, isKnown, literal } from '../../../references/text.js';
import type { Step } from '../../../references/text.js';
import type { Comprehension, Expression, Subscript } from '../syntax/syntax.js';
import { readVariable, isEnvironment } from './environment.js';
import { underAll } from './conditions.js';
import { ofEach } from '../../alternatives.js';
import type { Evaluator } from './evaluator.js';
import { follow } from './following.js';
import {
  choicesOf,
  chosen,
  ConstantValue,
  entryWith,
  IdentifiedEntry,
  isOrdered,
  ProjectThing,
  textValue,
  thing,
  unknown,
  unordered,
  withoutChoicesIn,
  withoutNone,
} from './forms.js';
import type { Choice } from './forms.js';
import type { Frame } from './frames.js';
import { textsOf } from './joining.js';
import { memberValues } from './members.js';
import { whenAsked } from './progress.js';
import { isParsedArguments, optionValues } from './options.js';
import { resolve } from '../survey/scopes.js';
import type { Mutation, Scope, Unpacking } from '../survey/scopes.js';
import { enumerationMembers } from './enumerations.js';
import { fieldEntries, fieldsInOrder } from './record-classes.js';
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
  return ofEach(withoutNone(evaluator.values(node.object, scope, frame)), (object): readonly Value[] => {
    if (index.type === 'Slice') {
      const bounds = [wholeNumber(index.lower), wholeNumber(index.upper)] as const;
      if (object.form === 'list') return [slicedList(object, ...bounds, wholeNumber(index.step), place)];
      if (object.form !== 'text') return [unknown(place)];
      return sliced(object, ...bounds, index.step === null, place);
    }
    const keys = evaluator.values(index, scope, frame);
    switch (object.form) {
      case 'record':
        return keyed(evaluator, object, keys, node);
      case 'list':
        return indexed(evaluator, object, node);
      case 'thing':
        return lookUpInThing(evaluator, object, keys, node);
      case 'text': {
        const at = wholeNumber(index);
        return sliced(object, at, at === -1 ? null : (at ?? Number.NaN) + 1, true, place);
      }
      case 'unknown':
        return [unknown(place)];
    }
  });
}

/** `items[lower:upper:step]`: the items as they are where a bound or the order is not known. */
function slicedList(
  list: ListValue,
  lower: number | null,
  upper: number | null,
  step: number | null,
  place: Place,
): Value {
  const bounded = [lower, upper, step].some((bound) => Number.isNaN(bound));
  if (bounded || !isOrdered(list)) return unordered(list.items, place);
  if (step === null || step === 1) return { form: 'list', items: list.items.slice(lower ?? 0, upper ?? undefined), place };
  const backwards = step === -1 && lower === null && upper === null;
  return backwards ? { form: 'list', items: [...list.items].reverse(), place } : unordered(list.items, place);
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
  const fields = fieldsInOrder(object);
  if (fields !== null) return indexed(evaluator, fields, node);
  if (key?.form !== 'text' || !isKnown(key.text.flat)) return [unknown(place)];
  const name = key.text.flat;
  if (isParsedArguments(object))
    return optionValues(evaluator, name, place, `["${name}"]`) ?? [unknown(place)];
  if (object instanceof ProjectThing && (object.target.form === 'class' || fieldEntries(object) !== null)) {
    return memberValues(evaluator, object, name, place);
  }
  return /^[A-Za-z_]\w*$/.test(name) ? [thing(`~${name}`)] : [unknown(place)];
}

export function wholeNumber(node: Expression | null): number | null {
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
  const any = at === null || Number.isNaN(at) || !isOrdered(list);
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
  const put = (entries: readonly Entry[], choices: readonly Choice[]) => {
    for (const entry of entries.slice(0, MOST_ALTERNATIVES)) {
      const step: Step = { origin: 'constant', label: shortLabel(label), place: entry.place, env: null };
      values.push(...chosen(follow(entry.values(), step, place), choices));
    }
  };
  const plain = keys.filter((key) => {
    const identity = identityOf(key);
    if (identity !== null) put(entriesIdentified(record, identity), choicesOf(key));
    return identity === null;
  });
  for (const { text, choices } of plain.length === 0 ? [] : textsOf(plain, place)) {
    put(isKnown(text.flat) ? entriesNamed(record, text.flat) : record.entries, choices);
  }
  return values.length === 0 ? null : values;
}

/** What makes a key that is no text the same as another; null for texts, and where it is not known. */
function identityOf(key: Value): string | null {
  if (key instanceof ConstantValue) return /^\d+$/.test(key.raw) ? null : key.raw;
  if (key instanceof ProjectThing && key.target.form === 'member') return key.target.isText ? null : key.path;
  if (key.form !== 'list' || !isOrdered(key)) return null;
  const parts = key.items.map((item) => {
    const [only] = item;
    if (item.length !== 1 || only === undefined) return null;
    return only.form === 'text' && isKnown(only.text.flat) ? JSON.stringify(only.text.flat) : identityOf(only);
  });
  return parts.includes(null) ? null : `(${parts.join()})`;
}

function entriesIdentified(record: RecordValue, identity: string): readonly Entry[] {
  const same = record.entries.findLast((entry) => entry instanceof IdentifiedEntry && entry.identity === identity);
  return same === undefined ? [] : [same];
}

/** The entries that keys make: one for each that a key may be, its values those that go with it. */
export function entriesUnder(
  keys: readonly Value[],
  keyPlace: Place,
  place: Place,
  values: () => readonly Value[],
): readonly Entry[] {
  const [only] = keys;
  const identity = keys.length === 1 && only !== undefined ? identityOf(only) : null;
  if (identity !== null) return [new IdentifiedEntry(hole(keyPlace), identity, place, values)];
  return textsOf(keys, keyPlace).map(
    ({ text, choices }): Entry => ({ key: text, place, values: whenAsked(() => chosen(values(), choices)) }),
  );
}

function shortLabel(label: string): string {
  return label.length <= 60 && !label.includes('\n')
    ? label
    : `${label.slice(0, 40).replaceAll(/\s+/g, ' ')}…`;
}

/** The last entry of a name counts; where the name is not among them, those whose key is not known. */
export function entriesNamed(record: RecordValue, name: string): readonly Entry[] {
  const same = record.entries.filter((entry) => entry.key.flat === name);
  const last = same.at(-1);
  if (last === undefined) {
    return record.entries.filter((entry) => entry.key.flat.includes(HOLE) && !(entry instanceof IdentifiedEntry));
  }
  // Entries added elsewhere, perhaps in a branch, are alternatives of the one written with the others.
  return isIn(last.place, record.place) ? [last] : same;
}

function isIn(place: Place, around: Place): boolean {
  return place.source === around.source && place.start >= around.start && place.end <= around.end;
}

/** A part of a value that is unpacked. */
export function unpacked(values: readonly Value[], unpacking: Unpacking, place: Place): readonly Value[] {
  let parts = values;
  for (const index of unpacking) {
    parts = parts.flatMap((value): readonly Value[] => {
      const list = value.form === 'list' ? value : (fieldsInOrder(value) ?? keysInOrder(value));
      if (list !== null) return chosen(itemsAt(list, index, place), choicesOf(value));
      if (value.form === 'thing' && value.path.endsWith('.parse_known_args()') && index === 0) return [value];
      return [unknown(place)];
    });
  }
  return parts;
}

/** What a target takes of a list: an item, any of them where the order is not known, or the rest as a list. */
function itemsAt(list: ListValue, index: Unpacking[number], place: Place): readonly Value[] {
  const { items } = list;
  if (typeof index === 'object') {
    if (!isOrdered(list)) return [unordered(items, place)];
    return [{ form: 'list', items: items.slice(index.from, items.length - index.behind), place }];
  }
  if (!isOrdered(list)) return items.flat().slice(0, MOST_ALTERNATIVES);
  return items.at(index) ?? [unknown(place)];
}

/** A dictionary as the list of its keys, which is what unpacks it. */
function keysInOrder(value: Value): ListValue | null {
  if (value.form !== 'record') return null;
  return { form: 'list', items: value.entries.map((entry) => [textValue(entry.key)]), place: value.place };
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
  const conditions = node.clauses.flatMap((clause) => clause.conditions);
  const items = underAll(evaluator, conditions, inner, frame)(evaluator.values(node.item, inner, frame));
  if (node.key === null) {
    const kept = items.map((item) => withoutChoicesIn([item], node));
    return [node.form === 'set' ? unordered(kept, place) : { form: 'list', items: kept, place }];
  }
  const keys = underAll(evaluator, conditions, inner, frame)(evaluator.values(node.key, inner, frame));
  const entries = entriesUnder(keys, evaluator.place(node.key), evaluator.place(node.item), () => items);
  return [{ form: 'record', entries: entries.map((one) => entryWith(one, () => withoutChoicesIn(one.values(), node))), place }];
}

/** Entries with others behind them, which are in the place of those under the same keys. */
export function replacing(entries: readonly Entry[], added: readonly Entry[]): Entry[] {
  const keys = new Set(added.map(({ key }) => key.flat));
  return [...entries.filter(({ key }) => !keys.has(key.flat) || !isKnown(key.flat)), ...added];
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
  switch (method) {
    case 'copy':
      return [list];
    case 'pop':
      return list.items.flat().slice(0, MOST_ALTERNATIVES);
    default:
      return null;
  }
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
      const followed = variable === null ? given : follow(given, { ...variable, place: evaluator.place(key) }, place);
      const otherwise = chosen(followed, choicesOf(record));
      if (found === null) return otherwise.length > 0 ? otherwise : [new ConstantValue('None', place)];
      // Who else calls the function may leave the entry out.
      return sure && !(frame === null && isOfParameter(node, scope)) ? found : [...found, ...otherwise];
    }
    case 'items':
      return [{ form: 'list', items: record.entries.map((entry) => chosen([pair(entry)], choicesOf(record))), place }];
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

/** Whether the dictionary is what the function around is passed. */
function isOfParameter({ callee }: Extract<Expression, { type: 'Call' }>, scope: Scope): boolean {
  if (callee.type !== 'Attribute' || callee.object.type !== 'Identifier') return false;
  const { name } = callee.object;
  return resolve(scope, name)?.scope.bindings.get(name)?.[0]?.form === 'parameter';
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
