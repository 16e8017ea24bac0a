import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MOST_ALTERNATIVES, type Value } from '../../src/languages/facts.js';
import { displayName } from '../../src/references/name.js';
import { HOLE, type Text, isKnown } from '../../src/references/text.js';
import { factsOfCase, parseWithTypeScript, readCases } from '../languages/javascript/specification.js';
import { randomProgram } from './javascript-programs.js';
import { type Run, UNKNOWN_MARK, prepareProgram } from './javascript-run.js';

const specification = join(import.meta.dirname, '../languages/javascript/specification');

/** How many random programs are compared; more, for a longer search, by the environment. */
const PROGRAMS = Number(process.env['JAVASCRIPT_PROGRAMS'] ?? 300);

/** What ours says of the argument of each marked call of the first file, by `file:offset`. */
function valuesIn(files: ReadonlyMap<string, string>, marked: string): ReadonlyMap<string, readonly Value[]> {
  const facts = factsOfCase({ title: '', line: 1, files, expected: new Map() }, parseWithTypeScript);
  const [main = ''] = files.keys();
  const calls = facts.calls.filter(({ method }) => method === marked);
  return new Map(calls.map((call) => [`${main}:${call.place.start}`, call.arguments[0]?.values() ?? []]));
}

/** Whether ours says that the value is one of so many texts, and nothing else. */
function isClaim(values: readonly Value[]): values is readonly (Value & { form: 'text' })[] {
  return values.length > 0 && values.length < MOST_ALTERNATIVES && values.every(({ form }) => form === 'text');
}

function fits(flat: string, text: string): boolean {
  if (isKnown(flat)) return flat === text;
  const parts = flat.split(HOLE).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('[^]*')}$`).test(text);
}

/** Whether the text has a default in it that a set variable would replace. */
function hasDefault(text: Text): boolean {
  switch (text.form) {
    case 'literal':
    case 'hole':
      return false;
    case 'followed':
      return text.step.origin === 'env-default' || hasDefault(text.text);
    case 'concatenation':
      return text.parts.some((part) => hasDefault(part.text));
  }
}

interface Comparison {
  /** Texts that Node saw. */
  compared: number;
  /** Of these, how many ours says nothing of. */
  silent: number;
  /** Claims of which one text or more was seen in no run. */
  broad: number;
  readonly wrong: string[];
  /** Claims of texts that in the run hold something unknown: what a library gives, which the run does not have. */
  readonly beyond: string[];
  /** Runs that ended in an exception. */
  readonly failures: string[];
}

/** Ours against what Node sees in every run of one program. */
function compare(files: ReadonlyMap<string, string>, marked: string, runs: readonly Run[]): Comparison {
  const result: Comparison = { compared: 0, silent: 0, broad: 0, wrong: [], beyond: [], failures: [] };
  const values = valuesIn(files, marked);
  const seenAt = new Map<string, Set<string>>();
  const program = prepareProgram(files, marked);
  for (const run of runs) {
    const { texts, failure } = program(run);
    if (failure !== null) result.failures.push(failure);
    const given = Object.keys(run.environment).length > 0;
    for (const [place, seen] of texts) {
      const ours = values.get(place);
      if (ours === undefined) continue;
      const all = seenAt.get(place) ?? new Set();
      seenAt.set(place, all);
      for (const text of seen) {
        all.add(text);
        result.compared += 1;
        if (!isClaim(ours)) result.silent += 1;
        else if (!ours.some((one) => fits(one.text.flat, text) || (given && hasDefault(one.text)))) {
          const list = text.includes(UNKNOWN_MARK) && ours.every((one) => isKnown(one.text.flat)) ? result.beyond : result.wrong;
          list.push(`${lineOf(files, place)} is ${text}, not ${ours.map((one) => displayName(one.text.flat)).join(' or ')}`);
        }
      }
    }
  }
  for (const [place, seen] of seenAt) {
    const ours = values.get(place) ?? [];
    if (seen.size === 0 || !isClaim(ours)) continue;
    if (ours.some((one) => ![...seen].some((text) => fits(one.text.flat, text)))) result.broad += 1;
  }
  return result;
}

function lineOf(files: ReadonlyMap<string, string>, place: string): string {
  const [file = '', offset = '0'] = place.split(':');
  const lines = (files.get(file) ?? '').split('\n');
  const line = (files.get(file) ?? '').slice(0, Number(offset)).split('\n').length;
  return `${file}:${line} ${lines[line - 1]?.trim() ?? ''}`;
}

/** Every list of so many truth values. */
function everyWay(length: number): readonly (readonly boolean[])[] {
  return Array.from({ length: 2 ** length }, (_, way) => Array.from({ length }, (__, bit) => ((way >> bit) & 1) === 1));
}

describe('what a value is', () => {
  it('in the specification is what Node says', () => {
    const cases = readdirSync(specification).flatMap((name) => readCases(join(specification, name)).map((one) => ({ ...one, name })));
    let compared = 0;
    const wrong = cases.flatMap(({ files, name, title }) => {
      const found = compare(files, 'show', [{ choices: [], environment: {} }]);
      compared += found.compared;
      return found.wrong.map((one) => `${name}, ${title}: ${one}`);
    });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(150);
  });

  it('in random programs is what Node sees in them, or is not said', () => {
    const total: Comparison = { compared: 0, silent: 0, broad: 0, wrong: [], beyond: [], failures: [] };
    for (let seed = 0; seed < PROGRAMS; seed++) {
      const { files, choices, environment } = randomProgram(seed);
      const runs = everyWay(choices).flatMap((way) => [
        { choices: way, environment: {} },
        { choices: way, environment },
      ]);
      const found = compare(files, 'reveal', runs);
      total.compared += found.compared;
      total.silent += found.silent;
      total.broad += found.broad;
      const problems = [...found.wrong, ...found.beyond, ...found.failures];
      if (problems.length > 0) {
        const code = [...files].map(([file, text]) => `// ${file}\n${text}`).join('\n');
        total.wrong.push(`seed ${seed}: ${[...new Set(problems)].join('; ')}\n${code}`);
      }
    }
    expect(total.wrong.slice(0, 3)).toEqual([]);
    expect(total.compared).toBeGreaterThan(PROGRAMS * 5);
    expect(total.silent / total.compared).toBeLessThan(0.1);
    expect(total.broad / total.compared).toBeLessThan(0.05);
  });
});
