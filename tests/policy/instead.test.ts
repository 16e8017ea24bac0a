import { describe, expect, it } from 'vitest';
import { nameInstead, stemsOf } from '../../src/policy/instead.js';
import { ask, policyOf } from './policy-of.js';

describe('the name to use instead', () => {
  it.each<[string, string, readonly string[], readonly string[], string | null]>([
    ['fills in a star', 'bronze', ['kol-*'], [], 'kol-bronze'],
    ['keeps the name\'s own separators', 'trust_model', ['KOL_*'], [], 'KOL_trust_model'],
    ['fills in a star at the front', 'bronze', ['*-kol'], [], 'bronze-kol'],
    ['is the listed name that has it behind a separator', 'bronze', ['kol-bronze', 'kol-silver'], [], 'kol-bronze'],
    ['is nothing where no listed name has it', 'raw', ['kol-bronze', 'kol-silver'], [], null],
    ['is nothing where two have it', 'bronze', ['dev-kol-bronze', 'prod-kol-bronze'], [], null],
    ['is nothing where two can be filled in', 'bronze', ['dev-kol-*', 'prod-kol-*'], [], null],
    ['is the one that shares more words', 'dev-bronze', ['dev-kol-*', 'prod-kol-*'], [], 'dev-kol-bronze'],
    ['is nothing for a title', 'Trust, second try', ['KOL_*'], [], null],
    ['repairs the prefix', 'kol_trust', ['KOL_*'], [], 'KOL_trust'],
    ['repairs the separator', 'kol_bronze', ['kol-*'], [], 'kol-bronze'],
    ['repairs the separator throughout', 'kol_daily_events', ['kol-*'], [], 'kol-daily-events'],
    ['is nothing for what is another domain\'s alone', 'billing', ['kol_*'], ['sme'], null],
    ['is the layer\'s for a layer\'s word of another domain', 'gold', ['kol_*'], ['sme'], 'kol_gold'],
    ['takes another domain\'s prefix off', 'sme-bronze', ['kol-*'], ['sme'], 'kol-bronze'],
    ['is nothing where only a prefix is left', 'kol', ['kol-*'], [], null],
    ['is nothing where the domain\'s word stands elsewhere in it', 'bronze-kol', ['kol-*'], [], null],
    ['is nothing for a part of a word', 'bronz', ['kol-bronze'], [], null],
    ['is nothing where the domain has none of the kind', 'metrics', [], [], null],
    ['finds the one fixed name by its word', 'metrics', ['kol_metrics'], [], 'kol_metrics'],
    ['is nothing where no separator stands beside the star', 'raw', ['lake*'], [], null],
    ['is nothing for globs of several wildcards', 'bronze', ['k?l-*'], [], null],
  ])('%s', (_, name, templates, stems, expected) => {
    expect(nameInstead(name, templates, stems)).toBe(expected);
  });

  it('knows another domain\'s prefix from its globs', () => {
    expect(stemsOf(['sme-*'])).toEqual(['sme']);
    expect(stemsOf(['sme_pulse_bronze', 'sme_pulse_gold'])).toEqual(['sme-pulse']);
    expect(stemsOf(['bronze', 'gold'])).toEqual([]);
    expect(stemsOf(['sme_app'])).toEqual([]);
  });

  it('is the schema alone, in the catalog that is written there', () => {
    const policy = policyOf('domains: {kol: {schemas: ["iceberg.kol_*"]}}');
    expect(ask(policy, 'schema', 'iceberg.silver').instead).toBe('kol_silver');
    expect(ask(policy, 'schema', 'silver').instead).toBe('kol_silver');
    expect(ask(policy, 'schema', 'hive.silver').instead).toBeNull();
  });

  it('is given for foreign names too, whose prefix may be any', () => {
    const policy = policyOf(`
domains:
  kol: { files: [a/**], buckets: ["kol-{bronze,silver}"], experiments: ["KOL_*"] }
  pulse: { files: [b/**], buckets: ["sme-*"], experiments: ["SME_*"] }
`);
    expect(ask(policy, 'bucket', 'sme-bronze').instead).toBe('kol-bronze');
    expect(ask(policy, 'bucket', 'sme-raw').instead).toBeNull();
    expect(ask(policy, 'experiment', 'SME_churn').instead).toBe('KOL_churn');
  });

  it('is none in a file of no domain, and none for a bucket shared by path', () => {
    const policy = policyOf('domains: {kol: {files: [a/**], buckets: ["kol-*", "lake/kol/**"]}}');
    expect(ask(policy, 'bucket', 'bronze', { fileDomain: null }).instead).toBeNull();
    expect(ask(policyOf('domains: {kol: {buckets: ["lake/kol/**"]}}'), 'bucket', 'kol/x').instead).toBeNull();
  });
});
