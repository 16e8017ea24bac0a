import type {
  Call,
  ClassDefinition,
  Expression,
  FunctionDefinition,
  Identifier,
  If,
  Match,
  Module,
  Node,
  Statement,
  Try,
} from '../syntax/syntax.js';
import type { Binder } from './binder.js';
import { lastName, testedForAbsence } from './expression-queries.js';
import { ExpressionSurveyor } from './expression-surveyor.js';
import { annotatedCall } from './field-descriptions.js';
import { DOCSTRING, MESSAGE, TEST, VALUE } from './node-contexts.js';
import { createScope } from './scopes.js';
import type { Fork } from './scopes.js';
import { SurveyRecord } from './survey-record.js';
import type { Survey } from './survey.js';
import { unreachable } from '../../unreachable.js';

const NO_ITEMS: readonly never[] = [];

/** Walks a module once: its scopes, and where its calls, names, strings and imports stand. */
export function survey(module: Module, text: string, runs: readonly string[]): Survey {
  const record = new SurveyRecord(module, runs);
  new Surveyor(record, text).readBody(module.body);
  return record;
}

/** Walks statements; what they hold is walked by the surveyor of expressions. Blocks nest no deeper than the parser lets them. */
class Surveyor {
  readonly #record: SurveyRecord;
  readonly #binder: Binder;
  readonly #expressions: ExpressionSurveyor;

  constructor(record: SurveyRecord, text: string) {
    this.#record = record;
    this.#binder = record.binder;
    this.#expressions = new ExpressionSurveyor(record, text);
  }

  readBody(statements: readonly Statement[]): void {
    let first = true;
    for (const statement of statements) {
      this.#statement(statement, first);
      first = false;
    }
    this.#end(statements.at(-1));
  }

  /** What the last statement of a block says of it. */
  #end(last: Statement | undefined): void {
    const { block } = this.#binder;
    if (last?.type === 'Return' || last?.type === 'Raise') block.leaves = true;
    if (last?.type === 'Jump') block.skips = true;
  }

  #statement(statement: Statement, first: boolean): void {
    switch (statement.type) {
      case 'ExpressionStatement':
        return this.#expressionStatement(statement.value, first);
      case 'Assignment':
        return this.#assignment(statement.targets, statement.annotation, statement.value, statement);
      case 'AugmentedAssignment': {
        const { target, operator, value } = statement;
        this.#expressions.read(value, VALUE);
        if (target.type === 'Identifier') {
          const { scope, block } = this.#binder;
          const { end: from } = statement;
          const { name } = target;
          this.#binder.bind({ form: 'augmented', name, node: target, scope, block, from, operator, value });
        } else {
          this.#addToPart(target, operator, value);
          this.#expressions.read(target, VALUE);
        }
        return;
      }
      case 'Return':
        if (statement.value === null) return;
        this.#binder.function?.returns.push(statement.value);
        this.#record.declareReturned(statement.value);
        return this.#expressions.read(statement.value, VALUE);
      case 'If':
        return this.#if(statement);
      case 'For':
        this.#expressions.read(statement.iterable, VALUE);
        this.#loop(statement, statement.body, () => {
          this.#expressions.targets.bindLoop(statement.target, statement.iterable, statement, statement.target.start);
        });
        return this.#inBlock(statement.orelse, null);
      case 'While':
        this.#expressions.read(statement.test, VALUE);
        this.#loop(statement, statement.body, () => undefined);
        return this.#inBlock(statement.orelse, null);
      case 'With':
        for (const { value, target } of statement.items) {
          this.#expressions.read(value, VALUE);
          if (target !== null) this.#expressions.targets.bind(target, [], { form: 'with', value }, target.end);
        }
        for (const inner of statement.body) this.#statement(inner, false);
        return;
      case 'Try':
        return this.#try(statement);
      case 'Match':
        return this.#match(statement);
      case 'FunctionDefinition':
        return this.#function(statement);
      case 'ClassDefinition':
        return this.#class(statement);
      case 'Import':
        for (const imported of statement.names) {
          const { name, alias } = imported;
          this.#record.imports.push({ node: imported, specifier: name, names: NO_ITEMS });
          const bound = alias?.name ?? (name.split('.', 1)[0] || name);
          this.#binder.bindImport(
            bound,
            alias ?? imported,
            alias === null ? bound : name,
            null,
            statement.end,
          );
        }
        return;
      case 'ImportFrom':
        return this.#importFrom(statement);
      case 'Raise':
        if (statement.exception !== null) this.#expressions.read(statement.exception, MESSAGE);
        if (statement.cause !== null) this.#expressions.read(statement.cause, MESSAGE);
        return;
      case 'Assert':
        this.#expressions.read(statement.test, VALUE);
        if (statement.message !== null) this.#expressions.read(statement.message, MESSAGE);
        return;
      case 'Delete':
        for (const target of statement.targets) {
          if (target.type === 'Identifier') this.#binder.bindUnknown(target, statement.end);
          else this.#binder.mutate(target, 'unknown', null, null, statement);
        }
        return;
      case 'NameDeclaration':
        this.#binder.redirect(statement);
        return;
      case 'Jump':
        return;
      default:
        return unreachable(statement);
    }
  }

  /** `config["a"] += x`, which puts `config["a"] + x` there. */
  #addToPart(target: Expression, operator: string, right: Expression): void {
    const { start } = target;
    const sum: Expression = { type: 'Binary', start, end: right.end, operator, left: target, right };
    if (target.type === 'Subscript') this.#binder.mutate(target, 'entry', target.index, sum, right);
    else if (target.type === 'Attribute') this.#binder.mutate(target, 'attribute', target.attribute, sum, right);
  }

  #expressionStatement(value: Expression, first: boolean): void {
    if (value.type === 'StringLiteral') {
      // Behind the first statement it is the docstring of an attribute, or code that was put aside.
      this.#record.site(value, DOCSTRING);
      if (!first) for (const piece of value.pieces) this.#expressions.readReplacements(piece);
      return;
    }
    this.#expressions.read(value, VALUE);
    if (value.type === 'Call') this.#binder.mutateByCall(value);
  }

  #assignment(
    targets: readonly Expression[],
    annotation: Expression | null,
    value: Expression | null,
    statement: Node,
  ): void {
    if (annotation !== null) this.#expressions.readAnnotation(annotation);
    if (value === null) {
      const target = targets[0];
      if (annotation !== null && target !== undefined) this.#annotated(target, annotation, statement.end);
      return;
    }
    if (value.type === 'StringLiteral' && isDocumentation(targets[0])) this.#expressions.read(value, DOCSTRING);
    else this.#expressions.readAssigned(value, targets);
    for (const target of targets) {
      this.#expressions.targets.bind(target, [], { form: 'assignment', value, annotation }, statement.end);
    }
  }

  /** `x: T` without a value; its default may stand in the annotation: `x: Annotated[T, Field(…)]`. */
  #annotated(target: Expression, annotation: Expression, from: number): void {
    this.#binder.annotate(target, annotation, from);
    if (target.type !== 'Identifier' || this.#binder.scope.form !== 'class') return;
    const described = annotatedCall(annotation);
    if (described !== null) this.#record.declare('field', target, described, NO_ITEMS);
  }

  #if(statement: If): void {
    const absent = testedForAbsence(statement.test);
    const fork: Fork = { form: 'choice', node: statement, arms: [], absent, exhaustive: false };
    let at: If = statement;
    for (;;) {
      this.#expressions.read(at.test, VALUE);
      this.#inBlock(at.body, fork);
      const next: Statement | undefined = at.orelse[0];
      if (at.orelse.length !== 1 || next?.type !== 'If') break;
      at = next;
    }
    fork.exhaustive = at.orelse.length > 0;
    if (fork.exhaustive) this.#inBlock(at.orelse, fork);
    if (!fork.exhaustive) return;
    const { block } = this.#binder;
    if (fork.arms.every((arm) => arm.leaves)) block.leaves = true;
    else if (fork.arms.every((arm) => arm.leaves || arm.skips)) block.skips = true;
  }

  #try(statement: Try): void {
    const fork: Fork = { form: 'attempt', node: statement, arms: [], absent: null, exhaustive: true };
    this.#inBlock(statement.body, fork);
    for (const { exception, name, body } of statement.handlers) {
      if (exception !== null) this.#expressions.read(exception, VALUE);
      this.#inBlock(body, fork, () => {
        if (name !== null) this.#binder.bindUnknown(name, name.end);
      });
    }
    for (const inner of statement.orelse) this.#statement(inner, false);
    for (const inner of statement.finalbody) this.#statement(inner, false);
  }

  #match(statement: Match): void {
    this.#expressions.read(statement.subject, VALUE);
    const fork: Fork = { form: 'choice', node: statement, arms: [], absent: null, exhaustive: false };
    for (const { pattern, guard, body } of statement.cases) {
      this.#inBlock(body, fork, () => this.#captures(pattern, statement.subject));
      if (guard !== null) this.#expressions.read(guard, VALUE);
      if (pattern.type === 'Identifier' && guard === null) fork.exhaustive = true;
    }
  }

  /** A name for all of the subject is bound to it; one for a part of it to something that is not followed. */
  #captures(pattern: Expression, subject: Expression | null): void {
    switch (pattern.type) {
      case 'Identifier':
        return this.#capture(pattern, subject);
      case 'Named':
        this.#capture(pattern.target, subject);
        return this.#captures(pattern.value, null);
      case 'Sequence':
        for (const item of pattern.items) this.#captures(item, null);
        return;
      case 'Starred':
        return this.#captures(pattern.value, null);
      case 'Binary':
        this.#captures(pattern.left, null);
        return this.#captures(pattern.right, null);
      case 'Call':
        for (const argument of pattern.arguments) this.#captures(argument.value, null);
        return;
      case 'Dictionary':
        for (const { value } of pattern.entries) this.#captures(value, null);
        return;
      default:
        return this.#expressions.read(pattern, TEST);
    }
  }

  #capture(name: Identifier, subject: Expression | null): void {
    if (name.name === '_') return;
    if (subject === null) this.#binder.bindUnknown(name, name.start);
    else this.#binder.bindTo(name, [], { form: 'assignment', value: subject, annotation: null }, name.start);
  }

  #loop(node: Node, body: readonly Statement[], before: () => void): void {
    this.#inBlock(body, { form: 'loop', node, arms: [], absent: null, exhaustive: false }, before);
  }

  #inBlock(statements: readonly Statement[], fork: Fork | null, before: (() => void) | null = null): void {
    const first = statements[0];
    const last = statements.at(-1);
    if (first === undefined || last === undefined) return this.#inEmptyBlock(fork, before);
    const own: Fork = fork ?? { form: 'loop', node: first, arms: [], absent: null, exhaustive: false };
    this.#binder.inBlock({ start: first.start, end: last.end }, own, () => {
      before?.();
      for (const statement of statements) this.#statement(statement, false);
      this.#end(last);
    });
  }

  /** An arm with nothing but `pass` in it: what was before is seen behind it, and a loop binds its target. */
  #inEmptyBlock(fork: Fork | null, before: (() => void) | null): void {
    if (fork === null) return;
    const start = Math.max(this.#binder.block.children.at(-1)?.end ?? 0, fork.node.start);
    this.#binder.inBlock({ start, end: start }, fork, () => before?.());
  }

  #function(definition: FunctionDefinition): void {
    for (const decorator of definition.decorators) this.#decorator(decorator, definition.name);
    this.#expressions.readParameters(definition.parameters);
    if (definition.returns !== null) this.#expressions.readAnnotation(definition.returns);
    const inner = createScope('function', definition, this.#binder.scope);
    this.#record.scopes.set(definition, inner);
    const { name, end: from } = definition;
    const { scope, block } = this.#binder;
    this.#binder.bind({
      form: 'function',
      name: name.name,
      node: name,
      scope,
      block,
      from,
      inner,
      definition,
    });
    this.#binder.within(inner, () => {
      this.#expressions.bindParameters(definition.parameters);
      this.readBody(definition.body);
    });
  }

  /** `@dag` stands for the call `@dag()` makes. */
  #decorator(decorator: Expression, name: Identifier): void {
    this.#expressions.read(decorator, VALUE);
    if (decorator.type === 'Call') {
      this.#record.decorated.set(decorator, name);
    } else if (decorator.type === 'Identifier' || decorator.type === 'Attribute') {
      const { start, end } = decorator;
      const node: Call = { type: 'Call', start, end, callee: decorator, arguments: NO_ITEMS };
      this.#record.calls.push({ node, scope: this.#binder.scope });
      this.#record.decorated.set(node, name);
    }
  }

  #class(definition: ClassDefinition): void {
    for (const decorator of definition.decorators) this.#expressions.read(decorator, VALUE);
    for (const argument of definition.arguments) this.#expressions.read(argument.value, VALUE);
    const inner = createScope('class', definition, this.#binder.scope);
    this.#record.scopes.set(definition, inner);
    this.#record.classes.push(inner);
    const { name, end: from } = definition;
    const { scope, block } = this.#binder;
    this.#binder.bind({ form: 'class', name: name.name, node: name, scope, block, from, inner, definition });
    this.#binder.within(inner, () => this.readBody(definition.body));
  }

  #importFrom(statement: Extract<Statement, { type: 'ImportFrom' }>): void {
    const specifier = '.'.repeat(statement.level) + statement.module;
    const names = statement.names.map((alias) => alias.name);
    this.#record.imports.push({ node: statement, specifier, names });
    for (const imported of statement.names) {
      const { name, alias } = imported;
      if (name === '*') {
        this.#record.starred.push(specifier);
        continue;
      }
      const bound = alias?.name ?? name;
      if (specifier === 're' || specifier === 'regex') this.#expressions.patterns.add(bound);
      this.#binder.bindImport(bound, alias ?? imported, specifier, name, statement.end);
    }
  }
}

/** `dag.doc_md = """…"""`, what a program says of itself, and the constants that are handed over as such. */
const DOCUMENTATION = /(?:^|_)(?:doc(?:_?(?:md|json|yaml|rst))?|docs|documentation|help(?:_text)?|description|usage|epilog|message|msg)_*$/i;

function isDocumentation(target: Expression | undefined): boolean {
  return target !== undefined && DOCUMENTATION.test(lastName(target));
}
