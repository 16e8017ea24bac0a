import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { relativePath } from '../../src/scanner/relative-path.js';
import { UsageError } from '../../src/scanner/usage-error.js';
import { filesBelow } from '../../src/scanner/walk.js';
import { folderWith } from '../policy/policy-of.js';

function found(cwd: string, paths: readonly string[] = [], exclude: readonly string[] = []): string[] {
  return filesBelow({ cwd, paths, exclude }).map(({ path }) => relativePath(cwd, path));
}

describe('the files below a folder', () => {
  it('are those that git does not ignore, nested rules and exceptions included', () => {
    const folder = folderWith({
      '.git/info/exclude': 'secret.py\n',
      '.gitignore': '*.log\n/build/\n!keep.log\n',
      'a.log': '',
      'keep.log': '',
      'build/a.py': '',
      'src/build/a.py': '',
      'src/.gitignore': 'gen_*\n!*.log\n',
      'src/gen_a.py': '',
      'src/b.log': '',
      'secret.py': '',
    });
    expect(found(folder)).toEqual(['.gitignore', 'keep.log', 'src/.gitignore', 'src/b.log', 'src/build/a.py']);
  });

  it('heed the rules above the folder that was given', () => {
    const folder = folderWith({ '.git/HEAD': '', '.gitignore': 'x.py\nsrc/y.py', 'src/x.py': '', 'src/y.py': '', 'src/z.py': '' });
    expect(found(folder, ['src'])).toEqual(['src/z.py']);
    expect(found(join(folder, 'src'))).toEqual(['z.py']);
  });

  it('are not what others wrote', () => {
    const folder = folderWith({
      'node_modules/a/b.js': '',
      '.venv/c.py': '',
      'env39/pyvenv.cfg': '',
      'env39/lib/d.py': '',
      '.git/HEAD': '',
      'notebooks/.ipynb_checkpoints/a.ipynb': '',
      'infra/.terraform/modules/a.tf': '',
      'infra/cdk.out/a.json': '',
      'mlruns/0/meta.yaml': '',
      'dbt/dbt_project.yml': '',
      'dbt/target/run/e.sql': '',
      'scala/target/f.sql': '',
      'g.py': '',
    });
    expect(found(folder)).toEqual(['dbt/dbt_project.yml', 'g.py', 'scala/target/f.sql']);
  });

  it('are found with their dots, and not through links', () => {
    const folder = folderWith({ '.env': '', 'a/.env.kol': '' });
    symlinkSync(join(folder, 'a'), join(folder, 'b'));
    expect(found(folder)).toEqual(['.env', 'a/.env.kol']);
  });
});

describe('paths that are named', () => {
  it('count even where git ignores them, each once', () => {
    const folder = folderWith({ '.git/HEAD': '', '.gitignore': 'a.py', 'a.py': '', 'node_modules/x/b.js': '' });
    expect(found(folder, ['a.py', './a.py', 'node_modules/x'])).toEqual(['a.py', 'node_modules/x/b.js']);
  });

  it('count not where they are excluded', () => {
    const folder = folderWith({ 'a.py': '', 'legacy/b.py': '', 'src/legacy/c.py': '', 'src/d.py': '' });
    expect(found(folder, [], ['legacy'])).toEqual(['a.py', 'src/d.py']);
    expect(found(folder, ['legacy/b.py', 'a.py'], ['/legacy/'])).toEqual(['a.py']);
    expect(found(folder, [], ['src/**', '!src/d.py'])).toEqual(['a.py', 'legacy/b.py', 'src/d.py']);
  });

  it('may be outside of the working directory, which is then not their root', () => {
    const folder = folderWith({ 'repo/a.py': '', 'repo/b/c.py': '' });
    const cwd = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    const files = filesBelow({ cwd, paths: [join(folder, 'repo')], exclude: ['b'] });
    expect(files).toEqual([{ path: join(folder, 'repo/a.py'), root: join(folder, 'repo'), isNamed: false }]);
  });

  it('must be there', () => {
    const folder = folderWith({});
    expect(() => found(folder, ['none'])).toThrow(UsageError);
    expect(() => found(folder, ['none'])).toThrow(`There is no file or folder "none" (${join(folder, 'none')}).`);
  });
});
