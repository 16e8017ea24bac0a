// Makes dist/: the compiled sources, the policy's JSON Schema, and the one dialect of
// node-sql-parser that is used, with its licence (the whole package weighs 89 MB).
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const typescript = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
const sqlParser = dirname(require.resolve('node-sql-parser/package.json'));

rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(process.execPath, [typescript, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });

const vendor = join(root, 'dist', 'vendor', 'node-sql-parser');
mkdirSync(vendor, { recursive: true });
copyFileSync(join(sqlParser, 'build', 'trino.js'), join(vendor, 'trino.cjs'));
copyFileSync(join(sqlParser, 'LICENSE'), join(vendor, 'LICENSE'));

const schema = join('policy', 'policy.schema.json');
copyFileSync(join(root, 'src', schema), join(root, 'dist', schema));

// npm does this when it installs the package; a checkout that is linked has to be as it is.
chmodSync(join(root, 'dist', 'scanner', 'bin.js'), 0o755);
