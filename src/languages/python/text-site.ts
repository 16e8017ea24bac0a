import type { Place } from '../../references/source.js';
import type { Argument, TextContext, TextSite, Value } from '../facts.js';
import { beginningOf } from './beginning.js';
import type { NodeContext, TextNode } from './survey/survey.js';
import { reachedValues } from './values/conditions.js';
import type { Evaluator } from './values/evaluator.js';
import type { Frame } from './values/frames.js';
import { textsOf } from './values/joining.js';
import { outwardValues } from './values/outward.js';

/** A text of a Python file, within one call of the function around or within any. */
export class PythonText implements TextSite {
  #context: TextContext | null = null;
  #values: readonly Value[] | null = null;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly text: TextNode,
    private readonly frame: Frame | null,
  ) {}

  get place() {
    return this.evaluator.place(this.text.node);
  }

  get context(): TextContext {
    this.#context ??= contextOf(this.evaluator, this.text.context, this.frame);
    return this.#context;
  }

  beginning(): readonly Value[] | null {
    const first = beginningOf(this.text.node, this.evaluator.source.text);
    if (first === null) return null;
    const place = this.evaluator.place(first);
    return reachedValues(this.evaluator, first, this.text.scope, this.frame).flatMap((value) => asBeginning(value, place));
  }

  values(): readonly Value[] {
    this.#values ??= outwardValues(reachedValues(this.evaluator, this.text.node, this.text.scope, this.frame), this.place);
    return this.#values;
  }
}

/** A value as what a text begins with; of the values of a `%` a list of them is one. */
function asBeginning(value: Value, place: Place): readonly Value[] {
  if (value.form === 'list' || value.form === 'record') return [value];
  return textsOf([value], place).map(({ text }) => ({ form: 'text', text }));
}

function contextOf(evaluator: Evaluator, context: NodeContext, frame: Frame | null): TextContext {
  if (context.form !== 'argument') return context;
  const call = evaluator.callOf(context.call.node, context.call.scope, frame);
  const argument: Argument | undefined = call.arguments[context.index];
  return argument === undefined ? { form: 'value' } : { form: 'argument', call, argument };
}
