/** `{a,b}` has its pieces, each as a range of the text; of `{1..9}` only its length counts. */
export interface BraceExpression {
  readonly length: number;
  readonly pieces: readonly (readonly [number, number])[] | null;
}

export const LONGEST_BRACES = 500;
const BRACE_LIST = /^\{[^\s{}]*,[^\s]*\}$/;
const BRACE_RANGE = /^\{[\w-]+\.\.[\w-]+(?:\.\.\d+)?\}$/;

/** The brace expression that a text begins with; null where the brace is an ordinary character. */
export function braceExpression(code: string): BraceExpression | null {
  const written = code.slice(0, matchingBrace(code) + 1);
  if (BRACE_RANGE.test(written)) return { length: written.length, pieces: null };
  return BRACE_LIST.test(written) ? { length: written.length, pieces: bracePieces(written) } : null;
}

/** Where the brace that opens a text is closed; -1 where a blank or the end comes before. */
function matchingBrace(code: string): number {
  let open = 0;
  for (let index = 0; index < code.length; index++) {
    const character = code[index];
    if (character === '{') open += 1;
    else if (character === '}' && --open === 0) return index;
    else if (character === '"' || character === "'" || /\s/.test(character ?? '')) return -1;
  }
  return -1;
}

/** The ranges between the outer commas of `{a,b{c,d}}`. */
function bracePieces(written: string): [number, number][] {
  const pieces: [number, number][] = [];
  let open = 0;
  let from = 1;
  for (let index = 0; index < written.length; index++) {
    const character = written[index];
    if (character === '{') open += 1;
    else if (character === '}') open -= 1;
    if ((character === ',' && open === 1) || (character === '}' && open === 0)) {
      pieces.push([from, index]);
      from = index + 1;
    }
  }
  return pieces;
}
