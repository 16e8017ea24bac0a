/** Which files a preset lints in which language, as ESLint's globs. */
export const LINTED_FILES = {
  python: ['**/*.py', '**/*.pyi'],
  sql: ['**/*.sql'],
  dotenv: ['**/.env', '**/.env.*', '**/*.env'],
  javascript: ['**/*.{js,mjs,cjs,jsx}'],
  typescript: ['**/*.{ts,mts,cts,tsx}'],
} as const;

/** What others wrote or a tool made: installed packages, and what dbt compiles. */
export const IGNORED_FILES = [
  '**/node_modules/',
  '**/.venv/',
  '**/venv/',
  '**/site-packages/',
  '**/__pycache__/',
  '**/target/compiled/',
  '**/target/run/',
  '**/dbt_packages/',
] as const;
