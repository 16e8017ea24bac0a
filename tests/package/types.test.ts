import type { ESLint, Linter } from 'eslint';
import type { ESLint as ESLintV9, Linter as LinterV9 } from 'eslint-v9';
import { expect, it } from 'vitest';

import plugin from '../../src/index.js';

it('has types that fit both supported versions of ESLint', () => {
  const plugins: [ESLint.Plugin, ESLintV9.Plugin] = [plugin, plugin];
  const presets: [Linter.Config[], LinterV9.Config[]] = [plugin.configs.recommended, plugin.configs.strict];
  expect([...plugins, ...presets].every((part) => typeof part === 'object')).toBe(true);
});
