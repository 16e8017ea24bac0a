import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { loadPolicy } from '../../src/policy/load-policy.js';
import type { LoadOptions } from '../../src/policy/load-policy.js';
import type { Judgement, Policy, Question } from '../../src/policy/policy.js';
import { PolicyError } from '../../src/policy/policy-error.js';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with the given files; it goes when the test file is done. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'domain-separation-'));
  made.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The policy that a YAML text says. */
export function policyOf(text: string, options: LoadOptions = {}): Policy {
  return loadPolicy(join(folderWith({ 'domain-separation.yaml': text }), 'domain-separation.yaml'), options);
}

/** What is wrong with a policy, `line:column message: hint` each; fails where nothing is. */
export function problemsOf(text: string, name = 'domain-separation.yaml'): string[] {
  try {
    loadPolicy(join(folderWith({ [name]: text }), name));
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.problems.map(
      ({ line, column, message, hint }) => `${line}:${column} ${message}${hint === null ? '' : `: ${hint}`}`,
    );
  }
  throw new Error('the policy was taken as it is');
}

/** Asks for a name, `catalog.schema` and `bucket/path` in one, as code of a domain would use it. */
export function ask(policy: Policy, kind: Question['kind'], name: string, details: Partial<Question> = {}): Judgement {
  const separator = kind === 'bucket' ? '/' : '.';
  const at = name.indexOf(separator);
  const isSplit = at !== -1 && (kind === 'bucket' || kind === 'schema');
  return policy.judge({
    kind,
    name: !isSplit ? name : kind === 'bucket' ? name.slice(0, at) : name.slice(at + 1),
    qualifier: isSplit && kind === 'schema' ? [name.slice(0, at)] : [],
    path: isSplit && kind === 'bucket' ? name.slice(at + 1) : null,
    access: 'read',
    fileDomain: 'kol',
    ...details,
  });
}
