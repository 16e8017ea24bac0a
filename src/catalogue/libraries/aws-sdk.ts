import type { Library } from '../library.js';

const ACCESS = {
  define: '^(?:[Cc]reate|[Dd]elete)Bucket(?:Command)?$',
  read: '^(?:[Gg]et|[Ll]ist|[Hh]ead|[Ss]elect)',
  write: '^(?:[Pp]ut|[Uu]pload|[Dd]elete|[Cc]opy|[Rr]estore|[Cc]reate|[Cc]omplete|[Aa]bort)',
} as const;

/** What is copied, its bucket first: `kol-bronze/a.csv`, `/kol-bronze/a.csv`. */
const COPY_SOURCE = { at: 0, entry: ['CopySource'], is: 'path', within: '^/?(.+)$', access: 'read' } as const;

/** AWS SDK for JavaScript, versions 3 (commands) and 2 (methods of `new AWS.S3()`). */
export const awsSdk: Library = {
  library: 'aws-sdk',
  language: 'javascript',
  system: 's3',
  types: {
    Client: [
      '@aws-sdk/client-s3.S3()', 'aws-sdk.S3()', 'aws-sdk/clients/s3()', 'aws-sdk/clients/s3.default()', '~AWS.S3()', '~s3', '~S3', '~s3Client', '~S3Client()',
    ],
  },
  entries: [
    {
      call: ['@aws-sdk/client-s3.*Command', '~*Command'],
      takes: [{ at: 0, entry: ['Bucket'], is: 'bucket' }, COPY_SOURCE],
      accessByMethod: ACCESS,
      match: [
        {
          code: "import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';\nnew S3Client({}).send(new GetObjectCommand({ Bucket: 'gold', Key: 'a' }));",
          finds: ['bucket gold'],
        },
        {
          code: "import { CopyObjectCommand } from '@aws-sdk/client-s3';\nnew CopyObjectCommand({ CopySource: `kol-bronze/${key}`, Bucket: 'kol-silver', Key: key });",
          finds: ['bucket kol-bronze', 'bucket kol-silver'],
        },
      ],
      skip: ["import { RunCommand } from 'shell';\nnew RunCommand({ Name: 'gold' });"],
    },
    {
      call: ['Client.*'],
      takes: [{ at: 0, entry: ['Bucket'], is: 'bucket' }, COPY_SOURCE],
      accessByMethod: ACCESS,
      match: [
        { code: "s3.copyObject({ CopySource: '/kol-bronze/a.csv', Bucket: 'kol-silver', Key: 'a' });", finds: ['bucket kol-bronze', 'bucket kol-silver'] },
        { code: "import AWS from 'aws-sdk';\nconst s3 = new AWS.S3();\ns3.putObject({ Bucket: 'kol-bronze', Key: 'a' });", finds: ['bucket kol-bronze'] },
      ],
      skip: ["queue.send({ Queue: 'kol-bronze' });"],
    },
    {
      call: ['@aws-sdk/lib-storage.Upload'],
      takes: [{ at: 0, entry: ['params', 'Bucket'], is: 'bucket' }],
      access: 'write',
      match: [
        { code: "import { Upload } from '@aws-sdk/lib-storage';\nnew Upload({ client, params: { Bucket: 'kol-bronze', Key: 'a', Body: b } });", finds: ['bucket kol-bronze'] },
      ],
      skip: ["import { Upload } from 'antd';\nnew Upload({ params: { Key: 'kol-bronze' } });"],
    },
    {
      call: ['@aws-sdk/s3-presigned-post.createPresignedPost'],
      takes: [{ at: 1, entry: ['Bucket'], is: 'bucket' }],
      access: 'write',
      match: [
        { code: "import { createPresignedPost } from '@aws-sdk/s3-presigned-post';\ncreatePresignedPost(client, { Bucket: 'kol-bronze', Key: 'a' });", finds: ['bucket kol-bronze'] },
      ],
      skip: ["createPresignedPost(client, { Key: 'kol-bronze' });"],
    },
    {
      call: ['@aws-sdk/client-athena.StartQueryExecutionCommand'],
      takes: [
        { at: 0, entry: ['QueryString'], is: 'sql' },
        { at: 0, entry: ['QueryExecutionContext', 'Database'], is: 'schema', system: 'glue' },
      ],
      match: [
        {
          code: "import { StartQueryExecutionCommand } from '@aws-sdk/client-athena';\nnew StartQueryExecutionCommand({ QueryString: 'SELECT 1', QueryExecutionContext: { Database: 'kol_gold' } });",
          finds: ['schema kol_gold'],
        },
      ],
      skip: ["new StartQueryExecutionCommand({ WorkGroup: 'kol_gold' });"],
    },
  ],
};
