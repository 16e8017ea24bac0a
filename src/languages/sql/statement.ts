import type { Access } from '../../references/reference.js';

/** What a dotted name stands for, and so which of its parts are references of which kind. */
export type Takes =
  | 'table'
  /** A table's new name: what it leaves out it takes from the old one. */
  | 'renamed-table'
  | 'schema'
  | 'database'
  | 'catalog'
  | 'keyspace'
  /** A table and, last, one of its columns. */
  | 'column'
  /** A function, type or sequence: only what holds it counts. */
  | 'member'
  | 'nothing';

/** A name that follows certain words in a statement. */
export interface Expectation {
  /** The words before it, in order. */
  readonly after: readonly string[];
  readonly takes: Takes;
  readonly access: Access;
  /** Several names may follow, with commas between them. */
  readonly list: boolean;
  /** It may stand inside parentheses, and not only outside all of them. */
  readonly inside: boolean;
  /** Met once, the words mean nothing any more: the ON of a join may follow. */
  readonly once: boolean;
}

function expectation(
  after: string,
  takes: Takes,
  access: Access,
  more: Partial<Pick<Expectation, 'list' | 'inside' | 'once'>> = {},
): Expectation {
  return { after: after.split(' '), takes, access, list: false, inside: false, once: false, ...more };
}

/** What the word for an object of the database says about the name behind it. */
export const OBJECTS: Readonly<Record<string, Takes>> = {
  TABLE: 'table',
  COLUMNFAMILY: 'table',
  VIEW: 'table',
  SCHEMA: 'schema',
  NAMESPACE: 'schema',
  DATABASE: 'database',
  CATALOG: 'catalog',
  KEYSPACE: 'keyspace',
  COLUMN: 'column',
  FUNCTION: 'member',
  PROCEDURE: 'member',
  PROC: 'member',
  ROUTINE: 'member',
  AGGREGATE: 'member',
  SEQUENCE: 'member',
  TYPE: 'member',
  DOMAIN: 'member',
  INDEX: 'member',
  STATISTICS: 'member',
  COLLATION: 'member',
  VOLUME: 'member',
  // Snowflake's
  STAGE: 'member',
  STREAM: 'member',
  PIPE: 'member',
  TASK: 'member',
  // Databricks: `CREATE WIDGET TEXT catalog DEFAULT 'kol'`.
  WIDGET: 'nothing',
  OPERATOR: 'nothing',
  TRIGGER: 'nothing',
  POLICY: 'nothing',
  RULE: 'nothing',
  CONSTRAINT: 'nothing',
  PUBLICATION: 'nothing',
  SUBSCRIPTION: 'nothing',
  EXTENSION: 'nothing',
  SERVER: 'nothing',
  ROLE: 'nothing',
  USER: 'nothing',
  GROUP: 'nothing',
  LANGUAGE: 'nothing',
  CAST: 'nothing',
  TABLESPACE: 'nothing',
  CONNECTION: 'nothing',
  CONNECTOR: 'nothing',
  MODEL: 'nothing',
  SYSTEM: 'nothing',
  DEFAULT: 'nothing',
};

export const SET_SCHEMA: readonly Expectation[] = [expectation('SET SCHEMA', 'schema', 'define')];

const TABLE_EXPECTATIONS: readonly Expectation[] = [
  expectation('REFERENCES', 'table', 'read', { inside: true }),
  expectation('PARTITION OF', 'table', 'read'),
  expectation('ATTACH PARTITION', 'table', 'define'),
  expectation('DETACH PARTITION', 'table', 'define'),
  expectation('WITH TABLE', 'table', 'define'),
  expectation('INHERIT', 'table', 'read'),
  expectation('CLONE', 'table', 'read'),
  // Redshift moves the rows of another table.
  expectation('APPEND FROM', 'table', 'write'),
  expectation('RENAME TO', 'renamed-table', 'define'),
  ...SET_SCHEMA,
];

/** Behind the name of a trigger, a policy or an index comes the table that it is on. */
export const ON_TABLE: readonly Expectation[] = [expectation('ON', 'table', 'define', { once: true })];

/** `CREATE RULE r AS ON INSERT TO t`. */
export const TO_TABLE: readonly Expectation[] = [expectation('TO', 'table', 'define', { once: true })];

/** `IMPORT FOREIGN SCHEMA s FROM SERVER x INTO t`. */
export const LOCAL_SCHEMA: readonly Expectation[] = [expectation('INTO', 'schema', 'define')];

/** `ALTER ROLE r IN DATABASE d SET …` */
const IN_DATABASE: readonly Expectation[] = [expectation('IN DATABASE', 'database', 'define')];

/** The names that follow in a statement about an object, by the object's word. */
export const OBJECT_EXPECTATIONS: Readonly<Record<string, readonly Expectation[]>> = {
  TABLE: TABLE_EXPECTATIONS,
  VIEW: TABLE_EXPECTATIONS,
  SCHEMA: [expectation('RENAME TO', 'schema', 'define')],
  NAMESPACE: [expectation('RENAME TO', 'schema', 'define')],
  DATABASE: [expectation('RENAME TO', 'database', 'define')],
  SEQUENCE: [expectation('OWNED BY', 'column', 'read'), ...SET_SCHEMA],
  INDEX: ON_TABLE,
  TRIGGER: [...ON_TABLE, expectation('FROM', 'table', 'read')],
  POLICY: ON_TABLE,
  RULE: ON_TABLE,
  STATISTICS: [...SET_SCHEMA, expectation('FROM', 'table', 'define')],
  FUNCTION: SET_SCHEMA,
  PROCEDURE: SET_SCHEMA,
  ROUTINE: SET_SCHEMA,
  AGGREGATE: SET_SCHEMA,
  OPERATOR: SET_SCHEMA,
  COLLATION: SET_SCHEMA,
  DOMAIN: SET_SCHEMA,
  TYPE: SET_SCHEMA,
  EXTENSION: [expectation('SCHEMA', 'schema', 'define')],
  STREAM: [expectation('ON TABLE', 'table', 'read')],
  PUBLICATION: [
    expectation('TABLE', 'table', 'read', { list: true }),
    expectation('IN SCHEMA', 'schema', 'read', { list: true }),
  ],
  ROLE: IN_DATABASE,
  USER: IN_DATABASE,
  COLUMN: [],
};

/** Trino keeps roles in catalogs: `CREATE ROLE r IN iceberg`. */
export const ROLE_OF_A_CATALOG: readonly Expectation[] = [expectation('IN', 'catalog', 'define')];

/** What the loop over a statement's tokens must know of it. */
export interface Statement {
  /** The word it begins with. */
  readonly verb: string;
  /** The word for the object that it defines; '' for other statements. */
  readonly object: string;
  readonly expectations: readonly Expectation[];
  /** Whether `FROM` outside parentheses begins a list of tables though no SELECT was seen. */
  readonly fromAtTop: boolean;
  /** What it does with the URIs in its strings. */
  readonly locations: Access;
  /** Whether strings behind `=` are properties of what it defines. */
  readonly defines: boolean;
}

export const QUERY: Statement = {
  verb: '',
  object: '',
  expectations: [],
  fromAtTop: true,
  locations: 'unknown',
  defines: false,
};

export function definition(verb: string, expectations: readonly Expectation[], object = ''): Statement {
  return { verb, object, expectations, fromAtTop: false, locations: 'define', defines: true };
}
