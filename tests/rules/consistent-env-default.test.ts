import { afterAll, describe, expect, it } from 'vitest';

import { Repository } from './repository.js';

const repository = new Repository({
  'kol/.env.kol': '# KOL\nMINIO_BUCKET_BRONZE=kol-bronze\nPOSTGRES_PORT=5432\n',
});

afterAll(() => repository.remove());

function problems(file: string, text: string): string[] {
  repository.write(file, text);
  return repository.problems(file, 'consistent-env-default');
}

describe('a default that is another name than the env file’s', () => {
  const message =
    "Bucket 'kol-silver' is the default of MINIO_BUCKET_BRONZE here, and 'kol-bronze' in kol/.env.kol:2.";

  it('is reported in Python, at the default', () => {
    expect(problems('kol/a.py', 'import os\nB = os.getenv("MINIO_BUCKET_BRONZE", "kol-silver")\n')).toEqual([
      `2:39 ${message}`,
    ]);
  });

  it('is reported in TypeScript', () => {
    expect(problems('kol/a.ts', "export const b = process.env.MINIO_BUCKET_BRONZE ?? 'kol-silver';\n")).toEqual([
      `1:54 ${message}`,
    ]);
  });

  it('is suggested to be the env file’s', () => {
    repository.write('kol/a.py', 'import os\nB = os.getenv("MINIO_BUCKET_BRONZE", "kol-silver")\n');
    expect(repository.suggestions('kol/a.py', 'consistent-env-default')).toMatchObject({
      "Write 'kol-bronze'.": 'import os\nB = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")\n',
    });
  });
});

describe('other defaults', () => {
  it('that are the env file’s, or no names, are fine', () => {
    const text = 'import os\nB = os.getenv("MINIO_BUCKET_BRONZE", "kol-bronze")\nP = os.getenv("POSTGRES_PORT", "1")\n';
    expect(problems('kol/b.py', text)).toEqual([]);
  });
});
