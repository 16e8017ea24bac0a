import type { CallArgument, Comprehension } from './syntax.js';
import type { BracketParser } from './bracket-parser.js';
import type { ExpressionParser } from './expression-parser.js';
import type { Scanner } from './scanner.js';
import * as Token from './tokens.js';

/** Reads the arguments of calls and classes. */
export class ArgumentParser {
  readonly #scanner: Scanner;
  readonly #expressions: ExpressionParser;
  readonly #brackets: BracketParser;

  constructor(scanner: Scanner, expressions: ExpressionParser, brackets: BracketParser) {
    this.#scanner = scanner;
    this.#expressions = expressions;
    this.#brackets = brackets;
  }

  /** Arguments in their parentheses, of a call or of a class. */
  read(): CallArgument[] {
    const scanner = this.#scanner;
    const open = scanner.start;
    const parsed: CallArgument[] = [];
    scanner.next();
    while (scanner.kind !== Token.CLOSE_PAREN) {
      parsed.push(this.#argument(parsed.length === 0 ? open : scanner.start));
      if (scanner.kind === Token.COMMA) scanner.next();
      else if (this.#begins()) scanner.report("a ',' is missing here", scanner.start);
      else break;
    }
    this.#expressions.expect(Token.CLOSE_PAREN, "',' or ')'");
    return parsed;
  }

  /**
   * Whether another argument stands on a line of its own, though nothing divides it from the last: `a=1⏎b=2`.
   * With spaces around its `=` it may as well be a statement behind a bracket that is not closed.
   */
  #begins(): boolean {
    const { kind, text, start, end, previousEnd } = this.#scanner;
    return kind === Token.NAME && /^=[^=\s]/.test(text.slice(end, end + 2)) && text.slice(previousEnd, start).includes('\n');
  }

  /** A generator that is the only argument borrows the call's parentheses, as in CPython's tree. */
  #argument(generatorStart: number): CallArgument {
    const scanner = this.#scanner;
    const { kind, start } = scanner;
    if (kind === Token.STAR || kind === Token.DOUBLE_STAR) {
      scanner.next();
      const value = this.#expressions.expression();
      const spread = kind === Token.STAR ? '*' : '**';
      return { type: 'CallArgument', start, end: scanner.previousEnd, keyword: null, spread, value };
    }
    const value = this.#expressions.named();
    if (scanner.kind === Token.EQUALS && value.type === 'Identifier') {
      scanner.next();
      const given = this.#expressions.named();
      return { type: 'CallArgument', start, end: scanner.previousEnd, keyword: value, spread: '', value: given };
    }
    if (!this.#brackets.beginsClause()) {
      return { type: 'CallArgument', start, end: scanner.previousEnd, keyword: null, spread: '', value };
    }
    const clauses = this.#brackets.clauses();
    const alone = scanner.kind === Token.CLOSE_PAREN;
    const from = alone ? generatorStart : start;
    const end = alone && generatorStart < start ? scanner.end : scanner.previousEnd;
    const generator: Comprehension = {
      type: 'Comprehension', start: from, end, form: 'generator', key: null, item: value, clauses,
    };
    return { type: 'CallArgument', start: from, end, keyword: null, spread: '', value: generator };
  }
}
