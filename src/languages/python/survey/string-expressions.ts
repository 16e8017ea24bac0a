import type { CallArgument, Expression } from '../syntax/syntax.js';
import { lastName } from './expression-queries.js';

/** Methods of str that give text: called on a string, they make a longer string expression of it. */
export const TEXT_METHODS: ReadonlySet<string> = new Set([
  'capitalize',
  'casefold',
  'encode',
  'expandtabs',
  'format',
  'format_map',
  'join',
  'ljust',
  'lower',
  'lstrip',
  'removeprefix',
  'removesuffix',
  'replace',
  'rstrip',
  'strip',
  'swapcase',
  'title',
  'upper',
  'zfill',
]);

/** Methods whose text arguments are looked for, not used: `x.startswith("s3://")`. */
const TESTING_METHODS: ReadonlySet<string> = new Set([
  'startswith',
  'endswith',
  'removeprefix',
  'removesuffix',
  'lstrip',
  'rstrip',
  'strip',
  'split',
  'rsplit',
  'partition',
  'rpartition',
]);

/**
 * Whether a method takes its text arguments to test another text or to take it apart. `replace`,
 * `find`, `index` and `count` belong to other things as well (`collection.find("x")`): there only an
 * argument that is no more than a scheme (`replace("s3://", "")`) tells.
 */
export function testsText(method: string, given: readonly CallArgument[]): boolean {
  if (TESTING_METHODS.has(method)) return true;
  return method === 'replace' && given.length >= 2 && given.every((argument) => argument.keyword === null);
}

/** Whether an expression makes one string of what stands in it: a literal, or literals put together. */
export function isStringExpression(node: Expression): boolean {
  switch (node.type) {
    case 'StringLiteral':
      return true;
    case 'Binary':
      return joinsText(node);
    case 'Call':
      return isTextMethod(node.callee);
    default:
      return false;
  }
}

function isTextMethod(callee: Expression): boolean {
  if (callee.type !== 'Attribute' || !TEXT_METHODS.has(callee.attribute.name)) return false;
  return isStringExpression(callee.object) || isComposed(callee.object);
}

/** psycopg's `sql.SQL("SELECT * FROM {}")`, of which `.format(sql.Identifier("kol"))` makes a longer one. */
export function isComposed(node: Expression): boolean {
  if (node.type !== 'Call' || lastName(node.callee) !== 'SQL') return false;
  const [only, ...others] = node.arguments;
  return only !== undefined && others.length === 0 && isStringExpression(only.value);
}

function joinsText(node: Extract<Expression, { type: 'Binary' }>): boolean {
  let at: Expression = node;
  for (; at.type === 'Binary'; at = at.left) {
    if (at.operator !== '+' && at.operator !== '%' && at.operator !== '/') return false;
    if (at.operator !== '%' && isStringExpression(at.right)) return true;
  }
  return isStringExpression(at);
}
