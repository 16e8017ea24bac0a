import type { Call as CallFact, Facts, ModuleLoader, ThingValue, Value } from '../../facts.js';
import type { Place, Source } from '../../../references/source.js';
import type { Call, Expression, Node } from '../syntax/syntax.js';
import type { Survey } from '../survey/survey.js';
import type { Scope } from '../survey/scopes.js';
import type { Frame } from './frames.js';
import { PythonCall } from './call.js';
import { HandedChanges } from './handed-changes.js';
import { distinct } from './following.js';
import { thing, unknown } from './forms.js';
import type { ClassTarget, Construction, Lineage } from './forms.js';
import { expressionValues } from './values.js';
import { exportedValues } from './names.js';
import { Rendering } from './rendering.js';
import { enter, forget, isSettled, leave, MOST_FRAMES, MOST_STEPS, progress, runOut, settle, type Outside } from './progress.js';
import { once } from '../../once.js';

/** Expressions are followed this deep into each other. */
const DEEPEST = 120;
/** So many expressions are evaluated for one module before its questions must be content with less: */
const MANY_STEPS = 200_000;
const FEW_STEPS = 200;

type Memo = Map<Node, readonly Value[] | number>;

/** How far things stood when the evaluation of a node began. */
interface Opened {
  readonly depth: number;
  readonly outside: Outside;
  readonly before: number;
  /** Whether nearly all that is allowed for a question was left: another one would find no more. */
  readonly isFresh: boolean;
}

/**
 * Evaluates the expressions of one module: each when asked, and once. What was found while an
 * evaluation around it was still open (a cycle) holds for that question only and is not kept.
 */
export class Evaluator {
  readonly #memo: Memo = new Map();
  #steps = 0;
  readonly #calls = new Map<Call, CallFact>();
  readonly #loaded = new Map<string, Facts | null>();
  readonly #lineages = new Map<Node, Lineage | null>();
  readonly #callers = new Map<Node, readonly Construction[] | null>();
  readonly #exported = new Map<string, readonly Value[] | null>();
  /** What the module's functions change of what they are passed. */
  readonly handedChanges = once(() => new HandedChanges(this.survey));
  /** What Airflow makes of the module's strings; null where it makes nothing of them. */
  readonly rendering = once(() => Rendering.of(this));

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
    const known = this.#known(node, frame);
    if (known !== undefined) return known;
    const opened = this.#open(node, frame);
    const given =
      opened.depth === 0
        ? this.#answered(node, () => expressionValues(this, node, scope, frame))
        : expressionValues(this, node, scope, frame);
    return this.#close(opened, node, frame, given);
  }

  /** What `evaluate` gives for a node that is no expression of its own, remembered and bounded likewise. */
  remembered(node: Node, frame: Frame | null, evaluate: () => readonly Value[]): readonly Value[] {
    const known = this.#known(node, frame);
    if (known !== undefined) return known;
    const opened = this.#open(node, frame);
    return this.#close(opened, node, frame, opened.depth === 0 ? this.#answered(node, evaluate) : evaluate());
  }

  /** What a question comes to: something unknown where it leads deeper than the stack. The next one begins anew in any case. */
  #answered(node: Node, evaluate: () => readonly Value[]): readonly Value[] {
    try {
      return evaluate();
    } catch (error) {
      progress.depth = 0;
      settle();
      if (!(error instanceof RangeError)) throw error;
      return [unknown(this.place(node))];
    }
  }

  /** What was found of a node before, or something unknown where no more may be looked for. */
  #known(node: Node, frame: Frame | null): readonly Value[] | undefined {
    const known = this.#memoOf(frame).get(node);
    if (typeof known === 'number') {
      progress.lowest = Math.min(progress.lowest, known);
      return [unknown(this.place(node))];
    }
    if (known !== undefined) return known;
    if (progress.depth === 0) {
      progress.left = this.#left();
      progress.frames = MOST_FRAMES;
    }
    if (progress.depth < DEEPEST && progress.left > 0) return undefined;
    runOut();
    return [unknown(this.place(node))];
  }

  /** How many expressions may be evaluated for a question of this module. */
  #left(): number {
    return this.#steps < MANY_STEPS ? MOST_STEPS : FEW_STEPS;
  }

  #memoOf(frame: Frame | null): Memo {
    return frame === null ? this.#memo : frame.memo;
  }

  /** Begins the evaluation of a node: until it is done, the node is known by its depth. */
  #open(node: Node, frame: Frame | null): Opened {
    const isFresh = frame === null && progress.frames === MOST_FRAMES && progress.left > 0.9 * this.#left();
    const opened = { depth: progress.depth++, outside: enter(), before: progress.provisional.length, isFresh };
    progress.left--;
    this.#memoOf(frame).set(node, opened.depth);
    return opened;
  }

  /** Ends the evaluation of a node with what it gave. */
  #close(opened: Opened, node: Node, frame: Frame | null, given: readonly Value[]): readonly Value[] {
    const { depth, outside, before } = opened;
    const memo = this.#memoOf(frame);
    const values = distinct(given);
    memo.set(node, values);
    // Which calls lie around is no matter outside of them.
    if (frame === null) progress.inCalls = false;
    if (progress.lowest >= depth) progress.lowest = Number.POSITIVE_INFINITY;
    if (isSettled()) forget(before);
    else if (this.#isCostly(opened)) progress.spent = 'kept';
    else progress.provisional.push(() => memo.delete(node));
    progress.depth = depth;
    leave(outside);
    if (depth === 0) {
      this.#steps += this.#left() - progress.left;
      settle();
    }
    return values;
  }

  /**
   * Whether a node takes all that is allowed by itself: then what it gave is kept, or each question that leads
   * to it would pay for it again. The evaluations around it are not, which may find more another time.
   */
  #isCostly({ isFresh }: Opened): boolean {
    return isFresh && progress.spent === 'yes' && progress.lowest === Number.POSITIVE_INFINITY;
  }

  /**
   * Finds out something about the module once, such as who calls a function; where that is asked for
   * while it is being found out, `meanwhile`.
   */
  #find<Key, Found>(memo: Map<Key, Found | null>, key: Key, meanwhile: Found, find: () => Found): Found {
    const known = memo.get(key);
    if (known === null) {
      this.leaveOpen();
      return meanwhile;
    }
    if (known !== undefined) return known;
    memo.set(key, null);
    const outside = enter();
    const found = find();
    memo.set(key, found);
    if (!isSettled()) progress.provisional.push(() => memo.delete(key));
    leave(outside);
    if (progress.depth === 0) settle();
    return found;
  }

  /** The calls that mean a function or class, found once; none while they are being looked for. */
  callers(definition: Node, find: () => readonly Construction[]): readonly Construction[] {
    return this.#find(this.#callers, definition, [], find);
  }

  /** A class and what it inherits from, found once; only itself while that is being looked for. */
  lineage(target: ClassTarget, find: () => Lineage): Lineage {
    return this.#find(this.#lineages, target.definition, { classes: [target], foreign: [] }, find);
  }

  /** Takes one of the calls that may be followed into their functions; false where none is left. */
  mayEnter(): boolean {
    if (progress.frames > 0) {
      progress.frames--;
      return true;
    }
    runOut();
    return false;
  }

  /** Says that what is being evaluated depends on something still under way. */
  leaveOpen(): void {
    progress.lowest = -1;
  }

  /** Says that what is being evaluated depends on the calls that it lies within. */
  dependOnCalls(): void {
    progress.inCalls = true;
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
    return this.#find(this.#exported, name, [], () => distinct(exportedValues(this, name)));
  }
}
