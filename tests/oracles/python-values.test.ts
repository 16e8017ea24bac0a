import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MOST_ALTERNATIVES } from '../../src/languages/facts.js';
import type { Facts, Value } from '../../src/languages/facts.js';
import { displayName } from '../../src/references/name.js';
import { positionAt } from '../../src/references/source.js';
import { HOLE, isKnown } from '../../src/references/text.js';
import { readCases } from '../languages/python/cases.js';
import { readModules } from '../languages/python/reveal.js';
import { randomProgram } from './python-programs.js';

const script = fileURLToPath(new URL('python_values.py', import.meta.url));
const specification = new URL('../languages/python/values/', import.meta.url);
const python = hasPython();

/** Whether there is a python3 of 3.11 or later, whose enumerations and match statements are today's. */
function hasPython(): boolean {
  try {
    const printed = execFileSync('python3', ['-c', 'import sys; print(*sys.version_info[:2])'], { encoding: 'utf8' });
    const [major = 0, minor = 0] = printed.trim().split(' ').map(Number);
    return major === 3 && minor >= 11;
  } catch {
    return false;
  }
}

if (!python) {
  console.warn('python3 (3.11 or later) was not found: what values are is not compared with CPython here (tests/oracles/python-values).');
}

interface Program {
  readonly files: Readonly<Record<string, string>>;
  /** What `choose(…)` gives, a list for each time the program is run. */
  readonly runs: readonly (readonly boolean[])[];
  /** Whether its functions that need no arguments are called when it has run. */
  readonly calls: boolean;
}

interface Told {
  /** The texts that came to each `reveal(…)` that was reached, by `file:line`. */
  readonly seen: Readonly<Record<string, readonly string[]>>;
  readonly failed: readonly string[];
}

function runPrograms(programs: readonly Program[]): readonly Told[] {
  const input = JSON.stringify(programs);
  return JSON.parse(execFileSync('python3', [script], { input, encoding: 'utf8', maxBuffer: 1 << 28 }));
}

/** The values of each `reveal(…)` as ours has them, by `file:line`. */
function valuesIn(files: ReadonlyMap<string, string>): ReadonlyMap<string, readonly Value[]> {
  const read = readModules(files);
  const found = new Map<string, readonly Value[]>();
  for (const path of files.keys()) {
    const facts: Facts = read(path);
    for (const call of facts.calls) {
      if (call.method !== 'reveal') continue;
      const { line } = positionAt(facts.source, call.place.start);
      found.set(`${path}:${line}`, call.arguments[0]?.values() ?? []);
    }
  }
  return found;
}

/** The texts that CPython saw and none of ours is: none where one of ours is open. */
function missed(values: readonly Value[], seen: readonly string[]): readonly string[] {
  if (values.length >= MOST_ALTERNATIVES || values.some(({ form }) => form !== 'text')) return [];
  return seen.filter((text) => !values.some((value) => value.form === 'text' && fits(value.text.flat, text)));
}

/** Our texts that CPython never saw: wrong, where every way through the program was run. */
function invented(values: readonly Value[], seen: readonly string[]): readonly string[] {
  return values.flatMap((value) => {
    if (value.form !== 'text' || seen.some((text) => fits(value.text.flat, text))) return [];
    return [displayName(value.text.flat)];
  });
}

function fits(flat: string, text: string): boolean {
  if (isKnown(flat)) return flat === text;
  const parts = flat.split(HOLE).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^]*')}$`).test(text);
}

/** What stands in a text for something unknown: of what a library gives, the run does not know what ours does. */
const UNKNOWN_MARK = '?';

function isKnownText(value: Value): boolean {
  return value.form === 'text' && isKnown(value.text.flat);
}

describe.skipIf(!python)('what a value is', () => {
  it('in the specification is what CPython says', () => {
    const cases = readdirSync(specification)
      .filter((name) => name.endsWith('.md'))
      .flatMap((name) => readCases(readFileSync(new URL(name, specification), 'utf8')));
    const told = runPrograms(
      cases.map(({ files }) => ({ files: { 'main.py': '', ...Object.fromEntries(files) }, runs: [[true], [false]], calls: true })),
    );
    let compared = 0;
    const wrong = cases.flatMap(({ title, files }, index) => {
      const values = valuesIn(files);
      return Object.entries(told[index]?.seen ?? {}).flatMap(([place, seen]) => {
        const ours = values.get(place) ?? [];
        if (ours.every(isKnownText) && seen.some((text) => text.includes(UNKNOWN_MARK))) return [];
        compared += seen.length;
        const sure = ours.length === 1 ? invented(ours, seen.length === 0 ? [] : seen) : [];
        return [...missed(ours, seen), ...(seen.length === 0 ? [] : sure)].map((text) => `${title}, ${place}: ${text}`);
      });
    });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(150);
  }, 60_000);

  it('in random programs is what CPython sees in them, and nothing else', () => {
    const programs = Array.from({ length: PROGRAMS }, (_, seed) => randomProgram(seed));
    const told = runPrograms(
      programs.map(({ code, choices }) => ({ files: { 'main.py': code }, runs: everyWay(choices), calls: false })),
    );
    let compared = 0;
    const wrong = programs.flatMap(({ code }, seed) => {
      const { seen = {}, failed = [] } = told[seed] ?? {};
      const values = valuesIn(new Map([['main.py', code]]));
      const differences = Object.entries(seen).flatMap(([place, texts]) => {
        const ours = values.get(place) ?? [];
        compared += texts.length;
        return [
          ...missed(ours, texts).map((text) => `${place} misses ${text}`),
          ...(texts.length === 0 ? [] : invented(ours, texts).map((text) => `${place} invents ${text}`)),
        ];
      });
      const problems = [...new Set(failed), ...differences];
      return problems.length === 0 ? [] : [`seed ${seed}: ${problems.join('; ')}\n${code}`];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(compared).toBeGreaterThan(PROGRAMS * 5);
  }, 60_000);
});

/** How many random programs are compared; more, for a longer search, by the environment. */
const PROGRAMS = Number(process.env['PYTHON_PROGRAMS'] ?? 300);

/** Every list of so many truth values. */
function everyWay(length: number): readonly (readonly boolean[])[] {
  return Array.from({ length: 2 ** length }, (_, way) => Array.from({ length }, (__, bit) => ((way >> bit) & 1) === 1));
}
