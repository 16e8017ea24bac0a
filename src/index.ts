import { readFileSync } from 'node:fs';

import type { ESLint } from 'eslint';

import { createPreset, type Preset, type PresetName } from './configs/create-preset.js';
import { languages } from './eslint/languages.js';
import type { Rule } from './reporting/create-rule.js';
import { rules } from './rules/index.js';
import type { RuleName } from './reporting/rule-name.js';
import type { Inventory, InventoryNote, InventoryOptions } from './scanner/inventory.js';
import type { ScanOptions } from './scanner/scan.js';

const { name, version } = packageOf(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** The ESLint plugin: rules, languages, and presets that lint with them. */
export interface DomainSeparationPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<RuleName, Rule>;
  readonly languages: typeof languages;
  readonly configs: Readonly<Record<PresetName, Preset>>;
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
    get platform() {
      return createPreset('platform', plugin, process.cwd());
    },
    get 'platform-strict'() {
      return createPreset('platform-strict', plugin, process.cwd());
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

/**
 * Lists every reference, as `domain-separation inventory` does. What could not be read, and why, goes
 * to `onNote`. Loaded when called: ESLint has no need of it.
 */
export async function inventory(
  options: InventoryOptions = {},
  onNote: (note: InventoryNote) => void = () => {},
): Promise<Inventory> {
  const scanner = await import('./scanner/inventory.js');
  return scanner.inventory(options, onNote);
}

/**
 * Lints files as `domain-separation scan` does and gives ESLint's results. Throws a `PolicyError` or a
 * `UsageError` where the command would end with exit code 2. Loaded when called, as above.
 */
export async function scan(options: ScanOptions = {}): Promise<ESLint.LintResult[]> {
  const scanner = await import('./scanner/scan.js');
  return scanner.scan(options);
}

export type {
  Inventory,
  InventoryNote,
  InventoryOptions,
  InventoryPlace,
  InventoryReference,
  InventoryUse,
} from './scanner/inventory.js';
export type { FileOptions, ScanOptions } from './scanner/scan.js';
