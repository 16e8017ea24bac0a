import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatStylish, painter } from '../../src/scanner/format-stylish.js';
import { inventory } from '../../src/scanner/inventory.js';
import { scan } from '../../src/scanner/scan.js';
import { platform } from './platform.js';

const CODE = [
  'import boto3\n',
  's3 = boto3.client("s3")\n',
  's3.download_file("bronze", "k", "f")\n',
  's3.download_file("gold", "k", "f")  # eslint-disable-line domain-separation/no-hardcoded-bucket\n',
];

function notebook(): string {
  const cells = [
    { cell_type: 'markdown', metadata: {}, source: ['# Events\n'] },
    { cell_type: 'code', metadata: {}, source: ['print("first")\n'], outputs: [], execution_count: 1 },
    { cell_type: 'code', metadata: {}, source: CODE, outputs: [{ text: 's3://silver/x' }], execution_count: 2 },
  ];
  const metadata = { kernelspec: { name: 'python3', language: 'python' } };
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1);
}

describe('a notebook', () => {
  it('is reported by cell, line and column, with a fix for the file as it is stored', async () => {
    const cwd = platform({ 'kol/a.ipynb': notebook() });
    const [result, ...others] = await scan({ cwd, paths: ['kol/a.ipynb'] });
    expect(others).toEqual([]);
    expect(result?.messages).toMatchObject([
      { ruleId: 'domain-separation/no-hardcoded-bucket', cell: 2, line: 3, column: 19, endLine: 3, endColumn: 25 },
    ]);
    expect(result?.suppressedMessages).toMatchObject([{ cell: 2, line: 4 }]);
    const text = readFileSync(join(cwd, 'kol/a.ipynb'), 'utf8');
    const { range: [start, end] = [0, 0], text: fixed } = result?.messages[0]?.fix ?? {};
    expect([text.slice(start, end), fixed]).toEqual(['bronze', 'kol-bronze']);
    expect(formatStylish([result].filter((one) => one !== undefined), cwd, painter(false))).toContain('cell 2, 3:19  error');
  });

  it('of which the cells name nothing is not taken for broken', async () => {
    const cells = [
      { cell_type: 'markdown', metadata: {}, source: ['A bucket\n'] },
      { cell_type: 'code', metadata: {}, source: ['# Nothing\n', 'x = 1\n'], outputs: [], execution_count: 1 },
    ];
    const cwd = platform({ 'kol/a.ipynb': JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }) });
    expect((await scan({ cwd, paths: ['kol/a.ipynb'] }))[0]?.messages).toEqual([]);
  });

  it('is in the inventory by cell, line and column', async () => {
    const { references } = await inventory({ cwd: platform({ 'kol/a.ipynb': notebook() }), paths: ['kol/a.ipynb'] });
    expect(references.map(({ name, cell, line, column, endColumn }) => [name, cell, line, column, endColumn])).toEqual([
      ['bronze', 2, 3, 19, 25],
      ['gold', 2, 4, 19, 23],
    ]);
    expect(references[0]?.uses).toMatchObject([{ file: 'kol/a.ipynb', cell: 2, line: 3 }]);
  });
});
