import { HOLE } from '../../references/text.js';
import { TOKEN, type Tokens } from './tokens.js';
import { startsLine } from './statement-boundaries.js';

/** What joins one string to the next, and does not belong to the text that they make together. */
export interface Joint {
  /** From the closing quote of one string to the opening quote of the next, both included. */
  readonly start: number;
  readonly end: number;
  /** What is joined in between, whose value is not known; empty where string follows string. */
  readonly unknown: { readonly start: number; readonly end: number };
}

const MOST_TOKENS = 1_000;

/** Words behind which an expression is over: `EXECUTE 'a' || b INTO c USING d`. */
const ENDS_AN_EXPRESSION = new Set(['INTO', 'USING', 'LOOP', 'AS', 'THEN']);

/**
 * Where the text ends that begins with the string at the token, quotes not included, and what stands in it
 * between strings: `'a' || b || 'c'`, in SQL Server `'a' + b + 'c'`.
 */
export function joinedStrings(tokens: Tokens, index: number): { readonly end: number; readonly joints: readonly Joint[] } {
  const joints: Joint[] = [];
  const limit = Math.min(tokens.count, index + MOST_TOKENS);
  let string = index;
  let end = endInside(tokens, string);
  for (let operand = operandBehind(tokens, string + 1); operand > 0; operand = operandBehind(tokens, string + 1)) {
    const next = nextString(tokens, operand, limit);
    const found = next < limit && tokens.kinds[next] === TOKEN.string;
    const last = found ? lastBeforeOperator(tokens, next) : next - 1;
    const unknownStart = tokens.starts[operand] ?? end;
    const unknown = { start: unknownStart, end: Math.max(unknownStart, last < operand ? unknownStart : (tokens.ends[last] ?? end)) };
    if (!found) {
      joints.push({ start: end, end: unknown.end, unknown });
      return { end: unknown.end, joints };
    }
    joints.push({ start: end, end: startInside(tokens, next), unknown });
    string = next;
    end = endInside(tokens, string);
  }
  return { end, joints };
}

/** The index of what is joined by an operator at the token; 0 where none is. */
function operandBehind({ symbols }: Tokens, index: number): number {
  if (symbols[index] === '+') return index + 1;
  return symbols[index] === '|' && symbols[index + 1] === '|' ? index + 2 : 0;
}

function lastBeforeOperator({ symbols }: Tokens, index: number): number {
  return symbols[index - 1] === '+' ? index - 2 : index - 3;
}

function startInside({ flat, starts }: Tokens, index: number): number {
  return flat.indexOf("'", starts[index]) + 1;
}

function endInside({ flat, starts, ends }: Tokens, index: number): number {
  const end = ends[index] ?? 0;
  return end - (starts[index] ?? 0) > 1 && flat[end - 1] === "'" ? end - 1 : end;
}

/** The index of the next string that is joined, outside of parentheses; else of the token behind the expression. */
function nextString(tokens: Tokens, index: number, limit: number): number {
  let depth = 0;
  for (let at = index; at < limit; at++) {
    const symbol = tokens.symbols[at] ?? '';
    const joined = OPERATORS.has(tokens.symbols[at - 1] ?? '');
    if (depth === 0 && joined && tokens.kinds[at] === TOKEN.string) return at;
    if (symbol === '(' || symbol === 'CASE') depth++;
    else if ((symbol === ')' || symbol === 'END') && --depth < 0) return at;
    else if (symbol === ';' || (depth === 0 && (symbol === ',' || ENDS_AN_EXPRESSION.has(symbol)))) return at;
    else if (depth === 0 && !joined && !OPERATORS.has(symbol) && startsLine(tokens, at)) return at;
  }
  return limit;
}

const OPERATORS: ReadonlySet<string> = new Set(['|', '+']);

/** The text with each joint filled: with holes for what is not known, up to the words that it is a part of, and blanks. */
export function withHolesAtJoints(flat: string, joints: readonly Joint[]): string {
  if (joints.length === 0) return flat;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, unknown } of [...joints].sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    const known = unknown.start === unknown.end;
    const left = known || STANDS_OFF.test(flat[start - 1] ?? ' ') ? ' ' : HOLE;
    const right = known || STANDS_OFF.test(flat[end] ?? ' ') ? ' ' : HOLE;
    pieces.push(
      flat.slice(at, start),
      left.repeat(unknown.start - start),
      HOLE.repeat(unknown.end - unknown.start),
      right.repeat(end - unknown.end),
    );
    at = end;
  }
  pieces.push(flat.slice(at));
  return pieces.join('');
}

/** Characters of which no word is made, so that what is joined to them is not a part of one. */
const STANDS_OFF = /[\s.,;=()]/;
