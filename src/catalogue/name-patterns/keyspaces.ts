import type { NamePattern } from './name-pattern.js';

/** Names of keyspaces. */
export const KEYSPACES: readonly NamePattern[] = [
  {
    is: 'keyspace',
    system: 'cassandra',
    name: '(?:^|_)KEYSPACES?(?:_NAMES?)?$',
    match: ['CASSANDRA_KEYSPACE=kol_metrics', 'keyspace=kol_metrics', 'keyspaceName=kol_metrics', 'keyspaces=kol_metrics'],
    skip: ['KEYSPACE_REPLICATION=3', 'keyspace_class=SimpleStrategy'],
  },
];
