import type { Library } from '../catalogue/library.js';
import type { Kind } from '../references/kind.js';
import type { Name } from '../references/name.js';
import type { Access, Dialect } from '../references/reference.js';
import type { At } from './policy-node.js';

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
  /** Whether a file may import another domain's: a grant lets it, or it is code for everybody around it. */
  mayImport(importer: string, path: string): boolean;
  /** What the policy file says beside who owns what. */
  readonly settings: Settings;
}

export interface Settings {
  /** Whether a schema glob says a catalog (`iceberg.kol_*`): then `.sql` files are Trino's. */
  readonly qualifiesSchemas: boolean;
  /** The dialect that `sql:` gives a file by its absolute path; null where it gives none. */
  dialectOf(path: string): Dialect | null;
  /** What `rules:` says; `rulesFor` has the overrides of a file's path applied. */
  readonly rules: RuleSettings;
  rulesFor(path: string): RuleSettings;
  /** Each of these settings where a policy file has it. */
  readonly writtenRules: readonly WrittenRule[];
  /** Whether problems in tests of the linted code are reported. */
  readonly tests: 'ignore' | 'report';
  /** Libraries of the user's own, in the catalogue's form. */
  readonly catalogue: readonly Library[];
  /** Whether a text has a word in it without which it is about none of these libraries and none of `env:`'s variables. */
  hasOwnWord(text: string): boolean;
  /** What `env:` says a variable carries; undefined where it says nothing of it. */
  envShape(variable: string): EnvShape | undefined;
}

/** `none`: no name of a resource, whatever the variable is called. */
export type EnvShape = Kind | 'uri' | 'dotted-schema' | 'dotted-table' | 'none';

/** By rule name, without the plugin's prefix. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

export interface RuleSetting {
  readonly severity: Severity;
  readonly options: readonly unknown[];
}

export interface WrittenRule extends RuleSetting {
  readonly name: string;
  readonly at: At;
}

export type Severity = 'off' | 'warn' | 'error';

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
  /** Which part of a dotted name decided: `catalog` where a schema's catalog is what the policy objects to. */
  readonly part: 'name' | 'catalog';
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
