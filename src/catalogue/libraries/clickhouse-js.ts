import type { Library } from '../library.js';

/** https://clickhouse.com/docs/integrations/javascript: its tables and SQL; its databases are none of the platform's. */
export const clickhouseJs: Library = {
  library: 'clickhouse-js',
  language: 'javascript',
  system: null,
  types: {
    Client: [
      '@clickhouse/client.createClient()', '@clickhouse/client-web.createClient()', '@clickhouse/client.ClickHouseClient()', 'clickhouse.ClickHouse()', '~clickhouse',
      '~clickhouseClient',
    ],
  },
  entries: [
    {
      call: ['Client.insert'],
      takes: [{ at: 0, entry: ['table'], is: 'dotted-table' }],
      access: 'write',
      match: [
        { code: "import { createClient } from '@clickhouse/client';\nawait createClient({ url, database: 'kol' }).insert({ table: 'events', values: [], format: 'JSONEachRow' });", finds: ['table events'] },
      ],
      skip: ["grid.insert({ table: 'events', values: [] });"],
    },
    {
      call: ['Client.query', 'Client.command', 'Client.exec'],
      takes: [{ at: 0, entry: ['query'], is: 'sql', begins: 'statement' }],
      match: [
        { code: "import type { ClickHouseClient } from '@clickhouse/client';\nconst drop = (client: ClickHouseClient) => client.command({ query: 'TRUNCATE TABLE events' });", finds: ['table events'] },
      ],
      skip: ["search.query({ query: 'TRUNCATE TABLE events or not' });"],
    },
  ],
};
