import type { ThingValue, Value } from '../../facts.js';
import { invokeOn } from './calls.js';
import { superclassInstances } from './classes.js';
import { classOf } from './lineage.js';
import { fieldEntries } from './record-classes.js';
import { enumerated, keywordEntries, replacing, turnsOf, zipped } from './collections.js';
import { environmentValues } from './environment.js';
import { HeldList, isFalse, isNone, isOrdered, ProjectThing, thing, unknown, unordered } from './forms.js';
import type { Construction } from './forms.js';
import { frameFor } from './frames.js';
import { joinTexts, synthetic } from './joining.js';
import type { JoinedPart } from './joining.js';
import { memberValues } from './members.js';
import { isParsedArguments } from './options.js';
import { PATH_CONSTRUCTORS, PATH_JOINS } from './paths.js';
import { onlyText, textMethod } from './string-methods.js';
import { widgetValues } from './widgets.js';
import { keywordOf, positional } from '../survey/expression-queries.js';

/** What functions that Python and its library bring along give; null for a callee that is not one of them. */
export function builtinValues(callee: ThingValue, call: Construction): readonly Value[] | null {
  const { path } = callee;
  const handler = BUILTINS.get(path);
  if (handler !== undefined) return handler(call);
  if (PATH_JOINS.has(path) || PATH_CONSTRUCTORS.has(path)) return slashed(call);
  if (QUOTING.has(path.slice(path.lastIndexOf('.') + 1))) return passedOn(call);
  return environmentValues(path, call) ?? widgetValues(path, call);
}

type Handler = (call: Construction) => readonly Value[] | null;

const BUILTINS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['~str', passedOn],
  ['~repr', (call) => [unknown(call.evaluator.place(call.call))]],
  ['~list', listed],
  ['~tuple', listed],
  ['~set', shuffled],
  ['~frozenset', shuffled],
  ['~sorted', sorted],
  ['~reversed', reversed],
  ['~filter', filtered],
  ['~map', mapped],
  ['~iter', listed],
  ['~dict', record],
  ['collections.OrderedDict', record],
  ['types.SimpleNamespace', record],
  ['argparse.Namespace', record],
  ['dataclasses.asdict', fields],
  ['dataclasses.replace', fields],
  ['attr.asdict', fields],
  ['attrs.asdict', fields],
  ['attr.evolve', fields],
  ['attrs.evolve', fields],
  ['types.MappingProxyType', passedOn],
  ['~zip', (call) => zipped(argumentValues(call), call.evaluator.place(call.call))],
  ['~enumerate', (call) => enumerated(argumentValues(call)[0] ?? [], call.evaluator.place(call.call))],
  ['itertools.chain', chained],
  ['itertools.chain.from_iterable', flattened],
  ['itertools.product', (call) => crossed(argumentValues(call), call)],
  ['~next', (call) => turnsOf(argumentValues(call)[0] ?? [])?.[0] ?? null],
  ['~getattr', attribute],
  [
    '~vars',
    (call) =>
      argumentValues(call)[0]?.filter((value) => value.form === 'thing' && isParsedArguments(value)) ?? null,
  ],
  ['~super', superclass],
  ['~type', classOfValue],
  ['functools.partial', partial],
  ['typing.cast', (call) => argumentValues(call)[1] ?? null],
  ['textwrap.dedent', dedented],
  ['inspect.cleandoc', passedOn],
  ['os.fspath', passedOn],
  ['copy.copy', passedOn],
  ['copy.deepcopy', passedOn],
  ['contextlib.closing', passedOn],
  ['contextlib.aclosing', passedOn],
  ['contextlib.nullcontext', passedOn],
  ['contextlib.ExitStack().enter_context', passedOn],
  ['contextlib.AsyncExitStack().enter_async_context', passedOn],
  // psycopg's `sql.SQL("SELECT * FROM {}").format(sql.Identifier("kol", "events"))`
  ['psycopg2.sql.SQL', passedOn],
  ['psycopg.sql.SQL', passedOn],
  ['psycopg2.sql.Identifier', dotted],
  ['psycopg.sql.Identifier', dotted],
  // A DAG's parameter, described: what it is where a run is given nothing else.
  ['airflow.models.param.Param', described],
  ['airflow.models.Param', described],
  ['airflow.sdk.Param', described],
  ['airflow.sdk.definitions.param.Param', described],
  ['importlib.import_module', importedModule],
  ['~__import__', importedModule],
]);

/**
 * What drivers and frameworks call a function that quotes a name for SQL: `pg8000.native.identifier`,
 * psycopg's `quote_ident`, Django's `connection.ops.quote_name`. A name between quotes is the same one.
 */
const QUOTING: ReadonlySet<string> = new Set(['identifier', 'quote_ident', 'quote_identifier', 'quote_name', 'quoted_name']);

function argumentValues({ evaluator, call, scope, frame }: Construction): readonly (readonly Value[])[] {
  return positional(call).map((value) => evaluator.values(value, scope, frame));
}

function passedOn(call: Construction): readonly Value[] | null {
  return argumentValues(call)[0] ?? null;
}

/** `Param("kol-raw", type="string")`: its default. */
function described(call: Construction): readonly Value[] | null {
  const { evaluator, call: node, scope, frame } = call;
  const fallback = positional(node)[0] ?? keywordOf(node, 'default');
  return fallback === null ? null : evaluator.values(fallback, scope, frame);
}

/** Of several lines the margin stays: they are SQL or the like, where spaces are nothing. */
function dedented(call: Construction): readonly Value[] | null {
  const place = call.evaluator.place(call.call);
  return (
    argumentValues(call)[0]?.flatMap((value) =>
      value.form === 'text' && !value.text.flat.includes('\n') ? (textMethod(value, 'lstrip', [], place) ?? []) : [value],
    ) ?? null
  );
}

function listed(call: Construction): readonly Value[] {
  const place = call.evaluator.place(call.call);
  const [values] = argumentValues(call);
  if (values === undefined) return [{ form: 'list', items: [], place }];
  const turns = turnsOf(values);
  if (turns === null) return [unknown(place)];
  const ordered = values.every((value) => value.form !== 'list' || isOrdered(value));
  return [ordered ? { form: 'list', items: turns, place } : unordered(turns, place)];
}

function shuffled(call: Construction): readonly Value[] {
  return listed(call).map((list) => (list.form === 'list' ? unordered(list.items, list.place) : list));
}

/** Sorted where each item is one text and nothing says how; in any order elsewhere. */
function sorted(call: Construction): readonly Value[] {
  const plain = call.call.arguments.length === 1;
  return listed(call).map((list): Value => {
    if (list.form !== 'list') return list;
    const texts = list.items.map((item) => ({ item, text: onlyText(item) }));
    if (!plain || texts.some(({ text }) => text === null)) return unordered(list.items, list.place);
    texts.sort((a, b) => ((a.text ?? '') < (b.text ?? '') ? -1 : 1));
    return { form: 'list', items: texts.map(({ item }) => item), place: list.place };
  });
}

function reversed(call: Construction): readonly Value[] {
  return listed(call).map((list): Value => {
    if (list.form !== 'list') return list;
    return new HeldList(() => [...list.items].reverse(), list.place, [], isOrdered(list));
  });
}

/** `filter(None, items)`: those that are something. Other conditions are not followed. */
function filtered(call: Construction): readonly Value[] {
  const place = call.evaluator.place(call.call);
  const [test = [], values = []] = argumentValues(call);
  const turns = turnsOf(values);
  if (turns === null || !test.every(isNone) || test.length === 0) return [unknown(place)];
  return [{ form: 'list', items: turns.filter((item) => !item.every(isFalse)), place }];
}

/** `map(f, items)` for a function of the project, or one that passes text on. */
function mapped(call: Construction): readonly Value[] {
  const place = call.evaluator.place(call.call);
  const [callees = [], values = []] = argumentValues(call);
  const [callee] = callees;
  const turns = turnsOf(values);
  if (turns === null || callees.length !== 1 || callee?.form !== 'thing') return [unknown(place)];
  if (callee.path === '~str') return [{ form: 'list', items: turns, place }];
  if (!(callee instanceof ProjectThing) || callee.target.form !== 'function') return [unknown(place)];
  const { target } = callee;
  return [{ form: 'list', items: turns.map((item) => invokeOn(callee, target, item, place)), place }];
}

function record(call: Construction): readonly Value[] {
  const { evaluator, call: node, scope, frame } = call;
  const place = evaluator.place(node);
  const first = argumentValues(call)[0] ?? [];
  const given = first.flatMap((value) => {
    if (value.form === 'record') return value.entries;
    return value.form === 'list' ? pairsAsEntries(value) : [];
  });
  return [
    {
      form: 'record',
      entries: replacing(given, keywordEntries(evaluator, node.arguments, scope, frame)),
      place,
    },
  ];
}

/** `asdict(config)`, `replace(config, bucket="x")`: the fields, and what they are replaced by. */
function fields(call: Construction): readonly Value[] | null {
  const { evaluator, call: node, scope, frame } = call;
  const place = evaluator.place(node);
  const replaced = keywordEntries(evaluator, node.arguments, scope, frame);
  const records = (argumentValues(call)[0] ?? []).flatMap((value) => fieldEntries(value) ?? []);
  return records.length === 0 ? null : [{ form: 'record', entries: replacing(records, replaced), place }];
}

function pairsAsEntries(list: Extract<Value, { form: 'list' }>) {
  return list.items.flatMap((item) =>
    item.flatMap((pair) => {
      const key = pair.form === 'list' ? pair.items[0]?.[0] : undefined;
      if (pair.form !== 'list' || key?.form !== 'text') return [];
      return [{ key: key.text, place: pair.place, values: () => pair.items[1] ?? [] }];
    }),
  );
}

function chained(call: Construction): readonly Value[] {
  const place = call.evaluator.place(call.call);
  return [{ form: 'list', items: argumentValues(call).flatMap((values) => turnsOf(values) ?? []), place }];
}

function flattened(call: Construction): readonly Value[] {
  const place = call.evaluator.place(call.call);
  const lists = turnsOf(argumentValues(call)[0] ?? []) ?? [];
  return [{ form: 'list', items: lists.flatMap((list) => turnsOf(list) ?? []), place }];
}

function crossed(lists: readonly (readonly Value[])[], call: Construction): readonly Value[] {
  const place = call.evaluator.place(call.call);
  let tuples: readonly (readonly (readonly Value[])[])[] = [[]];
  for (const values of lists) {
    const turns = turnsOf(values) ?? [[unknown(place)]];
    tuples = tuples.flatMap((tuple) => turns.map((item) => [...tuple, item])).slice(0, 64);
  }
  return [
    { form: 'list', items: tuples.map((items): readonly Value[] => [{ form: 'list', items, place }]), place },
  ];
}

/** `getattr(object, "name", default)`. */
function attribute(call: Construction): readonly Value[] | null {
  const { evaluator, call: node } = call;
  const [objects = [], names, fallback] = argumentValues(call);
  const name = onlyText(names);
  if (name === null) return null;
  const place = evaluator.place(node);
  const found = objects.flatMap((object) => memberValues(evaluator, object, name, place));
  if (fallback === undefined) return found;
  const known = found.filter((value) => value.form !== 'thing' || !value.path.startsWith('~'));
  // Of what another module or a call gives no more may be known than that it is there.
  return known.some((value) => !isNone(value) && value.form !== 'thing') ? known : [...known, ...fallback];
}

/** `super()` in a method: the bases' instances. */
function superclass(call: Construction): readonly Value[] | null {
  const { scope, evaluator, frame } = call;
  const target = classOf(scope, evaluator);
  if (target === null) return null;
  const { node } = scope;
  const own = node.type === 'FunctionDefinition' ? node.parameters[0]?.name.name : undefined;
  const [receiver] = own === undefined ? [] : (frameFor(scope, frame)?.passed.get(own)?.values() ?? []);
  return superclassInstances(target, receiver ?? null);
}

/** `type(self)`. */
function classOfValue(call: Construction): readonly Value[] | null {
  const place = call.evaluator.place(call.call);
  if (call.call.arguments.length !== 1) return null;
  return argumentValues(call)[0]?.flatMap((value) => memberValues(call.evaluator, value, '__class__', place)) ?? null;
}

/** `functools.partial(f, …)` of a function of the project: the function, with what it is given before. */
function partial(call: Construction): readonly Value[] | null {
  const [callees = []] = argumentValues(call);
  const functions = callees.flatMap((callee) => {
    if (!(callee instanceof ProjectThing) || callee.target.form !== 'function') return [];
    const rest = { ...call.call, arguments: call.call.arguments.slice(1) };
    return [new ProjectThing(callee.path, callee.calls, { ...callee.target, before: { ...call, call: rest } })];
  });
  return functions.length === 0 ? null : functions;
}

/** A module imported by a name that is written out. */
function importedModule(call: Construction): readonly Value[] | null {
  const specifier = onlyText(argumentValues(call)[0]);
  if (specifier === null) return null;
  const { evaluator } = call;
  return evaluator.loaded(specifier) === null
    ? [thing(specifier)]
    : [new ProjectThing(specifier, [], { form: 'module', specifier, evaluator })];
}

/** `os.path.join(a, b)`, `Path(a, b)`: the arguments with slashes between. An absolute one begins anew. */
function slashed(call: Construction): readonly Value[] | null {
  const { evaluator, call: node } = call;
  let parts: JoinedPart[] = [];
  for (const part of givenOneByOne(call)) {
    if (parts.length > 0 && part.values.every(isAbsolute) && !parts.some(isAddress)) parts = [];
    if (parts.length > 0 && !endsWithSlash(parts.at(-1)) && !parts.every(isNothing)) {
      parts.push({ values: [synthetic('/', part.place)], place: part.place });
    }
    parts.push(part);
  }
  const [only] = parts;
  if (only === undefined) return null;
  return parts.length === 1 ? only.values : joinTexts(parts, evaluator.place(node));
}

/** The parts of a name, with dots between. */
function dotted(call: Construction): readonly Value[] | null {
  const given = givenOneByOne(call);
  if (given.length === 0) return null;
  const parts = given.flatMap((part, index): JoinedPart[] =>
    index === 0 ? [part] : [{ values: [synthetic('.', part.place)], place: part.place }, part],
  );
  return joinTexts(parts, call.evaluator.place(call.call));
}

/** The positional arguments, those of a spread list one by one; a hole for a spread that is not known. */
function givenOneByOne({ evaluator, call, scope, frame }: Construction): readonly JoinedPart[] {
  return call.arguments.flatMap(({ keyword, spread, value }): readonly JoinedPart[] => {
    const place = evaluator.place(value);
    if (keyword !== null || spread === '**') return [];
    const values = evaluator.values(value, scope, frame);
    if (spread === '') return [{ values, place }];
    const items = turnsOf(values) ?? [[unknown(place)]];
    return items.map((item) => ({ values: item, place }));
  });
}

/** What is joined to nothing begins the path. */
function isNothing({ values }: JoinedPart): boolean {
  return values.length > 0 && values.every((value) => value.form === 'text' && value.text.flat === '');
}

/** Who joins something to an address means a place below it, whatever Python makes of that. */
function isAddress(part: JoinedPart): boolean {
  return part.values.some((value) => value.form === 'text' && value.text.flat.includes('://'));
}

function isAbsolute(value: Value): boolean {
  return value.form === 'text' && value.text.flat.startsWith('/');
}

function endsWithSlash(part: JoinedPart | undefined): boolean {
  return part?.values.every((value) => value.form === 'text' && value.text.flat.endsWith('/')) ?? false;
}
