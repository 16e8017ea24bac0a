import { describe, expect, it } from 'vitest';

import { inventory } from '../../src/scanner/inventory.js';
import { scan } from '../../src/scanner/scan.js';
import { folderWith } from '../policy/policy-of.js';
import { POLICY } from './platform.js';

const TEXT = [
  '# Events in s3://prose/',
  '```python',
  'import boto3',
  's3 = boto3.client("s3")',
  's3.create_bucket(Bucket="bronze")',
  '```',
  '```ts',
  'import { S3Client, CreateBucketCommand } from "@aws-sdk/client-s3";',
  'await new S3Client({}).send(new CreateBucketCommand({ Bucket: "silver" }));',
  '```',
  '```ts',
  'this is { no TypeScript',
  '```',
  '```sql',
  'SELECT * FROM iceberg.sme_gold.sales;',
  '```',
  '',
].join('\n');

const cwd = folderWith({ 'domain-separation.yaml': POLICY, 'kol/README.md': TEXT });

describe('the code blocks of a Markdown file', () => {
  it('are in the inventory, each name where the file has it', async () => {
    const { references } = await inventory({ cwd });
    expect(references.map(({ kind, name, line, column }) => `${line}:${column} ${kind} ${name}`)).toEqual([
      '5:26 bucket bronze',
      '9:64 bucket silver',
      '15:15 catalog iceberg',
      '15:23 schema sme_gold',
      '15:32 table sales',
    ]);
  });

  it('are reported by no rule of a scan, even of a file that is named', async () => {
    const { references } = await inventory({ cwd });
    expect(new Set(references.flatMap(({ uses }) => uses.map(({ rule }) => rule)))).toEqual(new Set([null]));
    expect(await scan({ cwd })).toEqual([]);
    expect(await scan({ cwd, paths: ['kol/README.md'] })).toEqual([]);
  });
});
