import type { Library } from '../library.js';

/** PyFlink's Table API; what its catalogs are of, their own properties say. */
export const pyflinkCatalogs: Library = {
  library: 'pyflink-catalogs',
  language: 'python',
  system: null,
  types: {
    TableEnvironment: [
      'pyflink.table.StreamTableEnvironment.create()', 'pyflink.table.TableEnvironment.create()', '~t_env', '~table_env', '~tbl_env', '~st_env',
    ],
  },
  entries: [
    {
      call: ['TableEnvironment.use_catalog', 'TableEnvironment.get_catalog', 'TableEnvironment.register_catalog'],
      takes: [{ at: 0, keyword: 'catalog_name', is: 'catalog' }],
      match: [
        {
          code: 'from pyflink.table import TableEnvironment\nTableEnvironment.create(settings).use_catalog("kol_lake")',
          finds: ['catalog kol_lake'],
        },
      ],
      skip: ['shop.use_catalog("kol_lake")'],
    },
    {
      call: ['TableEnvironment.use_database'],
      takes: [{ at: 0, keyword: 'database_name', is: 'schema' }],
      match: [
        {
          code: 'from pyflink.table import TableEnvironment\nTableEnvironment.create(settings).use_database("kol_gold")',
          finds: ['schema kol_gold'],
        },
      ],
      skip: ['client.use_database("kol_gold")'],
    },
  ],
};
