import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

import plugin from '../../src/index.js';

/** The configuration of a file under a preset; undefined where the preset ignores it. */
async function configOf(file: string, preset: 'recommended' | 'strict' = 'recommended') {
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: plugin.configs[preset] });
  if (await eslint.isPathIgnored(file)) return undefined;
  // As JSON it names its language, which the cache's key does as well.
  const config: unknown = JSON.parse(JSON.stringify((await eslint.calculateConfigForFile(file)) ?? null));
  return config ?? undefined;
}

describe.each(['recommended', 'strict'] as const)('%s', (preset) => {
  it.each([
    ['a/etl.py', 'domain-separation/python'],
    ['a/stubs.pyi', 'domain-separation/python'],
    ['a/events.sql', 'domain-separation/sql'],
    ['.env', 'domain-separation/dotenv'],
    ['a/.env.kol', 'domain-separation/dotenv'],
    ['a/kol.env', 'domain-separation/dotenv'],
    ['a/b.js', '@/js'],
    ['a/b.cjs', '@/js'],
    ['a/b.jsx', '@/js'],
    ['a/b.ts', '@/js'],
    ['a/b.mts', '@/js'],
    ['a/b.tsx', '@/js'],
  ])('lints %s as %s', async (file, language) => {
    expect(await configOf(file, preset)).toMatchObject({
      language,
      rules: { 'domain-separation/no-hardcoded-bucket': [2, { fix: true }] },
      settings: { 'domain-separation': { fingerprint: expect.any(String) } },
    });
  });

  it('has its name on every part', () => {
    for (const { name } of plugin.configs[preset]) expect(name).toMatch(new RegExp(`^domain-separation/${preset}/`));
  });
});

describe('what a preset leaves alone', () => {
  it.each([
    'node_modules/x/a.py',
    'a/.venv/lib/b.py',
    'a/venv/lib/b.py',
    'a/dbt/target/compiled/models/a.sql',
    'a/dbt/target/run/models/a.sql',
    'a/dbt/dbt_packages/x/a.sql',
  ])('%s', async (file) => {
    expect(await configOf(file)).toBeUndefined();
  });

  it('languages that other plugins lint', async () => {
    for (const file of ['a.yaml', 'a.json', 'a.md']) {
      expect(await configOf(file)).toBeUndefined();
    }
  });
});
