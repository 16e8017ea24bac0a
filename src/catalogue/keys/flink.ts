import type { KeyEntry } from './key-entry.js';

/** https://nightlies.apache.org/flink/flink-cdc-docs-stable/docs/core-concept/data-pipeline */
export const FLINK_CDC_KEYS: readonly KeyEntry[] = [
  {
    via: 'flink-cdc',
    key: '^source.tables',
    is: 'dotted-table',
    list: true,
    within: '^([\\w\\uFDD0]+\\.[\\w\\uFDD0]+)$',
    system: 'mysql',
    where: [{ key: 'type', matches: '^mysql$' }, { key: '^sink.type', matches: '.' }],
    match: [
      {
        in: 'pipeline.yaml',
        code: 'source:\n  type: mysql\n  tables: kol_app.events,kol_app.scores\nsink:\n  type: paimon',
        finds: ['database kol_app', 'table events', 'table scores'],
      },
    ],
    skip: [{ in: 'pipeline.yaml', code: 'source:\n  type: mysql\n  tables: kol_app.\\.*\nsink:\n  type: paimon' }],
  },
  {
    via: 'flink-cdc',
    key: '^route.*.source-table',
    is: 'dotted-table',
    within: '^([\\w\\uFDD0]+\\.[\\w\\uFDD0]+)$',
    system: 'mysql',
    where: { key: '^source.type', matches: '^mysql$' },
    match: [
      {
        in: 'pipeline.yaml',
        code: 'source:\n  type: mysql\nroute:\n  - source-table: kol_app.events\n    sink-table: kol_dw.events',
        finds: ['database kol_app', 'table events'],
      },
    ],
    skip: [{ in: 'pipeline.yaml', code: 'source:\n  type: mysql\nroute:\n  - source-table: kol_app.\\.*' }],
  },
  {
    // Kafka's side of a route is a topic.
    via: 'flink-cdc',
    key: '^route.*.sink-table',
    is: 'topic',
    within: '^([\\w.\\uFDD0-]+)$',
    system: 'kafka',
    where: { key: '^sink.type', matches: '^kafka$' },
    match: [{ in: 'pipeline.yaml', code: 'source:\n  type: x\nsink:\n  type: kafka\nroute:\n  - source-table: a.b\n    sink-table: kol.events', finds: ['topic kol.events'] }],
    skip: [{ in: 'pipeline.yaml', code: 'sink:\n  type: paimon\nroute:\n  - sink-table: kol.events' }],
  },
  ...['route', 'transform'].map((step): KeyEntry => ({
    via: 'flink-cdc',
    key: `^${step}.*.source-table`,
    is: 'dotted-table',
    within: '^([\\w\\uFDD0]+\\.[\\w\\uFDD0]+)$',
    system: 'postgres',
    where: { key: '^source.type', matches: '^postgres$' },
    match: [
      {
        in: 'pipeline.yaml',
        code: `source:\n  type: postgres\n${step}:\n  - source-table: kol_core.events`,
        finds: ['schema kol_core', 'table events'],
      },
    ],
    skip: [{ in: 'pipeline.yaml', code: `source:\n  type: postgres\n${step}:\n  - source-table: kol_core.\\.*` }],
  })),
];

/** https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/catalogs */
export const FLINK_KEYS: readonly KeyEntry[] = [
  {
    via: 'flink/catalog',
    key: 'table.catalog.{name}.**',
    is: null,
    names: 'catalog',
    system: null,
    match: [{ in: 'flink.properties', code: 'table.catalog.kol_lake.type=iceberg', finds: ['catalog kol_lake'] }],
    skip: [{ in: 'flink.properties', code: 'table.exec.state.ttl=1d' }],
  },
  {
    via: 'flink/catalog',
    key: 'table.catalog.*.default-database',
    is: 'schema',
    system: null,
    match: [{ in: 'flink.properties', code: 'table.catalog.kol_lake.default-database=kol_gold', finds: ['catalog kol_lake', 'schema kol_gold'] }],
    skip: [],
  },
  ...Object.entries({ name: 'catalog', 'default-database': 'schema' } as const).map(([key, is]): KeyEntry => ({
    // The catalogs of the SQL client.
    via: 'flink/catalog',
    key: `catalogs.*.${key}`,
    is,
    within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0-]*)$',
    system: null,
    where: { key: 'type', matches: '^(?:iceberg|paimon|hive|hudi|generic_in_memory)$' },
    match: [{ in: 'sql-client.yaml', code: `catalogs:\n  - ${key}: kol_x1\n    type: iceberg\n    uri: thrift://h:9083`, finds: [`${is} kol_x1`] }],
    skip: [{ in: 'shop.yaml', code: `catalogs:\n  - ${key}: shoes\n    type: spring` }],
  })),
];
