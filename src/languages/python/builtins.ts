import type { ThingValue, Value } from '../facts.js';
import { positional } from './calls.js';
import { classOf, superclassInstances } from './classes.js';
import { enumerated, keywordEntries, turnsOf, zipped } from './collections.js';
import { environmentValues } from './environment.js';
import { ProjectThing, thing, unknown } from './forms.js';
import type { Construction } from './forms.js';
import { joinTexts, synthetic } from './joining.js';
import type { JoinedPart } from './joining.js';
import { memberValues } from './members.js';
import { isParsedArguments } from './options.js';
import { PATH_CONSTRUCTORS, PATH_JOINS } from './paths.js';
import { onlyText } from './string-methods.js';

/** What functions that Python and its library bring along give; null for a callee that is not one of them. */
export function builtinValues(callee: ThingValue, call: Construction): readonly Value[] | null {
  const { path } = callee;
  const handler = BUILTINS.get(path);
  if (handler !== undefined) return handler(call);
  if (PATH_JOINS.has(path) || PATH_CONSTRUCTORS.has(path)) return slashed(call);
  return environmentValues(path, call);
}

type Handler = (call: Construction) => readonly Value[] | null;

const BUILTINS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['~str', passedOn],
  ['~repr', (call) => [unknown(call.evaluator.place(call.call))]],
  ['~list', listed],
  ['~tuple', listed],
  ['~set', listed],
  ['~frozenset', listed],
  ['~sorted', listed],
  ['~reversed', listed],
  ['~iter', listed],
  ['~dict', record],
  ['collections.OrderedDict', record],
  ['types.SimpleNamespace', record],
  ['types.MappingProxyType', passedOn],
  ['~zip', (call) => zipped(argumentValues(call), call.evaluator.place(call.call))],
  ['~enumerate', (call) => enumerated(argumentValues(call)[0] ?? [], call.evaluator.place(call.call))],
  ['itertools.chain', chained],
  ['itertools.product', (call) => crossed(argumentValues(call), call)],
  ['~next', (call) => turnsOf(argumentValues(call)[0] ?? [])?.[0] ?? null],
  ['~getattr', attribute],
  [
    '~vars',
    (call) =>
      argumentValues(call)[0]?.filter((value) => value.form === 'thing' && isParsedArguments(value)) ?? null,
  ],
  ['~super', superclass],
  ['typing.cast', (call) => argumentValues(call)[1] ?? null],
  ['textwrap.dedent', passedOn],
  ['inspect.cleandoc', passedOn],
  ['os.fspath', passedOn],
  ['copy.copy', passedOn],
  ['copy.deepcopy', passedOn],
  ['importlib.import_module', importedModule],
  ['~__import__', importedModule],
]);

function argumentValues({ evaluator, call, scope, frame }: Construction): readonly (readonly Value[])[] {
  return positional(call).map((value) => evaluator.values(value, scope, frame));
}

function passedOn(call: Construction): readonly Value[] | null {
  return argumentValues(call)[0] ?? null;
}

function listed(call: Construction): readonly Value[] {
  const place = call.evaluator.place(call.call);
  const [values] = argumentValues(call);
  if (values === undefined) return [{ form: 'list', items: [], place }];
  const turns = turnsOf(values);
  return turns === null ? [unknown(place)] : [{ form: 'list', items: turns, place }];
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
      entries: [...given, ...keywordEntries(evaluator, node.arguments, scope, frame)],
      place,
    },
  ];
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
  const known = found.filter((value) => value.form !== 'thing' || !value.path.startsWith('~'));
  return known.length > 0 || fallback === undefined ? found : fallback;
}

/** `super()` in a method: the bases' instances. */
function superclass(call: Construction): readonly Value[] | null {
  const target = classOf(call.scope, call.evaluator);
  return target === null ? null : superclassInstances(target);
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
    if (parts.length > 0 && !endsWithSlash(parts.at(-1))) {
      parts.push({ values: [synthetic('/', part.place)], place: part.place });
    }
    parts.push(part);
  }
  const [only] = parts;
  if (only === undefined) return null;
  return parts.length === 1 ? only.values : joinTexts(parts, evaluator.place(node));
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
