import type { Library } from '../library.js';

/** https://cloud.google.com/nodejs/docs/reference/storage/latest */
export const googleStorageJs: Library = {
  library: 'google-cloud-storage-js',
  language: 'javascript',
  system: 'gcs',
  types: {
    Storage: [
      '@google-cloud/storage.Storage()', '~Storage()', 'firebase-admin/storage.getStorage()', 'firebase-admin.storage()', 'firebase-admin.default.storage()',
      '~admin.storage()', '~firebase.storage()',
    ],
  },
  entries: [
    {
      call: ['Storage.bucket'],
      takes: [{ at: 0, is: 'bucket' }],
      match: [
        { code: "import { Storage } from '@google-cloud/storage';\nnew Storage().bucket('kol-bronze').file('a');", finds: ['bucket kol-bronze'] },
      ],
      skip: ["tokens.bucket('kol-bronze');"],
    },
    {
      call: ['Storage.createBucket'],
      takes: [{ at: 0, is: 'bucket' }],
      access: 'define',
      match: [
        { code: "import { Storage } from '@google-cloud/storage';\nawait new Storage().createBucket('kol-bronze');", finds: ['bucket kol-bronze'] },
      ],
      skip: ["histogram.createBucket('kol-bronze');"],
    },
  ],
};
