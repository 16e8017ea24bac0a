/** The rules, in the order in which documentation lists them. */
export const RULE_NAMES = [
  'no-hardcoded-bucket',
  'prefer-env-name',
  'qualified-trino-schema',
  'prefixed-mlflow-experiment',
  'prefixed-mlflow-model',
  'namespaced-postgres-database',
  'namespaced-cassandra-keyspace',
  'namespaced-kafka-topic',
  'namespaced-airflow-dag',
  'no-cross-domain-access',
  'no-cross-domain-import',
  'consistent-env-default',
] as const;

export type RuleName = (typeof RULE_NAMES)[number];

/** What stands before a rule's name outside of this plugin: in configurations, comments and messages. */
export const RULE_PREFIX = 'domain-separation/';
