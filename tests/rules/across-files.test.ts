import { afterEach, describe, expect, it } from 'vitest';

import { Repository } from './repository.js';

let repository: Repository;

afterEach(() => repository.remove());

describe('a name that is written in another file', () => {
  it('is reported where it is used, with the way there', () => {
    repository = new Repository({
      'shared/config.py': 'import os\n\nTARGET = "sme-gold"\n',
      'kol/etl.py': 'from shared.config import TARGET\n\nspark.read.parquet(f"s3a://{TARGET}/x")\n',
    });
    expect(repository.problems('kol/etl.py', 'no-cross-domain-access')).toEqual([
      "3:29 Bucket 'sme-gold' belongs to sme, and this file to kol; in kol it is 'kol-gold'." +
        ' (shared/config.py:3 TARGET = "sme-gold" → kol/etl.py:3)',
    ]);
    expect(repository.lint('kol/etl.py', 'no-cross-domain-access').map(({ fix }) => fix)).toEqual([undefined]);
  });

  it('is reported in its own file alone, where it is judged there already', () => {
    repository = new Repository({
      'kol/config.py': 'BRONZE_BUCKET = "bronze"\n',
      'kol/etl.py': 'from config import BRONZE_BUCKET\n\nspark.read.parquet(f"s3a://{BRONZE_BUCKET}/x")\n',
    });
    expect(repository.problems('kol/config.py', 'no-hardcoded-bucket')).toHaveLength(1);
    expect(repository.problems('kol/etl.py', 'no-hardcoded-bucket')).toEqual([]);
  });
});

describe('a name that the env files show a variable for', () => {
  const env = 'MINIO_BUCKET_BRONZE=kol-bronze\n';
  const suggested = 'Read MINIO_BUCKET_BRONZE from the environment.';

  function suggestion(file: string, text: string): string | undefined {
    repository = new Repository({ 'kol/.env.kol': env, [file]: text });
    return repository.suggestions(file, 'prefer-env-name')[suggested];
  }

  it('can be read from it in Python, in place of a literal', () => {
    expect(suggestion('kol/a.py', 'import boto3\n\nboto3.client("s3").create_bucket(Bucket="kol-bronze")\n')).toBe(
      'import os\nimport boto3\n\nboto3.client("s3").create_bucket(Bucket=os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze"))\n',
    );
  });

  it('can be read from it inside a string, which becomes an f-string', () => {
    expect(suggestion('kol/a.py', 'import os\n\nspark.read.parquet("s3a://kol-bronze/x")\n')).toBe(
      'import os\n\nspark.read.parquet(f"s3a://{os.getenv(\'MINIO_BUCKET_BRONZE\', \'kol-bronze\')}/x")\n',
    );
  });

  it('can be read from it inside an f-string', () => {
    expect(suggestion('kol/a.py', 'import os\n\nspark.read.parquet(f"s3a://kol-bronze/{day}")\n')).toBe(
      'import os\n\nspark.read.parquet(f"s3a://{os.getenv(\'MINIO_BUCKET_BRONZE\', \'kol-bronze\')}/{day}")\n',
    );
  });

  it('cannot be read from it in a quoted JSX attribute, which holds no expression', () => {
    for (const uri of ['s3://kol-bronze', 's3://kol-bronze/a']) {
      expect(suggestion('kol/a.tsx', `export default <Sink\n  url="${uri}"\n/>;\n`)).toBeUndefined();
      repository?.remove();
    }
  });

  it('can be read from it in a JSX attribute that is an expression', () => {
    expect(suggestion('kol/a.tsx', 'export default <Sink config={{ bucket: "kol-bronze" }} />;\n')).toBe(
      "export default <Sink config={{ bucket: process.env.MINIO_BUCKET_BRONZE ?? 'kol-bronze' }} />;\n",
    );
  });

  it('can be read from it in TypeScript, in place of a literal and in a template', () => {
    const expression = "process.env.MINIO_BUCKET_BRONZE ?? 'kol-bronze'";
    const aws = "import { GetObjectCommand } from '@aws-sdk/client-s3';\n";
    expect(suggestion('kol/a.ts', `${aws}new GetObjectCommand({ Bucket: 'kol-bronze', Key: 'k' });\n`)).toBe(
      `${aws}new GetObjectCommand({ Bucket: ${expression}, Key: 'k' });\n`,
    );
    repository.remove();
    expect(suggestion('kol/a.ts', 'fetch(`s3://kol-bronze/${key}`);\n')).toBe(
      `fetch(\`s3://\${${expression}}/\${key}\`);\n`,
    );
  });

  it('is not offered where a string has several pieces or escapes', () => {
    expect(suggestion('kol/a.py', 'import os\n\nspark.read.parquet("s3a://kol-bronze" "/x")\n')).toBeUndefined();
  });
});
