import type { Library } from '../library.js';

const BUCKET = { at: 0, is: 'bucket' } as const;

/** https://min.io/docs/minio/linux/developers/javascript/API.html */
export const minioJs: Library = {
  library: 'minio-js',
  language: 'javascript',
  system: 's3',
  types: {
    Client: ['minio.Client()', 'minio.default.Client()', 'nestjs-minio-client.MinioService().client', '~minioClient', '~minio', '~Minio.Client()'],
    Policy: ['Client.newPostPolicy()', 'minio.PostPolicy()'],
  },
  entries: [
    {
      call: [
        'Client.getObject', 'Client.fGetObject', 'Client.statObject', 'Client.listObjects', 'Client.listObjectsV2', 'Client.bucketExists',
        'Client.presignedGetObject', 'Client.getPartialObject', 'Client.getBucketPolicy', 'Client.getBucketTagging',
        'Client.listIncompleteUploads', 'Client.listObjectsQuery', 'Client.listObjectsV2Query', 'Client.selectObjectContent',
        'Client.getBucketVersioning', 'Client.getBucketEncryption', 'Client.getBucketLifecycle', 'Client.getBucketNotification',
        'Client.getBucketReplication', 'Client.getObjectTagging', 'Client.getObjectRetention', 'Client.getObjectLegalHold',
        'Client.getObjectLockConfig', 'Client.listenBucketNotification',
      ],
      takes: [BUCKET],
      access: 'read',
      match: [
        { code: "import { Client } from 'minio';\nnew Client({ endPoint: 'sme-minio' }).getObject('kol-gold', 'a');", finds: ['bucket kol-gold'] },
        { code: "import * as Minio from 'minio';\nconst client = new Minio.Client({});\nclient.bucketExists('kol-gold');", finds: ['bucket kol-gold'] },
      ],
      skip: ["store.getObject('kol-gold', 'a');"],
    },
    {
      call: [
        'Client.putObject', 'Client.fPutObject', 'Client.removeObject', 'Client.removeObjects', 'Client.copyObject', 'Client.presignedPutObject',
        'Client.setBucketPolicy', 'Client.setBucketTagging', 'Client.setBucketLifecycle', 'Client.setBucketNotification',
        'Client.setBucketVersioning', 'Client.setBucketEncryption', 'Client.setBucketReplication', 'Client.setObjectTagging',
        'Client.setObjectRetention', 'Client.setObjectLegalHold', 'Client.setObjectLockConfig', 'Client.removeIncompleteUpload',
        'Client.removeObjectTagging', 'Client.removeBucketTagging', 'Client.removeBucketLifecycle', 'Client.removeBucketEncryption',
        'Client.removeBucketReplication', 'Client.removeAllBucketNotification',
      ],
      takes: [BUCKET],
      access: 'write',
      match: [{ code: "import { Client } from 'minio';\nnew Client({}).putObject('kol-gold', 'a', body);", finds: ['bucket kol-gold'] }],
      skip: ["cache.putObject('kol-gold', 'a');"],
    },
    {
      call: ['Client.makeBucket', 'Client.removeBucket'],
      takes: [BUCKET],
      access: 'define',
      match: [{ code: "import { Client } from 'minio';\nawait new Client({}).makeBucket('kol-gold', 'us-east-1');", finds: ['bucket kol-gold'] }],
      skip: ["histogram.makeBucket('kol-gold');"],
    },
    {
      call: ['Client.presignedUrl'],
      takes: [{ at: 1, is: 'bucket' }],
      match: [{ code: "import { Client } from 'minio';\nnew Client({}).presignedUrl('PUT', 'kol-gold', 'a');", finds: ['bucket kol-gold'] }],
      skip: ["links.presignedUrl('PUT', 'kol-gold', 'a');"],
    },
    {
      call: ['Client.copyObject'],
      takes: [{ at: 2, is: 'bucket', within: '^/?([^/]+)/', access: 'read' }],
      match: [
        { code: "import { Client } from 'minio';\nnew Client({}).copyObject('kol-gold', 'a', '/sme-gold/a');", finds: ['bucket kol-gold', 'bucket sme-gold'] },
      ],
      skip: ["cache.copyObject('kol-gold', 'a', '/sme-gold/a');"],
    },
    {
      call: ['Policy.setBucket'],
      takes: [BUCKET],
      access: 'write',
      match: [{ code: "import { Client } from 'minio';\nconst policy = new Client({}).newPostPolicy();\npolicy.setBucket('kol-gold');", finds: ['bucket kol-gold'] }],
      skip: ["chart.setBucket('kol-gold');"],
    },
    {
      call: ['minio.CopySourceOptions', 'minio.CopyDestinationOptions', '~Minio.CopySourceOptions', '~Minio.CopyDestinationOptions'],
      takes: [{ at: 0, entry: ['Bucket'], is: 'bucket' }],
      match: [
        { code: "import * as Minio from 'minio';\nnew Minio.CopySourceOptions({ Bucket: 'sme-gold', Object: 'a' });", finds: ['bucket sme-gold'] },
      ],
      skip: ["import * as Minio from 'minio';\nnew Minio.CopySourceOptions({ Object: 'sme-gold' });"],
    },
  ],
};
