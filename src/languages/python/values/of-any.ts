import type { Entry, ListValue, Value } from '../../facts.js';
import { identityOf, writtenAt } from './following.js';
import { choicesOf, commonChoices, withChoices } from './forms.js';

type Item = ListValue['items'][number];

/**
 * The items of whichever of the values is the list: one that several of them hold, once. A list that
 * grows in one branch after the other has as many forms as there are ways through the branches, and its
 * items would double with each.
 */
export function itemsOfAny(values: readonly Value[]): ListValue['items'] {
  const lists = values.filter((value) => value.form === 'list');
  const [only] = lists;
  if (only === undefined) return [];
  if (lists.length === 1) return only.items;
  const items = new Map<string, Item>();
  for (const list of lists) {
    for (const item of list.items) {
      const key = item.map(identityOf).join(' ');
      const known = items.get(key);
      items.set(key, known === undefined ? item : common(known, item));
    }
  }
  return [...items.values()];
}

/** The entries of whichever of the values is the record: one that several of them hold, once. */
export function entriesOfAny(values: readonly Value[]): readonly Entry[] {
  const records = values.filter((value) => value.form === 'record');
  const [only] = records;
  if (only === undefined) return [];
  if (records.length === 1) return only.entries;
  const entries = new Map<string, Entry>();
  for (const record of records) {
    for (const entry of record.entries) {
      const key = `${entry.key.flat} ${writtenAt(entry.key)} ${entry.place.start}`;
      if (!entries.has(key)) entries.set(key, entry);
    }
  }
  return [...entries.values()];
}

/** Of an item held by two lists: it belongs to the choices of both only. */
function common(left: Item, right: Item): Item {
  return left.map((value, index) => {
    const other = right[index];
    if (other === undefined || choicesOf(value).length === 0) return value;
    return withChoices(value, commonChoices(choicesOf(value), choicesOf(other)));
  });
}
