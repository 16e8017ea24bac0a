import type { Call, CallArgument, Expression } from './syntax/syntax.js';
import { lastName } from './survey/expression-queries.js';
import { handedAt } from './survey/handing.js';

/**
 * The call that another one leads to, where a method is handed over with what it is to be called with:
 * `asyncio.to_thread(s3.upload_file, path, "kol-bronze", key)`, `executor.submit(…)`,
 * `loop.run_in_executor(None, …)`, `retried(s3.upload_file, …)`, `async_to_sync(broker.publish)(…)`.
 * Null for a call that hands no method over. What is called decides whether it means anything.
 */
export function handedCall(node: Call): Call | null {
  const { callee } = node;
  if (callee.type === 'Call') return wrappedCall(node, callee);
  const at = handedAt(lastName(callee));
  const handed = methodAt(node, at);
  if (handed === null || node.arguments.length < at + 2) return null;
  return { ...node, callee: handed, arguments: node.arguments.slice(at + 1) };
}

/** `wrapper(x.method)(…)`: a call of the method, whatever the wrapper adds to it. */
function wrappedCall(node: Call, wrapper: Call): Call | null {
  const handed = wrapper.arguments.length === 1 ? methodAt(wrapper, 0) : null;
  return handed === null || node.arguments.length === 0 ? null : { ...node, callee: handed };
}

function methodAt({ arguments: all }: Call, at: number): Expression | null {
  const argument: CallArgument | undefined = all[at];
  if (argument === undefined || argument.keyword !== null || argument.spread !== '') return null;
  return argument.value.type === 'Attribute' ? argument.value : null;
}
