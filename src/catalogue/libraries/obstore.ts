import type { Library } from '../library.js';

/** https://developmentseed.org/obstore/latest/api/store/aws/ */
export const obstore: Library = {
  library: 'obstore',
  language: 'python',
  system: 's3',
  types: {},
  entries: [
    {
      call: ['obstore.store.S3Store'],
      takes: [{ at: 0, keyword: 'bucket', is: 'bucket' }],
      match: [{ code: 'from obstore.store import S3Store\nS3Store("kol-bronze", region="eu-west-1")', finds: ['bucket kol-bronze'] }],
      skip: ['from obstore.store import LocalStore\nLocalStore("kol-bronze")'],
    },
    {
      call: ['obstore.store.GCSStore'],
      takes: [{ at: 0, keyword: 'bucket', is: 'bucket', system: 'gcs' }],
      match: [{ code: 'from obstore.store import GCSStore\nGCSStore("kol-bronze")', finds: ['bucket kol-bronze'] }],
      skip: ['from obstore.store import MemoryStore\nMemoryStore("kol-bronze")'],
    },
  ],
};
