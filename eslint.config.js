import eslintPlugin from 'eslint-plugin-eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default defineConfig([
  globalIgnores(['dist/', 'examples/', 'tests/**/fixtures/', '**/node_modules/']),
  {
    name: 'project/sources',
    files: ['**/*.{js,ts}'],
    extends: [js.configs.recommended],
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Write a union of literals.' },
        { selector: 'TSNonNullExpression', message: 'Say what happens where there is nothing.' },
      ],
    },
  },
  {
    name: 'project/typescript',
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in messages are lines and columns, and read as they are.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // A tree's types are compared with the strings that they are, as ESLint's rules do.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      // An interface may promise a promise that an implementation has no need to wait for.
      '@typescript-eslint/require-await': 'off',
      // Code points are what is wanted where a string is spread.
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    name: 'project/foreign-trees',
    files: ['src/languages/javascript/**/*.ts'],
    rules: {
      // Parsers make nodes that typescript-eslint's types do not know of.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    name: 'project/tests',
    files: ['tests/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // JSON that a program printed, and oracles without types.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    name: 'project/scripts',
    files: ['**/*.js'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly', performance: 'readonly' } },
  },
  {
    name: 'project/rules',
    files: ['src/{reporting,rules}/**/*.ts', 'tests/{reporting,rules}/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
  },
]);
