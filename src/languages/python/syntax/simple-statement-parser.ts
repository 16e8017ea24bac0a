import type { Assignment, CallArgument, Expression, Identifier, ImportAlias, ImportFrom, Statement } from './syntax.js';
import type { ExpressionParser } from './expression-parser.js';
import type { Scanner } from './scanner.js';
import * as Token from './tokens.js';

/** Reads the statements that hold no others: Python's grammar calls them simple. */
export class SimpleStatementParser {
  readonly #scanner: Scanner;
  readonly #expressions: ExpressionParser;

  constructor(scanner: Scanner, expressions: ExpressionParser) {
    this.#scanner = scanner;
    this.#expressions = expressions;
  }

  /** The statement that begins here, up to a semicolon or the line's end; null for `pass`. */
  read(): Statement | null {
    switch (this.#scanner.kind) {
      case Token.PASS:
        this.#scanner.next();
        return null;
      case Token.BREAK:
        return this.#jump('break');
      case Token.CONTINUE:
        return this.#jump('continue');
      case Token.RETURN:
        return this.#return();
      case Token.IMPORT:
        return this.#import();
      case Token.FROM:
        return this.#importFrom();
      case Token.RAISE:
        return this.#raise();
      case Token.ASSERT:
        return this.#assert();
      case Token.DEL:
        return this.#delete();
      case Token.GLOBAL:
      case Token.NONLOCAL:
        return this.#nameDeclaration();
      default:
        return this.#typeAlias() ?? this.#expressionStatement();
    }
  }

  #jump(form: 'break' | 'continue'): Statement {
    const { start, end } = this.#scanner;
    this.#scanner.next();
    return { type: 'Jump', start, end, form };
  }

  #return(): Statement {
    const scanner = this.#scanner;
    const { start } = scanner;
    scanner.next();
    const value = this.#expressions.optionalExpressions();
    return { type: 'Return', start, end: scanner.previousEnd, value };
  }

  #import(): Statement {
    const scanner = this.#scanner;
    const { start } = scanner;
    scanner.next();
    const names: ImportAlias[] = [];
    for (;;) {
      const from = scanner.start;
      const name = this.#dottedName();
      names.push(this.#alias(from, name));
      if (scanner.kind !== Token.COMMA) break;
      scanner.next();
    }
    return { type: 'Import', start, end: scanner.previousEnd, names };
  }

  #dottedName(): string {
    const scanner = this.#scanner;
    let { name } = this.#expressions.identifier();
    while (scanner.kind === Token.DOT) {
      scanner.next();
      name += `.${this.#expressions.identifier().name}`;
    }
    return name;
  }

  /** The alias of a name that began at `start`, with `as` and what follows it where it stands there. */
  #alias(start: number, name: string): ImportAlias {
    const scanner = this.#scanner;
    let alias: Identifier | null = null;
    if (scanner.kind === Token.AS) {
      scanner.next();
      alias = this.#expressions.identifier();
    }
    return { type: 'ImportAlias', start, end: scanner.previousEnd, name, alias };
  }

  #importFrom(): ImportFrom {
    const scanner = this.#scanner;
    const { start } = scanner;
    scanner.next();
    const moduleStart = scanner.start;
    let level = 0;
    while (scanner.kind === Token.DOT || scanner.kind === Token.ELLIPSIS) {
      level += scanner.kind === Token.DOT ? 1 : 3;
      scanner.next();
    }
    const module = scanner.kind === Token.NAME ? this.#dottedName() : '';
    const moduleEnd = scanner.previousEnd;
    this.#expressions.expect(Token.IMPORT, "'import'");
    const names = this.#importedNames();
    return { type: 'ImportFrom', start, end: scanner.previousEnd, module, level, moduleStart, moduleEnd, names };
  }

  #importedNames(): ImportAlias[] {
    const scanner = this.#scanner;
    const { kind, start, end } = scanner;
    if (kind === Token.STAR) {
      scanner.next();
      return [{ type: 'ImportAlias', start, end, name: '*', alias: null }];
    }
    const names: ImportAlias[] = [];
    if (kind === Token.OPEN_PAREN) scanner.next();
    while (scanner.kind === Token.NAME || names.length === 0) {
      const from = scanner.start;
      const { name } = this.#expressions.identifier();
      names.push(this.#alias(from, name));
      if (scanner.kind !== Token.COMMA) break;
      scanner.next();
    }
    if (kind === Token.OPEN_PAREN) this.#expressions.expect(Token.CLOSE_PAREN, "')'");
    return names;
  }

  /** Python 2's `raise E, "message"` gives a tuple. */
  #raise(): Statement {
    const scanner = this.#scanner;
    const { start } = scanner;
    scanner.next();
    const exception = this.#expressions.optionalExpressions();
    let cause: Expression | null = null;
    if (scanner.kind === Token.FROM) {
      scanner.next();
      cause = this.#expressions.expression();
    }
    return { type: 'Raise', start, end: scanner.previousEnd, exception, cause };
  }

  #assert(): Statement {
    const scanner = this.#scanner;
    const { start } = scanner;
    scanner.next();
    const test = this.#expressions.named();
    let message: Expression | null = null;
    if (scanner.kind === Token.COMMA) {
      scanner.next();
      message = this.#expressions.named();
    }
    return { type: 'Assert', start, end: scanner.previousEnd, test, message };
  }

  #delete(): Statement {
    const scanner = this.#scanner;
    const { start } = scanner;
    scanner.next();
    const targets = [this.#expressions.target()];
    while (scanner.kind === Token.COMMA) {
      scanner.next();
      if (Token.BEGINS_EXPRESSION[scanner.kind] !== 1) break;
      targets.push(this.#expressions.target());
    }
    return { type: 'Delete', start, end: scanner.previousEnd, targets };
  }

  #nameDeclaration(): Statement {
    const scanner = this.#scanner;
    const { kind, start } = scanner;
    scanner.next();
    const names = [this.#expressions.identifier()];
    while (scanner.kind === Token.COMMA) {
      scanner.next();
      names.push(this.#expressions.identifier());
    }
    const scope = kind === Token.GLOBAL ? 'global' : 'nonlocal';
    return { type: 'NameDeclaration', start, end: scanner.previousEnd, scope, names };
  }

  /** `type X[T] = value`; null where `type` is a name like any other. */
  #typeAlias(): Assignment | null {
    if (!this.#scanner.isWord('type')) return null;
    const scanner = this.#scanner;
    const { start, previousEnd, indent, brackets } = scanner;
    scanner.next();
    if (scanner.kind !== Token.NAME) {
      scanner.rewind(start, previousEnd, indent, brackets);
      return null;
    }
    const target = this.#expressions.identifier();
    this.#expressions.parameters.skipTypes();
    this.#expressions.expect(Token.EQUALS, "'='");
    const value = this.#expressions.expression();
    return { type: 'Assignment', start, end: scanner.previousEnd, targets: [target], annotation: null, value };
  }

  #expressionStatement(): Statement {
    const scanner = this.#scanner;
    const { start } = scanner;
    const first = this.#expressions.expressions();
    switch (scanner.kind) {
      case Token.EQUALS:
        return this.#assignment(start, first);
      case Token.COLON:
        return this.#annotated(start, first);
      case Token.AUGMENTED:
        return this.#augmented(start, first);
      default: {
        const value = this.#printed(start, first);
        return { type: 'ExpressionStatement', start, end: scanner.previousEnd, value };
      }
    }
  }

  #assignment(start: number, first: Expression): Statement {
    const scanner = this.#scanner;
    const targets: Expression[] = [];
    let value = first;
    while (scanner.kind === Token.EQUALS) {
      scanner.next();
      targets.push(value);
      value = this.#expressions.expressions();
    }
    return { type: 'Assignment', start, end: scanner.previousEnd, targets, annotation: null, value };
  }

  #annotated(start: number, target: Expression): Statement {
    const scanner = this.#scanner;
    scanner.next();
    const annotation = this.#expressions.expression();
    let value: Expression | null = null;
    if (scanner.kind === Token.EQUALS) {
      scanner.next();
      value = this.#expressions.expressions();
    }
    return { type: 'Assignment', start, end: scanner.previousEnd, targets: [target], annotation, value };
  }

  #augmented(start: number, target: Expression): Statement {
    const scanner = this.#scanner;
    const operator = scanner.text.slice(scanner.start, scanner.end - 1);
    scanner.next();
    const value = this.#expressions.expressions();
    return { type: 'AugmentedAssignment', start, end: scanner.previousEnd, target, operator, value };
  }

  /** Python 2's `print x, y` and `exec x` as the calls that they are in Python 3. */
  #printed(start: number, first: Expression): Expression {
    const scanner = this.#scanner;
    if (Token.BEGINS_EXPRESSION[scanner.kind] !== 1 || first.type !== 'Identifier') return first;
    if (first.name !== 'print' && first.name !== 'exec') return first;
    const given = this.#expressions.expressions();
    const values = given.type === 'Sequence' && given.form === 'tuple' ? given.items : [given];
    const parsed = values.map(
      (value): CallArgument => ({
        type: 'CallArgument', start: value.start, end: value.end, keyword: null, spread: '', value,
      }),
    );
    return { type: 'Call', start, end: scanner.previousEnd, callee: first, arguments: parsed };
  }
}
