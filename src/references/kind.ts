/** What a name on the platform can be the name of. */
export const KINDS = [
  'bucket',
  'catalog',
  'schema',
  'table',
  'database',
  'experiment',
  'model',
  'keyspace',
  'topic',
  'dag',
] as const;

export type Kind = (typeof KINDS)[number];

/** Kinds whose names SQL folds to one case; object storage, MLflow, Kafka and Airflow tell cases apart. */
export const FOLDED_KINDS: ReadonlySet<Kind> = new Set(['catalog', 'schema', 'table', 'database', 'keyspace']);
