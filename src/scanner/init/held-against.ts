import { createPolicy } from '../../policy/create-policy.js';
import { PolicyChecker } from '../../policy/policy-checker.js';
import { KEY_OF_KIND } from '../../policy/policy-document.js';
import { PolicyError } from '../../policy/policy-error.js';
import { parsePolicyText } from '../../policy/policy-node.js';
import type { Judgement, Policy } from '../../policy/policy.js';
import { readPolicy } from '../../policy/read-policy.js';
import { resolve } from 'node:path';
import { groupBy } from '../group-by.js';
import { shownName } from './found-name.js';
import type { FoundName, FoundUse } from './found-name.js';
import type { ProposedGrant } from './policy-text.js';

/** A use that the proposed policy would report. */
export interface ReportedUse {
  readonly found: FoundName;
  readonly use: FoundUse;
  readonly fileDomain: string | null;
  readonly judgement: Judgement;
}

/** The policy that a text says. Throws a `PolicyError` where two domains would claim one name, or one file. */
export function policyOfText(file: string, text: string): Policy {
  const check = new PolicyChecker();
  const { root, problems } = parsePolicyText(file, text);
  check.problems.push(...problems);
  const document = root === null ? null : readPolicy(root, check);
  if (document === null || check.problems.length > 0) throw new PolicyError(check.problems);
  const policy = createPolicy(file, [{ file, root: resolve(file, '..'), document }], '1970-01-01', check);
  if (check.problems.length > 0) throw new PolicyError(check.problems);
  return policy;
}

/** The uses of names that a policy takes for foreign or outside. */
export function reportedBy(policy: Policy, names: readonly FoundName[]): ReportedUse[] {
  return names.flatMap((found) =>
    found.uses.flatMap((use) => {
      const fileDomain = policy.domainOf(resolve(policy.root, use.file));
      const { kind, name, catalog } = found;
      const qualifier = catalog === null ? [] : [catalog];
      const judgement = policy.judge({ kind, name, qualifier, path: null, access: use.access, fileDomain });
      const isReported = judgement.verdict === 'foreign' || judgement.verdict === 'outside';
      return isReported ? [{ found, use, fileDomain, judgement }] : [];
    }),
  );
}

/** What could be granted: the foreign names that are read. */
export function grantsFor(reported: readonly ReportedUse[]): ProposedGrant[] {
  const reads = reported.filter(({ judgement, use }) => judgement.verdict === 'foreign' && use.access === 'read');
  const groups = groupBy(reads, ({ found, fileDomain }) => `${fileDomain} ${found.kind} ${shownName(found)}`);
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined || first.fileDomain === null || first.judgement.owner === null) return [];
    const { found, use, fileDomain, judgement } = first;
    return [
      {
        domain: fileDomain,
        owner: judgement.owner ?? '',
        key: KEY_OF_KIND[found.kind],
        name: shownName(found),
        uses: others.length + 1,
        place: `${use.file}:${use.line}`,
      },
    ];
  });
}
