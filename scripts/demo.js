// Lints examples/two-domains as a user would, with the scanner and with ESLint, shows what they see,
// and checks that exactly the problems of expected-problems.txt came from both.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const example = join(root, 'examples', 'two-domains');
const scanner = join(root, 'dist', 'scanner', 'bin.js');
const eslint = join(dirname(createRequire(import.meta.url).resolve('eslint/package.json')), 'bin', 'eslint.js');

/** Runs a Node program in the example; only exit codes 0 and 1 are answers. */
function run(program, ...args) {
  const ran = spawnSync(process.execPath, [program, ...args], {
    cwd: example,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  if (ran.status !== 0 && ran.status !== 1) {
    throw new Error(`${relative(root, program)} ${args.join(' ')} ended with ${ran.status}\n${ran.stderr}`);
  }
  return ran.stdout;
}

/** `file:line:column rule`, sorted, of an ESLint result array. */
function problemsOf(json) {
  const problems = [];
  for (const { filePath, messages } of JSON.parse(json)) {
    const file = relative(example, filePath).split(sep).join('/');
    for (const { line, column, ruleId } of messages) problems.push(`${file}:${line}:${column} ${ruleId}`);
  }
  return problems.sort();
}

function difference(expected, found) {
  return [
    ...expected.filter((problem) => !found.includes(problem)).map((problem) => `  missing     ${problem}`),
    ...found.filter((problem) => !expected.includes(problem)).map((problem) => `  unexpected  ${problem}`),
  ];
}

const expected = readFileSync(join(example, 'expected-problems.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .sort();

console.log('examples/two-domains$ npx domain-separation scan');
console.log(run(scanner, 'scan'));

let failed = false;
for (const [name, json] of [
  ['domain-separation scan', run(scanner, 'scan', '--format', 'json')],
  ['eslint .', run(eslint, '.', '--format', 'json')],
]) {
  const wrong = difference(expected, problemsOf(json));
  if (wrong.length === 0) {
    console.log(`${name}: exactly the ${expected.length} problems of expected-problems.txt`);
  } else {
    failed = true;
    console.error(`${name}: not the problems of expected-problems.txt\n${wrong.join('\n')}`);
  }
}
process.exitCode = failed ? 1 : 0;
