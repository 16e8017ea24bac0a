import { dirname, join } from 'node:path';
import { agrees, patternFor } from '../catalogue/names.js';
import { readDotenv } from '../languages/dotenv/reader.js';
import type { Policy } from '../policy/policy.js';
import type { Kind } from '../references/kind.js';
import type { Place } from '../references/source.js';
import { isKnown, slice } from '../references/text.js';
import type { EnvShapes } from './declarations.js';
import type { Files } from './files.js';
import { partsIn } from './shapes.js';
import { isWithin } from './within.js';

/** A variable of an env file that carries one name. */
export interface EnvName {
  readonly variable: string;
  readonly name: string;
  /** Where the name is written. */
  readonly place: Place;
  /** What the variable's name says it is; null where it says nothing. */
  readonly kind: Kind | null;
}

const ENV_FILE = /^\.env(?:\..+)?$|\.env$/;
/** Files that show what an env file looks like, and do not say what is. */
const EXAMPLE = /\.(?:example|sample|template|dist)$|^(?:example|sample|template)\.env$/;

/** The env files of a file's domain, the nearest first: beside it or above it, up to the policy's root. */
export function envFilesFor(files: Files, policy: Policy, root: string, path: string): readonly string[] {
  const domain = policy.domainOf(path);
  const top = isWithin(policy.root, path) ? policy.root : root;
  const found: string[] = [];
  for (let folder = dirname(path); isWithin(top, folder); folder = dirname(folder)) {
    for (const [name, kind] of files.namesIn(folder)) {
      if (kind !== 'file' || !ENV_FILE.test(name) || EXAMPLE.test(name)) continue;
      const file = join(folder, name);
      if (policy.domainOf(file) === domain) found.push(file);
    }
    if (folder === dirname(folder)) break;
  }
  return found;
}

/** The variables of an env file whose value is one known name. */
export function namesOfEnvFile(files: Files, path: string, envShapes: EnvShapes): readonly EnvName[] {
  const source = files.read(path);
  if (source === null) return [];
  const names: EnvName[] = [];
  for (const declaration of readDotenv(source).declarations) {
    for (const value of declaration.values()) {
      if (value.form !== 'text' || value.text.flat === '' || !isKnown(value.text.flat)) continue;
      const { written, flat } = slice(value.text, 0, value.text.flat.length);
      const kind = kindOf(declaration.name, flat, envShapes);
      names.push({ variable: declaration.name, name: flat, place: written, kind });
    }
  }
  return names;
}

/** The kind that a variable's name says, where its whole value is one name of it. */
function kindOf(variable: string, value: string, envShapes: EnvShapes): Kind | null {
  const said = envShapes(variable);
  if (said === 'none') return null;
  const pattern = said === undefined ? patternFor([variable], 'variable', '') : { is: said, system: null };
  if (pattern === null || !agrees(pattern, value)) return null;
  const parts = partsIn(value, pattern.is, pattern.system);
  const whole = parts.find(({ name }) => name.start === 0 && name.end === value.length);
  return whole?.kind ?? null;
}
