import { describe, expect, it } from 'vitest';

import { KINDS } from '../../src/references/kind.js';
import { ruleFor } from '../../src/reporting/rule-for.js';
import { judgedReference, noPolicy, policy, type Written } from './judged-reference.js';

const bucket = (written: Partial<Written>) => judgedReference('bronze', { text: 'read("bronze")', ...written });

describe('a name outside every namespace', () => {
  it('is reported by the rule of its kind', () => {
    const rules = KINDS.map((kind) => [kind, ruleFor(bucket({ reference: { kind } }), policy)]);
    expect(Object.fromEntries(rules)).toEqual({
      bucket: 'no-hardcoded-bucket',
      catalog: 'qualified-trino-schema',
      schema: 'qualified-trino-schema',
      table: 'qualified-trino-schema',
      database: 'namespaced-postgres-database',
      experiment: 'prefixed-mlflow-experiment',
      model: 'prefixed-mlflow-model',
      keyspace: 'namespaced-cassandra-keyspace',
      topic: 'namespaced-kafka-topic',
      dag: 'namespaced-airflow-dag',
    });
  });

  it('is not reported where text only speaks of it', () => {
    const use = { ...bucket({}).reference.use, access: 'mention' as const };
    expect(ruleFor(bucket({ reference: { use } }), policy)).toBeNull();
  });

  it('is not reported where it is a name of the system itself', () => {
    expect(ruleFor(bucket({ reference: { builtin: true } }), policy)).toBeNull();
  });

  it('is not reported where another part of the dotted name carries the judgement', () => {
    expect(ruleFor(bucket({ reference: { judged: false } }), policy)).toBeNull();
  });
});

describe('a foreign name', () => {
  it('is reported by no-cross-domain-access, whatever its kind', () => {
    for (const kind of KINDS) {
      expect(ruleFor(bucket({ verdict: 'foreign', reference: { kind } }), policy)).toBe('no-cross-domain-access');
    }
  });
});

describe('a domain’s own name', () => {
  const own = (written: Partial<Written>) => ruleFor(bucket({ verdict: 'own', ...written }), policy);

  it('should come from the environment when it is a bucket or a database in code', () => {
    expect(own({})).toBe('prefer-env-name');
    expect(own({ reference: { kind: 'database' } })).toBe('prefer-env-name');
    expect(own({ file: 'client.ts' })).toBe('prefer-env-name');
    expect(own({ reference: { origin: 'constant' } })).toBe('prefer-env-name');
  });

  it('is fine in code when it is of another kind', () => {
    expect(own({ reference: { kind: 'schema' } })).toBeNull();
    expect(own({ reference: { kind: 'experiment' } })).toBeNull();
  });

  it('is fine as the default of a variable, a setting or an option', () => {
    for (const origin of ['env-default', 'field-default', 'option-default'] as const) {
      expect(own({ reference: { origin } })).toBeNull();
    }
  });

  it('is fine in SQL text and in files that are not code', () => {
    expect(own({ reference: { isOfSql: true } })).toBeNull();
    expect(own({ file: 'ddl.sql' })).toBeNull();
    expect(own({ file: '.env' })).toBeNull();
  });
});

describe('names that no rule reports', () => {
  it.each(['shared', 'granted', 'undecided', 'ungoverned'] as const)('%s', (verdict) => {
    expect(ruleFor(bucket({ verdict }), policy)).toBeNull();
  });
});

describe('a table without a schema', () => {
  const table = (unqualified: NonNullable<Written['reference']>['unqualified'], file = 'etl.py', asked = policy) =>
    ruleFor(
      judgedReference('events', {
        file,
        text: 'SELECT * FROM events',
        verdict: 'undecided',
        reference: { kind: 'table', unqualified },
      }),
      asked,
    );

  it('is reported where the SQL is known to be Trino’s or Spark’s', () => {
    expect(table({ missing: 'schema', dialect: 'trino', decided: true })).toBe('qualified-trino-schema');
    expect(table({ missing: 'schema', dialect: 'spark', decided: true })).toBe('qualified-trino-schema');
  });

  it('is not reported in other dialects, which have one schema that everybody expects', () => {
    expect(table({ missing: 'schema', dialect: 'postgres', decided: true })).toBeNull();
  });

  it('is reported in a .sql file of undecided dialect only if the policy governs schemas', () => {
    const assumed = { missing: 'schema', dialect: 'trino', decided: false } as const;
    expect(table(assumed, 'events.sql')).toBe('qualified-trino-schema');
    expect(table(assumed, 'events.sql', noPolicy)).toBeNull();
    expect(table(assumed, 'etl.py')).toBeNull();
  });

  it('is not reported where only the catalog is missing', () => {
    expect(table({ missing: 'catalog', dialect: 'trino', decided: true })).toBeNull();
  });
});

describe('without a policy file', () => {
  const conventional = (written: Partial<Written>) =>
    ruleFor(judgedReference('kol-bronze', { text: 'read("kol-bronze")', verdict: 'ungoverned', ...written }), noPolicy);

  it('every bucket written in code is hardcoded', () => {
    expect(conventional({})).toBe('no-hardcoded-bucket');
  });

  it('a bucket that the environment gives is not', () => {
    expect(conventional({ reference: { origin: 'env-default' } })).toBeNull();
    expect(conventional({ file: '.env' })).toBeNull();
  });

  it('a bucket that is only partly known is not', () => {
    expect(conventional({ reference: { name: 'kol-\uFDD0' } })).toBeNull();
  });
});
