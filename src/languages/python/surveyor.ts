import type {
  Call,
  ClassDefinition,
  Comprehension,
  Dictionary,
  Expression,
  FunctionDefinition,
  Identifier,
  If,
  Lambda,
  Match,
  Module,
  Node,
  Parameter,
  Statement,
  StringPiece,
  Try,
} from './syntax.js';
import { Binder } from './binder.js';
import type { Bound } from './binder.js';
import { ListsByName } from './lists-by-name.js';
import { createScope } from './scopes.js';
import type { Fork, Scope, Unpacking } from './scopes.js';
import { annotatedCall } from './field-descriptions.js';
import { isStringExpression, testsText } from './string-expressions.js';
import { handedCalls } from './handing.js';
import { nameOfReturned } from './returned-names.js';
import { lastName, stringKey, testedForAbsence } from './expression-queries.js';
import type { CallNode, DeclaredNode, ImportNode, NodeContext, Survey, TextNode, Within } from './survey.js';

const VALUE: NodeContext = { form: 'value' };
const MESSAGE: NodeContext = { form: 'message' };
const TEST: NodeContext = { form: 'test' };
const REGEX: NodeContext = { form: 'regex' };
const DOCSTRING: NodeContext = { form: 'docstring' };

const NO_ITEMS: readonly never[] = [];

/** Nothing nested deeper is looked at: no hand writes it, and the stack must hold. */
const DEEPEST = 900;

/** Walks a module once: its scopes, and where its calls, names, strings and imports stand. */
export function survey(module: Module, text: string): Survey {
  const surveyor = new Surveyor(module, text);
  surveyor.run();
  return surveyor;
}

class Surveyor implements Survey {
  readonly scope: Scope;
  readonly scopes = new Map<Node, Scope>();
  readonly calls: CallNode[] = [];
  readonly callsByMethod = new ListsByName<CallNode>();
  readonly decorated = new Map<Node, Identifier>();
  readonly handed = new ListsByName<CallNode>();
  readonly declared: DeclaredNode[] = [];
  readonly texts: TextNode[] = [];
  readonly imports: ImportNode[] = [];
  readonly classes: Scope[] = [];
  readonly starred: string[] = [];
  readonly attributesSet: ReadonlySet<string>;
  readonly #module: Module;
  readonly #text: string;
  /** Names that functions of the `re` module were imported by. */
  readonly #patterns = new Set<string>();
  readonly #binder: Binder;
  #depth = 0;

  constructor(module: Module, text: string) {
    this.#module = module;
    this.#text = text;
    this.#binder = new Binder(module);
    this.scope = this.#binder.module;
    this.attributesSet = this.#binder.attributesSet;
  }

  run(): void {
    this.#body(this.#module.body);
  }

  // Statements

  #body(statements: readonly Statement[]): void {
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
    if (this.#depth > DEEPEST) return;
    this.#depth++;
    this.#visit(statement, first);
    this.#depth--;
  }

  #visit(statement: Statement, first: boolean): void {
    switch (statement.type) {
      case 'ExpressionStatement':
        return this.#expressionStatement(statement.value, first);
      case 'Assignment':
        return this.#assignment(statement.targets, statement.annotation, statement.value, statement);
      case 'AugmentedAssignment': {
        const { target, operator, value } = statement;
        this.#expression(value, VALUE);
        if (target.type === 'Identifier') {
          const { scope, block } = this.#binder;
          const { end: from } = statement;
          const { name } = target;
          this.#binder.bind({ form: 'augmented', name, node: target, scope, block, from, operator, value });
        } else {
          this.#addToPart(target, operator, value);
          this.#expression(target, VALUE);
        }
        return;
      }
      case 'Return':
        if (statement.value === null) return;
        this.#binder.function?.returns.push(statement.value);
        this.#declareReturned(statement.value);
        return this.#expression(statement.value, VALUE);
      case 'If':
        return this.#if(statement);
      case 'For':
        this.#expression(statement.iterable, VALUE);
        this.#loop(statement, statement.body, () => {
          this.#bindLoop(statement.target, statement.iterable, statement, statement.target.start);
        });
        return this.#inBlock(statement.orelse, null);
      case 'While':
        this.#expression(statement.test, VALUE);
        this.#loop(statement, statement.body, () => undefined);
        return this.#inBlock(statement.orelse, null);
      case 'With':
        for (const { value, target } of statement.items) {
          this.#expression(value, VALUE);
          if (target !== null) this.#bindTargets(target, [], { form: 'with', value }, target.end);
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
          this.imports.push({ node: imported, specifier: name, names: NO_ITEMS });
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
        if (statement.exception !== null) this.#expression(statement.exception, MESSAGE);
        if (statement.cause !== null) this.#expression(statement.cause, MESSAGE);
        return;
      case 'Assert':
        this.#expression(statement.test, VALUE);
        if (statement.message !== null) this.#expression(statement.message, MESSAGE);
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
      this.#site(value, DOCSTRING);
      if (!first) for (const piece of value.pieces) this.#replacements(piece);
      return;
    }
    this.#expression(value, VALUE);
    if (value.type === 'Call') this.#binder.mutateByCall(value);
  }

  #assignment(
    targets: readonly Expression[],
    annotation: Expression | null,
    value: Expression | null,
    statement: Node,
  ): void {
    if (annotation !== null) this.#annotation(annotation);
    if (value === null) {
      const target = targets[0];
      if (annotation !== null && target !== undefined) this.#annotated(target, annotation, statement.end);
      return;
    }
    if (value.type === 'StringLiteral' && isDocumentation(targets[0])) this.#expression(value, DOCSTRING);
    else if (isContainer(value)) this.#under({ root: value.start, keys: this.#keysOf(targets) }, value, VALUE);
    else this.#expression(value, VALUE);
    for (const target of targets) {
      this.#bindTargets(target, [], { form: 'assignment', value, annotation }, statement.end);
    }
  }

  /** `x: T` without a value; its default may stand in the annotation: `x: Annotated[T, Field(…)]`. */
  #annotated(target: Expression, annotation: Expression, from: number): void {
    this.#binder.annotate(target, annotation, from);
    if (target.type !== 'Identifier' || this.#binder.scope.form !== 'class') return;
    const described = annotatedCall(annotation);
    if (described !== null) this.#declare('field', target, described, NO_ITEMS);
  }

  #if(statement: If): void {
    const absent = testedForAbsence(statement.test);
    const fork: Fork = { form: 'choice', node: statement, arms: [], absent, exhaustive: false };
    let at: If = statement;
    for (;;) {
      this.#expression(at.test, VALUE);
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
      if (exception !== null) this.#expression(exception, VALUE);
      this.#inBlock(body, fork, () => {
        if (name !== null) this.#binder.bindUnknown(name, name.end);
      });
    }
    for (const inner of statement.orelse) this.#statement(inner, false);
    for (const inner of statement.finalbody) this.#statement(inner, false);
  }

  #match(statement: Match): void {
    this.#expression(statement.subject, VALUE);
    const fork: Fork = { form: 'choice', node: statement, arms: [], absent: null, exhaustive: false };
    for (const { pattern, guard, body } of statement.cases) {
      this.#inBlock(body, fork, () => this.#captures(pattern, statement.subject));
      if (guard !== null) this.#expression(guard, VALUE);
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
        return this.#expression(pattern, TEST);
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
    this.#parameterExpressions(definition.parameters);
    if (definition.returns !== null) this.#annotation(definition.returns);
    const inner = createScope('function', definition, this.#binder.scope);
    this.scopes.set(definition, inner);
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
      this.#bindParameters(definition.parameters);
      this.#body(definition.body);
    });
  }

  /** `@dag` stands for the call `@dag()` makes. */
  #decorator(decorator: Expression, name: Identifier): void {
    this.#expression(decorator, VALUE);
    if (decorator.type === 'Call') {
      this.decorated.set(decorator, name);
    } else if (decorator.type === 'Identifier' || decorator.type === 'Attribute') {
      const { start, end } = decorator;
      const node: Call = { type: 'Call', start, end, callee: decorator, arguments: NO_ITEMS };
      this.calls.push({ node, scope: this.#binder.scope });
      this.decorated.set(node, name);
    }
  }

  #lambda(lambda: Lambda): void {
    this.#parameterExpressions(lambda.parameters);
    const inner = createScope('function', lambda, this.#binder.scope);
    inner.returns.push(lambda.body);
    this.scopes.set(lambda, inner);
    this.#binder.within(inner, () => {
      this.#bindParameters(lambda.parameters);
      this.#expression(lambda.body, VALUE);
    });
  }

  #parameterExpressions(parameters: readonly Parameter[]): void {
    for (const parameter of parameters) {
      if (parameter.annotation !== null) this.#annotation(parameter.annotation);
      if (parameter.default === null) continue;
      this.#expression(parameter.default, VALUE);
      this.#declare('parameter', parameter.name, parameter.default, NO_ITEMS);
    }
  }

  #bindParameters(parameters: readonly Parameter[]): void {
    for (const parameter of parameters) {
      const { name } = parameter;
      const { scope, block } = this.#binder;
      this.#binder.bind({ form: 'parameter', name: name.name, node: name, scope, block, from: 0, parameter });
    }
  }

  #class(definition: ClassDefinition): void {
    for (const decorator of definition.decorators) this.#expression(decorator, VALUE);
    for (const argument of definition.arguments) this.#expression(argument.value, VALUE);
    const inner = createScope('class', definition, this.#binder.scope);
    this.scopes.set(definition, inner);
    this.classes.push(inner);
    const { name, end: from } = definition;
    const { scope, block } = this.#binder;
    this.#binder.bind({ form: 'class', name: name.name, node: name, scope, block, from, inner, definition });
    this.#binder.within(inner, () => this.#body(definition.body));
  }

  #importFrom(statement: Extract<Statement, { type: 'ImportFrom' }>): void {
    const specifier = '.'.repeat(statement.level) + statement.module;
    const names = statement.names.map((alias) => alias.name);
    this.imports.push({ node: statement, specifier, names });
    for (const imported of statement.names) {
      const { name, alias } = imported;
      if (name === '*') {
        this.starred.push(specifier);
        continue;
      }
      const bound = alias?.name ?? name;
      if (specifier === 're' || specifier === 'regex') this.#patterns.add(bound);
      this.#binder.bindImport(bound, alias ?? imported, specifier, name, statement.end);
    }
  }

  // Targets

  /** Binds what a target names: a name, `self.x`, an entry, or the parts of an unpacked value. */
  #bindTargets(target: Expression, unpacking: Unpacking, bound: Bound, from: number): void {
    switch (target.type) {
      case 'Identifier':
        this.#bindName(target, unpacking, bound, from);
        return;
      case 'Sequence': {
        const { length } = target.items;
        const star = target.items.findIndex((item) => item.type === 'Starred');
        target.items.forEach((item, index) => {
          // What stands behind a starred target is counted from the end.
          const single = star !== -1 && index > star ? index - length : index;
          const at = index === star ? { from: index, behind: length - 1 - index } : single;
          this.#bindTargets(item, [...unpacking, at], bound, from);
        });
        return;
      }
      case 'Starred':
        return this.#bindTargets(target.value, unpacking, bound, from);
      case 'Attribute':
        this.#expression(target.object, VALUE);
        if (bound.form === 'assignment') this.#setAttribute(target, unpacking, bound, from);
        return;
      case 'Subscript':
        this.#expression(target.object, VALUE);
        if (target.index.type !== 'StringLiteral') this.#expression(target.index, VALUE);
        if (bound.form === 'assignment' && unpacking.length === 0) this.#setEntry(target, bound.value);
        else this.#binder.mutate(target, 'unknown', null, null, target);
        return;
      default:
        return;
    }
  }

  #bindName(target: Identifier, unpacking: Unpacking, bound: Bound, from: number): void {
    this.#binder.bindTo(target, unpacking, bound, from);
    if (bound.form !== 'assignment') return;
    const form = this.#binder.scope.form === 'class' ? 'field' : 'constant';
    this.#declare(form, target, bound.value, unpacking);
  }

  #bindLoop(target: Expression, iterable: Expression, loop: Node, from: number): void {
    this.#bindTargets(target, [], { form: 'loop', iterable, loop }, from);
  }

  #setAttribute(
    target: Extract<Expression, { type: 'Attribute' }>,
    unpacking: Unpacking,
    bound: Extract<Bound, { form: 'assignment' }>,
    from: number,
  ): void {
    if (this.#binder.selfAttribute(target) !== null) {
      this.#binder.bindAttributeTo(target.attribute, unpacking, bound, from);
      this.#declare('field', target.attribute, bound.value, unpacking);
    } else if (unpacking.length === 0) {
      this.#binder.mutate(target, 'attribute', target.attribute, bound.value, target);
      this.#declare('constant', target.attribute, bound.value, unpacking);
    }
  }

  #setEntry(target: Extract<Expression, { type: 'Subscript' }>, value: Expression): void {
    const key = stringKey(target.index, this.#text);
    this.#binder.mutate(target, 'entry', target.index, value, target);
    if (key === null) return;
    const variable = lastName(target.object) === 'environ';
    this.#declareNamed(variable ? 'variable' : 'entry', key.name, key.node, value, NO_ITEMS);
  }

  // Declarations and texts

  /** `def bucket_name(self): return "kol-bronze"`. */
  #declareReturned(value: Expression): void {
    const definition = this.#binder.function?.node;
    if (definition?.type !== 'FunctionDefinition') return;
    const name = nameOfReturned(definition, value);
    if (name !== null) this.#declareNamed('constant', name, definition.name, value, NO_ITEMS);
  }

  #declare(form: DeclaredNode['form'], name: Identifier, value: Expression, unpacking: Unpacking): void {
    this.#declareNamed(form, name.name, name, value, unpacking);
  }

  #declareKeyword(callee: string, keyword: Identifier, value: Expression): void {
    const { name } = keyword;
    const { scope } = this.#binder;
    this.declared.push({ form: 'keyword', name, within: null, callee, node: keyword, value, unpacking: NO_ITEMS, scope });
  }

  #declareNamed(
    form: DeclaredNode['form'],
    name: string,
    node: Node,
    value: Expression,
    unpacking: Unpacking,
    within: DeclaredNode['within'] = null,
  ): void {
    this.declared.push({ form, name, within, node, value, unpacking, scope: this.#binder.scope });
  }

  #site(node: Expression, context: NodeContext): void {
    this.texts.push({ node, scope: this.#binder.scope, context });
  }

  // Expressions

  #annotation(annotation: Expression): void {
    // The strings in an annotation are types, or metadata of a call in Annotated[...].
    switch (annotation.type) {
      case 'Call':
        return this.#expression(annotation, VALUE);
      case 'Subscript':
        return this.#annotation(annotation.index);
      case 'Sequence':
        for (const item of annotation.items) this.#annotation(item);
        return;
      default:
        return;
    }
  }

  #expression(node: Expression, context: NodeContext): void {
    if (this.#depth > DEEPEST) return;
    this.#depth++;
    if (isStringExpression(node)) {
      this.#site(node, context);
      this.#parts(node, context);
    } else {
      this.#inside(node, context);
    }
    this.#depth--;
  }

  /** What stands in a string expression: calls and placeholders, but no further strings of its own. */
  #parts(node: Expression, context: NodeContext): void {
    switch (node.type) {
      case 'StringLiteral':
        for (const piece of node.pieces) this.#replacements(piece);
        return;
      case 'Binary': {
        let at: Expression = node;
        for (; at.type === 'Binary'; at = at.left) this.#part(at.right, context);
        return this.#part(at, context);
      }
      case 'Call': {
        this.#call(node);
        if (node.callee.type === 'Attribute') this.#part(node.callee.object, context);
        for (const argument of node.arguments) this.#part(argument.value, context);
        return;
      }
      default:
        return this.#inside(node, context);
    }
  }

  #part(node: Expression, context: NodeContext): void {
    if (this.#depth > DEEPEST) return;
    this.#depth++;
    if (isStringExpression(node)) {
      this.#parts(node, context);
    } else if (node.type === 'Sequence') {
      for (const item of node.items) this.#part(item, context);
    } else if (node.type === 'Conditional') {
      this.#expression(node.test, VALUE);
      this.#part(node.body, context);
      this.#part(node.orelse, context);
    } else if (node.type === 'Boolean') {
      this.#part(node.left, context);
      this.#part(node.right, context);
    } else {
      this.#inside(node, context.form === 'message' ? MESSAGE : VALUE);
    }
    this.#depth--;
  }

  #replacements(piece: StringPiece): void {
    for (const replacement of piece.replacements) {
      this.#part(replacement.value, VALUE);
      for (const nested of replacement.spec?.replacements ?? NO_ITEMS) this.#part(nested.value, VALUE);
    }
  }

  #inside(node: Expression, context: NodeContext): void {
    switch (node.type) {
      case 'Identifier':
      case 'Constant':
      case 'Unreadable':
      case 'StringLiteral':
        return;
      case 'Attribute':
        return this.#expression(node.object, inner(context));
      case 'Subscript':
        this.#expression(node.object, inner(context));
        if (node.index.type === 'StringLiteral')
          for (const piece of node.index.pieces) this.#replacements(piece);
        else this.#expression(node.index, inner(context));
        return;
      case 'Call':
        this.#expression(node.callee, inner(context));
        return this.#arguments(node, context);
      case 'Binary': {
        let at: Expression = node;
        for (; at.type === 'Binary'; at = at.left) this.#expression(at.right, inner(context));
        return this.#expression(at, inner(context));
      }
      case 'Boolean':
        this.#expression(node.left, context);
        return this.#expression(node.right, context);
      case 'Compare':
        for (const operand of node.operands)
          this.#expression(operand, context.form === 'message' ? MESSAGE : TEST);
        return;
      case 'Unary':
        return this.#expression(node.operand, context);
      case 'Conditional':
        this.#expression(node.test, VALUE);
        this.#expression(node.body, context);
        return this.#expression(node.orelse, context);
      case 'Lambda':
        return this.#lambda(node);
      case 'Sequence':
        for (const item of node.items) this.#expression(item, context);
        return;
      case 'Dictionary':
        return this.#dictionary({ root: node.start, keys: NO_ITEMS }, node, context);
      case 'Comprehension':
        return this.#comprehension(node, context);
      case 'Starred':
        return this.#expression(node.value, context);
      case 'Named':
        this.#expression(node.value, context);
        return this.#bindTargets(
          node.target,
          [],
          { form: 'assignment', value: node.value, annotation: null },
          node.end,
        );
      case 'Await':
        if (node.value === null) return;
        if (node.form !== 'await') this.#binder.function?.yields.push(node.form === 'yield' ? node.value : node);
        return this.#expression(node.value, context);
      case 'Slice':
        for (const bound of [node.lower, node.upper, node.step])
          if (bound !== null) this.#expression(bound, VALUE);
        return;
      default:
        return unreachable(node);
    }
  }

  /** A value that is put under keys: the entries of the dictionaries in it are reached by them, too. */
  #under(within: Within, value: Expression, context: NodeContext): void {
    if (this.#depth > DEEPEST) return;
    this.#depth++;
    if (value.type === 'Dictionary') this.#dictionary(within, value, context);
    else if (value.type !== 'Sequence') this.#expression(value, context);
    else for (const item of value.items) this.#under({ root: item.start, keys: within.keys }, item, context);
    this.#depth--;
  }

  #dictionary(within: Within, { entries }: Dictionary, context: NodeContext): void {
    const { root, keys } = within;
    for (const { key, value } of entries) {
      const named = key === null ? null : stringKey(key, this.#text);
      if (named !== null) this.#declareNamed('entry', named.name, named.node, value, NO_ITEMS, within);
      else if (key !== null) this.#expression(key, context);
      if (named === null || !isContainer(value)) this.#expression(value, context);
      else this.#under({ root, keys: [...keys, named.name] }, value, context);
    }
  }

  /** The names that a value is put under: of `a`, of `a["b"]`, of `self.a`. */
  #keysOf([target]: readonly Expression[]): readonly string[] {
    if (target?.type !== 'Subscript') return target === undefined ? NO_ITEMS : nonEmpty(lastName(target));
    const key = stringKey(target.index, this.#text);
    return key === null ? NO_ITEMS : [...nonEmpty(lastName(target.object)), key.name];
  }

  #comprehension(node: Comprehension, context: NodeContext): void {
    const scope = createScope('comprehension', node, this.#binder.scope);
    this.scopes.set(node, scope);
    const first = node.clauses[0];
    if (first !== undefined) this.#expression(first.iterable, context);
    this.#binder.within(scope, () => {
      node.clauses.forEach(({ target, iterable, conditions }, index) => {
        if (index > 0) this.#expression(iterable, context);
        this.#bindLoop(target, iterable, target, node.start);
        for (const condition of conditions) this.#expression(condition, VALUE);
      });
      if (node.key !== null) this.#expression(node.key, context);
      this.#expression(node.item, context);
    });
  }

  /** @param speaks whether the call is of a message, which names nothing: `raise SinkError(topic="x")` */
  #call(node: Call, speaks = false): CallNode {
    const call: CallNode = { node, scope: this.#binder.scope };
    this.calls.push(call);
    const method = lastName(node.callee);
    this.callsByMethod.add(method, call);
    for (const handed of handedCalls(node, method)) this.#hand(handed);
    for (const { keyword, value } of speaks ? NO_ITEMS : node.arguments) {
      if (keyword !== null) this.#declareKeyword(method, keyword, value);
    }
    return call;
  }

  #hand(node: Call): void {
    this.handed.add(lastName(node.callee), { node, scope: this.#binder.scope });
  }

  #arguments(node: Call, context: NodeContext): void {
    const call = this.#call(node, context.form === 'message');
    const tests = context.form === 'message' ? null : this.#testing(node);
    node.arguments.forEach((argument, index) => {
      let inner: NodeContext = context;
      if (tests !== null && (tests.form === 'test' || index === 0)) inner = tests;
      else if (context.form !== 'message') inner = { form: 'argument', call, index };
      this.#expression(argument.value, inner);
    });
  }

  /** The context of the arguments of a call that tests or takes apart a text; null for another call. */
  #testing(node: Call): NodeContext | null {
    const { callee } = node;
    if (callee.type === 'Identifier') return this.#patterns.has(callee.name) ? REGEX : null;
    if (callee.type !== 'Attribute') return null;
    const { object, attribute } = callee;
    if (object.type === 'Identifier' && (object.name === 're' || object.name === 'regex')) return REGEX;
    if (
      object.type === 'Attribute' &&
      object.attribute.name === 'str' &&
      PATTERN_METHODS.has(attribute.name)
    ) {
      return REGEX;
    }
    return testsText(attribute.name, node.arguments) ? TEST : null;
  }
}

/** `dag.doc_md = """…"""` and the constants that are handed over as such. */
const DOCUMENTATION = /(?:^|_)(?:doc(?:_?(?:md|json|yaml|rst))?|docs|documentation)_*$/i;

function isDocumentation(target: Expression | undefined): boolean {
  return target !== undefined && DOCUMENTATION.test(lastName(target));
}

function isContainer({ type }: Expression): boolean {
  return type === 'Dictionary' || type === 'Sequence';
}

function nonEmpty(name: string): readonly string[] {
  return name === '' ? NO_ITEMS : [name];
}

/** Methods of pandas' `.str` that take a pattern first. */
const PATTERN_METHODS: ReadonlySet<string> = new Set([
  'contains',
  'match',
  'fullmatch',
  'extract',
  'extractall',
]);

/** What is neither an argument nor a message any more: the object of a member, an operand. */
function inner(context: NodeContext): NodeContext {
  return context.form === 'message' ? MESSAGE : VALUE;
}

function unreachable(node: never): never {
  return node;
}
