import type { CommandEntry, CommandTaken } from '../command.js';

const PG_SERVER = ['-U', '--username', '-h', '--host', '-p', '--port'];
const PSQL_VALUED = [
  ...PG_SERVER, '-f', '--file', '-o', '--output', '-v', '--set', '--variable', '-L', '--log-file', '-P', '--pset',
  '-F', '--field-separator', '-R', '--record-separator', '-T', '--table-attr',
];
const CREATEDB_VALUED = [...PG_SERVER, '-O', '--owner', '-E', '--encoding', '-l', '--locale', '-D', '--tablespace', '--maintenance-db', '--lc-collate', '--lc-ctype'];
const PG_DUMP_VALUED = [
  ...PG_SERVER, '-f', '--file', '-F', '--format', '-j', '--jobs', '-N', '--exclude-schema', '-t', '--table', '-T',
  '--exclude-table', '-Z', '--compress', '-E', '--encoding', '-S', '--superuser', '--role',
];
const PG_TABLE: CommandTaken = { option: ['-t', '--table'], is: 'dotted-table', access: 'read', within: '^([^*?]+)$' };
const PG_SCHEMA: CommandTaken = { option: ['-n', '--schema'], is: 'schema', access: 'read', within: '^([^*?]+)$' };
const DBNAME: CommandTaken = { option: ['-d', '--dbname'], is: 'database', within: '^(?![^=]*=)(.*)$' };
const CONNECTION_STRING: CommandTaken = {
  option: ['-d', '--dbname'], is: 'database', within: "(?:^|\\s)dbname\\s*=\\s*'?([^\\s']+)",
};
const DATABASE_OPERAND: CommandTaken = { ...DBNAME, option: [], operand: 0, without: ['-d', '--dbname'] };
const CONNECTION_OPERAND: CommandTaken = { ...CONNECTION_STRING, option: [], operand: 0, without: ['-d', '--dbname'] };

/** PostgreSQL's own programs. */
export const postgres: readonly CommandEntry[] = [
  {
    via: 'psql',
    program: ['psql', 'pgcli'],
    system: 'postgres',
    dialect: 'postgres',
    takes: [
      DBNAME,
      CONNECTION_STRING,
      DATABASE_OPERAND,
      CONNECTION_OPERAND,
      { option: ['-c', '--command'], is: 'sql' },
      { operand: 'input', is: 'sql' },
    ],
    valued: PSQL_VALUED,
    match: [
      { code: 'psql -U admin -d kol_mlflow', finds: ['database kol_mlflow'] },
      { code: 'psql --dbname=kol_mlflow', finds: ['database kol_mlflow'] },
      { code: 'psql -h sme-postgres -U admin kol_app', finds: ['database kol_app'] },
      { code: 'psql -U admin -tAc "SELECT 1"', finds: ['sql SELECT 1'] },
      { code: 'psql postgresql://admin:admin@sme-postgres:5432/kol_mlflow', finds: ['database kol_mlflow'] },
      { code: 'psql "host=sme-postgres dbname=kol_app user=kol"', finds: ['database kol_app'] },
      { code: 'psql -d "dbname=kol_app user=kol"', finds: ['database kol_app'] },
      { code: 'psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<EOF\nCREATE DATABASE kol;\nEOF', finds: ['database {?}', 'sql CREATE DATABASE kol;\n'] },
      { code: 'echo "SELECT 1" | docker exec -i sme-postgres psql -Uadmin -dkol_app', finds: ['database kol_app', 'sql SELECT 1'] },
      { code: 'docker exec sme-postgres psql -U admin -c "\\l"', finds: ['sql \\l'] },
      { code: '$PSQL -c "SELECT 1"', finds: ['sql SELECT 1'] },
    ],
    skip: ['psql -U kol_app', 'psql -lqt -U kol', 'psql -h sme-postgres', 'psql -f init.sql'],
  },
  {
    via: 'createdb',
    program: ['createdb'],
    system: 'postgres',
    takes: [{ operand: 0, is: 'database', access: 'define' }, { option: ['-T', '--template'], is: 'database', access: 'read' }],
    valued: CREATEDB_VALUED,
    match: [
      { code: 'createdb -U admin -O kol kol_mlflow', finds: ['database kol_mlflow'] },
      { code: 'sudo -u postgres createdb kol_app "the app"', finds: ['database kol_app'] },
    ],
    skip: ['createdb -U kol', 'createuser kol_app'],
  },
  {
    via: 'dropdb',
    program: ['dropdb'],
    system: 'postgres',
    takes: [{ operand: 0, is: 'database', access: 'define' }],
    valued: PG_SERVER,
    match: [{ code: 'dropdb --if-exists -U admin kol_mlflow', finds: ['database kol_mlflow'] }],
    skip: ['dropuser kol_app'],
  },
  {
    via: 'pg_dump',
    program: ['pg_dump', 'pg_restore', 'pg_isready', 'pg_basebackup'],
    system: 'postgres',
    takes: [DBNAME, CONNECTION_STRING],
    valued: PG_DUMP_VALUED,
    match: [
      { code: 'pg_restore -d kol_app dump.tar', finds: ['database kol_app'] },
      { code: 'pg_isready -U kol_user -d kol_app', finds: ['database kol_app'] },
    ],
    skip: ['pg_isready -U kol_app', 'pg_restore dump.tar'],
  },
  {
    via: 'pg_dump',
    program: ['pg_restore'],
    system: 'postgres',
    takes: [PG_SCHEMA, PG_TABLE],
    valued: [...PG_DUMP_VALUED, '-d', '--dbname'],
    match: [{ code: 'pg_restore -d kol_app -n kol_core -t scores a.dump', finds: ['database kol_app', 'schema kol_core', 'table scores'] }],
    skip: ['pg_restore --schema-only a.dump'],
  },
  {
    via: 'vacuumdb',
    program: ['vacuumdb', 'reindexdb', 'clusterdb', 'pgbench'],
    system: 'postgres',
    takes: [DBNAME, CONNECTION_STRING, DATABASE_OPERAND],
    valued: [...PG_SERVER, '-t', '--table', '-j', '--jobs', '-c', '--client', '-T', '--time', '-s', '--scale', '-f', '--file'],
    match: [
      { code: 'vacuumdb -U admin --analyze kol_app', finds: ['database kol_app'] },
      { code: 'pgbench -i -s 10 kol_app', finds: ['database kol_app'] },
    ],
    skip: ['vacuumdb --all -U kol'],
  },
  {
    via: 'pg_dump',
    program: ['pg_dump'],
    system: 'postgres',
    takes: [
      DATABASE_OPERAND,
      PG_SCHEMA,
      PG_TABLE,
    ],
    valued: [...PG_DUMP_VALUED, '-d', '--dbname'],
    match: [
      { code: 'pg_dump -F c -t scores -t kol_core.events -d kol_app', finds: ['table scores', 'schema kol_core', 'table events', 'database kol_app'] },
      { code: 'pg_dump -U admin kol_app > a.sql', finds: ['database kol_app'] },
      { code: 'pg_dump -d kol_app -n kol_core', finds: ['database kol_app', 'schema kol_core'] },
    ],
    skip: ['pg_dumpall -U kol_app', 'pg_dump --schema-only -U kol', "pg_dump -t 'kol_*'"],
  },
];
