import { describe, expect, it } from 'vitest';

import { nameEdit } from '../../src/reporting/name-edit.js';
import { judgedReference, type Written } from './judged-reference.js';

/** The text after the edit; null where none is offered. */
function edited(name: string, instead: string, written: Written): string | null {
  const edit = nameEdit(judgedReference(name, { ...written, judgement: { instead } }));
  if (edit === null) return null;
  return written.text.slice(0, edit.start) + edit.text + written.text.slice(edit.end);
}

function schema(written: Written & { qualifier?: readonly string[]; instead?: string; name?: string }): string | null {
  const name = written.name ?? 'silver';
  const reference = {
    kind: 'schema',
    qualifier: written.qualifier ?? ['iceberg'],
    isOfSql: true,
  } as const;
  return edited(name, written.instead ?? 'kol_silver', { ...written, reference });
}

describe('the name of the file’s domain in place of another', () => {
  it('replaces a bucket inside a URI', () => {
    expect(edited('bronze', 'kol-bronze', { text: '"s3a://bronze/events/"' })).toBe('"s3a://kol-bronze/events/"');
  });

  it('replaces the schema alone where the catalog is right', () => {
    expect(schema({ text: 'SELECT * FROM iceberg.silver.events' })).toBe('SELECT * FROM iceberg.kol_silver.events');
  });

  it('replaces the schema alone where no catalog is written', () => {
    expect(schema({ text: 'SELECT * FROM silver.events', qualifier: [] })).toBe('SELECT * FROM kol_silver.events');
  });

  it('replaces a bucket in a string of SQL, where it need be no identifier', () => {
    const text = "WITH (location = 's3a://silver/')";
    expect(edited('silver', 'kol-silver', { text, reference: { isOfSql: true } })).toBe("WITH (location = 's3a://kol-silver/')");
  });

  it('keeps the quotes of an identifier', () => {
    const text = 'SELECT * FROM iceberg."silver".events';
    expect(schema({ text, spelled: '"silver"' })).toBe('SELECT * FROM iceberg."kol_silver".events');
  });

  it('replaces an identifier however it is capitalised', () => {
    expect(schema({ text: 'FROM iceberg.SILVER.events', spelled: 'SILVER' })).toBe('FROM iceberg.kol_silver.events');
  });

  it('is not offered where the catalog is what the policy objects to', () => {
    const text = 'SELECT * FROM hive.silver.events';
    const judgement = { instead: 'kol_silver', part: 'catalog' } as const;
    expect(nameEdit(judgedReference('silver', { text, judgement }))).toBeNull();
  });

  it('is not offered where it would need quotes', () => {
    expect(schema({ text: 'FROM iceberg.silver.events', instead: 'kol-silver' })).toBeNull();
  });

  it('is not offered where the name is not written as it is', () => {
    expect(edited('bronze', 'kol-bronze', { text: '"bro\\x6eze"', spelled: 'bro\\x6eze' })).toBeNull();
    expect(edited('bronze', 'kol-bronze', { text: 'BRONZE.lower()', spelled: 'BRONZE' })).toBeNull();
  });

  it('is not offered where the problem stands at a use and the name in another file', () => {
    const use = judgedReference('BRONZE', { file: 'etl.py', text: 'read(BRONZE)' }).reference.written;
    const written = { file: 'config.py', text: 'BRONZE = "bronze"', judged: { reportAt: use } };
    expect(edited('bronze', 'kol-bronze', written)).toBeNull();
  });
});
