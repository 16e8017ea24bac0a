import type { Library } from '../library.js';

/** https://cloud.google.com/python/docs/reference/storage/latest */
export const googleStorage: Library = {
  library: 'google-cloud-storage',
  language: 'python',
  system: 'gcs',
  types: {
    Client: [
      'google.cloud.storage.Client()', 'google.cloud.storage.client.Client()', 'google.cloud.storage.Client.from_service_account_json()',
      '~storage_client', '~gcs_client',
    ],
  },
  entries: [
    {
      call: ['Client.bucket', 'Client.get_bucket', 'Client.lookup_bucket', 'Client.list_blobs'],
      takes: [{ at: 0, keyword: ['bucket_name', 'bucket_or_name'], is: 'bucket' }],
      access: 'read',
      match: [
        { code: 'from google.cloud import storage\nstorage.Client().bucket("kol-bronze").blob("a.csv")', finds: ['bucket kol-bronze'] },
      ],
      skip: ['from google.cloud import bigquery\nbigquery.Client().get_bucket("kol-bronze")'],
    },
    {
      call: ['Client.create_bucket'],
      takes: [{ at: 0, keyword: 'bucket_or_name', is: 'bucket' }],
      access: 'define',
      match: [{ code: 'from google.cloud import storage\nstorage.Client().create_bucket("kol-bronze")', finds: ['bucket kol-bronze'] }],
      skip: ['histogram.create_bucket("kol-bronze")'],
    },
    {
      call: ['google.cloud.storage.Bucket'],
      takes: [{ at: 1, keyword: 'name', is: 'bucket' }],
      match: [
        { code: 'from google.cloud import storage\nstorage.Bucket(storage.Client(), "kol-bronze")', finds: ['bucket kol-bronze'] },
      ],
      skip: ['from tokens import Bucket\nBucket(10, "kol-bronze")'],
    },
  ],
};
