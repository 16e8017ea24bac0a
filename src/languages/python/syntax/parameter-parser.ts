import type { Expression, Parameter } from './syntax.js';
import type { BracketParser } from './bracket-parser.js';
import type { ExpressionParser } from './expression-parser.js';
import type { Scanner } from './scanner.js';
import * as Token from './tokens.js';

/** Reads what functions and lambdas take, and the type parameters of definitions. */
export class ParameterParser {
  readonly #scanner: Scanner;
  readonly #expressions: ExpressionParser;
  readonly #brackets: BracketParser;

  constructor(scanner: Scanner, expressions: ExpressionParser, brackets: BracketParser) {
    this.#scanner = scanner;
    this.#expressions = expressions;
    this.#brackets = brackets;
  }

  /** Parameters up to the token that closes them, which stays: `)` of a def, `:` of a lambda. */
  read(close: number): Parameter[] {
    const scanner = this.#scanner;
    let parameters: Parameter[] = [];
    let form: Parameter['form'] = 'positional';
    while (scanner.kind !== close) {
      if (scanner.kind === Token.SLASH) {
        scanner.next();
        parameters = parameters.map((parameter) => ({ ...parameter, form: 'positional-only' }));
      } else if (scanner.kind === Token.STAR) {
        const { start } = scanner;
        scanner.next();
        if (scanner.kind !== Token.COMMA && scanner.kind !== close) parameters.push(this.#parameter(start, 'list', close));
        form = 'keyword-only';
      } else if (scanner.kind === Token.DOUBLE_STAR) {
        const { start } = scanner;
        scanner.next();
        parameters.push(this.#parameter(start, 'record', close));
      } else if (scanner.kind === Token.OPEN_PAREN) {
        this.#tupleParameter();
      } else {
        parameters.push(this.#parameter(scanner.start, form, close));
      }
      if (scanner.kind !== Token.COMMA) break;
      scanner.next();
    }
    return parameters;
  }

  #parameter(start: number, form: Parameter['form'], close: number): Parameter {
    const scanner = this.#scanner;
    const name = this.#expressions.identifier();
    let annotation: Expression | null = null;
    if (scanner.kind === Token.COLON && close !== Token.COLON) {
      scanner.next();
      annotation = this.#expressions.item();
    }
    let defaultValue: Expression | null = null;
    if (scanner.kind === Token.EQUALS) {
      scanner.next();
      defaultValue = this.#expressions.expression();
    }
    return { type: 'Parameter', start, end: scanner.previousEnd, name, form, annotation, default: defaultValue };
  }

  /** Python 2's `def f(a, (b, c)):`; there is no place for it in the tree. */
  #tupleParameter(): void {
    this.#brackets.read();
    if (this.#scanner.kind !== Token.EQUALS) return;
    this.#scanner.next();
    this.#expressions.expression();
  }

  /** `[T: bound = default, *Ts, **P]`, which hold no values: read and left out. */
  skipTypes(): void {
    const scanner = this.#scanner;
    if (scanner.kind !== Token.OPEN_BRACKET) return;
    scanner.next();
    while (scanner.kind !== Token.CLOSE_BRACKET) {
      if (scanner.kind === Token.STAR || scanner.kind === Token.DOUBLE_STAR) scanner.next();
      this.#expressions.identifier();
      if (scanner.kind === Token.COLON) {
        scanner.next();
        this.#expressions.expression();
      }
      if (scanner.kind === Token.EQUALS) {
        scanner.next();
        this.#expressions.item();
      }
      if (scanner.kind !== Token.COMMA) break;
      scanner.next();
    }
    this.#expressions.expect(Token.CLOSE_BRACKET, "']'");
  }
}
