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
  return {
    qualifiesSchemas: [shared, ...domains.map(({ names }) => names)].some(hasQualifiedSchema),
    dialectOf: (path) => dialects.find(({ files }) => files.covers(path))?.dialect ?? null,
    rules,
    rulesFor: (path) =>
      overrides
        .filter(({ files }) => files.covers(path))
        .reduce<RuleSettings>((before, override) => ({ ...before, ...override.rules }), rules),
    tests: sources.map(({ document }) => document.tests).find((tests) => tests !== null) ?? 'ignore',
    catalogue: sources.flatMap(({ document }) => document.catalogue),
    envShape: (variable) => variables.find(({ names }) => names.holds(variable) === 'inside')?.shape,
  };
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
