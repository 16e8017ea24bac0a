import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inventory } from '../../src/scanner/inventory.js';
import type { InventoryNote, InventoryOptions } from '../../src/scanner/inventory.js';
import { folderWith } from '../policy/policy-of.js';
import { platform, POLICY } from './platform.js';

async function references(files: Readonly<Record<string, string>>, options: InventoryOptions = {}) {
  const cwd = folderWith(files);
  return (await inventory({ cwd, ...options })).references;
}

describe('the inventory', () => {
  it('gives each reference the place where its name is written, and its uses', async () => {
    const found = await references({
      'domain-separation.yaml': POLICY,
      'kol/a.py': 'import os\nimport boto3\nB = os.getenv("X_BUCKET", "bronze")\ns3 = boto3.client("s3")\ns3.download_file(B, "k", "f")\n',
    });
    expect(found).toEqual([
      {
        kind: 'bucket',
        name: 'bronze',
        pattern: null,
        file: 'kol/a.py',
        line: 3,
        column: 28,
        endLine: 3,
        endColumn: 34,
        uses: expect.arrayContaining([
          {
            file: 'kol/a.py',
            line: 5,
            column: 18,
            access: 'read',
            via: expect.stringContaining('boto3') as unknown,
            fileDomain: 'kol',
            verdict: 'outside',
            rule: 'no-hardcoded-bucket',
          },
        ]) as unknown,
        owner: null,
        system: 's3',
        qualifier: [],
        path: null,
        origin: 'env-default',
        env: 'X_BUCKET',
        builtin: false,
      },
    ]);
  });

  it('shows partly known names as patterns, and unknown ones as null', async () => {
    const found = await references({
      'a.py': 'import boto3\ndef f(x, y):\n    a = f"s3://kol-{x}/b/{y}"\n    boto3.client("s3").download_file(y, "k", "f")\n',
    });
    expect(found.map(({ name, pattern, path }) => [name, pattern, path])).toEqual([
      [null, 'kol-*', 'b/*'],
      [null, null, null],
    ]);
  });

  it('gives a constant that two domains use one reference with a use in each', async () => {
    const found = await references({
      'domain-separation.yaml': POLICY,
      'names.py': 'BRONZE = "kol-bronze"\n',
      'kol/a.py': 'import boto3\nfrom names import BRONZE\nboto3.client("s3").download_file(BRONZE, "k", "f")\n',
      'sme/a.py': 'import boto3\nfrom names import BRONZE\nboto3.client("s3").download_file(BRONZE, "k", "f")\n',
    });
    const [reference, ...others] = found.filter(({ name }) => name === 'kol-bronze');
    expect(others).toEqual([]);
    expect(reference).toMatchObject({ file: 'names.py', line: 1, column: 11, owner: 'kol' });
    expect(reference?.uses.map(({ file, fileDomain, verdict }) => [file, fileDomain, verdict])).toEqual([
      ['kol/a.py', 'kol', 'own'],
      ['sme/a.py', 'sme', 'foreign'],
    ]);
  });

  it('lists mentions on request only', async () => {
    const files = { 'a.py': 'print("reading s3://kol-bronze/x")\n' };
    expect(await references(files)).toEqual([]);
    expect(await references(files, { mentions: true })).toMatchObject([
      { name: 'kol-bronze', uses: [{ access: 'mention', verdict: 'ungoverned', rule: null }] },
    ]);
  });

  it('marks names of the system itself', async () => {
    const found = await references({ 'a.sql': 'SELECT * FROM iceberg.information_schema.tables;\n' });
    expect(found.filter(({ kind }) => kind === 'schema')).toMatchObject([{ name: 'information_schema', builtin: true }]);
  });

  it('lists tests like all code, and says that no rule reports them unless the policy wants it', async () => {
    const test = { 'kol/tests/test_a.py': 'A = "s3://bronze/x"\n' };
    const rules = async (policy: string) =>
      (await references({ ...test, 'domain-separation.yaml': policy })).flatMap(({ uses }) => uses.map(({ rule }) => rule));
    expect(await rules(POLICY)).toEqual([null]);
    expect(await rules(`${POLICY}tests: report\n`)).toEqual(['no-hardcoded-bucket']);
  });

  it('counts from the working directory', async () => {
    const cwd = platform();
    const { references: found } = await inventory({ cwd: join(cwd, 'kol'), paths: ['../sme'] });
    expect(found.map(({ file }) => file)).toEqual(['../sme/.env']);
  });

  it('goes on where a file cannot be parsed, and says so', async () => {
    const cwd = platform({ 'kol/broken.py': 'x = (1,\n' });
    const notes: InventoryNote[] = [];
    const { references: found } = await inventory({ cwd, paths: ['kol'] }, (note) => notes.push(note));
    expect(notes).toEqual([
      { file: 'kol/broken.py', line: expect.any(Number) as unknown, column: expect.any(Number) as unknown, message: expect.stringContaining('Parsing error') as unknown },
    ]);
    expect(found.map(({ file }) => file)).toContain('kol/load.py');
  });
});
