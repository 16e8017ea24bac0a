import type { Library } from '../library.js';

const BUCKET = { at: 0, keyword: 'bucket_name', is: 'bucket' } as const;

/** https://min.io/docs/minio/linux/developers/python/API.html */
export const minio: Library = {
  library: 'minio-py',
  language: 'python',
  system: 's3',
  types: {
    Minio: ['minio.Minio()', 'minio.api.Minio()', 'miniopy_async.Minio()', '~minio_client', '~minio', '~minioClient', '~mc'],
  },
  entries: [
    {
      call: [
        'Minio.get_object', 'Minio.fget_object', 'Minio.stat_object', 'Minio.list_objects', 'Minio.list_objects_v2',
        'Minio.bucket_exists', 'Minio.presigned_get_object', 'Minio.get_presigned_url', 'Minio.select_object_content',
        'Minio.get_bucket_policy', 'Minio.get_bucket_tags', 'Minio.get_bucket_versioning', 'Minio.get_bucket_lifecycle',
        'Minio.listen_bucket_notification', 'Minio.get_object_tags', 'Minio.get_bucket_notification',
      ],
      takes: [BUCKET],
      access: 'read',
      match: [
        { code: 'from minio import Minio\nclient = Minio("h:9000")\nclient.get_object("kol-bronze", "a.csv")', finds: ['bucket kol-bronze'] },
        { code: 'minio_client.bucket_exists("kol-bronze")', finds: ['bucket kol-bronze'] },
        { code: 'from minio import Minio\nMinio("h:9000").list_objects(bucket_name="kol-bronze")', finds: ['bucket kol-bronze'] },
      ],
      skip: [
        'class Store:\n    def list_objects(self, kind): ...\n\nStore().list_objects("kol-bronze")',
        'from minio import Minio\nMinio("sme-minio:9000")',
      ],
    },
    {
      call: [
        'Minio.put_object', 'Minio.fput_object', 'Minio.remove_object', 'Minio.remove_objects', 'Minio.compose_object',
        'Minio.presigned_put_object', 'Minio.set_bucket_policy', 'Minio.set_bucket_tags', 'Minio.set_bucket_versioning',
        'Minio.set_bucket_lifecycle', 'Minio.set_bucket_notification', 'Minio.copy_object', 'Minio.upload_snowball_objects',
        'Minio.set_object_tags', 'Minio.set_bucket_encryption', 'Minio.delete_bucket_policy', 'Minio.append_object',
      ],
      takes: [BUCKET],
      access: 'write',
      match: [
        { code: 'from minio import Minio\nMinio("h").put_object("kol-bronze", "a", data, 3)', finds: ['bucket kol-bronze'] },
        { code: 'from minio import Minio\n\ndef put(client: Minio):\n    client.fput_object("kol-bronze", "a", "a.csv")', finds: ['bucket kol-bronze'] },
      ],
      skip: ['cache.put_object("kol-bronze", "a")'],
    },
    {
      call: ['Minio.make_bucket', 'Minio.remove_bucket'],
      takes: [BUCKET],
      access: 'define',
      match: [
        {
          code: 'from minio import Minio\nclient = Minio("h")\nfor layer in ["bronze", "silver"]:\n    client.make_bucket(f"kol-{layer}")',
          finds: ['bucket kol-bronze', 'bucket kol-silver'],
        },
      ],
      skip: ['histogram.make_bucket("kol-bronze")'],
    },
    {
      call: ['minio.commonconfig.CopySource', 'minio.commonconfig.ComposeSource'],
      takes: [BUCKET],
      access: 'read',
      match: [
        { code: 'from minio.commonconfig import CopySource\nCopySource("sme-gold", "a.csv")', finds: ['bucket sme-gold'] },
      ],
      skip: ['CopySource("sme-gold")'],
    },
  ],
};
