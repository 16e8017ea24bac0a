import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import * as entry from '../../src/index.js';

const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

it('exports the plugin, and the Node API of scan and inventory', () => {
  expect(Object.keys(entry).sort()).toEqual(['default', 'inventory', 'scan']);
});

it('is a plugin with a name, a version and a namespace', () => {
  expect(entry.default.meta).toEqual({
    name: 'eslint-plugin-domain-separation',
    version: Object(manifest).version,
    namespace: 'domain-separation',
  });
  expect(Object.keys(entry.default)).toEqual(['meta', 'rules', 'languages', 'configs']);
  expect(Object.keys(entry.default.languages)).toEqual(expect.arrayContaining(['python', 'sql', 'dotenv']));
  expect(Object.keys(entry.default.configs)).toEqual(expect.arrayContaining(['recommended', 'strict']));
});

it('publishes the built package, its pages and nothing else', () => {
  expect(manifest).toMatchObject({
    type: 'module',
    bin: { 'domain-separation': 'dist/scanner/bin.js' },
    exports: {
      '.': { types: './dist/index.d.ts', default: './dist/index.js' },
      './policy.schema.json': './dist/policy/policy.schema.json',
      './package.json': './package.json',
    },
    files: ['dist', 'docs'],
    peerDependencies: { eslint: '^9.38.0 || ^10.0.0', typescript: '>=4.8.4 <6.1.0' },
    engines: { node: '^20.19.0 || ^22.13.0 || >=24.0.0' },
  });
});
