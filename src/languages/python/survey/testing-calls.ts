import type { Call } from '../syntax/syntax.js';
import { REGEX, TEST } from './node-contexts.js';
import { testsText } from './string-expressions.js';
import type { NodeContext } from './survey.js';

/** Methods of pandas' `.str` that take a pattern first. */
const PATTERN_METHODS: ReadonlySet<string> = new Set([
  'contains',
  'match',
  'fullmatch',
  'extract',
  'extractall',
]);

/**
 * The context of the arguments of a call that tests or takes apart a text; null for another call.
 * `patterns` are the names that functions of the `re` module were imported by.
 */
export function testingContext(node: Call, patterns: ReadonlySet<string>): NodeContext | null {
  const { callee } = node;
  if (callee.type === 'Identifier') return patterns.has(callee.name) ? REGEX : null;
  if (callee.type !== 'Attribute') return null;
  const { object, attribute } = callee;
  if (object.type === 'Identifier' && (object.name === 're' || object.name === 'regex')) return REGEX;
  if (
    object.type === 'Attribute' &&
    object.attribute.name === 'str' &&
    PATTERN_METHODS.has(attribute.name)
  ) {
    return REGEX;
  }
  return testsText(attribute.name, node.arguments) ? TEST : null;
}
