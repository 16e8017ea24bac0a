import type { Entry, ListValue, Value } from '../../facts.js';
import { literal } from '../../../references/text.js';
import type { Node } from '../syntax/syntax.js';
import { instanceMember } from './classes.js';
import { keywordEntries, replacing } from './collections.js';
import { fieldNames } from './fields.js';
import { ProjectThing, unknown } from './forms.js';
import type { Construction } from './forms.js';
import { inherits, isRecordClass } from './lineage.js';

const TUPLE = /(?:^|[.~])NamedTuple$/;

const FIELD_METHODS: ReadonlySet<string> = new Set(['_asdict', '_replace', 'model_dump', 'model_copy', 'dict', 'copy']);

/** What an instance of a NamedTuple holds, as the tuple that it is; null for another value. */
export function fieldsInOrder(value: Value): ListValue | null {
  if (!(value instanceof ProjectThing) || value.target.form !== 'instance') return null;
  const { target } = value;
  if (!inherits(target.class, TUPLE)) return null;
  const place = target.class.evaluator.place(target.class.definition.name);
  const items = fieldNames(target.class).map((name) => instanceMember(value, target, name, place) ?? [unknown(place)]);
  return { form: 'list', items, place };
}

/** The fields of an instance of a record class by their names; null for another value. */
export function fieldEntries(value: Value): readonly Entry[] | null {
  if (!(value instanceof ProjectThing) || value.target.form !== 'instance') return null;
  const { target } = value;
  if (!isRecordClass(target.class)) return null;
  const { evaluator, definition } = target.class;
  const place = evaluator.place(definition.name);
  return fieldNames(target.class).map((name) => {
    // A field of its own: `User(**user.model_dump())` makes users of the fields that its users have.
    const field: Node = { start: place.start, end: place.end };
    const member = () => instanceMember(value, target, name, place) ?? [unknown(place)];
    return { key: literal(name, place, 'whole'), place, values: () => evaluator.remembered(field, null, member) };
  });
}

/** The methods of record classes that give their fields, some of them replaced, as a dictionary. */
export function recordOfFields(value: Value, method: string, call: Construction): readonly Value[] | null {
  if (!FIELD_METHODS.has(method)) return null;
  const entries = fieldEntries(value);
  if (entries === null) return null;
  const { evaluator, call: node, scope, frame } = call;
  const given = keywordEntries(evaluator, node.arguments, scope, frame);
  const update = given.find(({ key }) => key.flat === 'update');
  const updated = (update?.values() ?? []).flatMap((one) => (one.form === 'record' ? one.entries : []));
  const replaced = method === '_replace' ? given : updated;
  return [{ form: 'record', entries: replacing(entries, replaced), place: evaluator.place(node) }];
}
