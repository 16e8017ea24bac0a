import type { System } from '../../references/system.js';
import type { Shape } from '../library.js';
import type { KeyEntry } from './key-entry.js';

/** One attribute of a Terraform resource or data source. */
function terraform(
  resources: readonly string[],
  attribute: string,
  is: Exclude<Shape, 'named' | 'sql'>,
  system: System | null,
): KeyEntry[] {
  return resources.flatMap((resource): KeyEntry[] =>
    (['resource', 'data'] as const).map((block) => ({
      via: 'terraform',
      key: `^${block}.${resource}.*.${attribute}`,
      is,
      system,
      access: block === 'resource' ? 'define' : 'read',
      match: [{ in: 'main.tf', code: `${block} "${resource}" "kol" {\n  ${written(attribute)}\n}`, finds: [`${is} kol_x1`] }],
      skip: [{ in: 'main.tf', code: `${block} "aws_iam_role" "kol" {\n  ${written(attribute === 'bucket' ? 'name' : attribute)}\n}` }],
    })),
  );
}

/** An example of an attribute, `table.name` being one of a block within the resource. */
function written(attribute: string): string {
  const [first = '', inner] = attribute.split('.');
  return inner === undefined ? `${first} = "kol_x1"` : `${first} {\n    ${inner} = "kol_x1"\n  }`;
}

export const TERRAFORM_KEYS: readonly KeyEntry[] = [
  ...terraform(
    [
      'aws_s3_bucket', 'aws_s3_bucket_policy', 'aws_s3_bucket_versioning', 'aws_s3_bucket_acl', 'aws_s3_object',
      'aws_s3_bucket_object', 'aws_s3_bucket_public_access_block', 'aws_s3_bucket_notification',
      'aws_s3_bucket_server_side_encryption_configuration', 'aws_s3_bucket_lifecycle_configuration',
      'aws_s3_bucket_cors_configuration', 'aws_s3_bucket_ownership_controls', 'minio_s3_bucket', 'minio_s3_bucket_policy',
      'minio_s3_bucket_versioning', 'aws_athena_database', 'google_storage_bucket_object',
    ],
    'bucket',
    'bucket',
    's3',
  ),
  ...terraform(['google_storage_bucket'], 'name', 'bucket', 'gcs'),
  ...terraform(
    [
      'digitalocean_spaces_bucket', 'scaleway_object_bucket', 'oci_objectstorage_bucket', 'cloudflare_r2_bucket',
      'aws_s3tables_table_bucket', 'garage_bucket',
    ],
    'name',
    'bucket',
    's3',
  ),
  ...terraform(['linode_object_storage_bucket'], 'label', 'bucket', 's3'),
  ...terraform(['aws_s3_bucket_logging'], 'target_bucket', 'bucket', 's3'),
  ...terraform(['kafka_topic', 'redpanda_topic', 'rhoas_topic', 'yandex_mdb_kafka_topic', 'ovh_cloud_project_database_kafka_topic'], 'name', 'topic', 'kafka'),
  ...terraform(['confluent_kafka_topic', 'aiven_kafka_topic'], 'topic_name', 'topic', 'kafka'),
  ...terraform(['google_managed_kafka_topic'], 'topic_id', 'topic', 'kafka'),
  ...terraform(
    [
      'postgresql_database', 'google_sql_database', 'digitalocean_database_db', 'azurerm_postgresql_flexible_server_database',
      'azurerm_postgresql_database', 'scaleway_rdb_database', 'yandex_mdb_postgresql_database',
    ],
    'name',
    'database',
    'postgres',
  ),
  ...terraform(['postgresql_extension'], 'database', 'database', 'postgres'),
  ...terraform(['postgresql_grant', 'postgresql_default_privileges'], 'schema', 'schema', 'postgres'),
  ...terraform(['postgresql_schema'], 'name', 'schema', 'postgres'),
  ...terraform(['postgresql_schema', 'postgresql_grant', 'postgresql_default_privileges', 'postgresql_publication'], 'database', 'database', 'postgres'),
  ...terraform(['aws_db_instance', 'aws_redshiftserverless_namespace'], 'db_name', 'database', 'postgres'),
  ...terraform(['mysql_database'], 'name', 'database', 'mysql'),
  ...terraform(['aws_rds_cluster', 'aws_redshift_cluster'], 'database_name', 'database', 'postgres'),
  ...terraform(['aws_glue_catalog_database', 'aws_athena_database'], 'name', 'schema', 'glue'),
  ...terraform(['aws_glue_catalog_table', 'aws_glue_crawler'], 'database_name', 'schema', 'glue'),
  ...terraform(['aws_glue_catalog_table'], 'name', 'table', 'glue'),
  ...terraform(['aws_lakeformation_permissions'], 'database.name', 'schema', 'glue'),
  ...terraform(['aws_lakeformation_permissions'], 'table.database_name', 'schema', 'glue'),
  ...terraform(['aws_lakeformation_permissions'], 'table.name', 'table', 'glue'),
  ...terraform(['aws_s3tables_namespace', 'aws_s3tables_table'], 'namespace', 'schema', 'glue'),
  ...terraform(['cassandra_keyspace', 'aws_keyspaces_keyspace', 'astra_keyspace'], 'name', 'keyspace', 'cassandra'),
  ...terraform(['mlflow_experiment', 'databricks_mlflow_experiment'], 'name', 'experiment', 'mlflow'),
  ...terraform(['mlflow_registered_model', 'databricks_mlflow_model'], 'name', 'model', 'mlflow'),
  ...terraform(['databricks_catalog'], 'name', 'catalog', 'spark'),
  ...terraform(['aws_athena_data_catalog'], 'name', 'catalog', 'trino'),
  ...terraform(['databricks_schema'], 'name', 'schema', 'spark'),
  ...terraform(['databricks_schema', 'databricks_volume', 'databricks_sql_table', 'databricks_registered_model'], 'catalog_name', 'catalog', 'spark'),
  ...terraform(['databricks_volume', 'databricks_sql_table', 'databricks_registered_model'], 'schema_name', 'schema', 'spark'),
  ...terraform(['databricks_sql_table'], 'name', 'table', 'spark'),
  // A data set of BigQuery's is what a schema is elsewhere, as in dbt's profiles.
  ...terraform(['google_bigquery_dataset', 'google_bigquery_table', 'google_bigquery_dataset_iam_member', 'google_bigquery_dataset_iam_binding'], 'dataset_id', 'schema', null),
  ...terraform(['google_bigquery_data_transfer_config'], 'destination_dataset_id', 'schema', null),
  ...terraform(['google_bigquery_table'], 'table_id', 'table', null),
];
