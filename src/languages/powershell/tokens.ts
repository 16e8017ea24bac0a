/** A piece of a PowerShell script. Pieces of a word stand without blanks between. */
export type Token = WordPiece | Sign | CommentToken;

/** A part of a word: characters as they are written, what stands in quotes, a variable. */
export interface WordPiece {
  readonly type: 'bare' | 'string' | 'variable' | 'unknown';
  /** Without quotes; a variable's name without its dollar sign. */
  readonly start: number;
  readonly end: number;
  /** Where the piece stands with all that belongs to it. */
  readonly from: number;
  readonly to: number;
  /** Whether variables and escapes count in it. */
  readonly expands: boolean;
  /** Whether it goes on with the word before it. */
  readonly joined: boolean;
}

/** What parts statements, commands and the items of lists. */
interface Sign {
  readonly type: 'sign';
  readonly sign: '\n' | ';' | '|' | '{' | '}' | '(' | ')' | '@(' | ',' | '=';
  readonly from: number;
  readonly to: number;
}

export interface CommentToken {
  readonly type: 'comment';
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

const BLANK = /(?:[ \t\uFEFF]|`\r?\n)+/y;
const COMMENT = /#[^\r\n]*|<#[^]*?(?:#>|$)/y;
const HERE_STRING = /@(["'])[ \t]*\r?\n([^]*?)(?:\r?\n\1@|$)/dy;
const SINGLE = /'((?:''|[^'])*)(?:'|$)/dy;
const DOUBLE = /"((?:""|`[^]|[^"`])*)(?:"|$)/dy;
/** `$bucket`, `${bucket}`, `$env:BUCKET`, `$script:bucket`. */
export const VARIABLE = /\$(?:\{((?:env:)?\w+)\}|((?:env:|script:|global:|local:)?[A-Za-z_]\w*))/dy;
/** What a part of a script gives, or a member of a thing: `$(…)`, `.Name`, `[0]`. */
const MEMBER = /(?:\.[A-Za-z_]\w*|\[[^\]\r\n]{0,200}\])+/y;
const SIGN = /\r?\n|@\(|[;|{}(),]/y;
const BARE = /(?:`[^\r\n]|[^\s`"'$;|{}(),#@=]|(?<=\S)[#@=]|@(?![("'])|\$(?![{(\w]))+/y;

/** The pieces of a script, in order; what is no piece of it is passed over. */
export function tokensOf(code: string): readonly Token[] {
  const tokens: Token[] = [];
  let joined = false;
  for (let at = 0; at < code.length; ) {
    const blank = lengthOf(BLANK, code, at);
    if (blank > 0) {
      at += blank;
      joined = false;
      continue;
    }
    const token: Token | null = isAssignment(code, at, tokens.at(-1), joined) ? sign('=', at, at + 1) : tokenAt(code, at, joined);
    if (token !== null) tokens.push(token);
    joined = token !== null && token.type !== 'sign' && token.type !== 'comment';
    at = token?.to ?? at + 1;
  }
  return tokens;
}

function tokenAt(code: string, at: number, joined: boolean): Token | null {
  const comment = joined ? 0 : lengthOf(COMMENT, code, at);
  if (comment > 0) return { type: 'comment', start: at + (code.startsWith('<#', at) ? 2 : 1), end: at + comment, from: at, to: at + comment };
  const quoted = quotedAt(code, at, joined);
  if (quoted !== null) return quoted;
  if (code[at] === '$') return variableAt(code, at, joined);
  const length = lengthOf(SIGN, code, at);
  if (length > 0) return sign(SIGNS.find((known) => code.startsWith(known, at)) ?? '\n', at, at + length);
  const bare = lengthOf(BARE, code, at);
  return bare === 0 ? null : { type: 'bare', start: at, end: at + bare, from: at, to: at + bare, expands: true, joined };
}

const SIGNS: readonly Sign['sign'][] = [';', '|', '{', '}', '(', ')', '@(', ','];

function sign(written: Sign['sign'], from: number, to: number): Sign {
  return { type: 'sign', sign: written, from, to };
}

/** `$a = 1`, `$a=1`; a word that has begun may hold an equals sign. */
function isAssignment(code: string, at: number, last: Token | undefined, joined: boolean): boolean {
  return code[at] === '=' && (!joined || last?.type === 'variable');
}

function quotedAt(code: string, at: number, joined: boolean): WordPiece | null {
  const kinds = [[HERE_STRING, 2, code.startsWith('@"', at)], [SINGLE, 1, false], [DOUBLE, 1, true]] as const;
  for (const [pattern, group, expands] of kinds) {
    pattern.lastIndex = at;
    const match = pattern.exec(code);
    const range = match?.indices?.[group];
    if (match !== null && range !== undefined) {
      return { type: 'string', start: range[0], end: range[1], from: at, to: at + match[0].length, expands, joined };
    }
  }
  return null;
}

/** A variable with what is taken of it, of which nothing is known; what `$(…)` runs is not known, either. */
function variableAt(code: string, at: number, joined: boolean): WordPiece | null {
  VARIABLE.lastIndex = at;
  const match = VARIABLE.exec(code);
  const range = match?.indices?.[1] ?? match?.indices?.[2];
  if (match === null || range === undefined) {
    const to = code.startsWith('$(', at) ? closingOf(code, at + 1) : at + 1;
    return { type: 'unknown', start: at, end: to, from: at, to, expands: false, joined };
  }
  const end = at + match[0].length;
  const member = lengthOf(MEMBER, code, end);
  if (member > 0) return { type: 'unknown', start: at, end: end + member, from: at, to: end + member, expands: false, joined };
  return { type: 'variable', start: range[0], end: range[1], from: at, to: end, expands: false, joined };
}

/** Behind the bracket that closes the one at an offset. */
function closingOf(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if (code[at] === '(') depth += 1;
    else if (code[at] === ')' && --depth === 0) return at + 1;
  }
  return code.length;
}

function lengthOf(pattern: RegExp, code: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(code)?.[0].length ?? 0;
}
