import type { KeyEntry } from './key-entry.js';

export const KUBERNETES_KEYS: readonly KeyEntry[] = [
  {
    via: 'strimzi',
    key: '^metadata.name',
    is: 'topic',
    system: 'kafka',
    access: 'define',
    where: { key: '^kind', matches: '^KafkaTopic$' },
    match: [
      { in: 'topic.yaml', code: 'kind: Secret\nmetadata:\n  name: kol\n---\nkind: KafkaTopic\nmetadata:\n  name: kol.events', finds: ['topic kol.events'] },
    ],
    skip: [{ in: 'a.yaml', code: 'kind: Deployment\nmetadata:\n  name: kol-events' }],
  },
  {
    via: 'strimzi',
    key: '^spec.topicName',
    is: 'topic',
    system: 'kafka',
    access: 'define',
    where: { key: '^kind', matches: '^KafkaTopic$' },
    match: [{ in: 'topic.yaml', code: 'kind: KafkaTopic\nspec:\n  topicName: kol.events', finds: ['topic kol.events'] }],
    skip: [],
  },
  {
    via: 'strimzi',
    key: 'acls.*.resource.name',
    is: 'topic',
    system: 'kafka',
    where: [{ key: 'type', matches: '^topic$' }, { key: '^kind', matches: '^KafkaUser$' }],
    without: 'patternType',
    match: [
      {
        in: 'user.yaml',
        code: 'kind: KafkaUser\nspec:\n  authorization:\n    acls:\n      - resource: { type: topic, name: kol.events }\n      - resource: { type: group, name: kol-readers }',
        finds: ['topic kol.events'],
      },
    ],
    skip: [
      {
        in: 'user.yaml',
        code: 'kind: KafkaUser\nspec:\n  authorization:\n    acls:\n      - resource: { type: topic, name: kol., patternType: prefix }',
      },
    ],
  },
  {
    via: 'strimzi',
    key: 'acls.*.resource.name',
    is: 'topic',
    system: 'kafka',
    where: [{ key: 'type', matches: '^topic$' }, { key: 'patternType', matches: '^literal$' }, { key: '^kind', matches: '^KafkaUser$' }],
    match: [
      {
        in: 'user.yaml',
        code: 'kind: KafkaUser\nspec:\n  authorization:\n    acls:\n      - resource: { type: topic, name: kol.events, patternType: literal }',
        finds: ['topic kol.events'],
      },
    ],
    skip: [],
  },
  {
    via: 'stackable',
    key: '^metadata.name',
    is: 'catalog',
    system: 'trino',
    access: 'define',
    where: { key: '^kind', matches: '^TrinoCatalog$' },
    match: [{ in: 'catalog.yaml', code: 'kind: TrinoCatalog\nmetadata:\n  name: kol-lake', finds: ['catalog kol-lake'] }],
    skip: [{ in: 'catalog.yaml', code: 'kind: TrinoCluster\nmetadata:\n  name: kol-lake' }],
  },
  // Operators whose bucket is called as the resource is, unless its specification says otherwise; Flux's
  // Bucket is a source to read manifests from.
  {
    via: 'kubernetes/bucket',
    key: '^metadata.name',
    is: 'bucket',
    system: 's3',
    access: 'define',
    where: [
      { key: '^kind', matches: '^(?:Min[iI][oO]|S3|Storage)?Bucket$' },
      { key: '^apiVersion', matches: '^(?!source\\.toolkit|s3\\.services\\.k8s\\.aws)' },
    ],
    without: '^spec.bucketName',
    match: [
      { in: 'bucket.yaml', code: 'apiVersion: kol.io/v1\nkind: MinioBucket\nmetadata:\n  name: kol-bronze\nspec:\n  acl: private', finds: ['bucket kol-bronze'] },
      { in: 'bucket.yaml', code: 'apiVersion: s3.aws.upbound.io/v1beta1\nkind: Bucket\nmetadata:\n  name: kol-bronze', finds: ['bucket kol-bronze'] },
    ],
    skip: [
      { in: 'bucket.yaml', code: 'apiVersion: source.toolkit.fluxcd.io/v1\nkind: Bucket\nmetadata:\n  name: kol-manifests' },
      { in: 'bucket.yaml', code: 'apiVersion: kol.io/v1\nkind: MinioUser\nmetadata:\n  name: kol-bronze' },
    ],
  },
  {
    via: 'kubernetes/bucket',
    key: '^spec.name',
    is: 'bucket',
    system: 's3',
    access: 'define',
    where: [{ key: '^kind', matches: '^Bucket$' }, { key: '^apiVersion', matches: '^s3\\.services\\.k8s\\.aws' }],
    match: [{ in: 'bucket.yaml', code: 'apiVersion: s3.services.k8s.aws/v1alpha1\nkind: Bucket\nmetadata:\n  name: raw\nspec:\n  name: kol-bronze', finds: ['bucket kol-bronze'] }],
    skip: [{ in: 'bucket.yaml', code: 'apiVersion: sns.services.k8s.aws/v1alpha1\nkind: Topic\nspec:\n  name: kol-bronze' }],
  },
  {
    via: 'cloudnative-pg',
    key: '^spec.name',
    is: 'database',
    system: 'postgres',
    access: 'define',
    where: [{ key: '^kind', matches: '^Database$' }, { key: '^apiVersion', matches: '^postgresql\\.cnpg\\.io/' }],
    match: [{ in: 'db.yaml', code: 'apiVersion: postgresql.cnpg.io/v1\nkind: Database\nmetadata:\n  name: one\nspec:\n  name: kol_app\n  owner: kol', finds: ['database kol_app'] }],
    skip: [{ in: 'db.yaml', code: 'apiVersion: postgresql.cnpg.io/v1\nkind: Pooler\nspec:\n  name: kol_app' }],
  },
  {
    // https://postgres-operator.readthedocs.io/en/latest/reference/cluster_manifest
    via: 'zalando',
    key: '^spec.databases.{name}',
    is: null,
    names: 'database',
    system: 'postgres',
    access: 'define',
    where: { key: '^kind', matches: '^postgresql$' },
    match: [{ in: 'db.yaml', code: 'apiVersion: acid.zalan.do/v1\nkind: postgresql\nspec:\n  databases:\n    kol_app: kol', finds: ['database kol_app'] }],
    skip: [{ in: 'db.yaml', code: 'kind: Deployment\nspec:\n  databases:\n    kol_app: kol' }],
  },
  // Strimzi's own names of a Connect cluster's internal topics.
  ...['configStorageTopic', 'offsetStorageTopic', 'statusStorageTopic'].map((key): KeyEntry => ({
    via: 'strimzi',
    key,
    is: 'topic',
    system: 'kafka',
    where: { key: '^kind', matches: '^Kafka(?:Connect|MirrorMaker2)$' },
    match: [{ in: 'connect.yaml', code: `kind: KafkaConnect\nspec:\n  ${key}: kol-connect`, finds: ['topic kol-connect'] }],
    skip: [],
  })),
];
