import type { Place, Source } from '../../references/source.js';
import type { Text } from '../../references/text.js';
import type { FolderLoader } from '../facts.js';
import { parseTerraform } from './parser.js';
import type { Attribute, Expression, TerraformFile } from './syntax.js';

/** One file of a module: its tree, and its attributes by the keys that lead to them. */
export interface ModuleFile {
  readonly source: Source;
  readonly tree: TerraformFile;
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** What a block repeats, by the block. */
  readonly forEach: ReadonlyMap<number, Expression>;
}

/** Where an expression stands, and with it what the names in it mean. */
export interface Scope {
  readonly module: TerraformModule;
  readonly file: ModuleFile;
  readonly block: number;
  /** What the names of the `for` expressions around stand for. */
  readonly bindings: ReadonlyMap<string, Located | Text>;
  /** The items of `for_each` that are meant; all of them, if left out. */
  readonly each?: readonly { readonly key: Text | null; readonly value: Located }[];
}

/** An expression together with where it stands. */
export interface Located<Value extends Expression = Expression> {
  readonly value: Value;
  readonly scope: Scope;
}

/** What an attribute of a module holds, and the attribute. */
export interface Held extends Located {
  readonly attribute: Attribute;
}

/** What calls a module, or a file of variables, gives to its variables, by their names. */
export type Given = ReadonlyMap<string, Held>;

const NO_BINDINGS: Scope['bindings'] = new Map();

/** The files of a folder, which Terraform reads as one, and what its variables are given. */
export class TerraformModule {
  readonly files: readonly ModuleFile[];
  readonly #given: Given;

  constructor(files: readonly ModuleFile[], given: Given = new Map()) {
    this.files = files;
    this.#given = given;
  }

  /** What stands under keys with dots between, in whichever file. */
  at(path: string): Held | null {
    for (const file of this.files) {
      const attribute = isVariables(file.source.path) ? undefined : file.attributes.get(path);
      if (attribute !== undefined) return this.#held(file, attribute);
    }
    return null;
  }

  /** What a variable holds: what it is given, what Terraform finds in a file of variables, its default. */
  variable(name: string): Held | null {
    return this.#given.get(name) ?? this.#loaded(name) ?? this.at(`variable.${name}.default`);
  }

  /** The attributes of one of its files, each with where it stands. */
  attributesOf(file: ModuleFile): readonly Held[] {
    return file.tree.attributes.map((attribute) => this.#held(file, attribute));
  }

  #loaded(name: string): Held | null {
    for (const file of this.files) {
      const attribute = isLoaded(file.source.path) ? file.attributes.get(name) : undefined;
      if (attribute !== undefined) return this.#held(file, attribute);
    }
    return null;
  }

  #held(file: ModuleFile, attribute: Attribute): Held {
    const scope = { module: this, file, block: attribute.block, bindings: NO_BINDINGS };
    return { attribute, value: attribute.value, scope };
  }
}

/** A file in the module that it belongs to. */
export function moduleOf(source: Source, beside: FolderLoader): { readonly module: TerraformModule; readonly own: ModuleFile } {
  const own = moduleFile(source);
  return { module: new TerraformModule([own, ...beside('.', source).map(moduleFile)]), own };
}

/** The module in a folder, its variables given; null where there is none. */
export function moduleIn(folder: string, from: Source, beside: FolderLoader, given: Given): TerraformModule | null {
  const files = beside(folder, from).map(moduleFile);
  return files.some(({ source }) => source.path.endsWith('.tf')) ? new TerraformModule(files, given) : null;
}

const parsed = new WeakMap<Source, ModuleFile>();

function moduleFile(source: Source): ModuleFile {
  let file = parsed.get(source);
  if (file === undefined) {
    file = readModuleFile(source);
    parsed.set(source, file);
  }
  return file;
}

function readModuleFile(source: Source): ModuleFile {
  const tree = parseTerraform(source.text);
  const attributes = new Map(tree.attributes.map((attribute) => [attribute.path.join('.'), attribute]));
  // What a dynamic block repeats has a name of its own.
  const repeated = tree.attributes.filter(({ path }) => path.at(-1) === 'for_each' && !path.includes('dynamic'));
  return { source, tree, attributes, forEach: new Map(repeated.map(({ block, value }) => [block, value])) };
}

export function placeIn({ file }: Scope, start: number, end: number): Place {
  return { source: file.source, start, end };
}

/** Whether a file gives variables their values. */
export function isVariables(path: string): boolean {
  return /\.tfvars(?:\.\w+)?$/.test(path);
}

/** Whether Terraform loads a file of variables without being told to. */
function isLoaded(path: string): boolean {
  return /(?:^|[\\/])terraform\.tfvars$|\.auto\.tfvars$/.test(path);
}
