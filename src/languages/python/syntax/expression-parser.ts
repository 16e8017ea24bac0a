import type { Call, Expression, Identifier, Unary, Unreadable } from './syntax.js';
import type { Scanner } from './scanner.js';
import { ArgumentParser } from './argument-parser.js';
import { BracketParser } from './bracket-parser.js';
import { damageAtToken } from './damage.js';
import { Nesting } from './nesting.js';
import { ParameterParser } from './parameter-parser.js';
import { StringParser } from './string-parser.js';
import * as Token from './tokens.js';

/** A longer chain (`a + b + …`, `a.b.c…`) makes a tree that nobody could walk by recursion. */
const LONGEST_CHAIN = 2000;

/**
 * Reads expressions: recursive descent, and precedence climbing for operators. Each method begins at
 * the scanner's current token, leaves the scanner behind what it read, and gives a node with CPython's
 * range: parentheses around an expression are not part of it, those around a tuple are.
 */
export class ExpressionParser {
  readonly scanner: Scanner;
  readonly #nesting: Nesting;
  readonly #strings: StringParser;
  readonly #brackets: BracketParser;
  readonly arguments: ArgumentParser;
  readonly parameters: ParameterParser;

  constructor(scanner: Scanner) {
    this.scanner = scanner;
    this.#nesting = new Nesting(scanner);
    this.#strings = new StringParser(scanner, this.#nesting, () => this.#fieldValue());
    this.#brackets = new BracketParser(scanner, this.#nesting, this);
    this.arguments = new ArgumentParser(scanner, this, this.#brackets);
    this.parameters = new ParameterParser(scanner, this, this.#brackets);
  }

  /** Forgets what an abandoned expression was inside of. */
  reset(): void {
    this.#nesting.reset();
  }

  /** Reports the current token and gives what to throw. */
  damage(expected: string): Error {
    return damageAtToken(this.scanner, expected);
  }

  /** Consumes a token of the kind. */
  expect(kind: number, expected: string): void {
    if (this.scanner.kind !== kind) throw this.damage(expected);
    this.scanner.next();
  }

  #checkChain(links: number): void {
    if (links > LONGEST_CHAIN) throw this.#nesting.tooDeep();
  }

  /** `a`, or `a, *b`: a tuple needs no parentheses here. */
  expressions(): Expression {
    const { start } = this.scanner;
    return this.#tupleFrom(start, this.item());
  }

  /** The same; null where no expression begins. */
  optionalExpressions(): Expression | null {
    return Token.BEGINS_EXPRESSION[this.scanner.kind] === 1 ? this.expressions() : null;
  }

  #tupleFrom(start: number, first: Expression): Expression {
    const { scanner } = this;
    if (scanner.kind !== Token.COMMA) return first;
    const items = [first];
    while (scanner.kind === Token.COMMA) {
      scanner.next();
      if (Token.BEGINS_EXPRESSION[scanner.kind] !== 1) break;
      items.push(this.item());
    }
    return { type: 'Sequence', start, end: scanner.previousEnd, form: 'tuple', items };
  }

  /** What a `case` is compared with, up to its guard or colon. */
  pattern(): Expression {
    this.#nesting.inPattern = true;
    const pattern = this.expressions();
    this.#nesting.inPattern = false;
    return pattern;
  }

  /** What `for`, `del` and comprehensions assign to, up to `in`. */
  targets(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    const first = this.target();
    if (scanner.kind !== Token.COMMA) return first;
    const items = [first];
    while (scanner.kind === Token.COMMA) {
      scanner.next();
      if (Token.BEGINS_EXPRESSION[scanner.kind] !== 1) break;
      items.push(this.target());
    }
    return { type: 'Sequence', start, end: scanner.previousEnd, form: 'tuple', items };
  }

  target(): Expression {
    return this.scanner.kind === Token.STAR ? this.#starred() : this.operators(Token.BITWISE_PRECEDENCE);
  }

  /** An element of a tuple or list, which may be starred. */
  item(): Expression {
    return this.scanner.kind === Token.STAR ? this.#starred() : this.named();
  }

  #starred(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    scanner.next();
    const value = this.operators(Token.BITWISE_PRECEDENCE);
    return { type: 'Starred', start, end: scanner.previousEnd, value };
  }

  /** An expression, or `name := value`. */
  named(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    const target = this.expression();
    if (scanner.kind === Token.WALRUS && target.type === 'Identifier') {
      scanner.next();
      const value = this.expression();
      return { type: 'Named', start, end: scanner.previousEnd, target, value };
    }
    if (this.#nesting.inPattern && scanner.kind === Token.AS) {
      scanner.next();
      const captured = this.identifier();
      return { type: 'Named', start, end: scanner.previousEnd, target: captured, value: target };
    }
    return target;
  }

  expression(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    const body = this.operators(Token.OR_PRECEDENCE);
    return scanner.kind === Token.IF && !this.#nesting.inPattern ? this.#conditional(start, body) : body;
  }

  /** A loop, since `a if b else c if d else …` may be long; the tree is made from its last branch. */
  #conditional(firstStart: number, firstBody: Expression): Expression {
    const { scanner } = this;
    const branches: { start: number; body: Expression; test: Expression }[] = [];
    let start = firstStart;
    let body = firstBody;
    while (scanner.kind === Token.IF) {
      scanner.next();
      const test = this.operators(Token.OR_PRECEDENCE);
      this.expect(Token.ELSE, "'else'");
      branches.push({ start, body, test });
      this.#checkChain(branches.length);
      start = scanner.start;
      body = this.operators(Token.OR_PRECEDENCE);
    }
    const end = scanner.previousEnd;
    return branches.reduceRight<Expression>(
      (orelse, branch) => ({ type: 'Conditional', start: branch.start, end, test: branch.test, body: branch.body, orelse }),
      body,
    );
  }

  /** Operators that bind at least as tightly as `minimum`, and their operands. */
  operators(minimum: number): Expression {
    const { scanner } = this;
    const { start } = scanner;
    let left = this.#unary();
    for (let links = 0; ; links++) {
      const { kind } = scanner;
      const precedence = Token.PRECEDENCE[kind] ?? 0;
      if (precedence === 0 || precedence < minimum) return left;
      this.#checkChain(links);
      if (precedence === Token.COMPARE_PRECEDENCE) {
        const compared = this.#comparison(start, left);
        if (compared === left) return left;
        left = compared;
      } else {
        const operator = scanner.text.slice(scanner.start, scanner.end);
        scanner.next();
        const right = this.operators(precedence + 1);
        const end = scanner.previousEnd;
        if (kind === Token.OR || kind === Token.AND) {
          left = { type: 'Boolean', start, end, operator: kind === Token.OR ? 'or' : 'and', left, right };
        } else {
          left = { type: 'Binary', start, end, operator, left, right };
        }
      }
    }
  }

  /** `first` itself where `not` follows that belongs to no `not in`. */
  #comparison(start: number, first: Expression): Expression {
    const { scanner } = this;
    const operators: string[] = [];
    const operands = [first];
    while (Token.PRECEDENCE[scanner.kind] === Token.COMPARE_PRECEDENCE) {
      const operator = this.#comparisonOperator();
      if (operator === null) break;
      operators.push(operator);
      operands.push(this.operators(Token.BITWISE_PRECEDENCE));
    }
    if (operators.length === 0) return first;
    return { type: 'Compare', start, end: scanner.previousEnd, operators, operands };
  }

  #comparisonOperator(): string | null {
    const { scanner } = this;
    const { kind, start, end, previousEnd, indent, brackets } = scanner;
    scanner.next();
    switch (kind) {
      case Token.NOT:
        if (scanner.kind !== Token.IN) {
          scanner.rewind(start, previousEnd, indent, brackets);
          return null;
        }
        scanner.next();
        return 'not in';
      case Token.IS:
        if (scanner.kind !== Token.NOT) return 'is';
        scanner.next();
        return 'is not';
      default:
        return scanner.text.slice(start, end);
    }
  }

  #unary(): Expression {
    const { scanner } = this;
    const { kind, start } = scanner;
    switch (kind) {
      case Token.NOT:
      case Token.MINUS:
      case Token.PLUS:
      case Token.TILDE: {
        this.#nesting.enter();
        scanner.next();
        const operand = kind === Token.NOT ? this.operators(Token.COMPARE_PRECEDENCE) : this.#unary();
        this.#nesting.leave();
        return { type: 'Unary', start, end: scanner.previousEnd, operator: UNARY_OPERATORS.get(kind) ?? 'not', operand };
      }
      default: {
        const left = this.#primary();
        return scanner.kind === Token.DOUBLE_STAR ? this.#power(start, left) : left;
      }
    }
  }

  #power(start: number, left: Expression): Expression {
    const { scanner } = this;
    this.#nesting.enter();
    scanner.next();
    const right = this.#unary();
    this.#nesting.leave();
    return { type: 'Binary', start, end: scanner.previousEnd, operator: '**', left, right };
  }

  /** An atom with the attributes, calls and subscripts behind it. */
  #primary(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    let node = this.#atom();
    for (let links = 0; ; links++) {
      switch (scanner.kind) {
        case Token.DOT: {
          scanner.next();
          const attribute = this.identifier();
          node = { type: 'Attribute', start, end: scanner.previousEnd, object: node, attribute };
          break;
        }
        case Token.OPEN_PAREN:
          node = this.#call(start, node);
          break;
        case Token.OPEN_BRACKET:
          node = this.#subscript(start, node);
          break;
        default:
          return node;
      }
      this.#checkChain(links);
    }
  }

  #atom(): Expression {
    const { scanner } = this;
    switch (scanner.kind) {
      case Token.NAME:
        return this.identifier();
      case Token.STRING:
      case Token.FORMATTED:
        return this.#strings.read();
      case Token.NUMBER:
      case Token.CONSTANT:
      case Token.ELLIPSIS:
        return this.#constant();
      case Token.OPEN_PAREN:
      case Token.OPEN_BRACKET:
      case Token.OPEN_BRACE:
        return this.#brackets.read();
      case Token.LAMBDA:
        return this.#lambda();
      case Token.YIELD:
        return this.#yield();
      case Token.AWAIT:
        return this.#await();
      case Token.ASYNC:
        return this.identifier();
      case Token.BACKQUOTE:
        return this.#backquoted();
      default:
        throw this.damage('an expression');
    }
  }

  /** A name; `async` and `await` were names before Python 3.7 and are still found as such. */
  identifier(): Identifier {
    const { scanner } = this;
    const { kind, start, end } = scanner;
    if (kind !== Token.NAME && kind !== Token.ASYNC && kind !== Token.AWAIT) throw this.damage('a name');
    const name = scanner.name();
    scanner.next();
    return { type: 'Identifier', start, end, name };
  }

  #constant(): Expression {
    const { scanner } = this;
    const { start, end } = scanner;
    const raw = scanner.text.slice(start, end);
    scanner.next();
    return { type: 'Constant', start, end, raw };
  }

  #call(start: number, callee: Expression): Call {
    const { scanner } = this;
    if (this.#nesting.isFull()) {
      const { end } = this.#brackets.skip();
      return { type: 'Call', start, end, callee, arguments: [] };
    }
    this.#nesting.enter();
    const parsed = this.arguments.read();
    this.#nesting.leave();
    return { type: 'Call', start, end: scanner.previousEnd, callee, arguments: parsed };
  }

  #subscript(start: number, object: Expression): Expression {
    const { scanner } = this;
    if (this.#nesting.isFull()) {
      const index = this.#brackets.skip();
      return { type: 'Subscript', start, end: index.end, object, index };
    }
    this.#nesting.enter();
    scanner.next();
    const index = this.#index();
    this.expect(Token.CLOSE_BRACKET, "']'");
    this.#nesting.leave();
    return { type: 'Subscript', start, end: scanner.previousEnd, object, index };
  }

  #index(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    const first = this.#slice();
    if (scanner.kind !== Token.COMMA) return first;
    const items = [first];
    while (scanner.kind === Token.COMMA) {
      scanner.next();
      if (scanner.kind === Token.CLOSE_BRACKET) break;
      items.push(this.#slice());
    }
    return { type: 'Sequence', start, end: scanner.previousEnd, form: 'tuple', items };
  }

  #slice(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    let lower: Expression | null = null;
    if (scanner.kind !== Token.COLON) {
      lower = this.item();
      if (scanner.kind !== Token.COLON) return lower;
    }
    scanner.next();
    const upper = this.#bound();
    let step: Expression | null = null;
    if (scanner.kind === Token.COLON) {
      scanner.next();
      step = this.#bound();
    }
    return { type: 'Slice', start, end: scanner.previousEnd, lower, upper, step };
  }

  #bound(): Expression | null {
    return Token.BEGINS_EXPRESSION[this.scanner.kind] === 1 ? this.expression() : null;
  }

  #lambda(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    this.#nesting.enter();
    scanner.next();
    const parameters = this.parameters.read(Token.COLON);
    this.expect(Token.COLON, "':'");
    const body = this.expression();
    this.#nesting.leave();
    return { type: 'Lambda', start, end: scanner.previousEnd, parameters, body };
  }

  #yield(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    this.#nesting.enter();
    scanner.next();
    let value: Expression | null = null;
    let form: 'yield' | 'yield-from' = 'yield';
    if (scanner.kind === Token.FROM) {
      scanner.next();
      form = 'yield-from';
      value = this.expression();
    } else if (Token.BEGINS_EXPRESSION[scanner.kind] === 1) {
      value = this.expressions();
    }
    this.#nesting.leave();
    return { type: 'Await', start, end: scanner.previousEnd, form, value };
  }

  #await(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    const name = this.identifier();
    if (Token.BEGINS_EXPRESSION[scanner.kind] !== 1) return name;
    this.#nesting.enter();
    const value = this.#primary();
    this.#nesting.leave();
    return { type: 'Await', start, end: scanner.previousEnd, form: 'await', value };
  }

  /** Python 2's repr, `` `x` ``: read over. */
  #backquoted(): Unreadable {
    const { scanner } = this;
    const { start } = scanner;
    this.#nesting.enter();
    scanner.next();
    this.expressions();
    this.expect(Token.BACKQUOTE, '`');
    this.#nesting.leave();
    return { type: 'Unreadable', start, end: scanner.previousEnd };
  }

  #fieldValue(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    const first = scanner.kind === Token.STAR ? this.#starred() : this.expression();
    return this.#tupleFrom(start, first);
  }
}

const UNARY_OPERATORS: ReadonlyMap<number, Unary['operator']> = new Map([
  [Token.NOT, 'not'],
  [Token.MINUS, '-'],
  [Token.PLUS, '+'],
  [Token.TILDE, '~'],
]);
