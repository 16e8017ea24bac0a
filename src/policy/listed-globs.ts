import type { Kind } from '../references/kind.js';
import type { Name } from '../references/name.js';
import { mergeDomains, mergeNames } from './create-policy.js';
import { readPolicySources } from './load-policy.js';
import { compileNames, membership, queryOf } from './namespace.js';
import { KEY_OF_KIND, NAMED_KINDS } from './policy-document.js';
import type { Names, Written } from './policy-document.js';
import type { At } from './policy-node.js';

/** One glob of a policy file, apart from its list. */
export interface ListedGlob {
  readonly glob: string;
  /** Whose it is, and of what: `buckets of domain "kol"`. */
  readonly of: string;
  readonly at: At;
}

export interface ListedNameGlob extends ListedGlob {
  readonly kind: Kind;
  /** Whether the glob may mean a name, with its qualifier and path; holes may be anything. */
  readonly holds: (name: Name, qualifier: readonly Name[], path: Name | null) => boolean;
}

export interface ListedFileGlob extends ListedGlob {
  /** The folder that it is relative to. */
  readonly root: string;
}

/** Every glob by which a policy claims names or files, those that take away left out. */
export function listedGlobs(file: string): {
  readonly names: readonly ListedNameGlob[];
  readonly files: readonly ListedFileGlob[];
} {
  const sources = readPolicySources(file);
  const domains = mergeDomains(sources);
  const shared = mergeNames(sources.map(({ document }) => document.shared));
  return {
    names: [
      ...domains.flatMap(({ name, names }) => namesListed(names, `domain "${name}"`)),
      ...namesListed(shared, '"shared"'),
    ],
    files: domains.flatMap(({ name, files }) =>
      (files?.globs ?? [])
        .filter(claims)
        .map(({ text, at }) => ({ glob: text, of: `files of domain "${name}"`, at, root: files?.root ?? '' })),
    ),
  };
}

function namesListed(names: Names, owner: string): ListedNameGlob[] {
  return NAMED_KINDS.flatMap((kind) =>
    (names.get(kind) ?? []).filter(claims).map(({ text, at }) => {
      const compiled = compileNames(kind, [text]);
      return {
        glob: text,
        of: `${KEY_OF_KIND[kind]} of ${owner}`,
        at,
        kind,
        holds: (name: Name, qualifier: readonly Name[], path: Name | null) =>
          membership(compiled, queryOf(kind, name, qualifier, path)) !== 'outside',
      };
    }),
  );
}

function claims({ text }: Written): boolean {
  return !text.startsWith('!');
}
