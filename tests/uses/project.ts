import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readmeExample } from './readme.js';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

export const CLEAN =
  'import os\nimport boto3\n\ns3 = boto3.client("s3")\n' +
  's3.download_file(os.getenv("MINIO_BUCKET_GOLD", "sme-gold"), "k", "f")\n';
export const MIXED = 'import boto3\n\ns3 = boto3.client("s3")\ns3.download_file("gold", "k", "f")\n';

/** A user's repository as the README sets it up, in a folder of its own under git. */
export function createProject(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'domain-separation-')));
  const all = {
    'package.json': '{ "name": "platform", "private": true, "type": "module" }\n',
    'domain-separation.yaml': readmeExample('Set it up', 'yaml'),
    'eslint.config.js': readmeExample('Set it up', 'js'),
    '.gitignore': 'node_modules/\n',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  run(folder, 'git', ['init', '--quiet', '--initial-branch=main']);
  run(folder, 'git', ['add', '.']);
  return folder;
}

/** Links ESLint and this package into the project, as `npm ci` would install them. */
export function linkPackages(folder: string): void {
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  const eslint = dirname(require.resolve('eslint/package.json'));
  symlinkSync(eslint, join(modules, 'eslint'));
  symlinkSync(PACKAGE, join(modules, 'eslint-plugin-domain-separation'));
  symlinkSync(join(eslint, 'bin', 'eslint.js'), join(modules, '.bin', 'eslint'));
  symlinkSync(join(PACKAGE, 'dist', 'scanner', 'bin.js'), join(modules, '.bin', 'domain-separation'));
}

export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

export function run(folder: string, command: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Ran {
  const ran = spawnSync(command, words, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
  });
  return { status: ran.error === undefined ? ran.status : null, output: `${ran.stdout}${ran.stderr}` };
}
