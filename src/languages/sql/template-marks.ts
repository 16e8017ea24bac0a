/**
 * Characters that the template layer puts into a text where the template said something that SQL has
 * no words for. Unicode noncharacters, like `HOLE`: no source file means anything by them.
 */
export const MARK = {
  /** Before, between and behind the branches of a condition: each is read on its own. */
  branch: '\uFDD1',
  otherBranch: '\uFDD2',
  branchEnd: '\uFDD3',
  /** A relation that dbt names, `{{ ref('x') }}`: it stands for a table but names none. */
  managed: '\uFDD4',
} as const;

/** Those where a condition branches. */
export const BRANCH_MARKS: ReadonlySet<string> = new Set([MARK.branch, MARK.otherBranch, MARK.branchEnd]);
