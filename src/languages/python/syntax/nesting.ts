import { damageAt } from './damage.js';
import type { Scanner } from './scanner.js';

/** As many brackets as CPython reads one in another (MAXLEVEL in Parser/lexer/state.h). */
const MOST_NESTED = 200;

/** What the expression that is being read lies in. */
export class Nesting {
  readonly #scanner: Scanner;
  depth = 0;
  /** How many f-strings are around. */
  formatted = 0;
  /** In a pattern `x if y` is no conditional expression and `as` may follow any part. */
  inPattern = false;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  reset(): void {
    this.depth = 0;
    this.formatted = 0;
    this.inPattern = false;
  }

  /** Whether nothing more may be nested. */
  isFull(): boolean {
    return this.depth >= MOST_NESTED;
  }

  /** Goes one deeper; throws where that is too deep. */
  enter(): void {
    if (++this.depth > MOST_NESTED) throw this.tooDeep();
  }

  leave(): void {
    this.depth--;
  }

  /** Reports the expression as nested too deeply, and gives what to throw. */
  tooDeep(): Error {
    return damageAt(this.#scanner, this.#scanner.start, 'this expression is nested too deeply to be read');
  }
}
