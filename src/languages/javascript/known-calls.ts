import type { TSESTree } from '@typescript-eslint/utils';
import { literal } from '../../references/text.js';
import type { Entry, Value } from '../facts.js';
import { type Operand, joined, union } from './compose.js';
import type { Evaluator } from './evaluator.js';
import type { Frame } from './frame.js';
import type { Values } from './things.js';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;
type Reading = (evaluator: Evaluator, node: Call, frame: Frame | null) => Values | null;

/** Functions that give a name, or a piece of SQL, as a part of a longer one. */
const QUOTING = [
  'drizzle-orm.sql.identifier', 'drizzle-orm.sql.raw', 'kysely.sql.table', 'kysely.sql.id', 'kysely.sql.ref', 'kysely.sql.raw', '~sql.identifier', '~sql.raw',
  'pg-format.ident', 'pg.escapeIdentifier', 'pg.default.escapeIdentifier', 'pg-promise.as.name', 'mysql.escapeId', 'mysql2.escapeId', 'sequelize.literal',
  // postgres.js: `SELECT * FROM ${sql('users')}`
  'postgres()', 'postgres.default()', '~sql',
];

/** Functions of the language, of Node.js and of libraries whose results can be followed, by their paths. */
const KNOWN: Readonly<Record<string, Reading>> = {
  '~require': required,
  '~import': required,
  '~String': firstAsText,
  '~Object.freeze': first,
  '~Object.seal': first,
  '~Object.values': (evaluator, node, frame) => listed(evaluator, node, frame, (entry) => entry.values()),
  '~Object.keys': (evaluator, node, frame) => listed(evaluator, node, frame, keyOf),
  '~Object.entries': (evaluator, node, frame) => listed(evaluator, node, frame, pairOf),
  '~Object.fromEntries': fromPairs,
  '~Object.assign': assigned,
  '~Array.from': first,
  '~Set': first,
  '~Map': fromPairs,
  'util.promisify': first,
  '~Promise.resolve': first,
  '~Promise.all': first,
  '~structuredClone': first,
  '~Proxy': first,
  ...Object.fromEntries(QUOTING.map((path) => [path, firstAsText])),
  'path.join': joinedPath,
  '~path.join': joinedPath,
  '~path.posix.join': joinedPath,
  'path.posix.join': joinedPath,
  'path/posix.join': joinedPath,
};

/** What a well-known function gives; null for any other, which is then a thing. */
export function knownCall(
  evaluator: Evaluator,
  path: string,
  node: Call,
  frame: Frame | null,
): Values | null {
  const reading = Object.hasOwn(KNOWN, path) ? KNOWN[path] : undefined;
  return reading?.(evaluator, node, frame) ?? null;
}

function first(evaluator: Evaluator, node: Call, frame: Frame | null): Values | null {
  const [argument] = node.arguments;
  return argument === undefined || argument.type === 'SpreadElement'
    ? null
    : evaluator.evaluate(argument, frame);
}

function firstAsText(evaluator: Evaluator, node: Call, frame: Frame | null): Values | null {
  const values = first(evaluator, node, frame);
  return values?.some(({ form }) => form === 'text') === true ? values : null;
}

function required(evaluator: Evaluator, node: Call, frame: Frame | null): Values | null {
  const [specifier] = first(evaluator, node, frame) ?? [];
  if (specifier?.form !== 'text' || specifier.text.form !== 'literal') return null;
  return evaluator.module(specifier.text.flat, node);
}

function listed(
  evaluator: Evaluator,
  node: Call,
  frame: Frame | null,
  item: (entry: Entry) => Values,
): Values | null {
  const lists = first(evaluator, node, frame)?.flatMap((value): Value[] =>
    value.form === 'record' ? [{ form: 'list', items: value.entries.map(item), place: value.place }] : [],
  );
  return lists === undefined || lists.length === 0 ? null : lists;
}

function keyOf(entry: Entry): Values {
  return [{ form: 'text', text: entry.key }];
}

function pairOf(entry: Entry): Values {
  return [{ form: 'list', items: [keyOf(entry), entry.values()], place: entry.place }];
}

/** `Object.fromEntries([[k, v]])`, `new Map([[k, v]])`. */
function fromPairs(evaluator: Evaluator, node: Call, frame: Frame | null): Values | null {
  const [list] = first(evaluator, node, frame) ?? [];
  if (list?.form !== 'list') return null;
  const entries = list.items.flatMap((item) => item.flatMap(entriesOfPair));
  return [{ form: 'record', entries, place: list.place }];
}

function entriesOfPair(pair: Value): Entry[] {
  if (pair.form !== 'list') return [];
  const [keys = [], values = []] = pair.items;
  return keys.flatMap((key) =>
    key.form === 'text' ? [{ key: key.text, place: key.text.place, values: () => values }] : [],
  );
}

function assigned(evaluator: Evaluator, node: Call, frame: Frame | null): Values | null {
  const entries = union(...evaluator.argumentValues(node, frame)).flatMap((value) =>
    value.form === 'record' ? value.entries : [],
  );
  return entries.length === 0 ? null : [{ form: 'record', entries, place: evaluator.place(node) }];
}

/** `path.join`: the parts with a slash between them, unless one is written there already. */
function joinedPath(evaluator: Evaluator, node: Call, frame: Frame | null): Values | null {
  const operands: Operand[] = [];
  for (const argument of node.arguments) {
    if (argument.type === 'SpreadElement') return null;
    const place = evaluator.place(argument);
    const alternatives = evaluator.texts(argument, frame);
    const before = operands.at(-1)?.alternatives ?? [];
    const slashed =
      before.some(({ flat }) => flat.endsWith('/')) || alternatives.some(({ flat }) => flat.startsWith('/'));
    if (operands.length > 0 && !slashed)
      operands.push({ alternatives: [literal('/', place, 'whole')], place });
    operands.push({ alternatives, place });
  }
  return operands.length === 0 ? null : joined(operands, evaluator.place(node));
}
