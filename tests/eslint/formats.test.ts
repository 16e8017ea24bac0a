import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Linter } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import plugin from '../../src/index.js';
import { createSource } from '../../src/references/source.js';
import { POLICY } from './platform.js';

let root: string;

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'formats-')));
  writeFileSync(join(root, 'domain-separation.yaml'), POLICY);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** `line:column rule` of each problem under both presets, and the text after `--fix`. */
function lint(file: string, text: string) {
  const config = [...plugin.configs.recommended, ...plugin.configs.platform];
  const linter = new Linter({ cwd: root });
  const filename = join(root, 'kol', file);
  const messages = linter.verify(text, config, { filename });
  return {
    messages,
    problems: messages.map(({ line, column, ruleId, message }) => {
      return `${line}:${column} ${ruleId?.replace('domain-separation/', '') ?? message}`;
    }),
    fixed: linter.verifyAndFix(text, config, { filename }).output,
  };
}

/** A file that names a bucket of nobody's, and where the name stands. */
const CASES = [
  ['run.sh', 'set -e\nmc mb local/bronze\n', '2:13'],
  ['run.sh', 'set -e\r\naws s3 ls s3://bronze/a\r\n', '2:16'],
  ['Makefile', 'all:\n\t@mc mb local/bronze\n', '2:15'],
  ['Dockerfile', 'FROM x\nENV MINIO_BUCKET_BRONZE=bronze\n', '2:25'],
  ['spark-defaults.conf', 'spark.sql.warehouse.dir s3a://bronze/wh\n', '1:31'],
  ['airflow.cfg', '[logging]\nremote_base_log_folder = s3://bronze/logs\n', '2:31'],
  ['main.tf', 'resource "aws_s3_bucket" "b" {\n  bucket = "bronze"\n}\n', '2:13'],
  ['docker-compose.yml', 'services:\n  a:\n    environment:\n      MINIO_BUCKET_BRONZE: bronze # x\n', '4:28'],
  ['connector.json', '{\n  "config": { "s3.bucket.name": "bronze" }\n}\n', '2:34'],
  ['settings.toml', '[minio]\nbronze_bucket = "bronze"\n', '2:18'],
  ['README.md', '# s3://silver/x\n\n```python\nspark.read.csv("s3a://bronze/a")\n```\n', '4:23'],
  ['Job.scala', 'val a = "s3a://bronze/a" // s3://silver\n', '1:16'],
] as const;

describe('a file of each format', () => {
  it.each(CASES)('%s is reported and fixed where the name stands', (file, text, at) => {
    const { problems, fixed } = lint(file, text);
    expect(problems).toEqual([`${at} no-hardcoded-bucket`]);
    const [line = 1, column = 1] = at.split(':').map(Number);
    const start = createSource(file, text).lineStarts[line - 1] ?? 0;
    expect(fixed).toBe(`${text.slice(0, start + column - 1)}kol-${text.slice(start + column - 1)}`);
  });

  it.each([
    ['run.sh', '# eslint-disable-next-line\nmc mb local/bronze\n'],
    ['run.sh', 'psql <<SQL\nSELECT 1;\n-- eslint-disable-next-line\nCOPY a FROM \'s3://bronze/a\';\nSQL\n'],
    ['Makefile', 'all:\n\tmc mb local/bronze # eslint-disable-line\n'],
    ['main.tf', '// eslint-disable-next-line\nlocals { a = "s3://bronze/a" }\n'],
    ['a.yaml', 'a: s3://bronze/a # eslint-disable-line -- why\n'],
    ['a.yaml', 'run: |\n  # eslint-disable-next-line\n  mc mb local/bronze\n'],
    ['a.jsonc', '// eslint-disable-next-line\n{"a": "s3://bronze/a"}\n'],
    ['a.md', '<!-- eslint-disable -->\n```sh\nmc mb local/bronze\n```\n'],
    ['a.md', '```sh\nmc mb local/bronze # eslint-disable-line\n```\n'],
    ['A.java', 'f("s3://bronze/a"); // eslint-disable-line\n'],
  ])('%s is silenced by its own comments: %j', (file, text) => {
    expect(lint(file, text).problems).toEqual([]);
    expect(lint(file, text.replaceAll('eslint-disable', 'x')).problems.length).toBeGreaterThan(0);
  });

  it.each([
    ['run.sh', 'mc ls\n  mc mb local/bronze\n', '  # eslint-disable-next-line domain-separation/no-hardcoded-bucket\n'],
    ['rules.mk', 'all:\n\tmc mb local/bronze\n', '\t# eslint-disable-next-line domain-separation/no-hardcoded-bucket\n'],
    ['dev.Dockerfile', 'FROM x\nRUN mc mb local/bronze\n', '# eslint-disable-next-line domain-separation/no-hardcoded-bucket\n'],
    ['main.tf', 'locals {\n  a = "s3://bronze/a"\n}\n', '  # eslint-disable-next-line domain-separation/no-hardcoded-bucket\n'],
    ['a.yaml', 'a:\n  - s3://bronze/a\n', '  # eslint-disable-next-line domain-separation/no-hardcoded-bucket\n'],
    [
      'heredoc.sh',
      "trino <<-SQL\n\tCREATE SCHEMA iceberg.kol_silver WITH (location = 's3a://silver/');\nSQL\n",
      '\t-- eslint-disable-next-line domain-separation/no-hardcoded-bucket\n',
    ],
    [
      'job.yaml',
      "sql: |\n  CREATE SCHEMA iceberg.kol_silver WITH (location = 's3a://silver/');\n",
      '  -- eslint-disable-next-line domain-separation/no-hardcoded-bucket\n',
    ],
  ])('%s has a suggestion that silences the line', (file, text, comment) => {
    const [message] = lint(file, text).messages;
    const [suggestion] = message?.suggestions?.filter(({ messageId }) => messageId === 'suggestDisable') ?? [];
    const { range: [at] = [0], text: inserted = '' } = suggestion?.fix ?? {};
    expect(inserted).toBe(comment);
    expect(lint(file, text.slice(0, at) + inserted + text.slice(at)).problems).toEqual([]);
  });

  it('is not silenced with a comment that the text around would take for its own', () => {
    for (const [file, text] of [
      ['a.yaml', 'a: "x\n  s3://bronze/a"\n'],
      ['run.sh', 'mc mb \\\n  local/bronze\n'],
      ['a.json', '{\n  "a": "s3://bronze/a"\n}\n'],
    ] as const) {
      const [message] = lint(file, text).messages;
      expect(message?.ruleId, file).toBe('domain-separation/no-hardcoded-bucket');
      expect(message?.suggestions?.map(({ messageId }) => messageId) ?? [], file).not.toContain('suggestDisable');
    }
  });

  it('a policy is none: it names resources and uses none', () => {
    expect(lint('domain-separation.yaml', 'domains:\n  kol:\n    buckets: [bronze]\n').problems).toEqual([]);
  });

  it('a file that a script or Makefile includes is no module', () => {
    writeFileSync(join(root, 'sme.ts'), '');
    for (const [file, text] of [
      ['run.sh', 'source ../sme\n. ../sme.ts\n'],
      ['Makefile', 'include ../sme\n'],
      ['docker-compose.yml', 'services:\n  a:\n    env_file: [../sme, ../sme.ts]\n'],
      ['README.md', '```ts\nimport x from "../sme";\n```\n'],
    ] as const) {
      expect(lint(file, text).problems, file).toEqual([]);
    }
  });
});

describe('a notebook', () => {
  const cell = (source: readonly string[]) => ({ cell_type: 'code', execution_count: 1, metadata: {}, outputs: [{ text: 's3://silver/' }], source });
  const notebook = (source: readonly string[], indent = 1): string =>
    JSON.stringify({ cells: [{ cell_type: 'markdown', metadata: {}, source: ['s3://gold/'] }, cell(source)], metadata: {}, nbformat: 4 }, null, indent);

  it('has its problems where the stored file has them, and fixes that keep everything else', () => {
    const text = notebook(['import boto3\n', 'é = "s3://bronze/a"\n', "b = 's3://bronze/b'"]);
    const { problems, fixed } = lint('a.ipynb', text);
    const at = (part: string) => {
      const before = text.slice(0, text.indexOf(part) + part.length - 'bronze'.length).split('\n');
      return `${before.length}:${(before.at(-1)?.length ?? 0) + 1} no-hardcoded-bucket`;
    };
    expect(problems).toEqual([at('\\"s3://bronze'), at("'s3://bronze")]);
    expect(fixed).toBe(text.replaceAll('s3://bronze', 's3://kol-bronze'));
  });

  it('takes comments by the lines of a cell, wherever the file breaks its own', () => {
    const source = ['# eslint-disable-next-line\n', 'a = "s3://bronze/a"\n', 'b = "s3://bronze/b"\n'];
    expect(lint('a.ipynb', notebook(source)).problems).toHaveLength(1);
    expect(lint('a.ipynb', notebook(source, 0)).problems).toHaveLength(1);
    expect(lint('a.ipynb', notebook([source.join('')], 0)).problems).toHaveLength(1);
  });

  it('has suggestions that are written as JSON', () => {
    mkdirSync(join(root, 'kol'), { recursive: true });
    writeFileSync(join(root, 'kol', '.env'), 'MINIO_BUCKET_BRONZE=kol-bronze\n');
    const text = notebook(['import boto3\n', 'boto3.client("s3").create_bucket(Bucket="kol-bronze")\n']);
    const [message] = lint('a.ipynb', text).messages;
    const [suggestion, ...others] = message?.suggestions ?? [];
    expect([message?.ruleId, suggestion?.messageId, others]).toEqual([
      'domain-separation/prefer-env-name',
      'suggestEnvironment',
      [],
    ]);
    const { range: [start, end] = [0, 0], text: inserted = '' } = suggestion?.fix ?? {};
    const changed = JSON.parse(text.slice(0, start) + inserted + text.slice(end)) as { cells: { source: string[] }[] };
    expect(changed.cells[1]?.source.join('')).toBe(
      'import os\nimport boto3\nboto3.client("s3").create_bucket(Bucket=os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze"))\n',
    );
    expect(changed).toMatchObject({ cells: [{}, { outputs: [{ text: 's3://silver/' }] }] });
  });
});
