import type { KeyEntry } from './key-entry.js';

/** Dictionaries that frameworks read; the name that one is put under is a key, too. */
export const CODE_KEYS: readonly KeyEntry[] = [
  ...(['postgres', 'mysql'] as const).map((system): KeyEntry => ({
    // https://docs.djangoproject.com/en/stable/ref/settings/#databases
    via: 'django',
    key: 'DATABASES.*.NAME',
    is: 'database',
    system,
    where: { key: 'ENGINE', matches: system === 'postgres' ? 'postg' : 'mysql' },
    match: [
      {
        in: 'settings.py',
        code: `DATABASES = {"default": {"ENGINE": "django.db.backends.${system === 'postgres' ? 'postgresql' : 'mysql'}", "NAME": "kol_app"}}`,
        finds: ['database kol_app'],
      },
    ],
    skip: [{ in: 'settings.py', code: 'DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "kol_app"}}' }],
  })),
  ...[
    { key: '__table_args__.schema', given: '{"schema": "kol_app"}' },
    { key: '__table_args__.*.schema', given: '(Index("id"), {"schema": "kol_app"})' },
  ].map(({ key, given }): KeyEntry => ({
    // https://docs.sqlalchemy.org/en/20/orm/declarative_tables.html
    via: 'sqlalchemy',
    key,
    is: 'schema',
    system: null,
    match: [{ in: 'models.py', code: `class User(Base):\n    __table_args__ = ${given}`, finds: ['schema kol_app'] }],
    skip: [{ in: 'models.py', code: 'class User(Base):\n    settings = {"schema": "kol_app"}' }],
  })),
];

/** Keys that Spring and tools of streams have in files of configuration. */
export const STREAM_KEYS: readonly KeyEntry[] = [
  {
    // https://www.elastic.co/docs/reference/logstash/plugins/plugins-outputs-kafka
    via: 'logstash',
    key: 'kafka.topic_id',
    is: 'topic',
    within: '^([\\w.-]+)$',
    system: 'kafka',
    match: [{ in: 'logstash.conf', code: 'output {\n  kafka {\n    topic_id => "kol.events"\n  }\n}', finds: ['topic kol.events'] }],
    skip: [{ in: 'logstash.conf', code: 'output {\n  google_pubsub {\n    topic_id => "kol.events"\n  }\n}' }],
  },
  {
    // https://docs.spring.io/spring-cloud-stream/reference
    via: 'spring-cloud-stream',
    key: 'bindings.*.destination',
    is: 'topic',
    list: true,
    near: 'kafka',
    system: 'kafka',
    match: [
      {
        in: 'application.yml',
        code: 'spring:\n  cloud:\n    stream:\n      bindings:\n        kol-in-0:\n          destination: kol.events\n          group: kol\n      kafka:\n        binder: {}',
        finds: ['topic kol.events'],
      },
      { in: 'application.properties', code: '# kafka\nspring.cloud.stream.bindings.kol-out-0.destination=kol.events', finds: ['topic kol.events'] },
    ],
    skip: [{ in: 'application.yml', code: 'spring:\n  cloud:\n    stream:\n      bindings:\n        kol-in-0:\n          destination: kol.events' }],
  },
];
