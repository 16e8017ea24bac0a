import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DIALECTS } from '../../src/references/reference.js';
import { PolicyChecker } from '../../src/policy/policy-checker.js';
import { KEY_OF_KIND } from '../../src/policy/policy-document.js';
import { parsePolicyText } from '../../src/policy/policy-node.js';
import { readPolicy } from '../../src/policy/read-policy.js';
import { examplesOfPage } from './policy-page.js';

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../src/policy/policy.schema.json', import.meta.url), 'utf8'),
);
const validate = new Ajv({ allowUnionTypes: true, strictTuples: false, formats: { date: true } }).compile(schema as object);

/** Whether the loader takes a text as a policy, conflicts between domains aside. */
function isRead(text: string): boolean {
  const check = new PolicyChecker();
  const { root, problems } = parsePolicyText('domain-separation.yaml', text);
  if (root === null) return false;
  readPolicy(root, check);
  return problems.length + check.problems.length === 0;
}

const DOMAIN = 'domains: {kol: {}}\n';
const ACCEPTED = [
  '{}',
  'domains: {kol: }',
  'domains: {kol: {title: KOL, files: [a, "!b"], buckets: ["lake/kol/**", "!lake/kol/x"], keyspaces: []}}',
  'domains: {kol: {schemas: [a, b.c, "{a,b}.c*"], catalogs: [a]}}',
  `${DOMAIN}shared: {databases: [a]}`,
  `${DOMAIN}grants: [{domain: kol, may: write, topics: [a], reason: b, until: 2026-12-31}]`,
  `${DOMAIN}grants: [{domain: kol, may: read, files: ["a/**"]}]`,
  `${DOMAIN}sql: [{files: [a], dialect: flink}]`,
  `${DOMAIN}rules: {a: off, b: 2, c: [warn, {x: 1}]}\noverrides: [{files: [a], rules: {a: 0}}]`,
  `${DOMAIN}tests: report\nenv: {"A_*": bucket, B: none}\nextends: a.yaml`,
  `${DOMAIN}extends: [a.yaml, ../b.json]`,
  `${DOMAIN}catalogue: [{library: a, language: javascript, types: {T: [a.b, {path: c, where: {at: 0, equals: x}}]}, entries: [{call: T.x, takes: [{keyword: [k, l], is: uri, access: write}], where: {keyword: y, equals: [z]}, match: [{code: c, finds: f}], skip: [s]}]}]`,
];
const REJECTED = [
  '[]',
  'domain: {}',
  'domains: []',
  'domains: {"a b": {}}',
  'domains: {kol: {bucket: []}}',
  'domains: {kol: {buckets: kol}}',
  'domains: {kol: {buckets: [1]}}',
  'domains: {kol: {buckets: [""]}}',
  'domains: {kol: {buckets: ["!a"]}}',
  'domains: {kol: {buckets: ["@(a|b)"]}}',
  'domains: {kol: {buckets: ["s3://a"]}}',
  'domains: {kol: {buckets: ["/a"]}}',
  'domains: {kol: {schemas: [a.b.c]}}',
  'domains: {kol: {schemas: [.a]}}',
  'domains: {kol: {catalogs: [a.b]}}',
  'domains: {kol: {files: [/a]}}',
  'domains: {kol: {files: ["a/../../b"]}}',
  'domains: {kol: {files: ["a\\\\b"]}}',
  'domains: {kol: {files: ["!a"]}}',
  'domains: {kol: {title: 1}}',
  'domains: {kol: {tables: [a]}}',
  'shared: {title: a}',
  'grants: {}',
  'grants: [{domain: kol, may: own, topics: [a]}]',
  'grants: [{domain: kol, topics: [a]}]',
  'grants: [{may: read, topics: [a]}]',
  'grants: [{domain: kol, may: read}]',
  'grants: [{domain: kol, may: read, topics: [a], until: tomorrow}]',
  'sql: [{files: [a]}]',
  'sql: [{dialect: trino}]',
  'sql: [{files: [a], dialect: oracle}]',
  'rules: {a: fatal}',
  'rules: {a: 3}',
  'rules: {a: []}',
  'overrides: [{rules: {}}]',
  'overrides: [{files: [a]}]',
  'tests: maybe',
  'env: {A: what}',
  'extends: 1',
  'extends: {}',
  'catalogue: [{library: a, language: cobol, entries: []}]',
  'catalogue: [{library: a, language: python}]',
  'catalogue: [{library: a, language: python, entries: [{call: [x]}]}]',
  'catalogue: [{library: a, language: python, entries: [{call: [x], takes: [{is: bucket}]}]}]',
  'catalogue: [{library: a, language: python, entries: [{call: [x], takes: [{at: -1, is: bucket}]}]}]',
  'catalogue: [{library: a, language: python, entries: [{call: [x], takes: [{at: 0, is: buckets}]}]}]',
  'catalogue: [{library: a, language: python, system: oracle, entries: []}]',
];

describe('the JSON Schema of the policy', () => {
  it.each(ACCEPTED)('takes what the loader takes: %s', (text) => {
    expect([isRead(text), validate(parse(text)), validate.errors]).toEqual([true, true, null]);
  });

  it.each(REJECTED)('refuses what the loader refuses: %s', (text) => {
    expect([isRead(text), validate(parse(text))]).toEqual([false, false]);
  });

  it.each(examplesOfPage())('takes the example of $heading', ({ policy }) => {
    expect([validate(parse(policy)), validate.errors]).toEqual([true, null]);
  });

  it('describes every key that a person can write', () => {
    const undescribed: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties') {
          for (const [name, property] of Object.entries(value as Record<string, object>)) {
            if (!('description' in property) && !('$ref' in property)) undescribed.push(`${path}/${name}`);
          }
        }
        visit(value, `${path}/${key}`);
      }
    };
    visit(schema, '');
    expect(undescribed).toEqual([]);
  });

  it('knows the kinds and dialects that there are', () => {
    const text = JSON.stringify(schema);
    for (const word of [...Object.values(KEY_OF_KIND), ...DIALECTS]) expect(text).toContain(`"${word}"`);
  });
});
