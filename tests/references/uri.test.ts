import { describe, expect, it } from 'vitest';
import { displayName } from '../../src/references/name.js';
import { concatenation, hole, literal, slice, type Text } from '../../src/references/text.js';
import { createSource, type Source } from '../../src/references/source.js';
import { dialectOfUrl, findUris, nameOf } from '../../src/references/uri.js';

/** `kind name at start-end`, with the qualifier before a name and the path behind it. */
function shown(flat: string): string[] {
  return findUris(flat).flatMap(({ parts }) =>
    parts.map(({ kind, name, qualifier, path }) => {
      const full = [...qualifier, name].map((span) => displayName(nameOf(flat, span))).join('.');
      const rest = path === null ? '' : ` path ${displayName(flat.slice(path.start, path.end))}`;
      return `${kind} ${full} ${name.start}-${name.end}${rest}`;
    }),
  );
}

/** `{x}` in a description stands for a part that is not known. */
function withHoles(code: string): Text {
  const source: Source = createSource('/repo/a.py', code);
  const parts = [...code.matchAll(/\{\w*\}|[^{]+/g)].map(({ 0: part, index }) => {
    const place = { source, start: index, end: index + part.length };
    return { text: part.startsWith('{') ? hole(place) : literal(part, place), place };
  });
  return concatenation(parts, { source, start: 0, end: code.length });
}

describe('a path into a volume of Databricks', () => {
  it.each([
    ['/Volumes/kol_lake/kol_raw/files/a.csv', ['catalog kol_lake 9-17', 'schema kol_lake.kol_raw 18-25']],
    ['dbfs:/Volumes/kol_lake/kol_raw/files', ['catalog kol_lake 14-22', 'schema kol_lake.kol_raw 23-30']],
    ['/Volumes/{catalog}/kol_raw/files', ['catalog {?} 9-18', 'schema {?}.kol_raw 19-26']],
    ['/Volumes/T7/data/a.csv', []],
    ['/Volumes/kol_lake/a.csv', []],
    ['see /Volumes/kol_lake/kol_raw/files', []],
  ])('%s', (flat, expected) => {
    expect(shown(flat)).toEqual(expected);
  });
});

describe('an ARN of Glue or of Kafka, and the settings of a connection', () => {
  it.each([
    ['arn:aws:glue:eu-west-1:123456789012:database/kol_gold', ['schema kol_gold 45-53']],
    ['arn:aws:glue:*:*:table/kol_gold/events', ['schema kol_gold 23-31', 'table kol_gold.events 32-38']],
    ['arn:aws:glue:*:*:table/kol_gold/*', ['schema kol_gold 23-31']],
    ['arn:aws:kafka:eu-west-1:123456789012:topic/sme-kafka/1-2/kol.events', ['topic kol.events 57-67']],
    ['Host=sme-postgres;Port=5432;Database=kol_app;Username=kol', ['database kol_app 37-44']],
    ['server=sme-mysql;database=kol_app;user=kol', ['database kol_app 26-33']],
    ['host=sme-postgres user=kol dbname=kol_app', ['database kol_app 34-41']],
    ['host=h, dbname=os.environ["PGDATABASE"]', []],
  ])('%s', (flat, expected) => {
    expect(shown(flat).map((text) => text.replace(/ path .*/, ''))).toEqual(expected);
  });
});

describe('a storage URI', () => {
  it.each([
    ['https://kol-bronze.s3.amazonaws.com/a.csv', ['bucket kol-bronze 8-18 path a.csv']],
    ['http://kol.bronze.s3-us-gov-west-1.amazonaws.com', ['bucket kol.bronze 7-17']],
    ['https://kol-bronze.s3.eu-west-1.amazonaws.com/', ['bucket kol-bronze 8-18 path ']],
    ['https://kol-site.s3-website.eu-west-1.amazonaws.com/', ['bucket kol-site 8-16 path ']],
    ['https://s3.eu-west-1.amazonaws.com/kol-bronze/a.csv', ['bucket kol-bronze 35-45 path a.csv']],
    ['see https://s3-eu-west-1.amazonaws.com/kol-bronze.', ['bucket kol-bronze 39-49']],
    ['https://kol-bronze.s3.{region}.amazonaws.com/a', ['bucket kol-bronze 8-18 path a']],
    ['s3://kol-bronze/sales/a.parquet', ['bucket kol-bronze 5-15 path sales/a.parquet']],
    ['s3a://bronze/events/', ['bucket bronze 6-12 path events/']],
    ['s3n://bronze', ['bucket bronze 6-12']],
    ['astro+s3://conn@kol-bronze/a', ['bucket kol-bronze 16-26 path a']],
    ['S3://Bronze/x', ['bucket Bronze 5-11 path x']],
    ['gs://kol-bronze/x', ['bucket kol-bronze 5-15 path x']],
    ['abfss://kol-bronze@account.dfs.core.windows.net/x', ['bucket kol-bronze 8-18 path x']],
    ['s3a://key:secret@kol-bronze/x', ['bucket kol-bronze 17-27 path x']],
    ['s3://key:secret@sme-minio:9000/kol-logs', ['bucket kol-logs 31-39']],
    ['s3://key:secret@eu-west-1/kol-logs/x', ['bucket kol-logs 26-34 path x']],
    ['arn:aws:s3:::kol-bronze/raw/*', ['bucket kol-bronze 13-23 path raw/*']],
    ['arn:aws:s3:::kol-*', ['bucket kol-{?} 13-18']],
  ])('%s', (flat, expected) => {
    expect(shown(flat)).toEqual(expected);
  });

  it('is found wherever it stands in a longer text, and each of several', () => {
    expect(shown('copy s3://sme-gold/a to s3://kol-bronze/b, then s3a://kol-silver.')).toEqual([
      'bucket sme-gold 10-18 path a',
      'bucket kol-bronze 29-39 path b',
      'bucket kol-silver 54-64',
    ]);
    expect(shown('s3://a-b/x,s3://c-d/y')).toEqual(['bucket a-b 5-8 path x', 'bucket c-d 16-19 path y']);
  });

  it.each([
    ['s3://', 'the scheme alone'],
    ['s3:///kol-bronze', 'no bucket before the path'],
    ['s3://...', 'an ellipsis'],
    ['s3://([^/]+)/(.*)', 'a regular expression'],
    [String.raw`^s3a?://[\w.-]+`, 'a regular expression'],
    ['s3://sme-minio:9000/x', 'a host with its port'],
    ['https://s3.amazonaws.com/kol-bronze', 'an address of the service'],
    ['https://s3.eu-west-1.amazonaws.com', 'an address of the service in a region'],
    ['https://123.s3-control.eu-west-1.amazonaws.com/v1/jobs', 'an address of another service'],
    ['https://sts.eu-west-1.amazonaws.com/kol', 'an address of another service'],
    ['https://kol.s3.example.com/a', 'an address of somebody else'],
    ['http://s3.amazonaws.com/doc/2006-03-01/', 'an XML namespace'],
    ['hdfs://namenode/kol-bronze', 'another file system'],
    ['arn:aws:s3:::*', 'every bucket'],
    ['arn:aws:glue:eu-west-1:123456789012:catalog', 'a catalog of Glue without a name'],
    ['arn:aws:glue:eu-west-1:123456789012:database/*', 'every database'],
    ['arn:aws:kafka:eu-west-1:123456789012:cluster/kol/1', 'a cluster'],
    ['Server=sme-sql;Database=kol_app;User Id=kol;TrustServerCertificate=True', 'a database of SQL Server'],
    ['Database=kol_app', 'one setting alone'],
  ])('names nothing in %s: %s', (flat) => {
    expect(shown(flat)).toEqual([]);
  });

  it.each([
    ['s3://%s/%s', ['bucket {?} 5-7 path %s']],
    ['s3://{}/raw', ['bucket {?} 5-7 path raw']],
    ['s3://kol-{layer}/raw', ['bucket kol-{?} 5-16 path raw']],
    ['s3://{{ var.value.bucket }}/raw', ['bucket {?} 5-27 path raw']],
    ['s3://${BUCKET}/raw', ['bucket {?} 5-14 path raw']],
    ['s3://<bucket>/raw', ['bucket {?} 5-13 path raw']],
    ['s3://YOUR_BUCKET/raw', ['bucket {?} 5-16 path raw']],
    ['s3://%(bucket)s/raw', ['bucket {?} 5-15 path raw']],
  ])('takes the placeholder in %s for an unknown name', (flat, expected) => {
    expect(shown(flat)).toEqual(expected);
  });

  it('keeps what is known around a hole, and points at the placeholder where nothing is', () => {
    const text = withHoles('s3a://kol-{layer}/{path}');
    expect(shown(text.flat)).toEqual(['bucket kol-{?} 6-11 path {?}']);
    const unknown = withHoles('s3://{bucket}/raw');
    const [uri] = findUris(unknown.flat);
    const span = uri?.parts[0]?.name ?? { start: 0, end: 0 };
    expect(slice(unknown, span.start, span.end).written).toMatchObject({ start: 5, end: 13 });
  });
});

describe('a database URL', () => {
  it.each([
    ['postgresql://admin:admin@sme-postgres:5432/kol_mlflow', ['database kol_mlflow 43-53']],
    ['postgresql+psycopg2://a:b@h/kol_app?sslmode=require', ['database kol_app 28-35']],
    ['postgres://h:5432/kol_app.core.users', ['database kol_app 18-25', 'schema core 26-30', 'table core.users 31-36']],
    ['postgres:///kol_app', ['database kol_app 12-19']],
    ['db+postgresql://h/kol_app', ['database kol_app 18-25']],
    ['sqla+mysql://h/kol_app', ['database kol_app 15-22']],
    ['jdbc:postgresql://h:5432/kol_app', ['database kol_app 25-32']],
    ['jdbc:postgresql://h:5432/kol_app?ssl=true&currentSchema=kol_core', ['database kol_app 25-32', 'schema kol_core 56-64']],
    ['jdbc:redshift://h:5439/kol_dw', ['database kol_dw 23-29']],
    ['postgresql://a:b@h/kol_app?schema=public', ['database kol_app 19-26']],
    ['mysql+pymysql://a:b@h:3306/kol_app', ['database kol_app 27-34']],
    ['jdbc:mysql://h/kol_app?useSSL=false', ['database kol_app 15-22']],
    ['trino://kol@h:8080/iceberg/kol_gold', ['catalog iceberg 19-26', 'schema iceberg.kol_gold 27-35']],
    ['jdbc:trino://h:8080/iceberg', ['catalog iceberg 20-27']],
    ['jdbc:hive2://h:10000/kol_gold;auth=noSasl', ['schema kol_gold 21-29']],
    ['postgresql://%(user)s:%(pw)s@%(host)s/%(db)s', ['database {?} 38-44']],
    ['postgresql://<user>:<password>@<host>/kol_app', ['database kol_app 38-45']],
    ['postgresql://${USER}:${PW}@h:5432/${DB}', ['database {?} 34-39']],
  ])('%s', (flat, expected) => {
    expect(shown(flat)).toEqual(expected);
  });

  it.each([['postgresql://sme-postgres:5432'], ['postgresql://sme-postgres/'], ['sqlite:///kol_app.db'], ['thrift://hive:9083'], ['http://h/kol_app'], ['db+redis://h/kol_app']])(
    'names nothing in %s',
    (flat) => {
      expect(shown(flat)).toEqual([]);
    },
  );

  it('says the dialect of what it addresses', () => {
    expect(dialectOfUrl('trino://kol@h:8080/iceberg')).toBe('trino');
    expect(dialectOfUrl('postgresql://h/kol_app')).toBe('postgres');
    expect(dialectOfUrl('s3://kol-bronze')).toBeNull();
  });
});

describe('a model URI', () => {
  it.each([
    ['models:/KOL_trust/Production', ['model KOL_trust 8-17']],
    ['models:/KOL_trust@champion', ['model KOL_trust 8-17']],
    ['models:/KOL_trust/1', ['model KOL_trust 8-17']],
    ['models:/KOL_trust/%s', ['model KOL_trust 8-17']],
    ['models:/Kol trust/4', ['model Kol trust 8-17']],
    ['models:/{name}/1', ['model {?} 8-14']],
    ['models:/{name}', ['model {?} 8-14']],
  ])('%s', (flat, expected) => {
    expect(shown(flat)).toEqual(expected);
  });

  it.each([['runs:/1f2e/model'], ['models:/'], ['./models:/app/1'], ['models:/app'], ['models:/app/models'], ['models:/m-0123456789abcdef0123456789abcdef']])('names nothing in %s', (flat) => {
    expect(shown(flat)).toEqual([]);
  });
});

it('reads any text in a time that grows with its length', () => {
  const long = 's3:/'.repeat(50_000) + '{'.repeat(50_000) + '${'.repeat(50_000);
  expect(findUris(long)).toEqual([]);
});
