import type { Library } from '../library.js';

/** https://docs.datastax.com/en/developer/nodejs-driver/ */
export const cassandraJs: Library = {
  library: 'cassandra-driver-js',
  language: 'javascript',
  system: 'cassandra',
  dialect: 'cql',
  types: { Client: ['cassandra-driver.Client()', 'cassandra-driver.default.Client()', '~cassandra.Client()', '~cassandraClient'] },
  entries: [
    {
      call: ['cassandra-driver.Client', 'cassandra-driver.default.Client', '~cassandra.Client'],
      takes: [{ at: 0, entry: ['keyspace'], is: 'keyspace' }],
      match: [
        { code: "import { Client } from 'cassandra-driver';\nnew Client({ contactPoints: ['kol-cassandra'], keyspace: 'kol_metrics' });", finds: ['keyspace kol_metrics'] },
      ],
      skip: ["import { Client } from 'cassandra-driver';\nnew Client({ contactPoints: ['kol-cassandra'] });"],
    },
    {
      // ScyllaDB's drivers, and Astra's client.
      call: ['*.useKeyspace'],
      takes: [{ at: 0, is: 'keyspace' }],
      match: [
        {
          code: "import { Cluster } from '@lambda-group/scylladb';\nconst session = await new Cluster({ nodes: ['kol-scylla'] }).connect();\nawait session.useKeyspace('kol_metrics');",
          finds: ['keyspace kol_metrics'],
        },
      ],
      skip: ["await session.useNamespace('kol_metrics');"],
    },
    {
      call: ['Client.metadata.getKeyspace', 'Client.metadata.refreshKeyspace', 'Client.metadata.getTable', 'Client.metadata.getUdt'],
      takes: [{ at: 0, is: 'keyspace' }],
      access: 'read',
      match: [
        {
          code: "import { Client } from 'cassandra-driver';\nconst client = new Client({});\nawait client.metadata.getTable('kol_metrics', 'scores');",
          finds: ['keyspace kol_metrics', 'table scores'],
        },
      ],
      skip: ["await page.metadata.getTable('kol_metrics', 'scores');"],
    },
    {
      call: ['Client.metadata.getTable'],
      takes: [{ at: 1, is: 'table' }],
      access: 'read',
      match: [
        {
          code: "import { Client } from 'cassandra-driver';\nnew Client({}).metadata.getTable('kol_metrics', 'scores');",
          finds: ['keyspace kol_metrics', 'table scores'],
        },
      ],
      skip: ["await page.metadata.getTable('kol_metrics', 'scores');"],
    },
    {
      call: ['@datastax/astra-db-ts.DataAPIClient().db'],
      takes: [{ at: 1, entry: ['namespace'], is: 'keyspace' }],
      match: [
        { code: "import { DataAPIClient } from '@datastax/astra-db-ts';\nnew DataAPIClient('t').db('https://kol', { namespace: 'kol_metrics' });", finds: ['keyspace kol_metrics'] },
      ],
      skip: ["new Kubernetes('t').db('https://kol', { namespace: 'kol_metrics' });"],
    },
    {
      call: ['Client.execute', 'Client.eachRow', 'Client.stream'],
      takes: [{ at: 0, is: 'sql' }],
      match: [
        { code: "import { Client } from 'cassandra-driver';\nnew Client({}).execute('SELECT * FROM kol_metrics.scores');", finds: ['keyspace kol_metrics', 'table scores'] },
      ],
      skip: ["job.execute('SELECT');"],
    },
    {
      call: ['cassandra-driver.mapping.Mapper', 'cassandra-driver.default.mapping.Mapper', '~Mapper'],
      takes: [
        { at: 1, entry: ['models', '*', 'tables'], is: 'table' },
        { at: 1, entry: ['models', '*', 'tables', 'name'], is: 'table' },
        { at: 1, entry: ['models', '*', 'keyspace'], is: 'keyspace' },
      ],
      match: [
        {
          code: "import { mapping } from 'cassandra-driver';\nnew mapping.Mapper(client, { models: { Score: { tables: ['scores'], keyspace: 'kol_metrics' } } });",
          finds: ['table scores', 'keyspace kol_metrics'],
        },
      ],
      skip: ["new Mapper(client, { models: { Score: { columns: ['scores'] } } });"],
    },
    {
      call: ['getTable', 'getMaterializedView', 'getUdt'].map((method) => `Client.metadata.${method}`),
      takes: [{ at: 0, is: 'keyspace' }],
      access: 'read',
      match: [{ code: "import { Client } from 'cassandra-driver';\nnew Client({}).metadata.getUdt('kol_metrics', 'address');", finds: ['keyspace kol_metrics'] }],
      skip: ["grid.metadata.getUdt('kol_metrics', 'address');"],
    },
    {
      call: ['Client.metadata.getTable', 'Client.metadata.getMaterializedView'],
      takes: [{ at: 1, is: 'table' }],
      access: 'read',
      match: [
        { code: "import { Client } from 'cassandra-driver';\nawait new Client({}).metadata.getTable('kol_metrics', 'scores');", finds: ['keyspace kol_metrics', 'table scores'] },
      ],
      skip: ["grid.metadata.getTable('kol_metrics', 'scores');"],
    },
    {
      call: ['Client.metadata.refreshKeyspace'],
      takes: [{ at: 0, is: 'keyspace' }],
      access: 'read',
      match: [{ code: "import { Client } from 'cassandra-driver';\nawait new Client({}).metadata.refreshKeyspace('kol_metrics');", finds: ['keyspace kol_metrics'] }],
      skip: ["cache.metadata.refreshKeyspace('kol_metrics');"],
    },
    {
      // https://express-cassandra.readthedocs.io: what a model is called is no table's name as it stands, `table_name` is.
      call: ['*.loadSchema'],
      near: 'express-cassandra|ExpressCassandra',
      takes: [{ at: 1, entry: ['table_name'], is: 'table' }],
      access: 'define',
      match: [
        { code: "import models from 'express-cassandra';\nmodels.createClient({}).loadSchema('Person', { fields: {}, key: ['id'], table_name: 'people' });", finds: ['table people'] },
      ],
      skip: ["import models from 'express-cassandra';\nmodels.createClient({}).loadSchema('Person', { fields: {}, key: ['id'] });"],
    },
  ],
};
