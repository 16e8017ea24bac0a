import type { KeyEntry } from './key-entry.js';

/** Neither a number, as a histogram's, nor a path, an address, a switch or a type. */
const BUCKET_NAME = '^(?!(?:true|false|none|null|yes|no|on|off|enabled|disabled|public|private|array|object|string|integer|number|boolean)$)(?=.*[a-z])([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$';

/** A plural key that gives each of several things a key of its own: `buckets: { raw: kol-bronze }`. */
export const GROUP_KEYS: readonly KeyEntry[] = [
  {
    via: 'key',
    key: 'buckets.*',
    is: 'bucket',
    within: BUCKET_NAME,
    system: 's3',
    file: '\\.(?:ya?ml|toml)$',
    without: 'name',
    match: [{ in: 'config.yaml', code: 'buckets:\n  raw: kol-bronze\n  curated: kol-silver', finds: ['bucket kol-bronze', 'bucket kol-silver'] }],
    skip: [
      { in: 'config.yaml', code: 'buckets:\n  - 0.1\n  - 5' },
      { in: 'config.yaml', code: 'buckets:\n  enabled: true\n  policy: none' },
      { in: 'crd.yaml', code: 'properties:\n  buckets:\n    type: array\n    items: { type: string }' },
      { in: 'config.yaml', code: 'buckets:\n  url: http://sme-minio:9000/\n  le: 10' },
      { in: 'config.yaml', code: 'buckets:\n  name: Kol\n  region: eu-west-1' },
    ],
  },
  {
    via: 'key',
    key: 'buckets.*.name',
    is: 'bucket',
    within: BUCKET_NAME,
    system: 's3',
    file: '\\.(?:ya?ml|toml)$',
    match: [{ in: 'values.yaml', code: 'buckets:\n  - name: kol-bronze\n    policy: none\n    purge: false', finds: ['bucket kol-bronze'] }],
    skip: [{ in: 'values.yaml', code: 'metrics:\n  - name: kol-bronze' }],
  },
];

export const TOPIC_LIST: readonly KeyEntry[] = [
  {
    via: 'key',
    key: 'topics.*.name',
    is: 'topic',
    system: 'kafka',
    where: { key: ['partitions', 'num_partitions', 'numPartitions', 'replicas', 'replicationFactor', 'replication_factor', 'replication-factor'], matches: '.' },
    match: [{ in: 'topics.yaml', code: 'topics:\n  - name: kol.events\n    partitions: 3', finds: ['topic kol.events'] }],
    skip: [{ in: 'forum.yaml', code: 'topics:\n  - name: sports\n    posts: 3' }],
  },
];
