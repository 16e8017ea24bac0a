/**
 * Kinds of Python's tokens, as small numbers: the scanner makes a million of them in a second. A
 * delimiter or operator of one character is its character code; what is longer, and the keywords,
 * are numbered beyond ASCII.
 */

export const END_OF_FILE: number = 0;
export const NEWLINE: number = 1;
export const NAME: number = 2;
export const NUMBER: number = 3;
/** A literal without replacement fields, whole. */
export const STRING: number = 4;
/** An f-string or t-string up to its opening quote: what follows is read by the parser. */
export const FORMATTED: number = 5;
/** A character that Python has no use for. */
export const STRAY: number = 6;

export const EXCLAMATION: number = 33;
export const PERCENT: number = 37;
export const AMPERSAND: number = 38;
export const OPEN_PAREN: number = 40;
export const CLOSE_PAREN: number = 41;
export const STAR: number = 42;
export const PLUS: number = 43;
export const COMMA: number = 44;
export const MINUS: number = 45;
export const DOT: number = 46;
export const SLASH: number = 47;
export const COLON: number = 58;
export const SEMICOLON: number = 59;
export const LESS: number = 60;
export const EQUALS: number = 61;
export const GREATER: number = 62;
export const AT: number = 64;
export const OPEN_BRACKET: number = 91;
export const CLOSE_BRACKET: number = 93;
export const CARET: number = 94;
export const BACKQUOTE: number = 96;
export const OPEN_BRACE: number = 123;
export const BAR: number = 124;
export const CLOSE_BRACE: number = 125;
export const TILDE: number = 126;

export const ARROW: number = 128;
export const WALRUS: number = 129;
export const ELLIPSIS: number = 130;
export const DOUBLE_STAR: number = 131;
export const DOUBLE_SLASH: number = 132;
export const SHIFT: number = 133;
/** `==`, `!=`, `<=`, `>=` and Python 2's `<>`; `<` and `>` are their own characters. */
export const COMPARISON: number = 134;
/** `+=` and its like. */
export const AUGMENTED: number = 135;

export const AND: number = 140;
export const AS: number = 141;
export const ASSERT: number = 142;
export const ASYNC: number = 143;
export const AWAIT: number = 144;
export const BREAK: number = 145;
export const CLASS: number = 146;
export const CONTINUE: number = 147;
export const DEF: number = 148;
export const DEL: number = 149;
export const ELIF: number = 150;
export const ELSE: number = 151;
export const EXCEPT: number = 152;
export const FINALLY: number = 153;
export const FOR: number = 154;
export const FROM: number = 155;
export const GLOBAL: number = 156;
export const IF: number = 157;
export const IMPORT: number = 158;
export const IN: number = 159;
export const IS: number = 160;
export const LAMBDA: number = 161;
export const NONLOCAL: number = 162;
export const NOT: number = 163;
export const OR: number = 164;
export const PASS: number = 165;
export const RAISE: number = 166;
export const RETURN: number = 167;
export const TRY: number = 168;
export const WHILE: number = 169;
export const WITH: number = 170;
export const YIELD: number = 171;
/** True, False and None. */
export const CONSTANT: number = 172;

const KINDS = 176;

const KEYWORDS: ReadonlyMap<string, number> = new Map([
  ['and', AND],
  ['as', AS],
  ['assert', ASSERT],
  ['async', ASYNC],
  ['await', AWAIT],
  ['break', BREAK],
  ['class', CLASS],
  ['continue', CONTINUE],
  ['def', DEF],
  ['del', DEL],
  ['elif', ELIF],
  ['else', ELSE],
  ['except', EXCEPT],
  ['finally', FINALLY],
  ['for', FOR],
  ['from', FROM],
  ['global', GLOBAL],
  ['if', IF],
  ['import', IMPORT],
  ['in', IN],
  ['is', IS],
  ['lambda', LAMBDA],
  ['nonlocal', NONLOCAL],
  ['not', NOT],
  ['or', OR],
  ['pass', PASS],
  ['raise', RAISE],
  ['return', RETURN],
  ['try', TRY],
  ['while', WHILE],
  ['with', WITH],
  ['yield', YIELD],
  ['True', CONSTANT],
  ['False', CONSTANT],
  ['None', CONSTANT],
]);

const SHORTEST_KEYWORD = 2;
const LONGEST_KEYWORD = 8;

/** The slot of a word in the tables below: first and last character and length tell keywords apart. */
function slotOf(text: string, start: number, length: number): number {
  return (text.charCodeAt(start) + text.charCodeAt(start + length - 1) + length * 19) & 255;
}

const SLOT_WORDS: string[] = Array.from({ length: 256 }, () => '');
const SLOT_KINDS = new Uint8Array(256);
for (const [word, kind] of KEYWORDS) {
  const slot = slotOf(word, 0, word.length);
  if (SLOT_KINDS[slot] !== 0) throw new Error(`The keyword '${word}' shares its slot with another.`);
  SLOT_WORDS[slot] = word;
  SLOT_KINDS[slot] = kind;
}

/** The kind of the word at `start` of `text`: a keyword's own, or NAME. */
export function kindOfWord(text: string, start: number, length: number): number {
  if (length < SHORTEST_KEYWORD || length > LONGEST_KEYWORD) return NAME;
  const slot = slotOf(text, start, length);
  const kind = SLOT_KINDS[slot] ?? 0;
  if (kind === 0) return NAME;
  const word = SLOT_WORDS[slot] ?? '';
  return word.length === length && text.startsWith(word, start) ? kind : NAME;
}

function flags(kinds: readonly number[]): Uint8Array {
  const table = new Uint8Array(KINDS);
  for (const kind of kinds) table[kind] = 1;
  return table;
}

/** Keywords that begin a statement and can stand in no expression, so that brackets must be over. */
export const STATEMENT_ONLY = flags([
  ASSERT, BREAK, CLASS, CONTINUE, DEF, DEL, ELIF, EXCEPT, FINALLY, GLOBAL, IMPORT, NONLOCAL, PASS, RAISE, RETURN,
  TRY, WHILE, WITH,
]);

/** Tokens that begin a line's statement rather than go on with the expression of the line before. */
export const BEGINS_STATEMENT = flags([
  NAME, AT, ASSERT, ASYNC, AWAIT, BREAK, CLASS, CONTINUE, DEF, DEL, ELIF, ELSE, EXCEPT, FINALLY, FOR, FROM, GLOBAL, IF,
  IMPORT, NONLOCAL, PASS, RAISE, RETURN, TRY, WHILE, WITH, YIELD,
]);

/** Tokens that may be the first of an expression. */
export const BEGINS_EXPRESSION = flags([
  NAME, NUMBER, STRING, FORMATTED, OPEN_PAREN, OPEN_BRACKET, OPEN_BRACE, STAR, PLUS, MINUS, TILDE, BACKQUOTE,
  ELLIPSIS, AWAIT, LAMBDA, NOT, YIELD, CONSTANT, ASYNC,
]);

export const OR_PRECEDENCE: number = 1;
export const AND_PRECEDENCE: number = 2;
export const COMPARE_PRECEDENCE: number = 4;
export const BITWISE_PRECEDENCE: number = 5;

/** How tightly an operator between two operands binds; 0 for what is none. */
export const PRECEDENCE = precedences();

function precedences(): Uint8Array {
  const table = new Uint8Array(KINDS);
  const levels: readonly (readonly [number, readonly number[]])[] = [
    [OR_PRECEDENCE, [OR]],
    [AND_PRECEDENCE, [AND]],
    [COMPARE_PRECEDENCE, [LESS, GREATER, COMPARISON, IN, IS, NOT]],
    [BITWISE_PRECEDENCE, [BAR]],
    [6, [CARET]],
    [7, [AMPERSAND]],
    [8, [SHIFT]],
    [9, [PLUS, MINUS]],
    [10, [STAR, SLASH, DOUBLE_SLASH, PERCENT, AT]],
  ];
  for (const [level, kinds] of levels) for (const kind of kinds) table[kind] = level;
  return table;
}
