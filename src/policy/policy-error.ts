/** One thing wrong with a policy file, and where; lines and columns are 1-based. */
export interface PolicyProblem {
  /** The policy file's absolute path. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string | null;
}

/** A policy file that cannot be used, with everything that is wrong in it. */
export class PolicyError extends Error {
  readonly problems: readonly PolicyProblem[];

  constructor(problems: readonly PolicyProblem[]) {
    super(problems.map(showProblem).join('\n'));
    this.name = 'PolicyError';
    this.problems = problems;
    // Where in this code it was found out says nothing to whoever mends the policy, and ESLint prints the stack.
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** `file:line:column  what is wrong: what to do`. */
export function showProblem({ file, line, column, message, hint }: PolicyProblem): string {
  return `${file}:${line}:${column}  ${message}${hint === null ? '' : `: ${hint}`}`;
}
