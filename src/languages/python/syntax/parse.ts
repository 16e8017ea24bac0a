import type { Module } from './syntax.js';
import { Scanner } from './scanner.js';
import { StatementParser } from './statement-parser.js';

/**
 * The tree of a Python module (Python 3.14's grammar, and what Python 2 says otherwise as far as it
 * does no harm). `text` begins with no byte order mark.
 *
 * Any text gives a tree: what no rule of the grammar fits is reported in `problems` and passed over up
 * to the next statement, where an `Unreadable` stands for it. Takes time linear in the text's length.
 *
 * Two ranges differ from CPython's: a decorated definition begins at its first decorator, so that its
 * children lie inside it; and the arguments of a call have ranges of their own, with keyword and stars.
 * `pass`, `break` and `continue` are not in the tree, nor are type parameters.
 */
export function parsePython(text: string): Module {
  const scanner = new Scanner(text);
  const body = new StatementParser(scanner).module();
  return { type: 'Module', start: 0, end: text.length, body, comments: scanner.comments, problems: scanner.problems };
}
