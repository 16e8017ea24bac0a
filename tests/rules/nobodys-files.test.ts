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

it('in a file of no domain it is said whose the namespaces are, however few', () => {
  repository = new Repository({ 'etl.py': 'spark.read.parquet("s3a://bronze/a")\n' }, 'domains: {kol: {files: [kol/**], buckets: ["kol-*"]}}\n');
  expect(repository.problems('etl.py', 'no-hardcoded-bucket')).toEqual([
    "1:27 Bucket 'bronze' is in no domain's namespace (kol: 'kol-*').",
  ]);
});

it('of many namespaces some are said, and how many more there are', () => {
  const globs = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `${letter}-*`);
  const domains = ['v', 'w', 'x', 'y', 'z'].map((name) => `${name}: {files: [${name}/**], buckets: [${name}-*]}`);
  const text = 'spark.read.parquet("s3a://bronze/a")\n';
  repository = new Repository({ 'etl.py': text, 'kol/etl.py': text }, `domains: {kol: {files: [kol/**], buckets: [${globs.join(', ')}]}, ${domains.join(', ')}}\n`);
  expect(repository.problems('kol/etl.py', 'no-hardcoded-bucket')).toEqual([
    "1:27 Bucket 'bronze' is in no domain's namespace; the buckets of kol are 'a-*', 'b-*', 'c-*', 'd-*', 'e-*', 'f-*' and 1 more.",
  ]);
  expect(repository.problems('etl.py', 'no-hardcoded-bucket')).toEqual([
    "1:27 Bucket 'bronze' is in no domain's namespace" +
      " (kol: 'a-*', 'b-*', 'c-*', 'd-*', 'e-*', 'f-*' and 1 more; v: 'v-*'; w: 'w-*'; x: 'x-*'; and 2 more).",
  ]);
});

it('a domain that has none of a kind has no namespace to show', () => {
  repository = new Repository(
    { 'etl.py': 'spark.read.parquet("s3a://bronze/a")\n' },
    'domains: {kol: {files: [kol/**], buckets: ["kol-*"]}, sme: {files: [sme/**], buckets: []}}\n',
  );
  expect(repository.problems('etl.py', 'no-hardcoded-bucket')).toEqual([
    "1:27 Bucket 'bronze' is in no domain's namespace (kol: 'kol-*').",
  ]);
});

it('of a bucket in which domains have folders the folder is said, which is what counts', () => {
  repository = new Repository(
    { 'kol/etl.py': 'spark.read.parquet("s3a://lake/raw/a")\nspark.read.parquet("s3a://lake/sme/a")\n' },
    'domains: {kol: {files: [kol/**], buckets: ["lake/kol/**"]}, sme: {files: [sme/**], buckets: ["lake/sme/**"]}}\n',
  );
  expect(repository.problems('kol/etl.py', 'no-hardcoded-bucket')).toEqual([
    "1:27 Bucket 'lake/raw/a' is in no domain's namespace; the buckets of kol are 'lake/kol/**'.",
  ]);
  expect(repository.problems('kol/etl.py', 'no-cross-domain-access')).toEqual([
    "2:27 Bucket 'lake/sme/a' belongs to sme, and this file to kol.",
  ]);
});
