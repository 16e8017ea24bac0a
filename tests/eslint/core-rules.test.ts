import type { ConfigObject } from '@eslint/core';
import { Linter } from 'eslint';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import { Linter as LinterV9 } from 'eslint-v9';
import { builtinRules as builtinRulesV9 } from 'eslint-v9/use-at-your-own-risk';
import { describe, expect, it } from 'vitest';

import plugin from '../../src/index.js';

const FILES = {
  python: ['etl.py', '# A comment\u00a0here\nimport os\n\n\ndef f(a, b):\n\treturn "x" + os.getenv("Y")  \n'],
  sql: ['etl.sql', '-- A comment\nSELECT *\nFROM t; /* more\n of it */\n\n\n\n'],
  dotenv: ['.env', '# A comment\nA=1\nB="2"\r\n\n'],
} as const;

/** Deprecated and in no preset; it cannot do without JavaScript's tokens. */
const NEEDS_TOKENS = 'indent';

/** The messages of a file linted with one rule that is not confined to JavaScript's files. */
function lint(version: 9 | 10, language: keyof typeof FILES, rule: string) {
  const [file, text] = FILES[language];
  const config = {
    files: [`**/${file}`],
    plugins: { 'domain-separation': plugin },
    language: `domain-separation/${language}`,
    languageOptions: { sourceType: 'module', globals: { window: 'readonly' } },
    rules: { [rule]: 'error' },
  } satisfies ConfigObject;
  return version === 10
    ? new Linter().verify(text, config, { filename: file })
    : new LinterV9().verify(text, config, { filename: file });
}

/* eslint-disable @typescript-eslint/no-deprecated -- the only list of every core rule that there is */
const VERSIONS = [
  [10, builtinRules],
  [9, builtinRulesV9],
] as const;
/* eslint-enable @typescript-eslint/no-deprecated */

// js.configs.recommended, without `files`, sets ESLint's own rules loose on every file.
describe.each(VERSIONS)('ESLint %d', (version, coreRules) => {
  it.each(['python', 'sql', 'dotenv'] as const)('runs each of its own rules on %s without crashing', (language) => {
    for (const rule of coreRules.keys()) {
      if (rule === NEEDS_TOKENS) continue;
      const messages = lint(version, language, rule);
      expect(messages.filter(({ ruleId }) => ruleId !== rule), rule).toEqual([]);
    }
  });
});
