import type { Library } from '../library.js';

/** https://docs.datastax.com/en/developer/python-driver/latest/ */
export const cassandra: Library = {
  library: 'cassandra-driver',
  language: 'python',
  system: 'cassandra',
  dialect: 'cql',
  types: {
    Cluster: ['cassandra.cluster.Cluster()', 'scylla.cluster.Cluster()', '~cluster'],
    Session: ['Cluster.connect()', 'cassandra.cluster.Session()', '~cassandra_session', '~cql_session'],
  },
  wrappers: ['cassandra.query.SimpleStatement'],
  entries: [
    {
      call: ['Cluster.connect'],
      takes: [{ at: 0, keyword: 'keyspace', is: 'keyspace' }],
      match: [{ code: 'from cassandra.cluster import Cluster\nCluster(["kol-cassandra"]).connect("kol_metrics")', finds: ['keyspace kol_metrics'] }],
      skip: ['from cassandra.cluster import Cluster\nCluster(["kol-cassandra"]).connect()', 'socket.connect("kol_metrics")'],
    },
    {
      call: ['Session.set_keyspace', '*.set_keyspace', '*.use_keyspace'],
      takes: [{ at: 0, keyword: 'keyspace', is: 'keyspace' }],
      match: [
        { code: 'session.set_keyspace("kol_metrics")', finds: ['keyspace kol_metrics'] },
        { code: 'from scyllapy import Scylla\nawait Scylla(["kol-scylla"]).use_keyspace("kol_metrics")', finds: ['keyspace kol_metrics'] },
      ],
      skip: ['session.set_consistency("kol_metrics")'],
    },
    {
      call: ['Session.execute', 'Session.execute_async', 'Session.prepare'],
      takes: [{ at: 0, keyword: 'query', is: 'sql' }],
      match: [
        {
          code: 'from cassandra.cluster import Cluster\nsession = Cluster().connect()\nsession.execute("SELECT * FROM kol_metrics.scores")',
          finds: ['keyspace kol_metrics', 'table scores'],
        },
      ],
      skip: ['job.prepare("SELECT")'],
    },
    {
      call: ['cassandra.cqlengine.management.create_keyspace_simple', 'cassandra.cqlengine.management.drop_keyspace', 'cassandra.cqlengine.management.create_keyspace_network_topology'],
      takes: [{ at: 0, keyword: 'name', is: 'keyspace' }],
      access: 'define',
      match: [
        { code: 'from cassandra.cqlengine.management import create_keyspace_simple\ncreate_keyspace_simple("kol_metrics", 1)', finds: ['keyspace kol_metrics'] },
      ],
      skip: ['create_keyspace_simple("kol_metrics", 1)'],
    },
    {
      call: ['Cluster.metadata.keyspaces.get'],
      takes: [{ at: 0, is: 'keyspace' }],
      access: 'read',
      match: [
        { code: 'from cassandra.cluster import Cluster\ncluster = Cluster()\ncluster.metadata.keyspaces.get("kol_metrics")', finds: ['keyspace kol_metrics'] },
      ],
      skip: ['page.metadata.keyspaces.get("kol_metrics")'],
    },
    {
      // What is a keyspace was a namespace in the first versions of Astra's clients.
      call: [
        'astrapy.DataAPIClient().get_database', 'astrapy.DataAPIClient().get_database_by_api_endpoint', 'astrapy.DataAPIClient().get_async_database',
        'astrapy.db.AstraDB', 'langchain_astradb.AstraDBVectorStore', 'langchain_astradb.vectorstores.AstraDBVectorStore',
      ],
      takes: [{ keyword: 'namespace', is: 'keyspace' }],
      match: [
        { code: 'from astrapy import DataAPIClient\nDataAPIClient("t").get_database("https://kol", namespace="kol_metrics")', finds: ['keyspace kol_metrics'] },
      ],
      skip: ['from kubernetes import client\nclient.CoreV1Api().list_namespaced_pod(namespace="kol_metrics")'],
    },
    {
      call: ['cassandra.cqlengine.connection.setup'],
      takes: [{ at: 1, keyword: 'default_keyspace', is: 'keyspace' }],
      match: [{ code: 'from cassandra.cqlengine import connection\nconnection.setup(["h"], "kol_metrics")', finds: ['keyspace kol_metrics'] }],
      skip: ['connection.setup(["h"], "kol_metrics")'],
    },
  ],
};
