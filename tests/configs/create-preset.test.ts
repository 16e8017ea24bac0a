import { ESLint } from 'eslint';
import { braceExpand } from 'minimatch';
import { describe, expect, it } from 'vitest';

import { readerFor } from '../../src/analysis/readers.js';
import type { PresetName } from '../../src/configs/create-preset.js';
import plugin from '../../src/index.js';

/** The configuration of a file under a preset; undefined where the preset ignores it. */
async function configOf(file: string, preset: PresetName = 'recommended') {
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
    ['a/etl.ipynb', 'domain-separation/notebook'],
    ['a/events.cql', 'domain-separation/sql'],
    ['a/events.hql', 'domain-separation/sql'],
    ['a/run.sh', 'domain-separation/shell'],
    ['.envrc', 'domain-separation/shell'],
    ['a/Makefile', 'domain-separation/makefile'],
    ['a/rules.mk', 'domain-separation/makefile'],
    ['a/Dockerfile', 'domain-separation/dockerfile'],
    ['a/Dockerfile.dev', 'domain-separation/dockerfile'],
    ['a/spark.Dockerfile', 'domain-separation/dockerfile'],
    ['a/iceberg.properties', 'domain-separation/properties'],
    ['a/spark-defaults.conf', 'domain-separation/properties'],
    ['a/airflow.cfg', 'domain-separation/ini'],
    ['a/main.tf', 'domain-separation/terraform'],
    ['a/kol.tfvars', 'domain-separation/terraform'],
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
    for (const file of ['a.yaml', 'a.json', 'a.md', 'a.toml', 'A.java', 'a.txt', 'a.conf']) {
      expect(await configOf(file)).toBeUndefined();
    }
  });
});

describe.each([
  ['platform', 1],
  ['platform-strict', 2],
] as const)('%s', (preset, severity) => {
  it.each([
    ['docker-compose.yml', 'domain-separation/yaml'],
    ['a/dbt_project.yaml', 'domain-separation/yaml'],
    ['a/MLproject', 'domain-separation/yaml'],
    ['a/connector.json', 'domain-separation/json'],
    ['a/settings.toml', 'domain-separation/toml'],
    ['README.md', 'domain-separation/markdown'],
    ['a/Job.scala', 'domain-separation/other'],
    ['a/trino.conf', 'domain-separation/other'],
    ['a/notes.txt', 'domain-separation/other'],
    ['Jenkinsfile', 'domain-separation/other'],
  ])('lints %s as %s', async (file, language) => {
    expect(await configOf(file, preset)).toMatchObject({
      language,
      rules: { 'domain-separation/prefer-env-name': [severity, expect.anything()] },
    });
  });

  it('leaves to the other presets what they lint', async () => {
    for (const file of ['a.py', 'a.ts', 'a.sql', 'a.sh', 'spark-defaults.conf', 'a.vue']) {
      expect((await configOf(file, preset)) ?? {}, file).not.toHaveProperty('rules.domain-separation/prefer-env-name');
    }
  });
});

it('every file that a preset lints in a language of ours has a reader', () => {
  for (const preset of ['recommended', 'platform'] as const) {
    for (const { files = [], language } of plugin.configs[preset]) {
      for (const glob of language === undefined ? [] : files) {
        for (const name of namesOf(glob)) expect(readerFor(`/a/${name}`), name).not.toBeNull();
      }
    }
  }
});

/** File names that a glob is for. */
function namesOf(glob: string): string[] {
  return braceExpand(glob).map((pattern) => pattern.replace('**/', '').replace('!(spark-defaults)', 'x').replaceAll('*', 'x'));
}
