import { followed, hole } from '../../references/text.js';
import type { DocumentValues } from './document-values.js';
import type { ListNode, MapNode, Node, ScalarNode } from './node.js';

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
      return node.tag == null ? itemsWithoutFunctions(node, values) : calledWithList(node, node.tag, values);
    case 'map':
      return calledByKey(node, values) ?? withoutFunctionsWithin(node, values);
  }
}

function withoutFunctionsWithin(node: MapNode, values: DocumentValues): MapNode {
  const entries = node.entries.map((entry) => ({ ...entry, value: withoutFunctions(entry.value, values) }));
  return { ...node, entries };
}

function itemsWithoutFunctions(node: ListNode, values: DocumentValues): ListNode {
  return { type: 'list', items: node.items.map((item) => withoutFunctions(item, values)), place: node.place };
}

/** `!If [Condition, a, b]`, `!Sub ["…", { … }]`, `!Join ["", […]]`; what others give does not show. */
function calledWithList(node: ListNode, tag: string, values: DocumentValues): Node {
  const [first, ...rest] = node.items;
  switch (tag) {
    case '!If':
      return itemsWithoutFunctions({ ...node, items: rest }, values);
    case '!Sub':
    case '!GetAtt':
      return first?.type === 'scalar' ? calledBy(first, tag, values) : unknown(node);
    case '!Join':
    case '!Select':
    case '!FindInMap':
    case '!Split':
    case '!Cidr':
      return unknown(node);
    default:
      return itemsWithoutFunctions(node, values);
  }
}

function unknown({ place }: ListNode): ScalarNode {
  return { type: 'scalar', text: hole(place), tag: null };
}

/** `{ "Fn::Sub": "…" }`, and the list of a template and its variables. */
function calledByKey({ entries }: MapNode, values: DocumentValues): Node | null {
  const [only] = entries;
  if (only === undefined || entries.length > 1) return null;
  const name = only.key.flat === 'Ref' ? 'Ref' : /^Fn::(\w+)$/.exec(only.key.flat)?.[1];
  if (name === undefined) return null;
  if (only.value.type === 'list') return calledWithList(only.value, `!${name}`, values);
  return only.value.type === 'scalar' ? calledBy(only.value, `!${name}`, values) : null;
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
