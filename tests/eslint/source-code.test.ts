import { describe, expect, it } from 'vitest';

import { languages } from '../../src/eslint/languages.js';
import { DomainSeparationSourceCode } from '../../src/eslint/source-code.js';
import { FILES } from './formats.js';

/** ESLint takes the byte order mark off before it hands a file over. */
function sourceCode(path: string, body: string, language: keyof typeof languages = 'python') {
  const file = { path, physicalPath: path, body, bom: false };
  const parsed = languages[language].parse(file, { languageOptions: {} });
  if (!parsed.ok) throw new Error('A file of our own languages always parses.');
  return languages[language].createSourceCode(file, parsed, { languageOptions: {} });
}

describe('a source code of our own languages', () => {
  const text = 'a = 1\r\nb = 2\rc = "é🐍"\n';

  it('has a root that no other plugin listens to', () => {
    expect(sourceCode('/a.py', text).ast).toMatchObject({
      type: 'DomainSeparationFile',
      range: [0, text.length],
      loc: { start: { line: 1, column: 0 }, end: { line: 4, column: 0 } },
    });
  });

  it('counts lines by any line end, and columns in UTF-16 from 0', () => {
    const code = sourceCode('/a.py', text);
    expect(code.lines).toEqual(['a = 1', 'b = 2', 'c = "é🐍"', '']);
    for (const [index, loc] of [
      [0, { line: 1, column: 0 }],
      [7, { line: 2, column: 0 }],
      [13, { line: 3, column: 0 }],
      [text.length - 1, { line: 3, column: 9 }],
      [text.length, { line: 4, column: 0 }],
    ] as const) {
      expect(code.getLocFromIndex(index)).toEqual(loc);
      expect(code.getIndexFromLoc(loc)).toBe(index);
    }
    expect(() => code.getLocFromIndex(text.length + 1)).toThrow(RangeError);
  });

  it('has the comments of the language, with their ranges', () => {
    const sql = 'SELECT 1 -- one\n/* two\n*/ , "-- three";';
    const comments = sourceCode('/a.sql', sql, 'sql').getAllComments();
    expect(comments.map(({ type, value, range }) => [type, value, sql.slice(...range)])).toEqual([
      ['Line', ' one', '-- one'],
      ['Block', ' two\n', '/* two\n*/'],
    ]);
  });

  it('never fails, whatever the text', () => {
    for (const body of ['', '\0', '((((', '"""', 'def f(:\n', '\uD800', "SELECT '", '{"cells": [', '```sh\n$(']) {
      for (const [language, [file]] of entriesOf(FILES)) {
        const code = sourceCode(`/${file}`, body, language);
        expect(code).toBeInstanceOf(DomainSeparationSourceCode);
        expect(code.getDisableDirectives().problems).toEqual([]);
      }
    }
  });

  it.each([
    ['shell', 'a.sh', 'X=1 # one', '# one'],
    ['makefile', 'Makefile', 'X=1\n# one\n', '# one'],
    ['dockerfile', 'Dockerfile', '# one\nFROM x\n', '# one'],
    ['properties', 'a.properties', 'a=1\n# one\n', '# one'],
    ['ini', 'a.ini', '[a]\n; one\n', '; one'],
    ['terraform', 'a.tf', 'a = 1 // one\n', '// one'],
    ['yaml', 'a.yml', 'a: 1 # one\n', '# one'],
    ['json', 'a.jsonc', '{} /* one */', '/* one */'],
    ['toml', 'a.toml', 'a = 1 # one\n', '# one'],
    ['markdown', 'a.md', '<!-- one -->\n', '<!-- one -->'],
    ['other', 'A.java', 'f(); // one\n', '// one'],
    ['sql', 'a.cql', 'USE a; -- one\n', '-- one'],
  ] as const)('has the comments of %s', (language, file, text, comment) => {
    const comments = sourceCode(`/${file}`, text, language).getAllComments();
    expect(comments.map(({ value, range }) => [value.trim(), text.slice(...range)])).toEqual([['one', comment]]);
  });

  it('has no comments of a notebook, whose lines are not the file’s', () => {
    const [, text] = FILES.notebook;
    const code = sourceCode('/a.ipynb', text, 'notebook');
    expect([code.getAllComments(), code.getDisableDirectives().directives, code.getInlineConfigNodes()]).toEqual([[], [], []]);
  });
});

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): readonly (readonly [Key, Value])[] {
  return Object.entries(record) as [Key, Value][];
}

describe('directives', () => {
  it('carry the comment they stand in', () => {
    const text = 'x = 1\n# eslint-disable-next-line domain-separation/prefer-env-name -- local\n';
    const [directive] = sourceCode('/a.py', text).getDisableDirectives().directives;
    expect(directive).toMatchObject({
      type: 'disable-next-line',
      value: 'domain-separation/prefer-env-name',
      justification: 'local',
      node: { loc: { start: { line: 2, column: 0 } } },
    });
  });

  it('for one line may not stand on two', () => {
    const { directives, problems } = sourceCode('/a.sql', '/* eslint-disable-line\n*/ SELECT 1', 'sql').getDisableDirectives();
    expect(directives).toEqual([]);
    expect(problems).toEqual([
      {
        ruleId: null,
        message: 'An eslint-disable-line comment must stand on one line.',
        loc: { start: { line: 1, column: 0 }, end: { line: 2, column: 2 } },
      },
    ]);
  });

  it('configure rules in a file, too', () => {
    const code = sourceCode('/a.py', '# eslint domain-separation/prefer-env-name: "off"\n# eslint nonsense: [\n');
    const { configs, problems } = code.applyInlineConfig();
    expect(configs.map(({ config }) => config.rules)).toEqual([{ 'domain-separation/prefer-env-name': 'off' }]);
    expect(problems).toHaveLength(1);
  });
});
