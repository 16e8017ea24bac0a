import type { ThingValue, Value } from '../../facts.js';
import type { Place } from '../../../references/source.js';
import { hole } from '../../../references/text.js';
import type { Step } from '../../../references/text.js';
import type { Expression, FunctionDefinition, Lambda, Parameter } from '../syntax/syntax.js';
import { decoratorName } from './lineage.js';
import type { Evaluator } from './evaluator.js';
import { follow } from './following.js';
import { chosen, isNone, textValue } from './forms.js';
import type { Scope } from '../survey/scopes.js';
import { onlyText } from './string-methods.js';
import type { CallNode } from '../survey/survey.js';
import { keywordOf } from '../survey/expression-queries.js';

type Call = Extract<Expression, { type: 'Call' }>;

/** What argparse gives for the command line. */
export function isParsedArguments(value: ThingValue): boolean {
  return /ArgumentParser\(\)\.parse(?:_known)?_args\(\)$/.test(value.path);
}

/** Names that parsed arguments are passed by. */
const PARSED = /^~(?:args|arguments|opts|options|parsed_args|cli_args|namespace|flags|known_args)$/;

/** A name of which nothing is known but that it is what parsed arguments are called. */
export function mayBeParsedArguments(value: ThingValue): boolean {
  return PARSED.test(value.path);
}

/**
 * The values of an option of the file's argument parser; null where there is none of that name.
 * `accessor` is how the option is read, `.bucket`, for the label of the step.
 */
export function optionValues(
  evaluator: Evaluator,
  name: string,
  place: Place,
  accessor: string,
): readonly Value[] | null {
  const options = (evaluator.survey.callsByMethod.get('add_argument') ?? []).filter(
    (call) => destinationOf(evaluator, call) === name,
  );
  const preset = presetValues(evaluator, name, place, `args${accessor}`);
  if (options.length === 0) return preset;
  return [...options.flatMap((option) => valuesOfOption(evaluator, option, `args${accessor}`, place)), ...(preset ?? [])];
}

/** What `parser.set_defaults(bucket="…")` gives; null where it says nothing of that name. */
function presetValues(evaluator: Evaluator, name: string, place: Place, label: string): readonly Value[] | null {
  const values = (evaluator.survey.callsByMethod.get('set_defaults') ?? []).flatMap(({ node, scope }): readonly Value[] => {
    const keyword = node.arguments.find((argument) => argument.keyword?.name === name);
    if (keyword === undefined) return [];
    const step: Step = { origin: 'option-default', label, place: evaluator.place(keyword), env: null };
    return follow(evaluator.values(keyword.value, scope, null), step, place);
  });
  return values.length === 0 ? null : values;
}

/** What `add_argument("--output-bucket")` stores under: `output_bucket`. */
function destinationOf(evaluator: Evaluator, { node, scope }: CallNode): string | null {
  const destination = keywordOf(node, 'dest');
  if (destination !== null) return onlyText(evaluator.values(destination, scope, null));
  return longestName(evaluator, node, scope);
}

/** The first long option, else the first name, without dashes, as an identifier; click's are in lower case. */
export function optionName(evaluator: Evaluator, node: Call, scope: Scope): string | null {
  return longestName(evaluator, node, scope)?.toLowerCase() ?? null;
}

function longestName(evaluator: Evaluator, node: Call, scope: Scope): string | null {
  const names: string[] = [];
  for (const { keyword, spread, value } of node.arguments) {
    if (keyword !== null || spread !== '' || value.type !== 'StringLiteral') continue;
    const name = onlyText(evaluator.values(value, scope, null));
    if (name !== null) names.push(name.split('/', 1)[0] ?? name);
  }
  const plain = names.find((name) => !name.startsWith('-'));
  const long = names.find((name) => name.startsWith('--'));
  const name = plain ?? long ?? names[0];
  return name === undefined ? null : name.replace(/^-+/, '').replaceAll('-', '_');
}

/** The default of an option, and its other choices, followed through it. */
function valuesOfOption(
  evaluator: Evaluator,
  { node, scope }: CallNode,
  label: string,
  place: Place,
): readonly Value[] {
  const variable = variableOf(evaluator, node, scope);
  const step: Step = {
    origin: 'option-default',
    label,
    place: evaluator.place(nameNode(node)),
    env: variable,
  };
  const fallback = keywordOf(node, 'default');
  const given =
    fallback === null ? [] : evaluator.values(fallback, scope, null).filter((value) => !isNone(value));
  const said = new Set(given.flatMap((value) => (value.form === 'text' ? [value.text.flat] : [])));
  const values = [...given, ...choiceValues(evaluator, node, scope).filter((value) => value.form !== 'text' || !said.has(value.text.flat))];
  if (values.length > 0) return follow(values, step, place);
  return [textValue(variable === null ? hole(place, 'argument') : hole(place, 'env', variable))];
}

/** What an option is one of: `choices=["kol", "sme"]`, `type=click.Choice(["kol", "sme"])`; each is another turn of what reads the option. */
function choiceValues(evaluator: Evaluator, node: Call, scope: Scope): readonly Value[] {
  const type = keywordOf(node, 'type');
  const choices = keywordOf(node, 'choices') ?? (type?.type === 'Call' && decoratorName(type) === 'Choice' ? firstPositional(type) : null);
  const lists = choices === null ? [] : evaluator.values(choices, scope, null);
  return lists.flatMap((list) =>
    list.form === 'list' ? list.items.flatMap((item, index) => chosen(item, [{ of: node, index }])) : [],
  );
}

function nameNode(node: Call) {
  return node.arguments[0]?.value ?? node;
}

/** The variable that click and typer read an option from: `envvar="BUCKET"`. */
function variableOf(evaluator: Evaluator, node: Call, scope: Scope): string | null {
  const variable = keywordOf(node, 'envvar');
  if (variable === null) return null;
  const first = variable.type === 'Sequence' ? variable.items[0] : variable;
  return first === undefined ? null : onlyText(evaluator.values(first, scope, null));
}

/** What click's decorators say of a parameter: `@click.option("--bucket", default="…")`. */
export function commandOption(
  evaluator: Evaluator,
  definition: FunctionDefinition | Lambda,
  scope: Scope,
  name: string,
  place: Place,
): readonly Value[] {
  if (definition.type !== 'FunctionDefinition') return [];
  const around = scope.parent ?? scope;
  return definition.decorators.flatMap((decorator): readonly Value[] => {
    if (decorator.type !== 'Call' || !OPTION_DECORATORS.has(decoratorName(decorator))) return [];
    if (clickName(evaluator, decorator, around) !== name) return [];
    return valuesOfOption(evaluator, { node: decorator, scope: around }, name, place);
  });
}

const OPTION_DECORATORS: ReadonlySet<string> = new Set(['option', 'argument']);

/** Click takes a name without dashes as the parameter's; else the longest dashed one. */
function clickName(evaluator: Evaluator, node: Call, scope: Scope): string | null {
  return optionName(evaluator, node, scope);
}

/** Calls that describe a parameter where its default stands. */
const DESCRIPTIONS: ReadonlySet<string> = new Set([
  'Option',
  'Argument',
  'Query',
  'Header',
  'Form',
  'Body',
  'Param',
]);

/**
 * What typer or FastAPI is told of a parameter: `bucket: str = typer.Option("…", envvar="X")`, or in
 * `Annotated[str, typer.Option(envvar="X")] = "…"`. Null where neither says anything.
 */
export function describedOption(
  evaluator: Evaluator,
  parameter: Parameter,
  scope: Scope,
  place: Place,
): readonly Value[] | null {
  const name = parameter.name.name;
  const described = descriptionIn(parameter.default);
  if (described !== null)
    return describedValues(evaluator, described, firstPositional(described), scope, name, place);
  const annotated = annotatedWith(parameter.annotation);
  if (annotated === null) return null;
  return describedValues(evaluator, annotated, parameter.default, scope, name, place);
}

/** The default in a description such as `typer.Option("…")`; the expression itself where it is none. */
export function defaultIn(value: Expression): Expression {
  const described = descriptionIn(value);
  return described === null ? value : (firstPositional(described) ?? value);
}

function descriptionIn(value: Expression | null): Call | null {
  return value?.type === 'Call' && DESCRIPTIONS.has(decoratorName(value)) ? value : null;
}

function annotatedWith(annotation: Expression | null): Call | null {
  if (annotation?.type !== 'Subscript' || annotation.index.type !== 'Sequence') return null;
  for (const item of annotation.index.items) {
    const described = descriptionIn(item);
    if (described !== null) return described;
  }
  return null;
}

function firstPositional(node: Call): Expression | null {
  const first = node.arguments[0];
  if (first?.keyword === null && first.spread === '') return first.value;
  return keywordOf(node, 'default');
}

function describedValues(
  evaluator: Evaluator,
  node: Call,
  fallback: Expression | null,
  scope: Scope,
  name: string,
  place: Place,
): readonly Value[] {
  const variable = variableOf(evaluator, node, scope);
  const step: Step = {
    origin: 'option-default',
    label: name,
    place: evaluator.place(nameNode(node)),
    env: variable,
  };
  const given = fallback === null ? [] : evaluator.values(fallback, scope, null);
  const known = given.filter((value) => value.form === 'text' || value.form === 'list');
  if (known.length > 0) return follow(known, step, place);
  return [textValue(variable === null ? hole(place, 'argument') : hole(place, 'env', variable))];
}
