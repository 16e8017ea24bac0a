import type { Library } from '../library.js';

/**
 * https://www.pulumi.com/registry/packages/aws/: the first argument is what Pulumi calls a resource,
 * the second says its name on the platform.
 */
export const pulumiJs: Library = {
  library: 'pulumi-js',
  language: 'javascript',
  system: null,
  types: {},
  entries: [
    {
      call: ['@pulumi/aws.s3.*', '@pulumi/minio.S3Bucket', '@pulumi/digitalocean.SpacesBucket'],
      takes: [{ at: 1, entry: ['bucket'], is: 'bucket', system: 's3' }],
      access: 'define',
      match: [{ code: "import * as aws from '@pulumi/aws';\nnew aws.s3.BucketV2('assets', { bucket: 'bronze' });", finds: ['bucket bronze'] }],
      skip: ["import * as aws from '@pulumi/aws';\nnew aws.s3.BucketV2('bronze', { forceDestroy: true });"],
    },
    {
      call: ['@pulumi/gcp.storage.Bucket'],
      takes: [{ at: 1, entry: ['name'], is: 'bucket', system: 'gcs' }],
      access: 'define',
      match: [{ code: "import * as gcp from '@pulumi/gcp';\nnew gcp.storage.Bucket('assets', { name: 'kol-bronze', location: 'EU' });", finds: ['bucket kol-bronze'] }],
      skip: ["import * as gcp from '@pulumi/gcp';\nnew gcp.storage.Bucket('kol-bronze', { location: 'EU' });"],
    },
    {
      call: ['@pulumi/aws.glue.CatalogDatabase'],
      takes: [{ at: 1, entry: ['name'], is: 'schema', system: 'glue' }],
      access: 'define',
      match: [{ code: "import * as aws from '@pulumi/aws';\nnew aws.glue.CatalogDatabase('gold', { name: 'kol_gold' });", finds: ['schema kol_gold'] }],
      skip: ["import * as aws from '@pulumi/aws';\nnew aws.glue.CatalogDatabase('kol_gold', {});"],
    },
    {
      call: ['@pulumi/aws.athena.Database'],
      takes: [
        { at: 1, entry: ['name'], is: 'schema', system: 'glue' },
        { at: 1, entry: ['bucket'], is: 'bucket', system: 's3' },
      ],
      access: 'define',
      match: [{ code: "import * as aws from '@pulumi/aws';\nnew aws.athena.Database('gold', { name: 'kol_gold', bucket: 'kol-results' });", finds: ['schema kol_gold', 'bucket kol-results'] }],
      skip: ["import * as aws from '@pulumi/aws';\nnew aws.athena.Workgroup('gold', { name: 'kol_gold' });"],
    },
    {
      call: ['@pulumi/postgresql.Schema'],
      takes: [
        { at: 1, entry: ['name'], is: 'schema', system: 'postgres' },
        { at: 1, entry: ['database'], is: 'database', system: 'postgres' },
      ],
      access: 'define',
      match: [{ code: "import * as postgresql from '@pulumi/postgresql';\nnew postgresql.Schema('app', { name: 'kol', database: 'kol_app' });", finds: ['schema kol', 'database kol_app'] }],
      skip: ["import * as postgresql from '@pulumi/postgresql';\nnew postgresql.Role('app', { name: 'kol' });"],
    },
    {
      call: ['@pulumi/postgresql.Grant', '@pulumi/postgresql.DefaultPrivileges'],
      takes: [
        { at: 1, entry: ['schema'], is: 'schema', system: 'postgres' },
        { at: 1, entry: ['database'], is: 'database', system: 'postgres' },
      ],
      access: 'define',
      match: [{ code: "import * as postgresql from '@pulumi/postgresql';\nnew postgresql.Grant('app', { role: 'r', schema: 'kol', database: 'kol_app', objectType: 'table' });", finds: ['schema kol', 'database kol_app'] }],
      skip: ["import * as postgresql from '@pulumi/postgresql';\nnew postgresql.Grant('app', { role: 'kol' });"],
    },
    {
      call: ['@pulumi/aws.keyspaces.Keyspace'],
      takes: [{ at: 1, entry: ['name'], is: 'keyspace', system: 'cassandra' }],
      access: 'define',
      match: [{ code: "import * as aws from '@pulumi/aws';\nnew aws.keyspaces.Keyspace('scores', { name: 'kol_scores' });", finds: ['keyspace kol_scores'] }],
      skip: ["import * as aws from '@pulumi/aws';\nnew aws.keyspaces.Keyspace('kol_scores');"],
    },
    {
      call: ['@pulumi/aws.keyspaces.Table'],
      takes: [
        { at: 1, entry: ['keyspaceName'], is: 'keyspace', system: 'cassandra' },
        { at: 1, entry: ['tableName'], is: 'table', system: 'cassandra' },
      ],
      access: 'define',
      match: [{ code: "import { keyspaces } from '@pulumi/aws';\nnew keyspaces.Table('scores', { keyspaceName: 'kol_scores', tableName: 'daily' });", finds: ['keyspace kol_scores', 'table daily'] }],
      skip: ["import * as aws from '@pulumi/aws';\nnew aws.dynamodb.Table('scores', { name: 'daily' });"],
    },
    {
      call: ['@pulumi/aws.glue.CatalogTable'],
      takes: [
        { at: 1, entry: ['databaseName'], is: 'schema', system: 'glue' },
        { at: 1, entry: ['name'], is: 'table', system: 'glue' },
      ],
      access: 'define',
      match: [{ code: "import { glue } from '@pulumi/aws';\nnew glue.CatalogTable('events', { name: 'events', databaseName: 'kol_gold' });", finds: ['table events', 'schema kol_gold'] }],
      skip: ["import { glue } from '@pulumi/aws';\nnew glue.Job('events', { name: 'events' });"],
    },
    {
      call: ['@pulumi/gcp.sql.Database', '@pulumi/postgresql.Database', '@pulumi/mysql.Database'],
      takes: [{ at: 1, entry: ['name'], is: 'database' }],
      access: 'define',
      match: [{ code: "import * as postgresql from '@pulumi/postgresql';\nnew postgresql.Database('app', { name: 'kol_app' });", finds: ['database kol_app'] }],
      skip: ["import * as postgresql from '@pulumi/postgresql';\nnew postgresql.Role('app', { name: 'kol_app' });"],
    },
    {
      call: ['@pulumi/confluentcloud.KafkaTopic'],
      takes: [{ at: 1, entry: ['topicName'], is: 'topic', system: 'kafka' }],
      access: 'define',
      match: [{ code: "import * as confluent from '@pulumi/confluentcloud';\nnew confluent.KafkaTopic('events', { topicName: 'kol.events' });", finds: ['topic kol.events'] }],
      skip: ["import * as confluent from '@pulumi/confluentcloud';\nnew confluent.KafkaTopic('kol.events', { kafkaCluster: { id: cluster.id } });"],
    },
    {
      // Who may do what with a topic: https://www.pulumi.com/registry/packages/confluentcloud/api-docs/kafkaacl/
      call: ['@pulumi/confluentcloud.KafkaAcl'],
      where: { at: 1, entry: ['resourceType'], equals: ['TOPIC'] },
      takes: [{ at: 1, entry: ['resourceName'], is: 'topic', system: 'kafka' }],
      match: [
        { code: "import * as confluent from '@pulumi/confluentcloud';\nnew confluent.KafkaAcl('write', { resourceType: 'TOPIC', resourceName: 'kol.events', patternType: 'LITERAL' });", finds: ['topic kol.events'] },
      ],
      skip: ["import * as confluent from '@pulumi/confluentcloud';\nnew confluent.KafkaAcl('read', { resourceType: 'GROUP', resourceName: 'kol.events' });"],
    },
    {
      call: ['@pulumi/kafka.Acl'],
      where: { at: 1, entry: ['aclResourceType'], equals: ['Topic'] },
      takes: [{ at: 1, entry: ['aclResourceName'], is: 'topic', system: 'kafka' }],
      match: [{ code: "import * as kafka from '@pulumi/kafka';\nnew kafka.Acl('write', { aclResourceType: 'Topic', aclResourceName: 'kol.events' });", finds: ['topic kol.events'] }],
      skip: ["import * as kafka from '@pulumi/kafka';\nnew kafka.Acl('read', { aclResourceType: 'Group', aclResourceName: 'kol.events' });"],
    },
    {
      call: ['@pulumi/kafka.Topic'],
      takes: [{ at: 1, entry: ['name'], is: 'topic', system: 'kafka' }],
      access: 'define',
      match: [{ code: "import * as kafka from '@pulumi/kafka';\nnew kafka.Topic('events', { name: 'kol.events', partitions: 3 });", finds: ['topic kol.events'] }],
      skip: ["import * as aws from '@pulumi/aws';\nnew aws.sns.Topic('events', { name: 'kol.events' });"],
    },
  ],
};
