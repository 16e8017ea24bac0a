import { afterEach, describe, expect, it } from 'vitest';

import { Repository } from './repository.js';

const POLICY = `
domains:
  kol: { files: [kol/**, "dags/kol_*.py"] }
  sme: { files: [sme/**, "dags/sme_*.py"] }
grants:
  - { domain: kol, may: read, files: [sme/open/**], reason: dates are the same for all }
`;

const repositories: Repository[] = [];

afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
});

function repositoryOf(files: Readonly<Record<string, string>>): Repository {
  const repository = new Repository(files, POLICY);
  repositories.push(repository);
  return repository;
}

/** What a file of kol's with this text, beside the other files, is told: specifier and file of each problem. */
function found(text: string, others: Readonly<Record<string, string>>, file = 'kol/report.py'): string[] {
  return repositoryOf({ ...others, [file]: text })
    .problems(file, 'no-cross-domain-import')
    .map((problem) => problem.replace(/^\d+:\d+ '(.+)' is sme's code \((.+)\), and this file is kol's\.$/, '$1 $2'));
}

describe('an import of another domain’s code, in Python,', () => {
  const SALES = { 'sme/__init__.py': '', 'sme/sales.py': 'X = 1\n' };
  const NAMESPACE = { 'sme/churn/model.py': 'X = 1\n' };
  const PROJECTS = { 'sme/core/pyproject.toml': '', 'sme/core/src/sme_core/names.py': 'X = 1\n' };

  it.each([
    ['is reported of a module', 'import sme.sales', SALES, ['sme.sales sme/sales.py']],
    ['under another name', 'import sme.sales as s', SALES, ['sme.sales sme/sales.py']],
    ['among others', 'import os, sme.sales, sys', SALES, ['sme.sales sme/sales.py']],
    ['of a package', 'import sme', SALES, ['sme sme/__init__.py']],
    ['of a name in a module', 'from sme.sales import X', SALES, ['sme.sales sme/sales.py']],
    ['of a module in a package', 'from sme import sales', SALES, ['sme sme/sales.py']],
    ['of everything', 'from sme.sales import *', SALES, ['sme.sales sme/sales.py']],
    ['relative', 'from ..sme.sales import X', SALES, ['..sme.sales sme/sales.py']],
    ['relative, of a package', 'from ..sme import sales', SALES, ['..sme sme/sales.py']],
    ['from a namespace package', 'from sme.churn import model', NAMESPACE, ['sme.churn sme/churn/model.py']],
    ['from a namespace package, over several lines', 'from sme.churn import (  # X\n    model,\n)', NAMESPACE, ['sme.churn sme/churn/model.py']],
    ['as a namespace package’s module', 'import sme.churn.model', NAMESPACE, ['sme.churn.model sme/churn/model.py']],
    ['for types only', 'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from sme.sales import X', SALES, ['sme.sales sme/sales.py']],
    ['in a function', 'def f():\n    from sme.sales import X', SALES, ['sme.sales sme/sales.py']],
    ['behind another statement', 'x = 1; import sme.sales', SALES, ['sme.sales sme/sales.py']],
    ['in a try', 'try: import sme.sales\nexcept ImportError: pass', SALES, ['sme.sales sme/sales.py']],
    ['by importlib', 'import importlib\nimportlib.import_module("sme.sales")', SALES, ['sme.sales sme/sales.py']],
    ['by importlib’s function', 'from importlib import import_module\nimport_module(\n    "sme.sales"\n)', SALES, ['sme.sales sme/sales.py']],
    ['by importlib, relative to a package', 'import importlib\nimportlib.import_module(".sales", package="sme")', SALES, ['sme.sales sme/sales.py']],
    ['by __import__', '__import__("sme.sales")', SALES, ['sme.sales sme/sales.py']],
    ['of another project of a monorepo', 'from sme_core.names import X', PROJECTS, ['sme_core.names sme/core/src/sme_core/names.py']],
    ['of a module in a package that is nobody’s', 'from dags import sme_daily', { 'dags/__init__.py': '', 'dags/sme_daily.py': '' }, ['dags dags/sme_daily.py']],
  ])('%s: %s', (_, text, others: Record<string, string>, problems) => {
    expect(found(`${text}\n`, others)).toEqual(problems);
  });

  it.each([
    ['of an installed package', 'import boto3\nfrom sme_client import api'],
    ['of its own domain', 'from kol.events import X\nfrom . import events\nfrom .events import X'],
    ['of no domain', 'from common.dates import X'],
    ['that a grant allows', 'from sme.open import dates\nfrom sme.open.dates import X\nfrom sme import open'],
    ['whose module is computed', 'import importlib\nimportlib.import_module(f"sme.{name}")'],
    ['in a comment or a string', '# from sme.sales import X\nX = """\nfrom sme.sales import X\n"""'],
  ])('is fine %s', (_, text) => {
    const files = { ...SALES, 'sme/open/__init__.py': '', 'sme/open/dates.py': '', 'kol/events.py': '', 'common/dates.py': '' };
    expect(found(`${text}\n`, files)).toEqual([]);
  });

  it.each([
    ['**', 'common/dates.py', 'common.dates', []],
    ['**', 'common/__init__.py', 'common', []],
    ['**', 'etl/utils.py', 'etl.utils', []],
    ['**', 'shared_lib/dates.py', 'shared_lib.dates', []],
    ['**/*.py', 'common/dates.py', 'common.dates', []],
    ['**', 'etl/dates.py', 'etl.dates', ['etl.dates']],
    ['**', 'etl/sales_utils.py', 'etl.sales_utils', ['etl.sales_utils']],
    ['common/**', 'common/dates.py', 'common.dates', ['common.dates']],
    ['**/common/**', 'etl/common/dates.py', 'etl.common.dates', ['etl.common.dates']],
    ['sme/**', 'sme/common/dates.py', 'sme.common.dates', ['sme.common.dates']],
    ['jobs/**', 'jobs/common/dates.py', 'jobs.common.dates', ['jobs.common.dates']],
  ])('is judged, of a domain that has %s, by whether %s says that it is for everybody', (glob, file, module, modules) => {
    const policy = `domains: { kol: { files: [kol/**] }, sme: { files: ["${glob}", "!kol/**"] } }`;
    const repository = new Repository({ [file]: '', 'kol/a.py': `import ${module}\n` }, policy);
    repositories.push(repository);
    const names = repository.problems('kol/a.py', 'no-cross-domain-import').map((problem) => /'(.+?)'/.exec(problem)?.[1]);
    expect(names).toEqual(modules);
  });

  it('is fine of what says that it is for everybody in a folder of both', () => {
    const policy = 'domains: { kol: { files: ["jobs/kol*"] }, sme: { files: ["jobs/**", "!jobs/kol*"] } }';
    const text = 'from jobs.common import dates\nfrom jobs import sme_daily\n';
    const repository = new Repository({ 'jobs/common/dates.py': '', 'jobs/sme_daily.py': '', 'jobs/kol.py': text }, policy);
    repositories.push(repository);
    expect(repository.problems('jobs/kol.py', 'no-cross-domain-import')).toEqual([
      "2:1 'jobs' is sme's code (jobs/sme_daily.py), and this file is kol's.",
    ]);
  });

  it('is nothing where two projects of the repository have a module of that name', () => {
    const files = { 'sme/a/pyproject.toml': '', 'sme/a/names.py': '', 'sme/b/pyproject.toml': '', 'sme/b/names.py': '' };
    expect(found('import names\n', files)).toEqual([]);
  });

  it('stands at the import', () => {
    const repository = repositoryOf({ ...SALES, 'kol/a.py': 'import os\nfrom sme.sales import X\n' });
    expect(repository.problems('kol/a.py', 'no-cross-domain-import')).toEqual([
      "2:1 'sme.sales' is sme's code (sme/sales.py), and this file is kol's.",
    ]);
  });

  it('is silenced by a comment that the suggestion writes', () => {
    const repository = repositoryOf({ ...SALES, 'kol/a.py': 'from sme.sales import X\n' });
    expect(repository.suggestions('kol/a.py', 'no-cross-domain-import')).toEqual({
      'Disable domain-separation/no-cross-domain-import for this line.':
        '# eslint-disable-next-line domain-separation/no-cross-domain-import\nfrom sme.sales import X\n',
    });
  });
});

describe('an import of another domain’s code, in JavaScript and TypeScript,', () => {
  const SALES = { 'sme/sales.ts': 'export const sales = 1;\nexport type Sale = number;\n' };
  const RELATIVE = ['../sme/sales sme/sales.ts'];
  const PATHS = { ...SALES, 'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@sme/*": ["sme/*"], "#sales": ["./sme/sales.ts"] } } }' };
  const manifest = (fields: object) => JSON.stringify({ name: '@platform/sme', ...fields });
  const PACKAGE = { 'package.json': '{ "workspaces": ["kol", "sme"] }', 'sme/package.json': manifest({ main: 'dist/index.js' }), 'sme/src/index.ts': 'export const sales = 1;\n' };

  it.each([
    ['is reported where it is relative', "import { sales } from '../sme/sales';", SALES, RELATIVE],
    ['with the ending that it will have', "import { sales } from '../sme/sales.js';", SALES, ['../sme/sales.js sme/sales.ts']],
    ['for its effects', "import '../sme/sales';", SALES, RELATIVE],
    ['of everything', "import * as sme from '../sme/sales';", SALES, RELATIVE],
    ['for types only', "import type { Sale } from '../sme/sales';", SALES, RELATIVE],
    ['as a type', "export type S = import('../sme/sales').Sale;", SALES, RELATIVE],
    ['handed on', "export { sales } from '../sme/sales';", SALES, RELATIVE],
    ['handed on whole', "export * from '../sme/sales';", SALES, RELATIVE],
    ['by import()', "await import('../sme/sales');", SALES, RELATIVE],
    ['by import() of a template', 'await import(`../sme/sales`);', SALES, RELATIVE],
    ['by require', "const { sales } = require('../sme/sales');", SALES, RELATIVE],
    ['by import = require', "import sme = require('../sme/sales');", SALES, RELATIVE],
    ['through paths of the tsconfig', "import { sales } from '@sme/sales';", PATHS, ['@sme/sales sme/sales.ts']],
    ['through a path without a star', "import { sales } from '#sales';", PATHS, ['#sales sme/sales.ts']],
    ['from the base of the tsconfig', "import { sales } from 'sme/sales';", PATHS, ['sme/sales sme/sales.ts']],
    ['by the name of a package of the workspace', "import { sales } from '@platform/sme';", PACKAGE, ['@platform/sme sme/src/index.ts']],
    ['of a package of pnpm’s workspace', "import { sales } from '@platform/sme';", { ...PACKAGE, 'package.json': '{}', 'pnpm-workspace.yaml': "packages:\n  - 'sme/**'\n  - '!**/old/**'\n" }, ['@platform/sme sme/src/index.ts']],
    ['of a package that the workspace leaves out', "import { sales } from '@platform/sme';", { ...PACKAGE, 'package.json': '{ "workspaces": ["*", "!sme"] }' }, []],
    ['of a package that is built elsewhere', "import { sales } from '@platform/sme';", { ...PACKAGE, 'sme/src/index.ts': '', 'sme/package.json': manifest({ exports: './out/x.mjs' }) }, ['@platform/sme sme/src/index.ts']],
    ['of a package whose code is not here', "import { sales } from '@platform/sme/deep/sales';", PACKAGE, ['@platform/sme/deep/sales sme/package.json']],
    ['of a path that a package exports', "import { sales } from '@platform/sme/sales';", { ...PACKAGE, 'sme/package.json': manifest({ exports: { './sales': { import: './dist/lib/sales.js' } } }), 'sme/src/lib/sales.ts': '' }, ['@platform/sme/sales sme/src/lib/sales.ts']],
    ['of a name that the manifest gives', "import { sales } from '#sme/sales.js';", { 'package.json': '{ "imports": { "#sme/*.js": { "types": "./sme/*.ts", "default": "./dist/sme/*.js" } } }', 'sme/sales.ts': '' }, ['#sme/sales.js sme/sales.ts']],
    ['of a name that the nearest manifest does not give', "import { sales } from '#sme/sales.js';", { 'package.json': '{ "imports": { "#kol/*": "./sme/*" } }', 'sme/sales.ts': '' }, []],
    ['of one of the paths that a package exports', "import { sales } from '@platform/sme/sales';", { ...PACKAGE, 'sme/package.json': manifest({ exports: { './*': './dist/lib/*.js' } }), 'sme/src/lib/sales.ts': '' }, ['@platform/sme/sales sme/src/lib/sales.ts']],
  ])('%s: %s', (_, text, others: Record<string, string>, problems) => {
    expect(found(`${text}\n`, others, 'kol/report.ts')).toEqual(problems);
  });

  it.each([
    ['of an installed package', "import { S3 } from '@aws-sdk/client-s3';\nimport sme from 'sme';"],
    ['of its own domain', "import { events } from './events.js';\nimport { kol } from '@platform/kol';"],
    ['of no domain', "import { today } from '../common/dates.js';"],
    ['that a grant allows', "import { today } from '../sme/open/dates.js';"],
    ['whose module is computed', "await import(`../sme/${name}`);\nrequire(name);"],
    ['of a file that has the name of what is taken', "import { model } from './events.js';"],
  ])('is fine %s', (_, text) => {
    const files = {
      ...PACKAGE,
      'kol/package.json': '{ "name": "@platform/kol" }',
      'kol/src/index.ts': '',
      'kol/events.ts': '',
      'common/dates.ts': '',
      'sme/open/dates.ts': '',
    };
    expect(found(`${text}\n`, files, 'kol/report.ts')).toEqual([]);
  });

  it('stands at the module’s name', () => {
    const repository = repositoryOf({ ...SALES, 'kol/a.ts': "import { sales } from '../sme/sales';\n" });
    expect(repository.problems('kol/a.ts', 'no-cross-domain-import')).toEqual([
      "1:23 '../sme/sales' is sme's code (sme/sales.ts), and this file is kol's.",
    ]);
  });
});
