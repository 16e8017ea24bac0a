import type { Kind } from '../references/kind.js';
import type { MergedDomain } from './create-policy.js';
import { fileGlobs, pathWithin } from './file-globs.js';
import { commonName } from './name-set.js';
import { compileNames, displayJoined } from './namespace.js';
import type { PolicyChecker } from './policy-checker.js';
import { KEY_OF_KIND, NAMED_KINDS } from './policy-document.js';
import type { NamedKind, Names, Written } from './policy-document.js';

/** Reports each name that two domains claim, or that a domain owns and all share, with an example. */
export function reportConflicts(domains: readonly MergedDomain[], shared: Names, check: PolicyChecker): void {
  domains.forEach((domain, index) => {
    for (const kind of NAMED_KINDS) {
      const own = domain.names.get(kind) ?? [];
      reportEmpty(kind, own, check);
      reportShared(kind, domain, shared.get(kind) ?? [], check);
      for (const other of domains.slice(index + 1)) {
        const conflict = conflictOf(kind, own, other.names.get(kind) ?? []);
        if (conflict === null) continue;
        const { example, right } = conflict;
        const message =
          `domains "${domain.name}" and "${other.name}" both claim the ${kind} "${example}" ` +
          `(${places(conflict.left, right)})`;
        check.report(right.at, message, `narrow one of the two, or list it under shared.${KEY_OF_KIND[kind]}`);
      }
    }
  });
}

function reportShared(kind: NamedKind, domain: MergedDomain, shared: readonly Written[], check: PolicyChecker): void {
  const conflict = conflictOf(kind, domain.names.get(kind) ?? [], shared);
  if (conflict === null) return;
  const { example, left, right } = conflict;
  const message = `the ${kind} "${example}" is shared and domain "${domain.name}"'s as well (${places(left, right)})`;
  check.report(right.at, message, 'leave it out of one of the two');
}

/** A list of which everything is taken away again. */
function reportEmpty(kind: NamedKind, globs: readonly Written[], check: PolicyChecker): void {
  const [first] = globs;
  if (first === undefined) return;
  const names = compileNames(kind, globs.map(({ text }) => text)).whole;
  if (commonName(names, names) !== null) return;
  check.report(first.at, `"${KEY_OF_KIND[kind]}" can never match: all of it is taken away again`, 'narrow what "!" takes away');
}

/**
 * A file that two domains claim, found once the file is met: that their globs could meet (`**\/kol*` and
 * `**\/sme*` in `kol/sme.py`) is no mistake where the repository has no such file.
 */
export function reportFileOfTwo(path: string, [left, right]: readonly [MergedDomain, MergedDomain], check: PolicyChecker): void {
  const leftGlob = claimOf(left, path);
  const rightGlob = claimOf(right, path);
  if (leftGlob === undefined || rightGlob === undefined) return;
  const shown = pathWithin(right.files?.root ?? '', path) ?? path;
  const message =
    `domains "${left.name}" and "${right.name}" both claim files such as "${shown}" (${places(leftGlob, rightGlob)})`;
  check.report(rightGlob.at, message, 'take the files away from one of the two with "!"');
}

function claimOf({ files }: MergedDomain, path: string): Written | undefined {
  if (files === null) return undefined;
  return files.globs.find(({ text }) => !text.startsWith('!') && fileGlobs(files.root, [text]).covers(path));
}

interface Conflict {
  readonly example: string;
  readonly left: Written;
  readonly right: Written;
}

/** The first name that two lists of globs share, and the globs that claim it. */
function conflictOf(kind: Kind, left: readonly Written[], right: readonly Written[]): Conflict | null {
  if (left.length === 0 || right.length === 0) return null;
  const leftNames = compileNames(kind, left.map(({ text }) => text)).whole;
  const rightNames = compileNames(kind, right.map(({ text }) => text)).whole;
  const joined = commonName(leftNames, rightNames);
  if (joined === null) return null;
  const claims = ({ text }: Written): boolean =>
    !text.startsWith('!') && compileNames(kind, [text]).whole.holds(joined) === 'inside';
  const leftGlob = left.find(claims);
  const rightGlob = right.find(claims);
  if (leftGlob === undefined || rightGlob === undefined) return null;
  return { example: displayJoined(kind, joined), left: leftGlob, right: rightGlob };
}

function places(left: Written, right: Written): string {
  return `"${left.text}" at line ${left.at.line}, "${right.text}" at line ${right.at.line}`;
}
