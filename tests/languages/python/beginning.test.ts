import { describe, expect, it } from 'vitest';
import { beginningOf } from '../../../src/languages/python/beginning.js';
import { parsePython } from '../../../src/languages/python/syntax/parse.js';
import { referencesIn, shownNames } from '../../analysis/shown.js';

function beginningIn(code: string): string | null {
  const [statement] = parsePython(code).body;
  if (statement?.type !== 'ExpressionStatement') throw new Error(`${code} is no expression`);
  const first = beginningOf(statement.value, code);
  return first === null ? null : code.slice(first.start, first.end);
}

describe('a string expression begins with', () => {
  it.each([
    ['f"{base}/events"', 'base'],
    ['f"{base!r}/events"', 'base'],
    ['f"{base}" "/events"', 'base'],
    ['base + "/events"', 'base'],
    ['base + "/" + day', 'base'],
    ['f"{base}/" + day', 'base'],
    ['"%s/events" % base', 'base'],
    ['"%s/%s" % (base, day)', 'base'],
    ['"{}/events".format(base)', 'base'],
    ['"{0}/{1}".format(base, day)', 'base'],
  ])('%s: a placeholder', (code, first) => {
    expect(beginningIn(code)).toBe(first);
  });

  it.each([
    '"events"',
    'f"events/{base}"',
    'f"{base=}"',
    '"" f"{base}"',
    '"/events" + base',
    '"%(base)s/events" % {"base": base}',
    '"%s/%s" % (*both,)',
    '"{base}/events".format(base=base)',
    '"{1}/{0}".format(day, base)',
    '"{}/events".format(*both)',
    '"/".join(both)',
  ])('%s: characters, or what the form does not tell', (code) => {
    expect(beginningIn(code)).toBeNull();
  });
});

describe('behind a placeholder, a text names', () => {
  it.each([
    ['what an address names', 'BASE = "s3://kol-lake"', ['f"{BASE}/events"', 'BASE + "/events"', '"%s/events" % BASE', '"{}/events".format(BASE)'], ['bucket kol-lake']],
    ['what a statement names that it begins', 'HEAD = "SELECT id"', ['f"{HEAD} FROM kol_gold.scores WHERE id = 1"', 'HEAD + " FROM kol_gold.scores WHERE id = 1"'], ['schema kol_gold', 'table scores']],
    ['what stands behind nothing', 'HEAD = ""', ['f"{HEAD}SELECT id FROM kol_gold.scores WHERE id = 1"'], ['schema kol_gold', 'table scores']],
    ['nothing behind a word', 'HEAD = "please "', ['f"{HEAD}select id from kol_gold.scores where id = 1"'], []],
  ])('%s', (_, before, expressions, names) => {
    for (const expression of expressions) expect(new Set(shownNames(referencesIn(`${before}\nx = ${expression}\n`)))).toEqual(new Set(names));
  });
});
