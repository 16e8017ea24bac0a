import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import plugin from '../../src/index.js';
import { RULE_NAMES } from '../../src/reporting/rule-name.js';
import { rulePages } from '../rule-pages.js';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const readme = readFileSync(fromRoot('README.md'), 'utf8');
const pages = new Map(rulePages().map((page) => [page.rule, page]));

/** The sections of every page, in this order. */
const SECTIONS = ['What it does', 'Why', 'Examples', 'Options', 'Fix', 'Limitations', 'When not to use it'];

const IN_README = { off: 'off', warn: 'warning', error: 'error' } as const;

/** What a page says of the presets. */
function levelsText(recommended: string, strict: string): string {
  if (recommended === strict) return `An error in \`recommended\` and in \`strict\`.`;
  return `A warning in \`recommended\`, an error in \`strict\`.`;
}

describe('the rules', () => {
  it('are all in the plugin, under their names', () => {
    expect(Object.keys(plugin.rules)).toEqual([...RULE_NAMES]);
  });

  it('have a page each, and no page is left over', () => {
    expect([...pages.keys()].sort()).toEqual([...RULE_NAMES].sort());
  });

  it('have a file and a test each, named like them, and there is nothing else beside them but the index', () => {
    expect(readdirSync(fromRoot('src/rules')).sort()).toEqual([...RULE_NAMES, 'index'].map((name) => `${name}.ts`).sort());
    const tests = readdirSync(fromRoot('tests/rules'));
    for (const name of RULE_NAMES) expect(tests, name).toContain(`${name}.test.ts`);
  });
});

describe.each(RULE_NAMES)('%s', (name) => {
  const { meta } = plugin.rules[name];
  const page = pages.get(name)?.text ?? '';

  it('says on its page what it says of itself', () => {
    expect(page.split('\n')[0]).toBe(`# domain-separation/${name}`);
    expect(page).toContain(`> ${meta.docs.description}.`);
    expect(page).toContain(levelsText(meta.docs.recommended, meta.docs.strict));
    expect(page.includes('Fixable with `--fix`')).toBe(meta.fixable === 'code');
    expect(meta.docs.url).toContain(`/docs/rules/${name}.md`);
  });

  it('has the sections of every page', () => {
    expect([...page.matchAll(/^## (.*)$/gm)].map((match) => match[1])).toEqual(SECTIONS);
  });

  it('describes every option with its default', () => {
    const [schema] = meta.schema;
    const properties = schema !== undefined && 'properties' in schema ? Object.keys(Object(schema.properties)) : [];
    for (const option of properties) expect(page).toMatch(new RegExp(`^- \`${option}\` \\(default`, 'm'));
    expect(properties.sort()).toEqual(Object.keys(Object(meta.defaultOptions[0])).sort());
  });

  it('has the severity of its meta in each preset', () => {
    for (const preset of ['recommended', 'strict'] as const) {
      const linting = plugin.configs[preset].filter(({ rules }) => rules !== undefined);
      expect(linting.length).toBeGreaterThan(0);
      for (const { rules } of linting) expect(rules?.[`domain-separation/${name}`]).toBe(meta.docs[preset]);
    }
  });

  it('has a line in the README', () => {
    const line = readme.split('\n').find((text) => text.startsWith(`| [${name}](docs/rules/${name}.md) |`));
    expect(line).toMatch(
      new RegExp(`\\| ${IN_README[meta.docs.recommended]} \\| ${IN_README[meta.docs.strict]} \\|$`),
    );
  });
});
