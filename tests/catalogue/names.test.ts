import { describe, expect, it } from 'vitest';
import type { NamePattern } from '../../src/catalogue/name-patterns/name-pattern.js';
import { NAME_PATTERNS } from '../../src/catalogue/name-patterns.js';
import { holdsSeveral, patternFor, upperSnake } from '../../src/catalogue/names.js';
import { Spoken } from '../../src/catalogue/spoken.js';
import { readDotenv } from '../../src/languages/dotenv/reader.js';
import { createSource } from '../../src/references/source.js';
import { referencesIn, shownNames } from '../analysis/shown.js';

/** `NAME=value @word`: the word stands somewhere else in the file; `@package:word`: in its package's manifest; `@path:kafka/a.py`: the file. */
function found(example: string, { forms }: NamePattern): string[] {
  const [, name = '', value = '', of, near = ''] = /^(\w+)=(.*?)(?: @(package:|path:)?(.+))?$/s.exec(example) ?? [];
  if (forms?.every((form) => form === 'key') === true) {
    const text = `# ${of === undefined ? near : ''}\n${name}: ${JSON.stringify(value)}\n`;
    const manifest = of === 'package:' ? near : '';
    return shownNames(referencesIn(text, of === 'path:' ? near : 'a.yaml', undefined, manifest));
  }
  const assignment = `${name}=${JSON.stringify(value)}`;
  const path = of === 'path:' ? near : isOnlyOfSettings(forms) ? '.env' : 'a.py';
  const code = `# ${of === undefined ? near : ''}\n${path === '.env' ? assignment : declared(assignment, forms)}\n`;
  return shownNames(referencesIn(code, path, undefined, of === 'package:' ? near : ''));
}

/** Whether a name means something in an environment or a configuration, but not in a program. */
function isOnlyOfSettings(forms: NamePattern['forms'] = []): boolean {
  return forms.includes('variable') && forms.every((form) => form === 'variable' || form === 'key');
}

function declared(assignment: string, forms: NamePattern['forms']): string {
  if (forms === undefined || forms.includes('constant')) return assignment;
  if (forms[0] === 'entry' && !forms.includes('field')) return `given = {${assignment.replace(/^(\w+)=/, '"$1": ')}}`;
  return forms.includes('field') ? `class Given:\n    ${assignment}` : `given(${assignment})`;
}

function expectation(example: string, is: string): { code: string; finds: string[] } {
  const [code = '', names] = example.split(' > ');
  if (names !== undefined) return { code, finds: names.split(', ') };
  const value = /=(.*?)(?: @.+)?$/.exec(code)?.[1] ?? '';
  const kind = is === 'topics' ? 'topic' : is === 'dotted-schema' ? 'schema' : is;
  return { code, finds: [`${kind} ${value}`] };
}

describe.each(NAME_PATTERNS.map((pattern) => [`${pattern.is} ${pattern.name}`, pattern] as const))('%s', (_, pattern) => {
  const { is, match, skip } = pattern;

  it.each(match.map((example) => [example]))('finds %s', (example) => {
    const { code, finds } = expectation(example, is);
    expect(found(code, pattern)).toEqual(finds);
  });

  it.each(skip.map((example) => [example]))('skips %s', (example) => {
    expect(found(example, pattern)).toEqual([]);
  });
});

describe('a name', () => {
  it.each([
    ['bronzeBucket', 'BRONZE_BUCKET'],
    ['S3BucketName', 'S3_BUCKET_NAME'],
    ['kafka.topic-name', 'KAFKA_TOPIC_NAME'],
    ['_bucket', 'BUCKET'],
  ])('%s is compared as %s', (name, expected) => {
    expect(upperSnake(name)).toBe(expected);
  });

  it('that says little by itself is read with the key before it', () => {
    expect(patternFor(['minio', 'bucket', 'name'], 'key', new Spoken(''))?.is).toBe('bucket');
    expect(patternFor(['user', 'name'], 'key', new Spoken(''))).toBeNull();
    expect(patternFor(['artifact_bucket_tags', 'Name'], 'key', new Spoken(''))).toBeNull();
    expect(patternFor(['kafka', 'topics', 'orders', 'partitionKey'], 'key', new Spoken('kafka'))).toBeNull();
    expect(patternFor(['macros', 'macro.dbt.create_schema', 'name'], 'key', new Spoken(''))).toBeNull();
    expect(patternFor(['spring', 'data', 'postgres', 'database'], 'key', new Spoken(''))?.is).toBe('database');
  });

  it('means what a key above speaks of, whatever else the file does', () => {
    const both = 'glue master_username';
    expect(patternFor(['glue_resources', 'database_name'], 'key', new Spoken(both))).toMatchObject({ is: 'dotted-schema', system: 'glue' });
    expect(patternFor(['cluster', 'database_name'], 'key', new Spoken(both))?.is).toBe('database');
  });

  it.each([
    ['items of a list of buckets', ['buckets', '0', 'name'], 'bucket'],
    ['the columns of a schema', ['schema', '0', 'name'], null],
    ["a role's label", ['resource', 'aws_iam_role', 'bucket', 'name'], null],
    ["an attribute of a user's", ['resource', 'aws_cognito_user_pool', 'users', 'schema', 'name'], null],
    ['a block within a resource', ['resource', 'aws_lakeformation_permissions', 'a', 'bucket', 'name'], 'bucket'],
    ["CloudFormation's logical name", ['Resources', 'DataBuckets', 'Condition'], null],
  ])('is that of %s', (_, path, is) => {
    expect(patternFor(path, 'key', new Spoken('trino'))?.is ?? null).toBe(is);
  });

  it('that stands for the one above it is read as that', () => {
    expect(patternFor(['variable', 'glue_database', 'default'], 'key', new Spoken(''))?.system).toBe('glue');
    expect(patternFor(['kafka', 'topics', '0'], 'key', new Spoken('kafka'))?.is).toBe('topics');
    expect(holdsSeveral(['variable', 'bucket_names', 'default'])).toBe(true);
    expect(holdsSeveral(['variable', 'bucket_name', 'default'])).toBe(false);
    expect(holdsSeveral(['ListBuckets'])).toBe(false);
  });

  it.each([
    ['an entry of a plural', ['locals', 'bucket_names', 'raw'], 'bucket'],
    ['the name of an entry', ['variable', 's3_buckets', 'default', 'raw', 'name'], 'bucket'],
    ["a property of the plural's own", ['minio', 'buckets', 'region'], null],
    ['a property of an entry', ['locals', 'buckets', 'raw', 'acl'], null],
    ['what a module takes', ['module', 'buckets', 'origin'], null],
    ["a service's restart", ['services', 'create_buckets', 'restart'], null],
    ['what is below something else', ['locals', 'queues', 'raw'], null],
  ])('is what the key above it says, as %s', (_, path, is) => {
    expect(patternFor(path, 'key', new Spoken(''))?.is ?? null).toBe(is);
  });
});

it("binds every variable of the document's .env.kol to its kind", () => {
  const lines = [
    'MINIO_BUCKET_BRONZE=kol-bronze',
    'POSTGRES_DB=kol_mlflow',
    'TRINO_SCHEMA_BRONZE=kol_bronze',
    'MLFLOW_EXPERIMENT_NAME=KOL_models',
    'MLFLOW_MODEL_NAME_TRUST=KOL_trust_ensemble',
    'FEATURE_STORE_PATH=s3://kol-silver/features',
    'FEATURE_STORE_TABLE=iceberg.kol_silver.features',
  ];
  expect(readDotenv(createSource('/repo/.env.kol', lines.join('\n'))).declarations).toHaveLength(lines.length);
  expect(shownNames(referencesIn(lines.join('\n'), '.env.kol'))).toEqual([
    'bucket kol-bronze',
    'database kol_mlflow',
    'schema kol_bronze',
    'experiment KOL_models',
    'model KOL_trust_ensemble',
    'bucket kol-silver',
    'catalog iceberg',
    'schema kol_silver',
    'table features',
  ]);
});
