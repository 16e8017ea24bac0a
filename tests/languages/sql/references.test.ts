import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSql } from '../../../src/languages/sql/read-sql.js';
import { DIALECTS, type Dialect } from '../../../src/references/reference.js';
import { createSource } from '../../../src/references/source.js';
import { HOLE, literal } from '../../../src/references/text.js';

/** One statement of references.md with what is listed below it. */
interface Case {
  readonly sentence: string;
  /** Null where the text itself must decide. */
  readonly dialect: Dialect | null;
  readonly sql: string;
  readonly expected: readonly string[];
}

const BLOCK = /```sql ?(\w*)\n([^]*?)\n```\n\n((?:- .*\n)*)/g;

function casesIn(markdown: string): Case[] {
  return markdown.split(/^### /m).slice(1).flatMap((section) => {
    const sentence = section.slice(0, section.indexOf('\n'));
    return Array.from(section.matchAll(BLOCK), ([, named = '', sql = '', listed = '']) => ({
      sentence,
      dialect: dialectNamed(named),
      sql,
      expected: listed.split('\n').filter((line) => line.startsWith('- ')).map((line) => line.slice(2)),
    }));
  });
}

function dialectNamed(name: string): Dialect | null {
  if (name === '') return null;
  const dialect = DIALECTS.find((one) => one === name);
  if (dialect === undefined) throw new Error(`references.md names no dialect: ${name}`);
  return dialect;
}

function found({ sql, dialect }: Case): string[] {
  const source = createSource('statement.sql', sql);
  const reading = readSql(literal(sql, { source, start: 0, end: sql.length }), { dialect });
  const references = reading.references.map(({ kind, name, start, end, access, judged, unqualified, builtin }) =>
    [
      `${kind} \`${name.replaceAll(HOLE, '?')}\` ${start}-${end} ${access}`,
      judged ? 'judged' : '',
      unqualified === null ? '' : `open ${unqualified.missing}`,
      builtin ? 'builtin' : '',
    ].filter(Boolean).join(' '),
  );
  const locations = reading.locations.map(
    ({ text, start, end, access }) => `location \`${text.flat.replaceAll(HOLE, '?')}\` ${start}-${end} ${access}`,
  );
  return [...references, ...locations];
}

const cases = casesIn(readFileSync(new URL('references.md', import.meta.url), 'utf8'));

describe('the SQL reader, as references.md says', () => {
  it.each(cases)('$sentence ($dialect: $sql)', (one) => {
    expect(found(one)).toEqual(one.expected);
  });
});
