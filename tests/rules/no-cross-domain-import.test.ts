import { afterAll, describe, expect, it } from 'vitest';

import { Repository } from './repository.js';

const repository = new Repository({
  'sme/__init__.py': '',
  'sme/sales.py': 'def sales(day):\n    return read(day)\n',
  'sme/sales.ts': 'export const sales = (day: string) => day;\n',
  'shared/dates.py': 'def today():\n    return 1\n',
  'kol/__init__.py': '',
  'kol/events.py': 'def events(day):\n    return read(day)\n',
});

afterAll(() => repository.remove());

/** The problems of a file of kol's with the given text. */
function problems(file: string, text: string): string[] {
  repository.write(file, text);
  return repository.problems(file, 'no-cross-domain-import');
}

describe('an import of another domain’s code', () => {
  const message = (specifier: string, file: string) => `'${specifier}' is sme's code (${file}), and this file is kol's.`;

  it('is reported in Python', () => {
    expect(problems('kol/report.py', 'import os\nfrom sme.sales import sales\n')).toEqual([
      `2:1 ${message('sme.sales', 'sme/sales.py')}`,
    ]);
  });

  it('is reported where a module is taken from a package without a file of its own', () => {
    repository.write('sme/churn/model.py', 'MODEL = 1\n');
    expect(problems('kol/report.py', 'from sme.churn import model\n')).toEqual([
      expect.stringContaining(message('sme.churn', 'sme/churn/model.py')),
    ]);
  });

  it('is reported in TypeScript, at the import', () => {
    expect(problems('kol/report.ts', "import { sales } from '../sme/sales.js';\n")).toEqual([
      expect.stringContaining(message('../sme/sales.js', 'sme/sales.ts')),
    ]);
  });

  it('is silenced by a comment that the suggestion writes', () => {
    repository.write('kol/report.py', 'from sme.sales import sales\n');
    expect(repository.suggestions('kol/report.py', 'no-cross-domain-import')).toEqual({
      'Disable domain-separation/no-cross-domain-import for this line.':
        '# eslint-disable-next-line domain-separation/no-cross-domain-import\nfrom sme.sales import sales\n',
    });
  });
});

describe('other imports', () => {
  it('of the same domain, of no domain, and of installed packages are fine', () => {
    const text = 'import boto3\nfrom kol.events import events\nfrom shared.dates import today\nfrom . import events\n';
    expect(problems('kol/report.py', text)).toEqual([]);
  });
});
