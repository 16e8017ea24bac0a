import type { Place } from '../../references/source.js';
import { HOLE, type Part, type Text, concatenation, followed, hole, slice, subText } from '../../references/text.js';
import { type ExpansionOptions, envDefault } from '../expansion.js';

/** What the interpolations of a text may lead to. */
export interface InterpolationOptions {
  /** What stands in the same file under keys with dots between, or under a name of CloudFormation's. */
  readonly valueAt: (path: string) => Text | null;
  readonly onDefault?: ExpansionOptions['onDefault'];
}

/**
 * The innermost `${…}` of the forms that are no shell's: `${self:custom.bucket}` and `${env:X, 'd'}` of
 * the Serverless Framework, `${oc.env:X,d}` and `${a.b}` of OmegaConf, `${AWS::AccountId}` and
 * `${Parameter}` of CloudFormation, `${file:/x:y}` of Kafka Connect.
 */
const INTERPOLATION = /\$\{([^${}]*)\}/g;
/** What stands before the colon of a provider. Spring's `${name:default}` has names of its own there. */
const PROVIDER = /^\s*(?:(self|opt|param|oc\.env|env|file(?:\([^()]*\))?|ssm|cf|s3|sls|aws|secrets?|configmaps?|directory|vault|hydra|now|oc\.\w+)(?:\.[\w-]+)?:|(AWS::\w+|git:\w+)$)/;
const DOTTED_PATH = /^[A-Za-z_][\w-]*(?:\.[\w-]+)*$/;
/** Interpolations within interpolations are carried out so often. */
const DEEPEST = 5;
/** Longer texts are not put together. */
const LONGEST = 10_000;

/** A text with the interpolations that its file's own tool carries out; holes where nothing is known. */
export function interpolated(text: Text, options: InterpolationOptions): Text {
  // What leads elsewhere is carried out where it is written.
  if (text.form === 'followed') return followed(interpolated(text.text, options), text.step, text.place);
  let result: Text = text;
  for (let depth = 0; depth < DEEPEST && result.flat.length < LONGEST && result.flat.includes('${'); depth++) {
    const next = onceInterpolated(result, options);
    if (next === result) break;
    result = next;
  }
  return result;
}

function onceInterpolated(text: Text, options: InterpolationOptions): Text {
  const parts: Part[] = [];
  let done = 0;
  const keep = (end: number) => {
    if (end > done) parts.push({ text: subText(text, done, end), place: slice(text, done, end).written });
  };
  for (const match of text.flat.matchAll(INTERPOLATION)) {
    const end = match.index + match[0].length;
    const place = slice(text, match.index, end).written;
    const found = valueOf(subText(text, match.index + 2, end - 1), place, options);
    if (found === null) continue;
    keep(match.index);
    parts.push({ text: found, place });
    done = end;
  }
  if (parts.length === 0) return text;
  keep(text.flat.length);
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only.text : concatenation(parts, text.place);
}

/** What one interpolation gives; null where it is the shell's or Spring's, and not ours to carry out. */
function valueOf(inner: Text, place: Place, options: InterpolationOptions): Text | null {
  const { flat } = inner;
  if (PROVIDER.test(flat)) return fallback(inner, place, options) ?? hole(place);
  if (!DOTTED_PATH.test(flat)) return flat.includes(HOLE) || /^\.+[\w.]*$/.test(flat) ? hole(place) : null;
  const found = options.valueAt(flat);
  if (found !== null) return followed(found, { origin: 'config', label: flat, place: found.place, env: null }, place);
  return flat.includes('.') ? hole(place) : null;
}

/** The first of `self:custom.x, opt:x, 'default'` of which something is known. */
function fallback(inner: Text, place: Place, options: InterpolationOptions): Text | null {
  let variable: { readonly name: string; readonly place: Place } | null = null;
  for (const item of alternativesIn(inner)) {
    const provider = PROVIDER.exec(item.flat);
    if (provider === null) return defaultOf(item, place, variable, options);
    const key = subText(item, provider[0].length, item.flat.length);
    if (provider[1] === 'self') {
      const found = options.valueAt(key.flat.trim());
      if (found !== null) return followed(found, { origin: 'config', label: key.flat, place: found.place, env: null }, place);
    } else if (/^(?:oc\.)?env$/.test(provider[1] ?? '') && /^\w+$/.test(key.flat.trim())) {
      variable = { name: key.flat.trim(), place: slice(key, 0, key.flat.length).written };
    }
  }
  return variable === null ? null : hole(place, 'env', variable.name);
}

function defaultOf(
  item: Text,
  place: Place,
  variable: { readonly name: string; readonly place: Place } | null,
  options: InterpolationOptions,
): Text {
  const value = withoutQuotes(item);
  const at = slice(value, 0, value.flat.length).written;
  if (variable === null) return followed(value, { origin: 'option-default', label: item.flat, place: at, env: null }, place);
  const found = envDefault(variable.name, value, at, place);
  options.onDefault?.(variable.name, variable.place, found);
  return found;
}

function alternativesIn(inner: Text): Text[] {
  return [...inner.flat.matchAll(/[^,]+/g)].flatMap(({ index, 0: written }) => {
    const start = index + written.length - written.trimStart().length;
    const end = index + written.trimEnd().length;
    return end > start ? [subText(inner, start, end)] : [];
  });
}

function withoutQuotes(text: Text): Text {
  return /^(["']).*\1$/.test(text.flat) ? subText(text, 1, text.flat.length - 1) : text;
}
