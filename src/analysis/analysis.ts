import type { Place, Source } from '../references/source.js';
import type { Reference } from '../references/reference.js';
import type { Facts, ImportSite, SyntaxProblem } from '../languages/facts.js';
import type { Judgement, Policy } from '../policy/policy.js';

/** All that is known of one file: what its rules are asked about. */
export interface Analysis {
  /** The file's text; of a notebook the joined code of its cells, see `notebookOf`. */
  readonly source: Source;
  readonly policy: Policy;
  /** The domain the file belongs to. */
  readonly fileDomain: string | null;
  readonly references: readonly JudgedReference[];
  readonly imports: readonly JudgedImport[];
  /** Environment defaults in code that differ from what the domain's env file says. */
  readonly defaults: readonly DifferingDefault[];
  readonly problems: readonly SyntaxProblem[];
  /** Absolute paths of the other files that the references depend on. */
  readonly dependencies: readonly string[];
  /**
   * Absolute paths at which files were looked for, found or not, as far as no earlier analysis of the
   * workspace did: the references may be others once something appears or changes there.
   */
  readonly consulted: readonly string[];
  /** Whether the file is a test, by its path; the policy's `tests` says whether that matters. */
  readonly inTest: boolean;
  readonly facts: Facts;
}

export interface JudgedReference {
  readonly reference: Reference;
  readonly judgement: Judgement;
  /**
   * Where a problem about it stands: the written place where that is in this file, else the use;
   * null where the writing place is judged in its own file already, or in this file by an earlier use.
   */
  readonly reportAt: Place | null;
  /** How code of this language reads the name from the environment, where env files show a variable that carries it. */
  readonly environment: { readonly variable: string; readonly expression: string } | null;
}

export interface JudgedImport {
  readonly site: ImportSite;
  readonly file: string;
  readonly domain: string;
  /** Whether the policy lets it be: by a grant, or as code for everybody. */
  readonly allowed: boolean;
}

export interface DifferingDefault {
  readonly reference: Reference;
  readonly variable: string;
  readonly envFile: Place;
  readonly envName: string;
  readonly envQualifier: readonly string[];
}
