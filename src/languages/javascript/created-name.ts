import { concatenation, slice, subText, type Text } from '../../references/text.js';
import type { Value } from '../facts.js';
import type { Evaluator } from './evaluator.js';
import { callFunction } from './functions.js';
import { calleeOf } from './syntax-index.js';
import { type FunctionDefinition, type Values, definitionOf } from './things.js';
import type { CallNode } from './tree.js';

/** What Drizzle's creators of tables give: `const table = pgTableCreator((name) => `kol_${name}`)`. */
const CREATOR = /^drizzle-orm\/\w+-core\.\w+TableCreator\(\)$/;

/** What a call names that is written so: where a creator of tables made the callee, what its function makes of it. */
export function createdName(evaluator: Evaluator, call: CallNode, written: Values): Values {
  const naming = namingOf(evaluator, call);
  if (naming === null) return written;
  return written.flatMap((value) => (value.form === 'text' ? namesOf(naming, value.text) : [value]));
}

function namingOf(evaluator: Evaluator, call: CallNode): FunctionDefinition | null {
  const callee = calleeOf(call);
  if (callee.type !== 'Identifier') return null;
  for (const value of evaluator.evaluate(callee, null)) {
    if (value.form !== 'thing' || !CREATOR.test(value.path)) continue;
    const [given] = value.calls.at(-1)?.arguments[0]?.values() ?? [];
    const definition = given?.form === 'thing' ? definitionOf(given) : null;
    if (definition?.form === 'function') return definition;
  }
  return null;
}

function namesOf(naming: FunctionDefinition, written: Text): readonly Value[] {
  const made = callFunction(naming, [[{ form: 'text', text: written }]], written.place, null);
  return made.map((value) => (value.form === 'text' ? { form: 'text', text: standingAt(value.text, written) } : { form: 'text', text: written }));
}

/** What was made of a text, standing where that is written and not where it is put together. */
function standingAt(made: Text, written: Text): Text {
  const start = made.flat.lastIndexOf(written.flat);
  const place = slice(written, 0, written.flat.length).written;
  const parts = start === -1 ? [made] : [subText(made, 0, start), written, subText(made, start + written.flat.length, made.flat.length)];
  return concatenation(parts.map((text) => ({ text, place })), place);
}
