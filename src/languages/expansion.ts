import { type Part, type Text, concatenation, followed, hole, slice, subText } from '../references/text.js';
import type { Place } from '../references/source.js';

/** `$NAME`, `${NAME}` or `${NAME:-word}` in a text; offsets are into its `flat`. */
export interface Expansion {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `:-`, `-`, `:=`, `=`, `:?`, `?`, `:+`, `+`, Spring's `:`, or '' where there is none of them. */
  readonly operator: string;
  /** Where the word behind the operator stands. */
  readonly wordStart: number;
  readonly wordEnd: number;
}

export interface ExpansionOptions {
  /** What the file itself says that a variable holds; null where it does not. */
  readonly value: (name: string) => Text | null;
  /** What makes a `$` an ordinary character: a backslash before it, or a second `$`. */
  readonly escape: 'backslash' | 'dollar' | 'none';
  /** Only `${NAME}` counts, not `$NAME`. */
  readonly bracesOnly?: boolean;
  /** Told of each default, with where the variable's name stands. */
  readonly onDefault?: (name: string, namePlace: Place, value: Text) => void;
  /** What is made of the pieces between the expansions: their escapes decoded, say. */
  readonly piece?: (text: Text) => Text;
}

const NAME = /[A-Za-z_]\w*/y;
const OPERATOR = /:?[-=?+]|:/y;
const GIVES_DEFAULT = /^(?::?[-=]|:)$/;
/** Defaults within defaults are read this deep; deeper ones are holes. */
const DEEPEST = 16;

/** A text with its environment variables replaced by what is known of them. */
export function expanded(text: Text, options: ExpansionOptions, depth = 0): Text {
  const { flat } = text;
  const finish = options.piece ?? ((piece: Text) => piece);
  if (!flat.includes('$')) return finish(text);
  const parts: Part[] = [];
  let done = 0;
  const keep = (end: number) => {
    if (end > done) parts.push({ text: finish(subText(text, done, end)), place: placeOf(text, done, end) });
  };
  for (let index = flat.indexOf('$'); index !== -1; index = flat.indexOf('$', index)) {
    if (isEscaped(flat, index, options.escape)) {
      index += 1;
      continue;
    }
    if (options.escape === 'dollar' && flat[index + 1] === '$') {
      keep(index + 1);
      done = index + 2;
      index = done;
      continue;
    }
    const expansion = readExpansion(flat, index);
    if (expansion === null || (options.bracesOnly === true && flat[index + 1] !== '{')) {
      index += 1;
      continue;
    }
    keep(index);
    const place = placeOf(text, expansion.start, expansion.end);
    parts.push({ text: valueOf(text, expansion, place, options, depth), place });
    done = expansion.end;
    index = done;
  }
  if (parts.length === 0) return finish(text);
  keep(flat.length);
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only.text : concatenation(parts, text.place);
}

function isEscaped(flat: string, index: number, escape: ExpansionOptions['escape']): boolean {
  if (escape !== 'backslash') return false;
  let backslashes = 0;
  while (flat[index - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** Reads the expansion whose `$` stands at `start`; null where it is an ordinary dollar sign. */
export function readExpansion(flat: string, start: number): Expansion | null {
  const braces = flat[start + 1] === '{';
  NAME.lastIndex = start + (braces ? 2 : 1);
  const name = NAME.exec(flat)?.[0];
  if (name === undefined) return null;
  const after = NAME.lastIndex;
  if (!braces) return { name, start, end: after, operator: '', wordStart: after, wordEnd: after };
  const close = closingBrace(flat, after);
  if (close === -1) return null;
  OPERATOR.lastIndex = after;
  const operator = OPERATOR.exec(flat)?.[0] ?? '';
  return { name, start, end: close + 1, operator, wordStart: after + operator.length, wordEnd: close };
}

function closingBrace(flat: string, from: number): number {
  let open = 1;
  for (let index = from; index < flat.length; index++) {
    const character = flat[index];
    if (character === '\\') index += 1;
    else if (character === '{') open += 1;
    else if (character === '}' && --open === 0) return index;
    else if (character === '\n' && open === 1 && index - from > 2000) return -1;
  }
  return -1;
}

function valueOf(
  text: Text,
  expansion: Expansion,
  place: Place,
  options: ExpansionOptions,
  depth: number,
): Text {
  const { name, operator, wordStart, wordEnd } = expansion;
  const known = options.value(name);
  if (known !== null && !operator.endsWith('+')) return known;
  // Trino's `${ENV:NAME}`.
  if (name === 'ENV' && operator === ':') return hole(place, 'env', text.flat.slice(wordStart, wordEnd));
  if (!GIVES_DEFAULT.test(operator) || depth >= DEEPEST) return hole(place, 'env', name);
  const quotes = /^(["'])[^"']*\1$/.test(text.flat.slice(wordStart, wordEnd)) ? 1 : 0;
  const word = subText(text, wordStart + quotes, wordEnd - quotes);
  const value = expanded(word, options, depth + 1);
  const found = envDefault(name, value, placeOf(text, wordStart, wordEnd), place);
  options.onDefault?.(name, placeOf(text, expansion.start + 2, expansion.start + 2 + name.length), found);
  return found;
}

/** The default of an environment variable, as what reading the variable leads to. */
export function envDefault(name: string, value: Text, at: Place, place: Place): Text {
  return followed(value, { origin: 'env-default', label: name, place: at, env: name }, place);
}

function placeOf(text: Text, start: number, end: number): Place {
  return slice(text, start, end).written;
}
