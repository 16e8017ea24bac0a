import type { Kind } from '../references/kind.js';
import type { Name } from '../references/name.js';
import type { Access } from '../references/reference.js';

/** Which names belong to which domain, as one policy file says, ready to be asked. */
export interface Policy {
  /** The policy file's absolute path; null for the conventions that hold without one. */
  readonly file: string | null;
  /** The folder that the policy's file globs are relative to. */
  readonly root: string;
  /** Every file that the policy was read from: itself and what it extends. */
  readonly sources: readonly string[];
  readonly domains: readonly Domain[];
  /** The domain that a file belongs to, by its absolute path; null where it belongs to none. */
  domainOf(path: string): string | null;
  judge(question: Question): Judgement;
}

export interface Domain {
  readonly name: string;
  readonly title: string | null;
}

/** One name, used in one file. */
export interface Question {
  readonly kind: Kind;
  readonly name: Name;
  /** Outermost first, as in a reference. */
  readonly qualifier: readonly Name[];
  /** What follows a bucket. */
  readonly path: Name | null;
  readonly access: Access;
  readonly fileDomain: string | null;
}

export type Verdict =
  | 'own'
  | 'shared'
  | 'granted'
  | 'foreign'
  | 'outside'
  | 'undecided'
  | 'ungoverned';

export interface Judgement {
  readonly verdict: Verdict;
  /** The domain whose namespace the name is in; null where it is in none, or not known to be. */
  readonly owner: string | null;
  /** The one name of the file's domain that an outside or foreign name stands for; null where none fits, or two do. */
  readonly instead: string | null;
  /** The namespace of this kind in the file's domain (all domains', for a file of none), as the policy writes it. */
  readonly namespaces: readonly Namespace[];
  /** For a foreign name: a grant that covers the name but not this access or not any more. */
  readonly refused: { readonly may: 'read' | 'write'; readonly until: string | null } | null;
}

export interface Namespace {
  readonly domain: string;
  readonly globs: readonly string[];
}
