import type { NodeContext } from './survey.js';

export const VALUE: NodeContext = { form: 'value' };
export const MESSAGE: NodeContext = { form: 'message' };
export const TEST: NodeContext = { form: 'test' };
export const REGEX: NodeContext = { form: 'regex' };
export const DOCSTRING: NodeContext = { form: 'docstring' };

/** What is neither an argument nor a message any more: the object of a member, an operand. */
export function inner(context: NodeContext): NodeContext {
  return context.form === 'message' ? MESSAGE : VALUE;
}
