import { createOutsideRule } from '../reporting/create-outside-rule.js';

export const namespacedCassandraKeyspace = createOutsideRule({
  name: 'namespaced-cassandra-keyspace',
  description: "Require Cassandra keyspaces to be in a domain's namespace",
  recommended: 'error',
  strict: 'error',
});
