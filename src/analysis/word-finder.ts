/** A word to find, in lower case; where `as` is given, only where that fits from the word's start on. */
export interface Trigger {
  readonly word: string;
  readonly as?: RegExp;
}

/** A row of the table has a column for each ASCII character; all others are in no word. */
const WIDTH = 128;

/**
 * Finds whether a text has one of many words, in any case, in one pass over it whatever their number
 * (Aho and Corasick's automaton as a table). Words are ASCII; throws on others.
 */
export class WordFinder {
  /** Where each character leads from each state; states are the beginnings of their rows, negative where words end. */
  readonly #next: Int32Array;
  readonly #endings: ReadonlyMap<number, readonly Trigger[]>;

  constructor(triggers: readonly Trigger[]) {
    const states = statesOf(triggers);
    this.#next = tableOf(states);
    this.#endings = new Map(states.map(({ row, endings }) => [row, endings]));
  }

  isIn(text: string): boolean {
    const next = this.#next;
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const character = text.charCodeAt(at);
      state = character < WIDTH ? (next[state + character] ?? 0) : 0;
      if (state >= 0) continue;
      state = -state;
      if (this.#endsAt(state, text, at + 1)) return true;
    }
    return false;
  }

  #endsAt(state: number, text: string, end: number): boolean {
    for (const { word, as } of this.#endings.get(state) ?? []) {
      if (as === undefined) return true;
      as.lastIndex = end - word.length;
      if (as.test(text)) return true;
    }
    return false;
  }
}

/** What was read so far of one or more words. */
interface State {
  readonly row: number;
  readonly next: Map<number, State>;
  /** The state of the longest end of it that begins a word, too; its own at the start. */
  back: State | null;
  /** The words that end here. */
  readonly endings: Trigger[];
}

/** The states in an order in which each comes after the one that is behind it; the start first. */
function statesOf(triggers: readonly Trigger[]): readonly State[] {
  let rows = 0;
  const state = (): State => ({ row: WIDTH * rows++, next: new Map(), back: null, endings: [] });
  const start = state();
  for (const trigger of triggers) {
    let at = start;
    for (const character of codesOf(trigger.word)) {
      const known = at.next.get(character) ?? state();
      at.next.set(character, known);
      at = known;
    }
    at.endings.push(trigger);
  }
  const states = [start];
  for (const at of states) {
    for (const [character, to] of at.next) {
      to.back = at === start ? start : after(at.back, character, start);
      to.endings.push(...to.back.endings);
      states.push(to);
    }
  }
  return states;
}

/** Where a character leads from a state, or from the longest end of it that goes on with it. */
function after(from: State | null, character: number, start: State): State {
  for (let at = from; at !== null; at = at.back) {
    const to = at.next.get(character);
    if (to !== undefined) return to;
  }
  return start;
}

function tableOf(states: readonly State[]): Int32Array {
  const table = new Int32Array(states.length * WIDTH);
  for (const at of states) {
    if (at.back !== null) table.copyWithin(at.row, at.back.row, at.back.row + WIDTH);
    for (const [character, { row, endings }] of at.next) {
      const to = endings.length > 0 ? -row : row;
      table[at.row + character] = to;
      table[at.row + String.fromCharCode(character).toUpperCase().charCodeAt(0)] = to;
    }
  }
  return table;
}

function codesOf(word: string): readonly number[] {
  const codes = [...word.toLowerCase()].map((character) => character.charCodeAt(0));
  if (codes.some((code) => code >= WIDTH)) throw new Error(`'${word}' has a character that a word to find may not have`);
  return codes;
}
