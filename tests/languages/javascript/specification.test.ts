import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOfCase, parseWithEspree, parseWithTypeScript, readCases, shown } from './specification.js';

const FOLDER = join(import.meta.dirname, 'specification');

describe.each(readdirSync(FOLDER).sort())('%s', (file) => {
  const cases = readCases(join(FOLDER, file));

  it.each(cases.map((one) => [one.title, one] as const))('%s', (_, one) => {
    const facts = factsOfCase(one, parseWithTypeScript);
    expect(one.expected.size).toBeGreaterThan(0);
    for (const [of, lines] of one.expected) expect(shown(facts, of)).toEqual(lines);
  });

  const plain = cases.filter(({ files }) => [...files.keys()].every((name) => name.endsWith('.js')));
  if (plain.length === 0) return;
  it.each(plain.map((one) => [one.title, one] as const))('%s, parsed by espree', (_, one) => {
    const facts = factsOfCase(one, parseWithEspree);
    for (const [of, lines] of one.expected) expect(shown(facts, of)).toEqual(lines);
  });
});
