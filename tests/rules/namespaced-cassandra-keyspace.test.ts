import { testRule } from './rule-tester.js';

testRule('namespaced-cassandra-keyspace', {
  valid: {
    python: [
      { code: 'from cassandra.cluster import Cluster\nCluster(["kol-cassandra"]).connect("kol_metrics")' },
      { code: 'from cassandra.cluster import Cluster\nCluster(["kol-cassandra"]).connect("system")' },
    ],
  },
  invalid: {
    python: [
      {
        code: 'from cassandra.cluster import Cluster\nCluster(["kol-cassandra"]).connect("metrics")',
        output: 'from cassandra.cluster import Cluster\nCluster(["kol-cassandra"]).connect("kol_metrics")',
        errors: [
          { at: '2:37-44', message: "Keyspace 'metrics' is in no domain's namespace; in kol it is 'kol_metrics'." },
        ],
      },
      {
        file: 'sme-pulse/etl.py',
        code: 'from cassandra.cluster import Cluster\nCluster(["kol-cassandra"]).connect("metrics")',
        errors: [{ at: '2:37-44', message: "Keyspace 'metrics' is in no domain's namespace, and sme has no keyspaces." }],
      },
    ],
  },
});
