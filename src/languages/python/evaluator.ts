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
/** So many expressions are evaluated for one question; */
const MOST_STEPS = 3_000;
/** so many for one module before its questions must be content with less: */
const MANY_STEPS = 200_000;
const FEW_STEPS = 200;
/** So many calls are followed into their functions for one question. */
const MOST_FRAMES = 48;

type Memo = Map<Expression, readonly Value[] | number>;

/**
 * How far the evaluation under way has come. One for all modules, since one question may lead through
 * several; it is at its start again whenever no question is being answered.
 */
const progress = {
  depth: 0,
  /** How many expressions may still be evaluated. */
  left: MOST_STEPS,
  /** How many calls may still be followed into their functions. */
  frames: MOST_FRAMES,
  /** The depth of the outermost open evaluation that the last one depended on. */
  lowest: Number.POSITIVE_INFINITY,
  /** What was found within a cycle, kept until the evaluation that it depends on is done. */
  provisional: new Array<{ readonly memo: Memo; readonly node: Expression }>(),
};

/**
 * Evaluates the expressions of one module: each when asked, and once. What was found while an
 * evaluation around it was still open (a cycle) holds for that question only and is not kept.
 */
export class Evaluator {
  readonly #memo: Memo = new Map();
  #steps = 0;
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
    if (progress.depth === 0) {
      progress.left = this.#steps < MANY_STEPS ? MOST_STEPS : FEW_STEPS;
      progress.frames = MOST_FRAMES;
    }
    if (progress.depth >= DEEPEST || progress.left <= 0) {
      progress.lowest = -1;
      return [unknown(this.place(node))];
    }
    return this.#evaluate(node, scope, frame, memo);
  }

  #evaluate(node: Expression, scope: Scope, frame: Frame | null, memo: Memo): readonly Value[] {
    const depth = progress.depth++;
    progress.left--;
    this.#steps++;
    const outside = progress.lowest;
    const before = progress.provisional.length;
    progress.lowest = Number.POSITIVE_INFINITY;
    memo.set(node, depth);
    const values = distinct(expressionValues(this, node, scope, frame));
    memo.set(node, values);
    const closed = progress.lowest >= depth;
    if (closed || depth === 0) {
      for (const open of progress.provisional.splice(before)) open.memo.delete(open.node);
    }
    if (!closed) progress.provisional.push({ memo, node });
    progress.depth = depth;
    if (depth === 0) this.#settle();
    else progress.lowest = closed ? outside : Math.min(outside, progress.lowest);
    return values;
  }

  #settle(): void {
    for (const open of progress.provisional.splice(0)) open.memo.delete(open.node);
    progress.lowest = Number.POSITIVE_INFINITY;
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

  /** Takes one of the calls that may be followed into their functions; false where none is left. */
  mayEnter(): boolean {
    if (progress.frames > 0) {
      progress.frames--;
      return true;
    }
    this.leaveOpen();
    return false;
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
