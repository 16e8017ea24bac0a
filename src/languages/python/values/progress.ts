/** So many expressions are evaluated for one question. */
export const MOST_STEPS = 3_000;
/** So many calls are followed into their functions for one question. */
export const MOST_FRAMES = 48;

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
  /** The depth of the outermost open evaluation that the last one depended on. */
  lowest: Number.POSITIVE_INFINITY,
  /** Each forgets what was found within a cycle, once the evaluation that it depends on is done. */
  provisional: new Array<() => void>(),
};

/** So much of a collection is gone through for what one evaluated expression costs. */
const ITEMS_OF_A_STEP = 16;

/** Takes what going through a collection of such a size costs; false where no more may be evaluated. */
export function maySpend(size: number): boolean {
  progress.left -= size / ITEMS_OF_A_STEP;
  return progress.left > 0;
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
  // What an answer holds is worked out when it is asked for, perhaps outside of any question.
  progress.left = MOST_STEPS;
}

/** What an evaluation gives, worked out when it is first asked for, and kept unless it depends on something still open. */
export function whenAsked<Result>(evaluate: () => Result): () => Result {
  let kept: { readonly result: Result } | null = null;
  return () => {
    if (kept !== null) return kept.result;
    const outside = progress.lowest;
    progress.lowest = Number.POSITIVE_INFINITY;
    const result = evaluate();
    if (progress.lowest === Number.POSITIVE_INFINITY) kept = { result };
    progress.lowest = Math.min(outside, progress.lowest);
    return result;
  };
}
