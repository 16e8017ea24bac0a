import type { Library } from '../library.js';

/** https://py.iceberg.apache.org/api/ */
export const pyiceberg: Library = {
  library: 'pyiceberg',
  language: 'python',
  system: null,
  types: {
    Catalog: [
      'pyiceberg.catalog.load_catalog()', 'pyiceberg.catalog.rest.RestCatalog()', 'pyiceberg.catalog.sql.SqlCatalog()', 'pyiceberg.catalog.hive.HiveCatalog()',
      'pyiceberg.catalog.glue.GlueCatalog()', 'pyiceberg.catalog.Catalog()', '~iceberg_catalog',
    ],
  },
  entries: [
    {
      call: ['pyiceberg.catalog.load_catalog', 'pyiceberg.catalog.rest.RestCatalog', 'pyiceberg.catalog.sql.SqlCatalog', 'pyiceberg.catalog.hive.HiveCatalog', 'pyiceberg.catalog.glue.GlueCatalog'],
      takes: [
        { at: 0, keyword: 'name', is: 'catalog' },
        { keyword: ['warehouse', 'uri'], is: 'uri' },
      ],
      match: [
        { code: 'from pyiceberg.catalog import load_catalog\nload_catalog("kol_lake", warehouse="s3://kol-gold/warehouse")', finds: ['catalog kol_lake', 'bucket kol-gold'] },
      ],
      skip: ['from shop import load_catalog\nload_catalog("kol_lake")'],
    },
    {
      call: ['Catalog.load_table', 'Catalog.table_exists'],
      takes: [{ at: 0, keyword: 'identifier', is: 'dotted-table' }],
      access: 'read',
      match: [
        { code: 'from pyiceberg.catalog import load_catalog\nload_catalog("lake").load_table("kol_gold.scores")', finds: ['catalog lake', 'schema kol_gold', 'table scores'] },
        { code: 'from pyiceberg.catalog import load_catalog\nload_catalog("lake").load_table(("kol_gold", "scores"))', finds: ['catalog lake', 'schema kol_gold', 'table scores'] },
      ],
      skip: ['excel.load_table("kol_gold.scores")'],
    },
    {
      call: ['Catalog.create_table', 'Catalog.create_table_if_not_exists', 'Catalog.drop_table', 'Catalog.register_table', 'Catalog.purge_table', 'Catalog.rename_table'],
      takes: [
        { at: 0, keyword: 'identifier', is: 'dotted-table' },
        { keyword: 'location', is: 'uri' },
      ],
      access: 'define',
      match: [
        { code: 'from pyiceberg.catalog import load_catalog\nload_catalog("lake").create_table("kol_gold.scores", schema=schema)', finds: ['catalog lake', 'schema kol_gold', 'table scores'] },
      ],
      skip: ['document.create_table("kol_gold.scores")'],
    },
    {
      call: ['Catalog.create_namespace', 'Catalog.create_namespace_if_not_exists', 'Catalog.drop_namespace'],
      takes: [{ at: 0, keyword: 'namespace', is: 'dotted-schema' }],
      access: 'define',
      match: [
        { code: 'from pyiceberg.catalog import load_catalog\nload_catalog("lake").create_namespace("kol_gold")', finds: ['catalog lake', 'schema kol_gold'] },
      ],
      skip: ['k8s.create_namespace("kol_gold")'],
    },
    {
      call: ['Catalog.list_tables', 'Catalog.load_namespace_properties', 'Catalog.namespace_exists'],
      takes: [{ at: 0, keyword: 'namespace', is: 'dotted-schema' }],
      access: 'read',
      match: [
        { code: 'from pyiceberg.catalog import load_catalog\nload_catalog("lake").list_tables("kol_gold")', finds: ['catalog lake', 'schema kol_gold'] },
      ],
      skip: ['book.list_tables("kol_gold")'],
    },
  ],
};
