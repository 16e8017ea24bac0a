import type { Severity } from '../reporting/create-rule.js';
import { dependencyRecordOf } from '../reporting/dependency-record.js';
import { RULE_PREFIX } from '../reporting/rule-name.js';
import { rules } from '../rules/index.js';
import { IGNORED_FILES, JAVASCRIPT_FILES, OWN_FILES, PLATFORM_FILES } from './files.js';
import { typescriptParser } from './typescript-parser.js';

/** `platform` and `platform-strict` are for use beside the first two, with their severities. */
export type PresetName = 'recommended' | 'strict' | 'platform' | 'platform-strict';

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
  const isPlatform = preset === 'platform' || preset === 'platform-strict';
  const filesOf: Readonly<Record<string, readonly string[]>> = isPlatform ? PLATFORM_FILES : OWN_FILES;
  const own = Object.entries(filesOf).map(([language, files]) => ({
    name: named(language),
    files: [...files],
    language: `domain-separation/${language}`,
    ...common,
  }));
  const ignores = { name: named('ignores'), ignores: [...IGNORED_FILES] };
  if (isPlatform) return [ignores, ...own];
  return [
    ignores,
    ...own,
    {
      name: named('javascript'),
      files: [...JAVASCRIPT_FILES.javascript],
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
      ...common,
    },
    {
      name: named('typescript'),
      files: [...JAVASCRIPT_FILES.typescript],
      languageOptions: { parser: typescriptParser },
      ...common,
    },
  ];
}

/** Each rule with the severity that its own meta gives it in the preset. */
function rulesOf(preset: PresetName): Record<string, Severity> {
  const list = preset === 'strict' || preset === 'platform-strict' ? 'strict' : 'recommended';
  const severities: Record<string, Severity> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const severity = rule.meta.docs[list];
    if (severity !== 'off') severities[RULE_PREFIX + name] = severity;
  }
  return severities;
}
