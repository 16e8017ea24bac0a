import type { Call, Comprehension, Dictionary, Expression, Lambda, Parameter, StringLiteral, StringPiece } from '../syntax/syntax.js';
import { lastName, stringKey } from './expression-queries.js';
import { inner, MESSAGE, TEST, VALUE } from './node-contexts.js';
import { createScope } from './scopes.js';
import { isComposed, isStringExpression } from './string-expressions.js';
import type { NodeContext, Within } from './survey.js';
import type { SurveyRecord } from './survey-record.js';
import { TargetSurveyor } from './target-surveyor.js';
import { testingContext } from './testing-calls.js';
import { unreachable } from '../../unreachable.js';

const NO_ITEMS: readonly never[] = [];

/** Nothing nested deeper is looked at: no hand writes it, and the stack must hold. */
const DEEPEST = 900;

/** Finds the calls, texts and names in expressions. */
export class ExpressionSurveyor {
  readonly targets: TargetSurveyor;
  /** Names that functions of the `re` module were imported by. */
  readonly patterns = new Set<string>();
  readonly #record: SurveyRecord;
  readonly #text: string;
  #depth = 0;

  constructor(record: SurveyRecord, text: string) {
    this.#record = record;
    this.#text = text;
    this.targets = new TargetSurveyor(record, text, this);
  }

  /** The strings in an annotation are types, or metadata of a call in `Annotated[…]`. */
  readAnnotation(annotation: Expression): void {
    switch (annotation.type) {
      case 'Call':
        return this.read(annotation, VALUE);
      case 'Subscript':
        return this.readAnnotation(annotation.index);
      case 'Sequence':
        for (const item of annotation.items) this.readAnnotation(item);
        return;
      default:
        return;
    }
  }

  /** `context` is what the expression stands in, and with it the texts in it. */
  read(node: Expression, context: NodeContext): void {
    if (this.#depth > DEEPEST) return;
    this.#depth++;
    if (isStringExpression(node)) {
      this.#record.site(node, context);
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
        for (const piece of node.pieces) this.readReplacements(piece);
        return;
      case 'Binary': {
        let at: Expression = node;
        for (; at.type === 'Binary'; at = at.left) this.#part(at.right, context);
        return this.#part(at, context);
      }
      case 'Call': {
        this.#record.call(node);
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
    if (isStringExpression(node) || isComposed(node)) {
      this.#parts(node, context);
    } else if (node.type === 'Sequence') {
      for (const item of node.items) this.#part(item, context);
    } else if (node.type === 'Conditional') {
      this.read(node.test, VALUE);
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

  /** What stands in the braces of an f-string. */
  readReplacements(piece: StringPiece): void {
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
        return this.read(node.object, inner(context));
      case 'Subscript':
        this.read(node.object, inner(context));
        if (node.index.type === 'StringLiteral')
          for (const piece of node.index.pieces) this.readReplacements(piece);
        else this.read(node.index, inner(context));
        return;
      case 'Call':
        this.read(node.callee, inner(context));
        return this.#arguments(node, context);
      case 'Binary': {
        let at: Expression = node;
        for (; at.type === 'Binary'; at = at.left) this.read(at.right, inner(context));
        return this.read(at, inner(context));
      }
      case 'Boolean':
        this.read(node.left, context);
        return this.read(node.right, context);
      case 'Compare':
        for (const operand of node.operands)
          this.read(operand, context.form === 'message' ? MESSAGE : TEST);
        return;
      case 'Unary':
        return this.read(node.operand, context);
      case 'Conditional':
        this.read(node.test, VALUE);
        this.read(node.body, context);
        return this.read(node.orelse, context);
      case 'Lambda':
        return this.#lambda(node);
      case 'Sequence':
        this.#options(node.items);
        for (const item of node.items) this.read(item, context);
        return;
      case 'Dictionary':
        return this.#dictionary({ root: node.start, keys: NO_ITEMS }, node, context);
      case 'Comprehension':
        return this.#comprehension(node, context);
      case 'Starred':
        return this.read(node.value, context);
      case 'Named':
        this.read(node.value, context);
        return this.targets.bind(
          node.target,
          [],
          { form: 'assignment', value: node.value, annotation: null },
          node.end,
        );
      case 'Await':
        if (node.value === null) return;
        if (node.form !== 'await') this.#record.binder.function?.yields.push(node.form === 'yield' ? node.value : node);
        return this.read(node.value, context);
      case 'Slice':
        for (const bound of [node.lower, node.upper, node.step])
          if (bound !== null) this.read(bound, VALUE);
        return;
      default:
        return unreachable(node);
    }
  }

  /** The options of a command line that is a list: `["--catalog", "kol_lake"]`, `["-c", "import mlflow"]`. */
  #options(items: readonly Expression[]): void {
    for (let index = 0; index + 1 < items.length; index++) {
      const [option, value] = [items[index], items[index + 1]];
      if (option?.type !== 'StringLiteral' || value?.type !== 'StringLiteral') continue;
      const at = option.pieces[0]?.contentStart ?? 0;
      if (this.#text[at] !== '-') continue;
      if (this.#text[at + 1] === 'c') this.#script(option, value);
      if (this.#text[at + 1] !== '-' || this.#text[value.pieces[0]?.contentStart ?? 0] === '-') continue;
      const named = stringKey(option, this.#text);
      if (named !== null) this.#record.declareNamed('keyword', named.name.slice(2).replaceAll('-', '_'), named.node, value, NO_ITEMS);
    }
  }

  /** What an interpreter is given to run. */
  #script({ pieces: [option] }: StringLiteral, code: StringLiteral): void {
    if (option === undefined || option.contentEnd - option.contentStart !== 2) return;
    if (code.pieces.some(({ replacements }) => replacements.length > 0)) return;
    if (IMPORTS.test(this.#text.slice(code.start, code.end))) this.#record.scripts.push(code);
  }

  /** A value that is assigned: the entries of the dictionaries in it are reached by what it is assigned to, too. */
  readAssigned(value: Expression, targets: readonly Expression[]): void {
    if (isContainer(value)) this.#under({ root: value.start, keys: this.#keysOf(targets) }, value, VALUE);
    else this.read(value, VALUE);
  }

  /** The names that a value is put under: of `a`, of `a["b"]`, of `self.a`. */
  #keysOf([target]: readonly Expression[]): readonly string[] {
    if (target?.type !== 'Subscript') return target === undefined ? NO_ITEMS : nonEmpty(lastName(target));
    const key = stringKey(target.index, this.#text);
    return key === null ? NO_ITEMS : [...nonEmpty(lastName(target.object)), key.name];
  }

  /** A value that is put under keys: the entries of the dictionaries in it are reached by them, too. */
  #under(within: Within, value: Expression, context: NodeContext): void {
    if (this.#depth > DEEPEST) return;
    this.#depth++;
    if (value.type === 'Dictionary') this.#dictionary(within, value, context);
    else if (value.type !== 'Sequence') this.read(value, context);
    else this.#items([...within.keys, ITEM], value.items, context);
    this.#depth--;
  }

  #items(keys: readonly string[], items: readonly Expression[], context: NodeContext): void {
    this.#options(items);
    for (const item of items) this.#under({ root: item.start, keys }, item, context);
  }

  #dictionary(within: Within, { entries }: Dictionary, context: NodeContext): void {
    const { root, keys } = within;
    for (const { key, value } of entries) {
      const named = key === null ? null : stringKey(key, this.#text);
      // What is only spoken of is not put under the key for anyone to use.
      const speaks = context.form === 'message' || (named !== null && EXAMPLE.test(named.name));
      if (speaks) {
        this.read(value, MESSAGE);
        continue;
      }
      if (named !== null) this.#record.declareNamed('entry', named.name, named.node, value, NO_ITEMS, within);
      else if (key !== null) this.read(key, context);
      if (named === null || !isContainer(value)) this.read(value, context);
      else this.#under({ root, keys: [...keys, named.name] }, value, context);
    }
  }

  #comprehension(node: Comprehension, context: NodeContext): void {
    const scope = createScope('comprehension', node, this.#record.binder.scope);
    this.#record.scopes.set(node, scope);
    const first = node.clauses[0];
    if (first !== undefined) this.read(first.iterable, context);
    this.#record.binder.within(scope, () => {
      node.clauses.forEach(({ target, iterable, conditions }, index) => {
        if (index > 0) this.read(iterable, context);
        this.targets.bindLoop(target, iterable, target, node.start);
        for (const condition of conditions) this.read(condition, VALUE);
      });
      if (node.key !== null) this.read(node.key, context);
      this.read(node.item, context);
    });
  }

  #lambda(lambda: Lambda): void {
    this.readParameters(lambda.parameters);
    const inner = createScope('function', lambda, this.#record.binder.scope);
    inner.returns.push(lambda.body);
    this.#record.scopes.set(lambda, inner);
    this.#record.binder.within(inner, () => {
      this.bindParameters(lambda.parameters);
      this.read(lambda.body, VALUE);
    });
  }

  /** The annotations and defaults of parameters, which are evaluated around the function. */
  readParameters(parameters: readonly Parameter[]): void {
    for (const parameter of parameters) {
      if (parameter.annotation !== null) this.readAnnotation(parameter.annotation);
      if (parameter.default === null) continue;
      this.read(parameter.default, VALUE);
      this.#record.declare('parameter', parameter.name, parameter.default, NO_ITEMS);
    }
  }

  /** The names of parameters, inside the function. */
  bindParameters(parameters: readonly Parameter[]): void {
    for (const parameter of parameters) {
      const { name } = parameter;
      const { scope, block } = this.#record.binder;
      this.#record.binder.bind({ form: 'parameter', name: name.name, node: name, scope, block, from: 0, parameter });
    }
  }

  #arguments(node: Call, context: NodeContext): void {
    const call = this.#record.call(node, context.form === 'message');
    const tests = context.form === 'message' ? null : testingContext(node, this.patterns);
    node.arguments.forEach((argument, index) => {
      let inner: NodeContext = context;
      if (tests !== null && (tests.form === 'test' || index === 0)) inner = tests;
      else if (argument.keyword !== null && EXAMPLE.test(argument.keyword.name)) inner = MESSAGE;
      else if (context.form !== 'message') inner = { form: 'argument', call, index };
      this.read(argument.value, inner);
    });
  }
}

/** What OpenAPI and others are told for readers: `Field(examples=["kol-raw"])`, `{"example": {"bucket": "kol-raw"}}`. */
const EXAMPLE = /^(?:(?:openapi|request|response)_)?examples?$/;

/** What a program in Python begins with, and none in another language. */
const IMPORTS = /(?:["'\n;]|\\n)\s*(?:import\s+[a-z_][\w.]*|from\s+[a-z_][\w.]*\s+import)\b/;

/** What stands in a path for the place of an item: which it is counts for nothing. */
const ITEM = '0';

function isContainer({ type }: Expression): boolean {
  return type === 'Dictionary' || type === 'Sequence';
}

function nonEmpty(name: string): readonly string[] {
  return name === '' ? NO_ITEMS : [name];
}
