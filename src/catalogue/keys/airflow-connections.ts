import type { KeyEntry } from './key-entry.js';

/** https://airflow.apache.org/docs/apache-airflow/stable/howto/connection.html: what its own page calls a schema, some engines call a database. */
export const AIRFLOW_CONNECTION_KEYS: readonly KeyEntry[] = (
  [
    ['postgres', '^(?:postgres|postgresql|redshift|alloydb)$', 'database', 'postgres'],
    ['mysql', '^(?:mysql|mariadb)$', 'database', 'mysql'],
    ['trino', '^(?:trino|presto)$', 'schema', 'trino'],
    ['hive_cli', '^(?:hive_cli|hiveserver2|spark_sql)$', 'schema', 'hive'],
  ] as const
).map(([type, matches, is, system]): KeyEntry => ({
  via: 'airflow/connection',
  key: 'schema',
  is,
  within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0-]*)$',
  system,
  where: { key: ['conn_type', 'conn-type', 'connType'], matches },
  match: [
    { in: 'connections.yaml', code: `kol:\n  conn_type: ${type}\n  host: h\n  schema: kol_x1`, finds: [`${is} kol_x1`] },
    { in: 'connections.json', code: `{"kol": {"conn_type": "${type}", "schema": "kol_x1"}}`, finds: [`${is} kol_x1`] },
  ],
  skip: [{ in: 'connections.yaml', code: 'kol:\n  conn_type: http\n  schema: https' }],
}));
