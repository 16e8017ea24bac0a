/** Which files `recommended` and `strict` lint in a language of this plugin, as ESLint's globs: those that are no other plugin's. */
export const OWN_FILES = {
  python: ['**/*.py', '**/*.pyi'],
  notebook: ['**/*.ipynb'],
  sql: ['**/*.{sql,cql,hql,ddl,dml,psql,ksql}'],
  dotenv: ['**/.env', '**/.env{.,-,_}*', '**/*.env', '**/env.{example,sample,template}'],
  shell: ['**/*.{sh,bash,zsh,ksh,ps1,psm1,bat,cmd}', '**/.envrc'],
  makefile: ['**/{Makefile,makefile,GNUmakefile}', '**/Makefile.*', '**/*.mk'],
  dockerfile: ['**/{Dockerfile,Containerfile}', '**/{Dockerfile,Containerfile}.*', '**/*.{Dockerfile,Containerfile,dockerfile}'],
  properties: ['**/*.properties', '**/spark-defaults.conf'],
  ini: ['**/*.{ini,cfg}'],
  terraform: ['**/*.{tf,tfvars,tfbackend,hcl}'],
} as const;

/** Which files the `platform` presets lint besides: formats that other plugins have languages for, and those that are read for URIs only. */
export const PLATFORM_FILES = {
  yaml: ['**/*.{yaml,yml}', '**/MLproject'],
  json: ['**/*.{json,jsonc,json5,avsc}'],
  toml: ['**/*.toml'],
  markdown: ['**/*.{md,markdown}'],
  other: [
    '**/*.{scala,sc,java,kt,kts,go,rs,cc,cpp,cs,swift,groovy,gradle,php,rb,r,R,pl,ex,exs,jl,hocon,xml,prisma,service,txt}',
    '**/!(spark-defaults).conf',
    '**/Jenkinsfile',
  ],
} as const;

/** Which files `recommended` and `strict` lint in ESLint's own language. */
export const JAVASCRIPT_FILES = {
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
  '**/.ipynb_checkpoints/',
  '**/.tox/',
  '**/.terraform/',
  '**/.serverless/',
  '**/.aws-sam/',
  '**/cdk.out/',
  '**/.next/',
  '**/.nuxt/',
  '**/mlruns/',
  '**/spark-warehouse/',
  '**/bower_components/',
  '**/target/compiled/',
  '**/target/run/',
  '**/dbt_packages/',
] as const;
