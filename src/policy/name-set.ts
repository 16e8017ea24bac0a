import type { Name } from '../references/name.js';
import { HOLE } from '../references/text.js';
import { PART_END } from './glob.js';
import type { CharacterSet, Pattern } from './glob.js';

/**
 * A set of names, as globs describe it, that can be asked about a name of which parts are not known.
 *
 * The patterns run side by side as one automaton that is made deterministic as far as it is needed.
 * A hole leads to every state that any text leads to, so the states at the end tell of all
 * completions of the name at once.
 */
export interface NameSet {
  /**
   * `inside` where every completion of the name is in the set (a hole being any text, the empty one
   * included), `outside` where none is, else `undecided`.
   */
  holds(name: Name): Membership;
}

export type Membership = 'inside' | 'outside' | 'undecided';

/** The names that one of `included` matches and none of `excluded`. */
export function nameSet(included: readonly Pattern[], excluded: readonly Pattern[] = []): NameSet {
  return new Automaton(included, excluded);
}

/** One of the shortest names that both sets hold; null where they share none. */
export function commonName(left: NameSet, right: NameSet): string | null {
  if (!(left instanceof Automaton) || !(right instanceof Automaton)) return null;
  return shortestCommon(left, right);
}

/** Globs beyond any platform's could make more states than memory holds: then nothing is decided. */
const MAX_STATES = 20_000;
const PART_END_CODE = PART_END.charCodeAt(0);

interface State {
  readonly id: number;
  /** Indexes into the joined rows of all patterns, in order. */
  readonly positions: readonly number[];
  readonly accepts: boolean;
  /** By symbol, filled when first asked for. */
  readonly next: (State | undefined)[];
  /** What a hole leads to, filled when first asked for. */
  reachable: readonly State[] | undefined;
}

interface Row {
  readonly set: CharacterSet | null;
  readonly repeated: boolean;
  /** What the end of the pattern says of the name. */
  readonly end: 'included' | 'excluded' | null;
}

class Automaton implements NameSet {
  readonly #rows: Row[] = [];
  readonly #states = new Map<string, State>();
  /** First code unit of each symbol: characters that no pattern tells apart are one symbol. */
  readonly symbols: readonly number[];
  readonly start: State;

  constructor(included: readonly Pattern[], excluded: readonly Pattern[]) {
    const starts = [
      ...included.map((pattern) => this.#addRows(pattern, 'included')),
      ...excluded.map((pattern) => this.#addRows(pattern, 'excluded')),
    ];
    this.symbols = symbolsOf(this.#rows);
    this.start = this.#stateAt(starts);
  }

  holds(name: Name): Membership {
    let states: readonly State[] = [this.start];
    for (let index = 0; index < name.length; index++) {
      const code = name.charCodeAt(index);
      states = name[index] === HOLE ? this.#reachableFrom(states) : this.#after(states, code);
      if (this.#states.size > MAX_STATES) return 'undecided';
    }
    const accepting = states.filter((state) => state.accepts).length;
    if (accepting === 0) return 'outside';
    return accepting === states.length ? 'inside' : 'undecided';
  }

  step(state: State, code: number): State {
    const symbol = symbolAt(this.symbols, code);
    let next = state.next[symbol];
    if (next === undefined) {
      const moved: number[] = [];
      for (const position of state.positions) {
        const row = this.#rows[position];
        if (row?.set && contains(row.set, code)) moved.push(row.repeated ? position : position + 1);
      }
      next = this.#stateAt(moved);
      state.next[symbol] = next;
    }
    return next;
  }

  #addRows(pattern: Pattern, end: 'included' | 'excluded'): number {
    const start = this.#rows.length;
    for (const { set, repeated } of pattern) this.#rows.push({ set, repeated, end: null });
    this.#rows.push({ set: null, repeated: false, end });
    return start;
  }

  #stateAt(positions: readonly number[]): State {
    const closed = new Set<number>();
    for (const first of positions) {
      let position = first;
      closed.add(position);
      while (this.#rows[position]?.repeated === true) closed.add(++position);
    }
    const sorted = [...closed].sort((a, b) => a - b);
    const key = sorted.join();
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const ends = new Set(sorted.map((position) => this.#rows[position]?.end));
    const accepts = ends.has('included') && !ends.has('excluded');
    const id = this.#states.size;
    const state: State = { id, positions: sorted, accepts, next: [], reachable: undefined };
    this.#states.set(key, state);
    return state;
  }

  #after(states: readonly State[], code: number): readonly State[] {
    const [only] = states;
    if (states.length === 1 && only !== undefined) return [this.step(only, code)];
    return [...new Set(states.map((state) => this.step(state, code)))];
  }

  #reachableFrom(states: readonly State[]): readonly State[] {
    return [...new Set(states.flatMap((state) => this.#reachable(state)))];
  }

  #reachable(from: State): readonly State[] {
    if (from.reachable !== undefined) return from.reachable;
    const found = new Set([from]);
    for (const state of found) {
      for (const code of this.symbols) if (code !== PART_END_CODE) found.add(this.step(state, code));
      if (this.#states.size > MAX_STATES) break;
    }
    from.reachable = [...found];
    return from.reachable;
  }
}

/** The code units at which some set of the rows begins or has just ended, with the part end alone. */
function symbolsOf(rows: readonly Row[]): number[] {
  const starts = new Set([PART_END_CODE, PART_END_CODE + 1]);
  for (const row of rows) {
    for (const [low, high] of row.set ?? []) {
      starts.add(low);
      if (high < 0xffff) starts.add(high + 1);
    }
  }
  return [...starts].sort((a, b) => a - b);
}

/** The index of the last symbol that begins at or before a code unit. */
function symbolAt(symbols: readonly number[], code: number): number {
  let low = 0;
  let high = symbols.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((symbols[middle] ?? 0) <= code) low = middle;
    else high = middle - 1;
  }
  return low;
}

function contains(set: CharacterSet, code: number): boolean {
  for (const [low, high] of set) if (code >= low && code <= high) return true;
  return false;
}

interface Pair {
  readonly left: State;
  readonly right: State;
  readonly name: string;
}

/** Walks both automata at once, shortest names first. */
function shortestCommon(left: Automaton, right: Automaton): string | null {
  const codes = readableCodes([...left.symbols, ...right.symbols]);
  const queue: Pair[] = [{ left: left.start, right: right.start, name: '' }];
  // Not the pair it begins with: `*` comes back to it with a name that is no longer empty.
  const seen = new Set<string>();
  for (const pair of queue) {
    if (pair.left.accepts && pair.right.accepts && pair.name !== '') return pair.name;
    for (const code of codes) {
      const next = {
        left: left.step(pair.left, code),
        right: right.step(pair.right, code),
        name: pair.name + String.fromCharCode(code),
      };
      const key = `${next.left.id} ${next.right.id}`;
      if (next.left.positions.length === 0 || next.right.positions.length === 0 || seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
    if (seen.size > MAX_STATES) return null;
  }
  return null;
}

/** One code unit for each symbol, a letter where there is one: examples are for people to read. */
function readableCodes(starts: readonly number[]): number[] {
  const sorted = [...new Set(starts)].sort((a, b) => a - b);
  return sorted
    .map((start, index) => readableIn(start, (sorted[index + 1] ?? 0x10000) - 1))
    .sort((a, b) => readability(a) - readability(b));
}

function readableIn(low: number, high: number): number {
  for (const [from, to] of READABLE) {
    const start = Math.max(low, from);
    if (start <= Math.min(high, to)) return start;
  }
  return low;
}

/** Ranges in the order in which an example should take its characters from them. */
const READABLE = [
  [0x61, 0x7a],
  [0x41, 0x5a],
  [0x30, 0x39],
  [0x5f, 0x5f],
  [0x2d, 0x2d],
] as const;

function readability(code: number): number {
  const index = READABLE.findIndex(([low, high]) => code >= low && code <= high);
  return index === -1 ? READABLE.length : index;
}
