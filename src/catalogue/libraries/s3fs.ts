import type { Library } from '../library.js';

/** Paths of s3fs and of fsspec's `s3` may leave out the scheme: https://s3fs.readthedocs.io/en/latest/api.html */
export const s3fs: Library = {
  library: 's3fs',
  language: 'python',
  system: 's3',
  types: {
    FileSystem: [
      's3fs.S3FileSystem()',
      's3fs.core.S3FileSystem()',
      { path: 'fsspec.filesystem()', where: { at: 0, keyword: 'protocol', equals: ['s3', 's3a'] } },
      'pyarrow.fs.S3FileSystem()',
    ],
  },
  entries: [
    {
      call: [
        'FileSystem.ls', 'FileSystem.glob', 'FileSystem.find', 'FileSystem.exists', 'FileSystem.info', 'FileSystem.du',
        'FileSystem.cat', 'FileSystem.get', 'FileSystem.get_file', 'FileSystem.isdir', 'FileSystem.isfile', 'FileSystem.walk',
        'FileSystem.open_input_file', 'FileSystem.open_input_stream', 'FileSystem.get_file_info', 'FileSystem.read_bytes',
        'FileSystem.read_text', 'FileSystem.download', 'FileSystem.size', 'FileSystem.checksum',
      ],
      takes: [{ at: 0, keyword: ['path', 'rpath'], is: 'path' }],
      access: 'read',
      match: [
        { code: 'import s3fs\ns3fs.S3FileSystem().ls("kol-bronze/events")', finds: ['bucket kol-bronze'] },
        { code: 'from pyarrow import fs\nfs.S3FileSystem().open_input_file("kol-bronze/a.parquet")', finds: ['bucket kol-bronze'] },
        { code: 'import s3fs\ns3fs.S3FileSystem().glob("s3://kol-bronze/*.csv")', finds: ['bucket kol-bronze'] },
      ],
      skip: ['import fsspec\nfsspec.filesystem("file").ls("kol-bronze/events")', 'import os\nos.walk("kol-bronze/events")'],
    },
    {
      call: [
        'FileSystem.rm', 'FileSystem.mkdir', 'FileSystem.makedirs', 'FileSystem.touch', 'FileSystem.pipe', 'FileSystem.delete',
        'FileSystem.write_text', 'FileSystem.write_bytes', 'FileSystem.open_output_stream', 'FileSystem.create_dir', 'FileSystem.delete_dir',
      ],
      takes: [{ at: 0, keyword: 'path', is: 'path' }],
      access: 'write',
      match: [{ code: 'import s3fs\ns3fs.S3FileSystem().mkdir("kol-bronze/events")', finds: ['bucket kol-bronze'] }],
      skip: ['import os\nos.mkdir("kol-bronze/events")'],
    },
    {
      call: ['FileSystem.put', 'FileSystem.put_file', 'FileSystem.upload'],
      takes: [{ at: 1, keyword: 'rpath', is: 'path' }],
      access: 'write',
      match: [{ code: 'import s3fs\ns3fs.S3FileSystem().put("a.csv", "kol-bronze/a.csv")', finds: ['bucket kol-bronze'] }],
      skip: ['queue.put("a.csv", "kol-bronze/a.csv")'],
    },
    {
      call: ['FileSystem.open'],
      takes: [{ at: 0, keyword: 'path', is: 'path' }],
      match: [{ code: 'import s3fs\ns3fs.S3FileSystem().open("kol-bronze/a.csv", "wb")', finds: ['bucket kol-bronze'] }],
      skip: ['open("kol-bronze/a.csv", "wb")'],
    },
    {
      call: ['FileSystem.copy', 'FileSystem.cp', 'FileSystem.mv', 'FileSystem.move'],
      takes: [
        { at: 0, keyword: 'path1', is: 'path', access: 'read' },
        { at: 1, keyword: 'path2', is: 'path', access: 'write' },
      ],
      match: [
        {
          code: 'import s3fs\ns3fs.S3FileSystem().cp("sme-gold/a.csv", "kol-bronze/a.csv")',
          finds: ['bucket sme-gold', 'bucket kol-bronze'],
        },
      ],
      skip: ['import shutil\nshutil.copy("sme-gold/a.csv", "kol-bronze/a.csv")'],
    },
  ],
};
