import { concatenation, hole, slice, type Text } from '../../references/text.js';
import type { Place } from '../../references/source.js';

export interface ExpressionToken {
  readonly form: 'string' | 'name' | 'number' | 'operator';
  readonly start: number;
  readonly end: number;
}

const TOKEN = /\s*(?:("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')|([A-Za-z_]\w*)|(\d[\w.]*)|([^\s]))/y;

/** Goes over the tokens of one of Jinja's expressions. */
export abstract class TemplateCursor {
  protected readonly tokens: readonly ExpressionToken[];
  protected at = 0;

  constructor(
    protected readonly text: Text,
    protected readonly start: number,
    protected readonly end: number,
  ) {
    this.tokens = tokensIn(text.flat, start, end);
  }

  protected place(start: number, end: number): Place {
    return slice(this.text, start, Math.max(end, start + 1)).written;
  }

  protected hole(): Text {
    const said = this.text.flat.slice(this.start, this.end);
    const start = this.start + said.length - said.trimStart().length;
    return hole(this.place(start, Math.max(start, this.start + said.trimEnd().length)));
  }

  protected spelling(index: number): string {
    const token = this.tokens[index];
    return token === undefined ? '' : this.text.flat.slice(token.start, token.end);
  }

  protected accept(spelling: string): boolean {
    if (this.spelling(this.at) !== spelling || this.tokens[this.at]?.form === 'string') return false;
    this.at++;
    return true;
  }

  protected isAt(word: string): boolean {
    return this.spelling(this.at) === word && this.tokens[this.at]?.form === 'name';
  }

  /** Goes on behind the ELSE of a condition; false where none is. */
  protected skipCondition(): boolean {
    for (let depth = 0; this.at < this.tokens.length; this.at++) {
      if (depth === 0 && this.isAt('else')) {
        this.at++;
        return true;
      }
      const bracket = this.tokens[this.at]?.form === 'operator' ? this.spelling(this.at) : '';
      if ('([{'.includes(bracket) && bracket !== '') depth++;
      else if (')]}'.includes(bracket) && bracket !== '' && --depth < 0) return false;
      else if (bracket === ',' && depth === 0) return false;
    }
    return false;
  }

  protected closes(): boolean {
    return this.accept(']') || this.accept(')');
  }

  protected joined(values: readonly Text[], start: number): Text {
    const end = this.tokens[this.at - 1]?.end ?? this.end;
    const place = this.place(start, end);
    return concatenation(
      values.map((value) => ({ text: value, place: value.place })),
      place,
    );
  }
}

function tokensIn(flat: string, start: number, end: number): ExpressionToken[] {
  const tokens: ExpressionToken[] = [];
  TOKEN.lastIndex = start;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(flat);
    if (match === null) break;
    const spelling = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    const tokenEnd = TOKEN.lastIndex;
    if (tokenEnd > end) break;
    const form = match[1] !== undefined ? 'string' : match[2] !== undefined ? 'name' : match[3] !== undefined ? 'number' : 'operator';
    tokens.push({ form, start: tokenEnd - spelling.length, end: tokenEnd });
  }
  return tokens;
}
