import type { KeyEntry } from './key-entry.js';

export const VARIABLE_KEYS: readonly KeyEntry[] = [
  {
    via: 'kafka/image',
    key: 'KAFKA_CREATE_TOPICS',
    is: 'topic',
    list: true,
    within: '^([^:]+)',
    system: 'kafka',
    access: 'define',
    match: [{ in: 'docker-compose.yml', code: 'services:\n  k:\n    environment:\n      KAFKA_CREATE_TOPICS: "kol.events:3:1,kol.scores:1:1"', finds: ['topic kol.events', 'topic kol.scores'] }],
    skip: [{ in: 'docker-compose.yml', code: 'services:\n  k:\n    environment:\n      KAFKA_AUTO_CREATE_TOPICS_ENABLE: "true"' }],
  },
  {
    via: 'minio/image',
    key: 'MINIO_DEFAULT_BUCKETS',
    is: 'bucket',
    list: true,
    within: '^([^:]+)',
    system: 's3',
    access: 'define',
    match: [{ in: '.env', code: 'MINIO_DEFAULT_BUCKETS=kol-bronze:public,kol-silver', finds: ['bucket kol-bronze', 'bucket kol-silver'] }],
    skip: [{ in: '.env', code: 'MINIO_ROOT_USER=kol' }],
  },
  {
    via: 'postgres/image',
    key: 'POSTGRES_MULTIPLE_DATABASES',
    is: 'database',
    list: true,
    within: '^([^:]+)',
    system: 'postgres',
    access: 'define',
    match: [{ in: '.env', code: 'POSTGRES_MULTIPLE_DATABASES=kol_app,kol_mlflow', finds: ['database kol_app', 'database kol_mlflow'] }],
    skip: [{ in: '.env', code: 'POSTGRES_USER=kol' }],
  },
];
