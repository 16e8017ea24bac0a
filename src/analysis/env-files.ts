import { dirname, join } from 'node:path';
import type { NamePattern } from '../catalogue/name-patterns/name-pattern.js';
import { agrees, patternFor } from '../catalogue/names.js';
import { Spoken } from '../catalogue/spoken.js';
import { isEnvExample, isEnvFile } from '../languages/dotenv/file-name.js';
import { readDotenv } from '../languages/dotenv/reader.js';
import type { EnvShape, Policy } from '../policy/policy.js';
import type { Kind } from '../references/kind.js';
import type { System } from '../references/system.js';
import { isKnown, type Text } from '../references/text.js';
import type { EnvShapes } from './collect/declarations.js';
import type { Files } from './files.js';
import { foldersUp } from './folders-up.js';
import { partsIn } from './collect/shapes.js';
import { isWithin } from './within.js';

/** A variable of an env file whose value is known. */
export interface EnvName {
  readonly variable: string;
  /** The folder of the env file. */
  readonly folder: string;
  readonly text: Text;
  /** The whole value. */
  readonly name: string;
  /** What the variable's name says of its value; null where it says nothing. */
  readonly shape: Shape | null;
  /** The kind of name that the whole value is by the variable's name; null where it is none. */
  readonly kind: Kind | null;
}

type Shape = Exclude<EnvShape, 'none'> | NamePattern['is'];

/** The env files of a file's domain, the nearest first: beside it or above it, up to the policy's root. */
export function envFilesFor(files: Files, policy: Policy, root: string, path: string): readonly string[] {
  const domain = policy.domainOf(path);
  const top = isWithin(policy.root, path) ? policy.root : root;
  const found: string[] = [];
  for (const folder of foldersUp(top, dirname(path))) {
    for (const name of envFilesAmong(files.namesIn(folder))) {
      const file = join(folder, name);
      if (policy.domainOf(file) === domain) found.push(file);
    }
  }
  return found;
}

/** By what a folder holds, which is the same for all of its files. */
const envFiles = new WeakMap<ReadonlyMap<string, 'file' | 'folder'>, readonly string[]>();

function envFilesAmong(names: ReadonlyMap<string, 'file' | 'folder'>): readonly string[] {
  let found = envFiles.get(names);
  if (found === undefined) {
    found = [...names].flatMap(([name, kind]) => (kind === 'file' && isEnvFile(name) && !isEnvExample(name) ? [name] : []));
    envFiles.set(names, found);
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
      const { text } = value;
      const shape = shapeOf(declaration.name, text.flat, envShapes);
      names.push({
        variable: declaration.name,
        folder: dirname(path),
        text,
        name: text.flat,
        shape: shape?.is ?? null,
        kind: shape === null ? null : wholeKind(text.flat, shape),
      });
    }
  }
  return names;
}

const NOTHING_SPOKEN = new Spoken('');

/** What a variable's name says of a value that looks like it. */
function shapeOf(variable: string, value: string, envShapes: EnvShapes): Meaning | null {
  const said = envShapes(variable);
  if (said === 'none') return null;
  const pattern = said === undefined ? patternFor([variable], 'variable', NOTHING_SPOKEN) : { is: said, system: null };
  return pattern !== null && agrees(pattern, value) ? { is: pattern.is, system: pattern.system } : null;
}

interface Meaning {
  readonly is: Shape;
  readonly system: System | null;
}

function wholeKind(value: string, { is, system }: Meaning): Kind | null {
  const whole = partsIn(value, is, system).find(({ name }) => name.start === 0 && name.end === value.length);
  return whole?.kind ?? null;
}
