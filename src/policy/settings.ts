import type { Library } from '../catalogue/library.js';
import type { MergedDomain, PolicySource } from './create-policy.js';
import { fileGlobs } from './file-globs.js';
import { expandBraces, parseGlob } from './glob.js';
import { nameSet } from './name-set.js';
import type { RuleSettings, Settings } from './policy.js';
import type { Names, RulePart, Written } from './policy-document.js';

/** What a policy says beside who owns what; the nearest file's word comes first. */
export function createSettings(
  sources: readonly PolicySource[],
  domains: readonly MergedDomain[],
  shared: Names,
): Settings {
  const dialects = sources.flatMap(({ root, document }) =>
    document.sql.map(({ files, dialect }) => ({ files: fileGlobs(root, textsOf(files)), dialect })),
  );
  const rules = rulesOf(sources.map(({ document }) => document.rules));
  // Of several overrides of one file the last counts, and the nearer policy's before all others.
  const overrides = sources.toReversed().flatMap(({ root, document }) =>
    document.overrides.map((override) => ({
      files: fileGlobs(root, textsOf(override.files)),
      rules: rulesOf([override.rules]),
    })),
  );
  const variables = sources.flatMap(({ document }) =>
    document.env.map(({ variable, shape }) => ({ names: variableNames(variable.text), shape })),
  );
  const catalogue = sources.flatMap(({ document }) => document.catalogue);
  const words = ownWords(catalogue, sources);
  return {
    qualifiesSchemas: [shared, ...domains.map(({ names }) => names)].some(hasQualifiedSchema),
    dialectOf: (path) => dialects.find(({ files }) => files.covers(path))?.dialect ?? null,
    rules,
    rulesFor: (path) =>
      overrides
        .filter(({ files }) => files.covers(path))
        .reduce<RuleSettings>((before, override) => ({ ...before, ...override.rules }), rules),
    writtenRules: sources
      .flatMap(({ document }) => [document.rules, ...document.overrides.map((override) => override.rules)])
      .flatMap((rulesThere) => [...rulesThere].map(([name, part]) => ({ name, ...part }))),
    tests: sources.map(({ document }) => document.tests).find((tests) => tests !== null) ?? 'ignore',
    catalogue,
    hasOwnWord: (text) => words.test(text),
    envShape: (variable) => variables.find(({ names }) => names.holds(variable) === 'inside')?.shape,
  };
}

/** What code must have in it to be about the policy's own libraries or variables: `open_zone`, `LAKE_`. */
function ownWords(catalogue: readonly Library[], sources: readonly PolicySource[]): RegExp {
  const calls = catalogue.flatMap(({ entries }) => entries.flatMap(({ call }) => call));
  const methods = calls.map((path) => /\w*$/.exec(path.replace(/\*$/, ''))?.[0] ?? '');
  const variables = sources.flatMap(({ document }) =>
    document.env.filter(({ shape }) => shape !== 'none').map(({ variable }) => variable.text),
  );
  const parts = variables.map((glob) => longest(glob.split(/[^\w]+/)));
  const words = new Set([...methods, ...parts]);
  // A word that is nothing but a star's may be any.
  return words.size === 0 ? NO_WORD : new RegExp([...words].join('|'));
}

const NO_WORD = /[^]^/;

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '');
}

function rulesOf(nearestFirst: readonly ReadonlyMap<string, RulePart>[]): RuleSettings {
  const entries = nearestFirst.toReversed().flatMap((rules) => [...rules]);
  return Object.fromEntries(entries.map(([name, { severity, options }]) => [name, { severity, options }]));
}

function variableNames(glob: string) {
  return nameSet(expandBraces(glob).flatMap((text) => parseGlob(text, { foldsCase: false, isPath: false })));
}

function hasQualifiedSchema(names: Names): boolean {
  return (names.get('schema') ?? []).some(({ text }) => text.includes('.'));
}

function textsOf(globs: readonly Written[]): string[] {
  return globs.map(({ text }) => text);
}
