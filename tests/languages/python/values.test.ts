import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readModules, revealed } from './reveal.js';
import { readCases } from './cases.js';

/**
 * The specification of value following: Markdown files beside this one. Each `##` is a case; its code
 * says behind `#` what `reveal(…)` gives, where that is written, and how it got there.
 */
const folder = new URL('./values/', import.meta.url);

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
  describe(file, () => {
    for (const { title, files, expected } of readCases(readFileSync(new URL(file, folder), 'utf8'))) {
      test(title, () => {
        const read = readModules(files);
        const found = new Map<string, string>();
        for (const path of files.keys()) {
          for (const [line, values] of revealed(read(path))) found.set(`${path}:${line}`, values);
        }
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
      });
    }
  });
}
