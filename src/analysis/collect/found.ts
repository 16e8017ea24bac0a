import { isBuiltin } from '../../references/builtin.js';
import { unquoted } from '../../references/dotted-name.js';
import type { NamedPart, Span } from '../../references/named-part.js';
import { withoutPlaceholders } from '../../references/placeholder.js';
import type { Access, Reference } from '../../references/reference.js';
import type { Place } from '../../references/source.js';
import type { System } from '../../references/system.js';
import { HOLE, slice, type Slice, type Text } from '../../references/text.js';
import { nameOf } from '../../references/uri.js';

/** What a place in the code does with the names in a text. */
export interface UseOfText {
  readonly access: Access;
  readonly via: string;
  /** Where the text is used, for a value that is written elsewhere; its own place otherwise. */
  readonly place: Place;
}

/** A reference of each name that was found in a text. */
export function referencesOf(text: Text, parts: readonly NamedPart[], use: UseOfText): Reference[] {
  return parts.map((part) => referenceOf(text, part, use));
}

function referenceOf(text: Text, part: NamedPart, use: UseOfText): Reference {
  const name = partName(text, part.name, part.kind);
  const qualifier = part.qualifier.map((span) => partName(text, span, 'schema'));
  return {
    kind: part.kind,
    name,
    qualifier,
    path: part.path === null ? null : withoutPlaceholders(text.flat.slice(part.path.start, part.path.end)),
    system: part.system,
    judged: part.judged,
    builtin: isBuiltin(part.kind, name, part.system, qualifier),
    unqualified: null,
    isOfSql: false,
    ...whereabouts(text, part.name, use),
  };
}

function partName(text: Text, span: Span, kind: NamedPart['kind']): string {
  const name = nameOf(text.flat, span);
  return kind === 'catalog' || kind === 'schema' || kind === 'table' ? unquoted(name) : name;
}

/** Where a part of a text is written and used, and how it got there. */
export function whereabouts(text: Text, span: Span, use: UseOfText) {
  const part = sliceOf(text, span);
  const here = part.used.source === use.place.source;
  return {
    written: part.written,
    use: { place: here ? part.used : use.place, access: use.access, via: use.via },
    origin: part.origin,
    env: part.env,
    steps: part.steps,
  };
}

/** A name with its quotes; without them where a placeholder between them leads to where it is written: `"{SCHEMA}"`. */
function sliceOf(text: Text, { start, end }: Span): Slice {
  const whole = slice(text, start, end);
  if (!/^(?:"[^]+"|`[^]+`|\[[^]+\])$/.test(whole.flat)) return whole;
  const inner = slice(text, start + 1, end - 1);
  return inner.steps.length > whole.steps.length ? inner : whole;
}

/** A name of which only the place is known. */
export function unknownReference(
  kind: Reference['kind'],
  system: System | null,
  place: Place,
  use: UseOfText,
): Reference {
  return {
    kind,
    name: HOLE,
    written: place,
    use: { place: use.place, access: use.access, via: use.via },
    system,
    qualifier: [],
    path: null,
    origin: null,
    env: null,
    builtin: false,
    judged: true,
    unqualified: null,
    isOfSql: false,
    steps: [],
  };
}

