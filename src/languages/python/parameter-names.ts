import { lineage } from './classes.js';
import type { Evaluator } from './evaluator.js';
import { targetOf } from './forms.js';
import type { FunctionTarget } from './forms.js';
import type { CallNode, DeclaredNode } from './survey.js';
import type { Call, Expression, FunctionDefinition, Lambda } from './syntax.js';

/** Text written as the argument of a call may be a name where it is no longer than this. */
const LONGEST_NAME = 120;

/**
 * What is passed by position to functions and classes of this repository, as if it were passed by
 * keyword: `create_bucket(client, "kol-bronze")` says of the text what the parameter is called.
 */
export function positionalKeywords(evaluator: Evaluator, calls: readonly CallNode[]): readonly DeclaredNode[] {
  const found: DeclaredNode[] = [];
  for (const call of calls) {
    if (!passesText(call.node) || !isNamedDirectly(call.node.callee)) continue;
    addKeywords(evaluator, call, found);
  }
  return found;
}

/** Whether a call passes text by position that is written there. */
function passesText({ arguments: all }: Call): boolean {
  for (const { keyword, spread, value } of all) {
    if (keyword !== null || spread !== '') return false;
    if (isShortText(value)) return true;
  }
  return false;
}

function isShortText(value: Expression): boolean {
  return value.type === 'StringLiteral' && value.end - value.start <= LONGEST_NAME;
}

/**
 * A plain name, `self.method` or `module.function`: what is called is found without following values.
 * An exception speaks of what it is given.
 */
function isNamedDirectly(callee: Expression): boolean {
  if (callee.type === 'Identifier') return !/(?:Error|Exception|Warning)$/.test(callee.name);
  return callee.type === 'Attribute' && callee.object.type === 'Identifier';
}

function addKeywords(evaluator: Evaluator, { node, scope }: CallNode, found: DeclaredNode[]): void {
  const names = parameterNames(evaluator, node.callee, scope);
  if (names === null) return;
  for (const [position, { keyword, spread, value }] of node.arguments.entries()) {
    if (keyword !== null || spread !== '') return;
    const name = names[position];
    if (name === undefined) return;
    if (isShortText(value)) found.push({ form: 'keyword', name, within: null, node: value, value, unpacking: [], scope });
  }
}

/** The names of the parameters that take what is passed by position; null for what is not of this repository. */
function parameterNames(evaluator: Evaluator, callee: Expression, scope: CallNode['scope']): readonly string[] | null {
  for (const value of evaluator.values(callee, scope, null)) {
    const target = targetOf(value);
    if (target?.form === 'function') return namesOf(target.definition, takesReceiver(target));
    if (target?.form !== 'class') continue;
    for (const one of lineage(target)) {
      const constructor = one.scope.bindings.get('__init__')?.[0];
      if (constructor?.form === 'function') return namesOf(constructor.definition, true);
    }
  }
  return null;
}

function takesReceiver({ receiver, scope }: FunctionTarget): boolean {
  return receiver !== null && scope.parent?.form === 'class';
}

function namesOf({ parameters }: FunctionDefinition | Lambda, bound: boolean): readonly string[] {
  const names: string[] = [];
  for (const { form, name } of parameters) {
    if (form !== 'positional' && form !== 'positional-only') break;
    names.push(name.name);
  }
  return bound ? names.slice(1) : names;
}
