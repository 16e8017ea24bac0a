import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Workspace } from '../../src/analysis/workspace.js';
import { createSource } from '../../src/references/source.js';
import { KINDS } from '../../src/references/kind.js';
import type { Policy } from '../../src/policy/policy.js';
import { loadPolicy } from '../../src/policy/load-policy.js';
import { ask, folderWith } from './policy-of.js';
import { examplesOfPage } from './policy-page.js';

/** The policy of an example in a folder beside the one it extends. */
function load(text: string): Policy {
  const folder = folderWith({
    'kol/domain-separation.yaml': text,
    'platform/names.yaml': 'domains:\n  kol: { buckets: ["kol-*"] }\n',
  });
  return loadPolicy(join(folder, 'kol/domain-separation.yaml'));
}

/** What the policy says in a table row's place, cell by cell. */
function answered(policy: Policy, row: Readonly<Record<string, string>>): Record<string, string> {
  if (row.python !== undefined) return { ...row, finds: foundIn(policy, row.python.replace(/^`|`$/g, '')) };
  const file = join(policy.root, row.file ?? '');
  if (row.variable !== undefined) return { ...row, carries: policy.settings.envShape(row.variable) ?? 'none' };
  if (row.dialect !== undefined) return { ...row, dialect: policy.settings.dialectOf(file) ?? 'none' };
  if (row.rule !== undefined) {
    return { ...row, severity: policy.settings.rulesFor(file)[row.rule]?.severity ?? 'none' };
  }
  if (row.file !== undefined) return { ...row, domain: policy.domainOf(file) ?? 'none' };
  const kind = KINDS.find((one) => one === row.kind);
  if (kind === undefined) throw new Error(`no kind ${row.kind}`);
  const judgement = ask(policy, kind, row.name ?? '', { fileDomain: row.in === 'none' ? null : (row.in ?? null) });
  return { ...row, verdict: judgement.verdict, instead: judgement.instead ?? '' };
}

/** The names in a line of Python, with the libraries that it uses imported. */
function foundIn(policy: Policy, code: string): string {
  const source = createSource(join(policy.root, 'a.py'), `import our_lake\n${code}\n`);
  const { references } = new Workspace({ root: policy.root }).analyse(source);
  const found = references.map(({ reference }) => `${reference.kind} ${reference.name}`);
  return found.length === 0 ? 'nothing' : found.join(', ');
}

/** Every key that the JSON Schema gives a meaning. */
function keysOfSchema(): string[] {
  const keys = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') for (const name of Object.keys(value)) keys.add(name);
      visit(value);
    }
  };
  visit(JSON.parse(readFileSync(new URL('../../src/policy/policy.schema.json', import.meta.url), 'utf8')));
  return [...keys].filter((key) => key !== '$schema');
}

function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(keysIn)];
}

describe('docs/policy.md', () => {
  const examples = examplesOfPage();

  it('has an example of every key that there is', () => {
    const shown = new Set(examples.flatMap(({ policy }) => keysIn(parse(policy))));
    expect(keysOfSchema().filter((key) => !shown.has(key))).toEqual([]);
  });

  it('shows an example under every heading', () => {
    expect(examples.map(({ heading }) => heading)).toEqual([
      'The policy',
      '`files`',
      '`buckets`',
      '`schemas` and `catalogs`',
      '`databases`, `experiments`, `models`, `keyspaces`, `topics`, `dags`',
      '`shared`',
      '`grants`',
      '`sql`',
      '`rules` and `overrides`',
      '`tests`',
      '`env`',
      '`catalogue`',
      '`extends`',
    ]);
  });

  it.each(examples)('is right about $heading', ({ policy: text, rows }) => {
    const policy = load(text);
    expect(rows.map((row) => answered(policy, row))).toEqual(rows);
  });

  it.each(examples.slice(0, 4).filter(({ heading }) => /^(?:The policy|`schemas)/.test(heading)))(
    'says a whole platform under $heading in less than 40 lines',
    ({ policy }) => {
      expect(policy.split('\n').length).toBeLessThan(40);
    },
  );
});
