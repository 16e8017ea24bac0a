import type { Dialect } from '../../references/reference.js';
import type { CommandEntry } from '../command.js';

/** Clients of databases that are none of the platform's: what they send is SQL, what they connect to is not ours. */
function client(via: string, program: readonly string[], dialect: Dialect | null, sql: readonly string[], valued: readonly string[]): CommandEntry {
  const [option = ''] = sql;
  const [name = ''] = program;
  return {
    via,
    program,
    system: null,
    ...(dialect === null ? {} : { dialect }),
    takes: [
      { option: sql, is: 'sql' },
      { operand: 'input', is: 'sql' },
    ],
    valued,
    match: [
      { code: `${name} ${option} "SELECT 1 FROM kol.scores"`, finds: ['sql SELECT 1 FROM kol.scores'] },
      { code: `${name} <<EOF\nSELECT 1\nEOF`, finds: ['sql SELECT 1\n'] },
    ],
    skip: [`${name} -d kol_app`],
  };
}

export const otherEngines: readonly CommandEntry[] = [
  client('clickhouse', ['clickhouse-client', 'clickhouse-local', 'chc'], 'clickhouse', ['-q', '--query'], [
    '-h', '--host', '--port', '-u', '--user', '--password', '-d', '--database', '-f', '--format', '--queries-file',
  ]),
  client('snowsql', ['snowsql'], 'snowflake', ['-q', '--query'], [
    '-a', '--accountname', '-u', '--username', '-d', '--dbname', '-s', '--schemaname', '-w', '--warehouse', '-r', '--rolename', '-f', '--filename', '-c', '--connection', '-o', '--option', '-D', '--variable',
  ]),
  client('sqlcmd', ['sqlcmd'], 'sqlserver', ['-Q', '-q'], ['-S', '-U', '-P', '-d', '-i', '-o', '-h', '-s', '-W', '-v', '-l', '-t']),
];
