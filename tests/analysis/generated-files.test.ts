import { expect, it } from 'vitest';
import { POLICY, Repository } from './workspace-of.js';

const repository = new Repository({ 'domain-separation.yaml': POLICY });
const BUCKET = 's3.getObject({ Bucket: "bronze" });';
const MODEL = '"nodes": { "model.shop.a": { "database": "lake", "schema": "silver", "path": "s3://bronze/a" } }';

it.each([
  ['a lock', 'kol/pnpm-lock.yaml', 'path: s3://bronze/a\n'],
  ['a lock of Terraform', 'kol/.terraform.lock.hcl', 'bucket = "bronze"\n'],
  ['a log that was kept', 'kol/job_log.txt', 'copied s3://bronze/a\n'],
  ['a minified script', 'kol/web/app.min.js', BUCKET],
  ['a bundle by its lines', 'kol/dist/index.js', `${'f();'.repeat(8000)}${BUCKET}\n`],
  ['what protobuf makes', 'kol/events_pb2.py', 'PATH = "s3://bronze/a"\n'],
  ['the index of pages that a documentation is searched by', 'site/search/search_index.json', '{ "docs": [{ "text": "s3://bronze/a" }] }'],
  ['a manifest of dbt', 'kol/samples/manifest_v12.json', `{ "metadata": { "dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json" }, ${MODEL} }`],
])('%s names nothing: %s', (_, file, text) => {
  expect(repository.analyse(file, text).references).toEqual([]);
});

it.each([
  ['a file of locks of our own', 'kol/locks.yaml', 'path: s3://bronze/a\n'],
  ['a text about logs', 'kol/catalog.txt', 's3://bronze/a\n'],
  ['a long script with lines', 'kol/index.js', `${'f();\n'.repeat(8000)}${BUCKET}\n`],
  ['a short script of one line', 'kol/a.js', BUCKET],
  ['other JSON', 'kol/nodes.json', `{ ${MODEL} }`],
])('%s does: %s', (_, file, text) => {
  expect(repository.reported(file, text).join()).toContain('bucket bronze outside');
});
