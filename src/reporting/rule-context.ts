/**
 * What a rule asks of ESLint: the part that all supported versions agree on. Written down here and not
 * taken from `@eslint/core`, whose types of one version do not fit those of the next.
 */
export interface RuleContext {
  readonly cwd: string;
  readonly filename: string;
  readonly options: readonly unknown[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly sourceCode: RuleSourceCode;
  report(violation: Violation): void;
}

export interface RuleSourceCode {
  readonly ast: unknown;
  /** Left out only by languages of binary files, of which there are none. */
  readonly text?: string;
}

/** A position as the linted file's language counts it. */
export interface Location {
  line: number;
  column: number;
}

export interface Violation {
  loc: { start: Location; end: Location };
  messageId: string;
  data: Record<string, string>;
  fix: ((fixer: Fixer) => Fix) | null;
  suggest: { messageId: string; data: Record<string, string>; fix(fixer: Fixer): Fix[] }[];
}

export interface Fixer {
  replaceTextRange(range: [number, number], text: string): Fix;
}

export interface Fix {
  range: [number, number];
  text: string;
}
