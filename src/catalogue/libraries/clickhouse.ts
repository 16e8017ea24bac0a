import type { Library } from '../library.js';

const CONNECT = 'import clickhouse_connect\n';

/** https://clickhouse.com/docs/integrations/python, https://clickhouse-driver.readthedocs.io: tables and SQL; its databases are none of the platform's. */
export const clickhouse: Library = {
  library: 'clickhouse',
  language: 'python',
  system: null,
  types: {
    Client: [
      'clickhouse_connect.get_client()', 'clickhouse_connect.get_async_client()', 'clickhouse_connect.driver.Client()', 'clickhouse_connect.driver.client.Client()',
      'clickhouse_driver.Client()', 'clickhouse_driver.Client.from_url()', '~clickhouse', '~clickhouse_client', '~ch_client',
    ],
  },
  entries: [
    {
      call: ['Client.insert', 'Client.insert_df', 'Client.insert_arrow', 'Client.raw_insert'],
      takes: [{ at: 0, keyword: 'table', is: 'dotted-table' }],
      access: 'write',
      match: [
        { code: `${CONNECT}clickhouse_connect.get_client(host="h").insert("events", rows, column_names=names)`, finds: ['table events'] },
        { code: 'def load(clickhouse_client, frame):\n    clickhouse_client.insert_df(table="events", df=frame)', finds: ['table events'] },
      ],
      skip: ['rows.insert("events", row)'],
    },
    {
      call: [
        'Client.command', 'Client.query', 'Client.query_df', 'Client.query_np', 'Client.query_arrow', 'Client.raw_query', 'Client.execute', 'Client.execute_iter',
        'Client.execute_with_progress', 'Client.query_dataframe', 'Client.insert_dataframe', 'Client.query_rows_stream', 'Client.query_df_stream',
      ],
      takes: [{ at: 0, keyword: ['cmd', 'query'], is: 'sql', begins: 'statement' }],
      match: [
        { code: `${CONNECT}clickhouse_connect.get_client(host="h").command("TRUNCATE TABLE events")`, finds: ['table events'] },
      ],
      skip: ['search.query("TRUNCATE TABLE events or not")'],
    },
  ],
};
