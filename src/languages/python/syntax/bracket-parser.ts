import type { Comprehension, Dictionary, Expression, Unreadable } from './syntax.js';
import type { ExpressionParser } from './expression-parser.js';
import type { Nesting } from './nesting.js';
import type { Scanner } from './scanner.js';
import * as Token from './tokens.js';

type Element = Dictionary['entries'][number];
type Clause = Comprehension['clauses'][number];

/** Reads groups, tuples, lists, sets, dictionaries, and the comprehensions that stand in the same brackets. */
export class BracketParser {
  readonly #scanner: Scanner;
  readonly #nesting: Nesting;
  readonly #expressions: ExpressionParser;

  constructor(scanner: Scanner, nesting: Nesting, expressions: ExpressionParser) {
    this.#scanner = scanner;
    this.#nesting = nesting;
    this.#expressions = expressions;
  }

  /** What stands in brackets that are not a call's or a subscript's. */
  read(): Expression {
    const scanner = this.#scanner;
    if (this.#nesting.isFull()) return this.skip();
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
  skip(): Unreadable {
    const scanner = this.#scanner;
    const { start } = scanner;
    const outside = scanner.brackets - 1;
    scanner.report('these brackets are nested too deeply to be read', start);
    while (scanner.brackets > outside && scanner.kind !== Token.END_OF_FILE && scanner.kind !== Token.NEWLINE) {
      scanner.skip();
    }
    const end = scanner.kind === Token.NEWLINE ? scanner.previousEnd : scanner.end;
    if (scanner.kind !== Token.NEWLINE) scanner.next();
    return { type: 'Unreadable', start, end };
  }

  #group(): Expression {
    const scanner = this.#scanner;
    const { start } = scanner;
    scanner.next();
    if (scanner.kind === Token.CLOSE_PAREN) {
      scanner.next();
      return { type: 'Sequence', start, end: scanner.previousEnd, form: 'tuple', items: [] };
    }
    const first = this.#expressions.item();
    if (this.beginsClause()) return this.#comprehension(start, 'generator', null, first, Token.CLOSE_PAREN);
    if (scanner.kind !== Token.COMMA) {
      this.#expressions.expect(Token.CLOSE_PAREN, "')'");
      return first;
    }
    const items = this.#moreItems(first);
    this.#expressions.expect(Token.CLOSE_PAREN, "')'");
    return { type: 'Sequence', start, end: scanner.previousEnd, form: 'tuple', items };
  }

  #moreItems(first: Expression): Expression[] {
    const scanner = this.#scanner;
    const items = [first];
    while (scanner.kind === Token.COMMA) {
      scanner.next();
      if (Token.BEGINS_EXPRESSION[scanner.kind] !== 1) break;
      items.push(this.#expressions.item());
    }
    return items;
  }

  #list(): Expression {
    const scanner = this.#scanner;
    const { start } = scanner;
    scanner.next();
    if (scanner.kind === Token.CLOSE_BRACKET) {
      scanner.next();
      return { type: 'Sequence', start, end: scanner.previousEnd, form: 'list', items: [] };
    }
    const first = this.#expressions.item();
    if (this.beginsClause()) return this.#comprehension(start, 'list', null, first, Token.CLOSE_BRACKET);
    const items = this.#moreItems(first);
    this.#expressions.expect(Token.CLOSE_BRACKET, "']'");
    return { type: 'Sequence', start, end: scanner.previousEnd, form: 'list', items };
  }

  #braces(): Expression {
    const scanner = this.#scanner;
    const { start } = scanner;
    scanner.next();
    if (scanner.kind === Token.CLOSE_BRACE || scanner.kind === Token.DOUBLE_STAR) return this.#dictionary(start, []);
    const first = this.#expressions.item();
    if (scanner.kind === Token.COLON) {
      scanner.next();
      const value = this.#expressions.named();
      if (this.beginsClause()) return this.#comprehension(start, 'dictionary', first, value, Token.CLOSE_BRACE);
      const entries: Element[] = [{ key: first, value }];
      if (scanner.kind !== Token.COMMA) return this.#closeDictionary(start, entries);
      scanner.next();
      return this.#dictionary(start, entries);
    }
    if (this.beginsClause()) return this.#comprehension(start, 'set', null, first, Token.CLOSE_BRACE);
    const items = this.#moreItems(first);
    this.#expressions.expect(Token.CLOSE_BRACE, "'}'");
    return { type: 'Sequence', start, end: scanner.previousEnd, form: 'set', items };
  }

  /** The entries that follow those read. */
  #dictionary(start: number, entries: Element[]): Expression {
    const scanner = this.#scanner;
    while (scanner.kind !== Token.CLOSE_BRACE) {
      if (scanner.kind === Token.DOUBLE_STAR) {
        scanner.next();
        entries.push({ key: null, value: this.#expressions.operators(Token.OR_PRECEDENCE) });
      } else {
        const key = this.#expressions.expression();
        this.#expressions.expect(Token.COLON, "':'");
        entries.push({ key, value: this.#expressions.named() });
      }
      if (scanner.kind !== Token.COMMA) break;
      scanner.next();
    }
    return this.#closeDictionary(start, entries);
  }

  #closeDictionary(start: number, entries: readonly Element[]): Expression {
    this.#expressions.expect(Token.CLOSE_BRACE, "'}'");
    return { type: 'Dictionary', start, end: this.#scanner.previousEnd, entries };
  }

  /** Whether a comprehension's `for` is next. */
  beginsClause(): boolean {
    return this.#scanner.kind === Token.FOR || this.#scanner.kind === Token.ASYNC;
  }

  #comprehension(
    start: number,
    form: Comprehension['form'],
    key: Expression | null,
    item: Expression,
    close: number,
  ): Expression {
    const scanner = this.#scanner;
    const clauses = this.clauses();
    this.#expressions.expect(close, 'the closing bracket');
    return { type: 'Comprehension', start, end: scanner.previousEnd, form, key, item, clauses };
  }

  /** The `for … in … if …` of a comprehension. */
  clauses(): Clause[] {
    const scanner = this.#scanner;
    const clauses: Clause[] = [];
    while (this.beginsClause()) {
      if (scanner.kind === Token.ASYNC) scanner.next();
      this.#expressions.expect(Token.FOR, "'for'");
      const target = this.#expressions.targets();
      this.#expressions.expect(Token.IN, "'in'");
      const iterable = this.#expressions.operators(Token.OR_PRECEDENCE);
      const conditions: Expression[] = [];
      while (scanner.kind === Token.IF) {
        scanner.next();
        conditions.push(this.#expressions.operators(Token.OR_PRECEDENCE));
      }
      clauses.push({ target, iterable, conditions });
    }
    return clauses;
  }
}
