import { expect, it } from 'vitest';
import { POLICY, Repository } from '../../analysis/workspace-of.js';

const repository = new Repository({ 'domain-separation.yaml': POLICY });

it('what people read names nothing: messages and descriptions in objects', () => {
  expect(repository.reported('kol/a.ts', "const LOG = [{ level: 'INFO', message: 'pushed s3://bronze/a' }, { description: `s3://silver/b` }];")).toEqual([]);
  expect(repository.reported('kol/a.ts', "const LOG = [{ path: 's3://bronze/a' }];")).toEqual(['1:28 bucket bronze outside']);
});

it('what a page shows names nothing: texts between tags, and attributes with texts', () => {
  const query = 'SELECT * FROM iceberg.silver.events';
  expect(repository.reported('kol/a.tsx', `const page = <p title="${query}">{"${query}"}<input placeholder={"${query}"} aria-label="${query}" /></p>;`)).toEqual([]);
  expect(repository.reported('kol/a.tsx', "const page = <Editor query='s3://bronze/a' />;")).toEqual(['1:34 bucket bronze outside']);
});
