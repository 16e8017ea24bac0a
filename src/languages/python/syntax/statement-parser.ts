import type {
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Identifier,
  If,
  Match,
  Parameter,
  Statement,
  Try,
  With,
} from './syntax.js';
import { DAMAGE } from './damage.js';
import { ExpressionParser } from './expression-parser.js';
import type { Scanner } from './scanner.js';
import { SimpleStatementParser } from './simple-statement-parser.js';
import * as Token from './tokens.js';

/** As many blocks as CPython reads one in another (MAXINDENT in Parser/lexer/state.h). */
const MOST_BLOCKS = 100;

/** The rest of a longer `if … elif … elif …` is read as another one. */
const MOST_BRANCHES = 1000;

const NOTHING: readonly Statement[] = [];

type WithItem = With['items'][number];
type Handler = Try['handlers'][number];
type Case = Match['cases'][number];

/** A test and its block, as `if` and each `elif` have it. */
interface Branch {
  readonly start: number;
  readonly test: Expression;
  readonly body: readonly Statement[];
}

/**
 * Reads statements. A statement that no rule fits is reported and passed over, and the next one is
 * read as if nothing had been: the block of a header that could not be read joins the block around it.
 */
export class StatementParser {
  readonly #scanner: Scanner;
  readonly #expressions: ExpressionParser;
  readonly #simple: SimpleStatementParser;
  /** How many blocks are open. */
  #blocks = 0;
  /** Where the last token of the last logical line ended. */
  #lineEnd = 0;
  /** The blocks read for statements that are not complete yet: kept where the rest is damaged. */
  readonly #orphans: (readonly Statement[])[] = [];

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
    this.#expressions = new ExpressionParser(scanner);
    this.#simple = new SimpleStatementParser(scanner, this.#expressions);
  }

  /** All statements up to the end of the file. */
  module(): readonly Statement[] {
    return this.#statementsFrom(0, 0);
  }

  /** The statements that follow in columns from `least` on; the block's own column is `column`. */
  #statementsFrom(least: number, column: number): readonly Statement[] {
    const scanner = this.#scanner;
    const body: Statement[] = [];
    let current = column;
    let damaged = false;
    while (scanner.kind !== Token.END_OF_FILE && scanner.indent >= least) {
      const { indent } = scanner;
      if (indent !== current) {
        const unlike = indent > current ? !damaged : indent < column;
        if (unlike) scanner.report('this line is indented unlike the block that it is in', scanner.start);
        current = indent;
      }
      damaged = !this.#statementInto(body);
    }
    return body;
  }

  /** Reads one compound statement, or one line of simple ones; whether it was intact. */
  #statementInto(body: Statement[]): boolean {
    const scanner = this.#scanner;
    const { start, indent } = scanner;
    const blocks = this.#blocks;
    const orphans = this.#orphans.length;
    const before = body.length;
    try {
      this.#statement(body);
      while (this.#orphans.length > orphans) this.#orphans.pop();
      return true;
    } catch (error) {
      if (error !== DAMAGE) throw error;
      this.#expressions.reset();
      this.#blocks = blocks;
      for (const block of this.#orphans.splice(orphans)) for (const statement of block) body.push(statement);
      const from = body.length > before ? (body.at(-1)?.end ?? start) : start;
      const end = Math.max(from, this.#recover(start, indent));
      body.push({ type: 'ExpressionStatement', start: from, end, value: { type: 'Unreadable', start: from, end } });
      return false;
    }
  }

  /**
   * Passes over the rest of a statement that began at `start`, and gives its end. Inside brackets that
   * may never be closed, a name at the begin of a line in the statement's column or left of it is taken
   * for the next statement.
   */
  #recover(start: number, indent: number): number {
    const scanner = this.#scanner;
    const problems = scanner.problems.length;
    const beginsLine = scanner.brackets === 0 && scanner.start > start && scanner.isFirstOnLine();
    if (beginsLine) return this.#lineEnd;
    if (scanner.start === start && scanner.kind !== Token.NEWLINE) scanner.skip();
    while (scanner.kind !== Token.NEWLINE && scanner.kind !== Token.END_OF_FILE) {
      if (scanner.brackets > 0 && this.#beginsNextStatement(start, indent)) {
        scanner.brackets = 0;
        scanner.indent = scanner.column();
        this.#lineEnd = scanner.previousEnd;
        scanner.problems.length = problems;
        return this.#lineEnd;
      }
      scanner.skip();
    }
    this.#lineEnd = scanner.previousEnd;
    if (scanner.kind === Token.NEWLINE) scanner.next();
    scanner.problems.length = problems;
    return this.#lineEnd;
  }

  #beginsNextStatement(start: number, indent: number): boolean {
    const scanner = this.#scanner;
    if (scanner.start <= start || Token.BEGINS_STATEMENT[scanner.kind] !== 1) return false;
    return scanner.isFirstOnLine() && scanner.column() <= indent;
  }

  #statement(body: Statement[]): void {
    switch (this.#scanner.kind) {
      case Token.NEWLINE:
        return this.#endLine();
      case Token.DEF:
        return push(body, this.#function(this.#scanner.start, [], false));
      case Token.CLASS:
        return push(body, this.#class(this.#scanner.start, []));
      case Token.AT:
        return push(body, this.#decorated());
      case Token.IF:
        return push(body, this.#if());
      case Token.ELIF:
        this.#scanner.report("'elif' without an 'if' before it", this.#scanner.start);
        return push(body, this.#if());
      case Token.FOR:
        return push(body, this.#for(this.#scanner.start));
      case Token.WHILE:
        return push(body, this.#while());
      case Token.WITH:
        return push(body, this.#with(this.#scanner.start));
      case Token.TRY:
        return push(body, this.#try());
      case Token.ASYNC:
        return this.#async(body);
      case Token.NAME:
        return this.#statementOfName(body);
      default:
        return this.#simpleStatements(body);
    }
  }

  /** `async` before a statement, or a name of older Python. */
  #async(body: Statement[]): void {
    const scanner = this.#scanner;
    const { start, previousEnd, indent, brackets } = scanner;
    scanner.next();
    switch (scanner.kind) {
      case Token.DEF:
        return push(body, this.#function(start, [], true));
      case Token.FOR:
        return push(body, this.#for(start));
      case Token.WITH:
        return push(body, this.#with(start));
      default:
        scanner.rewind(start, previousEnd, indent, brackets);
        return this.#simpleStatements(body);
    }
  }

  /** `match` and `type` are keywords only where a statement follows that fits. */
  #statementOfName(body: Statement[]): void {
    const statement = this.#scanner.isWord('match') ? this.#match() : null;
    if (statement === null) this.#simpleStatements(body);
    else body.push(statement);
  }

  /** Statements with semicolons between them, up to and with the line's end. */
  #simpleStatements(body: Statement[]): void {
    const scanner = this.#scanner;
    for (;;) {
      const statement = this.#simple.read();
      if (statement !== null) body.push(statement);
      if (scanner.kind !== Token.SEMICOLON) break;
      scanner.next();
      if (scanner.kind === Token.NEWLINE || scanner.kind === Token.END_OF_FILE) break;
    }
    this.#endLine();
  }

  #endLine(): void {
    const scanner = this.#scanner;
    if (scanner.kind !== Token.NEWLINE && scanner.kind !== Token.END_OF_FILE) {
      throw this.#expressions.damage('the end of the line');
    }
    this.#lineEnd = scanner.previousEnd;
    if (scanner.kind === Token.NEWLINE) scanner.next();
  }

  /**
   * A colon and the block behind it: further to the right than `indent`, where the header began, or
   * on the same line.
   */
  #block(indent: number): readonly Statement[] {
    const scanner = this.#scanner;
    this.#expressions.expect(Token.COLON, "':'");
    const body = scanner.kind === Token.NEWLINE ? this.#indentedBlock(indent) : this.#inlineBlock();
    this.#orphans.push(body);
    return body;
  }

  #inlineBlock(): readonly Statement[] {
    const body: Statement[] = [];
    this.#simpleStatements(body);
    return body;
  }

  #indentedBlock(indent: number): readonly Statement[] {
    const scanner = this.#scanner;
    this.#endLine();
    if (scanner.kind === Token.END_OF_FILE || scanner.indent <= indent) {
      scanner.report('expected an indented block', scanner.start);
      return NOTHING;
    }
    if (this.#blocks >= MOST_BLOCKS) return this.#skipBlock(indent);
    this.#blocks++;
    const body = this.#statementsFrom(indent + 1, scanner.indent);
    this.#blocks--;
    return body;
  }

  #skipBlock(indent: number): readonly Statement[] {
    const scanner = this.#scanner;
    scanner.report('this block is nested too deeply to be read', scanner.start);
    while (scanner.kind !== Token.END_OF_FILE && scanner.indent > indent) this.#recover(scanner.start, scanner.indent);
    return NOTHING;
  }

  #decorated(): FunctionDefinition | ClassDefinition {
    const scanner = this.#scanner;
    const { start } = scanner;
    const decorators: Expression[] = [];
    while (scanner.kind === Token.AT) {
      scanner.next();
      decorators.push(this.#expressions.named());
      this.#endLine();
    }
    switch (scanner.kind) {
      case Token.CLASS:
        return this.#class(start, decorators);
      case Token.ASYNC:
        scanner.next();
        return this.#function(start, decorators, true);
      default:
        return this.#function(start, decorators, false);
    }
  }

  /** `start` is where its first decorator or `async` begins. */
  #function(start: number, decorators: readonly Expression[], async: boolean): FunctionDefinition {
    const scanner = this.#scanner;
    const { indent } = scanner;
    this.#expressions.expect(Token.DEF, "'def'");
    const name = this.#expressions.identifier();
    this.#expressions.parameters.skipTypes();
    this.#expressions.expect(Token.OPEN_PAREN, "'('");
    const parameters: readonly Parameter[] = this.#expressions.parameters.read(Token.CLOSE_PAREN);
    this.#expressions.expect(Token.CLOSE_PAREN, "')'");
    let returns: Expression | null = null;
    if (scanner.kind === Token.ARROW) {
      scanner.next();
      returns = this.#expressions.expression();
    }
    const body = this.#block(indent);
    return {
      type: 'FunctionDefinition', start, end: this.#lineEnd, name, parameters, returns, decorators, body, async,
    };
  }

  #class(start: number, decorators: readonly Expression[]): ClassDefinition {
    const scanner = this.#scanner;
    const { indent } = scanner;
    scanner.next();
    const name = this.#expressions.identifier();
    this.#expressions.parameters.skipTypes();
    const given = scanner.kind === Token.OPEN_PAREN ? this.#expressions.arguments.read() : [];
    const body = this.#block(indent);
    return { type: 'ClassDefinition', start, end: this.#lineEnd, name, arguments: given, decorators, body };
  }

  /** A loop, since generated code has hundreds of `elif`; the tree is made from the last. */
  #if(): If {
    const scanner = this.#scanner;
    const { indent } = scanner;
    const branches: Branch[] = [];
    do {
      const { start } = scanner;
      scanner.next();
      const test = this.#expressions.named();
      branches.push({ start, test, body: this.#block(indent) });
    } while (this.#continues(Token.ELIF, indent) && branches.length < MOST_BRANCHES);
    const rest = this.#blockAfter(Token.ELSE, indent);
    const end = this.#lineEnd;
    let orelse = rest;
    for (const branch of branches.slice(1).reverse()) orelse = [ifOf(branch, orelse, end)];
    const [first] = branches;
    if (first === undefined) throw DAMAGE;
    return ifOf(first, orelse, end);
  }

  /** Whether the current token is a keyword that goes on with the statement begun in column `indent`. */
  #continues(kind: number, indent: number): boolean {
    return this.#scanner.kind === kind && this.#scanner.indent === indent;
  }

  /** The block of `else` or `finally`; nothing where there is none. */
  #blockAfter(kind: number, indent: number): readonly Statement[] {
    if (!this.#continues(kind, indent)) return NOTHING;
    this.#scanner.next();
    return this.#block(indent);
  }

  #for(start: number): Statement {
    const scanner = this.#scanner;
    const { indent } = scanner;
    scanner.next();
    const target = this.#expressions.targets();
    this.#expressions.expect(Token.IN, "'in'");
    const iterable = this.#expressions.expressions();
    const body = this.#block(indent);
    const orelse = this.#blockAfter(Token.ELSE, indent);
    return { type: 'For', start, end: this.#lineEnd, target, iterable, body, orelse };
  }

  #while(): Statement {
    const scanner = this.#scanner;
    const { start, indent } = scanner;
    scanner.next();
    const test = this.#expressions.named();
    const body = this.#block(indent);
    const orelse = this.#blockAfter(Token.ELSE, indent);
    return { type: 'While', start, end: this.#lineEnd, test, body, orelse };
  }

  #with(start: number): With {
    const scanner = this.#scanner;
    const { indent } = scanner;
    scanner.next();
    const items = this.#parenthesizedItems() ?? this.#withItems(Token.COLON);
    const body = this.#block(indent);
    return { type: 'With', start, end: this.#lineEnd, items, body };
  }

  /** `with (a as b, c):`; null where the parenthesis belongs to an expression, as in `with (a).b():`. */
  #parenthesizedItems(): readonly WithItem[] | null {
    const scanner = this.#scanner;
    if (scanner.kind !== Token.OPEN_PAREN) return null;
    return this.#attempt(() => {
      scanner.next();
      const items = this.#withItems(Token.CLOSE_PAREN);
      if (scanner.kind !== Token.CLOSE_PAREN || items.length === 0) return null;
      scanner.next();
      return scanner.kind === Token.COLON ? items : null;
    });
  }

  #withItems(close: number): WithItem[] {
    const scanner = this.#scanner;
    const items: WithItem[] = [];
    while (scanner.kind !== close) {
      const value = this.#expressions.named();
      let target: Expression | null = null;
      if (scanner.kind === Token.AS) {
        scanner.next();
        target = this.#expressions.target();
      }
      items.push({ value, target });
      if (scanner.kind !== Token.COMMA) break;
      scanner.next();
    }
    return items;
  }

  /** Reads what may turn out to be something else, outside brackets: null, and nothing read, where it does. */
  #attempt<T>(read: () => T | null): T | null {
    const scanner = this.#scanner;
    const { start, previousEnd, indent } = scanner;
    const problems = scanner.problems.length;
    let result: T | null = null;
    try {
      result = read();
    } catch (error) {
      if (error !== DAMAGE) throw error;
      this.#expressions.reset();
    }
    if (result === null) {
      scanner.problems.length = problems;
      scanner.rewind(start, previousEnd, indent, 0);
    }
    return result;
  }

  #try(): Statement {
    const scanner = this.#scanner;
    const { start, indent } = scanner;
    scanner.next();
    const body = this.#block(indent);
    const handlers: Handler[] = [];
    while (this.#continues(Token.EXCEPT, indent)) handlers.push(this.#handler(indent));
    const orelse = this.#blockAfter(Token.ELSE, indent);
    const finalbody = this.#blockAfter(Token.FINALLY, indent);
    return { type: 'Try', start, end: this.#lineEnd, body, handlers, orelse, finalbody };
  }

  /** `except A, B:` without parentheses is Python 3.14's; Python 2's `except A, name:` looks the same. */
  #handler(indent: number): Handler {
    const scanner = this.#scanner;
    scanner.next();
    if (scanner.kind === Token.STAR) scanner.next();
    const exception = this.#expressions.optionalExpressions();
    let name: Identifier | null = null;
    if (scanner.kind === Token.AS) {
      scanner.next();
      name = this.#expressions.identifier();
    }
    return { exception, name, body: this.#block(indent) };
  }

  /** Null where `match` is a name like any other. */
  #match(): Match | null {
    const { start, indent } = this.#scanner;
    const subject = this.#attempt(() => this.#subject());
    if (subject === null) return null;
    const cases: Case[] = [];
    const column = this.#scanner.indent;
    while (this.#scanner.indent === column && this.#scanner.isWord('case')) cases.push(this.#case(column));
    if (this.#scanner.kind !== Token.END_OF_FILE && this.#scanner.indent > indent) {
      throw this.#expressions.damage("'case'");
    }
    return { type: 'Match', start, end: this.#lineEnd, subject, cases };
  }

  /** What is matched, up to the first `case`. */
  #subject(): Expression | null {
    const scanner = this.#scanner;
    const { indent } = scanner;
    scanner.next();
    if (Token.BEGINS_EXPRESSION[scanner.kind] !== 1) return null;
    const subject = this.#expressions.expressions();
    if (scanner.kind !== Token.COLON) return null;
    scanner.next();
    if (scanner.kind !== Token.NEWLINE) return null;
    scanner.next();
    return scanner.indent > indent && this.#scanner.isWord('case') ? subject : null;
  }

  #case(indent: number): Case {
    const scanner = this.#scanner;
    scanner.next();
    const pattern = this.#expressions.pattern();
    let guard: Expression | null = null;
    if (scanner.kind === Token.IF) {
      scanner.next();
      guard = this.#expressions.named();
    }
    return { pattern, guard, body: this.#block(indent) };
  }
}

function push(body: Statement[], statement: Statement): void {
  body.push(statement);
}

function ifOf(branch: Branch, orelse: readonly Statement[], end: number): If {
  return { type: 'If', start: branch.start, end, test: branch.test, body: branch.body, orelse };
}
