import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { Linter } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import plugin from '../src/index.js';
import { PAGES, rulePages, type Example, type RulePage } from './rule-pages.js';

const FILES: Readonly<Record<string, string>> = {
  python: 'kol-platform/example.py',
  sql: 'kol-platform/example.sql',
  ts: 'kol-platform/example.ts',
  dotenv: 'kol-platform/.env',
};

let root: string;

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'rule-pages-')));
  write('domain-separation.yaml', readFileSync(join(PAGES, 'domain-separation.yaml'), 'utf8'));
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** The messages of an example, linted with the page's rule alone. */
function lint(page: RulePage, { language, file, code }: Example) {
  const config = plugin.configs.recommended.map(({ rules, ...part }) =>
    rules === undefined ? part : { ...part, rules: { [`domain-separation/${page.rule}`]: 'error' as const } },
  );
  const filename = join(root, file ?? FILES[language] ?? `example.${language}`);
  return new Linter({ cwd: root }).verify(code, config, { filename });
}

describe.each(rulePages().map((page) => [page.rule, page] as const))('the page of %s', (rule, page) => {
  const examples = page.examples.filter(({ verdict }) => verdict !== null);

  beforeAll(() => {
    for (const { file, verdict, code } of page.examples) if (verdict === null && file !== null) write(file, code);
  });

  it('has examples of either kind', () => {
    expect(new Set(examples.map(({ verdict }) => verdict))).toEqual(new Set(['incorrect', 'correct']));
  });

  it.each(examples.map((example) => [example.verdict, example.line, example] as const))(
    'is right that this is %s (line %d)',
    (verdict, _line, example) => {
      const found = lint(page, example).map(({ ruleId }) => ruleId);
      if (verdict === 'correct') expect(found).toEqual([]);
      else expect(new Set(found)).toEqual(new Set([`domain-separation/${rule}`]));
    },
  );
});
