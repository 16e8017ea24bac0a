import type { KeyEntry } from './key-entry.js';

/** https://airflow.apache.org/docs/helm-chart/stable/parameters-ref.html */
export const CHART_KEYS: readonly KeyEntry[] = ['metadataConnection', 'resultBackendConnection'].map((connection): KeyEntry => ({
  via: 'airflow/chart',
  key: `${connection}.db`,
  is: 'database',
  within: '^([A-Za-z_\\uFDD0][\\w\\uFDD0-]*)$',
  system: 'postgres',
  match: [{ in: 'values.yaml', code: `data:\n  ${connection}:\n    user: kol\n    host: sme-postgres\n    db: kol_airflow`, finds: ['database kol_airflow'] }],
  skip: [{ in: 'values.yaml', code: 'data:\n  redis:\n    db: kol' }],
}));
