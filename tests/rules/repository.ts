import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Linter } from 'eslint';

import plugin from '../../src/index.js';
import type { RuleName } from '../../src/reporting/rule-name.js';

const POLICY = readFileSync(fileURLToPath(new URL('../../docs/rules/domain-separation.yaml', import.meta.url)), 'utf8');

/** A repository in a temporary folder, for what goes on between its files. */
export class Repository {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'repository-')));

  constructor(files: Readonly<Record<string, string>>, policy: string | null = POLICY) {
    if (policy !== null) this.write('domain-separation.yaml', policy);
    for (const [file, text] of Object.entries(files)) this.write(file, text);
  }

  write(file: string, text: string): void {
    const path = join(this.root, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** The messages of one file, with one rule on. */
  lint(file: string, rule: RuleName): Linter.LintMessage[] {
    const path = join(this.root, file);
    const config = plugin.configs.recommended.map(({ rules, ...part }) =>
      rules === undefined ? part : { ...part, rules: { [`domain-separation/${rule}`]: 'error' as const } },
    );
    return new Linter({ cwd: this.root }).verify(readFileSync(path, 'utf8'), config, { filename: path });
  }

  /** `line:column message` of each problem. */
  problems(file: string, rule: RuleName): string[] {
    return this.lint(file, rule).map(({ line, column, message }) => `${line}:${column} ${message}`);
  }

  /** What each suggestion on a file's first problem says, and the file's text after it. */
  suggestions(file: string, rule: RuleName): Record<string, string> {
    const text = readFileSync(join(this.root, file), 'utf8');
    const [message] = this.lint(file, rule);
    return Object.fromEntries(
      (message?.suggestions ?? []).map(({ desc, fix: { range, text: inserted } }) => [
        desc,
        text.slice(0, range[0]) + inserted + text.slice(range[1]),
      ]),
    );
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
