import { parse } from 'yaml';
import type { Source } from '../references/source.js';

const parsed = new WeakMap<Source, unknown>();

/**
 * What a configuration file says, null where it cannot be read: YAML, or JSON with comments and
 * trailing commas, which YAML's flow style is but for the comments.
 */
export function parseConfig(source: Source): unknown {
  if (!parsed.has(source)) parsed.set(source, parseText(source));
  return parsed.get(source);
}

function parseText({ path, text }: Source): unknown {
  try {
    return parse(path.endsWith('.json') ? withoutComments(text) : text, { logLevel: 'silent' });
  } catch {
    return null;
  }
}

/** Blanks for comments outside of strings. */
function withoutComments(text: string): string {
  return text.replace(/("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*|\/\*[^]*?\*\//g, (whole, string: string | undefined) =>
    string ?? whole.replace(/[^\n]/g, ' '),
  ).replaceAll('\t', ' ');
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
