import type { SqlComment } from './sql-reading.js';

/** What a token is; `END` stands for every place behind the last one. */
export const TOKEN = {
  end: 0,
  word: 1,
  quoted: 2,
  string: 3,
  dollarString: 4,
  number: 5,
  punctuation: 6,
  metaCommand: 7,
  /** `@x`, `#temp`, `@stage/path`: what a session keeps for itself, and no name of ours. */
  variable: 8,
} as const;

/**
 * The tokens of a piece of SQL, one array a property: a file of 10 MB has millions of them.
 * `symbols` holds the keyword in upper case or the punctuation itself, and '' for every other token.
 */
export interface Tokens {
  readonly flat: string;
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly symbols: readonly string[];
  readonly comments: readonly SqlComment[];
}

/** The symbol of a psql command. */
export const META_COMMAND = '\\';

/** Tokens as they are found: the arrays grow, and the last ones can be taken back. */
export class TokenBuffer {
  count = 0;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  readonly symbols: string[] = [];
  private readonly comments: SqlComment[] = [];
  private capacity: number;

  /** @param length how many characters there are: few tokens are shorter than four */
  constructor(length: number) {
    this.capacity = Math.max(16, length >> 2);
    this.kinds = new Uint8Array(this.capacity);
    this.starts = new Int32Array(this.capacity);
    this.ends = new Int32Array(this.capacity);
  }

  push(kind: number, start: number, end: number, symbol: string): void {
    if (this.count === this.capacity) this.grow();
    this.kinds[this.count] = kind;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.symbols.push(symbol);
    this.count++;
  }

  comment(comment: SqlComment): void {
    this.comments.push(comment);
  }

  /** Forgets the tokens from an index on, and the comments from an offset on. */
  forget(index: number, offset: number): void {
    this.count = index;
    this.symbols.length = index;
    while ((this.comments.at(-1)?.start ?? 0) > offset) this.comments.pop();
  }

  /** What was found in a text. */
  of(flat: string): Tokens {
    const { count, kinds, starts, ends, symbols, comments } = this;
    return { flat, count, kinds, starts, ends, symbols, comments };
  }

  private grow(): void {
    this.capacity *= 2;
    const kinds = new Uint8Array(this.capacity);
    const starts = new Int32Array(this.capacity);
    const ends = new Int32Array(this.capacity);
    kinds.set(this.kinds);
    starts.set(this.starts);
    ends.set(this.ends);
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
  }
}
