import type { Facts, Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import type { Evaluator } from './evaluator.js';
import { refollow } from './following.js';
import { ProjectThing, thing } from './forms.js';
import type { Binding } from '../survey/scopes.js';

/**
 * What an import binds. A module of this repository gives its values; anything else is a thing whose
 * path is the dotted name that was imported.
 */
export function boundByImport(
  evaluator: Evaluator,
  binding: Extract<Binding, { form: 'import' }>,
): readonly Value[] {
  const { specifier, taken } = binding;
  if (taken === null) return [moduleThing(evaluator, specifier)];
  return takenFrom(evaluator, specifier, taken);
}

/** The values of a name taken from a module: what the module binds, or the submodule of that name. */
function takenFrom(evaluator: Evaluator, specifier: string, name: string): readonly Value[] {
  const values = exportsOf(evaluator, specifier, name);
  if (values.length > 0) return values.map((value) => renamed(value, specifier, name));
  const path = memberPath(specifier, name);
  if (loaded(evaluator, path) !== null) return [moduleThing(evaluator, path)];
  return [thing(path)];
}

/** A member of a module that is bound as a whole: `config.BRONZE`, `package.module`. */
export function memberOfModule(
  evaluator: Evaluator,
  specifier: string,
  name: string,
  place: Place,
): readonly Value[] {
  const step = { origin: 'constant' as const, label: name, place, env: null };
  const path = memberPath(specifier, name);
  // A submodule is there only where something imports it; the loader need not be asked for others.
  const imported = evaluator.survey.imports.some((site) => site.specifier.startsWith(path));
  if (!imported && loaded(evaluator, specifier) === null) return [thing(path)];
  return refollow(takenFrom(evaluator, specifier, name), step, place);
}

/** A name that only a star import can have brought; empty where none has. */
export function takenFromStars(evaluator: Evaluator, name: string, place: Place): readonly Value[] {
  const step = { origin: 'constant' as const, label: name, place, env: null };
  for (const specifier of evaluator.survey.starred) {
    const values = exportsOf(evaluator, specifier, name);
    if (values.length > 0)
      return refollow(
        values.map((value) => renamed(value, specifier, name)),
        step,
        place,
      );
  }
  return [];
}

function exportsOf(evaluator: Evaluator, specifier: string, name: string): readonly Value[] {
  return loaded(evaluator, specifier)?.exported(name) ?? [];
}

function loaded(evaluator: Evaluator, specifier: string): Facts | null {
  return evaluator.loaded(specifier);
}

function moduleThing(evaluator: Evaluator, specifier: string): Value {
  return new ProjectThing(specifier, [], { form: 'module', specifier, evaluator });
}

/** `a.b` of `a` and b, `..a` of `..` and a. */
function memberPath(specifier: string, name: string): string {
  return specifier.endsWith('.') ? specifier + name : `${specifier}.${name}`;
}

/** A class or function of another module goes by the name of that module, as it was imported. */
function renamed(value: Value, specifier: string, name: string): Value {
  if (value.form !== 'thing' || !value.path.startsWith(`.${name}`)) return value;
  const rest = value.path.slice(name.length + 1);
  if (rest !== '' && rest[0] !== '.' && rest[0] !== '(') return value;
  const path = memberPath(specifier, name) + rest;
  return value instanceof ProjectThing
    ? new ProjectThing(path, value.calls, value.target)
    : thing(path, value.calls);
}
