import type { Value } from '../../facts.js';
import { isKnown } from '../../../references/text.js';
import { keywordEntries, turnsOf } from './collections.js';
import type { FormatArguments } from './formatting.js';
import type { Construction } from './forms.js';
import { unknown } from './forms.js';
import { joinTexts, synthetic } from './joining.js';
import type { JoinedPart } from './joining.js';
import { memberValues } from './members.js';

type TextValue = Extract<Value, { form: 'text' }>;

/** `"/".join([...])`: the items with the text between. */
export function joined(separator: TextValue, call: Construction): readonly Value[] {
  const { evaluator, call: node, scope, frame } = call;
  const place = evaluator.place(node);
  const [argument] = node.arguments;
  if (argument === undefined) return [unknown(place)];
  return evaluator.values(argument.value, scope, frame).flatMap((list): readonly Value[] => {
    if (list.form !== 'list') return [unknown(place)];
    const parts: JoinedPart[] = [];
    list.items.forEach((item, index) => {
      const own = evaluator.place(argument.value);
      const at = placeOf(item) ?? own;
      if (index > 0) parts.push({ values: [separator], place: at });
      parts.push({ values: item, place: at });
    });
    return parts.length === 0 ? [synthetic('', place)] : joinTexts(parts, place);
  });
}

function placeOf(item: readonly Value[]) {
  const [value] = item;
  if (value === undefined) return null;
  return value.form === 'text' ? value.text.place : null;
}

/** The arguments of `.format(…)`, or of `.format_map(record)`. */
export function memberOfFormat(call: Construction, isMap: boolean): FormatArguments {
  const { evaluator, call: node, scope, frame } = call;
  const place = evaluator.place(node);
  const positions = node.arguments
    .filter((argument) => argument.keyword === null && argument.spread !== '**')
    .flatMap((argument): readonly (readonly Value[])[] => {
      const values = evaluator.values(argument.value, scope, frame);
      return argument.spread === '*' ? (turnsOf(values) ?? []) : [values];
    });
  const mapped = isMap
    ? (positions[0] ?? []).flatMap((value) => (value.form === 'record' ? value.entries : []))
    : [];
  const entries = [...mapped, ...keywordEntries(evaluator, node.arguments, scope, frame)];
  return {
    at: (index) => (isMap ? [] : (positions[index] ?? [])),
    named: (name) => entries.findLast((entry) => entry.key.flat === name)?.values() ?? [],
    within: (values, accessor) =>
      values.flatMap((value): readonly Value[] => {
        if (accessor.startsWith('.')) return memberValues(evaluator, value, accessor.slice(1), place);
        const key = accessor.slice(1, -1);
        if (value.form === 'list') return value.items[Number(key)] ?? [];
        if (value.form !== 'record') return [];
        return (
          value.entries.findLast((entry) => isKnown(entry.key.flat) && entry.key.flat === key)?.values() ?? []
        );
      }),
  };
}
