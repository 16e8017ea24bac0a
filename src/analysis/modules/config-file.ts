import { evaluate, parse as parseJson } from '@humanwhocodes/momoa';
import { parse as parseYaml } from 'yaml';
import type { Source } from '../../references/source.js';

const parsed = new WeakMap<Source, unknown>();

/** What a configuration file says, null where it cannot be read: YAML, or JSON with comments and trailing commas. */
export function parseConfig(source: Source): unknown {
  if (!parsed.has(source)) parsed.set(source, parseText(source));
  return parsed.get(source);
}

function parseText({ path, text }: Source): unknown {
  try {
    if (!path.endsWith('.json')) return parseYaml(text, { logLevel: 'silent' });
    return evaluate(parseJson(text, { mode: 'jsonc', allowTrailingCommas: true }));
  } catch {
    return null;
  }
}

/** The value of an object's own key; undefined where there is none. */
export function valueAt(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const entry = Object.entries(value).find(([name]) => name === key);
  return entry?.[1];
}

/** The object, or list, at a key; null where there is none. */
export function objectAt(value: unknown, key: string): object | null {
  const found = valueAt(value, key);
  return typeof found === 'object' && found !== null ? found : null;
}
