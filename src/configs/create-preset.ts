import type { Severity } from '../rules/create-rule.js';
import { dependencyRecordOf } from '../rules/dependency-record.js';
import { rules } from '../rules/index.js';
import { IGNORED_FILES, LINTED_FILES } from './files.js';
import { typescriptParser } from './typescript-parser.js';

export type PresetName = 'recommended' | 'strict';

/** An array of flat configurations, in terms that all supported versions of ESLint agree on. */
export type Preset = PresetPart[];

export interface PresetPart {
  name: string;
  files?: string[];
  ignores?: string[];
  language?: string;
  languageOptions?: Record<string, unknown>;
  plugins?: Record<string, object>;
  rules?: Record<string, Severity>;
  settings?: Record<string, unknown>;
}

/**
 * Makes a preset: an array of flat configurations, one a language, that needs nothing but a policy
 * file. Its settings carry the token of the dependency record, which makes ESLint's cache forget
 * everything when a policy, an env file or an imported module has changed.
 */
export function createPreset(preset: PresetName, plugin: object, cwd: string): Preset {
  const common = {
    plugins: { 'domain-separation': plugin },
    rules: rulesOf(preset),
    settings: { 'domain-separation': { fingerprint: dependencyRecordOf(cwd).token } },
  };
  const named = (part: string) => `domain-separation/${preset}/${part}`;
  return [
    { name: named('ignores'), ignores: [...IGNORED_FILES] },
    { name: named('python'), files: [...LINTED_FILES.python], language: 'domain-separation/python', ...common },
    { name: named('sql'), files: [...LINTED_FILES.sql], language: 'domain-separation/sql', ...common },
    { name: named('dotenv'), files: [...LINTED_FILES.dotenv], language: 'domain-separation/dotenv', ...common },
    {
      name: named('javascript'),
      files: [...LINTED_FILES.javascript],
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
      ...common,
    },
    {
      name: named('typescript'),
      files: [...LINTED_FILES.typescript],
      languageOptions: { parser: typescriptParser },
      ...common,
    },
  ];
}

/** Each rule with the severity that its own meta gives it in the preset. */
function rulesOf(preset: PresetName): Record<string, Severity> {
  const severities: Record<string, Severity> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const severity = rule.meta.docs[preset];
    if (severity !== 'off') severities[`domain-separation/${name}`] = severity;
  }
  return severities;
}
