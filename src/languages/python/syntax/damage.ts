import type { Scanner } from './scanner.js';
import * as Token from './tokens.js';

/** Thrown, and caught at the next statement's begin, where no rule of the grammar goes on. Reported before. */
export const DAMAGE = new Error('Python source that no rule of the grammar fits');

/** Reports that the current token is not what was expected, and gives what to throw. */
export function damageAtToken(scanner: Scanner, expected: string): Error {
  return damageAt(scanner, scanner.start, `expected ${expected}, found ${describedToken(scanner)}`);
}

/** Reports what is wrong at an offset, and gives what to throw. */
export function damageAt(scanner: Scanner, offset: number, message: string): Error {
  scanner.report(message, offset);
  return DAMAGE;
}

function describedToken({ kind, text, start, end }: Scanner): string {
  if (kind === Token.END_OF_FILE) return 'the end of the file';
  if (kind === Token.NEWLINE) return 'the end of the line';
  return kind === Token.STRING || kind === Token.FORMATTED ? 'a string' : `'${text.slice(start, end)}'`;
}
