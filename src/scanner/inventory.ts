import { resolve } from 'node:path';
import type { Analysis, JudgedReference } from '../analysis/analysis.js';
import { isDocumentation } from '../analysis/readers.js';
import { Workspace } from '../analysis/workspace.js';
import { cellPositionAt } from '../languages/notebook/notebook.js';
import { notebookOf } from '../languages/notebook/reader.js';
import type { Verdict } from '../policy/policy.js';
import { PolicyError } from '../policy/policy-error.js';
import type { PolicyProblem } from '../policy/policy-error.js';
import type { Kind } from '../references/kind.js';
import { patternOf, wholeName } from '../references/name.js';
import type { Name } from '../references/name.js';
import type { Access, Reference } from '../references/reference.js';
import { createSource, positionAt } from '../references/source.js';
import type { Place, Source } from '../references/source.js';
import type { System } from '../references/system.js';
import type { Origin } from '../references/text.js';
import { reportsIn, ruleFor } from '../reporting/rule-for.js';
import type { RuleName } from '../reporting/rule-name.js';
import { relativePath } from './relative-path.js';
import { failureOf, textsOf } from './scan.js';
import type { FileOptions } from './scan.js';
import { syntaxProblems } from './syntax-problems.js';

export interface InventoryOptions extends FileOptions {
  /** Lists text that names a resource without using it, too (log lines, messages). */
  readonly mentions?: boolean;
}

/** Every name that code uses, whose it is, and where it is written. */
export interface Inventory {
  readonly schemaVersion: 1;
  readonly references: readonly InventoryReference[];
}

/** One name at the one place where it is written. Lines and columns are 1-based, files relative to the working directory. */
export interface InventoryReference extends InventoryPlace {
  readonly kind: Kind;
  /** The whole name; null where a part of it is not known. */
  readonly name: string | null;
  /** The known parts with `*` for those that are not; null where all is known, or nothing. */
  readonly pattern: string | null;
  readonly endLine: number;
  readonly endColumn: number;
  readonly uses: readonly InventoryUse[];
  /** The domain whose namespace the name is in. */
  readonly owner: string | null;
  readonly system: System | null;
  /** The catalog of a schema; catalog and schema of a table; null for a part that is not known. */
  readonly qualifier: readonly (string | null)[];
  /** What follows a bucket, with `*` for what is not known. */
  readonly path: string | null;
  readonly origin: Origin | null;
  /** The environment variable that is read on the way. */
  readonly env: string | null;
  /** A name of the system itself, never judged. */
  readonly builtin: boolean;
}

export interface InventoryPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** In a notebook: the cell, 0-based among all of them; line and column are then the cell's. */
  readonly cell?: number;
}

export interface InventoryUse extends InventoryPlace {
  readonly access: Access;
  /** The catalogue entry or syntax that made it a reference. */
  readonly via: string;
  readonly fileDomain: string | null;
  readonly verdict: Verdict;
  /** The rule that reports the use in a scan, or null. */
  readonly rule: RuleName | null;
}

/** Something that kept a file, or a part of it, from being read; the inventory goes on without. */
export interface InventoryNote extends InventoryPlace {
  readonly message: string;
}

/**
 * Lists every reference in files, by kind, name and the place where it is written, each with its uses.
 * `onNote` is told what could not be read. Throws as `scan` does.
 */
export async function inventory(
  options: InventoryOptions = {},
  onNote: (note: InventoryNote) => void = () => {},
): Promise<Inventory> {
  const cwd = resolve(options.cwd ?? process.cwd());
  const policyFile = options.policy === undefined ? null : resolve(cwd, options.policy);
  const collected = new Collected(cwd, options.mentions === true);
  const workspaces = new Map<string, Workspace>();
  const policyProblems = new Map<string, PolicyProblem>();
  for (const { file, read } of textsOf(cwd, options)) {
    const { root, path, isNamed } = file;
    const workspace = workspaces.get(root) ?? new Workspace({ root, policyFile, mayChange: false });
    workspaces.set(root, workspace);
    const text = read();
    const content = text.form === 'text' ? text.text : '';
    const source = createSource(path, content);
    const note = (message: string, offset: number): void =>
      onNote({ file: relativePath(cwd, path), ...positionAt(source, offset), message });
    if (text.form === 'binary') {
      if (isNamed) note('The file was not read: it is binary.', 0);
      continue;
    }
    if (text.problem !== null) note(text.problem.message, text.problem.offset);
    if (text.form === 'unread') continue;
    try {
      const analysis = workspace.analyse(source);
      for (const { severity: _, ...part } of syntaxProblems(analysis)) onNote({ file: relativePath(cwd, path), ...part });
      collected.add(analysis);
    } catch (error) {
      if (error instanceof PolicyError) {
        for (const problem of error.problems) policyProblems.set(JSON.stringify(problem), problem);
      } else {
        note(failureOf(error).message, 0);
      }
    }
  }
  if (policyProblems.size > 0) throw new PolicyError([...policyProblems.values()]);
  return { schemaVersion: 1, references: collected.references() };
}

interface Group {
  readonly reference: Reference;
  owner: string | null;
  /** By their content, so that two ways that lead to one use are one. */
  readonly uses: Map<string, InventoryUse>;
}

/** References by kind, name and written place. */
class Collected {
  readonly #cwd: string;
  readonly #withMentions: boolean;
  readonly #groups = new Map<string, Group>();

  constructor(cwd: string, withMentions: boolean) {
    this.#cwd = cwd;
    this.#withMentions = withMentions;
  }

  add(analysis: Analysis): void {
    for (const judged of analysis.references) {
      const { reference, judgement } = judged;
      if (reference.use.access === 'mention' && !this.#withMentions) continue;
      const { kind, name, written } = reference;
      const key = JSON.stringify([kind, name, written.source.path, written.start, written.end]);
      const group = this.#groups.get(key) ?? { reference, owner: judgement.owner, uses: new Map() };
      group.owner ??= judgement.owner;
      const use = this.#useOf(judged, analysis);
      group.uses.set(JSON.stringify(use), use);
      this.#groups.set(key, group);
    }
  }

  references(): InventoryReference[] {
    return [...this.#groups.values()].map((group) => this.#shown(group)).sort(byPlace);
  }

  #useOf(judged: JudgedReference, analysis: Analysis): InventoryUse {
    const { reference, judgement } = judged;
    return {
      ...this.#placeOf(reference.use.place),
      access: reference.use.access,
      via: reference.use.via,
      fileDomain: analysis.fileDomain,
      verdict: judgement.verdict,
      rule: this.#isScanned(analysis) ? ruleFor(judged, analysis.policy) : null,
    };
  }

  /** A scan leaves documentation alone. */
  #isScanned(analysis: Analysis): boolean {
    return reportsIn(analysis) && !isDocumentation(analysis.source.path);
  }

  #shown({ reference, owner, uses }: Group): InventoryReference {
    const { kind, name, written, system, qualifier, path, origin, env, builtin } = reference;
    const end = positionIn(written.source, written.end);
    return {
      kind,
      name: wholeName(name),
      pattern: patternOf(name),
      ...this.#placeOf(written),
      endLine: end.line,
      endColumn: end.column,
      uses: [...uses.values()].sort(byPlace),
      owner,
      system,
      qualifier: qualifier.map(knownPart),
      path: path === null ? null : knownPart(path),
      origin,
      env,
      builtin,
    };
  }

  #placeOf({ source, start }: Place): InventoryPlace {
    return { file: relativePath(this.#cwd, source.path), ...positionIn(source, start) };
  }
}

/** Of a notebook's joined code, the position in its cell. */
function positionIn(source: Source, offset: number): Omit<InventoryPlace, 'file'> {
  const notebook = notebookOf(source);
  return notebook === null ? positionAt(source, offset) : cellPositionAt(notebook, offset);
}

function knownPart(name: Name): string | null {
  return wholeName(name) ?? patternOf(name);
}

function byPlace(left: InventoryPlace, right: InventoryPlace): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return (left.cell ?? 0) - (right.cell ?? 0) || left.line - right.line || left.column - right.column;
}
