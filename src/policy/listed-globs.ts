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

/** A grant whose last day is over. */
export interface GrantOver {
  readonly domain: string;
  readonly until: string;
  readonly at: At;
}

/** Every glob by which a policy means names or files, those that take away left out, and the grants that are over. */
export function listedGlobs(file: string, today: string): {
  readonly names: readonly ListedNameGlob[];
  readonly files: readonly ListedFileGlob[];
  readonly over: readonly GrantOver[];
} {
  const sources = readPolicySources(file);
  const domains = mergeDomains(sources);
  const shared = mergeNames(sources.map(({ document }) => document.shared));
  const grants = sources.flatMap(({ root, document }) => document.grants.map((grant) => ({ ...grant, root })));
  return {
    over: grants.flatMap(({ domain, until, at }) => (until !== null && until < today ? [{ domain: domain.text, until, at }] : [])),
    names: [
      ...domains.flatMap(({ name, names }) => namesListed(names, `domain "${name}"`)),
      ...namesListed(shared, '"shared"'),
      ...grants.flatMap(({ domain, names }) => namesListed(names, `a grant for "${domain.text}"`)),
    ],
    files: [
      ...domains.flatMap(({ name, files }) => filesListed(files?.globs ?? [], `domain "${name}"`, files?.root ?? '')),
      ...grants.flatMap(({ domain, files, root }) => filesListed(files, `a grant for "${domain.text}"`, root)),
      ...sources.flatMap(({ root, document }) => [
        ...document.sql.flatMap(({ files }) => filesListed(files, '"sql"', root)),
        ...document.overrides.flatMap(({ files }) => filesListed(files, '"overrides"', root)),
      ]),
    ],
  };
}

function filesListed(globs: readonly Written[], owner: string, root: string): ListedFileGlob[] {
  return globs.filter(claims).map(({ text, at }) => ({ glob: text, of: `files of ${owner}`, at, root }));
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
