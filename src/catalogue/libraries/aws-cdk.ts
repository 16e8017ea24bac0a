import type { Library } from '../library.js';

/** https://docs.aws.amazon.com/cdk/api/v2/python/: a construct's own id is no name. */
export const awsCdk: Library = {
  library: 'aws-cdk',
  language: 'python',
  system: 's3',
  types: {},
  entries: [
    {
      call: ['aws_cdk.aws_cassandra.CfnTable'],
      takes: [{ keyword: 'table_name', is: 'table', system: 'cassandra' }],
      access: 'define',
      match: [
        {
          code: 'from aws_cdk import aws_cassandra\naws_cassandra.CfnTable(self, "Events", keyspace_name="kol_metrics", table_name="events")',
          finds: ['keyspace kol_metrics', 'table events'],
        },
      ],
      skip: ['from aws_cdk import aws_dynamodb\naws_dynamodb.CfnTable(self, "Events", table_name="events")'],
    },
    {
      call: ['aws_cdk.aws_s3.Bucket'],
      takes: [{ keyword: 'bucket_name', is: 'bucket' }],
      access: 'define',
      match: [
        { code: 'from aws_cdk import aws_s3 as s3\ns3.Bucket(self, "Bronze", bucket_name="kol-bronze")', finds: ['bucket kol-bronze'] },
      ],
      skip: ['from aws_cdk import aws_s3 as s3\ns3.Bucket(self, "kol-bronze")'],
    },
    {
      call: ['aws_cdk.aws_s3.Bucket.from_bucket_name'],
      takes: [{ at: 2, keyword: 'bucket_name', is: 'bucket' }],
      match: [
        { code: 'from aws_cdk import aws_s3 as s3\ns3.Bucket.from_bucket_name(self, "Gold", "sme-gold")', finds: ['bucket sme-gold'] },
      ],
      skip: ['from aws_cdk import aws_sqs\naws_sqs.Queue.from_queue_arn(self, "Gold", "sme-gold")'],
    },
    {
      call: ['aws_cdk.aws_glue.CfnDatabase.DatabaseInputProperty'],
      takes: [{ keyword: 'name', is: 'schema', system: 'glue' }],
      access: 'define',
      match: [
        { code: 'from aws_cdk import aws_glue as glue\nglue.CfnDatabase.DatabaseInputProperty(name="kol_gold")', finds: ['schema kol_gold'] },
      ],
      skip: ['from aws_cdk import aws_glue as glue\nglue.CfnCrawler(self, "c", name="kol_gold")'],
    },
  ],
};
