/**
 * How many lines of Python the parser reads in a second, over programs made at random, and whether
 * inputs made to hurt it stay linear. Run: npx esbuild bench/python-reader.ts --bundle --platform=node
 * --format=esm --outfile=node_modules/.cache/python-reader.mjs && node node_modules/.cache/python-reader.mjs
 */
import { parsePython } from '../src/languages/python/syntax/parse.js';
import { generatedProgram } from '../tests/languages/python/generated.js';
import { randomFrom } from '../tests/languages/python/random.js';

const ROUNDS = 6;

/** Milliseconds of processor time, which a busy machine does not stretch. */
function timed(texts: readonly string[]): number {
  const begin = process.cpuUsage();
  for (const text of texts) parsePython(text);
  return process.cpuUsage(begin).user / 1_000;
}

function reportSpeed(): void {
  const texts = Array.from({ length: 2_000 }, (_, seed) => generatedProgram(randomFrom(seed), 15));
  const lines = texts.reduce((sum, text) => sum + text.split('\n').length, 0);
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  process.stdout.write(`${texts.length} files, ${lines} lines, ${(characters / 1e6).toFixed(1)} million characters\n`);
  for (let round = 1; round <= ROUNDS; round++) {
    const milliseconds = timed(texts);
    const speed = lines / milliseconds / 1_000;
    const rate = characters / milliseconds / 1_000;
    process.stdout.write(`round ${round}: ${speed.toFixed(2)} million lines/s, ${rate.toFixed(0)} million characters/s\n`);
  }
}

/** Each is given twice, the second time ten times as long: that should take ten times as long. */
const HARD: Readonly<Record<string, (size: number) => string>> = {
  'nested brackets': (size) => '('.repeat(size),
  'unclosed brackets, a line each': (size) => 'f(a,\n'.repeat(size),
  'unclosed f-strings, a line each': (size) => 'f"{(\n'.repeat(size),
  'nested f-strings': (size) => 'f"{'.repeat(size),
  'triple quotes full of backslashes': (size) => `"""${'\\"'.repeat(size)}"""`,
  'comments between lone carriage returns': (size) => '# a\r'.repeat(size),
  'an elif chain': (size) => `if a: b\n${'elif a: b\n'.repeat(size)}`,
  'with and match that are expressions': (size) => 'with (a).b(): pass\nmatch (a)\n'.repeat(size),
  'a long sum': (size) => `a = ${'"b" + '.repeat(size)}"c"`,
  'a list of strings': (size) => `a = [${'"b",\n'.repeat(size)}]`,
};

reportSpeed();
for (const [name, make] of Object.entries(HARD)) {
  const [short, long] = [20_000, 200_000].map((size) => timed([make(size)]));
  process.stdout.write(`${name}: ${short?.toFixed(0)} ms, ten times as long: ${long?.toFixed(0)} ms\n`);
}
