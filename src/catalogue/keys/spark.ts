import type { KeyEntry } from './key-entry.js';

export const SPARK_KEYS: readonly KeyEntry[] = [
  ...['spark\\.sql\\.catalog\\.([\\w-]+)[.=]', 'spark\\.sql\\.defaultCatalog=([\\w-]+)'].map((within): KeyEntry => ({
    // The settings of a job of Glue's stand in one argument: `a=b --conf c=d`.
    via: 'spark/conf',
    key: '--conf',
    is: 'catalog',
    within,
    system: 'spark',
    match: [
      {
        in: 'main.tf',
        code: 'resource "aws_glue_job" "kol" {\n  default_arguments = {\n    "--conf" = "spark.sql.extensions=x --conf spark.sql.catalog.kol_lake=x.SparkCatalog --conf spark.sql.defaultCatalog=kol_lake"\n  }\n}',
        finds: ['catalog kol_lake'],
      },
    ],
    skip: [{ in: 'main.tf', code: 'resource "aws_glue_job" "kol" {\n  default_arguments = { "--conf" = "spark.sql.shuffle.partitions=8" }\n}' }],
  })),
  {
    via: 'spark/conf',
    key: 'spark.sql.catalog.{name}',
    is: null,
    names: 'catalog',
    system: 'spark',
    match: [
      { in: 'spark-defaults.conf', code: 'spark.sql.catalog.kol_lake org.apache.iceberg.spark.SparkCatalog', finds: ['catalog kol_lake'] },
      { in: 'spark.yaml', code: 'sparkConf:\n  "spark.sql.catalog.kol_lake": x', finds: ['catalog kol_lake'] },
      { in: 'session.py', code: 'CONF = {"spark.sql.catalog.kol_lake": "org.apache.iceberg.spark.SparkCatalog"}', finds: ['catalog kol_lake'] },
    ],
    skip: [
      { in: 'a.properties', code: 'spark.sql.catalogImplementation=hive' },
      { in: 'session.py', code: 'CONF = {"spark.sql.catalogImplementation": "hive"}' },
    ],
  },
  {
    via: 'spark/conf',
    key: 'spark.sql.catalog.{name}.**',
    is: null,
    names: 'catalog',
    system: 'spark',
    match: [{ in: 'a.properties', code: 'spark.sql.catalog.kol_lake.type=hadoop', finds: ['catalog kol_lake'] }],
    skip: [
      { in: 'a.properties', code: 'spark.sql.shuffle.partitions=4' },
      { in: 'main.tf', code: 'properties = {\n  "spark.sql.catalog.${var.lake}.type" = "hadoop"\n}' },
    ],
  },
  {
    via: 'spark/conf',
    key: 'spark.sql.catalog.*.default-namespace',
    is: 'dotted-schema',
    system: 'spark',
    match: [{ in: 'a.properties', code: 'spark.sql.catalog.kol_lake.default-namespace=kol_gold', finds: ['catalog kol_lake', 'schema kol_gold'] }],
    skip: [],
  },
  {
    via: 'spark/conf',
    key: 'spark.sql.defaultCatalog',
    is: 'catalog',
    system: 'spark',
    match: [{ in: 'a.properties', code: 'spark.sql.defaultCatalog=kol_lake', finds: ['catalog kol_lake'] }],
    skip: [{ in: 'a.properties', code: 'spark.sql.defaultUrlStreamHandlerFactory.enabled=true' }],
  },
  {
    via: 'hadoop/s3a',
    key: 'fs.s3a.bucket.{name}.**',
    is: null,
    names: 'bucket',
    system: 's3',
    match: [{ in: 'a.properties', code: 'spark.hadoop.fs.s3a.bucket.kol-gold.endpoint=http://sme-minio:9000', finds: ['bucket kol-gold'] }],
    skip: [{ in: 'a.properties', code: 'spark.hadoop.fs.s3a.endpoint=http://sme-minio:9000' }],
  },
];
