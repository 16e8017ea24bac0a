import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CLEAN, MIXED, createProject, linkPackages, run } from './project.js';
import { readmeExample } from './readme.js';

/** The workflow's own command lines, less the installation, which the test's links stand for. */
function gates(): string[] {
  const workflow: unknown = parse(readmeExample('On a pull request', 'yaml'));
  const lines: string[] = [];
  collectRuns(workflow, lines);
  return lines.filter((line) => line !== 'npm ci');
}

function collectRuns(node: unknown, lines: string[]): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'run' && typeof value === 'string') lines.push(value);
    else collectRuns(value, lines);
  }
}

describe('the pull request workflow of the README', () => {
  it('gates with ESLint and with the scanner', () => {
    expect(gates()).toEqual(['npx eslint .', 'npx domain-separation scan']);
  });

  it.each(gates())('%s fails where a pull request reads a bucket of nobody', (command) => {
    const folder = createProject({ 'sme-pulse/load.py': MIXED });
    linkPackages(folder);
    const { status, output } = run(folder, 'sh', ['-c', command]);
    expect(output).toContain("Bucket 'gold' is in no domain's namespace; in sme it is 'sme-gold'");
    expect(output).toMatch(/^\s+4:19\s+error/m);
    expect(status).toBe(1);
  });

  it.each(gates())('%s passes where all names are the domain\'s own', (command) => {
    const folder = createProject({ 'sme-pulse/load.py': CLEAN });
    linkPackages(folder);
    const { status, output } = run(folder, 'sh', ['-c', command]);
    expect(output).not.toContain('error');
    expect(status).toBe(0);
  });
});
