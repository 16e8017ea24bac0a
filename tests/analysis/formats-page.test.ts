import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readerFor } from '../../src/analysis/readers.js';

const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8');

/** The files that the first column of the page's table names, each as a file may be called. */
const named = [...page.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name).filter((name) => /^[.*\w-]+$/.test(name)),
);

/** `.py` is an ending, `.envrc` and `.env` are whole names. */
function filesCalled(name: string): string[] {
  const plain = name.replace('*', 'kol');
  return plain.startsWith('.') ? [plain, `kol${plain}`] : [plain];
}

describe('the page of formats', () => {
  it('names files', () => {
    expect(named.length).toBeGreaterThan(60);
  });

  it.each(named)('names a reader’s files: %s', (name) => {
    expect(filesCalled(name).some((file) => readerFor(file) !== null)).toBe(true);
  });

  it.each([
    'a.py', 'a.ipynb', 'a.sql', 'a.cql', 'a.ts', 'a.vue', 'a.sh', 'Makefile', 'Dockerfile', 'a.yaml', 'a.json', 'a.toml', 'a.tf',
    'a.properties', 'a.ini', 'a.md', 'a.xml', 'a.hocon', 'a.conf', 'a.scala', '.env',
  ])('leaves no reader out: %s', (file) => {
    expect(named.flatMap(filesCalled).map(readerFor)).toContain(readerFor(file));
  });
});
