import type { Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import type { Expression } from '../syntax/syntax.js';
import type { Evaluator } from './evaluator.js';
import { hole } from '../../../references/text.js';
import { ProjectThing, textValue, thing } from './forms.js';
import { instancesOf } from './classes.js';
import { memberValues } from './members.js';
import { nameValues } from './names.js';
import type { Scope } from '../survey/scopes.js';

/** Generics whose instances are those of what they are given. */
const TRANSPARENT: ReadonlySet<string> = new Set([
  'Optional',
  'Union',
  'Annotated',
  'Final',
  'ClassVar',
  'Required',
  'NotRequired',
  'ReadOnly',
  'Mapped',
  'Iterator',
  'Generator',
  'AsyncIterator',
  'AsyncGenerator',
  'ContextManager',
  'AbstractContextManager',
]);

/** Types of which an annotation says nothing that could be followed. */
const BUILTIN = /^~(?:int|float|bool|bytes|dict|list|set|tuple|object|None|type|frozenset|complex)$/;

/** Names of a type that only stand for others. */
const VAGUE = /^(?:~|typing\.|typing_extensions\.|collections\.abc\.)/;

/** The annotated name's scope, and where it is used. */
interface AnnotatedUse {
  readonly evaluator: Evaluator;
  readonly scope: Scope;
  readonly place: Place;
}

/** What an annotated name holds: an instance of the class; null where the annotation does not say. */
export function annotationValues(
  evaluator: Evaluator,
  annotation: Expression,
  scope: Scope,
  place: Place,
): readonly Value[] | null {
  const values = instances({ evaluator, scope, place }, annotation, 0);
  return values.length === 0 ? null : values;
}

function instances(use: AnnotatedUse, node: Expression, depth: number): readonly Value[] {
  if (depth > 6) return [];
  const { evaluator, scope, place } = use;
  switch (node.type) {
    case 'Identifier':
      if (node.name === 'str') return [textValue(hole(place, 'argument'))];
      return ofClasses(nameValues(evaluator, node, scope, null));
    case 'Attribute':
      return ofClasses(evaluator.values(node, scope, null));
    case 'StringLiteral':
      return quoted(use, evaluator.textOf(node).replaceAll(/^[rRuU]?["']+|["']+$/g, ''), node);
    case 'Binary':
      if (node.operator !== '|') return [];
      return [node.left, node.right].flatMap((side) => instances(use, side, depth + 1));
    case 'Subscript': {
      const generic = node.object.type === 'Identifier' ? node.object.name : '';
      const name = node.object.type === 'Attribute' ? node.object.attribute.name : generic;
      if (!TRANSPARENT.has(name)) return [];
      const { index } = node;
      const inner = index.type === 'Sequence' ? index.items : [index];
      const counted = name === 'Union' ? inner : inner.slice(0, 1);
      return counted.flatMap((one) => instances(use, one, depth + 1));
    }
    default:
      return [];
  }
}

function ofClasses(classes: readonly Value[]): readonly Value[] {
  return classes.flatMap((value): readonly Value[] => {
    if (value.form !== 'thing' || BUILTIN.test(value.path)) return [];
    if (value instanceof ProjectThing && value.target.form === 'class') return instancesOf(value, null);
    if (value instanceof ProjectThing && value.target.form !== 'module') return [];
    const typeAlias = VAGUE.test(value.path) && !value.path.startsWith('~');
    return typeAlias ? [] : [thing(`${value.path}()`)];
  });
}

/** A type written as text: `"S3Client"`, `"minio.Minio"`, `"Optional[S3Client]"`. */
function quoted(use: AnnotatedUse, text: string, node: Expression): readonly Value[] {
  const { evaluator, scope, place } = use;
  const inner = /^(?:\w+\.)*(?:Optional|Annotated|Final|ClassVar)\[\s*([\w.]+)/.exec(text)?.[1] ?? text;
  const alternatives = inner.split('|').map((part) => part.trim());
  return alternatives.flatMap((name) => {
    if (!/^[\w.]+$/.test(name)) return [];
    const [root = '', ...attributes] = name.split('.');
    if (root === 'str') return [textValue(hole(place, 'argument'))];
    const identifier = { type: 'Identifier' as const, name: root, start: node.start, end: node.end };
    let values = nameValues(evaluator, identifier, scope, null);
    for (const attribute of attributes) {
      values = values.flatMap((value) => memberValues(evaluator, value, attribute, evaluator.place(node)));
    }
    return ofClasses(values);
  });
}
