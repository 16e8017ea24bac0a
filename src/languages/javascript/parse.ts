import { createRequire } from 'node:module';
import type * as TypeScriptParser from '@typescript-eslint/parser';
import type { Source } from '../../references/source.js';
import type { SyntaxProblem } from '../facts.js';
import type { JavaScriptTree } from './tree.js';

const require = createRequire(import.meta.url);
/** Loaded with the first file: it brings the compiler along, which Python and SQL should not wait for. */
let loaded: typeof TypeScriptParser | undefined;

const WITHOUT_JSX = /\.[cm]?ts$/i;

/**
 * Parses a JavaScript or TypeScript file as `@typescript-eslint/parser` does without type
 * information; JSX is read everywhere but in `.ts`, `.mts` and `.cts`, where `<T>x` is an assertion.
 */
export function parseJavaScript(source: Source): JavaScriptTree | SyntaxProblem {
  loaded ??= require('@typescript-eslint/parser') as typeof TypeScriptParser;
  try {
    const { ast, scopeManager, visitorKeys } = loaded.parseForESLint(source.text, {
      filePath: source.path,
      sourceType: 'module',
      ecmaFeatures: { jsx: !WITHOUT_JSX.test(source.path) },
    });
    return { ast, scopeManager, visitorKeys };
  } catch (error) {
    return { message: messageOf(error), offset: offsetOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** typescript-estree's errors carry `index`, a UTF-16 offset; another error stands at the begin. */
function offsetOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('index' in error)) return 0;
  return typeof error.index === 'number' ? error.index : 0;
}
