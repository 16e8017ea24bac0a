import type { Text } from '../../references/text.js';
import type { MapNode, Node } from './node.js';

/** What a document itself says of the names that are used in it: keys of its own, CloudFormation's logical names. */
export class DocumentValues {
  readonly #root: Node;

  constructor(root: Node) {
    this.#root = root;
  }

  /** The scalar under keys with dots between, from the root. */
  at(path: string): Text | null {
    return this.logical(path) ?? textOf(path.split('.').reduce(within, this.#root));
  }

  /** A parameter's default, or what a resource of the template is called. */
  logical(name: string): Text | null {
    const [logical = ''] = name.split('.');
    // The Serverless Framework has the template under a key of its own.
    const template = within(this.#root, 'resources') ?? this.#root;
    const parameter = within(within(template, 'Parameters'), logical);
    if (parameter !== null) return isOwnValue(parameter) ? textOf(within(parameter, 'Default')) : null;
    const properties = within(within(within(template, 'Resources'), logical), 'Properties');
    for (const path of NAMES) {
      const found = textOf(path.reduce(within, properties));
      if (found !== null) return found;
    }
    return null;
  }
}

/** The properties that give CloudFormation's resources their names. */
const NAMES: readonly (readonly string[])[] = [
  ['BucketName'],
  ['DatabaseInput', 'Name'],
  ['KeyspaceName'],
  ['TableInput', 'Name'],
];

/** The default of a parameter that is read from elsewhere is where it is read. */
function isOwnValue(parameter: Node): boolean {
  return !(textOf(within(parameter, 'Type'))?.flat.startsWith('AWS::SSM') ?? false);
}

function within(node: Node | null, key: string): Node | null {
  if (node?.type === 'list') return /^\d+$/.test(key) ? (node.items[Number(key)] ?? null) : null;
  return node?.type === 'map' ? entryOf(node, key) : null;
}

function entryOf(node: MapNode, key: string): Node | null {
  return node.entries.find((entry) => entry.key.flat === key)?.value ?? null;
}

function textOf(node: Node | null): Text | null {
  return node?.type === 'scalar' && (node.tag === null || node.tag === '!Sub') ? node.text : null;
}
