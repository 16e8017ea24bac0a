import type { Source } from '../../references/source.js';
import type { Text } from '../../references/text.js';
import type { Declaration, FolderLoader } from '../facts.js';
import { textValue } from '../facts-of.js';
import { TerraformEvaluator } from './evaluator.js';
import { type Given, type Held, type ModuleFile, type TerraformModule, isVariables, moduleIn } from './module.js';
import type { Expression } from './syntax.js';

/** No module is followed into modules of its own further than this. */
const DEEPEST = 3;

/** Where the module may be that a file of variables is for: `environments/dev.tfvars` is for the folder above. */
const FOLDERS = ['.', '..', '../..'];

/**
 * What a file gives to the variables of modules, under the attributes of resources that have it there:
 * `module "raw" { source = "./bucket", label = "kol-raw" }` names a bucket where `./bucket` says
 * `bucket = var.label`; so does `label = "kol-raw"` in a file of variables. Names that the module puts
 * together itself are the module's own.
 */
export function handedOn(own: ModuleFile, module: TerraformModule, beside: FolderLoader): Declaration[] {
  return new Handing(own.source, beside).from(own, module);
}

class Handing {
  readonly #source: Source;
  readonly #beside: FolderLoader;
  readonly #evaluator = new TerraformEvaluator();

  constructor(source: Source, beside: FolderLoader) {
    this.#source = source;
    this.#beside = beside;
  }

  from(own: ModuleFile, module: TerraformModule): Declaration[] {
    const attributes = module.attributesOf(own);
    return isVariables(own.source.path) ? this.#toVariables(attributes) : this.#toModules(attributes, own.source, 0);
  }

  #toVariables(attributes: readonly Held[]): Declaration[] {
    const given = new Map(attributes.map((held) => [held.attribute.path.join('.'), held]));
    for (const folder of FOLDERS) {
      const module = moduleIn(folder, this.#source, this.#beside, given);
      if (module !== null) return this.#within(module, 0);
    }
    return [];
  }

  /** The modules that attributes of `module` blocks call, if they are in the repository. */
  #toModules(attributes: readonly Held[], from: Source, depth: number): Declaration[] {
    if (depth > DEEPEST) return [];
    return [...callsIn(attributes)].flatMap(([folder, given]) => {
      const module = moduleIn(folder, from, this.#beside, given);
      return module === null ? [] : this.#within(module, depth);
    });
  }

  #within(module: TerraformModule, depth: number): Declaration[] {
    return module.files.flatMap((file) => {
      const attributes = isVariables(file.source.path) ? [] : module.attributesOf(file);
      const deeper = this.#toModules(attributes, file.source, depth + 1);
      return [...attributes.flatMap((held) => this.#declarations(held)), ...deeper];
    });
  }

  /** What an attribute of a resource holds that is written in the file which hands it on. */
  #declarations({ attribute: { path }, value, scope }: Held): Declaration[] {
    const [block = ''] = path;
    if (!/^(?:resource|data)$/.test(block) || !isFollowed(value)) return [];
    return this.#evaluator.textsOf(value, scope).flatMap((text): Declaration[] => {
      const own = writtenIn(text, this.#source);
      if (own === null) return [];
      return [{ name: path.at(-1) ?? '', form: 'key', path, namePlace: own.place, values: () => textValue(own) }];
    });
  }
}

/** The folders of the modules that are called, each with what its variables are given. */
function callsIn(attributes: readonly Held[]): (readonly [string, Given])[] {
  const calls = new Map<string, Held[]>();
  for (const held of attributes) {
    const [block, label = '', ...rest] = held.attribute.path;
    if (block === 'module' && rest.length === 1) calls.set(label, [...(calls.get(label) ?? []), held]);
  }
  return [...calls.values()].flatMap((given): (readonly [string, Given])[] => {
    const folder = folderIn(given.find(({ attribute }) => attribute.path.at(-1) === 'source'));
    return folder === null ? [] : [[folder, new Map(given.map((held) => [held.attribute.path.at(-1) ?? '', held]))]];
  });
}

/** The folder that `source = "./modules/bucket"` says; null for what is not in the repository. */
function folderIn(held: Held | undefined): string | null {
  if (held === undefined) return null;
  const { start, end } = held.value;
  const written = held.scope.file.source.text.slice(start + 1, end - 1);
  return /^\.\.?\//.test(written) ? written.replace(/\/+$/, '') : null;
}

/** Whether an expression leads elsewhere, and is no text of its own. */
function isFollowed(value: Expression): boolean {
  return value.type !== 'template' || (value.parts.length === 1 && value.parts[0]?.type !== 'characters');
}

/** A text as a file has it; null where it is not all that file's. */
function writtenIn(text: Text, source: Source): Text | null {
  let inner = text;
  while (inner.form === 'followed' && inner.place.source !== source) inner = inner.text;
  return inner.place.source === source && inner.form !== 'hole' ? inner : null;
}
