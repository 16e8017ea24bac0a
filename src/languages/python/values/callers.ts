import type { Expression, FunctionDefinition, Lambda } from '../syntax/syntax.js';
import { lineage } from './lineage.js';
import type { Evaluator } from './evaluator.js';
import { targetOf } from './forms.js';
import type { ClassTarget, Construction } from './forms.js';
import type { Scope } from '../survey/scopes.js';

type Call = Extract<Expression, { type: 'Call' }>;

/** So many calls of one name are looked at for those that mean one function. */
const MOST_CANDIDATES = 200;
/** So many callers are followed. */
const MOST_CALLERS = 24;

/** The calls of a function of this file in this file; of a constructor, also those of its class. */
export function callersOf(
  evaluator: Evaluator,
  definition: FunctionDefinition | Lambda,
  scope: Scope,
): readonly Construction[] {
  if (definition.type !== 'FunctionDefinition') return [];
  const owner = scope.parent?.form === 'class' ? scope.parent.node : null;
  const name = definition.name.name;
  const names = [name];
  if (name === '__init__' && owner?.type === 'ClassDefinition') {
    names.push(...namesOfClass(evaluator, owner.name.name));
  }
  return evaluator.callers(definition, () =>
    matching(evaluator, names, (call, within) =>
      evaluator.values(call.callee, within, null).some((value) => {
        const target = targetOf(value);
        if (target?.form === 'function') return target.definition === definition;
        return target?.form === 'class' && constructorOf(target) === definition;
      }),
    ),
  );
}

/** The calls in this file that make instances of a class or of one that inherits from it. */
export function constructionsOf(target: ClassTarget): readonly Construction[] {
  const { evaluator, definition } = target;
  const names = namesOfClass(evaluator, definition.name.name);
  return evaluator.callers(definition, () =>
    matching(evaluator, names, (call, within) =>
      evaluator.values(call.callee, within, null).some((value) => {
        const made = targetOf(value);
        return made?.form === 'class' && lineage(made).some((one) => one.definition === definition);
      }),
    ),
  );
}

/** The `__init__` that a class has or inherits within the repository. */
function constructorOf(target: ClassTarget): FunctionDefinition | null {
  for (const { scope } of lineage(target)) {
    const own = scope.bindings.get('__init__')?.[0];
    if (own?.form === 'function') return own.definition;
  }
  return null;
}

/** The names by which a class and those beside it that name it as a base are called. */
function namesOfClass(evaluator: Evaluator, name: string): string[] {
  const names = [name, 'cls'];
  for (const { node } of evaluator.survey.classes) {
    if (node.type !== 'ClassDefinition') continue;
    const inherits = node.arguments.some(
      ({ value }) => value.type === 'Identifier' && names.includes(value.name),
    );
    if (inherits) names.push(node.name.name);
  }
  return names;
}

function matching(
  evaluator: Evaluator,
  names: readonly string[],
  matches: (call: Call, scope: Scope) => boolean,
): readonly Construction[] {
  const found: Construction[] = [];
  for (const name of names) {
    const { callsByMethod, handed } = evaluator.survey;
    const candidates = [...(callsByMethod.get(name) ?? []), ...(handed.get(name) ?? [])];
    for (const { node, scope } of candidates.slice(0, MOST_CANDIDATES)) {
      if (found.length >= MOST_CALLERS) return found;
      if (matches(node, scope)) found.push({ call: node, scope, frame: null, evaluator });
    }
  }
  return found;
}
