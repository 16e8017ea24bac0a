import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/scanner/read-text.js';
import { folderWith } from '../policy/policy-of.js';

function read(name: string, bytes: Uint8Array | string) {
  const path = join(folderWith({}), name);
  writeFileSync(path, bytes);
  return readText(path);
}

describe('a file', () => {
  it('is read as UTF-8', () => {
    expect(read('a.sql', 'ä')).toEqual({ form: 'text', text: 'ä', problem: null });
  });

  it('in another encoding has a problem where the first byte means nothing, and is read all the same', () => {
    expect(read('a.sql', Buffer.from('-- \xe4\nSELECT', 'latin1'))).toEqual({
      form: 'text',
      text: '-- \uFFFD\nSELECT',
      problem: { message: expect.stringContaining('not UTF-8') as unknown, severity: 'error', offset: 3 },
    });
  });

  it('of Python is read in the encoding that it declares', () => {
    const bytes = Buffer.from('#!/usr/bin/python\n# -*- coding: latin-1 -*-\nx = "\xe4"', 'latin1');
    expect(read('a.py', bytes)).toMatchObject({ text: expect.stringMatching(/x = "ä"$/) as unknown, problem: null });
    expect(read('b.py', Buffer.from('# coding: klingon\n\xe4', 'latin1'))).toMatchObject({ problem: { offset: 18 } });
  });

  it('with NUL bytes is binary', () => {
    expect(read('a.py', 'a\0b')).toEqual({ form: 'binary' });
  });

  it('of 50 MB is taken for data', () => {
    const path = join(folderWith({ 'a.sql': '' }), 'a.sql');
    truncateSync(path, 50_000_000);
    expect(readText(path)).toEqual({
      form: 'unread',
      problem: {
        message: 'The file was not read: it has 50 MB, and files beyond 20 MB are taken for data.',
        severity: 'warn',
        offset: 0,
      },
    });
  });

  it('that cannot be read says why', () => {
    expect(readText(join(folderWith({}), 'none.py'))).toMatchObject({
      form: 'unread',
      problem: { message: expect.stringContaining('ENOENT') as unknown, severity: 'error' },
    });
  });
});
