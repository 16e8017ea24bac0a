import { expect, it } from 'vitest';
import { POLICY, Repository } from '../../analysis/workspace-of.js';

const repository = new Repository({ 'domain-separation.yaml': POLICY });

it('what people read names nothing: messages and descriptions in objects', () => {
  expect(repository.reported('kol/a.ts', "const LOG = [{ level: 'INFO', message: 'pushed s3://bronze/a' }, { description: `s3://silver/b` }];")).toEqual([]);
  expect(repository.reported('kol/a.ts', "const LOG = [{ path: 's3://bronze/a' }];")).toEqual(['1:28 bucket bronze outside']);
});
