import type { Text } from '../../references/text.js';
import type { MapNode, Node } from './node.js';

/** What is said of a thing that has its name as its key: of a topic, a bucket, a database. */
const DESCRIBES =
  /^(?:partitions?|replicas?|replication(?:_?factor)?|num_?partitions|retention\w*|cleanup\w*|config|configs|configuration|policy|acl|public|versioning|versioned|object_?lock\w*|lifecycle\w*|quota|purge|owner|extensions|encoding|comment|description|tags|labels)$/i;

/**
 * The keys of a map that is a set, as YAML writes one: nothing stands behind them, or only what is said of a
 * thing that is called so (`kol.events: { partitions: 3 }`). Null for any other map.
 */
export function setOf({ entries }: MapNode): readonly Text[] | null {
  if (entries.length === 0 || !entries.every(({ value, shared }) => !shared && saysNoName(value))) return null;
  return entries.map(({ key }) => key);
}

function saysNoName(value: Node): boolean {
  if (value.type === 'scalar') return /^(?:~|null)?$/.test(value.text.flat);
  return value.type === 'map' && value.entries.every(({ key }) => DESCRIBES.test(key.flat));
}
