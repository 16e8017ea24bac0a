import { createRequire } from 'node:module';
import type * as ScopeManager from '@typescript-eslint/scope-manager';
import type * as TypeScriptEstree from '@typescript-eslint/typescript-estree';
import type * as VisitorKeys from '@typescript-eslint/visitor-keys';
import type { Source } from '../../references/source.js';
import type { SyntaxProblem } from '../facts.js';
import type { JavaScriptTree } from './tree.js';

interface Parser {
  readonly parse: typeof TypeScriptEstree.parse;
  readonly analyze: typeof ScopeManager.analyze;
  readonly visitorKeys: typeof VisitorKeys.visitorKeys;
}

const require = createRequire(import.meta.url);
/** Loaded with the first file: it brings the compiler along, which Python and SQL should not wait for. */
let loaded: Parser | undefined;

const WITHOUT_JSX = /\.[cm]?ts$/i;

/**
 * Parses a JavaScript or TypeScript file into the tree that `@typescript-eslint/parser` makes of it
 * without type information, but for tokens and lines, which nothing here asks for and which take a
 * quarter of its time. JSX is read everywhere but in `.ts`, `.mts` and `.cts`, where `<T>x` is an assertion.
 */
export function parseJavaScript(source: Source): JavaScriptTree | SyntaxProblem {
  loaded ??= loadParser();
  const { parse, analyze, visitorKeys } = loaded;
  try {
    const ast = parse(source.text, {
      filePath: source.path,
      sourceType: 'module',
      jsx: !WITHOUT_JSX.test(source.path),
      jsDocParsingMode: 'none',
      range: true,
      comment: true,
    });
    return { ast, scopeManager: analyze(ast, { sourceType: 'module' }), visitorKeys };
  } catch (error) {
    return { message: messageOf(error), offset: offsetOf(error) };
  }
}

function loadParser(): Parser {
  const { parse } = require('@typescript-eslint/typescript-estree') as typeof TypeScriptEstree;
  const { analyze } = require('@typescript-eslint/scope-manager') as typeof ScopeManager;
  const { visitorKeys } = require('@typescript-eslint/visitor-keys') as typeof VisitorKeys;
  return { parse, analyze, visitorKeys };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** typescript-estree's errors carry `index`, a UTF-16 offset; another error stands at the begin. */
function offsetOf(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('index' in error)) return 0;
  return typeof error.index === 'number' ? error.index : 0;
}
