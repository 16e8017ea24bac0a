import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/languages/facts.js';
import { factsOf } from '../../../src/languages/facts-of.js';
import { readMarkdown } from '../../../src/languages/markdown/reader.js';
import { createSource, type Source } from '../../../src/references/source.js';
import { broken, checkPlaces, shownCommand, shownDeclaration, shownText } from '../shown.js';

function read(text: string): Facts {
  return readMarkdown(createSource('/repo/README.md', text), new Map());
}

describe('a Markdown file', () => {
  it.each([
    ['shell', '# T\n\n```bash\nmc mb local/kol\n```\n', ['mc mb local/kol']],
    ['a session', '```console\n$ mc ls a\nkol s3://x\n$ mc ls \\\n  b\n```', ['mc ls a', 'mc ls b']],
    ['tildes', '~~~sh\nls a\n~~~\nls b', ['ls a']],
    ['a list', '1. x\n   ```bash\n   ls a\n   ```\n', ['ls a']],
    ['an unclosed block', '```sh\nls a', ['ls a']],
    ['prose', 'Run `mc mb local/bronze` or\n\n    mc mb local/silver\n', []],
    ['no language, begun as a command line', '```\nmc mb local/kol\n```', ['mc mb local/kol']],
    ['no language, with a prompt', '```\n$ ls a\nkol s3://x\n```', ['ls a']],
    ['no language, begun otherwise', '```\n+--- kol\nmc mb local/kol\n```', []],
  ])('has the commands of %s', (_, text, expected) => {
    expect(read(text).commands.map(shownCommand)).toEqual(expected);
  });

  it.each([
    ['YAML', '```yaml\na: kol\n```', ['key a = kol@2:4']],
    ['an env file', '```env\nA="kol"\n```', ['variable A = kol@2:4']],
    ['JSON', 'x\n```json\n{"a": "kol"}\n```', ['key a = kol@3:8']],
    ['properties', '```properties\na.b=kol\n```', ['key a.b = kol@2:5']],
    ['TOML', '```toml\na = "kol"\n```', ['key a = kol@2:6']],
    ['Terraform', '```hcl\na = "kol"\n```', ['key a = kol@2:6']],
    ['a Dockerfile', '```dockerfile\nENV A=kol\n```', ['variable A = kol@2:7']],
  ])('has the keys of %s, where the file has them', (_, text, expected) => {
    expect(read(text).declarations.map(shownDeclaration)).toEqual(expected);
  });

  it('has SQL that is typed into a client, and that of a block without a language', () => {
    const { statements } = read('```bash\ncqlsh\nUSE kol;\n```\n```\nCREATE SCHEMA IF NOT EXISTS kol_gold;\n```\n```\nUse kol as you like\n```');
    expect(statements.map(({ text, dialect }) => [shownText(text), dialect])).toEqual([
      ['USE kol@3:1', 'cql'],
      ['CREATE SCHEMA IF NOT EXISTS kol_gold;\n@6:1', null],
    ]);
  });

  it('has SQL in the dialect that the block names', () => {
    const { statements } = read('```sql\nSELECT 1\n```\n```cql\nUSE kol;\n```\n');
    expect(statements.map(({ text, dialect }) => [shownText(text), dialect])).toEqual([
      ['SELECT 1\n@2:1', null],
      ['USE kol;\n@5:1', 'cql'],
    ]);
  });

  it('gives all blocks of a language to its reader as one text, with the offsets of the file', () => {
    const text = '# s3://x\n```python\na = 1\n```\ny\n```{.py}\nb = 2\n```\n';
    const given: string[] = [];
    readMarkdown(createSource('/repo/a.md', text), new Map([['python', (code) => {
      given.push(code.text);
      return factsOf(code, {});
    }]]));
    expect(given).toEqual(['        \n         \na = 1\n   \n \n        \nb = 2\n']);
    expect(text.indexOf('b = 2')).toBe(given[0]?.indexOf('b = 2'));
  });

  it('reads the sound blocks of a language together, though another cannot be parsed', () => {
    const text = '```ts\nlet a\n```\n```ts\nbroken\n```\n```ts\nlet b\n```\n';
    const given: string[] = [];
    const reader = (code: Source): Facts => {
      given.push(code.text.trim().replaceAll(/\s+/g, ' '));
      return factsOf(code, { problems: code.text.includes('broken') ? [{ message: 'Broken.', offset: 0 }] : [] });
    };
    const { problems } = readMarkdown(createSource('/repo/a.md', text), new Map([['typescript', reader]]));
    expect(problems).toEqual([]);
    expect(given.slice(-1)).toEqual(['let a let b']);
  });

  it('has the comments of its prose, and not those that a block shows', () => {
    const found = read('<!-- a -->\n```html\n<!-- b -->\n```\n').comments;
    expect(found.map(({ text, place }) => [text, place.start])).toEqual([[' a ', 0]]);
  });

  it('reports no problem of an example that is cut short', () => {
    expect(read('```json\n{"a": ...}\n```\n```bash\nif x\n```').problems).toEqual([]);
  });

  it('never fails when broken', () => {
    const whole = '```sh\nls $(a\n```\n- ~~~yaml\n  a: [b\n  ~~~\n> ```env\n> C=d\n> ```\n```console\n$ e\nf\n```\n```json\n{}\n```\n';
    for (const text of broken(whole, 100)) {
      const source = createSource('/repo/a.md', text);
      checkPlaces(read(text), source);
    }
  });
});
