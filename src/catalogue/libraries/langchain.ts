import type { Library } from '../library.js';

/** Loaders of documents: https://python.langchain.com/docs/integrations/document_loaders/ */
export const langchain: Library = {
  library: 'langchain',
  language: 'python',
  system: 's3',
  types: {},
  entries: [
    {
      call: ['*.S3FileLoader', '*.S3DirectoryLoader'],
      takes: [{ at: 0, keyword: 'bucket', is: 'bucket' }],
      access: 'read',
      match: [
        { code: 'from langchain_community.document_loaders import S3FileLoader\nS3FileLoader("kol-docs", "a.pdf")', finds: ['bucket kol-docs'] },
        { code: 'from langchain_community.document_loaders.s3_directory import S3DirectoryLoader\nS3DirectoryLoader(bucket="kol-docs")', finds: ['bucket kol-docs'] },
      ],
      skip: ['from langchain_community.document_loaders import DirectoryLoader\nDirectoryLoader("kol-docs")'],
    },
  ],
};
