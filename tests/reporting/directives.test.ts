import { describe, expect, it } from 'vitest';

import type { Comment, TextContext } from '../../src/languages/facts.js';
import { factsOf } from '../../src/languages/facts-of.js';
import { createSource } from '../../src/references/source.js';
import { directivesOf, isOff } from '../../src/reporting/directives.js';

/** Facts with a comment for each `# …` line and a text site for each triple-quoted or quoted string. */
function factsOfPython(text: string, form: TextContext['form'] = 'value') {
  const source = createSource('/etl.py', text);
  const comments: Comment[] = [...text.matchAll(/#(.*)/g)].map((match) => ({
    text: match[1] ?? '',
    form: 'line',
    place: { source, start: match.index, end: match.index + match[0].length },
  }));
  const context: TextContext = form === 'docstring' ? { form } : { form: 'value' };
  const texts = [...text.matchAll(/"""[^]*?"""|"[^"\n]*"/g)].map((match) => ({
    place: { source, start: match.index, end: match.index + match[0].length },
    context,
    values: () => [],
  }));
  return factsOf(source, { comments, texts });
}

function read(text: string, form?: TextContext['form']) {
  return directivesOf(factsOfPython(text, form)).map(({ type, value, justification, place }) => {
    return [type, value, justification, text.slice(place.start, place.end)];
  });
}

function offLines(text: string) {
  const facts = factsOfPython(text);
  const { source } = facts;
  return source.lineStarts.flatMap((start, index) =>
    isOff(start, 'no-hardcoded-bucket', source, directivesOf(facts)) ? [index + 1] : [],
  );
}

describe('directives in comments', () => {
  it('have a type, rules and a reason', () => {
    expect(read('# eslint-disable-next-line domain-separation/no-hardcoded-bucket -- legacy bucket')).toEqual([
      [
        'disable-next-line',
        'domain-separation/no-hardcoded-bucket',
        'legacy bucket',
        '# eslint-disable-next-line domain-separation/no-hardcoded-bucket -- legacy bucket',
      ],
    ]);
  });

  it('may name no rule, for all of them', () => {
    expect(read('x = 1 # eslint-disable-line')).toEqual([['disable-line', '', '', '# eslint-disable-line']]);
  });

  it('are nothing else that begins alike', () => {
    expect(read('# eslint-disabled\n# eslint is fine\n# see eslint-disable-line')).toEqual([]);
  });
});

describe('directives in SQL comments inside a string', () => {
  it('count in a line comment, which ends with its line', () => {
    const text = 'q = """\nSELECT * FROM t -- eslint-disable-line domain-separation/x -- old\nWHERE a"""';
    expect(read(text)).toEqual([
      ['disable-line', 'domain-separation/x', 'old', '-- eslint-disable-line domain-separation/x -- old'],
    ]);
  });

  it('count in a block comment', () => {
    expect(read('q = "/* eslint-disable */ SELECT 1"')).toEqual([['disable', '', '', '/* eslint-disable */']]);
  });

  it('end with the string', () => {
    expect(read('run("SELECT 1 -- eslint-disable-line", x)')).toEqual([
      ['disable-line', '', '', '-- eslint-disable-line'],
    ]);
  });

  it('do not count in a docstring', () => {
    expect(read('"""Write -- eslint-disable-line"""', 'docstring')).toEqual([]);
  });
});

describe('what directives turn off', () => {
  it('a line, the next line, or everything up to eslint-enable', () => {
    expect(offLines('a # eslint-disable-line\nb\n')).toEqual([1]);
    expect(offLines('# eslint-disable-next-line\nb\nc')).toEqual([2]);
    expect(offLines('a\n# eslint-disable\nb\n# eslint-enable\nc')).toEqual([2, 3]);
  });

  it('only the rules they name', () => {
    expect(offLines('a # eslint-disable-line domain-separation/prefer-env-name')).toEqual([]);
    expect(offLines('a # eslint-disable-line domain-separation/prefer-env-name, domain-separation/no-hardcoded-bucket')).toEqual([1]);
  });
});
