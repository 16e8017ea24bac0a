import type { CommandEntry } from '../command.js';

const NODETOOL_VALUED = ['-h', '--host', '-p', '--port', '-u', '--username', '-pw', '--password', '-t', '--tag', '-cf', '--column-family', '--table', '-st', '-et', '-j', '--jobs', '-dc', '-hosts', '-local'];

/** Cassandra's programs. */
export const cassandra: readonly CommandEntry[] = [
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
];
