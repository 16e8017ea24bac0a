import { afterEach, expect, it } from 'vitest';

import { Repository } from './repository.js';

let repository: Repository | undefined;

afterEach(() => repository?.remove());

it('a kind of which there are only shared names is judged by those', () => {
  repository = new Repository(
    { 'etl.py': 'spark.read.parquet("s3a://bronze/a")\nspark.read.parquet("s3a://landing/a")\n' },
    'domains: {kol: {files: [kol/**], topics: ["kol.*"]}}\nshared: {buckets: [landing]}\n',
  );
  expect(repository.problems('etl.py', 'no-hardcoded-bucket')).toEqual([
    "1:27 Bucket 'bronze' is none of the shared buckets, and no domain has buckets of its own.",
  ]);
});
