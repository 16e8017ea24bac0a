import { followed, hole } from '../../references/text.js';
import type { DocumentValues } from './document-values.js';
import type { MapNode, Node, ScalarNode } from './node.js';

/**
 * A document with the functions of CloudFormation carried out as far as it shows what they give:
 * `!Ref Bucket` and `{ "Ref": "Bucket" }` are the parameter's default or the resource's name, the text of
 * `!Sub` stays as it is, and everything else that is read from elsewhere is unknown.
 */
export function withoutFunctions(node: Node, values: DocumentValues): Node {
  switch (node.type) {
    case 'scalar':
      return node.tag === null ? node : calledBy(node, node.tag, values);
    case 'list':
      return { ...node, items: node.items.map((item) => withoutFunctions(item, values)) };
    case 'map':
      return calledByKey(node, values) ?? withoutFunctionsWithin(node, values);
  }
}

function withoutFunctionsWithin(node: MapNode, values: DocumentValues): MapNode {
  const entries = node.entries.map((entry) => ({ ...entry, value: withoutFunctions(entry.value, values) }));
  return { ...node, entries };
}

/** `{ "Fn::Sub": "…" }`, and the list of a template and its variables. */
function calledByKey({ entries }: MapNode, values: DocumentValues): ScalarNode | null {
  const [only] = entries;
  if (only === undefined || entries.length > 1) return null;
  const name = /^(?:Fn::)?(Ref|Sub|GetAtt|ImportValue|Select|FindInMap)$/.exec(only.key.flat)?.[1];
  if (name === undefined || (name !== 'Ref' && !only.key.flat.startsWith('Fn::'))) return null;
  const argument = only.value.type === 'list' ? only.value.items[0] : only.value;
  return argument?.type === 'scalar' ? calledBy(argument, `!${name}`, values) : null;
}

function calledBy(node: ScalarNode, tag: string, values: DocumentValues): ScalarNode {
  const { text } = node;
  const { place } = text;
  switch (tag) {
    case '!Ref':
    case '!GetAtt': {
      const found = values.logical(text.flat);
      if (found === null) return { type: 'scalar', text: hole(place), tag: null };
      const step = { origin: 'config', label: text.flat, place: found.place, env: null } as const;
      return { type: 'scalar', text: followed(found, step, place), tag: null };
    }
    case '!ImportValue':
    case '!Select':
    case '!FindInMap':
    case '!secret':
    case '!vault':
      return { type: 'scalar', text: hole(place), tag: null };
    default:
      return { type: 'scalar', text, tag: null };
  }
}
