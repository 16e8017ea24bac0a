import { FOLDED_KINDS } from '../references/kind.js';
import type { Reference } from '../references/reference.js';
import { isKnown, slice } from '../references/text.js';
import type { DifferingDefault } from './analysis.js';
import type { EnvName } from './env-files.js';
import { partsIn } from './collect/shapes.js';

/**
 * The defaults in code that are other names than the env files give the same variables: of a URI or a
 * dotted name, the part that differs. Several env files in one folder say what may be; one of them is
 * enough.
 */
export function differingDefaults(references: readonly Reference[], envNames: readonly EnvName[]): readonly DifferingDefault[] {
  const differing = references.flatMap((reference) => {
    const variable = variableOf(reference);
    if (variable === null || reference.use.access === 'mention' || !isKnown(reference.name)) return [];
    const said = saidOf(variable, reference, envNames);
    const [first] = said;
    if (first === undefined || said.some(({ envName }) => isSame(reference, envName))) return [];
    return [{ reference, variable, ...first }];
  });
  return differing.filter((one) => !differing.some((other) => isRightBefore(other.reference, one.reference)));
}

/** The variable that a name is the default of; null where it is none. */
function variableOf({ env, steps }: Reference): string | null {
  return env !== null && steps.some(({ origin }) => DEFAULTS.has(origin)) ? env : null;
}

const DEFAULTS: ReadonlySet<string> = new Set(['env-default', 'field-default']);

/** What the nearest env files that have the variable say in place of a name. */
function saidOf(variable: string, reference: Reference, envNames: readonly EnvName[]) {
  const [nearest] = envNames.filter((name) => name.variable === variable);
  return envNames
    .filter((name) => name.variable === variable && name.folder === nearest?.folder)
    .flatMap((name) => counterpart(name, reference) ?? []);
}

/** The name of the reference's kind in a variable's value; null where there is none, or several. */
function counterpart({ text, shape }: EnvName, { kind, system }: Reference): Pick<DifferingDefault, 'envFile' | 'envName' | 'envQualifier'> | null {
  const { flat } = text;
  const isDotted = (kind === 'schema' || kind === 'catalog') && flat.includes('.');
  if (shape === null && isDotted && !flat.includes(':/')) return null;
  const parts = partsIn(flat, flat.includes(':/') ? 'uri' : (shape ?? kind), system).filter((part) => part.kind === kind);
  const [only, ...others] = parts;
  if (only === undefined || others.length > 0) return null;
  return {
    envFile: slice(text, only.name.start, only.name.end).written,
    envName: flat.slice(only.name.start, only.name.end),
    envQualifier: only.qualifier.map(({ start, end }) => flat.slice(start, end)),
  };
}

function isSame({ kind, name }: Reference, envName: string): boolean {
  return FOLDED_KINDS.has(kind) ? name.toLowerCase() === envName.toLowerCase() : name === envName;
}

/** Whether a name is the qualifier of another: of one dotted name the first part that differs counts. */
function isRightBefore(one: Reference, other: Reference): boolean {
  return one.written.source === other.written.source && one.written.end + 1 === other.written.start && other.qualifier.length > 0;
}
