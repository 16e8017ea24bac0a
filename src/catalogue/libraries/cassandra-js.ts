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
  ],
};
