import type { Parameter } from '../syntax/syntax.js';
import { ListsByName } from '../survey/lists-by-name.js';
import { resolve } from '../survey/scopes.js';
import type { Binding, Mutation, Scope } from '../survey/scopes.js';
import type { Survey } from '../survey/survey.js';

/** A change that a function makes of what it is passed, and the scope of the name that it is passed by. */
interface HandedChange {
  readonly scope: Scope;
  readonly mutation: Mutation;
}

/** What the functions of a module change of the collections that they are passed by name. */
export class HandedChanges {
  readonly #changes = new ListsByName<HandedChange>();

  constructor(survey: Survey) {
    const { bindings } = survey.scope;
    for (const name of bindings.names()) {
      for (const binding of bindings.get(name) ?? []) if (binding.form === 'function') this.#read(survey, name, binding);
    }
  }

  /** The changes of what a name holds in its scope. */
  under(scope: Scope, name: string): readonly Mutation[] {
    const changes = this.#changes.get(name);
    if (changes === undefined) return NO_CHANGES;
    return changes.filter((change) => change.scope === scope).map(({ mutation }) => mutation);
  }

  #read({ callsByMethod }: Survey, name: string, { inner, definition }: Extract<Binding, { form: 'function' }>): void {
    const changed = definition.parameters.filter((parameter) => isChanged(parameter, inner));
    for (const parameter of changed) {
      const at = definition.parameters.indexOf(parameter);
      for (const { node, scope } of callsByMethod.get(name) ?? []) {
        const argument = node.arguments.find(({ keyword }) => keyword?.name === parameter.name.name) ?? node.arguments[at];
        if (node.callee.type !== 'Identifier' || argument?.value.type !== 'Identifier' || argument.spread !== '') continue;
        const passed = argument.value.name;
        const holder = resolve(scope, passed)?.scope;
        if (holder === undefined || (argument.keyword !== null && argument.keyword.name !== parameter.name.name)) continue;
        for (const mutation of inner.mutations.get(parameter.name.name) ?? []) this.#changes.add(passed, { scope: holder, mutation });
      }
    }
  }
}

const NO_CHANGES: readonly Mutation[] = [];

/** Whether a function changes what it is passed for a parameter, and means nothing else by its name. */
function isChanged({ name }: Parameter, inner: Scope): boolean {
  return inner.mutations.has(name.name) && inner.bindings.get(name.name)?.length === 1;
}
