import { dirname } from 'node:path';
import type { Facts, FolderLoader, ImportSite, ModuleLoader } from '../../languages/facts.js';
import { PYTHON_FILE, SCRIPT_FILE } from '../../references/file-endings.js';
import type { Source } from '../../references/source.js';
import type { Files } from '../files.js';
import { javascriptModule } from './javascript-modules.js';
import { pythonModule, pythonModuleIn } from './python-modules.js';
import { foldersAddedToPath } from './python-path.js';
import { readerFor } from '../readers.js';
import { isTerraform, terraformFile, terraformFiles } from './terraform-modules.js';

interface Module {
  readonly path: string;
  readonly stamp: string | null;
  readonly source: Source;
  readonly facts: Facts;
  /** The run in which the module and all it imports were last found to be as they were. */
  freshIn: number;
}

/** The languages that have modules, by the files that import them. */
const RESOLVERS = [
  { language: 'python', files: PYTHON_FILE, find: pythonModule, takesModules: true },
  { language: 'javascript', files: SCRIPT_FILE, find: javascriptModule, takesModules: false },
  { language: 'terraform', files: /\.(?:tf|tfvars)(?:\.\w+)?$/, find: terraformFile, takesModules: false },
] as const;

/**
 * The repository's own modules, read when a value is followed into them and kept as long as they and
 * all that they import stay as they are. Nothing outside of the root is read.
 */
export class Modules {
  readonly #files: Files;
  readonly #root: string;
  readonly #modules = new Map<string, Module>();
  /** What each source has asked for, and the file it got; null where there was none. */
  readonly #requests = new WeakMap<Source, Map<string, string | null>>();
  /** By folder and specifier, in this run. */
  readonly #resolved = new Map<string, string | null>();
  /** The folders that Python files put on their path. */
  readonly #added = new WeakMap<Source, readonly string[]>();
  #run = -1;

  constructor(files: Files, root: string) {
    this.#files = files;
    this.#root = root;
  }

  /** Begins a run: modules are checked again for changes. */
  begin(run: number): void {
    if (run !== this.#run) this.#resolved.clear();
    this.#run = run;
  }

  readonly load: ModuleLoader = (specifier, from) => {
    const path = this.#request(specifier, from);
    return path === null ? null : (this.#moduleAt(path)?.facts ?? null);
  };

  /** The Terraform files of a folder, seen from one: the file depends on them all. */
  readonly beside: FolderLoader = (folder, from) =>
    terraformFiles(this.#files, this.#root, folder, from.path).flatMap((specifier) => {
      const path = this.#request(specifier, from);
      const source = path === null || path === from.path ? null : this.#files.read(path);
      return source === null ? [] : [source];
    });

  /** Forgets what a source has asked for: it is read anew. */
  forget(source: Source): void {
    this.#requests.delete(source);
  }

  /** The file that an import means; null where it is none of the repository's. */
  fileOf(specifier: string, from: Source): string | null {
    return this.#resolve(specifier, from);
  }

  /**
   * The files that an import means: the module, and of a Python package the modules that are taken from
   * it. Where nothing but modules is taken, the package itself is only the way to them.
   */
  filesOf({ specifier, names }: ImportSite, from: Source): readonly string[] {
    const own = this.fileOf(specifier, from);
    const takesModules = resolverFor(from.path)?.takesModules ?? false;
    const inside = specifier.endsWith('.') ? specifier : `${specifier}.`;
    const taken = takesModules ? names.map((name) => this.fileOf(inside + name, from)) : [];
    const modules = taken.filter((file) => file !== null);
    const isOnlyTheWay = modules.length > 0 && modules.length === taken.length;
    return own === null || isOnlyTheWay ? modules : [own, ...modules];
  }

  /**
   * The facts of a source that was read as a module before, with all that was found out about it; null of
   * another, and where files may change: what it took to find that out would have to be looked at again.
   */
  factsOfSame({ path, text }: Source): Facts | null {
    const module = this.#files.mayChange ? undefined : this.#modules.get(path);
    return module?.source.text === text ? module.facts : null;
  }

  /** The facts of a file that values were followed into; null where it is none such. */
  factsOf(source: Source): Facts | null {
    const known = this.#modules.get(source.path) ?? (isTerraform(source.path) ? this.#moduleAt(source.path) : null);
    return known?.facts ?? null;
  }

  /** All files that a source's values were followed into, however far. */
  dependenciesOf(source: Source): readonly string[] {
    if (!this.#requests.has(source)) return [];
    const found = new Set<string>();
    const visit = (from: Source) => {
      for (const path of this.#requests.get(from)?.values() ?? []) {
        if (path === null || found.has(path)) continue;
        found.add(path);
        const module = this.#modules.get(path);
        if (module !== undefined) visit(module.source);
      }
    };
    visit(source);
    found.delete(source.path);
    return [...found].sort();
  }

  #request(specifier: string, from: Source): string | null {
    let requests = this.#requests.get(from);
    if (requests === undefined) {
      requests = new Map();
      this.#requests.set(from, requests);
    }
    const known = requests.get(specifier);
    if (known !== undefined) return known;
    const path = this.#resolve(specifier, from);
    requests.set(specifier, path);
    return path;
  }

  #moduleAt(path: string): Module | null {
    const known = this.#modules.get(path);
    if (known !== undefined && this.#isFresh(known)) return known;
    // The manifest of a package that is built elsewhere has no values to follow.
    const source = resolverFor(path) === undefined ? null : this.#files.read(path);
    const reader = source === null ? null : readerFor(path);
    if (source === null || reader === null) return null;
    this.#requests.delete(source);
    const facts = reader.read(source, this.load, null, this.beside);
    const module = { path, stamp: this.#files.stamp(path), source, facts, freshIn: this.#run };
    this.#modules.set(path, module);
    return module;
  }

  /** Whether a module and all that it imports are as they were; cycles are taken to be. */
  #isFresh(module: Module): boolean {
    if (module.freshIn === this.#run) return true;
    module.freshIn = this.#run;
    const fresh = this.#files.stamp(module.path) === module.stamp && this.#requestsHold(module.source);
    if (!fresh) this.#modules.delete(module.path);
    return fresh;
  }

  #requestsHold(source: Source): boolean {
    for (const [specifier, path] of this.#requests.get(source) ?? []) {
      if (this.#resolve(specifier, source) !== path) return false;
      if (path === null || resolverFor(path) === undefined) continue;
      const module = this.#modules.get(path);
      if (module === undefined || !this.#isFresh(module)) return false;
    }
    return true;
  }

  #resolve(specifier: string, from: Source): string | null {
    const resolver = resolverFor(from.path);
    if (resolver === undefined) return null;
    const key = `${resolver.language} ${dirname(from.path)} ${specifier}`;
    let path = this.#resolved.get(key);
    if (path === undefined) {
      path = this.#within(resolver.find(this.#files, this.#root, specifier, from.path));
      this.#resolved.set(key, path);
    }
    return path === null && resolver.language === 'python' ? this.#onOwnPath(specifier, from) : path;
  }

  /** The file of a module where a Python file's own additions to the path lead. */
  #onOwnPath(specifier: string, from: Source): string | null {
    if (specifier.startsWith('.')) return null;
    let folders = this.#added.get(from);
    if (folders === undefined) {
      folders = foldersAddedToPath(from.text);
      this.#added.set(from, folders);
    }
    for (const folder of folders) {
      const found = this.#within(pythonModuleIn(this.#files, this.#root, specifier, from.path, folder));
      if (found !== null) return found;
    }
    return null;
  }

  /** A link may lead out of the repository. */
  #within(found: string | null): string | null {
    return found !== null && this.#files.isWithin(found, this.#root) ? found : null;
  }
}

/** A shell's `source` and Make's `include` name files, not modules: they have none. */
function resolverFor(path: string): (typeof RESOLVERS)[number] | undefined {
  return RESOLVERS.find(({ files }) => files.test(path));
}
