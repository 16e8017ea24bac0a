import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { CLEAN, MIXED, createProject, run } from './project.js';
import { readmeExample } from './readme.js';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

const installed = run(PACKAGE, 'pre-commit', ['--version']).status === 0;
if (!installed) console.warn('pre-commit is not installed: the hooks of the README are not run');

/** The package as npm would publish it, as a file that an installation can name. */
function packed(): string {
  const folder = mkdtempSync(join(tmpdir(), 'domain-separation-pack-'));
  const { status, output } = run(PACKAGE, 'npm', ['pack', '--silent', '--pack-destination', folder]);
  const file = readdirSync(folder)[0];
  if (status !== 0 || file === undefined) throw new Error(`npm pack failed\n${output}`);
  return join(folder, file);
}

describe.skipIf(!installed)('the pre-commit hooks of the README', () => {
  let hooks = '';
  beforeAll(() => {
    hooks = readmeExample('Before a commit', 'yaml').replaceAll(
      '"eslint-plugin-domain-separation"',
      JSON.stringify(packed()),
    );
  });

  it(
    'stop a commit that reads a bucket of nobody, and let its correction pass',
    () => {
      const folder = createProject({
        'sme-pulse/load.py': MIXED,
        'eslint.config.cjs': readmeExample('Before a commit', 'js'),
        'eslint.config.js': '',
        '.pre-commit-config.yaml': hooks,
      });
      run(folder, 'git', ['rm', '--quiet', '--force', 'eslint.config.js']);

      for (const hook of ['eslint', 'domain-separation']) {
        const { status, output } = run(folder, 'pre-commit', ['run', hook]);
        expect(output).toContain("Bucket 'gold' is in no domain's namespace; in sme it is 'sme-gold'");
        expect(status).toBe(1);
      }

      writeFileSync(join(folder, 'sme-pulse/load.py'), CLEAN);
      run(folder, 'git', ['add', '.']);
      for (const hook of ['eslint', 'domain-separation']) {
        const { status, output } = run(folder, 'pre-commit', ['run', hook]);
        expect(output).toMatch(/Passed/);
        expect(status).toBe(0);
      }
    },
    600_000,
  );
});
