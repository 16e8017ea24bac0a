import { readFileSync } from 'node:fs';

import { createPreset, type Preset } from './configs/create-preset.js';
import { languages } from './eslint/languages.js';
import type { Rule } from './rules/create-rule.js';
import { rules } from './rules/index.js';
import type { RuleName } from './rules/rule-name.js';

const { name, version } = packageOf(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** The ESLint plugin: rules, languages, and presets that lint with them. */
export interface DomainSeparationPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<RuleName, Rule>;
  readonly languages: typeof languages;
  readonly configs: { readonly recommended: Preset; readonly strict: Preset };
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

export { inventory } from './scanner/inventory.js';
export type {
  Inventory,
  InventoryNote,
  InventoryOptions,
  InventoryPlace,
  InventoryReference,
  InventoryUse,
} from './scanner/inventory.js';
export { scan } from './scanner/scan.js';
export type { FileOptions, ScanOptions } from './scanner/scan.js';
