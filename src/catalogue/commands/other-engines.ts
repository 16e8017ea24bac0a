import type { Dialect } from '../../references/reference.js';
import type { CommandEntry } from '../command.js';

/** Clients of databases that are none of the platform's: what they send is SQL, what they connect to is not ours. */
function client(via: string, program: readonly string[], dialect: Dialect, sql: readonly string[], valued: readonly string[]): CommandEntry {
  const [option = ''] = sql;
  const [name = ''] = program;
  return {
    via,
    program,
    system: null,
    dialect,
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

/** What its SQL calls a database is one on its command line, too. */
const CLICKHOUSE: CommandEntry = {
  via: 'clickhouse',
  program: ['clickhouse-client', 'clickhouse-local', 'chc'],
  system: null,
  dialect: 'clickhouse',
  takes: [
    { option: ['-d', '--database'], is: 'database' },
    { option: ['-q', '--query'], is: 'sql' },
    { operand: 'input', is: 'sql' },
  ],
  valued: ['-h', '--host', '--port', '-u', '--user', '--password', '-f', '--format', '--queries-file'],
  match: [
    { code: 'clickhouse-client -d kol_app --query "SELECT 1"', finds: ['database kol_app', 'sql SELECT 1'] },
    { code: 'docker exec -i kol-clickhouse clickhouse-client -n <<EOF\nSELECT 1\nEOF', finds: ['sql SELECT 1\n'] },
  ],
  skip: ['clickhouse-client --user kol_app', 'clickhouse-server -d kol_app'],
};

export const otherEngines: readonly CommandEntry[] = [
  CLICKHOUSE,
  {
    ...CLICKHOUSE,
    program: ['clickhouse'],
    subcommand: [['client', 'local']],
    match: [{ code: 'clickhouse client -d kol_app', finds: ['database kol_app'] }],
    skip: ['clickhouse server'],
  },
  client('snowsql', ['snowsql'], 'snowflake', ['-q', '--query'], [
    '-a', '--accountname', '-u', '--username', '-d', '--dbname', '-s', '--schemaname', '-w', '--warehouse', '-r', '--rolename', '-f', '--filename', '-c', '--connection', '-o', '--option', '-D', '--variable',
  ]),
  client('sqlcmd', ['sqlcmd'], 'sqlserver', ['-Q', '-q'], ['-S', '-U', '-P', '-d', '-i', '-o', '-h', '-s', '-v', '-l', '-t']),
];
