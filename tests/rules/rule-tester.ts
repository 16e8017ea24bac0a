import { fileURLToPath } from 'node:url';

import * as typescriptParser from '@typescript-eslint/parser';
import { RuleTester } from 'eslint';
import { describe, it } from 'vitest';

import plugin from '../../src/index.js';
import type { RuleName } from '../../src/reporting/rule-name.js';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it.only;

/** The folder of the policy that the rules' pages and their tests are judged by. */
const PLATFORM = fileURLToPath(new URL('../../docs/rules', import.meta.url));

const plugins = { 'domain-separation': plugin };

/** How each language's cases are linted: a file of kol's, unless a case says otherwise. */
const LANGUAGES = {
  python: { file: 'kol-platform/etl.py', config: { plugins, language: 'domain-separation/python' } },
  sql: { file: 'kol-platform/etl.sql', config: { plugins, language: 'domain-separation/sql' } },
  dotenv: { file: 'kol-platform/.env', config: { plugins, language: 'domain-separation/dotenv' } },
  js: { file: 'kol-platform/client.js', config: {} },
  ts: { file: 'kol-platform/client.ts', config: { languageOptions: { parser: typescriptParser } } },
} as const;

export interface Case {
  readonly code: string;
  /** From the platform's folder. */
  readonly file?: string;
  readonly options?: readonly [object];
}

export interface Invalid extends Case {
  readonly errors: readonly ExpectedError[];
  /** The code after `--fix`; none is offered where left out. */
  readonly output?: string;
}

export interface ExpectedError {
  /** `line:column-endColumn`, 1-based. */
  readonly at: string;
  readonly message: string;
  /** What each suggestion says and gives, but for that to silence the line. */
  readonly suggestions?: readonly { readonly desc: string; readonly output: string }[];
}

type Cases<Kind> = Partial<Record<keyof typeof LANGUAGES, readonly Kind[]>>;

/** Runs a rule's cases, language by language, with ESLint's own tester. */
export function testRule(rule: RuleName, cases: { readonly valid: Cases<Case>; readonly invalid: Cases<Invalid> }): void {
  for (const language of ['python', 'sql', 'dotenv', 'js', 'ts'] as const) {
    const { file, config } = LANGUAGES[language];
    const setUp = ({ code, file: own, options }: Case) => ({
      ...config,
      code,
      filename: `${PLATFORM}/${own ?? file}`,
      ...(options === undefined ? {} : { options: [...options] }),
    });
    const valid = cases.valid[language]?.map(setUp) ?? [];
    const invalid = (cases.invalid[language] ?? []).map((invalidCase) => ({
      ...setUp(invalidCase),
      output: invalidCase.output ?? null,
      errors: invalidCase.errors.map((error) => expectation(error, invalidCase.code, language, rule)),
    }));
    if (valid.length + invalid.length === 0) continue;
    describe(language, () => {
      new RuleTester().run(rule, plugin.rules[rule], { valid, invalid });
    });
  }
}

function expectation({ at, message, suggestions = [] }: ExpectedError, code: string, language: string, rule: RuleName) {
  const [line = 0, column = 0, endColumn = 0] = at.split(/[:-]/).map(Number);
  const own = suggestions.map(({ desc, output }) => ({ desc, output }));
  const silencing = language === 'js' || language === 'ts' ? [] : [silenced(code, line, language, rule)];
  const all = [...own, ...silencing];
  return { message, line, column, endLine: line, endColumn, ...(all.length > 0 ? { suggestions: all } : {}) };
}

/** What every problem in our own languages suggests: a comment above the line, as deep as it. */
function silenced(code: string, line: number, language: string, rule: RuleName) {
  const lines = code.split('\n');
  const indent = /^\s*/.exec(lines[line - 1] ?? '')?.[0] ?? '';
  const isInString = language === 'python' && lines.slice(0, line - 1).join('\n').split('"""').length % 2 === 0;
  const mark = language === 'sql' || isInString ? '--' : '#';
  lines.splice(line - 1, 0, `${indent}${mark} eslint-disable-next-line domain-separation/${rule}`);
  return { desc: `Disable domain-separation/${rule} for this line.`, output: lines.join('\n') };
}
