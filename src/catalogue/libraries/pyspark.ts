import type { Library } from '../library.js';

const SPARK_CATALOG = '^spark\\.sql\\.catalog\\.([^.]+)';
const HADOOP_BUCKET = '^(?:spark\\.hadoop\\.)?fs\\.s3a\\.bucket\\.([^.]+)\\.';
const TABLE = { at: 0, keyword: ['tableName', 'name', 'table'], is: 'dotted-table' } as const;
const PATH = { at: 0, keyword: ['path', 'paths'], is: 'uri' } as const;

/** https://spark.apache.org/docs/latest/api/python/reference/pyspark.sql/ */
export const pyspark: Library = {
  library: 'pyspark',
  language: 'python',
  system: 'spark',
  dialect: 'spark',
  types: {
    Cassandra: [
      { path: 'Reader.format()', where: { at: 0, equals: ['org.apache.spark.sql.cassandra'] } },
      { path: 'Writer.format()', where: { at: 0, equals: ['org.apache.spark.sql.cassandra'] } },
      'Cassandra.*()',
    ],
    Builder: [
      'pyspark.sql.SparkSession.builder', 'pyspark.sql.session.SparkSession.builder', 'databricks.connect.DatabricksSession.builder', '~SparkSession.builder',
      'Builder.*()', '~builder',
    ],
    Session: [
      'Builder.getOrCreate()', 'Builder.create()', 'pyspark.sql.SparkSession()', 'pyspark.sql.SQLContext()', 'pyspark.sql.HiveContext()',
      'pyspark.sql.SparkSession.getActiveSession()', 'pyspark.sql.SparkSession.active()', 'Session.newSession()', 'DataFrame.sparkSession',
      '~spark', '~spark_session', '~sparkSession', '~ss', '~sqlContext', '~sql_context', '~get_spark()', '~get_spark_session()', '~create_spark_session()',
      'delta.configure_spark_with_delta_pip().getOrCreate()', 'awsglue.context.GlueContext().spark_session',
    ],
    Reader: ['Session.read', 'Session.readStream', 'Reader.format()', 'Reader.option()', 'Reader.options()', 'Reader.schema()'],
    DataFrame: [
      'Session.sql()', 'Session.table()', 'Session.createDataFrame()', 'Session.range()', 'Reader.load()', 'Reader.parquet()', 'Reader.csv()', 'Reader.json()',
      'Reader.orc()', 'Reader.text()', 'Reader.table()', 'Reader.jdbc()', 'pyspark.sql.DataFrame()', 'pyspark.sql.dataframe.DataFrame()', 'DataFrame.*()',
      '~df', '~dataframe', '~data_frame',
    ],
    Writer: [
      'DataFrame.write', 'DataFrame.writeStream', 'Writer.*()', 'Writer.format()', '~df.write', '~df.writeStream',
    ],
    IcebergReader: [{ path: 'Reader.format()', where: { at: 0, keyword: 'source', equals: ['iceberg'] } }, 'IcebergReader.option()', 'IcebergReader.options()'],
    IcebergWriter: [{ path: 'Writer.format()', where: { at: 0, keyword: 'source', equals: ['iceberg'] } }, 'IcebergWriter.*()'],
    WriterV2: ['DataFrame.writeTo()', 'WriterV2.*()'],
    Conf: ['Session.conf', 'pyspark.SparkConf()', 'pyspark.conf.SparkConf()', 'Conf.*()', '~conf', '~spark_conf', 'Session.sparkContext.hadoopConfiguration()', 'Session.sparkContext._jsc.hadoopConfiguration()'],
    Catalog: ['Session.catalog'],
    DeltaTable: ['delta.DeltaTable', 'delta.tables.DeltaTable', '~DeltaTable'],
    DeltaBuilder: ['DeltaTable.createIfNotExists()', 'DeltaTable.create()', 'DeltaTable.createOrReplace()', 'DeltaBuilder.*()'],
  },
  entries: [
    {
      call: ['Session.sql'],
      takes: [{ at: 0, keyword: 'sqlQuery', is: 'sql' }],
      match: [
        { code: 'spark.sql("SELECT * FROM iceberg.kol_gold.scores")', finds: ['catalog iceberg', 'schema kol_gold', 'table scores'] },
        {
          code: 'from pyspark.sql import SparkSession\nSparkSession.active().sql("DROP TABLE kol_gold.scores")',
          finds: ['schema kol_gold', 'table scores'],
        },
        {
          code: 'from pyspark.sql import SparkSession\nspark = SparkSession.builder.appName("a").config("k", "v").getOrCreate()\nspark.sql("DROP TABLE kol_gold.scores")',
          finds: ['schema kol_gold', 'table scores'],
        },
      ],
      skip: ['duck.sql("SELECT 1")'],
    },
    {
      call: [
        'Reader.parquet', 'Reader.csv', 'Reader.json', 'Reader.orc', 'Reader.text', 'Reader.load', 'Reader.xml',
      ],
      takes: [PATH],
      access: 'read',
      match: [
        { code: 'spark.read.parquet("s3a://bronze/events/")', finds: ['bucket bronze'] },
        { code: 'spark.read.format("delta").option("a", 1).load("s3a://kol-silver/events")', finds: ['bucket kol-silver'] },
        { code: 'spark.read.json(["s3a://kol-bronze/a", "s3a://kol-bronze/b"])', finds: ['bucket kol-bronze', 'bucket kol-bronze'] },
      ],
      skip: ['spark.read.parquet("bronze/events/")'],
    },
    {
      call: ['Writer.parquet', 'Writer.csv', 'Writer.json', 'Writer.orc', 'Writer.text', 'Writer.save', 'Writer.start'],
      takes: [PATH],
      access: 'write',
      match: [
        { code: 'df.write.parquet("s3a://silver/data")', finds: ['bucket silver'] },
        {
          code: 'def write(events):\n    events.write.mode("overwrite").partitionBy("day").parquet("s3a://kol-silver/data")',
          finds: ['bucket kol-silver'],
        },
        { code: 'spark.sql("x").filter(a).write.format("delta").save("s3a://kol-gold/t")', finds: ['bucket kol-gold'] },
      ],
      skip: ['df.write.parquet("/tmp/silver")'],
    },
    {
      call: ['IcebergReader.load', 'IcebergWriter.save'],
      takes: [{ at: 0, keyword: 'path', is: 'dotted-table' }],
      accessByMethod: { read: '^load$', write: '^save$' },
      match: [
        {
          code: 'spark.read.format("iceberg").option("snapshot-id", 1).load("kol_lake.kol_gold.scores")',
          finds: ['catalog kol_lake', 'schema kol_gold', 'table scores'],
        },
        { code: 'df.write.format("iceberg").mode("append").save("kol_gold.scores")', finds: ['schema kol_gold', 'table scores'] },
      ],
      skip: ['spark.read.format("csv").load("kol_gold.csv")', 'spark.read.format("iceberg").load("/tmp/kol_gold/scores")'],
    },
    {
      call: ['Session.table', 'Reader.table', 'Catalog.tableExists', 'Catalog.refreshTable', 'Catalog.cacheTable', 'Catalog.uncacheTable', 'Catalog.isCached', 'Catalog.listColumns', 'Catalog.getTable'],
      takes: [TABLE],
      access: 'read',
      match: [
        { code: 'spark.table("iceberg.kol_silver.events")', finds: ['catalog iceberg', 'schema kol_silver', 'table events'] },
        { code: 'spark.read.table("kol_silver.events")', finds: ['schema kol_silver', 'table events'] },
      ],
      skip: ['rich.table("iceberg.kol_silver.events")', 'spark.table(name)'],
    },
    {
      call: ['Catalog.tableExists', 'Catalog.listColumns'],
      takes: [{ at: 1, keyword: 'dbName', is: 'schema' }],
      access: 'read',
      match: [{ code: 'spark.catalog.tableExists("events", "kol_silver")', finds: ['table events', 'schema kol_silver'] }],
      skip: ['shop.catalog.tableExists("events", "kol_silver")'],
    },
    {
      call: ['Catalog.createTable', 'Catalog.createExternalTable'],
      takes: [TABLE],
      access: 'define',
      match: [{ code: 'spark.catalog.createTable("kol_silver.events", path="s3a://kol-silver/events")', finds: ['schema kol_silver', 'table events', 'bucket kol-silver'] }],
      skip: ['shop.catalog.createTable("kol_silver.events")'],
    },
    {
      // `table` is how Databricks called `toTable` before Spark had it.
      call: ['*.saveAsTable', '*.insertInto', '*.toTable', '*.writeTo', 'Writer.table'],
      takes: [TABLE],
      access: 'write',
      match: [
        { code: 'from pyspark.sql import functions\ndf.writeStream.format("delta").outputMode("append").table("kol_silver.events")', finds: ['schema kol_silver', 'table events'] },
        { code: 'events.write.mode("append").saveAsTable("iceberg.kol_silver.events")', finds: ['catalog iceberg', 'schema kol_silver', 'table events'] },
        { code: 'events.writeTo("iceberg.kol_silver.events").append()', finds: ['catalog iceberg', 'schema kol_silver', 'table events'] },
      ],
      skip: ['events.writeTo(out)'],
    },
    {
      call: ['Catalog.setCurrentDatabase', 'Catalog.listTables', 'Catalog.databaseExists'],
      takes: [{ at: 0, keyword: 'dbName', is: 'dotted-schema' }],
      match: [{ code: 'spark.catalog.setCurrentDatabase("kol_gold")', finds: ['schema kol_gold'] }],
      skip: ['shop.catalog.setCurrentDatabase("kol_gold")'],
    },
    {
      call: ['Catalog.setCurrentCatalog'],
      takes: [{ at: 0, keyword: 'catalogName', is: 'catalog' }],
      match: [{ code: 'spark.catalog.setCurrentCatalog("kol_lake")', finds: ['catalog kol_lake'] }],
      skip: ['shop.setCurrentCatalog("kol_lake")'],
    },
    {
      call: ['Builder.config', 'Conf.set', 'Conf.setIfMissing'],
      takes: [
        { at: 0, keyword: 'key', is: 'catalog', within: SPARK_CATALOG, access: 'define' },
        { at: 0, keyword: 'key', is: 'bucket', within: HADOOP_BUCKET, system: 's3' },
        { at: 1, keyword: 'value', is: 'uri' },
      ],
      match: [
        {
          code: 'SparkSession.builder.config("spark.sql.catalog.kol_lake.warehouse", "s3a://kol-gold/warehouse")',
          finds: ['catalog kol_lake', 'bucket kol-gold'],
        },
        { code: 'spark.conf.set("spark.sql.catalog.kol_lake", "org.apache.iceberg.spark.SparkCatalog")', finds: ['catalog kol_lake'] },
      ],
      skip: [
        'SparkSession.builder.config("spark.sql.catalogImplementation", "hive")',
        'SparkSession.builder.config("spark.sql.warehouse.dir", "/tmp/kol")',
      ],
    },
    {
      call: ['Conf.setAll'],
      takes: [{ at: 0, keyword: 'pairs', is: 'catalog', within: SPARK_CATALOG, access: 'define' }],
      match: [
        {
          code: 'from pyspark import SparkConf\nSparkConf().setAll([("spark.sql.catalog.kol_lake", "org.apache.iceberg.spark.SparkCatalog")])',
          finds: ['catalog kol_lake'],
        },
      ],
      skip: ['from pyspark import SparkConf\nSparkConf().setAll([("spark.app.name", "kol_lake")])'],
    },
    {
      call: ['Builder.config', 'Conf.set'],
      where: { at: 0, keyword: 'key', equals: ['spark.sql.defaultCatalog'] },
      takes: [{ at: 1, keyword: 'value', is: 'catalog' }],
      match: [{ code: 'SparkSession.builder.config("spark.sql.defaultCatalog", "kol_lake")', finds: ['catalog kol_lake'] }],
      skip: ['SparkSession.builder.config("spark.app.name", "kol_lake")'],
    },
    {
      call: ['Reader.option', 'Writer.option', '*.option'],
      where: { at: 0, keyword: 'key', equals: ['subscribe', 'topic'] },
      takes: [{ at: 1, keyword: 'value', is: 'topics', system: 'kafka' }],
      match: [
        { code: 'spark.readStream.format("kafka").option("subscribe", "kol.events,kol.likes")', finds: ['topic kol.events', 'topic kol.likes'] },
        { code: 'events.writeStream.format("kafka").option("topic", "kol.events")', finds: ['topic kol.events'] },
      ],
      skip: ['spark.readStream.option("kafka.group.id", "kol-consumers")', 'spark.readStream.option("subscribePattern", "kol.*")'],
    },
    {
      call: ['Reader.options', 'Writer.options', '*.options'],
      takes: [
        { keyword: 'keyspace', is: 'keyspace', system: 'cassandra' },
        { keyword: ['subscribe', 'topic'], is: 'topics', system: 'kafka' },
        { keyword: ['path', 'url', 'checkpointLocation', 'tempdir'], is: 'uri' },
        { keyword: 'dbtable', is: 'dotted-table' },
      ],
      match: [
        {
          code: 'df.write.format("org.apache.spark.sql.cassandra").options(table="scores", keyspace="kol_metrics").save()',
          finds: ['table scores', 'keyspace kol_metrics'],
        },
      ],
      skip: ['parser.options(name="kol_metrics")'],
    },
    {
      call: ['Reader.options', 'Writer.options', '*.options'],
      where: { keyword: 'keyspace', contains: '' },
      takes: [{ keyword: 'table', is: 'table', system: 'cassandra' }],
      match: [
        {
          code: 'spark.read.format("org.apache.spark.sql.cassandra").options(table="scores", keyspace="kol_metrics").load()',
          finds: ['table scores', 'keyspace kol_metrics'],
        },
      ],
      skip: ['spark.read.format("bigquery").options(table="scores")'],
    },
    {
      call: ['Cassandra.option'],
      where: { at: 0, keyword: 'key', equals: ['table'] },
      takes: [{ at: 1, keyword: 'value', is: 'table', system: 'cassandra' }],
      match: [
        {
          code: 'df.write.format("org.apache.spark.sql.cassandra").option("keyspace", "kol_metrics").option("table", "scores").save()',
          finds: ['keyspace kol_metrics', 'table scores'],
        },
      ],
      skip: ['df.write.format("bigquery").option("table", "scores").save()'],
    },
    {
      call: ['Reader.option', 'Writer.option', '*.option'],
      where: { at: 0, keyword: 'key', equals: ['keyspace'] },
      takes: [{ at: 1, keyword: 'value', is: 'keyspace', system: 'cassandra' }],
      match: [{ code: 'df.write.format("org.apache.spark.sql.cassandra").option("keyspace", "kol_metrics")', finds: ['keyspace kol_metrics'] }],
      skip: ['df.write.option("table", "kol_metrics")'],
    },
    {
      call: ['Reader.option', 'Writer.option', '*.option'],
      where: { at: 0, keyword: 'key', equals: ['path', 'url', 'checkpointLocation', 'warehouse', 'tempdir', 'location'] },
      takes: [{ at: 1, keyword: 'value', is: 'uri' }],
      match: [
        { code: 'events.writeStream.option("checkpointLocation", "s3a://kol-silver/_checkpoints/events")', finds: ['bucket kol-silver'] },
        { code: 'spark.read.format("jdbc").option("url", "jdbc:postgresql://sme-postgres:5432/kol_app")', finds: ['database kol_app'] },
      ],
      skip: ['events.writeStream.option("checkpointLocation", "/tmp/kol")'],
    },
    {
      call: ['Reader.option', 'Writer.option', '*.option'],
      where: { at: 0, keyword: 'key', equals: ['dbtable'] },
      takes: [{ at: 1, keyword: 'value', is: 'dotted-table' }],
      match: [
        { code: 'spark.read.format("jdbc").option("dbtable", "kol_app.users")', finds: ['schema kol_app', 'table users'] },
        { code: 'spark.read.format("jdbc").option("dbtable", "(SELECT id FROM kol_app.users WHERE id > 1) AS u")', finds: ['schema kol_app', 'table users'] },
      ],
      skip: ['spark.read.format("jdbc").option("user", "kol_app.users")'],
    },
    {
      call: ['Reader.jdbc', 'Writer.jdbc', '*.jdbc'],
      takes: [
        { at: 0, keyword: 'url', is: 'uri' },
        { at: 1, keyword: 'table', is: 'dotted-table' },
      ],
      match: [
        {
          code: 'spark.read.jdbc("jdbc:postgresql://sme-postgres/kol_app", "public.users")',
          finds: ['database kol_app', 'schema public', 'table users'],
        },
      ],
      skip: ['spark.read.jdbc(url, table)'],
    },
    {
      call: ['DeltaTable.forPath', 'DeltaTable.isDeltaTable', 'DeltaTable.convertToDelta'],
      takes: [{ at: 1, keyword: ['path', 'identifier'], is: 'uri' }],
      match: [
        { code: 'from delta.tables import DeltaTable\nDeltaTable.forPath(spark, "s3a://kol-silver/events")', finds: ['bucket kol-silver'] },
      ],
      skip: ['from delta.tables import DeltaTable\nDeltaTable.forPath(spark, "/tmp/events")'],
    },
    {
      call: ['DeltaTable.forName'],
      takes: [{ at: 1, keyword: 'tableOrViewName', is: 'dotted-table' }],
      match: [{ code: 'from delta import DeltaTable\nDeltaTable.forName(spark, "kol_silver.events")', finds: ['schema kol_silver', 'table events'] }],
      skip: ['registry.forName(spark, "kol_silver.events")'],
    },
    {
      call: ['DeltaBuilder.tableName'],
      takes: [{ at: 0, keyword: 'identifier', is: 'dotted-table' }],
      access: 'define',
      match: [
        { code: 'from delta import DeltaTable\nDeltaTable.createIfNotExists(spark).tableName("kol_silver.events")', finds: ['schema kol_silver', 'table events'] },
      ],
      skip: ['meta.tableName("kol_silver.events")'],
    },
  ],
};

