import type { ConfigObject } from '@eslint/core';
import { Linter } from 'eslint';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import { Linter as LinterV9 } from 'eslint-v9';
import { builtinRules as builtinRulesV9 } from 'eslint-v9/use-at-your-own-risk';
import { describe, expect, it } from 'vitest';

import { languages } from '../../src/eslint/languages.js';
import plugin from '../../src/index.js';
import { FILES } from './formats.js';

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

const LANGUAGES = Object.keys(languages) as readonly (keyof typeof languages)[];

/* eslint-disable @typescript-eslint/no-deprecated -- the only list of every core rule that there is */
const VERSIONS = [
  [10, builtinRules],
  [9, builtinRulesV9],
] as const;
/* eslint-enable @typescript-eslint/no-deprecated */

// js.configs.recommended, without `files`, sets ESLint's own rules loose on every file.
describe.each(VERSIONS)('ESLint %d', (version, coreRules) => {
  it.each(LANGUAGES)('runs each of its own rules on %s without crashing', (language) => {
    for (const rule of coreRules.keys()) {
      if (rule === NEEDS_TOKENS) continue;
      const messages = lint(version, language, rule);
      expect(messages.filter(({ ruleId }) => ruleId !== rule), rule).toEqual([]);
    }
  });
});
