import type { Expression, Identifier, Node } from '../syntax/syntax.js';
import type { Bound } from './binder.js';
import { lastName, stringKey } from './expression-queries.js';
import type { ExpressionSurveyor } from './expression-surveyor.js';
import { VALUE } from './node-contexts.js';
import type { Unpacking } from './scopes.js';
import type { SurveyRecord } from './survey-record.js';

const NO_ITEMS: readonly never[] = [];

/** Notes what assignments, loops and the like bind and change. */
export class TargetSurveyor {
  readonly #record: SurveyRecord;
  readonly #text: string;
  readonly #expressions: ExpressionSurveyor;

  constructor(record: SurveyRecord, text: string, expressions: ExpressionSurveyor) {
    this.#record = record;
    this.#text = text;
    this.#expressions = expressions;
  }

  /** Binds what a target names: a name, `self.x`, an entry, or the parts of an unpacked value. */
  bind(target: Expression, unpacking: Unpacking, bound: Bound, from: number): void {
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
          this.bind(item, [...unpacking, at], bound, from);
        });
        return;
      }
      case 'Starred':
        return this.bind(target.value, unpacking, bound, from);
      case 'Attribute':
        this.#expressions.read(target.object, VALUE);
        if (bound.form === 'assignment') this.#setAttribute(target, unpacking, bound, from);
        return;
      case 'Subscript':
        this.#expressions.read(target.object, VALUE);
        if (target.index.type !== 'StringLiteral') this.#expressions.read(target.index, VALUE);
        if (bound.form === 'assignment' && unpacking.length === 0) this.#setEntry(target, bound.value);
        else this.#record.binder.mutate(target, 'unknown', null, null, target);
        return;
      default:
        return;
    }
  }

  #bindName(target: Identifier, unpacking: Unpacking, bound: Bound, from: number): void {
    this.#record.binder.bindTo(target, unpacking, bound, from);
    if (bound.form !== 'assignment') return;
    const form = this.#record.binder.scope.form === 'class' ? 'field' : 'constant';
    this.#record.declare(form, target, bound.value, unpacking);
  }

  /** What a loop or comprehension binds, one item after the other. */
  bindLoop(target: Expression, iterable: Expression, loop: Node, from: number): void {
    this.bind(target, [], { form: 'loop', iterable, loop }, from);
  }

  #setAttribute(
    target: Extract<Expression, { type: 'Attribute' }>,
    unpacking: Unpacking,
    bound: Extract<Bound, { form: 'assignment' }>,
    from: number,
  ): void {
    if (this.#record.binder.selfAttribute(target) !== null) {
      this.#record.binder.bindAttributeTo(target.attribute, unpacking, bound, from);
      this.#record.declare('field', target.attribute, bound.value, unpacking);
    } else if (unpacking.length === 0) {
      this.#record.binder.mutate(target, 'attribute', target.attribute, bound.value, target);
      this.#record.declare('constant', target.attribute, bound.value, unpacking);
    }
  }

  #setEntry(target: Extract<Expression, { type: 'Subscript' }>, value: Expression): void {
    const key = stringKey(target.index, this.#text);
    this.#record.binder.mutate(target, 'entry', target.index, value, target);
    if (key === null) return;
    const variable = lastName(target.object) === 'environ';
    this.#record.declareNamed(variable ? 'variable' : 'entry', key.name, key.node, value, NO_ITEMS);
  }
}
