import { KEYS } from '../../catalogue/keys.js';
import type { KeyEntry } from '../../catalogue/keys/key-entry.js';

/** An entry of the catalogue with its expressions made. */
export interface CompiledKey {
  readonly entry: KeyEntry;
  readonly key: RegExp;
  readonly near: RegExp | null;
}

/** A name with dots may stand in a key, where one with dots is asked for. */
const DOTTED: ReadonlySet<KeyEntry['names']> = new Set<KeyEntry['names']>(['dotted-table', 'dotted-schema']);

/** Entries by the last key, which most paths decide on; `*` for those that end in a pattern. */
const ENTRIES = compiledKeys();

/** Keys that a dictionary of a program may have, too. */
export const KEYS_IN_CODE: ReadonlySet<string> = new Set(
  KEYS.filter(({ inCode }) => inCode === true).map(({ key }) => key.slice(key.lastIndexOf('.') + 1)),
);

function compiledKeys(): ReadonlyMap<string, readonly CompiledKey[]> {
  const entries = new Map<string, CompiledKey[]>();
  for (const entry of KEYS) {
    const last = entry.key.slice(entry.key.lastIndexOf('.') + 1);
    const group = /[*{]/.test(last) ? '*' : last.replace('^', '');
    const known = entries.get(group) ?? [];
    known.push({ entry, key: expressionOf(entry), near: entry.near === undefined ? null : new RegExp(entry.near, 'i') });
    entries.set(group, known);
  }
  return entries;
}

/** The entries that a key may be of, by its last word. */
export function entriesFor(key: string): readonly CompiledKey[] {
  const last = key.slice(key.lastIndexOf('.') + 1);
  return [...(ENTRIES.get(last) ?? []), ...(ENTRIES.get('*') ?? [])];
}

function expressionOf({ key, names }: KeyEntry): RegExp {
  const name = DOTTED.has(names) ? '([\\w.-]+)' : '([^.]+)';
  const rooted = key.startsWith('^');
  const keys = (rooted ? key.slice(1) : key).split('.').map((part) => {
    if (part === '*') return '[^.]+';
    if (part === '**') return '.+';
    return part.split('{name}').map(escaped).join(name);
  });
  return new RegExp(`${rooted ? '^' : '(?:^|\\.)'}${keys.join('\\.')}$`, 'd');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
