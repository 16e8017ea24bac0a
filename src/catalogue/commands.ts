import type { Access, Dialect } from '../references/reference.js';
import type { System } from '../references/system.js';
import type { Example, Shape } from './library.js';

/**
 * What a program takes on its command line, as data. To add a program: copy the smallest entry, list
 * the options that are followed by a value of no interest in `valued` (so that the value is not taken
 * for an operand), and give examples; a test runs every `match` and `skip`.
 */
export interface CommandEntry {
  /** What a reference's `via` says: `psql`, `aws/s3api`. */
  readonly via: string;
  /** The program's names, without folder and `.sh`. */
  readonly program: readonly string[];
  /** Operands that must stand first, one of each list's: `[['experiments'], ['create']]`. */
  readonly subcommand?: readonly (readonly string[])[];
  readonly system: System | null;
  /** The dialect of the SQL it takes. */
  readonly dialect?: Dialect;
  readonly takes: readonly CommandTaken[];
  /** Other options that are followed by a value. */
  readonly valued?: readonly string[];
  /** Options whose value, if any, stands right behind them: mysql's `-psecret`. */
  readonly joined?: readonly string[];
  readonly match: readonly Example[];
  readonly skip: readonly string[];
}

/** One value on a command line, and what it is. */
export interface CommandTaken {
  /** `setting` is `key=value`, `json` an object: both are read as a configuration file's keys. */
  readonly is: Exclude<Shape, 'named'> | 'setting' | 'json';
  /** The options whose value it is: `-d`, `--dbname`. */
  readonly option?: readonly string[];
  /** Its index among the operands behind the subcommand; `all`, `last`, or `input` for what is fed to the program. */
  readonly operand?: number | 'all' | 'last' | 'not-last' | 'input';
  /** Counts only where this option is not given. */
  readonly without?: readonly string[];
  /** Counts only where the option has this value, or an operand holds this text. */
  readonly where?: { readonly option: string; readonly equals: string } | { readonly operand: string };
  /**
   * How the bucket is addressed: `alias` behind the alias of a server (`local/kol-bronze/x`), where a
   * file of this machine may stand as well; `remote` likewise with a colon (`minio:kol-bronze/x`).
   */
  readonly behind?: 'alias' | 'remote';
  /** A regular expression whose first group is the part that counts; nothing where it does not match. */
  readonly within?: string;
  readonly access?: Access;
}

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

const S3_GLOBAL = [
  '--endpoint-url', '--profile', '--region', '--output', '--query', '--color', '--cli-read-timeout', '--ca-bundle',
  '--cli-connect-timeout', '--include', '--exclude', '--acl', '--storage-class', '--sse', '--content-type', '--grants',
  '--metadata', '--cache-control', '--expires-in', '--page-size', '--source-region', '--key', '--prefix', '--body',
  '--create-bucket-configuration', '--policy', '--cors-configuration', '--versioning-configuration', '--upload-id',
  '--lifecycle-configuration', '--delimiter', '--max-items', '--tagging', '--notification-configuration',
];
const MC_VALUED = ['--region', '--config-dir', '-C', '--older-than', '--newer-than', '--attr', '--name', '--maxdepth', '--json-path', '--limit-upload', '--limit-download', '--exclude', '--expiry-days', '--arn', '--event', '--prefix', '--suffix'];
const KAFKA_VALUED = [
  '--bootstrap-server', '--broker-list', '--zookeeper', '--partitions', '--replication-factor', '--config', '--group',
  '--command-config', '--producer.config', '--consumer.config', '--property', '--max-messages', '--offset', '--partition',
  '--timeout-ms', '--producer-property', '--consumer-property', '--formatter', '--entity-type', '--add-config',
  '--delete-config', '--reset-offsets', '--to-offset', '--from-file',
];
const NODETOOL_VALUED = ['-h', '--host', '-p', '--port', '-u', '--username', '-pw', '--password', '-t', '--tag', '-cf', '--column-family', '--table', '-st', '-et', '-j', '--jobs', '-dc', '-hosts', '-local'];
const TRINO_VALUED = ['--server', '--user', '--file', '-f', '--output-format', '--source', '--session', '--timezone', '--client-tags', '--keystore-path', '--truststore-path', '--krb5-config-path', '--access-token', '--pager', '--extra-credential', '--network-logging'];
const SPARK_VALUED = ['--master', '--name', '--class', '--packages', '--jars', '--py-files', '--files', '--deploy-mode', '--driver-memory', '--executor-memory', '--executor-cores', '--num-executors', '--total-executor-cores', '--driver-cores', '--repositories', '--exclude-packages', '--properties-file', '--archives', '--driver-class-path', '--driver-java-options', '--queue', '--proxy-user', '--principal', '--keytab', '-f', '-i', '--hivevar', '-d', '--define'];
const CURL_VALUED = ['-X', '--request', '-H', '--header', '-u', '--user', '-o', '--output', '-w', '--write-out', '-m', '--max-time', '--retry', '-A', '-e', '-F', '--connect-timeout', '-T', '-b', '-c', '--retry-delay', '--cacert', '--cert', '--key'];

/** What the command-line programs of the platform take. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    via: 'mc/define',
    program: ['mc', 'mcli'],
    subcommand: [['mb', 'rb']],
    system: 's3',
    takes: [{ operand: 'all', is: 'path', behind: 'alias', access: 'define' }],
    valued: MC_VALUED,
    match: [
      { code: 'mc mb local/kol-bronze', finds: ['bucket kol-bronze'] },
      { code: 'mc mb --ignore-existing minio/kol-bronze minio/kol-silver', finds: ['bucket kol-bronze', 'bucket kol-silver'] },
      { code: 'docker exec sme-minio mc mb -p local/kol-gold || true', finds: ['bucket kol-gold'] },
      { code: 'mc mb --region us-east-1 "$ALIAS/kol-gold"', finds: ['bucket kol-gold'] },
      { code: 'for b in a-x b-x; do mc rb --force local/$b; done', finds: ['bucket a-x', 'bucket b-x'] },
    ],
    skip: ['mc mb local', 'mc mb ./data', 'mc --help'],
  },
  {
    via: 'mc/read',
    program: ['mc', 'mcli'],
    subcommand: [['ls', 'cat', 'head', 'stat', 'du', 'find', 'tree', 'sql', 'watch', 'share', 'diff']],
    system: 's3',
    takes: [{ operand: 'all', is: 'path', behind: 'alias', access: 'read' }],
    valued: MC_VALUED,
    match: [
      { code: 'mc ls local/kol-gold/x/', finds: ['bucket kol-gold'] },
      { code: 'mc ls --recursive local/kol-gold', finds: ['bucket kol-gold'] },
    ],
    skip: ['docker exec sme-minio mc ls local/', 'mc ls local', 'mc ls'],
  },
  {
    via: 'mc/write',
    program: ['mc', 'mcli'],
    subcommand: [['rm', 'pipe', 'put', 'undo']],
    system: 's3',
    takes: [{ operand: 'all', is: 'path', behind: 'alias', access: 'write' }],
    valued: MC_VALUED,
    match: [{ code: 'mc rm --recursive --force local/kol-gold/tmp', finds: ['bucket kol-gold'] }],
    skip: ['mc rm'],
  },
  {
    via: 'mc/copy',
    program: ['mc', 'mcli'],
    subcommand: [['cp', 'mv', 'mirror', 'get']],
    system: 's3',
    takes: [
      { operand: 'not-last', is: 'path', behind: 'alias', access: 'read' },
      { operand: 'last', is: 'path', behind: 'alias', access: 'write' },
    ],
    valued: MC_VALUED,
    match: [
      { code: 'mc cp ./a.csv local/kol-bronze/x/', finds: ['bucket kol-bronze'] },
      { code: 'mc cp data/a.csv minio/kol-bronze/x/', finds: ['bucket kol-bronze'] },
      { code: 'mc mirror minio/sme-gold minio/kol-gold', finds: ['bucket sme-gold', 'bucket kol-gold'] },
      { code: 'mc alias set prod http://h k s\nmc cp prod/kol-gold/a b/c', finds: ['bucket kol-gold'] },
    ],
    skip: ['mc cp /data/a.csv ./b.csv', 'mc --version'],
  },
  {
    via: 'mc/permission',
    program: ['mc', 'mcli'],
    subcommand: [['anonymous', 'policy', 'quota', 'version', 'ilm', 'encrypt', 'tag', 'retention', 'legalhold', 'event', 'replicate', 'cors'], ['set', 'set-json', 'get', 'add', 'list', 'ls', 'rm', 'remove', 'enable', 'suspend', 'info', 'import', 'export', 'clear', 'rule', 'links']],
    system: 's3',
    takes: [{ operand: 'all', is: 'path', behind: 'alias', access: 'define', within: '^(?!.*\\.(?:json|xml)$)(.*)$' }],
    valued: [...MC_VALUED, '--expire-days', '--transition-days', '--transition-tier', '--size', '--priority', '--remote-bucket'],
    match: [
      { code: 'mc anonymous set download local/kol-gold', finds: ['bucket kol-gold'] },
      { code: 'mc anonymous set-json policies/kol.json local/kol-gold', finds: ['bucket kol-gold'] },
      { code: 'mc ilm rule add --expire-days 30 local/kol-gold', finds: ['bucket kol-gold'] },
      { code: 'mc event add local/kol-gold arn:minio:sqs::1:kafka --suffix .csv', finds: ['bucket kol-gold'] },
      { code: 'mc policy set public minio/kol-gold', finds: ['bucket kol-gold'] },
      { code: 'mc version enable local/kol-gold', finds: ['bucket kol-gold'] },
    ],
    skip: ['mc alias set local http://sme-minio:9000 kol kol-secret', 'mc config host add local http://minio:9000 a b', 'mc admin info local'],
  },
  {
    via: 'aws/s3',
    program: ['aws', 'awslocal'],
    subcommand: [['s3'], ['mb', 'rb']],
    system: 's3',
    takes: [{ operand: 'all', is: 'uri', access: 'define' }],
    valued: S3_GLOBAL,
    match: [
      { code: 'aws s3 mb s3://kol-bronze', finds: ['bucket kol-bronze'] },
      { code: 'aws --endpoint-url http://sme-minio:9000 s3 mb s3://kol-bronze --region x', finds: ['bucket kol-bronze'] },
    ],
    skip: ['aws s3 mb'],
  },
  {
    via: 'aws/s3',
    program: ['aws', 'awslocal'],
    subcommand: [['s3'], ['ls', 'presign']],
    system: 's3',
    takes: [
      { operand: 'all', is: 'uri', access: 'read' },
      { operand: 0, is: 'path', access: 'read', within: '^([\\w.\\uFDD0-]+(?:/.*)?)$' },
    ],
    valued: S3_GLOBAL,
    match: [
      { code: 'aws s3 ls s3://kol-bronze/x --recursive', finds: ['bucket kol-bronze'] },
      { code: 'aws s3 ls kol-bronze', finds: ['bucket kol-bronze'] },
    ],
    skip: ['aws s3 ls', 'aws s3 ls --profile kol'],
  },
  {
    via: 'aws/s3',
    program: ['aws', 'awslocal'],
    subcommand: [['s3'], ['cp', 'mv', 'sync']],
    system: 's3',
    takes: [
      { operand: 0, is: 'uri', access: 'read' },
      { operand: 1, is: 'uri', access: 'write' },
    ],
    valued: S3_GLOBAL,
    match: [{ code: 'aws s3 cp s3://sme-gold/a s3://kol-gold/b', finds: ['bucket sme-gold', 'bucket kol-gold'] }],
    skip: ['aws s3 cp ./a ./b'],
  },
  {
    via: 'aws/s3',
    program: ['aws', 'awslocal'],
    subcommand: [['s3'], ['rm', 'website']],
    system: 's3',
    takes: [{ operand: 'all', is: 'uri', access: 'write' }],
    valued: S3_GLOBAL,
    match: [{ code: 'aws s3 rm s3://kol-gold/tmp --recursive', finds: ['bucket kol-gold'] }],
    skip: ['aws s3 rm'],
  },
  {
    via: 'aws/s3api',
    program: ['aws', 'awslocal'],
    subcommand: [['s3api', 's3control']],
    system: 's3',
    takes: [
      { option: ['--bucket'], is: 'bucket' },
      { option: ['--copy-source'], is: 'path', access: 'read', within: '^/?(.*)$' },
    ],
    valued: S3_GLOBAL,
    match: [
      { code: 'aws s3api create-bucket --bucket kol-bronze --region x', finds: ['bucket kol-bronze'] },
      { code: 'aws s3api put-object --bucket=kol-gold --key bronze/a', finds: ['bucket kol-gold'] },
      { code: 'aws s3api copy-object --bucket kol-gold --copy-source sme-gold/k', finds: ['bucket kol-gold', 'bucket sme-gold'] },
    ],
    skip: ['aws s3api list-buckets', 'aws ec2 run --bucket x'],
  },
  {
    via: 'aws/glue',
    program: ['aws', 'awslocal'],
    subcommand: [['glue']],
    system: 'glue',
    takes: [
      { option: ['--database-name'], is: 'schema' },
      { option: ['--database-input'], is: 'schema', within: '(?:"Name"\\s*:\\s*"|\\bName=)([\\w\\uFDD0-]+)', access: 'define' },
      { option: ['--table-name'], is: 'table' },
    ],
    valued: S3_GLOBAL,
    match: [
      { code: 'aws glue get-tables --database-name kol_gold', finds: ['schema kol_gold'] },
      { code: "aws glue create-database --database-input '{\"Name\": \"kol_gold\"}'", finds: ['schema kol_gold'] },
      { code: 'aws glue get-table --database-name kol_gold --table-name scores', finds: ['schema kol_gold', 'table scores'] },
    ],
    skip: ['aws glue start-crawler --name kol'],
  },
  {
    via: 'aws/glue',
    program: ['aws', 'awslocal'],
    subcommand: [['glue'], ['get-database', 'delete-database', 'update-database']],
    system: 'glue',
    takes: [{ option: ['--name'], is: 'schema' }],
    valued: S3_GLOBAL,
    match: [{ code: 'aws glue get-database --name kol_gold', finds: ['schema kol_gold'] }],
    skip: ['aws glue get-job --name kol'],
  },
  {
    via: 'aws/glue',
    program: ['aws', 'awslocal'],
    subcommand: [['glue'], ['get-table', 'delete-table']],
    system: 'glue',
    takes: [{ option: ['--name'], is: 'table' }],
    valued: [...S3_GLOBAL, '--database-name', '--catalog-id'],
    match: [{ code: 'aws glue get-table --database-name kol_gold --name scores', finds: ['schema kol_gold', 'table scores'] }],
    skip: ['aws glue get-crawler --name kol'],
  },
  {
    via: 'aws/athena',
    program: ['aws', 'awslocal'],
    subcommand: [['athena']],
    system: 'glue',
    dialect: 'trino',
    takes: [
      { option: ['--query-execution-context'], is: 'schema', within: '(?:^|,)Database=([\\w\\uFDD0-]+)' },
      { option: ['--query-string'], is: 'sql' },
      { option: ['--result-configuration'], is: 'uri', access: 'write' },
    ],
    valued: S3_GLOBAL,
    match: [
      {
        code: 'aws athena start-query-execution --query-string "SELECT 1 FROM t" --query-execution-context Database=kol_gold --result-configuration OutputLocation=s3://kol-athena/x',
        finds: ['sql SELECT 1 FROM t', 'schema kol_gold', 'bucket kol-athena'],
      },
    ],
    skip: ['aws athena get-query-execution --query-execution-id kol'],
  },
  {
    via: 's3cmd',
    program: ['s3cmd', 's5cmd', 'gsutil'],
    subcommand: [['mb', 'rb']],
    system: 's3',
    takes: [{ operand: 'all', is: 'uri', access: 'define' }],
    valued: ['-c', '--config', '--host', '--host-bucket', '-l', '-p', '--region', '--endpoint-url'],
    match: [
      { code: 's3cmd mb s3://kol-bronze', finds: ['bucket kol-bronze'] },
      { code: 'gsutil mb -l eu gs://kol-bronze', finds: ['bucket kol-bronze'] },
    ],
    skip: ['s3cmd --configure'],
  },
  {
    via: 's3cmd',
    program: ['s3cmd', 's5cmd', 'gsutil'],
    subcommand: [['ls', 'get', 'cat', 'du', 'stat', 'info']],
    system: 's3',
    takes: [{ operand: 'all', is: 'uri', access: 'read' }],
    match: [{ code: 's3cmd get s3://kol-bronze/a b', finds: ['bucket kol-bronze'] }],
    skip: ['s3cmd ls'],
  },
  {
    via: 's3cmd',
    program: ['s3cmd', 's5cmd', 'gsutil'],
    subcommand: [['put', 'cp', 'mv', 'sync', 'rsync']],
    system: 's3',
    takes: [
      { operand: 'not-last', is: 'uri', access: 'read' },
      { operand: 'last', is: 'uri', access: 'write' },
    ],
    match: [{ code: 'gsutil -m cp -r gs://sme-gold/a gs://kol-gold/b', finds: ['bucket sme-gold', 'bucket kol-gold'] }],
    skip: ['s3cmd put a'],
  },
  {
    via: 'rclone',
    program: ['rclone'],
    subcommand: [['copy', 'copyto', 'move', 'moveto', 'sync', 'ls', 'lsd', 'lsf', 'mkdir', 'delete', 'purge', 'cat', 'check']],
    system: 's3',
    takes: [{ operand: 'all', is: 'path', behind: 'remote' }],
    valued: ['--config', '--transfers', '--checkers', '--include', '--exclude', '--filter'],
    match: [{ code: 'rclone copy ./data minio:kol-bronze/x', finds: ['bucket kol-bronze'] }],
    skip: ['rclone copy a b', 'rclone ls C:/data', 'rclone lsd minio:'],
  },
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
  {
    via: 'mysql',
    program: ['mysql', 'mariadb', 'mycli'],
    system: 'mysql',
    dialect: 'mysql',
    takes: [
      { option: ['-D', '--database'], is: 'database' },
      { operand: 0, without: ['-D', '--database'], is: 'database' },
      { option: ['-e', '--execute'], is: 'sql' },
      { operand: 'input', is: 'sql' },
    ],
    valued: ['-u', '--user', '-h', '--host', '-P', '--port', '--protocol', '-S', '--socket', '--default-character-set'],
    joined: ['-p'],
    match: [{ code: 'mysql -u root -pkol kol_app -e "SELECT 1"', finds: ['database kol_app', 'sql SELECT 1'] }],
    skip: ['mysql -u kol_app -p', 'mysql -u kol -pdebezium'],
  },
  {
    via: 'mysqldump',
    program: ['mysqldump', 'mariadb-dump', 'mysqladmin-create'],
    system: 'mysql',
    takes: [{ operand: 0, is: 'database', access: 'read' }],
    valued: ['-u', '--user', '-h', '--host', '-P', '--port'],
    joined: ['-p'],
    match: [{ code: 'mysqldump -u root kol_app', finds: ['database kol_app'] }],
    skip: ['mysqldump --all-databases'],
  },
  {
    via: 'trino',
    program: ['trino', 'trino-cli', 'presto', 'presto-cli', 'trino.jar'],
    system: 'trino',
    dialect: 'trino',
    takes: [
      { option: ['--catalog'], is: 'catalog' },
      { option: ['--schema'], is: 'schema' },
      { option: ['--execute'], is: 'sql' },
      { operand: 'input', is: 'sql' },
      { operand: 0, is: 'catalog', within: '^(?:https?|trino)://[^/]+/([\\w\\uFDD0]+)' },
      { operand: 0, is: 'schema', within: '^(?:https?|trino)://[^/]+/[\\w\\uFDD0]+/([\\w\\uFDD0]+)' },
    ],
    valued: TRINO_VALUED,
    match: [
      {
        code: 'trino --server http://sme-trino:8080 --catalog iceberg --schema kol_gold --execute "SELECT * FROM t"',
        finds: ['catalog iceberg', 'schema kol_gold', 'sql SELECT * FROM t'],
      },
      { code: 'docker exec sme-trino trino --execute "SHOW SCHEMAS IN iceberg;"', finds: ['sql SHOW SCHEMAS IN iceberg;'] },
      { code: 'docker exec -i trino trino <<SQL\nUSE a.b;\nSQL', finds: ['sql USE a.b;\n'] },
      { code: 'echo "SELECT 1" | trino --catalog=iceberg', finds: ['catalog iceberg', 'sql SELECT 1'] },
    ],
    skip: ['trino --server http://sme-trino:8080', 'docker exec kol-trino ls', 'trino --user kol -f a.sql'],
  },
  {
    via: 'spark-sql',
    program: ['spark-sql', 'spark3-sql', 'spark-sql3'],
    system: 'spark',
    dialect: 'spark',
    takes: [
      { option: ['-e'], is: 'sql' },
      { option: ['--database'], is: 'dotted-schema' },
      { operand: 'input', is: 'sql' },
    ],
    valued: [...SPARK_VALUED, '--conf', '-c'],
    match: [
      { code: 'spark-sql --database kol_gold -e "SELECT 1"', finds: ['schema kol_gold', 'sql SELECT 1'] },
      { code: '$SPARK_SQL -e "SELECT 1"', finds: ['sql SELECT 1'] },
    ],
    skip: ['spark-sql --master local[2] -f a.sql'],
  },
  {
    via: 'spark-submit',
    program: ['spark-submit', 'spark-shell', 'pyspark', 'spark3-submit', 'spark-sql', 'spark3-sql', 'thriftserver', 'start-thriftserver'],
    system: 'spark',
    takes: [{ option: ['--conf', '-c'], is: 'setting' }],
    valued: [...SPARK_VALUED, '-e', '--database'],
    match: [
      {
        code: 'spark-submit --conf spark.sql.catalog.kol_lake=org.apache.iceberg.spark.SparkCatalog job.py',
        finds: ['catalog kol_lake'],
      },
      {
        code: 'spark-submit --conf "spark.sql.catalog.kol_lake.warehouse=s3a://kol-lake/wh" job.py',
        // URIs in words are found as such, whatever the command.
        finds: ['catalog kol_lake'],
      },
      { code: 'spark-submit --conf spark.sql.defaultCatalog=kol_lake job.py', finds: ['catalog kol_lake'] },
    ],
    skip: ['spark-submit --conf spark.executor.memory=2g --name kol job.py'],
  },
  {
    via: 'hive',
    program: ['hive', 'beeline', 'impala-shell'],
    system: 'hive',
    dialect: 'hive',
    takes: [
      { option: ['-e', '-q'], is: 'sql' },
      { option: ['--database', '-d'], is: 'schema', within: '^(?!\\w+[=.])(.*)$' },
      { option: ['-u'], is: 'uri' },
      { operand: 'input', is: 'sql' },
    ],
    valued: ['-n', '-p', '-f', '--hiveconf', '--hivevar', '-i'],
    match: [
      { code: 'beeline -u jdbc:hive2://h:10000/kol_gold -n kol -e "SHOW TABLES"', finds: ['schema kol_gold', 'sql SHOW TABLES'] },
      { code: 'hive --database kol_gold -e "SELECT 1"', finds: ['schema kol_gold', 'sql SELECT 1'] },
    ],
    skip: ['beeline -n kol -p kol', 'hive --service metastore', 'beeline -d org.apache.hive.jdbc.HiveDriver'],
  },
  {
    via: 'flyway',
    program: ['flyway'],
    system: null,
    takes: [{ option: ['-schemas', '-defaultSchema'], is: 'schema', within: '^([\\w\\uFDD0]+)' }],
    match: [{ code: 'flyway -url=jdbc:postgresql://db:5432/kol_app -schemas=kol_core migrate', finds: ['schema kol_core'] }],
    skip: ['flyway -user=kol_app migrate'],
  },
  {
    via: 'cqlsh',
    program: ['cqlsh'],
    system: 'cassandra',
    dialect: 'cql',
    takes: [
      { option: ['-k', '--keyspace'], is: 'keyspace' },
      { option: ['-e', '--execute'], is: 'sql' },
      { operand: 'input', is: 'sql' },
    ],
    valued: ['-u', '--username', '-p', '--password', '-f', '--file', '--cqlversion', '--connect-timeout', '--request-timeout'],
    match: [
      { code: 'docker exec kol-cassandra cqlsh -e "DESCRIBE KEYSPACES;"', finds: ['sql DESCRIBE KEYSPACES;'] },
      { code: 'cqlsh -u kol -p kol -k kol_metrics', finds: ['keyspace kol_metrics'] },
      { code: 'cqlsh cassandra 9042 <<< "USE kol_metrics;"', finds: ['sql USE kol_metrics;'] },
    ],
    skip: ['cqlsh kol-cassandra 9042 -u kol', 'cqlsh -f schema.cql'],
  },
  {
    via: 'nodetool',
    program: ['nodetool'],
    subcommand: [['snapshot']],
    system: 'cassandra',
    takes: [{ operand: 'all', is: 'keyspace', access: 'read' }],
    valued: NODETOOL_VALUED,
    match: [
      { code: 'docker exec kol-cassandra nodetool snapshot -t nightly kol_metrics kol_events', finds: ['keyspace kol_metrics', 'keyspace kol_events'] },
    ],
    skip: ['nodetool snapshot -t nightly', 'nodetool clearsnapshot -t kol', 'nodetool status'],
  },
  {
    via: 'nodetool',
    program: ['nodetool'],
    subcommand: [['repair', 'flush', 'compact', 'cleanup', 'scrub', 'verify', 'refresh', 'upgradesstables', 'garbagecollect', 'describering', 'rebuild_index', 'getendpoints', 'disableautocompaction', 'enableautocompaction']],
    system: 'cassandra',
    takes: [{ operand: 0, is: 'keyspace' }, { operand: 1, is: 'table' }],
    valued: NODETOOL_VALUED,
    match: [
      { code: 'nodetool repair -pr kol_metrics', finds: ['keyspace kol_metrics'] },
      { code: 'nodetool -h cassandra -p 7199 compact kol_metrics scores', finds: ['keyspace kol_metrics', 'table scores'] },
    ],
    skip: ['nodetool repair -full', 'nodetool info'],
  },
  {
    via: 'dsbulk',
    program: ['dsbulk'],
    subcommand: [['load', 'unload', 'count']],
    system: 'cassandra',
    dialect: 'cql',
    takes: [
      { option: ['-k', '--schema.keyspace'], is: 'keyspace' },
      { option: ['-t', '--schema.table'], is: 'table' },
      { option: ['-query', '--schema.query'], is: 'sql' },
    ],
    valued: ['-url', '-h', '-u', '-p', '-header', '-f', '-b', '-c', '-delim'],
    match: [{ code: 'dsbulk load -url a.csv -k kol_metrics -t scores -h cassandra', finds: ['keyspace kol_metrics', 'table scores'] }],
    skip: ['dsbulk load -url kol_metrics.csv'],
  },
  {
    via: 'kafka',
    program: ['kafka-topics', 'kafka-console-producer', 'kafka-console-consumer', 'kafka-avro-console-consumer', 'kafka-avro-console-producer', 'kafka-consumer-groups', 'kafka-producer-perf-test', 'kafka-verifiable-producer', 'kafka-get-offsets', 'kafka-run-class', 'kafka-json-schema-console-consumer', 'kafka-json-schema-console-producer', 'kafka-protobuf-console-consumer', 'kafka-protobuf-console-producer', 'kafka-acls'],
    system: 'kafka',
    takes: [{ option: ['--topic'], is: 'topic', within: '^([^:*]+)' }],
    valued: KAFKA_VALUED,
    match: [
      { code: 'kafka-topics --create --if-not-exists --topic kol.events --partitions 3 --bootstrap-server k:9092', finds: ['topic kol.events'] },
      { code: 'docker exec kafka /opt/kafka/bin/kafka-topics.sh --describe --topic=kol.events', finds: ['topic kol.events'] },
      { code: 'kafka-console-consumer --topic kol.events --group kol-consumers', finds: ['topic kol.events'] },
    ],
    skip: ['kafka-topics --list --bootstrap-server kafka:9092', 'kafka-consumer-groups --group kol --describe'],
  },
  {
    via: 'kafka',
    program: ['kafka-configs'],
    system: 'kafka',
    takes: [
      { option: ['--entity-name'], is: 'topic', where: { option: '--entity-type', equals: 'topics' } },
      { option: ['--topic'], is: 'topic' },
    ],
    valued: KAFKA_VALUED,
    match: [{ code: 'kafka-configs --alter --entity-type topics --entity-name kol.events', finds: ['topic kol.events'] }],
    skip: ['kafka-configs --entity-type users --entity-name kol'],
  },
  {
    via: 'kcat',
    program: ['kcat', 'kafkacat'],
    system: 'kafka',
    takes: [{ option: ['-t'], is: 'topic' }],
    valued: ['-b', '-o', '-p', '-G', '-f', '-X', '-c', '-F', '-K', '-D'],
    match: [{ code: 'kcat -b kafka:9092 -t kol.events -C', finds: ['topic kol.events'] }],
    skip: ['kcat -b kafka:9092 -L'],
  },
  {
    via: 'rpk',
    program: ['rpk'],
    subcommand: [['topic'], ['create', 'produce', 'consume', 'delete', 'describe', 'alter-config', 'add-partitions', 'trim-prefix']],
    system: 'kafka',
    takes: [{ operand: 'all', is: 'topic' }],
    valued: ['-p', '--partitions', '-r', '--replicas', '-X', '--brokers', '-c', '--topic-config', '-n', '--num', '-f', '--format', '-o', '--offset', '-g', '--group', '--set'],
    match: [{ code: 'rpk topic create kol.events kol.scores -p 3', finds: ['topic kol.events', 'topic kol.scores'] }],
    skip: ['rpk topic list', 'rpk cluster info kol'],
  },
  {
    via: 'confluent',
    program: ['confluent', 'kaf'],
    subcommand: [['kafka'], ['topic'], ['create', 'produce', 'consume', 'delete', 'describe', 'update']],
    system: 'kafka',
    takes: [{ operand: 0, is: 'topic' }],
    valued: ['--cluster', '--environment', '--partitions', '--config', '--group', '--value-format', '--schema', '--api-key'],
    match: [{ code: 'confluent kafka topic create kol.events --partitions 3', finds: ['topic kol.events'] }],
    skip: ['confluent kafka topic list', 'confluent kafka cluster describe kol'],
  },
  {
    via: 'kafka/rest',
    program: ['curl', 'http', 'wget'],
    system: 'kafka',
    takes: [
      { operand: 'all', is: 'topic', within: '/subjects/([\\w.\\uFDD0-]+)-(?:value|key)(?:/|$)' },
      { operand: 'all', is: 'topic', within: '(?:kafka|rest|:8082)[^?]*/topics/([\\w.\\uFDD0-]+)' },
    ],
    valued: [...CURL_VALUED, '-d', '--data', '--data-raw', '--data-binary', '--json'],
    match: [
      { code: 'curl http://schema-registry:8081/subjects/kol.events-value/versions', finds: ['topic kol.events'] },
      { code: "curl -X POST http://kafka-rest:8082/topics/kol.events -d '{}'", finds: ['topic kol.events'] },
    ],
    skip: ['curl http://schema-registry:8081/subjects', 'curl https://example.org/topics/kol'],
  },
  {
    via: 'mlflow',
    program: ['mlflow'],
    system: 'mlflow',
    takes: [{ option: ['--experiment-name'], is: 'experiment' }],
    valued: ['--experiment-id', '-P', '--param-list', '-e', '--entry-point', '-v', '--version', '-b', '--backend', '--host', '--port', '-p', '--workers', '--env-manager', '--run-name', '-m', '--model-uri', '--backend-store-uri', '--default-artifact-root', '--artifacts-destination'],
    match: [
      { code: 'mlflow run . --experiment-name KOL_trust -P a=b', finds: ['experiment KOL_trust'] },
      { code: 'mlflow experiments create --experiment-name KOL_trust', finds: ['experiment KOL_trust'] },
    ],
    skip: ['mlflow run . --experiment-id 3', 'mlflow server --host 0.0.0.0'],
  },
  {
    via: 'mlflow',
    program: ['mlflow'],
    subcommand: [['experiments'], ['create', 'rename', 'get']],
    system: 'mlflow',
    takes: [
      { option: ['-n', '--new-name'], is: 'experiment', access: 'define' },
      { option: ['-l', '--artifact-location'], is: 'uri' },
    ],
    valued: ['--experiment-name', '--experiment-id', '-x'],
    match: [{ code: 'mlflow experiments create -n KOL_trust -l s3://kol-mlflow/x', finds: ['experiment KOL_trust', 'bucket kol-mlflow'] }],
    skip: ['mlflow models serve -n KOL'],
  },
  {
    via: 'airflow',
    program: ['airflow'],
    subcommand: [['dags'], ['trigger', 'pause', 'unpause', 'test', 'backfill', 'list-runs', 'state', 'delete', 'show', 'next-execution', 'details']],
    system: 'airflow',
    takes: [{ operand: 0, is: 'dag' }, { option: ['-d', '--dag-id'], is: 'dag' }],
    valued: ['-c', '--conf', '-r', '--run-id', '-e', '--exec-date', '-s', '--start-date', '-S', '--subdir', '-o', '--output', '--state', '-t', '--task-regex', '--end-date', '--pool'],
    match: [
      { code: 'docker exec airflow airflow dags trigger -c "{}" kol_daily', finds: ['dag kol_daily'] },
      { code: 'airflow dags list-runs --dag-id kol_daily', finds: ['dag kol_daily'] },
    ],
    skip: ['airflow dags list', 'airflow users create -u kol', 'airflow db init'],
  },
  {
    via: 'airflow',
    program: ['airflow'],
    subcommand: [['tasks'], ['run', 'test', 'list', 'clear', 'state', 'render', 'states-for-dag-run', 'failed-deps']],
    system: 'airflow',
    takes: [{ operand: 0, is: 'dag' }],
    valued: ['-s', '--start-date', '-e', '--end-date', '-t', '--task-regex', '-S', '--subdir'],
    match: [{ code: 'airflow tasks test kol_daily load 2025-01-01', finds: ['dag kol_daily'] }],
    skip: ['airflow tasks'],
  },
  {
    via: 'airflow',
    program: ['airflow'],
    subcommand: [['connections'], ['add', 'create']],
    system: 'postgres',
    takes: ['postgres', 'mysql'].map((type) => ({
      option: ['--conn-schema'],
      is: 'database',
      where: { option: '--conn-type', equals: type },
    })),
    valued: ['--conn-type', '--conn-host', '--conn-login', '--conn-password', '--conn-port', '--conn-extra', '--conn-description'],
    match: [{ code: 'airflow connections add kol --conn-type postgres --conn-host h --conn-schema kol_app', finds: ['database kol_app'] }],
    skip: ['airflow connections add kol --conn-type http --conn-schema https'],
  },
  {
    via: 'airflow/rest',
    program: ['curl', 'http', 'wget'],
    system: 'airflow',
    takes: [{ operand: 'all', is: 'dag', within: '/api/(?:v\\d+|experimental)/dags/([\\w.\\uFDD0-]+)' }],
    valued: [...CURL_VALUED, '-d', '--data', '--data-raw', '--data-binary', '--json'],
    match: [
      { code: 'curl -X POST "http://airflow:8080/api/v1/dags/kol_daily/dagRuns" -d "{}"', finds: ['dag kol_daily'] },
      { code: 'curl http://airflow:8080/api/v2/dags/kol_daily', finds: ['dag kol_daily'] },
    ],
    skip: ['curl http://airflow:8080/api/v1/dags', 'curl http://airflow:8080/api/v1/dags/~/dagRuns'],
  },
  {
    via: 'airflow',
    program: ['airflow'],
    subcommand: [['trigger_dag', 'pause', 'unpause', 'backfill', 'clear', 'list_tasks']],
    system: 'airflow',
    takes: [{ operand: 0, is: 'dag' }],
    valued: ['-c', '-e', '-r', '-s', '-sd', '-t', '-i'],
    match: [{ code: 'airflow trigger_dag kol_daily', finds: ['dag kol_daily'] }],
    skip: ['airflow webserver', 'airflow initdb'],
  },
  {
    via: 'mlflow/rest',
    program: ['curl', 'http', 'wget'],
    system: 'mlflow',
    takes: [
      { operand: 'all', is: 'experiment', access: 'read', within: 'mlflow/experiments/get-by-name\\?(?:[^#]*&)?experiment_name=([^&#]+)' },
      { operand: 'all', is: 'model', within: 'mlflow/(?:registered-models|model-versions)/[\\w-]+\\?(?:[^#]*&)?name=([^&#]+)' },
    ],
    valued: [...CURL_VALUED, '-d', '--data', '--data-raw', '--data-binary', '--json'],
    match: [
      { code: 'curl "http://h:5000/api/2.0/mlflow/experiments/get-by-name?experiment_name=KOL_trust"', finds: ['experiment KOL_trust'] },
      { code: 'curl -s "$H/api/2.0/mlflow/registered-models/get?name=KOL_trust"', finds: ['model KOL_trust'] },
    ],
    skip: ['curl http://localhost:5000/api/2.0/mlflow/experiments/search', 'curl -u kol:kol http://sme-minio:9000/'],
  },
  {
    via: 'mlflow/rest',
    program: ['curl'],
    system: 'mlflow',
    takes: [
      {
        option: ['-d', '--data', '--data-raw', '--data-binary', '--json'],
        where: { operand: 'mlflow/experiments/create' },
        is: 'experiment',
        within: '"name"\\s*:\\s*"([^"]+)"',
        access: 'define',
      },
      {
        option: ['-d', '--data', '--data-raw', '--data-binary', '--json'],
        where: { operand: 'mlflow/registered-models/create' },
        is: 'model',
        within: '"name"\\s*:\\s*"([^"]+)"',
        access: 'define',
      },
      {
        option: ['-d', '--data', '--data-raw', '--data-binary', '--json'],
        where: { operand: 'mlflow/model-versions/create' },
        is: 'model',
        within: '"name"\\s*:\\s*"([^"]+)"',
        access: 'write',
      },
    ],
    valued: CURL_VALUED,
    match: [
      {
        code: 'curl -X POST http://h:5000/api/2.0/mlflow/experiments/create -H "Content-Type: application/json" -d \'{"name": "KOL_trust"}\'',
        finds: ['experiment KOL_trust'],
      },
      { code: 'curl "$M/api/2.0/mlflow/registered-models/create" -d "{\\"name\\": \\"KOL_trust\\"}"', finds: ['model KOL_trust'] },
    ],
    skip: ['curl -X POST http://h/api/users -d \'{"name": "KOL_trust"}\''],
  },
  {
    via: 'mlflow/rest',
    program: ['curl'],
    system: 'mlflow',
    takes: [
      { operand: 'input', where: { operand: 'mlflow/experiments/create' }, is: 'experiment', within: '"name"\\s*:\\s*"([^"]+)"', access: 'define' },
      { operand: 'input', where: { operand: 'mlflow/registered-models/create' }, is: 'model', within: '"name"\\s*:\\s*"([^"]+)"', access: 'define' },
      { operand: 'input', where: { operand: 'mlflow/model-versions/create' }, is: 'model', within: '"name"\\s*:\\s*"([^"]+)"', access: 'write' },
    ],
    valued: [...CURL_VALUED, '-d', '--data', '--data-raw', '--data-binary', '--json'],
    match: [
      { code: 'curl $M/api/2.0/mlflow/experiments/create -d @- <<EOF\n{"name": "KOL_trust"}\nEOF', finds: ['experiment KOL_trust'] },
    ],
    skip: ['curl http://h/api/users -d @- <<EOF\n{"name": "KOL_trust"}\nEOF'],
  },
  {
    via: 'kafka-connect/rest',
    program: ['curl'],
    system: 'kafka',
    takes: [
      { option: ['-d', '--data', '--data-raw', '--data-binary', '--json'], is: 'json', where: { operand: '/connector' } },
      { operand: 'input', is: 'json', where: { operand: '/connector' } },
    ],
    valued: CURL_VALUED,
    match: [
      {
        code: 'curl -X POST http://connect:8083/connectors -d \'{"name": "x", "config": {"connector.class": "S3Sink", "topics": "kol.events"}}\'',
        finds: ['topic kol.events'],
      },
      {
        code: 'curl -X PUT -d @- http://c:8083/connectors/x/config <<EOF\n{"connector.class": "S3Sink", "s3.bucket.name": "kol-gold", "user": "$U"}\nEOF',
        finds: ['bucket kol-gold'],
      },
    ],
    skip: ['curl http://connect:8083/connectors/kol/status', 'curl -d @kol.json http://connect:8083/connectors'],
  },
  {
    via: 'trino/rest',
    program: ['curl'],
    system: 'trino',
    dialect: 'trino',
    takes: [
      { option: ['-d', '--data', '--data-raw', '--data-binary'], where: { operand: '/v1/statement' }, is: 'sql', within: '^(?!@)([^]*)$' },
      { option: ['-H', '--header'], is: 'catalog', within: '^X-(?:Trino|Presto)-Catalog:\\s*(\\S+)$' },
      { option: ['-H', '--header'], is: 'schema', within: '^X-(?:Trino|Presto)-Schema:\\s*(\\S+)$' },
    ],
    valued: CURL_VALUED,
    match: [
      {
        code: 'curl -X POST http://t:8080/v1/statement -H "X-Trino-Catalog: iceberg" -d "SELECT 1"',
        finds: ['catalog iceberg', 'sql SELECT 1'],
      },
    ],
    skip: ['curl -d "SELECT 1" http://t/query', 'curl http://t:8080/v1/info -H "X-Trino-User: kol"'],
  },
];
