import { lastName } from './expression-queries.js';
import type { Call, Expression } from '../syntax/syntax.js';

/** Functions that describe a field: `pydantic.Field`, `dataclasses.field`, `attr.ib`, SQLModel's. */
const FIELD_FUNCTIONS: ReadonlySet<string> = new Set([
  'Field',
  'field',
  'ib',
  'attrib',
  'PrivateAttr',
  'SettingsField',
]);

/** The call in `x: T = Field(…)`; null where the value is no description of a field. */
export function fieldCall(value: Expression): Call | null {
  if (value.type !== 'Call') return null;
  return FIELD_FUNCTIONS.has(lastName(value.callee)) ? value : null;
}

/** The call in `x: Annotated[T, Field(…)]`; null where the annotation holds none. */
export function annotatedCall(annotation: Expression): Call | null {
  if (annotation.type !== 'Subscript' || annotation.index.type !== 'Sequence') return null;
  if (lastName(annotation.object) !== 'Annotated') return null;
  for (const item of annotation.index.items) {
    const call = fieldCall(item);
    if (call !== null) return call;
  }
  return null;
}
