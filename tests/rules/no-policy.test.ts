import { afterEach, describe, expect, it } from 'vitest';

import type { RuleName } from '../../src/reporting/rule-name.js';
import { Repository } from './repository.js';

let repository: Repository | undefined;

afterEach(() => repository?.remove());

function problems(file: string, text: string, rule: RuleName): string[] {
  repository = new Repository({ [file]: text }, null);
  return repository.problems(file, rule);
}

describe('without a policy file', () => {
  it('every bucket written in code is hardcoded', () => {
    expect(problems('etl.py', 'spark.read.parquet("s3a://kol-bronze/events/")\n', 'no-hardcoded-bucket')).toEqual([
      "1:27 Bucket 'kol-bronze' is hardcoded; take it from the environment.",
    ]);
    expect(problems('a.ts', "fetch('s3://kol-gold/report');\n", 'no-hardcoded-bucket')).toEqual([
      "1:13 Bucket 'kol-gold' is hardcoded; take it from the environment.",
    ]);
  });

  it('a bucket that the environment gives is fine', () => {
    const text = 'import os\nb = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")\nspark.read.parquet(f"s3a://{b}/x")\n';
    expect(problems('etl.py', text, 'no-hardcoded-bucket')).toEqual([]);
    expect(problems('.env', 'MINIO_BUCKET_BRONZE=kol-bronze\n', 'no-hardcoded-bucket')).toEqual([]);
  });

  it('a bare layer is nobody’s bucket anywhere', () => {
    expect(problems('.env', 'MINIO_BUCKET_BRONZE=bronze\n', 'no-hardcoded-bucket')).toEqual([
      "1:21 Bucket 'bronze' does not say which domain's it is; put the domain before it, as in 'kol-bronze'.",
    ]);
  });

  it('a bare layer is nobody’s schema', () => {
    expect(problems('a.sql', 'SELECT * FROM iceberg.silver.events;\n', 'qualified-trino-schema')).toEqual([
      "1:23 Schema 'iceberg.silver' does not say which domain's it is; put the domain before it, as in 'kol_silver'.",
    ]);
    expect(problems('a.sql', 'SELECT * FROM iceberg.kol_silver.events;\n', 'qualified-trino-schema')).toEqual([]);
  });

  it('a model of dbt whose schema is written beside its alias is one problem, at the schema', () => {
    const text = "{{ config(alias='users', schema='gold') }}\nselect 1\n";
    expect(problems('models/m.sql', text, 'qualified-trino-schema')).toEqual([
      "1:34 Schema 'gold' does not say which domain's it is; put the domain before it, as in 'kol_gold'.",
    ]);
  });

  it('an experiment wants a prefix in capitals', () => {
    const text = (name: string) => `import mlflow\nmlflow.set_experiment("${name}")\n`;
    expect(problems('a.py', text('trust_model'), 'prefixed-mlflow-experiment')).toEqual([
      "2:24 Experiment 'trust_model' does not say which domain's it is; put the domain before it in capitals, as in 'KOL_trust_model'.",
    ]);
    expect(problems('a.py', text('trust model'), 'prefixed-mlflow-experiment')).toEqual([
      "2:24 Experiment 'trust model' does not say which domain's it is;" +
        " put the domain before it in capitals, as in 'KOL_trust_ensemble'.",
    ]);
    expect(problems('a.py', text('KOL_trust_ensemble'), 'prefixed-mlflow-experiment')).toEqual([]);
  });
});
