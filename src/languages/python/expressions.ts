import type {
  Call,
  CallArgument,
  Comprehension,
  Dictionary,
  Expression,
  Identifier,
  Parameter,
  Unary,
  Unreadable,
} from './syntax.js';
import type { Scanner } from './scanner.js';
import { damageAtToken } from './damage.js';
import { Nesting } from './nesting.js';
import { StringParser } from './string-parser.js';
import * as Token from './tokens.js';

/** A longer chain (`a + b + …`, `a.b.c…`) makes a tree that nobody could walk by recursion. */
const LONGEST_CHAIN = 2000;

type Element = Dictionary['entries'][number];
type Clause = Comprehension['clauses'][number];

/**
 * Reads expressions: recursive descent, and precedence climbing for operators. Each method begins at
 * the scanner's current token, leaves the scanner behind what it read, and gives a node with CPython's
 * range: parentheses around an expression are not part of it, those around a tuple are.
 */
export class ExpressionParser {
  readonly scanner: Scanner;
  readonly #nesting: Nesting;
  readonly #strings: StringParser;

  constructor(scanner: Scanner) {
    this.scanner = scanner;
    this.#nesting = new Nesting(scanner);
    this.#strings = new StringParser(scanner, this.#nesting, () => this.#fieldValue());
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
    return this.#tupleFrom(start, this.#item());
  }

  #tupleFrom(start: number, first: Expression): Expression {
    const { scanner } = this;
    if (scanner.kind !== Token.COMMA) return first;
    const items = [first];
    while (scanner.kind === Token.COMMA) {
      scanner.next();
      if (Token.BEGINS_EXPRESSION[scanner.kind] !== 1) break;
      items.push(this.#item());
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
    return this.scanner.kind === Token.STAR ? this.#starred() : this.#operators(Token.BITWISE_PRECEDENCE);
  }

  #item(): Expression {
    return this.scanner.kind === Token.STAR ? this.#starred() : this.named();
  }

  #starred(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    scanner.next();
    const value = this.#operators(Token.BITWISE_PRECEDENCE);
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
    const body = this.#operators(Token.OR_PRECEDENCE);
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
      const test = this.#operators(Token.OR_PRECEDENCE);
      this.expect(Token.ELSE, "'else'");
      branches.push({ start, body, test });
      this.#checkChain(branches.length);
      start = scanner.start;
      body = this.#operators(Token.OR_PRECEDENCE);
    }
    const end = scanner.previousEnd;
    return branches.reduceRight<Expression>(
      (orelse, branch) => ({ type: 'Conditional', start: branch.start, end, test: branch.test, body: branch.body, orelse }),
      body,
    );
  }

  /** Operators that bind at least as tightly as `minimum`, and their operands. */
  #operators(minimum: number): Expression {
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
        const right = this.#operators(precedence + 1);
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
      operands.push(this.#operators(Token.BITWISE_PRECEDENCE));
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
        const operand = kind === Token.NOT ? this.#operators(Token.COMPARE_PRECEDENCE) : this.#unary();
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
        return this.#bracketed();
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

  #bracketed(): Expression {
    const { scanner } = this;
    if (this.#nesting.isFull()) return this.#skipBrackets();
    this.#nesting.enter();
    const { kind } = scanner;
    let node: Expression;
    if (kind === Token.OPEN_PAREN) node = this.#group();
    else if (kind === Token.OPEN_BRACKET) node = this.#list();
    else node = this.#braces();
    this.#nesting.leave();
    return node;
  }

  /** Passes over brackets that are nested too deeply, without recursion. */
  #skipBrackets(): Unreadable {
    const { scanner } = this;
    const { start } = scanner;
    const outside = scanner.brackets - 1;
    scanner.report('these brackets are nested too deeply to be read', start);
    while (scanner.brackets > outside && scanner.kind !== Token.END_OF_FILE && scanner.kind !== Token.NEWLINE) {
      this.skipToken();
    }
    const end = scanner.kind === Token.NEWLINE ? scanner.previousEnd : scanner.end;
    if (scanner.kind !== Token.NEWLINE) scanner.next();
    return { type: 'Unreadable', start, end };
  }

  /** Passes over the current token. */
  skipToken(): void {
    const { scanner } = this;
    if (scanner.kind === Token.FORMATTED) scanner.moveTo(scanner.scanContent());
    else scanner.next();
  }

  #group(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    scanner.next();
    if (scanner.kind === Token.CLOSE_PAREN) {
      scanner.next();
      return { type: 'Sequence', start, end: scanner.previousEnd, form: 'tuple', items: [] };
    }
    const first = this.#item();
    if (this.#beginsClause()) return this.#comprehension(start, 'generator', null, first, Token.CLOSE_PAREN);
    if (scanner.kind !== Token.COMMA) {
      this.expect(Token.CLOSE_PAREN, "')'");
      return first;
    }
    const items = this.#moreItems(first);
    this.expect(Token.CLOSE_PAREN, "')'");
    return { type: 'Sequence', start, end: scanner.previousEnd, form: 'tuple', items };
  }

  #moreItems(first: Expression): Expression[] {
    const { scanner } = this;
    const items = [first];
    while (scanner.kind === Token.COMMA) {
      scanner.next();
      if (Token.BEGINS_EXPRESSION[scanner.kind] !== 1) break;
      items.push(this.#item());
    }
    return items;
  }

  #list(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    scanner.next();
    if (scanner.kind === Token.CLOSE_BRACKET) {
      scanner.next();
      return { type: 'Sequence', start, end: scanner.previousEnd, form: 'list', items: [] };
    }
    const first = this.#item();
    if (this.#beginsClause()) return this.#comprehension(start, 'list', null, first, Token.CLOSE_BRACKET);
    const items = this.#moreItems(first);
    this.expect(Token.CLOSE_BRACKET, "']'");
    return { type: 'Sequence', start, end: scanner.previousEnd, form: 'list', items };
  }

  #braces(): Expression {
    const { scanner } = this;
    const { start } = scanner;
    scanner.next();
    if (scanner.kind === Token.CLOSE_BRACE || scanner.kind === Token.DOUBLE_STAR) return this.#dictionary(start, []);
    const first = this.#item();
    if (scanner.kind === Token.COLON) {
      scanner.next();
      const value = this.named();
      if (this.#beginsClause()) return this.#comprehension(start, 'dictionary', first, value, Token.CLOSE_BRACE);
      const entries: Element[] = [{ key: first, value }];
      if (scanner.kind !== Token.COMMA) return this.#closeDictionary(start, entries);
      scanner.next();
      return this.#dictionary(start, entries);
    }
    if (this.#beginsClause()) return this.#comprehension(start, 'set', null, first, Token.CLOSE_BRACE);
    const items = this.#moreItems(first);
    this.expect(Token.CLOSE_BRACE, "'}'");
    return { type: 'Sequence', start, end: scanner.previousEnd, form: 'set', items };
  }

  /** The entries that follow those read. */
  #dictionary(start: number, entries: Element[]): Expression {
    const { scanner } = this;
    while (scanner.kind !== Token.CLOSE_BRACE) {
      if (scanner.kind === Token.DOUBLE_STAR) {
        scanner.next();
        entries.push({ key: null, value: this.#operators(Token.OR_PRECEDENCE) });
      } else {
        const key = this.expression();
        this.expect(Token.COLON, "':'");
        entries.push({ key, value: this.named() });
      }
      if (scanner.kind !== Token.COMMA) break;
      scanner.next();
    }
    return this.#closeDictionary(start, entries);
  }

  #closeDictionary(start: number, entries: readonly Element[]): Expression {
    this.expect(Token.CLOSE_BRACE, "'}'");
    return { type: 'Dictionary', start, end: this.scanner.previousEnd, entries };
  }

  #beginsClause(): boolean {
    return this.scanner.kind === Token.FOR || this.scanner.kind === Token.ASYNC;
  }

  #comprehension(
    start: number,
    form: Comprehension['form'],
    key: Expression | null,
    item: Expression,
    close: number,
  ): Expression {
    const { scanner } = this;
    const clauses = this.#clauses();
    this.expect(close, 'the closing bracket');
    return { type: 'Comprehension', start, end: scanner.previousEnd, form, key, item, clauses };
  }

  #clauses(): Clause[] {
    const { scanner } = this;
    const clauses: Clause[] = [];
    while (this.#beginsClause()) {
      if (scanner.kind === Token.ASYNC) scanner.next();
      this.expect(Token.FOR, "'for'");
      const target = this.targets();
      this.expect(Token.IN, "'in'");
      const iterable = this.#operators(Token.OR_PRECEDENCE);
      const conditions: Expression[] = [];
      while (scanner.kind === Token.IF) {
        scanner.next();
        conditions.push(this.#operators(Token.OR_PRECEDENCE));
      }
      clauses.push({ target, iterable, conditions });
    }
    return clauses;
  }

  #call(start: number, callee: Expression): Call {
    const { scanner } = this;
    if (this.#nesting.isFull()) {
      const { end } = this.#skipBrackets();
      return { type: 'Call', start, end, callee, arguments: [] };
    }
    this.#nesting.enter();
    const parsed = this.callArguments();
    this.#nesting.leave();
    return { type: 'Call', start, end: scanner.previousEnd, callee, arguments: parsed };
  }

  /** Arguments in their parentheses, of a call or of a class. */
  callArguments(): CallArgument[] {
    const { scanner } = this;
    const open = scanner.start;
    const parsed: CallArgument[] = [];
    scanner.next();
    while (scanner.kind !== Token.CLOSE_PAREN) {
      parsed.push(this.#argument(parsed.length === 0 ? open : scanner.start));
      if (scanner.kind !== Token.COMMA) break;
      scanner.next();
    }
    this.expect(Token.CLOSE_PAREN, "',' or ')'");
    return parsed;
  }

  /** A generator that is the only argument borrows the call's parentheses, as in CPython's tree. */
  #argument(generatorStart: number): CallArgument {
    const { scanner } = this;
    const { kind, start } = scanner;
    if (kind === Token.STAR || kind === Token.DOUBLE_STAR) {
      scanner.next();
      const value = this.expression();
      const spread = kind === Token.STAR ? '*' : '**';
      return { type: 'CallArgument', start, end: scanner.previousEnd, keyword: null, spread, value };
    }
    const value = this.named();
    if (scanner.kind === Token.EQUALS && value.type === 'Identifier') {
      scanner.next();
      const given = this.named();
      return { type: 'CallArgument', start, end: scanner.previousEnd, keyword: value, spread: '', value: given };
    }
    if (!this.#beginsClause()) {
      return { type: 'CallArgument', start, end: scanner.previousEnd, keyword: null, spread: '', value };
    }
    const clauses = this.#clauses();
    const alone = scanner.kind === Token.CLOSE_PAREN;
    const from = alone ? generatorStart : start;
    const end = alone && generatorStart < start ? scanner.end : scanner.previousEnd;
    const generator: Comprehension = {
      type: 'Comprehension', start: from, end, form: 'generator', key: null, item: value, clauses,
    };
    return { type: 'CallArgument', start: from, end, keyword: null, spread: '', value: generator };
  }

  #subscript(start: number, object: Expression): Expression {
    const { scanner } = this;
    if (this.#nesting.isFull()) {
      const index = this.#skipBrackets();
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
      lower = this.#item();
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
    const parameters = this.parameters(Token.COLON);
    this.expect(Token.COLON, "':'");
    const body = this.expression();
    this.#nesting.leave();
    return { type: 'Lambda', start, end: scanner.previousEnd, parameters, body };
  }

  /** Parameters up to the token that closes them, which stays: `)` of a def, `:` of a lambda. */
  parameters(close: number): Parameter[] {
    const { scanner } = this;
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
    const { scanner } = this;
    const name = this.identifier();
    let annotation: Expression | null = null;
    if (scanner.kind === Token.COLON && close !== Token.COLON) {
      scanner.next();
      annotation = this.#item();
    }
    let defaultValue: Expression | null = null;
    if (scanner.kind === Token.EQUALS) {
      scanner.next();
      defaultValue = this.expression();
    }
    return { type: 'Parameter', start, end: scanner.previousEnd, name, form, annotation, default: defaultValue };
  }

  /** Python 2's `def f(a, (b, c)):`; there is no place for it in the tree. */
  #tupleParameter(): void {
    this.#bracketed();
    if (this.scanner.kind !== Token.EQUALS) return;
    this.scanner.next();
    this.expression();
  }

  /** `[T: bound = default, *Ts, **P]`, which hold no values: read and left out. */
  skipTypeParameters(): void {
    const { scanner } = this;
    if (scanner.kind !== Token.OPEN_BRACKET) return;
    scanner.next();
    while (scanner.kind !== Token.CLOSE_BRACKET) {
      if (scanner.kind === Token.STAR || scanner.kind === Token.DOUBLE_STAR) scanner.next();
      this.identifier();
      if (scanner.kind === Token.COLON) {
        scanner.next();
        this.expression();
      }
      if (scanner.kind === Token.EQUALS) {
        scanner.next();
        this.#item();
      }
      if (scanner.kind !== Token.COMMA) break;
      scanner.next();
    }
    this.expect(Token.CLOSE_BRACKET, "']'");
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
