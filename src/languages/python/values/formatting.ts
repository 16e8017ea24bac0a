import type { Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import { literal, slice, subText } from '../../../references/text.js';
import type { Text } from '../../../references/text.js';
import type { Binary, Expression, Replacement, StringLiteral } from '../syntax/syntax.js';
import type { Evaluator } from './evaluator.js';
import { choicesOf, chosen, ConstantValue, textValue, unknown } from './forms.js';
import { joinTexts } from './joining.js';
import type { JoinedPart } from './joining.js';
import { literalParts } from '../syntax/string-literal.js';

/** The text of a string expression: its pieces, with what its placeholders hold. */
export function interpolated(
  evaluator: Evaluator,
  node: StringLiteral,
  values: (expression: Expression) => readonly Value[],
): readonly Value[] {
  const { source } = evaluator;
  const parts: JoinedPart[] = [];
  for (const piece of node.pieces) {
    for (const part of literalParts(source, piece)) {
      if ('form' in part) parts.push({ values: [textValue(part)], place: part.place });
      else parts.push({ values: replaced(part, values, evaluator), place: evaluator.place(part) });
    }
  }
  const only = parts[0];
  if (parts.length === 1 && only?.values[0]?.form === 'text' && only.values[0].text.form === 'literal') {
    return only.values;
  }
  return joinTexts(parts, evaluator.place(node));
}

/** What a placeholder puts in: a format spec or `!r` changes text in ways that are not followed. */
function replaced(
  replacement: Replacement,
  values: (expression: Expression) => readonly Value[],
  evaluator: Evaluator,
): readonly Value[] {
  const { conversion, spec, value } = replacement;
  const shown = conversion === 'r' || conversion === 'a' ? null : asFormatted(values(value), specOf(evaluator, spec));
  return shown ?? [unknown(evaluator.place(value))];
}

function specOf(evaluator: Evaluator, spec: Replacement['spec']): string {
  return spec === null ? '' : evaluator.textOf(spec);
}

/** The values as a format spec shows them; null where that may change a text. */
function asFormatted(values: readonly Value[], spec: string): readonly Value[] | null {
  if (spec === '' || spec === 's') return values;
  const width = /^(?:0(?<width>\d+))?d?$/.exec(spec);
  if (width === null || !values.every(isWholeNumber)) return null;
  const digits = Number(width.groups?.['width'] ?? 0);
  return values.map((value) => textValue(literal(value.raw.padStart(digits, '0'), value.place, 'whole')));
}

function isWholeNumber(value: Value): value is ConstantValue {
  return value instanceof ConstantValue && /^\d+$/.test(value.raw);
}

/** `%s`, `%(name)s`, `%5.2f`, `%%`. https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting */
const PERCENT =
  /%(?:\((?<name>[^()]*)\))?(?<flags>[-#0 +]*)(?<width>\*|\d+)?(?:\.(?<precision>\*|\d+))?[hlL]?(?<type>[a-zA-Z%])/g;

/** `template % values`. */
export function formatWithPercent(
  evaluator: Evaluator,
  node: Binary,
  templates: readonly Value[],
  given: readonly Value[],
): readonly Value[] {
  const place = evaluator.place(node);
  const right = evaluator.place(node.right);
  const results: Value[] = [];
  for (const template of templates) {
    if (template.form !== 'text') continue;
    let next = 0;
    const parts = split(template.text, PERCENT, (match) => {
      const { name, flags, width, precision, type = '' } = match.groups ?? {};
      if (type === '%') return 'percent';
      for (const bound of [width, precision]) if (bound === '*') next++;
      const values = percentArgument(given, name ?? null, next++);
      if (values === null || precision !== undefined || width === '*' || !/[sdi]/.test(type)) return null;
      const plain = flags === '' && width === undefined;
      return plain ? values : asFormatted(values, `${flags ?? ''}${width ?? ''}${type}`.replace('i', 'd'));
    });
    results.push(...formatted(template, parts, place, right));
  }
  return results.length === 0 ? [unknown(place)] : results;
}

/** The values for a `%s` with its index, or for a `%(name)s`; null where they are not known. */
function percentArgument(
  given: readonly Value[],
  name: string | null,
  index: number,
): readonly Value[] | null {
  const values = given.flatMap((value): readonly Value[] => {
    if (name !== null) return value.form === 'record' ? entryValues(value, name) : [];
    if (value.form === 'list') return value.items[index] ?? [];
    return index === 0 ? [value] : [];
  });
  return values.length === 0 ? null : values;
}

function entryValues(record: Extract<Value, { form: 'record' }>, name: string): readonly Value[] {
  return record.entries.findLast((entry) => entry.key.flat === name)?.values() ?? [];
}

/** `{}`, `{0}`, `{name.attribute[key]!s:spec}`, `{{`, `}}`. */
const BRACES =
  /\{\{|\}\}|\{(?<field>[^{}!:]*)(?:!(?<conversion>[a-z]))?(?::(?<spec>(?:[^{}]|\{[^{}]*\})*))?\}/g;

/** How the values of a `.format(…)` field are found. */
export interface FormatArguments {
  at(index: number): readonly Value[];
  named(name: string): readonly Value[];
  /** The values of `.attribute` or `[key]` of others. */
  within(values: readonly Value[], accessor: string): readonly Value[];
}

/** `template.format(…)`. */
export function formatWithBraces(
  template: Value & { readonly form: 'text' },
  given: FormatArguments,
  place: Place,
): readonly Value[] {
  let next = 0;
  const parts = split(template.text, BRACES, (match) => {
    if (match[0] === '{{' || match[0] === '}}') return 'brace';
    const { field = '', conversion, spec = '' } = match.groups ?? {};
    // Only fields without a name or number are counted, those in a format spec too.
    const index = /^\w/.test(field) ? next : next++;
    next += spec.match(/\{\}/g)?.length ?? 0;
    if (conversion !== undefined && conversion !== 's') return null;
    const values = fieldValues(field, index, given);
    return values === null ? null : asFormatted(values, spec);
  });
  return formatted(template, parts, place, place);
}

function fieldValues(field: string, index: number, given: FormatArguments): readonly Value[] | null {
  const [first = ''] = /^[^.[\]]*/.exec(field) ?? [];
  let values =
    first === '' ? given.at(index) : /^\d+$/.test(first) ? given.at(Number(first)) : given.named(first);
  for (const [accessor] of field.slice(first.length).matchAll(/\.\w+|\[[^\]]*\]/g)) {
    values = given.within(values, accessor);
  }
  return values.length === 0 ? null : values;
}

/** A stretch of a template: text that stands, or a placeholder with its values (null: not known). */
type Stretch =
  | { readonly form: 'text'; readonly text: Text; readonly start: number; readonly end: number }
  | {
      readonly form: 'field';
      readonly values: readonly Value[] | null;
      readonly start: number;
      readonly end: number;
    };

/** What a placeholder stands for: values, one of its own characters, or something unknown. */
type Placeholder = readonly Value[] | 'percent' | 'brace' | null;

/** Takes a template apart; `read` gets each placeholder in order. */
function split(
  template: Text,
  pattern: RegExp,
  read: (match: RegExpExecArray) => Placeholder,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let offset = 0;
  const stand = (start: number, end: number) => {
    if (start < end) stretches.push({ form: 'text', text: subText(template, start, end), start, end });
  };
  for (const match of template.flat.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const placeholder = read(match);
    stand(offset, match.index);
    offset = end;
    if (placeholder === 'percent' || placeholder === 'brace') {
      stand(end - 1, end);
    } else {
      stretches.push({ form: 'field', values: placeholder, start: match.index, end });
    }
  }
  stand(offset, template.flat.length);
  return stretches;
}

function formatted(
  template: Value & { readonly form: 'text' },
  stretches: readonly Stretch[],
  place: Place,
  given: Place,
): readonly Value[] {
  const parts = stretches.map((stretch): JoinedPart => {
    const { used } = slice(template.text, stretch.start, stretch.end);
    if (stretch.form === 'text') return { values: [textValue(stretch.text)], place: used };
    return { values: stretch.values ?? [unknown(given)], place: used };
  });
  return chosen(joinTexts(parts, place), choicesOf(template));
}
