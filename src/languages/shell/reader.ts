import type { Source } from '../../references/source.js';
import { literal } from '../../references/text.js';
import type { Facts } from '../facts.js';
import { evaluateShell } from './evaluator.js';
import { typedSql } from './typed-sql.js';

/**
 * Reads a shell script: POSIX and bash, as far as names go through them. Variables, arrays, loops and
 * the arguments of the script's own functions are followed to the commands that use them; wrappers
 * (`docker exec`, `sudo`, `bash -c`) are taken off. Never fails; see `parseShell` for broken scripts.
 */
export function readShell(source: Source): Facts {
  const place = { source, start: 0, end: source.text.length };
  const script = literal(source.text, place);
  const facts = evaluateShell(script);
  return { source, ...facts, statements: [...facts.statements, ...typedSql(script, facts.commands)] };
}
