import type { Access, Dialect, Unqualified } from '../../references/reference.js';
import type { Name } from '../../references/name.js';
import type { Text } from '../../references/text.js';

/** What a piece of SQL says. Every range counts characters of the text's `flat`, end exclusive. */
export interface SqlReading {
  readonly references: readonly SqlReference[];
  /** Strings that say where data lies: URIs, and paths where the syntax asks for a location. */
  readonly locations: readonly SqlLocation[];
  readonly comments: readonly SqlComment[];
  /** The session at the end of the text. */
  readonly session: SqlSession;
  /** The dialect that the text was read in; null where nothing decided. */
  readonly dialect: Dialect | null;
  readonly decidedBy: DialectEvidence | null;
}

/** `given` by the caller, said by a `comment`, or by `syntax` that no other dialect has. */
export type DialectEvidence = 'given' | 'comment' | 'syntax';

/** What fills in the parts that a name leaves out; null where nothing does. */
export interface SqlSession {
  readonly catalog: Name | null;
  readonly schema: Name | null;
}

export type SqlKind = 'catalog' | 'schema' | 'table' | 'database' | 'keyspace' | 'topic';

/** One name in SQL. */
export interface SqlReference {
  readonly kind: SqlKind;
  /**
   * The name as written, its quotes taken off, its case kept; of a metadata table
   * (`"events$snapshots"`) the table's own name, though the range covers the whole identifier.
   */
  readonly name: Name;
  readonly quoted: boolean;
  /** The range; a quoted identifier's with its quotes. */
  readonly start: number;
  readonly end: number;
  /** The parts before it, outermost first: written there, or else of the session. */
  readonly qualifier: readonly Name[];
  readonly access: Access;
  readonly builtin: boolean;
  /** False where another part of the same dotted name, or the session, carries the judgement. */
  readonly judged: boolean;
  readonly unqualified: Unqualified | null;
}

export interface SqlLocation {
  /** The characters between the quotes, placeholders turned into holes. */
  readonly text: Text;
  readonly start: number;
  readonly end: number;
  readonly access: Access;
}

export interface SqlComment {
  /** The text between the delimiters. */
  readonly text: string;
  readonly form: 'line' | 'block';
  /** The range with the delimiters. */
  readonly start: number;
  readonly end: number;
}
