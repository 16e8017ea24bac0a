import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOLE } from '../../src/references/text.js';
import { ask, policyOf } from './policy-of.js';

const DOCUMENT = `
domains:
  kol:
    files: [kol-platform/**]
    buckets: ["kol-{bronze,silver,gold,mlflow}"]
    schemas: ["iceberg.kol_*"]
    databases: ["kol_*"]
    experiments: ["KOL_*"]
    keyspaces: [kol_metrics]
  sme:
    files: [sme-pulse/**]
    buckets: ["sme-*"]
    schemas: ["iceberg.sme_*"]
    databases: ["sme_*"]
    experiments: ["SME_*"]
    keyspaces: []
shared:
  databases: [metastore, airflow]
grants:
  - domain: kol
    may: read
    schemas: ["iceberg.sme_gold"]
    reason: customer segments
`;

describe('verdicts', () => {
  const policy = policyOf(DOCUMENT);
  const verdict = (...asked: [Parameters<typeof ask>[1], string, Parameters<typeof ask>[3]?]): string =>
    ask(policy, ...asked).verdict;

  it('says own, shared, foreign and outside of wholly known names', () => {
    expect(verdict('bucket', 'kol-bronze')).toBe('own');
    expect(verdict('database', 'metastore')).toBe('shared');
    expect(verdict('bucket', 'sme-bronze')).toBe('foreign');
    expect(verdict('bucket', 'bronze')).toBe('outside');
    expect(verdict('bucket', 'kol-platinum')).toBe('outside');
  });

  it('names the domain whose namespace the name is in', () => {
    expect(ask(policy, 'bucket', 'sme-bronze').owner).toBe('sme');
    expect(ask(policy, 'bucket', 'bronze').owner).toBeNull();
  });

  it('tells cases apart for buckets and experiments and not for SQL identifiers', () => {
    expect(verdict('bucket', 'KOL-bronze')).toBe('outside');
    expect(verdict('experiment', 'kol_trust')).toBe('outside');
    expect(verdict('schema', 'ICEBERG.KOL_SILVER')).toBe('own');
    expect(verdict('keyspace', 'KOL_Metrics')).toBe('own');
  });

  it('decides on partly known names where the known part does', () => {
    expect(verdict('experiment', `KOL_${HOLE}`)).toBe('own');
    expect(verdict('bucket', `sme-${HOLE}`)).toBe('foreign');
    expect(verdict('bucket', `${HOLE}-bronze`)).toBe('undecided');
    expect(verdict('bucket', `kol-${HOLE}`)).toBe('undecided');
    expect(verdict('bucket', `data-${HOLE}`)).toBe('outside');
    expect(verdict('bucket', HOLE)).toBe('undecided');
  });

  it('judges a schema by its own part where its catalog is not known', () => {
    expect(verdict('schema', 'kol_silver')).toBe('own');
    expect(verdict('schema', `${HOLE}.kol_silver`)).toBe('own');
    expect(verdict('schema', 'silver')).toBe('outside');
    expect(verdict('schema', 'hive.kol_silver')).toBe('outside');
  });

  it('judges a table by its schema, and not at all without one', () => {
    expect(verdict('table', 'events', { qualifier: ['iceberg', 'kol_silver'] })).toBe('own');
    expect(verdict('table', 'events', { qualifier: ['sme_bronze'] })).toBe('foreign');
    expect(verdict('table', 'events')).toBe('ungoverned');
  });

  it('says nothing of kinds that the policy never mentions', () => {
    expect(verdict('topic', 'events')).toBe('ungoverned');
    expect(verdict('catalog', 'iceberg')).toBe('ungoverned');
  });

  it('takes an empty list for having none of a kind', () => {
    expect(verdict('keyspace', 'sme_metrics', { fileDomain: 'sme' })).toBe('outside');
    expect(verdict('keyspace', 'kol_metrics', { fileDomain: 'sme' })).toBe('foreign');
    expect(ask(policy, 'keyspace', 'metrics', { fileDomain: 'sme' }).namespaces).toEqual([
      { domain: 'sme', globs: [] },
    ]);
  });

  it('asks a file of no domain only whether its names are outside', () => {
    expect(verdict('bucket', 'kol-bronze', { fileDomain: null })).toBe('ungoverned');
    expect(verdict('bucket', 'bronze', { fileDomain: null })).toBe('outside');
    expect(verdict('database', 'airflow', { fileDomain: null })).toBe('shared');
    expect(ask(policy, 'bucket', 'bronze', { fileDomain: null }).namespaces).toEqual([
      { domain: 'kol', globs: ['kol-{bronze,silver,gold,mlflow}'] },
      { domain: 'sme', globs: ['sme-*'] },
    ]);
  });

  it('gives the namespaces of the file\'s own domain', () => {
    expect(ask(policy, 'bucket', 'bronze').namespaces).toEqual([
      { domain: 'kol', globs: ['kol-{bronze,silver,gold,mlflow}'] },
    ]);
  });
});

describe('grants', () => {
  const policy = policyOf(DOCUMENT);

  it('let the named domain read, and not write', () => {
    expect(ask(policy, 'schema', 'iceberg.sme_gold')).toMatchObject({ verdict: 'granted', owner: 'sme' });
    expect(ask(policy, 'schema', 'iceberg.sme_gold', { access: 'write' })).toMatchObject({
      verdict: 'foreign',
      refused: { may: 'read', until: null },
    });
    expect(ask(policy, 'schema', 'iceberg.sme_silver')).toMatchObject({ verdict: 'foreign', refused: null });
  });

  it('are enough where nothing is known of the access', () => {
    expect(ask(policy, 'schema', 'iceberg.sme_gold', { access: 'unknown' }).verdict).toBe('granted');
  });

  it('to write are grants to read as well', () => {
    const writable = policyOf(DOCUMENT.replace('may: read', 'may: write'));
    expect(ask(writable, 'schema', 'iceberg.sme_gold').verdict).toBe('granted');
    expect(ask(writable, 'schema', 'iceberg.sme_gold', { access: 'define' }).verdict).toBe('granted');
  });

  it('hold on their last day and no longer', () => {
    const until = DOCUMENT.replace('may: read', 'may: read\n    until: 2026-06-30');
    expect(ask(policyOf(until, { today: '2026-06-30' }), 'schema', 'iceberg.sme_gold').verdict).toBe('granted');
    expect(ask(policyOf(until, { today: '2026-07-01' }), 'schema', 'iceberg.sme_gold')).toMatchObject({
      verdict: 'foreign',
      refused: { may: 'read', until: '2026-06-30' },
    });
  });

  it('cover a partly known name only where every completion is covered', () => {
    expect(ask(policy, 'schema', `iceberg.sme_${HOLE}`).verdict).toBe('undecided');
    expect(ask(policy, 'schema', `iceberg.sme_${HOLE}`, { access: 'write' }).verdict).toBe('foreign');
  });

  it('of files let a domain import them', () => {
    const importing = policyOf(`${DOCUMENT}  - domain: kol\n    may: read\n    files: [sme-pulse/open/**]\n`);
    const may = (importer: string, path: string) => importing.mayImport(join(importing.root, importer), join(importing.root, path));
    expect(may('kol-platform/etl.py', 'sme-pulse/open/dates.py')).toBe(true);
    expect(may('kol-platform/etl.py', 'sme-pulse/etl.py')).toBe(false);
    expect(may('scripts/etl.py', 'sme-pulse/open/dates.py')).toBe(false);
    expect(may('kol-platform/run.sh', '.env.sme')).toBe(false);
  });
});

describe('other ways to keep apart', () => {
  it('separates by catalog, the older domain owning the unprefixed names', () => {
    const policy = policyOf(`
domains:
  kol: { files: [kol/**], catalogs: [kol_lake], schemas: ["kol_lake.kol_{bronze,silver,gold}"] }
  sme: { files: [sme/**], catalogs: [sme_lake], schemas: ["sme_lake.{bronze,silver,gold}"] }
`);
    expect(ask(policy, 'schema', 'kol_lake.kol_bronze').verdict).toBe('own');
    expect(ask(policy, 'schema', 'sme_lake.bronze').verdict).toBe('foreign');
    expect(ask(policy, 'schema', 'bronze').verdict).toBe('foreign');
    expect(ask(policy, 'schema', 'kol_lake.bronze')).toMatchObject({ verdict: 'outside', instead: 'kol_bronze' });
    expect(ask(policy, 'catalog', 'sme_lake').verdict).toBe('foreign');
    expect(ask(policy, 'catalog', 'iceberg').verdict).toBe('outside');
  });

  it('judges a schema by its catalog where only catalogs are named', () => {
    const policy = policyOf('domains: {kol: {files: [a/**], catalogs: [kol_lake]}, sme: {files: [b/**], catalogs: [sme_lake]}}');
    expect(ask(policy, 'schema', 'sme_lake.gold')).toMatchObject({ verdict: 'foreign', part: 'catalog', instead: null });
    expect(ask(policy, 'schema', 'kol_lake.gold')).toMatchObject({ verdict: 'own' });
    expect(ask(policy, 'schema', 'gold').verdict).toBe('ungoverned');
  });

  it('says that a schema of its own in a catalog of nobody\'s is outside, by the catalog', () => {
    const policy = policyOf('domains: {kol: {catalogs: [kol_lake], schemas: ["kol_*"]}}');
    expect(ask(policy, 'schema', 'hive.kol_gold')).toMatchObject({ verdict: 'outside', part: 'catalog' });
  });

  it('is silent where two domains hold the schema and the catalog that tells them apart is not known', () => {
    const policy = policyOf('domains: {kol: {files: [a/**], schemas: ["kol_lake.*"]}, sme: {files: [b/**], schemas: ["sme_lake.*"]}}');
    expect(ask(policy, 'schema', 'gold').verdict).toBe('undecided');
    expect(ask(policy, 'schema', 'sme_lake.gold').verdict).toBe('foreign');
  });

  it('separates by path inside one bucket', () => {
    const policy = policyOf('domains: {kol: {files: [a/**], buckets: ["lake/kol/**"]}, sme: {files: [b/**], buckets: ["lake/sme/**"]}}');
    expect(ask(policy, 'bucket', 'lake/kol/events.parquet').verdict).toBe('own');
    expect(ask(policy, 'bucket', 'lake/kol').verdict).toBe('own');
    expect(ask(policy, 'bucket', 'lake/kol/').verdict).toBe('own');
    expect(ask(policy, 'bucket', `lake/kol/${HOLE}`).verdict).toBe('own');
    expect(ask(policy, 'bucket', `lake/kol${HOLE}`).verdict).toBe('undecided');
    expect(ask(policy, 'bucket', 'lake/sme/events').verdict).toBe('foreign');
    expect(ask(policy, 'bucket', 'lake/raw/events')).toMatchObject({ verdict: 'outside', instead: null });
    expect(ask(policy, 'bucket', 'lake').verdict).toBe('undecided');
    expect(ask(policy, 'bucket', 'lake/').verdict).toBe('undecided');
    expect(ask(policy, 'bucket', 'pond/kol/x').verdict).toBe('outside');
  });

  it('separates by environment', () => {
    const policy = policyOf('domains: {kol: {files: [a/**], buckets: ["{dev,stg,prod}-kol-*"]}, sme: {files: [b/**], buckets: ["{dev,stg,prod}-sme-*"]}}');
    expect(ask(policy, 'bucket', 'dev-kol-bronze').verdict).toBe('own');
    expect(ask(policy, 'bucket', `${HOLE}-kol-bronze`).verdict).toBe('undecided');
    expect(ask(policy, 'bucket', `prod-sme-${HOLE}`).verdict).toBe('foreign');
  });

  it('takes names away with an exclamation mark', () => {
    const policy = policyOf('domains: {kol: {files: [a/**], buckets: ["kol-*"]}, sme: {files: [b/**], buckets: ["*", "!kol-*"]}}');
    expect(ask(policy, 'bucket', 'kol-bronze').verdict).toBe('own');
    expect(ask(policy, 'bucket', 'bronze').verdict).toBe('foreign');
    expect(ask(policy, 'bucket', `${HOLE}bronze`).verdict).toBe('undecided');
  });
});
