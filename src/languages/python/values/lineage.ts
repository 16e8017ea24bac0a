import type { ThingValue } from '../../facts.js';
import type { ClassDefinition, Expression } from '../syntax/syntax.js';
import type { Evaluator } from './evaluator.js';
import { ProjectThing } from './forms.js';
import type { ClassTarget, Lineage } from './forms.js';
import type { Scope } from '../survey/scopes.js';

/** Bases whose annotated attributes are the parameters of the constructor. */
const RECORD_BASES = /(?:^|[.~])(?:BaseModel|BaseSettings|NamedTuple|TypedDict|SQLModel|Struct)$/;

const RECORD_DECORATORS: ReadonlySet<string> = new Set([
  'dataclass',
  's',
  'attrs',
  'define',
  'frozen',
  'mutable',
  'attributes',
]);

/** A class's own bases, in order: classes of this repository and others. */
export function basesOf(target: ClassTarget): readonly ThingValue[] {
  const { evaluator, definition, scope } = target;
  const around = scope.parent ?? scope;
  return definition.arguments
    .filter((argument) => argument.keyword === null && argument.spread === '')
    .flatMap((argument) => evaluator.things(baseExpression(argument.value), around, null));
}

/** `Generic[T]` is a Generic. */
function baseExpression(node: Expression): Expression {
  return node.type === 'Subscript' ? node.object : node;
}

/** The class and those of the repository that it inherits from, nearest first; cycles end. */
export function lineage(target: ClassTarget): readonly ClassTarget[] {
  return lineageOf(target).classes;
}

export function foreignBases(target: ClassTarget): readonly string[] {
  return lineageOf(target).foreign;
}

function lineageOf(target: ClassTarget): Lineage {
  return target.evaluator.lineage(target, () => {
    const classes: ClassTarget[] = [];
    const foreign: string[] = [];
    const add = (one: ClassTarget) => {
      if (classes.length > MOST_CLASSES || classes.some(({ definition }) => definition === one.definition))
        return;
      classes.push(one);
      for (const base of basesOf(one)) {
        if (base instanceof ProjectThing && base.target.form === 'class') add(base.target);
        else if (base.path !== '?') foreign.push(base.path);
      }
    };
    add(target);
    return { classes, foreign };
  });
}

/** So many classes of a lineage are looked at. */
const MOST_CLASSES = 20;

export function inherits(target: ClassTarget, pattern: RegExp): boolean {
  return foreignBases(target).some((path) => pattern.test(path));
}

/** Whether the constructor takes the annotated attributes: dataclasses, attrs, pydantic, NamedTuple. */
export function isRecordClass(target: ClassTarget): boolean {
  const decorated = lineage(target).some(({ definition }) =>
    definition.decorators.some((decorator) => RECORD_DECORATORS.has(decoratorName(decorator))),
  );
  return decorated || inherits(target, RECORD_BASES);
}

export function decoratorName(decorator: Expression): string {
  const callee = decorator.type === 'Call' ? decorator.callee : decorator;
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'Attribute' ? callee.attribute.name : '';
}

export function namesBase(node: ClassDefinition, name: string): boolean {
  return node.arguments.some(({ value }) => {
    const base = baseExpression(value);
    return (
      (base.type === 'Identifier' && base.name === name) ||
      (base.type === 'Attribute' && base.attribute.name === name)
    );
  });
}

/** The class of the method that a scope lies in; null elsewhere. */
export function classOf(scope: Scope, evaluator: Evaluator): ClassTarget | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const { node } = at;
    if (at.form === 'class' && node.type === 'ClassDefinition')
      return { form: 'class', definition: node, scope: at, evaluator };
  }
  return null;
}
