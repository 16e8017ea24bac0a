import { describe, expect, it } from 'vitest';
import { conventions } from '../../src/policy/conventions.js';
import { HOLE } from '../../src/references/text.js';
import { ask } from './policy-of.js';

describe('without a policy file', () => {
  const policy = conventions('/repo');
  const verdict = (...[kind, name]: [Parameters<typeof ask>[1], string]): string =>
    ask(policy, kind, name, { fileDomain: null }).verdict;

  it('a bare layer word is nobody\'s bucket or schema', () => {
    expect(verdict('bucket', 'bronze')).toBe('outside');
    expect(verdict('bucket', 'mlflow/artifacts')).toBe('outside');
    expect(verdict('schema', 'iceberg.Silver')).toBe('outside');
    expect(verdict('bucket', 'kol-bronze')).toBe('ungoverned');
    expect(verdict('bucket', `${HOLE}bronze`)).toBe('ungoverned');
    expect(verdict('database', 'bronze')).toBe('ungoverned');
  });

  it('experiments and models want an upper-case prefix', () => {
    expect(verdict('experiment', 'trust_model')).toBe('outside');
    expect(verdict('experiment', 'KOL_trust')).toBe('ungoverned');
    expect(verdict('model', 'K8S_x')).toBe('ungoverned');
    expect(verdict('model', 'KOL')).toBe('outside');
    expect(verdict('model', 'Kol_trust')).toBe('outside');
    expect(verdict('experiment', `KOL_${HOLE}`)).toBe('ungoverned');
    expect(verdict('experiment', `${HOLE}_trust`)).toBe('undecided');
    expect(verdict('experiment', `trust_${HOLE}`)).toBe('outside');
    expect(verdict('experiment', HOLE)).toBe('undecided');
  });

  it('a table is judged by its schema', () => {
    expect(ask(policy, 'table', 'events', { qualifier: ['iceberg', 'silver'] }).verdict).toBe('outside');
    expect(ask(policy, 'table', 'events').verdict).toBe('ungoverned');
  });

  it('no file belongs to a domain', () => {
    expect(policy.domainOf('/repo/kol/etl.py')).toBeNull();
    expect(policy.file).toBeNull();
  });
});
