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
  }
}

/** `file:line:column  what is wrong: what to do`. */
function showProblem({ file, line, column, message, hint }: PolicyProblem): string {
  return `${file}:${line}:${column}  ${message}${hint === null ? '' : `: ${hint}`}`;
}
