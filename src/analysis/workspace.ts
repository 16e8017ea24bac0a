import { dirname, relative, resolve } from 'node:path';
import type { Facts } from '../languages/facts.js';
import { factsOf } from '../languages/facts-of.js';
import type { JavaScriptTree } from '../languages/javascript/tree.js';
import { once } from '../languages/once.js';
import { conventions } from '../policy/conventions.js';
import { findPolicy } from '../policy/find-policy.js';
import { loadPolicy } from '../policy/load-policy.js';
import type { Policy } from '../policy/policy.js';
import type { Dialect, Reference } from '../references/reference.js';
import type { Source } from '../references/source.js';
import type { Analysis, JudgedImport } from './analysis.js';
import { catalogueFor } from './collect/catalogue-for.js';
import { collectReferences, isPlain, type Surroundings } from './collect/collect.js';
import { NeighbourDialects } from './dialect-of-neighbours.js';
import { dialectOfPath } from './dialect-of-path.js';
import { dialectOfDbt, dialectOfSqlfluff } from './dialect-of-project.js';
import { differingDefaults } from './differing-defaults.js';
import { envFilesFor, namesOfEnvFile, type EnvName } from './env-files.js';
import { Files } from './files.js';
import { judgeReferences } from './judge.js';
import { manifestsFor } from './modules/manifests.js';
import { Modules } from './modules/modules.js';
import { importedModules, mayName } from './prefilter.js';
import { readerFor, type Language, type Reader } from './readers.js';
import { isTestFile } from './test-files.js';

export interface WorkspaceOptions {
  /** Nothing outside of this folder is read, but for the policy. */
  readonly root: string;
  /** The policy that counts for every file; the nearest up the tree from each file, if left out. */
  readonly policyFile?: string | null;
  /**
   * Whether files may change between analyses, as under an editor; so where left out. A scan, which
   * reads everything once, is faster without looking again each time.
   */
  readonly mayChange?: boolean;
}

interface KeptPolicy {
  readonly stamps: string;
  readonly policy: Policy;
}

/** What is found in a file, and in which other files. */
type Found = Pick<Analysis, 'references' | 'defaults' | 'dependencies'>;

const NOTHING: Found = { references: [], defaults: [], dependencies: [] };

/**
 * One repository with its policies and modules, as files of it are analysed one after the other.
 * What other files say is kept between the analyses and checked for changes at each.
 */
export class Workspace {
  readonly #root: string;
  readonly #policyFile: string | null;
  readonly #files: Files;
  readonly #modules: Modules;
  readonly #neighbours: NeighbourDialects;
  readonly #policies = new Map<string, KeptPolicy>();
  /** The policy's file by folder, in this run. */
  readonly #policyFiles = new Map<string, string | null>();
  #run = -1;
  readonly #conventions: Policy;
  readonly #elsewhere = new WeakMap<Facts, ReadonlySet<string>>();

  constructor({ root, policyFile = null, mayChange = true }: WorkspaceOptions) {
    this.#root = resolve(root);
    this.#files = new Files(mayChange);
    this.#policyFile = policyFile === null ? null : resolve(policyFile);
    this.#modules = new Modules(this.#files, this.#root);
    this.#neighbours = new NeighbourDialects(this.#files);
    this.#conventions = conventions(this.#root);
  }

  /**
   * Analyses a file; one that no reader is for has no references. Throws a `PolicyError` where the
   * file's policy is wrong.
   *
   * @param tree ESLint's SourceCode of a JavaScript or TypeScript file; parsed here, if left out
   */
  analyse(source: Source, tree: JavaScriptTree | null = null): Analysis {
    this.#begin();
    this.#modules.forget(source);
    const policy = this.policyOf(source.path);
    const reader = readerFor(source.path);
    const facts = reader === null ? factsOf(source, {}) : this.#factsOf(reader, source, tree, policy);
    const fileDomain = policy.domainOf(source.path);
    const found = isPlain(facts) ? NOTHING : this.#find(facts, source, reader?.language ?? 'configuration', policy);
    return {
      source: facts.source,
      policy,
      fileDomain,
      references: found.references,
      imports: this.#imports(facts, policy, fileDomain),
      defaults: found.defaults,
      problems: facts.problems,
      dependencies: [...new Set([...this.#modules.dependenciesOf(facts.source), ...found.dependencies])],
      consulted: this.#files.takeConsulted(),
      inTest: isTestFile(relative(this.#root, source.path)),
      facts,
    };
  }

  #find(facts: Facts, source: Source, language: Language, policy: Policy): Found {
    const manifests = new Set<string>();
    const surroundings = this.#surroundings(policy, language, source.path, manifests);
    const references = collectReferences(facts, surroundings);
    if (references.length === 0) return { ...NOTHING, dependencies: [...manifests] };
    const envFiles = envFilesFor(this.#files, policy, this.#root, source.path);
    const envNames = this.#envNames(envFiles, surroundings, source);
    const judged = judgeReferences(references, {
      source: facts.source,
      language,
      policy,
      fileDomain: policy.domainOf(source.path),
      envNames,
      isReferenceThere: (reference) => this.#isReferenceThere(reference, policy),
    });
    return { references: judged, defaults: differingDefaults(references, envNames), dependencies: [...envFiles, ...manifests] };
  }

  /** The policy that counts for a file: the one that was given, the nearest up the tree, or the conventions. */
  policyOf(path: string): Policy {
    const file = this.#policyFile ?? this.#nearestPolicy(path);
    if (file === null) return this.#conventions;
    const kept = this.#policies.get(file);
    if (kept !== undefined && kept.stamps === this.#stamps(kept.policy)) return kept.policy;
    const policy = loadPolicy(file);
    this.#policies.set(file, { stamps: this.#stamps(policy), policy });
    return policy;
  }

  /** Begins a run, in which each folder and file is looked at once. */
  #begin(): void {
    const run = this.#files.begin();
    this.#modules.begin(run);
    if (run !== this.#run) this.#policyFiles.clear();
    this.#run = run;
  }

  #nearestPolicy(path: string): string | null {
    const folder = dirname(path);
    let file = this.#policyFiles.get(folder);
    if (file === undefined) {
      file = findPolicy(path);
      this.#policyFiles.set(folder, file);
    }
    return file;
  }

  #stamps(policy: Policy): string {
    return policy.sources.map((path) => this.#files.stamp(path) ?? '').join(' ');
  }

  #factsOf(reader: Reader, source: Source, tree: JavaScriptTree | null, policy: Policy): Facts {
    const isPlain = reader.language === 'python' && !mayName(source.text) && !policy.settings.hasOwnWord(source.text);
    if (isPlain && !this.#mayCrossDomains(source, policy)) return factsOf(source, {});
    const known = tree === null ? this.#modules.factsOfSame(source) : null;
    return known ?? reader.read(source, this.#modules.load, tree, this.#modules.beside);
  }

  /** Whether a Python file imports, at a glance, code of another domain. */
  #mayCrossDomains(source: Source, policy: Policy): boolean {
    const own = policy.domainOf(source.path);
    if (own === null || policy.domains.length < 2) return false;
    return importedModules(source.text).some((specifier) => {
      const file = this.#modules.fileOf(specifier, source);
      const domain = file === null ? null : policy.domainOf(file);
      return domain !== null && domain !== own;
    });
  }

  /** @param manifests gains those that were asked for */
  #surroundings(policy: Policy, language: Language, path: string, manifests: Set<string>): Surroundings {
    const { settings } = policy;
    const dialect = settings.dialectOf(path);
    return {
      index: catalogueFor(language, settings.catalogue),
      envShapes: (variable) => settings.envShape(variable),
      dialect,
      dialectOfPath: dialect === null ? this.#dialectOf(language, path, manifests) : null,
      assumedDialect: this.#assumedDialect(policy, language),
      // Asked where SQL gives no dialect away.
      dialectOfNeighbours: once(() => (language === 'sql' ? this.#dialectOfNeighbours(path, manifests) : null)),
      // Asked for each key of a dbt file.
      dialectOfDbt: once(() => this.#dialectOfDbt(path, manifests)),
      // Asked for each name that means something only beside a library.
      manifest: once(() => this.#manifestOf(path, language, manifests)),
    };
  }

  /**
   * A model speaks to the database of its dbt profile, whatever its folders are called; elsewhere the
   * path says more than sqlfluff's setting for a whole project.
   */
  #dialectOf(language: Language, path: string, asked: Set<string>): Dialect | null {
    const byPath = dialectOfPath(relative(this.#root, path));
    if (language !== 'sql') return byPath;
    const dbt = this.#dialectOfDbt(path, asked);
    if (dbt !== null || byPath !== null) return dbt ?? byPath;
    const told = dialectOfSqlfluff(this.#files, this.#root, path);
    if (told !== null) asked.add(told.file);
    return told?.dialect ?? null;
  }

  #dialectOfDbt(path: string, asked: Set<string>): Dialect | null {
    const told = dialectOfDbt(this.#files, this.#root, path);
    if (told !== null) asked.add(told.file);
    return told?.dialect ?? null;
  }

  #dialectOfNeighbours(path: string, asked: Set<string>): Dialect | null {
    const { dialect, files } = this.#neighbours.of(path);
    if (dialect !== null) for (const file of files) asked.add(file);
    return dialect;
  }

  #manifestOf(path: string, language: Language, asked: Set<string>): string {
    const manifests = manifestsFor(this.#files, this.#root, path, language);
    for (const manifest of manifests) asked.add(manifest);
    return manifests.map((manifest) => this.#files.read(manifest)?.text ?? '').join('\n');
  }

  /** `.sql` files that give no dialect away are Trino's where the policy speaks of Trino's schemas. */
  #assumedDialect(policy: Policy, language: Language): Dialect | null {
    return language === 'sql' && policy.settings.qualifiesSchemas ? 'trino' : null;
  }

  #envNames(envFiles: readonly string[], { envShapes }: Surroundings, source: Source): readonly EnvName[] {
    return envFiles
      .filter((path) => path !== source.path)
      .flatMap((path) => namesOfEnvFile(this.#files, path, envShapes));
  }

  #imports(facts: Facts, policy: Policy, fileDomain: string | null): readonly JudgedImport[] {
    if (fileDomain === null) return [];
    return facts.imports.flatMap((site) =>
      this.#modules.filesOf(site, facts.source).flatMap((file) => {
        const domain = policy.domainOf(file);
        if (domain === null || domain === fileDomain) return [];
        return [{ site, file, domain, allowed: policy.mayImport(facts.source.path, file) }];
      }),
    );
  }

  /** Whether the file that a name is written in has a reference of its own at that place. */
  #isReferenceThere({ kind, written }: Reference, policy: Policy): boolean {
    const facts = this.#modules.factsOf(written.source);
    const reader = readerFor(written.source.path);
    if (facts === null || reader === null) return false;
    let places = this.#elsewhere.get(facts);
    if (places === undefined) {
      const surroundings = this.#surroundings(policy, reader.language, written.source.path, new Set());
      places = new Set(collectReferences(facts, surroundings).map((found) => placeKey(found.kind, found.written)));
      this.#elsewhere.set(facts, places);
    }
    return places.has(placeKey(kind, written));
  }
}

function placeKey(kind: string, { start, end }: Reference['written']): string {
  return `${kind} ${start} ${end}`;
}

