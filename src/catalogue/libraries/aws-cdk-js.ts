import type { Library } from '../library.js';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-construct-library.html: a construct's own id is no name. */
export const awsCdkJs: Library = {
  library: 'aws-cdk-js',
  language: 'javascript',
  system: 's3',
  types: {},
  entries: [
    {
      call: ['aws-cdk-lib/aws-s3.Bucket', 'aws-cdk-lib.aws_s3.Bucket', '@aws-cdk/aws-s3.Bucket'],
      takes: [{ at: 2, entry: ['bucketName'], is: 'bucket' }],
      access: 'define',
      match: [
        {
          code: "import { Bucket } from 'aws-cdk-lib/aws-s3';\nnew Bucket(this, 'Bronze', { bucketName: 'kol-bronze', versioned: true });",
          finds: ['bucket kol-bronze'],
        },
      ],
      skip: ["import { Bucket } from 'aws-cdk-lib/aws-s3';\nnew Bucket(this, 'kol-bronze', { versioned: true });"],
    },
    {
      call: ['aws-cdk-lib/aws-s3.Bucket.fromBucketName', 'aws-cdk-lib.aws_s3.Bucket.fromBucketName', '@aws-cdk/aws-s3.Bucket.fromBucketName'],
      takes: [{ at: 2, is: 'bucket' }],
      match: [
        {
          code: "import * as s3 from 'aws-cdk-lib/aws-s3';\ns3.Bucket.fromBucketName(this, 'Gold', 'sme-gold');",
          finds: ['bucket sme-gold'],
        },
      ],
      skip: ["import * as sqs from 'aws-cdk-lib/aws-sqs';\nsqs.Queue.fromQueueArn(this, 'Gold', 'sme-gold');"],
    },
    {
      call: ['aws-cdk-lib/aws-glue.CfnDatabase', 'aws-cdk-lib.aws_glue.CfnDatabase', '@aws-cdk/aws-glue.CfnDatabase'],
      takes: [{ at: 2, entry: ['databaseInput', 'name'], is: 'schema', system: 'glue' }],
      access: 'define',
      match: [
        {
          code: "import * as glue from 'aws-cdk-lib/aws-glue';\nnew glue.CfnDatabase(this, 'Gold', { catalogId, databaseInput: { name: 'kol_gold' } });",
          finds: ['schema kol_gold'],
        },
      ],
      skip: ["import * as glue from 'aws-cdk-lib/aws-glue';\nnew glue.CfnCrawler(this, 'Gold', { name: 'kol_gold' });"],
    },
    {
      call: ['aws-cdk-lib/aws-glue.CfnTable', 'aws-cdk-lib.aws_glue.CfnTable', '@aws-cdk/aws-glue.CfnTable'],
      takes: [
        { at: 2, entry: ['databaseName'], is: 'schema', system: 'glue' },
        { at: 2, entry: ['tableInput', 'name'], is: 'table', system: 'glue' },
      ],
      access: 'define',
      match: [
        {
          code: "import * as glue from 'aws-cdk-lib/aws-glue';\nnew glue.CfnTable(this, 'Scores', { catalogId, databaseName: 'kol_gold', tableInput: { name: 'scores' } });",
          finds: ['schema kol_gold', 'table scores'],
        },
      ],
      skip: ["import * as glue from 'aws-cdk-lib/aws-glue';\nnew glue.CfnJob(this, 'kol_gold', { name: 'scores' });"],
    },
    {
      call: ['aws-cdk-lib/aws-glue.CfnCrawler', 'aws-cdk-lib.aws_glue.CfnCrawler', '@aws-cdk/aws-glue.CfnCrawler'],
      takes: [{ at: 2, entry: ['databaseName'], is: 'schema', system: 'glue' }],
      access: 'write',
      match: [
        { code: "import * as glue from 'aws-cdk-lib/aws-glue';\nnew glue.CfnCrawler(this, 'Gold', { role, databaseName: 'kol_gold', targets });", finds: ['schema kol_gold'] },
      ],
      skip: ["import * as glue from 'aws-cdk-lib/aws-glue';\nnew glue.CfnCrawler(this, 'kol_gold', { role, targets });"],
    },
    {
      call: ['@aws-cdk/aws-glue-alpha.Database', '@aws-cdk/aws-glue.Database'],
      takes: [{ at: 2, entry: ['databaseName'], is: 'schema', system: 'glue' }],
      access: 'define',
      match: [
        { code: "import { Database } from '@aws-cdk/aws-glue-alpha';\nnew Database(this, 'Gold', { databaseName: 'kol_gold' });", finds: ['schema kol_gold'] },
      ],
      skip: ["import { Database } from '@aws-cdk/aws-glue-alpha';\nnew Database(this, 'kol_gold');"],
    },
    {
      call: ['@aws-cdk/aws-glue-alpha.Table', '@aws-cdk/aws-glue-alpha.S3Table', '@aws-cdk/aws-glue.Table'],
      takes: [{ at: 2, entry: ['tableName'], is: 'table', system: 'glue' }],
      access: 'define',
      match: [
        { code: "import * as glue from '@aws-cdk/aws-glue-alpha';\nnew glue.S3Table(this, 'Scores', { database, tableName: 'scores' });", finds: ['table scores'] },
      ],
      skip: ["import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';\nnew dynamodb.Table(this, 'Scores', { tableName: 'scores' });"],
    },
    {
      call: ['aws-cdk-lib/aws-athena.CfnNamedQuery', 'aws-cdk-lib.aws_athena.CfnNamedQuery', '@aws-cdk/aws-athena.CfnNamedQuery'],
      takes: [
        { at: 2, entry: ['database'], is: 'schema', system: 'glue' },
        { at: 2, entry: ['queryString'], is: 'sql' },
      ],
      match: [
        {
          code: "import * as athena from 'aws-cdk-lib/aws-athena';\nnew athena.CfnNamedQuery(this, 'Q', { database: 'kol_gold', queryString: 'SELECT id FROM scores' });",
          finds: ['schema kol_gold', 'table scores'],
        },
      ],
      skip: ["import * as athena from 'aws-cdk-lib/aws-athena';\nnew athena.CfnWorkGroup(this, 'kol_gold', { name: 'kol_gold' });"],
    },
    {
      call: [
        'aws-cdk-lib/aws-rds.DatabaseInstance', 'aws-cdk-lib.aws_rds.DatabaseInstance', '@aws-cdk/aws-rds.DatabaseInstance',
        'aws-cdk-lib/aws-rds.DatabaseCluster', 'aws-cdk-lib.aws_rds.DatabaseCluster', '@aws-cdk/aws-rds.DatabaseCluster',
        'aws-cdk-lib/aws-rds.ServerlessCluster', 'aws-cdk-lib.aws_rds.ServerlessCluster', '@aws-cdk/aws-rds.ServerlessCluster',
      ],
      takes: [
        { at: 2, entry: ['databaseName'], is: 'database', system: 'postgres' },
        { at: 2, entry: ['defaultDatabaseName'], is: 'database', system: 'postgres' },
      ],
      access: 'define',
      match: [
        { code: "import * as rds from 'aws-cdk-lib/aws-rds';\nnew rds.DatabaseCluster(this, 'App', { engine, defaultDatabaseName: 'kol_app' });", finds: ['database kol_app'] },
      ],
      skip: ["import * as rds from 'aws-cdk-lib/aws-rds';\nnew rds.DatabaseCluster(this, 'kol_app', { engine, clusterIdentifier: 'kol_app' });"],
    },
    {
      call: ['aws-cdk-lib/aws-cassandra.CfnKeyspace', 'aws-cdk-lib.aws_cassandra.CfnKeyspace', '@aws-cdk/aws-cassandra.CfnKeyspace'],
      takes: [{ at: 2, entry: ['keyspaceName'], is: 'keyspace', system: 'cassandra' }],
      access: 'define',
      match: [
        { code: "import * as cassandra from 'aws-cdk-lib/aws-cassandra';\nnew cassandra.CfnKeyspace(this, 'M', { keyspaceName: 'kol_metrics' });", finds: ['keyspace kol_metrics'] },
      ],
      skip: ["import * as cassandra from 'aws-cdk-lib/aws-cassandra';\nnew cassandra.CfnKeyspace(this, 'kol_metrics', {});"],
    },
  ],
};
