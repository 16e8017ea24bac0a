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
      // Dagster's, each for frames of another library.
      call: ['*.*IcebergIOManager'],
      takes: [
        { keyword: 'name', is: 'catalog' },
        { keyword: 'namespace', is: 'dotted-schema' },
      ],
      match: [
        {
          code: 'from dagster_iceberg.io_manager.polars import PolarsIcebergIOManager\nPolarsIcebergIOManager(name="kol_lake", namespace="kol_gold")',
          finds: ['catalog kol_lake', 'schema kol_gold'],
        },
      ],
      skip: ['from dagster_aws.s3 import S3PickleIOManager\nS3PickleIOManager(name="kol_lake")'],
    },
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
      call: ['Catalog.load_table', 'Catalog.table_exists', 'Catalog.load_view', 'Catalog.view_exists'],
      takes: [{ at: 0, keyword: 'identifier', is: 'dotted-table' }],
      access: 'read',
      match: [
        { code: 'from pyiceberg.catalog import load_catalog\nload_catalog("lake").load_table("kol_gold.scores")', finds: ['catalog lake', 'schema kol_gold', 'table scores'] },
        { code: 'from pyiceberg.catalog import load_catalog\nload_catalog("lake").load_table(("kol_gold", "scores"))', finds: ['catalog lake', 'schema kol_gold', 'table scores'] },
      ],
      skip: ['excel.load_table("kol_gold.scores")'],
    },
    {
      call: ['Catalog.create_table', 'Catalog.create_table_if_not_exists', 'Catalog.drop_table', 'Catalog.register_table', 'Catalog.purge_table', 'Catalog.create_table_transaction'],
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
      call: ['Catalog.rename_table'],
      takes: [
        { at: 0, keyword: 'from_identifier', is: 'dotted-table' },
        { at: 1, keyword: 'to_identifier', is: 'dotted-table' },
      ],
      access: 'define',
      match: [
        {
          code: 'from pyiceberg.catalog import Catalog\ndef swap(catalog: Catalog):\n    catalog.rename_table("kol_gold.scores", "kol_old.scores")',
          finds: ['schema kol_gold', 'table scores', 'schema kol_old', 'table scores'],
        },
      ],
      skip: ['document.rename_table("kol_gold.scores", "kol_old.scores")'],
    },
    {
      // A catalog that is handed in without its type; what the methods are called is PyIceberg's own.
      call: ['~catalog.load_table', '~catalog.table_exists', '~catalog.create_table', '~catalog.create_table_if_not_exists', '~catalog.drop_table'],
      near: 'pyiceberg',
      takes: [
        { at: 0, keyword: 'identifier', is: 'dotted-table' },
        { keyword: 'location', is: 'uri' },
      ],
      accessByMethod: { read: '^(?:load|table)_', define: '.' },
      match: [
        { code: 'import pyiceberg\ndef read(catalog):\n    return catalog.load_table("kol_gold.scores")', finds: ['schema kol_gold', 'table scores'] },
      ],
      skip: ['def read(catalog):\n    return catalog.load_table("kol_gold.scores")'],
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
      call: ['Catalog.list_tables', 'Catalog.list_views', 'Catalog.load_namespace_properties', 'Catalog.update_namespace_properties', 'Catalog.namespace_exists'],
      takes: [{ at: 0, keyword: 'namespace', is: 'dotted-schema' }],
      access: 'read',
      match: [
        { code: 'from pyiceberg.catalog import load_catalog\nload_catalog("lake").list_tables("kol_gold")', finds: ['catalog lake', 'schema kol_gold'] },
      ],
      skip: ['book.list_tables("kol_gold")'],
    },
  ],
};
