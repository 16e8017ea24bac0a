import { readFileSync } from 'node:fs';

import type { ConfigObject, Plugin } from '@eslint/core';

import { createPreset } from './configs/create-preset.js';
import { languages } from './eslint/languages.js';
import { rules } from './rules/index.js';

const { name, version } = packageOf(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** The ESLint plugin: rules, languages, and presets that lint with them. */
export interface DomainSeparationPlugin extends Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: NonNullable<Plugin['rules']>;
  readonly languages: NonNullable<Plugin['languages']>;
  readonly configs: { readonly recommended: ConfigObject[]; readonly strict: ConfigObject[] };
}

const plugin: DomainSeparationPlugin = {
  meta: { name, version, namespace: 'domain-separation' },
  rules,
  languages,
  /** Made when asked for: a preset looks at what the last run depended on. */
  configs: {
    get recommended() {
      return createPreset('recommended', plugin, process.cwd());
    },
    get strict() {
      return createPreset('strict', plugin, process.cwd());
    },
  },
};

function packageOf(json: string): { name: string; version: string } {
  const parsed: unknown = JSON.parse(json);
  if (typeof parsed === 'object' && parsed !== null && 'name' in parsed && 'version' in parsed) {
    return { name: String(parsed.name), version: String(parsed.version) };
  }
  throw new Error('The package.json of eslint-plugin-domain-separation has no name and version.');
}

export default plugin;
