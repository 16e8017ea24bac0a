import type { Place } from '../../references/source.js';
import type { Text } from '../../references/text.js';

/** A value of a configuration file with the places of its scalars; YAML's aliases are followed, merges carried out. */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly type: 'scalar';
  readonly text: Text;
  /** YAML's tag, where it has one of its own: `!Ref`, `!Sub`. */
  readonly tag: string | null;
}

export interface ListNode {
  readonly type: 'list';
  readonly items: readonly Node[];
  /** As a scalar has one: `!If`, `!Join`. */
  readonly tag?: string | null;
  readonly place: Place;
}

export interface MapNode {
  readonly type: 'map';
  readonly entries: readonly MapEntry[];
  readonly place: Place;
}

export interface MapEntry {
  readonly key: Text;
  readonly value: Node;
  /** Comes from elsewhere in the file, where it is read as well: an alias, a merge. */
  readonly shared: boolean;
}
