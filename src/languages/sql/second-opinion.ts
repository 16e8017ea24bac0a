import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What node-sql-parser's Trino build says of a text: that it parses, that it does not, or nothing. */
export type Opinion = 'sql' | 'not-sql' | 'none';

interface Parser {
  astify(sql: string, options: { readonly database: string }): unknown;
}

/** Beyond these the parser takes long, so it is not asked. */
const LONGEST = 20_000;
const DEEPEST = 12;

/** The copy that the package carries, and in this repository the one that npm installed. */
const VENDORED = new URL('../../vendor/node-sql-parser/trino.cjs', import.meta.url);
const INSTALLED = 'node-sql-parser/build/trino.js';

let parser: Parser | null | undefined;

/** Asks the parser, which is loaded when first asked. Never throws. */
export function secondOpinion(sql: string): Opinion {
  if (sql.length > LONGEST || depthOf(sql) > DEEPEST) return 'none';
  parser ??= loadParser();
  if (parser === null) return 'none';
  try {
    parser.astify(sql, { database: 'trino' });
    return 'sql';
  } catch {
    return 'not-sql';
  }
}

function loadParser(): Parser | null {
  const require = createRequire(import.meta.url);
  const vendored = fileURLToPath(VENDORED);
  try {
    const loaded: unknown = require(existsSync(vendored) ? vendored : INSTALLED);
    return parserIn(loaded);
  } catch {
    return null;
  }
}

function parserIn(loaded: unknown): Parser | null {
  if (typeof loaded !== 'object' || loaded === null || !('Parser' in loaded)) return null;
  const { Parser: ParserClass } = loaded;
  if (typeof ParserClass !== 'function') return null;
  const made: unknown = Reflect.construct(ParserClass, []);
  return isParser(made) ? made : null;
}

function isParser(made: unknown): made is Parser {
  return typeof made === 'object' && made !== null && 'astify' in made && typeof made.astify === 'function';
}

function depthOf(sql: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < sql.length; at++) {
    const code = sql.charCodeAt(at);
    if (code === 40) deepest = Math.max(deepest, ++depth);
    else if (code === 41) depth--;
  }
  return deepest;
}
