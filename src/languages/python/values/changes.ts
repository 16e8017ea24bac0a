import { MOST_ALTERNATIVES } from '../../facts.js';
import type { Entry, ListValue, RecordValue, Value } from '../../facts.js';
import { isKnown } from '../../../references/text.js';
import type { Expression, Identifier } from '../syntax/syntax.js';
import { entriesNamed, entriesUnder, keywordEntries, replacing, turnsOf, wholeNumber } from './collections.js';
import type { Evaluator } from './evaluator.js';
import { choicesOf, ChosenRecord, entryWith, HeldList, isOrdered, unknown } from './forms.js';
import { frameFor } from './frames.js';
import type { Frame } from './frames.js';
import { maySpend } from './progress.js';
import type { SeenMutation } from './reaching.js';
import { onlyText } from './string-methods.js';

/** What a name's list or record holds after what was added to it through the name. */
export function withMutations(
  evaluator: Evaluator,
  values: readonly Value[],
  mutations: readonly SeenMutation[],
  frame: Frame | null,
): readonly Value[] {
  return values.map((value) => mutations.reduce((held, change) => changed(evaluator, held, change, frame), value));
}

/** A list or record after one change of it, or of something in it; something unknown where that leads too far. */
function changed(evaluator: Evaluator, value: Value, change: SeenMutation, frame: Frame | null): Value {
  if (value.form !== 'list' && value.form !== 'record') return value;
  if (!maySpend(value.form === 'list' ? value.items.length : value.entries.length)) return unknown(value.place);
  const [first, ...rest] = change.mutation.path;
  if (first !== undefined) {
    const inside: SeenMutation = { ...change, mutation: { ...change.mutation, path: rest } };
    return changedWithin(evaluator, value, first, inside, frame);
  }
  if (value.form === 'list') return addedToList(evaluator, value, change, frame);
  return addedToRecord(evaluator, value, change, frame);
}

/** A list or record after a change of what it holds under a key: perhaps of anything, where the key is not known. */
function changedWithin(
  evaluator: Evaluator,
  value: ListValue | RecordValue,
  key: Expression,
  change: SeenMutation,
  frame: Frame | null,
): Value {
  const perhaps: SeenMutation = { ...change, certain: false };
  const after = (values: readonly Value[], one: SeenMutation) => values.map((held) => changed(evaluator, held, one, frame));
  if (value.form === 'list') {
    const index = indexIn(value, key);
    const items = () =>
      value.items.map((item, position) =>
        index === -1 ? after(item, perhaps) : position === index ? after(item, change) : item,
      );
    return new HeldList(items, value.place, choicesOf(value), isOrdered(value));
  }
  const { scope } = change.mutation;
  const name = onlyText(evaluator.values(key, scope, frameFor(scope, frame)));
  return withAll(
    value,
    value.entries.map((entry) => {
      if (name !== null && entry.key.flat !== name && isKnown(entry.key.flat)) return entry;
      return entryWith(entry, () => after(entry.values(), name === entry.key.flat ? change : perhaps));
    }),
  );
}

/** Where in a list an index leads; -1 where that is not known. */
function indexIn(list: ListValue, key: Expression | Identifier): number {
  const at = isOrdered(list) ? wholeNumber(key) : null;
  if (at === null || Number.isNaN(at)) return -1;
  return at < 0 ? at + list.items.length : at;
}

function addedToList(
  evaluator: Evaluator,
  list: ListValue,
  { mutation, certain }: SeenMutation,
  frame: Frame | null,
): ListValue {
  const { key, value, scope } = mutation;
  if (list.items.length >= MOST_ALTERNATIVES) return list;
  const values = value === null ? [] : evaluator.values(value, scope, frameFor(scope, frame));
  const { place } = list;
  switch (mutation.form) {
    case 'append': {
      // In a loop each of the values is an item of its own.
      const added = certain ? [values] : values.map((one) => [one]);
      return new HeldList(() => [...list.items, ...added], place, choicesOf(list), isOrdered(list));
    }
    case 'extend':
      return new HeldList(() => [...list.items, ...(turnsOf(values) ?? [])], place, choicesOf(list), isOrdered(list));
    case 'entry':
      if (key !== null) {
        const index = indexIn(list, key);
        const before = list.items[index];
        if (before !== undefined) {
          return new HeldList(() => list.items.with(index, certain ? values : [...before, ...values]), place, choicesOf(list), true);
        }
      }
      return new HeldList(() => [...list.items, ...values.map((one) => [one])], place, choicesOf(list), false);
    case 'unknown':
      // Inserted, sorted, taken out: what was there may still be there, wherever.
      return new HeldList(() => [...list.items, ...values.map((one) => [one])], place, choicesOf(list), false);
    case 'attribute':
    case 'default':
    case 'update':
      return list;
  }
}

function addedToRecord(
  evaluator: Evaluator,
  record: RecordValue,
  { mutation, certain }: SeenMutation,
  frame: Frame | null,
): RecordValue {
  const { form, key, value, scope } = mutation;
  const own = frameFor(scope, frame);
  const place = evaluator.place(mutation.node);
  if ((form === 'entry' || form === 'default') && key !== null && value !== null) {
    const keys = evaluator.values(key, scope, own);
    const entries = entriesUnder(keys, evaluator.place(key), place, () => evaluator.values(value, scope, own));
    // `setdefault` leaves an entry that is there.
    const there = (entry: Entry) => entriesNamed(record, entry.key.flat).length > 0;
    return form === 'entry'
      ? withEntries(record, entries, certain)
      : withEntries(record, entries.filter((entry) => !there(entry)), false);
  }
  if (form !== 'update') return record;
  const updated = value === null ? [] : evaluator.values(value, scope, own);
  const entries = updated.flatMap((one) => (one.form === 'record' ? one.entries : []));
  return withEntries(record, [...entries, ...keywordEntries(evaluator, mutation.entries, scope, own)], certain);
}

/** A record with more entries, in the place of those under the same keys where they are sure to be set. */
function withEntries(record: RecordValue, added: readonly Entry[], certain: boolean): RecordValue {
  if (certain) return withAll(record, replacing(record.entries, added));
  // What a name holds may be put into itself, again by the same statement.
  const others = added.filter((entry) => !record.entries.some((own) => isSame(own, entry)));
  return others.length === 0 ? record : withAll(record, [...record.entries, ...others]);
}

function isSame(entry: Entry, other: Entry): boolean {
  const { place } = entry;
  return place.start === other.place.start && place.source === other.place.source && entry.key.flat === other.key.flat;
}

function withAll(record: RecordValue, entries: readonly Entry[]): RecordValue {
  return record instanceof ChosenRecord
    ? new ChosenRecord(() => entries, record.place, record.choices)
    : { ...record, entries };
}
