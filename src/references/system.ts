/** The platform's system that a resource lives in. */
export const SYSTEMS = [
  's3',
  'gcs',
  'trino',
  'spark',
  'hive',
  'glue',
  'postgres',
  'mysql',
  'cassandra',
  'mlflow',
  'kafka',
  'airflow',
] as const;

export type System = (typeof SYSTEMS)[number];
