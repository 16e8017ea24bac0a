import { startsName } from './dotted-name.js';
import type { Tokens } from './tokens.js';
import type { Statement } from './statement.js';

/** Words that begin a statement in a block of a routine, where no semicolon stands before it. */
const BEGINS_IN_A_BLOCK = new Set(['TRUNCATE', 'REFRESH', 'LOCK', 'COMMENT', 'COPY', 'CALL', 'ANALYZE', 'SET']);

/** Words that begin a statement though no semicolon ends the one before. */
const BEGINS_UNANNOUNCED = new Set(['CREATE', 'ALTER', 'DROP', 'GRANT', 'REVOKE', 'USE', ...BEGINS_IN_A_BLOCK]);

/** Behind these words of a routine a statement begins. */
const OPENS_A_BLOCK = new Set(['THEN', 'ELSE', 'LOOP', 'BEGIN']);

/** SQL Server's body of a procedure begins behind AS, with BEGIN or without, and so does Snowflake's COPY of a pipe. */
const PROCEDURES = new Set(['PROCEDURE', 'PROC']);

/** What may follow CREATE, ALTER and DROP of an object. */
const DEFINED = new Set(['TABLE', 'VIEW', 'SCHEMA', 'DATABASE', 'EXTERNAL']);

/** What may follow CREATE alone: in ALTER TABLE nothing is created so. */
const CREATED = new Set(
  'OR UNIQUE INDEX MATERIALIZED TEMP TEMPORARY FUNCTION PROCEDURE TRIGGER KEYSPACE TYPE'.split(' '),
);

/** What is granted, and can follow no other word GRANT. */
const GRANTED = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'ALL']);

/**
 * Whether a statement begins at the token though nothing ends the one before: behind THEN or LOOP of a
 * routine, among the elements of CREATE SCHEMA, or at the beginning of a line where a semicolon is missing.
 */
export function beginsUnannounced(tokens: Tokens, index: number, { object }: Statement, routine: boolean): boolean {
  const { symbols } = tokens;
  const symbol = symbols[index] ?? '';
  if (!BEGINS_UNANNOUNCED.has(symbol)) return false;
  const before = symbols[index - 1] ?? '';
  if (OPENS_A_BLOCK.has(before) && (routine || before === 'BEGIN')) return true;
  if (before === 'AS' && (PROCEDURES.has(object) || symbol === 'COPY')) return true;
  const next = symbols[index + 1] ?? '';
  if (symbol === 'TRUNCATE' && next === 'TABLE' && startsLine(tokens, index)) return true;
  if (BEGINS_IN_A_BLOCK.has(symbol)) return false;
  if (symbol === 'GRANT' && GRANTED.has(next)) return true;
  // SQL Server's IF OBJECT_ID('t') IS NOT NULL DROP TABLE t
  const behindCondition = before === ')' || (before === 'NULL' && symbol === 'DROP');
  if (!startsLine(tokens, index) && object !== 'SCHEMA' && !behindCondition) return false;
  if (symbol === 'GRANT' || symbol === 'REVOKE') return next !== 'OPTION';
  if (symbol === 'USE') return startsName(tokens, index + 1) && next !== 'INDEX' && next !== 'KEY';
  return DEFINED.has(next) || (symbol === 'CREATE' && CREATED.has(next));
}

/** Whether something is created, changed or dropped at the beginning of a line: among the columns of a table nothing is. */
export function definesAtLine(tokens: Tokens, index: number, { object, defines }: Statement): boolean {
  const symbol = tokens.symbols[index] ?? '';
  if (object !== 'TABLE' || !defines || !DEFINES.has(symbol) || !startsLine(tokens, index)) return false;
  const next = tokens.symbols[index + 1] ?? '';
  return DEFINED.has(next) || (symbol === 'CREATE' && CREATED.has(next));
}

const DEFINES = new Set(['CREATE', 'ALTER', 'DROP']);

/** SQL Server's GO, on a line of its own, ends what stands before it. */
export function isLineOfGo(tokens: Tokens, index: number): boolean {
  if (tokens.symbols[index] !== 'GO' || !startsLine(tokens, index)) return false;
  return index + 1 === tokens.count || startsLine(tokens, index + 1);
}

/** Whether a line begins between the token and the one before it. */
export function startsLine({ flat, starts, ends }: Tokens, index: number): boolean {
  return flat.slice(ends[index - 1] ?? 0, starts[index]).includes('\n');
}
