import type { Argument, Call as CallFact, ThingValue, Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import { literal, type Text } from '../../../references/text.js';
import type { Call, CallArgument } from '../syntax/syntax.js';
import { reachedValues } from './conditions.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frames.js';
import type { Scope } from '../survey/scopes.js';
import { lastName } from '../survey/expression-queries.js';
import { outwardThings, outwardValues } from './outward.js';

/** A call as a fact: evaluated when asked. */
export class PythonCall implements CallFact {
  readonly method: string;
  #arguments: readonly Argument[] | null = null;
  #callees: readonly ThingValue[] | null = null;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly node: Call,
    private readonly scope: Scope,
    private readonly frame: Frame | null,
  ) {
    this.method = lastName(node.callee);
  }

  get place(): Place {
    return this.evaluator.place(this.node);
  }

  callees(): readonly ThingValue[] {
    this.#callees ??= outwardThings(this.evaluator.things(this.node.callee, this.scope, this.frame), 2);
    return this.#callees;
  }

  get arguments(): readonly Argument[] {
    this.#arguments ??= this.#readArguments();
    return this.#arguments;
  }

  hasKeyword(keywords: ReadonlySet<string>): boolean {
    return this.node.arguments.some(({ keyword }) => keyword !== null && keywords.has(keyword.name));
  }

  get decorates(): Text | null {
    const name = this.evaluator.survey.decorated.get(this.node);
    return name === undefined ? null : literal(name.name, this.evaluator.place(name));
  }

  #readArguments(): readonly Argument[] {
    let positions: number | null = 0;
    return this.node.arguments.map((argument) => {
      if (argument.spread === '*') positions = null;
      const positional = argument.keyword === null && argument.spread === '' && positions !== null;
      const position = positional ? positions : null;
      if (positional && positions !== null) positions++;
      return new PythonArgument(this.evaluator, argument, position, this.scope, this.frame);
    });
  }
}

class PythonArgument implements Argument {
  readonly keyword: string | null;
  readonly spread: boolean;
  #values: readonly Value[] | null = null;

  constructor(
    private readonly evaluator: Evaluator,
    private readonly argument: CallArgument,
    readonly position: number | null,
    private readonly scope: Scope,
    private readonly frame: Frame | null,
  ) {
    this.keyword = argument.keyword?.name ?? null;
    this.spread = argument.spread !== '';
  }

  get place(): Place {
    return this.evaluator.place(this.argument.value);
  }

  values(): readonly Value[] {
    this.#values ??= outwardValues(
      reachedValues(this.evaluator, this.argument.value, this.scope, this.frame),
      this.place,
    );
    return this.#values;
  }
}
