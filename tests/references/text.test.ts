import { describe, expect, it } from 'vitest';
import { createSource, type Place } from '../../src/references/source.js';
import { HOLE, concatenation, followed, hole, literal, rewritten, slice, subText, type Step, type Text } from '../../src/references/text.js';

const CODE = 'BRONZE = "kol-bronze"\nread(f"s3a://{BRONZE}/x")\n';
const source = createSource('/repo/a.py', CODE);

function place(part: string, from = 0): Place {
  const start = CODE.indexOf(part, from);
  return { source, start, end: start + part.length };
}

const constant: Step = { origin: 'constant', label: 'BRONZE', place: place('"kol-bronze"'), env: null };
const bronze = followed(literal('kol-bronze', place('kol-bronze')), constant, place('BRONZE', 22));
const uri = concatenation(
  [
    { text: literal('s3a://', place('s3a://')), place: place('s3a://') },
    { text: bronze, place: place('{BRONZE}') },
    { text: literal('/x', place('/x')), place: place('/x') },
  ],
  place('f"s3a://{BRONZE}/x"'),
);

function shown({ start, end }: Place): string {
  return CODE.slice(start, end);
}

describe('slice', () => {
  it('finds a part in the constant that it comes from, with the way there', () => {
    const part = slice(uri, 6, 16);
    expect(part.flat).toBe('kol-bronze');
    expect(shown(part.written)).toBe('kol-bronze');
    expect(part.written.start).toBe(CODE.indexOf('kol-bronze'));
    expect(shown(part.used)).toBe('BRONZE');
    expect(part.used.start).toBeGreaterThan(part.written.start);
    expect(part).toMatchObject({ origin: 'constant', env: null, steps: [constant] });
  });

  it('finds a part of a literal in place', () => {
    const part = slice(uri, 0, 3);
    expect(shown(part.written)).toBe('s3a');
    expect(shown(part.used)).toBe('s3a');
    expect(part).toMatchObject({ origin: 'literal', steps: [] });
  });

  it('gives a part of several literals the place of the expression that joins them', () => {
    const part = slice(uri, 3, 17);
    expect(part.flat).toBe('://kol-bronze/');
    expect(shown(part.written)).toBe('://{BRONZE}/');
  });

  it('maps through escapes by the offsets of the characters', () => {
    const escaped = createSource('/repo/b.py', String.raw`"a\x62c"`);
    const text = literal('abc', { source: escaped, start: 1, end: 7 }, Int32Array.from([1, 2, 6, 7]));
    expect(slice(text, 1, 2).written).toEqual({ source: escaped, start: 2, end: 6 });
    expect(slice(text, 2, 3).written).toEqual({ source: escaped, start: 6, end: 7 });
  });

  it('gives a hole its own place, origin and variable', () => {
    const read = hole(place('BRONZE'), 'env', 'MINIO_BUCKET');
    expect(slice(read, 0, 1)).toMatchObject({ flat: HOLE, origin: 'env', env: 'MINIO_BUCKET', written: place('BRONZE') });
  });

  it('knows the variable that any step on the way reads', () => {
    const step: Step = { origin: 'env-default', label: 'MINIO_BUCKET', place: place('"kol-bronze"'), env: 'MINIO_BUCKET' };
    const text = followed(followed(literal('kol-bronze', place('kol-bronze')), step, place('BRONZE')), constant, place('BRONZE', 22));
    expect(slice(text, 0, 10)).toMatchObject({ origin: 'env-default', env: 'MINIO_BUCKET', steps: [constant, step] });
  });
});

describe('subText', () => {
  it.each([
    [0, 3],
    [4, 9],
    [6, 16],
    [10, 18],
    [16, 18],
  ])('gives the characters %i to %i, each where it was', (start, end) => {
    const part = subText(uri, start, end);
    expect(part.flat).toBe(uri.flat.slice(start, end));
    for (let index = start; index < end; index++) {
      expect(slice(part, index - start, index - start + 1).written).toEqual(slice(uri, index, index + 1).written);
    }
  });

  it('keeps the offsets of escaped characters', () => {
    const text = literal('abc', place('kol'), Int32Array.from([1, 2, 6, 7]));
    expect(subText(text, 1, 3)).toMatchObject({ flat: 'bc', place: { start: 2, end: 7 } });
    expect(slice(subText(text, 1, 3), 0, 1).written).toMatchObject({ start: 2, end: 6 });
  });
});

describe('rewritten', () => {
  it('changes known characters and leaves holes alone', () => {
    const text: Text = concatenation(
      [
        { text: literal('kol-', place('kol-')), place: place('kol-') },
        { text: hole(place('BRONZE')), place: place('BRONZE') },
      ],
      place('kol-bronze'),
    );
    expect(rewritten(text, (known) => known.toUpperCase()).flat).toBe(`KOL-${HOLE}`);
  });

  it('gives rewritten characters the place of all they were computed from', () => {
    const upper = rewritten(uri, (known) => known.toUpperCase());
    expect(upper.flat).toBe('S3A://KOL-BRONZE/X');
    expect(shown(slice(upper, 6, 9).written)).toBe('kol-bronze');
  });

  it('leaves a text alone in which nothing changes', () => {
    const same = literal('kol', place('kol'));
    expect(rewritten(same, (known) => known.toLowerCase())).toBe(same);
  });
});
