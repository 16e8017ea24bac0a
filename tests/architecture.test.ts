import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));

/** What each folder may import from beside itself; nothing points back. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  references: [],
  catalogue: ['references'],
  languages: ['references'],
  policy: ['references', 'catalogue'],
  analysis: ['references', 'catalogue', 'languages', 'policy'],
  reporting: ['references', 'policy', 'languages', 'analysis'],
  rules: ['references', 'policy', 'analysis', 'reporting'],
  configs: ['references', 'policy', 'languages', 'analysis', 'reporting', 'rules'],
  eslint: ['references', 'policy', 'languages', 'analysis', 'reporting', 'rules'],
  scanner: ['references', 'policy', 'languages', 'analysis', 'reporting', 'rules', 'configs', 'eslint'],
};

/** Names that say nothing of what is in a file. */
const EMPTY_NAME = /^(?:utils?|helpers?|common|shared|misc|manager|data|lib|base|core|types)(?:\.|$)/;

const IMPORT = /^\s*(?:import|export)\b[^'";]*?from\s+'([^']+)'|\bimport\('([^']+)'\)|^\s*import\s+'([^']+)'/gm;

interface SourceFile {
  /** From src, with slashes. */
  readonly path: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path: path.split(sep).join('/'), imports: importsOf(join(SOURCES, path)) }));

/** The files that a file imports, from src; imported packages are left out. */
function importsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(IMPORT)]
    .map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '')
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(SOURCES, join(dirname(path), specifier)).split(sep).join('/'));
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

describe('the folders of src', () => {
  it('are those of the design', () => {
    expect([...new Set(files.map(({ path }) => folderOf(path)))].filter((folder) => folder !== '').sort()).toEqual(
      Object.keys(ARROWS).sort(),
    );
  });

  it.each(Object.keys(ARROWS))('%s imports only what it may', (folder) => {
    const against = files
      .filter(({ path }) => folderOf(path) === folder)
      .flatMap(({ path, imports }) => imports.map((imported) => ({ path, imported })))
      .filter(({ imported }) => folderOf(imported) !== folder && !ARROWS[folder]?.includes(folderOf(imported)))
      .map(({ path, imported }) => `${path} → ${imported}`);
    expect(against).toEqual([]);
  });
});

describe('imports', () => {
  it('are found by this test', () => {
    const index = files.find(({ path }) => path === 'index.ts');
    expect(index?.imports).toContain('rules/index.js');
  });

  it('go round in no circle between files of different folders', () => {
    const folders = new Map(Object.entries(ARROWS));
    const reachable = (from: string, to: string): boolean =>
      (folders.get(from) ?? []).some((next) => next === to || reachable(next, to));
    for (const folder of folders.keys()) expect(reachable(folder, folder), folder).toBe(false);
  });
});

describe('names of files', () => {
  it('say what is in them', () => {
    const names = files.map(({ path }) => path).filter((path) => EMPTY_NAME.test(path.slice(path.lastIndexOf('/') + 1)));
    expect(names).toEqual([]);
  });

  it('are in kebab case', () => {
    const names = files.map(({ path }) => path).filter((path) => !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(path));
    expect(names).toEqual([]);
  });
});
