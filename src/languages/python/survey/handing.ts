import type { Call, CallArgument, Expression } from '../syntax/syntax.js';

/**
 * The calls that something else makes of a function which it is handed, as if they were written:
 * `put("kol")` for `PythonOperator(python_callable=put, op_args=["kol"])`, `Thread(target=put, args=("kol",))`,
 * `executor.submit(put, "kol")`, `map(put, ["kol"])` and `put.delay("kol")`.
 */
export function handedCalls(node: Call, method: string): readonly Call[] {
  const hands = node.arguments.some(handsByKeyword);
  if (!hands && !HANDING_METHODS.has(method)) return NO_CALLS;
  const calls: Call[] = [];
  for (const argument of node.arguments) {
    if (handsByKeyword(argument)) calls.push(...callByKeywords(node, argument));
  }
  const place = POSITIONS.get(method);
  if (place !== undefined) calls.push(...callOfFirst(node, place));
  if (MAPS.has(method)) calls.push(...callOfEach(node));
  if (node.callee.type === 'Attribute' && SENDERS.has(method)) calls.push({ ...node, callee: node.callee.object });
  return calls;
}

const NO_CALLS: readonly Call[] = [];

function handsByKeyword({ keyword }: CallArgument): boolean {
  return keyword !== null && KEYWORDS.has(keyword.name);
}

/** The call of the function that a keyword hands over (`target=put`), with what is given for it. */
function callByKeywords(node: Call, handed: CallArgument): readonly Call[] {
  const given = node.arguments.flatMap(({ keyword, value, start, end }): readonly CallArgument[] => {
    const spread = keyword === null ? undefined : GIVEN.get(keyword.name);
    return spread === undefined ? [] : [{ type: 'CallArgument', start, end, keyword: null, spread, value }];
  });
  return callOf(node, handed.value, given);
}

/** Keywords that a function is handed over by. */
const KEYWORDS: ReadonlySet<string> = new Set(['python_callable', 'target', 'func', 'function']);

/** Keywords that its arguments are given by. */
const GIVEN: ReadonlyMap<string, '*' | '**'> = new Map([
  ['op_args', '*'],
  ['args', '*'],
  ['op_kwargs', '**'],
  ['kwargs', '**'],
]);

/** Methods that take a function, its arguments behind it; where it stands among theirs. */
const POSITIONS: ReadonlyMap<string, number> = new Map([
  ['submit', 0],
  ['to_thread', 0],
  ['start_soon', 0],
  ['partial', 0],
  ['run_in_executor', 1],
]);

/** At which position a method takes the function that it is handed: at the first, where it is not known for another. */
export function handedAt(method: string): number {
  return POSITIONS.get(method) ?? 0;
}

const MAPS: ReadonlySet<string> = new Set(['map', 'imap', 'imap_unordered', 'map_async']);

/** Methods of a function that somebody runs elsewhere: Celery's, Ray's, Prefect's. */
const SENDERS: ReadonlySet<string> = new Set(['delay', 'remote', 'submit', 's', 'si']);

const HANDING_METHODS: ReadonlySet<string> = new Set([...POSITIONS.keys(), ...MAPS, ...SENDERS]);

function callOfFirst(node: Call, position: number): readonly Call[] {
  const handed = node.arguments[position];
  if (handed === undefined || handed.keyword !== null || handed.spread !== '') return [];
  return callOf(node, handed.value, node.arguments.slice(position + 1));
}

/** `map(put, buckets)`: one call, with any of the items. */
function callOfEach(node: Call): readonly Call[] {
  const [handed, ...lists] = node.arguments;
  if (handed === undefined || lists.length === 0) return [];
  const given = lists.map(({ value, start, end }): CallArgument => {
    const item: Expression = { type: 'Subscript', start, end, object: value, index: { type: 'Unreadable', start, end } };
    return { type: 'CallArgument', start, end, keyword: null, spread: '', value: item };
  });
  return callOf(node, handed.value, given);
}

/** None where what is handed is no name of a function. */
function callOf({ start, end }: Call, callee: Expression, given: readonly CallArgument[]): readonly Call[] {
  if (callee.type !== 'Identifier' && callee.type !== 'Attribute') return [];
  return [{ type: 'Call', start, end, callee, arguments: given }];
}
