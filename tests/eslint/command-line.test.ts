import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { createPlatform, POLICY, type Platform } from './platform.js';

const PYTHON = 'import mlflow\n\nmlflow.set_experiment("trust_model")\n';
const SQL = 'SELECT * FROM iceberg.silver.events;\n';

let platform: Platform | undefined;

afterEach(() => {
  platform?.remove();
  platform = undefined;
});

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly line: number; readonly column: number; readonly ruleId: string | null; readonly message: string }[];
}

/** What a command line of ESLint gives in the platform: its exit code, and `file:line:column rule` of each problem. */
function eslint(...options: string[]) {
  if (platform === undefined) throw new Error('There is no platform yet.');
  const { root } = platform;
  const program = join(root, 'node_modules', 'eslint', 'bin', 'eslint.js');
  const ran = spawnSync(process.execPath, [program, '.', '--format', 'json', ...options], { cwd: root, encoding: 'utf8' });
  if (ran.status === 2) throw new Error(ran.stderr);
  const results: LintResult[] = JSON.parse(ran.stdout);
  const problems = results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId, message }) => {
      const file = filePath.slice(root.length + 1).replaceAll('\\', '/');
      return `${file}:${line}:${column} ${ruleId?.replace('domain-separation/', '') ?? message}`;
    }),
  );
  return { status: ran.status, problems: problems.sort() };
}

function textOf(file: string): string {
  return readFileSync(join(platform?.root ?? '', file), 'utf8');
}

describe.each([
  ['ESLint 10', 'eslint'],
  ['ESLint 9.38', 'eslint-v9'],
] as const)('%s', { timeout: 240_000 }, (_name, version) => {
  it('lints Python, SQL, env files, JavaScript and TypeScript with a preset and nothing else', () => {
    platform = createPlatform(
      {
        'kol/etl.py': PYTHON,
        'kol/stubs.pyi': 'BRONZE_BUCKET: str = "bronze"\n',
        'kol/events.sql': SQL,
        'kol/.env': 'MINIO_BUCKET_BRONZE=bronze\n',
        'kol/.env.local': 'MINIO_BUCKET_BRONZE=bronze\n',
        'kol/kol.env': 'MINIO_BUCKET_BRONZE=bronze\n',
        'kol/a.js': "fetch('s3://bronze/a');\n",
        'kol/b.tsx': "export const b: string = 's3://bronze/b';\nexport const c = <p>{b}</p>;\n",
        'kol/.venv/lib/x.py': PYTHON,
        'kol/dbt/target/compiled/x.sql': SQL,
      },
      version,
    );
    expect(eslint()).toEqual({
      status: 1,
      problems: [
        'kol/.env.local:1:21 no-hardcoded-bucket',
        'kol/.env:1:21 no-hardcoded-bucket',
        "kol/a.js:1:13 no-hardcoded-bucket",
        "kol/b.tsx:1:32 no-hardcoded-bucket",
        'kol/etl.py:3:24 prefixed-mlflow-experiment',
        'kol/events.sql:1:23 qualified-trino-schema',
        'kol/kol.env:1:21 no-hardcoded-bucket',
        'kol/stubs.pyi:1:23 no-hardcoded-bucket',
      ],
    });
  });

  it('--fix writes the domain’s own names and changes nothing else, whatever the line ends', () => {
    platform = createPlatform(
      {
        'kol/etl.py': '\uFEFF# é 🐍\r\nimport mlflow\r\nmlflow.set_experiment("trust_model")\r\n',
        'kol/events.sql': '-- é\r\nSELECT * FROM iceberg."silver".events;\r\n',
        'kol/.env': 'MINIO_BUCKET_BRONZE=bronze\n',
      },
      version,
    );
    expect(eslint('--fix')).toEqual({ status: 0, problems: [] });
    expect(textOf('kol/etl.py')).toBe('\uFEFF# é 🐍\r\nimport mlflow\r\nmlflow.set_experiment("KOL_trust_model")\r\n');
    expect(textOf('kol/events.sql')).toBe('-- é\r\nSELECT * FROM iceberg."kol_silver".events;\r\n');
    expect(textOf('kol/.env')).toBe('MINIO_BUCKET_BRONZE=kol-bronze\n');
  });

  it('--cache keeps what has not changed, and forgets it with the policy, an env file or an imported module', () => {
    platform = createPlatform(
      {
        'kol/config.py': 'BRONZE = "kol-bronze"\n',
        'kol/etl.py': 'import boto3\nfrom config import BRONZE\n\nboto3.client("s3").create_bucket(Bucket=BRONZE)\n',
        'kol/events.sql': 'SELECT * FROM iceberg.kol_silver.events;\n',
      },
      version,
    );
    const cache = () => Object(JSON.parse(textOf('.eslintcache')));
    const lint = () => eslint('--cache', '--rule', '{"domain-separation/prefer-env-name":"off"}').problems;
    expect(lint()).toEqual([]);
    const first = JSON.stringify(cache());
    expect(lint()).toEqual([]);
    expect(JSON.stringify(cache()), 'a second run uses the first one’s results').toBe(first);

    platform.write('kol/config.py', 'BRONZE = "sme-bronze"\n');
    expect(lint().filter((problem) => problem.startsWith('kol/etl.py'))).toHaveLength(1);
    platform.write('kol/config.py', 'BRONZE = "kol-bronze"\n');
    expect(lint()).toEqual([]);

    platform.write('kol/config/__init__.py', 'BRONZE = "sme-bronze"\n');
    expect(lint(), 'a package that comes before the module').toEqual([expect.stringMatching(/^kol\/etl\.py/)]);
    platform.write('kol/config/__init__.py', 'BRONZE = "kol-bronze"\n');
    expect(lint()).toEqual([]);

    platform.write('domain-separation.yaml', POLICY.replace('iceberg.kol_*', 'iceberg.kolx_*'));
    expect(lint()).toEqual(['kol/events.sql:1:23 qualified-trino-schema']);
    platform.write('domain-separation.yaml', POLICY);
    expect(lint()).toEqual([]);

    platform.write('kol/domain-separation.yaml', 'domains:\n  kol:\n    schemas: ["iceberg.other"]\n');
    expect(lint(), 'a policy that was not there before').toEqual(['kol/events.sql:1:23 qualified-trino-schema']);
  });

  it('--concurrency gives the same problems', () => {
    const files = Array.from({ length: 6 }, (_, index) => [`kol/etl${index}.py`, PYTHON] as const);
    platform = createPlatform({ ...Object.fromEntries(files), 'kol/events.sql': SQL }, version);
    const expected = eslint();
    expect(expected.problems).toHaveLength(7);
    expect(eslint('--concurrency', '2')).toEqual(expected);
  });

  it('--suppress-all keeps today’s problems in a file, and tomorrow’s are reported', () => {
    platform = createPlatform({ 'kol/etl.py': PYTHON, 'kol/events.sql': SQL }, version);
    expect(eslint('--suppress-all').problems).toEqual([]);
    expect(existsSync(join(platform.root, 'eslint-suppressions.json'))).toBe(true);
    expect(eslint()).toEqual({ status: 0, problems: [] });
    platform.write('kol/events.sql', `${SQL}SELECT * FROM iceberg.gold.scores;\n`);
    expect(eslint().problems).toHaveLength(2);
  });

  it('comments in each language’s own syntax silence a rule, and are reported where they silence nothing', () => {
    platform = createPlatform(
      {
        'kol/a.py': [
          'import mlflow',
          '# eslint-disable-next-line domain-separation/prefixed-mlflow-experiment -- older than the policy',
          'mlflow.set_experiment("trust_model")',
          'mlflow.set_experiment("my_model")  # eslint-disable-line',
          '# eslint-disable-next-line domain-separation/no-hardcoded-bucket',
          'mlflow.set_experiment("KOL_model")',
          '# eslint-disable',
          'mlflow.set_experiment("churn")',
          '# eslint-enable',
          'mlflow.set_experiment("score")',
          '',
        ].join('\n'),
        'kol/b.sql': [
          '-- eslint-disable-next-line domain-separation/qualified-trino-schema',
          'SELECT * FROM iceberg.silver.a;',
          'SELECT * FROM iceberg.silver.b; -- eslint-disable-line',
          '/* eslint-disable domain-separation/qualified-trino-schema */',
          'SELECT * FROM iceberg.silver.c;',
          '/* eslint-enable */',
          'SELECT * FROM iceberg.silver.d;',
          '',
        ].join('\n'),
        'kol/.env': '# eslint-disable-next-line -- shared for now\nMINIO_BUCKET_BRONZE=bronze\n',
        'kol/c.py': [
          'spark.sql("""',
          '  SELECT * FROM iceberg.silver.a -- eslint-disable-line domain-separation/qualified-trino-schema',
          '  JOIN iceberg.silver.b ON true',
          '""")',
          '',
        ].join('\n'),
        'kol/d.ts': [
          "import { Trino } from 'trino-client';",
          "const trino = Trino.create({ server: 'http://sme-trino:8080' });",
          'trino.query(`',
          '  -- eslint-disable-next-line domain-separation/qualified-trino-schema',
          '  SELECT * FROM iceberg.silver.a',
          '  JOIN iceberg.silver.b ON true`);',
          '',
        ].join('\n'),
      },
      version,
    );
    expect(eslint().problems).toEqual([
      'kol/a.py:10:24 prefixed-mlflow-experiment',
      "kol/a.py:5:1 Unused eslint-disable directive (no problems were reported from 'domain-separation/no-hardcoded-bucket').",
      'kol/b.sql:7:23 qualified-trino-schema',
      'kol/c.py:3:16 qualified-trino-schema',
      'kol/d.ts:6:16 qualified-trino-schema',
    ]);
  });

  it('an unscoped js.configs.recommended does no harm', () => {
    platform = createPlatform({ 'kol/etl.py': PYTHON, 'kol/events.sql': SQL }, version);
    platform.write(
      'eslint.config.js',
      "import { builtinRules } from 'eslint/use-at-your-own-risk';\n" +
        "import domainSeparation from 'eslint-plugin-domain-separation';\n" +
        'const recommended = [...builtinRules].filter(([, { meta }]) => meta.docs.recommended);\n' +
        "export default [{ rules: Object.fromEntries(recommended.map(([name]) => [name, 'error'])) }, ...domainSeparation.configs.strict];\n",
    );
    expect(eslint().problems).toEqual([
      'kol/etl.py:3:24 prefixed-mlflow-experiment',
      'kol/events.sql:1:23 qualified-trino-schema',
    ]);
  });
});
