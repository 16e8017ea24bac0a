import type { Call as CallFact, Facts, ModuleLoader, ThingValue, Value } from '../facts.js';
import type { Place, Source } from '../../references/source.js';
import type { Call, Expression, Node } from './syntax.js';
import type { Survey } from './survey.js';
import type { Scope } from './scopes.js';
import type { Frame } from './frames.js';
import { PythonCall } from './call.js';
import { distinct } from './following.js';
import { thing, unknown } from './forms.js';
import type { Construction } from './forms.js';
import { expressionValues } from './values.js';
import { exportedValues } from './names.js';

/** Expressions are followed this deep into each other. */
const DEEPEST = 120;
/** So many expressions are evaluated for one question. */
const MOST_STEPS = 20_000;

/**
 * How far the evaluation under way has come. One for all modules, since one question may lead through
 * several; it is at its start again whenever no question is being answered.
 */
const progress = { depth: 0, steps: 0, lowest: Number.POSITIVE_INFINITY };

/**
 * Evaluates the expressions of one module: each when asked, and once. What was found while an
 * evaluation around it was still open (a cycle) holds for that question only and is not kept.
 */
export class Evaluator {
  readonly #memo = new Map<Expression, readonly Value[] | number>();
  readonly #calls = new Map<Call, CallFact>();
  readonly #loaded = new Map<string, Facts | null>();
  readonly #callers = new Map<Node, readonly Construction[] | null>();
  readonly #exported = new Map<string, readonly Value[] | null>();

  constructor(
    readonly source: Source,
    readonly survey: Survey,
    private readonly load: ModuleLoader,
  ) {}

  place(node: Node): Place {
    return { source: this.source, start: node.start, end: node.end };
  }

  textOf(node: Node): string {
    return this.source.text.slice(node.start, node.end);
  }

  /** Another module of the repository; asked of the loader once. */
  loaded(specifier: string): Facts | null {
    let facts = this.#loaded.get(specifier);
    if (facts === undefined) {
      facts = this.load(specifier, this.source);
      this.#loaded.set(specifier, facts);
    }
    return facts;
  }

  /** The values of an expression in its scope, for one call of the function around or for all. */
  values(node: Expression, scope: Scope, frame: Frame | null): readonly Value[] {
    const memo = frame === null ? this.#memo : frame.memo;
    const known = memo.get(node);
    if (typeof known === 'number') {
      progress.lowest = Math.min(progress.lowest, known);
      return [unknown(this.place(node))];
    }
    if (known !== undefined) return known;
    if (progress.depth === 0) progress.steps = 0;
    if (progress.depth >= DEEPEST || progress.steps >= MOST_STEPS) {
      progress.lowest = -1;
      return [unknown(this.place(node))];
    }
    return this.#evaluate(node, scope, frame, memo);
  }

  #evaluate(
    node: Expression,
    scope: Scope,
    frame: Frame | null,
    memo: Map<Expression, readonly Value[] | number>,
  ): readonly Value[] {
    const depth = progress.depth++;
    progress.steps++;
    const outside = progress.lowest;
    progress.lowest = Number.POSITIVE_INFINITY;
    memo.set(node, depth);
    try {
      const values = distinct(expressionValues(this, node, scope, frame));
      if (progress.lowest >= depth) memo.set(node, values);
      else memo.delete(node);
      return values;
    } finally {
      if (typeof memo.get(node) === 'number') memo.delete(node);
      progress.depth = depth;
      const own = progress.lowest >= depth ? Number.POSITIVE_INFINITY : progress.lowest;
      progress.lowest = depth === 0 ? Number.POSITIVE_INFINITY : Math.min(outside, own);
    }
  }

  /** The calls that mean a function or class, found once; none while they are being looked for. */
  once(definition: Node, find: () => readonly Construction[]): readonly Construction[] {
    const known = this.#callers.get(definition);
    if (known === null) {
      this.leaveOpen();
      return [];
    }
    if (known !== undefined) return known;
    this.#callers.set(definition, null);
    const found = find();
    this.#callers.set(definition, found);
    return found;
  }

  /** Says that what is being evaluated depends on something still under way. */
  leaveOpen(): void {
    progress.lowest = -1;
  }

  /** The things among an expression's values. */
  things(node: Expression, scope: Scope, frame: Frame | null): readonly ThingValue[] {
    return this.values(node, scope, frame).map((value): ThingValue => {
      switch (value.form) {
        case 'thing':
          return value;
        case 'text':
          return thing('str');
        case 'list':
          return thing('list');
        case 'record':
          return thing('dict');
        case 'unknown':
          return thing('?');
      }
    });
  }

  /** The call that a node makes; within one call of the function around, with that call's values. */
  callOf(node: Call, scope: Scope, frame: Frame | null): CallFact {
    if (frame !== null) return new PythonCall(this, node, scope, frame);
    let call = this.#calls.get(node);
    if (call === undefined) {
      call = new PythonCall(this, node, scope, null);
      this.#calls.set(node, call);
    }
    return call;
  }

  /** The values of a name of the module, each text followed to its declaration; empty in a cycle. */
  exported(name: string): readonly Value[] {
    const known = this.#exported.get(name);
    if (known === null) {
      this.leaveOpen();
      return [];
    }
    if (known !== undefined) return known;
    this.#exported.set(name, null);
    const outside = progress.lowest;
    progress.lowest = Number.POSITIVE_INFINITY;
    const values = distinct(exportedValues(this, name));
    if (progress.lowest === Number.POSITIVE_INFINITY) this.#exported.set(name, values);
    else this.#exported.delete(name);
    progress.lowest = Math.min(outside, progress.lowest);
    return values;
  }
}
