import { afterEach, describe, expect, it } from 'vitest';

import { Repository } from './repository.js';

const ENV = `# KOL
MINIO_BUCKET_BRONZE=kol-bronze
POSTGRES_DB=kol_mlflow
POSTGRES_PORT=5432
MLFLOW_EXPERIMENT_NAME=KOL_models
CASSANDRA_KEYSPACE=kol_metrics
FEATURE_STORE_PATH=s3://kol-silver/features
FEATURE_STORE_TABLE=iceberg.kol_silver.features
DATABASE_URL=postgresql://admin:admin@db:5432/kol_app
EMPTY_BUCKET=
`;

const repositories: Repository[] = [];

afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
});

function repositoryOf(files: Readonly<Record<string, string>>): Repository {
  const repository = new Repository({ 'kol/.env.kol': ENV, ...files });
  repositories.push(repository);
  return repository;
}

/** The problems of one file of kol's: position, the default, and what the env file has. */
function found(file: string, text: string, others: Readonly<Record<string, string>> = {}): string[] {
  return repositoryOf({ ...others, [file]: text })
    .problems(file, 'consistent-env-default')
    .map((problem) => problem.replace(/^(\S+) \w+ '(.+)' is the default of \w+ here, and '(.+)' in kol\/\.env\.kol:\d+\.$/, '$1 $2, not $3'));
}

describe('a default that is another name than the env file’s', () => {
  it.each([
    ['a.py', 'import os\nB = os.getenv("MINIO_BUCKET_BRONZE", "kol-silver")', '2:39 kol-silver, not kol-bronze'],
    ['a.py', 'import os\nB = os.environ.get("POSTGRES_DB", "kol_app")', '2:36 kol_app, not kol_mlflow'],
    ['a.py', 'import os\nB = os.getenv("CASSANDRA_KEYSPACE") or "kol_app"', '2:41 kol_app, not kol_metrics'],
    ['a.py', 'import os\nDEFAULT = "KOL_x"\nB = os.getenv("MLFLOW_EXPERIMENT_NAME", DEFAULT)', '2:12 KOL_x, not KOL_models'],
    ['a.py', 'import os\nB = os.getenv("FEATURE_STORE_PATH", "s3://kol-gold/features")', '2:43 kol-gold, not kol-silver'],
    ['a.py', 'import os\nB = os.getenv("DATABASE_URL", "postgresql://admin:x@h/kol_x")', '2:55 kol_x, not kol_app'],
    ['a.py', 'import os\nB = os.getenv("FEATURE_STORE_TABLE", "iceberg.kol_gold.scores")', '2:47 iceberg.kol_gold, not iceberg.kol_silver'],
    ['a.py', 'import os\nB = os.getenv("FEATURE_STORE_TABLE", "iceberg.kol_silver.scores")', '2:58 iceberg.kol_silver.scores, not iceberg.kol_silver.features'],
    ['a.py', 'from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    postgres_db: str = "kol_app"', '3:25 kol_app, not kol_mlflow'],
    ['a.py', 'from pydantic_settings import BaseSettings\nfrom pydantic import Field\nclass Settings(BaseSettings):\n    db_bucket: str = Field("kol-x", alias="MINIO_BUCKET_BRONZE")', '4:29 kol-x, not kol-bronze'],
    ['a.ts', "export const b = process.env.MINIO_BUCKET_BRONZE ?? 'kol-silver';", '1:54 kol-silver, not kol-bronze'],
    ['a.ts', "const { MINIO_BUCKET_BRONZE = 'kol-silver' } = process.env;", '1:32 kol-silver, not kol-bronze'],
    ['a.sh', 'mc mb "local/${MINIO_BUCKET_BRONZE:-kol-silver}"', '1:37 kol-silver, not kol-bronze'],
  ])('is reported in %s: %s', (file, text, problem) => {
    expect(found(`kol/${file}`, `${text}\n`)).toEqual([problem]);
  });

  it('is said with the place in the env file', () => {
    const repository = repositoryOf({ 'kol/a.py': 'import os\nB = os.getenv("MINIO_BUCKET_BRONZE", "kol-silver")\n' });
    expect(repository.problems('kol/a.py', 'consistent-env-default')).toEqual([
      "2:39 Bucket 'kol-silver' is the default of MINIO_BUCKET_BRONZE here, and 'kol-bronze' in kol/.env.kol:2.",
    ]);
    expect(repository.suggestions('kol/a.py', 'consistent-env-default')).toMatchObject({
      "Write 'kol-bronze'.": 'import os\nB = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")\n',
    });
  });

  it('is suggested to be the part of a dotted name that the env file has', () => {
    const repository = repositoryOf({ 'kol/a.py': 'import os\nB = os.getenv("FEATURE_STORE_TABLE", "iceberg.kol_gold.features")\n' });
    expect(repository.suggestions('kol/a.py', 'consistent-env-default')).toMatchObject({
      "Write 'iceberg.kol_silver'.": 'import os\nB = os.getenv("FEATURE_STORE_TABLE", "iceberg.kol_silver.features")\n',
    });
  });
});

describe('other defaults', () => {
  it.each([
    ['that are the env file’s', 'B = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")'],
    ['that are it in another case, where SQL knows none', 'B = os.getenv("POSTGRES_DB", "KOL_MLFLOW")'],
    ['that are another path in the same bucket', 'B = os.getenv("FEATURE_STORE_PATH", "s3://kol-silver/other")'],
    ['that are no names', 'P = os.getenv("POSTGRES_PORT", "1")'],
    ['of variables that the env file leaves empty', 'B = os.getenv("EMPTY_BUCKET", "kol-bronze")'],
    ['of variables that the env file does not have', 'B = os.getenv("OTHER_BUCKET", "kol-bronze")'],
    ['of which a part is not known', 'B = os.getenv("MINIO_BUCKET_BRONZE", f"kol-{layer}")'],
    ['in a message', 'print("s3://kol-gold/", os.getenv("FEATURE_STORE_PATH"))'],
  ])('are fine: %s', (_, text) => {
    expect(found('kol/a.py', `import os\n${text}\n`)).toEqual([]);
  });

  it('are fine where one of several env files beside each other has them', () => {
    const text = 'import os\nB = os.getenv("MINIO_BUCKET_BRONZE", "kol-dev-bronze")\n';
    expect(found('kol/a.py', text, { 'kol/.env.dev': 'MINIO_BUCKET_BRONZE=kol-dev-bronze\n' })).toEqual([]);
  });

  it('are held against the nearest env file, and against no example of one', () => {
    const text = 'import os\nB = os.getenv("MINIO_BUCKET_BRONZE", "kol-near")\n';
    expect(found('kol/etl/a.py', text, { 'kol/etl/.env': 'MINIO_BUCKET_BRONZE=kol-near\n' })).toEqual([]);
    expect(found('kol/etl/a.py', text, { 'kol/.env.example': 'MINIO_BUCKET_BRONZE=kol-near\n' })).toHaveLength(1);
  });

  it('are fine in another domain’s file', () => {
    expect(found('sme/a.py', 'import os\nB = os.getenv("MINIO_BUCKET_BRONZE", "sme-bronze")\n')).toEqual([]);
  });
});

it('the environment’s address is its default, and no name that the code should not write', () => {
  const repository = repositoryOf({ 'kol/a.py': 'import os\nB = os.getenv("FEATURES", "s3://kol-silver/features")\nC = "s3://kol-silver/x"\n' });
  expect(repository.problems('kol/a.py', 'prefer-env-name').map((problem) => problem.slice(0, 4))).toEqual(['3:11']);
});
