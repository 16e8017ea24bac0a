import type { Dialect } from '../../references/reference.js';
import { type Text, subText } from '../../references/text.js';
import type { Command, SqlSite } from '../facts.js';
import { looksLikeSql } from '../sql/looks-like-sql.js';
import { programName } from './wrappers.js';

/** The clients that people type SQL into, with what they speak. */
const CLIENTS: ReadonlyMap<string, Dialect | null> = new Map<string, Dialect | null>([
  ['cqlsh', 'cql'],
  ['psql', 'postgres'],
  ['mysql', 'mysql'],
  ['mariadb', 'mysql'],
  ['trino', 'trino'],
  ['presto', 'trino'],
  ['spark-sql', 'spark'],
  ['beeline', 'hive'],
  ['hive', 'hive'],
  ['ksql', null],
]);

const VERB = /^(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|TRUNCATE|USE|DESCRIBE|DESC|SHOW|GRANT|REVOKE)$/;

/**
 * The SQL between the commands of a script, as a session shows it that was typed: the client in one
 * line, statements for it in the next. The shell would take each for a program.
 */
export function typedSql(script: Text, commands: readonly Command[]): SqlSite[] {
  const sites: SqlSite[] = [];
  let dialect: Dialect | null = null;
  let done = script.place.start;
  for (const { words, place } of [...commands].sort((one, other) => one.place.start - other.place.start)) {
    const client = CLIENTS.get(programName(words[0]));
    if (client !== undefined) dialect = client;
    if (place.start < done || !VERB.test(words[0]?.flat ?? '')) continue;
    const statement = statementAt(script, place.start - script.place.start);
    if (!looksLikeSql(statement.flat)) continue;
    sites.push({ text: statement, dialect });
    done = statement.place.end;
  }
  return sites;
}

/** The text from a place up to the semicolon that ends it, or the next empty line. */
function statementAt(script: Text, start: number): Text {
  const rest = script.flat.slice(start);
  const end = /;|\n[ \t]*\r?\n/.exec(rest)?.index ?? rest.length;
  return subText(script, start, start + end);
}
