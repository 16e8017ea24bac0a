import { describe, expect, it } from 'vitest';
import { LIBRARIES } from '../../src/catalogue/index.js';
import type { CallEntry, Library } from '../../src/catalogue/library.js';
import { referencesIn, shownNames } from '../analysis/shown.js';

/** What the entry itself finds in code: other libraries' entries see the code as well. */
function found(library: Library, code: string): string[] {
  const path = library.language === 'python' ? 'a.py' : 'a.ts';
  return shownNames(referencesIn(code, path));
}

function title({ call }: CallEntry): string {
  return call.slice(0, 3).join(', ');
}

describe.each(LIBRARIES.filter(({ entries }) => entries.length > 0).map((library) => [library.library, library] as const))('%s', (_, library) => {
  describe.each(library.entries.map((entry) => [title(entry), entry] as const))('%s', (_title, entry) => {
    it.each(entry.match.map(({ code, finds }) => [code, finds] as const))('finds names in %s', (code, finds) => {
      expect(found(library, code)).toEqual(finds);
    });

    it.each(entry.skip.map((code) => [code]))('finds nothing in %s', (code) => {
      expect(found(library, code)).toEqual([]);
    });
  });
});

describe('the catalogue', () => {
  it('gives every entry an example and a counter-example', () => {
    const bare = LIBRARIES.flatMap(({ library, entries }) =>
      entries.filter(({ match, skip }) => match.length === 0 || skip.length === 0).map((entry) => `${library} ${title(entry)}`),
    );
    expect(bare).toEqual([]);
  });

  it('names each library once', () => {
    const names = LIBRARIES.map(({ library }) => library);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is data that JSON can carry, so that a policy can hold the same', () => {
    expect(JSON.parse(JSON.stringify(LIBRARIES))).toEqual(LIBRARIES);
  });

  it('begins no path with a type that its library does not have', () => {
    const modules = ['MySQLdb'];
    const strange = LIBRARIES.flatMap(({ library, entries }) =>
      entries.flatMap(({ call }) => call).filter((path) => /^[A-Z]\w*\./.test(path) && !isKnown(library, path) && !modules.includes(path.split('.')[0] ?? '')),
    );
    expect(strange).toEqual([]);
  });
});

function isKnown(name: string, path: string): boolean {
  const library = LIBRARIES.find((candidate) => candidate.library === name);
  return library !== undefined && Object.hasOwn(library.types, path.split('.')[0] ?? '');
}
