import { setFlagsFromString } from 'node:v8';

/** The last release of Node whose engine is known to have the flag; another would complain of it on the terminal. */
const LAST_MEASURED = 24;

/**
 * Has the engine copy fewer functions into their callers where it compiles hot code; for the whole
 * process, so only a program of our own may ask for it.
 *
 * A scan ends before the large functions that inlining makes have paid for their compiling: over
 * aws-sdk-pandas (323 files) 200 units of bytecode a function, instead of the default 920, take 22 % off
 * the processor time on Node 20, 18 % on Node 22, 4 % on Node 24; over two million lines
 * (`bench/python-analysis.ts`) nothing is lost.
 */
export function inlineLess(): void {
  const release = Number.parseInt(process.versions.node, 10);
  if (release <= LAST_MEASURED) setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
}
