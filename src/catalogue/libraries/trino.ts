import type { Library } from '../library.js';

/** https://github.com/trinodb/trino-python-client; PyHive's presto and impyla's hive connect alike. */
export const trino: Library = {
  library: 'trino-python',
  language: 'python',
  system: 'trino',
  dialect: 'trino',
  types: {
    Connection: ['trino.dbapi.connect()', 'trino.dbapi.Connection()', 'trino.connect()', 'prestodb.dbapi.connect()', 'pyhive.presto.connect()', 'pyhive.trino.connect()', '~trino_conn', '~trino_connection'],
    Cursor: ['Connection.cursor()', '~trino_cursor', '~trino_cur'],
  },
  entries: [
    {
      call: ['trino.dbapi.connect', 'trino.dbapi.Connection', 'trino.connect', 'prestodb.dbapi.connect', 'pyhive.presto.connect', 'pyhive.trino.connect'],
      takes: [
        { keyword: 'catalog', is: 'catalog' },
        { keyword: 'schema', is: 'schema' },
      ],
      match: [
        { code: 'import trino\ntrino.dbapi.connect(host="sme-trino", catalog="iceberg", schema="kol_gold")', finds: ['catalog iceberg', 'schema kol_gold'] },
        { code: 'from trino.dbapi import connect\nconnect(host="sme-trino", schema="kol_gold")', finds: ['schema kol_gold'] },
      ],
      skip: ['import trino\ntrino.dbapi.connect(host="sme-trino", user="kol_gold")'],
    },
    {
      call: ['Cursor.execute', 'Cursor.executemany', 'Connection.execute'],
      takes: [{ at: 0, keyword: ['operation', 'sql'], is: 'sql' }],
      match: [
        {
          code: 'import trino\ncur = trino.dbapi.connect(host="h").cursor()\ncur.execute("SELECT * FROM iceberg.kol_gold.scores")',
          finds: ['catalog iceberg', 'schema kol_gold', 'table scores'],
        },
      ],
      skip: ['job.execute("start")'],
    },
    {
      call: ['pyhive.hive.connect', 'pyhive.hive.Connection', 'impala.dbapi.connect'],
      takes: [{ keyword: 'database', is: 'schema', system: 'hive' }],
      match: [{ code: 'from pyhive import hive\nhive.connect(host="h", database="kol_gold")', finds: ['schema kol_gold'] }],
      skip: ['from pyhive import hive\nhive.connect(host="h", username="kol_gold")'],
    },
  ],
};
