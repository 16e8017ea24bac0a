import type { Library } from '../library.js';

const ON_S3 = { with: { keyword: 'filesystem' }, near: 'S3FileSystem' } as const;

/** Beside a file system of S3 paths leave out the scheme: https://arrow.apache.org/docs/python/filesystems.html */
export const pyarrow: Library = {
  library: 'pyarrow',
  language: 'python',
  system: 's3',
  types: {},
  entries: [
    {
      call: [
        'pyarrow.parquet.read_table', 'pyarrow.parquet.ParquetDataset', 'pyarrow.parquet.ParquetFile', 'pyarrow.parquet.read_schema',
        'pyarrow.parquet.read_metadata', 'pyarrow.dataset.dataset', 'pandas.read_parquet', '~pd.read_parquet',
      ],
      ...ON_S3,
      takes: [{ at: 0, keyword: ['source', 'path_or_paths', 'path', 'where'], is: 'path' }],
      access: 'read',
      match: [
        {
          code: 'import pyarrow.parquet as pq\nfrom pyarrow import fs\npq.read_table("kol-bronze/events", filesystem=fs.S3FileSystem())',
          finds: ['bucket kol-bronze'],
        },
        {
          code: 'import pyarrow.dataset as ds\nfrom s3fs import S3FileSystem\ns3 = S3FileSystem()\nds.dataset("kol-bronze/events", filesystem=s3)',
          finds: ['bucket kol-bronze'],
        },
      ],
      skip: [
        'import pyarrow.parquet as pq\nfrom pyarrow.fs import S3FileSystem\npq.read_table("data/events.parquet")',
        'import pyarrow.parquet as pq\nfrom pyarrow import fs\npq.read_table("data/events", filesystem=fs.LocalFileSystem())',
      ],
    },
    {
      call: ['pyarrow.parquet.write_table', 'pyarrow.parquet.write_to_dataset', 'pyarrow.dataset.write_dataset'],
      ...ON_S3,
      takes: [{ at: 1, keyword: ['where', 'root_path', 'base_dir'], is: 'path' }],
      access: 'write',
      match: [
        {
          code: 'import pyarrow.parquet as pq\nfrom pyarrow import fs\npq.write_to_dataset(table, root_path="kol-bronze/events", filesystem=fs.S3FileSystem())',
          finds: ['bucket kol-bronze'],
        },
      ],
      skip: ['import pyarrow.parquet as pq\nfrom pyarrow.fs import S3FileSystem\npq.write_table(table, "data/events.parquet")'],
    },
    {
      call: ['pyarrow.fs.FileSelector', 'pyarrow.fs.SubTreeFileSystem'],
      near: 'S3FileSystem',
      takes: [{ at: 0, keyword: ['base_dir', 'base_path'], is: 'path' }],
      match: [
        {
          code: 'from pyarrow import fs\nfs.S3FileSystem().get_file_info(fs.FileSelector("kol-bronze/events", recursive=True))',
          finds: ['bucket kol-bronze'],
        },
      ],
      skip: ['from pyarrow import fs\nfs.LocalFileSystem().get_file_info(fs.FileSelector("data/events"))'],
    },
  ],
};
