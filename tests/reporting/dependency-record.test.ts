import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Analysis } from '../../src/analysis/analysis.js';
import { openRecord } from '../../src/reporting/dependency-record.js';
import { analysisWith, judgedReference, policy } from './judged-reference.js';

let root: string;
let file: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'record-')));
  file = join(root, 'cache', 'record');
  mkdirSync(join(root, 'kol'));
  writeFileSync(join(root, 'kol', 'config.py'), 'A = 1\n');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** The analysis of kol/etl.py, which depends on kol/config.py, and looked for kol/names.py in vain. */
function analysis(): Analysis {
  const made = analysisWith(judgedReference('bronze', { text: 'read("bronze")' }));
  const source = { ...made.source, path: join(root, 'kol', 'etl.py') };
  return { ...made, source, policy: { ...policy, sources: [] }, dependencies: [join(root, 'kol', 'config.py')], consulted: [join(root, 'kol', 'names.py')] };
}

/** What the next run’s token is, compared with this one’s. */
function tokenAfter(change: () => void): 'same' | 'new' {
  const record = openRecord(file, root);
  record.add(analysis());
  const { token } = openRecord(file, root);
  expect(token, 'adding to the record is no change').toBe(record.token);
  change();
  return openRecord(file, root).token === token ? 'same' : 'new';
}

describe('the token of the dependency record', () => {
  it('stays while nothing changes', () => {
    expect(tokenAfter(() => undefined)).toBe('same');
  });

  it('stays when a file is written again as it was', () => {
    expect(tokenAfter(() => writeFileSync(join(root, 'kol', 'config.py'), 'A = 1\n'))).toBe('same');
  });

  it('is new when a module that values were followed into changes, or goes', () => {
    expect(tokenAfter(() => writeFileSync(join(root, 'kol', 'config.py'), 'A = 2\n'))).toBe('new');
    expect(tokenAfter(() => rmSync(join(root, 'kol', 'config.py')))).toBe('new');
  });

  it('is new when a policy or an env file appears in a folder above a linted file', () => {
    expect(tokenAfter(() => writeFileSync(join(root, 'domain-separation.yaml'), 'domains: {}\n'))).toBe('new');
    expect(tokenAfter(() => writeFileSync(join(root, 'kol', '.env.kol'), 'A=1\n'))).toBe('new');
  });

  it('is new when a module appears that was looked for', () => {
    expect(tokenAfter(() => writeFileSync(join(root, 'kol', 'names.py'), ''))).toBe('new');
  });

  it('stays when other files come and go', () => {
    expect(tokenAfter(() => writeFileSync(join(root, 'kol', 'README.md'), 'x\n'))).toBe('same');
  });

  it('is new when the record is lost', () => {
    expect(tokenAfter(() => rmSync(file))).toBe('new');
  });

  it('settles again after a change', () => {
    tokenAfter(() => writeFileSync(join(root, 'kol', 'config.py'), 'A = 3\n'));
    expect(openRecord(file, root).token).toBe(openRecord(file, root).token);
  });

  it('is new every time where the record cannot be written', () => {
    writeFileSync(join(root, 'cache'), 'a file where the folder should be');
    expect(openRecord(file, root).token).not.toBe(openRecord(file, root).token);
  });
});
