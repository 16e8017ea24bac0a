import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { formatSarif } from '../../src/scanner/format-sarif.js';
import { scan } from '../../src/scanner/scan.js';
import { folderWith } from '../policy/policy-of.js';
import { POLICY } from './platform.js';

const SCHEMA = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
/** Of draft 4, whose `id` Ajv does not take; all other keywords mean the same. */
const { id: _, ...schema } = JSON.parse(readFileSync(SCHEMA, 'utf8')) as Record<string, unknown>;
const isSarif = new Ajv({ strict: false, validateFormats: false, validateSchema: false, unicodeRegExp: false }).compile(schema);

const CELLS = [{ cell_type: 'code', metadata: {}, outputs: [], source: ['import os\n', 'spark.read.parquet("s3a://bronze/x")\n'] }];
const FILES = {
  'domain-separation.yaml': POLICY,
  'kol/settings.py': 'x = 1\nGOLD = "sme-gold"\n',
  'kol/load a.py': 'from kol.settings import GOLD\nimport boto3\ns3 = boto3.client("s3")\ns3.get_object(Bucket=GOLD, Key="x")\nA = "s3://bronze/x"\nB = "s3://bronze/x"\n',
  'kol/a.ipynb': JSON.stringify({ cells: CELLS, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1),
  'kol/broken.yaml': 'a: b: c\n',
  'sme/load.py': 'from kol.settings import GOLD\nimport boto3\nboto3.client("s3").put_object(Bucket=GOLD, Key="x")\n',
};

interface Log {
  readonly runs: readonly {
    readonly results: readonly Result[];
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly object[] }[];
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  }[];
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly message: { readonly text: string };
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly locations: readonly object[];
  readonly codeFlows?: readonly object[];
}

async function sarifOf(files: Readonly<Record<string, string>>): Promise<Log> {
  const cwd = folderWith(files);
  const log = JSON.parse(formatSarif(await scan({ cwd }), cwd, '1.2.3')) as Log;
  expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
  return log;
}

const place = (uri: string, region: object) => ({ physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region } });

describe('a scan as SARIF', () => {
  it('is what the schema of SARIF 2.1.0 asks for, with a rule for each result', async () => {
    const [run] = (await sarifOf(FILES)).runs;
    expect(run?.results.length).toBeGreaterThan(3);
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('is valid where nothing is found', async () => {
    const { runs } = await sarifOf({ 'domain-separation.yaml': POLICY, 'kol/a.py': 'x = 1\n' });
    expect(runs[0]?.results).toEqual([]);
  });

  it('says where each problem stands, of a notebook where the file has it', async () => {
    const results = (await sarifOf(FILES)).runs[0]?.results ?? [];
    const bronze = results.filter(({ message }) => message.text.startsWith("Bucket 'bronze'"));
    expect(bronze.flatMap(({ locations }) => locations)).toEqual([
      place('kol/a.ipynb', { startLine: 9, startColumn: 33, endLine: 9, endColumn: 39 }),
      place('kol/load%20a.py', { startLine: 5, startColumn: 11, endLine: 5, endColumn: 17 }),
      place('kol/load%20a.py', { startLine: 6, startColumn: 11, endLine: 6, endColumn: 17 }),
    ]);
  });

  it('has the way of a name from another file as a code flow', async () => {
    const files = { ...FILES, 'kol/settings.py': 'x = 1\nGOLD = "kol-gold"\n' };
    const results = (await sarifOf(files)).runs[0]?.results ?? [];
    const foreign = results.filter(({ ruleId }) => ruleId.endsWith('/no-cross-domain-access'));
    const flows = foreign.flatMap(({ codeFlows = [] }) => codeFlows);
    expect(flows).toEqual([
      {
        threadFlows: [
          {
            locations: [
              { location: { ...place('kol/settings.py', { startLine: 2, startColumn: 1 }), message: { text: 'GOLD = "kol-gold"' } } },
              { location: { ...place('sme/load.py', { startLine: 3, startColumn: 38 }), message: { text: 'GOLD, Key="x")' } } },
            ],
          },
        ],
      },
    ]);
  });

  it('tells a problem by the same fingerprint when it moves to another line, and two of one file apart', async () => {
    const printsOf = async (files: Readonly<Record<string, string>>) =>
      ((await sarifOf(files)).runs[0]?.results ?? []).map(({ partialFingerprints }) => partialFingerprints['nameInFile/v1']);
    const before = await printsOf(FILES);
    const after = await printsOf({ ...FILES, 'kol/load a.py': `\n\n${FILES['kol/load a.py']}` });
    expect(after).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });

  it('says what could not be read as a notification of the run', async () => {
    const [run] = (await sarifOf(FILES)).runs;
    expect(run?.invocations).toMatchObject([
      { executionSuccessful: true, toolExecutionNotifications: [{ level: 'warning', message: { text: expect.stringContaining('Parsing error') as unknown } }] },
    ]);
  });
});
