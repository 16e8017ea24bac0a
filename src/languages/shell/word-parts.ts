import type { Characters, Parameter, Word } from './syntax.js';

/** Characters that stand for themselves. */
export function characters(start: number, end: number, quoted: boolean): Characters {
  return { type: 'characters', start, end, quoted };
}

/** `$name`. */
export function parameter(name: string, start: number, end: number, quoted: boolean): Parameter {
  return {
    type: 'parameter', name, nameStart: start + 1, index: null, operator: '', word: null, quoted, start, end,
  };
}

/** A word of nothing. */
export function emptyWord(at: number): Word {
  return { type: 'word', parts: [], start: at, end: at };
}
