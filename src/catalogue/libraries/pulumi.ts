import type { Library } from '../library.js';

/**
 * https://www.pulumi.com/registry/packages/aws/: the first argument is what Pulumi calls a resource,
 * another says its name on the platform.
 */
export const pulumi: Library = {
  library: 'pulumi',
  language: 'python',
  system: null,
  types: {},
  entries: [
    {
      call: [
        'pulumi_aws.s3.Bucket', 'pulumi_aws.s3.BucketV2', 'pulumi_aws.s3.BucketObject', 'pulumi_aws.s3.BucketObjectv2', 'pulumi_aws.s3.BucketPolicy',
        'pulumi_minio.S3Bucket', 'pulumi_digitalocean.SpacesBucket',
      ],
      takes: [{ keyword: ['bucket', 'name'], is: 'bucket', system: 's3' }],
      access: 'define',
      match: [{ code: 'import pulumi_aws as aws\naws.s3.BucketV2("assets", bucket="kol-bronze")', finds: ['bucket kol-bronze'] }],
      skip: ['import pulumi_aws as aws\naws.s3.Bucket("assets", force_destroy=True)'],
    },
    {
      call: ['pulumi_gcp.storage.Bucket'],
      takes: [{ keyword: 'name', is: 'bucket', system: 'gcs' }],
      access: 'define',
      match: [{ code: 'import pulumi_gcp as gcp\ngcp.storage.Bucket("assets", name="kol-bronze", location="EU")', finds: ['bucket kol-bronze'] }],
      skip: ['import pulumi_gcp as gcp\ngcp.storage.Bucket("assets", location="EU")'],
    },
    {
      call: ['pulumi_aws.glue.CatalogDatabase'],
      takes: [{ keyword: 'name', is: 'schema', system: 'glue' }],
      access: 'define',
      match: [{ code: 'import pulumi_aws as aws\naws.glue.CatalogDatabase("gold", name="kol_gold")', finds: ['schema kol_gold'] }],
      skip: ['import pulumi_aws as aws\naws.glue.CatalogDatabase("gold", description="kol_gold")'],
    },
    {
      call: ['pulumi_aws.rds.Instance', 'pulumi_aws.rds.Cluster', 'pulumi_aws.rds.*'],
      takes: [{ keyword: ['db_name', 'database_name'], is: 'database' }],
      access: 'define',
      match: [{ code: 'import pulumi_aws as aws\naws.rds.Instance("pg", db_name="kol_app", engine="postgres")', finds: ['database kol_app'] }],
      skip: ['import pulumi_aws as aws\naws.rds.Instance("kol_app", engine="postgres")'],
    },
    {
      call: ['pulumi_postgresql.Database'],
      takes: [{ keyword: 'name', is: 'database', system: 'postgres' }],
      access: 'define',
      match: [{ code: 'import pulumi_postgresql as postgresql\npostgresql.Database("app", name="kol_app")', finds: ['database kol_app'] }],
      skip: ['import pulumi_postgresql as postgresql\npostgresql.Role("app", name="kol_app")'],
    },
    {
      call: ['pulumi_postgresql.Schema'],
      takes: [
        { keyword: 'name', is: 'schema', system: 'postgres' },
        { keyword: 'database', is: 'database', system: 'postgres' },
      ],
      access: 'define',
      match: [
        { code: 'import pulumi_postgresql as postgresql\npostgresql.Schema("app", name="kol", database="kol_app")', finds: ['schema kol', 'database kol_app'] },
      ],
      skip: ['import pulumi_postgresql as postgresql\npostgresql.Schema("app", owner="kol_app")'],
    },
    {
      call: ['pulumi_kafka.Topic', 'pulumi_confluentcloud.KafkaTopic'],
      takes: [{ keyword: ['name', 'topic_name'], is: 'topic', system: 'kafka' }],
      access: 'define',
      match: [{ code: 'import pulumi_kafka as kafka\nkafka.Topic("events", name="kol.events", partitions=3)', finds: ['topic kol.events'] }],
      skip: ['import pulumi_kafka as kafka\nkafka.Topic("events", partitions=3)'],
    },
  ],
};
