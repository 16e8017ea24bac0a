import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/scanner/command-line.js';
import { folderWith } from '../policy/policy-of.js';
import { platform, POLICY } from './platform.js';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function run(cwd: string, words: readonly string[], input = ''): Promise<Ran> {
  let out = '';
  let error = '';
  const code = await runCommandLine(words, {
    cwd,
    hasColors: false,
    writeOut: (text) => {
      out += text;
    },
    writeError: (text) => {
      error += text;
    },
    readInput: async () => Buffer.from(input),
  });
  return { code, out, error };
}

const CLEAN = { 'domain-separation.yaml': POLICY, 'kol/a.py': 'print("nothing")\n' };
const WARNING = { ...CLEAN, 'kol/a.py': 'A = "s3://kol-bronze/x"\n' };

describe('scan', () => {
  it('prints nothing and exits with 0 where all is clean', async () => {
    expect(await run(folderWith(CLEAN), ['scan'])).toEqual({ code: 0, out: '', error: '' });
  });

  it('prints problems as ESLint does, and exits with 1 for errors', async () => {
    const { code, out } = await run(platform(), ['scan', 'kol/load.py', 'sme']);
    expect(code).toBe(1);
    expect(out).toBe(
      [
        'kol/load.py',
        "  3:19  error  Bucket 'bronze' is in no domain's namespace; in kol it is 'kol-bronze'  domain-separation/no-hardcoded-bucket",
        '',
        'sme/.env',
        "  1:21  error  Bucket 'bronze' is in no domain's namespace; in sme it is 'sme-bronze'  domain-separation/no-hardcoded-bucket",
        '',
        '✖ 2 problems (2 errors, 0 warnings)',
        '  2 problems can be fixed by ESLint with --fix.',
        '',
      ].join('\n'),
    );
  });

  it('writes SARIF on request, with the exit code of any other format', async () => {
    const { code, out } = await run(platform(), ['scan', '--format', 'sarif', 'kol/load.py']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'domain-separation/no-hardcoded-bucket', level: 'error' }] }] });
  });

  it('exits with 0 for warnings, unless there are more than --max-warnings', async () => {
    const cwd = folderWith(WARNING);
    expect(await run(cwd, ['scan'])).toMatchObject({ code: 0, out: expect.stringContaining('1 warning)') as unknown });
    expect((await run(cwd, ['scan', '--max-warnings', '1'])).code).toBe(0);
    expect(await run(cwd, ['scan', '--max-warnings', '0'])).toMatchObject({
      code: 1,
      error: 'Found 1 warning, and --max-warnings allows 0.\n',
    });
    expect(await run(cwd, ['scan', '--quiet'])).toMatchObject({ code: 0, out: '' });
  });

  it('says where there is no policy that hardly anything was checked', async () => {
    const { code, out, error } = await run(folderWith({ 'a.py': 'A = "s3://x/y"\n', '.env': 'S3_BUCKET=x\n' }), ['scan', '--quiet', '.env']);
    expect([code, out, error]).toEqual([0, '', expect.stringMatching(/^There is no domain-separation\.yaml here or above: /)]);
    const nested = folderWith({ 'a.py': '', 'sme/domain-separation.yaml': POLICY, 'sme/a.py': '' });
    expect(await run(nested, ['scan'])).toEqual({ code: 0, out: '', error: '' });
  });

  it('prints ESLint\'s results as JSON', async () => {
    const cwd = platform();
    const { code, out } = await run(cwd, ['scan', '--format', 'json', 'kol/load.py']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      {
        filePath: join(cwd, 'kol/load.py'),
        messages: [{ ruleId: 'domain-separation/no-hardcoded-bucket', severity: 2, line: 3, column: 19, endLine: 3, endColumn: 25 }],
        errorCount: 1,
      },
    ]);
  });

  it('reads one text from standard input', async () => {
    const { code, out } = await run(platform(), ['scan', '--stdin', '--stdin-filename', 'sme/x.py'], 'A = "s3://bronze/x"\n');
    expect(code).toBe(1);
    expect(out).toContain("in sme it is 'sme-bronze'");
  });

  it('leaves out what is excluded and ignored', async () => {
    const words = ['scan', '--exclude', 'sme', '--exclude', '*.ts', '--ignore', 'no-cross-domain-access,no-hardcoded-bucket'];
    expect(await run(platform(), words)).toEqual({ code: 0, out: '', error: '' });
  });
});

describe('a wrong call', () => {
  it.each<[string, readonly string[], string]>([
    ['a path that is not there', ['scan', 'none.py'], 'There is no file or folder "none.py"'],
    ['an unknown option', ['scan', '--fixx'], "unknown option '--fixx'"],
    ['an unknown command', ['scam'], "unknown command 'scam'"],
    ['an unknown format', ['inventory', '--format', 'xml'], "argument 'xml' is invalid"],
    ['an unknown rule', ['scan', '--select', 'x'], 'There is no rule "x"'],
    ['a count that is none', ['scan', '--max-warnings', 'few'], 'It must be a whole number'],
    ['standard input without a name', ['scan', '--stdin'], '--stdin needs --stdin-filename'],
    ['standard input and paths', ['scan', '--stdin', '--stdin-filename', 'a', 'b'], 'paths were given as well'],
    ['a policy that is not there', ['scan', '--policy', 'none.yaml'], 'none.yaml:1:1  cannot read the policy'],
  ])('%s exits with 2 and says what is wrong', async (_, words, message) => {
    const { code, error } = await run(platform(), words);
    expect([code, error]).toEqual([2, expect.stringContaining(message)]);
  });

  it('of a policy that sets a rule there is not exits with 2, whichever command reads it', async () => {
    const cwd = folderWith({ ...CLEAN, 'domain-separation.yaml': 'domains: { kol: {} }\nrules:\n  no-buckets: off\n' });
    for (const words of [['scan'], ['policy', 'check']]) {
      const { code, error } = await run(cwd, words);
      expect([code, error]).toEqual([2, expect.stringContaining('domain-separation.yaml:3:3  there is no rule "no-buckets"')]);
    }
  });

  it('of a folder that is called like a policy exits with 2', async () => {
    const cwd = folderWith({ 'kol/a.py': '', 'domain-separation.yaml/a.txt': '' });
    expect(await run(cwd, ['scan'])).toMatchObject({ code: 2, error: 'domain-separation.yaml:1:1  cannot read the policy: it is a folder\n' });
  });

  it('of a policy with a typo exits with 2 and says where', async () => {
    const cwd = folderWith({ ...CLEAN, 'domain-separation.yaml': 'domains:\n  kol:\n    fils: []\n' });
    for (const words of [['scan'], ['inventory'], ['policy', 'check']]) {
      expect(await run(cwd, words)).toEqual({
        code: 2,
        out: '',
        error: `domain-separation.yaml:3:5  unknown key "fils" in domain "kol": did you mean "files"?\n`,
      });
    }
  });
});

describe('inventory', () => {
  it('prints a table for people', async () => {
    const { code, out } = await run(platform(), ['inventory']);
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'sme',
        '  schema      iceberg.sme_gold        1 use, 1 foreign  kol/events.sql:1:23',
        '  table       iceberg.sme_gold.sales  1 use, 1 foreign  kol/events.sql:1:32',
        '',
        '(no domain)',
        '  bucket      bronze   2 uses, 2 outside  kol/load.py:3:19 and 1 other place',
        '  bucket      gold     1 use, 1 outside  kol/serve.ts:1:34',
        '  catalog     iceberg  1 use  kol/events.sql:1:15',
        '',
        '6 references in 4 files',
        '',
      ].join('\n'),
    );
  });

  it('lists the kinds that it is asked for, and no others', async () => {
    const cwd = platform();
    const { out } = await run(cwd, ['inventory', '--kind', 'catalog,schema', '--format', 'csv']);
    expect(out.split('\r\n').slice(1, -1).map((line) => line.split(',')[0])).toEqual(['catalog', 'schema']);
    const { code, error } = await run(cwd, ['inventory', '--kind', 'buckets']);
    expect(code).toBe(2);
    expect(error).toContain('The kinds are bucket, catalog');
  });

  it('prints a page', async () => {
    expect((await run(platform(), ['inventory', '--format', 'html'])).out).toMatch(/^<!DOCTYPE html>.*<\/html>\n$/s);
  });

  it('prints JSON, CSV and a chart', async () => {
    const cwd = platform();
    expect(JSON.parse((await run(cwd, ['inventory', '--format', 'json'])).out)).toMatchObject({ schemaVersion: 1 });
    const [header, ...lines] = (await run(cwd, ['inventory', '--format', 'csv'])).out.trimEnd().split('\r\n');
    expect(header).toBe(
      'kind,name,pattern,qualifier,path,owner,system,origin,env,file,cell,line,column,useFile,useLine,useColumn,access,via,fileDomain,verdict,rule',
    );
    expect(lines).toHaveLength(6);
    expect(lines).toContainEqual(expect.stringMatching(/^schema,sme_gold,,iceberg,,sme,trino,literal,,kol\/events\.sql,,1,23,kol\/events\.sql,1,\d+,read,\w+,kol,foreign,no-cross-domain-access$/));
    expect((await run(cwd, ['inventory', '--format', 'mermaid', 'kol/events.sql'])).out).toBe(
      [
        'flowchart LR',
        '  d0["code of kol"]',
        '  r0[("no domain: catalogs")]',
        '  r1[("sme: schemas")]',
        '  r2[("sme: tables")]',
        '  d0 -->|"1"| r0',
        '  d0 -->|"1, 1 foreign"| r1',
        '  d0 -->|"1, 1 foreign"| r2',
        '  linkStyle 1 stroke:#c00,stroke-width:3px',
        '  linkStyle 2 stroke:#c00,stroke-width:3px',
        '',
      ].join('\n'),
    );
  });

  it('says on standard error what could not be parsed, and exits with 0', async () => {
    const { code, error } = await run(platform({ 'kol/broken.py': 'x = (1,\n' }), ['inventory']);
    expect(code).toBe(0);
    expect(error).toMatch(/^kol\/broken\.py:\d+:\d+ {2}Parsing error: .*\n$/);
  });
});

describe('policy check', () => {
  it('lists globs that match nothing and files of no domain', async () => {
    const cwd = platform({
      'scripts/x.py': 'x = "s3://bronze/x"',
      'scripts/y.py': 'x = ["s3://bronze/x", "s3://silver/y"]',
      'scripts/z.py': '',
      'scripts/readme.md': '```python\nx = "s3://bronze/x"\n```\n',
      'tests/test_x.py': 'x = "s3://bronze/x"',
      'domain-separation.yaml': POLICY.replace('[sme/**]', '[sme/**, pulse/**]'),
    });
    expect(await run(cwd, ['policy', 'check'])).toEqual({
      code: 0,
      error: '',
      out: [
        'domain-separation.yaml is right: 2 domains (kol, sme), 10 files, and no name that two domains claim.',
        '',
        'Nothing in the repository is matched by (correct or remove it)',
        '  domain-separation.yaml:8:21  "pulse/**" in the files of domain "sme"',
        '  domain-separation.yaml:5:15  "kol-*" in the buckets of domain "kol"',
        '  domain-separation.yaml:6:15  "iceberg.kol_*" in the schemas of domain "kol"',
        '  domain-separation.yaml:9:15  "sme-*" in the buckets of domain "sme"',
        '',
        'In no domain are the files (add them to the "files" of one; for what all share it may be right)',
        '  scripts/y.py  2 names',
        '  scripts/x.py  1 name',
        '',
        'In no domain, and without a name: 1 file.',
        '',
      ].join('\n'),
    });
  });

  it('lists grants that are over, and what grants, dialects and overrides say of names and files that are not there', async () => {
    const policy = `${POLICY.replace(/^grants:[^]*?(?=^\S|$(?![^]))/m, '')}
grants:
  - { domain: kol, may: read, buckets: [sme-never], until: 2020-12-31 }
  - { domain: sme, may: read, files: [kol/gone/**] }
sql: [{ files: [old/**], dialect: hive }]
overrides: [{ files: [legacy/**], rules: { prefer-env-name: off } }]
`;
    const { code, out } = await run(platform({ 'domain-separation.yaml': policy }), ['policy', 'check']);
    expect(code).toBe(0);
    expect(out).toContain('"sme-never" in the buckets of a grant for "kol"');
    expect(out).toContain('"kol/gone/**" in the files of a grant for "sme"');
    expect(out).toContain('"old/**" in the files of "sql"');
    expect(out).toContain('"legacy/**" in the files of "overrides"');
    expect(out).toMatch(/Over are the grants .*\n {2}domain-separation\.yaml:\d+:5 {2}for "kol", until 2020-12-31\n/);
  });

  it('says files that two domains claim, and not that globs could meet', async () => {
    const policy = 'domains: { a: { files: ["**/*a*"] }, b: { files: ["**/*b*", "!**/*.md"] }, c: { files: ["**/*c*"] } }';
    const apart = { 'domain-separation.yaml': policy, 'a.py': '', 'b.py': '' };
    expect(await run(folderWith(apart), ['policy', 'check'])).toMatchObject({ code: 0 });
    const cwd = folderWith({ ...apart, 'x/ab.py': '', 'x/ab.md': '', 'x/ab2.py': '', 'x/bc.py': '' });
    for (const words of [['policy', 'check'], ['scan']]) {
      expect(await run(cwd, words)).toEqual({
        code: 2,
        out: '',
        error: [
          'domain-separation.yaml:1:51  domains "a" and "b" both claim files such as "x/ab.py" ("**/*a*" at line 1, "**/*b*" at line 1): take the files away from one of the two with "!"',
          'domain-separation.yaml:1:89  domains "b" and "c" both claim files such as "x/bc.py" ("**/*b*" at line 1, "**/*c*" at line 1): take the files away from one of the two with "!"',
          '',
        ].join('\n'),
      });
    }
  });

  it('says names that two domains could claim', async () => {
    const cwd = folderWith({ 'domain-separation.yaml': 'domains: { a: { buckets: ["a-*"] }, b: { buckets: ["*-b"] } }' });
    expect(await run(cwd, ['policy', 'check'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('domains "a" and "b" both claim the bucket "a-b"') as unknown,
    });
  });

  it('says that there is no policy', async () => {
    expect(await run(folderWith({}), ['policy', 'check'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('There is no domain-separation.yaml in') as unknown,
    });
  });
});

it('prints its version and its help', async () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await run('/', ['--version'])).toEqual({ code: 0, out: `${Object(manifest).version}\n`, error: '' });
  const { code, out } = await run('/', ['--help']);
  expect(code).toBe(0);
  for (const command of ['scan', 'inventory', 'policy']) expect(out).toContain(command);
});
