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
  ],
};
