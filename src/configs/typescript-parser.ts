import { createRequire } from 'node:module';

import type * as TypeScriptParser from '@typescript-eslint/parser';

const require = createRequire(import.meta.url);
let loaded: typeof TypeScriptParser | undefined;

interface LazyParser {
  readonly meta: { readonly name: string };
  parseForESLint(...parameters: Parameters<typeof TypeScriptParser.parseForESLint>): object;
}

/**
 * `@typescript-eslint/parser`, loaded with the first TypeScript file: it brings the compiler along,
 * which a repository of Python and SQL should not have to wait for.
 */
export const typescriptParser: LazyParser = {
  meta: { name: 'domain-separation/typescript-parser' },
  parseForESLint(...parameters) {
    loaded ??= require('@typescript-eslint/parser') as typeof TypeScriptParser;
    return loaded.parseForESLint(...parameters);
  },
};
