import type { Rule } from '../reporting/create-rule.js';
import type { RuleName } from '../reporting/rule-name.js';
import { consistentEnvDefault } from './consistent-env-default.js';
import { namespacedAirflowDag } from './namespaced-airflow-dag.js';
import { namespacedCassandraKeyspace } from './namespaced-cassandra-keyspace.js';
import { namespacedKafkaTopic } from './namespaced-kafka-topic.js';
import { namespacedPostgresDatabase } from './namespaced-postgres-database.js';
import { noCrossDomainAccess } from './no-cross-domain-access.js';
import { noCrossDomainImport } from './no-cross-domain-import.js';
import { noHardcodedBucket } from './no-hardcoded-bucket.js';
import { preferEnvName } from './prefer-env-name.js';
import { prefixedMlflowExperiment } from './prefixed-mlflow-experiment.js';
import { prefixedMlflowModel } from './prefixed-mlflow-model.js';
import { qualifiedTrinoSchema } from './qualified-trino-schema.js';

/** Every rule by its name. */
export const rules: Readonly<Record<RuleName, Rule>> = {
  'no-hardcoded-bucket': noHardcodedBucket,
  'prefer-env-name': preferEnvName,
  'qualified-trino-schema': qualifiedTrinoSchema,
  'prefixed-mlflow-experiment': prefixedMlflowExperiment,
  'prefixed-mlflow-model': prefixedMlflowModel,
  'namespaced-postgres-database': namespacedPostgresDatabase,
  'namespaced-cassandra-keyspace': namespacedCassandraKeyspace,
  'namespaced-kafka-topic': namespacedKafkaTopic,
  'namespaced-airflow-dag': namespacedAirflowDag,
  'no-cross-domain-access': noCrossDomainAccess,
  'no-cross-domain-import': noCrossDomainImport,
  'consistent-env-default': consistentEnvDefault,
};
