import { AIRFLOW_CONNECTION_KEYS } from './keys/airflow-connections.js';
import { CHART_KEYS } from './keys/airflow-chart.js';
import { ANSIBLE_KEYS } from './keys/ansible.js';
import { CLOUDFORMATION_KEYS } from './keys/cloudformation.js';
import { BUNDLE_KEYS } from './keys/databricks-bundle.js';
import { DBT_KEYS } from './keys/dbt.js';
import { DLT_KEYS } from './keys/dlt.js';
import { CODE_KEYS, STREAM_KEYS } from './keys/frameworks.js';
import { GROUP_KEYS, TOPIC_LIST } from './keys/groups.js';
import { VARIABLE_KEYS } from './keys/images.js';
import { CONNECTION_KEYS } from './keys/connections.js';
import { FLINK_CDC_KEYS, FLINK_KEYS } from './keys/flink.js';
import { CONNECT_KEYS } from './keys/kafka-connect.js';
import { HUDI_KEYS } from './keys/hudi.js';
import type { KeyEntry } from './keys/key-entry.js';
import { KUBERNETES_KEYS } from './keys/kubernetes.js';
import { ALEMBIC_KEYS, LIQUIBASE_KEYS, MIGRATION_KEYS } from './keys/migrations.js';
import { MLFLOW_KEYS } from './keys/mlflow.js';
import { PRISMA_KEYS } from './keys/prisma.js';
import { RECIPE_KEYS } from './keys/recipes.js';
import { SLING_KEYS } from './keys/sling.js';
import { SODA_KEYS } from './keys/soda.js';
import { SPARK_KEYS } from './keys/spark.js';
import { TABLE_GROUP_KEYS, TABLE_KEYS } from './keys/tables.js';
import { TERRAFORM_KEYS } from './keys/terraform.js';
import { TRINO_KEYS } from './keys/trino.js';

function inCode(entry: KeyEntry): KeyEntry {
  return { ...entry, inCode: true };
}

/** What keys of configuration files carry, one subject a file in `keys/`. */
export const KEYS: readonly KeyEntry[] = [
  ...SPARK_KEYS.map(inCode),
  ...TRINO_KEYS,
  ...DBT_KEYS,
  ...DLT_KEYS,
  ...CONNECT_KEYS.map(inCode),
  ...CODE_KEYS.map(inCode),
  ...VARIABLE_KEYS,
  ...GROUP_KEYS,
  ...KUBERNETES_KEYS,
  ...CLOUDFORMATION_KEYS.map(inCode),
  ...TABLE_KEYS,
  ...TABLE_GROUP_KEYS,
  ...ANSIBLE_KEYS,
  ...CHART_KEYS,
  ...BUNDLE_KEYS,
  ...SLING_KEYS,
  ...MIGRATION_KEYS,
  ...TOPIC_LIST,
  ...CONNECTION_KEYS,
  ...FLINK_CDC_KEYS,
  ...FLINK_KEYS,
  ...AIRFLOW_CONNECTION_KEYS,
  ...LIQUIBASE_KEYS,
  ...ALEMBIC_KEYS,
  ...HUDI_KEYS.map(inCode),
  ...MLFLOW_KEYS,
  ...SODA_KEYS,
  ...STREAM_KEYS,
  ...RECIPE_KEYS,
  ...PRISMA_KEYS,
  ...TERRAFORM_KEYS,
];
