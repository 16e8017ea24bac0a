/** So many expressions are evaluated for one question. */
export const MOST_STEPS = 3_000;
/** So many calls are followed into their functions for one question. */
export const MOST_FRAMES = 48;

/** Whether what was allowed for a question ran out: not, it did, or it did within something that is kept nevertheless. */
type Spent = 'no' | 'yes' | 'kept';

/**
 * How far the evaluation under way has come. One for all modules, since one question may lead through
 * several; it is at its start again whenever no question is being answered.
 */
export const progress = {
  depth: 0,
  /** How many expressions may still be evaluated. */
  left: MOST_STEPS,
  /** How many calls may still be followed into their functions. */
  frames: MOST_FRAMES,
  /** The depth of the outermost open evaluation that the last one depended on; less than any, where it depended on something else under way. */
  lowest: Number.POSITIVE_INFINITY,
  /** Whether the last evaluation depended on which calls of functions it lies within. */
  inCalls: false,
  spent: 'no' as Spent,
  /** Each forgets what was found within a cycle, once the evaluation that it depends on is done. */
  provisional: new Array<() => void>(),
};

/** What evaluations around one depended on before it began. */
export interface Outside {
  readonly lowest: number;
  readonly inCalls: boolean;
  readonly spent: Spent;
}

/** Begins something that is to be kept if it depends on nothing open. */
export function enter(): Outside {
  const { lowest, inCalls, spent } = progress;
  progress.lowest = Number.POSITIVE_INFINITY;
  progress.inCalls = false;
  progress.spent = 'no';
  return { lowest, inCalls, spent };
}

/** Whether what was begun last depends on nothing but itself. */
export function isSettled(): boolean {
  return progress.lowest === Number.POSITIVE_INFINITY && !progress.inCalls && progress.spent === 'no';
}

/** Ends it: what it depended on, what is around it depends on, too. */
export function leave(outside: Outside): void {
  progress.lowest = Math.min(outside.lowest, progress.lowest);
  progress.inCalls ||= outside.inCalls;
  if (progress.spent === 'no') progress.spent = outside.spent;
}

/** So much of a collection is gone through for what one evaluated expression costs. */
const ITEMS_OF_A_STEP = 16;

/** Takes what going through a collection of such a size costs; false where no more may be evaluated. */
export function maySpend(size: number): boolean {
  progress.left -= size / ITEMS_OF_A_STEP;
  if (progress.left > 0) return true;
  runOut();
  return false;
}

/** Says that nothing more was allowed. */
export function runOut(): void {
  progress.spent = 'yes';
}

/** Forgets what was found within cycles since there were so many of such findings. */
export function forget(before: number): void {
  if (progress.provisional.length === before) return;
  for (const forgetOne of progress.provisional.splice(before)) forgetOne();
}

/** Ends a question: nothing depends on anything open any more. */
export function settle(): void {
  forget(0);
  progress.lowest = Number.POSITIVE_INFINITY;
  progress.inCalls = false;
  progress.spent = 'no';
  // What an answer holds is worked out when it is asked for, perhaps outside of any question.
  progress.left = MOST_STEPS;
}

/** What an evaluation gives, worked out when it is first asked for, and kept unless it depends on something still open. */
export function whenAsked<Result>(evaluate: () => Result): () => Result {
  let kept: { readonly result: Result } | null = null;
  return () => {
    if (kept !== null) return kept.result;
    const outside = enter();
    const result = evaluate();
    if (isSettled()) kept = { result };
    leave(outside);
    return result;
  };
}
