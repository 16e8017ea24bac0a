import type { FoundInScript } from './script-cursor.js';
import { StatementParser } from './statement-parser.js';
import type { Script } from './syntax.js';

/**
 * Parses a POSIX shell or bash script. Never fails and never goes back: what is not closed goes to
 * the end of the code, a keyword out of place is a word, and either way the rest is read. Substitutions
 * and groups nested deeper than `DEEPEST` are read as plain words.
 */
export function parseShell(code: string): Script {
  const found: FoundInScript = { comments: [], problems: [] };
  const statements = new StatementParser(code, 0, code.length, found, 0).script();
  return { statements, ...found };
}
