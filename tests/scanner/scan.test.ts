import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/index.js';
import { PolicyError } from '../../src/policy/policy-error.js';
import { relativePath } from '../../src/scanner/relative-path.js';
import { scan } from '../../src/scanner/scan.js';
import type { ScanOptions } from '../../src/scanner/scan.js';
import { UsageError } from '../../src/scanner/usage-error.js';
import { folderWith } from '../policy/policy-of.js';
import { platform, POLICY } from './platform.js';

/** `file:line:column severity rule message` of every message. */
async function problems(cwd: string, options: ScanOptions = {}): Promise<string[]> {
  return shown(cwd, await scan({ cwd, ...options }));
}

function shown(cwd: string, results: readonly ESLint.LintResult[]): string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, severity, ruleId, message }) => {
      const rule = ruleId?.replace('domain-separation/', '') ?? '-';
      return `${relativePath(cwd, filePath)}:${line}:${column} ${severity} ${rule} ${message}`;
    }),
  );
}

describe('a scan', () => {
  it('reports what is wrong in every language', async () => {
    expect(await problems(platform())).toEqual([
      "kol/events.sql:1:23 2 no-cross-domain-access Schema 'iceberg.sme_gold' belongs to sme, and this file to kol; in kol it is 'iceberg.kol_gold'.",
      "kol/load.py:3:19 2 no-hardcoded-bucket Bucket 'bronze' is in no domain's namespace; in kol it is 'kol-bronze'.",
      "kol/serve.ts:1:34 2 no-hardcoded-bucket Bucket 'gold' is in no domain's namespace; in kol it is 'kol-gold'.",
      "sme/.env:1:21 2 no-hardcoded-bucket Bucket 'bronze' is in no domain's namespace; in sme it is 'sme-bronze'.",
    ]);
  });

  it('gives a result for each file, clean ones too, as ESLint does', async () => {
    const cwd = platform();
    const results = await scan({ cwd, paths: ['kol/clean.py', 'kol/load.py'] });
    expect(results).toMatchObject([
      { filePath: join(cwd, 'kol/clean.py'), messages: [], errorCount: 0, warningCount: 0, suppressedMessages: [] },
      { errorCount: 1, fatalErrorCount: 0, fixableErrorCount: 1, source: expect.stringContaining('boto3') as unknown },
    ]);
    expect(Object.keys(results[0] ?? {})).not.toContain('source');
  });

  it('finds what ESLint finds with the plugin, message for message', async () => {
    const cwd = platform({
      'kol/directives.py':
        '# eslint-disable-next-line domain-separation/no-hardcoded-bucket -- ours\nA = "s3://bronze/x"\n' +
        'B = "s3://silver/x"  # eslint-disable-line\n# eslint-disable-next-line domain-separation/no-hardcoded-bucket\nC = 1\n',
      'kol/directives.sql': '/* eslint-disable */\nSELECT * FROM iceberg.gold.a;\n/* eslint-enable */\nSELECT * FROM iceberg.gold.b;\n',
      'kol/bom.py': '\uFEFFA = "s3://bronze/x"\r\nB = f"s3://{A}-x/y" + "s3://gold/"\r\n',
    });
    const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: plugin.configs.recommended as never });
    const withPlugin = await eslint.lintFiles(['.']);
    const comparable = (results: readonly ESLint.LintResult[]): unknown[] =>
      results
        .filter(({ messages, suppressedMessages }) => messages.length + suppressedMessages.length > 0)
        .map(({ filePath, messages, suppressedMessages, errorCount, warningCount, source }) => ({
          filePath, messages, suppressedMessages, errorCount, warningCount, source,
        }))
        .sort((a, b) => (a.filePath < b.filePath ? -1 : 1));
    const scanned = comparable(await scan({ cwd }));
    expect(scanned).toEqual(comparable(withPlugin));
    expect(scanned.length).toBeGreaterThan(5);
  });

  it('follows the policy\'s rules: severities, options, overrides', async () => {
    const cwd = platform({
      'domain-separation.yaml': `${POLICY}rules: { no-cross-domain-access: warn }\noverrides: [{ files: ["**/*.ts"], rules: { no-hardcoded-bucket: off } }]\n`,
    });
    const found = (await problems(cwd)).map((line) => line.split(' ').slice(0, 3).join(' '));
    expect(found).toEqual([
      'kol/events.sql:1:23 1 no-cross-domain-access',
      'kol/load.py:3:19 2 no-hardcoded-bucket',
      'sme/.env:1:21 2 no-hardcoded-bucket',
    ]);
  });

  it('asks only the rules that are selected, or all but those that are not wanted', async () => {
    const cwd = platform();
    expect(await problems(cwd, { select: ['no-cross-domain-access'] })).toHaveLength(1);
    expect(await problems(cwd, { ignore: ['domain-separation/no-cross-domain-access'] })).toHaveLength(3);
    await expect(scan({ cwd, select: ['no-hardcoded-buckets'] })).rejects.toThrow(
      new UsageError('There is no rule "no-hardcoded-buckets": did you mean "no-hardcoded-bucket"?'),
    );
  });

  it('says nothing of other rules\' comments', async () => {
    const cwd = platform({
      'kol/serve.ts': '/* eslint no-console: 2 */\n// eslint-disable-next-line no-undef, @typescript-eslint/no-explicit-any\nconsole.log(1 as any);\n',
    });
    expect(await problems(cwd, { paths: ['kol/serve.ts'] })).toEqual([]);
  });

  it('takes a text for a file that is not on disk', async () => {
    const text = { content: 'A = "s3://bronze/x"\n', filename: 'kol/new.py' };
    expect(await problems(platform(), { text })).toEqual([expect.stringContaining('kol/new.py:1:11 2 no-hardcoded-bucket')]);
  });

  it('takes one policy for all files where it is given one', async () => {
    const cwd = platform({ 'strict/p.yaml': 'domains: { all: { buckets: [bronze, gold] } }' });
    expect(await problems(cwd, { policy: 'strict/p.yaml', select: ['no-hardcoded-bucket'] })).toEqual([]);
  });

  it('takes the nearest policy for each file', async () => {
    const cwd = platform({ 'sme/domain-separation.yaml': 'domains: { sme: { buckets: [bronze] } }' });
    expect((await problems(cwd)).filter((line) => line.startsWith('sme/'))).toEqual([]);
  });

  it('works without a policy', async () => {
    const cwd = folderWith({ 'a.py': 'import mlflow\nmlflow.set_experiment("trust_model")\n' });
    expect(await problems(cwd)).toEqual([expect.stringContaining('a.py:2:24 2 prefixed-mlflow-experiment')]);
  });
});

describe('bad input', () => {
  it('is a path that is not there', async () => {
    await expect(scan({ cwd: platform(), paths: ['kol', 'none'] })).rejects.toThrow(UsageError);
  });

  it('is a policy with a typo, said once with its place', async () => {
    const cwd = platform({ 'domain-separation.yaml': 'domains:\n  kol: { bucket: [a] }\n' });
    const error = await scan({ cwd }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PolicyError);
    expect(String(error)).toBe(
      `PolicyError: ${join(cwd, 'domain-separation.yaml')}:2:10  unknown key "bucket" in domain "kol": did you mean "buckets"?`,
    );
  });

  it('is a rule in the policy that there is not', async () => {
    const cwd = platform({ 'domain-separation.yaml': `${POLICY}rules:\n  prefer-env-names: off\n` });
    await expect(scan({ cwd })).rejects.toThrow(
      `${join(cwd, 'domain-separation.yaml')}:12:3  there is no rule "prefer-env-names": did you mean "prefer-env-name"?`,
    );
  });

  it.each([
    ['overrides: [{ files: [kol/**], rules: { prefer-env: off } }]', '11:41  there is no rule "prefer-env": did you mean "prefer-env-name"?'],
    ['rules: { prefer-env-name: [warn, { kind: [bucket] }] }', '11:10  "prefer-env-name" has no option "kind": did you mean "kinds"?'],
    ['rules: { no-cross-domain-import: [warn, { kinds: [] }] }', '11:10  "no-cross-domain-import" has no option "kinds": it has none'],
    ['rules: { prefer-env-name: [warn, { kinds: [buckets] }] }', '11:10  the option "kinds" of "prefer-env-name" cannot hold "buckets": did you mean "bucket"?'],
    ['rules: { prefer-env-name: [warn, { kinds: bucket }] }', '11:10  the option "kinds" of "prefer-env-name" must be a list: of bucket, '],
    ['rules: { no-hardcoded-bucket: [warn, { fix: never }] }', '11:10  the option "fix" of "no-hardcoded-bucket" must be true or false'],
    ['rules: { prefer-env-name: [warn, bucket] }', '11:10  "prefer-env-name" takes a severity and one map of options'],
  ])('is %s in the policy', async (line, message) => {
    const cwd = platform({ 'domain-separation.yaml': `${POLICY}${line}\n` });
    await expect(scan({ cwd })).rejects.toThrow(`${join(cwd, 'domain-separation.yaml')}:${message}`);
  });

  it('is a path that goes on below a file', async () => {
    await expect(scan({ cwd: platform(), paths: ['kol/load.py/x'] })).rejects.toThrow(UsageError);
  });

  it('is a message of its file, and the others are linted', async () => {
    const cwd = platform({ 'kol/broken.py': 'x = (1,\ny = "s3://bronze/x"\n', 'kol/data.py': 'a\0b' });
    writeFileSync(join(cwd, 'kol/latin.sql'), Buffer.from('-- \xe4\nSELECT * FROM iceberg.gold.t;\n', 'latin1'));
    const found = await problems(cwd);
    expect(found).toContainEqual(expect.stringMatching(/^kol\/broken\.py:\d+:\d+ 2 - Parsing error: /));
    expect(found).toContainEqual(expect.stringMatching(/^kol\/latin\.sql:1:4 2 - The file is not UTF-8/));
    expect(found).toContainEqual(expect.stringMatching(/^kol\/latin\.sql:2:23 2 qualified-trino-schema/));
    expect(found.filter((line) => line.startsWith('kol/data.py'))).toEqual([]);
    expect(found.filter((line) => line.startsWith('kol/load.py'))).toHaveLength(1);
  });

  it('is a warning in configuration, and nothing in a template of it', async () => {
    const broken = 'a: b: "s3://bronze/x"\n';
    const cwd = platform({ 'kol/api.yaml': broken, 'kol/api.yaml.tmpl': broken, 'kol/a.py.j2': 'x = {{ x }\n', 'kol/a.json': '{' });
    const found = await problems(cwd, { paths: ['kol'] });
    expect(found.filter((line) => line.includes('Parsing error'))).toEqual([
      expect.stringMatching(/^kol\/a\.json:1:1 1 - Parsing error: /),
      expect.stringMatching(/^kol\/api\.yaml:1:4 1 - Parsing error: /),
    ]);
  });

  it('is said of the cell in a notebook', async () => {
    const cells = ['# text', 'x = 1\n', 'y = 2\nif x = :\n  y\n'].map((source, index) => ({ cell_type: index === 0 ? 'markdown' : 'code', source }));
    const cwd = platform({ 'kol/a.ipynb': JSON.stringify({ cells, metadata: {}, nbformat: 4 }), 'kol/b.ipynb': '{\n  "cells": [}' });
    const results = await scan({ cwd, paths: ['kol/a.ipynb', 'kol/b.ipynb'] });
    expect(results.map(({ messages }) => messages)).toMatchObject([
      [{ cell: 2, line: 2, column: 6, severity: 2, fatal: true }],
      [{ line: 2, column: 13, severity: 2, fatal: true }],
    ]);
  });

  it('is not a directive for the rules of others', async () => {
    const text = '<script>\n// eslint-disable-next-line no-console\nconsole.log(1);\n// eslint-disable-next-line\nconsole.log(2);\n</script>\n';
    const cwd = platform({ 'kol/a.vue': text, 'kol/a.py': '# eslint-disable-next-line no-console\nx = 1\n', 'kol/a.yml': '# eslint-disable\na: 1\n' });
    expect(await problems(cwd, { paths: ['kol/a.vue', 'kol/a.py', 'kol/a.yml'] })).toEqual([]);
  });

  it('is said of a binary file that was named', async () => {
    const cwd = platform({ 'kol/data.py': 'a\0b' });
    expect(await problems(cwd, { paths: ['kol/data.py'] })).toEqual(['kol/data.py:1:1 1 - The file was not read: it is binary.']);
  });

  it.skipIf(process.getuid?.() === 0)('is a file that may not be read', async () => {
    const cwd = platform();
    chmodSync(join(cwd, 'kol/load.py'), 0);
    expect(await problems(cwd, { paths: ['kol'] })).toContainEqual(expect.stringMatching(/^kol\/load\.py:1:1 2 - The file cannot be read/));
  });
});
