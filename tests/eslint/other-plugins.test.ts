import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import json from '@eslint/json';
import markdown from '@eslint/markdown';
import { ESLint } from 'eslint';
import yml from 'eslint-plugin-yml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import plugin from '../../src/index.js';
import { POLICY } from './platform.js';

/** How a user has other plugins lint their formats, one rule of theirs each, with ours beside it. */
const YAML = { files: ['**/*.{yml,yaml}'], plugins: { yml }, language: 'yml/yaml', rules: { 'yml/quotes': 'error' } };
const JSONC = { files: ['**/*.json'], plugins: { json }, language: 'json/jsonc', rules: { 'json/no-empty-keys': 'error' } };
const MARKDOWN = {
  files: ['**/*.md'],
  plugins: { markdown },
  language: 'markdown/gfm',
  rules: { 'markdown/fenced-code-language': 'error' },
};
const OURS = {
  files: ['**/*.{yml,yaml,json,md}'],
  plugins: { 'domain-separation': plugin },
  rules: Object.fromEntries(Object.keys(plugin.rules).map((rule) => [`domain-separation/${rule}`, 'error'])),
};

let root: string;

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'other-plugins-')));
  writeFileSync(join(root, 'domain-separation.yaml'), POLICY);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** `line:column-endColumn rule` of each problem, and the text after `--fix`. */
async function lint(file: string, text: string, config: unknown[] = [YAML, JSONC, MARKDOWN, OURS]) {
  const filePath = join(root, 'kol', file);
  const overrideConfig = config as ESLint.Options['overrideConfig'];
  const run = async (fix: boolean) => {
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig, fix });
    const [result] = await eslint.lintText(text, { filePath });
    return result;
  };
  const result = await run(false);
  return {
    problems: result?.messages.map(({ line, column, endColumn, ruleId, message }) => {
      return `${line}:${column}-${endColumn} ${ruleId?.replace('domain-separation/', '') ?? message}`;
    }),
    fixed: (await run(true))?.output,
  };
}

describe('our rules under eslint-plugin-yml', () => {
  it('report and fix beside its own', async () => {
    const text = "# eslint-env\nservices:\n  a:\n    environment:\n      MINIO_BUCKET_BRONZE: 'bronze'\r\n";
    expect(await lint('docker-compose.yml', text)).toEqual({
      problems: ['5:28-36 yml/quotes', '5:29-35 no-hardcoded-bucket'],
      fixed: text.replace("'bronze'", '"kol-bronze"'),
    });
  });

  it('are silenced as its own are, without a word of unused directives', async () => {
    const text = 'a: s3://bronze/a # eslint-disable-line -- why\n# eslint-disable-next-line domain-separation/no-hardcoded-bucket\nb: s3://bronze/b\n';
    expect((await lint('a.yaml', text)).problems).toEqual([]);
  });

  it('read a file that is broken, templates and several documents', async () => {
    expect((await lint('a.yaml', '---\na: s3://bronze/a\n---\nb: s3://bronze/b\n')).problems).toHaveLength(2);
    expect((await lint('a.yaml', 'a: [\n')).problems).toHaveLength(1);
    expect((await lint('a.yaml', '')).problems).toEqual([]);
  });
});

describe('our rules under @eslint/json', () => {
  it('report and fix beside its own', async () => {
    const text = '\uFEFF{\r\n  "": 1,\r\n  "s3.bucket.name": "bronze"\r\n}\r\n';
    expect(await lint('a.json', text)).toEqual({
      problems: ['2:3-5 json/no-empty-keys', '3:22-28 no-hardcoded-bucket'],
      fixed: text.replace('"bronze"', '"kol-bronze"'),
    });
  });

  it('are silenced as its own are', async () => {
    const text = '{\n  // eslint-disable-next-line\n  "a": "s3://bronze/a"\n}\n';
    expect((await lint('a.json', text)).problems).toEqual([]);
  });
});

describe('our rules under @eslint/markdown', () => {
  const text = '# s3://silver/\n\n```python\nspark.read.csv("s3a://bronze/a")\n```\n\n```\nx\n```\n';

  it('report and fix code blocks beside its own', async () => {
    expect(await lint('README.md', text)).toEqual({
      problems: ['4:23-29 no-hardcoded-bucket', '7:1-4 markdown/fenced-code-language'],
      fixed: text.replace('bronze', 'kol-bronze'),
    });
  });

  it('are silenced by its comments, and by those of the code', async () => {
    const [before, after] = ['<!-- eslint-disable domain-separation/no-hardcoded-bucket -->\n', ''];
    expect((await lint('a.md', `${before}\n\`\`\`sh\nmc mb local/bronze\n\`\`\`\n${after}`)).problems).toEqual([]);
    expect((await lint('a.md', '```sh\nmc mb local/bronze # eslint-disable-line\n```\n')).problems).toEqual([]);
    expect((await lint('a.md', '```sql\n-- eslint-disable-next-line\nSELECT * FROM iceberg.silver.a;\n```\n')).problems).toEqual([]);
  });

  it('read the blocks that its processor takes out of a file, and calls as if it were a folder', async () => {
    const processor = { files: ['**/*.md'], plugins: { markdown }, processor: 'markdown/markdown' };
    const config = [processor, ...plugin.configs.recommended];
    const code = '# Load\n\n```py\nspark.read.csv("s3a://bronze/a")\n```\n\n```sql\nSELECT * FROM iceberg.silver.a;\n```\n';
    mkdirSync(join(root, 'kol'));
    writeFileSync(join(root, 'kol/blocks.md'), code);
    expect(await lint('blocks.md', code, config)).toEqual({
      problems: ['4:23-29 no-hardcoded-bucket', '8:23-29 qualified-trino-schema'],
      fixed: code.replace('bronze', 'kol-bronze').replace('silver', 'kol_silver'),
    });
  });
});

describe('the preset `platform`', () => {
  it('before the configurations of other plugins leaves them their languages, and our rules run there', async () => {
    const own = [YAML, JSONC, MARKDOWN].map(({ plugins, language, files }) => ({ plugins, language, files }));
    const config = [...plugin.configs.platform, ...own, ...yml.configs.recommended];
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: config as ESLint.Options['overrideConfig'] });
    for (const [file, text, language] of [
      ['a.yaml', 'a: s3://bronze/a\nb:\n', 'yml/yaml'],
      ['a.json', '{ "a": "s3://bronze/a" }', 'json/jsonc'],
      ['a.md', '```sh\nmc mb local/bronze\n```\n', 'markdown/gfm'],
    ] as const) {
      const shown: unknown = JSON.parse(JSON.stringify(await eslint.calculateConfigForFile(join(root, 'kol', file))));
      expect(shown).toMatchObject({ language });
      const { problems = [] } = await lint(file, text, config);
      expect(problems.filter((problem) => problem.includes('no-hardcoded-bucket')), file).toHaveLength(1);
    }
  });
});
