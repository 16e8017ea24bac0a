import type { Library } from '../library.js';

/** trino-client, presto-client and lento */
export const trinoJs: Library = {
  library: 'trino-client',
  language: 'javascript',
  system: 'trino',
  dialect: 'trino',
  types: {
    Client: ['trino-client.Trino.create()', 'presto-client.Client()', 'lento()', '~trino', '~trinoClient'],
  },
  entries: [
    {
      call: ['trino-client.Trino.create', 'presto-client.Client', '~Trino.create'],
      takes: [
        { at: 0, entry: ['catalog'], is: 'catalog' },
        { at: 0, entry: ['schema'], is: 'schema' },
      ],
      match: [
        { code: "import { Trino } from 'trino-client';\nTrino.create({ server: 'http://sme-trino:8080', catalog: 'iceberg', schema: 'kol_gold' });", finds: ['catalog iceberg', 'schema kol_gold'] },
      ],
      skip: ["import { Trino } from 'trino-client';\nTrino.create({ server: 'http://sme-trino:8080' });"],
    },
    {
      call: ['Client.query', 'Client.execute'],
      takes: [
        { at: 0, is: 'sql' },
        { at: 0, entry: ['query'], is: 'sql' },
      ],
      match: [
        { code: "import { Trino } from 'trino-client';\nTrino.create({}).query('SELECT * FROM iceberg.kol_gold.scores');", finds: ['catalog iceberg', 'schema kol_gold', 'table scores'] },
      ],
      skip: ["dom.query('SELECT');"],
    },
  ],
};
